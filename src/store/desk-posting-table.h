/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-posting.h"

G_BEGIN_DECLS

/* What a folio was taxed by one rule: the lines of kind tax and rounding. */
typedef struct
{
  gint64  folio_id;
  char   *tax;
  gint64  amount_minor;
} DeskTaxSum;

/* What the lines of one code come to, how many they are, and the id of the last. */
typedef struct
{
  char   *code;
  gint64  amount_minor;
  gint64  n_lines;
  gint64  last_id;
} DeskCodeSum;

/* A run of the ledger: how many lines there are between two numbers, and the ends. */
typedef struct
{
  gint64 n_lines;
  gint64 first_id;      /* 0 where there is none */
  gint64 last_id;
} DeskPostingRun;

void         desk_tax_sum_free                (DeskTaxSum         *self);
void         desk_code_sum_free               (DeskCodeSum        *self);
gboolean     desk_posting_table_insert        (DeskDb             *db,
                                               const DeskPosting  *posting,
                                               GError            **error);
DeskPosting *desk_posting_table_get           (DeskDb             *db,
                                               gint64              id,
                                               GError            **error);
DeskPosting *desk_posting_table_get_line      (DeskDb             *db,
                                               gint64              folio_id,
                                               int                 line,
                                               GError            **error);
GPtrArray   *desk_posting_table_load_folio    (DeskDb             *db,
                                               gint64              folio_id,
                                               GError            **error);
GPtrArray   *desk_posting_table_load_after    (DeskDb             *db,
                                               gint64              folio_id,
                                               int                 after_line,
                                               guint               limit,
                                               GError            **error);
GPtrArray   *desk_posting_table_load_run      (DeskDb             *db,
                                               gint64              first_id,
                                               gint64              last_id,
                                               GError            **error);
GPtrArray   *desk_posting_table_load_date     (DeskDb             *db,
                                               gint64              folio_id,
                                               DeskDate            stay_date,
                                               GError            **error);
GPtrArray   *desk_posting_table_list_date_in_house
                                              (DeskDb             *db,
                                               DeskDate            stay_date,
                                               gint64              after_stay,
                                               gint64              last_stay,
                                               GError            **error);
GPtrArray   *desk_posting_table_sum_taxes_in_house
                                              (DeskDb             *db,
                                               gint64              after_stay,
                                               gint64              last_stay,
                                               GError            **error);
GPtrArray   *desk_posting_table_sum_by_tax    (DeskDb             *db,
                                               gint64              folio_id,
                                               GError            **error);
GPtrArray   *desk_posting_table_sum_by_code   (DeskDb             *db,
                                               gint64              after_id,
                                               GError            **error);
GPtrArray   *desk_posting_table_sum_answers   (DeskDb             *db,
                                               gint64              after_id,
                                               gint64              last_id,
                                               GError            **error);
gboolean     desk_posting_run_read            (DeskStmt           *stmt,
                                               gint64              after_id,
                                               gint64              last_id,
                                               DeskPostingRun     *out,
                                               GError            **error);
gboolean     desk_posting_table_count_run     (DeskDb             *db,
                                               gint64              after_id,
                                               gint64              last_id,
                                               DeskPostingRun     *out,
                                               GError            **error);
gboolean     desk_posting_table_get_newest    (DeskDb             *db,
                                               gint64             *id,
                                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTaxSum, desk_tax_sum_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCodeSum, desk_code_sum_free)

G_END_DECLS
