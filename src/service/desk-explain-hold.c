/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

#include "desk-credit.h"

/* What a card keeps ready: never a charge, and told in no amount of the bill. */

static DeskMessage *
put_hold (DeskMessage        *message,
          const DeskProperty *property,
          const DeskHoldRow  *hold)
{
  const DeskCode *tender = desk_property_get_code (property, hold->tender);

  desk_message_words (message, "tender", tender != NULL ? &tender->words : NULL, hold->tender);
  desk_message_text (message, "card", hold->card);
  desk_message_integer (message, "time", DESK_ARG_TIME,
                        hold->placed ? hold->placed_at : hold->released_at);
  if (hold->visible_by != DESK_DATE_NONE)
    desk_message_integer (message, "date", DESK_ARG_DATE, hold->visible_by);
  return message;
}

/* The newest of those that are placed, or of those that were. */
static const DeskHoldRow *
find_newest (const GPtrArray *holds,
             gboolean         placed,
             int             *n)
{
  const DeskHoldRow *newest = NULL;
  guint i;

  *n = 0;
  for (i = 0; i < holds->len; i++)
    {
      const DeskHoldRow *hold = g_ptr_array_index (holds, i);

      if (hold->placed != placed)
        continue;
      newest = hold;
      (*n)++;
    }
  return newest;
}

static DeskMessage *
say_hold (const DeskStayView *stay,
          const DeskProperty *property,
          gint64              held_minor)
{
  DeskMessage *sentence;
  const DeskHoldRow *hold;
  int n;

  hold = find_newest (stay->holds, TRUE, &n);
  if (hold != NULL)
    {
      sentence = n == 1
        ? desk_message_new (NULL,
                            /* Translators: said to the guest; {card}: last digits of the card */
                            N_("Your bank keeps {amount} ready for us on your card ending in "
                               "{card}. It is not a charge: nothing has been taken."))
        : desk_message_new_plural (NULL,
                                   "Your bank keeps {amount} ready for us on {n} card. It is not "
                                   "a charge: nothing has been taken.",
                                   "Your banks keep {amount} ready for us on {n} cards. It is not "
                                   "a charge: nothing has been taken.", n);
      desk_message_text (sentence, "card", hold->card);
      return desk_explain_put_money (sentence, "amount", held_minor);
    }

  hold = find_newest (stay->holds, FALSE, &n);
  if (hold == NULL)
    return desk_message_new (NULL, N_("Nothing is held on a card for this stay."));
  sentence = desk_message_new (NULL,
                               /* Translators: said to the guest; {date}: when it shows at the
                                * bank at the latest */
                               N_("Nothing is held on your card ending in {card} any more: we "
                                  "released {amount}, and your bank shows it by about {date}."));
  put_hold (sentence, property, hold);
  return desk_explain_put_money (sentence, "amount", hold->amount_minor);
}

static void
add_record (const DeskHoldRow  *hold,
            const DeskProperty *property,
            GPtrArray          *rows)
{
  DeskMessage *row =
    hold->placed
      ? desk_message_new (NULL,
                          /* Translators: {tender} is the kind of card, {card} its last digits */
                          N_("{tender} ··{card}: {amount} held since {time}"))
      : desk_message_new (NULL,
                          /* Translators: {tender} is the kind of card, {card} its last digits;
                           * {date}: when the guest's bank shows it at the latest */
                          N_("{tender} ··{card}: {amount} released {time}, seen at the bank by "
                             "about {date}"));

  put_hold (row, property, hold);
  g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", hold->amount_minor));
}

/**
 * desk_explain_hold:
 * @source: what is explained, with its stay
 * @out: the explanation to fill
 * @error: return location for a #GError
 *
 * Explains what cards keep ready, and how much of today's balance they cover.
 *
 * Returns: %FALSE where the sums do not fit
 */
gboolean
desk_explain_hold (const DeskExplainSource  *source,
                   DeskExplanation          *out,
                   GError                  **error)
{
  const DeskStayView *stay = source->stay;
  DeskMessage *row;
  gint64 held;
  gint64 missing;
  guint i;

  if (!desk_credit_sum (stay, &held, &missing, error))
    return FALSE;
  out->sentence = say_hold (stay, source->property, held);

  for (i = 0; i < stay->holds->len; i++)
    {
      const DeskHoldRow *hold = g_ptr_array_index (stay->holds, i);

      add_record (hold, source->property, out->record);
      if (!hold->placed)
        continue;
      /* Translators: a card and what is reserved on it: "Card ··4411: 150.00" */
      row = desk_message_new (NULL, N_("{tender} ··{card}: {amount}"));
      put_hold (row, source->property, hold);
      g_ptr_array_add (out->arithmetic,
                       desk_explain_put_amount (row, "amount", hold->amount_minor));
    }
  if (held == 0)
    return TRUE;

  row = desk_message_new (NULL, N_("Balance now: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount", stay->balance_now));
  row = desk_message_new (NULL, N_("Not covered by the hold: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount", missing));
  row = desk_message_new (NULL, N_("Balance at departure: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount",
                                                             stay->balance_departure));
  return TRUE;
}
