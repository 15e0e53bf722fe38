/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-catalog.h"
#include "desk-house.h"
#include "desk-message.h"

G_BEGIN_DECLS

/**
 * DeskImportError:
 * @line: in the file, from 1
 * @field: where in that line, `nights[0].price`; "" where it is the whole line
 * @reason: why it did not come in, in English
 * @message: the same in no language yet
 */
typedef struct
{
  int          line;
  char        *field;
  char        *reason;
  DeskMessage *message;
} DeskImportError;

/**
 * DeskImportResult:
 * @rows: = imported + already + refused
 * @stopped: cancelled before the end; what is counted was done
 * @line: the line that was read last
 * @hotels: (element-type utf8): the hotels a file of bookings speaks of
 */
typedef struct
{
  gint64     rows;
  gint64     imported;
  gint64     already;
  gint64     refused;
  GPtrArray *errors;   /* DeskImportError */
  gboolean   stopped;
  gint64     line;
  GPtrArray *hotels;
} DeskImportResult;

/**
 * DeskStaysFile:
 * @text: what a stays file says
 * @length: its length, or -1 where it ends with a NUL
 * @name: (nullable): what it is called in messages
 * @dry_run: everything but the writing
 * @cancellable: (nullable): stops between two batches; what came in stays
 */
typedef struct
{
  const char   *text;
  gssize        length;
  const char   *name;
  gboolean      dry_run;
  GCancellable *cancellable;
} DeskStaysFile;

DeskImportResult *desk_import_stays       (DeskHouse            *house,
                                           const DeskContext    *context,
                                           const DeskStaysFile  *file,
                                           GError              **error);
void              desk_import_result_free (DeskImportResult   *self);
char             *desk_import_result_to_csv
                                          (const DeskImportResult *self,
                                           const DeskCatalog      *catalog);
char             *desk_import_error_dup_reason
                                          (const DeskImportError  *self,
                                           const DeskCatalog      *catalog);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskImportResult, desk_import_result_free)

G_END_DECLS
