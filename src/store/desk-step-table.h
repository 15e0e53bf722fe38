/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-posting.h"

G_BEGIN_DECLS

/* The steps of postings; private to the store, which reads and writes both together. */

gboolean desk_step_table_insert     (DeskDb             *db,
                                     const DeskPosting  *posting,
                                     GError            **error);
gboolean desk_step_table_load_each  (DeskDb             *db,
                                     GPtrArray          *postings,
                                     GError            **error);
gboolean desk_step_table_load_folio (DeskDb             *db,
                                     GPtrArray          *postings,
                                     GError            **error);
gboolean desk_step_table_load_page  (DeskDb             *db,
                                     GPtrArray          *postings,
                                     GError            **error);

G_END_DECLS
