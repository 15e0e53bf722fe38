/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-said.h"

#include <string.h>

#include "desk-catalog.h"

/* Nothing but a place for a value, or a word of a file format: no language has another. */
static gboolean
is_bare (const char *msgid)
{
  static const char *const bare[] = { "{why}", "{where}{why}", "{word} {why}", "null", NULL };

  return g_strv_contains (bare, msgid);
}

static void
assert_said_in (const DeskMessage *message,
                const DeskCatalog *catalog)
{
  guint i;

  if (!is_bare (message->msgid))
    {
      const char *text = message->plural != NULL
                           ? desk_catalog_ngettext (catalog, message->msgid, message->plural,
                                                    message->n)
                           : desk_catalog_gettext (catalog, message->msgid);

      if (strcmp (text, message->msgid) == 0 || g_strcmp0 (text, message->plural) == 0)
        g_error ("%s: not translated: %s", desk_catalog_get_language (catalog), message->msgid);
    }
  for (i = 0; i < message->n_args; i++)
    if (message->args[i].kind == DESK_ARG_MESSAGE)
      assert_said_in (message->args[i].message, catalog);
}

/**
 * desk_test_assert_said:
 * @message: (nullable): what a person is told
 *
 * It is told to a reader of each language in that language, every part of it.
 */
void
desk_test_assert_said (const DeskMessage *message)
{
  const char *const *langs = desk_catalog_list_languages ();
  guint i;

  g_assert_nonnull (message);
  for (i = 0; langs[i] != NULL; i++)
    if (desk_catalog_get (langs[i]) != desk_catalog_get_default ())
      assert_said_in (message, desk_catalog_get (langs[i]));
}
