/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-pane.h"

#include "desk-explain.h"
#include "desk-format.h"
#include "desk-intl.h"
#include "desk-room-text.h"
#include "desk-show.h"
#include "desk-template.h"

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
  GtkWidget *open_stay;
  GtkWidget *open_arrival;

  /* State */
  gint64     room_id;
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

  widget_class->grab_focus = desk_room_pane_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-room-pane.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, title);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, facts);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, night_dates);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, night_guests);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomPane, events);
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
  g_autoptr (GString) dates = g_string_new (NULL);
  g_autoptr (GString) guests = g_string_new (NULL);

  for (guint i = 0; i < view->nights->len; i++)
    {
      const DeskRoomNight *night = view->nights->pdata[i];
      g_autofree char *date = desk_show_date (desk_app_get_catalog (), night->date,
                                              DESK_DATE_WEEKDAY);

      add_line (dates, date);
      if (night->party != NULL)
        add_line (guests, night->party->guest_name);
      else
        add_line (guests, night->blocked ? C_("room", "× out of order") : C_("room", "free"));
    }
  gtk_label_set_label (GTK_LABEL (self->night_dates), dates->str);
  gtk_label_set_label (GTK_LABEL (self->night_guests), guests->str);
}

static char *
dup_event (const DeskRoomEvent *event,
           const DeskProperty  *property)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *at = desk_format_date_time (catalog, event->at, property->time_zone,
                                               DESK_DATE_MEDIUM);
  g_autoptr (GString) what = g_string_new (NULL);

  for (guint i = 0; i < event->what->len; i++)
    {
      g_autofree char *text = desk_message_render (event->what->pdata[i], catalog, property);

      g_string_append_printf (what, "%s%s", i > 0 ? " · " : "", text);
    }
  if (event->undo)
    g_string_prepend (what, C_("room", "taken back: "));
  if (event->note != NULL)
    g_string_append_printf (what, " – %s", event->note);

  return g_strdup_printf ("%s  %s  %s", at, event->by, what->str);
}

static void
show_events (DeskRoomPane       *self,
             const DeskRoomView *view,
             const DeskProperty *property)
{
  g_autoptr (GString) events = g_string_new (NULL);

  for (guint i = 0; i < view->events->len; i++)
    {
      g_autofree char *text = dup_event (view->events->pdata[i], property);

      add_line (events, text);
    }
  gtk_label_set_label (GTK_LABEL (self->events),
                       events->len > 0 ? events->str : _("Nothing was done here yet."));
}

/* What the room has, in the house's words. */
static char *
dup_features (GStrv               features,
              const DeskProperty *property,
              const char         *lang)
{
  g_autoptr (GStrvBuilder) said = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (; features != NULL && *features != NULL; features++)
    g_strv_builder_add (said, desk_property_say_feature (property, *features, lang));

  words = g_strv_builder_end (said);
  return g_strjoinv (", ", words);
}

static char *
dup_facts (const DeskRoomView *view,
           const DeskProperty *property)
{
  const DeskRackRow *row = view->row;
  const char *lang = desk_catalog_get_language (desk_app_get_catalog ());
  const DeskReason *reason = row->service_reason != NULL
                               ? desk_property_get_reason (property, row->service_reason) : NULL;
  g_autofree char *facts = desk_room_text_dup_facts (row, view->business_date, "\n");
  g_autofree char *features = dup_features (row->features, property, lang);
  const char *why = reason != NULL ? desk_words_get (&reason->words, lang, reason->name) : NULL;

  return g_strconcat (facts, why != NULL ? "\n" : "", why != NULL ? why : "",
                      *features != '\0' ? "\n" : "", features, NULL);
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
  g_autofree char *facts = dup_facts (view, property);

  self->room_id = view->row->room_id;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->facts), facts);
  show_nights (self, view);
  show_events (self, view, property);
  gtk_widget_set_visible (self->open_stay, view->row->inside != NULL);
  gtk_widget_set_visible (self->open_arrival, view->row->due != NULL);
}

gint64
desk_room_pane_get_room (DeskRoomPane *self)
{
  return self->room_id;
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
