/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <gio/gio.h>

#include "desk-error.h"
#include "desk-scan-guard.h"
#include "desk-trouble.h"

#define MS G_TIME_SPAN_MILLISECOND

/* What was typed, as milliseconds between characters, and Enter after that. */
typedef struct
{
  const char *path;
  int         gaps_ms[12];      /* -1 ends */
  int         enter_ms;
  gboolean    scan;
} GuardCase;

static const GuardCase guard_cases[] = {
  { "/scan-guard/scanner", { 5, 5, 6, 5, 5, 5, -1 }, 8, TRUE },
  { "/scan-guard/person", { 120, 90, 150, 80, -1 }, 200, FALSE },
  { "/scan-guard/person-in-a-hurry", { 25, 60, 25, 70, 25, -1 }, 25, FALSE },
  { "/scan-guard/scan-then-thought", { 5, 5, 5, 5, 5, -1 }, 400, FALSE },
  { "/scan-guard/room", { 10, 10, -1 }, 10, FALSE },
  { "/scan-guard/scan-after-command", { 5, 5, 5, 200, 5, 5, -1 }, 5, FALSE },
  { "/scan-guard/nothing", { -1 }, 5, FALSE },
};

static void
test_guard (gconstpointer data)
{
  const GuardCase *test = data;
  DeskScanGuard guard;
  gint64 now = 1000 * MS;

  desk_scan_guard_reset (&guard);
  for (int i = 0; test->gaps_ms[i] >= 0; i++)
    {
      now += test->gaps_ms[i] * MS;
      desk_scan_guard_typed (&guard, now);
    }

  g_assert_true (desk_scan_guard_is_scan (&guard, now + test->enter_ms * MS) == test->scan);
}

/* Every kind of trouble has words of its own, and says what to do. */
static void
test_all_troubles (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code <= DESK_ERROR_TAMPERED; code++)
    {
      g_autoptr (GError) error = g_error_new (DESK_ERROR, code, "detail %d", code);
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
      g_autofree char *text = desk_trouble_dup_text (trouble);

      g_assert_cmpstr (trouble->detail, ==, error->message);
      g_assert_nonnull (strstr (text, trouble->what));
      g_assert_nonnull (strstr (text, trouble->next));
      g_assert_true (g_hash_table_add (seen, g_strdup (trouble->what)));
      g_assert_false (desk_trouble_is_silent (error));
    }
}

static void
test_foreign_trouble (void)
{
  g_autoptr (GError) denied = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "no");
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "gone");
  g_autoptr (DeskTrouble) trouble = desk_trouble_new (denied);

  g_assert_cmpstr (trouble->detail, ==, "no");
  g_assert_cmpstr (trouble->what, !=, "");
  g_assert_true (desk_trouble_is_silent (cancelled));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (guard_cases); i++)
    g_test_add_data_func (guard_cases[i].path, &guard_cases[i], test_guard);
  g_test_add_func ("/trouble/all", test_all_troubles);
  g_test_add_func ("/trouble/foreign", test_foreign_trouble);

  return g_test_run ();
}
