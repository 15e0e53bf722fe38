/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-private.h"

#include <string.h>

#include "desk-error.h"
#include "desk-folio-table.h"
#include "desk-import-stays.h"
#include "desk-line.h"
#include "desk-posting-table.h"

/*
 * The demo's clock goes from its first day to the one that is open, and everything that
 * happens is done by the services, by the people of the house, at its time.
 */

/* Who closes the days of the demo, and who takes its bookings in. */
#define AUDITOR "kaarina"
#define ADMINISTRATOR "otso"

/* Where they stand; like the names of the house, the same in every language. */
#define DESK "Lobby 1"

#define MINUTES_OF_DAY DESK_DEMO_TIME (24, 0)

/* A night takes about as long as so many lines. */
#define STEPS_OF_NIGHT 60

static gint64
read_demo_clock (gpointer source)
{
  DeskDemoRun *self = source;

  return self->now;
}

static void
fill_with_random (gpointer  source,
                  guint8   *bytes,
                  gsize     length)
{
  DeskDemoRun *self = source;

  self->outer->random (self->outer->source, bytes, length);
}

/* What is told of today cannot have happened later than now. */
static void
limit_clock (DeskDemoRun *self)
{
  gint64 now = self->outer->now (self->outer->source);

  self->latest = desk_date_at (now, self->zone) == self->demo->today ? now : 0;
}

/**
 * desk_demo_run_init:
 * @self: (out caller-allocates): zeroed; must not be moved in memory
 * @demo: what is made
 * @outer: the real clock and randomness
 *
 * Gets ready; the file, the house and what happens in it are for the caller to fill in.
 */
void
desk_demo_run_init (DeskDemoRun       *self,
                    const DeskDemo    *demo,
                    const DeskContext *outer)
{
  self->demo = demo;
  self->outer = outer;
  self->context = *outer;
  self->context.now = read_demo_clock;
  self->context.random = fill_with_random;
  self->context.source = self;
  self->context.desk = DESK;
  self->zone = g_time_zone_new_identifier ("Europe/Helsinki");
  if (self->zone == NULL)
    self->zone = g_time_zone_new_utc ();
  limit_clock (self);
}

void
desk_demo_run_clear (DeskDemoRun *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->house, desk_house_close);
  g_clear_pointer (&self->days, desk_demo_days_free);
  g_clear_pointer (&self->hotel, desk_demo_hotel_free);
}

/* Moves the demo's clock to a minute of one of its days, or of the night after it. */
void
desk_demo_run_set_clock (DeskDemoRun *self,
                         DeskDate     date,
                         int          minute)
{
  g_autoptr (GDateTime) time = NULL;
  int day;
  int month;
  int year;

  desk_date_to_dmy (date + minute / MINUTES_OF_DAY, &day, &month, &year);
  minute %= MINUTES_OF_DAY;
  time = g_date_time_new (self->zone, year, month, day, minute / 60, minute % 60, 0);
  if (time != NULL)
    self->now = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  if (self->latest != 0)
    self->now = MIN (self->now, self->latest);
}

/**
 * desk_demo_run_act_as:
 * @self: a run whose house is open
 * @login: somebody of the house
 * @error: return location for a #GError
 *
 * What is done from now on is done by that person.
 *
 * Returns: %FALSE with %DESK_ERROR_NOT_FOUND
 */
gboolean
desk_demo_run_act_as (DeskDemoRun  *self,
                      const char   *login,
                      GError      **error)
{
  const DeskProperty *property = desk_house_get_property (self->house);
  guint i;

  for (i = 0; i < property->users->len; i++)
    {
      const DeskUserSpec *user = g_ptr_array_index (property->users, i);

      if (strcmp (user->login, login) == 0)
        {
          self->context.user = user->login;
          self->context.role = user->role;
          return TRUE;
        }
    }
  g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "nobody is called %s", login);
  return FALSE;
}

/**
 * desk_demo_run_import:
 * @self: a run whose house is open
 * @text: a stays file
 * @name: what it is called
 * @error: return location for a #GError
 *
 * Returns: %FALSE where a stay of it was refused
 */
gboolean
desk_demo_run_import (DeskDemoRun  *self,
                      const char   *text,
                      const char   *name,
                      GError      **error)
{
  g_autoptr (DeskImportResult) result = NULL;

  if (!desk_demo_run_act_as (self, ADMINISTRATOR, error))
    return FALSE;
  result = desk_import_stays (self->house, &self->context,
                              &(DeskStaysFile){ text, -1, name, FALSE, NULL }, error);
  if (result == NULL)
    return FALSE;
  if (result->refused > 0)
    {
      const DeskImportError *first = g_ptr_array_index (result->errors, 0);

      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "%s:%d: %s: %s", name, first->line,
                   first->field, first->reason);
      return FALSE;
    }
  return TRUE;
}

static void
report (DeskDemoRun *self,
        guint        n_steps)
{
  self->n_done += n_steps;
  if (self->demo->progress != NULL)
    self->demo->progress (self->n_done, self->n_steps, self->demo->user_data);
}

/* The action is about the newest line of its bill that has a certain code. */
static gboolean
find_newest (DeskDemoRun         *self,
             const DeskDemoLine  *line,
             GError             **error)
{
  DeskDb *db = desk_house_get_db (self->house);
  g_autoptr (DeskFolioRecord) folio = NULL;
  g_autoptr (GPtrArray) postings = NULL;
  guint i;

  if (!desk_folio_table_find_for_stay (db, line->action->stay_id, &folio, error))
    return FALSE;
  g_assert (folio != NULL);
  postings = desk_posting_table_load_folio (db, folio->id, error);
  if (postings == NULL)
    return FALSE;
  for (i = postings->len; i > 0; i--)
    {
      const DeskPosting *posting = g_ptr_array_index (postings, i - 1);

      if (posting->kind != DESK_POSTING_CHARGE || g_strcmp0 (posting->code, line->newest) != 0)
        continue;
      line->action->lines = g_array_new (FALSE, FALSE, sizeof (gint));
      g_array_append_val (line->action->lines, posting->line);
      return TRUE;
    }
  g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "no line of %s has %s", line->ref,
               line->newest);
  return FALSE;
}

static gboolean
do_action (DeskDemoRun       *self,
           const DeskAction  *action,
           GError           **error)
{
  g_autoptr (DeskOutcome) outcome =
    desk_action_do (self->house, &self->context, action, NULL, NULL, error);

  return outcome != NULL;
}

static gboolean
run_typed (DeskDemoRun         *self,
           const DeskDemoLine  *line,
           GError             **error)
{
  g_autoptr (DeskLine) parsed =
    desk_line_parse (self->house, line->text, 0, desk_catalog_get_default (), error);

  if (parsed == NULL)
    return FALSE;
  if (parsed->kind == DESK_LINE_ACTION)
    return do_action (self, parsed->action, error);
  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_USAGE, "the line does nothing");
  return FALSE;
}

static gboolean
run_action (DeskDemoRun         *self,
            DeskDate             date,
            const DeskDemoLine  *line,
            GError             **error)
{
  DeskAction *action = line->action;

  if (action->verb == DESK_VERB_ROOMS)
    {
      if (!desk_demo_rounds_fill (self->house, date, line->minute, action, error))
        return FALSE;
      return action->rooms == NULL || do_action (self, action, error);
    }
  action->stay_id = desk_find_one (self->house, line->ref, error);
  return action->stay_id != 0 && (line->newest == NULL || find_newest (self, line, error)) &&
         do_action (self, action, error);
}

static gboolean
run_line (DeskDemoRun         *self,
          DeskDate             date,
          const DeskDemoLine  *line,
          GError             **error)
{
  char day[DESK_DATE_LENGTH];

  desk_demo_run_set_clock (self, date, line->minute);
  if (!desk_demo_run_act_as (self, line->by, error) ||
      !(line->text != NULL ? run_typed (self, line, error)
                           : run_action (self, date, line, error)))
    {
      g_prefix_error (error, "the demo on %s, %s %s: ", desk_date_print (date, day), line->by,
                      line->text != NULL ? line->text : line->ref);
      return FALSE;
    }
  report (self, 1);
  return TRUE;
}

/* What happened on one day; every day but the last is closed the night after. */
static gboolean
run_day (DeskDemoRun  *self,
         DeskDate      date,
         GError      **error)
{
  g_autofree char *stays = NULL;
  const GPtrArray *lines;
  guint i;

  if (self->hotel != NULL)
    stays = desk_demo_hotel_dup_stays (self->hotel, date);
  desk_demo_run_set_clock (self, date, DESK_DEMO_TIME (6, 10));
  if (stays != NULL && !desk_demo_run_import (self, stays, "bookings", error))
    return FALSE;

  lines = desk_demo_days_get_lines (self->days, date);
  for (i = 0; lines != NULL && i < lines->len; i++)
    if (!run_line (self, date, g_ptr_array_index (lines, i), error))
      return FALSE;
  if (date == self->demo->today)
    return TRUE;

  desk_demo_run_set_clock (self, date + 1, DESK_DEMO_TIME (2, 30));
  if (!desk_demo_run_act_as (self, AUDITOR, error) ||
      !desk_close_day (self->house, &self->context, date, NULL, error))
    return FALSE;
  report (self, STEPS_OF_NIGHT);
  return TRUE;
}

/**
 * desk_demo_run_days:
 * @self: a run whose house is open
 * @first: its first day
 * @error: return location for a #GError
 *
 * Runs the hotel from its first day to the one that stays open.
 *
 * Returns: %FALSE where something that happens could not be done
 */
gboolean
desk_demo_run_days (DeskDemoRun  *self,
                    DeskDate      first,
                    GError      **error)
{
  DeskDate today = self->demo->today;
  DeskDate date;

  self->n_steps = desk_demo_days_get_n_lines (self->days) +
                  STEPS_OF_NIGHT * (guint) (today - first);
  for (date = first; date <= today; date++)
    if (!run_day (self, date, error))
      return FALSE;
  return TRUE;
}
