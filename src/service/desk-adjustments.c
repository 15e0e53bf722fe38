/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustments.h"

#include <string.h>

#include "desk-adjustments-known.h"
#include "desk-amount.h"
#include "desk-complain.h"
#include "desk-decide.h"
#include "desk-error.h"
#include "desk-flags.h"
#include "desk-fold.h"

/*
 * Everything put right or given, whichever way, day by day. Flags look at a shift as a
 * whole, so days are read whole: one at first, then twice as many each time until there
 * is enough to show.
 */

#define MOST_DAYS 64

const char *const desk_adjustment_kinds[] = {
  "correction", "allowance", "credit-note", "goodwill", "return", "rate", "upgrade", "refund",
  "price", "undo", "refused", "slept-in", NULL,
};

void
desk_adjustment_free (DeskAdjustment *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->record, desk_adjustment_record_free);
  g_clear_pointer (&self->flags, g_ptr_array_unref);
  g_clear_pointer (&self->mark, desk_message_free);
  g_clear_pointer (&self->decision, desk_disposition_record_free);
  g_free (self);
}

void
desk_adjustment_page_free (DeskAdjustmentPage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static DeskAdjustmentPage *
page_new (void)
{
  DeskAdjustmentPage *self = g_new0 (DeskAdjustmentPage, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_adjustment_free);
  self->next = DESK_DATE_NONE;
  return self;
}

/**
 * desk_adjustments_may_review:
 * @reader: (nullable): who wants to read; %NULL: whoever may read the file
 *
 * Returns: whether everybody's rows may be read, and the sums
 */
gboolean
desk_adjustments_may_review (const DeskContext *reader)
{
  return reader == NULL || desk_role_may (reader->role, DESK_RIGHT_AUDIT);
}

/* Who works at the desk sees what they did themselves. */
static gboolean
check_reader (const DeskContext  *reader,
              GError            **error)
{
  if (desk_adjustments_may_review (reader) ||
      desk_role_may (reader->role, DESK_RIGHT_FULL_RECORD))
    return TRUE;
  return desk_role_check (reader->role, DESK_RIGHT_AUDIT, error);
}

static gboolean
take_rows (GPtrArray  *rows,
           GPtrArray  *records,
           GError    **error)
{
  g_autoptr (GPtrArray) list = records;

  if (list == NULL)
    return FALSE;
  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      DeskAdjustment *row = g_new0 (DeskAdjustment, 1);

      row->record = g_ptr_array_index (list, i);
      row->flags = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
      g_ptr_array_add (rows, row);
    }
  return TRUE;
}

static int
compare_ids (gint64 a,
             gint64 b)
{
  return (a > b) - (a < b);
}

/* In the order it was done; of one action the lines as they stand on the bill. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const DeskAdjustmentRecord *left = (*(DeskAdjustment *const *) a)->record;
  const DeskAdjustmentRecord *right = (*(DeskAdjustment *const *) b)->record;
  int order = compare_ids (left->business_date, right->business_date);

  if (order == 0)
    order = compare_ids (left->made_at, right->made_at);
  if (order == 0)
    order = compare_ids (left->entry_id, right->entry_id);
  if (order == 0)
    order = compare_ids (left->posting_id, right->posting_id);
  return order != 0 ? order : compare_ids (left->giving_id, right->giving_id);
}

/* What there is a reason to look at waits until somebody decided, what was drawn as long as
 * its day is open; what waits after that is a matter of the decision. */
static gboolean
is_open (const DeskAdjustment *row,
         const DeskContext    *reader,
         DeskDate              today)
{
  if (row->undone || row->record->entry_id == 0)
    return FALSE;
  if (row->decision != NULL)
    return desk_decide_is_open (row->decision, reader, row->record->by, today);
  return desk_adjustments_may_review (reader) &&
         (row->flags->len > 0 || (row->drawn && row->record->business_date == today)) &&
         (reader == NULL || (g_strcmp0 (row->record->by, reader->user) != 0 &&
                             g_strcmp0 (row->record->allowed_by, reader->user) != 0));
}

static gboolean
add_decisions (DeskHouse          *house,
               const DeskContext  *reader,
               DeskDate            today,
               GPtrArray          *rows,
               GError            **error)
{
  g_autoptr (GHashTable) decisions = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) list = NULL;
  gint64 first = G_MAXINT64;
  gint64 last = 0;
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      gint64 entry_id = ((DeskAdjustment *) g_ptr_array_index (rows, i))->record->entry_id;

      first = entry_id != 0 ? MIN (first, entry_id) : first;
      last = MAX (last, entry_id);
    }
  list = desk_disposition_table_list_latest (desk_house_get_db (house), first, last, error);
  for (i = 0; list != NULL && i < list->len; i++)
    {
      DeskDispositionRecord *decision = g_ptr_array_index (list, i);

      g_hash_table_insert (decisions, &decision->subject_id, decision);
    }
  for (i = 0; list != NULL && i < rows->len; i++)
    {
      DeskAdjustment *row = g_ptr_array_index (rows, i);

      row->decision = desk_disposition_record_copy (
        g_hash_table_lookup (decisions, &row->record->entry_id));
      row->open = is_open (row, reader, today);
    }
  return list != NULL;
}

/* Each way of giving by its own query, and then in the order it was done. */
static GPtrArray *
list_rows (DeskHouse       *house,
           const DeskDate   days[2],
           DeskDate         business_date,
           GError         **error)
{
  DeskDb *db = desk_house_get_db (house);
  DeskDate from = days[0];
  DeskDate to = days[1];
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) desk_adjustment_free);

  if (!take_rows (rows, desk_adjustment_table_list_lines (db, from, to, error), error) ||
      !take_rows (rows, desk_adjustment_table_list_givings (db, from, to, error), error) ||
      !take_rows (rows, desk_adjustment_table_list_refunds (db, from, to, error), error) ||
      !take_rows (rows, desk_adjustment_table_list_changes (db, from, to, error), error))
    return NULL;
  if (from <= business_date && to >= business_date &&
      !desk_flags_add_seen (house, business_date, rows, error))
    return NULL;
  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

/**
 * desk_adjustments_list_days:
 * @house: the property, in a transaction
 * @reader: (nullable): who reads; without the right to review no flags
 * @days: first and last business date
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type DeskAdjustment) (nullable): everybody's rows of whole
 *   days, judged; %NULL with @error set
 */
GPtrArray *
desk_adjustments_list_days (DeskHouse          *house,
                            const DeskContext  *reader,
                            const DeskDate      days[2],
                            GError            **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  DeskDate business_date;

  if (!desk_house_get_business_date (house, &business_date, error))
    return NULL;
  rows = list_rows (house, days, business_date, error);
  if (rows == NULL)
    return NULL;
  /* Who is looked at must not learn what is looked at, nor which rows were drawn. */
  if (desk_adjustments_may_review (reader) &&
      !desk_flags_judge (house, reader, rows, days, error))
    return NULL;
  if (rows->len > 0 && !add_decisions (house, reader, business_date, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

/**
 * desk_adjustments_have_entry:
 * @house: the property, in a transaction
 * @day: the business date of an entry
 * @entry_id: its number
 * @out: (out): whether the audit lists anything that was done with it
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_adjustments_have_entry (DeskHouse  *house,
                             DeskDate    day,
                             gint64      entry_id,
                             gboolean   *out,
                             GError    **error)
{
  const DeskDate days[2] = { day, day };
  g_autoptr (GPtrArray) rows = list_rows (house, days, DESK_DATE_NONE, error);
  guint i;

  *out = FALSE;
  for (i = 0; rows != NULL && i < rows->len && !*out; i++)
    *out = ((const DeskAdjustment *) g_ptr_array_index (rows, i))->record->entry_id == entry_id;
  return rows != NULL;
}

/**
 * desk_adjustment_filter_is_narrow:
 *
 * Returns: whether more is asked of a row than its day, and that it waits
 */
gboolean
desk_adjustment_filter_is_narrow (const DeskAdjustmentFilter *self)
{
  return self->by != NULL || self->reason != NULL || self->room != NULL || self->kind != NULL ||
         self->text != NULL || self->least_minor != 0 || self->flagged;
}

/**
 * desk_adjustment_get_amount:
 * @record: what was put right or given
 *
 * Returns: what it changed on a bill; what was given on none counts as a line would
 */
gint64
desk_adjustment_get_amount (const DeskAdjustmentRecord *record)
{
  return record->posting_id != 0 ? record->amount_minor + record->right_minor
                                 : -record->value_minor;
}

/**
 * desk_adjustment_follows:
 * @record: what was put right or given
 * @before: (nullable): what stands before it in the list
 *
 * One gesture may be several lines of the bill, by their taxes. Each is a row, so that rows and
 * sums are the ledger's; a list shows that they are one thing.
 *
 * Returns: whether both were done in one go
 */
gboolean
desk_adjustment_follows (const DeskAdjustmentRecord *record,
                         const DeskAdjustmentRecord *before)
{
  return before != NULL && record->entry_id != 0 && record->entry_id == before->entry_id &&
         record->stay_id == before->stay_id && g_strcmp0 (record->kind, before->kind) == 0 &&
         g_strcmp0 (record->reason, before->reason) == 0;
}

/**
 * desk_adjustment_dup_who:
 * @record: what was put right or given
 * @property: the house
 *
 * Returns: (transfer full): "Aino Lehtonen + Tuula Laine", who did it and who allowed it
 */
char *
desk_adjustment_dup_who (const DeskAdjustmentRecord *record,
                         const DeskProperty         *property)
{
  /* %NULL, where nobody had to allow it, ends them. */
  return g_strjoin (" + ", desk_property_say_user (property, record->by),
                    desk_property_say_user (property, record->allowed_by), NULL);
}

/* Every word stands somewhere in the row. */
static gboolean
has_words (const DeskAdjustmentRecord *record,
           const DeskProperty         *property,
           char                      **words)
{
  const DeskReason *reason =
    record->reason != NULL ? desk_property_get_reason (property, record->reason) : NULL;
  g_autofree char *who = desk_adjustment_dup_who (record, property);
  const char *const parts[] = {
    record->guest_name, record->confirmation, record->room, record->code, record->reason,
    reason != NULL ? reason->words.text : NULL, record->kind, record->by, record->allowed_by, who,
  };
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *folded = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (all, "%s ", parts[i]);
  folded = desk_fold (all->str);
  for (i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_wanted (const DeskAdjustmentFilter *filter,
           const DeskAdjustment       *row)
{
  const DeskAdjustmentRecord *record = row->record;
  gint64 worth = MAX (ABS (record->value_minor),
                      ABS (record->amount_minor + record->right_minor));

  return (filter->by == NULL || g_strcmp0 (filter->by, record->by) == 0) &&
         (filter->reason == NULL || g_strcmp0 (filter->reason, record->reason) == 0) &&
         (filter->room == NULL || g_strcmp0 (filter->room, record->room) == 0) &&
         (filter->kind == NULL || g_strcmp0 (filter->kind, record->kind) == 0) &&
         worth >= filter->least_minor && (!filter->open || row->open) &&
         (!filter->flagged || row->flags->len > 0 || row->drawn);
}

/* Moves what the filter and the reader's role let through to the page. */
static gboolean
keep_wanted (DeskHouse                   *house,
             const DeskContext           *reader,
             const DeskAdjustmentFilter  *filter,
             GPtrArray                   *rows,
             DeskAdjustmentPage          *page,
             GError                     **error)
{
  const DeskProperty *property = desk_house_get_property (house);
  gboolean all = desk_adjustments_may_review (reader);
  g_auto (GStrv) words = filter->text != NULL ? desk_fold_words (filter->text) : NULL;
  guint n_before = page->rows->len;
  guint i;

  g_ptr_array_set_free_func (rows, NULL);
  for (i = 0; i < rows->len; i++)
    {
      DeskAdjustment *row = g_ptr_array_index (rows, i);
      gboolean readable = all || g_strcmp0 (row->record->by, reader->user) == 0;

      if (readable && row->flags->len > 0)
        page->n_flagged++;
      if (readable && row->open)
        page->n_open++;
      if (readable && is_wanted (filter, row) &&
          (words == NULL || has_words (row->record, property, words)))
        g_ptr_array_add (page->rows, row);
      else
        desk_adjustment_free (row);
    }

  for (i = n_before; i < page->rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (page->rows, i);

      if (!desk_amount_add (page->rows_minor, desk_adjustment_get_amount (row->record),
                            &page->rows_minor, error))
        return FALSE;
    }
  return TRUE;
}

/* A number that is no room's would only look as if nothing had been done there. */
static gboolean
check_room (DeskHouse   *house,
            const char  *number,
            GError     **error)
{
  gboolean known = TRUE;

  if (number != NULL && !desk_adjustments_know_room (house, number, &known, error))
    return FALSE;
  return known ||
         desk_complain (error, DESK_ERROR_NOT_FOUND,
                        desk_message_text (desk_message_new ("no-such-room",
                                                             N_("There is no room {room}.")),
                                           "room", number));
}

/**
 * desk_adjustments_load:
 * @house: the property
 * @reader: (nullable): who wants to read: who may review sees everything, who works at the
 *   desk what they did themselves; %NULL: whoever may read the file
 * @filter: which
 * @day: first business date of the page; %DESK_DATE_NONE: the filter's
 * @enough: how many rows fill a page; whole days are read, so there may be more
 * @error: return location for a #GError
 *
 * Lists what was put right and given, with the flags of the days it stands in.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL with @error set:
 *   %DESK_ERROR_AUTHORITY, %DESK_ERROR_NOT_FOUND for a room that is none …
 */
DeskAdjustmentPage *
desk_adjustments_load (DeskHouse                   *house,
                       const DeskContext           *reader,
                       const DeskAdjustmentFilter  *filter,
                       DeskDate                     day,
                       guint                        enough,
                       GError                     **error)
{
  g_autoptr (DeskAdjustmentPage) page = page_new ();
  g_auto (DeskTx) tx = { NULL };
  DeskDate business_date;
  DeskDate from = day != DESK_DATE_NONE ? day : filter->from;
  DeskDate first;
  DeskDate to;
  int n_days = 1;

  if (!check_reader (reader, error) ||
      !desk_tx_begin_read (&tx, desk_house_get_db (house), error) ||
      !check_room (house, filter->room, error) ||
      !desk_house_get_business_date (house, &business_date, error) ||
      !desk_adjustment_table_find_first_day (desk_house_get_db (house), &first, error))
    return NULL;
  from = MAX (from, first != DESK_DATE_NONE ? MIN (first, business_date) : business_date);
  to = filter->to != DESK_DATE_NONE ? MIN (filter->to, business_date) : business_date;
  while (from <= to && page->rows->len < enough)
    {
      const DeskDate days[2] = { from, MIN (from + n_days - 1, to) };
      g_autoptr (GPtrArray) rows = desk_adjustments_list_days (house, reader, days, error);

      if (rows == NULL || !keep_wanted (house, reader, filter, rows, page, error))
        return NULL;
      from = days[1] + 1;
      n_days = MIN (2 * n_days, MOST_DAYS);
    }
  if (from <= to)
    page->next = from;
  return g_steal_pointer (&page);
}

/**
 * desk_adjustments_load_all:
 * @house: the property
 * @reader: (nullable): as for desk_adjustments_load()
 * @filter: which
 * @cancellable: (nullable): stops between two pages
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): all pages as one, or %NULL with @error set
 */
DeskAdjustmentPage *
desk_adjustments_load_all (DeskHouse                   *house,
                           const DeskContext           *reader,
                           const DeskAdjustmentFilter  *filter,
                           GCancellable                *cancellable,
                           GError                     **error)
{
  g_autoptr (DeskAdjustmentPage) all = page_new ();

  do
    {
      g_autoptr (DeskAdjustmentPage) page = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      page = desk_adjustments_load (house, reader, filter, all->next, 500, error);
      if (page == NULL ||
          !desk_amount_add (all->rows_minor, page->rows_minor, &all->rows_minor, error))
        return NULL;
      all->next = page->next;
      all->n_flagged += page->n_flagged;
      all->n_open += page->n_open;
      g_ptr_array_extend_and_steal (all->rows, g_steal_pointer (&page->rows));
    }
  while (all->next != DESK_DATE_NONE);
  return g_steal_pointer (&all);
}

/**
 * desk_adjustments_load_before:
 * @house: the property
 * @reader: (nullable): as for desk_adjustments_load()
 * @day: a business date
 * @error: return location for a #GError
 *
 * Goes back %MOST_DAYS days at most; what is older is asked for by its date.
 *
 * Returns: (transfer full) (nullable): the newest day before @day on which there is anything to
 *   read; without rows where there is none; or %NULL with @error set
 */
DeskAdjustmentPage *
desk_adjustments_load_before (DeskHouse          *house,
                              const DeskContext  *reader,
                              DeskDate            day,
                              GError            **error)
{
  DeskDate oldest = day - MOST_DAYS;
  DeskDate to = day - 1;
  DeskAdjustmentFilter last = { 0 };
  int n_days = 1;

  for (; to >= oldest; n_days *= 2)
    {
      const DeskAdjustmentFilter filter = { .from = MAX (to - n_days + 1, oldest), .to = to };
      g_autoptr (DeskAdjustmentPage) page =
        desk_adjustments_load (house, reader, &filter, DESK_DATE_NONE, G_MAXUINT, error);
      const DeskAdjustment *newest;

      if (page == NULL)
        return NULL;
      to = filter.from - 1;
      if (page->rows->len == 0)
        continue;
      if (filter.from == filter.to)
        return g_steal_pointer (&page);

      /* That day alone, with its own count. */
      newest = g_ptr_array_index (page->rows, page->rows->len - 1);
      last.from = last.to = newest->record->business_date;
      return desk_adjustments_load (house, reader, &last, DESK_DATE_NONE, G_MAXUINT, error);
    }
  return page_new ();
}

/**
 * desk_adjustments_count_flagged:
 * @house: the property
 * @day: a business date
 * @out: (out): how many rows of that day have a flag
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_adjustments_count_flagged (DeskHouse  *house,
                                DeskDate    day,
                                guint      *out,
                                GError    **error)
{
  const DeskAdjustmentFilter filter = { .from = day, .to = day, .flagged = TRUE };
  g_autoptr (DeskAdjustmentPage) page = desk_adjustments_load (house, NULL, &filter,
                                                               DESK_DATE_NONE, 1, error);

  if (page == NULL)
    return FALSE;
  *out = page->n_flagged;
  return TRUE;
}
