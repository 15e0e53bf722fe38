/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskMigration:
 * @version: the version of the file after it
 * @script: what is executed
 */
typedef struct
{
  int         version;
  const char *script;
} DeskMigration;

int      desk_schema_get_newest  (void);
gboolean desk_schema_get_version (DeskDb               *db,
                                  int                  *out,
                                  GError              **error);
gboolean desk_schema_migrate     (DeskDb               *db,
                                  GError              **error);
gboolean desk_schema_apply       (DeskDb               *db,
                                  const DeskMigration  *migrations,
                                  guint                 n_migrations,
                                  GError              **error);
DeskDb  *desk_schema_open        (const char           *path,
                                  DeskDbFlags           flags,
                                  GError              **error);

G_END_DECLS
