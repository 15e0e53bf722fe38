/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char      *desk_fold            (const char *text);
char     **desk_fold_words      (const char *text);
char      *desk_fold_number     (const char *text);
char      *desk_fold_mail       (const char *text);
char      *desk_fold_phone      (const char *text);
char      *desk_fold_phone_tail (const char *phone_key);
gboolean   desk_fold_is_phone   (const char *text);

G_END_DECLS
