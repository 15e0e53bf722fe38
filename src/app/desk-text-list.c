/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-slots.h"

/* A page leads so far that one row of the last stays in sight. */
#define ROWS_KEPT 1

/* Rows of which a part is seen, at both ends, and the one that is kept for the focus. */
#define ROWS_MORE 3

struct _DeskTextList
{
  GtkWidget            parent_instance;

  /* Owned */
  DeskTextSlots       *slots;
  GtkAdjustment       *adjustments[2];  /* by orientation */
  GtkScrollablePolicy  policies[2];

  /* State */
  guint                wanted;          /* to be in sight when it is laid out next */
  int                  page;            /* height of the rows in sight when it was laid out last */
  guint                update_id;       /* 0: rows show what they should */
};

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskTextList, desk_text_list, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum { PROP_0, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };

enum { ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

static guint
get_n_items (DeskTextList *self)
{
  return desk_text_slots_get_n_items (self->slots);
}

static guint
get_selected (DeskTextList *self)
{
  return desk_text_slots_get_selected (self->slots);
}

static int
get_row_height (DeskTextList *self)
{
  int least, height;

  desk_text_slots_measure (self->slots, GTK_ORIENTATION_VERTICAL, &least, &height);

  return height;
}

/* What is seen at once of a list that is @height high: whole rows, where there are more of them
 * than fit. */
static int
get_page (DeskTextList *self,
          int           height)
{
  int row_height = get_row_height (self);

  if (row_height == 0 || height < row_height || (int) get_n_items (self) * row_height <= height)
    return height;

  return height - height % row_height;
}

/* How far the list is scrolled: as it was, but for the row that is wanted in sight. */
static int
get_value (DeskTextList *self,
           int           height)
{
  int row_height = get_row_height (self);
  int value = (int) gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  int y = (int) self->wanted * row_height;

  if (self->wanted < get_n_items (self))
    value = y < value ? y : MAX (value, y + row_height - height);

  return CLAMP (value, 0, MAX ((int) get_n_items (self) * row_height - height, 0));
}

/* The same, to the nearest row: whoever scrolls by hand never reads half a row. */
static int
get_top (DeskTextList *self,
         int           height)
{
  int row_height = MAX (get_row_height (self), 1);

  return (get_value (self, height) + row_height / 2) / row_height * row_height;
}

/* Has a row for each item in sight, as far as there are rows. */
static gboolean
fill_rows (DeskTextList *self,
           int           value,
           int           height)
{
  int row_height = get_row_height (self);
  guint first, end;

  if (row_height == 0)
    return FALSE;

  first = (guint) (value / row_height);
  end = MIN ((guint) ((value + height + row_height - 1) / row_height), get_n_items (self));

  return desk_text_slots_fill (self->slots, first, end);
}

static gboolean
has_adjustments (DeskTextList *self)
{
  return self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL &&
         self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL;
}

/* As many as fit in the window, so that none is missing when the list becomes higher: while
 * widgets are laid out it is too late to make another. */
static void
make_rows (DeskTextList *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  guint n;

  desk_text_slots_make_rows (self->slots, 1);
  n = (guint) (height / MAX (get_row_height (self), 1)) + ROWS_MORE;
  desk_text_slots_make_rows (self->slots, n);
}

/* Before the frame is laid out, so that the style of a row is found with that of all others. */
static gboolean
update_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       unused)
{
  DeskTextList *self = DESK_TEXT_LIST (widget);
  int height = get_page (self, gtk_widget_get_height (widget));

  self->update_id = 0;
  make_rows (self);
  if (height > 0 && has_adjustments (self))
    fill_rows (self, get_top (self, height), height);

  /* Not only laid out: where a bar to scroll with comes or goes meanwhile, whoever keeps its
   * size around the list would be painted without a place. */
  gtk_widget_queue_resize (widget);

  return G_SOURCE_REMOVE;
}

static void
queue_update (DeskTextList *self)
{
  if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

/* Tells the adjustments how long the list is, and how much of it is seen. */
static void
configure (DeskTextList *self,
           int           width,
           int           height)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int row_height = get_row_height (self);
  int value = get_value (self, height);

  self->wanted = GTK_INVALID_LIST_POSITION;
  g_signal_handlers_block_by_func (vertical, queue_update, self);
  gtk_adjustment_configure (vertical, value, 0,
                            MAX ((int) get_n_items (self) * row_height, height), row_height,
                            MAX (height - row_height, row_height), height);
  g_signal_handlers_unblock_by_func (vertical, queue_update, self);
  gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0, 0, width, 1, width,
                            width);
}

/* Whether the selected row was in sight and is not where only @page of the list is seen. */
static gboolean
loses_selected (DeskTextList *self,
                int           page)
{
  int row_height = get_row_height (self);
  int y = (int) get_selected (self) * row_height - get_top (self, self->page);

  return self->wanted == GTK_INVALID_LIST_POSITION && get_selected (self) < get_n_items (self) &&
         y >= 0 && y + row_height <= self->page && y + row_height > page;
}

static void
allocate_rows (DeskTextList *self,
               int           width,
               int           height)
{
  gboolean loses;
  int value;

  height = get_page (self, height);
  loses = loses_selected (self, height);
  self->page = height;
  configure (self, width, height);
  value = get_top (self, height);
  if (!fill_rows (self, value, height))
    queue_update (self);

  desk_text_slots_allocate (self->slots, width, get_row_height (self), value);

  /* A list that becomes lower, by a message below it, does not lose the row somebody is at;
   * in the next frame, as rows are told what to show before they are laid out. */
  if (loses)
    desk_text_list_scroll_to (self, get_selected (self));
}

static void
desk_text_list_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  if (has_adjustments (DESK_TEXT_LIST (widget)))
    allocate_rows (DESK_TEXT_LIST (widget), width, height);
}

static void
desk_text_list_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  DeskTextList *self = DESK_TEXT_LIST (widget);

  desk_text_slots_measure (self->slots, orientation, minimum, natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = 0;
      *natural *= (int) get_n_items (self);
    }
}

/* Gives the focus to the row that is selected, else to the first. */
static gboolean
desk_text_list_grab_focus (GtkWidget *widget)
{
  DeskTextList *self = DESK_TEXT_LIST (widget);
  guint position = get_selected (self);

  if (position >= get_n_items (self))
    position = 0;
  if (position >= get_n_items (self))
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (desk_text_list_get_row (self, position)));
}

static gboolean
has_focus (DeskTextList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self);
}

/* One stop on the way of the Tab key. */
static gboolean
desk_text_list_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  return !has_focus (DESK_TEXT_LIST (widget)) && gtk_widget_grab_focus (widget);
}

static void
on_selected_cb (DeskTextList *self)
{
  guint selected = get_selected (self);

  queue_update (self);
  if (selected >= get_n_items (self))
    return;

  desk_text_list_scroll_to (self, selected);
  if (has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Selects another row and goes to it, as far as there are rows. */
static void
move_to (DeskTextList *self,
         int           position)
{
  int last = (int) get_n_items (self) - 1;

  if (last < 0)
    return;

  gtk_single_selection_set_selected (desk_text_slots_get_model (self->slots),
                                     (guint) CLAMP (position, 0, last));
  desk_text_list_scroll_to (self, get_selected (self));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static int
get_position (DeskTextList *self)
{
  guint selected = get_selected (self);

  return selected < get_n_items (self) ? (int) selected : -1;
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   unused)
{
  DeskTextList *self = DESK_TEXT_LIST (widget);

  move_to (self, get_position (self) + g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   unused)
{
  DeskTextList *self = DESK_TEXT_LIST (widget);
  int row_height = MAX (get_row_height (self), 1);
  int rows = MAX (gtk_widget_get_height (widget) / row_height - ROWS_KEPT, 1);

  move_to (self, get_position (self) + g_variant_get_int32 (args) * rows);

  return GDK_EVENT_STOP;
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   unused)
{
  move_to (DESK_TEXT_LIST (widget), g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   unused)
{
  DeskTextList *self = DESK_TEXT_LIST (widget);

  if (get_position (self) >= 0)
    g_signal_emit (self, signals[ACTIVATE], 0, get_selected (self));

  return GDK_EVENT_STOP;
}

static void
on_released_cb (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                DeskTextList    *self)
{
  int height = get_page (self, gtk_widget_get_height (GTK_WIDGET (self)));
  int row_height = MAX (get_row_height (self), 1);
  int position = ((int) y + get_top (self, height)) / row_height;

  if (y < 0 || y >= height || position >= (int) get_n_items (self))
    return;

  move_to (self, position);
  if (n_press == 2)
    activate_cb (GTK_WIDGET (self), NULL, NULL);
}

static void
set_adjustment (DeskTextList   *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment **own = &self->adjustments[orientation];

  if (*own != NULL && *own == adjustment)
    return;
  if (*own != NULL)
    g_signal_handlers_disconnect_by_func (*own, queue_update, self);
  g_clear_object (own);
  *own = g_object_ref_sink (adjustment != NULL ? adjustment
                                               : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*own, "value-changed", G_CALLBACK (queue_update), self);
  queue_update (self);
}

static void
desk_text_list_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DeskTextList *self = DESK_TEXT_LIST (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
desk_text_list_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DeskTextList *self = DESK_TEXT_LIST (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
desk_text_list_dispose (GObject *object)
{
  DeskTextList *self = DESK_TEXT_LIST (object);

  desk_text_list_set_model (self, NULL);
  desk_text_slots_clear (self->slots);
  for (gsize i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], queue_update, self);
      g_clear_object (&self->adjustments[i]);
    }

  G_OBJECT_CLASS (desk_text_list_parent_class)->dispose (object);
}

static void
desk_text_list_finalize (GObject *object)
{
  desk_text_slots_free (DESK_TEXT_LIST (object)->slots);

  G_OBJECT_CLASS (desk_text_list_parent_class)->finalize (object);
}

/* With any of the keys that extend or move without selecting elsewhere: here one row is
 * selected, and it is where the focus is. */
static void
add_bindings (GtkWidgetClass  *klass,
              guint            keyval,
              guint            keypad,
              GtkShortcutFunc  callback,
              int              argument)
{
  static const GdkModifierType modifiers[] = { 0, GDK_CONTROL_MASK, GDK_SHIFT_MASK,
                                               GDK_CONTROL_MASK | GDK_SHIFT_MASK };

  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    {
      gtk_widget_class_add_binding (klass, keyval, modifiers[i], callback, "i", argument);
      gtk_widget_class_add_binding (klass, keypad, modifiers[i], callback, "i", argument);
    }
}

static void
desk_text_list_class_init (DeskTextListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_text_list_set_property;
  object_class->get_property = desk_text_list_get_property;
  object_class->dispose = desk_text_list_dispose;
  object_class->finalize = desk_text_list_finalize;
  widget_class->measure = desk_text_list_measure;
  widget_class->size_allocate = desk_text_list_size_allocate;
  widget_class->grab_focus = desk_text_list_grab_focus;
  widget_class->focus = desk_text_list_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * DeskTextList::activate:
   * @position: of the row
   *
   * Somebody pressed Enter on a row, or clicked it twice.
   */
  signals[ACTIVATE] = g_signal_new ("activate", DESK_TYPE_TEXT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  add_bindings (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, step_cb, -1);
  add_bindings (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, step_cb, 1);
  add_bindings (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, page_cb, -1);
  add_bindings (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, page_cb, 1);
  add_bindings (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, end_cb, 0);
  add_bindings (widget_class, GDK_KEY_End, GDK_KEY_KP_End, end_cb, G_MAXINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, activate_cb, NULL);
}

static void
desk_text_list_init (DeskTextList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->slots = desk_text_slots_new (GTK_WIDGET (self));
  self->wanted = GTK_INVALID_LIST_POSITION;
  g_signal_connect (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rows");
}

/**
 * desk_text_list_set_rows:
 * @self: a list without rows
 * @row_type: what to make rows of, derived from #DeskTextRow; all are of one height
 * @show: tells a row what to show
 */
void
desk_text_list_set_rows (DeskTextList     *self,
                         GType             row_type,
                         DeskTextListShow  show)
{
  desk_text_slots_set_rows (self->slots, row_type, show);
}

/**
 * desk_text_list_set_model:
 * @self: a list
 * @model: (nullable): its items, and which of them is selected
 */
void
desk_text_list_set_model (DeskTextList       *self,
                          GtkSingleSelection *model)
{
  GtkSingleSelection *old = desk_text_slots_get_model (self->slots);

  if (old == model)
    return;

  if (old != NULL)
    {
      g_signal_handlers_disconnect_by_func (old, queue_update, self);
      g_signal_handlers_disconnect_by_func (old, on_selected_cb, self);
    }
  desk_text_slots_set_model (self->slots, model);
  if (model == NULL)
    return;

  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (queue_update), self);
  g_signal_connect_swapped (model, "notify::selected", G_CALLBACK (on_selected_cb), self);
  queue_update (self);
}

/**
 * desk_text_list_scroll_to:
 * @self: a list
 * @position: of an item
 *
 * Moves the item into sight, in the next frame, if it is not.
 */
void
desk_text_list_scroll_to (DeskTextList *self,
                          guint         position)
{
  self->wanted = position;
  queue_update (self);
}

/**
 * desk_text_list_get_row:
 * @self: a list
 * @position: of an item of its model
 *
 * Returns: (transfer none): the row that shows it, made if it is not in sight. It may show
 *   something else after the next frame unless it has the focus.
 */
DeskTextRow *
desk_text_list_get_row (DeskTextList *self,
                        guint         position)
{
  return desk_text_slots_get_row (self->slots, position);
}

/**
 * desk_text_list_get_n_rows:
 *
 * Returns: how many widgets the list has for its rows
 */
guint
desk_text_list_get_n_rows (DeskTextList *self)
{
  return desk_text_slots_get_n_rows (self->slots);
}
