/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-bill.h"
#include "desk-explain.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskExplainPane:
 *
 * What is this, and why? Answers for one line or for the whole bill, in three depths:
 * what is said in the guest's language with the associate's beside it, the rest in the
 * associate's.
 */
#define DESK_TYPE_EXPLAIN_PANE (desk_explain_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskExplainPane, desk_explain_pane, DESK, EXPLAIN_PANE, GtkBox)

void             desk_explain_pane_set_session  (DeskExplainPane  *self,
                                                 DeskSession      *session);
void             desk_explain_pane_set_bill     (DeskExplainPane  *self,
                                                 DeskBill         *bill);
void             desk_explain_pane_ask          (DeskExplainPane  *self,
                                                 DeskExplainTopic  topic,
                                                 int               line);
void             desk_explain_pane_set_language (DeskExplainPane  *self,
                                                 const char       *lang);
const char      *desk_explain_pane_get_language (DeskExplainPane  *self);
DeskExplainTopic desk_explain_pane_get_topic    (DeskExplainPane  *self);
int              desk_explain_pane_get_line     (DeskExplainPane  *self);
const char      *desk_explain_pane_get_sentence (DeskExplainPane  *self);
const char      *desk_explain_pane_get_arithmetic (DeskExplainPane *self);
gboolean         desk_explain_pane_may_see_record (DeskExplainPane *self);
void             desk_explain_pane_tell_tasks   (DeskExplainPane  *self);
char            *desk_explain_pane_dup_guest_title (DeskExplainPane *self);

G_END_DECLS
