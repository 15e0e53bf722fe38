/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-table.h"

#include <stdarg.h>
#include <string.h>

#include "desk-fill.h"

#define GAP "  "

struct _DeskTable
{
  GPtrArray *headings;   /* char * */
  GArray    *right;      /* gboolean */
  GPtrArray *rows;       /* GPtrArray of char * */
};

/**
 * desk_text_width:
 * @text: a text
 *
 * Returns: how many columns of a terminal it takes
 */
guint
desk_text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
    }
  return width;
}

/**
 * desk_text_cut:
 * @text: a text
 * @most: columns of a terminal it may take, two or more
 *
 * So that one long name does not push a whole table off the screen. A name that is
 * written from right to left is set apart, so that the columns beside it stay in order.
 *
 * Returns: (transfer full): the text, its end replaced by an ellipsis where it is longer
 */
char *
desk_text_cut (const char *text,
               guint       most)
{
  g_autoptr (GString) kept = NULL;
  guint width = 0;

  if (desk_text_width (text) <= most)
    return desk_fill ("{text}", "text", text, NULL);

  kept = g_string_new (NULL);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
      if (width > most - 1)
        break;
      g_string_append_unichar (kept, letter);
    }
  g_string_append (kept, "…");
  return desk_fill ("{text}", "text", kept->str, NULL);
}

/**
 * desk_table_new:
 * @heading: of the first column; `>` in front means right aligned
 * @...: the other headings, then %NULL
 *
 * Returns: (transfer full): a table without rows
 */
DeskTable *
desk_table_new (const char *heading,
                ...)
{
  DeskTable *self = g_new0 (DeskTable, 1);
  va_list args;

  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->right = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  va_start (args, heading);
  for (; heading != NULL; heading = va_arg (args, const char *))
    {
      gboolean right = *heading == '>';

      g_ptr_array_add (self->headings, g_strdup (heading + right));
      g_array_append_val (self->right, right);
    }
  va_end (args);
  return self;
}

void
desk_table_free (DeskTable *self)
{
  g_ptr_array_unref (self->headings);
  g_array_unref (self->right);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * desk_table_add:
 * @self: a table
 * @...: a text for each column, then %NULL
 */
void
desk_table_add (DeskTable *self,
                ...)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  const char *cell;
  va_list args;

  va_start (args, self);
  for (cell = va_arg (args, const char *); cell != NULL; cell = va_arg (args, const char *))
    g_ptr_array_add (row, g_strdup (cell));
  va_end (args);
  g_return_if_fail (row->len == self->headings->len);
  g_ptr_array_add (self->rows, row);
}

static void
pad (GString *out,
     guint    n)
{
  while (n-- > 0)
    g_string_append_c (out, ' ');
}

static void
print_row (const DeskTable *self,
           const GPtrArray *row,
           const guint     *widths,
           GString         *out)
{
  guint i;

  for (i = 0; i < row->len; i++)
    {
      const char *cell = g_ptr_array_index (row, i);
      guint missing = widths[i] - desk_text_width (cell);
      gboolean right = g_array_index (self->right, gboolean, i);

      if (i > 0)
        g_string_append (out, GAP);
      if (right)
        pad (out, missing);
      g_string_append (out, cell);
      if (!right && i + 1 < row->len)
        pad (out, missing);
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/**
 * desk_table_print:
 * @self: a table
 * @out: where it goes
 */
void
desk_table_print (const DeskTable *self,
                  GString         *out)
{
  g_autofree guint *widths = g_new0 (guint, self->headings->len);
  guint i;
  guint j;

  for (j = 0; j < self->headings->len; j++)
    {
      widths[j] = desk_text_width (g_ptr_array_index (self->headings, j));
      for (i = 0; i < self->rows->len; i++)
        {
          const GPtrArray *row = g_ptr_array_index (self->rows, i);

          widths[j] = MAX (widths[j], desk_text_width (g_ptr_array_index (row, j)));
        }
    }

  print_row (self, self->headings, widths, out);
  for (i = 0; i < self->rows->len; i++)
    print_row (self, g_ptr_array_index (self->rows, i), widths, out);
}
