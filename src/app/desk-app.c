/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-app.h"

#include "desk-about-window.h"
#include "desk-config.h"
#include "desk-fill.h"
#include "desk-intl.h"
#include "desk-place.h"
#include "desk-set-up.h"
#include "desk-shortcuts.h"
#include "desk-style.h"
#include "desk-window.h"

struct _DeskApp
{
  GtkApplication  parent_instance;

  /* Owned */
  char           *path;
  char           *lang;         /* (nullable): of --lang */
  char           *login;        /* (nullable): of --as */
  char           *desk;         /* (nullable): of --desk */
  DeskSession    *session;      /* (nullable): before activation */

  /* Borrowed */
  GtkWidget      *window;

  /* State */
  gboolean        demo;
  gboolean        restart;
};

G_DEFINE_FINAL_TYPE (DeskApp, desk_app, GTK_TYPE_APPLICATION)

/* Where the desktop looks, and else beside the program. */
static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) beside = NULL;
  g_autofree char *folder = desk_place_dup_shared ("glib-2.0/schemas");
  GSettingsSchema *schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DESK_APP_ID, TRUE);
  if (schema == NULL && folder != NULL)
    {
      beside = g_settings_schema_source_new_from_directory (folder, source, TRUE, NULL);
      if (beside != NULL)
        schema = g_settings_schema_source_lookup (beside, DESK_APP_ID, FALSE);
    }
  return schema;
}

/**
 * desk_app_get_settings:
 *
 * Returns: (transfer none) (nullable): the settings of this desk; %NULL where the
 *   schema is not installed: then everything is as it comes
 */
GSettings *
desk_app_get_settings (void)
{
  static gsize once;
  static GSettings *settings;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&once, 1);
    }

  return settings;
}

static void
choose_language (DeskApp *self)
{
  GSettings *settings = desk_app_get_settings ();
  g_autofree char *kept = settings != NULL ? g_settings_get_string (settings, "language")
                                           : g_strdup ("");

  if (self->lang != NULL)
    desk_app_set_catalog (desk_catalog_get (self->lang));
  else if (*kept != '\0')
    desk_app_set_catalog (desk_catalog_get (kept));
  else
    desk_app_set_catalog (desk_catalog_get_of_system ());
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  DeskApp *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  DeskApp *self = user_data;

  gtk_window_present (GTK_WINDOW (desk_about_window_new (GTK_WINDOW (self->window))));
}

/* Templates keep the language they were made in, so the program starts again;
 * whoever was signed in signs in again. */
static void
language_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  DeskApp *self = user_data;
  const char *lang = g_variant_get_string (parameter, NULL);

  if (desk_app_get_settings () != NULL)
    g_settings_set_string (desk_app_get_settings (), "language", lang);
  if (g_strcmp0 (lang, desk_catalog_get_language (desk_app_get_catalog ())) == 0)
    return;

  g_settings_sync ();
  self->restart = TRUE;
  gtk_window_close (GTK_WINDOW (self->window));
}

static void
colour_scheme_action (GSimpleAction *action,
                      GVariant      *state,
                      gpointer       user_data)
{
  const char *scheme = g_variant_get_string (state, NULL);

  g_simple_action_set_state (action, state);
  if (desk_app_get_settings () != NULL)
    g_settings_set_string (desk_app_get_settings (), "colour-scheme", scheme);
  desk_style_set_scheme (scheme);
}

/* Large targets, for a counter with a touch screen */
static void
touch_size_action (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  gboolean large = g_variant_get_boolean (state);

  g_simple_action_set_state (action, state);
  if (desk_app_get_settings () != NULL)
    g_settings_set_boolean (desk_app_get_settings (), "touch-size", large);
  desk_style_set_touch (large);
}

static void
add_actions (DeskApp *self)
{
  const GActionEntry entries[] = {
    { "quit", quit_action },
    { "about", about_action },
    { "language", language_action, "s" },
    { "colour-scheme", NULL, "s", "'system'", colour_scheme_action },
    { "touch-size", NULL, NULL, "false", touch_size_action },
  };
  GSettings *settings = desk_app_get_settings ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (settings != NULL)
    {
      g_autofree char *scheme = g_settings_get_string (settings, "colour-scheme");

      g_action_group_change_action_state (G_ACTION_GROUP (self), "colour-scheme",
                                          g_variant_new_string (scheme));
      g_action_group_change_action_state (G_ACTION_GROUP (self), "touch-size",
                                          g_settings_get_value (settings, "touch-size"));
    }
}

static gboolean
on_close_requested_cb (DeskApp *self)
{
  GSettings *settings = desk_app_get_settings ();
  int width, height;

  if (settings == NULL)
    return FALSE;

  gtk_window_get_default_size (GTK_WINDOW (self->window), &width, &height);
  g_settings_set_int (settings, "window-width", CLAMP (width, 640, 16384));
  g_settings_set_int (settings, "window-height", CLAMP (height, 480, 16384));
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self->window)));

  return FALSE;
}

static void
restore_look (DeskApp *self)
{
  GSettings *settings = desk_app_get_settings ();

  if (settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self->window),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self->window));
}

/* For ./dev bench: a start is over when the desk can be signed in to. */
static void
on_painted_cb (GdkFrameClock *clock,
               DeskApp       *self)
{
  if (self->window != NULL && gtk_widget_get_mapped (self->window) &&
      !g_str_equal (desk_window_get_place (DESK_WINDOW (self->window)), "loading"))
    gtk_window_close (GTK_WINDOW (self->window));
}

static void
measure_start (DeskApp *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  g_signal_connect_object (gdk_surface_get_frame_clock (surface), "after-paint",
                           G_CALLBACK (on_painted_cb), self, 0);
}

static void
desk_app_startup (GApplication *application)
{
  DeskApp *self = DESK_APP (application);

  choose_language (self);
  G_APPLICATION_CLASS (desk_app_parent_class)->startup (application);

  desk_style_install ();
  add_actions (self);
  desk_shortcuts_install (GTK_APPLICATION (self));
}

static void
desk_app_activate (GApplication *application)
{
  DeskApp *self = DESK_APP (application);

  if (self->window == NULL)
    {
      g_clear_object (&self->session);
      /* Translators: what a desk is called in the record where nobody gave it a name */
      self->session = desk_session_new (self->path, self->desk != NULL ? self->desk : _("Desk 1"));
      self->window = desk_window_new (GTK_APPLICATION (self), self->session);
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
      g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (on_close_requested_cb),
                                self);
      restore_look (self);
      if (self->login != NULL)
        desk_window_prefer (DESK_WINDOW (self->window), self->login);
      desk_window_open (DESK_WINDOW (self->window));
    }

  gtk_window_present (GTK_WINDOW (self->window));
  if (g_getenv ("DESKBELL_QUIT_AFTER_FIRST_FRAME") != NULL)
    measure_start (self);
}

/* Returns: the exit status of wrong usage */
static int
refuse_usage (const char *text)
{
  g_printerr ("deskbell: %s\n", text);
  return 2;
}

/* What the window has no use for, as a file named without --db. */
static int
refuse_words (void)
{
  const char *usage = desk_catalog_gettext (desk_catalog_get_of_system (),
                                            N_("usage: {command}"));
  g_autofree char *text = desk_fill (usage, "command", "deskbell [--demo | --db FILE]", NULL);

  return refuse_usage (text);
}

static int
desk_app_handle_local_options (GApplication *application,
                               GVariantDict *options)
{
  DeskApp *self = DESK_APP (application);
  const char *from_environment = g_getenv ("DESKBELL_DB");

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Deskbell %s\n", DESK_VERSION);
      return 0;
    }

  g_variant_dict_lookup (options, "db", "^ay", &self->path);
  g_variant_dict_lookup (options, "lang", "s", &self->lang);
  g_variant_dict_lookup (options, "as", "s", &self->login);
  g_variant_dict_lookup (options, "desk", "s", &self->desk);
  self->demo = g_variant_dict_contains (options, "demo");

  if (g_variant_dict_contains (options, G_OPTION_REMAINING))
    return refuse_words ();
  if (self->demo && self->path != NULL)
    return refuse_usage (
      desk_catalog_gettext (desk_catalog_get_of_system (),
                            N_("--demo and --db go together only one at a time")));
  if (self->path == NULL && !self->demo && from_environment != NULL && *from_environment != '\0')
    self->path = g_strdup (from_environment);
  if (self->path == NULL)
    self->path = desk_set_up_dup_default_path (self->demo);

  return -1;
}

static void
desk_app_shutdown (GApplication *application)
{
  DeskApp *self = DESK_APP (application);

  /* What has begun is finished before the program ends. */
  if (self->session != NULL)
    desk_session_close (self->session);

  G_APPLICATION_CLASS (desk_app_parent_class)->shutdown (application);
}

static void
desk_app_dispose (GObject *object)
{
  g_clear_object (&DESK_APP (object)->session);

  G_OBJECT_CLASS (desk_app_parent_class)->dispose (object);
}

static void
desk_app_finalize (GObject *object)
{
  DeskApp *self = DESK_APP (object);

  g_free (self->path);
  g_free (self->lang);
  g_free (self->login);
  g_free (self->desk);

  G_OBJECT_CLASS (desk_app_parent_class)->finalize (object);
}

static void
desk_app_class_init (DeskAppClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = desk_app_dispose;
  object_class->finalize = desk_app_finalize;
  application_class->startup = desk_app_startup;
  application_class->activate = desk_app_activate;
  application_class->shutdown = desk_app_shutdown;
  application_class->handle_local_options = desk_app_handle_local_options;
}

static void
desk_app_init (DeskApp *self)
{
  /* The program was told its language before it was made. */
  const DeskCatalog *catalog = desk_catalog_get_of_system ();
  GOptionEntry options[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the demo property"), NULL },
    { "db", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this property"), "FILE" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Language of the console"), "LANG" },
    { "as", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Whose PIN is asked first"), "USER" },
    { "desk", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What this desk is called"), "NAME" },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, NULL },
    { NULL },
  };

  for (guint i = 0; options[i].description != NULL; i++)
    options[i].description = desk_catalog_gettext (catalog, options[i].description);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

DeskApp *
desk_app_new (void)
{
  /* Each console is a desk of its own, even two on one screen. */
  return g_object_new (DESK_TYPE_APP,
                       "application-id", DESK_APP_ID,
                       "flags", G_APPLICATION_NON_UNIQUE,
                       "resource-base-path", "/org/deskbell/Deskbell",
                       NULL);
}

/* Before activation: which house to open. */
void
desk_app_set_path (DeskApp    *self,
                   const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
}

/* Before the start: the language, whatever the settings say. */
void
desk_app_set_language (DeskApp    *self,
                       const char *lang)
{
  g_free (self->lang);
  self->lang = g_strdup (lang);
}

DeskSession *
desk_app_get_session (DeskApp *self)
{
  return self->session;
}

GtkWidget *
desk_app_get_window (DeskApp *self)
{
  return self->window;
}

/**
 * desk_app_wants_restart:
 *
 * Returns: whether the program ends only to start again in another language
 */
gboolean
desk_app_wants_restart (DeskApp *self)
{
  return self->restart;
}
