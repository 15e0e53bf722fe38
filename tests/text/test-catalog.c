/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-catalog.h"

static const struct
{
  const char *asked;
  const char *found;
} find_cases[] = {
  { "en", "en" },
  { "fi", "fi" },
  { "fi_FI.UTF-8", "fi" },
  { "fi-FI", "fi" },
  { "FI", "fi" },
  { "en_US@euro", "en" },
  { "no", "nb" },
  { "nn_NO.UTF-8", "nb" },
  { "nb", "nb" },
  { "ro_MD", "ro" },
  { "lt", "lt" },
  { "in", "id" },
  { "id_ID", "id" },
  { "C", NULL },
  { "C.UTF-8", NULL },
  { "POSIX", NULL },
  { "fil", NULL },
  { "f", NULL },
  { "", NULL },
  { NULL, NULL },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      const DeskCatalog *cat = desk_catalog_get (find_cases[i].asked);

      g_test_message ("%s", find_cases[i].asked);
      if (find_cases[i].found == NULL)
        {
          g_assert_null (cat);
        }
      else
        {
          g_assert_nonnull (cat);
          g_assert_cmpstr (desk_catalog_get_language (cat), ==, find_cases[i].found);
          g_assert_true (cat == desk_catalog_get (find_cases[i].found));
        }
    }

  g_assert_true (desk_catalog_get_default () == desk_catalog_get ("en"));
}

static const struct
{
  const char *lang;
  const char *name;
  const char *finnish;
  guint       n_forms;
} language_cases[] = {
  { "en", "English", "Finnish", 2 },
  { "fi", "suomi", "suomi", 2 },
  { "nb", "norsk bokmål", "finsk", 2 },
  { "ro", "română", "finlandeză", 3 },
  { "lt", "lietuvių", "suomių", 3 },
  { "id", "Bahasa Indonesia", "Finlandia", 1 },
};

static void
test_languages (void)
{
  const char *const *languages = desk_catalog_list_languages ();

  for (gsize i = 0; i < G_N_ELEMENTS (language_cases); i++)
    {
      const DeskCatalog *cat = desk_catalog_get (language_cases[i].lang);

      g_assert_cmpstr (languages[i], ==, language_cases[i].lang);
      g_assert_cmpstr (desk_catalog_get_language_name (cat), ==, language_cases[i].name);
      g_assert_cmpuint (desk_catalog_get_n_forms (cat), ==, language_cases[i].n_forms);
      g_assert_cmpstr (desk_catalog_gettext (cat, "Finnish"), ==, language_cases[i].finnish);
      g_assert_cmpstr (desk_catalog_translate_language (cat, "fi_FI"), ==,
                       language_cases[i].finnish);
      g_assert_cmpstr (desk_catalog_translate_language (cat, "sv"), ==, "sv");
    }

  g_assert_null (languages[G_N_ELEMENTS (language_cases)]);
}

static void
test_untranslated (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (language_cases); i++)
    {
      const DeskCatalog *cat = desk_catalog_get (language_cases[i].lang);

      /* The header must not come out as the translation of nothing. */
      g_assert_cmpstr (desk_catalog_gettext (cat, ""), ==, "");
      g_assert_cmpstr (desk_catalog_gettext (cat, "no such text"), ==, "no such text");
      g_assert_cmpstr (desk_catalog_pgettext (cat, "no such context", "Finnish"), ==, "Finnish");
      g_assert_cmpstr (desk_catalog_ngettext (cat, "a thing", "things", 0), ==, "things");
      g_assert_cmpstr (desk_catalog_ngettext (cat, "a thing", "things", 1), ==, "a thing");
      g_assert_cmpstr (desk_catalog_ngettext (cat, "a thing", "things", 21), ==, "things");
    }
}

static gpointer
get_all (gpointer data)
{
  const char *const *languages = desk_catalog_list_languages ();
  gsize sum = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    sum = sum * 31 + GPOINTER_TO_SIZE (desk_catalog_get (languages[i]));

  return GSIZE_TO_POINTER (sum);
}

static void
test_threads (void)
{
  GThread *threads[8];
  gpointer first;

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("catalog", get_all, NULL);

  first = g_thread_join (threads[0]);
  for (gsize i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == first);
}

/* As gettext reads the environment. */
static const struct
{
  const char *language;
  const char *lc_all;
  const char *lang;
  const char *found;
} system_cases[] = {
  { NULL, NULL, NULL, "en" },
  { NULL, NULL, "lt_LT.UTF-8", "lt" },
  { NULL, "fi_FI.UTF-8", "lt_LT.UTF-8", "fi" },
  { NULL, "", "ro_RO.UTF-8", "ro" },
  { NULL, NULL, "de_DE.UTF-8", "en" },
  { "nb", NULL, "lt_LT.UTF-8", "nb" },
  { "de:id:fi", NULL, "en_US.UTF-8", "id" },
  { "lt", "C.UTF-8", NULL, "lt" },
  { "", NULL, "lt_LT.UTF-8", "lt" },
  { "de", NULL, "lt_LT.UTF-8", "lt" },
  { "lt", "C", "fi_FI.UTF-8", "en" },
  { "lt", NULL, NULL, "en" },
};

static void
put (const char *name,
     const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
test_system (void)
{
  g_unsetenv ("LC_MESSAGES");
  for (gsize i = 0; i < G_N_ELEMENTS (system_cases); i++)
    {
      put ("LANGUAGE", system_cases[i].language);
      put ("LC_ALL", system_cases[i].lc_all);
      put ("LANG", system_cases[i].lang);
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (desk_catalog_get_language (desk_catalog_get_of_system ()), ==,
                       system_cases[i].found);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* First, while no catalog has been made. */
  g_test_add_func ("/text/catalog/threads", test_threads);
  g_test_add_func ("/text/catalog/find", test_find);
  g_test_add_func ("/text/catalog/languages", test_languages);
  g_test_add_func ("/text/catalog/untranslated", test_untranslated);
  g_test_add_func ("/text/catalog/system", test_system);

  return g_test_run ();
}
