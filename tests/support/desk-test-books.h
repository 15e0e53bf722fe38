/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"

G_BEGIN_DECLS

/* What must be true of a hotel's file whatever was done, asked of the file itself. */

void    desk_test_assert_books     (DeskHouse    *house);
char   *desk_test_dup_fingerprint  (DeskHouse    *house);
gint64  desk_test_query            (DeskHouse    *house,
                                    const char   *sql);

G_END_DECLS
