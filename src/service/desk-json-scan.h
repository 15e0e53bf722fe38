/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskJsonElement:
 * @line: where the element begins in the file, from 1
 * @doubled: (nullable): a name that stands twice in one of its objects
 *
 * One element of the list that a file consists of.
 */
typedef struct
{
  int   line;
  char *doubled;
} DeskJsonElement;

GArray *desk_json_scan_list (const char   *text,
                             gsize         length,
                             GError      **error);

G_END_DECLS
