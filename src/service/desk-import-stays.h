/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-house.h"

G_BEGIN_DECLS

typedef struct
{
  int   line;      /* in the file, from 1 */
  char *field;     /* "nights[0].price" */
  char *reason;
} DeskImportError;

/* rows = imported + already + refused */
typedef struct
{
  gint64     rows;
  gint64     imported;
  gint64     already;
  gint64     refused;
  GPtrArray *errors;   /* DeskImportError */
} DeskImportResult;

DeskImportResult *desk_import_stays       (DeskHouse          *house,
                                           const DeskContext  *context,
                                           const char         *json,
                                           gssize              length,
                                           const char         *file,
                                           gboolean            dry_run,
                                           GCancellable       *cancellable,
                                           GError            **error);
void              desk_import_result_free (DeskImportResult   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskImportResult, desk_import_result_free)

G_END_DECLS
