/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-billing.h"

#include "desk-amount.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-package.h"
#include "desk-posting-table.h"
#include "desk-room-table.h"
#include "desk-state-table.h"
#include "desk-vat.h"

/* Until routing is told otherwise, everything goes to the first window. */
#define GUEST_WINDOW 1

static gboolean
load_ages (DeskBilling  *self,
           GError      **error)
{
  g_autoptr (GPtrArray) persons =
    desk_stay_table_list_persons (desk_house_get_db (self->house), self->stay->id, error);
  guint i;

  if (persons == NULL)
    return FALSE;
  for (i = 0; i < persons->len; i++)
    {
      const DeskPersonRecord *person = g_ptr_array_index (persons, i);
      gint age = MAX (person->age, 0);

      if (person->child)
        g_array_append_val (self->child_ages, age);
    }
  return TRUE;
}

/**
 * desk_billing_load:
 * @house: the property
 * @stay_id: a stay
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the stay with its nights, persons and
 *   folio, or %NULL with %DESK_ERROR_NOT_FOUND or a storage error
 */
DeskBilling *
desk_billing_load (DeskHouse  *house,
                   gint64      stay_id,
                   GError    **error)
{
  g_autoptr (DeskBilling) self = g_new0 (DeskBilling, 1);
  DeskDb *db = desk_house_get_db (house);

  self->house = house;
  self->only_date = DESK_DATE_NONE;
  self->child_ages = g_array_new (FALSE, FALSE, sizeof (gint));
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_posting_free);
  if (!desk_state_table_get_business_date (db, &self->business_date, error))
    return NULL;
  self->stay = desk_stay_table_get (db, stay_id, error);
  if (self->stay == NULL || !load_ages (self, error))
    return NULL;
  self->nights = desk_stay_night_table_list (db, stay_id, error);
  if (self->nights == NULL ||
      !desk_folio_table_find_for_stay (db, stay_id, &self->folio, error))
    return NULL;
  if (self->folio == NULL)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "%s has no folio",
                   self->stay->confirmation);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
desk_billing_free (DeskBilling *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stay, desk_stay_record_free);
  g_clear_pointer (&self->folio, desk_folio_record_free);
  g_clear_pointer (&self->nights, g_ptr_array_unref);
  g_clear_pointer (&self->child_ages, g_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->all_lines, g_ptr_array_unref);
  g_clear_pointer (&self->tax_sums, g_ptr_array_unref);
  g_free (self);
}

const DeskNightRecord *
desk_billing_get_night (const DeskBilling *self,
                        DeskDate           date)
{
  guint i;

  for (i = 0; i < self->nights->len; i++)
    {
      const DeskNightRecord *night = g_ptr_array_index (self->nights, i);

      if (night->date == date)
        return night;
    }
  return NULL;
}

/**
 * desk_billing_get_lines:
 * @self: a stay
 * @error: return location for a #GError
 *
 * Reads the whole folio once; what is asked afterwards is answered from it.
 *
 * Returns: (transfer none) (element-type DeskPosting) (nullable): every line of the
 *   folio, or %NULL with @error set
 */
const GPtrArray *
desk_billing_get_lines (DeskBilling  *self,
                        GError      **error)
{
  if (self->all_lines == NULL)
    self->all_lines = desk_posting_table_load_folio (desk_house_get_db (self->house),
                                                     self->folio->id, error);
  return self->all_lines;
}

/**
 * desk_billing_new_charger:
 * @self: a stay
 * @already: (nullable) (element-type DeskPosting): lines that are planned but not
 *   written yet; must outlive the charger
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): a charger that knows what the stay was
 *   taxed before, numbering on from the folio's last line and @already
 */
DeskCharger *
desk_billing_new_charger (DeskBilling      *self,
                          const GPtrArray  *already,
                          GError          **error)
{
  DeskChargerInfo info = { 0 };
  g_autoptr (DeskCharger) charger = NULL;
  guint i;

  if (self->tax_sums == NULL)
    self->tax_sums = desk_posting_table_sum_by_tax (desk_house_get_db (self->house),
                                                    self->folio->id, error);
  if (self->tax_sums == NULL)
    return NULL;

  info.property = desk_house_get_property (self->house);
  info.config = desk_house_get_config (self->house);
  info.folio_id = self->folio->id;
  info.last_line = self->folio->last_line + (already != NULL ? (int) already->len : 0);
  info.business_date = self->business_date;
  info.arrival = self->stay->arrival;
  info.departure = self->stay->departure;
  info.adults = self->stay->adults;
  info.child_ages = self->child_ages;
  charger = desk_charger_new (&info);

  for (i = 0; i < self->tax_sums->len; i++)
    {
      const DeskTaxSum *sum = g_ptr_array_index (self->tax_sums, i);

      desk_charger_add_history (charger, sum->tax, sum->amount_minor);
    }
  for (i = 0; already != NULL && i < already->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (already, i);

      desk_charger_add_line (charger, line);
      if (line->tax != NULL)
        desk_charger_add_history (charger, line->tax, line->amount_minor);
    }
  return g_steal_pointer (&charger);
}

/**
 * desk_billing_add_date:
 * @self: a stay
 * @charger: its charger
 * @date: a night
 * @error: return location for a #GError
 *
 * Tells the charger what the folio has for that date already.
 *
 * Returns: %FALSE where it could not be read
 */
gboolean
desk_billing_add_date (DeskBilling  *self,
                       DeskCharger  *charger,
                       DeskDate      date,
                       GError      **error)
{
  const GPtrArray *read = self->only_date == date ? self->lines : self->all_lines;
  g_autoptr (GPtrArray) lines = NULL;
  guint i;

  for (i = 0; read != NULL && i < read->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (read, i);

      if (line->stay_date == date)
        desk_charger_add_line (charger, line);
    }
  if (read != NULL)
    return TRUE;

  lines = desk_posting_table_load_date (desk_house_get_db (self->house), self->folio->id, date,
                                        error);
  if (lines == NULL)
    return FALSE;
  for (i = 0; i < lines->len; i++)
    desk_charger_add_line (charger, g_ptr_array_index (lines, i));
  g_ptr_array_extend_and_steal (self->lines, g_steal_pointer (&lines));
  return TRUE;
}

/* The number of the night's room, or NULL where none is assigned yet. */
static gboolean
dup_room_number (DeskBilling            *self,
                 const DeskNightRecord  *night,
                 char                  **number,
                 GError                **error)
{
  g_autoptr (DeskRoomRecord) room = NULL;

  *number = g_strdup (night->room);
  if (night->room_id == 0 || night->room != NULL)
    return TRUE;
  room = desk_room_table_get (desk_house_get_db (self->house), night->room_id, error);
  if (room == NULL)
    return FALSE;
  *number = g_steal_pointer (&room->number);
  return TRUE;
}

/**
 * desk_billing_post_night:
 * @self: a stay
 * @charger: its charger, which knows the lines of that date
 * @night: one of the stay's nights
 * @error: return location for a #GError
 *
 * Makes the lines of one night as it was agreed.
 *
 * Returns: %FALSE where the night cannot be charged under the set-up in force
 */
gboolean
desk_billing_post_night (DeskBilling            *self,
                         DeskCharger            *charger,
                         const DeskNightRecord  *night,
                         GError                **error)
{
  const DeskProperty *property = desk_house_get_property (self->house);
  g_autoptr (GPtrArray) package = NULL;
  g_autofree char *room = NULL;
  DeskNight spec = { 0 };

  spec.plan = desk_property_get_plan (property, night->plan);
  if (spec.plan == NULL || !(night->has_price || spec.plan->has_price))
    {
      return desk_complain (
        error, DESK_ERROR_INVALID,
        desk_message_text (
          desk_message_about (N_("{stay}: the rate plan \"{word}\" has no price for the night; "
                                 "agree on one first"), night->plan),
          "stay", self->stay->confirmation));
    }
  if (night->package != NULL)
    {
      package = desk_package_parse (night->package, property->digits, error);
      if (package == NULL)
        return FALSE;
    }
  if (!dup_room_number (self, night, &room, error))
    return FALSE;

  spec.date = night->date;
  spec.room = room;
  spec.window = GUEST_WINDOW;
  spec.has_price = night->has_price;
  spec.price_minor = night->price_minor;
  spec.package = package;
  return desk_charger_post_night (charger, &spec, error);
}

static gboolean
will_be_slept (const DeskBilling *self)
{
  return g_str_equal (self->stay->state, "booked") || g_str_equal (self->stay->state, "in-house");
}

/**
 * desk_billing_forecast:
 * @self: a stay
 * @already: (nullable) (element-type DeskPosting): lines planned but not written
 * @departure_minor: (out): what the balance will be at departure, if nothing else
 *   is posted: the balance now, @already, and all nights not posted yet
 * @error: return location for a #GError
 *
 * Returns: %FALSE where a night cannot be charged
 */
gboolean
desk_billing_forecast (DeskBilling      *self,
                       const GPtrArray  *already,
                       gint64           *departure_minor,
                       GError          **error)
{
  g_autoptr (DeskCharger) charger = desk_billing_new_charger (self, already, error);
  g_autoptr (GPtrArray) lines = NULL;
  gint64 total = self->folio->balance_minor;
  gint64 to_come;
  guint i;

  if (charger == NULL)
    return FALSE;
  for (i = 0; will_be_slept (self) && i < self->nights->len; i++)
    {
      const DeskNightRecord *night = g_ptr_array_index (self->nights, i);

      if (!night->posted && (!desk_billing_add_date (self, charger, night->date, error) ||
                             !desk_billing_post_night (self, charger, night, error)))
        return FALSE;
    }

  lines = desk_charger_steal_lines (charger);
  if (!desk_window_balance (lines, 0, &to_come, error) ||
      !desk_amount_add (total, to_come, &total, error))
    return FALSE;
  if (already != NULL && (!desk_window_balance (already, 0, &to_come, error) ||
                          !desk_amount_add (total, to_come, &total, error)))
    return FALSE;
  *departure_minor = total;
  return TRUE;
}
