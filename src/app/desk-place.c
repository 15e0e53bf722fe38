/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-place.h"

#include <gio/gio.h>

/**
 * desk_place_dup_shared:
 * @folder: a folder of what is shared, "icons" or "glib-2.0/schemas"
 *
 * Where the program is installed is asked of the program that runs, not of the one
 * that built it, so that an installed tree can be moved as a whole.
 *
 * Returns: (transfer full) (nullable): the folder in the tree that the program is
 *   installed in, or %NULL where there is none
 */
char *
desk_place_dup_shared (const char *folder)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bin = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *path = NULL;

  if (program == NULL)
    return NULL;

  bin = g_path_get_dirname (program);
  prefix = g_path_get_dirname (bin);
  path = g_build_filename (prefix, "share", folder, NULL);
  return g_file_test (path, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&path) : NULL;
}
