/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-step-table.h"

#include "desk-error.h"
#include "desk-row.h"

#define INSERT_STEP \
  "INSERT INTO posting_step (posting_id, seq, op, rule, input, rate, mode, rounding, result) " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
#define STEP_FIELDS \
  "t.posting_id, t.op, t.rule, t.input, t.rate, t.mode, t.rounding, t.result, t.seq"
#define SELECT_ONE \
  "SELECT " STEP_FIELDS " FROM posting_step t WHERE t.posting_id = $1 ORDER BY t.seq"
#define SELECT_FOLIO \
  "SELECT " STEP_FIELDS " FROM posting p JOIN posting_step t ON t.posting_id = p.id " \
  "WHERE p.folio_id = $1 AND p.line >= $2 AND p.line <= $3 ORDER BY p.line, t.seq"
#define SELECT_PAGE \
  "SELECT " STEP_FIELDS " FROM posting_step t WHERE t.posting_id >= $1 AND t.posting_id <= $2 " \
  "ORDER BY t.posting_id, t.seq"

static gboolean
insert_step (DeskStmt        *stmt,
             const DeskStep  *step,
             GError         **error)
{
  g_autofree char *input = desk_rational_to_string (step->input);
  g_autofree char *result = desk_rational_to_string (step->result);

  return desk_stmt_bind_text (stmt, 3, desk_step_op_to_string (step->op), error) &&
         desk_stmt_bind_text (stmt, 4, step->rule, error) &&
         desk_stmt_bind_text (stmt, 5, input, error) &&
         desk_stmt_bind_text (stmt, 6, step->rate, error) &&
         desk_stmt_bind_text (stmt, 7, step->mode, error) &&
         desk_stmt_bind_text (stmt, 8, step->rounding, error) &&
         desk_stmt_bind_text (stmt, 9, result, error) &&
         desk_stmt_run (stmt, error);
}

/* Writes all steps of a line. */
gboolean
desk_step_table_insert (DeskDb             *db,
                        const DeskPosting  *posting,
                        GError            **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_STEP, error);
  guint i;

  if (stmt == NULL)
    return FALSE;

  for (i = 0; i < posting->steps->len; i++)
    if (!desk_stmt_bind_int64 (stmt, 1, posting->id, error) ||
        !desk_stmt_bind_int64 (stmt, 2, i + 1, error) ||
        !insert_step (stmt, &g_array_index (posting->steps, DeskStep, i), error))
      return FALSE;

  return TRUE;
}

/* The mode is one of two static words; anything else was put there by somebody. */
static gboolean
read_mode (DeskStmt    *stmt,
           const char **out)
{
  const char *mode = desk_stmt_get_text (stmt, 5);

  if (mode == NULL)
    *out = NULL;
  else if (g_str_equal (mode, "inclusive"))
    *out = "inclusive";
  else if (g_str_equal (mode, "exclusive"))
    *out = "exclusive";
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_exact (DeskStmt      *stmt,
            int            column,
            DeskRational  *out)
{
  const char *text = desk_stmt_get_text (stmt, column);
  g_autofree char *written = NULL;

  if (text == NULL || !desk_rational_parse (text, out, NULL))
    return FALSE;
  written = desk_rational_to_string (*out);
  return g_str_equal (written, text);
}

static gboolean
read_step (DeskStmt     *stmt,
           DeskPosting  *posting,
           GError      **error)
{
  const char *op_name = desk_stmt_get_text (stmt, 1);
  const char *mode;
  DeskStepOp op;
  DeskRational input;
  DeskRational result;
  DeskStep *step;

  if (op_name == NULL || !desk_step_op_parse (op_name, &op) ||
      desk_stmt_get_int64 (stmt, 8) != posting->steps->len + 1 ||
      !read_exact (stmt, 3, &input) || !read_exact (stmt, 7, &result) ||
      !read_mode (stmt, &mode))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_TAMPERED,
                   "posting %" G_GINT64_FORMAT ": a step is none", posting->id);
      if (error != NULL)
        desk_error_set_place (*error, NULL, "posting_step", NULL, (int) posting->id);
      return FALSE;
    }

  desk_posting_add_step (posting, op, desk_stmt_get_text (stmt, 2), input, result);
  step = desk_posting_last_step (posting);
  step->rate = desk_row_dup_text (stmt, 4);
  step->mode = mode;
  step->rounding = desk_row_dup_text (stmt, 6);
  return TRUE;
}

/* Both come in the same order, so one walk along the lines finds each step its own. */
static gboolean
read_steps (DeskStmt   *stmt,
            GPtrArray  *postings,
            GError    **error)
{
  guint i = 0;

  for (;;)
    {
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      while (i < postings->len &&
             ((DeskPosting *) postings->pdata[i])->id != desk_stmt_get_int64 (stmt, 0))
        i++;
      if (i == postings->len)
        return TRUE;
      if (!read_step (stmt, postings->pdata[i], error))
        return FALSE;
    }
}

/* For few lines: a query for each. */
gboolean
desk_step_table_load_each (DeskDb     *db,
                           GPtrArray  *postings,
                           GError    **error)
{
  guint i;

  for (i = 0; i < postings->len; i++)
    {
      g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_ONE, error);
      DeskPosting *posting = postings->pdata[i];

      if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, posting->id, error))
        return FALSE;

      for (;;)
        {
          gboolean row;

          if (!desk_stmt_step (stmt, &row, error))
            return FALSE;
          if (!row)
            break;
          if (!read_step (stmt, posting, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* For consecutive lines of one folio, in line order: one query for all. */
gboolean
desk_step_table_load_folio (DeskDb     *db,
                            GPtrArray  *postings,
                            GError    **error)
{
  g_autoptr (DeskStmt) stmt = NULL;
  const DeskPosting *first;
  const DeskPosting *last;

  if (postings->len == 0)
    return TRUE;

  first = postings->pdata[0];
  last = postings->pdata[postings->len - 1];
  stmt = desk_db_prepare (db, SELECT_FOLIO, error);
  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, first->folio_id, error) &&
         desk_stmt_bind_int64 (stmt, 2, first->line, error) &&
         desk_stmt_bind_int64 (stmt, 3, last->line, error) &&
         read_steps (stmt, postings, error);
}

/* For consecutive lines of the ledger, by id: one query for all. */
gboolean
desk_step_table_load_page (DeskDb     *db,
                           GPtrArray  *postings,
                           GError    **error)
{
  g_autoptr (DeskStmt) stmt = NULL;
  const DeskPosting *first;
  const DeskPosting *last;

  if (postings->len == 0)
    return TRUE;

  first = postings->pdata[0];
  last = postings->pdata[postings->len - 1];
  stmt = desk_db_prepare (db, SELECT_PAGE, error);
  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, first->id, error) &&
         desk_stmt_bind_int64 (stmt, 2, last->id, error) &&
         read_steps (stmt, postings, error);
}
