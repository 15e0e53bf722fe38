/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-page.h"

#include "desk-show.h"
#include "desk-template.h"
#include "desk-window.h"

struct _DeskGuestPage
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *title;
  GtkWidget    *amount;
  GtkWidget    *sentence;
  GtkWidget    *arithmetic;
  GtkWidget    *back;

  /* Owned */
  DeskSession  *session;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskGuestPage, desk_guest_page, GTK_TYPE_BOX)

static void
on_explained_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskGuestPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = desk_worker_finish (result, &error);

  if (answers != NULL)
    {
      const DeskSaid *said = answers->pdata[0];

      gtk_label_set_label (GTK_LABEL (self->sentence), said->sentence);
      gtk_label_set_label (GTK_LABEL (self->arithmetic), said->arithmetic);
    }
  else
    {
      desk_window_show_error (GTK_WIDGET (self), error);
    }
}

static void
desk_guest_page_dispose (GObject *object)
{
  DeskGuestPage *self = DESK_GUEST_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_guest_page_parent_class)->dispose (object);
}

static gboolean
desk_guest_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_GUEST_PAGE (widget)->back);
}

static void
desk_guest_page_class_init (DeskGuestPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_guest_page_dispose;
  widget_class->grab_focus = desk_guest_page_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-guest-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskGuestPage, title);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestPage, amount);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestPage, arithmetic);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestPage, back);
}

static void
desk_guest_page_init (DeskGuestPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_guest_page_new (DeskSession *session)
{
  DeskGuestPage *self = g_object_new (DESK_TYPE_GUEST_PAGE, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * desk_guest_page_show:
 * @self: a page
 * @bill: of the guest
 * @question: what is explained; its first language is the guest's
 * @title: what it is, in that language
 */
void
desk_guest_page_show (DeskGuestPage      *self,
                      DeskBill           *bill,
                      const DeskQuestion *question,
                      const char         *title)
{
  const DeskCatalog *catalog = desk_catalog_get (question->langs[0]);
  const DeskProperty *property = desk_bill_get_property (bill);
  const DeskPosting *line = NULL;
  g_autofree char *amount = NULL;

  if (question->topic == DESK_EXPLAIN_LINE)
    line = desk_folio_view_get_line (desk_bill_get_folio (bill), question->line);
  if (line != NULL)
    amount = desk_show_money (catalog, property, line->amount_minor);
  else
    amount = desk_show_money (catalog, property, desk_bill_get_stay (bill)->balance_now);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->amount), amount);

  /* What is open is another figure than what the whole bill comes to, which the sentence says. */
  gtk_widget_set_visible (self->amount, line != NULL || question->topic == DESK_EXPLAIN_BALANCE);

  /* Never the answer to the question before, not even for a moment. */
  gtk_label_set_label (GTK_LABEL (self->sentence), "");
  gtk_label_set_label (GTK_LABEL (self->arithmetic), "");

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_read_explanation (self->session, bill, question, self->cancellable, on_explained_cb,
                         g_object_ref (self));
}

const char *
desk_guest_page_get_sentence (DeskGuestPage *self)
{
  return gtk_label_get_label (GTK_LABEL (self->sentence));
}
