/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-posting.h"

G_BEGIN_DECLS

/* The steps of a posting as they are stored beside it; private to the store. */

char     *desk_step_text_write (const DeskPosting  *posting);
gboolean  desk_step_text_read  (const char         *text,
                                DeskPosting        *posting,
                                GError            **error);

G_END_DECLS
