/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-night-item.h"

#include "desk-explain.h"
#include "desk-intl.h"
#include "desk-show.h"

struct _DeskNightItem
{
  GObject  parent_instance;

  gint64   stay_id;

  /* Owned */
  char    *room;
  char    *guest;
  char    *remarks;     /* (nullable) */
  char    *price;
  char    *total;
};

G_DEFINE_FINAL_TYPE (DeskNightItem, desk_night_item, G_TYPE_OBJECT)

struct _DeskNightPlan
{
  GObject       parent_instance;

  /* Owned */
  DeskProperty *property;
  GListStore   *items;
  char         *summary;
  char         *early;        /* (nullable) */

  /* State */
  DeskDate      business_date;
  gint64        total_minor;
  gint64        n_posted;
  guint         n_flagged;
};

G_DEFINE_FINAL_TYPE (DeskNightPlan, desk_night_plan, G_TYPE_OBJECT)

static void
desk_night_item_finalize (GObject *object)
{
  DeskNightItem *self = DESK_NIGHT_ITEM (object);

  g_free (self->room);
  g_free (self->guest);
  g_free (self->remarks);
  g_free (self->price);
  g_free (self->total);

  G_OBJECT_CLASS (desk_night_item_parent_class)->finalize (object);
}

static void
desk_night_item_class_init (DeskNightItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_night_item_finalize;
}

static void
desk_night_item_init (DeskNightItem *self)
{
}

static DeskNightItem *
item_new (const DeskProperty     *property,
          const DeskNightPreview *preview)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  DeskNightItem *self = g_object_new (DESK_TYPE_NIGHT_ITEM, NULL);
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < preview->remarks->len; i++)
    {
      g_autofree char *text = desk_message_render (preview->remarks->pdata[i], catalog, property);

      g_strv_builder_add (remarks, text);
    }
  texts = g_strv_builder_end (remarks);

  self->stay_id = preview->stay_id;
  self->room = g_strdup (preview->room);
  self->guest = g_strdup (preview->guest_name);
  self->remarks = texts[0] != NULL ? g_strjoinv ("\n", texts) : NULL;
  self->price = desk_show_amount (catalog, property, preview->room_minor);
  self->total = desk_show_amount (catalog, property, preview->total_minor);

  return self;
}

static void
desk_night_plan_finalize (GObject *object)
{
  DeskNightPlan *self = DESK_NIGHT_PLAN (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->early, g_free);
  g_clear_pointer (&self->property, desk_property_unref);

  G_OBJECT_CLASS (desk_night_plan_parent_class)->finalize (object);
}

static void
desk_night_plan_class_init (DeskNightPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_night_plan_finalize;
}

static void
desk_night_plan_init (DeskNightPlan *self)
{
  self->items = g_list_store_new (DESK_TYPE_NIGHT_ITEM);
}

/**
 * desk_night_plan_new:
 * @property: the house
 * @plan: what closing the day would post
 * @n_flagged: rows of the day's audit that there is a reason to look at
 *
 * May be called on any thread.
 */
DeskNightPlan *
desk_night_plan_new (DeskProperty           *property,
                     const DeskCloseDayPlan *plan,
                     guint                   n_flagged)
{
  DeskNightPlan *self = g_object_new (DESK_TYPE_NIGHT_PLAN, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->stays->len; i++)
    g_ptr_array_add (items, item_new (property, plan->stays->pdata[i]));

  if (plan->early != NULL)
    self->early = desk_message_render (plan->early, desk_app_get_catalog (), property);
  self->property = desk_property_ref (property);
  self->business_date = plan->business_date;
  self->total_minor = plan->total_minor;
  self->n_posted = plan->n_posted;
  self->summary = desk_close_day_plan_dup_summary (plan, desk_app_get_catalog ());
  self->n_flagged = n_flagged;
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);

  return self;
}

DeskProperty *
desk_night_plan_get_property (DeskNightPlan *self)
{
  return self->property;
}

DeskDate
desk_night_plan_get_business_date (DeskNightPlan *self)
{
  return self->business_date;
}

gint64
desk_night_plan_get_total (DeskNightPlan *self)
{
  return self->total_minor;
}

gint64
desk_night_plan_get_n_posted (DeskNightPlan *self)
{
  return self->n_posted;
}

const char *
desk_night_plan_get_summary (DeskNightPlan *self)
{
  return self->summary;
}

/**
 * desk_night_plan_get_early:
 *
 * Returns: (transfer none) (nullable): that the day has not begun, where it has not
 */
const char *
desk_night_plan_get_early (DeskNightPlan *self)
{
  return self->early;
}

guint
desk_night_plan_get_n_flagged (DeskNightPlan *self)
{
  return self->n_flagged;
}

GListModel *
desk_night_plan_get_items (DeskNightPlan *self)
{
  return G_LIST_MODEL (self->items);
}

gint64
desk_night_item_get_stay_id (DeskNightItem *self)
{
  return self->stay_id;
}

const char *
desk_night_item_get_room (DeskNightItem *self)
{
  return self->room;
}

const char *
desk_night_item_get_guest (DeskNightItem *self)
{
  return self->guest;
}

const char *
desk_night_item_get_remarks (DeskNightItem *self)
{
  return self->remarks;
}

const char *
desk_night_item_get_price (DeskNightItem *self)
{
  return self->price;
}

const char *
desk_night_item_get_total (DeskNightItem *self)
{
  return self->total;
}
