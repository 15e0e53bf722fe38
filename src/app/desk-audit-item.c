/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-item.h"

#include "desk-amount.h"
#include "desk-decide.h"
#include "desk-explain.h"
#include "desk-format.h"
#include "desk-giving-words.h"
#include "desk-intl.h"
#include "desk-show.h"

struct _DeskAuditItem
{
  GObject               parent_instance;

  /* Owned */
  DeskProperty         *property;
  DeskAdjustmentRecord *record;
  GStrv                 flags;      /* sentences */
  char                 *mark;       /* (nullable): who may not sign it */
  char                 *decision;   /* (nullable): what was decided last */
  DeskAuditItem        *head;       /* (nullable): the row that was done in one go with it */

  /* State */
  gboolean              drawn;
  gboolean              undone;
  gboolean              open;
  gboolean              one_day;    /* whose day is plain from the list */
  const char           *sign;       /* static (nullable): of the decision */
  gint64                sum_minor;  /* of all that was done in one go, where it is the head */
};

G_DEFINE_FINAL_TYPE (DeskAuditItem, desk_audit_item, G_TYPE_OBJECT)

static void
desk_audit_item_finalize (GObject *object)
{
  DeskAuditItem *self = DESK_AUDIT_ITEM (object);

  desk_property_unref (self->property);
  desk_adjustment_record_free (self->record);
  g_strfreev (self->flags);
  g_free (self->mark);
  g_free (self->decision);
  g_clear_object (&self->head);

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
 * @row: what was put right or given; its record goes to the item
 * @one_day: it stands in a list of one day
 */
DeskAuditItem *
desk_audit_item_new (DeskProperty   *property,
                     DeskAdjustment *row,
                     gboolean        one_day)
{
  DeskAuditItem *self = g_object_new (DESK_TYPE_AUDIT_ITEM, NULL);
  const DeskCatalog *catalog = desk_app_get_catalog ();

  self->property = desk_property_ref (property);
  self->record = g_steal_pointer (&row->record);
  self->drawn = row->drawn;
  self->undone = row->undone;
  self->open = row->open;
  self->one_day = one_day;
  if (row->decision != NULL)
    {
      g_autoptr (DeskMessage) decided = desk_decide_say (row->decision);

      self->sign = desk_decide_get_sign (row->decision);
      self->decision = desk_message_render (decided, catalog, property);
    }
  self->flags = g_new0 (char *, row->flags->len + 1);
  for (guint i = 0; i < row->flags->len; i++)
    self->flags[i] = desk_message_render (row->flags->pdata[i], catalog, property);
  if (row->mark != NULL)
    self->mark = desk_message_render (row->mark, catalog, property);
  self->sum_minor = desk_adjustment_get_amount (self->record);

  return self;
}

/**
 * desk_audit_item_follow:
 * @self: an item
 * @before: (nullable): what stands before it in the order it was done
 *
 * Rows that were done in one go stand together however the list is sorted.
 */
void
desk_audit_item_follow (DeskAuditItem *self,
                        DeskAuditItem *before)
{
  DeskAuditItem *head;
  gint64 sum_minor;

  if (before == NULL || !desk_adjustment_follows (self->record, before->record))
    return;

  head = before->head != NULL ? before->head : before;
  self->head = g_object_ref (head);
  if (desk_amount_add (head->sum_minor, self->sum_minor, &sum_minor, NULL))
    head->sum_minor = sum_minor;
}

const DeskAdjustmentRecord *
desk_audit_item_get_record (DeskAuditItem *self)
{
  return self->record;
}

/**
 * desk_audit_item_is_flagged:
 *
 * Returns: whether there is a reason to look at it
 */
gboolean
desk_audit_item_is_flagged (DeskAuditItem *self)
{
  return self->flags[0] != NULL;
}

/**
 * desk_audit_item_get_flags:
 *
 * Returns: (transfer none) (array zero-terminated=1): why somebody should look at it
 */
const char *const *
desk_audit_item_get_flags (DeskAuditItem *self)
{
  return (const char *const *) self->flags;
}

/**
 * desk_audit_item_is_open:
 *
 * Returns: whether it waits for who reads: to decide, or to answer
 */
gboolean
desk_audit_item_is_open (DeskAuditItem *self)
{
  return self->open;
}

/**
 * desk_audit_item_is_plain:
 *
 * Returns: whether nothing stands out about it, it was not drawn, and nobody decided yet: it
 *   may be accepted together with others for its reason
 */
gboolean
desk_audit_item_is_plain (DeskAuditItem *self)
{
  return self->record->entry_id != 0 && self->record->reason != NULL && self->flags[0] == NULL &&
         !self->drawn && !self->undone && self->decision == NULL;
}

/**
 * desk_audit_item_get_decision:
 *
 * Returns: (transfer none) (nullable): what was decided last, and by whom
 */
const char *
desk_audit_item_get_decision (DeskAuditItem *self)
{
  return self->decision;
}

/**
 * desk_audit_item_get_mark:
 *
 * Returns: (transfer none) (nullable): what else is to be known of it: who may not sign it,
 *   that it was drawn, that it was taken back, that it is a part
 */
const char *
desk_audit_item_get_mark (DeskAuditItem *self)
{
  if (self->undone)
    return _("Taken back since.");
  if (self->mark != NULL)
    return self->mark;

  if (self->drawn)
    return _("Drawn at random; nothing differs.");

  /* Translators: of a row of the audit: one gift stands on several lines of the bill */
  return self->head != NULL ? _("Done in one go with the row above.") : NULL;
}

/**
 * desk_audit_name_kind:
 * @kind: of an adjustment
 *
 * Returns: (transfer none): what it is called
 */
const char *
desk_audit_name_kind (const char *kind)
{
  return desk_giving_say_kind (desk_app_get_catalog (), kind);
}

static char *
dup_reason (const DeskAuditItem *self)
{
  const char *name = self->record->reason;
  const DeskReason *reason = name != NULL ? desk_property_get_reason (self->property, name) : NULL;
  const char *lang = desk_catalog_get_language (desk_app_get_catalog ());

  if (reason != NULL)
    return g_strdup (desk_words_get (&reason->words, lang, reason->name));

  return g_strdup (name != NULL ? name : "");
}

/* Whether it belongs to the row above; a flag for each reason, a ring where it was drawn, and
 * who may not sign, what was undone. */
static char *
dup_why (const DeskAuditItem *self)
{
  g_autoptr (GString) text = g_string_new (self->head != NULL ? "└" : NULL);

  for (guint i = 0; self->flags[i] != NULL; i++)
    g_string_append (text, "⚑");
  if (self->drawn)
    g_string_append (text, "○");
  if (self->mark != NULL)
    g_string_append (text, "⊘");
  if (self->sign != NULL)
    g_string_append (text, self->sign);
  else if (self->undone)
    g_string_append (text, "↶");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_time (const DeskAuditItem *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *day = desk_show_date (catalog, self->record->business_date,
                                         DESK_DATE_DAY_MONTH);
  g_autofree char *time = NULL;

  if (self->record->made_at == 0)
    return g_steal_pointer (&day);
  time = desk_format_time (catalog, self->record->made_at, self->property->time_zone);

  return self->one_day ? g_steal_pointer (&time) : g_strjoin (" ", day, time, NULL);
}

/* In brackets, as accounts have it, what was given on no bill. */
static char *
dup_amount (const DeskAuditItem *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  gint64 amount_minor = desk_adjustment_get_amount (self->record);
  g_autofree char *given = NULL;

  if (amount_minor == 0)
    return g_strdup ("");
  if (self->record->posting_id != 0)
    return desk_show_amount (catalog, self->property, amount_minor);

  given = desk_show_amount (catalog, self->property, self->record->value_minor);

  return g_strdup_printf ("(%s)", given);
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
  const DeskAdjustmentRecord *record = self->record;

  switch (column)
    {
    case DESK_AUDIT_WHY:
      return dup_why (self);
    case DESK_AUDIT_TIME:
      return dup_time (self);
    case DESK_AUDIT_ROOM:
      return g_strdup (record->room != NULL ? record->room : "");
    case DESK_AUDIT_GUEST:
      return g_strdup (record->guest_name != NULL ? record->guest_name : "");
    case DESK_AUDIT_KIND:
      return g_strdup (desk_audit_name_kind (record->kind));
    case DESK_AUDIT_REASON:
      return dup_reason (self);
    case DESK_AUDIT_AMOUNT:
      return dup_amount (self);
    case DESK_AUDIT_BY:
      return desk_adjustment_dup_who (record, self->property);
    case DESK_N_AUDIT_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * desk_audit_item_dup_title:
 *
 * Returns: (transfer full): room and guest, or what there is of them
 */
char *
desk_audit_item_dup_title (DeskAuditItem *self)
{
  g_autofree char *room = desk_audit_item_dup_text (self, DESK_AUDIT_ROOM);
  const char *guest = self->record->guest_name;

  if (guest == NULL)
    return g_steal_pointer (&room);

  return *room != '\0' ? g_strjoin (" ", room, guest, NULL) : g_strdup (guest);
}

/**
 * desk_audit_item_dup_name:
 *
 * Returns: (transfer full): the whole row in words, for who hears it
 */
char *
desk_audit_item_dup_name (DeskAuditItem *self)
{
  GString *name = g_string_new (NULL);
  const char *mark = desk_audit_item_get_mark (self);

  for (guint i = 0; self->flags[i] != NULL; i++)
    g_string_append_printf (name, "%s ", self->flags[i]);
  if (mark != NULL)
    g_string_append_printf (name, "%s ", mark);
  if (self->decision != NULL)
    g_string_append_printf (name, "%s ", self->decision);
  for (guint i = DESK_AUDIT_TIME; i < DESK_N_AUDIT_COLUMNS; i++)
    {
      g_autofree char *text = desk_audit_item_dup_text (self, i);

      if (*text != '\0')
        g_string_append_printf (name, "%s, ", text);
    }
  g_string_truncate (name, name->len >= 2 ? name->len - 2 : 0);

  return g_string_free (name, FALSE);
}

/**
 * desk_audit_item_is_same:
 *
 * Returns: whether both are the same thing that was done, read at different times
 */
gboolean
desk_audit_item_is_same (DeskAuditItem *self,
                         DeskAuditItem *other)
{
  const DeskAdjustmentRecord *a = self->record;
  const DeskAdjustmentRecord *b = other->record;

  return a->posting_id == b->posting_id && a->entry_id == b->entry_id &&
         (a->posting_id != 0 || a->giving_id == b->giving_id) &&
         (a->entry_id != 0 || g_strcmp0 (a->room, b->room) == 0);
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * desk_audit_item_compare:
 * @self: an item
 * @other: another one
 * @column: by which of their facts
 *
 * What was done in one go is as its first row is, and its amount is all of it.
 *
 * Returns: less than, equal to or greater than 0
 */
int
desk_audit_item_compare (DeskAuditItem   *self,
                         DeskAuditItem   *other,
                         DeskAuditColumn  column)
{
  DeskAuditItem *first = self->head != NULL ? self->head : self;
  DeskAuditItem *second = other->head != NULL ? other->head : other;
  const DeskAdjustmentRecord *a = first->record;
  const DeskAdjustmentRecord *b = second->record;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  switch (column)
    {
    case DESK_AUDIT_WHY:
      return compare_numbers (2 * g_strv_length (first->flags) + first->drawn,
                              2 * g_strv_length (second->flags) + second->drawn);
    case DESK_AUDIT_TIME:
      return a->business_date != b->business_date
               ? compare_numbers (a->business_date, b->business_date)
               : compare_numbers (a->made_at, b->made_at);
    case DESK_AUDIT_AMOUNT:
      return compare_numbers (first->sum_minor, second->sum_minor);
    case DESK_AUDIT_ROOM:
    case DESK_AUDIT_GUEST:
    case DESK_AUDIT_KIND:
    case DESK_AUDIT_REASON:
    case DESK_AUDIT_BY:
    case DESK_N_AUDIT_COLUMNS:
    default:
      break;
    }
  left = desk_audit_item_dup_text (first, column);
  right = desk_audit_item_dup_text (second, column);

  return g_utf8_collate (left, right);
}
