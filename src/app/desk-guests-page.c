/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guests-page.h"

#include "desk-intl.h"
#include "desk-reads.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-window.h"

/* More than anybody reads; the search narrows it. */
#define MOST_ROWS 200

struct _DeskGuestsPage
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *entry;
  GtkWidget    *list;

  /* Owned */
  DeskSession  *session;
  GCancellable *cancellable;    /* (nullable): of the read on its way */
};

G_DEFINE_FINAL_TYPE (DeskGuestsPage, desk_guests_page, GTK_TYPE_BOX)

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DeskGuestsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = desk_worker_finish (result, &error);

  if (rows != NULL)
    desk_stay_list_set_rows (DESK_STAY_LIST (self->list),
                             desk_session_get_property (self->session), rows);
  else
    desk_window_show_error (GTK_WIDGET (self), error);
}

/* Before anything is typed: everybody of today. */
static void
on_today_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DeskGuestsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskToday) today = desk_worker_finish (result, &error);
  g_autoptr (GPtrArray) rows = NULL;

  if (today == NULL)
    {
      desk_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* All three lists give their rows away. */
  rows = g_ptr_array_new ();
  g_ptr_array_extend (rows, today->in_house, NULL, NULL);
  g_ptr_array_extend (rows, today->departures, NULL, NULL);
  g_ptr_array_extend (rows, today->arrivals, NULL, NULL);
  g_ptr_array_set_free_func (today->in_house, NULL);
  g_ptr_array_set_free_func (today->departures, NULL);
  g_ptr_array_set_free_func (today->arrivals, NULL);
  desk_stay_list_set_rows (DESK_STAY_LIST (self->list),
                           desk_session_get_property (self->session), rows);
}

static void
search (DeskGuestsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (desk_session_get_user (self->session) == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  if (*text == '\0')
    desk_read_today (self->session, self->cancellable, on_today_read_cb, g_object_ref (self));
  else
    desk_read_find (self->session, text, MOST_ROWS, self->cancellable, on_found_cb,
                    g_object_ref (self));
}

static void
on_search_changed_cb (GtkSearchEntry *entry,
                      DeskGuestsPage *self)
{
  search (self);
}

static void
on_search_activated_cb (GtkSearchEntry *entry,
                        DeskGuestsPage *self)
{
  desk_stay_list_activate (DESK_STAY_LIST (self->list), 0);
}

static void
on_changed_cb (DeskGuestsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    search (self);
}

static void
desk_guests_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_guests_page_parent_class)->map (widget);

  search (DESK_GUESTS_PAGE (widget));
}

static gboolean
desk_guests_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_GUESTS_PAGE (widget)->entry);
}

static void
desk_guests_page_dispose (GObject *object)
{
  DeskGuestsPage *self = DESK_GUESTS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_guests_page_parent_class)->dispose (object);
}

static void
desk_guests_page_class_init (DeskGuestsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_STAY_LIST);

  G_OBJECT_CLASS (klass)->dispose = desk_guests_page_dispose;
  widget_class->map = desk_guests_page_map;
  widget_class->grab_focus = desk_guests_page_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-guests-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskGuestsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
}

static void
desk_guests_page_init (DeskGuestsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_guests_page_new (DeskSession *session)
{
  DeskGuestsPage *self = g_object_new (DESK_TYPE_GUESTS_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
desk_guests_page_search (DeskGuestsPage *self,
                         const char     *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

DeskStayList *
desk_guests_page_get_list (DeskGuestsPage *self)
{
  return DESK_STAY_LIST (self->list);
}
