/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-action.h"
#include "desk-line-card.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskLineBar:
 *
 * The line: one entry that searches, asks and acts. What Enter does is the plan
 * on the screen, never the text.
 */
#define DESK_TYPE_LINE_BAR (desk_line_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskLineBar, desk_line_bar, DESK, LINE_BAR, GtkBox)

void        desk_line_bar_set_up      (DeskLineBar  *self,
                                       DeskSession  *session,
                                       DeskLineCard *card);
void        desk_line_bar_set_stay    (DeskLineBar  *self,
                                       gint64        stay_id);
void        desk_line_bar_clear       (DeskLineBar  *self);
void        desk_line_bar_set_text    (DeskLineBar  *self,
                                       const char   *text);
void        desk_line_bar_put_aside   (DeskLineBar  *self);
void        desk_line_bar_begin       (DeskLineBar  *self,
                                       const char   *text);
const char *desk_line_bar_get_text    (DeskLineBar  *self);
void        desk_line_bar_enter       (DeskLineBar  *self);
void        desk_line_bar_open_plan   (DeskLineBar  *self);
gboolean    desk_line_bar_is_answered (DeskLineBar  *self);
GtkWidget  *desk_line_bar_get_entry   (DeskLineBar  *self);
gboolean    desk_line_bar_needs_full_plan (const DeskAction *action);
gboolean    desk_line_bar_has_rooms   (const DeskAction *action);
const DeskPlanned *desk_line_bar_get_planned (DeskLineBar *self);

G_END_DECLS
