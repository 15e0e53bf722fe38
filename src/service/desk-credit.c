/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-credit.h"

#include "desk-amount.h"

/**
 * desk_credit_sum:
 * @stay: a stay
 * @held_minor: (out): what its cards keep ready together, in minor units
 * @short_minor: (out): how much of today's balance they do not cover; 0 or more
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW
 */
gboolean
desk_credit_sum (const DeskStayView  *stay,
                 gint64              *held_minor,
                 gint64              *short_minor,
                 GError             **error)
{
  guint i;

  *held_minor = 0;
  for (i = 0; i < stay->holds->len; i++)
    {
      const DeskHoldRow *hold = g_ptr_array_index (stay->holds, i);

      if (hold->placed && !desk_amount_add (*held_minor, hold->amount_minor, held_minor, error))
        return FALSE;
    }
  if (!desk_amount_sub (stay->balance_now, *held_minor, short_minor, error))
    return FALSE;
  *short_minor = MAX (*short_minor, 0);
  return TRUE;
}

/* "Card ··4411 holds €150.00 (not a charge)" */
static DeskMessage *
say_holds (const DeskStayView *stay,
           const DeskProperty *property,
           gint64              held_minor)
{
  const DeskHoldRow *first = NULL;
  const DeskCode *tender;
  DeskMessage *message;
  int n = 0;
  guint i;

  for (i = 0; i < stay->holds->len; i++)
    {
      const DeskHoldRow *hold = g_ptr_array_index (stay->holds, i);

      if (hold->placed && n++ == 0)
        first = hold;
    }
  if (n == 0)
    return NULL;

  /* Translators: {tender} is the kind of card, {card} its last digits; {amount} is reserved at
   * the guest's bank, nothing is taken */
  message = n == 1 ? desk_message_new ("hold",
                                       N_("{tender} ··{card} holds {amount} (not a charge)"))
                   : desk_message_new_plural ("hold", "{n} card holds {amount} (not a charge)",
                                              "{n} cards hold {amount} (not a charge)", n);
  tender = desk_property_get_code (property, first->tender);
  desk_message_words (message, "tender", tender != NULL ? &tender->words : NULL, first->tender);
  desk_message_text (message, "card", first->card);
  return desk_message_integer (message, "amount", DESK_ARG_MONEY, held_minor);
}

/**
 * desk_credit_say:
 * @stay: a stay
 * @property: the set-up in force
 *
 * Returns: (transfer full) (nullable): what cards keep ready and what is short of today's
 *   balance, for the stay's page; %NULL where no card does
 */
DeskMessage *
desk_credit_say (const DeskStayView *stay,
                 const DeskProperty *property)
{
  DeskMessage *holds;
  DeskMessage *message;
  gint64 held;
  gint64 missing;

  if (!desk_credit_sum (stay, &held, &missing, NULL))
    return NULL;
  holds = say_holds (stay, property, held);
  if (holds == NULL || stay->balance_now <= 0)
    return holds;

  /* Translators: {holds} is "Card ··4411 holds €150.00 (not a charge)" */
  message = missing > 0 ? desk_message_new ("hold-short", N_("{holds}: {short} short of today"))
                        : desk_message_new ("hold-covers", N_("{holds}: today is covered"));
  desk_message_integer (message, "short", DESK_ARG_MONEY, missing);
  return desk_message_nest (message, "holds", holds);
}
