/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-bill.h"
#include "desk-explain-pane.h"
#include "desk-folio-pane.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskStayPage:
 *
 * The screen people live in: one stay, its bill, and why each line is there.
 */
#define DESK_TYPE_STAY_PAGE (desk_stay_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskStayPage, desk_stay_page, DESK, STAY_PAGE, GtkBox)

GtkWidget       *desk_stay_page_new         (DeskSession      *session);
void             desk_stay_page_open        (DeskStayPage     *self,
                                             gint64            stay_id);
void             desk_stay_page_explain     (DeskStayPage     *self,
                                             DeskExplainTopic  topic,
                                             int               line,
                                             const char       *lang);
gint64           desk_stay_page_get_stay_id (DeskStayPage     *self);
DeskBill        *desk_stay_page_get_bill    (DeskStayPage     *self);
DeskFolioPane   *desk_stay_page_get_folio   (DeskStayPage     *self);
DeskExplainPane *desk_stay_page_get_explain (DeskStayPage     *self);

G_END_DECLS
