/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-intl.h"
#include "desk-template.h"

/* Templates are written in English, the language of the source, and in whatever
 * a catalog says; these cases need no translation to be there. */

typedef struct
{
  const char *path;
  const char *xml;
  const char *expected;         /* NULL: is refused */
} TemplateCase;

static const TemplateCase cases[] = {
  { "/template/marks-go", "<a translatable=\"yes\" comments=\"why\">Post</a>", "<a>Post</a>" },
  { "/template/context-goes", "<a translatable=\"yes\" context=\"stay\">Booked</a>",
    "<a>Booked</a>" },
  { "/template/context-stays-elsewhere", "<a context=\"b\">c</a>", "<a context=\"b\">c</a>" },
  { "/template/entities", "<a translatable=\"yes\">A &amp; B &lt;C&gt;</a>",
    "<a>A &amp; B &lt;C&gt;</a>" },
  { "/template/attributes", "<a b=\"&quot;1&quot;\" c=\"2\">x</a>",
    "<a b=\"&quot;1&quot;\" c=\"2\">x</a>" },
  { "/template/cdata", "<a><![CDATA[<b/>]]></a>", "<a>&lt;b/&gt;</a>" },
  { "/template/empty", "<a translatable=\"yes\"></a>", "<a></a>" },
  { "/template/not-translatable", "<a translatable=\"no\">x</a>", "<a>x</a>" },
  { "/template/broken", "<a><b></a>", NULL },
  { "/template/cut-off", "<a translatable=\"yes\">x", NULL },
};

static void
test_translate (gconstpointer data)
{
  const TemplateCase *test = data;
  g_autoptr (GBytes) xml = g_bytes_new_static (test->xml, strlen (test->xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) out = desk_template_translate (xml, desk_catalog_get ("en"), &error);

  if (test->expected == NULL)
    {
      g_assert_null (out);
      g_assert_nonnull (error);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (out, NULL), g_bytes_get_size (out), test->expected,
                   strlen (test->expected));
}

/* Whatever the catalog says of a text is what the template says. */
static void
test_follows_catalog (void)
{
  static const char xml_text[] = "<a translatable=\"yes\">Try again</a>";
  g_autoptr (GBytes) xml = g_bytes_new_static (xml_text, strlen (xml_text));

  for (const char *const *lang = desk_catalog_list_languages (); *lang != NULL; lang++)
    {
      const DeskCatalog *catalog = desk_catalog_get (*lang);
      g_autofree char *expected = g_markup_printf_escaped ("<a>%s</a>",
                                                           desk_catalog_gettext (catalog,
                                                                                 "Try again"));
      g_autoptr (GBytes) out = desk_template_translate (xml, catalog, NULL);

      g_assert_cmpmem (g_bytes_get_data (out, NULL), g_bytes_get_size (out), expected,
                       strlen (expected));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_translate);
  g_test_add_func ("/template/follows-catalog", test_follows_catalog);

  return g_test_run ();
}
