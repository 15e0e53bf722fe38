/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rooms-page.h"

#include "desk-fold.h"
#include "desk-format.h"
#include "desk-intl.h"
#include "desk-reads-rooms.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-window.h"

struct _DeskRoomsPage
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *occupied;
  GtkWidget    *counts;
  GtkWidget    *trouble;
  GtkWidget    *trouble_label;
  GtkWidget    *entry;
  GtkWidget    *floor;
  GtkWidget    *type;
  GtkWidget    *hint;
  GtkWidget    *status_button;
  GtkWidget    *stack;
  GtkWidget    *rack;
  GtkWidget    *pane;

  /* Owned */
  DeskSession  *session;
  GCancellable *cancellable;        /* (nullable): of the read on its way */
  GCancellable *detail_cancellable; /* (nullable): of the room on its way */
  char         *state;              /* (nullable): only rooms that are so */

  /* State */
  gint64        detail_id;          /* of the room that is shown, or on its way; 0: none */
  guint         n_shown;
  gboolean      filling;            /* the choices are being filled in */
};

G_DEFINE_FINAL_TYPE (DeskRoomsPage, desk_rooms_page, GTK_TYPE_BOX)

/* What the page shows now. */
typedef struct
{
  GStrv               words;     /* folded */
  const DeskProperty *property;
  const char         *lang;
  const char         *floor;     /* (nullable) */
  const char         *type;      /* (nullable) */
  const char         *state;     /* (nullable) */
  DeskDate            day;
} Wanted;

static const struct
{
  const char     *word;
  guint           key;
  DeskRoomStatus  status;
} statuses[] = {
  { "dirty", GDK_KEY_d, DESK_ROOM_STATUS_DIRTY },
  { "clean", GDK_KEY_c, DESK_ROOM_STATUS_CLEAN },
  { "inspected", GDK_KEY_i, DESK_ROOM_STATUS_INSPECTED },
  { "pickup", GDK_KEY_p, DESK_ROOM_STATUS_PICKUP },
  { "rush", GDK_KEY_r, DESK_ROOM_STATUS_RUSH },
  { "back", GDK_KEY_b, DESK_ROOM_STATUS_BACK },
  { "occupied", GDK_KEY_VoidSymbol, DESK_ROOM_STATUS_SEEN_OCCUPIED },
  { "vacant", GDK_KEY_VoidSymbol, DESK_ROOM_STATUS_SEEN_VACANT },
};

static DeskRackView *
get_view (DeskRoomsPage *self)
{
  return DESK_RACK_VIEW (self->rack);
}

static gboolean
is_wanted (const DeskRackRow *row,
           gpointer           data)
{
  const Wanted *wanted = data;

  return (wanted->floor == NULL || g_str_equal (row->floor, wanted->floor)) &&
         (wanted->type == NULL || g_str_equal (row->room_type, wanted->type)) &&
         (wanted->state == NULL || desk_rack_row_is (row, wanted->day, wanted->state)) &&
         desk_rack_row_has_words (row, wanted->words, wanted->property, wanted->lang);
}

/* The first choice is all of them. */
static const char *
get_choice (GtkWidget *drop_down)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
  GtkStringObject *item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));

  return selected == 0 || item == NULL ? NULL : gtk_string_object_get_string (item);
}

static void
filter (DeskRoomsPage *self)
{
  DeskRack *rack = desk_rack_view_get_rack (get_view (self));
  Wanted wanted = { .floor = get_choice (self->floor), .type = get_choice (self->type),
                    .state = self->state };
  g_auto (GStrv) words = desk_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (rack == NULL)
    return;

  wanted.words = words;
  wanted.property = desk_session_get_property (self->session);
  wanted.lang = desk_catalog_get_language (desk_app_get_catalog ());
  wanted.day = rack->business_date;
  self->n_shown = desk_rack_view_filter (get_view (self), is_wanted, &wanted);
  desk_room_counts_set_state (DESK_ROOM_COUNTS (self->counts), self->state);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    rack->rows->len == 0 ? "none"
                                    : self->n_shown == 0 ? "empty" : "rack");
}

static void
on_filter_changed_cb (DeskRoomsPage *self)
{
  if (!self->filling)
    filter (self);
}

/* Enter or Escape in the search leads to the rooms that are left. */
static void
on_search_stopped_cb (DeskRoomsPage *self)
{
  gtk_widget_grab_focus (self->rack);
}

/* The button in it is what has the focus. */
static void
name_choice (GtkWidget  *drop_down,
             const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_choices (GtkWidget       *drop_down,
              const char      *all,
              const DeskRack  *rack,
              glong            offset)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_string_list_append (choices, all);
  for (guint i = 0; i < rack->rows->len; i++)
    {
      const char *value = G_STRUCT_MEMBER (char *, rack->rows->pdata[i], offset);

      if (g_hash_table_add (seen, (gpointer) value))
        gtk_string_list_append (choices, value);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (choices));
}

static void
show_counts (DeskRoomsPage  *self,
             const DeskRack *rack)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  guint n_occupied = 0;
  g_autofree char *occupied = NULL;
  g_autofree char *all = desk_format_int (catalog, rack->rows->len);
  g_autofree char *text = NULL;

  for (guint i = 0; i < rack->rows->len; i++)
    n_occupied += ((DeskRackRow *) rack->rows->pdata[i])->occupied;
  occupied = desk_format_int (catalog, n_occupied);

  /* Translators: {n} of the {all} rooms of the house have somebody in them */
  text = desk_fill (_("{n} of {all} occupied"), "n", occupied, "all", all, NULL);
  gtk_label_set_label (GTK_LABEL (self->occupied), text);
  desk_room_counts_set_rack (DESK_ROOM_COUNTS (self->counts), rack);
}

static void
show_rack (DeskRoomsPage *self,
           DeskRack      *rack)
{
  if (desk_rack_view_get_rack (get_view (self)) == NULL)
    {
      self->filling = TRUE;
      fill_choices (self->floor, _("All floors"), rack, G_STRUCT_OFFSET (DeskRackRow, floor));
      fill_choices (self->type, _("All types"), rack, G_STRUCT_OFFSET (DeskRackRow, room_type));
      self->filling = FALSE;
    }
  show_counts (self, rack);
  desk_rack_view_set_rack (get_view (self), rack);
  filter (self);
}

/* The rack may be mapped a frame after it is filled: the page is what counts. Who has
 * begun to type meanwhile goes on typing. */
static gboolean
wants_focus (DeskRoomsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return gtk_widget_get_mapped (GTK_WIDGET (self)) && root != NULL &&
         !GTK_IS_EDITABLE (gtk_root_get_focus (root));
}

static void
on_rack_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskRoomsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskRack *rack = desk_worker_finish (result, &error);

  if (error != NULL && desk_trouble_is_silent (error))
    return;

  gtk_widget_set_visible (self->trouble, error != NULL);
  if (error != NULL)
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
      g_autofree char *text = desk_trouble_dup_text (trouble);

      gtk_label_set_label (GTK_LABEL (self->trouble_label), text);
      gtk_widget_set_tooltip_text (self->trouble_label, trouble->detail);
    }
  else
    {
      gboolean first = desk_rack_view_get_rack (get_view (self)) == NULL;

      show_rack (self, rack);
      if (first && wants_focus (self))
        gtk_widget_grab_focus (self->rack);
    }
}

static void
on_room_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskRoomsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRoomView) view = desk_worker_finish (result, &error);

  if (view == NULL)
    {
      desk_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  desk_room_pane_show (DESK_ROOM_PANE (self->pane), view,
                       desk_session_get_property (self->session));
  gtk_widget_set_visible (self->pane, TRUE);
  desk_rack_view_set_shown (get_view (self), self->detail_id);
}

static void
load_room (DeskRoomsPage *self,
           gint64         room_id)
{
  g_cancellable_cancel (self->detail_cancellable);
  g_clear_object (&self->detail_cancellable);
  self->detail_id = room_id;
  self->detail_cancellable = g_cancellable_new ();
  desk_read_room (self->session, room_id, self->detail_cancellable, on_room_read_cb,
                  g_object_ref (self));
}

static void
load (DeskRoomsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (desk_session_get_user (self->session) == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  desk_read_rack (self->session, self->cancellable, on_rack_read_cb, g_object_ref (self));
  if (self->detail_id != 0)
    load_room (self, self->detail_id);
}

/* Pages that nobody sees are read when somebody looks at them. */
static void
on_changed_cb (DeskRoomsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* What can be done follows from what is chosen. */
static void
on_chosen_cb (DeskRoomsPage *self)
{
  const DeskRackRow *row = desk_rack_view_get_row (get_view (self));
  guint n_marked = desk_rack_view_get_n_marked (get_view (self));
  gboolean may = desk_session_may (self->session, DESK_RIGHT_ROOMS) &&
                 (row != NULL || n_marked > 0);
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *number = desk_format_int (desk_app_get_catalog (), n_marked);
  g_autofree char *marked = NULL;

  gtk_widget_action_set_enabled (widget, "rooms.set", may);
  gtk_widget_action_set_enabled (widget, "rooms.take-out", may);
  gtk_widget_action_set_enabled (widget, "rooms.open", row != NULL);
  gtk_widget_action_set_enabled (widget, "rooms.detail", row != NULL);
  gtk_widget_action_set_enabled (widget, "rooms.open-stay", row != NULL && row->inside != NULL);
  gtk_widget_action_set_enabled (widget, "rooms.open-arrival", row != NULL && row->due != NULL);

  /* What is shown beside the rack, and what its buttons open, is the room that is chosen. */
  if (self->detail_id != 0 && row != NULL && row->room_id != self->detail_id)
    load_room (self, row->room_id);

  if (n_marked == 0)
    {
      gtk_label_set_label (GTK_LABEL (self->hint),
                           _("D C I P: status · Space: mark · Enter: open · Alt+Enter: history"));
      return;
    }
  marked = desk_fill (desk_catalog_ngettext (desk_app_get_catalog (), "{n} room marked",
                                             "{n} rooms marked", n_marked),
                      "n", number, NULL);
  gtk_label_set_label (GTK_LABEL (self->hint), marked);
}

static void
set_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DeskRoomsPage *self = DESK_ROOMS_PAGE (widget);
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_ROOMS, 0);
  const char *word = g_variant_get_string (parameter, NULL);

  action->rooms = desk_rack_view_dup_chosen (get_view (self));
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_str_equal (statuses[i].word, word))
      action->status = statuses[i].status;
  if (action->rooms[0] != NULL)
    desk_window_do_at_once (widget, action);
}

/* Until when and why is said in the line, where it is shown before it is done. */
static void
take_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_auto (GStrv) rooms = desk_rack_view_dup_chosen (get_view (DESK_ROOMS_PAGE (widget)));
  g_autofree char *numbers = g_strjoinv ("+", rooms);
  g_autofree char *line = g_strdup_printf ("%s %s till ", numbers,
                                           g_variant_get_string (parameter, NULL));

  if (rooms[0] != NULL)
    desk_window_fill_line (widget, line);
}

static void
open_party (DeskRoomsPage       *self,
            const DeskRackParty *party)
{
  if (party != NULL)
    desk_window_open_stay (GTK_WIDGET (self), party->stay_id);
}

static void
open_stay_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  open_party (DESK_ROOMS_PAGE (widget),
              desk_rack_view_get_row (get_view (DESK_ROOMS_PAGE (widget)))->inside);
}

static void
open_arrival_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  open_party (DESK_ROOMS_PAGE (widget),
              desk_rack_view_get_row (get_view (DESK_ROOMS_PAGE (widget)))->due);
}

static void
detail_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DeskRoomsPage *self = DESK_ROOMS_PAGE (widget);

  load_room (self, desk_rack_view_get_row (get_view (self))->room_id);
}

static void
close_detail_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DeskRoomsPage *self = DESK_ROOMS_PAGE (widget);

  g_cancellable_cancel (self->detail_cancellable);
  self->detail_id = 0;
  gtk_widget_set_visible (self->pane, FALSE);
  desk_rack_view_set_shown (get_view (self), 0);
  gtk_widget_grab_focus (self->rack);
}

/* Who is in it is what most look for; an empty room is looked at itself. */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const DeskRackRow *row = desk_rack_view_get_row (get_view (DESK_ROOMS_PAGE (widget)));

  if (row->inside != NULL)
    open_stay_action (widget, name, NULL);
  else
    detail_action (widget, name, NULL);
}

/* The same again shows all rooms. */
static void
state_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DeskRoomsPage *self = DESK_ROOMS_PAGE (widget);
  const char *state = g_variant_get_string (parameter, NULL);
  gboolean same = g_strcmp0 (self->state, state) == 0;

  g_free (self->state);
  self->state = same ? NULL : g_strdup (state);
  filter (self);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DeskRoomsPage *self = DESK_ROOMS_PAGE (widget);

  g_clear_pointer (&self->state, g_free);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->floor), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->type), 0);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  filter (self);
  gtk_widget_grab_focus (self->rack);
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  load (DESK_ROOMS_PAGE (widget));
}

static gboolean
move (DeskRoomsPage   *self,
      guint            keyval,
      GdkModifierType  state)
{
  static const struct
  {
    guint key;
    int   dx;
    int   dy;
  } ways[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 }, { GDK_KEY_Home, -2, 0 }, { GDK_KEY_End, 2, 0 },
    { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 }, { GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_KP_Down, 0, 1 }, { GDK_KEY_KP_Home, -2, 0 }, { GDK_KEY_KP_End, 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (ways[i].key != keyval)
        continue;
      desk_rack_view_move (get_view (self), ways[i].dx, ways[i].dy, (state & GDK_SHIFT_MASK) != 0);
      return TRUE;
    }

  return FALSE;
}

static gboolean
set_by_key (DeskRoomsPage *self,
            guint          keyval)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      if (statuses[i].key != gdk_keyval_to_lower (keyval))
        continue;
      gtk_widget_activate_action (GTK_WIDGET (self), "rooms.set", "s", statuses[i].word);
      return TRUE;
    }

  return FALSE;
}

static gboolean
hides_rooms (DeskRoomsPage *self)
{
  DeskRack *rack = desk_rack_view_get_rack (get_view (self));

  return self->state != NULL || (rack != NULL && self->n_shown < rack->rows->len);
}

/* Escape first lets go of what is marked, then closes what is open, then shows all rooms. */
static gboolean
let_go (DeskRoomsPage *self)
{
  if (desk_rack_view_get_n_marked (get_view (self)) > 0)
    desk_rack_view_unmark (get_view (self));
  else if (gtk_widget_get_visible (self->pane))
    gtk_widget_activate_action (GTK_WIDGET (self), "rooms.close-detail", NULL);
  else if (hides_rooms (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "rooms.show-all", NULL);
  else
    return FALSE;

  return TRUE;
}

static gboolean
act_by_key (DeskRoomsPage   *self,
            guint            keyval,
            GdkModifierType  state)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_space:
      desk_rack_view_toggle (get_view (self));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return gtk_widget_activate_action (widget, state & GDK_ALT_MASK ? "rooms.detail"
                                                                      : "rooms.open", NULL);
    case GDK_KEY_Menu:
      desk_rack_view_pop_up (get_view (self));
      return TRUE;
    case GDK_KEY_F10:
      if (!(state & GDK_SHIFT_MASK))
        return FALSE;
      desk_rack_view_pop_up (get_view (self));
      return TRUE;
    case GDK_KEY_o:
      gtk_widget_activate_action (widget, "rooms.take-out", "s", "ooo");
      return TRUE;
    default:
      return set_by_key (self, keyval);
    }
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskRoomsPage         *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean plain = (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0;

  if (keyval == GDK_KEY_Escape && !GTK_IS_EDITABLE (focus))
    return let_go (self);
  if (!DESK_IS_ROOM_CELL (focus))
    return GDK_EVENT_PROPAGATE;

  if (control && keyval == GDK_KEY_a)
    {
      desk_rack_view_mark_all (get_view (self));
      return GDK_EVENT_STOP;
    }
  if ((plain || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && !control)
    return move (self, keyval, state) || act_by_key (self, keyval, state);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
desk_rooms_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_ROOMS_PAGE (widget)->rack);
}

static void
desk_rooms_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_rooms_page_parent_class)->map (widget);

  load (DESK_ROOMS_PAGE (widget));
}

static void
desk_rooms_page_dispose (GObject *object)
{
  DeskRoomsPage *self = DESK_ROOMS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->detail_cancellable);
  g_clear_object (&self->detail_cancellable);
  g_clear_pointer (&self->state, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_rooms_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rooms.set", "s", set_action);
  gtk_widget_class_install_action (widget_class, "rooms.take-out", "s", take_out_action);
  gtk_widget_class_install_action (widget_class, "rooms.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "rooms.open-stay", NULL, open_stay_action);
  gtk_widget_class_install_action (widget_class, "rooms.open-arrival", NULL, open_arrival_action);
  gtk_widget_class_install_action (widget_class, "rooms.detail", NULL, detail_action);
  gtk_widget_class_install_action (widget_class, "rooms.close-detail", NULL, close_detail_action);
  gtk_widget_class_install_action (widget_class, "rooms.state", "s", state_action);
  gtk_widget_class_install_action (widget_class, "rooms.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "rooms.reload", NULL, reload_action);
}

static void
desk_rooms_page_class_init (DeskRoomsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_RACK_VIEW);
  g_type_ensure (DESK_TYPE_ROOM_COUNTS);
  g_type_ensure (DESK_TYPE_ROOM_PANE);

  G_OBJECT_CLASS (klass)->dispose = desk_rooms_page_dispose;
  widget_class->grab_focus = desk_rooms_page_grab_focus;
  widget_class->map = desk_rooms_page_map;

  desk_template_set (widget_class, DESK_UI ("desk-rooms-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, occupied);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, counts);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, floor);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, type);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, rack);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  install_actions (widget_class);
}

static void
desk_rooms_page_init (DeskRoomsPage *self)
{
  g_autoptr (GtkBuilder) menus = desk_template_new_builder (DESK_UI ("desk-menus.ui"));

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  name_choice (self->floor, _("Floor"));
  name_choice (self->type, _("Room type"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->status_button),
                                  G_MENU_MODEL (gtk_builder_get_object (menus, "rooms_menu")));
}

GtkWidget *
desk_rooms_page_new (DeskSession *session)
{
  DeskRoomsPage *self = g_object_new (DESK_TYPE_ROOMS_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_chosen_cb (self);

  return GTK_WIDGET (self);
}

DeskRackView *
desk_rooms_page_get_rack (DeskRoomsPage *self)
{
  return DESK_RACK_VIEW (self->rack);
}

DeskRoomCounts *
desk_rooms_page_get_counts (DeskRoomsPage *self)
{
  return DESK_ROOM_COUNTS (self->counts);
}

DeskRoomPane *
desk_rooms_page_get_pane (DeskRoomsPage *self)
{
  return DESK_ROOM_PANE (self->pane);
}

guint
desk_rooms_page_get_n_shown (DeskRoomsPage *self)
{
  return self->n_shown;
}

void
desk_rooms_page_search (DeskRoomsPage *self,
                        const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}
