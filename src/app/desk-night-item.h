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
 * DeskNightPlan:
 *
 * The plan of closing a day, ready to be shown. Never changes.
 */
#define DESK_TYPE_NIGHT_PLAN (desk_night_plan_get_type ())
G_DECLARE_FINAL_TYPE (DeskNightPlan, desk_night_plan, DESK, NIGHT_PLAN, GObject)

DeskNightPlan *desk_night_plan_new               (DeskProperty           *property,
                                                  const DeskCloseDayPlan *plan,
                                                  guint                   n_flagged);
DeskProperty  *desk_night_plan_get_property      (DeskNightPlan          *self);
DeskDate       desk_night_plan_get_business_date (DeskNightPlan          *self);
gint64         desk_night_plan_get_total         (DeskNightPlan          *self);
gint64         desk_night_plan_get_n_posted      (DeskNightPlan          *self);
const char    *desk_night_plan_get_summary       (DeskNightPlan          *self);
const char    *desk_night_plan_get_early         (DeskNightPlan          *self);
guint          desk_night_plan_get_n_flagged     (DeskNightPlan          *self);
GListModel    *desk_night_plan_get_items         (DeskNightPlan          *self);

gint64        desk_night_item_get_stay_id  (DeskNightItem          *self);
const char   *desk_night_item_get_room     (DeskNightItem          *self);
const char   *desk_night_item_get_guest    (DeskNightItem          *self);
const char   *desk_night_item_get_remarks  (DeskNightItem          *self);
const char   *desk_night_item_get_price    (DeskNightItem          *self);
const char   *desk_night_item_get_total    (DeskNightItem          *self);

G_END_DECLS
