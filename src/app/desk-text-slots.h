/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-text-list.h"

G_BEGIN_DECLS

/**
 * DeskTextSlots:
 *
 * The items of a list, and the widgets that show a part of them.
 */
typedef struct _DeskTextSlots DeskTextSlots;

DeskTextSlots      *desk_text_slots_new            (GtkWidget          *list);
void                desk_text_slots_clear          (DeskTextSlots      *self);
void                desk_text_slots_free           (DeskTextSlots      *self);
void                desk_text_slots_set_rows       (DeskTextSlots      *self,
                                                    GType               row_type,
                                                    DeskTextListShow    show);
void                desk_text_slots_set_model      (DeskTextSlots      *self,
                                                    GtkSingleSelection *model);
GtkSingleSelection *desk_text_slots_get_model      (DeskTextSlots      *self);
guint               desk_text_slots_get_n_items    (DeskTextSlots      *self);
guint               desk_text_slots_get_selected   (DeskTextSlots      *self);
guint               desk_text_slots_get_n_rows     (DeskTextSlots      *self);
void                desk_text_slots_make_rows      (DeskTextSlots      *self,
                                                    guint               n_rows);
gboolean            desk_text_slots_fill           (DeskTextSlots      *self,
                                                    guint               first,
                                                    guint               end);
DeskTextRow        *desk_text_slots_get_row        (DeskTextSlots      *self,
                                                    guint               position);
void                desk_text_slots_measure        (DeskTextSlots      *self,
                                                    GtkOrientation      orientation,
                                                    int                *minimum,
                                                    int                *natural);
void                desk_text_slots_allocate       (DeskTextSlots      *self,
                                                    int                 width,
                                                    int                 row_height,
                                                    int                 value);

G_END_DECLS
