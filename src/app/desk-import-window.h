/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-session.h"
#include "desk-writes.h"

G_BEGIN_DECLS

/**
 * DeskImportWindow:
 *
 * Reads a file of stays twice: first to say what would come in and what is
 * wrong with it, then, when somebody says so, to do it.
 */
#define DESK_TYPE_IMPORT_WINDOW (desk_import_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportWindow, desk_import_window, DESK, IMPORT_WINDOW, GtkWindow)

GtkWidget  *desk_import_window_new         (DeskSession      *session,
                                            const DeskFile   *file);
const char *desk_import_window_get_summary (DeskImportWindow *self);

G_END_DECLS
