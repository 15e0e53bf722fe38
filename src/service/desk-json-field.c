/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-json-field.h"

#include "desk-amount.h"
#include "desk-error.h"
#include "desk-hidden.h"

static void
append_path (const DeskJsonField *self,
             GString             *path)
{
  if (self == NULL)
    return;

  append_path (self->parent, path);
  if (self->name == NULL)
    g_string_append_printf (path, "[%u]", self->index);
  else if (path->len > 0)
    g_string_append_printf (path, ".%s", self->name);
  else
    g_string_append (path, self->name);
}

/**
 * desk_json_fail_with:
 * @at: (nullable): the field with the mistake
 * @error: return location for a #GError
 * @message: (transfer full): what is wrong with it, not naming it
 *
 * Sets %DESK_ERROR_INVALID with the path of @at as its place, `nights[0].price`.
 *
 * Returns: %FALSE
 */
gboolean
desk_json_fail_with (const DeskJsonField  *at,
                     GError              **error,
                     DeskMessage          *message)
{
  g_autoptr (GString) path = g_string_new (NULL);

  append_path (at, path);
  desk_complain (error, DESK_ERROR_INVALID, message);
  if (error != NULL)
    desk_error_set_place (*error, NULL, NULL, path->str, 0);
  return FALSE;
}

/**
 * desk_json_fail:
 * @at: (nullable): the field with the mistake
 * @error: return location for a #GError
 * @msgid: what is wrong with it, in English and marked with N_()
 *
 * Returns: %FALSE, see desk_json_fail_with()
 */
gboolean
desk_json_fail (const DeskJsonField  *at,
                GError              **error,
                const char           *msgid)
{
  return desk_json_fail_with (at, error, desk_message_new (NULL, msgid));
}

/**
 * desk_json_fail_number:
 * @at: (nullable): the field with the mistake
 * @error: return location for a #GError
 * @msgid: what is wrong with it, with `{n}` in it, marked with N_()
 * @number: that number
 *
 * Returns: %FALSE, see desk_json_fail_with()
 */
gboolean
desk_json_fail_number (const DeskJsonField  *at,
                       GError              **error,
                       const char           *msgid,
                       gint64                number)
{
  return desk_json_fail_with (at, error, desk_message_integer (desk_message_new (NULL, msgid), "n",
                                                               DESK_ARG_INT, number));
}

/**
 * desk_json_fail_word:
 * @at: (nullable): the field with the mistake
 * @error: return location for a #GError
 * @msgid: what is wrong with it, with `{word}` in it, marked with N_()
 * @word: what stands there
 *
 * Returns: %FALSE, see desk_json_fail_with()
 */
gboolean
desk_json_fail_word (const DeskJsonField  *at,
                     GError              **error,
                     const char           *msgid,
                     const char           *word)
{
  return desk_json_fail_with (at, error, desk_message_about (msgid, word));
}

/* What a value is, in the words of somebody who has the file before them. */
static const char *
describe_node (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return N_("an object");
    case JSON_NODE_ARRAY:
      return N_("a list");
    case JSON_NODE_NULL:
      return "null";
    case JSON_NODE_VALUE:
    default:
      break;
    }

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return N_("a text");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return N_("true or false");
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return N_("a number with decimals");
  return N_("a number");
}

static gboolean
fail_type (const DeskJsonField  *at,
           JsonNode             *node,
           const char           *wanted,
           GError              **error)
{
  /* Translators: behind the name of a field of a JSON file and a colon; {wanted} and {found}
   * are "a text", "a list", "a whole number" … */
  DeskMessage *message = desk_message_new (NULL, N_("must be {wanted}, not {found}"));

  desk_message_nest (message, "wanted", desk_message_new (NULL, wanted));
  desk_message_nest (message, "found", desk_message_new (NULL, describe_node (node)));
  return desk_json_fail_with (at, error, message);
}

/**
 * desk_json_open:
 * @self: (out caller-allocates): the reader
 * @node: the value that must be an object
 * @at: (nullable): where it stands; must outlive @self
 * @names: (array zero-terminated=1): the names it may have
 * @error: return location for a #GError
 *
 * Returns: %FALSE where @node is no object or has a name that is not known
 */
gboolean
desk_json_open (DeskJsonReader       *self,
                JsonNode             *node,
                const DeskJsonField  *at,
                const char *const    *names,
                GError              **error)
{
  JsonObjectIter iter;
  const char *name;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_type (at, node, N_("an object"), error);

  self->object = json_node_get_object (node);
  self->at = at;
  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      DeskJsonField field = { at, name, 0 };

      if (!g_strv_contains (names, name))
        return desk_json_fail (&field, error, N_("is not a field of a stay"));
    }
  return TRUE;
}

/**
 * desk_json_has:
 *
 * Returns: whether something is said about @name; null says nothing
 */
gboolean
desk_json_has (const DeskJsonReader *self,
               const char           *name)
{
  return json_object_has_member (self->object, name) &&
         !json_object_get_null_member (self->object, name);
}

gboolean
desk_json_require (const DeskJsonReader  *self,
                   const char            *name,
                   GError               **error)
{
  DeskJsonField field = { self->at, name, 0 };

  return desk_json_has (self, name) || desk_json_fail (&field, error, N_("is missing"));
}

/**
 * desk_json_get_list:
 *
 * Returns: (transfer none) (nullable): the list @name, or %NULL with @error set
 *   where it is missing or no list
 */
JsonArray *
desk_json_get_list (const DeskJsonReader  *self,
                    const char            *name,
                    GError               **error)
{
  DeskJsonField field = { self->at, name, 0 };
  JsonNode *node;

  if (!desk_json_require (self, name, error))
    return NULL;

  node = json_object_get_member (self->object, name);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      fail_type (&field, node, N_("a list"), error);
      return NULL;
    }
  return json_node_get_array (node);
}

/* Control characters would tear lines of lists and prints, and marks that turn the
 * direction would let one name pass for another. */
static gboolean
check_characters (const DeskJsonField  *at,
                  const char           *text,
                  guint                 max_length,
                  GError              **error)
{
  gunichar hidden = desk_hidden_find (text);
  gboolean blank = TRUE;
  guint length = 0;
  const char *cursor;

  if (hidden != 0)
    return desk_json_fail_with (at, error, desk_message_of_hidden (hidden));

  for (cursor = text; *cursor != '\0'; cursor = g_utf8_next_char (cursor), length++)
    {
      if (!g_unichar_isspace (g_utf8_get_char (cursor)))
        blank = FALSE;
    }

  if (blank)
    return desk_json_fail (at, error, N_("is empty"));
  if (length > max_length)
    return desk_json_fail_number (at, error, N_("is longer than {n} characters"), max_length);
  return TRUE;
}

/* Lends the text of a field that must be there and be a text. */
static const char *
peek_text (const DeskJsonReader  *self,
           const DeskJsonField   *field,
           const char            *wanted,
           GError               **error)
{
  JsonNode *node;

  if (!desk_json_require (self, field->name, error))
    return NULL;

  node = json_object_get_member (self->object, field->name);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      fail_type (field, node, wanted, error);
      return NULL;
    }
  return json_node_get_string (node);
}

/**
 * desk_json_read_text:
 * @max_length: characters it may have
 * @out: (out): the text as it is, at least one character that is not a space
 *
 * Returns: %FALSE with @error set where it is missing, no text, too long, or has
 *   control characters
 */
gboolean
desk_json_read_text (const DeskJsonReader  *self,
                     const char            *name,
                     guint                  max_length,
                     char                 **out,
                     GError               **error)
{
  DeskJsonField field = { self->at, name, 0 };
  const char *text = peek_text (self, &field, N_("a text in quotation marks"), error);

  if (text == NULL || !check_characters (&field, text, max_length, error))
    return FALSE;

  g_free (*out);
  *out = g_strdup (text);
  return TRUE;
}

/**
 * desk_json_read_date:
 * @out: (out): the day
 *
 * Returns: %FALSE with @error set where it is missing or no `YYYY-MM-DD`
 */
gboolean
desk_json_read_date (const DeskJsonReader  *self,
                     const char            *name,
                     DeskDate              *out,
                     GError               **error)
{
  DeskJsonField field = { self->at, name, 0 };
  g_autoptr (GError) why = NULL;
  const char *text = peek_text (self, &field, N_("a date in quotation marks, \"2026-09-04\""),
                                error);

  if (text == NULL)
    return FALSE;
  if (!desk_date_parse (text, out, &why))
    return desk_json_fail_with (&field, error, desk_message_of (why));
  return TRUE;
}

/**
 * desk_json_read_amount:
 * @digits: most decimals it may have
 * @out_minor: (out): minor units, 0 or more
 *
 * A JSON number is refused: it may have been rounded before it came here.
 *
 * Returns: %FALSE with @error set where it is missing or no such amount
 */
gboolean
desk_json_read_amount (const DeskJsonReader  *self,
                       const char            *name,
                       int                    digits,
                       gint64                *out_minor,
                       GError               **error)
{
  DeskJsonField field = { self->at, name, 0 };
  g_autoptr (GError) why = NULL;
  const char *text = peek_text (self, &field, N_("an amount in quotation marks, \"99.00\""),
                                error);

  if (text == NULL)
    return FALSE;
  if (text[0] == '-')
    return desk_json_fail (&field, error, N_("is less than 0"));
  if (!desk_amount_parse (text, digits, out_minor, &why))
    return desk_json_fail_with (&field, error, desk_message_of (why));
  return TRUE;
}

gboolean
desk_json_read_boolean (const DeskJsonReader  *self,
                        const char            *name,
                        gboolean              *out,
                        GError               **error)
{
  DeskJsonField field = { self->at, name, 0 };
  JsonNode *node;

  if (!desk_json_require (self, name, error))
    return FALSE;

  node = json_object_get_member (self->object, name);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail_type (&field, node, N_("true or false"), error);
  *out = json_node_get_boolean (node);
  return TRUE;
}

/**
 * desk_json_node_to_whole:
 * @node: a value
 * @at: where it stands
 * @max: the most it may be
 * @out: (out): 0 to @max
 *
 * Returns: %FALSE with @error set where @node is no whole number in that range;
 *   `2.0` is none
 */
gboolean
desk_json_node_to_whole (JsonNode             *node,
                         const DeskJsonField  *at,
                         int                   max,
                         gint64               *out,
                         GError              **error)
{
  gint64 value;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fail_type (at, node, N_("a whole number"), error);

  value = json_node_get_int (node);
  if (value < 0 || value > max)
    return desk_json_fail_number (at, error, N_("must be from 0 to {n}"), max);
  *out = value;
  return TRUE;
}
