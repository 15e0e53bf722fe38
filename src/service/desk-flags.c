/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-flags-private.h"

#include <string.h>

#include "desk-budget.h"
#include "desk-chain.h"
#include "desk-plan.h"
#include "desk-room-table.h"
#include "desk-undo-detail.h"

/*
 * The rules that look at one thing that was done, what is drawn at random, and who may
 * not sign. Thresholds and limits are those of the version of the set-up a row was done
 * under. What is said is what differs, with the numbers; never what it might mean.
 */

/* The set-up a row was done under, else today's. */
const DeskProperty *
desk_flags_get_policy (DeskHouse                  *house,
                       const DeskAdjustmentRecord *record)
{
  const DeskProperty *policy =
    record->policy != 0 ? desk_house_lookup_property (record->policy, house) : NULL;

  return policy != NULL ? policy : desk_house_get_property (house);
}

/* Something the guest gained and still has. */
gboolean
desk_flags_is_given (const DeskAdjustment *row)
{
  return !row->undone && row->record->value_minor > 0 &&
         g_strcmp0 (row->record->verb, "undo") != 0;
}

void
desk_flags_add (DeskAdjustment *row,
                DeskMessage    *message)
{
  g_ptr_array_add (row->flags, message);
}

static void
judge_time (DeskHouse      *house,
            DeskAdjustment *row)
{
  const DeskAdjustmentRecord *record = row->record;

  if (!desk_flags_get_policy (house, record)->flags[DESK_FLAG_AFTER_CHECK_OUT].active ||
      record->left_at == 0 || record->made_at <= record->left_at || !desk_flags_is_given (row))
    return;
  desk_flags_add (row, desk_message_integer (
                         desk_message_integer (
                           desk_message_new ("after-check-out",
                                             /* Translators: both are a day with its time */
                                             N_("Given on {made}; the guest had left on "
                                                "{left}.")),
                           "made", DESK_ARG_TIME, record->made_at),
                         "left", DESK_ARG_TIME, record->left_at));
}

/* The first tender the guest had paid with; %NULL where it was cash as well, or nothing. */
static const DeskCode *
find_other_tender (const DeskProperty         *property,
                   const DeskAdjustmentRecord *record)
{
  g_auto (GStrv) codes = NULL;
  const DeskCode *other = NULL;
  guint i;

  if (record->paid_with == NULL)
    return NULL;
  codes = g_strsplit (record->paid_with, ",", -1);
  for (i = 0; codes[i] != NULL; i++)
    {
      const DeskCode *code = desk_property_get_code (property, codes[i]);

      if (code != NULL && code->cash)
        return NULL;
      if (other == NULL)
        other = code;
    }
  return other;
}

/* What was given before on the same bill and day is what went out. */
static void
judge_cash_back (DeskHouse       *house,
                 const GPtrArray *rows,
                 guint            index)
{
  DeskAdjustment *refund = g_ptr_array_index (rows, index);
  const DeskProperty *policy = desk_flags_get_policy (house, refund->record);
  const DeskCode *tender = g_strcmp0 (refund->record->kind, "refund") == 0
                             ? desk_property_get_code (policy, refund->record->code) : NULL;
  const DeskCode *other = NULL;
  guint i;

  if (tender == NULL || !tender->cash || refund->undone ||
      !policy->flags[DESK_FLAG_CASH_BACK].active)
    return;
  other = find_other_tender (policy, refund->record);
  if (other == NULL)
    return;
  for (i = 0; i <= index; i++)
    {
      DeskAdjustment *row = g_ptr_array_index (rows, i);

      if (row != refund &&
          (row->record->folio_id != refund->record->folio_id ||
           row->record->business_date != refund->record->business_date ||
           !desk_flags_is_given (row)))
        continue;
      desk_flags_add (row, desk_message_words (
                             desk_message_integer (
                               desk_message_new ("cash-back",
                                                 /* Translators: {tender} is card, transfer … */
                                                 N_("{amount} went out in cash; the guest had "
                                                    "paid with {tender}.")),
                               "amount", DESK_ARG_MONEY, refund->record->amount_minor),
                             "tender", &other->words, other->name));
    }
}

/* What one action lowered of the nights to come, in all. */
static gint64
sum_lowered (const GPtrArray *rows,
             gint64           entry_id,
             gint64          *n_nights)
{
  gint64 sum = 0;
  guint i;

  *n_nights = 0;
  for (i = 0; i < rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (rows, i);

      if (row->record->entry_id != entry_id || g_strcmp0 (row->record->kind, "rate") != 0)
        continue;
      sum += row->record->value_minor;
      (*n_nights)++;
    }
  return sum;
}

static void
judge_price (DeskHouse       *house,
             const GPtrArray *rows,
             DeskAdjustment  *row)
{
  const DeskAdjustmentRecord *record = row->record;
  const DeskProperty *policy = desk_flags_get_policy (house, record);
  const DeskFlagRule *rule = &policy->flags[DESK_FLAG_PRICE_LOWERED];
  const DeskReason *reason =
    record->reason != NULL ? desk_property_get_reason (policy, record->reason) : NULL;
  const DeskLimit *limit;
  gint64 n_nights;
  gint64 sum;

  if (!rule->active || !desk_flags_is_given (row) || g_strcmp0 (record->kind, "rate") != 0)
    return;
  sum = sum_lowered (rows, record->entry_id, &n_nights);
  limit = desk_budget_find_limit (policy, record->role, "goodwill");
  if (limit != NULL && limit->has_amount && sum > limit->amount_minor * rule->percent / 100)
    desk_flags_add (row, desk_message_integer (
                           desk_message_integer (
                             desk_message_integer (
                               desk_message_new_plural (
                                 "price-lowered",
                                 /* Translators: {n} nights; {limit}: goodwill at one go */
                                 "{n} night to come lowered by {sum}; goodwill at one go is "
                                 "up to {limit}.",
                                 "{n} nights to come lowered by {sum} in all; goodwill at "
                                 "one go is up to {limit}.", n_nights),
                               "n", DESK_ARG_INT, n_nights),
                             "sum", DESK_ARG_MONEY, sum),
                           "limit", DESK_ARG_MONEY, limit->amount_minor));
  if (reason != NULL && g_strv_contains ((const char *const *) reason->kinds, "correction"))
    desk_flags_add (row, desk_message_words (
                           desk_message_new ("price-lowered",
                                             /* Translators: {reason} is "Charged twice" … */
                                             N_("“{reason}” is an error; nothing on record "
                                                "shows it.")),
                           "reason", &reason->words, reason->name));
}

/* What was undone says so itself: in the record of the undo. */
static gboolean
mark_undone (DeskHouse       *house,
             const GPtrArray *rows,
             const DeskDate   days[2],
             GError         **error)
{
  g_autoptr (GPtrArray) details = desk_adjustment_table_list_undos (desk_house_get_db (house),
                                                                    days[0], days[1], error);
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);
  guint i;
  guint k;

  if (details == NULL)
    return FALSE;
  for (i = 0; i < details->len; i++)
    {
      g_autoptr (DeskPlan) plan = desk_plan_new ("undo");
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));

      desk_detail_parse (g_ptr_array_index (details, i), plan, lines);
      for (k = 0; k < plan->effects->len; k++)
        {
          const DeskEffect *effect = g_ptr_array_index (plan->effects, k);

          if (effect->kind == DESK_EFFECT_ENTRY_STATE)
            g_hash_table_add (entries, g_memdup2 (&effect->id, sizeof effect->id));
        }
    }
  for (i = 0; i < rows->len; i++)
    {
      DeskAdjustment *row = g_ptr_array_index (rows, i);

      row->undone = g_hash_table_contains (entries, &row->record->entry_id);
    }
  return TRUE;
}

/* Nobody signs their own; what the night auditor gives is somebody else's to sign. */
static void
mark_own (const DeskContext *reader,
          DeskAdjustment    *row)
{
  const DeskAdjustmentRecord *record = row->record;

  if (*record->by == '\0')
    return;
  if (reader != NULL && g_strcmp0 (record->by, reader->user) == 0)
    row->mark = desk_message_new ("own", N_("Your own: cannot be signed by the same person."));
  else if (record->role == DESK_ROLE_NIGHT_AUDITOR)
    row->mark = desk_message_person (
      desk_message_new ("night",
                        /* Translators: {person} is the night auditor */
                        N_("By the night auditor: cannot be signed by the same person, "
                           "{person}.")),
      "person", record->by);
}

typedef struct
{
  DeskAdjustment *row;
  guint8          hash[DESK_HASH_SIZE];
} Lot;

static int
compare_lots (gconstpointer a,
              gconstpointer b)
{
  return memcmp (((const Lot *) a)->hash, ((const Lot *) b)->hash, DESK_HASH_SIZE);
}

static gboolean
takes_part (const GPtrArray *rows,
            guint            index)
{
  const DeskAdjustment *row = g_ptr_array_index (rows, index);
  const DeskAdjustment *before = index > 0 ? g_ptr_array_index (rows, index - 1) : NULL;
  gboolean first = before == NULL || before->record->entry_id != row->record->entry_id;

  return first && row->flags->len == 0 &&
         (desk_flags_is_given (row) || g_strcmp0 (row->record->kind, "refund") == 0);
}

/* The same rows come out of the same day, whoever looks and whenever; nobody can know them
 * before the day is over. */
static void
draw_day (DeskHouse       *house,
          const GPtrArray *rows,
          guint            begin,
          guint            end)
{
  static const guint8 zeros[DESK_HASH_SIZE];
  g_autoptr (GArray) lots = g_array_new (FALSE, FALSE, sizeof (Lot));
  const DeskAdjustment *first = g_ptr_array_index (rows, begin);
  const DeskFlagRule *rule = &desk_flags_get_policy (house, first->record)->flags[DESK_FLAG_DRAW];
  guint i;

  for (i = begin; rule->active && i < end; i++)
    {
      Lot lot = { g_ptr_array_index (rows, i), { 0 } };
      g_autoptr (DeskHasher) hasher = desk_hasher_new (zeros);

      if (!takes_part (rows, i))
        continue;
      desk_hasher_int (hasher, lot.row->record->business_date);
      desk_hasher_int (hasher, lot.row->record->entry_id);
      desk_hasher_finish (hasher, lot.hash);
      g_array_append_val (lots, lot);
    }
  g_array_sort (lots, compare_lots);
  for (i = 0; i < lots->len && i < (guint) rule->rows; i++)
    g_array_index (lots, Lot, i).row->drawn = TRUE;
}

static void
draw_rows (DeskHouse       *house,
           const GPtrArray *rows)
{
  guint begin = 0;
  guint i;

  for (i = 1; i <= rows->len; i++)
    {
      const DeskAdjustment *row = i < rows->len ? g_ptr_array_index (rows, i) : NULL;
      const DeskAdjustment *first = g_ptr_array_index (rows, begin);

      if (row != NULL && row->record->business_date == first->record->business_date)
        continue;
      draw_day (house, rows, begin, i);
      begin = i;
    }
}

/**
 * desk_flags_judge:
 * @house: the property, in a read transaction
 * @reader: (nullable): who reads; nobody signs their own
 * @rows: (element-type DeskAdjustment): all of @days, in their order
 * @days: first and last business date
 * @error: return location for a #GError
 *
 * Says of each row why somebody should look at it, where there is a reason.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_flags_judge (DeskHouse          *house,
                  const DeskContext  *reader,
                  GPtrArray          *rows,
                  const DeskDate      days[2],
                  GError            **error)
{
  guint i;

  if (rows->len == 0)
    return TRUE;
  if (!mark_undone (house, rows, days, error))
    return FALSE;
  desk_flags_judge_gifts (house, rows);
  for (i = 0; i < rows->len; i++)
    {
      DeskAdjustment *row = g_ptr_array_index (rows, i);

      judge_time (house, row);
      judge_cash_back (house, rows, i);
      judge_price (house, rows, row);
      mark_own (reader, row);
    }
  if (!desk_flags_judge_counts (house, rows, days, error))
    return FALSE;
  draw_rows (house, rows);
  return TRUE;
}

/**
 * desk_flags_add_seen:
 * @house: the property, in a read transaction
 * @day: the open business date
 * @rows: (element-type DeskAdjustment): gets a row for each room that somebody was seen in
 *   though the desk has no stay there
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_flags_add_seen (DeskHouse  *house,
                     DeskDate    day,
                     GPtrArray  *rows,
                     GError    **error)
{
  g_autoptr (GPtrArray) rooms = NULL;
  guint i;

  if (!desk_house_get_property (house)->flags[DESK_FLAG_SLEPT_IN].active)
    return TRUE;
  rooms = desk_room_table_list (desk_house_get_db (house), error);
  for (i = 0; rooms != NULL && i < rooms->len; i++)
    {
      const DeskRoomRecord *room = g_ptr_array_index (rooms, i);
      DeskAdjustment *row;

      if (room->retired || room->occupied || room->hk_occupied != 1)
        continue;
      row = g_new0 (DeskAdjustment, 1);
      row->record = desk_adjustment_record_new ();
      row->record->kind = g_strdup ("slept-in");
      row->record->business_date = day;
      row->record->by = g_strdup ("");
      row->record->room = g_strdup (room->number);
      row->flags = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
      desk_flags_add (row, desk_message_new ("slept-in",
                                             N_("Housekeeping saw somebody there; the desk has "
                                                "no stay in the room.")));
      g_ptr_array_add (rows, row);
    }
  return rooms != NULL;
}
