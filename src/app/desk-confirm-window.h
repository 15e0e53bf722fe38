/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskConfirmWindow:
 *
 * A last look before something that cannot be taken back. Activates an action
 * of the widget that asked.
 */
#define DESK_TYPE_CONFIRM_WINDOW (desk_confirm_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskConfirmWindow, desk_confirm_window, DESK, CONFIRM_WINDOW, GtkWindow)

typedef struct
{
  const char *title;
  const char *text;
  const char *verb;     /* on the button */
  const char *action;   /* of the widget that asks */
} DeskConfirm;

GtkWidget *desk_confirm_window_new (GtkWidget         *asker,
                                    const DeskConfirm *confirm);

G_END_DECLS
