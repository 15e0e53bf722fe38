/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-audit-page.h"
#include "desk-clamp.h"
#include "desk-guest-page.h"
#include "desk-guests-page.h"
#include "desk-intl.h"
#include "desk-line-bar.h"
#include "desk-night-page.h"
#include "desk-plan-window.h"
#include "desk-rooms-page.h"
#include "desk-show.h"
#include "desk-sign-in-page.h"
#include "desk-start-page.h"
#include "desk-template.h"
#include "desk-toast.h"
#include "desk-today-page.h"

G_DEFINE_FINAL_TYPE (DeskWindow, desk_window, GTK_TYPE_APPLICATION_WINDOW)

static void on_start_ready_cb (DeskWindow *self);

static DeskWindow *
get_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return DESK_IS_WINDOW (root) ? DESK_WINDOW (root) : NULL;
}

/* Pages are made when they are first looked at, so that the window is there at once. */
static GtkWidget *
make_page (DeskWindow *self,
           const char *name)
{
  if (g_str_equal (name, "today"))
    return desk_today_page_new (self->session);
  if (g_str_equal (name, "rooms"))
    return desk_rooms_page_new (self->session);
  if (g_str_equal (name, "guests"))
    return desk_guests_page_new (self->session);
  if (g_str_equal (name, "night"))
    return desk_night_page_new (self->session);
  if (g_str_equal (name, "audit"))
    return desk_audit_page_new (self->session);
  if (g_str_equal (name, "stay"))
    return desk_stay_page_new (self->session);
  if (g_str_equal (name, "sign-in"))
    return desk_sign_in_page_new (self->session);
  if (g_str_equal (name, "start"))
    return desk_start_page_new (self->session);
  if (g_str_equal (name, "guest"))
    return desk_guest_page_new (self->session);

  g_return_val_if_reached (NULL);
}

static GtkWidget *
ensure_page (DeskWindow *self,
             GtkWidget  *stack,
             const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (stack), name);

  if (page != NULL)
    return page;

  page = make_page (self, name);
  gtk_stack_add_named (GTK_STACK (stack), page, name);
  if (DESK_IS_STAY_PAGE (page))
    g_signal_connect_object (page, "loaded", G_CALLBACK (desk_window_update_actions), self,
                             G_CONNECT_SWAPPED);
  if (DESK_IS_START_PAGE (page))
    g_signal_connect_object (page, "ready", G_CALLBACK (on_start_ready_cb), self,
                             G_CONNECT_SWAPPED);

  return page;
}

static void
show_rail (DeskWindow *self,
           const char *page)
{
  GtkWidget *button = gtk_widget_get_first_child (self->rail);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));

      desk_show_class (button, "chosen",
                       g_strcmp0 (g_variant_get_string (target, NULL), page) == 0);
    }
}

/* Pages of rows end where the eye would lose the row; the others take what there is. */
static int
get_maximum (const char *page)
{
  static const struct
  {
    const char *page;
    int         maximum;
  } widths[] = { { "stay", 1440 }, { "guests", 1440 }, { "night", 960 } };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (g_str_equal (page, widths[i].page))
      return widths[i].maximum;

  return 0;
}

/* From one stay to the next is still from the page that led to the first. */
static void
remember_page (DeskWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (GTK_STACK (self->pages));

  if (name == NULL || g_str_equal (name, "stay"))
    return;

  g_free (self->came_from);
  self->came_from = g_strdup (name);
}

static void
turn_to_page (DeskWindow *self,
              const char *name)
{
  GtkWidget *page = ensure_page (self, self->pages, name);

  if (g_str_equal (name, "stay"))
    remember_page (self);
  desk_clamp_set_maximum (DESK_CLAMP (self->clamp), get_maximum (name));
  gtk_stack_set_visible_child (GTK_STACK (self->pages), page);
  show_rail (self, name);
  desk_line_bar_put_aside (DESK_LINE_BAR (self->line));
  desk_line_bar_set_stay (DESK_LINE_BAR (self->line),
                          g_str_equal (name, "stay")
                            ? desk_stay_page_get_stay_id (DESK_STAY_PAGE (page)) : 0);
  desk_window_update_actions (self);
}

void
desk_window_show_page (DeskWindow *self,
                       const char *name)
{
  turn_to_page (self, name);
  desk_window_focus_page (self);
}

/* The stack knows what had the focus on a page, and gives it back. */
static gboolean
is_focus_on_page (DeskWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, gtk_stack_get_visible_child (GTK_STACK (self->pages)));
}

void
desk_window_focus_page (DeskWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->pages));

  /* From what has the focus there it would go on to the next. */
  if (!gtk_widget_grab_focus (page) && !is_focus_on_page (self))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* Back to the page that a stay was opened from. */
static gboolean
leave_stay (DeskWindow *self)
{
  GtkStack *pages = GTK_STACK (self->pages);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (pages), "stay") != 0)
    return FALSE;

  turn_to_page (self, self->came_from != NULL ? self->came_from : "today");
  if (!is_focus_on_page (self))
    desk_window_focus_page (self);

  return TRUE;
}

/* A place fills the window: the desk, or what stands before it. Only at the
 * desk are the line and the names of the staff to be seen. */
void
desk_window_show_place (DeskWindow *self,
                        const char *name)
{
  gboolean desk = g_str_equal (name, "desk");

  if (!desk && !g_str_equal (name, "loading"))
    ensure_page (self, self->places, name);
  gtk_stack_set_visible_child_name (GTK_STACK (self->places), name);
  gtk_widget_set_visible (self->line, desk);
  gtk_widget_set_visible (self->desk_part, desk);
  /* A line without a text would push the name up. */
  gtk_widget_set_visible (self->date, !g_str_equal (name, "guest") && !g_str_equal (name, "start"));
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (self->header),
                                         !g_str_equal (name, "guest"));
  if (!desk)
    {
      desk_line_card_hide (DESK_LINE_CARD (self->card));
      desk_toast_hide (DESK_TOAST (self->status));
    }
  desk_window_update_actions (self);
}

static void
show_house (DeskWindow *self)
{
  const DeskProperty *property = desk_session_get_property (self->session);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (property == NULL)
    return;

  date = desk_show_date (desk_app_get_catalog (), desk_session_get_business_date (self->session),
                         DESK_DATE_WEEKDAY);
  text = g_strjoin (" · ", date, desk_session_get_desk (self->session), NULL);
  desk_show_name (self->hotel, property->name, 24);
  gtk_label_set_label (GTK_LABEL (self->date), text);
  gtk_window_set_title (GTK_WINDOW (self), property->name);
  gtk_widget_set_visible (self->test_mark, desk_session_is_test_clock (self->session));
}

static void
show_user (DeskWindow *self)
{
  const DeskUser *user = desk_session_get_user (self->session);
  g_autofree char *label = NULL;

  if (user == NULL)
    return;

  label = g_strjoin (", ", user->name, desk_show_role (user->role), NULL);
  desk_show_name (self->user_name, user->name, 18);
  gtk_label_set_label (GTK_LABEL (self->user_role), desk_show_role (user->role));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
on_user_changed_cb (DeskWindow *self)
{
  if (desk_session_get_user (self->session) == NULL)
    {
      desk_window_keep_place (self);
      desk_sign_in_page_choose (DESK_SIGN_IN_PAGE (ensure_page (self, self->places, "sign-in")),
                                self->last_login);
      desk_window_show_place (self, "sign-in");
      return;
    }

  show_user (self);
  desk_window_show_place (self, "desk");
  desk_window_return_to_place (self);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DeskWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (desk_session_open_finish (DESK_SESSION (source), result, &error))
    {
      show_house (self);
      desk_sign_in_page_choose (DESK_SIGN_IN_PAGE (ensure_page (self, self->places, "sign-in")),
                                self->last_login);
      desk_window_show_place (self, "sign-in");
    }
  else
    {
      desk_start_page_show_error (DESK_START_PAGE (ensure_page (self, self->places, "start")),
                                  error);
      desk_window_show_place (self, "start");
    }
}

static void
on_start_ready_cb (DeskWindow *self)
{
  desk_window_open (self);
}

/* Typing anywhere goes to the line, unless it goes into another field; Escape that nobody else
 * takes puts a message away or leads back from a stay; keys that do nothing now say why. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskWindow            *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *entry = desk_line_bar_get_entry (DESK_LINE_BAR (self->line));
  GtkWidget *text;

  if (keyval == GDK_KEY_Escape && gtk_widget_get_visible (self->status))
    {
      desk_toast_hide (DESK_TOAST (self->status));
      return GDK_EVENT_STOP;
    }
  if (!gtk_widget_get_mapped (self->line))
    return GDK_EVENT_PROPAGATE;
  if ((keyval == GDK_KEY_Escape && leave_stay (self)) ||
      desk_window_tell_why_not (self, keyval, state))
    return GDK_EVENT_STOP;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) ||
      GTK_IS_EDITABLE (focus) || !g_unichar_isgraph (gdk_keyval_to_unicode (keyval)))
    return GDK_EVENT_PROPAGATE;

  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
  text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  return gtk_event_controller_key_forward (controller, text);
}

/* The card of the line hangs under its field, and is no narrower. */
static gboolean
on_card_placed_cb (GtkOverlay   *overlay,
                   GtkWidget    *card,
                   GdkRectangle *place,
                   DeskWindow   *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (overlay));
  graphene_rect_t line;
  int least;

  if (!gtk_widget_compute_bounds (self->line, GTK_WIDGET (overlay), &line))
    return FALSE;

  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  place->width = MIN (MAX (least, (int) line.size.width), room);
  place->x = (int) line.origin.x;
  if (gtk_widget_get_direction (self->line) == GTK_TEXT_DIR_RTL)
    place->x += (int) line.size.width - place->width;
  place->x = CLAMP (place->x, 0, room - place->width);
  place->y = 0;
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL,
                      NULL);
  place->height = MIN (place->height, gtk_widget_get_height (GTK_WIDGET (overlay)));

  return TRUE;
}

static void
desk_window_dispose (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);

  desk_window_stop_watching (self);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->last_login, g_free);
  g_clear_pointer (&self->deed_login, g_free);
  g_clear_pointer (&self->came_from, g_free);
  g_clear_pointer (&self->waiting_action, desk_action_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  desk_template_set (widget_class, DESK_UI ("desk-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, header);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, hotel);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, date);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, test_mark);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, line);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, user_name);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, user_role);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, desk_part);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, places);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, clamp);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, rail);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, card);
  gtk_widget_class_bind_template_child (widget_class, DeskWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_card_placed_cb);
}

static void
desk_window_class_init (DeskWindowClass *klass)
{
  g_type_ensure (DESK_TYPE_CLAMP);
  g_type_ensure (DESK_TYPE_LINE_BAR);
  g_type_ensure (DESK_TYPE_LINE_CARD);
  g_type_ensure (DESK_TYPE_TOAST);

  G_OBJECT_CLASS (klass)->dispose = desk_window_dispose;

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
desk_window_init (DeskWindow *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) desk_place_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_window_add_actions (self);
}

/**
 * desk_window_new:
 * @application: the application
 * @session: the desk; its house is opened by desk_window_open()
 */
GtkWidget *
desk_window_new (GtkApplication *application,
                 DeskSession    *session)
{
  g_autoptr (GtkBuilder) menus = desk_template_new_builder (DESK_UI ("desk-menus.ui"));
  DeskWindow *self = g_object_new (DESK_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button),
                                  G_MENU_MODEL (gtk_builder_get_object (menus, "user_menu")));
  desk_line_bar_set_up (DESK_LINE_BAR (self->line), session, DESK_LINE_CARD (self->card));
  g_signal_connect_object (session, "changed", G_CALLBACK (show_house), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "user-changed", G_CALLBACK (on_user_changed_cb), self,
                           G_CONNECT_SWAPPED);
  desk_window_watch_input (self);
  desk_window_watch_peek (self);
  desk_window_show_place (self, "loading");

  return GTK_WIDGET (self);
}

/* Opens the house of the session; says so where it cannot be opened. */
void
desk_window_open (DeskWindow *self)
{
  desk_window_show_place (self, "loading");
  desk_session_open_async (self->session, on_opened_cb, g_object_ref (self));
}

/* Whose PIN is asked first. */
void
desk_window_prefer (DeskWindow *self,
                    const char *login)
{
  g_free (self->last_login);
  self->last_login = g_strdup (login);
}

/**
 * desk_window_get_place:
 *
 * Returns: (transfer none): loading, start, sign-in, guest, or the name of the
 *   page at the desk
 */
const char *
desk_window_get_place (DeskWindow *self)
{
  const char *place = gtk_stack_get_visible_child_name (GTK_STACK (self->places));

  if (g_str_equal (place, "desk"))
    return gtk_stack_get_visible_child_name (GTK_STACK (self->pages));

  return place;
}

/**
 * desk_window_get_page:
 *
 * Returns: (transfer none) (nullable): a page that was shown before
 */
GtkWidget *
desk_window_get_page (DeskWindow *self,
                      const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->pages), name);

  return page != NULL ? page : gtk_stack_get_child_by_name (GTK_STACK (self->places), name);
}

GtkWidget *
desk_window_get_line (DeskWindow *self)
{
  return self->line;
}

const char *
desk_window_get_status (DeskWindow *self)
{
  return desk_toast_get_text (DESK_TOAST (self->status));
}

/**
 * desk_window_get_dialog:
 *
 * Returns: (transfer none) (nullable): the plan that is open
 */
GtkWindow *
desk_window_get_dialog (DeskWindow *self)
{
  return self->dialog != NULL ? GTK_WINDOW (self->dialog) : NULL;
}

DeskStayPage *
desk_window_get_stay_page (DeskWindow *self)
{
  return DESK_STAY_PAGE (ensure_page (self, self->pages, "stay"));
}

/* The bill that is looked at now, or NULL. */
DeskBill *
desk_window_get_bill (DeskWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), "stay") != 0)
    return NULL;

  return desk_stay_page_get_bill (desk_window_get_stay_page (self));
}

/**
 * desk_window_show_error:
 * @from: a widget of the window
 * @error: what went wrong
 *
 * The one way in which trouble reaches the person at the desk: what happened,
 * what was kept, what to do; the English detail stands behind it. What was
 * cancelled is dropped.
 */
void
desk_window_show_error (GtkWidget    *from,
                        const GError *error)
{
  DeskWindow *self = get_window (from);
  g_autoptr (DeskTrouble) trouble = NULL;

  if (self == NULL || desk_trouble_is_silent (error))
    return;

  trouble = desk_trouble_new (error);
  desk_toast_tell_trouble (DESK_TOAST (self->status), trouble);
}

/* What was done, in a sentence. */
void
desk_window_tell (GtkWidget  *from,
                  const char *text)
{
  DeskWindow *self = get_window (from);

  if (self != NULL && text != NULL)
    desk_toast_tell (DESK_TOAST (self->status), text);
}

void
desk_window_open_stay (GtkWidget *from,
                       gint64     stay_id)
{
  DeskWindow *self = get_window (from);

  if (self == NULL)
    return;

  desk_line_bar_clear (DESK_LINE_BAR (self->line));
  desk_stay_page_open (desk_window_get_stay_page (self), stay_id);
  desk_window_show_page (self, "stay");
}

void
desk_window_explain (GtkWidget       *from,
                     const DeskAsked *asked)
{
  DeskWindow *self = get_window (from);

  if (self == NULL)
    return;

  if (desk_stay_page_get_stay_id (desk_window_get_stay_page (self)) != asked->stay_id)
    desk_window_open_stay (from, asked->stay_id);
  else
    desk_window_show_page (self, "stay");
  desk_stay_page_explain (desk_window_get_stay_page (self), asked->topic, asked->line,
                          asked->lang);
}

void
desk_window_search (GtkWidget  *from,
                    const char *text)
{
  DeskWindow *self = get_window (from);

  if (self == NULL)
    return;

  desk_window_show_page (self, "guests");
  desk_guests_page_search (DESK_GUESTS_PAGE (desk_window_get_page (self, "guests")), text);
}

/* Begins a line for somebody to go on with. */
void
desk_window_fill_line (GtkWidget  *from,
                       const char *text)
{
  DeskWindow *self = get_window (from);

  if (self != NULL)
    desk_line_bar_begin (DESK_LINE_BAR (self->line), text);
}
