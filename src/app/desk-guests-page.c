/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guests-page.h"

#include "desk-fill.h"
#include "desk-intl.h"
#include "desk-reads.h"
#include "desk-show.h"
#include "desk-template.h"
#include "desk-trouble.h"

/* As many as a screen shows: each letter pays for every row. More are found by typing on. */
#define MOST_ROWS 20

struct _DeskGuestsPage
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *entry;
  GtkWidget    *trouble;
  GtkWidget    *trouble_label;
  GtkWidget    *lists;
  GtkWidget    *list;
  GtkWidget    *history;

  /* Owned */
  DeskSession  *session;
  GCancellable *cancellable;    /* (nullable): of the search on its way */
  GCancellable *reading;        /* (nullable): of the guest on the way */

  /* State */
  gboolean      answered;       /* what is shown is what was searched for */
};

G_DEFINE_FINAL_TYPE (DeskGuestsPage, desk_guests_page, GTK_TYPE_BOX)

/* FALSE where nobody needs to be told. */
static gboolean
show_trouble (DeskGuestsPage *self,
              const GError   *error)
{
  if (error != NULL && desk_trouble_is_silent (error))
    return FALSE;

  gtk_widget_set_visible (self->trouble, error != NULL);
  gtk_widget_set_visible (self->lists, error == NULL);
  if (error != NULL)
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
      g_autofree char *text = desk_trouble_dup_text (trouble);

      gtk_label_set_label (GTK_LABEL (self->trouble_label), text);
      gtk_widget_set_tooltip_text (self->trouble_label, trouble->detail);
    }
  return TRUE;
}

/* What was searched for is said where nobody was found, and what else to try. */
static void
say_found (DeskGuestsPage *self,
           guint           n,
           gboolean        more,
           const char     *nearest)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *title = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *hint = NULL;

  if (*text == '\0')
    title = g_strdup (_("People of today"));
  else if (more && n > 0)
    title = desk_show_first (n);
  else
    title = g_strdup (_("Found"));
  g_object_set (self->list, "title", title, NULL);
  if (n > 0)
    return;

  if (*text == '\0')
    empty = g_strdup (_("Nobody is in house, arrives or leaves today."));
  else
    /* Translators: {text} is what was typed */
    empty = desk_fill (_("Nobody was found for “{text}”.\n\nTry the beginning of a name or two, a "
                         "room, a confirmation or agency number, the last digits of a telephone "
                         "number, or an e-mail address."), "text", text, NULL);
  if (nearest != NULL)
    hint = g_strjoin ("\n\n", nearest, empty, NULL);
  g_object_set (self->list, "empty", hint != NULL ? hint : empty, NULL);
}

static void
show_rows (DeskGuestsPage *self,
           GPtrArray      *rows,
           gboolean        more,
           const char     *nearest)
{
  self->answered = TRUE;
  say_found (self, rows->len, more, nearest);
  desk_stay_list_set_found (DESK_STAY_LIST (self->list),
                            desk_session_get_property (self->session), rows);
}

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DeskGuestsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskFound) found = desk_worker_finish (result, &error);

  if (show_trouble (self, error) && found != NULL)
    show_rows (self, found->rows, found->more, found->nearest);
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

  if (!show_trouble (self, error) || today == NULL)
    return;

  /* All three lists give their rows away. */
  rows = g_ptr_array_new ();
  g_ptr_array_extend (rows, today->in_house, NULL, NULL);
  g_ptr_array_extend (rows, today->departures, NULL, NULL);
  g_ptr_array_extend (rows, today->arrivals, NULL, NULL);
  g_ptr_array_set_free_func (today->in_house, NULL);
  g_ptr_array_set_free_func (today->departures, NULL);
  g_ptr_array_set_free_func (today->arrivals, NULL);
  show_rows (self, rows, FALSE, NULL);
}

static void
on_guest_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DeskGuestsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskGuestView) view = desk_worker_finish (result, &error);

  if (view == NULL)
    {
      if (!desk_trouble_is_silent (error))
        gtk_widget_set_visible (self->history, FALSE);
      return;
    }

  desk_guest_history_show (DESK_GUEST_HISTORY (self->history), view,
                           desk_session_get_property (self->session));
  gtk_widget_set_visible (self->history, TRUE);
}

/* The guest of the row that is selected stands beside the list. */
static void
on_selected_cb (DeskGuestsPage *self)
{
  gint64 guest_id = desk_stay_list_get_selected_guest (DESK_STAY_LIST (self->list));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (guest_id == 0 || desk_session_get_user (self->session) == NULL)
    {
      gtk_widget_set_visible (self->history, FALSE);
      return;
    }

  self->reading = g_cancellable_new ();
  desk_read_guest (self->session, guest_id, self->reading, on_guest_read_cb,
                   g_object_ref (self));
}

static void
search (DeskGuestsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (desk_session_get_user (self->session) == NULL)
    return;

  self->answered = FALSE;
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
  desk_stay_list_open_selected (DESK_STAY_LIST (self->list));
}

/* Up and down go through what was found while one types. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskGuestsPage        *self)
{
  if (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;

  desk_stay_list_step (DESK_STAY_LIST (self->list), keyval == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
reload_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  search (DESK_GUESTS_PAGE (widget));
}

static void
on_changed_cb (DeskGuestsPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  search (self);
  on_selected_cb (self);
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
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_guests_page_parent_class)->dispose (object);
}

static void
desk_guests_page_class_init (DeskGuestsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_GUEST_HISTORY);
  g_type_ensure (DESK_TYPE_STAY_LIST);

  G_OBJECT_CLASS (klass)->dispose = desk_guests_page_dispose;
  widget_class->map = desk_guests_page_map;
  widget_class->grab_focus = desk_guests_page_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-guests-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskGuestsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestsPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestsPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestsPage, list);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestsPage, history);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "guests.reload", NULL, reload_action);
}

static void
desk_guests_page_init (DeskGuestsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "selected", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
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
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) == 0)
    return;

  /* The entry would first be empty, which is another search. */
  g_signal_handlers_block_by_func (self->entry, on_search_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_handlers_unblock_by_func (self->entry, on_search_changed_cb, self);
  search (self);
}

/* Whether what is shown is what was searched for last. */
gboolean
desk_guests_page_is_answered (DeskGuestsPage *self)
{
  return self->answered;
}

DeskStayList *
desk_guests_page_get_list (DeskGuestsPage *self)
{
  return DESK_STAY_LIST (self->list);
}

DeskGuestHistory *
desk_guests_page_get_history (DeskGuestsPage *self)
{
  return DESK_GUEST_HISTORY (self->history);
}
