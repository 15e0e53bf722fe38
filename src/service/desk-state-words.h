/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-authority.h"
#include "desk-catalog.h"
#include "desk-format.h"
#include "desk-property.h"
#include "desk-views.h"

G_BEGIN_DECLS

const char *desk_say_role       (const DeskCatalog  *catalog,
                                 DeskRole            role);
const char *desk_say_stay_state (const DeskCatalog  *catalog,
                                 DeskStayState       state);
const char *desk_say_clean      (const DeskCatalog  *catalog,
                                 const char         *clean);
const char *desk_say_reason     (const DeskCatalog  *catalog,
                                 const DeskProperty *property,
                                 const char         *reason);
char       *desk_say_date       (const DeskCatalog  *catalog,
                                 DeskDate            date,
                                 DeskDateStyle       style);
char       *desk_say_looks      (const DeskCatalog  *catalog,
                                 const DeskProperty *property,
                                 const DeskStayRow  *row);

G_END_DECLS
