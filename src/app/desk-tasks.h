/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-action.h"
#include "desk-bill.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskTask:
 * @action: name of the window's action, without `win.`
 * @verb: what it does
 * @right: who may
 * @on_line: whether it is about the selected line
 *
 * Something that is done to the stay that is shown.
 */
typedef struct
{
  const char *action;
  DeskVerb    verb;
  DeskRight   right;
  gboolean    on_line;
} DeskTask;

const DeskTask *desk_task_get         (guint           n);
const DeskTask *desk_task_find        (const char     *action);
const char     *desk_task_get_why_not (const DeskTask *self,
                                       DeskSession    *session,
                                       DeskBill       *bill);
void            desk_task_tell        (GtkWidget      *button,
                                       const char     *action,
                                       DeskSession    *session,
                                       DeskBill       *bill);

G_END_DECLS
