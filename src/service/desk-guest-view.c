/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-view.h"

#include "desk-format.h"
#include "desk-guest-history.h"
#include "desk-guest-table.h"
#include "desk-views-private.h"

/* Older ones are found by their number. */
#define MOST_STAYS 50
#define MOST_GIVEN 20

static void
given_row_free (gpointer data)
{
  DeskGivenRow *self = data;

  g_free (self->kind);
  g_free (self->reason);
  g_free (self);
}

void
desk_guest_view_free (DeskGuestView *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->lang);
  g_free (self->phone);
  g_free (self->mail);
  g_free (self->nationality);
  g_clear_pointer (&self->stays, g_ptr_array_unref);
  g_clear_pointer (&self->given, g_ptr_array_unref);
  g_free (self);
}

static gboolean
load_stays (DeskGuestView  *self,
            DeskDb         *db,
            DeskDate        business_date,
            GError        **error)
{
  g_autoptr (GPtrArray) summaries =
    desk_stay_summary_list_guest (db, self->guest_id, business_date, MOST_STAYS, error);
  guint i;

  if (summaries == NULL)
    return FALSE;

  self->stays = desk_stay_rows_for_summaries (summaries);
  for (i = 0; i < self->stays->len; i++)
    {
      DeskStayRow *row = g_ptr_array_index (self->stays, i);

      row->has_total = TRUE;
      if (!desk_guest_history_sum_stay (db, row->stay_id, &row->total_minor, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_given (DeskGuestView  *self,
            DeskDb         *db,
            GError        **error)
{
  g_autoptr (GPtrArray) records =
    desk_guest_history_list_given (db, self->guest_id, MOST_GIVEN, error);
  guint i;

  if (records == NULL)
    return FALSE;

  self->given = g_ptr_array_new_with_free_func (given_row_free);
  for (i = 0; i < records->len; i++)
    {
      const DeskGivenRecord *record = g_ptr_array_index (records, i);
      DeskGivenRow *row = g_new0 (DeskGivenRow, 1);

      row->business_date = record->business_date;
      row->kind = g_strdup (record->kind);
      row->reason = g_strdup (record->reason);
      row->value_minor = record->value_minor;
      g_ptr_array_add (self->given, row);
    }
  return TRUE;
}

/**
 * desk_guest_view_load:
 * @house: a house
 * @guest_id: a guest
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the guest, the stays with what they came to, and
 *   what was put right and given, read in one moment; or %NULL with
 *   %DESK_ERROR_NOT_FOUND or another error
 */
DeskGuestView *
desk_guest_view_load (DeskHouse  *house,
                      gint64      guest_id,
                      GError    **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskGuestView) self = g_new0 (DeskGuestView, 1);
  g_autoptr (DeskGuestRecord) guest = NULL;
  g_auto (DeskTx) tx = { NULL };
  DeskDate business_date;

  if (!desk_tx_begin_read (&tx, db, error) ||
      !desk_house_get_business_date (house, &business_date, error))
    return NULL;
  guest = desk_guest_table_get (db, guest_id, error);
  if (guest == NULL)
    return NULL;

  self->guest_id = guest_id;
  self->name = g_strdup (guest->name);
  self->lang = g_strdup (guest->lang);
  self->phone = g_strdup (guest->phone);
  self->mail = g_strdup (guest->mail);
  self->nationality = g_strdup (guest->nationality);
  return load_stays (self, db, business_date, error) && load_given (self, db, error)
           ? g_steal_pointer (&self) : NULL;
}

/**
 * desk_guest_view_dup_reach:
 * @self: a guest
 * @catalog: the reader's language
 *
 * Returns: (transfer full): telephone, address, nationality and language, as far as known
 */
char *
desk_guest_view_dup_reach (const DeskGuestView *self,
                           const DeskCatalog   *catalog)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *country = NULL;

  if (self->phone != NULL)
    g_ptr_array_add (parts, self->phone);
  if (self->mail != NULL)
    g_ptr_array_add (parts, self->mail);
  if (self->nationality != NULL)
    {
      country = desk_format_country (catalog, self->nationality);
      g_ptr_array_add (parts, country);
    }
  g_ptr_array_add (parts, (char *) desk_catalog_translate_language (catalog, self->lang));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
