/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-views.h"

#include <string.h>

#include "desk-disposition-table.h"
#include "desk-explain-private.h"
#include "desk-folio-table.h"
#include "desk-posting-table.h"
#include "desk-promise-table.h"
#include "desk-room-table.h"
#include "desk-views-private.h"

/* What the day holds, and on which rows of it somebody must look. */

/* A room somebody may be given: done, and nobody in it. */
static guint
look_at_arrival (const DeskStaySummary *summary,
                 DeskDate               business_date)
{
  guint looks = summary->arrival < business_date ? DESK_LOOK_LATE : 0;

  if (summary->room == NULL)
    return looks | DESK_LOOK_NO_ROOM;
  if (summary->room_occupied || (strcmp (summary->room_clean, "clean") != 0 &&
                                 strcmp (summary->room_clean, "inspected") != 0))
    return looks | DESK_LOOK_NOT_READY;
  return looks;
}

/* How much more the nights that were promised are billed for. A bill without a promise is
 * above none; nights beyond it were agreed on later. */
static gboolean
measure_promise (DeskDb   *db,
                 gint64    stay_id,
                 gint64   *above_minor,
                 GError  **error)
{
  g_autoptr (DeskPromiseRecord) promise = NULL;
  g_autoptr (DeskFolioRecord) record = NULL;
  DeskFolioView folio = { .stay_id = stay_id };
  gboolean known;

  *above_minor = 0;
  if (!desk_promise_table_find_newest (db, stay_id, &promise, error) ||
      !desk_folio_table_find_for_stay (db, stay_id, &record, error))
    return FALSE;
  if (promise == NULL || promise->nights->len == 0 || record == NULL)
    return TRUE;

  folio.lines = desk_posting_table_load_folio (db, record->id, error);
  if (folio.lines == NULL)
    return FALSE;
  known = desk_explain_measure_promise (&folio, promise, above_minor, error);
  g_ptr_array_unref (folio.lines);
  return known;
}

static gboolean
look_at_departure (DeskDb       *db,
                   DeskStayRow  *row,
                   DeskDate      business_date,
                   GError      **error)
{
  if (!measure_promise (db, row->stay_id, &row->above_minor, error))
    return FALSE;

  if (row->departure < business_date)
    row->looks |= DESK_LOOK_OVERDUE;
  if (row->above_minor > 0)
    row->looks |= DESK_LOOK_ABOVE_PROMISE;
  if (row->balance_minor < 0)
    row->looks |= DESK_LOOK_CREDIT;
  return TRUE;
}

/* Numbers of rooms as people read them: 99 before 204, and 1004 behind both. */
static gint
compare_rooms (const char *a,
               const char *b)
{
  gsize first;
  gsize second;

  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  first = strlen (a);
  second = strlen (b);
  if (first != second && g_ascii_isdigit (a[0]) && g_ascii_isdigit (b[0]))
    return first < second ? -1 : 1;
  return strcmp (a, b);
}

/* What stands first: the largest of what is to be looked at. */
static gint
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const DeskStayRow *first = *(const DeskStayRow *const *) a;
  const DeskStayRow *second = *(const DeskStayRow *const *) b;
  gint order;

  if (first->looks != second->looks)
    return first->looks > second->looks ? -1 : 1;
  order = compare_rooms (first->room, second->room);
  return order != 0 ? order : g_utf8_collate (first->guest_name, second->guest_name);
}

static GPtrArray *
load_list (DeskHouse     *house,
           DeskStayList   list,
           DeskDate       business_date,
           GError       **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (GPtrArray) summaries = desk_stay_summary_list (db, list, business_date, error);
  g_autoptr (GPtrArray) rows = NULL;
  guint i;

  if (summaries == NULL)
    return NULL;

  rows = desk_stay_rows_for_summaries (summaries);
  for (i = 0; i < rows->len; i++)
    {
      DeskStayRow *row = g_ptr_array_index (rows, i);

      if (list == DESK_STAY_LIST_ARRIVALS)
        row->looks = look_at_arrival (g_ptr_array_index (summaries, i), business_date);
      else if (list == DESK_STAY_LIST_DEPARTURES &&
               !look_at_departure (db, row, business_date, error))
        return NULL;
    }
  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

/* What was asked of a person longer ago is asked by its date. */
#define ASKED_FOR (30 * G_TIME_SPAN_DAY)

static gboolean
count_asked (DeskHouse          *house,
             const DeskContext  *reader,
             guint              *out,
             GError            **error)
{
  gint64 n = 0;

  if (reader != NULL && reader->user != NULL &&
      !desk_disposition_table_count_asked (desk_house_get_db (house), reader->user,
                                           reader->now (reader->source) - ASKED_FOR, &n, error))
    return FALSE;
  *out = (guint) n;
  return TRUE;
}

/**
 * desk_today_load:
 * @house: a house
 * @reader: (nullable): who reads: questions of the audit to them are counted
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): who comes, stays and leaves on the open
 *   day, read in one moment; in each list first what needs a hand, then by room; or
 *   %NULL with @error set
 */
DeskToday *
desk_today_load (DeskHouse          *house,
                 const DeskContext  *reader,
                 GError            **error)
{
  g_autoptr (DeskToday) self = g_new0 (DeskToday, 1);
  g_auto (DeskTx) tx = { NULL };

  if (!desk_tx_begin_read (&tx, desk_house_get_db (house), error) ||
      !desk_house_get_business_date (house, &self->business_date, error))
    return NULL;

  self->arrivals = load_list (house, DESK_STAY_LIST_ARRIVALS, self->business_date, error);
  if (self->arrivals == NULL)
    return NULL;
  self->in_house = load_list (house, DESK_STAY_LIST_IN_HOUSE, self->business_date, error);
  if (self->in_house == NULL)
    return NULL;
  self->departures = load_list (house, DESK_STAY_LIST_DEPARTURES, self->business_date, error);
  if (self->departures == NULL)
    return NULL;
  self->rush = desk_room_table_list_rush (desk_house_get_db (house), error);
  if (self->rush == NULL || !count_asked (house, reader, &self->n_asked, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_today_free (DeskToday *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->arrivals, g_ptr_array_unref);
  g_clear_pointer (&self->in_house, g_ptr_array_unref);
  g_clear_pointer (&self->departures, g_ptr_array_unref);
  g_clear_pointer (&self->rush, g_ptr_array_unref);
  g_free (self);
}
