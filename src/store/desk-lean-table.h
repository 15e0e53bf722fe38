/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskLean:
 * @papers: bills and other papers made since
 * @keys: keys made since
 * @messages: messages given since
 *
 * What left the house since a moment and leans on what was done before it.
 */
typedef struct
{
  gint64 papers;
  gint64 keys;
  gint64 messages;
} DeskLean;

gboolean desk_lean_table_count (DeskDb    *db,
                                gint64     stay_id,
                                gint64     since,
                                DeskLean  *out,
                                GError   **error);

G_END_DECLS
