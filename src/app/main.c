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

int
main (int    argc,
      char **argv)
{
  g_autofree char **again = without_language (argc, argv);
  DeskApp *app;
  gboolean restart;
  int status;

  /* Only for the toolkit's own words; ours come from a catalog. */
  setlocale (LC_ALL, "");

  app = desk_app_new ();
  status = g_application_run (G_APPLICATION (app), argc, argv);
  restart = desk_app_wants_restart (app);
  g_object_unref (app);

  if (restart)
    execv ("/proc/self/exe", again);

  return status;
}
