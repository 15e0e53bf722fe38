/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *desk_fill (const char *sentence,
                 const char *first_name,
                 ...) G_GNUC_NULL_TERMINATED;

char *desk_fill_pairs (const char        *sentence,
                       const char *const *pairs);

G_END_DECLS
