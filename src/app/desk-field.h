/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskField:
 *
 * An entry with its name above it: how every form asks for a word or a number.
 */
#define DESK_TYPE_FIELD (desk_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskField, desk_field, DESK, FIELD, GtkBox)

void        desk_field_set_text  (DeskField   *self,
                                  const char  *text);
char       *desk_field_dup_text  (DeskField   *self);
char       *desk_field_dup_amount (gint64       minor,
                                   int          digits);
gboolean    desk_field_read_amount (const char *text,
                                    int         digits,
                                    gint64     *out_minor,
                                    GError    **error);
gboolean    desk_field_get_amount (DeskField  *self,
                                  int          digits,
                                  gint64      *out_minor,
                                  GError     **error);
gboolean    desk_field_get_lines (DeskField   *self,
                                  GArray     **out,
                                  GError     **error);

G_END_DECLS
