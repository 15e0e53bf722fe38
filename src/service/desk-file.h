/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"

G_BEGIN_DECLS

/**
 * DeskNewFile:
 * @path: where the file will stand once it is finished
 * @temporary: where it is made; empty and for its user alone
 * @folders: (nullable) (element-type utf8): the folders that were made for it, the outermost first
 * @lock: open on @temporary, with a lock that ends with the process at the latest
 *
 * A database file that is either there in whole or not at all: made beside its
 * place under another name, synced, and renamed. Declare it as
 * `g_auto (DeskNewFile) file = { NULL };`: leaving the scope without
 * desk_new_file_publish() leaves nothing on the disk.
 */
typedef struct
{
  char      *path;
  char      *temporary;
  GPtrArray *folders;
  int        lock;
} DeskNewFile;

gboolean desk_new_file_begin   (DeskNewFile  *self,
                                const char   *path,
                                GError      **error);
gboolean desk_new_file_publish (DeskNewFile  *self,
                                gboolean      replace,
                                GError      **error);
void     desk_new_file_clear   (DeskNewFile  *self);
void     desk_new_file_sweep   (const char   *path);
gboolean desk_file_link        (const char   *path,
                                const char   *name,
                                GError      **error);
gboolean desk_file_fail        (int           errsv,
                                GError      **error,
                                const char   *format,
                                ...) G_GNUC_PRINTF (3, 4);
char    *desk_file_dup_journal (const char   *path);
gboolean desk_file_is_special  (const char   *path);
gboolean desk_file_check       (const char   *path,
                                DeskError     code,
                                GError      **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskNewFile, desk_new_file_clear)

G_END_DECLS
