/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-text.h"

#include <string.h>

/**
 * desk_room_text_dup_family:
 * @name: "Anna Kowalska"
 *
 * Returns: (transfer full): the last word, which is what fits in a cell
 */
char *
desk_room_text_dup_family (const char *name)
{
  const char *space = strrchr (name, ' ');

  return g_strdup (space != NULL && space[1] != '\0' ? space + 1 : name);
}

/**
 * desk_room_text_dup_marks:
 * @row: a room
 * @day: the open business date
 *
 * Returns: ↑ somebody leaves today, ↓ somebody comes, ↕ both, ! wanted next, ⊘ out of service,
 *   ≠ not as the desk knows it
 */
char *
desk_room_text_dup_marks (const DeskRackRow *row,
                          DeskDate           day)
{
  gboolean out = desk_rack_row_is_due_out (row, day);

  return g_strconcat (desk_rack_row_get_discrepancy (row) != DESK_DISCREPANCY_NONE ? "≠" : "",
                      row->rush ? "!" : "",
                      g_str_equal (row->service, "oos") ? "⊘" : "",
                      out && row->due != NULL ? "↕" : out ? "↑" : row->due != NULL ? "↓" : "",
                      NULL);
}
