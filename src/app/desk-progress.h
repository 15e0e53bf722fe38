/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DeskProgress:
 *
 * Carries how far long work has come from the worker to the window. However
 * often the worker reports, the window is told once per turn of its loop.
 */
typedef struct _DeskProgress DeskProgress;

typedef void (*DeskProgressShow) (GObject *view,
                                  guint    done,
                                  guint    total);

DeskProgress *desk_progress_new    (GObject          *view,
                                    DeskProgressShow  show);
DeskProgress *desk_progress_ref    (DeskProgress     *self);
void          desk_progress_unref  (DeskProgress     *self);
void          desk_progress_report (guint             done,
                                    guint             total,
                                    gpointer          progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskProgress, desk_progress_unref)

G_END_DECLS
