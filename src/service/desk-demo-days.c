/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-days.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "desk-error.h"

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
  g_free (self);
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

static DeskDemoLine *
read_line (JsonObject  *object,
           GError     **error)
{
  const char *time = json_object_get_string_member_with_default (object, "time", "");
  const char *by = json_object_get_string_member_with_default (object, "by", NULL);
  const char *text = json_object_get_string_member_with_default (object, "line", NULL);
  DeskDemoLine *line;

  if (strlen (time) != 5 || time[2] != ':' || by == NULL || text == NULL)
    {
      fail ("a line has a time as in 09:30, by and line", error);
      return NULL;
    }
  line = g_new0 (DeskDemoLine, 1);
  line->hour = g_ascii_digit_value (time[0]) * 10 + g_ascii_digit_value (time[1]);
  line->minute = g_ascii_digit_value (time[3]) * 10 + g_ascii_digit_value (time[4]);
  line->by = g_strdup (by);
  line->text = g_strdup (text);
  return line;
}

static gboolean
read_lines (DeskDemoDays  *self,
            JsonObject    *object,
            GError       **error)
{
  const char *day = json_object_get_string_member_with_default (object, "day", "");
  JsonArray *array = json_object_get_array_member (object, "lines");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  DeskDate date;
  guint i;

  if (!read_day (day, self->today, &date) || array == NULL)
    return fail ("a day is T or T-3, with lines", error);

  for (i = 0; i < json_array_get_length (array); i++)
    {
      DeskDemoLine *line = read_line (json_array_get_object_element (array, i), error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (lines, line);
    }
  self->n_lines += lines->len;
  self->first = MIN (self->first, date);
  g_hash_table_insert (self->lines, GINT_TO_POINTER (date), g_steal_pointer (&lines));
  return TRUE;
}

/**
 * desk_demo_days_new:
 * @json: what happens, day by day
 * @today: the day that T is
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the days
 */
DeskDemoDays *
desk_demo_days_new (const char  *json,
                    DeskDate     today,
                    GError     **error)
{
  g_autoptr (JsonNode) root = json_from_string (json, error);
  DeskDemoDays *self;
  JsonArray *array;
  guint i;

  if (root == NULL)
    return NULL;

  self = g_new0 (DeskDemoDays, 1);
  self->today = today;
  self->first = today;
  self->lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  array = json_node_get_array (root);
  for (i = 0; i < json_array_get_length (array); i++)
    {
      if (!read_lines (self, json_array_get_object_element (array, i), error))
        {
          desk_demo_days_free (self);
          return NULL;
        }
    }
  return self;
}

void
desk_demo_days_free (DeskDemoDays *self)
{
  g_hash_table_unref (self->lines);
  g_free (self);
}

/* The day the hotel's book begins. */
DeskDate
desk_demo_days_get_first (const DeskDemoDays *self)
{
  return self->first;
}

/* Lines and nights, for showing how far it is. */
guint
desk_demo_days_get_n_steps (const DeskDemoDays *self)
{
  return self->n_lines + (guint) (self->today - self->first);
}

/**
 * desk_demo_days_get_lines:
 * @self: the days
 * @date: one of them
 *
 * Returns: (transfer none) (nullable) (element-type DeskDemoLine): in the order
 *   they are typed
 */
const GPtrArray *
desk_demo_days_get_lines (const DeskDemoDays *self,
                          DeskDate            date)
{
  return g_hash_table_lookup (self->lines, GINT_TO_POINTER (date));
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
       strcmp (member, "departure") == 0) &&
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
