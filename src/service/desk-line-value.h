/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskValueMatch:
 * @DESK_VALUE_NO: the word is of another class
 * @DESK_VALUE_YES: it is of the class, and has been read
 * @DESK_VALUE_BAD: it has the looks of the class but is wrong; the error says how
 *
 * What a word is, seen by one form of value.
 */
typedef enum
{
  DESK_VALUE_NO,
  DESK_VALUE_YES,
  DESK_VALUE_BAD,
} DeskValueMatch;

DeskValueMatch desk_line_read_amount   (const char  *text,
                                        int          digits,
                                        gint64      *out_minor,
                                        GError     **error);
DeskValueMatch desk_line_read_quantity (const char  *text,
                                        gint64      *out,
                                        GError     **error);
DeskValueMatch desk_line_read_window   (const char  *text,
                                        int         *out,
                                        GError     **error);
DeskValueMatch desk_line_read_number   (const char  *text,
                                        int         *out,
                                        GError     **error);
DeskValueMatch desk_line_read_lines    (const char  *text,
                                        GArray     **out,
                                        GError     **error);
DeskValueMatch desk_line_read_percent  (const char  *text,
                                        char       **out,
                                        GError     **error);
gboolean       desk_line_is_percent    (const char  *text);
guint          desk_line_distance      (const char  *a,
                                        const char  *b);

G_END_DECLS
