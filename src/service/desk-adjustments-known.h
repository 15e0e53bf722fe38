/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"

G_BEGIN_DECLS

/* What a filter of the audit may name: what is there, or once was. */

gboolean desk_adjustments_know_person (DeskHouse     *house,
                                       const char    *word,
                                       char         **out_login,
                                       GStrv         *out_known,
                                       GError       **error);
gboolean desk_adjustments_know_reason (DeskHouse     *house,
                                       const char    *name,
                                       GStrv         *out_known);
gboolean desk_adjustments_know_room   (DeskHouse     *house,
                                       const char    *number,
                                       gboolean      *out,
                                       GError       **error);

G_END_DECLS
