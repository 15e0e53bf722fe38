/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many confirmation numbers a prefix has, counted from 0. */
#define DESK_N_CONFIRMATIONS (1u << 20)

/**
 * SECTION: Confirmation numbers
 *
 * Ours are two letters of the property, a hyphen, four characters of Crockford's
 * base 32, and a check character: the same number modulo 31, so that one wrong
 * character said or typed over the telephone is noticed (0 and Z for each other are
 * not: they are 31 apart). Numbers of agencies are
 * taken as they are and are none of this.
 */
char     *desk_confirmation_make      (const char *prefix,
                                       guint       number);
char     *desk_confirmation_normalize (const char *text);
gboolean  desk_confirmation_check     (const char *text);

G_END_DECLS
