/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-cell.h"

#include "desk-intl.h"
#include "desk-show.h"
#include "desk-state-words.h"

#define SPACING 12

struct _DeskStayCell
{
  DeskTextRow   parent_instance;

  /* Owned */
  DeskStayItem *item;           /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskStayCell, desk_stay_cell, DESK_TYPE_TEXT_ROW)

enum { ROOM, CLEAN, NAME, DETAIL, LOOK, MORE_LOOKS, BALANCE, STATE, N_COLUMNS };

/* The amount takes no room away from what a row is looked at for. */
#define BELOW_THE_NAME \
  (DESK_TEXT_STRETCHES | DESK_TEXT_BELOW | DESK_TEXT_UNDER | DESK_TEXT_SMALL)

static const DeskTextColumn columns[N_COLUMNS] = {
  [ROOM] = { 4, 0, DESK_TEXT_STRONG | DESK_TEXT_FIGURES },
  [CLEAN] = { 0, 0, DESK_TEXT_BADGE },
  [NAME] = { 16, 0, DESK_TEXT_STRETCHES | DESK_TEXT_STRONG },
  [DETAIL] = { 0, 0, BELOW_THE_NAME, "desk_quiet" },
  [LOOK] = { 0, 0, BELOW_THE_NAME, "desk_warn" },
  [MORE_LOOKS] = { 0, 0, BELOW_THE_NAME, "desk_warn" },
  [BALANCE] = { 0, 1, DESK_TEXT_FIGURES },
  [STATE] = { 0, 1, DESK_TEXT_BELOW | DESK_TEXT_SMALL, "desk_quiet" },
};

static void
set_text (DeskStayCell *self,
          guint         column,
          const char   *text)
{
  desk_text_row_set_text (DESK_TEXT_ROW (self), column, text);
}

static const char *
get_clean_colour (const char *clean)
{
  static const char *const colours[][2] = {
    { "dirty", "room_dirty" }, { "clean", "room_clean" },
    { "inspected", "room_inspected" }, { "pickup", "room_pickup" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_strcmp0 (clean, colours[i][0]) == 0)
      return colours[i][1];

  return NULL;
}

/* Whether the room is ready matters until somebody is in it. Who has none has one dash, which
 * takes the room of both, so that the names of a list stand below each other. */
static void
show_room (DeskStayCell      *self,
           const DeskStayRow *row)
{
  gboolean booked = row->state == DESK_STAY_BOOKED;

  set_text (self, ROOM, row->room != NULL ? row->room : "–");
  desk_text_row_set_indent (DESK_TEXT_ROW (self), ROOM, booked && row->room == NULL
                                                          ? DESK_TEXT_BADGE_SIZE + SPACING : 0);
  desk_text_row_set_colour (DESK_TEXT_ROW (self), CLEAN, get_clean_colour (row->room_clean));
  set_text (self, CLEAN, booked && row->room != NULL ? desk_show_clean_letter (row->room_clean)
                                                     : NULL);
}

/* Each remark has a line of its own, where on a narrow screen none would be read to its end. */
static void
show_looks (DeskStayCell *self,
            const char   *looks)
{
  g_auto (GStrv) parts = g_strsplit (looks, " · ", 2);

  set_text (self, LOOK, parts[0]);
  set_text (self, MORE_LOOKS, parts[0] != NULL ? parts[1] : NULL);
}

/* What a screen reader says: nothing of what the row does not have, and nothing twice. */
static void
show_label (DeskStayCell      *self,
            const DeskStayRow *row,
            const char        *detail,
            const char        *look,
            const char        *balance)
{
  gboolean clean = row->state == DESK_STAY_BOOKED && !(row->looks & DESK_LOOK_NO_ROOM);
  const char *parts[] = { row->room, clean ? desk_show_clean (row->room_clean) : NULL, detail,
                          desk_show_stay_state (row->state), look, balance };
  g_autoptr (GString) label = g_string_new (row->guest_name);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (label, ", %s", parts[i]);
  desk_show_row_label (GTK_WIDGET (self), label->str);
}

/* What tells two guests apart stands where nothing is cut short: persons may be. */
static void
show_row (DeskStayCell *self)
{
  const DeskStayRow *row = desk_stay_item_get_row (self->item);
  const DeskProperty *property = desk_stay_item_get_property (self->item);
  g_autofree char *nights = desk_show_dates (row);
  g_autofree char *persons = desk_show_persons (row);
  g_autofree char *detail = g_strjoin (" · ", nights, row->confirmation, persons, NULL);
  g_autofree char *balance = desk_show_amount (desk_app_get_catalog (), property,
                                               row->has_total ? row->total_minor
                                                              : row->balance_minor);
  g_autofree char *look = desk_say_looks (desk_app_get_catalog (), property, row);
  gboolean owes = row->state == DESK_STAY_IN_HOUSE || row->balance_minor != 0 ||
                  row->total_minor != 0;
  gboolean common = row->state == DESK_STAY_IN_HOUSE || row->state == DESK_STAY_BOOKED;

  show_room (self, row);
  set_text (self, NAME, row->guest_name);
  set_text (self, DETAIL, detail);
  show_looks (self, look);
  set_text (self, BALANCE, owes ? balance : NULL);
  set_text (self, STATE, common ? NULL : desk_show_stay_state (row->state));
  show_label (self, row, detail, look, owes ? balance : NULL);
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

/* What the letter, or the dash in its place, stands for. */
static gboolean
desk_stay_cell_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  DeskStayCell *self = DESK_STAY_CELL (widget);
  const DeskStayRow *row = self->item != NULL ? desk_stay_item_get_row (self->item) : NULL;
  GdkRectangle place = { 0 };

  if (row != NULL && row->state == DESK_STAY_BOOKED)
    desk_text_row_get_place (DESK_TEXT_ROW (self), row->room != NULL ? CLEAN : ROOM, &place);
  if (!gdk_rectangle_contains_point (&place, x, y))
    return GTK_WIDGET_CLASS (desk_stay_cell_parent_class)->query_tooltip (widget, x, y, keyboard,
                                                                          tooltip);

  gtk_tooltip_set_text (tooltip, desk_show_clean (row->room_clean));
  gtk_tooltip_set_tip_area (tooltip, &place);

  return TRUE;
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
  G_OBJECT_CLASS (klass)->dispose = desk_stay_cell_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = desk_stay_cell_query_tooltip;

  desk_text_row_class_set_columns (DESK_TEXT_ROW_CLASS (klass), columns, N_COLUMNS, SPACING);
}

static void
desk_stay_cell_init (DeskStayCell *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "stay-cell");
}

static void
on_setup_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             gpointer            unused)
{
  gtk_list_item_set_child (item, g_object_new (DESK_TYPE_STAY_CELL, NULL));
}

static void
on_bind_cb (GtkListItemFactory *factory,
            GtkListItem        *item,
            gpointer            unused)
{
  set_item (DESK_STAY_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              gpointer            unused)
{
  set_item (DESK_STAY_CELL (gtk_list_item_get_child (item)), NULL);
}

/**
 * desk_stay_cell_new_factory:
 *
 * Returns: (transfer full): makes cells for a list of #DeskStayItem
 */
GtkListItemFactory *
desk_stay_cell_new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);

  return factory;
}
