/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-stay-item.h"

G_BEGIN_DECLS

/**
 * DeskStayList:
 *
 * A titled list of stays with their number. Enter or a click opens one. Numbers under
 * the title count what is of a kind, and show only these while they are pressed.
 */
#define DESK_TYPE_STAY_LIST (desk_stay_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskStayList, desk_stay_list, DESK, STAY_LIST, GtkBox)

/**
 * DeskStayFilter:
 * @label: msgid with {n}, the number of rows
 * @any: #DeskLook: rows with one of these; 0: all rows
 * @none: #DeskLook: but not those with one of these
 *
 * A number under the title of a list.
 */
typedef struct
{
  const char *label;
  guint       any;
  guint       none;
} DeskStayFilter;

void        desk_stay_list_set_filters  (DeskStayList         *self,
                                         const DeskStayFilter *filters,
                                         guint                 n_filters);
void        desk_stay_list_set_filter   (DeskStayList         *self,
                                         int                   filter);
void        desk_stay_list_set_rows     (DeskStayList *self,
                                         DeskProperty *property,
                                         GPtrArray    *rows);
void        desk_stay_list_set_found    (DeskStayList *self,
                                         DeskProperty *property,
                                         GPtrArray    *rows);
guint       desk_stay_list_get_n_items  (DeskStayList *self);
gint64      desk_stay_list_get_selected (DeskStayList *self);
gint64      desk_stay_list_get_selected_guest (DeskStayList *self);
void        desk_stay_list_step         (DeskStayList *self,
                                         int           step);
void        desk_stay_list_open_selected (DeskStayList *self);
void        desk_stay_list_activate     (DeskStayList *self,
                                         guint         position);
gboolean    desk_stay_list_has_focus    (DeskStayList *self);
gboolean    desk_stay_list_focus        (DeskStayList *self);

G_END_DECLS
