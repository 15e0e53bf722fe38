/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-page.h"

#include "desk-credit.h"
#include "desk-intl.h"
#include "desk-pair.h"
#include "desk-pool.h"
#include "desk-reads.h"
#include "desk-show.h"
#include "desk-spot-row.h"
#include "desk-stay-header.h"
#include "desk-tasks.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-window.h"

/* What is left is told when these are put right. */
#define MOST_SPOTS 3

/* A bill that comes sooner follows the last one without a word about waiting in between. */
#define PATIENCE_MS 120

struct _DeskStayPage
{
  GtkBox            parent_instance;

  /* Template widgets */
  GtkWidget        *stack;
  GtkWidget        *trouble_label;
  GtkWidget        *header;
  GtkWidget        *spots;
  GtkWidget        *folio;
  GtkWidget        *explain;
  GtkWidget        *now;
  GtkWidget        *departure;
  GtkWidget        *promised;
  GtkWidget        *differs;
  GtkWidget        *credit;
  GtkWidget        *credit_text;
  GtkWidget        *check_in;
  GtkWidget        *post;
  GtkWidget        *check_out;
  GtkWidget        *pay;
  GtkWidget        *move;
  GtkWidget        *more;

  /* Owned */
  DeskSession      *session;
  DeskBill         *bill;         /* (nullable): while the first one is read */
  GCancellable     *cancellable;  /* (nullable): of the read on its way */
  char             *wanted_lang;  /* (nullable): language of the question that waits */

  /* State */
  gint64            stay_id;      /* 0: none */
  guint             patience_id;  /* 0: nothing is waited for in silence */
  gboolean          asks;         /* a question waits for the bill */
  DeskExplainTopic  wanted_topic;
  int               wanted_line;
};

G_DEFINE_FINAL_TYPE (DeskStayPage, desk_stay_page, GTK_TYPE_BOX)

enum { LOADED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What is blank is there for nobody: it belongs to the stay before. */
static void
set_blank (DeskStayPage *self,
           gboolean      blank)
{
  GtkWidget *stay = gtk_stack_get_child_by_name (GTK_STACK (self->stack), "stay");

  gtk_widget_set_opacity (stay, blank ? 0 : 1);
  gtk_widget_set_can_focus (stay, !blank);
  gtk_widget_set_can_target (stay, !blank);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, blank, -1);
}

static void
show_part (DeskStayPage *self,
           const char   *name)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  set_blank (self, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

static gboolean
lose_patience_cb (gpointer user_data)
{
  DeskStayPage *self = user_data;

  self->patience_id = 0;
  show_part (self, "loading");

  return G_SOURCE_REMOVE;
}

/* Nothing of the last stay is seen while another's bill is read. To say that it is would cost
 * two frames, and mostly be gone before it is read. */
static void
wait_for_bill (DeskStayPage *self)
{
  gboolean stays = g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)),
                                "stay");

  if (self->stay_id == 0 || !stays)
    {
      show_part (self, "loading");
      return;
    }

  g_clear_handle_id (&self->patience_id, g_source_remove);
  set_blank (self, TRUE);
  self->patience_id = g_timeout_add (PATIENCE_MS, lose_patience_cb, self);
}

static void
set_money (GtkWidget          *label,
           const DeskProperty *property,
           gint64              minor)
{
  g_autofree char *text = desk_show_money (desk_app_get_catalog (), property, minor);

  gtk_label_set_label (GTK_LABEL (label), text);
}

/* What a card holds stands beside the amounts, never among them. */
static void
show_credit (DeskStayPage *self)
{
  const DeskProperty *property = desk_bill_get_property (self->bill);
  g_autoptr (DeskMessage) credit = desk_credit_say (desk_bill_get_stay (self->bill), property);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->credit, credit != NULL);
  if (credit == NULL)
    return;
  text = desk_message_render (credit, desk_app_get_catalog (), property);
  gtk_label_set_label (GTK_LABEL (self->credit_text), text);
  desk_pool_set_tooltip (self->credit, text);
}

static void
show_balances (DeskStayPage *self)
{
  const DeskStayView *stay = desk_bill_get_stay (self->bill);
  const DeskProperty *property = desk_bill_get_property (self->bill);

  set_money (self->now, property, stay->balance_now);
  set_money (self->departure, property, stay->balance_departure);
  set_money (self->promised, property, stay->promised);
  gtk_widget_set_visible (self->differs, stay->balance_departure != stay->promised);
  show_credit (self);
}

static gboolean
is_told (DeskStayPage      *self,
         const char *const *texts)
{
  GtkWidget *row = gtk_widget_get_first_child (self->spots);
  guint n = 0;

  for (; row != NULL && texts[n] != NULL; row = gtk_widget_get_next_sibling (row))
    if (!g_str_equal (desk_spot_row_get_text (DESK_SPOT_ROW (row)), texts[n++]))
      return FALSE;

  return row == NULL && texts[n] == NULL;
}

/* Told again only where it is something else, so that a row keeps the focus. */
static void
show_spots (DeskStayPage *self)
{
  const GPtrArray *spots = desk_bill_get_spots (self->bill);
  g_auto (GStrv) texts = g_new0 (char *, spots->len + 1);
  GtkWidget *row;

  for (guint i = 0; i < MIN (spots->len, MOST_SPOTS); i++)
    texts[i] = desk_message_render (((const DeskSpot *) spots->pdata[i])->say,
                                    desk_app_get_catalog (), desk_bill_get_property (self->bill));
  if (is_told (self, (const char *const *) texts))
    return;

  while ((row = gtk_widget_get_first_child (self->spots)) != NULL)
    gtk_box_remove (GTK_BOX (self->spots), row);
  for (guint i = 0; texts[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->spots), desk_spot_row_new (texts[i], (int) i));
  gtk_widget_set_visible (self->spots, *texts != NULL);
}

/* Only what the state calls for; the rest stands behind the dots. */
static void
show_buttons (DeskStayPage *self)
{
  const DeskStayRow *row = desk_bill_get_row (self->bill);
  gboolean in_house = row->state == DESK_STAY_IN_HOUSE;
  gboolean due_out = in_house &&
                     row->departure <= desk_session_get_business_date (self->session);

  gtk_widget_set_visible (self->check_in, row->state == DESK_STAY_BOOKED);
  gtk_widget_set_visible (self->post, in_house && !due_out);
  gtk_widget_set_visible (self->check_out, due_out);
  gtk_widget_set_visible (self->pay, in_house);
  gtk_widget_set_visible (self->move, in_house || row->state == DESK_STAY_BOOKED);
  gtk_widget_set_visible (self->more, in_house || row->state == DESK_STAY_BOOKED);

  desk_task_tell (self->check_in, "check-in", self->session, self->bill);
  desk_task_tell (self->post, "post", self->session, self->bill);
  desk_task_tell (self->check_out, "check-out", self->session, self->bill);
  desk_task_tell (self->pay, "pay", self->session, self->bill);
  desk_task_tell (self->move, "move", self->session, self->bill);
  desk_explain_pane_tell_tasks (DESK_EXPLAIN_PANE (self->explain));
}

static void
ask_what_waits (DeskStayPage *self)
{
  if (self->wanted_lang != NULL)
    desk_explain_pane_set_language (DESK_EXPLAIN_PANE (self->explain), self->wanted_lang);

  if (self->wanted_topic == DESK_EXPLAIN_LINE)
    desk_folio_pane_select_line (DESK_FOLIO_PANE (self->folio), self->wanted_line);
  desk_explain_pane_ask (DESK_EXPLAIN_PANE (self->explain), self->wanted_topic, self->wanted_line);

  self->asks = FALSE;
}

static void
show_bill (DeskStayPage *self,
           DeskBill     *bill)
{
  gboolean first = self->bill == NULL;

  g_set_object (&self->bill, bill);
  desk_stay_header_set_bill (DESK_STAY_HEADER (self->header), bill,
                             desk_session_get_business_date (self->session));
  desk_explain_pane_set_bill (DESK_EXPLAIN_PANE (self->explain), bill);
  desk_folio_pane_set_bill (DESK_FOLIO_PANE (self->folio), bill);
  show_spots (self);
  show_balances (self);
  show_buttons (self);
  show_part (self, "stay");

  if (self->asks)
    ask_what_waits (self);
  if (first && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[LOADED], 0);
}

static void
show_trouble (DeskStayPage *self,
              GError       *error)
{
  g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
  g_autofree char *text = desk_trouble_dup_text (trouble);

  /* What is on screen stays there; without anything on it the page says why. */
  if (self->bill != NULL)
    {
      desk_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  gtk_label_set_label (GTK_LABEL (self->trouble_label), text);
  desk_pool_set_tooltip (self->trouble_label, trouble->detail);
  show_part (self, "trouble");
}

static void
on_bill_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskStayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBill) bill = desk_worker_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    g_clear_object (&self->cancellable);
  if (bill != NULL)
    show_bill (self, bill);
  else if (!desk_trouble_is_silent (error))
    show_trouble (self, error);
}

static void
load (DeskStayPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->stay_id == 0 || desk_session_get_user (self->session) == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  desk_read_bill (self->session, self->stay_id, self->cancellable, on_bill_read_cb,
                  g_object_ref (self));
}

static void
on_changed_cb (DeskStayPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
reload_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  load (DESK_STAY_PAGE (widget));
}

static void
on_line_selected_cb (DeskFolioPane *folio,
                     int            line,
                     DeskStayPage  *self)
{
  if (desk_explain_pane_get_line (DESK_EXPLAIN_PANE (self->explain)) != line ||
      desk_explain_pane_get_topic (DESK_EXPLAIN_PANE (self->explain)) != DESK_EXPLAIN_LINE)
    desk_explain_pane_ask (DESK_EXPLAIN_PANE (self->explain), DESK_EXPLAIN_LINE, line);
}

static void
on_line_activated_cb (DeskFolioPane *folio,
                      DeskStayPage  *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-to-guest", NULL);
}

/* Space on the lines shows the guest; GTK would only select the row again. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskStayPage          *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (keyval != GDK_KEY_space || focus == NULL || GTK_IS_BUTTON (focus) ||
      !gtk_widget_is_ancestor (focus, self->folio))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-to-guest", NULL);

  return GDK_EVENT_STOP;
}

static void
desk_stay_page_map (GtkWidget *widget)
{
  DeskStayPage *self = DESK_STAY_PAGE (widget);

  GTK_WIDGET_CLASS (desk_stay_page_parent_class)->map (widget);

  /* Whoever opened a stay has asked for its bill already. */
  if (self->cancellable == NULL)
    load (self);
  gtk_widget_grab_focus (widget);
}

/* Whoever comes here comes for the lines; before there are any, for what can be done. */
static gboolean
desk_stay_page_grab_focus (GtkWidget *widget)
{
  DeskStayPage *self = DESK_STAY_PAGE (widget);

  return self->bill != NULL && (gtk_widget_grab_focus (self->folio) ||
                                gtk_widget_get_focus_child (widget) != NULL ||
                                gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
}

static void
desk_stay_page_dispose (GObject *object)
{
  DeskStayPage *self = DESK_STAY_PAGE (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->bill);
  g_clear_pointer (&self->wanted_lang, g_free);

  G_OBJECT_CLASS (desk_stay_page_parent_class)->dispose (object);
}

static void
desk_stay_page_class_init (DeskStayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_STAY_HEADER);
  g_type_ensure (DESK_TYPE_FOLIO_PANE);
  g_type_ensure (DESK_TYPE_EXPLAIN_PANE);
  g_type_ensure (DESK_TYPE_PAIR);

  G_OBJECT_CLASS (klass)->dispose = desk_stay_page_dispose;
  widget_class->map = desk_stay_page_map;
  widget_class->grab_focus = desk_stay_page_grab_focus;

  /**
   * DeskStayPage::loaded:
   *
   * Another stay is shown, or the same as it is now.
   */
  signals[LOADED] = g_signal_new ("loaded", DESK_TYPE_STAY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-stay-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, header);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, spots);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, folio);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, explain);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, now);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, departure);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, promised);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, differs);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, credit);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, credit_text);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, check_in);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, post);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, check_out);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, pay);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, move);
  gtk_widget_class_bind_template_child (widget_class, DeskStayPage, more);
  gtk_widget_class_bind_template_callback (widget_class, on_line_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "stay.reload", NULL, reload_action);
}

static void
desk_stay_page_init (DeskStayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_stay_page_new (DeskSession *session)
{
  DeskStayPage *self = g_object_new (DESK_TYPE_STAY_PAGE, NULL);
  g_autoptr (GtkBuilder) menus = desk_template_new_builder (DESK_UI ("desk-menus.ui"));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more),
                                  G_MENU_MODEL (gtk_builder_get_object (menus, "stay_menu")));
  self->session = g_object_ref (session);
  desk_explain_pane_set_session (DESK_EXPLAIN_PANE (self->explain), session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * desk_stay_page_open:
 * @self: a page
 * @stay_id: whose bill; 0: nobody's
 */
void
desk_stay_page_open (DeskStayPage *self,
                     gint64        stay_id)
{
  gboolean other = self->stay_id != stay_id;

  self->stay_id = stay_id;
  if (other)
    {
      g_clear_object (&self->bill);
      wait_for_bill (self);
    }
  load (self);
}

/**
 * desk_stay_page_explain:
 * @self: a page with a stay
 * @topic: what is asked
 * @line: number of a line, where @topic is a line
 * @lang: (nullable): the language to answer in
 *
 * Answers at once, or as soon as the bill has been read.
 */
void
desk_stay_page_explain (DeskStayPage     *self,
                        DeskExplainTopic  topic,
                        int               line,
                        const char       *lang)
{
  self->asks = TRUE;
  self->wanted_topic = topic;
  self->wanted_line = line;
  g_free (self->wanted_lang);
  self->wanted_lang = g_strdup (lang);

  if (self->bill != NULL)
    ask_what_waits (self);
}

gint64
desk_stay_page_get_stay_id (DeskStayPage *self)
{
  return self->stay_id;
}

/**
 * desk_stay_page_get_bill:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
DeskBill *
desk_stay_page_get_bill (DeskStayPage *self)
{
  return self->bill;
}

DeskFolioPane *
desk_stay_page_get_folio (DeskStayPage *self)
{
  return DESK_FOLIO_PANE (self->folio);
}

DeskExplainPane *
desk_stay_page_get_explain (DeskStayPage *self)
{
  return DESK_EXPLAIN_PANE (self->explain);
}
