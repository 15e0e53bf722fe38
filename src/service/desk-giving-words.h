/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-catalog.h"
#include "desk-plan.h"

G_BEGIN_DECLS

/* What ways of giving and their limits are called, for who gives; never for the guest. */

const char *desk_giving_say_kind  (const DeskCatalog   *catalog,
                                   const char          *kind);
char       *desk_budget_dup_text  (const DeskBudget    *budget,
                                   const DeskCatalog   *catalog,
                                   const DeskProperty  *property);

G_END_DECLS
