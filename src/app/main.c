/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "desk-app.h"

/* The language of --lang was chosen against just now. */
static char **
without_language (int    argc,
                  char **argv)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (int i = 0; i < argc; i++)
    {
      if (strcmp (argv[i], "--lang") == 0)
        i++;
      else if (!g_str_has_prefix (argv[i], "--lang="))
        g_ptr_array_add (kept, argv[i]);
    }
  g_ptr_array_add (kept, NULL);

  return (char **) g_ptr_array_free (kept, FALSE);
}

/* The language of --lang, or else the one chosen at this desk, if any. */
static char *
dup_language (int    argc,
              char **argv)
{
  GSettings *settings = desk_app_get_settings ();

  for (int i = 1; i < argc; i++)
    {
      if (strcmp (argv[i], "--lang") == 0 && i + 1 < argc)
        return g_strdup (argv[i + 1]);
      if (g_str_has_prefix (argv[i], "--lang="))
        return g_strdup (argv[i] + strlen ("--lang="));
    }

  return settings != NULL ? g_settings_get_string (settings, "language") : NULL;
}

/* Only for the toolkit's own words, as on the buttons of a file chooser; ours come from
 * a catalog. Under a bare C, gettext does not look at LANGUAGE. */
static void
set_locale (void)
{
  setlocale (LC_ALL, "");
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  gtk_disable_setlocale ();
}

int
main (int    argc,
      char **argv)
{
  g_autofree char **again = without_language (argc, argv);
  g_autofree char *lang = NULL;
  DeskApp *app;
  gboolean restart;
  int status;

  /* There before a thread could look: from here on only its value changes. */
  g_setenv ("LANGUAGE", "", FALSE);
  lang = dup_language (argc, argv);
  if (lang != NULL && *lang != '\0')
    g_setenv ("LANGUAGE", lang, TRUE);
  set_locale ();

  app = desk_app_new ();
  status = g_application_run (G_APPLICATION (app), argc, argv);
  restart = desk_app_wants_restart (app);
  g_object_unref (app);

  if (restart)
    execv ("/proc/self/exe", again);

  return status;
}
