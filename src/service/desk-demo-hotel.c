/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-hotel.h"

#include "desk-bookings-file.h"
#include "desk-confirmation.h"
#include "desk-error.h"
#include "desk-fold.h"

/* The day of the bookings that becomes the demo's; whole weeks keep the days of the week. */
#define ORIGIN (desk_date_from_dmy (6, 9, 2016))
#define WEEK 7

/* Each booking has a confirmation number of its own: an odd factor misses none. */
#define NUMBER_FACTOR 69069u
#define NUMBER_FIRST 314159u

/* Numbers of the restaurant's checks: so many a day, the evening before today from here. */
#define CHECKS_A_DAY 60
#define CHECKS_YESTERDAY 8870

/* Somebody comes, also where the bookings count nobody. */
#define ADULTS_OF_NOBODY 1

/* What a card keeps ready, in minor units. */
#define HOLD_STEP 5000
#define HOLD_MOST 40000

struct _DeskDemoHotel
{
  DeskDemoSpan span;
  DeskDate     first;
  GPtrArray   *stays;   /* DeskDemoStay, by arrival */
  GRand       *dice;
};

/* What the hotel of the bookings calls a type, and what ours does. */
static const char *const types[][2] = {
  { "A", "STD" }, { "B", "TWN" }, { "C", "STU" }, { "D", "SUP" },
  { "E", "DLX" }, { "F", "FAM" }, { "G", "STE" }, { "K", "SGL" },
};

static void
stay_free (gpointer data)
{
  DeskDemoStay *self = data;

  g_free (self->confirmation);
  g_free (self->guest);
  g_free (self->phone);
  g_free (self->mail);
  g_free (self->country);
  g_free (self->reference);
  g_free (self);
}

static const char *
get_type (const char *type)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_equal (types[i][0], type))
        return types[i][1];
    }
  return "STD";
}

static const char *
get_plan (const DeskBookingRow *row)
{
  if (g_str_equal (row->meal, "HB") || g_str_equal (row->meal, "FB"))
    return "HALF";
  if (g_str_equal (row->meal, "SC"))
    return "FLEXRO";
  if (row->company != NULL || g_str_equal (row->segment, "Corporate"))
    return "CORP";
  return g_str_equal (row->channel, "TA/TO") ? "AGENCY" : "FLEX";
}

/* Companies and agencies that bring groups get an invoice; the others pay when they leave. */
static const char *
draw_tender (const DeskBookingRow *row,
             GRand                *dice)
{
  gint32 roll = g_rand_int_range (dice, 0, 100);

  if (row->company != NULL || g_str_equal (row->segment, "Corporate"))
    return roll < 60 ? "ACCOUNT" : "CARD";
  if (g_str_equal (row->segment, "Groups") || g_str_equal (row->segment, "Offline TA/TO"))
    return roll < 40 ? "ACCOUNT" : roll < 90 ? "CARD" : "CASH";
  return roll < 76 ? "CARD" : roll < 89 ? "MOBILE" : "CASH";
}

static void
draw_children (DeskDemoStay         *stay,
               const DeskBookingRow *row,
               GRand                *dice)
{
  int children = MAX (row->children, 0);
  int babies = (int) row->babies;

  for (; children > 0 && stay->n_children < DESK_DEMO_MAX_CHILDREN; children--)
    stay->ages[stay->n_children++] = g_rand_int_range (dice, 3, 16);
  for (; babies > 0 && stay->n_children < DESK_DEMO_MAX_CHILDREN; babies--)
    stay->ages[stay->n_children++] = g_rand_int_range (dice, 0, 2);
}

/* How the guest is reached; the domain belongs to examples. */
static void
draw_reach (DeskDemoStay         *stay,
            const DeskDemoNames  *names,
            GRand                *dice)
{
  if (g_rand_int_range (dice, 0, 5) < 2)
    {
      g_autofree char *folded = desk_fold (stay->guest);
      g_auto (GStrv) words = g_strsplit_set (folded, " '-", -1);
      g_autofree char *local = g_strjoinv (".", words);

      stay->mail = g_strconcat (local, "@example.org", NULL);
    }
  if (g_rand_int_range (dice, 0, 5) < 3)
    stay->phone = desk_demo_names_draw_phone (names, stay->country, dice);
}

/* Whoever pays by card mostly leaves one for what may come. */
static void
draw_card (DeskDemoStay *stay,
           GRand        *dice)
{
  gint64 total = stay->price_minor * (stay->departure - stay->arrival);
  gint32 roll = g_rand_int_range (dice, 0, 10);

  g_snprintf (stay->card, sizeof stay->card, "%04d", g_rand_int_range (dice, 0, 10000));
  if (g_str_equal (stay->tender, "CARD") && roll < 7)
    stay->hold_minor = MIN ((total / HOLD_STEP + 1) * HOLD_STEP, HOLD_MOST);
}

/* On which day another type than the booked one is theirs. */
static DeskDate
draw_move (const DeskDemoStay *stay,
           GRand              *dice)
{
  int nights = stay->departure - stay->arrival;
  gint32 roll = g_rand_int_range (dice, 0, 10);
  int night = nights > 1 ? g_rand_int_range (dice, 1, nights) : 0;

  if (g_str_equal (stay->type, stay->next_type))
    return DESK_DATE_NONE;
  return roll < 6 ? stay->arrival : stay->arrival + night;
}

/* The dice are seeded with the line, so that a booking is the same guest each time. */
static DeskDemoStay *
stay_new (DeskDemoHotel        *self,
          const DeskDemoNames  *names,
          const DeskBookingRow *row)
{
  DeskDemoStay *stay = g_new0 (DeskDemoStay, 1);
  guint number = (NUMBER_FIRST + (guint) row->line * NUMBER_FACTOR) % DESK_N_CONFIRMATIONS;

  g_rand_set_seed (self->dice, (guint32) row->line);
  stay->confirmation = desk_confirmation_make ("HO", number);
  stay->country = g_strdup (row->country);
  stay->guest = desk_demo_names_draw (names, row->country, self->dice);
  stay->language = desk_demo_names_get_language (names, row->country);
  draw_reach (stay, names, self->dice);
  stay->adults = row->adults > 0 ? (int) row->adults : ADULTS_OF_NOBODY;
  draw_children (stay, row, self->dice);
  stay->arrival = row->arrival + self->span.today - ORIGIN;
  stay->departure = stay->arrival + (int) (row->weekend_nights + row->week_nights);
  stay->lead_days = (int) row->lead_days;
  stay->booked = stay->arrival - stay->lead_days;
  stay->plan = get_plan (row);
  stay->type = get_type (row->reserved_type);
  stay->next_type = get_type (row->assigned_type);
  stay->moves = draw_move (stay, self->dice);
  stay->price_minor = row->adr_hundredths;
  stay->tender = draw_tender (row, self->dice);
  draw_card (stay, self->dice);
  if (g_str_equal (row->segment, "Online TA"))
    stay->reference = g_strdup_printf ("BKG-%08d", g_rand_int_range (self->dice, 70000000,
                                                                     79999999));
  stay->parking = row->parking > 0;
  stay->prepaid = g_str_equal (row->deposit_type, "Non Refund");
  stay->late = g_rand_int_range (self->dice, 0, 6) == 0;
  stay->early = g_rand_int_range (self->dice, 0, 4) == 0;
  return stay;
}

static gboolean
is_shown (const DeskDemoHotel  *self,
          const DeskBookingRow *row)
{
  DeskDate arrival = row->arrival + self->span.today - ORIGIN;
  DeskDate departure = arrival + (int) (row->weekend_nights + row->week_nights);

  return row->status == DESK_BOOKING_CHECK_OUT && departure > arrival &&
         departure >= self->span.today - self->span.before &&
         arrival <= self->span.today + self->span.after;
}

static int
compare_stays (gconstpointer a,
               gconstpointer b)
{
  const DeskDemoStay *left = *(const DeskDemoStay *const *) a;
  const DeskDemoStay *right = *(const DeskDemoStay *const *) b;

  return (left->arrival > right->arrival) - (left->arrival < right->arrival);
}

static gboolean
read_stays (DeskDemoHotel        *self,
            DeskBookingsFile     *file,
            const DeskDemoNames  *names,
            GError              **error)
{
  DeskBookingRow row;
  DeskBookingProblem problem;

  while (TRUE)
    {
      switch (desk_bookings_file_next (file, &row, &problem, error))
        {
        case DESK_BOOKINGS_ROW:
          if (is_shown (self, &row))
            g_ptr_array_add (self->stays, stay_new (self, names, &row));
          break;
        case DESK_BOOKINGS_PROBLEM:
          g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID,
                       "the demo's bookings: line %" G_GINT64_FORMAT ": %s: %s", problem.line,
                       problem.field, problem.why->message);
          return FALSE;
        case DESK_BOOKINGS_END:
          return TRUE;
        case DESK_BOOKINGS_FAILED:
        default:
          return FALSE;
        }
    }
}

/**
 * desk_demo_hotel_find_day:
 * @asked: about which day the demo shall show
 *
 * Returns: the last day not after it that the bookings can be shifted to by whole weeks
 */
DeskDate
desk_demo_hotel_find_day (DeskDate asked)
{
  int days = (asked - ORIGIN) % WEEK;

  return asked - (days < 0 ? days + WEEK : days);
}

/**
 * desk_demo_hotel_new:
 * @bookings: rows of the hotel bookings that are published
 * @names: names for the guests
 * @span: which of them
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the guests, who have no rooms yet
 */
DeskDemoHotel *
desk_demo_hotel_new (GBytes              *bookings,
                     const DeskDemoNames *names,
                     const DeskDemoSpan  *span,
                     GError             **error)
{
  g_autoptr (DeskBookingsFile) file = desk_bookings_file_new_bytes (bookings, "bookings.csv",
                                                                    error);
  g_autoptr (DeskDemoHotel) self = NULL;
  guint i;

  if (file == NULL)
    return NULL;
  self = g_new0 (DeskDemoHotel, 1);
  self->span = *span;
  self->stays = g_ptr_array_new_with_free_func (stay_free);
  self->dice = g_rand_new_with_seed (0);
  if (!read_stays (self, file, names, error))
    return NULL;

  g_ptr_array_sort (self->stays, compare_stays);
  self->first = span->today;
  for (i = 0; i < self->stays->len; i++)
    {
      const DeskDemoStay *stay = g_ptr_array_index (self->stays, i);

      self->first = MIN (self->first, stay->arrival);
    }
  return g_steal_pointer (&self);
}

void
desk_demo_hotel_free (DeskDemoHotel *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->stays);
  g_rand_free (self->dice);
  g_free (self);
}

/* The day the first of them comes. */
DeskDate
desk_demo_hotel_get_first (const DeskDemoHotel *self)
{
  return self->first;
}

/* What is not known yet today is not known to the desk: who is to be moved later, or
 * which room somebody gets whose type will not do. */
static gboolean
plan_rooms (const DeskDemoHotel *self,
            DeskDemoStay        *stay,
            DeskDemoRooms       *rooms)
{
  if (stay->moves != DESK_DATE_NONE && stay->moves >= self->span.today)
    {
      gboolean waits = stay->moves == stay->arrival;

      stay->moves = DESK_DATE_NONE;
      if (waits)
        return TRUE;
    }
  if (stay->moves == DESK_DATE_NONE)
    {
      stay->room = desk_demo_rooms_take (rooms, stay->type, stay->arrival, stay->departure);
      return stay->room != NULL;
    }
  if (stay->moves > stay->arrival)
    {
      stay->room = desk_demo_rooms_take (rooms, stay->type, stay->arrival, stay->moves);
      if (stay->room == NULL)
        return FALSE;
    }
  stay->next_room = desk_demo_rooms_take (rooms, stay->next_type, stay->moves, stay->departure);
  return stay->next_room != NULL;
}

static char *
new_room_day (const char *room,
              DeskDate    day)
{
  return g_strdup_printf ("%s %d", room, day);
}

/* Rooms that are left only in the afternoon, with the day. */
static GHashTable *
list_left_late (const DeskDemoHotel *self)
{
  GHashTable *left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < self->stays->len; i++)
    {
      const DeskDemoStay *stay = g_ptr_array_index (self->stays, i);
      const char *last = stay->next_room != NULL ? stay->next_room : stay->room;

      if (stay->late && last != NULL)
        g_hash_table_add (left, new_room_day (last, stay->departure));
      if (stay->room != NULL && stay->next_room != NULL)
        g_hash_table_add (left, new_room_day (stay->room, stay->moves));
    }
  return left;
}

/* Whoever has no room yet, or one that is not surely free in time, cannot come early. */
static void
settle_hours (const DeskDemoHotel *self,
              DeskDemoRooms       *rooms)
{
  g_autoptr (GHashTable) left = NULL;
  guint i;

  left = list_left_late (self);
  for (i = 0; i < self->stays->len; i++)
    {
      DeskDemoStay *stay = g_ptr_array_index (self->stays, i);
      g_autofree char *key = NULL;

      if (stay->room == NULL)
        {
          stay->early = FALSE;
          continue;
        }
      key = new_room_day (stay->room, stay->arrival);
      stay->early = stay->early && !g_hash_table_contains (left, key) &&
                    !desk_demo_rooms_is_kept (rooms, stay->room, stay->arrival - 1);
    }
}

/**
 * desk_demo_hotel_plan:
 * @self: the guests
 * @property: the set-up
 * @rooms: which rooms are free
 * @days: gets what happens
 * @error: return location for a #GError
 *
 * Gives each stay its rooms, and lets it live.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where the house is too small
 */
gboolean
desk_demo_hotel_plan (DeskDemoHotel       *self,
                      const DeskProperty  *property,
                      DeskDemoRooms       *rooms,
                      DeskDemoDays        *days,
                      GError             **error)
{
  DeskDate yesterday = self->span.today - 1;
  DeskDate date;
  guint i;

  for (i = 0; i < self->stays->len; i++)
    {
      DeskDemoStay *stay = g_ptr_array_index (self->stays, i);

      stay->booked = CLAMP (stay->booked, self->first, MIN (stay->arrival, self->span.today));
      if (plan_rooms (self, stay, rooms))
        continue;
      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "the demo has no room for %s",
                   stay->confirmation);
      return FALSE;
    }

  settle_hours (self, rooms);
  for (i = 0; i < self->stays->len; i++)
    {
      g_rand_set_seed (self->dice, i);
      desk_demo_life_add (g_ptr_array_index (self->stays, i), property, self->dice, days);
    }
  for (date = self->first; date <= self->span.today; date++)
    desk_demo_life_number_checks (days, date,
                                  CHECKS_YESTERDAY + CHECKS_A_DAY * (date - yesterday));
  return TRUE;
}

/* Amounts have two digits: the demo's currency is the euro, as that of the bookings was. */
static void
print_amount (GString *text,
              gint64   minor)
{
  g_string_append_printf (text, "\"%" G_GINT64_FORMAT ".%02d\"", minor / 100,
                          (int) (minor % 100));
}

static void
print_nights (const DeskDemoStay *stay,
              GString            *text)
{
  DeskDate date;

  for (date = stay->arrival; date < stay->departure; date++)
    {
      char day[DESK_DATE_LENGTH];

      g_string_append_printf (text, "%s{\"date\": \"%s\", \"room_type\": \"%s\", \"price\": ",
                              date > stay->arrival ? ", " : "", desk_date_print (date, day),
                              stay->type);
      print_amount (text, stay->price_minor);
      if (stay->room != NULL && (stay->moves == DESK_DATE_NONE || date < stay->moves))
        g_string_append_printf (text, ", \"room\": \"%s\"", stay->room);
      if (stay->parking)
        g_string_append (text, ", \"package\": [{\"code\": \"PARKING\"}]");
      g_string_append_c (text, '}');
    }
}

static void
print_guest (const DeskDemoStay *stay,
             GString            *text)
{
  g_string_append_printf (text, "\"guest\": {\"name\": \"%s\", \"lang\": \"%s\"", stay->guest,
                          stay->language);
  if (stay->country != NULL)
    g_string_append_printf (text, ", \"nationality\": \"%s\"", stay->country);
  if (stay->phone != NULL)
    g_string_append_printf (text, ", \"phone\": \"%s\"", stay->phone);
  if (stay->mail != NULL)
    g_string_append_printf (text, ", \"mail\": \"%s\"", stay->mail);
  g_string_append (text, "}");
}

static void
print_money (const DeskDemoStay *stay,
             GString            *text)
{
  gint64 total = stay->price_minor * (stay->departure - stay->arrival);
  char received[DESK_DATE_LENGTH];

  if (stay->hold_minor > 0)
    {
      g_string_append_printf (text,
                              ", \"hold\": {\"tender\": \"CARD\", \"card\": \"%s\", \"amount\": ",
                              stay->card);
      print_amount (text, stay->hold_minor);
      g_string_append_c (text, '}');
    }
  if (stay->prepaid && total > 0)
    {
      desk_date_print (stay->arrival - stay->lead_days, received);
      g_string_append_printf (text,
                              ", \"deposit\": {\"tender\": \"CARD\", \"received\": \"%s\", "
                              "\"amount\": ", received);
      print_amount (text, total);
      g_string_append_c (text, '}');
    }
}

static void
print_stay (const DeskDemoStay *stay,
            GString            *text)
{
  char arrival[DESK_DATE_LENGTH];
  char departure[DESK_DATE_LENGTH];
  int i;

  g_string_append_printf (text, "%s{\"confirmation\": \"%s\", ", text->len > 1 ? ",\n" : "",
                          stay->confirmation);
  print_guest (stay, text);
  g_string_append_printf (text, ", \"adults\": %d, \"children_ages\": [", stay->adults);
  for (i = 0; i < stay->n_children; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? ", " : "", stay->ages[i]);
  g_string_append_printf (text,
                          "], \"arrival\": \"%s\", \"departure\": \"%s\", "
                          "\"rate_plan\": \"%s\", \"collects\": \"hotel\", "
                          "\"rate_shown\": true, \"references\": [",
                          desk_date_print (stay->arrival, arrival),
                          desk_date_print (stay->departure, departure), stay->plan);
  if (stay->reference != NULL)
    g_string_append_printf (text, "{\"kind\": \"agency\", \"value\": \"%s\"}", stay->reference);
  g_string_append (text, "]");
  print_money (stay, text);
  g_string_append (text, ", \"nights\": [");
  print_nights (stay, text);
  g_string_append (text, "]}");
}

/**
 * desk_demo_hotel_dup_stays:
 * @self: the guests; their rooms are planned
 * @booked: a day
 *
 * Returns: (transfer full) (nullable): a stays file of what was booked that day; %NULL
 *   where nothing was
 */
char *
desk_demo_hotel_dup_stays (const DeskDemoHotel *self,
                           DeskDate             booked)
{
  g_autoptr (GString) text = g_string_new ("[");
  guint i;

  for (i = 0; i < self->stays->len; i++)
    {
      const DeskDemoStay *stay = g_ptr_array_index (self->stays, i);

      if (stay->booked == booked)
        print_stay (stay, text);
    }
  if (text->len == 1)
    return NULL;
  g_string_append (text, "]");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
