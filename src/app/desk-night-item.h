/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-close-day.h"
#include "desk-property.h"

G_BEGIN_DECLS

/**
 * DeskNightItem:
 *
 * What tonight posts for one stay, with its remarks in the window's language.
 */
#define DESK_TYPE_NIGHT_ITEM (desk_night_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskNightItem, desk_night_item, DESK, NIGHT_ITEM, GObject)

/**
 * DeskNight:
 *
 * The plan of closing a day, ready to be shown. Never changes.
 */
#define DESK_TYPE_NIGHT (desk_night_get_type ())
G_DECLARE_FINAL_TYPE (DeskNight, desk_night, DESK, NIGHT, GObject)

DeskNight    *desk_night_new               (DeskProperty           *property,
                                            const DeskCloseDayPlan *plan);
DeskProperty *desk_night_get_property      (DeskNight              *self);
DeskDate      desk_night_get_business_date (DeskNight              *self);
gint64        desk_night_get_total         (DeskNight              *self);
gint64        desk_night_get_n_posted      (DeskNight              *self);
guint         desk_night_get_n_late        (DeskNight              *self);
guint         desk_night_get_n_remarked    (DeskNight              *self);
GListModel   *desk_night_get_items         (DeskNight              *self);

gint64        desk_night_item_get_stay_id  (DeskNightItem          *self);
const char   *desk_night_item_get_room     (DeskNightItem          *self);
const char   *desk_night_item_get_guest    (DeskNightItem          *self);
const char   *desk_night_item_get_remarks  (DeskNightItem          *self);
const char   *desk_night_item_get_price    (DeskNightItem          *self);
const char   *desk_night_item_get_total    (DeskNightItem          *self);

G_END_DECLS
