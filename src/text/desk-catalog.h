/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "desk-language.h"

G_BEGIN_DECLS

/* Marks a msgid in a table for the translators; it is translated where it is
 * used, by desk_catalog_gettext() or desk_catalog_pgettext(). */
#ifndef N_
#define N_(text) text
#endif
#ifndef NC_
#define NC_(context, text) text
#endif

/**
 * DeskCatalog:
 *
 * The texts of one language. There is one catalog for each language, made when
 * it is first asked for and never freed or changed, so that it may be used by
 * any thread. Nothing of it depends on the locale of the process.
 */
typedef struct _DeskCatalog DeskCatalog;

/**
 * DeskCatalogFunc:
 * @context: (nullable): context of the message
 * @msgid: the English text
 * @plural: (nullable): the English plural, for messages with a number
 * @forms: the translations, one for each plural form, %NULL-terminated
 * @user_data: what was handed to desk_catalog_foreach()
 *
 * Called for each translated message.
 */
typedef void (*DeskCatalogFunc) (const char        *context,
                                 const char        *msgid,
                                 const char        *plural,
                                 const char *const *forms,
                                 gpointer           user_data);

const DeskCatalog  *desk_catalog_get                (const char        *lang);
const DeskCatalog  *desk_catalog_get_default        (void);
const DeskCatalog  *desk_catalog_get_of_system      (void);
const char *const  *desk_catalog_list_languages     (void);
const char         *desk_catalog_get_language       (const DeskCatalog *self);
const char         *desk_catalog_get_language_name  (const DeskCatalog *self);
const char         *desk_catalog_translate_language (const DeskCatalog *self,
                                                     const char        *lang);
const DeskLanguage *desk_catalog_get_facts          (const DeskCatalog *self);
guint               desk_catalog_get_n_forms        (const DeskCatalog *self);
guint               desk_catalog_get_form           (const DeskCatalog *self,
                                                     guint64            n);
const char         *desk_catalog_gettext            (const DeskCatalog *self,
                                                     const char        *msgid);
const char         *desk_catalog_pgettext           (const DeskCatalog *self,
                                                     const char        *context,
                                                     const char        *msgid);
const char         *desk_catalog_ngettext           (const DeskCatalog *self,
                                                     const char        *singular,
                                                     const char        *plural,
                                                     guint64            n);
void                desk_catalog_foreach            (const DeskCatalog *self,
                                                     DeskCatalogFunc    func,
                                                     gpointer           user_data);

G_END_DECLS
