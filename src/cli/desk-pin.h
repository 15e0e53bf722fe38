/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-catalog.h"

G_BEGIN_DECLS

char *desk_pin_read (const DeskCatalog  *catalog,
                     const char         *login,
                     GError            **error);
void  desk_pin_wipe (char               *pin);

G_END_DECLS
