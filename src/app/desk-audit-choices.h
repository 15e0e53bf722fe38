/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-choice.h"
#include "desk-property.h"

G_BEGIN_DECLS

void desk_audit_choices_fill (DeskChoice   *by,
                              DeskChoice   *kind,
                              DeskChoice   *reason,
                              DeskProperty *property);

G_END_DECLS
