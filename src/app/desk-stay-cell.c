/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-cell.h"

#include "desk-fill.h"
#include "desk-intl.h"
#include "desk-show.h"
#include "desk-template.h"

/* A name of more characters may be cut short, and is shown whole to the pointer. */
#define LONG_NAME 20

struct _DeskStayCell
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *room;
  GtkWidget    *clean;
  GtkWidget    *name;
  GtkWidget    *detail;
  GtkWidget    *look;
  GtkWidget    *balance;
  GtkWidget    *state;

  /* Owned */
  DeskStayItem *item;
};

G_DEFINE_FINAL_TYPE (DeskStayCell, desk_stay_cell, GTK_TYPE_BOX)

enum { PROP_0, PROP_ITEM, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const char *const clean_classes[] = { "dirty", "clean", "inspected", "pickup", "closed" };

/* Whether the room is ready matters until somebody is in it. */
static void
show_clean (DeskStayCell      *self,
            const DeskStayRow *row)
{
  const char *class = row->room_clean;

  gtk_widget_set_visible (self->clean, row->state == DESK_STAY_BOOKED);
  gtk_label_set_label (GTK_LABEL (self->clean), desk_show_clean_letter (row->room_clean));
  gtk_widget_set_tooltip_text (self->clean, desk_show_clean (row->room_clean));

  for (guint i = 0; i < G_N_ELEMENTS (clean_classes); i++)
    desk_show_class (self->clean, clean_classes[i], g_strcmp0 (class, clean_classes[i]) == 0);
}

/* Why somebody should look, the most pressing reason first. */
static char *
dup_look (const DeskStayRow  *row,
          const DeskProperty *property)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *above = desk_show_amount (catalog, property, row->above_minor);
  g_autofree char *arrival = desk_show_date (catalog, row->arrival, DESK_DATE_DAY_MONTH);
  g_autofree char *departure = desk_show_date (catalog, row->departure, DESK_DATE_DAY_MONTH);
  g_autoptr (GStrvBuilder) looks = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *text = NULL;

  if (row->looks & DESK_LOOK_OVERDUE)
    /* Translators: a guest in house who should have left on {date} */
    text = desk_fill (_("was due out {date}"), "date", departure, NULL);
  else if (row->looks & DESK_LOOK_LATE)
    /* Translators: a guest who should have arrived on {date} */
    text = desk_fill (_("expected {date}"), "date", arrival, NULL);
  if (text != NULL)
    g_strv_builder_add (looks, text);

  if (row->looks & DESK_LOOK_ABOVE_PROMISE)
    {
      /* Translators: the bill has {amount} more on it than was promised for the nights */
      g_autofree char *promise = desk_fill (_("{amount} above the promise"), "amount", above, NULL);

      g_strv_builder_add (looks, promise);
    }
  if (row->looks & DESK_LOOK_NO_ROOM)
    g_strv_builder_add (looks, _("no room yet"));
  if (row->looks & DESK_LOOK_NOT_READY)
    g_strv_builder_add (looks, _("room not ready"));
  if (row->looks & DESK_LOOK_CREDIT)
    /* Translators: the guest paid more than the bill comes to */
    g_strv_builder_add (looks, _("money to give back"));

  texts = g_strv_builder_end (looks);
  return g_strjoinv (" · ", texts);
}

static void
show_row (DeskStayCell *self)
{
  const DeskStayRow *row = desk_stay_item_get_row (self->item);
  const DeskProperty *property = desk_stay_item_get_property (self->item);
  g_autofree char *nights = desk_show_dates (row);
  g_autofree char *persons = desk_show_persons (row);
  g_autofree char *detail = g_strjoin (" · ", nights, persons, row->confirmation, NULL);
  g_autofree char *balance = desk_show_amount (desk_app_get_catalog (), property,
                                               row->has_total ? row->total_minor
                                                              : row->balance_minor);
  g_autofree char *look = dup_look (row, property);
  g_autofree char *label = NULL;
  gboolean owes = row->state == DESK_STAY_IN_HOUSE || row->balance_minor != 0 ||
                  row->total_minor != 0;

  gtk_label_set_label (GTK_LABEL (self->room), row->room != NULL ? row->room : "–");
  gtk_label_set_label (GTK_LABEL (self->name), row->guest_name);
  gtk_widget_set_tooltip_text (self->name, g_utf8_strlen (row->guest_name, -1) > LONG_NAME
                                             ? row->guest_name : NULL);
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
  gtk_label_set_label (GTK_LABEL (self->look), look);
  gtk_widget_set_tooltip_text (self->look, look);
  gtk_widget_set_visible (self->look, look[0] != '\0');
  gtk_label_set_label (GTK_LABEL (self->balance), balance);
  gtk_widget_set_visible (self->balance, owes);
  gtk_label_set_label (GTK_LABEL (self->state), desk_show_stay_state (row->state));
  gtk_widget_set_visible (self->state, row->state != DESK_STAY_IN_HOUSE &&
                                       row->state != DESK_STAY_BOOKED);
  show_clean (self, row);

  label = g_strjoin (", ", row->guest_name, row->room != NULL ? row->room : "",
                     row->state == DESK_STAY_BOOKED ? desk_show_clean (row->room_clean) : "",
                     detail, desk_show_stay_state (row->state), look, owes ? balance : NULL, NULL);
  desk_show_row_label (GTK_WIDGET (self), label);
}

static void
set_item (DeskStayCell *self,
          DeskStayItem *item)
{
  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_row, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_row), self);
  show_row (self);
}

static void
desk_stay_cell_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  set_item (DESK_STAY_CELL (object), g_value_get_object (value));
}

static void
desk_stay_cell_dispose (GObject *object)
{
  set_item (DESK_STAY_CELL (object), NULL);

  G_OBJECT_CLASS (desk_stay_cell_parent_class)->dispose (object);
}

static void
desk_stay_cell_class_init (DeskStayCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_stay_cell_set_property;
  object_class->dispose = desk_stay_cell_dispose;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, DESK_TYPE_STAY_ITEM,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  desk_template_set (widget_class, DESK_UI ("desk-stay-cell.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskStayCell, room);
  gtk_widget_class_bind_template_child (widget_class, DeskStayCell, clean);
  gtk_widget_class_bind_template_child (widget_class, DeskStayCell, name);
  gtk_widget_class_bind_template_child (widget_class, DeskStayCell, detail);
  gtk_widget_class_bind_template_child (widget_class, DeskStayCell, look);
  gtk_widget_class_bind_template_child (widget_class, DeskStayCell, balance);
  gtk_widget_class_bind_template_child (widget_class, DeskStayCell, state);
}

static void
desk_stay_cell_init (DeskStayCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
