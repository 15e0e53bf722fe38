/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-audit-pane.h"
#include "desk-guest-history.h"
#include "desk-guest-page.h"
#include "desk-line-card.h"
#include "desk-night-line.h"
#include "desk-plan-view.h"
#include "desk-room-pane.h"
#include "desk-stay-list.h"
#include "desk-test-app.h"
#include "desk-toast.h"

/* A name of three hundred letters without a space makes no page and no window wider. */

#define NAME_LENGTH 300
#define MOST_WIDTH 400

/* Labels in which a guest's name stands, or words of one. */
static const struct
{
  GType      (*get_type) (void);
  const char  *label;
} places[] = {
  { desk_audit_pane_get_type, "mark" },
  { desk_guest_history_get_type, "given" },
  { desk_guest_page_get_type, "sentence" },
  { desk_guest_page_get_type, "arithmetic" },
  { desk_line_card_get_type, "sentence" },
  { desk_line_card_get_type, "arithmetic" },
  { desk_night_line_get_type, "guest" },
  { desk_night_line_get_type, "remarks" },
  { desk_plan_view_get_type, "sentence" },
  { desk_plan_view_get_type, "benefits" },
  { desk_room_pane_get_type, "title" },
  { desk_room_pane_get_type, "facts" },
  { desk_room_pane_get_type, "night_guests" },
  { desk_room_pane_get_type, "events" },
  { desk_stay_list_get_type, "empty_label" },
  { desk_toast_get_type, "text" },
  { desk_toast_get_type, "detail" },
};

static void
test_labels (void)
{
  g_autofree char *name = g_strnfill (NAME_LENGTH, 'X');

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (places[i].get_type (), NULL));
      GtkWidget *label = desk_test_find (widget, places[i].label);
      int width;

      gtk_label_set_label (GTK_LABEL (label), name);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (width > MOST_WIDTH)
        g_error ("%s in %s is %d wide", places[i].label, G_OBJECT_TYPE_NAME (widget), width);
    }
}

/* The rack keeps its place beside a room, whoever is in it. */
static void
test_room (void)
{
  g_autofree char *name = g_strnfill (NAME_LENGTH, 'X');
  g_autoptr (GtkWidget) pane = g_object_ref_sink (g_object_new (DESK_TYPE_ROOM_PANE, NULL));
  DeskRackParty party = { .confirmation = (char *) "AM-1", .guest_name = name, .departure = 1 };
  DeskRoomNight nights[] = { { .party = &party }, { .blocked = TRUE } };
  char *features[] = { NULL };
  DeskRackRow row = { .number = (char *) "412", .room_type = (char *) "SUP",
                      .features = features, .clean = (char *) "clean",
                      .service = (char *) "in", .seen = -1, .inside = &party };
  DeskRoomView view = { .row = &row, .nights = g_ptr_array_new (),
                        .events = g_ptr_array_new () };
  int natural;

  g_ptr_array_add (view.nights, &nights[0]);
  g_ptr_array_add (view.nights, &nights[1]);
  desk_room_pane_show (DESK_ROOM_PANE (pane), &view, NULL);
  g_assert_nonnull (strstr (desk_room_pane_get_nights (DESK_ROOM_PANE (pane)), name));
  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, <=, MOST_WIDTH);

  /* So that a name in Hebrew begins beside its date. */
  g_assert_true (g_str_has_prefix (desk_room_pane_get_nights (DESK_ROOM_PANE (pane)), "\u200e"));
  g_ptr_array_unref (view.nights);
  g_ptr_array_unref (view.events);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/long-names/labels", test_labels);
  g_test_add_func ("/long-names/room", test_room);

  return g_test_run ();
}
