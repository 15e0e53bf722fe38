/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-stays.h"

#include <csv.h>
#include <string.h>

/* Quotation marks around it, those inside doubled. */
static void
append_quoted (GString    *text,
               const char *value)
{
  gsize length = strlen (value);
  gsize size = csv_write (NULL, 0, value, length);
  gsize begin = text->len;

  g_string_set_size (text, begin + size);
  csv_write (text->str + begin, size, value, length);
}

/**
 * desk_import_result_to_csv:
 * @self: what came of an import
 * @catalog: language of who reads it
 *
 * Returns: (transfer full): the rows that did not come in, for a spreadsheet: line,
 *   field and reason
 */
char *
desk_import_result_to_csv (const DeskImportResult *self,
                           const DeskCatalog      *catalog)
{
  GString *text = g_string_new ("line,field,reason\r\n");
  guint i;

  for (i = 0; i < self->errors->len; i++)
    {
      const DeskImportError *wrong = g_ptr_array_index (self->errors, i);
      g_autofree char *reason = desk_import_error_dup_reason (wrong, catalog);

      g_string_append_printf (text, "%d,", wrong->line);
      append_quoted (text, wrong->field);
      g_string_append_c (text, ',');
      append_quoted (text, reason);
      g_string_append (text, "\r\n");
    }
  return g_string_free (text, FALSE);
}
