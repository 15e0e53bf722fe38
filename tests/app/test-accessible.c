/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-about-window.h"
#include "desk-confirm-window.h"
#include "desk-import-window.h"
#include "desk-rooms-page.h"
#include "desk-shortcuts.h"
#include "desk-tasks.h"
#include "desk-test-app.h"

/* Whatever can have the focus has a name that a screen reader speaks, and a role that
 * says what it is for. */

/* Controls that GTK makes inside its own widgets, which name the whole. */
static gboolean
is_part_of_control (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (; parent != NULL; parent = gtk_widget_get_parent (parent))
    if (GTK_IS_EDITABLE (parent) || GTK_IS_MENU_BUTTON (parent) || GTK_IS_POPOVER (parent) ||
        (GTK_IS_DROP_DOWN (parent) && !GTK_IS_TOGGLE_BUTTON (widget)))
      return TRUE;

  return FALSE;
}

static gboolean
has_words (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "") !=
           NULL;
  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;

  return (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL) ||
         (GTK_IS_CHECK_BUTTON (widget) &&
          gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) != NULL) ||
         GTK_IS_LABEL (widget);
}

/* A widget that says no more of itself than that it is one has no role. */
static gboolean
has_role (GtkWidget *widget)
{
  static const GtkAccessibleRole none[] = { GTK_ACCESSIBLE_ROLE_WIDGET, GTK_ACCESSIBLE_ROLE_NONE,
                                            GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                            GTK_ACCESSIBLE_ROLE_GENERIC };
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    if (role == none[i])
      return FALSE;

  return TRUE;
}

static void
check_names (GtkWidget  *widget,
             const char *place,
             guint      *n_seen)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (gtk_widget_get_focusable (widget) && gtk_widget_get_mapped (widget) &&
      !is_part_of_control (widget) && !GTK_IS_SCROLLED_WINDOW (widget))
    {
      (*n_seen)++;
      if (!has_words (widget))
        g_error ("%s: a %s in a %s (%s) can have the focus and has no name", place,
                 G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)),
                 gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
      if (!has_role (widget))
        g_error ("%s: a %s in a %s (%s) can have the focus and has no role", place,
                 G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)),
                 gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child, place, n_seen);
}

static void
check_window (GtkWidget  *window,
              const char *place)
{
  guint n_seen = 0;

  const char *title = gtk_window_get_title (GTK_WINDOW (window));

  desk_test_settle (120);
  if (title == NULL || *title == '\0')
    g_error ("%s: the window has no title", place);
  check_names (window, place, &n_seen);
  g_assert_cmpuint (n_seen, >, 0);
}

static void
check_plan (DeskTestApp *self,
            const char  *action)
{
  GtkWidget *dialog;

  desk_test_app_activate (self, action);
  dialog = GTK_WIDGET (desk_test_app_wait_plan (self));
  check_window (dialog, action);
  desk_test_app_wait_done (self);
}

/* Forms that wait for something to be filled in, too. */
static void
check_forms (DeskTestApp *self)
{
  static const char *const actions[] = { "win.fix", "win.give", "win.rate", "win.move",
                                         "win.check-out" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      desk_test_app_activate (self, actions[i]);
      desk_test_settle (100);
      g_assert_nonnull (desk_window_get_dialog (self->desk->window));
      check_window (GTK_WIDGET (desk_window_get_dialog (self->desk->window)), actions[i]);
      gtk_window_destroy (desk_window_get_dialog (self->desk->window));
    }
}

static gboolean
has_rack (gpointer data)
{
  return desk_rooms_page_get_n_shown (data) > 0;
}

/* A room's nights and history, and a guest's. */
static void
check_rooms (DeskTestApp *self)
{
  GtkWidget *window = desk_test_app_get_window (self);
  GtkWidget *rooms = desk_window_get_page (self->desk->window, "rooms");

  desk_test_desk_go (self->desk, "rooms");
  desk_test_wait (has_rack, rooms, "the rooms");
  gtk_widget_child_focus (GTK_WIDGET (desk_rooms_page_get_rack (DESK_ROOMS_PAGE (rooms))),
                          GTK_DIR_TAB_FORWARD);
  gtk_widget_activate_action (rooms, "rooms.detail", NULL);
  check_window (window, "a room");
  desk_test_app_activate (self, "win.back");

  desk_test_desk_go (self->desk, "guests");
  check_window (window, "a guest's history");
}

static void
test_names (DeskTestApp   *self,
            gconstpointer  data)
{
  static const char *const pages[] = { "today", "rooms", "guests", "night", "audit" };
  GtkWidget *window = desk_test_app_get_window (self);

  check_window (window, "sign-in");
  desk_test_desk_sign_in (self->desk, NIGHT, NIGHT_PIN);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      desk_test_desk_go (self->desk, pages[i]);
      check_window (window, pages[i]);
    }

  desk_test_desk_open (self->desk, self->stay_id);
  check_window (window, "a stay that is booked");
  check_plan (self, "win.check-in");
  desk_test_app_wait_state (self, DESK_STAY_IN_HOUSE);
  check_plan (self, "win.post");
  desk_test_app_wait_lines (self, 1);
  check_window (window, "a stay in house");
  check_plan (self, "win.pay");
  desk_test_app_wait_lines (self, 2);
  check_forms (self);

  check_rooms (self);
  desk_test_desk_line (self->desk, "robin");
  check_window (window, "the line finds");
  desk_test_desk_line (self->desk, "412 post bfst");
  check_window (window, "the line plans");
  desk_line_bar_clear (DESK_LINE_BAR (desk_window_get_line (self->desk->window)));

  desk_test_app_activate (self, "win.show-to-guest");
  check_window (window, "the guest");
  desk_test_app_activate (self, "win.back");
}

static void
test_dialogs (DeskTestApp   *self,
              gconstpointer  data)
{
  const DeskConfirm confirm = { .title = "Title", .text = "Text", .verb = "Do", .action = "a.b" };
  GtkWidget *dialogs[] = {
    desk_confirm_window_new (desk_test_app_get_window (self), &confirm),
    desk_import_window_new (self->desk->session, self->test->path),
    GTK_WIDGET (gtk_application_window_get_help_overlay
                  (GTK_APPLICATION_WINDOW (self->desk->window))),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dialogs) - 1; i++)
    {
      gtk_window_present (GTK_WINDOW (dialogs[i]));
      check_window (dialogs[i], G_OBJECT_TYPE_NAME (dialogs[i]));
      gtk_window_destroy (GTK_WINDOW (dialogs[i]));
    }

  /* The shortcuts window is GTK's own; it has to come up. */
  gtk_window_present (GTK_WINDOW (dialogs[2]));
  desk_test_settle (100);
  gtk_widget_set_visible (dialogs[2], FALSE);
}

/* What the program is, and its version; Escape closes it. */
static void
test_about (DeskTestApp   *self,
            gconstpointer  data)
{
  g_autoptr (GList) windows = NULL;
  GtkWindow *about = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (self->desk->app), "about", NULL);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (DESK_IS_ABOUT_WINDOW (l->data))
      about = l->data;

  g_assert_true (DESK_IS_ABOUT_WINDOW (about));
  desk_test_settle (120);
  check_window (GTK_WIDGET (about), "about");
  g_assert_cmpstr (desk_about_window_get_version (DESK_ABOUT_WINDOW (about)), !=, "");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (about), "window.close", NULL));
}

/* What stands where no hotel is. */
static void
test_start (void)
{
  g_autoptr (DeskTestHouse) house = desk_test_house_new_empty ();
  DeskTestDesk *desk = desk_test_desk_new (house->path, "en");

  g_assert_cmpstr (desk_window_get_place (desk->window), ==, "start");
  check_window (GTK_WIDGET (desk->window), "start");
  desk_test_desk_free (desk);
}

/* Every shortcut leads to an action that is there. */
static void
test_shortcuts (DeskTestApp   *self,
                gconstpointer  data)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION
                                                                       (self->desk->app));

  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->desk->window), name + 4));
      else
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->desk->app), name + 4));
    }
}

/* The keys beside a button are those of the action, written as the menus write them. */
static void
test_keys (DeskTestApp   *self,
           gconstpointer  data)
{
  g_autofree char *none = desk_shortcuts_dup_label ("win.no-such-action");
  const DeskTask *task;

  g_assert_null (none);
  for (guint i = 0; (task = desk_task_get (i)) != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("win.", task->action, NULL);
      g_autofree char *keys = desk_shortcuts_dup_label (name);
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION
                                                                       (self->desk->app), name);
      g_autofree char *menu = NULL;
      GdkModifierType modifiers;
      guint key;

      g_assert_true (gtk_accelerator_parse (accels[0], &key, &modifiers));
      menu = gtk_accelerator_get_label (key, modifiers);
      g_assert_cmpstr (keys, ==, menu);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/accessible/names", DeskTestApp, NULL, desk_test_app_set_up, test_names,
              desk_test_app_tear_down);
  g_test_add ("/accessible/dialogs", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_dialogs,
              desk_test_app_tear_down);
  g_test_add ("/accessible/about", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_about,
              desk_test_app_tear_down);
  g_test_add_func ("/accessible/start", test_start);
  g_test_add ("/accessible/shortcuts", DeskTestApp, ASSOCIATE, desk_test_app_set_up,
              test_shortcuts, desk_test_app_tear_down);
  g_test_add ("/accessible/keys", DeskTestApp, ASSOCIATE, desk_test_app_set_up,
              test_keys, desk_test_app_tear_down);

  return g_test_run ();
}
