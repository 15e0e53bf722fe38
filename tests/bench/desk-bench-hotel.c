/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-hotel.h"

#include <glib/gstdio.h>

#include "desk-action.h"
#include "desk-close-day.h"
#include "desk-error.h"
#include "desk-import-stays.h"
#include "desk-set-up.h"

/* Stays in one file, so that memory stays flat however many there are. */
#define CHUNK 2000

#define FIRST_DATE "2024-02-26"

static const char property_head[] =
  "[property]\nname=Hotel of Numbers\ncurrency=EUR\nminor-digits=2\n"
  "time-zone=Europe/Amsterdam\nbusiness-date=" FIRST_DATE "\nvat-level=invoice\n"
  "[rate-plan BB]\nprice=109.00\npackage=BFST:adults\n"
  "[rate-plan HB]\nprice=139.00\npackage=BFST:adults;DINN:adults\n"
  "[code ROOM]\nkind=charge\nclass=room\ntext=Room\n"
  "[code BFST]\nkind=charge\nclass=food\nprice=16.50\ntext=Breakfast\n"
  "[code DINN]\nkind=charge\nclass=food\nprice=29.00\ntext=Dinner\n"
  "[code MINI]\nkind=charge\nclass=drink\nprice=4.50\ntext=Minibar\n"
  "[code TOUR]\nkind=charge\nclass=tour\nprice=12.00\ntext=Boat trip\n"
  "[code TOURTAX]\nkind=tax\ntax=tour\ntext=Tour tax\n"
  "[code CITYTAX]\nkind=tax\ntax=city\ntext=City tax\n"
  "[code CASH]\nkind=payment\ntext=Cash\n"
  "[tax vat-9]\nclass=room;food\nkind=percent\nrate=9\nmode=inclusive\nbase=net\n"
  "[tax vat-21]\nclass=drink\nkind=percent\nrate=21\nmode=inclusive\nbase=net\n"
  "[tax city]\nclass=room\nkind=percent\nrate=12.5\nmode=exclusive\nbase=net\n"
  "round=half-up\nstep=0.01\nround-at=night\nvat=no\nreducible=yes\n"
  "[tax tour]\nclass=tour\nkind=percent\nrate=5\nmode=exclusive\nbase=net\n"
  "round=half-up\nstep=0.01\nround-at=line\nvat=no\nreducible=yes\n"
  "[reason noise]\nkind=move;goodwill\ntext=Noise\n"
  "[reason price]\nkind=correction;allowance\ntext=Price other than agreed\n"
  "[user bench]\nname=Bench\nrole=manager\npin=4711\n";

/* One more than guests have: somebody may be moved there. */
static char *
make_property (guint n_rooms)
{
  GString *text = g_string_new (property_head);
  guint i;

  for (i = 0; i <= n_rooms; i++)
    g_string_append_printf (text, "[room %04u]\ntype=STD\nfloor=%u\n", i, i / 100);
  return g_string_free (text, FALSE);
}

/**
 * desk_bench_hotel_new:
 * @path: where; what is there is replaced
 * @n_rooms: at most 10,000
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): an empty hotel, open
 */
DeskBenchHotel *
desk_bench_hotel_new (const char  *path,
                      guint        n_rooms,
                      GError     **error)
{
  g_autoptr (DeskBenchHotel) self = g_new0 (DeskBenchHotel, 1);
  g_autofree char *property = make_property (n_rooms);
  const DeskSetUp options = { .test_clock = TRUE, .replace = TRUE };

  self->path = g_strdup (path);
  self->n_rooms = n_rooms;
  desk_context_init_system (&self->context);
  self->context.user = "bench";
  self->context.role = DESK_ROLE_MANAGER;
  self->context.desk = "bench";
  self->context.lang = "en";

  g_unlink (path);
  if (!desk_set_up_create (path, &(DeskSetUpFile){ property, -1, "property.ini" }, &options,
                           &self->context, error))
    return NULL;
  self->house = desk_house_open (path, error);
  return self->house != NULL ? g_steal_pointer (&self) : NULL;
}

void
desk_bench_hotel_free (DeskBenchHotel *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->house, desk_house_close);
  g_free (self->path);
  g_free (self);
}

/**
 * desk_bench_hotel_dup_free_room:
 *
 * Returns: (transfer full): the number of the room that no guest comes with
 */
char *
desk_bench_hotel_dup_free_room (const DeskBenchHotel *self)
{
  return g_strdup_printf ("%04u", self->n_rooms);
}

/**
 * desk_bench_hotel_set_durable:
 * @durable: whether each transaction waits for the disk; while filling it need not
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_bench_hotel_set_durable (DeskBenchHotel  *self,
                              gboolean         durable,
                              GError         **error)
{
  return desk_db_exec (desk_house_get_db (self->house),
                       durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF", error);
}

/* Confirmation numbers of test stays need no check character. */
static void
append_stay (DeskBenchHotel *self,
             guint           number,
             DeskDate        first_day,
             guint           n_nights,
             GString        *json)
{
  gboolean has_room = number < self->n_rooms;
  DeskDate arrival = has_room ? first_day : first_day + 60 + (DeskDate) (number % 365);
  g_autofree char *name = desk_bench_name (number);
  char date[DESK_DATE_LENGTH];
  guint i;

  if (!has_room)
    n_nights = 1 + number % 3;
  g_string_append_printf (json, "%s{\"confirmation\":\"BN-%07u\",", json->len > 1 ? ",\n" : "",
                          number);
  g_string_append_printf (json, "\"guest\":{\"name\":\"%s\",\"lang\":\"fi\"},", name);
  g_string_append_printf (json, "\"adults\":%u,\"children_ages\":[],\"arrival\":\"%s\",",
                          1 + number % 2, desk_date_print (arrival, date));
  g_string_append_printf (json, "\"departure\":\"%s\",\"rate_plan\":\"BB\",\"collects\":\"hotel\",",
                          desk_date_print (arrival + (DeskDate) n_nights, date));
  g_string_append_printf (json, "\"rate_shown\":true,\"references\":[{\"kind\":\"agency\","
                                "\"value\":\"XA%08u\"}],\"nights\":[", number);
  for (i = 0; i < n_nights; i++)
    {
      g_string_append_printf (json, "%s{\"date\":\"%s\"", i > 0 ? "," : "",
                              desk_date_print (arrival + (DeskDate) i, date));
      if (has_room)
        g_string_append_printf (json, ",\"room\":\"%04u\"", number);
      g_string_append_printf (json, ",\"room_type\":\"STD\",\"price\":\"%u.50\"}",
                              80 + number % 50);
    }
  g_string_append (json, "]}");
}

/**
 * desk_bench_hotel_dup_stays:
 * @n_stays: how many more
 * @n_nights: of those who have a room
 *
 * Returns: (transfer full): the stays file of the next guests
 */
char *
desk_bench_hotel_dup_stays (DeskBenchHotel *self,
                            guint           n_stays,
                            guint           n_nights)
{
  GString *json = g_string_new ("[");
  DeskDate first_day;
  guint i;

  desk_date_parse (FIRST_DATE, &first_day, NULL);
  for (i = 0; i < n_stays; i++)
    append_stay (self, self->n_stays + i, first_day, n_nights, json);
  self->n_stays += n_stays;
  g_string_append (json, "]\n");
  return g_string_free (json, FALSE);
}

/**
 * desk_bench_hotel_import:
 * @stays: a stays file
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set where a stay was refused, too
 */
gboolean
desk_bench_hotel_import (DeskBenchHotel  *self,
                         const char      *stays,
                         GError         **error)
{
  g_autoptr (DeskImportResult) result =
    desk_import_stays (self->house, &self->context,
                       &(DeskStaysFile){ stays, -1, "stays.json", FALSE, NULL }, error);

  if (result == NULL)
    return FALSE;
  if (result->refused > 0)
    {
      const DeskImportError *first = g_ptr_array_index (result->errors, 0);

      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "line %d, %s: %s", first->line,
                   first->field, first->reason);
      return FALSE;
    }
  return TRUE;
}

gboolean
desk_bench_hotel_fill (DeskBenchHotel     *self,
                       guint               n_stays,
                       guint               n_nights,
                       DeskBenchProgress   progress,
                       GError            **error)
{
  while (self->n_stays < n_stays)
    {
      g_autofree char *stays =
        desk_bench_hotel_dup_stays (self, MIN (CHUNK, n_stays - self->n_stays), n_nights);

      if (!desk_bench_hotel_import (self, stays, error))
        return FALSE;
      if (progress != NULL)
        progress (self->n_stays, n_stays);
    }
  return TRUE;
}

/**
 * desk_bench_hotel_check_in:
 * @progress: (nullable): told how far it is
 * @error: return location for a #GError
 *
 * Checks everybody in who has a room. Stays are numbered as they were imported.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_bench_hotel_check_in (DeskBenchHotel     *self,
                           DeskBenchProgress   progress,
                           GError            **error)
{
  guint n = MIN (self->n_rooms, self->n_stays);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_CHECK_IN, (gint64) i + 1);
      g_autoptr (DeskOutcome) outcome =
        desk_action_do (self->house, &self->context, action, NULL, NULL, error);

      if (outcome == NULL)
        return FALSE;
      if (progress != NULL)
        progress (i + 1, n);
    }
  return TRUE;
}

gboolean
desk_bench_hotel_close_days (DeskBenchHotel     *self,
                             guint               n_days,
                             DeskBenchProgress   progress,
                             GError            **error)
{
  guint i;

  for (i = 0; i < n_days; i++)
    {
      DeskDate date;

      if (!desk_house_get_business_date (self->house, &date, error) ||
          !desk_close_day (self->house, &self->context, date, NULL, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, n_days);
    }
  return TRUE;
}

/**
 * desk_bench_hotel_post:
 * @stay_id: a stay in house
 * @code: an article
 * @n_lines: how many of them are posted to it, one after the other
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_bench_hotel_post (DeskBenchHotel  *self,
                       gint64           stay_id,
                       const char      *code,
                       guint            n_lines,
                       GError         **error)
{
  guint i;

  for (i = 0; i < n_lines; i++)
    {
      g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_POST, stay_id);
      g_autoptr (DeskOutcome) outcome = NULL;

      action->code = g_strdup (code);
      action->quantity = 1 + i % 3;
      outcome = desk_action_do (self->house, &self->context, action, NULL, NULL, error);
      if (outcome == NULL)
        return FALSE;
    }
  return TRUE;
}
