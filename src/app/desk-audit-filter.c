/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-filter.h"

#include "desk-audit-choices.h"
#include "desk-field.h"
#include "desk-intl.h"
#include "desk-line.h"
#include "desk-show.h"
#include "desk-template.h"

enum { FROM, TO, N_DAYS };

struct _DeskAuditFilter
{
  GtkBox       parent_instance;

  /* Template widgets */
  GtkWidget   *from;
  GtkWidget   *to;
  GtkWidget   *search;
  GtkWidget   *room;
  GtkWidget   *by;
  GtkWidget   *kind;
  GtkWidget   *reason;
  GtkWidget   *least;
  GtkWidget   *flagged;
  GtkWidget   *open;

  /* Owned */
  DeskSession *session;
  GPtrArray   *texts;          /* char: what the filter that was read points to */

  /* State */
  DeskDate     days[N_DAYS];   /* as they were set, and stand in the fields */
  gboolean     filled;         /* the choices are there */
  gboolean     setting;        /* both days at once */
};

G_DEFINE_FINAL_TYPE (DeskAuditFilter, desk_audit_filter, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_changed_cb (GtkWidget       *widget,
               DeskAuditFilter *self)
{
  if (self->filled && !self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
get_field (DeskAuditFilter *self,
           int              which)
{
  return which == FROM ? self->from : self->to;
}

static char *
dup_day (DeskDate day)
{
  return day != DESK_DATE_NONE ? desk_show_date (desk_app_get_catalog (), day, DESK_DATE_MEDIUM)
                               : g_strdup ("");
}

/* What was set is written as the language writes it; what is typed may be shorter. */
static gboolean
get_day (DeskAuditFilter  *self,
         int               which,
         DeskDate          otherwise,
         DeskDate         *out,
         GError          **error)
{
  g_autofree char *text = desk_field_dup_text (DESK_FIELD (get_field (self, which)));
  g_autofree char *set = dup_day (self->days[which]);

  *out = otherwise;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, set))
    {
      *out = self->days[which];
      return TRUE;
    }

  return desk_line_parse_day (text, desk_session_get_business_date (self->session),
                              desk_app_get_catalog (), out, error);
}

/* The filter that is read borrows it until it is read anew. */
static const char *
keep (DeskAuditFilter *self,
      char            *text)
{
  if (text == NULL)
    return NULL;
  g_ptr_array_add (self->texts, text);

  return *text != '\0' ? text : NULL;
}

/**
 * desk_audit_filter_read:
 * @self: the head of the audit
 * @filter: (out): borrows its texts until it is read anew
 * @error: return location for a #GError
 *
 * Without a day it is the open one; one day alone is that day. What waits for a decision is
 * carried along from the days before.
 *
 * Returns: %FALSE with @error set where a day or an amount is none
 */
gboolean
desk_audit_filter_read (DeskAuditFilter       *self,
                        DeskAdjustmentFilter  *filter,
                        GError               **error)
{
  DeskProperty *property = desk_session_get_property (self->session);
  DeskDate today = desk_session_get_business_date (self->session);
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->open));
  g_autoptr (GError) trouble = NULL;
  DeskDate from;
  DeskDate to;

  if (!get_day (self, FROM, open ? today - DESK_ADJUSTMENTS_CARRIED : today, &from, error) ||
      !get_day (self, TO, open ? today : from, &to, error))
    return FALSE;

  g_ptr_array_set_size (self->texts, 0);
  *filter = (DeskAdjustmentFilter) { .from = from, .to = to };
  filter->by = desk_choice_get (DESK_CHOICE (self->by));
  filter->kind = desk_choice_get (DESK_CHOICE (self->kind));
  filter->reason = desk_choice_get (DESK_CHOICE (self->reason));
  filter->room = keep (self, desk_field_dup_text (DESK_FIELD (self->room)));
  filter->text = keep (self, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  filter->open = open;
  filter->flagged = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->flagged));
  if (!desk_field_get_amount (DESK_FIELD (self->least), property->digits, &filter->least_minor,
                              &trouble))
    filter->least_minor = 0;
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));

  return FALSE;
}

/**
 * desk_audit_filter_is_wide:
 * @filter: what was read
 *
 * Returns: whether all rows of its days are let through, or all for one reason
 */
gboolean
desk_audit_filter_is_wide (const DeskAdjustmentFilter *filter)
{
  DeskAdjustmentFilter rest = *filter;

  rest.reason = NULL;
  return !desk_adjustment_filter_is_narrow (&rest) && !filter->open;
}

/**
 * desk_audit_filter_prepare:
 * @self: the head of the audit
 *
 * Shows what who is signed in may choose by.
 */
void
desk_audit_filter_prepare (DeskAuditFilter *self)
{
  DeskProperty *property = desk_session_get_property (self->session);
  gboolean reviews = desk_session_may (self->session, DESK_RIGHT_AUDIT);

  if (!self->filled && property != NULL)
    {
      desk_audit_choices_fill (DESK_CHOICE (self->by), DESK_CHOICE (self->kind),
                               DESK_CHOICE (self->reason), property);
      self->filled = TRUE;
    }
  if (!reviews)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->flagged), FALSE);
  gtk_widget_set_visible (self->flagged, reviews);
  gtk_button_set_label (GTK_BUTTON (self->open), reviews ? C_("audit", "To decide")
                                                         : _("Questions to you"));
}

/**
 * desk_audit_filter_set_days:
 * @self: the head of the audit
 * @from: first business date; %DESK_DATE_NONE: the open one
 * @to: last business date; %DESK_DATE_NONE: the same
 */
void
desk_audit_filter_set_days (DeskAuditFilter *self,
                            DeskDate         from,
                            DeskDate         to)
{
  const DeskDate days[N_DAYS] = { from, to };

  self->setting = TRUE;
  for (int i = 0; i < N_DAYS; i++)
    {
      g_autofree char *text = dup_day (days[i]);

      self->days[i] = days[i];
      desk_field_set_text (DESK_FIELD (get_field (self, i)), text);
    }
  self->setting = FALSE;
  on_changed_cb (NULL, self);
}

/* A day back or on, or the open one; the range becomes that day. */
static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DeskAuditFilter *self = DESK_AUDIT_FILTER (widget);
  DeskDate today = desk_session_get_business_date (self->session);
  int step = g_variant_get_int32 (parameter);
  DeskDate day = today;

  if (!get_day (self, FROM, today, &day, NULL))
    day = today;
  day = MIN (day + step, today);
  desk_audit_filter_set_days (self, day, day);
}

/**
 * desk_audit_filter_show_flagged:
 * @self: the head of the audit
 *
 * Lets through what there is a reason to look at on the open day.
 */
void
desk_audit_filter_show_flagged (DeskAuditFilter *self)
{
  desk_audit_filter_set_days (self, DESK_DATE_NONE, DESK_DATE_NONE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->flagged), TRUE);
}

/**
 * desk_audit_filter_show_open:
 * @self: the head of the audit
 *
 * Lets through what waits for who is signed in: to decide, or to answer.
 */
void
desk_audit_filter_show_open (DeskAuditFilter *self)
{
  desk_audit_filter_set_days (self, DESK_DATE_NONE, DESK_DATE_NONE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->open), TRUE);
}

static void
toggle (GtkWidget *button)
{
  GtkToggleButton *toggle = GTK_TOGGLE_BUTTON (button);

  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

void
desk_audit_filter_toggle_flagged (DeskAuditFilter *self)
{
  if (gtk_widget_get_visible (self->flagged))
    toggle (self->flagged);
}

void
desk_audit_filter_toggle_open (DeskAuditFilter *self)
{
  toggle (self->open);
}

/**
 * desk_audit_filter_focus_open:
 * @self: the head of the audit
 *
 * Returns: whether the focus is now on what narrows the list to what waits
 */
gboolean
desk_audit_filter_focus_open (DeskAuditFilter *self)
{
  return gtk_widget_grab_focus (self->open);
}

void
desk_audit_filter_set_session (DeskAuditFilter *self,
                               DeskSession     *session)
{
  g_set_object (&self->session, session);
}

static void
desk_audit_filter_dispose (GObject *object)
{
  DeskAuditFilter *self = DESK_AUDIT_FILTER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->texts, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_audit_filter_parent_class)->dispose (object);
}

static void
desk_audit_filter_class_init (DeskAuditFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_FIELD);

  G_OBJECT_CLASS (klass)->dispose = desk_audit_filter_dispose;

  /**
   * DeskAuditFilter::changed:
   *
   * Other rows are asked for.
   */
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_AUDIT_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-audit-filter.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, from);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, to);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, search);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, room);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, by);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, kind);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, least);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, flagged);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditFilter, open);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_install_action (widget_class, "filter.step", "i", step_action);
}

static void
desk_audit_filter_init (DeskAuditFilter *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
