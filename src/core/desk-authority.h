/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskRole:
 * @DESK_ROLE_NONE: nobody is signed in
 *
 * What a person may do alone is decided by the role of the shift, which the
 * header shows. Cashier, associate, supervisor and manager each may what the one
 * before may; the night auditor works the desk as an associate and closes the
 * day; the administrator configures but posts nothing.
 */
typedef enum
{
  DESK_ROLE_NONE,
  DESK_ROLE_CASHIER,
  DESK_ROLE_ASSOCIATE,
  DESK_ROLE_SUPERVISOR,
  DESK_ROLE_MANAGER,
  DESK_ROLE_NIGHT_AUDITOR,
  DESK_ROLE_ADMINISTRATOR,
} DeskRole;

/**
 * DeskRight:
 *
 * The things a desk does, as far as who may do them goes.
 */
typedef enum
{
  DESK_RIGHT_READ,
  DESK_RIGHT_CHECK_IN,
  DESK_RIGHT_POST,
  DESK_RIGHT_PAY,
  DESK_RIGHT_FIX,
  DESK_RIGHT_GIVE,
  DESK_RIGHT_RATE,
  DESK_RIGHT_MOVE,
  DESK_RIGHT_CHECK_OUT,
  DESK_RIGHT_UNDO,
  DESK_RIGHT_ROOMS,
  DESK_RIGHT_IMPORT,
  DESK_RIGHT_CLOSE_DAY,
  DESK_RIGHT_CONFIGURE,
  DESK_RIGHT_FULL_RECORD,
  DESK_RIGHT_AUDIT,
  DESK_N_RIGHTS,
} DeskRight;

const char *desk_role_to_string (DeskRole     role);
gboolean    desk_role_parse     (const char  *text,
                                 DeskRole    *out);
gboolean    desk_role_may       (DeskRole     role,
                                 DeskRight    right);
gboolean    desk_role_check     (DeskRole     role,
                                 DeskRight    right,
                                 GError     **error);

G_END_DECLS
