/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "desk-plural.h"

G_BEGIN_DECLS

typedef struct _DeskMo DeskMo;

/**
 * DeskMoFunc:
 * @key: the msgid; with a context, context and msgid parted by the character 4
 * @plural: (nullable): the English plural
 * @forms: the translations, one for each plural form, %NULL-terminated
 * @user_data: what was handed to desk_mo_foreach()
 *
 * Called for each message of a file.
 */
typedef void (*DeskMoFunc) (const char        *key,
                            const char        *plural,
                            const char *const *forms,
                            gpointer           user_data);

DeskMo           *desk_mo_new         (GBytes        *bytes,
                                       GError       **error);
void              desk_mo_free        (DeskMo        *self);
const char       *desk_mo_lookup      (const DeskMo  *self,
                                       const char    *key);
const char       *desk_mo_lookup_form (const DeskMo  *self,
                                       const char    *key,
                                       guint          form);
const DeskPlural *desk_mo_get_plural  (const DeskMo  *self);
void              desk_mo_foreach     (const DeskMo  *self,
                                       DeskMoFunc     func,
                                       gpointer       user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskMo, desk_mo_free)

G_END_DECLS
