/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-billing.h"

#include "desk-error.h"
#include "desk-posting-table.h"
#include "desk-state-table.h"

/*
 * Many stays for one night. Each table is read once for all of them, and its rows are
 * then dealt out to the stays.
 */

/* The stays of a page, and which rows they are to get. */
typedef struct
{
  DeskHouse  *house;
  DeskDate    date;
  gint64      after_stay;
  gint64      last_stay;
  GPtrArray  *billings;    /* DeskBilling */
  GHashTable *by_stay;     /* stay -> DeskBilling */
  GHashTable *by_folio;    /* its first folio -> DeskBilling */
} Page;

static void
page_clear (Page *self)
{
  g_clear_pointer (&self->billings, g_ptr_array_unref);
  g_clear_pointer (&self->by_stay, g_hash_table_unref);
  g_clear_pointer (&self->by_folio, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

/* Takes the row over. */
static void
add_stay (Page           *self,
          DeskStayRecord *stay)
{
  DeskBilling *billing = g_new0 (DeskBilling, 1);

  billing->house = self->house;
  billing->business_date = self->date;
  billing->only_date = self->date;
  billing->stay = stay;
  billing->child_ages = g_array_new (FALSE, FALSE, sizeof (gint));
  billing->nights = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_night_record_free);
  billing->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_posting_free);
  billing->tax_sums = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_tax_sum_free);
  g_ptr_array_add (self->billings, billing);
  g_hash_table_insert (self->by_stay, &stay->id, billing);
  self->last_stay = stay->id;
}

static gboolean
deal_stays (Page    *self,
            guint    limit,
            GError **error)
{
  g_autoptr (GPtrArray) stays =
    desk_stay_table_list_in_house (desk_house_get_db (self->house), self->after_stay, limit, error);
  guint i;

  if (stays == NULL)
    return FALSE;
  for (i = 0; i < stays->len; i++)
    add_stay (self, g_steal_pointer (&stays->pdata[i]));
  return TRUE;
}

static gboolean
deal_nights (Page    *self,
             GError **error)
{
  g_autoptr (GPtrArray) nights =
    desk_stay_night_table_list_in_house (desk_house_get_db (self->house), self->date,
                                         self->after_stay, self->last_stay, error);
  guint i;

  if (nights == NULL)
    return FALSE;
  for (i = 0; i < nights->len; i++)
    {
      DeskNightRecord *night = g_steal_pointer (&nights->pdata[i]);
      DeskBilling *billing = g_hash_table_lookup (self->by_stay, &night->stay_id);

      g_ptr_array_add (billing->nights, night);
    }
  return TRUE;
}

static gboolean
deal_children (Page    *self,
               GError **error)
{
  g_autoptr (GArray) children =
    desk_stay_table_list_children (desk_house_get_db (self->house), self->after_stay,
                                   self->last_stay, error);
  guint i;

  if (children == NULL)
    return FALSE;
  for (i = 0; i < children->len; i++)
    {
      const DeskStayChild *child = &g_array_index (children, DeskStayChild, i);
      DeskBilling *billing = g_hash_table_lookup (self->by_stay, &child->stay_id);

      g_array_append_val (billing->child_ages, child->age);
    }
  return TRUE;
}

/* The first folio of each stay; it may have more. */
static gboolean
deal_folios (Page    *self,
             GError **error)
{
  g_autoptr (GPtrArray) folios =
    desk_folio_table_list_in_house (desk_house_get_db (self->house), self->after_stay,
                                    self->last_stay, error);
  guint i;

  if (folios == NULL)
    return FALSE;
  for (i = 0; i < folios->len; i++)
    {
      DeskFolioRecord *folio = g_ptr_array_index (folios, i);
      DeskBilling *billing = g_hash_table_lookup (self->by_stay, &folio->stay_id);

      if (billing->folio != NULL)
        continue;
      billing->folio = g_steal_pointer (&folios->pdata[i]);
      g_hash_table_insert (self->by_folio, &billing->folio->id, billing);
    }
  for (i = 0; i < self->billings->len; i++)
    {
      const DeskBilling *billing = g_ptr_array_index (self->billings, i);

      if (billing->folio != NULL)
        continue;
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "%s has no folio",
                   billing->stay->confirmation);
      return FALSE;
    }
  return TRUE;
}

static gboolean
deal_lines (Page    *self,
            GError **error)
{
  g_autoptr (GPtrArray) lines =
    desk_posting_table_list_date_in_house (desk_house_get_db (self->house), self->date,
                                           self->after_stay, self->last_stay, error);
  guint i;

  if (lines == NULL)
    return FALSE;
  for (i = 0; i < lines->len; i++)
    {
      DeskPosting *line = g_ptr_array_index (lines, i);
      DeskBilling *billing = g_hash_table_lookup (self->by_folio, &line->folio_id);

      if (billing != NULL)
        g_ptr_array_add (billing->lines, g_steal_pointer (&lines->pdata[i]));
    }
  return TRUE;
}

static gboolean
deal_tax_sums (Page    *self,
               GError **error)
{
  g_autoptr (GPtrArray) sums = NULL;
  guint i;

  if (!desk_charger_looks_back (desk_house_get_property (self->house)))
    return TRUE;
  sums = desk_posting_table_sum_taxes_in_house (desk_house_get_db (self->house), self->after_stay,
                                                self->last_stay, error);
  if (sums == NULL)
    return FALSE;
  for (i = 0; i < sums->len; i++)
    {
      DeskTaxSum *sum = g_ptr_array_index (sums, i);
      DeskBilling *billing = g_hash_table_lookup (self->by_folio, &sum->folio_id);

      if (billing != NULL)
        g_ptr_array_add (billing->tax_sums, g_steal_pointer (&sums->pdata[i]));
    }
  return TRUE;
}

/**
 * desk_billing_list_in_house:
 * @house: the property
 * @after_stay: the last stay of the page before, 0 for the first
 * @limit: at most so many
 * @error: return location for a #GError
 *
 * Reads, in the caller's transaction, what tonight's lines depend on. Of nights and lines
 * only those of the business date are there.
 *
 * Returns: (transfer full) (element-type DeskBilling) (nullable): stays in house, by id, empty
 *   after the last; or %NULL with @error set
 */
GPtrArray *
desk_billing_list_in_house (DeskHouse  *house,
                            gint64      after_stay,
                            guint       limit,
                            GError    **error)
{
  g_auto (Page) page = {
    .house = house,
    .after_stay = after_stay,
    .billings = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_billing_free),
    .by_stay = g_hash_table_new (g_int64_hash, g_int64_equal),
    .by_folio = g_hash_table_new (g_int64_hash, g_int64_equal),
  };

  if (!desk_state_table_get_business_date (desk_house_get_db (house), &page.date, error) ||
      !deal_stays (&page, limit, error))
    return NULL;
  if (page.billings->len > 0 &&
      (!deal_nights (&page, error) || !deal_children (&page, error) ||
       !deal_folios (&page, error) || !deal_lines (&page, error) || !deal_tax_sums (&page, error)))
    return NULL;
  return g_steal_pointer (&page.billings);
}
