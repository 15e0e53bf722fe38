/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo.h"

#include <string.h>

#include "desk-demo-days.h"
#include "desk-demo-resources.h"
#include "desk-error.h"
#include "desk-file.h"
#include "desk-import-stays.h"
#include "desk-set-up.h"

#define FOLDER "/org/deskbell/Deskbell/demo/"
#define DATE_KEY "\nbusiness-date="
#define DATE_SIZE (DESK_DATE_LENGTH - 1)

/* Who closes the days of the demo, and who sets it up. */
#define AUDITOR "kaarina"
#define ADMINISTRATOR "otso"

/* One making of the demo. */
typedef struct
{
  const DeskDemo    *demo;
  const DeskContext *outer;     /* the real clock and randomness */
  DeskContext        context;   /* the demo's: its clock shows @now */
  gint64             now;
  gint64             latest;    /* the clock never goes beyond, or 0 */
  GTimeZone         *zone;
  DeskHouse         *house;
  DeskDemoDays      *days;
  guint              n_done;
} Making;

static void
making_clear (Making *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->house, desk_house_close);
  g_clear_pointer (&self->days, desk_demo_days_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static gint64
read_demo_clock (gpointer source)
{
  Making *self = source;

  return self->now;
}

static void
fill_with_random (gpointer  source,
                  guint8   *bytes,
                  gsize     length)
{
  Making *self = source;

  self->outer->random (self->outer->source, bytes, length);
}

/* A file of the demo; built wrong, there is no program to go on with. */
static const char *
get_file (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (desk_demo_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("The demo was built wrong: %s", error->message);
  return g_bytes_get_data (bytes, NULL);
}

/* The property file, beginning on the demo's first day. */
static char *
dup_property_text (DeskDate first)
{
  const char *text = get_file ("aurora.ini");
  const char *key = strstr (text, DATE_KEY);
  char day[DESK_DATE_LENGTH];

  g_assert (key != NULL);
  key += strlen (DATE_KEY);
  return g_strdup_printf ("%.*s%s%s", (int) (key - text), text, desk_date_print (first, day),
                          key + DATE_SIZE);
}

static void
report (Making *self)
{
  self->n_done++;
  if (self->demo->progress != NULL)
    self->demo->progress (self->n_done, desk_demo_days_get_n_steps (self->days),
                          self->demo->user_data);
}

/* Moves the demo's clock to a time of one of its days. */
static void
set_clock (Making   *self,
           DeskDate  date,
           int       hour,
           int       minute)
{
  g_autoptr (GDateTime) time = NULL;
  int day;
  int month;
  int year;

  desk_date_to_dmy (date, &day, &month, &year);
  time = g_date_time_new (self->zone, year, month, day, hour, minute, 0);
  if (time != NULL)
    self->now = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  if (self->latest != 0)
    self->now = MIN (self->now, self->latest);
}

static gboolean
act_as (Making      *self,
        const char  *login,
        GError     **error)
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

static gboolean
run_line (Making              *self,
          DeskDate             date,
          const DeskDemoLine  *line,
          GError             **error)
{
  g_autoptr (DeskLine) parsed = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;

  set_clock (self, date, line->hour, line->minute);
  if (act_as (self, line->by, error))
    parsed = desk_line_parse (self->house, line->text, 0, desk_catalog_get_default (), error);
  if (parsed != NULL && parsed->kind == DESK_LINE_ACTION)
    outcome = desk_action_do (self->house, &self->context, parsed->action, NULL, NULL, error);
  else if (parsed != NULL)
    g_set_error_literal (error, DESK_ERROR, DESK_ERROR_USAGE, "the line does nothing");

  if (outcome == NULL)
    {
      g_prefix_error (error, "the demo's line \"%s\": ", line->text);
      return FALSE;
    }
  report (self);
  return TRUE;
}

/* What happened on one day; every day but the last is closed the night after. */
static gboolean
run_day (Making    *self,
         DeskDate   date,
         GError   **error)
{
  const GPtrArray *lines = desk_demo_days_get_lines (self->days, date);
  guint i;

  for (i = 0; lines != NULL && i < lines->len; i++)
    if (!run_line (self, date, g_ptr_array_index (lines, i), error))
      return FALSE;
  if (date == self->demo->today)
    return TRUE;

  set_clock (self, date + 1, 2, 30);
  if (!act_as (self, AUDITOR, error) ||
      !desk_close_day (self->house, &self->context, date, NULL, error))
    return FALSE;
  report (self);
  return TRUE;
}

static gboolean
import_stays (Making  *self,
              GError **error)
{
  g_autofree char *text = desk_demo_days_dup_stays (get_file ("stays.json"), self->demo->today,
                                                    error);
  g_autoptr (DeskImportResult) result = NULL;

  if (text == NULL || !act_as (self, ADMINISTRATOR, error))
    return FALSE;
  result = desk_import_stays (self->house, &self->context,
                              &(DeskStaysFile){ text, -1, "stays.json", FALSE, NULL }, error);
  if (result == NULL)
    return FALSE;
  if (result->refused > 0)
    {
      const DeskImportError *first = g_ptr_array_index (result->errors, 0);

      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "stays.json:%d: %s: %s", first->line,
                   first->field, first->reason);
      return FALSE;
    }
  return TRUE;
}

/* Runs the hotel from its first day to the last, in a file nobody sees yet. */
static gboolean
run_hotel (Making      *self,
           const char  *path,
           GError     **error)
{
  const DeskSetUp options = { .test_clock = self->demo->test_clock, .replace = TRUE };
  DeskDate first = desk_demo_days_get_first (self->days);
  g_autofree char *text = dup_property_text (first);
  DeskDate date;

  set_clock (self, first, 6, 0);
  self->context.user = ADMINISTRATOR;
  self->context.role = DESK_ROLE_ADMINISTRATOR;
  if (!desk_set_up_create (path, &(DeskSetUpFile){ text, -1, "aurora.ini" }, &options,
                           &self->context, error))
    return FALSE;
  self->house = desk_house_open (path, error);
  if (self->house == NULL || !import_stays (self, error))
    return FALSE;
  for (date = first; date <= self->demo->today; date++)
    if (!run_day (self, date, error))
      return FALSE;
  g_clear_pointer (&self->house, desk_house_close);
  return TRUE;
}

/* Today's lines of the demo cannot have happened later than now. */
static void
limit_clock (Making *self)
{
  gint64 now = self->outer->now (self->outer->source);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, self->zone);
  DeskDate today = desk_date_from_dmy (g_date_time_get_day_of_month (local),
                                       g_date_time_get_month (local),
                                       g_date_time_get_year (local));

  self->latest = today == self->demo->today ? now : 0;
}

/**
 * desk_demo_build:
 * @path: where the demo will stand
 * @demo: how it is made
 * @context: the clock and the randomness; nobody need be signed in
 * @error: return location for a #GError
 *
 * Makes Hotel Aurora by running it: stays are imported, guests check in, lines
 * are posted by the desk's own grammar, and each night is closed, so that the
 * demo proves what it shows. It appears whole or not at all.
 *
 * Returns: %FALSE with %DESK_ERROR_EXISTS or another error, and nothing made
 */
gboolean
desk_demo_build (const char         *path,
                 const DeskDemo     *demo,
                 const DeskContext  *context,
                 GError            **error)
{
  g_auto (DeskNewFile) file = { NULL };
  g_auto (Making) making = { .demo = demo, .outer = context };

  if (!demo->replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_EXISTS, "%s is there already; it was left alone",
                   path);
      return FALSE;
    }

  making.context = *context;
  making.context.now = read_demo_clock;
  making.context.random = fill_with_random;
  making.context.source = &making;
  making.context.desk = "desk 1";
  making.zone = g_time_zone_new_identifier ("Europe/Helsinki");
  if (making.zone == NULL)
    making.zone = g_time_zone_new_utc ();
  making.days = desk_demo_days_new (get_file ("days.json"), demo->today, error);
  if (making.days == NULL)
    return FALSE;
  limit_clock (&making);

  return desk_new_file_begin (&file, path, error) &&
         run_hotel (&making, file.temporary, error) &&
         desk_new_file_publish (&file, demo->replace, error);
}

/**
 * desk_demo_create:
 * @path: where the demo will stand; what is there goes
 * @today: its open business date
 * @context: the clock and the randomness
 * @progress: (nullable): told how far it is, on this thread
 * @user_data: for @progress
 * @error: return location for a #GError
 *
 * Makes the demo hotel anew, as desk_demo_build() does.
 *
 * Returns: %FALSE with @error set, and what was there left alone
 */
gboolean
desk_demo_create (const char         *path,
                  DeskDate            today,
                  const DeskContext  *context,
                  DeskProgressFunc    progress,
                  gpointer            user_data,
                  GError            **error)
{
  const DeskDemo demo = {
    .today = today,
    .replace = TRUE,
    .progress = progress,
    .user_data = user_data,
  };

  return desk_demo_build (path, &demo, context, error);
}

/**
 * desk_demo_get_sign_in:
 *
 * Returns: (transfer none): who can sign in to the demo, and with which PINs
 */
const char *
desk_demo_get_sign_in (void)
{
  return get_file ("SIGN-IN.txt");
}
