/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-bookings-file.h"
#include "desk-close-day.h"
#include "desk-import-stays.h"

G_BEGIN_DECLS

/**
 * DeskBookingsImport:
 * @file: at its first row
 * @name: (nullable): what the file is called in the record
 * @hotel: (nullable): only the rows of this hotel; %NULL: of all
 * @dry_run: everything but the writing
 * @watch: who waits; progress is told in thousandths of the file
 */
typedef struct
{
  DeskBookingsFile *file;
  const char       *name;
  const char       *hotel;
  gboolean          dry_run;
  DeskWatch         watch;
} DeskBookingsImport;

DeskImportResult *desk_import_bookings (DeskHouse                 *house,
                                        const DeskContext         *context,
                                        const DeskBookingsImport  *import,
                                        GError                   **error);

G_END_DECLS
