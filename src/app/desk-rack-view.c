/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rack-view.h"

#include "desk-rack-layout.h"
#include "desk-template.h"

/* What is seen above and below the chosen room, in pixels. */
#define EDGE 16

/* Scrolled to parts of a pixel. */
#define SLACK 1

struct _DeskRackView
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *menu;         /* of what can be done with the chosen rooms */

  /* Owned */
  DeskRack       *rack;         /* (nullable) */
  GPtrArray      *cells;        /* DeskRoomCell (unowned): in the order of the rack */
  GPtrArray      *floors;       /* DeskRackFloor */
  GtkAdjustment  *scrolled;     /* (nullable): how far, while it is in a window */

  /* State */
  DeskRackPlaces  places;
  int             at;           /* index of the cell that has or had the focus; -1: none */
  int             anchor;       /* where a range of marks began */
  int             width;        /* that the cells were laid out for */
  gint64          shown_id;     /* of the room that more is shown of; 0: none */
};

G_DEFINE_FINAL_TYPE (DeskRackView, desk_rack_view, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static DeskRoomCell *
get_cell (DeskRackView *self,
          int           index)
{
  return index >= 0 && index < (int) self->cells->len ? self->cells->pdata[index] : NULL;
}

static gboolean
is_shown (DeskRackView *self,
          int           index)
{
  DeskRoomCell *cell = get_cell (self, index);

  return cell != NULL && gtk_widget_get_visible (GTK_WIDGET (cell));
}

static void
tell_chosen (DeskRackView *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
go_to (DeskRackView *self,
       int           index)
{
  if (!is_shown (self, index))
    return;

  self->at = index;
  gtk_widget_grab_focus (self->cells->pdata[index]);
  tell_chosen (self);
}

static void
mark_range (DeskRackView *self,
            int           from,
            int           to)
{
  for (int i = 0; i < (int) self->cells->len; i++)
    desk_room_cell_set_marked (self->cells->pdata[i],
                               is_shown (self, i) && i >= MIN (from, to) && i <= MAX (from, to));
}

static void
toggle_at (DeskRackView *self,
           int           index)
{
  DeskRoomCell *cell = get_cell (self, index);

  if (cell == NULL)
    return;
  desk_room_cell_set_marked (cell, !desk_room_cell_get_marked (cell));
  self->anchor = index;
  tell_chosen (self);
}

static int
find_index (DeskRackView *self,
            GtkWidget    *cell)
{
  guint index;

  return cell != NULL && g_ptr_array_find (self->cells, cell, &index) ? (int) index : -1;
}

static int
find_at (DeskRackView *self,
         double        x,
         double        y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (widget != NULL && !DESK_IS_ROOM_CELL (widget))
    widget = gtk_widget_get_ancestor (widget, DESK_TYPE_ROOM_CELL);

  return find_index (self, widget);
}

static void
on_pressed_cb (GtkGestureClick *gesture,
               int              n_press,
               double           x,
               double           y,
               DeskRackView    *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state
                            (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  int index = find_at (self, x, y);

  if (index < 0)
    return;

  if (button == GDK_BUTTON_SECONDARY)
    {
      if (!desk_room_cell_get_marked (self->cells->pdata[index]))
        desk_rack_view_unmark (self);
      go_to (self, index);
      desk_rack_view_pop_up (self);
    }
  else if (state & GDK_SHIFT_MASK)
    {
      mark_range (self, self->anchor >= 0 ? self->anchor : index, index);
      go_to (self, index);
    }
  else if (state & GDK_CONTROL_MASK)
    {
      toggle_at (self, index);
      go_to (self, index);
    }
  else if (n_press == 2)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "rooms.open", NULL);
    }
  else
    {
      desk_rack_view_unmark (self);
      self->anchor = index;
      go_to (self, index);
    }
}

/* However somebody came to a cell, they go on from there. */
static void
desk_rack_view_set_focus_child (GtkWidget *widget,
                                GtkWidget *child)
{
  DeskRackView *self = DESK_RACK_VIEW (widget);
  int index = find_index (self, child);

  GTK_WIDGET_CLASS (desk_rack_view_parent_class)->set_focus_child (widget, child);

  if (index < 0 || index == self->at)
    return;
  self->at = index;
  tell_chosen (self);
}

/* The room at @index; where it is not shown, the next one that is, or the last one before. */
static int
find_shown (DeskRackView *self,
            int           index)
{
  int next = MAX (index, 0);

  while (next < (int) self->cells->len && !is_shown (self, next))
    next++;
  if (is_shown (self, next))
    return next;

  while (index >= 0 && !is_shown (self, index))
    index--;

  return index;
}

/* Who makes one dirty room after the other clean goes on where it vanished. */
static gboolean
desk_rack_view_grab_focus (GtkWidget *widget)
{
  DeskRackView *self = DESK_RACK_VIEW (widget);
  int index = find_shown (self, self->at);

  return index >= 0 && gtk_widget_grab_focus (self->cells->pdata[index]);
}

/* One stop for the Tab key; the arrows go from room to room. */
static gboolean
desk_rack_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return desk_rack_view_grab_focus (widget);
}

static GtkSizeRequestMode
desk_rack_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_rack_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  DeskRackView *self = DESK_RACK_VIEW (widget);

  desk_rack_layout_measure (self->cells, self->floors, orientation, for_size, minimum, natural);
}

/* Where cells go to other rows, the chosen one goes on being seen. */
static gboolean
show_chosen_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  DeskRackView *self = DESK_RACK_VIEW (widget);
  GtkWidget *port = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (port != NULL && is_shown (self, self->at) &&
      gtk_widget_compute_bounds (self->cells->pdata[self->at], widget, &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (port)),
                               bounds.origin.y - EDGE,
                               bounds.origin.y + bounds.size.height + EDGE);

  return G_SOURCE_REMOVE;
}

static void
desk_rack_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DeskRackView *self = DESK_RACK_VIEW (widget);

  desk_rack_layout_allocate (self->cells, self->floors, width, height, &self->places);
  gtk_popover_present (GTK_POPOVER (self->menu));
  if (width != self->width && self->at >= 0)
    gtk_widget_add_tick_callback (widget, show_chosen_cb, NULL, NULL);
  self->width = width;
}

/* The part of @widget that is seen, in its own pixels. */
static void
get_seen (GtkWidget *widget,
          double    *top,
          double    *bottom)
{
  GtkWidget *port = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  double x = 0;

  *top = 0;
  if (port != NULL)
    gtk_widget_translate_coordinates (port, widget, 0, 0, &x, top);
  *bottom = *top + gtk_widget_get_height (port != NULL ? port : widget);
}

/* Of hundreds of rooms those that are seen whole are drawn, the others when they are scrolled
 * to: half a room looks like the end of the rack. */
static void
desk_rack_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  double top;
  double bottom;

  get_seen (widget, &top, &bottom);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (child, widget, &bounds) &&
          bounds.origin.y >= top - SLACK &&
          bounds.origin.y + bounds.size.height <= bottom + SLACK)
        gtk_widget_snapshot_child (widget, child, snapshot);
    }
}

/* Other rooms are seen when it is scrolled, and when the window around it has another height. */
static void
desk_rack_view_root (GtkWidget *widget)
{
  DeskRackView *self = DESK_RACK_VIEW (widget);
  GtkWidget *port = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  GTK_WIDGET_CLASS (desk_rack_view_parent_class)->root (widget);

  if (port == NULL)
    return;
  g_set_object (&self->scrolled, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (port)));
  g_signal_connect_swapped (self->scrolled, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                            self);
  g_signal_connect_swapped (self->scrolled, "notify::page-size",
                            G_CALLBACK (gtk_widget_queue_draw), self);
}

static void
desk_rack_view_unroot (GtkWidget *widget)
{
  DeskRackView *self = DESK_RACK_VIEW (widget);

  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_data (self->scrolled, self);
  g_clear_object (&self->scrolled);

  GTK_WIDGET_CLASS (desk_rack_view_parent_class)->unroot (widget);
}

static void
drop_cells (DeskRackView *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (self->cells->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->floors, 0);
  self->at = -1;
  self->anchor = -1;
}

static void
desk_rack_view_dispose (GObject *object)
{
  DeskRackView *self = DESK_RACK_VIEW (object);

  if (self->cells != NULL)
    drop_cells (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->floors, g_ptr_array_unref);
  g_clear_pointer (&self->rack, desk_rack_free);

  G_OBJECT_CLASS (desk_rack_view_parent_class)->dispose (object);
}

static void
desk_rack_view_finalize (GObject *object)
{
  desk_rack_places_clear (&DESK_RACK_VIEW (object)->places);

  G_OBJECT_CLASS (desk_rack_view_parent_class)->finalize (object);
}

static void
desk_rack_view_class_init (DeskRackViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_rack_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_rack_view_finalize;
  widget_class->grab_focus = desk_rack_view_grab_focus;
  widget_class->focus = desk_rack_view_focus;
  widget_class->set_focus_child = desk_rack_view_set_focus_child;
  widget_class->get_request_mode = desk_rack_view_get_request_mode;
  widget_class->measure = desk_rack_view_measure;
  widget_class->size_allocate = desk_rack_view_size_allocate;
  widget_class->snapshot = desk_rack_view_snapshot;
  widget_class->root = desk_rack_view_root;
  widget_class->unroot = desk_rack_view_unroot;

  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_RACK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-rack-view.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskRackView, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed_cb);
  gtk_widget_class_set_css_name (widget_class, "rack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
desk_rack_view_init (DeskRackView *self)
{
  g_autoptr (GtkBuilder) menus = desk_template_new_builder (DESK_UI ("desk-menus.ui"));

  self->cells = g_ptr_array_new ();
  self->floors = g_ptr_array_new_with_free_func (desk_rack_floor_free);
  self->at = -1;
  self->anchor = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu),
                                   G_MENU_MODEL (gtk_builder_get_object (menus, "rooms_menu")));
}

static gboolean
has_same_rooms (DeskRackView *self,
                DeskRack     *rack)
{
  if (self->rack == NULL || self->cells->len != rack->rows->len)
    return FALSE;

  for (guint i = 0; i < rack->rows->len; i++)
    {
      const DeskRackRow *row = desk_room_cell_get_row (self->cells->pdata[i]);
      const DeskRackRow *other = rack->rows->pdata[i];

      if (row->room_id != other->room_id || !g_str_equal (row->floor, other->floor))
        return FALSE;
    }

  return TRUE;
}

static void
make_cells (DeskRackView *self,
            DeskRack     *rack)
{
  drop_cells (self);
  for (guint i = 0; i < rack->rows->len; i++)
    {
      const DeskRackRow *row = rack->rows->pdata[i];
      GtkWidget *cell = desk_room_cell_new ();

      if (i == 0 || !g_str_equal (((DeskRackRow *) rack->rows->pdata[i - 1])->floor, row->floor))
        g_ptr_array_add (self->floors, desk_rack_floor_new (GTK_WIDGET (self), row->floor, i));
      ((DeskRackFloor *) self->floors->pdata[self->floors->len - 1])->n_rooms++;
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
}

/**
 * desk_rack_view_set_rack:
 * @self: a view
 * @rack: (transfer full): what it shows from now on
 *
 * The cells stay, with their marks and the focus, as long as the house has the same rooms.
 */
void
desk_rack_view_set_rack (DeskRackView *self,
                         DeskRack     *rack)
{
  if (!has_same_rooms (self, rack))
    make_cells (self, rack);
  for (guint i = 0; i < rack->rows->len; i++)
    desk_room_cell_set_row (self->cells->pdata[i], rack->rows->pdata[i], rack->business_date);

  g_clear_pointer (&self->rack, desk_rack_free);
  self->rack = rack;
  desk_rack_view_set_shown (self, self->shown_id);
  tell_chosen (self);
}

/**
 * desk_rack_view_filter:
 * @self: a view
 * @filter: whether a room is to be shown; what is not shown is not marked either
 * @data: for @filter
 *
 * Returns: how many rooms are shown
 */
guint
desk_rack_view_filter (DeskRackView   *self,
                       DeskRackFilter  filter,
                       gpointer        data)
{
  guint n_shown = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      DeskRoomCell *cell = self->cells->pdata[i];
      gboolean shown = filter (desk_room_cell_get_row (cell), data);

      gtk_widget_set_visible (GTK_WIDGET (cell), shown);
      if (!shown)
        desk_room_cell_set_marked (cell, FALSE);
      n_shown += shown;
    }
  tell_chosen (self);

  return n_shown;
}

/**
 * desk_rack_view_set_shown:
 * @self: a view
 * @room_id: of the room that stands beside it; 0: none does
 */
void
desk_rack_view_set_shown (DeskRackView *self,
                          gint64        room_id)
{
  self->shown_id = room_id;
  for (guint i = 0; i < self->cells->len; i++)
    desk_room_cell_set_shown (self->cells->pdata[i],
                              desk_room_cell_get_row (self->cells->pdata[i])->room_id == room_id);
}

DeskRack *
desk_rack_view_get_rack (DeskRackView *self)
{
  return self->rack;
}

/**
 * desk_rack_view_get_row:
 *
 * Returns: (transfer none) (nullable): the room that has the focus, or had it last
 */
const DeskRackRow *
desk_rack_view_get_row (DeskRackView *self)
{
  return is_shown (self, self->at) ? desk_room_cell_get_row (self->cells->pdata[self->at]) : NULL;
}

/**
 * desk_rack_view_get_cell:
 *
 * Returns: (transfer none) (nullable): the cell of a room
 */
DeskRoomCell *
desk_rack_view_get_cell (DeskRackView *self,
                         const char   *number)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_str_equal (desk_room_cell_get_row (self->cells->pdata[i])->number, number))
      return self->cells->pdata[i];

  return NULL;
}

guint
desk_rack_view_get_n_marked (DeskRackView *self)
{
  guint n_marked = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n_marked += desk_room_cell_get_marked (self->cells->pdata[i]);

  return n_marked;
}

/**
 * desk_rack_view_dup_chosen:
 *
 * Returns: the numbers of the marked rooms; where none is, of the one that has the focus
 */
GStrv
desk_rack_view_dup_chosen (DeskRackView *self)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  gboolean any = desk_rack_view_get_n_marked (self) > 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      DeskRoomCell *cell = self->cells->pdata[i];

      if (any ? desk_room_cell_get_marked (cell) : (int) i == self->at && is_shown (self, self->at))
        g_strv_builder_add (numbers, desk_room_cell_get_row (cell)->number);
    }

  return g_strv_builder_end (numbers);
}

/* Goes to a room; FALSE where it is not shown. */
gboolean
desk_rack_view_choose (DeskRackView *self,
                       const char   *number)
{
  int index = find_index (self, (GtkWidget *) desk_rack_view_get_cell (self, number));

  if (!is_shown (self, index))
    return FALSE;
  self->anchor = index;
  go_to (self, index);

  return TRUE;
}

void
desk_rack_view_mark_all (DeskRackView *self)
{
  mark_range (self, 0, (int) self->cells->len - 1);
  tell_chosen (self);
}

void
desk_rack_view_unmark (DeskRackView *self)
{
  mark_range (self, -1, -1);
  tell_chosen (self);
}

/* Marks the room that has the focus, or takes its mark away. */
void
desk_rack_view_toggle (DeskRackView *self)
{
  toggle_at (self, self->at);
}

/**
 * desk_rack_view_move:
 * @self: a view
 * @dx: 1 to the next room, -1 to the one before; more: to the end or the beginning
 * @dy: 1 to the row below, -1 to the one above
 * @extend: whether the rooms on the way are marked
 */
void
desk_rack_view_move (DeskRackView *self,
                     int           dx,
                     int           dy,
                     gboolean      extend)
{
  int index = desk_rack_places_find (&self->places, self->at, dx, dy);

  if (!is_shown (self, index))
    return;
  if (extend)
    {
      if (self->anchor < 0 || desk_rack_view_get_n_marked (self) == 0)
        self->anchor = self->at;
      mark_range (self, self->anchor, index);
    }
  go_to (self, index);
}

/* The menu, at the room that has the focus. */
void
desk_rack_view_pop_up (DeskRackView *self)
{
  graphene_rect_t bounds;

  if (!is_shown (self, self->at) ||
      !gtk_widget_compute_bounds (self->cells->pdata[self->at], GTK_WIDGET (self), &bounds))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width,
                                                (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
