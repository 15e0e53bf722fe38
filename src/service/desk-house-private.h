/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"

G_BEGIN_DECLS

DeskHouse *desk_house_new_for_db      (DeskDb      *db,
                                       GError     **error);
gboolean   desk_house_reload          (DeskHouse   *self,
                                       GError     **error);

G_END_DECLS
