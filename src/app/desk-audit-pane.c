/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-pane.h"

#include "desk-adjustment-chain.h"
#include "desk-audit-decide.h"
#include "desk-explain.h"
#include "desk-intl.h"
#include "desk-reads-audit.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-whole-lines.h"

struct _DeskAuditPane
{
  GtkBox         parent_instance;

  /* Template widgets */
  GtkWidget     *stack;
  GtkWidget     *title;
  GtkWidget     *amount;
  GtkWidget     *why;
  GtkWidget     *mark;
  GtkWidget     *chain;
  GtkWidget     *open;
  GtkWidget     *answer;
  GtkWidget     *foot;

  /* Owned */
  DeskSession   *session;
  DeskAuditItem *item;           /* (nullable) */
  GCancellable  *cancellable;    /* (nullable): of the read on its way */
};

G_DEFINE_FINAL_TYPE (DeskAuditPane, desk_audit_pane, GTK_TYPE_BOX)

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
show_why (DeskAuditPane *self)
{
  const char *const *flags = desk_audit_item_get_flags (self->item);
  const char *mark = desk_audit_item_get_mark (self->item);

  remove_children (self->why);
  for (guint i = 0; flags[i] != NULL; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *sign = gtk_label_new ("⚑");
      GtkWidget *text = new_label (flags[i], NULL);

      gtk_widget_add_css_class (sign, "flag");
      gtk_widget_set_valign (sign, GTK_ALIGN_START);
      gtk_widget_set_hexpand (text, TRUE);
      gtk_box_append (GTK_BOX (row), sign);
      gtk_box_append (GTK_BOX (row), text);
      gtk_box_append (GTK_BOX (self->why), row);
    }
  gtk_widget_set_visible (self->why, flags[0] != NULL);
  gtk_label_set_label (GTK_LABEL (self->mark), mark != NULL ? mark : "");
  gtk_widget_set_visible (self->mark, mark != NULL);
}

/* A question waits for its answer, and the stay it is about can be opened. */
static void
show_foot (DeskAuditPane *self)
{
  gint64 stay_id = desk_audit_item_get_record (self->item)->stay_id;

  gtk_widget_set_visible (self->open, stay_id != 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "x", stay_id);
  gtk_widget_set_visible (self->answer, desk_audit_decide_is_own (self->session, self->item) &&
                                          desk_audit_item_is_open (self->item));
  gtk_widget_set_visible (self->foot, gtk_widget_get_visible (self->answer) ||
                                        gtk_widget_get_visible (self->open));
}

static void
show_chain (DeskAuditPane   *self,
            const GPtrArray *links)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  DeskProperty *property = desk_session_get_property (self->session);
  const char *before = NULL;

  remove_children (self->chain);
  for (guint i = 0; i < links->len; i++)
    {
      const DeskChainLink *link = links->pdata[i];
      g_autofree char *text = desk_message_render (link->text, catalog, property);

      if (g_strcmp0 (before, link->title) != 0)
        gtk_box_append (GTK_BOX (self->chain), new_label (_(link->title), "field-label"));
      gtk_box_append (GTK_BOX (self->chain), new_label (text, "chain-text"));
      before = link->title;
    }
}

static void
on_chain_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DeskAuditPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = desk_worker_finish (result, &error);

  if (links != NULL)
    {
      show_chain (self, links);
      return;
    }
  if (!desk_trouble_is_silent (error))
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
      g_autofree char *text = desk_trouble_dup_text (trouble);

      remove_children (self->chain);
      gtk_box_append (GTK_BOX (self->chain), new_label (text, NULL));
    }
}

/**
 * desk_audit_pane_set_session:
 * @self: a pane
 * @session: where to read
 */
void
desk_audit_pane_set_session (DeskAuditPane *self,
                             DeskSession   *session)
{
  self->session = g_object_ref (session);
}

/**
 * desk_audit_pane_show:
 * @self: a pane
 * @item: (nullable): the chosen row
 */
void
desk_audit_pane_show (DeskAuditPane *self,
                      DeskAuditItem *item)
{
  g_autofree char *title = NULL;
  g_autofree char *amount = NULL;

  if (item != NULL && item == self->item)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->item, item);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), item != NULL ? "row" : "empty");
  if (item == NULL)
    return;

  title = desk_audit_item_dup_title (item);
  amount = desk_audit_item_dup_text (item, DESK_AUDIT_AMOUNT);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->amount), amount);
  show_why (self);
  show_foot (self);
  self->cancellable = g_cancellable_new ();
  desk_read_audit_chain (self->session, desk_audit_item_get_record (item), self->cancellable,
                         on_chain_read_cb, g_object_ref (self));
}

/**
 * desk_audit_pane_dup_chain:
 *
 * Returns: (transfer full): the shown steps, a line each
 */
char *
desk_audit_pane_dup_chain (DeskAuditPane *self)
{
  GString *text = g_string_new (NULL);
  GtkWidget *label = gtk_widget_get_first_child (self->chain);

  for (; label != NULL; label = gtk_widget_get_next_sibling (label))
    g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (label)));

  return g_string_free (text, FALSE);
}

static void
desk_audit_pane_dispose (GObject *object)
{
  DeskAuditPane *self = DESK_AUDIT_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_audit_pane_parent_class)->dispose (object);
}

static void
desk_audit_pane_class_init (DeskAuditPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_WHOLE_LINES);

  G_OBJECT_CLASS (klass)->dispose = desk_audit_pane_dispose;

  desk_template_set (widget_class, DESK_UI ("desk-audit-pane.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPane, title);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPane, amount);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPane, why);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPane, mark);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPane, chain);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPane, open);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPane, answer);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPane, foot);
}

static void
desk_audit_pane_init (DeskAuditPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
