/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-adjust.h"

G_BEGIN_DECLS

/**
 * DeskAdjuster:
 * @made: (element-type DeskPosting): numbered on from the folio's last line
 * @answers: (element-type gint GPtrArray): by the number of a line, those that
 *   answer it, of the folio and made so far
 * @taxes: (element-type gint GPtrArray): by the number of a line, the taxes that
 *   stand under it; by 0 those of whole nights
 */
struct _DeskAdjuster
{
  DeskAdjusterInfo  info;
  GPtrArray        *made;
  GHashTable       *answers;
  GHashTable       *taxes;
};

guint              desk_adjuster_n_lines   (const DeskAdjuster  *self);
const DeskPosting *desk_adjuster_line_at   (const DeskAdjuster  *self,
                                            guint                index);
const DeskPosting *desk_lines_get          (const GPtrArray     *lines,
                                            int                  number);
gboolean           desk_adjuster_make_like (DeskAdjuster        *self,
                                            const DeskAnswer    *answer,
                                            const DeskPosting   *like,
                                            GError             **error);

G_END_DECLS
