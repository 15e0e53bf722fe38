/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-catalog.h"
#include "desk-error.h"

G_BEGIN_DECLS

const char *desk_error_say_what   (const GError      *error,
                                   const DeskCatalog *catalog);
const char *desk_error_say_next   (const GError      *error,
                                   const DeskCatalog *catalog);
char       *desk_error_dup_detail (const GError      *error,
                                   const DeskCatalog *catalog);

G_END_DECLS
