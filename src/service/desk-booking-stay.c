/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-booking-stay.h"

#include <string.h>

#include "desk-hidden.h"
#include "desk-json-field.h"

/*
 * What a row of the public booking data becomes in the house. The table of decisions is in
 * data/bookings.md; whoever changes one changes both.
 */

#define MAX_PERSONS 99
#define MAX_NIGHTS 3660
#define MAX_TEXT 64

/* The age of a baby; the file does not tell those of children. */
#define BABY 0
#define AGE_UNKNOWN -1

/* Where in the file: one of its columns */
#define COLUMN(name) (&(const DeskJsonField){ NULL, name, 0 })

/* Countries that the file calls by another code than ISO 3166 has today. */
static const struct
{
  const char *file;
  const char *iso;
} countries[] = {
  { "CN", "CHN" },
  { "TMP", "TLS" },
};

static guint
count_nights (const DeskBookingRow *row)
{
  return row->weekend_nights + row->week_nights;
}

static guint
count_children (const DeskBookingRow *row)
{
  return (guint) MAX (row->children, 0) + row->babies;
}

static gboolean
check_texts (const DeskBookingRow  *row,
             GError               **error)
{
  const struct
  {
    const char *column;
    const char *text;
  } texts[] = {
    { "hotel", row->hotel },
    { "meal", row->meal },
    { "country", row->country },
    { "market_segment", row->segment },
    { "distribution_channel", row->channel },
    { "reserved_room_type", row->reserved_type },
    { "assigned_room_type", row->assigned_type },
    { "deposit_type", row->deposit_type },
    { "agent", row->agent },
    { "company", row->company },
    { "customer_type", row->customer_type },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gunichar hidden = texts[i].text != NULL ? desk_hidden_find (texts[i].text) : 0;

      if (hidden != 0)
        return desk_json_fail_with (COLUMN (texts[i].column), error,
                                    desk_message_of_hidden (hidden));
      if (texts[i].text != NULL && g_utf8_strlen (texts[i].text, -1) > MAX_TEXT)
        return desk_json_fail_number (COLUMN (texts[i].column), error,
                                      N_("is longer than {n} characters"), MAX_TEXT);
    }
  return TRUE;
}

/* A stay has a night and somebody who sleeps; that is all the house needs to know. */
static gboolean
check_row (const DeskBookingRow  *row,
           GError               **error)
{
  if (count_nights (row) == 0)
    return desk_json_fail (COLUMN ("stays_in_week_nights"), error,
                           N_("no night is booked, and day use is not kept here"));
  if (count_nights (row) > MAX_NIGHTS)
    return desk_json_fail_number (COLUMN ("stays_in_week_nights"), error,
                                  N_("more nights than {n}"), MAX_NIGHTS);
  if (row->adults + count_children (row) == 0)
    return desk_json_fail (COLUMN ("adults"), error,
                           N_("nobody is booked: no adults, children or babies"));
  if (row->adults > MAX_PERSONS)
    return desk_json_fail_number (COLUMN ("adults"), error,
                                  N_("more persons than {n} share no room"), MAX_PERSONS);
  if (count_children (row) > MAX_PERSONS)
    return desk_json_fail_number (COLUMN ("children"), error,
                                  N_("more persons than {n} share no room"), MAX_PERSONS);
  if (row->adr_hundredths < 0)
    return desk_json_fail (COLUMN ("adr"), error, N_("a price is never below zero"));
  return check_texts (row, error);
}

/* From hundredths to the minor units of the house, exactly or not at all. */
static gboolean
convert_price (const DeskBookingRow  *row,
               int                    digits,
               gint64                *out_minor,
               GError               **error)
{
  gint64 minor = row->adr_hundredths;

  for (; digits > 2; digits--)
    if (__builtin_mul_overflow (minor, (gint64) 10, &minor))
      return desk_json_fail (COLUMN ("adr"), error, N_("is too large"));
  for (; digits < 2; digits++)
    {
      if (minor % 10 != 0)
        return desk_json_fail (COLUMN ("adr"), error,
                               N_("has more decimals than the currency of this property"));
      minor /= 10;
    }
  *out_minor = minor;
  return TRUE;
}

/* Without a word about room types in the set-up the type is left open. */
static gboolean
find_type (const DeskBookingRow  *row,
           const DeskProperty    *property,
           const char           **type,
           GError               **error)
{
  *type = NULL;
  if (g_hash_table_size (property->booking_types) == 0)
    return TRUE;

  *type = g_hash_table_lookup (property->booking_types, row->reserved_type);
  return *type != NULL ||
         desk_json_fail_word (COLUMN ("reserved_room_type"), error,
                              N_("room type {word} is not in the group [bookings] of the set-up"),
                              row->reserved_type);
}

/**
 * find_plan:
 * @bare: (out): the plan is not for this meal: nothing is charged beside the room
 */
static gboolean
find_plan (const DeskBookingRow  *row,
           const DeskProperty    *property,
           const char           **plan,
           gboolean              *bare,
           GError               **error)
{
  *bare = FALSE;
  *plan = g_hash_table_lookup (property->booking_plans, row->meal);
  if (*plan == NULL && desk_property_get_plan (property, row->meal) != NULL)
    *plan = row->meal;
  if (*plan != NULL)
    return TRUE;

  *bare = TRUE;
  *plan = g_hash_table_lookup (property->booking_plans, "");
  if (*plan == NULL && property->plans->len > 0)
    *plan = ((const DeskRatePlan *) g_ptr_array_index (property->plans, 0))->name;
  return *plan != NULL ||
         desk_json_fail (COLUMN ("meal"), error, N_("the set-up has no rate plan"));
}

static const char *
find_country (const DeskBookingRow *row)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_strcmp0 (row->country, countries[i].file) == 0)
      return countries[i].iso;
  return row->country;
}

/* What became of it, seen from the open business date; %NULL: it is still to come. */
static const char *
find_state (const DeskBookingRow *row,
            DeskDate              business_date)
{
  switch (row->status)
    {
    case DESK_BOOKING_CANCELED:
      return "cancelled";
    case DESK_BOOKING_NO_SHOW:
      return "no-show";
    case DESK_BOOKING_CHECK_OUT:
    default:
      return row->status_date <= business_date ? "departed" : NULL;
    }
}

/* What the file knows and no field of a stay holds. */
static char *
make_note (const DeskBookingRow *row)
{
  GString *note = g_string_new (NULL);
  char date[DESK_DATE_LENGTH];

  g_string_append_printf (note, "%s. Segment: %s. Channel: %s. Meal: %s. Room type: %s.",
                          row->customer_type, row->segment, row->channel, row->meal,
                          row->reserved_type);
  if (!g_str_equal (row->assigned_type, row->reserved_type))
    g_string_append_printf (note, " Given room type: %s.", row->assigned_type);
  if (row->agent != NULL)
    g_string_append_printf (note, " Agent: %s.", row->agent);
  if (row->company != NULL)
    g_string_append_printf (note, " Company: %s.", row->company);
  if (!g_str_equal (row->deposit_type, "No Deposit"))
    g_string_append_printf (note, " Deposit: %s.", row->deposit_type);
  if (row->parking > 0)
    g_string_append_printf (note, " Parking spaces: %u.", row->parking);
  if (row->requests > 0)
    g_string_append_printf (note, " Special requests: %u.", row->requests);
  if (row->children < 0)
    g_string_append (note, " The number of children is not known.");
  else if (row->children > 0)
    g_string_append (note, " The ages of the children are not known.");
  if (row->repeated)
    g_string_append (note, " Has stayed before.");
  if (row->status == DESK_BOOKING_CHECK_OUT &&
      row->status_date != row->arrival + (DeskDate) count_nights (row))
    g_string_append_printf (note, " Left on %s.", desk_date_print (row->status_date, date));
  return g_string_free (note, FALSE);
}

static void
add_nights (DeskFileStay          *self,
            const DeskBookingRow  *row,
            const char            *type,
            gboolean               bare,
            gint64                 price_minor)
{
  guint i;

  for (i = 0; i < count_nights (row); i++)
    {
      DeskFileNight *night = desk_file_stay_add_night (self, row->arrival + (DeskDate) i);

      night->room_type = g_strdup (type);
      night->has_price = TRUE;
      night->price_minor = price_minor;
      if (bare)
        night->package = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_package_part_free);
    }
}

static void
add_persons (DeskFileStay         *self,
             const DeskBookingRow *row)
{
  const gint unknown = AGE_UNKNOWN;
  const gint baby = BABY;
  guint i;

  self->adults = (int) row->adults;
  for (i = 0; i < (guint) MAX (row->children, 0); i++)
    g_array_append_val (self->child_ages, unknown);
  for (i = 0; i < row->babies; i++)
    g_array_append_val (self->child_ages, baby);
}

/**
 * desk_booking_dup_number:
 * @row: a booking
 *
 * Returns: (transfer full): the number it is known by: hotel and line
 */
char *
desk_booking_dup_number (const DeskBookingRow *row)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, row->hotel, row->line);
}

/**
 * desk_booking_to_stay:
 * @row: a booking
 * @property: the set-up, with its group [bookings]
 * @business_date: the open day
 * @error: return location for a #GError
 *
 * Says of the booking what the house can keep. It has no confirmation number yet, and
 * no room.
 *
 * Returns: (transfer full) (nullable): a stay, or %NULL with %DESK_ERROR_INVALID and
 *   the column that the house cannot take
 */
DeskFileStay *
desk_booking_to_stay (const DeskBookingRow  *row,
                      const DeskProperty    *property,
                      DeskDate               business_date,
                      GError               **error)
{
  g_autoptr (DeskFileStay) self = NULL;
  const char *country = find_country (row);
  g_autofree char *number = NULL;
  const char *type, *plan;
  gint64 price_minor = 0;
  gboolean bare;

  if (!check_row (row, error) ||
      !convert_price (row, property->digits, &price_minor, error) ||
      !find_type (row, property, &type, error) ||
      !find_plan (row, property, &plan, &bare, error))
    return NULL;

  self = desk_file_stay_new ((int) row->line);
  self->guest_name = g_strdup_printf ("Booking %" G_GINT64_FORMAT "%s%s%s", row->line,
                                      country != NULL ? " (" : "",
                                      country != NULL ? country : "", country != NULL ? ")" : "");
  self->nationality = g_strdup (country);
  self->note = make_note (row);
  self->state = find_state (row, business_date);
  self->arrival = row->arrival;
  self->departure = row->arrival + (DeskDate) count_nights (row);
  self->plan = g_strdup (plan);
  self->digest = desk_hash_to_string (row->digest);
  number = desk_booking_dup_number (row);
  desk_file_stay_add_reference (self, "booking", number);
  add_persons (self, row);
  add_nights (self, row, type, bare, price_minor);
  return g_steal_pointer (&self);
}
