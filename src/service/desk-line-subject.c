/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-complain.h"
#include "desk-confirmation.h"
#include "desk-error.h"
#include "desk-fold.h"
#include "desk-line-parse.h"
#include "desk-presence-table.h"
#include "desk-room-table.h"
#include "desk-views-private.h"

/* How many stays are looked at before a name is called ambiguous. */
#define MAX_CANDIDATES 50

/* How many nights back it is looked for who left a room last. */
#define MAX_NIGHTS_BACK 60

/* What the first word of a line leads to. */
typedef struct
{
  const DeskRoomSpec *room;     /* (nullable) */
  GPtrArray          *stays;    /* DeskStaySummary (nullable): known by that number */
  const char         *klass;    /* class of the word */
} Place;

static void
place_clear (Place *self)
{
  g_clear_pointer (&self->stays, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) desk_stay_summary_free);
}

static gboolean
get_night (const DeskLineParse  *self,
           DeskDate             *out,
           GError              **error)
{
  return desk_house_get_business_date (self->house, out, error);
}

/* One stay is the subject; several are for a person to choose from. */
static gboolean
choose (DeskLineParse    *self,
        const char       *typed,
        const GPtrArray  *stays,
        GError          **error)
{
  const DeskStaySummary *stay;

  if (stays->len > 1)
    {
      g_autofree char *list = desk_find_name_candidates (stays);

      return desk_complain (error, DESK_ERROR_AMBIGUOUS,
                            desk_message_text (
                              desk_message_about (N_("\"{word}\" fits more than one: {choices}"),
                                                  typed),
                              "choices", list));
    }
  g_return_val_if_fail (stays->len == 1, FALSE);

  stay = g_ptr_array_index (stays, 0);
  self->line->stay_id = stay->stay_id;
  g_free (self->subject);
  self->subject = g_strdup (stay->confirmation);
  return TRUE;
}

static gboolean
choose_id (DeskLineParse  *self,
           gint64          stay_id,
           const char     *typed,
           GError        **error)
{
  g_autoptr (GPtrArray) one = new_list ();
  DeskStaySummary *stay;
  DeskDate night;

  if (!get_night (self, &night, error))
    return FALSE;
  stay = desk_stay_summary_get (desk_house_get_db (self->house), stay_id, night, error);
  if (stay == NULL)
    return FALSE;
  g_ptr_array_add (one, stay);
  return choose (self, typed, one, error);
}

/* Whole words only: completion is the window's, not the grammar's. */
static gboolean
has_words (const DeskStaySummary  *stay,
           const char *const      *words)
{
  g_auto (GStrv) name = desk_fold_words (stay->guest_name);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) name, words[i]))
      return FALSE;
  return i > 0;
}

static GPtrArray *
keep_named (GPtrArray         *stays,
            const char *const *words)
{
  GPtrArray *kept = new_list ();

  while (stays->len > 0)
    {
      DeskStaySummary *stay = g_ptr_array_steal_index (stays, 0);

      if (has_words (stay, words))
        g_ptr_array_add (kept, stay);
      else
        desk_stay_summary_free (stay);
    }
  return kept;
}

static GPtrArray *
keep_room (GPtrArray  *stays,
           const char *room)
{
  GPtrArray *kept = new_list ();

  while (stays->len > 0)
    {
      DeskStaySummary *stay = g_ptr_array_steal_index (stays, 0);

      if (g_strcmp0 (stay->room, room) == 0)
        g_ptr_array_add (kept, stay);
      else
        desk_stay_summary_free (stay);
    }
  return kept;
}

static GPtrArray *
list_arrivals (const DeskLineParse  *self,
               const char           *room,
               GError              **error)
{
  g_autoptr (GPtrArray) due = NULL;
  DeskDate night;

  if (!get_night (self, &night, error))
    return NULL;
  due = desk_stay_summary_list (desk_house_get_db (self->house), DESK_STAY_LIST_ARRIVALS,
                                night, error);
  return due != NULL ? keep_room (due, room) : NULL;
}

static GPtrArray *
list_in_room (const DeskLineParse  *self,
              const char           *room,
              GError              **error)
{
  DeskDate night;

  if (!get_night (self, &night, error))
    return NULL;
  return desk_stay_summary_list_in_room (desk_house_get_db (self->house), room, night, error);
}

/* The words from @from to before @to, folded and apart. */
static GStrv
fold_words (const DeskLineParse *self,
            guint                from,
            guint                to)
{
  g_autoptr (GString) all = g_string_new (NULL);
  guint i;

  for (i = from; i < to; i++)
    g_string_append_printf (all, "%s ", desk_word_list_get (self->words, i)->folded);
  return desk_fold_words (all->str);
}

static gboolean
choose_arrival (DeskLineParse  *self,
                const char     *room,
                GError        **error)
{
  g_autoptr (GPtrArray) due = list_arrivals (self, room, error);

  if (due == NULL)
    return FALSE;
  if (due->len == 0)
    {
      return desk_complain_of (error, DESK_ERROR_NOT_FOUND,
                               N_("nobody who arrives today or is late has room {word}"), room);
    }
  return choose (self, room, due, error);
}

static GPtrArray *
keep_departed (GPtrArray *stays)
{
  GPtrArray *kept = new_list ();

  while (stays->len > 0)
    {
      DeskStaySummary *stay = g_ptr_array_steal_index (stays, 0);

      if (g_str_equal (stay->state, "departed"))
        g_ptr_array_add (kept, stay);
      else
        desk_stay_summary_free (stay);
    }
  return kept;
}

/* Who left the room last: the newest night in it of a party that is gone. */
static gboolean
choose_departed (DeskLineParse  *self,
                 const char     *room,
                 GError        **error)
{
  DeskDate night;
  int n;

  if (!get_night (self, &night, error))
    return FALSE;
  for (n = 0; n <= MAX_NIGHTS_BACK; n++)
    {
      g_autoptr (GPtrArray) there = desk_stay_summary_list_room (desk_house_get_db (self->house),
                                                                 room, night - n, error);
      g_autoptr (GPtrArray) gone = NULL;

      if (there == NULL)
        return FALSE;
      gone = keep_departed (there);
      if (gone->len > 0)
        return choose (self, room, gone, error);
    }
  return desk_complain_of (error, DESK_ERROR_NOT_FOUND, N_("nobody left room {word} lately"),
                           room);
}

/* Where the party went that was in the room last; *room is NULL where it did not move. */
static gboolean
find_moved (DeskLineParse   *self,
            const char      *number,
            DeskRoomRecord **room,
            GError         **error)
{
  DeskDb *db = desk_house_get_db (self->house);
  g_autoptr (DeskRoomRecord) left = NULL;
  g_autoptr (DeskPresenceRecord) was = NULL;
  g_autoptr (DeskPresenceRecord) is = NULL;

  *room = NULL;
  if (!desk_room_table_find (db, number, &left, error) ||
      (left != NULL && !desk_presence_table_find_left (db, left->id, &was, error)) ||
      (was != NULL && !desk_presence_table_find_open (db, was->occupancy_id, &is, error)))
    return FALSE;
  if (is == NULL)
    return TRUE;
  *room = desk_room_table_get (db, is->room_id, error);
  return *room != NULL;
}

/* Nobody is in the room; who was in it and moved is still here. */
static gboolean
complain_empty (DeskLineParse  *self,
                const char     *room,
                gboolean        awaited,
                GError        **error)
{
  g_autoptr (DeskRoomRecord) to = NULL;
  g_autoptr (GPtrArray) inside = NULL;

  if (!find_moved (self, room, &to, error))
    return FALSE;
  if (to != NULL)
    {
      inside = list_in_room (self, to->number, error);
      if (inside == NULL)
        return FALSE;
    }
  if (inside != NULL && inside->len > 0)
    {
      const DeskStaySummary *stay = g_ptr_array_index (inside, 0);
      DeskMessage *message = desk_message_about (
        /* Translators: {word} and {room} are numbers of rooms */
        N_("nobody is in room {word} now; {guest} moved to {room}"), room);

      desk_message_text (message, "guest", stay->guest_name);
      return desk_complain (error, DESK_ERROR_NOT_FOUND,
                            desk_message_text (message, "room", to->number));
    }
  return desk_complain_of (error, DESK_ERROR_NOT_FOUND,
                           awaited ? N_("nobody is in room {word} now; who arrives is "
                                        "\"{word} next\"")
                                   : N_("nobody is in room {word} now"),
                           room);
}

/* The party that is in the room; for a check-in, the one that is to be. */
static gboolean
choose_party (DeskLineParse  *self,
              const char     *room,
              GError        **error)
{
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (GPtrArray) due = list_arrivals (self, room, error);

  if (due == NULL)
    return FALSE;
  if (self->verb != NULL && self->verb->arrives && due->len > 0)
    return choose (self, room, due, error);

  inside = list_in_room (self, room, error);
  if (inside == NULL)
    return FALSE;
  if (inside->len > 0)
    return choose (self, room, inside, error);

  return complain_empty (self, room, due->len > 0, error);
}

static gboolean
choose_sharer (DeskLineParse  *self,
               const char     *room,
               guint           n_words,
               GError        **error)
{
  g_auto (GStrv) words = fold_words (self, 1, n_words);
  const char *first = desk_word_list_get (self->words, 1)->text;
  g_autoptr (GPtrArray) inside = list_in_room (self, room, error);
  g_autoptr (GPtrArray) named = NULL;

  if (inside == NULL)
    return FALSE;
  named = keep_named (inside, (const char *const *) words);
  if (named->len > 0)
    {
      desk_line_mark (self, 1, n_words - 1, "name");
      return choose (self, first, named, error);
    }

  return desk_complain (error, DESK_ERROR_USAGE,
                        desk_message_text (
                          desk_message_about (N_("\"{word}\" is neither a command nor a guest in "
                                                 "{place}"), first),
                          "place", room));
}

static gboolean
choose_in_room (DeskLineParse  *self,
                const char     *room,
                guint           n_words,
                GError        **error)
{
  const DeskWord *second = desk_word_list_get (self->words, 1);

  if (n_words == 1)
    return choose_party (self, room, error);

  /* Translators: typed after a room, for the party that arrives next; one word. */
  if (n_words == 2 && desk_line_is_word (self->catalog, second, "line", NC_ ("line", "next")))
    {
      desk_line_mark (self, 1, 1, "party");
      return choose_arrival (self, room, error);
    }
  /* Translators: typed after a room, for the party that left it last; one word. */
  if (n_words == 2 && desk_line_is_word (self->catalog, second, "line", NC_ ("line", "last")))
    {
      desk_line_mark (self, 1, 1, "party");
      return choose_departed (self, room, error);
    }
  return choose_sharer (self, room, n_words, error);
}

static gboolean
choose_name (DeskLineParse  *self,
             guint           n_words,
             GError        **error)
{
  g_auto (GStrv) words = fold_words (self, 0, n_words);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) named = NULL;
  g_autofree char *typed = g_strjoinv (" ", words);

  if (*typed == '\0')
    {
      return desk_complain_of (error, DESK_ERROR_USAGE, N_("\"{word}\" is no name"),
                               desk_word_list_get (self->words, 0)->text);
    }
  found = desk_find_present (self->house, (const char *const *) words, MAX_CANDIDATES, error);
  if (found == NULL)
    return FALSE;

  named = keep_named (found, (const char *const *) words);
  if (named->len == 0)
    {
      return desk_complain_of (error, DESK_ERROR_NOT_FOUND,
                               N_("\"{word}\" is no room, no number and no guest in house, "
                                  "arriving or departed today"), typed);
    }
  desk_line_mark (self, 0, n_words, "name");
  return choose (self, typed, named, error);
}

/* Those who are known by exactly this number, ours or another's. */
static GPtrArray *
list_known_by (const DeskLineParse  *self,
               const char           *number,
               GError              **error)
{
  DeskDb *db = desk_house_get_db (self->house);
  g_autofree char *ours = desk_confirmation_normalize (number);
  g_autofree char *key = desk_fold_number (ours != NULL ? ours : number);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) known = new_list ();
  DeskDate night;

  if (*key == '\0')
    return g_steal_pointer (&known);
  if (!get_night (self, &night, error))
    return NULL;
  found = desk_stay_summary_list_reference (db, key, night, MAX_CANDIDATES, error);
  if (found == NULL)
    return NULL;

  while (found->len > 0)
    {
      g_autoptr (DeskStaySummary) stay = g_ptr_array_steal_index (found, 0);
      g_autoptr (GPtrArray) references = NULL;
      g_autofree char *confirmation = desk_fold_number (stay->confirmation);
      gboolean exact = strcmp (confirmation, key) == 0;
      guint i;

      references = desk_stay_table_list_references (db, stay->stay_id, error);
      if (references == NULL)
        return NULL;
      for (i = 0; !exact && i < references->len; i++)
        {
          const DeskReferenceRecord *reference = g_ptr_array_index (references, i);

          exact = strcmp (reference->value_key, key) == 0;
        }
      if (exact)
        g_ptr_array_add (known, g_steal_pointer (&stay));
    }
  return g_steal_pointer (&known);
}

static gboolean
look_up_place (const DeskLineParse  *self,
               const char           *text,
               Place                *out,
               GError              **error)
{
  out->room = desk_property_get_room (self->property, text);
  out->stays = list_known_by (self, text, error);
  if (out->stays == NULL)
    return FALSE;

  out->klass = out->room != NULL ? "room" : out->stays->len > 0 ? "number" : NULL;
  if (out->room != NULL && out->stays->len > 0)
    {
      g_autofree char *list = desk_find_name_candidates (out->stays);

      return desk_complain (error, DESK_ERROR_AMBIGUOUS,
                            desk_message_text (
                              desk_message_about (N_("\"{word}\" is a room, and the number of "
                                                     "{choices}"), text),
                              "choices", list));
    }
  return TRUE;
}

/* A room or number, and the window after a point: the whole word first, because
 * numbers of others may have points in them. */
static gboolean
find_place (const DeskLineParse  *self,
            Place                *out,
            int                  *window,
            GError              **error)
{
  const DeskWord *word = desk_word_list_get (self->words, 0);
  const char *point = strrchr (word->text, '.');
  g_autofree char *head = NULL;

  *window = 0;
  if (word->quoted)
    return TRUE;
  if (!look_up_place (self, word->text, out, error))
    return FALSE;
  if (out->klass != NULL || point == NULL || point == word->text ||
      point[1] < '1' || point[1] > '8' || point[2] != '\0')
    return TRUE;

  place_clear (out);
  head = g_strndup (word->text, (gsize) (point - word->text));
  if (!look_up_place (self, head, out, error))
    return FALSE;
  if (out->klass != NULL)
    *window = point[1] - '0';
  return TRUE;
}

/* `#17`, the number of a stay in this house. */
static gboolean
read_stay_number (const DeskWord *word,
                  gint64         *out)
{
  return !word->quoted && *word->text == '#' &&
         g_ascii_string_to_signed (word->text + 1, 10, 1, G_MAXINT64, out, NULL);
}

static gboolean
only_one (const DeskLineParse  *self,
          guint                 n_words,
          GError              **error)
{
  if (n_words == 1)
    return TRUE;
  return desk_complain (error, DESK_ERROR_USAGE,
                        desk_message_text (
                          desk_message_about (N_("\"{word}\" is not a command: behind "
                                                 "\"{subject}\" stands one"),
                                              desk_word_list_get (self->words, 1)->text),
                          "subject", desk_word_list_get (self->words, 0)->text));
}

/**
 * desk_line_resolve_subject:
 * @self: a line
 * @open_stay_id: the stay that is open, or 0
 * @n_words: how many words stand before the verb
 * @error: return location for a #GError
 *
 * Finds out which stay a line is about, before its verb is looked at.
 *
 * Returns: %FALSE with %DESK_ERROR_NOT_FOUND where there is no such stay,
 *   %DESK_ERROR_AMBIGUOUS with the candidates where there are several,
 *   %DESK_ERROR_USAGE where the words are no subject
 */
gboolean
desk_line_resolve_subject (DeskLineParse  *self,
                           gint64          open_stay_id,
                           guint           n_words,
                           GError        **error)
{
  g_auto (Place) place = { NULL };
  const DeskWord *first = desk_word_list_get (self->words, 0);
  gint64 stay_id;

  if (n_words == 0)
    return choose_id (self, open_stay_id, "", error);
  if (first->quoted)
    return only_one (self, n_words, error) && choose_name (self, 1, error);
  if (read_stay_number (first, &stay_id))
    {
      desk_line_mark (self, 0, 1, "number");
      return only_one (self, n_words, error) && choose_id (self, stay_id, first->text, error);
    }

  if (!find_place (self, &place, &self->window, error))
    return FALSE;
  if (place.klass == NULL)
    return choose_name (self, n_words, error);

  desk_line_mark (self, 0, 1, place.klass);
  if (place.room != NULL)
    return choose_in_room (self, place.room->number, n_words, error);
  return only_one (self, n_words, error) && choose (self, first->text, place.stays, error);
}

/**
 * desk_line_is_slip:
 * @self: a line without a verb
 *
 * A room or a number and words behind it that name nobody there are a command
 * with a slip in it, not something to search for.
 *
 * Returns: whether the line is such a one
 */
gboolean
desk_line_is_slip (DeskLineParse *self)
{
  g_auto (Place) place = { NULL };
  const DeskWord *first = desk_word_list_get (self->words, 0);
  const DeskWord *second = desk_word_list_get (self->words, 1);
  gint64 stay_id;
  int window;

  if (second == NULL || first->quoted ||
      desk_line_is_word (self->catalog, second, "line", "next") ||
      desk_line_is_word (self->catalog, second, "line", "last"))
    return FALSE;
  if (read_stay_number (first, &stay_id))
    return TRUE;
  if (!find_place (self, &place, &window, NULL) || place.klass == NULL)
    return FALSE;

  desk_line_mark (self, 0, 1, place.klass);
  return place.room == NULL ||
         !choose_sharer (self, place.room->number, self->words->words->len, NULL);
}
