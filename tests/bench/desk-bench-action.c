/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-rows.h"

#include "desk-action.h"

/* What is done at the desk: one action at a time, durable when it returns. Each is
 * followed by its floor, so that both meet the disk in the same mood. */

#define N_ACTIONS 500
#define N_STAYS 100

/* Bills of that many lines, how many of them, and how often something is given on one. */
#define CROWD 500
#define N_CROWDS 10
#define N_CROWDED 120
#define FIRST_CROWD 150
#define N_TAXED_CROWDS 5
#define N_TAXED 50
#define FIRST_TAXED 170

/* Done the @i-th time. */
typedef DeskAction *(*MakeAction) (const DeskBenchHotel *hotel,
                                   guint                 i);

/**
 * ActionRow:
 * @before: (nullable): what must be done before each time; nobody measures it
 * @make: what is measured
 * @after: (nullable): what takes it back
 * @n: how often
 */
typedef struct
{
  const char *what;
  MakeAction  before;
  MakeAction  make;
  MakeAction  after;
  guint       n;
  DeskTarget  target;
  double      limit;
} ActionRow;

typedef struct
{
  DeskSamples *ours;
  DeskSamples *bare;
  gint64       ours_synced;
  gint64       bare_synced;
  guint        n_rows;
} Times;

static DeskAction *
new_action (const DeskBenchHotel *hotel,
            DeskVerb              verb,
            guint                 i)
{
  return desk_action_new (verb, 2 + i % MIN (hotel->n_rooms - 1, N_STAYS));
}

static DeskAction *
make_post (const DeskBenchHotel *hotel,
           guint                 i)
{
  DeskAction *action = new_action (hotel, DESK_VERB_POST, i);

  action->code = g_strdup ("MINI");
  return action;
}

static DeskAction *
make_pay (const DeskBenchHotel *hotel,
          guint                 i)
{
  DeskAction *action = new_action (hotel, DESK_VERB_PAY, i);

  action->code = g_strdup ("CASH");
  action->amount_minor = 1000;
  return action;
}

static void
name_first_line (DeskAction *action)
{
  const gint first = 1;

  action->lines = g_array_new (FALSE, FALSE, sizeof (gint));
  g_array_append_val (action->lines, first);
}

/* The room's first night, a little cheaper each time; its day is closed. */
static DeskAction *
make_fix (const DeskBenchHotel *hotel,
          guint                 i)
{
  DeskAction *action = new_action (hotel, DESK_VERB_FIX, i);

  name_first_line (action);
  action->has_unit = TRUE;
  action->unit_minor = 7000 - i;
  action->reason = g_strdup ("price");
  action->text = g_strdup ("registration card");
  return action;
}

static DeskAction *
make_off (const DeskBenchHotel *hotel,
          guint                 i)
{
  DeskAction *action = new_action (hotel, DESK_VERB_OFF, i);

  name_first_line (action);
  action->base = DESK_OFF_LINES;
  action->percent = g_strdup ("10");
  action->reason = g_strdup ("noise");
  return action;
}

static DeskAction *
make_off_crowd (const DeskBenchHotel *hotel,
                guint                 i)
{
  DeskAction *action = desk_action_new (DESK_VERB_OFF, FIRST_CROWD + i % N_CROWDS);

  action->percent = g_strdup ("2");
  action->reason = g_strdup ("noise");
  return action;
}

/* A bill of things that bear a tax on top of the price: each answer brings its tax. */
static DeskAction *
make_off_taxed (const DeskBenchHotel *hotel,
                guint                 i)
{
  DeskAction *action = desk_action_new (DESK_VERB_OFF, FIRST_TAXED + i % N_TAXED_CROWDS);

  action->percent = g_strdup ("2");
  action->reason = g_strdup ("noise");
  return action;
}

static DeskAction *
make_move (const DeskBenchHotel *hotel,
           guint                 i)
{
  DeskAction *action = new_action (hotel, DESK_VERB_MOVE, i);

  action->room = desk_bench_hotel_dup_free_room (hotel);
  action->reason = g_strdup ("noise");
  return action;
}

/* The nights to come, a little cheaper each time. */
static DeskAction *
make_rate (const DeskBenchHotel *hotel,
           guint                 i)
{
  DeskAction *action = new_action (hotel, DESK_VERB_RATE, i);

  action->has_unit = TRUE;
  action->unit_minor = 7000 - i;
  action->reason = g_strdup ("price");
  return action;
}

static DeskAction *
make_undo (const DeskBenchHotel *hotel,
           guint                 i)
{
  return new_action (hotel, DESK_VERB_UNDO, i);
}

static const ActionRow rows[] = {
  { "post one thing, durable", NULL, make_post, NULL, N_ACTIONS, DESK_TARGET_TIMES, 2 },
  { "pay, durable", NULL, make_pay, NULL, N_ACTIONS, DESK_TARGET_TIMES, 2 },
  { "fix a line of a closed day, durable", NULL, make_fix, NULL, N_ACTIONS, DESK_TARGET_TIMES, 2 },
  { "off 10 % on one line, durable", NULL, make_off, NULL, N_ACTIONS, DESK_TARGET_TIMES, 2 },
  { "rate for the nights to come, durable", NULL, make_rate, NULL, N_ACTIONS, DESK_TARGET_TIMES,
    2 },
  { "move, durable", NULL, make_move, make_undo, N_ACTIONS, DESK_TARGET_TIMES, 2 },
  { "undo a move, durable", make_move, make_undo, NULL, N_ACTIONS, DESK_TARGET_TIMES, 2 },
  { "undo a charge, durable", make_post, make_undo, NULL, N_ACTIONS, DESK_TARGET_TIMES, 2 },
  { "off over 500 lines, durable", NULL, make_off_crowd, NULL, N_CROWDED, DESK_TARGET_MS, 25 },
  { "  with a tax on top of each", NULL, make_off_taxed, NULL, N_TAXED, DESK_TARGET_MS, 25 },
};

/* Does it, and then writes its rows without us. */
static gboolean
do_both (DeskBench       *self,
         DeskBenchFloor  *floor,
         DeskAction      *action,
         Times           *times,
         GError         **error)
{
  g_autofree char *key = desk_action_new_key (&self->hotel->context);
  g_autoptr (DeskOutcome) outcome = NULL;
  gint64 synced;
  gint64 begun;
  gint64 ns;

  if (!desk_bench_floor_mark (floor, error))
    return FALSE;
  synced = desk_bench_get_synced ();
  begun = desk_bench_now ();
  outcome = desk_action_do (self->hotel->house, &self->hotel->context, action, NULL, key, error);
  if (outcome == NULL)
    return FALSE;
  desk_samples_add (times->ours, desk_bench_now () - begun);
  times->ours_synced += desk_bench_get_synced () - synced;

  synced = desk_bench_get_synced ();
  if (!desk_bench_floor_write (floor, &ns, &times->n_rows, error))
    return FALSE;
  desk_samples_add (times->bare, ns);
  times->bare_synced += desk_bench_get_synced () - synced;
  return TRUE;
}

/* What only prepares a row or cleans up after it is written to the floor all the
 * same: both stay one hotel. */
static gboolean
do_aside (DeskBench       *self,
          DeskBenchFloor  *floor,
          MakeAction       make,
          guint            i,
          GError         **error)
{
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  g_autoptr (DeskSamples) bare = desk_samples_new ();
  g_autoptr (DeskAction) action = NULL;
  Times times = { .ours = ours, .bare = bare };

  if (make == NULL)
    return TRUE;
  action = make (self->hotel, i);
  return do_both (self, floor, action, &times, error);
}

static gboolean
measure_action (DeskBench        *self,
                DeskBenchFloor   *floor,
                const ActionRow  *what,
                GError          **error)
{
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  g_autoptr (DeskSamples) bare = desk_samples_new ();
  g_autofree char *remark = NULL;
  Times times = { .ours = ours, .bare = bare };
  DeskBenchRow row = { what->what, ours, bare, what->target, what->limit, 99, NULL };
  guint n = what->n / self->one_in;
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autoptr (DeskAction) action = what->make (self->hotel, i);

      if (!do_aside (self, floor, what->before, i, error) ||
          !do_both (self, floor, action, &times, error) ||
          !do_aside (self, floor, what->after, i, error))
        {
          g_prefix_error (error, "%s: ", what->what);
          return FALSE;
        }
    }
  remark = g_strdup_printf ("%u rows; the disk's part of the mean: %.2f ms, of the floor %.2f ms",
                            times.n_rows, (double) times.ours_synced / n / 1e6,
                            (double) times.bare_synced / n / 1e6);
  row.remark = remark;
  desk_bench_table_print (&row);
  return TRUE;
}

/* Long bills for @n stays from @first on. */
static gboolean
post_crowds (DeskBench   *self,
             guint        first,
             guint        n,
             const char  *code,
             GError     **error)
{
  guint i;

  for (i = 0; i < n; i++)
    if (!desk_bench_hotel_post (self->hotel, first + i, code, CROWD, error))
      return FALSE;
  return TRUE;
}

gboolean
desk_bench_action (DeskBench  *self,
                   GError    **error)
{
  g_autoptr (DeskBenchFloor) floor = NULL;
  gsize i;

  if (!desk_bench_hotel_set_durable (self->hotel, FALSE, error) ||
      !post_crowds (self, FIRST_CROWD, N_CROWDS, "MINI", error) ||
      !post_crowds (self, FIRST_TAXED, N_TAXED_CROWDS, "TOUR", error) ||
      !desk_bench_hotel_set_durable (self->hotel, TRUE, error))
    return FALSE;
  floor = desk_bench_floor_new (self->hotel->path, error);
  for (i = 0; floor != NULL && i < G_N_ELEMENTS (rows); i++)
    {
      if (!measure_action (self, floor, &rows[i], error))
        return FALSE;
    }
  return floor != NULL;
}
