/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-line-card.h"

#include <string.h>

#include "desk-intl.h"
#include "desk-line-bar.h"
#include "desk-note.h"
#include "desk-plan-view.h"
#include "desk-show.h"
#include "desk-stay-cell.h"
#include "desk-template.h"
#include "desk-trouble.h"

struct _DeskLineCard
{
  GtkBox              parent_instance;

  /* Template widgets */
  GtkWidget          *echo;
  GtkWidget          *list;
  GtkWidget          *more_found;
  GtkWidget          *plan_view;
  GtkWidget          *said_box;
  GtkWidget          *sentence;
  GtkWidget          *other;
  GtkWidget          *arithmetic;
  GtkWidget          *notes;
  GtkWidget          *keys;
  GtkSingleSelection *selection;
  GListStore         *store;
};

G_DEFINE_FINAL_TYPE (DeskLineCard, desk_line_card, GTK_TYPE_BOX)

static void
on_row_activated_cb (GtkListView  *list,
                     guint         position,
                     DeskLineCard *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-stay", "x",
                              desk_line_card_get_selected (self));
}

static void
desk_line_card_class_init (DeskLineCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_PLAN_VIEW);
  g_type_ensure (DESK_TYPE_STAY_ITEM);

  desk_template_set (widget_class, DESK_UI ("desk-line-card.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, echo);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, list);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, more_found);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, plan_view);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, said_box);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, other);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, arithmetic);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, notes);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, keys);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, selection);
  gtk_widget_class_bind_template_child (widget_class, DeskLineCard, store);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
desk_line_card_init (DeskLineCard *self)
{
  g_autoptr (GtkListItemFactory) cells = desk_stay_cell_new_factory ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), cells);
}

static void
clear_notes (DeskLineCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notes)) != NULL)
    gtk_box_remove (GTK_BOX (self->notes), child);
}

/* What is wrong begins with a word of the line, and is read here as a sentence. */
static char *
dup_sentence (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, *text != '\0' ? 1 : 0);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

/* While it may still become something, only what may follow is told. */
static void
show_trouble (DeskLineCard *self,
              DeskTyped    *typed)
{
  g_autoptr (DeskTrouble) trouble = desk_trouble_new (typed->problem);
  g_autofree char *detail = dup_sentence (trouble->detail);

  gtk_box_append (GTK_BOX (self->notes),
                  typed->unfinished ? desk_note_new (DESK_NOTE_PLAIN, detail)
                                    : desk_note_new (DESK_NOTE_WARNING, trouble->what));
  gtk_label_set_label (GTK_LABEL (self->echo), detail);
  gtk_widget_set_visible (self->echo, !typed->unfinished);
}

/* Why the line was not understood; a search that finds somebody needs no reproach. */
static void
show_problem (DeskLineCard *self,
              DeskTyped    *typed)
{
  gboolean found = typed->rows != NULL && typed->rows->len > 0;
  gboolean searched = typed->line != NULL && typed->line->kind == DESK_LINE_FIND;

  clear_notes (self);
  if (typed->problem != NULL && !found)
    show_trouble (self, typed);
  else if (searched && !found)
    {
      gtk_box_append (GTK_BOX (self->notes),
                      desk_note_new (DESK_NOTE_WARNING,
                                     _("Nobody fits. Try part of a name, a room or a confirmation "
                                       "number.")));
    }
  if (typed->nearest != NULL && !found)
    gtk_box_append (GTK_BOX (self->notes), desk_note_new (DESK_NOTE_PLAIN, typed->nearest));
  gtk_widget_set_visible (self->notes, gtk_widget_get_first_child (self->notes) != NULL);
}

static const char *
get_plan_keys (DeskTyped *typed)
{
  const DeskAction *action = typed->line->action;
  gboolean refused = typed->planned->refused[0] != NULL;

  if (action->stay_id == 0)
    return refused ? _("Esc: clear") : _("Enter: do it · Esc: clear");
  if (desk_line_bar_needs_full_plan (action))
    return _("Enter: open the full plan · Esc: clear");
  if (desk_line_bar_has_rooms (action))
    return refused ? _("↓ next room · Alt+Enter: open the full plan · Esc: clear")
                   : _("Enter: do it · ↓ next room · Alt+Enter: open the full plan · Esc: clear");

  return refused ? _("Alt+Enter: open the full plan · Esc: clear")
                 : _("Enter: do it · Alt+Enter: open the full plan · Esc: clear");
}

static const char *
get_keys (DeskTyped *typed)
{
  if (typed->planned != NULL)
    return get_plan_keys (typed);
  if (typed->said != NULL)
    return _("Enter: open the bill there · Esc: clear");
  if (typed->rows != NULL && typed->rows->len > 0)
    return _("Enter: open · ↓ next · Esc: clear");

  return _("Esc: clear");
}

/* What is not found here may still be there. */
static void
show_more (DeskLineCard *self,
           gboolean      more)
{
  guint n = desk_line_card_get_n_rows (self);
  g_autofree char *text = desk_show_first (n);

  gtk_label_set_label (GTK_LABEL (self->more_found), text);
  gtk_widget_set_visible (self->more_found, more && n > 0);
}

/**
 * desk_line_card_show:
 * @self: a card
 * @typed: the answer; its rows go over to the card
 * @property: the house
 */
void
desk_line_card_show (DeskLineCard *self,
                     DeskTyped    *typed,
                     DeskProperty *property)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  gtk_widget_set_visible (self->echo, typed->echo != NULL);
  gtk_label_set_label (GTK_LABEL (self->echo), typed->echo != NULL ? typed->echo : "");
  gtk_label_set_label (GTK_LABEL (self->keys), get_keys (typed));
  show_problem (self, typed);

  desk_stay_items_replace (self->store, property, typed->rows != NULL ? typed->rows : none);
  gtk_widget_set_visible (self->list, desk_line_card_get_n_rows (self) > 0);
  gtk_single_selection_set_selected (self->selection, 0);
  show_more (self, typed->more);

  desk_plan_view_show (DESK_PLAN_VIEW (self->plan_view), typed->planned);
  gtk_widget_set_visible (self->said_box, typed->said != NULL);
  if (typed->said != NULL)
    desk_show_said (typed->said, self->sentence, self->other, self->arithmetic);

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
desk_line_card_hide (DeskLineCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_list_store_remove_all (self->store);
}

/* Whether what is not for the guest's eyes is shown. */
void
desk_line_card_set_peek (DeskLineCard *self,
                         gboolean      peek)
{
  desk_plan_view_set_peek (DESK_PLAN_VIEW (self->plan_view), peek);
}

/**
 * desk_line_card_step:
 * @self: a card
 * @step: 1 to the next stay, -1 to the one before
 */
void
desk_line_card_step (DeskLineCard *self,
                     int           step)
{
  int last = (int) desk_line_card_get_n_rows (self) - 1;
  int at = (int) gtk_single_selection_get_selected (self->selection);

  if (last >= 0)
    gtk_single_selection_set_selected (self->selection, CLAMP (at + step, 0, last));
}

/**
 * desk_line_card_get_selected:
 *
 * Returns: the stay that Enter opens, 0 where there is none
 */
gint64
desk_line_card_get_selected (DeskLineCard *self)
{
  DeskStayItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? desk_stay_item_get_row (item)->stay_id : 0;
}

guint
desk_line_card_get_n_rows (DeskLineCard *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}
