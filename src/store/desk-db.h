/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskDb:
 *
 * One connection to one file. Belongs to the thread that opened it. Nothing
 * above the seam knows which engine is behind it.
 */
typedef struct _DeskDb DeskDb;

/**
 * DeskStmt:
 *
 * A prepared statement, kept by its connection and handed out again. Unref it
 * before the connection closes; at the last unref it is reset.
 */
typedef struct _DeskStmt DeskStmt;

/**
 * DeskTx:
 *
 * A transaction that is rolled back when it goes out of scope without
 * desk_tx_commit(). Declare it as `g_auto (DeskTx) tx = { NULL };`.
 */
typedef struct
{
  DeskDb *db;
} DeskTx;

/**
 * DeskDbFlags:
 * @DESK_DB_READ_WRITE: read and write a file that is there
 * @DESK_DB_CREATE: make the file, for its user alone, where there is none
 * @DESK_DB_READ_ONLY: never write
 */
typedef enum
{
  DESK_DB_READ_WRITE = 1 << 0,
  DESK_DB_CREATE     = 1 << 1,
  DESK_DB_READ_ONLY  = 1 << 2,
} DeskDbFlags;

/**
 * DeskDbPoint:
 *
 * Where the seam asks a #DeskDbFaultFunc whether to fail.
 */
typedef enum
{
  DESK_DB_POINT_PREPARE,
  DESK_DB_POINT_STEP,
  DESK_DB_POINT_EXEC,
  DESK_DB_POINT_BEGIN,
  DESK_DB_POINT_COMMIT,
} DeskDbPoint;

/**
 * DeskDbFaultFunc:
 * @sql: the statement
 *
 * For tests: fails at a chosen point, as the disk might.
 *
 * Returns: %TRUE to go on, %FALSE with @error set to fail
 */
typedef gboolean (*DeskDbFaultFunc) (DeskDbPoint   point,
                                     const char   *sql,
                                     gpointer      user_data,
                                     GError      **error);

DeskDb       *desk_db_open              (const char       *path,
                                         DeskDbFlags       flags,
                                         GError          **error);
void          desk_db_close             (DeskDb           *self);
const char   *desk_db_get_path          (DeskDb           *self);
gboolean      desk_db_exec              (DeskDb           *self,
                                         const char       *script,
                                         GError          **error);
DeskStmt     *desk_db_prepare           (DeskDb           *self,
                                         const char       *sql,
                                         GError          **error);
gint64        desk_db_get_n_changed     (DeskDb           *self);
gboolean      desk_db_data_version      (DeskDb           *self,
                                         gint64           *out,
                                         GError          **error);
gboolean      desk_db_check_file        (DeskDb           *self,
                                         char            **why,
                                         GError          **error);
gboolean      desk_db_find_orphan       (DeskDb           *self,
                                         char            **table,
                                         gint64           *id,
                                         char            **why,
                                         GError          **error);
gboolean      desk_db_backup_to         (DeskDb           *self,
                                         const char       *target,
                                         GError          **error);
gboolean      desk_db_forgo_durability  (DeskDb           *self,
                                         GError          **error);
void          desk_db_give_way          (DeskDb           *self);
void          desk_db_set_fault         (DeskDb           *self,
                                         DeskDbFaultFunc   func,
                                         gpointer          user_data);

void          desk_stmt_unref           (DeskStmt         *self);
gboolean      desk_stmt_bind_int64      (DeskStmt         *self,
                                         int               index,
                                         gint64            value,
                                         GError          **error);
gboolean      desk_stmt_bind_text       (DeskStmt         *self,
                                         int               index,
                                         const char       *text,
                                         GError          **error);
gboolean      desk_stmt_bind_bytes      (DeskStmt         *self,
                                         int               index,
                                         const void       *bytes,
                                         gsize             length,
                                         GError          **error);
gboolean      desk_stmt_bind_null       (DeskStmt         *self,
                                         int               index,
                                         GError          **error);
gboolean      desk_stmt_step            (DeskStmt         *self,
                                         gboolean         *row,
                                         GError          **error);
gboolean      desk_stmt_run             (DeskStmt         *self,
                                         GError          **error);
gboolean      desk_stmt_is_null         (DeskStmt         *self,
                                         int               column);
gint64        desk_stmt_get_int64       (DeskStmt         *self,
                                         int               column);
const char   *desk_stmt_get_text        (DeskStmt         *self,
                                         int               column);
const guint8 *desk_stmt_get_bytes       (DeskStmt         *self,
                                         int               column,
                                         gsize            *length);

gboolean      desk_tx_begin             (DeskTx           *self,
                                         DeskDb           *db,
                                         GError          **error);
gboolean      desk_tx_begin_read        (DeskTx           *self,
                                         DeskDb           *db,
                                         GError          **error);
gboolean      desk_tx_commit            (DeskTx           *self,
                                         GError          **error);
void          desk_tx_clear             (DeskTx           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDb, desk_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStmt, desk_stmt_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskTx, desk_tx_clear)

G_END_DECLS
