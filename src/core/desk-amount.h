/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most minor digits a currency may have. */
#define DESK_AMOUNT_MAX_DIGITS 4

/* No single amount goes beyond this many minor units, so that sums of millions
 * of lines still fit in 64 bits. */
#define DESK_AMOUNT_MAX_MINOR G_GINT64_CONSTANT (999999999999999)

gboolean desk_amount_add    (gint64       a_minor,
                             gint64       b_minor,
                             gint64      *out_minor,
                             GError     **error);
gboolean desk_amount_sub    (gint64       a_minor,
                             gint64       b_minor,
                             gint64      *out_minor,
                             GError     **error);
gboolean desk_amount_times  (gint64       unit_minor,
                             gint64       quantity,
                             gint64      *out_minor,
                             GError     **error);
gboolean desk_amount_parse  (const char  *text,
                             int          digits,
                             gint64      *out_minor,
                             GError     **error);
char    *desk_amount_format (gint64       minor,
                             int          digits);

G_END_DECLS
