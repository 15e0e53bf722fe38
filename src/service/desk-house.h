/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-context.h"
#include "desk-db.h"
#include "desk-property.h"

G_BEGIN_DECLS

/**
 * DeskHouse:
 *
 * One property, open: its database and its set-up in all versions. Belongs to
 * the thread that opened it; every service takes it first. Services are
 * synchronous; whoever has a window to keep alive calls them on a worker.
 */
typedef struct _DeskHouse DeskHouse;

DeskHouse          *desk_house_open              (const char    *path,
                                                  GError       **error);
DeskHouse          *desk_house_open_to_read      (const char    *path,
                                                  GError       **error);
void                desk_house_close             (DeskHouse     *self);
DeskDb             *desk_house_get_db            (DeskHouse     *self);
const DeskProperty *desk_house_get_property      (DeskHouse     *self);
gint64              desk_house_get_config        (DeskHouse     *self);
const DeskProperty *desk_house_lookup_property   (gint64         config,
                                                  gpointer       house);
gboolean            desk_house_get_business_date (DeskHouse     *self,
                                                  DeskDate      *out,
                                                  GError       **error);
gboolean            desk_house_is_test_clock     (DeskHouse     *self);
gboolean            desk_house_refresh           (DeskHouse     *self,
                                                  gint64        *newest_change,
                                                  GError       **error);

/* The clock and the randomness of this machine; @user, @role, @desk, @lang are
 * left for the caller to fill in. */
void                desk_context_init_system     (DeskContext   *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHouse, desk_house_close)

G_END_DECLS
