/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-csv-lines.h"

#include <csv.h>
#include <string.h>

#include "desk-message.h"

/* The longest line, and how much is read at once. */
#define MAX_LINE (64 * 1024)

/**
 * DeskCsvLines:
 * @buffer: what was read and not yet taken, from @start up to @end
 * @skipping: in the middle of a line that is too long
 * @line: the number of the line read last, from 1
 * @text: the fields of that line, each ended by a NUL
 * @offsets: (element-type gsize): where in @text each begins
 * @reason: (nullable): what is wrong with that line
 */
struct _DeskCsvLines
{
  GInputStream      *stream;
  struct csv_parser  parser;

  char               buffer[MAX_LINE];
  gsize              start;
  gsize              end;
  gboolean           at_end;
  gboolean           skipping;

  gint64             line;
  GString           *text;
  GArray            *offsets;
  const char        *reason;
};

static void
start_parser (DeskCsvLines *self)
{
  csv_init (&self->parser, CSV_STRICT | CSV_STRICT_FINI);
}

/**
 * desk_csv_lines_new:
 * @stream: (transfer none): where it comes from
 *
 * Returns: (transfer full): a reader at its first line
 */
DeskCsvLines *
desk_csv_lines_new (GInputStream *stream)
{
  DeskCsvLines *self = g_new0 (DeskCsvLines, 1);

  self->stream = g_object_ref (stream);
  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  start_parser (self);
  return self;
}

void
desk_csv_lines_free (DeskCsvLines *self)
{
  if (self == NULL)
    return;

  csv_free (&self->parser);
  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

static void
on_field_read_cb (void   *field,
                  size_t  length,
                  void   *user_data)
{
  DeskCsvLines *self = user_data;
  gsize offset = self->text->len;

  if (!g_utf8_validate_len (field != NULL ? field : "", length, NULL))
    self->reason = N_("the line is not text in UTF-8");
  g_array_append_val (self->offsets, offset);
  g_string_append_len (self->text, field != NULL ? field : "", (gssize) length);
  g_string_append_c (self->text, '\0');
}

/* Takes one line apart; what libcsv refuses is a quotation mark out of place. */
static void
split (DeskCsvLines *self,
       const char   *line,
       gsize         length)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->offsets, 0);
  self->reason = NULL;

  if (memchr (line, '\r', length) != NULL)
    {
      self->reason = N_("the line has a carriage return in its middle");
      return;
    }
  if (csv_parse (&self->parser, line, length, on_field_read_cb, NULL, self) == length &&
      csv_fini (&self->parser, on_field_read_cb, NULL, self) == 0)
    return;

  self->reason = N_("the line has a quotation mark where none can be, or one that is not "
                     "closed");
  csv_free (&self->parser);
  start_parser (self);
}

/* Makes room and reads more; FALSE with @error set, or at the end without. */
static gboolean
fill (DeskCsvLines  *self,
      GError       **error)
{
  gssize n_read;

  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;
  n_read = g_input_stream_read (self->stream, self->buffer + self->end, MAX_LINE - self->end,
                                NULL, error);
  if (n_read <= 0)
    {
      self->at_end = n_read == 0;
      return FALSE;
    }
  self->end += (gsize) n_read;
  return TRUE;
}

/* The next line without its end, or %NULL at the end or with @error set. A line that
 * does not fit is skipped and said to be broken. */
static const char *
take_line (DeskCsvLines  *self,
           gsize         *length,
           GError       **error)
{
  for (;;)
    {
      const char *line = self->buffer + self->start;
      const char *newline = memchr (line, '\n', self->end - self->start);
      g_autoptr (GError) why = NULL;

      if (newline != NULL || (self->at_end && (self->start < self->end || self->skipping)))
        {
          *length = newline != NULL ? (gsize) (newline - line) : self->end - self->start;
          self->start += *length + (newline != NULL ? 1 : 0);
          self->line++;
          return line;
        }
      if (self->at_end)
        return NULL;

      if (self->end - self->start == MAX_LINE)
        {
          self->skipping = TRUE;
          self->start = self->end;
        }
      if (!fill (self, &why) && why != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return NULL;
        }
    }
}

/**
 * desk_csv_lines_next:
 * @self: a reader
 * @error: return location for a #GError
 *
 * Goes to the next line with something on it.
 *
 * Returns: %DESK_CSV_FIELDS; %DESK_CSV_BROKEN with desk_csv_lines_get_reason(), and
 *   reading may go on; %DESK_CSV_END; or %DESK_CSV_FAILED with an error of the stream
 */
DeskCsvNext
desk_csv_lines_next (DeskCsvLines  *self,
                     GError       **error)
{
  g_autoptr (GError) why = NULL;
  const char *line;
  gsize length;

  while ((line = take_line (self, &length, &why)) != NULL)
    {
      if (self->line == 1 && length >= 3 && memcmp (line, "\xef\xbb\xbf", 3) == 0)
        {
          line += 3;
          length -= 3;
        }
      if (length > 0 && line[length - 1] == '\r')
        length--;
      split (self, line, length);
      if (self->skipping)
        {
          self->skipping = FALSE;
          self->reason = N_("the line is longer than a line can be");
        }
      if (self->reason != NULL)
        return DESK_CSV_BROKEN;
      if (self->offsets->len > 0)
        return DESK_CSV_FIELDS;
    }

  if (why == NULL)
    return DESK_CSV_END;
  g_propagate_error (error, g_steal_pointer (&why));
  return DESK_CSV_FAILED;
}

/* The number of the line read last, from 1. */
gint64
desk_csv_lines_get_line (DeskCsvLines *self)
{
  return self->line;
}

guint
desk_csv_lines_get_n_fields (DeskCsvLines *self)
{
  return self->offsets->len;
}

/**
 * desk_csv_lines_get_field:
 * @self: a reader
 * @index: a column, from 0
 *
 * Returns: (nullable): the text, which stands until the next line is read, or %NULL where
 *   the line has no such column
 */
const char *
desk_csv_lines_get_field (DeskCsvLines *self,
                          guint         index)
{
  if (index >= self->offsets->len)
    return NULL;
  return self->text->str + g_array_index (self->offsets, gsize, index);
}

/* What is wrong with the line read last, as the rest of "The line …", or %NULL. */
const char *
desk_csv_lines_get_reason (DeskCsvLines *self)
{
  return self->reason;
}
