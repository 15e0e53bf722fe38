/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-status.h"

#include <string.h>

#include "desk-error.h"

/**
 * desk_status_kind:
 * @error: why a command failed
 *
 * A subject that fits several is a command not understood, as far as a script
 * goes: it has to be written another way.
 *
 * Returns: (transfer none): `refused`, `usage`, `storage` or `interrupted`
 */
const char *
desk_status_kind (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "interrupted";
  if (g_error_matches (error, DESK_ERROR, DESK_ERROR_AMBIGUOUS))
    return "usage";
  return desk_error_kind_name (error);
}

/**
 * desk_status_of:
 * @error: why a command failed
 *
 * Returns: the exit status
 */
DeskStatus
desk_status_of (const GError *error)
{
  static const struct
  {
    const char *kind;
    DeskStatus  status;
  } statuses[] = {
    { "refused", DESK_STATUS_REFUSED },
    { "usage", DESK_STATUS_USAGE },
    { "interrupted", DESK_STATUS_INTERRUPTED },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strcmp (desk_status_kind (error), statuses[i].kind) == 0)
      return statuses[i].status;
  return DESK_STATUS_STORAGE;
}
