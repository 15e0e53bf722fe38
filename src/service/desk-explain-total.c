/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

#include "desk-amount.h"

/* What a bill comes to, by what was charged, and what is open now and at
 * departure. */

/* Where a code stands in the sum. */
typedef enum
{
  PART_CHARGE,
  PART_TAX,
  PART_PAYMENT,
  N_PARTS,
} Part;

/* One code and what its lines come to. */
typedef struct
{
  const DeskPosting  *first;
  const DeskProperty *property;
  Part                part;
  gint64              sum_minor;
} Group;

static Part
part_of (const DeskPosting *posting)
{
  switch (posting->kind)
    {
    case DESK_POSTING_TAX:
      return PART_TAX;
    case DESK_POSTING_ROUNDING:
      return posting->tax != NULL ? PART_TAX : PART_PAYMENT;
    case DESK_POSTING_PAYMENT:
      return PART_PAYMENT;
    case DESK_POSTING_CHARGE:
    case DESK_POSTING_PAID_OUT:
    case DESK_POSTING_CORRECTION:
    case DESK_POSTING_ALLOWANCE:
    case DESK_POSTING_CREDIT_NOTE:
    case DESK_POSTING_GOODWILL:
    case DESK_POSTING_RETURN:
    case DESK_POSTING_TRANSFER:
    default:
      return PART_CHARGE;
    }
}

static Group *
find_group (GPtrArray                *groups,
            const DeskExplainSource  *source,
            const DeskPosting        *posting)
{
  Group *group;
  guint i;

  for (i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (group->part == part_of (posting) && g_str_equal (group->first->code, posting->code))
        return group;
    }

  group = g_new0 (Group, 1);
  group->first = posting;
  group->property = desk_explain_property (source, posting);
  group->part = part_of (posting);
  g_ptr_array_add (groups, group);
  return group;
}

/* A group is named by its code, not by the words of its first line. */
static DeskMessage *
say_group (const Group *group)
{
  const DeskCode *code = desk_property_get_code (group->property, group->first->code);
  /* Translators: what was charged and what it comes to: "Breakfast: 82.50" */
  DeskMessage *row = desk_message_new (NULL, N_("{item}: {amount}"));

  desk_message_words (row, "item", code != NULL ? &code->words : NULL, group->first->code);
  return desk_explain_put_amount (row, "amount", group->sum_minor);
}

static gboolean
sum_lines (const DeskExplainSource  *source,
           GPtrArray                *groups,
           gint64                    sums[N_PARTS],
           GError                  **error)
{
  guint i;

  for (i = 0; i < source->folio->lines->len; i++)
    {
      const DeskPosting *posting = g_ptr_array_index (source->folio->lines, i);
      Part part = part_of (posting);

      if (!desk_amount_add (sums[part], posting->amount_minor, &sums[part], error))
        return FALSE;
      if (groups != NULL)
        {
          Group *group = find_group (groups, source, posting);

          if (!desk_amount_add (group->sum_minor, posting->amount_minor, &group->sum_minor, error))
            return FALSE;
        }
    }
  return TRUE;
}

static void
add_part (const GPtrArray *groups,
          Part             part,
          GPtrArray       *rows)
{
  guint i;

  for (i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      if (group->part == part)
        g_ptr_array_add (rows, say_group (group));
    }
}

static DeskMessage *
say_total (gint64 charged,
           gint64 paid,
           gint64 balance)
{
  DeskMessage *sentence;

  if (paid == 0)
    sentence = desk_message_new (NULL, N_("Your bill comes to {charged}."));
  else if (balance == 0)
    sentence = desk_message_new (NULL, N_("Your bill comes to {charged}, and all of it is paid."));
  else if (balance > 0)
    sentence = desk_message_new (NULL, N_("Your bill comes to {charged}; {paid} is paid and "
                                          "{balance} is left to pay."));
  else
    sentence = desk_message_new (NULL, N_("Your bill comes to {charged}; {paid} is paid, which is "
                                          "{over} more."));
  desk_explain_put_money (sentence, "charged", charged);
  desk_explain_put_money (sentence, "paid", paid);
  desk_explain_put_money (sentence, "over", -balance);
  return desk_explain_put_money (sentence, "balance", balance);
}

/**
 * desk_explain_total:
 * @source: what is explained
 * @out: the explanation to fill
 * @error: return location for a #GError
 *
 * Explains what the bill comes to: a sum for each code, charges first, then
 * taxes and levies, then payments. The rows add up to the balance.
 *
 * Returns: %FALSE where the sums do not fit
 */
gboolean
desk_explain_total (const DeskExplainSource  *source,
                    DeskExplanation          *out,
                    GError                  **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  gint64 sums[N_PARTS] = { 0 };
  gint64 charged;
  gint64 balance;
  DeskMessage *row;

  if (!sum_lines (source, groups, sums, error) ||
      !desk_amount_add (sums[PART_CHARGE], sums[PART_TAX], &charged, error) ||
      !desk_amount_add (charged, sums[PART_PAYMENT], &balance, error))
    return FALSE;

  add_part (groups, PART_CHARGE, out->arithmetic);
  add_part (groups, PART_TAX, out->arithmetic);
  row = desk_message_new (NULL, N_("Charges, taxes and levies together: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount", charged));
  add_part (groups, PART_PAYMENT, out->arithmetic);
  row = desk_message_new (NULL, N_("Left to pay: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount", balance));

  out->sentence = say_total (charged, -sums[PART_PAYMENT], balance);
  return TRUE;
}

/* The nights that are not on the bill yet, and what comes with them. */
static gboolean
add_nights_to_come (const DeskStayView  *stay,
                    gint64               to_come,
                    GPtrArray           *rows,
                    GError             **error)
{
  gint64 rest = to_come;
  DeskMessage *row;
  guint i;

  for (i = 0; i < stay->nights->len; i++)
    {
      const DeskNightRow *night = g_ptr_array_index (stay->nights, i);

      if (night->posted || to_come == 0)
        continue;
      /* Translators: a night to come and its price: "Tue 27 Feb, room: 109.00" */
      row = desk_message_new (NULL, N_("{day}, room: {amount}"));
      desk_explain_put_day (row, "day", night->date);
      g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", night->price_minor));
      if (!desk_amount_sub (rest, night->price_minor, &rest, error))
        return FALSE;
    }
  if (rest != 0)
    {
      /* Translators: breakfast, levies and the like of the nights to come */
      row = desk_message_new (NULL, N_("What comes with these nights, taxes included: {amount}"));
      g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", rest));
    }
  return TRUE;
}

static DeskMessage *
say_balance (gint64 now,
             gint64 departure)
{
  DeskMessage *sentence;

  if (now == departure && now == 0)
    sentence = desk_message_new (NULL, N_("Everything is paid."));
  else if (now == departure && now < 0)
    sentence = desk_message_new (NULL, N_("You have {over} to your credit."));
  else if (now == departure)
    sentence = desk_message_new (NULL, N_("{now} is left to pay."));
  else
    sentence = desk_message_new (NULL, N_("{now} is open now; at departure it will be "
                                          "{departure}."));
  desk_explain_put_money (sentence, "now", now);
  desk_explain_put_money (sentence, "over", -now);
  return desk_explain_put_money (sentence, "departure", departure);
}

/**
 * desk_explain_balance:
 * @source: what is explained, with its stay
 * @out: the explanation to fill
 * @error: return location for a #GError
 *
 * Explains what is open: charges less payments now, the nights to come, and the
 * balance at departure.
 *
 * Returns: %FALSE where the sums do not fit
 */
gboolean
desk_explain_balance (const DeskExplainSource  *source,
                      DeskExplanation          *out,
                      GError                  **error)
{
  const DeskStayView *stay = source->stay;
  gint64 sums[N_PARTS] = { 0 };
  gint64 charged;
  gint64 now;
  gint64 to_come;
  DeskMessage *row;

  if (!sum_lines (source, NULL, sums, error) ||
      !desk_amount_add (sums[PART_CHARGE], sums[PART_TAX], &charged, error) ||
      !desk_amount_add (charged, sums[PART_PAYMENT], &now, error) ||
      !desk_amount_sub (stay->balance_departure, now, &to_come, error))
    return FALSE;

  row = desk_message_new (NULL, N_("Charges, taxes and levies until now: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount", charged));
  row = desk_message_new (NULL, N_("Paid until now: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount", -sums[PART_PAYMENT]));
  row = desk_message_new (NULL, N_("Balance now: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount", now));
  if (!add_nights_to_come (stay, to_come, out->arithmetic, error))
    return FALSE;
  row = desk_message_new (NULL, N_("Balance at departure: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount",
                                                             stay->balance_departure));

  out->sentence = say_balance (now, stay->balance_departure);
  return TRUE;
}
