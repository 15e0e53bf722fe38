/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo.h"

#include <string.h>

#include "desk-complain.h"
#include "desk-demo-private.h"
#include "desk-demo-resources.h"
#include "desk-error.h"
#include "desk-file.h"
#include "desk-set-up.h"
#include "desk-state-words.h"
#include "desk-stays-file.h"

#define FOLDER "/org/deskbell/Deskbell/demo/"
#define PROPERTY_FILE "aurora.ini"
#define DATE_KEY "\nbusiness-date="
#define DATE_SIZE (DESK_DATE_LENGTH - 1)
#define ADMINISTRATOR "otso"

/* How far the full demo reaches from its open day, and the nights in which its rooms
 * are planned. */
#define DAYS_BEFORE 35
#define DAYS_AFTER 14
#define LONGEST 100

/* The rate plan whose list tells which room type is near to which. */
#define LIST_PLAN "FLEX"

/* Files of stays, and of what happens to them: what every demo has, then what the small
 * one and the full one have beside it. */
static const char *const small_stays[] = { "stays.json", "stays-small.json", NULL };
static const char *const small_days[] = { "days.json", "days-small.json", NULL };
static const char *const full_stays[] = { "stays.json", "stays-audit.json", NULL };
static const char *const full_days[] = { "days.json", "days-audit.json", NULL };

/* Rooms that stay free around today, for who has to be moved. */
static const char *const free_rooms[] = { "106", "229", "415" };
#define FREE_BEFORE 1
#define FREE_AFTER 3

/* A file of the demo; built wrong, there is no program to go on with. */
static GBytes *
get_bytes (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (desk_demo_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("The demo was built wrong: %s", error->message);
  return bytes;
}

static char *
dup_text (const char *name)
{
  g_autoptr (GBytes) bytes = get_bytes (name);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

/* The property file, beginning on the demo's first day. */
static char *
dup_property_text (DeskDate first)
{
  g_autofree char *text = dup_text (PROPERTY_FILE);
  const char *key = strstr (text, DATE_KEY);
  char day[DESK_DATE_LENGTH];

  g_assert (key != NULL);
  key += strlen (DATE_KEY);
  return g_strdup_printf ("%.*s%s%s", (int) (key - text), text, desk_date_print (first, day),
                          key + DATE_SIZE);
}

static const char *const *
get_stays (const DeskDemo *demo)
{
  return demo->small ? small_stays : full_stays;
}

/* What is told line by line; it comes before what the dice tell of the same minute. */
static gboolean
read_days (DeskDemoRun  *run,
           GError      **error)
{
  const char *const *names = run->demo->small ? small_days : full_days;

  run->days = desk_demo_days_new (run->demo->today);
  for (; *names != NULL; names++)
    {
      g_autofree char *text = dup_text (*names);

      if (!desk_demo_days_read (run->days, text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_hotel (DeskDemoRun  *run,
            GError      **error)
{
  const DeskDemoSpan span = { run->demo->today, DAYS_BEFORE, DAYS_AFTER };
  g_autofree char *names_text = NULL;
  g_autofree char *countries_text = NULL;
  g_autoptr (GBytes) bookings = NULL;
  g_autoptr (DeskDemoNames) names = NULL;

  if (run->demo->small)
    return TRUE;
  names_text = dup_text ("names.csv");
  countries_text = dup_text ("countries.csv");
  bookings = get_bytes ("bookings.csv");
  names = desk_demo_names_new (names_text, countries_text);
  run->hotel = desk_demo_hotel_new (bookings, names, &span, error);
  return run->hotel != NULL;
}

/* The rooms of the stays that are told one by one; the night before, the room is left. */
static gboolean
keep_rooms (const DeskDemoRun  *run,
            const char         *name,
            DeskDemoRooms      *rooms,
            GError            **error)
{
  g_autofree char *text = dup_text (name);
  g_autofree char *stays = desk_demo_days_dup_stays (text, run->demo->today, error);
  g_autoptr (GPtrArray) elements = NULL;
  guint i;
  guint j;

  if (stays == NULL)
    return FALSE;
  elements = desk_stays_file_read (stays, strlen (stays),
                                   desk_house_get_property (run->house)->digits, error);
  if (elements == NULL)
    return FALSE;
  for (i = 0; i < elements->len; i++)
    {
      const DeskFileElement *element = g_ptr_array_index (elements, i);
      const GPtrArray *nights = element->stay != NULL ? element->stay->nights : NULL;

      for (j = 0; nights != NULL && j < nights->len; j++)
        {
          const DeskFileNight *night = g_ptr_array_index (nights, j);

          if (night->room == NULL)
            continue;
          if (j == 0)
            desk_demo_rooms_keep (rooms, night->room, night->date - 1, night->date);
          desk_demo_rooms_keep (rooms, night->room, night->date, night->date + 1);
        }
    }
  return TRUE;
}

static gboolean
plan_hotel (DeskDemoRun  *run,
            DeskDate      first,
            GError      **error)
{
  const DeskProperty *property = desk_house_get_property (run->house);
  DeskDate today = run->demo->today;
  g_autoptr (DeskDemoRooms) rooms = NULL;
  const char *const *names;
  DeskDate date;
  guint i;

  if (run->hotel == NULL)
    return TRUE;
  rooms = desk_demo_rooms_new (property, LIST_PLAN, first, today + LONGEST);
  for (names = get_stays (run->demo); *names != NULL; names++)
    if (!keep_rooms (run, *names, rooms, error))
      return FALSE;
  for (i = 0; i < G_N_ELEMENTS (free_rooms); i++)
    desk_demo_rooms_keep (rooms, free_rooms[i], today - FREE_BEFORE, today + FREE_AFTER);
  for (date = first; date <= today; date++)
    desk_demo_rounds_add (run->days, date);
  return desk_demo_hotel_plan (run->hotel, property, rooms, run->days, error);
}

static gboolean
import_stays (DeskDemoRun  *run,
              GError      **error)
{
  const char *const *names;

  for (names = get_stays (run->demo); *names != NULL; names++)
    {
      g_autofree char *text = dup_text (*names);
      g_autofree char *stays = desk_demo_days_dup_stays (text, run->demo->today, error);

      if (stays == NULL || !desk_demo_run_import (run, stays, *names, error))
        return FALSE;
    }
  return TRUE;
}

/* Runs the hotel from its first day to the last, in a file nobody sees yet. Nothing is
 * lost with it, so that the disk is waited for only when it is whole. */
static gboolean
run_hotel (DeskDemoRun  *run,
           const char   *path,
           GError      **error)
{
  const DeskSetUp options = { .test_clock = run->demo->test_clock };
  g_autofree char *text = NULL;
  DeskDate first;

  if (!read_days (run, error) || !read_hotel (run, error))
    return FALSE;
  first = desk_demo_days_get_first (run->days);
  if (run->hotel != NULL)
    first = MIN (first, desk_demo_hotel_get_first (run->hotel));
  text = dup_property_text (first);

  desk_demo_run_set_clock (run, first, DESK_DEMO_TIME (6, 0));
  run->context.user = ADMINISTRATOR;
  run->context.role = DESK_ROLE_ADMINISTRATOR;
  if (!desk_set_up_fill (path, &(DeskSetUpFile){ text, -1, PROPERTY_FILE }, &options,
                         &run->context, error))
    return FALSE;
  run->house = desk_house_open (path, error);
  if (run->house == NULL || !desk_db_forgo_durability (desk_house_get_db (run->house), error) ||
      !import_stays (run, error) || !plan_hotel (run, first, error) ||
      !desk_demo_run_days (run, first, error))
    return FALSE;
  g_clear_pointer (&run->house, desk_house_close);
  return TRUE;
}

/**
 * desk_demo_build:
 * @path: where the demo will stand
 * @demo: how it is made
 * @context: the clock and the randomness; nobody need be signed in
 * @error: return location for a #GError
 *
 * Makes Hotel Aurora by running it: stays are imported, guests check in, lines
 * are posted, and each night is closed, all by the services the desk uses, so that
 * the demo proves what it shows. It appears whole or not at all.
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
  g_auto (DeskDemoRun) run = { NULL };

  desk_new_file_sweep (path);
  if (!demo->replace && g_file_test (path, G_FILE_TEST_EXISTS))
    return desk_complain_of_file (error, DESK_ERROR_EXISTS,
                                  N_("{file} is there already; it was left alone"), path);

  desk_demo_run_init (&run, demo, context);
  return desk_new_file_begin (&file, path, error) &&
         run_hotel (&run, file.temporary, error) &&
         desk_new_file_publish (&file, demo->replace, error);
}

/**
 * desk_demo_create:
 * @path: where the demo will stand; what is there goes
 * @today: the day it shows, or the last one before that it can show
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
    .today = desk_demo_find_day (today),
    .replace = TRUE,
    .progress = progress,
    .user_data = user_data,
  };

  return desk_demo_build (path, &demo, context, error);
}

/**
 * desk_demo_find_day:
 * @asked: a day
 *
 * Returns: the day the full demo shows when it is asked for that one: the last day not
 *   after it that is of the same day of the week as the day its bookings are taken from
 */
DeskDate
desk_demo_find_day (DeskDate asked)
{
  return desk_demo_hotel_find_day (asked);
}

/**
 * desk_demo_dup_sign_in:
 * @catalog: language of who reads it
 *
 * Returns: (transfer full): what the demo is, who can sign in to it, and with which PINs
 */
char *
desk_demo_dup_sign_in (const DeskCatalog *catalog)
{
  g_autofree char *text = dup_text (PROPERTY_FILE);
  g_autoptr (DeskProperty) property = desk_property_parse (text, -1, PROPERTY_FILE, NULL);
  GString *said = g_string_new (NULL);
  guint i;

  g_string_append (said,
                   desk_catalog_gettext (catalog, N_("Hotel Aurora is a demo: real bookings of "
                                                     "2016, invented guests, Finland’s VAT of 2026 "
                                                     "and\nan invented city levy. Sign in as")));
  g_string_append (said, "\n\n");
  for (i = 0; i < property->users->len; i++)
    {
      const DeskUserSpec *user = g_ptr_array_index (property->users, i);

      g_string_append_printf (said, "  %-9s %s   %s\n", user->login, user->pin,
                              desk_say_role (catalog, user->role));
    }
  return g_string_free (said, FALSE);
}
