/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"
#include "desk-present.h"

G_BEGIN_DECLS

DeskHouse   *desk_house_new_for_db    (DeskDb      *db,
                                       GError     **error);
gboolean     desk_house_reload        (DeskHouse   *self,
                                       GError     **error);
DeskPresent *desk_house_get_present   (DeskHouse   *self);

G_END_DECLS
