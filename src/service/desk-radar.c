/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-radar.h"

#include "desk-explain-private.h"
#include "desk-fix-private.h"
#include "desk-promise-table.h"

/*
 * What looks wrong on a bill before anybody says so. What is shown here can be put right with
 * what is shown: the evidence is the same as that of `fix`. What was answered is not shown.
 */

/* What stands there more often than this is a habit and no slip. */
#define HABIT 12

/* Later than this, somebody has simply had the same again. */
#define NEAR_HOURS 24

/* Instead of the number of a line, which is 1 or more. */
#define SEVERAL -1

#define US_PER_HOUR (3600 * G_TIME_SPAN_SECOND)

/**
 * Radar:
 * @alike: key and value are lines of one article, quantity and price; the value all of them
 * @nights: key is a date, value the number of the line of that night, or %SEVERAL
 * @named: (element-type gint): lines that were found to repeat another
 * @hours: how far the lines of the newest spot and those they repeat are apart
 */
typedef struct
{
  const DeskFolioView *folio;
  const DeskProperty  *property;
  DeskAdjuster        *adjuster;
  GHashTable          *alike;
  GHashTable          *nights;
  GArray              *named;
  GPtrArray           *spots;
  gint64               hours;
} Radar;

static void
spot_free (DeskSpot *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->others);
  g_free (self->reason);
  g_clear_pointer (&self->say, desk_message_free);
  g_free (self);
}

static DeskSpot *
add_spot (Radar        *self,
          DeskSpotKind  kind,
          const char   *reason)
{
  const DeskReason *known = desk_first_reason (self->property, reason);
  DeskSpot *spot = g_new0 (DeskSpot, 1);

  spot->kind = kind;
  spot->lines = g_array_new (FALSE, FALSE, sizeof (gint));
  spot->others = g_array_new (FALSE, FALSE, sizeof (gint));
  spot->reason = known != NULL ? g_strdup (known->name) : NULL;
  g_ptr_array_add (self->spots, spot);
  return spot;
}

static guint
hash_line (gconstpointer key)
{
  const DeskPosting *line = key;

  return (g_str_hash (line->code) * 31 + (guint) line->quantity) * 31 + (guint) line->unit_minor;
}

static gboolean
is_alike (gconstpointer a,
          gconstpointer b)
{
  const DeskPosting *one = a;
  const DeskPosting *other = b;

  return one->quantity == other->quantity && one->unit_minor == other->unit_minor &&
         g_str_equal (one->code, other->code);
}

static gboolean
is_untouched (const Radar       *self,
              const DeskPosting *line)
{
  DeskLeft left;

  return desk_adjuster_get_left (self->adjuster, line->line, &left, NULL) &&
         left.amount_minor == line->amount_minor && line->amount_minor > 0;
}

static gboolean
is_article (const DeskPosting *line)
{
  return line->kind == DESK_POSTING_CHARGE && line->answers == 0 && line->parent == 0 &&
         !desk_fix_is_night_line (line);
}

static gboolean
is_night (const DeskPosting *line)
{
  return line->kind == DESK_POSTING_CHARGE && line->answers == 0 && desk_fix_is_night_line (line);
}

static void
sort_lines (Radar *self)
{
  guint i;

  self->alike = g_hash_table_new_full (hash_line, is_alike, NULL,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->nights = g_hash_table_new (NULL, NULL);
  for (i = 0; i < self->folio->lines->len; i++)
    {
      DeskPosting *line = g_ptr_array_index (self->folio->lines, i);
      gpointer date = GINT_TO_POINTER (line->stay_date);
      GPtrArray *alike;

      if (is_night (line))
        g_hash_table_insert (self->nights, date,
                             GINT_TO_POINTER (g_hash_table_contains (self->nights, date)
                                                ? SEVERAL : line->line));
      if (!is_article (line))
        continue;
      alike = g_hash_table_lookup (self->alike, line);
      if (alike == NULL)
        {
          alike = g_ptr_array_new ();
          g_hash_table_insert (self->alike, line, alike);
        }
      g_ptr_array_add (alike, line);
    }
}

/* Two that were typed one after the other repeat two that were, and are told together. */
static DeskSpot *
spot_for_twin (Radar             *self,
               const DeskPosting *line,
               gint64             hours)
{
  DeskSpot *spot = self->spots->len > 0 ? self->spots->pdata[self->spots->len - 1] : NULL;

  if (spot != NULL && ABS (self->hours - hours) <= 1)
    {
      int number = g_array_index (spot->lines, gint, 0);

      if (desk_folio_view_get_line (self->folio, number)->business_date == line->business_date)
        return spot;
    }
  self->hours = hours;
  return add_spot (self, DESK_SPOT_TWICE, "twice");
}

/* "7 and 8", "7, 8 and 9" */
static DeskMessage *
say_lines (const GArray *lines)
{
  g_autoptr (GString) first = g_string_new (NULL);
  DeskMessage *message;
  guint i;

  for (i = 0; i + 1 < lines->len; i++)
    g_string_append_printf (first, "%s%d", i > 0 ? ", " : "", g_array_index (lines, gint, i));
  /* Translators: numbers of lines: "7 and 8", "7, 8 and 9" */
  message = desk_message_new (NULL, N_("{first} and {last}"));
  desk_message_text (message, "first", first->str);
  return desk_message_integer (message, "last", DESK_ARG_INT,
                               g_array_index (lines, gint, lines->len - 1));
}

static DeskMessage *
say_apart (gint64 hours)
{
  if (hours == 0)
    /* Translators: between two charges; stands in "(same item, same quantity, …)" */
    return desk_message_new (NULL, N_("within an hour"));
  /* Translators: between two charges; stands in "(same item, same quantity, …)" */
  return desk_message_new_plural (NULL, "{n} hour apart", "{n} hours apart", hours);
}

static void
say_twice (DeskSpot *spot,
           gint64    hours)
{
  g_clear_pointer (&spot->say, desk_message_free);
  if (spot->lines->len == 1)
    {
      /* Translators: {line} and {other} are numbers of lines of the bill, {apart} is "22 hours
       * apart"; the sheet is housekeeping's list of the minibar */
      spot->say = desk_message_new ("charged-twice",
                                    N_("Line {line} repeats line {other} (same item, same "
                                       "quantity, {apart}, no sheet number)."));
      desk_message_integer (spot->say, "line", DESK_ARG_INT,
                            g_array_index (spot->lines, gint, 0));
      desk_message_integer (spot->say, "other", DESK_ARG_INT,
                            g_array_index (spot->others, gint, 0));
    }
  else
    {
      /* Translators: {lines} and {others} are "7 and 8", {apart} is "22 hours apart" */
      spot->say = desk_message_new ("charged-twice",
                                    N_("Lines {lines} repeat lines {others} (same items, same "
                                       "quantity, {apart}, no sheet number)."));
      desk_message_nest (spot->say, "lines", say_lines (spot->lines));
      desk_message_nest (spot->say, "others", say_lines (spot->others));
    }
  desk_message_nest (spot->say, "apart", say_apart (hours));
}

static void
find_twice (Radar *self)
{
  guint i;

  for (i = 0; i < self->folio->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (self->folio->lines, i);
      const GPtrArray *alike;
      const DeskPosting *twin;
      DeskSpot *spot;
      gint64 hours;

      if (line->check != NULL || !is_article (line) || !is_untouched (self, line))
        continue;
      alike = g_hash_table_lookup (self->alike, line);
      if (alike->len < 2 || alike->len > HABIT)
        continue;
      twin = desk_twin_find (alike, self->adjuster, self->named, line);
      hours = twin != NULL ? (line->posted_at - twin->posted_at) / US_PER_HOUR : 0;
      if (twin == NULL || twin->line > line->line || hours < 0 || hours >= NEAR_HOURS)
        continue;

      spot = spot_for_twin (self, line, hours);
      g_array_append_val (self->named, line->line);
      g_array_append_val (spot->lines, line->line);
      g_array_append_val (spot->others, twin->line);
      spot->amount_minor += line->amount_minor;
      say_twice (spot, self->hours);
    }
}

/* The line of the night of @date; %NULL where the night is several lines, none of which is its
 * price, and where it was put right. */
static const DeskPosting *
find_night (const Radar *self,
            DeskDate     date)
{
  const DeskPosting *line =
    desk_folio_view_get_line (self->folio, GPOINTER_TO_INT (
      g_hash_table_lookup (self->nights, GINT_TO_POINTER (date))));

  return line != NULL && line->quantity == 1 && is_untouched (self, line) ? line : NULL;
}

/* Nights that were promised at one price are put right in one go. */
static DeskSpot *
spot_for_price (Radar  *self,
                gint64  price_minor)
{
  DeskSpot *spot;
  guint i;

  for (i = 0; i < self->spots->len; i++)
    {
      spot = g_ptr_array_index (self->spots, i);
      if (spot->kind == DESK_SPOT_ABOVE_PROMISE && spot->unit_minor == price_minor)
        return spot;
    }
  spot = add_spot (self, DESK_SPOT_ABOVE_PROMISE, "price");
  spot->unit_minor = price_minor;
  return spot;
}

static void
say_above (DeskSpot *spot)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint i;

  for (i = 0; i < spot->lines->len; i++)
    g_string_append_printf (lines, "%s%d", i > 0 ? ", " : "",
                            g_array_index (spot->lines, gint, i));
  /* Translators: {amount} is money, {lines} numbers of lines of the bill: "1, 3, 6" */
  spot->say = desk_message_new_plural ("above-promise", "{amount} above the promise: line {lines}",
                                       "{amount} above the promise: lines {lines}",
                                       spot->lines->len);
  desk_message_integer (spot->say, "amount", DESK_ARG_MONEY, spot->amount_minor);
  desk_message_text (spot->say, "lines", lines->str);
}

/* A night that was dearer may be made up for by one that was cheaper, or by a gesture. */
static gboolean
find_above (Radar                    *self,
            const DeskPromiseRecord  *promise,
            GError                  **error)
{
  gint64 above;
  guint i;

  if (promise == NULL || promise->nights->len == 0)
    return TRUE;
  if (!desk_explain_measure_promise (self->folio, promise, &above, error))
    return FALSE;
  for (i = 0; above > 0 && i < promise->nights->len; i++)
    {
      const DeskPromiseNight *night = &g_array_index (promise->nights, DeskPromiseNight, i);
      const DeskPosting *line = find_night (self, night->date);
      DeskSpot *spot;

      if (line == NULL || line->amount_minor <= night->price_minor)
        continue;
      spot = spot_for_price (self, night->price_minor);
      g_array_append_val (spot->lines, line->line);
      spot->amount_minor += line->amount_minor - night->price_minor;
    }
  for (i = 0; i < self->spots->len; i++)
    {
      DeskSpot *spot = g_ptr_array_index (self->spots, i);

      if (spot->kind == DESK_SPOT_ABOVE_PROMISE)
        say_above (spot);
    }
  return TRUE;
}

static void
radar_clear (Radar *self)
{
  g_clear_pointer (&self->adjuster, desk_adjuster_free);
  g_clear_pointer (&self->alike, g_hash_table_unref);
  g_clear_pointer (&self->nights, g_hash_table_unref);
  g_clear_pointer (&self->named, g_array_unref);
  g_clear_pointer (&self->spots, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Radar, radar_clear)

/**
 * desk_radar_load:
 * @house: a house
 * @stay: a stay
 * @folio: its bill
 * @error: return location for a #GError
 *
 * Only of a guest in the house: later there is nothing here that `fix` would take. A price that
 * is between the hotel and an agency is not compared.
 *
 * Returns: (transfer full) (nullable) (element-type DeskSpot): what looks wrong on the bill, from
 *   data alone; or %NULL with @error set
 */
GPtrArray *
desk_radar_load (DeskHouse            *house,
                 const DeskStayView   *stay,
                 const DeskFolioView  *folio,
                 GError              **error)
{
  const DeskAdjusterInfo info = { folio->lines, DESK_DATE_NONE, DESK_DATE_NONE,
                                  desk_house_lookup_property, house };
  g_auto (Radar) self = { .folio = folio, .property = desk_house_get_property (house) };
  g_autoptr (DeskPromiseRecord) promise = NULL;

  self.spots = g_ptr_array_new_with_free_func ((GDestroyNotify) spot_free);
  if (stay->row->state != DESK_STAY_IN_HOUSE || folio->lines->len == 0)
    return g_steal_pointer (&self.spots);

  self.adjuster = desk_adjuster_new (&info);
  self.named = g_array_new (FALSE, FALSE, sizeof (gint));
  sort_lines (&self);
  find_twice (&self);
  if (stay->rate_shown &&
      !desk_promise_table_find_newest (desk_house_get_db (house), folio->stay_id, &promise, error))
    return NULL;
  return find_above (&self, promise, error) ? g_steal_pointer (&self.spots) : NULL;
}

/**
 * desk_radar_warn:
 * @billing: a stay in the house
 * @plan: what would close its bill
 * @error: return location for a #GError
 *
 * Warns in @plan of what looks wrong on the bill, while `fix` can still put it right.
 *
 * Returns: %FALSE where the bill could not be read
 */
gboolean
desk_radar_warn (DeskBilling  *billing,
                 DeskPlan     *plan,
                 GError      **error)
{
  const GPtrArray *lines = desk_billing_get_lines (billing, error);
  const DeskFolioView folio = { .stay_id = billing->stay->id, .lines = (GPtrArray *) lines };
  DeskStayRow row = { .state = DESK_STAY_IN_HOUSE };
  const DeskStayView stay = { .row = &row, .rate_shown = billing->stay->rate_shown };
  g_autoptr (GPtrArray) spots = NULL;
  guint i;

  if (lines == NULL)
    return FALSE;
  spots = desk_radar_load (billing->house, &stay, &folio, error);
  for (i = 0; spots != NULL && i < spots->len; i++)
    desk_plan_warn (plan, g_steal_pointer (&((DeskSpot *) g_ptr_array_index (spots, i))->say));
  return spots != NULL;
}

/**
 * desk_spot_kind_to_string:
 *
 * Returns: (transfer none): its word for programs
 */
const char *
desk_spot_kind_to_string (DeskSpotKind kind)
{
  return kind == DESK_SPOT_TWICE ? "charged-twice" : "above-promise";
}
