/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskTable:
 *
 * Rows of texts that are printed in columns, each as wide as its widest cell. A
 * column whose heading begins with `>` is right aligned, as amounts are.
 */
typedef struct _DeskTable DeskTable;

DeskTable *desk_table_new    (const char       *heading,
                              ...) G_GNUC_NULL_TERMINATED;
void       desk_table_free   (DeskTable        *self);
void       desk_table_add    (DeskTable        *self,
                              ...) G_GNUC_NULL_TERMINATED;
void       desk_table_print  (const DeskTable  *self,
                              GString          *out);
guint      desk_text_width   (const char       *text);
char      *desk_text_cut     (const char       *text,
                              guint             most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTable, desk_table_free)

G_END_DECLS
