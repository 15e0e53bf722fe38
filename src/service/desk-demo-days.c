/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-days.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "desk-error.h"

/* Nothing is told of the afternoon of the day that is open. */
#define NOW DESK_DEMO_TIME (13, 50)

struct _DeskDemoDays
{
  DeskDate    today;
  DeskDate    first;
  guint       n_lines;
  GHashTable *lines;   /* DeskDate -> GPtrArray of DeskDemoLine */
};

static void
line_free (DeskDemoLine *self)
{
  g_free (self->by);
  g_free (self->text);
  g_free (self->ref);
  g_clear_pointer (&self->action, desk_action_free);
  g_free (self->newest);
  g_free (self);
}

/**
 * desk_demo_line_new:
 * @minute: of the day
 * @by: who does it
 * @ref: whose stay: a room or a confirmation number
 * @verb: what is done
 *
 * Returns: (transfer full): a line with an action to be filled in
 */
DeskDemoLine *
desk_demo_line_new (int         minute,
                    const char *by,
                    const char *ref,
                    DeskVerb    verb)
{
  DeskDemoLine *self = g_new0 (DeskDemoLine, 1);

  self->minute = minute;
  self->by = g_strdup (by);
  self->ref = g_strdup (ref);
  self->action = desk_action_new (verb, 0);
  return self;
}

/* `T`, `T-3`, `T+1`: a day counted from the day the demo is made. */
static gboolean
read_day (const char *text,
          DeskDate    today,
          DeskDate   *out)
{
  gint64 offset = 0;

  if (*text != 'T' ||
      (text[1] != '\0' && text[1] != '-' && text[1] != '+') ||
      (text[1] != '\0' && !g_ascii_string_to_signed (text + 1, 10, -366, 366, &offset, NULL)))
    return FALSE;
  *out = today + (DeskDate) offset;
  return TRUE;
}

static gboolean
fail (const char  *what,
      GError     **error)
{
  g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "the demo's days: %s", what);
  return FALSE;
}

/* A line as it is typed; or the newest line of a code, which should not be there. */
static DeskDemoLine *
read_line (JsonObject  *object,
           GError     **error)
{
  const char *time = json_object_get_string_member_with_default (object, "time", "");
  const char *by = json_object_get_string_member_with_default (object, "by", NULL);
  const char *text = json_object_get_string_member_with_default (object, "line", NULL);
  const char *room = json_object_get_string_member_with_default (object, "room", NULL);
  const char *newest = json_object_get_string_member_with_default (object, "newest", NULL);
  const char *reason = json_object_get_string_member_with_default (object, "reason", NULL);
  const char *why = json_object_get_string_member_with_default (object, "why", NULL);
  DeskDemoLine *line;
  int minute;

  if (strlen (time) != 5 || time[2] != ':' || by == NULL ||
      (text == NULL && (room == NULL || newest == NULL || reason == NULL)))
    {
      fail ("a line has a time as in 09:30, by, and line, or room, newest and reason", error);
      return NULL;
    }
  minute = DESK_DEMO_TIME (g_ascii_digit_value (time[0]) * 10 + g_ascii_digit_value (time[1]),
                           g_ascii_digit_value (time[3]) * 10 + g_ascii_digit_value (time[4]));
  line = desk_demo_line_new (minute, by, room, DESK_VERB_FIX);
  if (text != NULL)
    {
      g_clear_pointer (&line->action, desk_action_free);
      line->text = g_strdup (text);
      return line;
    }
  line->newest = g_strdup (newest);
  line->action->none = TRUE;
  line->action->reason = g_strdup (reason);
  line->action->text = g_strdup (why);
  return line;
}

static gboolean
read_lines (DeskDemoDays  *self,
            JsonObject    *object,
            GError       **error)
{
  const char *day = json_object_get_string_member_with_default (object, "day", "");
  JsonArray *array = json_object_get_array_member (object, "lines");
  DeskDate date;
  guint i;

  if (!read_day (day, self->today, &date) || array == NULL)
    return fail ("a day is T or T-3, with lines", error);

  for (i = 0; i < json_array_get_length (array); i++)
    {
      DeskDemoLine *line = read_line (json_array_get_object_element (array, i), error);

      if (line == NULL)
        return FALSE;
      desk_demo_days_add (self, date, line);
    }
  return TRUE;
}

/**
 * desk_demo_days_new:
 * @today: the day that T is
 *
 * Returns: (transfer full): days on which nothing happens yet
 */
DeskDemoDays *
desk_demo_days_new (DeskDate today)
{
  DeskDemoDays *self = g_new0 (DeskDemoDays, 1);

  self->today = today;
  self->first = today;
  self->lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
desk_demo_days_free (DeskDemoDays *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lines);
  g_free (self);
}

/**
 * desk_demo_days_read:
 * @self: the days
 * @json: what happens, day by day
 * @error: return location for a #GError
 *
 * Adds what the file tells.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID or a JSON error
 */
gboolean
desk_demo_days_read (DeskDemoDays  *self,
                     const char    *json,
                     GError       **error)
{
  g_autoptr (JsonNode) root = json_from_string (json, error);
  JsonArray *array;
  guint i;

  if (root == NULL)
    return FALSE;
  array = json_node_get_array (root);
  for (i = 0; i < json_array_get_length (array); i++)
    {
      if (!read_lines (self, json_array_get_object_element (array, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_told (const DeskDemoDays *self,
         DeskDate            date,
         const DeskDemoLine *line)
{
  return date < self->today || (date == self->today && line->minute <= NOW);
}

/**
 * desk_demo_days_add:
 * @self: the days
 * @date: one of them
 * @line: (transfer full): what happens; it may be filled in further
 */
void
desk_demo_days_add (DeskDemoDays *self,
                    DeskDate      date,
                    DeskDemoLine *line)
{
  GPtrArray *lines = g_hash_table_lookup (self->lines, GINT_TO_POINTER (date));

  if (lines == NULL)
    {
      lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
      g_hash_table_insert (self->lines, GINT_TO_POINTER (date), lines);
    }
  g_ptr_array_add (lines, line);
  self->n_lines += is_told (self, date, line);
  self->first = MIN (self->first, date);
}

/* The day the hotel's book begins. */
DeskDate
desk_demo_days_get_first (const DeskDemoDays *self)
{
  return self->first;
}

/* How many things happen until now. */
guint
desk_demo_days_get_n_lines (const DeskDemoDays *self)
{
  return self->n_lines;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const DeskDemoLine *left = *(const DeskDemoLine *const *) a;
  const DeskDemoLine *right = *(const DeskDemoLine *const *) b;

  return (left->minute > right->minute) - (left->minute < right->minute);
}

/**
 * desk_demo_days_get_lines:
 * @self: the days
 * @date: one of them
 *
 * Returns: (transfer none) (nullable) (element-type DeskDemoLine): in the order of the
 *   clock, until now; of one minute, as they were added
 */
const GPtrArray *
desk_demo_days_get_lines (DeskDemoDays *self,
                          DeskDate      date)
{
  GPtrArray *lines = g_hash_table_lookup (self->lines, GINT_TO_POINTER (date));

  if (lines == NULL)
    return NULL;
  g_ptr_array_sort (lines, compare_lines);
  while (lines->len > 0 && !is_told (self, date, g_ptr_array_index (lines, lines->len - 1)))
    g_ptr_array_set_size (lines, (gint) lines->len - 1);
  return lines;
}

/* Writes the day into a text that names one. */
static void
put_date (JsonObject  *object,
          const char  *member,
          JsonNode    *node,
          gpointer     user_data)
{
  DeskDate today = GPOINTER_TO_INT (user_data);
  DeskDate date;
  char day[DESK_DATE_LENGTH];

  if (json_node_get_value_type (node) == G_TYPE_STRING &&
      (strcmp (member, "date") == 0 || strcmp (member, "arrival") == 0 ||
       strcmp (member, "departure") == 0 || strcmp (member, "received") == 0) &&
      read_day (json_node_get_string (node), today, &date))
    json_node_set_string (node, desk_date_print (date, day));
}

static void
put_dates (JsonArray *array,
           guint      index,
           JsonNode  *node,
           gpointer   user_data)
{
  JsonObject *object = json_node_get_object (node);

  json_object_foreach_member (object, put_date, user_data);
  if (json_object_has_member (object, "deposit"))
    json_object_foreach_member (json_object_get_object_member (object, "deposit"), put_date,
                                user_data);
  if (json_object_has_member (object, "nights"))
    json_array_foreach_element (json_object_get_array_member (object, "nights"), put_dates,
                                user_data);
}

/**
 * desk_demo_days_dup_stays:
 * @json: a stays file in which days stand as T-3
 * @today: the day that T is
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the stays file
 */
char *
desk_demo_days_dup_stays (const char  *json,
                          DeskDate     today,
                          GError     **error)
{
  g_autoptr (JsonNode) root = json_from_string (json, error);

  if (root == NULL)
    return NULL;
  json_array_foreach_element (json_node_get_array (root), put_dates, GINT_TO_POINTER (today));
  return json_to_string (root, FALSE);
}
