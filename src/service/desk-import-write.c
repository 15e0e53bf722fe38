/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include <string.h>

#include "desk-chain.h"
#include "desk-change-table.h"
#include "desk-counter-table.h"
#include "desk-deposit-table.h"
#include "desk-fold.h"
#include "desk-folio-table.h"
#include "desk-guest-table.h"
#include "desk-hold-table.h"
#include "desk-note-table.h"
#include "desk-package.h"
#include "desk-promise-table.h"
#include "desk-room-night-table.h"
#include "desk-stay-night-table.h"
#include "desk-stay-table.h"

#define SALT_SIZE 16

/* Numbers of the rows that one stay needs. */
typedef struct
{
  gint64 guest;
  gint64 occupancy;
  gint64 stay;
  gint64 folio;
  gint64 note;
} Ids;

static gboolean
take_ids (DeskDb  *db,
          Ids     *ids,
          GError **error)
{
  return desk_counter_table_next (db, "occupancy", &ids->occupancy, error) &&
         desk_counter_table_next (db, "stay", &ids->stay, error) &&
         desk_counter_table_next (db, "folio", &ids->folio, error);
}

/* A new guest, or the one the house knows by this name with this number or address. */
static gboolean
write_guest (const DeskImport    *self,
             const DeskFileStay  *stay,
             Ids                 *ids,
             GError             **error)
{
  g_autofree char *search_name = desk_fold (stay->guest_name);
  g_autofree char *phone_key = stay->phone != NULL ? desk_fold_phone (stay->phone) : NULL;
  g_autofree char *phone_tail = phone_key != NULL ? desk_fold_phone_tail (phone_key) : NULL;
  g_autofree char *mail_key = stay->mail != NULL ? desk_fold_mail (stay->mail) : NULL;
  DeskGuestRecord record = {
    .name = stay->guest_name,
    .search_name = search_name,
    .lang = stay->lang,
    .phone = stay->phone,
    .phone_key = phone_key,
    .phone_tail = phone_tail,
    .mail = stay->mail,
    .mail_key = mail_key,
    .nationality = stay->nationality,
    .created_at = self->now,
    .version = 1,
  };

  if (!desk_guest_table_find_same (self->db, &record, &ids->guest, error))
    return FALSE;
  if (ids->guest != 0)
    return TRUE;

  if (!desk_counter_table_next (self->db, "guest", &ids->guest, error))
    return FALSE;
  record.id = ids->guest;
  return desk_guest_table_insert (self->db, &record, error);
}

static GBytes *
digest_to_bytes (const char *hex)
{
  guint8 *bytes = g_malloc (DESK_HASH_SIZE);
  gsize i;

  for (i = 0; i < DESK_HASH_SIZE; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) * 16 +
                         g_ascii_xdigit_value (hex[2 * i + 1]));
  return g_bytes_new_take (bytes, DESK_HASH_SIZE);
}

/* What is said about a person can be forgotten without the stay. */
static gboolean
write_note (const DeskImport    *self,
            const DeskFileStay  *stay,
            Ids                 *ids,
            GError             **error)
{
  guint8 salt[SALT_SIZE];
  g_autoptr (GBytes) bytes = NULL;
  DeskNoteRecord record = { .text = stay->note };

  ids->note = 0;
  if (stay->note == NULL)
    return TRUE;
  self->context->random (self->context->source, salt, sizeof salt);
  bytes = g_bytes_new (salt, sizeof salt);
  record.salt = bytes;
  if (!desk_counter_table_next (self->db, "note", &record.id, error))
    return FALSE;
  ids->note = record.id;
  return desk_note_table_insert (self->db, &record, error);
}

static gboolean
write_stay (const DeskImport    *self,
            const DeskFileStay  *stay,
            const Ids           *ids,
            GError             **error)
{
  g_autofree char *key = desk_fold_number (stay->confirmation);
  g_autoptr (GBytes) digest = digest_to_bytes (stay->digest);
  const DeskStayRecord record = {
    .id = ids->stay,
    .confirmation = stay->confirmation,
    .confirmation_key = key,
    .guest_id = ids->guest,
    .occupancy_id = ids->occupancy,
    .state = (char *) (stay->state != NULL ? stay->state : "booked"),
    .arrival = stay->arrival,
    .departure = stay->departure,
    .adults = stay->adults,
    .children = (int) stay->child_ages->len,
    .rate_plan = stay->plan,
    .collects_hotel = stay->collects_hotel,
    .rate_shown = stay->rate_shown,
    .import_digest = digest,
    .note_id = ids->note,
    .created_at = self->now,
    .created_by = (char *) self->context->user,
    .version = 1,
  };

  return desk_stay_table_insert_occupancy (self->db, ids->occupancy, self->now, error) &&
         desk_stay_table_insert (self->db, &record, error);
}

static gboolean
write_persons (const DeskImport    *self,
               const DeskFileStay  *stay,
               const Ids           *ids,
               GError             **error)
{
  int n_persons = stay->adults + (int) stay->child_ages->len;
  int i;

  for (i = 0; i < n_persons; i++)
    {
      gboolean child = i >= stay->adults;
      const DeskPersonRecord person = {
        .n = i + 1,
        .child = child,
        .age = child ? g_array_index (stay->child_ages, gint, i - stay->adults) : -1,
      };

      if (!desk_stay_table_insert_person (self->db, ids->stay, &person, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_references (const DeskImport    *self,
                  const DeskFileStay  *stay,
                  const Ids           *ids,
                  GError             **error)
{
  guint i;

  for (i = 0; i < stay->references->len; i++)
    {
      const DeskFileReference *reference = g_ptr_array_index (stay->references, i);
      g_autofree char *key = desk_fold_number (reference->value);
      const DeskReferenceRecord record = { reference->kind, reference->value, key };

      if (!desk_stay_table_insert_reference (self->db, ids->stay, (int) i + 1, &record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_night (const DeskImport     *self,
             const DeskFileStay   *stay,
             const DeskFileNight  *night,
             const Ids            *ids,
             GError              **error)
{
  const DeskRoomRecord *room =
    night->room != NULL ? desk_import_get_room (self, night->room) : NULL;
  const char *room_type = night->room_type;
  g_autofree char *package = NULL;
  DeskNightRecord record = { .stay_id = ids->stay, .date = night->date, .version = 1 };

  if (room_type == NULL)
    room_type = room != NULL ? room->room_type : "";
  if (night->package != NULL)
    package = desk_package_to_text (night->package, self->property->digits);

  record.room_id = room != NULL ? room->id : 0;
  record.room_type = (char *) room_type;
  record.plan = stay->plan;
  record.has_price = night->has_price;
  record.price_minor = night->price_minor;
  record.package = package;

  return desk_stay_night_table_insert (self->db, &record, error) &&
         (room == NULL || desk_room_night_table_claim (self->db, room->id, night->date,
                                                       ids->occupancy, error));
}

static gboolean
write_nights (const DeskImport    *self,
              const DeskFileStay  *stay,
              const Ids           *ids,
              GError             **error)
{
  guint i;

  for (i = 0; i < stay->nights->len; i++)
    if (!write_night (self, stay, g_ptr_array_index (stay->nights, i), ids, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_promise (const DeskImport        *self,
               const DeskFileStay      *stay,
               const DeskImportTotals  *totals,
               const Ids               *ids,
               GError                 **error)
{
  const guint8 nothing_before[DESK_HASH_SIZE] = { 0 };
  g_autoptr (DeskPromiseRecord) record = NULL;
  g_autoptr (DeskHasher) hasher = NULL;
  guint i;

  if (totals == NULL)
    return TRUE;
  record = desk_promise_record_new (ids->stay, 1);
  hasher = desk_hasher_new (nothing_before);
  record->made_at = self->now;
  record->lang = g_strdup (stay->lang);
  record->total_minor = totals->total_minor;
  g_array_append_vals (record->nights, totals->nights->data, totals->nights->len);

  desk_hasher_text (hasher, stay->confirmation);
  desk_hasher_text (hasher, record->lang);
  desk_hasher_int (hasher, record->total_minor);
  for (i = 0; i < totals->nights->len; i++)
    {
      const DeskPromiseNight *night = &g_array_index (totals->nights, DeskPromiseNight, i);

      desk_hasher_int (hasher, night->date);
      desk_hasher_int (hasher, night->price_minor);
      desk_hasher_int (hasher, night->levy_minor);
    }
  desk_hasher_finish (hasher, record->digest);
  return desk_promise_table_insert (self->db, record, error);
}

static gboolean
write_hold (const DeskImport    *self,
            const DeskFileStay  *stay,
            const Ids           *ids,
            GError             **error)
{
  DeskHoldRecord record = {
    .stay_id = ids->stay,
    .tender = stay->hold.tender,
    .card = stay->hold.card,
    .amount_minor = stay->hold.amount_minor,
    .state = (char *) "placed",
    .placed_at = self->now,
    .visible_by = DESK_DATE_NONE,
    .version = 1,
  };

  return stay->hold.card == NULL ||
         (desk_counter_table_next (self->db, "hold", &record.id, error) &&
          desk_hold_table_insert (self->db, &record, error));
}

static gboolean
write_deposit (const DeskImport    *self,
               const DeskFileStay  *stay,
               const Ids           *ids,
               GError             **error)
{
  DeskDepositRecord record = {
    .stay_id = ids->stay,
    .business_date = stay->deposit.received,
    .received_at = self->now,
    .tender = stay->deposit.tender,
    .amount_minor = stay->deposit.amount_minor,
    .state = (char *) "held",
    .version = 1,
  };

  return stay->deposit.tender == NULL ||
         (desk_counter_table_next (self->db, "deposit", &record.id, error) &&
          desk_deposit_table_insert (self->db, &record, error));
}

static gboolean
write_folio (const DeskImport    *self,
             const DeskFileStay  *stay,
             const Ids           *ids,
             GError             **error)
{
  const DeskFolioRecord folio = {
    .id = ids->folio,
    .kind = (char *) "stay",
    .stay_id = ids->stay,
    .open = stay->state == NULL,
    .opened_at = self->now,
    .closed_at = stay->state == NULL ? 0 : self->now,
    .version = 1,
  };
  const DeskWindowRecord window = {
    .folio_id = ids->folio,
    .number = 1,
    .payer = stay->guest_name,
    .version = 1,
  };

  return desk_folio_table_insert (self->db, &folio, error) &&
         desk_folio_table_insert_window (self->db, &window, error);
}

/**
 * desk_import_write_stay:
 * @self: a batch
 * @stay: a stay that was checked
 * @totals: (nullable): what its nights come to; %NULL where nothing is promised any more
 * @stay_id: (out): its number
 * @error: return location for a #GError
 *
 * Writes the stay with everything that hangs on it: guest, persons, nights and
 * the rooms they take, what was promised, what a card keeps ready, and an empty folio
 * whose first window the guest pays.
 *
 * Returns: %FALSE with an error of the storage; the transaction must then end
 */
gboolean
desk_import_write_stay (const DeskImport        *self,
                        const DeskFileStay      *stay,
                        const DeskImportTotals  *totals,
                        gint64                  *stay_id,
                        GError                 **error)
{
  Ids ids;

  if (!take_ids (self->db, &ids, error) ||
      !write_guest (self, stay, &ids, error) ||
      !write_note (self, stay, &ids, error) ||
      !write_stay (self, stay, &ids, error) ||
      !write_persons (self, stay, &ids, error) ||
      !write_references (self, stay, &ids, error) ||
      !write_nights (self, stay, &ids, error) ||
      !write_promise (self, stay, totals, &ids, error) ||
      !write_folio (self, stay, &ids, error) ||
      !write_hold (self, stay, &ids, error) ||
      !write_deposit (self, stay, &ids, error) ||
      !desk_change_table_append (self->db, "stay", ids.stay, error))
    return FALSE;

  *stay_id = ids.stay;
  return TRUE;
}
