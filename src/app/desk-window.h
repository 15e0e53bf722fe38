/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-action.h"
#include "desk-explain.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskWindow:
 *
 * The console: the line at the top, the pages beside the rail, and nothing of
 * either before somebody has signed in.
 */
#define DESK_TYPE_WINDOW (desk_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindow, desk_window, DESK, WINDOW, GtkApplicationWindow)

/* What is asked about which stay; @lang (nullable): the guest's own. */
typedef struct
{
  gint64            stay_id;
  DeskExplainTopic  topic;
  int               line;
  const char       *lang;
} DeskAsked;

GtkWidget  *desk_window_new        (GtkApplication   *application,
                                    DeskSession      *session);
void        desk_window_open       (DeskWindow       *self);
void        desk_window_prefer     (DeskWindow       *self,
                                    const char       *login);
const char *desk_window_get_place  (DeskWindow       *self);
GtkWidget  *desk_window_get_page   (DeskWindow       *self,
                                    const char       *name);
GtkWidget  *desk_window_get_line   (DeskWindow       *self);
GtkWindow  *desk_window_get_dialog (DeskWindow       *self);
const char *desk_window_get_status (DeskWindow       *self);

/* For what is inside a window: @from is any widget of it. */
void        desk_window_show_error (GtkWidget        *from,
                                    const GError     *error);
void        desk_window_tell       (GtkWidget        *from,
                                    const char       *text);
void        desk_window_tell_done  (GtkWidget         *from,
                                    const char        *text,
                                    const DeskOutcome *outcome);
void        desk_window_open_stay  (GtkWidget        *from,
                                    gint64            stay_id);
void        desk_window_open_plan  (GtkWidget        *from,
                                    const DeskAction *action);
void        desk_window_do_at_once (GtkWidget        *from,
                                    const DeskAction *action);
void        desk_window_fill_line  (GtkWidget        *from,
                                    const char       *text);
void        desk_window_explain    (GtkWidget        *from,
                                    const DeskAsked  *asked);
void        desk_window_search     (GtkWidget        *from,
                                    const char       *text);

G_END_DECLS
