/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

DeskDb *desk_db_connect (const char   *path,
                         gboolean      read_only,
                         GError      **error);

G_END_DECLS
