/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action.h"

#include <string.h>

#include "desk-action-key-table.h"
#include "desk-action-private.h"
#include "desk-audit-table.h"
#include "desk-budget.h"
#include "desk-chain.h"
#include "desk-complain.h"
#include "desk-counter-table.h"
#include "desk-decide.h"
#include "desk-error.h"
#include "desk-guest-table.h"
#include "desk-ledger.h"
#include "desk-note-table.h"
#include "desk-rooms-private.h"
#include "desk-vat.h"

#define SALT_SIZE 16
#define KEY_SIZE 16

typedef gboolean (*PlanFunc) (DeskBilling        *billing,
                              const DeskContext  *context,
                              const DeskAction   *action,
                              DeskPlan           *plan,
                              GError            **error);

typedef gboolean (*PlanHouseFunc) (DeskHouse          *house,
                                   const DeskContext  *context,
                                   const DeskAction   *action,
                                   DeskPlan           *plan,
                                   GError            **error);

/**
 * Verb:
 * @plan: (nullable): for a stay
 * @plan_house: (nullable): for what is about no stay
 * @reads_folio: it looks at every line of the folio, which is then read only once
 */
typedef struct
{
  const char *word;
  DeskRight   right;
  PlanFunc    plan;
  gboolean    reads_folio;

  PlanHouseFunc plan_house;
} Verb;

static const Verb verbs[] = {
  [DESK_VERB_CHECK_IN] = { "in", DESK_RIGHT_CHECK_IN, desk_plan_check_in },
  [DESK_VERB_POST] = { "post", DESK_RIGHT_POST, desk_plan_post },
  [DESK_VERB_PAY] = { "pay", DESK_RIGHT_PAY, desk_plan_pay },
  [DESK_VERB_FIX] = { "fix", DESK_RIGHT_FIX, desk_plan_fix, TRUE },
  [DESK_VERB_OFF] = { "off", DESK_RIGHT_GIVE, desk_plan_off, TRUE },
  [DESK_VERB_RATE] = { "rate", DESK_RIGHT_RATE, desk_plan_rate },
  [DESK_VERB_MOVE] = { "move", DESK_RIGHT_MOVE, desk_plan_move },
  [DESK_VERB_OUT] = { "out", DESK_RIGHT_CHECK_OUT, desk_plan_out },
  [DESK_VERB_UNDO] = { "undo", DESK_RIGHT_UNDO, desk_plan_undo,
                       .plan_house = desk_plan_undo_rooms },
  [DESK_VERB_ROOMS] = { "rooms", DESK_RIGHT_ROOMS, .plan_house = desk_plan_rooms },
  [DESK_VERB_DECIDE] = { "decide", DESK_RIGHT_AUDIT, .plan_house = desk_plan_decide },
  [DESK_VERB_ANSWER] = { "decide", DESK_RIGHT_FULL_RECORD, .plan_house = desk_plan_answer },
  [DESK_VERB_REVERSE] = { "undo", DESK_RIGHT_AUDIT, desk_plan_undo },
};

/* Some actions are about no stay. */
static gboolean
is_about_house (const DeskAction *action)
{
  return action->stay_id == 0 && verbs[action->verb].plan_house != NULL;
}

/* A dialog's words are held to what the line takes. */
static gboolean
check_texts (const DeskAction  *action,
             GError           **error)
{
  const char *texts[] = {
    action->room, action->code, action->check, action->override_reason, action->text,
    action->percent, action->tax_class, action->room_type, action->reason, action->card,
    action->left,
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && !desk_complain_of_hidden (texts[i], error))
      return FALSE;
  return TRUE;
}

/* What is no verb is refused before anything is read. */
static gboolean
check_may (const DeskContext  *context,
           const DeskAction   *action,
           GError            **error)
{
  gboolean known = (gsize) action->verb < G_N_ELEMENTS (verbs);

  if (!known || (verbs[action->verb].plan == NULL && !is_about_house (action)))
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_USAGE, "there is no such action");
      return FALSE;
    }
  return desk_role_check (context->role, verbs[action->verb].right, error) &&
         check_texts (action, error);
}

DeskAction *
desk_action_new (DeskVerb verb,
                 gint64   stay_id)
{
  DeskAction *self = g_new0 (DeskAction, 1);

  self->verb = verb;
  self->stay_id = stay_id;
  self->quantity = 1;
  self->window = 1;
  return self;
}

DeskAction *
desk_action_copy (const DeskAction *self)
{
  DeskAction *copy = g_new (DeskAction, 1);

  *copy = *self;
  copy->room = g_strdup (self->room);
  copy->code = g_strdup (self->code);
  copy->check = g_strdup (self->check);
  copy->override_reason = g_strdup (self->override_reason);
  copy->text = g_strdup (self->text);
  copy->lines = self->lines != NULL ? g_array_copy (self->lines) : NULL;
  copy->percent = g_strdup (self->percent);
  copy->tax_class = g_strdup (self->tax_class);
  copy->room_type = g_strdup (self->room_type);
  copy->features = g_strdupv (self->features);
  copy->reason = g_strdup (self->reason);
  copy->rooms = g_strdupv (self->rooms);
  copy->card = g_strdup (self->card);
  copy->left = g_strdup (self->left);
  return copy;
}

void
desk_action_free (DeskAction *self)
{
  if (self == NULL)
    return;
  g_free (self->room);
  g_free (self->code);
  g_free (self->check);
  g_free (self->override_reason);
  g_free (self->text);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self->percent);
  g_free (self->tax_class);
  g_free (self->room_type);
  g_strfreev (self->features);
  g_free (self->reason);
  g_strfreev (self->rooms);
  g_free (self->card);
  g_free (self->left);
  g_free (self);
}

void
desk_outcome_free (DeskOutcome *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->plan, desk_plan_free);
  g_free (self);
}

/**
 * desk_action_new_key:
 * @context: where randomness comes from
 *
 * Returns: (transfer full): a key that nobody has used: an action sent twice with
 *   it happens once
 */
char *
desk_action_new_key (const DeskContext *context)
{
  guint8 bytes[KEY_SIZE];
  GString *key = g_string_new (NULL);
  guint i;

  context->random (context->source, bytes, sizeof bytes);
  for (i = 0; i < sizeof bytes; i++)
    g_string_append_printf (key, "%02x", bytes[i]);
  return g_string_free (key, FALSE);
}

char *
desk_billing_dup_guest_name (DeskBilling  *billing,
                             GError      **error)
{
  g_autoptr (DeskGuestRecord) guest =
    desk_guest_table_get (desk_house_get_db (billing->house), billing->stay->guest_id, error);

  return guest != NULL ? g_steal_pointer (&guest->name) : NULL;
}

static DeskPlan *
build_house_plan (DeskHouse          *house,
                  const DeskContext  *context,
                  const DeskAction   *action,
                  GError            **error)
{
  g_autoptr (DeskPlan) plan = desk_plan_new (verbs[action->verb].word);
  DeskDate day;

  if (!desk_house_get_business_date (house, &day, error))
    return NULL;
  desk_plan_add_version (plan, "config", desk_house_get_config (house), 0);
  desk_plan_add_version (plan, "day", day, 0);
  if (!verbs[action->verb].plan_house (house, context, action, plan, error))
    return NULL;

  desk_plan_seal (plan);
  return g_steal_pointer (&plan);
}

/* Makes the plan in a transaction that is open. */
static DeskPlan *
build_plan (DeskHouse          *house,
            const DeskContext  *context,
            const DeskAction   *action,
            GError            **error)
{
  const Verb *verb = &verbs[action->verb];
  g_autoptr (DeskBilling) billing = NULL;
  g_autoptr (DeskPlan) plan = desk_plan_new (verb->word);

  if (!desk_house_refresh (house, NULL, error))
    return NULL;
  if (is_about_house (action))
    return build_house_plan (house, context, action, error);
  billing = desk_billing_load (house, action->stay_id, error);
  if (billing == NULL)
    return NULL;

  plan->stay_id = billing->stay->id;
  plan->folio_id = billing->folio->id;
  desk_plan_add_version (plan, "stay", billing->stay->id, billing->stay->version);
  desk_plan_add_version (plan, "folio", billing->folio->id, billing->folio->version);
  desk_plan_add_version (plan, "config", desk_house_get_config (house), 0);
  desk_plan_add_version (plan, "day", billing->business_date, 0);

  plan->balance_before = billing->folio->balance_minor;
  if (verb->reads_folio && desk_billing_get_lines (billing, error) == NULL)
    return NULL;
  if (!desk_billing_forecast (billing, NULL, &plan->departure_before, error) ||
      !verb->plan (billing, context, action, plan, error) ||
      !desk_budget_judge (billing, context, plan, error) ||
      !desk_window_balance (plan->lines, 0, &plan->balance_after, error))
    return NULL;
  plan->balance_after += plan->balance_before;
  if (!desk_billing_forecast (billing, plan->lines, &plan->departure_after, error))
    return NULL;

  desk_plan_seal (plan);
  return g_steal_pointer (&plan);
}

/**
 * desk_action_plan:
 * @house: the property
 * @context: who would do it
 * @action: what
 * @error: return location for a #GError
 *
 * Plans an action and does nothing. A rule that refuses it stands in the plan.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL where there can be none:
 *   %DESK_ERROR_AUTHORITY, %DESK_ERROR_NOT_FOUND, or the file could not be read
 */
DeskPlan *
desk_action_plan (DeskHouse          *house,
                  const DeskContext  *context,
                  const DeskAction   *action,
                  GError            **error)
{
  g_auto (DeskTx) tx = { NULL };

  if (!check_may (context, action, error) ||
      !desk_tx_begin_read (&tx, desk_house_get_db (house), error))
    return NULL;
  return build_plan (house, context, action, error);
}

/* Words about people: stored apart, so that they can be erased; the record keeps
 * their hash. */
static gboolean
write_note (DeskHouse          *house,
            const DeskContext  *context,
            const char         *text,
            DeskPlan           *plan,
            GString            *detail,
            GError            **error)
{
  guint8 salt[SALT_SIZE];
  guint8 hash[DESK_HASH_SIZE];
  g_autofree char *hex = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DeskNoteRecord note = { 0 };

  if (text == NULL || *text == '\0')
    return TRUE;

  context->random (context->source, salt, sizeof salt);
  bytes = g_bytes_new (salt, sizeof salt);
  note.salt = bytes;
  note.text = (char *) text;
  if (!desk_counter_table_next (desk_house_get_db (house), "note", &note.id, error) ||
      !desk_note_table_insert (desk_house_get_db (house), &note, error))
    return FALSE;

  desk_chain_note (salt, sizeof salt, text, hash);
  if (plan->lines->len > 0)
    {
      DeskPosting *line = g_ptr_array_index (plan->lines, 0);

      line->note_id = note.id;
      memcpy (line->note_hash, hash, DESK_HASH_SIZE);
    }
  hex = desk_hash_to_string (hash);
  g_string_append_printf (detail, "note %" G_GINT64_FORMAT " %s\n", note.id, hex);
  return TRUE;
}

static gboolean
check_refusals (DeskHouse       *house,
                const DeskPlan  *plan,
                GError         **error)
{
  if (plan->refused->len == 0)
    return TRUE;
  return desk_complain_in (error, DESK_ERROR_REFUSED,
                           desk_message_copy (g_ptr_array_index (plan->refused, 0)),
                           desk_house_get_property (house));
}

static gboolean
record_action (DeskHouse          *house,
               const DeskContext  *context,
               const DeskPlan     *plan,
               const char         *detail,
               gint64             *entry_id,
               GError            **error)
{
  g_autoptr (GArray) folios = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskEntry entry = { plan->verb, plan->stay_id, detail, plan->digest, folios, 0 };

  if (plan->lines->len > 0)
    g_array_append_val (folios, plan->folio_id);
  if (!desk_ledger_append_entry (house, context, &entry, error))
    return FALSE;
  *entry_id = entry.id;
  return desk_rooms_record (desk_house_get_db (house), plan, entry.id, error) &&
         desk_decide_record (house, context, plan, entry.id, error);
}

/* Plans again where nobody can change anything, and carries it out. */
static gboolean
carry_out (DeskHouse          *house,
           const DeskContext  *context,
           const DeskAction   *action,
           const char         *digest,
           DeskOutcome        *outcome,
           GError            **error)
{
  g_autoptr (GString) detail = NULL;
  g_autofree char *described = NULL;

  outcome->plan = build_plan (house, context, action, error);
  if (outcome->plan == NULL)
    return FALSE;
  if (digest != NULL && g_strcmp0 (digest, outcome->plan->digest) != 0)
    {
      return desk_complain (error, DESK_ERROR_CHANGED,
                            desk_message_new (NULL, N_("something changed since the plan was "
                                                       "shown; nothing was done")));
    }
  if (!check_refusals (house, outcome->plan, error))
    return FALSE;

  detail = g_string_new (NULL);
  if (!write_note (house, context, action->override_reason, outcome->plan, detail, error) ||
      !write_note (house, context, action->text, outcome->plan, detail, error) ||
      !desk_apply_plan (house, context, outcome->plan, error))
    return FALSE;

  described = desk_plan_describe (outcome->plan);
  g_string_prepend (detail, described);
  return record_action (house, context, outcome->plan, detail->str, &outcome->entry_id, error) &&
         desk_budget_record (house, context, outcome->plan, outcome->entry_id, error);
}

/**
 * desk_action_keeps_refusal:
 * @plan: a plan
 *
 * Of all that may be refused, a gift for what the guest brought about is kept on record
 * where somebody tries to do it all the same.
 *
 * Returns: whether that is what the plan is refused for
 */
gboolean
desk_action_keeps_refusal (const DeskPlan *plan)
{
  guint i;

  for (i = 0; i < plan->refused->len; i++)
    {
      const DeskMessage *message = g_ptr_array_index (plan->refused, i);

      if (g_strcmp0 (message->code, DESK_REFUSED_GUEST_CAUSE) == 0)
        return TRUE;
    }
  return FALSE;
}

/* In a transaction of its own: what was tried left nothing behind. */
static gboolean
record_refusal (DeskHouse          *house,
                const DeskContext  *context,
                const DeskAction   *action,
                GError            **error)
{
  g_auto (DeskTx) tx = { NULL };
  g_autofree char *detail = g_strdup_printf ("refused %s %s %s\n", verbs[action->verb].word,
                                             DESK_REFUSED_GUEST_CAUSE,
                                             action->reason != NULL ? action->reason : "-");
  g_autoptr (DeskPlan) nothing = desk_plan_new (DESK_ENTRY_REFUSED);
  gint64 entry_id;

  nothing->stay_id = action->stay_id;
  desk_plan_add_giving (nothing, DESK_ENTRY_REFUSED, action->reason, 0);
  return desk_tx_begin (&tx, desk_house_get_db (house), error) &&
         record_action (house, context, nothing, detail, &entry_id, error) &&
         desk_budget_record (house, context, nothing, entry_id, error) &&
         desk_tx_commit (&tx, error);
}

/* Answers a key that was used before as it was answered then. */
static gboolean
find_repeated (DeskHouse          *house,
               const DeskContext  *context,
               const char         *key,
               const DeskAction   *action,
               DeskOutcome        *outcome,
               GError            **error)
{
  g_autoptr (DeskActionKeyRecord) known = NULL;
  g_autoptr (DeskAuditRecord) entry = NULL;
  g_autofree char *print = NULL;

  if (key == NULL)
    return TRUE;
  if (!desk_action_key_table_find (desk_house_get_db (house), key, &known, error))
    return FALSE;
  if (known == NULL)
    return TRUE;

  entry = desk_audit_table_get (desk_house_get_db (house), known->entry_id, error);
  if (entry == NULL)
    return FALSE;
  print = desk_action_dup_print (action);
  if (!g_str_equal (known->action, print) || !g_str_equal (entry->made_by, context->user))
    {
      return desk_complain (error, DESK_ERROR_REFUSED,
                            desk_message_new (NULL, N_("this key was used for something else; "
                                                       "nothing was done")));
    }

  outcome->repeated = TRUE;
  outcome->entry_id = known->entry_id;
  outcome->plan = desk_plan_new (verbs[action->verb].word);
  outcome->plan->stay_id = action->stay_id;
  outcome->plan->digest = g_strdup (known->digest);
  return desk_action_recall (house, known->entry_id, outcome->plan, error);
}

static gboolean
remember_key (DeskHouse          *house,
              const DeskContext  *context,
              const char         *key,
              const DeskAction   *action,
              const DeskOutcome  *outcome,
              GError            **error)
{
  g_autofree char *print = desk_action_dup_print (action);
  DeskActionKeyRecord record = { (char *) key, outcome->entry_id, outcome->plan->digest, print,
                                 context->now (context->source) };

  return key == NULL ||
         desk_action_key_table_insert (desk_house_get_db (house), &record, error);
}

/**
 * desk_action_do:
 * @house: the property
 * @context: who does it
 * @action: what
 * @digest: (nullable): of the plan that was shown; %NULL: whatever the plan is now
 * @key: (nullable): made by the caller; sent twice it happens once
 * @error: return location for a #GError
 *
 * Does an action completely or not at all.
 *
 * Returns: (transfer full) (nullable): what was done, or %NULL with @error set and
 *   nothing changed: %DESK_ERROR_CHANGED where the plan is another one by now,
 *   %DESK_ERROR_REFUSED, %DESK_ERROR_AUTHORITY, or a storage error
 */
DeskOutcome *
desk_action_do (DeskHouse          *house,
                const DeskContext  *context,
                const DeskAction   *action,
                const char         *digest,
                const char         *key,
                GError            **error)
{
  g_autoptr (DeskOutcome) outcome = g_new0 (DeskOutcome, 1);
  g_autoptr (GError) trouble = NULL;
  g_auto (DeskTx) tx = { NULL };

  if (!check_may (context, action, error) ||
      !desk_tx_begin (&tx, desk_house_get_db (house), error) ||
      !find_repeated (house, context, key, action, outcome, error))
    return NULL;
  if (outcome->repeated)
    return g_steal_pointer (&outcome);

  if (!carry_out (house, context, action, digest, outcome, error))
    {
      desk_tx_clear (&tx);
      if (outcome->plan != NULL && desk_action_keeps_refusal (outcome->plan) &&
          !record_refusal (house, context, action, &trouble))
        {
          g_clear_error (error);
          g_propagate_prefixed_error (error, g_steal_pointer (&trouble),
                                      "keeping what was refused on record: ");
        }
      return NULL;
    }
  if (!remember_key (house, context, key, action, outcome, error) || !desk_tx_commit (&tx, error))
    return NULL;
  return g_steal_pointer (&outcome);
}
