/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include <glib/gstdio.h>

#include "desk-demo.h"
#include "desk-style.h"
#include "desk-test-walk.h"

/* Takes a picture of all there is of the console on the demo hotel, in every set of
 * colours, in the sizes that a desk has and in that of a finger. */

typedef struct
{
  const char *folder;
  const char *lang;
  const char *scheme;
  const char *only;     /* (nullable): of all the pictures this one */
  gboolean    touch;
  int         width;
  int         height;
} Camera;

static const struct
{
  int width;
  int height;
} sizes[] = { { 1024, 768 }, { 1280, 800 }, { 1920, 1080 } };

static const char *const schemes[] = { "light", "dark", "contrast" };

/* What the window shows, once it has been laid out. */
static GskRenderNode *
get_node (GtkWidget       *window,
          graphene_rect_t *area)
{
  GskRenderNode *node = NULL;

  for (guint i = 0; i < 50 && node == NULL; i++)
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      int width = gdk_paintable_get_intrinsic_width (paintable);
      int height = gdk_paintable_get_intrinsic_height (paintable);

      gdk_paintable_snapshot (paintable, snapshot, width, height);
      graphene_rect_init (area, 0, 0, width, height);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node == NULL)
        desk_test_settle (100);
    }

  return node;
}

static void
save_picture (GtkWidget  *window,
              const char *path)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  graphene_rect_t area;
  g_autoptr (GskRenderNode) node = get_node (window, &area);
  g_autoptr (GdkTexture) texture = NULL;

  if (node == NULL)
    g_error ("%s: nothing is shown", path);

  texture = gsk_renderer_render_texture (renderer, node, &area);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
}

static void
take (GtkWidget  *window,
      const char *name,
      gpointer    data)
{
  Camera *camera = data;
  g_autofree char *file = g_strdup_printf ("%s-%s-%dx%d-%s%s.png", name, camera->lang,
                                           camera->width, camera->height, camera->scheme,
                                           camera->touch ? "-touch" : "");
  g_autofree char *path = g_build_filename (camera->folder, file, NULL);

  if (camera->only != NULL && !g_str_equal (camera->only, name))
    return;

  /* For what moves: a menu that opens, a button that was pressed. */
  desk_test_settle (200);
  save_picture (window, path);
  g_print ("%s\n", path);
}

static void
make_demo (const char *path)
{
  g_autoptr (GError) error = NULL;
  DeskContext context;

  desk_context_init_system (&context);
  context.user = "";
  context.role = DESK_ROLE_NONE;
  context.desk = "shots";
  context.lang = "en";
  if (!desk_demo_create (path, desk_date_from_dmy (4, 9, 2026), &context, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
copy_demo (const char *book,
           const char *path)
{
  g_autoptr (GFile) from = g_file_new_for_path (book);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  g_chmod (path, 0600);
}

/* A console of the camera's size; it remembers the size of the one before. */
static DeskTestDesk *
open_desk (Camera     *camera,
           const char *path)
{
  GSettings *settings = desk_app_get_settings ();

  g_settings_set_int (settings, "window-width", camera->width);
  g_settings_set_int (settings, "window-height", camera->height);

  return desk_test_desk_new (path, camera->lang);
}

/* The desktop chooses high contrast, not the desk. */
static void
set_scheme (Camera *camera)
{
  gboolean contrast = g_str_equal (camera->scheme, "contrast");

  g_object_set (gtk_settings_get_default (), "gtk-theme-name",
                contrast ? "HighContrast" : "Adwaita", NULL);
  desk_style_set_scheme (contrast ? "light" : camera->scheme);
  desk_style_set_touch (camera->touch);
}

static gboolean
is_wanted (const char *wanted,
           const char *what)
{
  return wanted == NULL || g_str_equal (wanted, what);
}

static void
take_all (Camera     *camera,
          const char *path,
          const char *size,
          const char *scheme)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("%dx%d", sizes[i].width, sizes[i].height);
      g_autoptr (DeskTestDesk) desk = NULL;

      if (!is_wanted (size, name))
        continue;

      camera->width = sizes[i].width;
      camera->height = sizes[i].height;
      for (guint k = 0; k < G_N_ELEMENTS (schemes); k++)
        {
          camera->scheme = schemes[k];
          if (!is_wanted (scheme, camera->scheme))
            continue;

          if (desk == NULL)
            desk = open_desk (camera, path);
          set_scheme (camera);
          desk_test_walk (desk, take, camera);
        }
    }
}

static void
take_start (Camera     *camera,
            const char *path)
{
  g_autoptr (DeskTestDesk) desk = NULL;

  camera->scheme = "light";
  camera->width = 1280;
  camera->height = 800;
  desk = open_desk (camera, path);
  desk_test_walk_start (desk, take, camera);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *lang = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *size = NULL;
  g_autofree char *scheme = NULL;
  g_autofree char *only = NULL;
  g_autofree char *book = NULL;
  g_autofree char *home = NULL;
  g_autofree char *path = NULL;
  g_autofree char *missing = NULL;
  gboolean touch = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang, "Language of the console", "LANG" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Only this size", "1280x800" },
    { "scheme", 0, 0, G_OPTION_ARG_STRING, &scheme, "Only these colours", "light|dark|contrast" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Only this picture", "NAME" },
    { "touch", 0, 0, G_OPTION_ARG_NONE, &touch, "Large targets, for a finger", NULL },
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &book, "A demo made before, of which a copy is shown",
      "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Where the pictures go", "FOLDER" },
    { NULL },
  };
  Camera camera = { 0 };

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      g_printerr ("desk-shots: %s\n", error->message);
      return 2;
    }

  gtk_init ();
  home = g_dir_make_tmp ("deskbell-shots-XXXXXX", NULL);
  path = g_build_filename (home, "demo.db", NULL);
  missing = g_build_filename (home, "none.db", NULL);
  if (book != NULL)
    copy_demo (book, path);
  else
    make_demo (path);

  camera.lang = lang != NULL ? lang : "en";
  camera.folder = folder != NULL ? folder : "shots";
  camera.only = only;
  camera.touch = touch;
  g_mkdir_with_parents (camera.folder, 0755);

  take_start (&camera, missing);
  take_all (&camera, path, size, scheme);

  g_unlink (path);
  g_rmdir (home);

  return 0;
}
