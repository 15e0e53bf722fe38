/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-empty.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-reads-audit.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskAuditEmpty
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *text;
  GtkWidget    *offer;
  GtkWidget    *show;

  /* Owned */
  DeskSession  *session;
  GCancellable *cancellable;    /* (nullable): of the read on its way */
};

G_DEFINE_FINAL_TYPE (DeskAuditEmpty, desk_audit_empty, GTK_TYPE_BOX)

/* "16 November 2026: 12 rows, 5 flagged." */
static char *
dup_offer (const DeskAdjustmentPage *page,
           DeskDate                  day)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *date = desk_show_date (catalog, day, DESK_DATE_FULL);
  g_autofree char *n = desk_format_int (catalog, page->rows->len);
  /* Translators: rows of the audit; stands in "{date}: {rows}." */
  g_autofree char *rows = desk_fill (desk_catalog_ngettext (catalog, "{n} row", "{n} rows",
                                                            page->rows->len),
                                     "n", n, NULL);
  g_autofree char *flagged = desk_show_flagged (page->n_flagged);

  if (page->n_flagged == 0)
    /* Translators: {date} is a day in full, {rows} is "12 rows" */
    return desk_fill (_("{date}: {rows}."), "date", date, "rows", rows, NULL);

  /* Translators: {date} is a day in full, {rows} is "12 rows", {flagged} "5 flagged ⚑" */
  return desk_fill (_("{date}: {rows}, {flagged}."), "date", date, "rows", rows,
                    "flagged", flagged, NULL);
}

/* Without an offer the text alone is true. */
static void
on_before_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DeskAuditEmpty) self = user_data;
  g_autoptr (DeskAdjustmentPage) page = desk_worker_finish (result, NULL);
  g_autofree char *offer = NULL;
  DeskDate day;

  if (page == NULL || page->rows->len == 0)
    return;

  day = ((const DeskAdjustment *) page->rows->pdata[0])->record->business_date;
  offer = dup_offer (page, day);
  gtk_label_set_label (GTK_LABEL (self->offer), offer);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show), "i", (int) day);
  gtk_widget_set_visible (self->offer, TRUE);
  gtk_widget_set_visible (self->show, TRUE);
}

static void
desk_audit_empty_dispose (GObject *object)
{
  DeskAuditEmpty *self = DESK_AUDIT_EMPTY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_audit_empty_parent_class)->dispose (object);
}

static void
desk_audit_empty_class_init (DeskAuditEmptyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_audit_empty_dispose;

  desk_template_set (widget_class, DESK_UI ("desk-audit-empty.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskAuditEmpty, text);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditEmpty, offer);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditEmpty, show);
}

static void
desk_audit_empty_init (DeskAuditEmpty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_audit_empty_set_session (DeskAuditEmpty *self,
                              DeskSession    *session)
{
  g_set_object (&self->session, session);
}

/* Where nothing is so, that says nothing of what was done, or waits. */
static const char *
get_text (const DeskAdjustmentFilter *filter)
{
  if (desk_adjustment_filter_is_narrow (filter))
    /* Translators: of the rows of the audit none is as somebody filtered them */
    return _("No row matches.");

  return filter->open ? _("Nothing waits for you.") : _("Nothing was put right or given.");
}

/**
 * desk_audit_empty_show:
 * @self: an empty list
 * @filter: what let no row through
 *
 * Of a day that is empty without any filter the newest earlier one that is not is offered.
 */
void
desk_audit_empty_show (DeskAuditEmpty             *self,
                       const DeskAdjustmentFilter *filter)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  DeskDate day = filter->from;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->offer, FALSE);
  gtk_widget_set_visible (self->show, FALSE);
  if (filter->open || desk_adjustment_filter_is_narrow (filter) || filter->from != filter->to)
    {
      gtk_label_set_label (GTK_LABEL (self->text), get_text (filter));
      return;
    }

  date = desk_show_date (catalog, day, DESK_DATE_FULL);
  /* Translators: {date} is a day in full */
  text = desk_fill (_("Nothing was put right or given on {date}."), "date", date, NULL);
  gtk_label_set_label (GTK_LABEL (self->text), text);
  self->cancellable = g_cancellable_new ();
  desk_read_audit_before (self->session, day, self->cancellable, on_before_read_cb,
                          g_object_ref (self));
}

/**
 * desk_audit_empty_follow:
 * @self: an empty list
 *
 * Goes to the day that is offered.
 *
 * Returns: whether there is one
 */
gboolean
desk_audit_empty_follow (DeskAuditEmpty *self)
{
  return gtk_widget_get_mapped (self->show) && gtk_widget_activate (self->show);
}

/**
 * desk_audit_empty_get_offer:
 *
 * Returns: (transfer none) (nullable): which day is offered, in words
 */
const char *
desk_audit_empty_get_offer (DeskAuditEmpty *self)
{
  return gtk_widget_get_visible (self->offer) ? gtk_label_get_label (GTK_LABEL (self->offer))
                                              : NULL;
}
