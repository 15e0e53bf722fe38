/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskFillFunc:
 * @filled: the sentence so far
 * @name: what stands in the braces, not ended by a zero
 * @length: its length in bytes
 * @user_data: what was handed to desk_fill_into()
 *
 * Writes the value of a name behind @filled.
 *
 * Returns: %FALSE where the name has no value
 */
typedef gboolean (*DeskFillFunc) (GString    *filled,
                                  const char *name,
                                  gsize       length,
                                  gpointer    user_data);

void  desk_fill_into (GString      *filled,
                      const char   *sentence,
                      DeskFillFunc  func,
                      gpointer      user_data);
char *desk_fill (const char *sentence,
                 const char *first_name,
                 ...) G_GNUC_NULL_TERMINATED;

char *desk_fill_pairs (const char        *sentence,
                       const char *const *pairs);

G_END_DECLS
