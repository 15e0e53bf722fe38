/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/* Between columns and structs: what the table files share. Private to the store. */

typedef gpointer (*DeskReadFunc) (DeskStmt *stmt);

gboolean   desk_row_bind_id      (DeskStmt        *stmt,
                                  int              index,
                                  gint64           id,
                                  GError         **error);
gboolean   desk_row_bind_date    (DeskStmt        *stmt,
                                  int              index,
                                  DeskDate         date,
                                  GError         **error);
gboolean   desk_row_bind_gbytes  (DeskStmt        *stmt,
                                  int              index,
                                  GBytes          *bytes,
                                  GError         **error);
gboolean   desk_row_bind_hash    (DeskStmt        *stmt,
                                  int              index,
                                  const guint8     hash[32],
                                  GError         **error);
char      *desk_row_dup_text     (DeskStmt        *stmt,
                                  int              column);
DeskDate   desk_row_get_date     (DeskStmt        *stmt,
                                  int              column);
GBytes    *desk_row_dup_gbytes   (DeskStmt        *stmt,
                                  int              column);
void       desk_row_get_hash     (DeskStmt        *stmt,
                                  int              column,
                                  guint8           hash[32]);
gboolean   desk_row_run_update   (DeskDb          *db,
                                  DeskStmt        *stmt,
                                  const char      *what,
                                  GError         **error);
gboolean   desk_row_find         (DeskStmt        *stmt,
                                  DeskReadFunc     read,
                                  gpointer        *out,
                                  GError         **error);
gpointer   desk_row_get          (DeskStmt        *stmt,
                                  DeskReadFunc     read,
                                  const char      *what,
                                  GError         **error);
gpointer   desk_row_get_by_id    (DeskDb          *db,
                                  const char      *sql,
                                  gint64           id,
                                  DeskReadFunc     read,
                                  GError         **error);
gboolean   desk_row_get_number   (DeskStmt        *stmt,
                                  gint64          *out,
                                  GError         **error);
gboolean   desk_row_bind_page    (DeskStmt        *stmt,
                                  gint64           after_id,
                                  guint            limit,
                                  GError         **error);
char      *desk_row_prefix_end   (const char      *prefix);
gboolean   desk_row_bind_prefix  (DeskStmt        *stmt,
                                  int              index,
                                  const char      *prefix,
                                  GError         **error);
GPtrArray *desk_row_list         (DeskStmt        *stmt,
                                  DeskReadFunc     read,
                                  GDestroyNotify   free_func,
                                  GError         **error);

G_END_DECLS
