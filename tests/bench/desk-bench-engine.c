/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-samples.h"

#include <dlfcn.h>
#include <sqlite3.h>

/*
 * The calls in which the engine works come here first, as those of the disk do. So the
 * time of the database, disk included, can be told from what is done with its rows.
 * Only one thread is measured: others call without being counted.
 */
static __thread gboolean counted;
static gint64 in_engine;
static gint64 n_statements;

/* The engine's own function of that name. */
static gpointer
find_real (gpointer   *known,
           const char *name)
{
  if (*known == NULL)
    *known = dlsym (RTLD_NEXT, name);
  return *known;
}

static gint64
enter (void)
{
  return counted ? desk_bench_now () : 0;
}

static void
leave (gint64 entered)
{
  if (entered != 0)
    in_engine += desk_bench_now () - entered;
}

int
sqlite3_step (sqlite3_stmt *stmt)
{
  static gpointer known;
  int (*real) (sqlite3_stmt *) = find_real (&known, "sqlite3_step");
  gint64 entered = enter ();
  int result;

  n_statements += counted && !sqlite3_stmt_busy (stmt);
  result = real (stmt);
  leave (entered);
  return result;
}

int
sqlite3_reset (sqlite3_stmt *stmt)
{
  static gpointer known;
  int (*real) (sqlite3_stmt *) = find_real (&known, "sqlite3_reset");
  gint64 entered = enter ();
  int result = real (stmt);

  leave (entered);
  return result;
}

int
sqlite3_exec (sqlite3     *handle,
              const char  *sql,
              int        (*callback) (void *, int, char **, char **),
              void        *user_data,
              char       **message)
{
  static gpointer known;
  __typeof__ (&sqlite3_exec) real = find_real (&known, "sqlite3_exec");
  gint64 entered = enter ();
  int result;

  /* What it steps through is within it. */
  counted = FALSE;
  result = real (handle, sql, callback, user_data, message);
  counted = entered != 0;
  leave (entered);
  return result;
}

/**
 * desk_bench_count_engine:
 * @on: whether the time of this thread in the engine counts from now on
 */
void
desk_bench_count_engine (gboolean on)
{
  counted = on;
}

/* How often a statement was begun. */
gint64
desk_bench_get_n_statements (void)
{
  return n_statements;
}

gint64
desk_bench_get_in_engine (void)
{
  return in_engine;
}
