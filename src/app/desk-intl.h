/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-catalog.h"
#include "desk-fill.h"

G_BEGIN_DECLS

const DeskCatalog *desk_app_get_catalog (void);
void               desk_app_set_catalog (const DeskCatalog *catalog);

/* The words of the window, in the language that was chosen at start. */
#define _(msgid)          desk_catalog_gettext (desk_app_get_catalog (), msgid)
#define C_(context, msgid) desk_catalog_pgettext (desk_app_get_catalog (), context, msgid)

G_END_DECLS
