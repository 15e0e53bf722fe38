/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-reads.h"

G_BEGIN_DECLS

/**
 * DeskLineCard:
 *
 * What the line answers, under it: the stays it finds, the plan it would do,
 * or the explanation it asks for.
 */
#define DESK_TYPE_LINE_CARD (desk_line_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskLineCard, desk_line_card, DESK, LINE_CARD, GtkBox)

void   desk_line_card_show         (DeskLineCard *self,
                                    DeskTyped    *typed,
                                    DeskProperty *property);
void   desk_line_card_hide         (DeskLineCard *self);
void   desk_line_card_step         (DeskLineCard *self,
                                    int           step);
void   desk_line_card_set_peek     (DeskLineCard *self,
                                    gboolean      peek);
gint64 desk_line_card_get_selected (DeskLineCard *self);
guint  desk_line_card_get_n_rows   (DeskLineCard *self);

G_END_DECLS
