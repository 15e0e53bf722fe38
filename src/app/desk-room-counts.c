/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-counts.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskRoomCounts
{
  GtkBox      parent_instance;

  /* Owned */
  GHashTable *counts;   /* state -> guint */
};

G_DEFINE_FINAL_TYPE (DeskRoomCounts, desk_room_counts, GTK_TYPE_BOX)

static void
desk_room_counts_finalize (GObject *object)
{
  g_hash_table_unref (DESK_ROOM_COUNTS (object)->counts);

  G_OBJECT_CLASS (desk_room_counts_parent_class)->finalize (object);
}

static void
desk_room_counts_class_init (DeskRoomCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_room_counts_finalize;

  desk_template_set (GTK_WIDGET_CLASS (klass), DESK_UI ("desk-room-counts.ui"));
}

static void
desk_room_counts_init (DeskRoomCounts *self)
{
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_state (GtkWidget *button)
{
  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)),
                               NULL);
}

/* The number beside the letter, and both as words. A mark that no room has needs no place. */
static void
show_count (GtkWidget *button,
            guint      count)
{
  g_autofree char *number = desk_format_int (desk_app_get_catalog (), count);
  g_autofree char *label = g_strjoin (", ", gtk_widget_get_tooltip_text (button), number, NULL);
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *letter = gtk_widget_get_first_child (box);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), number);
  gtk_widget_set_visible (button, count > 0 || gtk_widget_has_css_class (letter, "clean-letter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

void
desk_room_counts_set_rack (DeskRoomCounts *self,
                           const DeskRack *rack)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      const char *state = get_state (button);
      guint count = 0;

      for (guint i = 0; i < rack->rows->len; i++)
        count += desk_rack_row_is (rack->rows->pdata[i], rack->business_date, state);
      g_hash_table_replace (self->counts, g_strdup (state), GUINT_TO_POINTER (count));
      show_count (button, count);
    }
}

/* Which of them is shown alone; NULL: none. */
void
desk_room_counts_set_state (DeskRoomCounts *self,
                            const char     *state)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    desk_show_class (button, "chosen", g_strcmp0 (get_state (button), state) == 0);
}

guint
desk_room_counts_get (DeskRoomCounts *self,
                      const char     *state)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, state));
}
