/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-pane.h"

#include "desk-intl.h"
#include "desk-room-words.h"
#include "desk-show.h"
#include "desk-template.h"
#include "desk-whole-lines.h"

struct _DeskRoomPane
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *title;
  GtkWidget *close_button;
  GtkWidget *facts;
  GtkWidget *night_dates;
  GtkWidget *night_guests;
  GtkWidget *events;
  GtkWidget *ways;
  GtkWidget *open_stay;
  GtkWidget *open_arrival;
};

G_DEFINE_FINAL_TYPE (DeskRoomPane, desk_room_pane, GTK_TYPE_BOX)

static gboolean
desk_room_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_ROOM_PANE (widget)->close_button);
}

static void
desk_room_pane_class_init (DeskRoomPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_WHOLE_LINES);

  widget_class->grab_focus = desk_room_pane_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-room-pane.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, title);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, facts);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, night_dates);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, night_guests);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, events);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, ways);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, open_stay);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, open_arrival);
}

static void
desk_room_pane_init (DeskRoomPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_line (GString    *text,
          const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
show_nights (DeskRoomPane       *self,
             const DeskRoomView *view)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autoptr (GString) dates = g_string_new (NULL);
  g_autoptr (GString) guests = g_string_new (NULL);

  for (guint i = 0; i < view->nights->len; i++)
    {
      const DeskRoomNight *night = view->nights->pdata[i];
      g_autofree char *date = desk_show_date (catalog, night->date, DESK_DATE_WEEKDAY);
      /* A name in Hebrew, too, begins beside its date. */
      g_autofree char *whose = g_strconcat ("\u200e", desk_room_night_say (night, catalog), NULL);

      add_line (dates, date);
      add_line (guests, whose);
    }
  gtk_label_set_label (GTK_LABEL (self->night_dates), dates->str);
  gtk_label_set_label (GTK_LABEL (self->night_guests), guests->str);
}

static void
show_events (DeskRoomPane       *self,
             const DeskRoomView *view,
             const DeskProperty *property)
{
  g_autoptr (GString) events = g_string_new (NULL);

  for (guint i = 0; i < view->events->len; i++)
    {
      g_autofree char *text = desk_room_event_dup_text (view->events->pdata[i], property,
                                                        desk_app_get_catalog ());

      add_line (events, text);
    }
  gtk_label_set_label (GTK_LABEL (self->events),
                       events->len > 0 ? events->str : _("Nothing was done here yet."));
}

/**
 * desk_room_pane_show:
 * @self: a pane
 * @view: the room
 * @property: the house
 */
void
desk_room_pane_show (DeskRoomPane       *self,
                     const DeskRoomView *view,
                     const DeskProperty *property)
{
  g_autofree char *title = g_strjoin (" · ", view->row->number, view->row->room_type, NULL);
  g_autofree char *facts = desk_room_dup_whole (view, property, desk_app_get_catalog ());

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->facts), facts);
  show_nights (self, view);
  show_events (self, view, property);
  gtk_widget_set_visible (self->open_stay, view->row->inside != NULL);
  gtk_widget_set_visible (self->open_arrival, view->row->due != NULL);
  gtk_widget_set_visible (self->ways, view->row->inside != NULL || view->row->due != NULL);
}

const char *
desk_room_pane_get_events (DeskRoomPane *self)
{
  return gtk_label_get_label (GTK_LABEL (self->events));
}

const char *
desk_room_pane_get_nights (DeskRoomPane *self)
{
  return gtk_label_get_label (GTK_LABEL (self->night_guests));
}
