/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-adjustments.h"

G_BEGIN_DECLS

/* Why a row of the audit is looked at: the rules of the set-up, run over whole days. */

gboolean desk_flags_judge    (DeskHouse          *house,
                              const DeskContext  *reader,
                              GPtrArray          *rows,
                              const DeskDate      days[2],
                              GError            **error);
gboolean desk_flags_add_seen (DeskHouse          *house,
                              DeskDate            day,
                              GPtrArray          *rows,
                              GError            **error);

G_END_DECLS
