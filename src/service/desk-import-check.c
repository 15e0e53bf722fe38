/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include "desk-amount.h"
#include "desk-charge.h"
#include "desk-error.h"
#include "desk-json-field.h"
#include "desk-promise-table.h"
#include "desk-room-night-table.h"

const DeskRoomRecord *
desk_import_get_room (const DeskImport *self,
                      const char       *number)
{
  return g_hash_table_lookup (self->rooms, number);
}

/* A room-night belongs to one party; who has it is named. */
static gboolean
check_free (const DeskImport      *self,
            const DeskRoomRecord  *room,
            DeskDate               night,
            const DeskJsonField   *field,
            GError               **error)
{
  g_autoptr (DeskRoomNightHolder) holder = NULL;
  char date[DESK_DATE_LENGTH];
  DeskMessage *message;

  if (!desk_room_night_table_find (self->db, room->id, night, &holder, error))
    return FALSE;
  if (holder == NULL)
    return TRUE;

  desk_date_print (night, date);
  message = desk_message_new (NULL, holder->confirmation == NULL
                                      ? N_("room {room} is blocked on {date}")
                                      : N_("room {room} belongs to {confirmation} on {date}"));
  desk_message_text (message, "room", room->number);
  desk_message_text (message, "confirmation", holder->confirmation);
  desk_message_text (message, "date", date);
  return desk_json_fail_with (field, error, message);
}

static gboolean
check_room (const DeskImport     *self,
            const DeskFileNight  *night,
            const DeskJsonField  *at,
            GError              **error)
{
  DeskJsonField room_field = { at, "room", 0 };
  DeskJsonField type_field = { at, "room_type", 0 };
  const DeskRoomRecord *room = NULL;

  if (night->room != NULL)
    {
      room = desk_import_get_room (self, night->room);
      if (room == NULL)
        return desk_json_fail_word (&room_field, error, N_("there is no room {word}"),
                                    night->room);
    }
  if (night->room_type != NULL && !desk_property_has_type (self->property, night->room_type))
    return desk_json_fail_word (&type_field, error, N_("no room is of type {word}"),
                                night->room_type);
  return room == NULL || check_free (self, room, night->date, &room_field, error);
}

static gboolean
check_part (const DeskImport       *self,
            const DeskPackagePart  *part,
            const DeskJsonField    *at,
            GError                **error)
{
  DeskJsonField code_field = { at, "code", 0 };
  DeskJsonField price_field = { at, "unit_price", 0 };
  const DeskCode *code = desk_property_get_code (self->property, part->code);

  if (code == NULL)
    return desk_json_fail_word (&code_field, error, N_("there is no code {word}"), part->code);
  if (code->kind != DESK_CODE_CHARGE)
    return desk_json_fail_word (&code_field, error, N_("{word} is no charge"), part->code);
  if (!part->has_price && !code->has_price)
    return desk_json_fail_word (&price_field, error, N_("is missing, and {word} has no price"),
                                part->code);
  return TRUE;
}

static gboolean
check_night (const DeskImport     *self,
             const DeskRatePlan   *plan,
             const DeskFileNight  *night,
             const DeskJsonField  *at,
             GError              **error)
{
  DeskJsonField price_field = { at, "price", 0 };
  DeskJsonField package_field = { at, "package", 0 };
  guint i;

  if (!check_room (self, night, at, error))
    return FALSE;
  if (!night->has_price && !plan->has_price)
    return desk_json_fail_word (&price_field, error, N_("is missing, and plan {word} has no price"),
                                plan->name);

  for (i = 0; night->package != NULL && i < night->package->len; i++)
    {
      DeskJsonField field = { &package_field, NULL, i };

      if (!check_part (self, g_ptr_array_index (night->package, i), &field, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_hold (const DeskImport    *self,
            const DeskFileStay  *stay,
            GError             **error)
{
  DeskJsonField hold_field = { NULL, "hold", 0 };
  DeskJsonField field = { &hold_field, "tender", 0 };
  const DeskCode *tender;

  if (stay->hold.card == NULL)
    return TRUE;
  tender = desk_property_get_code (self->property, stay->hold.tender);
  return (tender != NULL && tender->kind == DESK_CODE_PAYMENT && !tender->cash) ||
         desk_json_fail_word (&field, error, N_("there is no kind of card {word}"),
                              stay->hold.tender);
}

static gboolean
check_deposit (const DeskImport    *self,
               const DeskFileStay  *stay,
               GError             **error)
{
  DeskJsonField deposit_field = { NULL, "deposit", 0 };
  DeskJsonField field = { &deposit_field, "tender", 0 };
  const DeskCode *tender;

  if (stay->deposit.tender == NULL)
    return TRUE;
  tender = desk_property_get_code (self->property, stay->deposit.tender);
  return (tender != NULL && tender->kind == DESK_CODE_PAYMENT && !tender->deposit) ||
         desk_json_fail_word (&field, error, N_("there is no means of payment {word}"),
                              stay->deposit.tender);
}

/**
 * desk_import_check_stay:
 * @self: a batch
 * @stay: a stay of the form it must have
 * @error: return location for a #GError
 *
 * Whether the house knows what the stay names, and has the rooms free.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID and the field, or an error of the storage
 */
gboolean
desk_import_check_stay (const DeskImport    *self,
                        const DeskFileStay  *stay,
                        GError             **error)
{
  DeskJsonField plan_field = { NULL, "rate_plan", 0 };
  DeskJsonField nights_field = { NULL, "nights", 0 };
  const DeskRatePlan *plan = desk_property_get_plan (self->property, stay->plan);
  guint i;

  if (plan == NULL)
    return desk_json_fail_word (&plan_field, error, N_("there is no rate plan {word}"), stay->plan);

  for (i = 0; i < stay->nights->len; i++)
    {
      DeskJsonField field = { &nights_field, NULL, i };

      if (!check_night (self, plan, g_ptr_array_index (stay->nights, i), &field, error))
        return FALSE;
    }
  return check_hold (self, stay, error) && check_deposit (self, stay, error);
}

/* Of children whose age nobody told as a bill reckons them: with no year yet. */
static GArray *
make_ages (const DeskFileStay *stay)
{
  GArray *ages = g_array_new (FALSE, FALSE, sizeof (gint));
  guint i;

  for (i = 0; i < stay->child_ages->len; i++)
    {
      gint age = MAX (g_array_index (stay->child_ages, gint, i), 0);

      g_array_append_val (ages, age);
    }
  return ages;
}

static gboolean
charge_nights (const DeskImport    *self,
               const DeskFileStay  *stay,
               DeskCharger         *charger,
               GError             **error)
{
  guint i;

  for (i = 0; i < stay->nights->len; i++)
    {
      const DeskFileNight *night = g_ptr_array_index (stay->nights, i);
      const DeskNight charge = {
        .date = night->date,
        .room = night->room,
        .window = 1,
        .plan = desk_property_get_plan (self->property, stay->plan),
        .has_price = night->has_price || night->has_promised,
        .price_minor = night->has_promised ? night->promised_minor : night->price_minor,
        .package = night->package,
      };

      if (!desk_charger_post_night (charger, &charge, error))
        return FALSE;
    }
  return TRUE;
}

/* Charges are the price of the night with what it includes; what is put on top
 * of it stands beside. */
static gboolean
add_line (DeskImportTotals   *totals,
          DeskDate            arrival,
          const DeskPosting  *line,
          GError            **error)
{
  DeskPromiseNight *night =
    &g_array_index (totals->nights, DeskPromiseNight, line->stay_date - arrival);
  gint64 *sum = line->kind == DESK_POSTING_CHARGE ? &night->price_minor : &night->levy_minor;

  return desk_amount_add (*sum, line->amount_minor, sum, error) &&
         desk_amount_add (totals->total_minor, line->amount_minor, &totals->total_minor, error);
}

static DeskMessage *
about (const char   *msgid,
       const GError *why)
{
  return desk_message_nest (desk_message_new (NULL, msgid), "why", desk_message_of (why));
}

/**
 * desk_import_add_up:
 * @self: a batch
 * @stay: a stay that was checked
 * @totals: (out caller-allocates): what its nights will come to; zeroed before
 * @error: return location for a #GError
 *
 * Reckons what the guest was promised: as the night audit will, with all
 * exclusive taxes, at the price that was confirmed where the file names one.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where it comes to more than can be kept
 */
gboolean
desk_import_add_up (const DeskImport    *self,
                    const DeskFileStay  *stay,
                    DeskImportTotals    *totals,
                    GError             **error)
{
  DeskJsonField field = { NULL, "nights", 0 };
  g_autoptr (GArray) ages = make_ages (stay);
  const DeskChargerInfo info = {
    .property = self->property,
    .config = desk_house_get_config (self->house),
    .business_date = self->business_date,
    .arrival = stay->arrival,
    .departure = stay->departure,
    .adults = stay->adults,
    .child_ages = ages,
  };
  g_autoptr (DeskCharger) charger = desk_charger_new (&info);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) why = NULL;
  guint i;

  totals->nights = g_array_new (FALSE, TRUE, sizeof (DeskPromiseNight));
  g_array_set_size (totals->nights, stay->nights->len);
  for (i = 0; i < stay->nights->len; i++)
    g_array_index (totals->nights, DeskPromiseNight, i).date = stay->arrival + (DeskDate) i;

  if (!charge_nights (self, stay, charger, &why))
    return desk_json_fail_with (&field, error, about (N_("cannot be charged: {why}"), why));

  lines = desk_charger_steal_lines (charger);
  for (i = 0; i < lines->len; i++)
    if (!add_line (totals, stay->arrival, g_ptr_array_index (lines, i), &why))
      return desk_json_fail_with (&field, error, about (N_("cannot be added up: {why}"), why));
  return TRUE;
}

void
desk_import_totals_clear (DeskImportTotals *self)
{
  g_clear_pointer (&self->nights, g_array_unref);
}
