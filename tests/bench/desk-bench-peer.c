/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-rows.h"

/* What a house could use instead, measured in the same minutes by a program of its own:
 * it is named with --peer, and what it prints is shown as it is. */

gboolean
desk_bench_peer (DeskBench  *self,
                 GError    **error)
{
  g_auto (GStrv) argv = NULL;
  g_autofree char *printed = NULL;
  int status;

  if (self->peer == NULL)
    {
      desk_bench_table_skip ("the peer", "none was named with --peer");
      return TRUE;
    }
  if (!g_shell_parse_argv (self->peer, NULL, &argv, error) ||
      !g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &printed, NULL, &status,
                     error) ||
      !g_spawn_check_wait_status (status, error))
    return FALSE;
  g_print ("\nThe peer, in its own words:\n%s\n", printed);
  return TRUE;
}
