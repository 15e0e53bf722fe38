/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-context.h"
#include "desk-house.h"
#include "desk-import-stays.h"
#include "desk-room-table.h"
#include "desk-stays-file.h"

G_BEGIN_DECLS

/* What the files that import stays share. */

/**
 * DeskImport:
 * @property: the set-up in force
 * @business_date: the open day
 * @rooms: (element-type utf8 DeskRoomRecord): the rooms in use, by number
 * @now: one instant for the whole batch
 *
 * A batch on its way into the house, within its write transaction.
 */
typedef struct
{
  DeskHouse          *house;
  DeskDb             *db;
  const DeskContext  *context;
  const DeskProperty *property;
  DeskDate            business_date;
  GHashTable         *rooms;
  gint64              now;
} DeskImport;

/**
 * DeskImportTotals:
 * @nights: (element-type DeskPromiseNight): what each night comes to
 * @total_minor: what the stay comes to
 */
typedef struct
{
  GArray *nights;
  gint64  total_minor;
} DeskImportTotals;

const DeskRoomRecord *desk_import_get_room    (const DeskImport     *self,
                                               const char           *number);
gboolean              desk_import_check_stay  (const DeskImport     *self,
                                               const DeskFileStay   *stay,
                                               GError              **error);
gboolean              desk_import_add_up      (const DeskImport     *self,
                                               const DeskFileStay   *stay,
                                               DeskImportTotals     *totals,
                                               GError              **error);
void                  desk_import_totals_clear (DeskImportTotals    *self);
gboolean              desk_import_write_stay  (const DeskImport     *self,
                                               const DeskFileStay   *stay,
                                               const DeskImportTotals *totals,
                                               gint64               *stay_id,
                                               GError              **error);

DeskImportResult     *desk_import_result_new    (void);
void                  desk_import_result_refuse (DeskImportResult    *self,
                                                 gint64               line,
                                                 const GError        *why);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskImportTotals, desk_import_totals_clear)

G_END_DECLS
