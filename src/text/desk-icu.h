/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

/* Only for the files of this folder: GLib speaks UTF-8, ICU UTF-16. */

UChar *desk_icu_from_utf8 (const char  *text,
                           int32_t     *length);
char  *desk_icu_to_utf8   (const UChar *text,
                           int32_t      length);

/* ICU fails only where its data are missing or memory is. Both mean that the
 * program cannot write a bill, so it does not go on. */
#define desk_icu_check(status)                                               \
  G_STMT_START {                                                             \
    if (G_UNLIKELY (U_FAILURE (status)))                                     \
      g_error ("ICU cannot format: %s", u_errorName (status));               \
  } G_STMT_END

G_END_DECLS
