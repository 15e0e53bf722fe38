/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-complain.h"
#include "desk-line-parse.h"
#include "desk-room-number.h"

/*
 * Lines about rooms, not about who is in them: rooms, what is said of them, until when
 * and why: `401-415 clean`, `401+403 dirty`, `404 ooo till 9 sep defect: shower cold`.
 */

/* Translators: each is a word that is typed behind the numbers of rooms: what is said of
 * them. It must differ from the verbs and from the others. rush: wanted next; ooo: out of order;
 * oos: out of service; back: in service again; seen: as housekeeping saw it, followed by
 * "occupied" or "vacant". */
static const DeskVerbRow statuses[] = {
  { NC_ ("status", "dirty"), FALSE, { -1 }, { -1 }, desk_line_build_rooms },
  { NC_ ("status", "clean"), FALSE, { -1 }, { -1 }, desk_line_build_rooms },
  { NC_ ("status", "inspected"), FALSE, { -1 }, { -1 }, desk_line_build_rooms },
  { NC_ ("status", "pickup"), FALSE, { -1 }, { -1 }, desk_line_build_rooms },
  { NC_ ("status", "rush"), FALSE, { -1 }, { -1 }, desk_line_build_rooms },
  {
    NC_ ("status", "ooo"), FALSE, { -1 },
    { DESK_SLOT_TILL, DESK_SLOT_REASON, -1 }, desk_line_build_rooms, "out-of-order",
  },
  {
    NC_ ("status", "oos"), FALSE, { -1 },
    { DESK_SLOT_TILL, DESK_SLOT_REASON, -1 }, desk_line_build_rooms, "out-of-order",
  },
  { NC_ ("status", "back"), FALSE, { -1 }, { -1 }, desk_line_build_rooms },
  {
    NC_ ("status", "seen"), FALSE, { DESK_SLOT_SEEN, -1 }, { -1 }, desk_line_build_rooms,
  },
};

/* Translators: typed behind "seen": whether housekeeping saw somebody in the room, or their
 * things; one word each. */
const char *const desk_line_seen_words[] = {
  NC_ ("line", "vacant"), NC_ ("line", "occupied"), NULL,
};

/**
 * desk_line_get_statuses:
 * @n_statuses: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_statuses): what can be said of rooms, in the
 *   order of #DeskRoomStatus
 */
const DeskVerbRow *
desk_line_get_statuses (guint *n_statuses)
{
  *n_statuses = G_N_ELEMENTS (statuses);
  return statuses;
}

/**
 * desk_line_read_seen:
 * @self: a line, at a word
 * @n_words: (out): stays 1
 * @value: (out): choice: 1: occupied, 0: vacant
 * @error: return location for a #GError
 *
 * Returns: whether the word says what was seen
 */
DeskValueMatch
desk_line_read_seen (const DeskLineParse  *self,
                     guint                *n_words,
                     DeskSlotValue        *value,
                     GError              **error)
{
  const DeskWord *word = desk_word_list_get (self->words, self->at);
  int i;

  for (i = 0; desk_line_seen_words[i] != NULL; i++)
    {
      if (!desk_line_is_word (self->catalog, word, "line", desk_line_seen_words[i]))
        continue;
      value->choice = i;
      return DESK_VALUE_YES;
    }
  return DESK_VALUE_NO;
}

static const DeskVerbRow *
find_status (const DeskCatalog *catalog,
             const DeskWord    *word)
{
  guint i;

  for (i = 0; word != NULL && i < G_N_ELEMENTS (statuses); i++)
    {
      if (desk_line_is_word (catalog, word, "status", statuses[i].word))
        return &statuses[i];
    }
  return NULL;
}

/* Letters, digits, and perhaps a letter, as set-up allows. */
static gboolean
is_number (const char *text)
{
  gsize letters = 0;
  gsize digits = 0;

  while (g_ascii_isalpha (text[letters]))
    letters++;
  while (g_ascii_isdigit (text[letters + digits]))
    digits++;
  text += letters + digits;
  return letters <= 2 && digits >= 1 && digits <= 4 &&
         (*text == '\0' || (g_ascii_isalpha (*text) && text[1] == '\0'));
}

static GStrv
split_rooms (const char *text)
{
  return g_strsplit (text, strchr (text, '+') != NULL ? "+" : "-", -1);
}

/* Several rooms in one word, whether or not there are such rooms. */
static gboolean
is_several (const DeskWord *word)
{
  g_auto (GStrv) parts = split_rooms (word->text);
  guint i;

  if (word->quoted || g_strv_length (parts) < 2 ||
      (strchr (word->text, '-') != NULL && g_strv_length (parts) != 2))
    return FALSE;
  for (i = 0; parts[i] != NULL; i++)
    {
      if (!is_number (parts[i]))
        return FALSE;
    }
  return TRUE;
}

static GStrv
list_range (const DeskProperty *property,
            const char         *first,
            const char         *last)
{
  g_autoptr (GStrvBuilder) rooms = g_strv_builder_new ();
  guint i;

  for (i = 0; i < property->rooms->len; i++)
    {
      const DeskRoomSpec *room = g_ptr_array_index (property->rooms, i);

      if (desk_room_number_in_range (room->number, first, last))
        g_strv_builder_add (rooms, room->number);
    }
  return g_strv_builder_end (rooms);
}

/* 401, 401-415 or 401+403; each room that is named is looked up, never guessed. */
static gboolean
read_rooms (DeskLineParse  *self,
            GStrv          *out,
            GError        **error)
{
  const char *text = desk_word_list_get (self->words, 0)->text;
  g_auto (GStrv) parts = split_rooms (text);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      const DeskRoomSpec *room = desk_property_get_room (self->property, parts[i]);

      if (room == NULL)
        {
          return desk_complain (error, DESK_ERROR_NOT_FOUND,
                                desk_message_text (
                                  desk_message_new (NULL, N_("There is no room {room}.")), "room",
                                  parts[i]));
        }
      g_free (parts[i]);
      parts[i] = g_strdup (room->number);
    }
  if (strchr (text, '-') == NULL)
    {
      *out = g_steal_pointer (&parts);
      return TRUE;
    }
  if (!desk_room_number_is_range (parts[0], parts[1]))
    {
      return desk_complain_of (error, DESK_ERROR_USAGE,
                               N_("\"{word}\" is no range: it goes from the first room to the "
                                  "last, as in 401-415"), text);
    }
  *out = list_range (self->property, parts[0], parts[1]);
  return TRUE;
}

static gboolean
refuse_status (const DeskLineParse  *self,
               GError              **error)
{
  const DeskWord *word = desk_word_list_get (self->words, 1);

  if (word == NULL)
    return desk_complain_of (error, DESK_ERROR_USAGE,
                             N_("\"{word}\" is followed by what is said of the rooms: dirty, "
                                "clean, inspected, pickup, rush, ooo, oos, back or seen"),
                             desk_word_list_get (self->words, 0)->text);
  return desk_complain_of (error, DESK_ERROR_USAGE,
                           N_("\"{word}\" cannot be said of rooms; what can: dirty, clean, "
                              "inspected, pickup, rush, ooo, oos, back or seen"), word->text);
}

/**
 * desk_line_take_rooms:
 * @self: a line
 * @taken: (out): whether it is about rooms
 * @error: return location for a #GError
 *
 * Reads a line that says something of rooms. A room alone is a subject too, so there the
 * word behind it decides.
 *
 * Returns: %FALSE where it is about rooms and not understood: %DESK_ERROR_NOT_FOUND for a
 *   room there is not, %DESK_ERROR_USAGE
 */
gboolean
desk_line_take_rooms (DeskLineParse  *self,
                      gboolean       *taken,
                      GError        **error)
{
  const DeskWord *first = desk_word_list_get (self->words, 0);
  const DeskVerbRow *status = find_status (self->catalog, desk_word_list_get (self->words, 1));
  gboolean several = is_several (first);

  /* A number that is no room is told as one: nobody is called 999, and searches for clean. */
  *taken = several || (status != NULL && !first->quoted &&
                       (is_number (first->text) ||
                        desk_property_get_room (self->property, first->text) != NULL));
  if (!*taken)
    return TRUE;

  if (status == NULL)
    return refuse_status (self, error);
  if (!read_rooms (self, &self->rooms, error))
    return FALSE;
  desk_line_mark (self, 0, 1, "room");
  desk_line_mark (self, 1, 1, "status");
  self->verb = status;
  self->at = 2;
  return desk_line_take_slots (self, error) && status->build (self, error);
}

static DeskRoomStatus
get_status (const DeskLineParse *self)
{
  gsize index = (gsize) (self->verb - statuses);

  if (index < DESK_ROOM_STATUS_SEEN_OCCUPIED)
    return (DeskRoomStatus) index;
  return self->values[DESK_SLOT_SEEN].choice ? DESK_ROOM_STATUS_SEEN_OCCUPIED
                                             : DESK_ROOM_STATUS_SEEN_VACANT;
}

gboolean
desk_line_build_rooms (DeskLineParse  *self,
                       GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_ROOMS);
  GString *canonical = g_string_new (desk_word_list_get (self->words, 0)->text);

  action->rooms = g_steal_pointer (&self->rooms);
  action->status = get_status (self);
  action->till = self->values[DESK_SLOT_TILL].date;
  action->reason = g_strdup (self->values[DESK_SLOT_REASON].text);

  g_string_append_printf (canonical, " %s", self->verb->word);
  if (self->filled[DESK_SLOT_SEEN])
    g_string_append_printf (canonical, " %s",
                            desk_line_seen_words[self->values[DESK_SLOT_SEEN].choice]);
  if (self->filled[DESK_SLOT_TILL])
    {
      g_autofree char *till = desk_date_to_string (action->till);

      g_string_append_printf (canonical, " till %s", till);
    }
  if (action->reason != NULL)
    g_string_append_printf (canonical, " %s", action->reason);
  self->line->canonical = g_string_free (canonical, FALSE);
  return TRUE;
}

/**
 * desk_line_is_undo:
 * @self: a line
 *
 * Returns: whether it is `undo` alone, which takes back what was last said of rooms
 */
gboolean
desk_line_is_undo (const DeskLineParse *self)
{
  return self->words->words->len == 1 && self->words->note == NULL &&
         desk_line_is_word (self->catalog, desk_word_list_get (self->words, 0), "verb", "undo");
}
