/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-item.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-show.h"

struct _DeskAuditItem
{
  GObject         parent_instance;

  /* Owned */
  DeskProperty   *property;
  DeskAdjustment *row;
};

G_DEFINE_FINAL_TYPE (DeskAuditItem, desk_audit_item, G_TYPE_OBJECT)

static void
desk_audit_item_finalize (GObject *object)
{
  DeskAuditItem *self = DESK_AUDIT_ITEM (object);

  desk_property_unref (self->property);
  desk_adjustment_free (self->row);

  G_OBJECT_CLASS (desk_audit_item_parent_class)->finalize (object);
}

static void
desk_audit_item_class_init (DeskAuditItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_audit_item_finalize;
}

static void
desk_audit_item_init (DeskAuditItem *self)
{
}

/**
 * desk_audit_item_new:
 * @property: the house
 * @row: (transfer full): what was put right or given
 */
DeskAuditItem *
desk_audit_item_new (DeskProperty   *property,
                     DeskAdjustment *row)
{
  DeskAuditItem *self = g_object_new (DESK_TYPE_AUDIT_ITEM, NULL);

  self->property = desk_property_ref (property);
  self->row = row;

  return self;
}

const DeskAdjustment *
desk_audit_item_get_row (DeskAuditItem *self)
{
  return self->row;
}

static const char *
get_kind (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *name;
  } kinds[] = {
    { "correction", NC_("giving", "correction") },
    { "allowance", NC_("giving", "allowance") },
    { "credit-note", NC_("giving", "credit note") },
    { "goodwill", NC_("giving", "goodwill") },
    { "return", NC_("giving", "given back") },
    { "rate", NC_("giving", "lower price") },
    { "upgrade", NC_("giving", "better room") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i].kind))
      return C_("giving", kinds[i].name);

  return kind;
}

static char *
dup_reason (const DeskAuditItem *self)
{
  const char *name = self->row->reason;
  const DeskReason *reason = name != NULL ? desk_property_get_reason (self->property, name) : NULL;
  const char *lang = desk_catalog_get_language (desk_app_get_catalog ());

  if (reason != NULL)
    return g_strdup (desk_words_get (&reason->words, lang, reason->name));

  return g_strdup (name != NULL ? name : "");
}

static char *
dup_amount (const DeskAuditItem *self,
            gint64               minor)
{
  return desk_show_amount (desk_app_get_catalog (), self->property, minor);
}

/* "8: 129.00 → 116.10" */
static char *
dup_line (const DeskAuditItem *self)
{
  const DeskAdjustment *row = self->row;
  g_autofree char *number = NULL;
  g_autofree char *was = NULL;
  g_autofree char *became = NULL;

  if (row->original == 0)
    return g_strdup ("");

  number = desk_format_int (desk_app_get_catalog (), row->original);
  was = dup_amount (self, row->original_minor);
  became = dup_amount (self, row->became_minor);

  return g_strdup_printf ("%s: %s → %s", number, was, became);
}

/**
 * desk_audit_item_dup_text:
 * @self: an item
 * @column: which of its facts
 *
 * Returns: (transfer full): as it is shown in the list
 */
char *
desk_audit_item_dup_text (DeskAuditItem   *self,
                          DeskAuditColumn  column)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  const DeskAdjustment *row = self->row;

  switch (column)
    {
    case DESK_AUDIT_DATE:
      return desk_show_date (catalog, row->business_date, DESK_DATE_DAY_MONTH);
    case DESK_AUDIT_BY:
      return g_strdup (row->by);
    case DESK_AUDIT_ROOM:
      return g_strdup (row->room != NULL ? row->room : "");
    case DESK_AUDIT_GUEST:
      return g_strdup (row->guest_name != NULL ? row->guest_name : "");
    case DESK_AUDIT_KIND:
      return g_strdup (get_kind (row->kind));
    case DESK_AUDIT_REASON:
      return dup_reason (self);
    case DESK_AUDIT_LINE:
      return dup_line (self);
    case DESK_AUDIT_AMOUNT:
      return row->posting_id != 0 ? dup_amount (self, row->amount_minor + row->right_minor)
                                  : g_strdup ("");
    case DESK_AUDIT_GIVEN:
      return dup_amount (self, row->value_minor);
    case DESK_AUDIT_ALLOWED_BY:
      return g_strdup (row->allowed_by != NULL ? row->allowed_by : "");
    case DESK_AUDIT_POLICY:
      return row->policy != 0 ? desk_format_int (catalog, row->policy) : g_strdup ("");
    case DESK_N_AUDIT_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * desk_audit_item_dup_chain:
 * @self: an item
 *
 * Returns: (transfer full): what it was, what was done, why, in which case and by whom
 */
char *
desk_audit_item_dup_chain (DeskAuditItem *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  const DeskAdjustment *row = self->row;
  g_autofree char *reason = dup_reason (self);
  g_autofree char *amount = desk_audit_item_dup_text (self, DESK_AUDIT_AMOUNT);
  g_autofree char *entry = desk_format_int (catalog, row->entry_id);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *code = row->code != NULL ? row->code : "";

  if (row->original != 0)
    {
      g_autofree char *line = dup_line (self);

      /* Translators: a line of the bill before and after: {line} is "8: 129.00 → 116.10" */
      g_ptr_array_add (parts, desk_fill (_("Line {line}"), "line", line, NULL));
    }
  g_ptr_array_add (parts, g_strjoin (" ", get_kind (row->kind), code, amount, NULL));
  if (*reason != '\0')
    g_ptr_array_add (parts, g_strdup (reason));
  if (row->case_id != 0)
    {
      g_autofree char *number = desk_format_int (catalog, row->case_id);

      /* Translators: a complaint on record, by its number */
      g_ptr_array_add (parts, desk_fill (_("Case {number}"), "number", number, NULL));
    }
  g_ptr_array_add (parts, g_strjoin (" + ", row->by, row->allowed_by, NULL));

  /* Translators: an entry of the audit record, by its number */
  g_ptr_array_add (parts, desk_fill (_("Entry {number}"), "number", entry, NULL));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" → ", (char **) parts->pdata);
}
