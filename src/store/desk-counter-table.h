/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

gboolean desk_counter_table_get     (DeskDb      *db,
                                     const char  *name,
                                     gint64      *out,
                                     GError     **error);
gboolean desk_counter_table_add     (DeskDb      *db,
                                     const char  *name,
                                     gint64       n,
                                     GError     **error);
gboolean desk_counter_table_next    (DeskDb      *db,
                                     const char  *name,
                                     gint64      *out,
                                     GError     **error);
gboolean desk_counter_table_reserve (DeskDb      *db,
                                     const char  *name,
                                     gint64       n,
                                     gint64      *first,
                                     GError     **error);

G_END_DECLS
