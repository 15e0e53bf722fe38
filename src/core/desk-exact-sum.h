/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-rational.h"

G_BEGIN_DECLS

/**
 * DeskExactSum:
 *
 * A sum of many exact numbers whose common denominator may be too large for 128
 * bits: the shares of many lines under many rates. One part is kept for each
 * denominator; only the whole is rounded.
 */
typedef struct _DeskExactSum DeskExactSum;

DeskExactSum *desk_exact_sum_new   (void);
void          desk_exact_sum_free  (DeskExactSum        *self);
gboolean      desk_exact_sum_add   (DeskExactSum        *self,
                                    DeskRational         value,
                                    GError             **error);
gboolean      desk_exact_sum_round (const DeskExactSum  *self,
                                    DeskRounding         rounding,
                                    gint64               step,
                                    gint64              *out,
                                    GError             **error);
gboolean      desk_exact_sum_show  (const DeskExactSum  *self,
                                    DeskRational        *out,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExactSum, desk_exact_sum_free)

G_END_DECLS
