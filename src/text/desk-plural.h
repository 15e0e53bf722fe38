/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DeskPlural DeskPlural;

DeskPlural *desk_plural_new         (const char        *rule,
                                     GError           **error);
void        desk_plural_free        (DeskPlural        *self);
guint       desk_plural_get_n_forms (const DeskPlural  *self);
guint       desk_plural_select      (const DeskPlural  *self,
                                     guint64            n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPlural, desk_plural_free)

G_END_DECLS
