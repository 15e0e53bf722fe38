/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-json-field.h"
#include "desk-property.h"

G_BEGIN_DECLS

GPtrArray *desk_package_read    (JsonArray            *list,
                                 const DeskJsonField  *at,
                                 int                   digits,
                                 GError              **error);
GPtrArray *desk_package_parse   (const char           *text,
                                 int                   digits,
                                 GError              **error);
char      *desk_package_to_text (const GPtrArray      *parts,
                                 int                   digits);

G_END_DECLS
