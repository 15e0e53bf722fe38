/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-message.h"
#include "desk-views.h"

G_BEGIN_DECLS

/* What cards keep ready, beside what is owed: never in it. */

gboolean     desk_credit_sum (const DeskStayView  *stay,
                              gint64              *held_minor,
                              gint64              *short_minor,
                              GError             **error);
DeskMessage *desk_credit_say (const DeskStayView  *stay,
                              const DeskProperty  *property);

G_END_DECLS
