/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-flags-private.h"

#include <string.h>

#include "desk-budget.h"

/* The rules that look at what one person did in a whole shift, which is the business date:
 * gestures beside their limits, corrections beside the colleagues'. */

/**
 * Shift:
 * @gifts: gint64 (entry) -> #Gift
 * @given_minor: goodwill in all
 * @n_near: gestures just under the limit for one
 *
 * What one person gave on one day.
 */
typedef struct
{
  GHashTable *gifts;
  gint64      given_minor;
  gint64      n_near;
} Shift;

/* A gesture: what one action gave, whichever lines it was spread over. */
typedef struct
{
  gint64 value_minor;
  gint64 last_giving;
  gint64 limit_minor;
  int    percent;       /* of the limit that counts as near */
} Gift;

static void
shift_free (gpointer data)
{
  Shift *self = data;

  g_hash_table_unref (self->gifts);
  g_free (self);
}

static char *
name_shift (const DeskAdjustmentRecord *record)
{
  return g_strdup_printf ("%d %s", (int) record->business_date, record->by);
}

static gboolean
is_gift (const DeskAdjustment *row)
{
  return desk_flags_is_given (row) && g_strcmp0 (row->record->kind, "goodwill") == 0;
}

static gboolean
is_near (const Gift *gift)
{
  return gift->limit_minor > 0 && gift->value_minor <= gift->limit_minor &&
         gift->value_minor * 100 >= gift->limit_minor * gift->percent;
}

static gint64
find_limit (const DeskProperty         *policy,
            const DeskAdjustmentRecord *record,
            const char                 *kind)
{
  const DeskLimit *limit = desk_budget_find_limit (policy, record->role, kind);

  return limit != NULL && limit->has_amount ? limit->amount_minor : 0;
}

/* Lines of one giving share its value. */
static void
count_gift (DeskHouse                  *house,
            Shift                      *shift,
            const DeskAdjustmentRecord *record)
{
  const DeskProperty *policy = desk_flags_get_policy (house, record);
  Gift *gift = g_hash_table_lookup (shift->gifts, &record->entry_id);

  if (gift == NULL)
    {
      gift = g_new0 (Gift, 1);
      gift->limit_minor = find_limit (policy, record, "goodwill");
      gift->percent = policy->flags[DESK_FLAG_NEAR_LIMIT].percent;
      g_hash_table_insert (shift->gifts, g_memdup2 (&record->entry_id, sizeof record->entry_id),
                           gift);
    }
  if (gift->last_giving == record->giving_id)
    return;
  gift->last_giving = record->giving_id;
  shift->n_near -= is_near (gift);
  gift->value_minor += record->gift_minor;
  shift->n_near += is_near (gift);
  shift->given_minor += record->gift_minor;
}

static GHashTable *
collect_shifts (DeskHouse       *house,
                const GPtrArray *rows)
{
  GHashTable *shifts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shift_free);
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (rows, i);
      g_autofree char *name = NULL;
      Shift *shift;

      if (!is_gift (row))
        continue;
      name = name_shift (row->record);
      shift = g_hash_table_lookup (shifts, name);
      if (shift == NULL)
        {
          shift = g_new0 (Shift, 1);
          shift->gifts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
          g_hash_table_insert (shifts, g_steal_pointer (&name), shift);
        }
      count_gift (house, shift, row->record);
    }
  return shifts;
}

static void
judge_near (DeskAdjustment     *row,
            const Shift        *shift,
            const DeskFlagRule *rule)
{
  const Gift *gift = g_hash_table_lookup (shift->gifts, &row->record->entry_id);

  if (!rule->active || shift->n_near < rule->times || gift == NULL || !is_near (gift))
    return;
  desk_flags_add (row, desk_message_integer (
                         desk_message_integer (
                           desk_message_new_plural (
                             "near-limit",
                             /* Translators: {limit} is what one person may give at one go */
                             "{n} gesture in one shift is just under the limit of {limit}.",
                             "{n} gestures in one shift are just under the limit of "
                             "{limit}.", shift->n_near),
                           "n", DESK_ARG_INT, shift->n_near),
                         "limit", DESK_ARG_MONEY, gift->limit_minor));
}

static void
judge_share (DeskAdjustment     *row,
             const Shift        *shift,
             const DeskFlagRule *rule,
             gint64              limit)
{
  g_autofree char *percent = NULL;

  if (!rule->active || limit <= 0 || shift->given_minor * 100 < limit * rule->percent)
    return;
  percent = g_strdup_printf ("%" G_GINT64_FORMAT,
                             (shift->given_minor * 200 + limit) / (2 * limit));
  desk_flags_add (row, desk_message_percent (
                         desk_message_integer (
                           desk_message_integer (
                             desk_message_new ("shift-share",
                                               /* Translators: {sum} was given in a shift, of
                                                * {limit} that one person may; {share}: "97%" */
                                               N_("The shift's goodwill, {sum}, is {share} of "
                                                  "the {limit} that one person may give.")),
                             "sum", DESK_ARG_MONEY, shift->given_minor),
                           "limit", DESK_ARG_MONEY, limit),
                         "share", percent));
}

/* Gestures just under the limit, and those of a shift that used up its budget. */
void
desk_flags_judge_gifts (DeskHouse       *house,
                        const GPtrArray *rows)
{
  g_autoptr (GHashTable) shifts = collect_shifts (house, rows);
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      DeskAdjustment *row = g_ptr_array_index (rows, i);
      const DeskProperty *policy;
      const Shift *shift;
      g_autofree char *name = NULL;

      if (!is_gift (row))
        continue;
      name = name_shift (row->record);
      shift = g_hash_table_lookup (shifts, name);
      policy = desk_flags_get_policy (house, row->record);
      judge_near (row, shift, &policy->flags[DESK_FLAG_NEAR_LIMIT]);
      judge_share (row, shift, &policy->flags[DESK_FLAG_SHIFT_SHARE],
                   find_limit (policy, row->record, "goodwill-shift"));
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

static char *
name_count (const char *login,
            DeskDate    date,
            const char *reason)
{
  return g_strdup_printf ("%d %s %s", (int) date, login, reason != NULL ? reason : "");
}

/* How often each person did it for each reason in each shift. */
static GHashTable *
index_counts (const GPtrArray *counts)
{
  GHashTable *by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < counts->len; i++)
    {
      DeskShiftCount *count = g_ptr_array_index (counts, i);

      g_hash_table_insert (by_name,
                           name_count (count->login, count->business_date, count->reason), count);
    }
  return by_name;
}

/* Twice the median, so that it is whole. */
static gint64
find_middle (GArray *numbers)
{
  if (numbers->len == 0)
    return 0;
  g_array_sort (numbers, compare_numbers);
  return g_array_index (numbers, gint64, (numbers->len - 1) / 2) +
         g_array_index (numbers, gint64, numbers->len / 2);
}

/* What is usual: twice the median over the shifts of the colleagues who worked in the last
 * days, those with none included. Counts come by person and day. */
static gint64
find_usual (const GPtrArray            *counts,
            const DeskAdjustmentRecord *record,
            int                         n_days)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  const DeskShiftCount *before = NULL;
  guint i;

  for (i = 0; i < counts->len; i++)
    {
      const DeskShiftCount *count = g_ptr_array_index (counts, i);
      gint64 n = g_strcmp0 (count->reason, record->reason) == 0 ? MAX (count->n, 0) : 0;

      if (count->business_date > record->business_date ||
          count->business_date <= record->business_date - n_days ||
          strcmp (count->login, record->by) == 0)
        continue;
      if (before != NULL && before->business_date == count->business_date &&
          strcmp (before->login, count->login) == 0)
        g_array_index (numbers, gint64, numbers->len - 1) += n;
      else
        g_array_append_val (numbers, n);
      before = count;
    }
  return find_middle (numbers);
}

static DeskMessage *
say_many (gint64 n,
          gint64 twice_median)
{
  DeskRational median;

  if (!desk_rational_div (desk_rational_from_int (twice_median), desk_rational_from_int (2),
                          &median, NULL))
    median = DESK_RATIONAL_ZERO;
  return desk_message_exact (
    desk_message_integer (
      desk_message_new_plural ("many-corrections",
                               /* Translators: for one reason, in one shift, by one person;
                                * {median} is what is usual among the others */
                               "{n} correction for this reason in one shift; the colleagues' "
                               "median is {median}.",
                               "{n} corrections for this reason in one shift; the "
                               "colleagues' median is {median}.", n),
      "n", DESK_ARG_INT, n),
    "median", DESK_ARG_NUMBER, median);
}

static gboolean
is_correction (const DeskAdjustment *row)
{
  return desk_flags_is_given (row) && row->record->reason != NULL &&
         (g_strcmp0 (row->record->kind, "correction") == 0 ||
          g_strcmp0 (row->record->kind, "allowance") == 0);
}

static int
find_most_days (DeskHouse       *house,
                const GPtrArray *rows)
{
  int most = 0;
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (rows, i);
      const DeskFlagRule *rule =
        &desk_flags_get_policy (house, row->record)->flags[DESK_FLAG_MANY_CORRECTIONS];

      if (rule->active && is_correction (row))
        most = MAX (most, rule->days);
    }
  return most;
}

static void
judge_count (const DeskFlagRule *rule,
             const GPtrArray    *counts,
             GHashTable         *by_name,
             DeskAdjustment     *row)
{
  const DeskAdjustmentRecord *record = row->record;
  g_autofree char *name = name_count (record->by, record->business_date, record->reason);
  const DeskShiftCount *own = g_hash_table_lookup (by_name, name);
  gint64 twice_median;

  if (own == NULL || own->n < rule->least)
    return;
  twice_median = find_usual (counts, record, rule->days);
  if (2 * own->n >= twice_median * rule->times)
    desk_flags_add (row, say_many (own->n, twice_median));
}

/* Corrections of one kind far above the colleagues'. */
gboolean
desk_flags_judge_counts (DeskHouse        *house,
                         const GPtrArray  *rows,
                         const DeskDate    days[2],
                         GError          **error)
{
  int n_days = find_most_days (house, rows);
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GHashTable) by_name = NULL;
  guint i;

  if (n_days == 0)
    return TRUE;
  counts = desk_adjustment_table_count_shifts (desk_house_get_db (house), days[0] - n_days + 1,
                                               days[1], error);
  if (counts == NULL)
    return FALSE;
  by_name = index_counts (counts);
  for (i = 0; i < rows->len; i++)
    {
      DeskAdjustment *row = g_ptr_array_index (rows, i);
      const DeskFlagRule *rule =
        &desk_flags_get_policy (house, row->record)->flags[DESK_FLAG_MANY_CORRECTIONS];

      if (rule->active && is_correction (row))
        judge_count (rule, counts, by_name, row);
    }
  return TRUE;
}
