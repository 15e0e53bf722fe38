/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-words.h"

#include "desk-explain.h"
#include "desk-fill.h"
#include "desk-format.h"
#include "desk-state-words.h"

static const char *
say (const DeskCatalog *catalog,
     const char        *msgid)
{
  return desk_catalog_pgettext (catalog, "room", msgid);
}

/**
 * desk_room_dup_service:
 * @row: a room
 * @catalog: the reader's language
 *
 * Returns: (transfer full) (nullable): "out of order until Wed 9 Sep", %NULL where it is
 *   in service
 */
char *
desk_room_dup_service (const DeskRackRow *row,
                       const DeskCatalog *catalog)
{
  gboolean order = g_str_equal (row->service, "ooo");
  g_autofree char *date = NULL;

  if (g_str_equal (row->service, "in"))
    return NULL;
  if (row->service_till == DESK_DATE_NONE)
    return g_strdup (order ? say (catalog, NC_("room", "out of order"))
                           : say (catalog, NC_("room", "out of service")));

  date = desk_say_date (catalog, row->service_till, DESK_DATE_WEEKDAY);
  if (order)
    /* Translators: {date} is the day on which the room can be used again */
    return desk_fill (say (catalog, NC_("room", "out of order until {date}")), "date", date, NULL);
  return desk_fill (say (catalog, NC_("room", "out of service until {date}")), "date", date, NULL);
}

/**
 * desk_discrepancy_say:
 * @discrepancy: between what was seen and what the desk knows
 * @catalog: the reader's language
 *
 * Returns: (transfer none) (nullable): "occupied, no stay"; %NULL where both agree
 */
const char *
desk_discrepancy_say (DeskDiscrepancy    discrepancy,
                      const DeskCatalog *catalog)
{
  switch (discrepancy)
    {
    case DESK_DISCREPANCY_SLEPT_IN:
      return say (catalog, NC_("room", "occupied, no stay"));
    case DESK_DISCREPANCY_VACANT:
      return say (catalog, NC_("room", "vacant, stay in house"));
    case DESK_DISCREPANCY_NONE:
      break;
    }
  return NULL;
}

static char *
dup_inside (const DeskRackRow *row,
            DeskDate           day,
            const DeskCatalog *catalog)
{
  g_autofree char *date = desk_say_date (catalog, row->inside->departure, DESK_DATE_WEEKDAY);

  if (row->inside->departure <= day)
    /* Translators: {guest} is in the room and leaves today */
    return desk_fill (say (catalog, NC_("room", "{guest} leaves today")), "guest",
                      row->inside->guest_name, NULL);

  /* Translators: {guest} is in the room; {date} is the day of departure: "until Sun 6 Sep" */
  return desk_fill (say (catalog, NC_("room", "{guest} until {date}")), "guest",
                    row->inside->guest_name, "date", date, NULL);
}

static void
add (GPtrArray *words,
     char      *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (words, text);
  else
    g_free (text);
}

static void
add_parties (GPtrArray         *words,
             const DeskRackRow *row,
             DeskDate           day,
             const DeskCatalog *catalog)
{
  if (row->inside != NULL)
    add (words, dup_inside (row, day, catalog));
  if (row->due != NULL)
    /* Translators: {guest} comes into the room today */
    add (words, desk_fill (say (catalog, NC_("room", "{guest} arrives")), "guest",
                           row->due->guest_name, NULL));
  if (row->next != NULL)
    {
      g_autofree char *date = desk_say_date (catalog, row->next->arrival, DESK_DATE_WEEKDAY);

      /* Translators: who has the room after who has it tonight */
      add (words, desk_fill (say (catalog, NC_("room", "next {guest}, {date}")), "guest",
                             row->next->guest_name, "date", date, NULL));
    }
}

static char *
join (GPtrArray  *words,
      const char *separator)
{
  g_ptr_array_add (words, NULL);
  return g_strjoinv (separator, (char **) words->pdata);
}

/**
 * desk_room_dup_facts:
 * @row: a room
 * @day: the open business date
 * @separator: between them
 * @catalog: the reader's language
 *
 * Returns: "occupied, dirty, Anna Kowalska until Sun 6 Sep": all there is to say
 */
char *
desk_room_dup_facts (const DeskRackRow *row,
                     DeskDate           day,
                     const char        *separator,
                     const DeskCatalog *catalog)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  add (words, g_strdup (row->occupied ? say (catalog, NC_("room", "occupied"))
                                      : say (catalog, NC_("room", "vacant"))));
  add (words, g_utf8_strdown (desk_say_clean (catalog, row->clean), -1));
  add (words, desk_room_dup_service (row, catalog));
  add (words, g_strdup (row->rush ? say (catalog, NC_("room", "wanted next")) : NULL));
  add (words, g_strdup (desk_discrepancy_say (desk_rack_row_get_discrepancy (row), catalog)));
  add_parties (words, row, day, catalog);
  return join (words, separator);
}

/* What the room has, in the house's words. */
static char *
dup_features (const DeskRackRow  *row,
              const DeskProperty *property,
              const char         *lang)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; row->features[i] != NULL; i++)
    add (words, g_strdup (desk_property_say_feature (property, row->features[i], lang)));
  return join (words, ", ");
}

/**
 * desk_room_dup_whole:
 * @view: a room
 * @property: the house
 * @catalog: the reader's language
 *
 * Returns: (transfer full): its facts, why it is out of service, and what it has, each on
 *   a line
 */
char *
desk_room_dup_whole (const DeskRoomView *view,
                     const DeskProperty *property,
                     const DeskCatalog  *catalog)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  add (lines, desk_room_dup_facts (view->row, view->business_date, "\n", catalog));
  add (lines, g_strdup (desk_say_reason (catalog, property, view->row->service_reason)));
  add (lines, dup_features (view->row, property, desk_catalog_get_language (catalog)));
  return join (lines, "\n");
}

/**
 * desk_room_night_say:
 * @night: of a room
 * @catalog: the reader's language
 *
 * Returns: (transfer none): whose night it is
 */
const char *
desk_room_night_say (const DeskRoomNight *night,
                     const DeskCatalog   *catalog)
{
  if (night->party != NULL)
    return night->party->guest_name;
  return night->blocked ? say (catalog, NC_("room", "× out of order"))
                        : say (catalog, NC_("room", "free"));
}

/**
 * desk_room_event_dup_text:
 * @event: something that was done to a room
 * @property: the house
 * @catalog: the reader's language
 *
 * Returns: (transfer full): "17 Nov 2026, 09:05  Aino Lehtonen  clean · vacant – note"
 */
char *
desk_room_event_dup_text (const DeskRoomEvent *event,
                          const DeskProperty  *property,
                          const DeskCatalog   *catalog)
{
  g_autofree char *at = desk_format_date_time (catalog, event->at, property->time_zone,
                                               DESK_DATE_MEDIUM);
  g_autoptr (GString) what = g_string_new (NULL);
  guint i;

  for (i = 0; i < event->what->len; i++)
    {
      g_autofree char *text = desk_message_render (g_ptr_array_index (event->what, i), catalog,
                                                   property);

      g_string_append_printf (what, "%s%s", i > 0 ? " · " : "", text);
    }
  if (event->undo)
    g_string_prepend (what, say (catalog, NC_("room", "taken back: ")));
  if (event->note != NULL)
    {
      g_autofree char *note = desk_fill (" – {note}", "note", event->note, NULL);

      g_string_append (what, note);
    }
  return g_strdup_printf ("%s  %s  %s", at,
                          desk_property_say_user (property, event->by), what->str);
}
