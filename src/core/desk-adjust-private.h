/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-adjust.h"

G_BEGIN_DECLS

struct _DeskAdjuster
{
  DeskAdjusterInfo  info;
  GPtrArray        *made;       /* (element-type DeskPosting) */
};

guint              desk_adjuster_n_lines   (const DeskAdjuster  *self);
const DeskPosting *desk_adjuster_line_at   (const DeskAdjuster  *self,
                                            guint                index);
gboolean           desk_adjuster_make_like (DeskAdjuster        *self,
                                            const DeskAnswer    *answer,
                                            const DeskPosting   *like,
                                            GError             **error);

G_END_DECLS
