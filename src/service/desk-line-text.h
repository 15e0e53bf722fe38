/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-catalog.h"
#include "desk-posting.h"
#include "desk-property.h"

G_BEGIN_DECLS

char *desk_line_text_dup (const DeskPosting   *line,
                          const DeskProperty  *property,
                          const DeskCatalog   *catalog);
char *desk_line_text_dup_for_guest (const DeskPosting  *line,
                                    const DeskProperty *property,
                                    const DeskCatalog  *catalog);

G_END_DECLS
