/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/* What was brought in before. */

gboolean desk_import_table_has (DeskDb        *db,
                                const char    *reference_key,
                                const guint8   digest[32],
                                gboolean      *out,
                                GError       **error);

G_END_DECLS
