/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "desk-db.h"

G_BEGIN_DECLS

/* What the three files that know the engine share. */

struct _DeskDb
{
  /* Owned */
  char            *path;
  sqlite3         *handle;
  GHashTable      *statements;  /* SQL text -> DeskStmt, which owns the text */
  GHashTable      *places;      /* where a text stood -> DeskStmt (unowned) */

  /* State */
  gboolean         in_tx;
  guint64          jitter;
  gint64           waited_us;
  DeskDbFaultFunc  fault;
  gpointer         fault_data;
};

struct _DeskStmt
{
  DeskDb       *db;       /* (unowned) */
  char         *sql;
  sqlite3_stmt *handle;
  gboolean      kept;     /* in the connection's table */
  gboolean      in_use;
};

/* Asked at each point where the disk might fail, so within the caller. */
static inline gboolean
desk_sqlite_may_go_on (DeskDb       *self,
                       DeskDbPoint   point,
                       const char   *sql,
                       GError      **error)
{
  return self->fault == NULL || self->fault (point, sql, self->fault_data, error);
}

void      desk_sqlite_set_error  (sqlite3      *handle,
                                  int           result,
                                  GError      **error);
gboolean  desk_sqlite_run_script (DeskDb       *self,
                                  DeskDbPoint   point,
                                  const char   *script,
                                  GError      **error);
DeskStmt *desk_sqlite_take_kept  (DeskDb       *self,
                                  const char   *sql,
                                  GError      **error);
void      desk_sqlite_stmt_free  (DeskStmt     *self);

G_END_DECLS
