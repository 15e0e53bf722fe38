/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-tab.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskWindowTab
{
  GtkButton  parent_instance;

  /* Template widgets */
  GtkWidget *name;
  GtkWidget *balance;

  /* State */
  int        number;
};

G_DEFINE_FINAL_TYPE (DeskWindowTab, desk_window_tab, GTK_TYPE_BUTTON)

static void
desk_window_tab_class_init (DeskWindowTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-window-tab.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskWindowTab, name);
  gtk_widget_class_bind_template_child (widget_class, DeskWindowTab, balance);
}

static void
desk_window_tab_init (DeskWindowTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_window_tab_show:
 * @self: a tab
 * @window: a window of a bill
 * @property: the house
 */
void
desk_window_tab_show (DeskWindowTab        *self,
                      const DeskWindowView *window,
                      const DeskProperty   *property)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *number = desk_format_int (catalog, window->number);
  /* Translators: a part of a bill with a payer of its own; {number} is 1 to 8 */
  g_autofree char *name = desk_fill (_("Window {number}"), "number", number, NULL);
  g_autofree char *balance = desk_show_amount (catalog, property, window->balance_minor);
  g_autofree char *label = g_strjoin (", ", name, window->payer, balance, NULL);

  self->number = window->number;
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->balance), balance);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "i", window->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "folio.window");
}

int
desk_window_tab_get_number (DeskWindowTab *self)
{
  return self->number;
}

void
desk_window_tab_set_shown (DeskWindowTab *self,
                           gboolean       shown)
{
  desk_show_class (GTK_WIDGET (self), "chosen", shown);
}
