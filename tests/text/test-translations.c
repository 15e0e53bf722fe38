/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-catalog.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in braces, each once, sorted: "{amount}{base}". */
static char *
list_names (const char *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *list = g_string_new (NULL);

  for (const char *at = strchr (text, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      const char *end = strchr (at, '}');

      if (end != NULL)
        g_ptr_array_add (names, g_strndup (at, end + 1 - at));
    }

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (!g_str_has_suffix (list->str, name))
        g_string_append (list, name);
    }

  return g_string_free (list, FALSE);
}

static guint
count_mnemonics (const char *text)
{
  guint count = 0;

  for (; *text != '\0'; text++)
    count += *text == '_';

  return count;
}

/* Says what is wrong with one translation, or nothing. */
static const char *
find_fault (const char *msgid,
            const char *plural,
            const char *text)
{
  g_autofree char *singular_names = list_names (msgid);
  g_autofree char *plural_names = plural != NULL ? list_names (plural) : NULL;
  g_autofree char *names = list_names (text);

  if (*text == '\0')
    return "is empty";
  /* "One night" may say its number in a word, as English does. */
  if (strcmp (names, singular_names) != 0 && g_strcmp0 (names, plural_names) != 0)
    return "has other names in braces";
  if (count_mnemonics (text) != count_mnemonics (msgid))
    return "has another number of mnemonics";
  if (g_str_has_suffix (text, "\n") != g_str_has_suffix (msgid, "\n"))
    return "ends its last line otherwise";

  return NULL;
}

typedef struct
{
  const DeskCatalog *cat;
  guint              n_faults;
} Check;

static void
check_message (const char        *context,
               const char        *msgid,
               const char        *plural,
               const char *const *forms,
               gpointer           user_data)
{
  Check *check = user_data;
  const guint n_forms = plural != NULL ? desk_catalog_get_n_forms (check->cat) : 1;

  for (guint i = 0; i < n_forms; i++)
    {
      const char *text = i < g_strv_length ((char **) forms) ? forms[i] : "";
      const char *fault = find_fault (msgid, plural, text);

      if (fault != NULL)
        {
          g_test_message ("%s: “%s” for “%s” %s",
                          desk_catalog_get_language (check->cat), text, msgid, fault);
          check->n_faults++;
        }
    }
}

static void
test_translations (gconstpointer data)
{
  Check check = { desk_catalog_get (data), 0 };

  desk_catalog_foreach (check.cat, check_message, &check);
  g_assert_cmpuint (check.n_faults, ==, 0);
}

/* The check itself must see what it is there to see. */
static const struct
{
  const char *msgid;
  const char *plural;
  const char *text;
  gboolean    good;
} fault_cases[] = {
  { "{amount} of {base}", NULL, "{base}: {amount}", TRUE },
  { "{amount} of {base}", NULL, "{amount} / {amount} / {base}", TRUE },
  { "{amount} of {base}", NULL, "{amount}", FALSE },
  { "{amount} of {base}", NULL, "{summa} / {base}", FALSE },
  { "{amount}", NULL, "{amount} {base}", FALSE },
  { "Room", NULL, "", FALSE },
  { "one night", "{n} nights", "en natt", TRUE },
  { "one night", "{n} nights", "{n} netter", TRUE },
  { "{n} night", "{n} nights", "netter", FALSE },
  { "_Save", NULL, "_Lagre", TRUE },
  { "_Save", NULL, "Lagre", FALSE },
  { "A line\n", NULL, "En linje", FALSE },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      g_test_message ("%s", fault_cases[i].text);
      g_assert_true ((find_fault (fault_cases[i].msgid, fault_cases[i].plural,
                                  fault_cases[i].text) == NULL) == fault_cases[i].good);
    }
}

int
main (int    argc,
      char **argv)
{
  const char *const *languages = desk_catalog_list_languages ();

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/translations/faults", test_faults);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/text/translations/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_translations);
    }

  return g_test_run ();
}
