/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "desk-catalog.h"

G_BEGIN_DECLS

/* What holds the parts of an amount, and those of a date, together at the end of a line. */
#define DESK_NO_BREAK_SPACE "\302\240"

char *desk_format_money     (const DeskCatalog *cat,
                             gint64             minor,
                             const char        *currency,
                             int                digits);
char *desk_format_amount    (const DeskCatalog *cat,
                             gint64             minor,
                             int                digits);
char *desk_format_typed     (const DeskCatalog *cat,
                             gint64             minor,
                             int                digits);
char *desk_format_decimal   (const DeskCatalog *cat,
                             const char        *decimal);
char *desk_format_percent   (const DeskCatalog *cat,
                             const char        *decimal);
char *desk_format_int       (const DeskCatalog *cat,
                             gint64             number);
char *desk_format_country   (const DeskCatalog *cat,
                             const char        *code);

char *desk_format_date      (const DeskCatalog *cat,
                             int                year,
                             int                month,
                             int                day,
                             DeskDateStyle      style);
char *desk_format_time      (const DeskCatalog *cat,
                             gint64             utc_us,
                             const char        *tz);
char *desk_format_date_time (const DeskCatalog *cat,
                             gint64             utc_us,
                             const char        *tz,
                             DeskDateStyle      style);

G_END_DECLS
