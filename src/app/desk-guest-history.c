/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-history.h"

#include "desk-fill.h"
#include "desk-intl.h"
#include "desk-show.h"
#include "desk-state-words.h"
#include "desk-template.h"

struct _DeskGuestHistory
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *name;
  GtkWidget *reach;
  GtkWidget *stays;
  GtkWidget *hint;
  GtkWidget *given_title;
  GtkWidget *given;
};

G_DEFINE_FINAL_TYPE (DeskGuestHistory, desk_guest_history, GTK_TYPE_BOX)

static void
desk_guest_history_class_init (DeskGuestHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_STAY_LIST);

  desk_template_set (widget_class, DESK_UI ("desk-guest-history.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskGuestHistory, name);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestHistory, reach);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestHistory, stays);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestHistory, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestHistory, given_title);
  gtk_widget_class_bind_template_child (widget_class, DeskGuestHistory, given);
}

static void
desk_guest_history_init (DeskGuestHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "4 Sep · noise · 20.00" */
static char *
dup_given_row (const DeskGivenRow *row,
               const DeskProperty *property)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *date = desk_show_date (catalog, row->business_date, DESK_DATE_DAY_MONTH);
  g_autofree char *value = desk_show_amount (catalog, property, row->value_minor);
  const char *words = desk_say_reason (catalog, property, row->reason);

  return words[0] != '\0' ? g_strjoin (" · ", date, words, value, NULL)
                          : g_strjoin (" · ", date, value, NULL);
}

static char *
dup_given (const DeskGuestView *view,
           const DeskProperty  *property)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < view->given->len; i++)
    {
      g_autofree char *row = dup_given_row (view->given->pdata[i], property);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", row);
    }
  if (view->given->len == 0)
    g_string_append (text, _("Nothing so far."));

  return g_string_free (text, FALSE);
}

/**
 * desk_guest_history_show:
 * @self: a pane
 * @view: a guest; the stays go over to the pane
 * @property: the house
 */
void
desk_guest_history_show (DeskGuestHistory *self,
                         DeskGuestView    *view,
                         DeskProperty     *property)
{
  g_autofree char *reach = desk_guest_view_dup_reach (view, desk_app_get_catalog ());
  g_autofree char *given = dup_given (view, property);

  gtk_label_set_label (GTK_LABEL (self->name), view->name);
  gtk_widget_set_tooltip_text (self->name, view->name);
  gtk_label_set_label (GTK_LABEL (self->reach), reach);
  gtk_label_set_label (GTK_LABEL (self->given), given);
  desk_stay_list_set_rows (DESK_STAY_LIST (self->stays), property, view->stays);
}

/* Whether what is not for the guest's eyes is shown. */
void
desk_guest_history_set_peek (DeskGuestHistory *self,
                             gboolean          peek)
{
  gtk_widget_set_visible (self->given, peek);
  gtk_widget_set_visible (self->given_title, peek);
  gtk_widget_set_visible (self->hint, !peek);
}

DeskStayList *
desk_guest_history_get_stays (DeskGuestHistory *self)
{
  return DESK_STAY_LIST (self->stays);
}

/* What was put right and given, %NULL while it is hidden. */
const char *
desk_guest_history_get_given (DeskGuestHistory *self)
{
  return gtk_widget_get_visible (self->given) ? gtk_label_get_label (GTK_LABEL (self->given))
                                              : NULL;
}
