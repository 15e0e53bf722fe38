/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-decide.h"

#include "desk-adjustments.h"
#include "desk-complain.h"

/*
 * What was given for one reason, and nothing about it stands out, is accepted together: each
 * entry with a decision of its own, all of them or none. What has a flag and what was drawn is
 * looked at by itself, or to stay below the rules would be safe; what was decided about stays
 * as it is; and nobody signs their own.
 */

/**
 * Lot:
 * @apart: something about it is looked at by itself
 * @over: it was decided about or taken back
 *
 * All rows of one entry, which are accepted together or not at all.
 */
typedef struct
{
  gint64   entry_id;
  guint    n_rows;
  gint64   amount_minor;
  gboolean wanted;
  gboolean apart;
  gboolean own;
  gboolean over;
} Lot;

/* What is accepted, and how many rows of the reason are not. */
typedef struct
{
  guint  n_rows;
  gint64 amount_minor;
  guint  n_apart;
  guint  n_own;
} Sum;

static void
add_row (Lot                  *lot,
         const DeskAdjustment *row,
         const DeskContext    *context,
         const char           *reason)
{
  const DeskAdjustmentRecord *record = row->record;
  gboolean wanted = g_strcmp0 (record->reason, reason) == 0;

  lot->entry_id = record->entry_id;
  lot->n_rows++;
  lot->amount_minor += desk_adjustment_get_amount (record);
  lot->wanted |= wanted;
  lot->apart |= !wanted || row->flags->len > 0 || row->drawn;
  lot->own |= g_strcmp0 (record->by, context->user) == 0 ||
              g_strcmp0 (record->allowed_by, context->user) == 0;
  lot->over |= row->decision != NULL || row->undone;
}

/* In the order in which the entries were made. */
static GArray *
gather (const GPtrArray   *rows,
        const DeskContext *context,
        const char        *reason)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *lots = g_array_new (FALSE, TRUE, sizeof (Lot));
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (rows, i);
      gpointer place;

      if (row->record->entry_id == 0)
        continue;
      if (!g_hash_table_lookup_extended (places, &row->record->entry_id, NULL, &place))
        {
          place = GUINT_TO_POINTER (lots->len);
          g_array_set_size (lots, lots->len + 1);
          g_hash_table_insert (places, &row->record->entry_id, place);
        }
      add_row (&g_array_index (lots, Lot, GPOINTER_TO_UINT (place)), row, context, reason);
    }
  return lots;
}

static void
take_lots (const GArray *lots,
           DeskPlan     *plan,
           Sum          *sum)
{
  guint i;

  for (i = 0; i < lots->len; i++)
    {
      const Lot *lot = &g_array_index (lots, Lot, i);

      if (!lot->wanted || lot->over)
        continue;
      if (lot->own)
        {
          sum->n_own += lot->n_rows;
          continue;
        }
      if (lot->apart)
        {
          sum->n_apart += lot->n_rows;
          continue;
        }
      sum->n_rows += lot->n_rows;
      sum->amount_minor += lot->amount_minor;
      desk_plan_add_version (plan, "decision", lot->entry_id, 0);
      desk_plan_add_effect (plan, DESK_EFFECT_DISPOSITION, lot->entry_id, "1", NULL,
                            DESK_DECIDE_ACCEPTED);
    }
}

static void
tell_left (DeskPlan  *plan,
           const Sum *sum)
{
  if (sum->n_apart > 0)
    desk_plan_warn (plan, desk_message_integer (
      desk_message_new_plural ("left-apart",
                               /* Translators: rows of the audit */
                               "{n} is left out: flagged or drawn, so it is looked at by itself.",
                               "{n} are left out: flagged or drawn, so they are looked at one by "
                               "one.", sum->n_apart),
      "n", DESK_ARG_INT, sum->n_apart));
  if (sum->n_own > 0)
    desk_plan_warn (plan, desk_message_integer (
      desk_message_new_plural ("left-own",
                               /* Translators: rows of the audit */
                               "{n} is left out: your own, and nobody signs their own.",
                               "{n} are left out: your own, and nobody signs their own.",
                               sum->n_own),
      "n", DESK_ARG_INT, sum->n_own));
}

static DeskMessage *
add_sum (DeskMessage      *sentence,
         const DeskReason *reason,
         const DeskDate    days[2],
         const Sum        *sum)
{
  desk_message_integer (sentence, "n", DESK_ARG_INT, sum->n_rows);
  if (days[0] != days[1])
    desk_message_integer (sentence, "from", DESK_ARG_DAY, days[0]);
  desk_message_integer (sentence, "date", DESK_ARG_DAY, days[1]);
  desk_message_words (sentence, "reason", &reason->words, reason->name);
  return desk_message_integer (sentence, "sum", DESK_ARG_MONEY, sum->amount_minor);
}

static DeskMessage *
new_sentence (gboolean one_day,
              guint    n)
{
  if (one_day)
    /* Translators: rows of the audit that were done for {reason}; {sum} is what they come to */
    return desk_message_new_plural (NULL,
                                    "Accept {n} row of {date}, {reason}: {sum}",
                                    "Accept {n} rows of {date}, {reason}: {sum} together", n);
  /* Translators: the same, of several days */
  return desk_message_new_plural (NULL,
                                  "Accept {n} row from {from} to {date}, {reason}: {sum}",
                                  "Accept {n} rows from {from} to {date}, {reason}: {sum} together",
                                  n);
}

static DeskMessage *
new_done (gboolean one_day,
          guint    n)
{
  if (one_day)
    /* Translators: see "Accept {n} row of" */
    return desk_message_new_plural (NULL,
                                    "Accepted: {n} row of {date}, {reason}: {sum}",
                                    "Accepted: {n} rows of {date}, {reason}: {sum} together", n);
  /* Translators: see "Accept {n} row from" */
  return desk_message_new_plural (NULL,
                                  "Accepted: {n} row from {from} to {date}, {reason}: {sum}",
                                  "Accepted: {n} rows from {from} to {date}, {reason}: {sum} "
                                  "together", n);
}

/**
 * desk_plan_decide_alike:
 *
 * Plans to accept everything unflagged for one reason, of the open day or of the days that
 * are named.
 *
 * Returns: %FALSE with @error set where there is no such reason
 */
gboolean
desk_plan_decide_alike (DeskHouse          *house,
                        const DeskContext  *context,
                        const DeskAction   *action,
                        DeskPlan           *plan,
                        GError            **error)
{
  const DeskReason *reason = desk_property_get_reason (desk_house_get_property (house),
                                                       action->reason);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) lots = NULL;
  Sum sum = { 0 };
  DeskDate days[2];

  if (reason == NULL)
    return desk_complain_of (error, DESK_ERROR_NOT_FOUND, N_("\"{word}\" is no reason"),
                             action->reason);
  if (!desk_house_get_business_date (house, &days[1], error))
    return FALSE;
  days[1] = action->till != DESK_DATE_NONE ? MIN (action->till, days[1]) : days[1];
  days[0] = action->from != DESK_DATE_NONE ? action->from : days[1];
  if (days[1] - days[0] >= DESK_DECIDE_MOST_DAYS)
    {
      desk_plan_refuse (plan, desk_message_integer (
        desk_message_new ("many-days", N_("At most {n} days are accepted together.")),
        "n", DESK_ARG_INT, DESK_DECIDE_MOST_DAYS));
      days[0] = days[1] - DESK_DECIDE_MOST_DAYS + 1;
    }

  rows = desk_adjustments_list_days (house, context, days, error);
  if (rows == NULL)
    return FALSE;
  lots = gather (rows, context, action->reason);
  take_lots (lots, plan, &sum);
  plan->sentence = add_sum (new_sentence (days[0] == days[1], sum.n_rows), reason, days, &sum);
  plan->done = add_sum (new_done (days[0] == days[1], sum.n_rows), reason, days, &sum);
  tell_left (plan, &sum);
  if (sum.n_rows == 0)
    desk_plan_refuse (plan, desk_message_new ("none-alike",
                                              N_("Nothing unflagged waits there for this "
                                                 "reason.")));
  return TRUE;
}
