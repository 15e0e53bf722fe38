/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskDate:
 *
 * A day of the hotel's calendar, as the number of days since 31 December of the
 * year 0 (the Julian number of #GDate). 0 is no date. Differences are nights.
 */
typedef gint32 DeskDate;

#define DESK_DATE_NONE 0

/* "2026-09-04" and NUL */
#define DESK_DATE_LENGTH 11

gboolean    desk_date_parse   (const char  *text,
                               DeskDate    *out,
                               GError     **error);
const char *desk_date_print   (DeskDate     date,
                               char         buffer[DESK_DATE_LENGTH]);
char       *desk_date_to_string (DeskDate   date);
DeskDate    desk_date_from_dmy (int         day,
                               int          month,
                               int          year);
DeskDate    desk_date_at      (gint64       instant,
                               GTimeZone   *zone);
void        desk_date_to_dmy  (DeskDate     date,
                               int         *day,
                               int         *month,
                               int         *year);

G_END_DECLS
