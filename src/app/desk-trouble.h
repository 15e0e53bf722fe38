/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskTrouble:
 * @what: what happened
 * @next: (nullable): what was kept, and what to do now
 * @detail: where in a file, and what exactly, in the window's language where the error can
 *   say it so
 *
 * An error in words for the person at the desk.
 */
typedef struct
{
  char *what;
  char *next;
  char *detail;
} DeskTrouble;

DeskTrouble *desk_trouble_new      (const GError      *error);
void         desk_trouble_free     (DeskTrouble       *self);
char        *desk_trouble_dup_text (const DeskTrouble *self);
gboolean     desk_trouble_is_silent (const GError     *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTrouble, desk_trouble_free)

G_END_DECLS
