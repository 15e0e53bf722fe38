/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskNoteKind:
 * @DESK_NOTE_WARNING: may be done when somebody says why it is all right
 * @DESK_NOTE_REFUSED: cannot be done
 * @DESK_NOTE_GOOD: is as it should be
 * @DESK_NOTE_PLAIN: goes along or follows; nothing to look out for
 */
typedef enum
{
  DESK_NOTE_WARNING,
  DESK_NOTE_REFUSED,
  DESK_NOTE_GOOD,
  DESK_NOTE_PLAIN,
} DeskNoteKind;

/**
 * DeskNote:
 *
 * A sentence with its sign before it; never told by colour alone.
 */
#define DESK_TYPE_NOTE (desk_note_get_type ())
G_DECLARE_FINAL_TYPE (DeskNote, desk_note, DESK, NOTE, GtkBox)

GtkWidget *desk_note_new (DeskNoteKind  kind,
                          const char   *text);

G_END_DECLS
