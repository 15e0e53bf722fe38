/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-views.h"

#include "desk-billing.h"
#include "desk-hold-table.h"
#include "desk-note-table.h"
#include "desk-promise-table.h"
#include "desk-room-night-table.h"
#include "desk-room-table.h"
#include "desk-views-private.h"

static void
night_row_free (gpointer data)
{
  DeskNightRow *self = data;

  g_free (self->room);
  g_free (self->room_type);
  g_free (self);
}

static void
reference_free (gpointer data)
{
  DeskReference *self = data;

  g_free (self->kind);
  g_free (self->value);
  g_free (self);
}

static void
hold_row_free (gpointer data)
{
  DeskHoldRow *self = data;

  g_free (self->tender);
  g_free (self->card);
  g_free (self);
}

void
desk_stay_view_free (DeskStayView *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->row, desk_stay_row_free);
  g_free (self->plan);
  g_clear_pointer (&self->child_ages, g_array_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->nights, g_ptr_array_unref);
  g_clear_pointer (&self->holds, g_ptr_array_unref);
  g_free (self->note);
  g_free (self->next_confirmation);
  g_free (self);
}

static gboolean
load_references (DeskStayView  *self,
                 DeskDb        *db,
                 GError       **error)
{
  g_autoptr (GPtrArray) records =
    desk_stay_table_list_references (db, self->row->stay_id, error);
  guint i;

  if (records == NULL)
    return FALSE;

  self->references = g_ptr_array_new_with_free_func (reference_free);
  for (i = 0; i < records->len; i++)
    {
      const DeskReferenceRecord *record = g_ptr_array_index (records, i);
      DeskReference *reference = g_new0 (DeskReference, 1);

      reference->kind = g_strdup (record->kind);
      reference->value = g_strdup (record->value);
      g_ptr_array_add (self->references, reference);
    }
  return TRUE;
}

/* A night without a price of its own costs what its plan says today. */
static DeskNightRow *
night_row_new (const DeskProperty    *property,
               const DeskNightRecord *record,
               const DeskRoomRecord  *room)
{
  const DeskRatePlan *plan = desk_property_get_plan (property, record->plan);
  DeskNightRow *self = g_new0 (DeskNightRow, 1);

  self->date = record->date;
  self->room = room != NULL ? g_strdup (room->number) : NULL;
  self->room_type = g_strdup (record->room_type);
  self->posted = record->posted;
  if (record->has_price)
    self->price_minor = record->price_minor;
  else if (plan != NULL && plan->has_price)
    self->price_minor = plan->price_minor;
  return self;
}

static gboolean
load_nights (DeskStayView       *self,
             const DeskBilling  *billing,
             GError            **error)
{
  g_autoptr (DeskRoomRecord) room = NULL;
  guint i;

  self->nights = g_ptr_array_new_with_free_func (night_row_free);
  for (i = 0; i < billing->nights->len; i++)
    {
      const DeskNightRecord *record = g_ptr_array_index (billing->nights, i);

      /* Most stays keep one room. */
      if (room != NULL && room->id != record->room_id)
        g_clear_pointer (&room, desk_room_record_free);
      if (room == NULL && record->room_id != 0)
        {
          room = desk_room_table_get (desk_house_get_db (billing->house), record->room_id, error);
          if (room == NULL)
            return FALSE;
        }
      g_ptr_array_add (self->nights, night_row_new (desk_house_get_property (billing->house),
                                                    record, room));
    }
  return TRUE;
}

static gboolean
load_holds (DeskStayView  *self,
            DeskDb        *db,
            GError       **error)
{
  g_autoptr (GPtrArray) records = desk_hold_table_list_stay (db, self->row->stay_id, error);
  guint i;

  self->holds = g_ptr_array_new_with_free_func (hold_row_free);
  for (i = 0; records != NULL && i < records->len; i++)
    {
      const DeskHoldRecord *record = g_ptr_array_index (records, i);
      DeskHoldRow *hold = g_new0 (DeskHoldRow, 1);

      hold->tender = g_strdup (record->tender);
      hold->card = g_strdup (record->card);
      hold->amount_minor = record->amount_minor;
      hold->placed = g_str_equal (record->state, "placed");
      hold->placed_at = record->placed_at;
      hold->released_at = record->released_at;
      hold->visible_by = record->visible_by;
      g_ptr_array_add (self->holds, hold);
    }
  return records != NULL;
}

static gboolean
load_promise (DeskStayView  *self,
              DeskDb        *db,
              GError       **error)
{
  g_autoptr (DeskPromiseRecord) promise = NULL;

  if (!desk_promise_table_find_newest (db, self->row->stay_id, &promise, error))
    return FALSE;
  self->promised = promise != NULL ? promise->total_minor : 0;
  return TRUE;
}

/* Who comes next into the room this party has or will have. */
static gboolean
load_next (DeskStayView       *self,
           const DeskBilling  *billing,
           gint64              room_id,
           GError            **error)
{
  g_autoptr (DeskRoomNightHolder) holder = NULL;

  if (room_id == 0)
    return TRUE;
  if (!desk_room_night_table_find_next (desk_house_get_db (billing->house), room_id,
                                        billing->business_date, billing->stay->occupancy_id,
                                        &holder, error))
    return FALSE;
  if (holder != NULL && holder->occupancy_id != 0)
    {
      self->next_arrival = holder->night;
      self->next_confirmation = g_strdup (holder->confirmation);
    }
  return TRUE;
}

/* One that was erased has no words any more. */
static gboolean
load_note (DeskStayView  *self,
           DeskBilling   *billing,
           DeskDb        *db,
           GError       **error)
{
  g_autoptr (DeskNoteRecord) note = NULL;

  if (billing->stay->note_id == 0)
    return TRUE;
  note = desk_note_table_get (db, billing->stay->note_id, error);
  if (note == NULL)
    return FALSE;
  self->note = g_strdup (note->text);
  return TRUE;
}

/**
 * desk_stay_view_load:
 * @house: a house
 * @stay_id: a stay
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the stay as its page shows it, read in one
 *   moment; or %NULL with %DESK_ERROR_NOT_FOUND or another error
 */
DeskStayView *
desk_stay_view_load (DeskHouse  *house,
                     gint64      stay_id,
                     GError    **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskStayView) self = g_new0 (DeskStayView, 1);
  g_autoptr (DeskBilling) billing = NULL;
  g_autoptr (DeskStaySummary) summary = NULL;
  g_auto (DeskTx) tx = { NULL };

  if (!desk_tx_begin_read (&tx, db, error))
    return NULL;

  billing = desk_billing_load (house, stay_id, error);
  if (billing == NULL)
    return NULL;
  summary = desk_stay_summary_get (db, stay_id, billing->business_date, error);
  if (summary == NULL)
    return NULL;

  self->row = desk_stay_row_new_for_summary (summary);
  self->plan = g_strdup (billing->stay->rate_plan);
  self->collects_hotel = billing->stay->collects_hotel;
  self->rate_shown = billing->stay->rate_shown;
  self->child_ages = g_array_ref (billing->child_ages);
  self->balance_now = billing->folio->balance_minor;

  if (!load_references (self, db, error) ||
      !load_note (self, billing, db, error) ||
      !load_nights (self, billing, error) ||
      !load_holds (self, db, error) ||
      !load_promise (self, db, error) ||
      !load_next (self, billing, summary->room_id, error) ||
      !desk_billing_forecast (billing, NULL, &self->balance_departure, error))
    return NULL;
  return g_steal_pointer (&self);
}
