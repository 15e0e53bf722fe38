/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-plan-view.h"

#include "desk-fill.h"
#include "desk-intl.h"
#include "desk-note.h"
#include "desk-plan-row.h"
#include "desk-shortcuts.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskPlanView
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *sentence;
  GtkWidget *figures;
  GtkWidget *now_before;
  GtkWidget *now_after;
  GtkWidget *now_difference;
  GtkWidget *departure_before;
  GtkWidget *departure_after;
  GtkWidget *departure_difference;
  GtkWidget *lines;
  GtkWidget *notes;
  GtkWidget *benefits;
  GtkWidget *counts;

  /* State */
  gboolean   peek;
};

G_DEFINE_FINAL_TYPE (DeskPlanView, desk_plan_view, GTK_TYPE_BOX)

static void
desk_plan_view_class_init (DeskPlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-plan-view.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, sentence);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, figures);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, now_before);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, now_after);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, now_difference);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, departure_before);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, departure_after);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, departure_difference);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, lines);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, notes);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, benefits);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanView, counts);
}

static void
desk_plan_view_init (DeskPlanView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
set_amount (GtkWidget          *label,
            const DeskProperty *property,
            gint64              minor)
{
  g_autofree char *text = desk_show_amount (desk_app_get_catalog (), property, minor);

  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
show_notes (DeskPlanView *self,
            DeskNoteKind  kind,
            GStrv         texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->notes), desk_note_new (kind, texts[i]));
}

/* Who may do it comes to the same desk: how they sign in is told with it. */
static char *
dup_warning (const DeskMessage *message,
             const char        *text)
{
  g_autofree char *keys = NULL;

  if (g_strcmp0 (message->code, DESK_PLAN_WHO_MAY) != 0)
    return g_strdup (text);
  keys = desk_shortcuts_dup_label ("win.switch-person");
  /* Translators: {who} is the sentence "A supervisor can do it.", {keys} are the keys to press */
  return desk_fill (_("{who} Switch person: {keys}"), "who", text, "keys", keys, NULL);
}

/* Only what somebody should look out for bears the sign of a warning. */
static void
show_warnings (DeskPlanView      *self,
               const DeskPlanned *planned)
{
  for (guint i = 0; planned->warnings[i] != NULL; i++)
    {
      const DeskMessage *message = planned->plan->warnings->pdata[i];
      gboolean plain = desk_plan_is_note (message);
      g_autofree char *text = dup_warning (message, planned->warnings[i]);

      gtk_box_append (GTK_BOX (self->notes),
                      desk_note_new (plain ? DESK_NOTE_PLAIN : DESK_NOTE_WARNING, text));
    }
}

static void
set_texts (GtkWidget *label,
           GStrv      texts)
{
  g_autofree char *text = g_strjoinv ("\n", texts);

  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
show_counts (DeskPlanView *self)
{
  gboolean any = *gtk_label_get_label (GTK_LABEL (self->counts)) != '\0';

  gtk_widget_set_visible (self->counts, self->peek && any);
}

/**
 * desk_plan_view_set_peek:
 * @self: a view
 * @peek: whether what is not for the guest's eyes is shown
 *
 * Values, limits and budgets stay out of sight unless somebody asks for them.
 */
void
desk_plan_view_set_peek (DeskPlanView *self,
                         gboolean      peek)
{
  self->peek = peek;
  show_counts (self);
}

/**
 * desk_plan_view_show:
 * @self: a view
 * @planned: (nullable): what to show; %NULL: nothing
 */
void
desk_plan_view_show (DeskPlanView      *self,
                     const DeskPlanned *planned)
{
  const DeskPlan *plan;

  remove_children (self->lines);
  remove_children (self->notes);
  gtk_widget_set_visible (GTK_WIDGET (self), planned != NULL);
  if (planned == NULL)
    return;

  plan = planned->plan;
  gtk_label_set_label (GTK_LABEL (self->sentence),
                       planned->sentence != NULL ? planned->sentence : "");

  set_amount (self->now_before, planned->property, plan->balance_before);
  set_amount (self->now_after, planned->property, plan->balance_after);
  set_amount (self->now_difference, planned->property,
              plan->balance_after - plan->balance_before);
  set_amount (self->departure_before, planned->property, plan->departure_before);
  set_amount (self->departure_after, planned->property, plan->departure_after);
  set_amount (self->departure_difference, planned->property,
              plan->departure_after - plan->departure_before);
  gtk_widget_set_visible (self->figures, plan->stay_id != 0 && planned->refused[0] == NULL);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const DeskPosting *line = plan->lines->pdata[i];
      g_autofree char *what = desk_show_posting (desk_app_get_catalog (), planned->property, line);
      g_autofree char *amount = desk_show_amount (desk_app_get_catalog (), planned->property,
                                                  line->amount_minor);

      gtk_box_append (GTK_BOX (self->lines), desk_plan_row_new (what, amount, line->parent != 0));
    }
  gtk_widget_set_visible (self->lines, plan->lines->len > 0);

  set_texts (self->benefits, planned->benefits);
  gtk_widget_set_visible (self->benefits,
                          planned->benefits[0] != NULL && planned->refused[0] == NULL);
  set_texts (self->counts, planned->counts);
  show_counts (self);

  show_notes (self, DESK_NOTE_REFUSED, planned->refused);
  show_warnings (self, planned);
  gtk_widget_set_visible (self->notes, gtk_widget_get_first_child (self->notes) != NULL);
}

const char *
desk_plan_view_get_sentence (DeskPlanView *self)
{
  return gtk_label_get_label (GTK_LABEL (self->sentence));
}
