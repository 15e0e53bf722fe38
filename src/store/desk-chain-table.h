/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

gboolean desk_chain_table_get     (DeskDb        *db,
                                   const char    *name,
                                   gint64        *seq,
                                   guint8         hash[32],
                                   GError       **error);
gboolean desk_chain_table_advance (DeskDb        *db,
                                   const char    *name,
                                   gint64         from_seq,
                                   gint64         to_seq,
                                   const guint8   hash[32],
                                   GError       **error);

G_END_DECLS
