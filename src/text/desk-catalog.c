/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-catalog.h"

#include <gio/gio.h>
#include <string.h>

#include "desk-mo.h"
#include "desk-text-resources.h"

#define RESOURCE_FOLDER "/org/deskbell/Deskbell/mo/"
#define CONTEXT_END     "\004"

/* English is the language of the source, so it has no file. */
#define ENGLISH        0
#define ENGLISH_RULE   "nplurals=2; plural=(n != 1);"

struct _DeskCatalog
{
  const DeskLanguage *facts;
  DeskMo             *mo;       /* (nullable): NULL for English */
  const DeskPlural   *plural;
};

/* A translation file that cannot be read was built wrong: there is no program
 * to go on with, and no person who could mend it. */
static DeskCatalog *
catalog_new (int language)
{
  DeskCatalog *self = g_new0 (DeskCatalog, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;

  self->facts = &desk_languages[language];

  if (language == ENGLISH)
    {
      self->plural = desk_plural_new (ENGLISH_RULE, &error);
    }
  else
    {
      path = g_strconcat (RESOURCE_FOLDER, self->facts->code, ".mo", NULL);
      bytes = g_resource_lookup_data (desk_text_get_resource (), path,
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      if (bytes != NULL)
        self->mo = desk_mo_new (bytes, &error);
      if (self->mo != NULL)
        self->plural = desk_mo_get_plural (self->mo);
    }

  if (error != NULL)
    g_error ("The texts of “%s” were built wrong: %s", self->facts->code, error->message);

  return self;
}

/**
 * desk_catalog_get:
 * @lang: (nullable): a language or locale: "fi", "fi_FI.UTF-8", "fi-FI"; "no"
 *   and "nn" are read as "nb", "in" as "id"
 *
 * Returns: (transfer none) (nullable): the catalog of that language, valid for
 *   as long as the program runs; %NULL if it is not one of ours
 */
const DeskCatalog *
desk_catalog_get (const char *lang)
{
  static DeskCatalog *catalogs[DESK_N_LANGUAGES];
  int language = desk_language_find (lang);

  if (language < 0)
    return NULL;

  if (g_once_init_enter (&catalogs[language]))
    g_once_init_leave (&catalogs[language], catalog_new (language));

  return catalogs[language];
}

/* The first of a list such as "lt:en" that is one of ours. */
static const DeskCatalog *
find_first (const char *list)
{
  g_auto (GStrv) langs = g_strsplit (list, ":", -1);
  const DeskCatalog *catalog = NULL;

  for (guint i = 0; langs[i] != NULL && catalog == NULL; i++)
    catalog = desk_catalog_get (langs[i]);
  return catalog;
}

/**
 * desk_catalog_get_of_system:
 *
 * Reads the environment as gettext does: LANGUAGE, except under a bare C, before
 * the locale.
 *
 * Returns: (transfer none): the catalog of the language the system speaks, English
 *   where it is none of ours
 */
const DeskCatalog *
desk_catalog_get_of_system (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *locale = NULL;
  const char *list = g_getenv ("LANGUAGE");
  const DeskCatalog *catalog = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (variables) && locale == NULL; i++)
    {
      locale = g_getenv (variables[i]);
      if (locale != NULL && *locale == '\0')
        locale = NULL;
    }
  if (locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0)
    return desk_catalog_get_default ();

  if (list != NULL)
    catalog = find_first (list);
  if (catalog == NULL)
    catalog = desk_catalog_get (locale);
  return catalog != NULL ? catalog : desk_catalog_get_default ();
}

/**
 * desk_catalog_get_default:
 *
 * Returns: (transfer none): the catalog of English, the language of last resort
 */
const DeskCatalog *
desk_catalog_get_default (void)
{
  return desk_catalog_get (desk_languages[ENGLISH].code);
}

/**
 * desk_catalog_list_languages:
 *
 * Returns: (transfer none): the codes of all languages, English first,
 *   %NULL-terminated
 */
const char *const *
desk_catalog_list_languages (void)
{
  static const char *codes[DESK_N_LANGUAGES + 1];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (int i = 0; i < DESK_N_LANGUAGES; i++)
        codes[i] = desk_languages[i].code;
      g_once_init_leave (&made, 1);
    }

  return codes;
}

/**
 * desk_catalog_get_language:
 * @self: a catalog
 *
 * Returns: (transfer none): the code of its language, two letters
 */
const char *
desk_catalog_get_language (const DeskCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts->code;
}

/**
 * desk_catalog_get_language_name:
 * @self: a catalog
 *
 * Returns: (transfer none): what the language calls itself
 */
const char *
desk_catalog_get_language_name (const DeskCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts->name;
}

/**
 * desk_catalog_translate_language:
 * @self: a catalog
 * @lang: a language, as for desk_catalog_get()
 *
 * Says in the language of @self what another language is called, for example
 * in "The guest reads Finnish".
 *
 * Returns: (transfer none): its name, or @lang itself if it is not one of ours
 */
const char *
desk_catalog_translate_language (const DeskCatalog *self,
                                 const char        *lang)
{
  int language = desk_language_find (lang);

  g_return_val_if_fail (self != NULL, NULL);

  return language < 0 ? lang : desk_catalog_gettext (self, desk_languages[language].english_name);
}

/**
 * desk_catalog_get_facts:
 * @self: a catalog
 *
 * Returns: (transfer none): the locale and the patterns of its language
 */
const DeskLanguage *
desk_catalog_get_facts (const DeskCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

/**
 * desk_catalog_get_n_forms:
 * @self: a catalog
 *
 * Returns: how many plural forms its language has
 */
guint
desk_catalog_get_n_forms (const DeskCatalog *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return desk_plural_get_n_forms (self->plural);
}

/**
 * desk_catalog_get_form:
 * @self: a catalog
 * @n: a number in a sentence
 *
 * Returns: which plural form the language uses with @n
 */
guint
desk_catalog_get_form (const DeskCatalog *self,
                       guint64            n)
{
  g_return_val_if_fail (self != NULL, 0);

  return desk_plural_select (self->plural, n);
}

/**
 * desk_catalog_gettext:
 * @self: a catalog
 * @msgid: an English text that lives as long as the program
 *
 * Returns: (transfer none): the translation, or @msgid where there is none
 */
const char *
desk_catalog_gettext (const DeskCatalog *self,
                      const char        *msgid)
{
  const char *text = NULL;

  g_return_val_if_fail (self != NULL, msgid);
  g_return_val_if_fail (msgid != NULL, NULL);

  /* The empty msgid is the header of the file. */
  if (self->mo != NULL && *msgid != '\0')
    text = desk_mo_lookup (self->mo, msgid);

  return text != NULL ? text : msgid;
}

/**
 * desk_catalog_pgettext:
 * @self: a catalog
 * @context: what tells equal English texts apart
 * @msgid: an English text that lives as long as the program
 *
 * Returns: (transfer none): the translation, or @msgid where there is none
 */
const char *
desk_catalog_pgettext (const DeskCatalog *self,
                       const char        *context,
                       const char        *msgid)
{
  g_autofree char *key = NULL;
  const char *text;

  g_return_val_if_fail (self != NULL, msgid);
  g_return_val_if_fail (context != NULL, msgid);
  g_return_val_if_fail (msgid != NULL, NULL);

  if (self->mo == NULL)
    return msgid;

  key = g_strconcat (context, CONTEXT_END, msgid, NULL);
  text = desk_mo_lookup (self->mo, key);

  return text != NULL ? text : msgid;
}

/**
 * desk_catalog_ngettext:
 * @self: a catalog
 * @singular: the English text for one
 * @plural: the English text for more; both live as long as the program
 * @n: the number
 *
 * Returns: (transfer none): the translation that goes with @n, or the English
 *   where there is none; the number itself is yet to be filled in
 */
const char *
desk_catalog_ngettext (const DeskCatalog *self,
                       const char        *singular,
                       const char        *plural,
                       guint64            n)
{
  const char *text = NULL;

  g_return_val_if_fail (self != NULL, plural);
  g_return_val_if_fail (singular != NULL, plural);
  g_return_val_if_fail (plural != NULL, singular);

  if (self->mo != NULL)
    text = desk_mo_lookup_form (self->mo, singular, desk_plural_select (self->plural, n));

  if (text != NULL)
    return text;

  return n == 1 ? singular : plural;
}

typedef struct
{
  DeskCatalogFunc func;
  gpointer        user_data;
} Walk;

static void
on_message_cb (const char        *key,
               const char        *plural,
               const char *const *forms,
               gpointer           user_data)
{
  const Walk *walk = user_data;
  const char *end = strchr (key, CONTEXT_END[0]);
  g_autofree char *context = end != NULL ? g_strndup (key, end - key) : NULL;

  walk->func (context, end != NULL ? end + 1 : key, plural, forms, walk->user_data);
}

/**
 * desk_catalog_foreach:
 * @self: a catalog
 * @func: called for each translated message, in no order
 * @user_data: handed to @func
 *
 * Walks over everything that is translated; English has nothing to walk over.
 */
void
desk_catalog_foreach (const DeskCatalog *self,
                      DeskCatalogFunc    func,
                      gpointer           user_data)
{
  Walk walk = { func, user_data };

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  if (self->mo != NULL)
    desk_mo_foreach (self->mo, on_message_cb, &walk);
}
