/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property-private.h"

#include <string.h>

#include "desk-amount.h"

#define MAX_NAME 64
#define MAX_TEXT 1000
#define MAX_PERCENT 1000
#define MAX_PERCENT_DECIMALS 6

gboolean
desk_group_has (const DeskGroup *self,
                const char      *key)
{
  return g_hash_table_contains (self->by_key, key);
}

gboolean
desk_group_require (const DeskGroup  *self,
                    const char       *key,
                    GError          **error)
{
  return desk_group_has (self, key) || desk_group_fail (self, key, error,
                                                        N_("the key is missing"));
}

/* Refuses a key that has no business here, with the reason why. */
gboolean
desk_group_refuse (const DeskGroup  *self,
                   const char       *key,
                   const char       *why,
                   GError          **error)
{
  return !desk_group_has (self, key) || desk_group_fail (self, key, error, why);
}

/**
 * desk_name_is_valid:
 * @name: what is to be a name
 *
 * Names stand in lists, in steps and in what a person types.
 *
 * Returns: whether it has 1 to 64 characters and none that would part it there
 */
gboolean
desk_name_is_valid (const char *name)
{
  const char *cursor;

  if (*name == '\0' || g_utf8_strlen (name, -1) > MAX_NAME)
    return FALSE;
  for (cursor = name; *cursor != '\0'; cursor = g_utf8_next_char (cursor))
    {
      gunichar character = g_utf8_get_char (cursor);

      if (g_unichar_isspace (character) || g_unichar_iscntrl (character) ||
          strchr (";:=", *cursor) != NULL)
        return FALSE;
    }
  return TRUE;
}

/* The value without its escapes; %NULL with @error set where one is broken. */
static char *
dup_value (const DeskGroup  *self,
           const char       *key,
           GError          **error)
{
  g_autoptr (GError) why = NULL;
  g_autofree char *value = NULL;

  /* GKeyFile gives what it could read of a broken value along with its error. */
  value = g_key_file_get_string (self->source->values, self->title, key, &why);
  if (why == NULL)
    return g_steal_pointer (&value);

  desk_group_fail (self, key, error,
                   N_("the value has a backslash that begins no escape: a backslash is written "
                      "\\\\"));
  return NULL;
}

static gboolean
fail_value (const DeskGroup  *self,
            const char       *key,
            const char       *value,
            const char       *why,
            GError          **error)
{
  g_autofree char *quoted = desk_quote (value);
  DeskMessage *message = desk_message_new (NULL, "{word} {why}");

  desk_message_text (message, "word", quoted);
  return desk_group_fail_with (self, key, error,
                               desk_message_nest (message, "why", desk_message_new (NULL, why)));
}

/* What the reader of a value says is wrong with it. */
static gboolean
fail_why (const DeskGroup  *self,
          const char       *key,
          const GError     *why,
          GError          **error)
{
  return desk_group_fail_with (self, key, error,
                               desk_message_copy (desk_error_get_message (why)));
}

/* Free text for people; a line break is written \n. */
gboolean
desk_group_get_text (const DeskGroup  *self,
                     const char       *key,
                     char            **out,
                     GError          **error)
{
  g_autofree char *value = NULL;

  if (!desk_group_has (self, key))
    return TRUE;
  value = dup_value (self, key, error);
  if (value == NULL)
    return FALSE;
  if (g_utf8_strlen (value, -1) > MAX_TEXT)
    return fail_value (self, key, value, N_("is longer than 1000 characters"), error);

  g_free (*out);
  *out = g_steal_pointer (&value);
  return TRUE;
}

/* Free text that stays on one line. */
gboolean
desk_group_get_line (const DeskGroup  *self,
                     const char       *key,
                     char            **out,
                     GError          **error)
{
  const char *cursor;

  if (!desk_group_has (self, key))
    return TRUE;
  if (!desk_group_get_text (self, key, out, error))
    return FALSE;
  for (cursor = *out; *cursor != '\0'; cursor = g_utf8_next_char (cursor))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (cursor)))
        return desk_group_fail (self, key, error, N_("the text is not one line of plain text"));
    }
  return TRUE;
}

/* One line of text that must be there and say something. */
gboolean
desk_group_get_title (const DeskGroup  *self,
                      const char       *key,
                      char            **out,
                      GError          **error)
{
  if (!desk_group_require (self, key, error) || !desk_group_get_line (self, key, out, error))
    return FALSE;
  return **out != '\0' || desk_group_fail (self, key, error, N_("the text is empty"));
}

gboolean
desk_group_get_name (const DeskGroup  *self,
                     const char       *key,
                     char            **out,
                     GError          **error)
{
  g_autofree char *value = NULL;

  if (!desk_group_has (self, key))
    return TRUE;
  value = dup_value (self, key, error);
  if (value == NULL)
    return FALSE;
  if (!desk_name_is_valid (value))
    return fail_value (self, key, value,
                       N_("is not one word: 1 to 64 characters without spaces and ; : ="), error);

  g_free (*out);
  *out = g_steal_pointer (&value);
  return TRUE;
}

/* A list with nothing empty in it; %NULL where the list itself is empty. */
gboolean
desk_group_get_list (const DeskGroup  *self,
                     const char       *key,
                     GStrv            *out,
                     GError          **error)
{
  g_autoptr (GError) why = NULL;
  g_auto (GStrv) list = NULL;
  guint i;

  if (!desk_group_has (self, key))
    return TRUE;
  list = g_key_file_get_string_list (self->source->values, self->title, key, NULL, &why);
  if (why != NULL)
    return desk_group_fail (self, key, error,
                            N_("the list has a backslash that begins no escape: a backslash is "
                               "written \\\\"));

  for (i = 0; list[i] != NULL; i++)
    {
      if (*list[i] == '\0')
        return desk_group_fail (self, key, error, N_("the list has an empty place"));
      if (g_utf8_strlen (list[i], -1) > MAX_NAME)
        return fail_value (self, key, list[i], N_("is longer than 64 characters"), error);
    }
  g_strfreev (*out);
  *out = i > 0 ? g_steal_pointer (&list) : NULL;
  return TRUE;
}

/* A list that names nothing twice. */
gboolean
desk_group_get_set (const DeskGroup  *self,
                    const char       *key,
                    GStrv            *out,
                    GError          **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) list = NULL;
  guint i;

  if (!desk_group_has (self, key))
    return TRUE;
  if (!desk_group_get_list (self, key, &list, error))
    return FALSE;
  for (i = 0; list != NULL && list[i] != NULL; i++)
    {
      if (!g_hash_table_add (seen, list[i]))
        return fail_value (self, key, list[i], N_("stands in the list twice"), error);
    }
  g_strfreev (*out);
  *out = g_steal_pointer (&list);
  return TRUE;
}

/* A set of names. */
gboolean
desk_group_get_names (const DeskGroup  *self,
                      const char       *key,
                      GStrv            *out,
                      GError          **error)
{
  g_auto (GStrv) list = NULL;
  guint i;

  if (!desk_group_has (self, key))
    return TRUE;
  if (!desk_group_get_set (self, key, &list, error))
    return FALSE;
  for (i = 0; list != NULL && list[i] != NULL; i++)
    {
      if (!desk_name_is_valid (list[i]))
        return fail_value (self, key, list[i],
                           N_("is not one word: a list is written a;b, without spaces"), error);
    }
  g_strfreev (*out);
  *out = g_steal_pointer (&list);
  return TRUE;
}

/* "text" and its translations. */
gboolean
desk_group_get_words (const DeskGroup  *self,
                      DeskWords        *out,
                      GError          **error)
{
  guint i;

  if (!desk_group_get_line (self, "text", &out->text, error))
    return FALSE;
  for (i = 0; i < self->entries->len; i++)
    {
      const DeskEntry *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *translation = NULL;

      if (!g_str_has_prefix (entry->key, "text["))
        continue;
      if (!desk_group_get_line (self, entry->key, &translation, error))
        return FALSE;
      if (out->by_lang == NULL)
        out->by_lang = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (out->by_lang,
                           g_strndup (entry->key + strlen ("text["),
                                      strlen (entry->key) - strlen ("text[]")),
                           g_steal_pointer (&translation));
    }
  return TRUE;
}

gboolean
desk_group_get_amount (const DeskGroup  *self,
                       const char       *key,
                       gint64           *out_minor,
                       GError          **error)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) why = NULL;
  gint64 minor;

  if (!desk_group_has (self, key))
    return TRUE;
  value = dup_value (self, key, error);
  if (value == NULL)
    return FALSE;
  if (strlen (value) > MAX_NAME)
    return fail_value (self, key, value, N_("is not an amount"), error);
  if (!desk_amount_parse (value, self->source->digits, &minor, &why))
    return fail_why (self, key, why, error);
  if (*value == '-')
    return fail_value (self, key, value, N_("is not an amount of a set-up: no sign"), error);

  *out_minor = minor;
  return TRUE;
}

/* Whether @value is digits, and perhaps a point and up to six more. */
static gboolean
is_percent (const char *value)
{
  gsize whole = strspn (value, "0123456789");
  gsize decimals = 0;

  if (whole == 0 || strlen (value) > 20)
    return FALSE;
  if (value[whole] == '\0')
    return TRUE;
  if (value[whole] != '.')
    return FALSE;
  decimals = strspn (value + whole + 1, "0123456789");
  return decimals > 0 && decimals <= MAX_PERCENT_DECIMALS && value[whole + 1 + decimals] == '\0';
}

gboolean
desk_group_get_percent (const DeskGroup  *self,
                        const char       *key,
                        DeskRational     *out,
                        GError          **error)
{
  g_autofree char *value = NULL;
  DeskRational percent;

  if (!desk_group_has (self, key))
    return TRUE;
  value = dup_value (self, key, error);
  if (value == NULL)
    return FALSE;
  if (!is_percent (value))
    return fail_value (self, key, value,
                       N_("is not a percent: one decimal point, at most 6 decimals, no sign"),
                       error);
  if (!desk_rational_parse (value, &percent, error))
    return FALSE;
  if (percent.num / percent.den > MAX_PERCENT ||
      (percent.num / percent.den == MAX_PERCENT && percent.num % percent.den != 0))
    return fail_value (self, key, value, N_("is not a percent: it is more than 1000"), error);

  *out = percent;
  return TRUE;
}

gboolean
desk_group_get_date (const DeskGroup  *self,
                     const char       *key,
                     DeskDate         *out,
                     GError          **error)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) why = NULL;

  if (!desk_group_has (self, key))
    return TRUE;
  value = dup_value (self, key, error);
  if (value == NULL)
    return FALSE;
  if (strlen (value) > MAX_NAME)
    return fail_value (self, key, value, N_("is not a date"), error);
  return desk_date_parse (value, out, &why) ||
         fail_why (self, key, why, error);
}

/* A whole number from 0 to @highest, which has at most eight digits. */
gboolean
desk_group_get_number (const DeskGroup  *self,
                       const char       *key,
                       int               highest,
                       int              *out,
                       GError          **error)
{
  g_autofree char *value = NULL;
  guint64 number;

  if (!desk_group_has (self, key))
    return TRUE;
  value = dup_value (self, key, error);
  if (value == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned (value, 10, 0, (guint64) highest, &number, NULL))
    {
      g_autofree char *quoted = desk_quote (value);
      DeskMessage *message;

      message = desk_message_new (NULL, N_("{word} is not a whole number from 0 to {n}"));
      desk_message_integer (message, "n", DESK_ARG_INT, highest);
      return desk_group_fail_with (self, key, error, desk_message_text (message, "word", quoted));
    }

  *out = (int) number;
  return TRUE;
}

/* One of @choices, as its place in that list. */
gboolean
desk_group_get_choice (const DeskGroup    *self,
                       const char         *key,
                       const char *const  *choices,
                       guint              *out,
                       GError            **error)
{
  g_autofree char *value = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *list = NULL;
  DeskMessage *message;
  guint i;

  if (!desk_group_has (self, key))
    return TRUE;
  value = dup_value (self, key, error);
  if (value == NULL)
    return FALSE;
  for (i = 0; choices[i] != NULL; i++)
    {
      if (strcmp (value, choices[i]) == 0)
        {
          *out = i;
          return TRUE;
        }
    }

  quoted = desk_quote (value);
  list = g_strjoinv (", ", (GStrv) choices);
  message = desk_message_new (NULL, N_("{word} is none of {list}"));
  desk_message_text (message, "word", quoted);
  return desk_group_fail_with (self, key, error, desk_message_text (message, "list", list));
}

/* yes or no. */
gboolean
desk_group_get_flag (const DeskGroup  *self,
                     const char       *key,
                     gboolean         *out,
                     GError          **error)
{
  static const char *const flags[] = { "no", "yes", NULL };
  guint flag = *out ? 1 : 0;

  if (!desk_group_get_choice (self, key, flags, &flag, error))
    return FALSE;
  *out = flag == 1;
  return TRUE;
}
