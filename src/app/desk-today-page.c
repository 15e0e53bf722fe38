/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-today-page.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-reads.h"
#include "desk-show.h"
#include "desk-template.h"
#include "desk-trouble.h"

/* Who stands under two heads is counted under the more pressing one, so that the numbers
 * add up to that of the list. */
static const DeskStayFilter arrival_filters[] = {
  /* Translators: arrivals whose room can be given; {n} is how many. Short: a button. */
  { N_("ready {n}"), 0, DESK_LOOK_LATE | DESK_LOOK_NO_ROOM | DESK_LOOK_NOT_READY },
  /* Translators: arrivals who have no room, or one that is not clean or free. Short. */
  { N_("not ready {n}"), DESK_LOOK_NO_ROOM | DESK_LOOK_NOT_READY, DESK_LOOK_LATE },
  /* Translators: arrivals who were expected before today. Short. */
  { N_("late {n}"), DESK_LOOK_LATE, 0 },
};

static const DeskStayFilter departure_filters[] = {
  /* Translators: departures on whose bill nothing is to be looked at. Short. */
  { N_("bill clean {n}"), 0,
    DESK_LOOK_OVERDUE | DESK_LOOK_ABOVE_PROMISE | DESK_LOOK_CREDIT },
  /* Translators: departures on whose bill somebody should look. Short. */
  { N_("look at {n}"), DESK_LOOK_OVERDUE | DESK_LOOK_ABOVE_PROMISE | DESK_LOOK_CREDIT, 0 },
};

struct _DeskTodayPage
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *date;
  GtkWidget    *asked;
  GtkWidget    *rush;
  GtkWidget    *rush_text;
  GtkWidget    *trouble;
  GtkWidget    *trouble_label;
  GtkWidget    *arrivals;
  GtkWidget    *in_house;
  GtkWidget    *departures;
  GtkWidget    *lists;

  /* Owned */
  DeskSession  *session;
  GCancellable *cancellable;    /* (nullable): of the read on its way */

  /* State */
  gboolean      loaded;
};

G_DEFINE_FINAL_TYPE (DeskTodayPage, desk_today_page, GTK_TYPE_BOX)

/* "3 rooms asked for: 229, 233, 402" */
static void
show_rush (DeskTodayPage *self,
           GPtrArray     *numbers)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *n = desk_format_int (catalog, numbers->len);
  g_autoptr (GString) rooms = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (rooms, "%s%s", i > 0 ? ", " : "", (const char *) numbers->pdata[i]);

  /* Translators: rooms that housekeeping is asked to do next; {rooms} are their numbers */
  text = desk_fill (desk_catalog_ngettext (catalog, "{n} room asked for: {rooms}",
                                           "{n} rooms asked for: {rooms}", numbers->len),
                    "n", n, "rooms", rooms->str, NULL);
  gtk_label_set_label (GTK_LABEL (self->rush_text), text);
  gtk_widget_set_visible (self->rush, numbers->len > 0);
}

static void
show_asked (DeskTodayPage *self,
            guint          n_asked)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *n = desk_format_int (catalog, n_asked);
  /* Translators: a button: who reviews asks this person why they did something */
  g_autofree char *text = desk_fill (desk_catalog_ngettext (catalog, "{n} question to you",
                                                            "{n} questions to you", n_asked),
                                     "n", n, NULL);

  gtk_button_set_label (GTK_BUTTON (self->asked), text);
  gtk_widget_set_visible (self->asked, n_asked > 0);
}

static void
show_today (DeskTodayPage *self,
            DeskToday     *today)
{
  DeskProperty *property = desk_session_get_property (self->session);
  g_autofree char *date = desk_show_date (desk_app_get_catalog (), today->business_date,
                                          DESK_DATE_FULL);

  gtk_label_set_label (GTK_LABEL (self->date), date);
  desk_stay_list_set_rows (DESK_STAY_LIST (self->arrivals), property, today->arrivals);
  desk_stay_list_set_rows (DESK_STAY_LIST (self->in_house), property, today->in_house);
  desk_stay_list_set_rows (DESK_STAY_LIST (self->departures), property, today->departures);
  show_rush (self, today->rush);
  show_asked (self, today->n_asked);
  self->loaded = TRUE;
}

static void
on_today_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DeskTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskToday) today = desk_worker_finish (result, &error);

  if (error != NULL && desk_trouble_is_silent (error))
    return;

  gtk_widget_set_visible (self->trouble, error != NULL);
  /* What was read before may still be looked at; a list that never came is none. */
  gtk_widget_set_visible (self->lists, error == NULL || self->loaded);
  if (error != NULL)
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
      g_autofree char *text = desk_trouble_dup_text (trouble);

      gtk_label_set_label (GTK_LABEL (self->trouble_label), text);
      gtk_widget_set_tooltip_text (self->trouble_label, trouble->detail);
    }
  else
    {
      show_today (self, today);
    }
}

static void
load (DeskTodayPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (desk_session_get_user (self->session) == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  desk_read_today (self->session, self->cancellable, on_today_read_cb, g_object_ref (self));
}

/* Pages that nobody sees are read when somebody looks at them. */
static void
on_changed_cb (DeskTodayPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* The lists stand beside each other, and Tab goes through all rows of each. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskTodayPage         *self)
{
  GtkWidget *lists[] = { self->arrivals, self->in_house, self->departures };
  int step = keyval == GDK_KEY_Right ? 1 : keyval == GDK_KEY_Left ? -1 : 0;
  int at = 0;

  if (step == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  while (at < (int) G_N_ELEMENTS (lists) &&
         !desk_stay_list_has_focus (DESK_STAY_LIST (lists[at])))
    at++;
  if (at == G_N_ELEMENTS (lists))
    return FALSE;

  for (at += step; at >= 0 && at < (int) G_N_ELEMENTS (lists); at += step)
    if (desk_stay_list_focus (DESK_STAY_LIST (lists[at])))
      break;
  return TRUE;
}

static void
reload_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  load (DESK_TODAY_PAGE (widget));
}

static void
desk_today_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_today_page_parent_class)->map (widget);

  load (DESK_TODAY_PAGE (widget));
}

static void
desk_today_page_dispose (GObject *object)
{
  DeskTodayPage *self = DESK_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_today_page_parent_class)->dispose (object);
}

static void
desk_today_page_class_init (DeskTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_STAY_LIST);

  G_OBJECT_CLASS (klass)->dispose = desk_today_page_dispose;
  widget_class->map = desk_today_page_map;

  desk_template_set (widget_class, DESK_UI ("desk-today-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, asked);
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, rush);
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, rush_text);
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, arrivals);
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, in_house);
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, departures);
  gtk_widget_class_bind_template_child (widget_class, DeskTodayPage, lists);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "today.reload", NULL, reload_action);
}

static void
desk_today_page_init (DeskTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_stay_list_set_filters (DESK_STAY_LIST (self->arrivals), arrival_filters,
                              G_N_ELEMENTS (arrival_filters));
  desk_stay_list_set_filters (DESK_STAY_LIST (self->departures), departure_filters,
                              G_N_ELEMENTS (departure_filters));
}

GtkWidget *
desk_today_page_new (DeskSession *session)
{
  DeskTodayPage *self = g_object_new (DESK_TYPE_TODAY_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

gboolean
desk_today_page_is_loaded (DeskTodayPage *self)
{
  return self->loaded;
}

DeskStayList *
desk_today_page_get_arrivals (DeskTodayPage *self)
{
  return DESK_STAY_LIST (self->arrivals);
}

DeskStayList *
desk_today_page_get_in_house (DeskTodayPage *self)
{
  return DESK_STAY_LIST (self->in_house);
}

DeskStayList *
desk_today_page_get_departures (DeskTodayPage *self)
{
  return DESK_STAY_LIST (self->departures);
}
