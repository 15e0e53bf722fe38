/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustments.h"

#include <string.h>

#include "desk-audit-table.h"
#include "desk-folio-table.h"
#include "desk-giving-table.h"
#include "desk-guest-table.h"
#include "desk-posting-table.h"
#include "desk-room-table.h"
#include "desk-stay-night-table.h"
#include "desk-stay-table.h"

/* How many rows are read at a time, whatever is left of them. */
#define PAGE 200

/* A bill that adjustments stand on, and whose it is. */
typedef struct
{
  GPtrArray *lines;
  gint64     stay_id;
  char      *confirmation;
  char      *guest_name;
} Bill;

/**
 * Loading:
 * @bills: gint64 * -> Bill
 * @givings: gint64 * (posting) -> DeskGivingRecord, of @givings_date only
 * @last: giving of the action whose lines are being read: they share it
 */
typedef struct
{
  DeskHouse                   *house;
  DeskDb                      *db;
  const DeskAdjustmentFilter  *filter;
  DeskDate                     to;
  guint                        limit;
  GPtrArray                   *rows;
  GHashTable                  *bills;
  GHashTable                  *givings;
  DeskDate                     givings_date;
  const DeskGivingRecord      *last;
  gint64                       last_folio;
  gint64                       last_posted_at;
} Loading;

static void
bill_free (Bill *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->confirmation);
  g_free (self->guest_name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bill, bill_free)

static void
loading_clear (Loading *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->bills, g_hash_table_unref);
  g_clear_pointer (&self->givings, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loading, loading_clear)

void
desk_adjustment_free (DeskAdjustment *self)
{
  if (self == NULL)
    return;
  g_free (self->confirmation);
  g_free (self->guest_name);
  g_free (self->kind);
  g_free (self->by);
  g_free (self->allowed_by);
  g_free (self->reason);
  g_free (self->room);
  g_free (self->code);
  g_free (self);
}

static gint64 *
new_key (gint64 id)
{
  gint64 *key = g_new (gint64, 1);

  *key = id;
  return key;
}

static gboolean
name_party (DeskDb  *db,
            gint64   stay_id,
            char   **confirmation,
            char   **guest_name,
            GError **error)
{
  g_autoptr (DeskStayRecord) stay = NULL;
  g_autoptr (DeskGuestRecord) guest = NULL;

  if (stay_id == 0)
    return TRUE;
  stay = desk_stay_table_get (db, stay_id, error);
  if (stay == NULL)
    return FALSE;
  guest = desk_guest_table_get (db, stay->guest_id, error);
  if (guest == NULL)
    return FALSE;
  *confirmation = g_steal_pointer (&stay->confirmation);
  *guest_name = g_steal_pointer (&guest->name);
  return TRUE;
}

static const Bill *
get_bill (Loading  *self,
          gint64    folio_id,
          GError  **error)
{
  const Bill *known = g_hash_table_lookup (self->bills, &folio_id);
  g_autoptr (DeskFolioRecord) folio = NULL;
  g_autoptr (Bill) bill = NULL;

  if (known != NULL)
    return known;
  folio = desk_folio_table_get (self->db, folio_id, error);
  if (folio == NULL)
    return NULL;

  bill = g_new0 (Bill, 1);
  bill->stay_id = folio->stay_id;
  bill->lines = desk_posting_table_load_folio (self->db, folio_id, error);
  if (bill->lines == NULL ||
      !name_party (self->db, bill->stay_id, &bill->confirmation, &bill->guest_name, error))
    return NULL;
  known = bill;
  g_hash_table_insert (self->bills, new_key (folio_id), g_steal_pointer (&bill));
  return known;
}

/* The givings of a day by the line they were posted with. */
static gboolean
load_givings (Loading   *self,
              DeskDate   date,
              GError   **error)
{
  gint64 after_id = 0;
  guint n_read;

  if (self->givings_date == date)
    return TRUE;
  g_hash_table_remove_all (self->givings);
  self->last = NULL;
  do
    {
      g_autoptr (GPtrArray) page = desk_giving_table_list (self->db, date, date, after_id, PAGE,
                                                           error);

      if (page == NULL)
        return FALSE;
      n_read = page->len;
      while (page->len > 0)
        {
          DeskGivingRecord *giving = g_ptr_array_steal_index (page, 0);

          after_id = giving->id;
          if (giving->posting_id != 0)
            g_hash_table_insert (self->givings, new_key (giving->posting_id), giving);
          else
            desk_giving_record_free (giving);
        }
    }
  while (n_read == PAGE);
  self->givings_date = date;
  return TRUE;
}

/* Lines of one action stand together under one moment; the first has the giving. */
static const DeskGivingRecord *
find_giving (Loading           *self,
             const DeskPosting *posting)
{
  const DeskGivingRecord *own = g_hash_table_lookup (self->givings, &posting->id);

  if (own != NULL)
    {
      self->last = own;
      self->last_folio = posting->folio_id;
      self->last_posted_at = posting->posted_at;
    }
  else if (self->last_folio != posting->folio_id || self->last_posted_at != posting->posted_at)
    self->last = NULL;
  return self->last;
}

/* The charge that a correction posted in the place of the one it took back. */
static gint64
find_right (const GPtrArray   *lines,
            const DeskPosting *posting,
            const DeskPosting *original)
{
  guint i;

  if (posting->kind != DESK_POSTING_CORRECTION || original == NULL ||
      posting->amount_minor != -original->amount_minor)
    return 0;
  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *right = g_ptr_array_index (lines, i);

      if (right->line == posting->line + 1 && right->kind == DESK_POSTING_CHARGE &&
          right->posted_at == posting->posted_at && right->stay_date == posting->stay_date &&
          right->window == posting->window && strcmp (right->code, posting->code) == 0)
        return right->amount_minor;
    }
  return 0;
}

/* What the line was that this one answers, and what it comes to by now. */
static void
compare_with_original (DeskAdjustment    *row,
                       const GPtrArray   *lines,
                       const DeskPosting *posting)
{
  const DeskPosting *original = NULL;
  guint i;

  for (i = 0; posting->answers != 0 && i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      if (line->line == posting->answers)
        original = line;
      if (line->line == posting->answers ||
          (line->answers == posting->answers && line->line <= posting->line))
        row->became_minor += line->amount_minor;
    }
  if (original == NULL)
    return;
  row->original = original->line;
  row->original_minor = original->amount_minor;
  row->right_minor = find_right (lines, posting, original);
  row->became_minor += row->right_minor;
}

static gboolean
is_wanted (const DeskAdjustmentFilter *filter,
           const DeskAdjustment       *row)
{
  return (filter->by == NULL || g_strcmp0 (filter->by, row->by) == 0) &&
         (filter->reason == NULL || g_strcmp0 (filter->reason, row->reason) == 0) &&
         (filter->room == NULL || g_strcmp0 (filter->room, row->room) == 0);
}

static void
take_giving (DeskAdjustment         *row,
             const DeskGivingRecord *giving)
{
  row->giving_id = giving->id;
  row->entry_id = giving->entry_id;
  row->role = giving->role;
  row->policy = giving->config;
  row->case_id = giving->case_id;
  row->for_date = giving->for_date;
}

static gboolean
add_line (Loading            *self,
          const DeskPosting  *posting,
          GError            **error)
{
  g_autoptr (DeskAdjustment) row = g_new0 (DeskAdjustment, 1);
  const Bill *bill = get_bill (self, posting->folio_id, error);
  const DeskGivingRecord *giving;

  if (bill == NULL || !load_givings (self, posting->business_date, error))
    return FALSE;

  row->posting_id = posting->id;
  row->folio_id = posting->folio_id;
  row->stay_id = bill->stay_id;
  row->confirmation = g_strdup (bill->confirmation);
  row->guest_name = g_strdup (bill->guest_name);
  row->kind = g_strdup (desk_posting_kind_to_string (posting->kind));
  row->business_date = posting->business_date;
  row->made_at = posting->posted_at;
  row->by = g_strdup (posting->by);
  row->allowed_by = g_strdup (posting->allowed_by);
  row->reason = g_strdup (posting->reason);
  row->room = g_strdup (posting->room);
  row->code = g_strdup (posting->code);
  row->quantity = posting->quantity;
  row->line = posting->line;
  row->amount_minor = posting->amount_minor;
  giving = find_giving (self, posting);
  if (giving != NULL)
    take_giving (row, giving);
  row->for_date = posting->stay_date;
  compare_with_original (row, bill->lines, posting);
  row->value_minor = -(row->amount_minor + row->right_minor);
  if (is_wanted (self->filter, row))
    g_ptr_array_add (self->rows, g_steal_pointer (&row));
  return TRUE;
}

static gboolean
load_lines (Loading               *self,
            const DeskAdjustment  *after,
            GError               **error)
{
  DeskPosting cursor = { 0 };
  gboolean begun = after != NULL;
  guint n_read;

  if (begun)
    {
      cursor.id = after->posting_id;
      cursor.business_date = after->business_date;
    }
  do
    {
      g_autoptr (GPtrArray) page = desk_posting_table_list_answers (
        self->db, self->filter->from, self->to, begun ? &cursor : NULL, PAGE, error);
      guint i;

      if (page == NULL)
        return FALSE;
      for (i = 0; i < page->len && self->rows->len < self->limit; i++)
        {
          const DeskPosting *posting = g_ptr_array_index (page, i);

          if (!add_line (self, posting, error))
            return FALSE;
          cursor.id = posting->id;
          cursor.business_date = posting->business_date;
          begun = TRUE;
        }
      n_read = page->len;
    }
  while (n_read == PAGE && self->rows->len < self->limit);
  return TRUE;
}

/* What counts in a budget with lines is listed as those lines; a price put right for
 * nights to come posts none, and its entry vouches for no folio. */
static gboolean
stands_on_no_folio (DeskDb                  *db,
                    const DeskGivingRecord  *giving,
                    gboolean                *out,
                    GError                 **error)
{
  static const char *const posted[] = {
    "correction", "allowance", "credit-note", "goodwill", "return", NULL,
  };
  g_autoptr (DeskAuditRecord) entry = NULL;

  *out = giving->posting_id == 0;
  if (!*out || !g_strv_contains (posted, giving->kind))
    return TRUE;
  entry = desk_audit_table_get (db, giving->entry_id, error);
  if (entry == NULL)
    return FALSE;
  *out = entry->heads == NULL || entry->heads->len == 0;
  return TRUE;
}

/* The room of the night it is about, else of the first. */
static gboolean
dup_room (DeskDb                  *db,
          const DeskGivingRecord  *giving,
          char                   **out,
          GError                 **error)
{
  g_autoptr (GPtrArray) nights = desk_stay_night_table_list (db, giving->stay_id, error);
  g_autoptr (DeskRoomRecord) room = NULL;
  gint64 room_id = 0;
  guint i;

  if (nights == NULL)
    return FALSE;
  for (i = 0; i < nights->len; i++)
    {
      const DeskNightRecord *night = g_ptr_array_index (nights, i);

      if (i == 0 || night->date == giving->for_date)
        room_id = night->room_id;
    }
  if (room_id == 0)
    return TRUE;
  room = desk_room_table_get (db, room_id, error);
  if (room == NULL)
    return FALSE;
  *out = g_steal_pointer (&room->number);
  return TRUE;
}

static gboolean
add_giving (Loading                 *self,
            const DeskGivingRecord  *giving,
            GError                 **error)
{
  g_autoptr (DeskAdjustment) row = g_new0 (DeskAdjustment, 1);

  row->stay_id = giving->stay_id;
  row->kind = g_strdup (giving->kind);
  row->business_date = giving->business_date;
  row->made_at = giving->made_at;
  row->by = g_strdup (giving->made_by);
  row->allowed_by = g_strdup (giving->allowed_by);
  row->reason = g_strdup (giving->reason);
  row->code = g_strdup (giving->code);
  row->quantity = giving->quantity;
  row->value_minor = giving->value_minor;
  take_giving (row, giving);
  if (!dup_room (self->db, giving, &row->room, error) ||
      !name_party (self->db, giving->stay_id, &row->confirmation, &row->guest_name, error))
    return FALSE;
  if (is_wanted (self->filter, row))
    g_ptr_array_add (self->rows, g_steal_pointer (&row));
  return TRUE;
}

static gboolean
load_unposted (Loading   *self,
               gint64     after_id,
               GError   **error)
{
  guint n_read;

  do
    {
      g_autoptr (GPtrArray) page = desk_giving_table_list (self->db, self->filter->from, self->to,
                                                           after_id, PAGE, error);
      guint i;

      if (page == NULL)
        return FALSE;
      for (i = 0; i < page->len && self->rows->len < self->limit; i++)
        {
          const DeskGivingRecord *giving = g_ptr_array_index (page, i);
          gboolean alone;

          after_id = giving->id;
          if (!stands_on_no_folio (self->db, giving, &alone, error) ||
              (alone && !add_giving (self, giving, error)))
            return FALSE;
        }
      n_read = page->len;
    }
  while (n_read == PAGE && self->rows->len < self->limit);
  return TRUE;
}

/**
 * desk_adjustments_load:
 * @house: the property
 * @filter: which
 * @after: (nullable): the last row of the page before
 * @limit: at most so many
 * @error: return location for a #GError
 *
 * Lists what was put right and given: the lines first, in the order they were
 * posted, then what stands on no folio, a price lowered or a better room.
 *
 * Returns: (transfer full) (element-type DeskAdjustment) (nullable): the rows, fewer
 *   than @limit only where there are no more; or %NULL with @error set
 */
GPtrArray *
desk_adjustments_load (DeskHouse                   *house,
                       const DeskAdjustmentFilter  *filter,
                       const DeskAdjustment        *after,
                       guint                        limit,
                       GError                     **error)
{
  g_auto (Loading) self = { .house = house, .filter = filter, .to = filter->to, .limit = limit };
  gboolean lines_done = after != NULL && after->posting_id == 0;

  self.db = desk_house_get_db (house);
  self.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_adjustment_free);
  self.bills = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify) bill_free);
  self.givings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) desk_giving_record_free);
  if (self.to == DESK_DATE_NONE && !desk_house_get_business_date (house, &self.to, error))
    return NULL;
  if (!lines_done && !load_lines (&self, after, error))
    return NULL;
  if (self.rows->len < limit &&
      !load_unposted (&self, lines_done ? after->giving_id : 0, error))
    return NULL;
  return g_steal_pointer (&self.rows);
}
