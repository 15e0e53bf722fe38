/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-intl.h"

/* Chosen once, before the first widget class is made, and read by any thread
 * afterwards: templates are translated when their class is initialised. */
static const DeskCatalog *ui_catalog;

/**
 * desk_app_get_catalog:
 *
 * The texts of the window. What a guest is told has a catalog of its own.
 *
 * Returns: (transfer none): the catalog, English before one was chosen
 */
const DeskCatalog *
desk_app_get_catalog (void)
{
  const DeskCatalog *catalog = g_atomic_pointer_get (&ui_catalog);

  return catalog != NULL ? catalog : desk_catalog_get ("en");
}

/**
 * desk_app_set_catalog:
 * @catalog: language of the window
 *
 * Chooses the language of the window; takes effect for classes not yet used.
 */
void
desk_app_set_catalog (const DeskCatalog *catalog)
{
  g_atomic_pointer_set (&ui_catalog, catalog);
}
