/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-trouble.h"

#include <gio/gio.h>

#include "desk-error-words.h"
#include "desk-intl.h"

/**
 * desk_trouble_is_silent:
 *
 * Returns: whether nobody needs to hear of @error: what was asked for is no
 *   longer wanted
 */
gboolean
desk_trouble_is_silent (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/**
 * desk_trouble_new:
 * @error: what went wrong
 *
 * Returns: (transfer full): the same in the window's language
 */
DeskTrouble *
desk_trouble_new (const GError *error)
{
  DeskTrouble *self = g_new0 (DeskTrouble, 1);
  const DeskCatalog *catalog = desk_app_get_catalog ();

  self->what = g_strdup (desk_error_say_what (error, catalog));
  self->next = g_strdup (desk_error_say_next (error, catalog));
  self->detail = desk_error_dup_detail (error, catalog);

  return self;
}

void
desk_trouble_free (DeskTrouble *self)
{
  g_free (self->what);
  g_free (self->next);
  g_free (self->detail);
  g_free (self);
}

/* What happened and what to do, in one paragraph. */
char *
desk_trouble_dup_text (const DeskTrouble *self)
{
  return g_strjoin (" ", self->what, self->next, NULL);
}
