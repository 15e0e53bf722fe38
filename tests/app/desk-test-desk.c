/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-desk.h"

#include "desk-line-bar.h"
#include "desk-sign-in-page.h"
#include "desk-stay-page.h"

/* One for the whole program: outside g_application_run() an application cannot be
 * left in order. Its window and session are new each time. */
static DeskApp *the_app;

/* Far longer than anything takes on a busy machine. */
#define PATIENCE_US (20 * G_USEC_PER_SEC)

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * desk_test_wait:
 * @func: whether it has happened
 * @data: for @func
 * @for_what: named where it does not happen
 *
 * Lets the window live until something has happened.
 */
void
desk_test_wait (DeskTestFunc  func,
                gpointer      data,
                const char   *for_what)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;
  guint wake_id = g_timeout_add (20, wake_cb, NULL);

  while (!func (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("waited in vain for %s", for_what);
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (wake_id);
}

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *) data;
}

/* Lets the window live for a while, so that it has drawn what it shows. */
void
desk_test_settle (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  desk_test_wait (is_past, &until, "time to pass");
}

typedef struct
{
  DeskTestDesk *desk;
  const char   *place;
} PlaceWait;

static gboolean
is_at_place (gpointer data)
{
  PlaceWait *wait = data;

  return g_strcmp0 (desk_window_get_place (wait->desk->window), wait->place) == 0;
}

void
desk_test_desk_wait_place (DeskTestDesk *self,
                           const char   *place)
{
  PlaceWait wait = { self, place };

  desk_test_wait (is_at_place, &wait, place);
}

static gboolean
has_left_loading (gpointer data)
{
  DeskTestDesk *self = data;

  return g_strcmp0 (desk_window_get_place (self->window), "loading") != 0;
}

static void
start_app (const char *lang)
{
  g_autoptr (GError) error = NULL;

  the_app = desk_app_new ();
  desk_app_set_language (the_app, lang);
  g_application_register (G_APPLICATION (the_app), NULL, &error);
  g_assert_no_error (error);
}

/**
 * desk_test_desk_new:
 * @path: file of the house
 * @lang: language of the window; the first one holds for the whole program
 *
 * Returns: (transfer full): a console that is locked, or says why it cannot open
 */
DeskTestDesk *
desk_test_desk_new (const char *path,
                    const char *lang)
{
  DeskTestDesk *self = g_new0 (DeskTestDesk, 1);

  if (the_app == NULL)
    start_app (lang);

  self->app = the_app;
  desk_app_set_path (self->app, path);
  g_application_activate (G_APPLICATION (self->app));

  self->session = desk_app_get_session (self->app);
  self->window = DESK_WINDOW (desk_app_get_window (self->app));
  desk_test_wait (has_left_loading, self, "the house to open");

  return self;
}

void
desk_test_desk_free (DeskTestDesk *self)
{
  if (desk_app_get_window (self->app) != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  desk_session_close (self->session);
  desk_test_settle (20);
  g_free (self);
}

typedef struct
{
  DeskSignInPage *page;
} UsersWait;

static gboolean
has_users (gpointer data)
{
  return desk_sign_in_page_get_n_users (((UsersWait *) data)->page) > 0;
}

/* Chooses a name and types a PIN with the pad; does not wait for the answer. */
void
desk_test_desk_type_pin (DeskTestDesk *self,
                         const char   *login,
                         const char   *pin)
{
  GtkWidget *page = desk_window_get_page (self->window, "sign-in");
  UsersWait wait = { DESK_SIGN_IN_PAGE (page) };

  desk_test_wait (has_users, &wait, "the names");
  gtk_widget_activate_action (page, "sign-in.choose", "s", login);
  for (; *pin != '\0'; pin++)
    {
      const char digit[] = { *pin, '\0' };

      gtk_widget_activate_action (page, "sign-in.digit", "s", digit);
    }
  gtk_widget_activate_action (page, "sign-in.enter", NULL);
}

static gboolean
is_signed_in (gpointer data)
{
  return desk_session_get_user (((DeskTestDesk *) data)->session) != NULL;
}

void
desk_test_desk_sign_in (DeskTestDesk *self,
                        const char   *login,
                        const char   *pin)
{
  desk_test_desk_type_pin (self, login, pin);
  desk_test_wait (is_signed_in, self, "the PIN to be compared");
}

void
desk_test_desk_go (DeskTestDesk *self,
                   const char   *page)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.page", "s", page);
}

static gboolean
has_bill (gpointer data)
{
  DeskTestDesk *self = data;
  GtkWidget *page = desk_window_get_page (self->window, "stay");

  return page != NULL && desk_stay_page_get_bill (DESK_STAY_PAGE (page)) != NULL;
}

void
desk_test_desk_open (DeskTestDesk *self,
                     gint64        stay_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-stay", "x", stay_id);
  desk_test_wait (has_bill, self, "the bill");
}

static gboolean
is_answered (gpointer data)
{
  DeskTestDesk *self = data;

  return desk_line_bar_is_answered (DESK_LINE_BAR (desk_window_get_line (self->window)));
}

/* Types a line and waits for what it answers. */
void
desk_test_desk_line (DeskTestDesk *self,
                     const char   *text)
{
  desk_line_bar_set_text (DESK_LINE_BAR (desk_window_get_line (self->window)), text);
  desk_test_wait (is_answered, self, text);
}

/* Types a line that finds somebody, and opens the first of them. */
void
desk_test_desk_find (DeskTestDesk *self,
                     const char   *text)
{
  desk_test_desk_line (self, text);
  desk_line_bar_enter (DESK_LINE_BAR (desk_window_get_line (self->window)));
  desk_test_wait (has_bill, self, "the bill");
}

/* The widget of a template by its id, among @widget and what it holds. */
GtkWidget *
desk_test_find (GtkWidget  *widget,
                const char *id)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = desk_test_find (child, id);

  return found;
}

/**
 * desk_test_press:
 * @widget: what takes keys itself
 * @keyval: the key
 *
 * Returns: whether it took it
 */
gboolean
desk_test_press (GtkWidget *widget,
                 guint      keyval)
{
  return desk_test_press_held (widget, keyval, 0);
}

/* The same while others are held. */
gboolean
desk_test_press_held (GtkWidget       *widget,
                      guint            keyval,
                      GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (each))
        g_signal_emit_by_name (each, "key-pressed", keyval, 0, state, &taken);
    }

  return taken;
}
