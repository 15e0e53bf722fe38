/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What desk_csv_lines_next() found. */
typedef enum
{
  DESK_CSV_FIELDS,
  DESK_CSV_BROKEN,
  DESK_CSV_END,
  DESK_CSV_FAILED,
} DeskCsvNext;

/**
 * DeskCsvLines:
 *
 * A text of comma-separated values in which no value holds a line break, read line by
 * line from a stream. Takes CRLF, a byte order mark, quoted values and a last line
 * without an end. Lines without anything on them are skipped, and counted.
 */
typedef struct _DeskCsvLines DeskCsvLines;

DeskCsvLines *desk_csv_lines_new          (GInputStream  *stream);
void          desk_csv_lines_free         (DeskCsvLines  *self);
DeskCsvNext   desk_csv_lines_next         (DeskCsvLines  *self,
                                           GError       **error);
gint64        desk_csv_lines_get_line     (DeskCsvLines  *self);
guint         desk_csv_lines_get_n_fields (DeskCsvLines  *self);
const char   *desk_csv_lines_get_field    (DeskCsvLines  *self,
                                           guint          index);
const char   *desk_csv_lines_get_reason   (DeskCsvLines  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCsvLines, desk_csv_lines_free)

G_END_DECLS
