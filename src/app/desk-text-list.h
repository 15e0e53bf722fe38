/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-text-row.h"

G_BEGIN_DECLS

/**
 * DeskTextList:
 *
 * A long list of rows of one height, one of them selected, in a #GtkScrolledWindow. It has a
 * widget for each row that is seen and no more, where #GtkListView of GTK 4.8 makes two
 * hundred, and a row that is asked for is there at once. Its node in the style sheet is a
 * `listview` with the class `rows`, each row a `row`, as those of GTK are.
 *
 * It gives no widths to columns: rows are #DeskTextRow, which know theirs.
 */
#define DESK_TYPE_TEXT_LIST (desk_text_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskTextList, desk_text_list, DESK, TEXT_LIST, GtkWidget)

/**
 * DeskTextListShow:
 * @row: a row of the list, which may have shown something else before
 * @item: (transfer none): what it is to show
 */
typedef void (*DeskTextListShow) (DeskTextRow *row,
                                  gpointer     item);

void         desk_text_list_set_rows     (DeskTextList       *self,
                                          GType               row_type,
                                          DeskTextListShow    show);
void         desk_text_list_set_model    (DeskTextList       *self,
                                          GtkSingleSelection *model);
void         desk_text_list_scroll_to    (DeskTextList       *self,
                                          guint               position);
DeskTextRow *desk_text_list_get_row      (DeskTextList       *self,
                                          guint               position);
guint        desk_text_list_get_n_rows   (DeskTextList       *self);

G_END_DECLS
