/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-authority.h"

#include <string.h>

#include "desk-message.h"

static const char *const role_names[] = {
  [DESK_ROLE_NONE] = "none",
  [DESK_ROLE_CASHIER] = "cashier",
  [DESK_ROLE_ASSOCIATE] = "associate",
  [DESK_ROLE_SUPERVISOR] = "supervisor",
  [DESK_ROLE_MANAGER] = "manager",
  [DESK_ROLE_NIGHT_AUDITOR] = "night-auditor",
  [DESK_ROLE_ADMINISTRATOR] = "administrator",
};

#define BIT(role) (1u << (role))
#define CLERKS                                                                         \
  (BIT (DESK_ROLE_ASSOCIATE) | BIT (DESK_ROLE_SUPERVISOR) | BIT (DESK_ROLE_MANAGER) |  \
   BIT (DESK_ROLE_NIGHT_AUDITOR))

/**
 * Right:
 * @deed: what is done, after "may not"
 * @roles: the roles that may, as bits
 */
typedef struct
{
  const char *deed;
  guint       roles;
} Right;

/* Who may, for whoever reads another language: one sentence for each set of roles. */
static const struct
{
  guint       roles;
  const char *msgid;
} groups[] = {
  { CLERKS,
    N_("An associate, supervisor, manager or night auditor may do this. Nothing was changed.") },
  { BIT (DESK_ROLE_CASHIER) | CLERKS,
    N_("Whoever works at the desk or the till may do this. Nothing was changed.") },
  { CLERKS | BIT (DESK_ROLE_ADMINISTRATOR),
    N_("Whoever works at the desk, and the administrator, may do this. Nothing was changed.") },
  { BIT (DESK_ROLE_SUPERVISOR) | BIT (DESK_ROLE_MANAGER) | BIT (DESK_ROLE_NIGHT_AUDITOR),
    N_("A supervisor, manager or night auditor may do this. Nothing was changed.") },
  { BIT (DESK_ROLE_MANAGER) | BIT (DESK_ROLE_ADMINISTRATOR),
    N_("A manager or the administrator may do this. Nothing was changed.") },
};

static const Right rights[DESK_N_RIGHTS] = {
  [DESK_RIGHT_READ] = {
    "read the book",
    BIT (DESK_ROLE_CASHIER) | CLERKS | BIT (DESK_ROLE_ADMINISTRATOR),
  },
  [DESK_RIGHT_CHECK_IN] = { "check guests in", CLERKS },
  [DESK_RIGHT_POST] = { "post to a folio", CLERKS },
  [DESK_RIGHT_PAY] = { "take payments", BIT (DESK_ROLE_CASHIER) | CLERKS },
  [DESK_RIGHT_FIX] = { "put charges right", CLERKS },
  [DESK_RIGHT_GIVE] = { "give goodwill", CLERKS },
  [DESK_RIGHT_RATE] = { "change prices of nights", CLERKS },
  [DESK_RIGHT_MOVE] = { "move guests", CLERKS },
  [DESK_RIGHT_CHECK_OUT] = { "check guests out", CLERKS },
  [DESK_RIGHT_UNDO] = { "undo what was done", CLERKS },
  [DESK_RIGHT_ROOMS] = { "change the status of rooms", CLERKS },
  [DESK_RIGHT_IMPORT] = { "import files", CLERKS | BIT (DESK_ROLE_ADMINISTRATOR) },
  [DESK_RIGHT_CLOSE_DAY] = {
    "close the day",
    BIT (DESK_ROLE_SUPERVISOR) | BIT (DESK_ROLE_MANAGER) | BIT (DESK_ROLE_NIGHT_AUDITOR),
  },
  [DESK_RIGHT_CONFIGURE] = {
    "change the set-up",
    BIT (DESK_ROLE_MANAGER) | BIT (DESK_ROLE_ADMINISTRATOR),
  },
  [DESK_RIGHT_FULL_RECORD] = { "read the full record of a line", CLERKS },
  [DESK_RIGHT_AUDIT] = {
    "review what others gave",
    BIT (DESK_ROLE_SUPERVISOR) | BIT (DESK_ROLE_MANAGER) | BIT (DESK_ROLE_NIGHT_AUDITOR),
  },
};

/**
 * desk_role_to_string:
 * @role: a role
 *
 * Returns: (transfer none): the word property files use; `none` where nobody is
 *   signed in
 */
const char *
desk_role_to_string (DeskRole role)
{
  g_return_val_if_fail ((gsize) role < G_N_ELEMENTS (role_names), NULL);

  return role_names[role];
}

/**
 * desk_role_parse:
 * @text: the word for a role
 * @out: (out): the role; never %DESK_ROLE_NONE
 *
 * Returns: %FALSE where there is no such role
 */
gboolean
desk_role_parse (const char *text,
                 DeskRole   *out)
{
  guint i;

  for (i = DESK_ROLE_CASHIER; i < G_N_ELEMENTS (role_names); i++)
    {
      if (strcmp (text, role_names[i]) == 0)
        {
          *out = (DeskRole) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * desk_role_may:
 * @role: the role of the shift
 * @right: what is to be done
 *
 * Returns: whether @role may do it alone; nobody signed in may nothing
 */
gboolean
desk_role_may (DeskRole  role,
               DeskRight right)
{
  g_return_val_if_fail ((gsize) role < G_N_ELEMENTS (role_names), FALSE);
  g_return_val_if_fail ((gsize) right < DESK_N_RIGHTS, FALSE);

  return (rights[right].roles & BIT (role)) != 0;
}

/* "cashier, associate or manager": who may, for the sentence of a refusal. */
static char *
list_roles (guint roles)
{
  GString *list = g_string_new (NULL);
  guint i;

  for (i = DESK_ROLE_CASHIER; i < G_N_ELEMENTS (role_names); i++)
    {
      if ((roles & BIT (i)) == 0)
        continue;
      roles &= ~BIT (i);
      if (list->len > 0)
        g_string_append (list, roles == 0 ? " or " : ", ");
      g_string_append (list, role_names[i]);
    }
  return g_string_free (list, FALSE);
}

/* The words of a refusal for whoever reads another language than English. */
static void
take_message (GError **error,
              guint    roles)
{
  guint i;

  for (i = 0; error != NULL && i < G_N_ELEMENTS (groups); i++)
    if (groups[i].roles == roles)
      {
        desk_error_take_message (*error, desk_message_new (NULL, groups[i].msgid));
        return;
      }
}

/**
 * desk_role_check:
 * @role: the role of the shift
 * @right: what is to be done
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_AUTHORITY and a sentence that names who may
 */
gboolean
desk_role_check (DeskRole   role,
                 DeskRight  right,
                 GError   **error)
{
  g_autofree char *who = NULL;

  if (desk_role_may (role, right))
    return TRUE;

  who = list_roles (rights[right].roles);
  if (role == DESK_ROLE_NONE)
    g_set_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY,
                 "nobody is signed in: to %s, sign in as %s", rights[right].deed, who);
  else
    g_set_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY,
                 "the role %s may not %s: ask %s", role_names[role], rights[right].deed, who);
  take_message (error, rights[right].roles);
  return FALSE;
}
