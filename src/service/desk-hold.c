/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-hold.h"

#include <string.h>

#include "desk-action-private.h"
#include "desk-change-table.h"
#include "desk-complain.h"
#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-hold-table.h"

/*
 * A hold is a promise of the guest's bank, not money: no line, no balance, no VAT. It is
 * placed when the guest arrives (or comes with the booking), and given back when the
 * bill is settled. An effect names it by what it is, "CARD 4411 15000".
 */

#define N_CARD_DIGITS 4

/* Days after which a bank shows that a hold is gone. */
#define BANK_DAYS 7

/* The parts of an effect's key. */
typedef struct
{
  char   *tender;
  char   *card;
  gint64  amount_minor;
} HoldKey;

static void
hold_key_clear (HoldKey *self)
{
  g_clear_pointer (&self->tender, g_free);
  g_clear_pointer (&self->card, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HoldKey, hold_key_clear)

static char *
print_key (const char *tender,
           const char *card,
           gint64      amount_minor)
{
  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT, tender, card, amount_minor);
}

static gboolean
parse_key (const char *text,
           HoldKey    *out)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", 3);

  if (g_strv_length (parts) != 3 ||
      !g_ascii_string_to_signed (parts[2], 10, 1, G_MAXINT64, &out->amount_minor, NULL))
    return FALSE;
  out->tender = g_strdup (parts[0]);
  out->card = g_strdup (parts[1]);
  return TRUE;
}

/**
 * desk_hold_is_card:
 * @card: what was given as the number of a card
 *
 * Returns: whether these are the last four digits; more of a card is never kept
 */
gboolean
desk_hold_is_card (const char *card)
{
  return strlen (card) == N_CARD_DIGITS && strspn (card, "0123456789") == N_CARD_DIGITS;
}

/* What the guest should hear about a hold that is placed or given back. */
static void
tell (DeskBilling *billing,
      DeskPlan    *plan,
      DeskMessage *message,
      const HoldKey *hold)
{
  const DeskCode *tender =
    desk_property_get_code (desk_house_get_property (billing->house), hold->tender);

  desk_message_words (message, "tender", tender != NULL ? &tender->words : NULL, hold->tender);
  desk_message_text (message, "card", hold->card);
  desk_message_integer (message, "amount", DESK_ARG_MONEY, hold->amount_minor);
  desk_plan_warn (plan, message);
}

/**
 * desk_hold_plan:
 * @billing: a stay that is checked in
 * @action: its @hold_minor, @card and @code; without an amount there is no hold
 * @plan: gets the effect, or the refusal
 * @error: return location for a #GError
 *
 * Plans what a card keeps ready for the stay.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where card, tender or amount make no sense
 */
gboolean
desk_hold_plan (DeskBilling       *billing,
                const DeskAction  *action,
                DeskPlan          *plan,
                GError           **error)
{
  const DeskCode *tender;
  g_autofree char *key = NULL;

  if (action->hold_minor == 0 && action->card == NULL && action->code == NULL)
    return TRUE;
  if (action->hold_minor <= 0)
    {
      return desk_complain (error, DESK_ERROR_INVALID,
                            desk_message_new (NULL, N_("a card keeps an amount ready: how "
                                                       "much?")));
    }
  if (action->card == NULL || !desk_hold_is_card (action->card))
    {
      return desk_complain (error, DESK_ERROR_INVALID,
                            desk_message_new (NULL, N_("a card is known by its last four "
                                                       "digits")));
    }
  tender = desk_action_find_code (action, billing, DESK_CODE_PAYMENT, error);
  if (tender == NULL)
    return FALSE;
  if (tender->cash)
    {
      desk_plan_refuse (plan, desk_message_new ("hold-cash",
                                                N_("Cash keeps nothing ready. Name a card, or "
                                                   "take a payment.")));
      return TRUE;
    }

  key = print_key (tender->name, action->card, action->hold_minor);
  desk_plan_add_effect (plan, DESK_EFFECT_HOLD, billing->stay->id, key, NULL, "placed");
  tell (billing, plan,
        desk_message_new ("hold-placed",
                          /* Translators: {tender} is the kind of card, {card} its last digits;
                           * the amount is reserved, nothing is taken */
                          N_("{tender} ··{card} will hold {amount}. It is not a charge.")),
        &(HoldKey){ tender->name, action->card, action->hold_minor });
  return TRUE;
}

/**
 * desk_hold_plan_release:
 * @billing: a stay whose bill is settled for good
 * @plan: gets an effect for each hold that is still placed
 * @error: return location for a #GError
 *
 * Returns: %FALSE where the holds could not be read
 */
gboolean
desk_hold_plan_release (DeskBilling  *billing,
                        DeskPlan     *plan,
                        GError      **error)
{
  g_autoptr (GPtrArray) holds =
    desk_hold_table_list_stay (desk_house_get_db (billing->house), billing->stay->id, error);
  guint i;

  for (i = 0; holds != NULL && i < holds->len; i++)
    {
      const DeskHoldRecord *hold = g_ptr_array_index (holds, i);
      g_autofree char *key = print_key (hold->tender, hold->card, hold->amount_minor);
      DeskMessage *message;

      if (!g_str_equal (hold->state, "placed"))
        continue;
      desk_plan_add_effect (plan, DESK_EFFECT_HOLD, billing->stay->id, key, "placed", "released");
      message = desk_message_new (
        "hold-released",
        /* Translators: {tender} is the kind of card, {card} its last digits, {date} when the
         * guest's bank shows it at the latest */
        N_("{tender} ··{card}: the hold of {amount} is released; the bank shows it by about "
           "{date}."));
      desk_message_integer (message, "date", DESK_ARG_DATE, billing->business_date + BANK_DAYS);
      tell (billing, plan, message,
            &(HoldKey){ hold->tender, hold->card, hold->amount_minor });
    }
  return holds != NULL;
}

static gboolean
place (DeskDb             *db,
       const DeskContext  *context,
       const DeskEffect   *effect,
       const HoldKey      *key,
       GError            **error)
{
  DeskHoldRecord record = {
    .stay_id = effect->id,
    .tender = key->tender,
    .card = key->card,
    .amount_minor = key->amount_minor,
    .state = effect->to,
    .placed_at = context->now (context->source),
    .visible_by = DESK_DATE_NONE,
    .version = 1,
  };

  return desk_counter_table_next (db, "hold", &record.id, error) &&
         desk_hold_table_insert (db, &record, error);
}

/* The hold the effect means, in the state it must be in; the newest of several alike. */
static DeskHoldRecord *
find (const GPtrArray *holds,
      const HoldKey   *key,
      const char      *state)
{
  guint i;

  for (i = holds->len; i > 0; i--)
    {
      DeskHoldRecord *hold = g_ptr_array_index (holds, i - 1);

      if (g_str_equal (hold->tender, key->tender) && g_str_equal (hold->card, key->card) &&
          hold->amount_minor == key->amount_minor && g_str_equal (hold->state, state))
        return hold;
    }
  return NULL;
}

/**
 * desk_hold_apply:
 * @house: the property, with a write transaction open
 * @context: who does it
 * @effect: of kind %DESK_EFFECT_HOLD
 * @error: return location for a #GError
 *
 * Places a hold, releases it, or takes either back. What was placed stays on record:
 * taken back it is released.
 *
 * Returns: %FALSE with %DESK_ERROR_CHANGED where the hold is not as it was
 */
gboolean
desk_hold_apply (DeskHouse          *house,
                 const DeskContext  *context,
                 const DeskEffect   *effect,
                 GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_auto (HoldKey) key = { NULL };
  g_autoptr (GPtrArray) holds = NULL;
  DeskHoldRecord *hold = NULL;
  gboolean released = g_strcmp0 (effect->to, "placed") != 0;
  DeskDate today;

  if (!parse_key (effect->key, &key))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "\"%s\" is no hold", effect->key);
      return FALSE;
    }
  if (effect->from == NULL)
    return place (db, context, effect, &key, error) &&
           desk_change_table_append (db, "stay", effect->id, error);

  holds = desk_hold_table_list_stay (db, effect->id, error);
  if (holds == NULL || !desk_house_get_business_date (house, &today, error))
    return FALSE;
  hold = find (holds, &key, effect->from);
  if (hold == NULL)
    return desk_complain_changed (error);
  g_free (hold->state);
  hold->state = g_strdup (released ? "released" : "placed");
  hold->released_at = released ? context->now (context->source) : 0;
  hold->visible_by = released ? today + BANK_DAYS : DESK_DATE_NONE;
  return desk_hold_table_update (db, hold, error) &&
         desk_change_table_append (db, "stay", effect->id, error);
}
