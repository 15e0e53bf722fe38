/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-step-text.h"

#include <string.h>

#include "desk-error.h"

/*
 * The steps of a line stand in the row of the line, because they are always written
 * and read with it: a JSON array with an array for each step, which the view
 * posting_step takes apart into rows again. Fields in their order: op, rule, input, rate,
 * mode, rounding, result; each is a string or null.
 *
 * One text for one list of steps: no spaces, the shortest escapes. Any other text that
 * JSON would take for the same was put there by somebody else, and is refused.
 */
#define N_FIELDS 7

static void
append_string (GString    *out,
               const char *text)
{
  const char *cursor;

  if (text == NULL)
    {
      g_string_append_len (out, "null", 4);
      return;
    }
  g_string_append_c (out, '"');
  for (cursor = text; *cursor != '\0'; cursor++)
    {
      if ((guchar) *cursor < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *cursor);
      else
        {
          if (*cursor == '"' || *cursor == '\\')
            g_string_append_c (out, '\\');
          g_string_append_c (out, *cursor);
        }
    }
  g_string_append_c (out, '"');
}

/**
 * desk_step_text_write:
 * @posting: a line with its steps
 *
 * Returns: (transfer full): its steps as a text
 */
char *
desk_step_text_write (const DeskPosting *posting)
{
  GString *out = g_string_sized_new (64 * posting->steps->len + 8);
  guint i;
  guint k;

  g_string_append_c (out, '[');
  for (i = 0; i < posting->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (posting, i);
      char input[DESK_RATIONAL_LENGTH];
      char result[DESK_RATIONAL_LENGTH];
      const char *const fields[N_FIELDS] = {
        desk_step_op_to_string (step->op), step->rule, desk_rational_print (step->input, input),
        step->rate, step->mode, step->rounding, desk_rational_print (step->result, result),
      };

      g_string_append (out, i > 0 ? ",[" : "[");
      for (k = 0; k < N_FIELDS; k++)
        {
          if (k > 0)
            g_string_append_c (out, ',');
          append_string (out, fields[k]);
        }
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

static gboolean
skip (char       **cursor,
      const char  *expected)
{
  gsize length = strlen (expected);

  if (strncmp (*cursor, expected, length) != 0)
    return FALSE;
  *cursor += length;
  return TRUE;
}

/* A sign below a space, written as four digits. */
static gboolean
read_control (char **cursor,
              char  *out)
{
  char written[8];
  int value;

  if (!g_ascii_isxdigit ((*cursor)[0]) || (*cursor)[0] != '0' || (*cursor)[1] != '0' ||
      !g_ascii_isxdigit ((*cursor)[2]) || !g_ascii_isxdigit ((*cursor)[3]))
    return FALSE;
  value = g_ascii_xdigit_value ((*cursor)[2]) * 16 + g_ascii_xdigit_value ((*cursor)[3]);
  g_snprintf (written, sizeof written, "%04x", (guint) value);
  if (value == 0 || value >= 0x20 || strncmp (*cursor, written, 4) != 0)
    return FALSE;
  *out = (char) value;
  *cursor += 4;
  return TRUE;
}

/* A string or null, taken out of its quotes where it stands. */
static gboolean
read_string (char       **cursor,
             const char **out)
{
  char *end;

  *out = NULL;
  if (**cursor == 'n')
    return skip (cursor, "null");
  if (!skip (cursor, "\""))
    return FALSE;

  *out = end = *cursor;
  while (**cursor != '"')
    {
      char sign = *(*cursor)++;

      if ((guchar) sign < 0x20)
        return FALSE;
      if (sign == '\\')
        {
          sign = *(*cursor)++;
          if (sign == 'u' ? !read_control (cursor, &sign) : sign != '"' && sign != '\\')
            return FALSE;
        }
      *end++ = sign;
    }
  (*cursor)++;
  *end = '\0';
  return TRUE;
}

/* The mode is one of two static words; anything else was put there by somebody. */
static gboolean
read_mode (const char  *text,
           const char **out)
{
  static const char *const modes[] = { "inclusive", "exclusive" };
  gsize i;

  *out = NULL;
  for (i = 0; text != NULL && i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (text, modes[i]))
      *out = modes[i];
  return text == NULL || *out != NULL;
}

/* A whole number with as few digits as it needs: nearly all of them are such. */
static gboolean
read_whole (const char    *text,
            DeskRational  *out)
{
  const char *digits = *text == '-' ? text + 1 : text;
  gsize length = strspn (digits, "0123456789");
  gint64 number = 0;

  if (length == 0 || length > 18 || digits[length] != '\0' ||
      (*digits == '0' && (length > 1 || digits > text)))
    return FALSE;
  for (; *digits != '\0'; digits++)
    number = 10 * number + (*digits - '0');
  *out = desk_rational_from_int (*text == '-' ? -number : number);
  return TRUE;
}

static gboolean
read_exact (const char    *text,
            DeskRational  *out)
{
  char written[DESK_RATIONAL_LENGTH];

  if (text != NULL && read_whole (text, out))
    return TRUE;
  return text != NULL && desk_rational_parse (text, out, NULL) &&
         g_str_equal (desk_rational_print (*out, written), text);
}

static gboolean
read_step (char         **cursor,
           DeskPosting   *posting)
{
  const char *fields[N_FIELDS];
  const char *mode;
  DeskStepOp op;
  DeskRational input;
  DeskRational result;
  DeskStep *step;
  guint k;

  for (k = 0; k < N_FIELDS; k++)
    if (!skip (cursor, k > 0 ? "," : "[") || !read_string (cursor, &fields[k]))
      return FALSE;

  if (!skip (cursor, "]") || fields[0] == NULL || !desk_step_op_parse (fields[0], &op) ||
      !read_exact (fields[2], &input) || !read_mode (fields[4], &mode) ||
      !read_exact (fields[6], &result))
    return FALSE;

  desk_posting_add_step (posting, op, fields[1], input, result);
  step = desk_posting_last_step (posting);
  step->rate = g_strdup (fields[3]);
  step->mode = mode;
  step->rounding = g_strdup (fields[5]);
  return TRUE;
}

static gboolean
read_steps (char         *cursor,
            DeskPosting  *posting)
{
  if (!skip (&cursor, "["))
    return FALSE;
  if (*cursor != ']')
    {
      do
        {
          if (!read_step (&cursor, posting))
            return FALSE;
        }
      while (skip (&cursor, ","));
    }
  return g_str_equal (cursor, "]");
}

/**
 * desk_step_text_read:
 * @text: (nullable): what desk_step_text_write() made
 * @posting: a line without steps; gets them
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_TAMPERED where @text is nothing this program writes
 */
gboolean
desk_step_text_read (const char   *text,
                     DeskPosting  *posting,
                     GError      **error)
{
  g_autofree char *copy = g_strdup (text);

  if (copy != NULL && read_steps (copy, posting))
    return TRUE;

  g_set_error (error, DESK_ERROR, DESK_ERROR_TAMPERED,
               "posting %" G_GINT64_FORMAT ": a step is none", posting->id);
  if (error != NULL)
    desk_error_set_place (*error, NULL, "posting_step", NULL, (int) posting->id);
  return FALSE;
}
