/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-audit-table.h"
#include "desk-chain.h"
#include "desk-verify.h"

G_BEGIN_DECLS

/* A check of the whole ledger under way. Every function returns FALSE only where
 * something could not be read; what is wrong goes into the verdict, the first only. */
typedef struct
{
  DeskDb           *db;
  DeskVerdict      *verdict;
  GCancellable     *cancellable;
  DeskProgressFunc  progress;
  gpointer          user_data;
  gint64            n_postings;
  gint64            n_decisions;
} DeskCheck;

void     desk_check_find_wrong (DeskCheck    *check,
                                const char   *table,
                                gint64        id,
                                int           line,
                                const char   *format,
                                ...) G_GNUC_PRINTF (5, 6);
gboolean desk_check_note       (DeskCheck    *check,
                                gint64        note_id,
                                const char   *hex,
                                GError      **error);
gboolean desk_check_read_mark  (DeskCheck    *check,
                                gint64       *mark,
                                guint8        hash[DESK_HASH_SIZE],
                                GError      **error);
gboolean desk_check_audit      (DeskCheck    *check,
                                gint64        mark,
                                const guint8  mark_hash[DESK_HASH_SIZE],
                                GError      **error);
gboolean desk_check_decision   (DeskCheck    *check,
                                const DeskAuditRecord *entry,
                                const char   *subject,
                                const char   *rest,
                                GError      **error);
gboolean desk_check_decisions  (DeskCheck    *check,
                                gint64        mark,
                                GError      **error);
gboolean desk_check_configs    (DeskCheck    *check,
                                GError      **error);
gboolean desk_check_invoices   (DeskCheck    *check,
                                GError      **error);
gboolean desk_check_issued     (DeskCheck    *check,
                                gint64        entry_id,
                                const char   *issued,
                                GError      **error);

G_END_DECLS
