/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guests-page.h"
#include "desk-line-bar.h"
#include "desk-rooms-page.h"
#include "desk-stay-page.h"
#include "desk-test-desk.h"
#include "desk-test-tool.h"
#include "desk-user-button.h"

/* The main job with nothing but a keyboard: keys that the display server hands
 * over, as it does with those of a hand. The pointer only lies on the window,
 * because no window manager is there to say which window the keys are for. */

typedef struct
{
  DeskTestTool *tool;
  DeskTestDesk *desk;
} KeyTest;

/* ----------------------------------------------------------------- hands -- */

static gboolean
is_ended (gpointer data)
{
  return g_subprocess_get_identifier (data) == NULL;
}

static void
on_ended_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
}

/* The window lives while its keys are pressed. */
static void
press (const char *command)
{
  g_autoptr (GSubprocess) hand = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_strconcat ("xdotool ", command, NULL);
  g_auto (GStrv) argv = NULL;

  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  hand = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (hand, NULL, on_ended_cb, NULL);
  desk_test_wait (is_ended, hand, line);
}

static DeskLineBar *
get_line (KeyTest *self)
{
  return DESK_LINE_BAR (desk_window_get_line (self->desk->window));
}

static GtkWidget *
get_page (KeyTest    *self,
          const char *name)
{
  return desk_window_get_page (self->desk->window, name);
}

typedef struct
{
  KeyTest    *test;
  const char *text;
} TextWait;

static gboolean
line_says (gpointer data)
{
  TextWait *wait = data;

  return g_str_equal (desk_line_bar_get_text (get_line (wait->test)), wait->text) &&
         (*wait->text == '\0' || desk_line_bar_is_answered (get_line (wait->test)));
}

/* Types into whatever has the focus: it must come to the line, and be answered. */
static void
type_line (KeyTest    *self,
           const char *text)
{
  TextWait wait = { self, text };
  g_autofree char *command = g_strdup_printf ("type --delay 12 '%s'", text);

  press (command);
  desk_test_wait (line_says, &wait, text);
}

/* ------------------------------------------------------------- the ledger -- */

/* What the tool, another program, finds in the file. */
static char *
dup_balance (KeyTest *self)
{
  g_autoptr (JsonNode) root = desk_test_tool_run_json (self->tool, "folio 218");

  g_assert_cmpint (self->tool->status, ==, 0);

  return g_strdup (desk_test_json_text (root, "balance"));
}

static guint
count_lines (KeyTest *self)
{
  DeskBill *bill = desk_stay_page_get_bill (DESK_STAY_PAGE (get_page (self, "stay")));

  return bill != NULL ? desk_bill_get_folio (bill)->lines->len : 0;
}

static gboolean
has_bill (gpointer data)
{
  return count_lines (data) > 0;
}

typedef struct
{
  KeyTest *test;
  guint    n;
} LinesWait;

static gboolean
has_lines (gpointer data)
{
  LinesWait *wait = data;

  return count_lines (wait->test) == wait->n;
}

static void
wait_lines (KeyTest    *self,
            guint       n,
            const char *for_what)
{
  LinesWait wait = { self, n };

  desk_test_wait (has_lines, &wait, for_what);
}

/* ------------------------------------------------------------- the states -- */

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (GTK_WINDOW (((KeyTest *) data)->desk->window));
}

static gboolean
has_focus_on_name (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (((KeyTest *) data)->desk->window));

  return GTK_IS_BUTTON (focus);
}

static gboolean
is_signed_in (gpointer data)
{
  return desk_session_get_user (((KeyTest *) data)->desk->session) != NULL;
}

/* The line waits for keys. */
static gboolean
has_focus_on_line (gpointer data)
{
  KeyTest *self = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->desk->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_line (self))) &&
         gtk_widget_get_mapped (focus);
}

static gboolean
is_locked (gpointer data)
{
  return desk_session_get_user (((KeyTest *) data)->desk->session) == NULL;
}

/* A key goes to where the focus is, so that comes first. */
static gboolean
has_rack (gpointer data)
{
  KeyTest *self = data;
  DeskRoomsPage *page = DESK_ROOMS_PAGE (get_page (self, "rooms"));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->desk->window));

  return desk_rooms_page_get_n_shown (page) > 0 && focus != NULL &&
         (focus == GTK_WIDGET (desk_rooms_page_get_rack (page)) ||
          gtk_widget_is_ancestor (focus, GTK_WIDGET (desk_rooms_page_get_rack (page))));
}

typedef struct
{
  KeyTest *test;
  char    *number;      /* the row may be read anew meanwhile */
} RoomWait;

static gboolean
is_in_another_room (gpointer data)
{
  RoomWait *wait = data;
  DeskRoomsPage *page = DESK_ROOMS_PAGE (get_page (wait->test, "rooms"));

  const DeskRackRow *row = desk_rack_view_get_row (desk_rooms_page_get_rack (page));

  return row != NULL && !g_str_equal (row->number, wait->number);
}

static gboolean
has_found_one (gpointer data)
{
  DeskGuestsPage *page = DESK_GUESTS_PAGE (get_page (data, "guests"));

  return desk_stay_list_get_n_items (desk_guests_page_get_list (page)) == 1;
}

static gboolean
has_looked (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *) data;
}

/* As long as a plan must have been on the screen before Enter does it. */
static void
look (void)
{
  gint64 until = g_get_monotonic_time () + 350 * G_TIME_SPAN_MILLISECOND;

  desk_test_wait (has_looked, &until, "time to look");
}

/* ------------------------------------------------------------------ tests -- */

static void
sign_in (KeyTest *self)
{
  desk_test_wait (is_active, self, "the keys to come to the window");
  desk_test_wait (has_focus_on_name, self, "the focus on the first name");
  press ("key Return");
  press ("type --delay 12 1111");
  press ("key Return");
  desk_test_wait (is_signed_in, self, "the PIN to be compared");
  g_assert_cmpstr (desk_session_get_user (self->desk->session)->login, ==, "aino");
  desk_test_wait (has_focus_on_line, self, "the line to wait for keys");
}

/* The bill of 218: two lines too many, put right and taken back again. */
static void
put_right (KeyTest *self)
{
  TextWait empty = { self, "" };
  g_autofree char *before = dup_balance (self);
  g_autofree char *right = NULL;
  g_autofree char *after = NULL;
  guint n;

  type_line (self, "218");
  press ("key Return");
  desk_test_desk_wait_place (self->desk, "stay");
  desk_test_wait (line_says, &empty, "the line to be empty again");
  desk_test_wait (has_bill, self, "the bill of 218");
  n = count_lines (self);

  type_line (self, "218 fix 7+8 none twice");
  look ();
  press ("key Return");
  wait_lines (self, n + 2, "both lines to be answered");
  right = dup_balance (self);
  g_assert_cmpstr (before, ==, "360.00");
  g_assert_cmpstr (right, ==, "340.50");

  press ("key ctrl+z");
  wait_lines (self, n + 4, "it to be taken back");
  after = dup_balance (self);
  g_assert_cmpstr (after, ==, before);
}

/* Without a window manager the display's focus may be on its way back from the card of
 * the line when a key comes: who sees nothing happen presses again. */
static void
press_until (const char *command,
             gboolean  (*is_done) (gpointer data),
             gpointer    data)
{
  for (guint tries = 0; tries < 4; tries++)
    {
      press (command);
      for (guint waits = 0; waits < 30 && !is_done (data); waits++)
        desk_test_settle (100);
      if (is_done (data))
        return;
    }
  g_error ("%s does nothing", command);
}

static void
walk_rooms (KeyTest *self)
{
  static const char *const keys[] = { "key Right", "key Down", "key Left" };
  DeskRackView *rack;
  RoomWait wait = { self };

  press ("key F3");
  desk_test_desk_wait_place (self->desk, "rooms");
  desk_test_wait (has_rack, self, "the rooms");
  rack = desk_rooms_page_get_rack (DESK_ROOMS_PAGE (get_page (self, "rooms")));

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      wait.number = g_strdup (desk_rack_view_get_row (rack)->number);
      press_until (keys[i], is_in_another_room, &wait);
      g_free (wait.number);
    }
}

static void
find_guest (KeyTest *self)
{
  press ("key F4");
  desk_test_desk_wait_place (self->desk, "guests");
  press ("type --delay 12 'vainionp'");
  desk_test_wait (has_found_one, self, "the guest");
  press ("key Return");
  desk_test_desk_wait_place (self->desk, "stay");
}

typedef struct
{
  KeyTest    *test;
  const char *login;
} NameWait;

static const char *
get_focused_name (KeyTest *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->desk->window));

  return DESK_IS_USER_BUTTON (focus) ? desk_user_button_get_login (DESK_USER_BUTTON (focus)) : "";
}

static gboolean
has_focus_on (gpointer data)
{
  NameWait *wait = data;

  return g_str_equal (get_focused_name (wait->test), wait->login);
}

static gboolean
has_focus_elsewhere (gpointer data)
{
  NameWait *wait = data;
  const char *name = get_focused_name (wait->test);

  return *name != '\0' && !g_str_equal (name, wait->login);
}

/* Of a locked desk another person takes over: the digits are the PIN of the name that the keys
 * moved to, not of whoever was there before. */
static void
take_over (KeyTest *self)
{
  NameWait wait = { self, "aino" };

  desk_test_wait (has_focus_on, &wait, "the focus on who locked the desk");
  press_until ("key Right", has_focus_elsewhere, &wait);
  g_assert_cmpstr (get_focused_name (self), ==, "kaarina");
  press ("type --delay 12 4444");
  press ("key Return");
  desk_test_wait (is_signed_in, self, "the PIN to be compared");
  g_assert_cmpstr (desk_session_get_user (self->desk->session)->login, ==, "kaarina");
}

static void
test_main_job (void)
{
  KeyTest self = { NULL };
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  g_autofree char *path = NULL;

  if (xdotool == NULL)
    {
      g_test_skip ("xdotool, which presses the keys, is not there");
      return;
    }

  self.tool = desk_test_tool_new ();
  path = desk_test_tool_path (self.tool, "hotel.db");
  desk_test_tool_run_ok (self.tool, "--db hotel.db init --demo --small");
  self.desk = desk_test_desk_new (path, "en");
  desk_test_desk_wait_place (self.desk, "sign-in");
  press ("mousemove 640 24");

  sign_in (&self);
  put_right (&self);
  walk_rooms (&self);
  find_guest (&self);
  press ("key F9");
  desk_test_desk_wait_place (self.desk, "audit");
  press ("key ctrl+shift+l");
  desk_test_wait (is_locked, &self, "the desk to be locked");
  desk_test_desk_wait_place (self.desk, "sign-in");
  take_over (&self);

  desk_test_tool_run_ok (self.tool, "verify");
  desk_test_desk_free (self.desk);
  desk_test_tool_free (self.tool);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/keyboard/main-job", test_main_job);

  return g_test_run ();
}
