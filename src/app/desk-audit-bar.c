/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-bar.h"

#include "desk-audit-decide.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskAuditBar
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *accept;
  GtkWidget *alike;
};

G_DEFINE_FINAL_TYPE (DeskAuditBar, desk_audit_bar, GTK_TYPE_BOX)

static void
desk_audit_bar_class_init (DeskAuditBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-audit-bar.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskAuditBar, accept);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditBar, alike);
}

static void
desk_audit_bar_init (DeskAuditBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_audit_bar_show:
 * @self: a bar
 * @session: who is signed in
 * @item: (nullable): the chosen row
 * @alike: there are others like it that are accepted with it
 *
 * It stays where it is from row to row, so that nothing jumps; what cannot be decided about
 * is shown so.
 */
void
desk_audit_bar_show (DeskAuditBar  *self,
                     DeskSession   *session,
                     DeskAuditItem *item,
                     gboolean       alike)
{
  gtk_widget_set_visible (GTK_WIDGET (self), desk_session_may (session, DESK_RIGHT_AUDIT));
  gtk_widget_set_visible (self->alike, alike);
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            item != NULL && desk_audit_decide_may (session, item));
  desk_show_class (self->accept, "suggested-action",
                   item != NULL && desk_audit_item_is_open (item));
}
