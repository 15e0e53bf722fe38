/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-plan.h"

#include "desk-chain.h"

static const char *const effect_names[] = {
  [DESK_EFFECT_STAY_STATE] = "stay-state",
  [DESK_EFFECT_ROOM_CLEAN] = "room-clean",
  [DESK_EFFECT_ROOM_OCCUPIED] = "room-occupied",
  [DESK_EFFECT_NIGHT_POSTED] = "night-posted",
  [DESK_EFFECT_NIGHT_ROOM] = "night-room",
  [DESK_EFFECT_FOLIO_STATE] = "folio-state",
  [DESK_EFFECT_INVOICE] = "invoice",
  [DESK_EFFECT_ENTRY_STATE] = "entry-state",
  [DESK_EFFECT_PERSON] = "person",
  [DESK_EFFECT_CASE_OPEN] = "case-open",
  [DESK_EFFECT_NIGHT_PRICE] = "night-price",
  [DESK_EFFECT_NIGHT_TYPE] = "night-type",
  [DESK_EFFECT_ROOM_NIGHT] = "room-night",
  [DESK_EFFECT_ROOM_SWAP] = "room-swap",
  [DESK_EFFECT_PRESENCE] = "presence",
  [DESK_EFFECT_REQUEST_ROOM] = "request-room",
  [DESK_EFFECT_REQUEST] = "request",
  [DESK_EFFECT_OVERRIDE] = "override",
  [DESK_EFFECT_EVIDENCE] = "evidence",
  [DESK_EFFECT_DEPOSIT] = "deposit",
  [DESK_EFFECT_HOLD] = "hold",
  [DESK_EFFECT_ROOM_SERVICE] = "room-service",
  [DESK_EFFECT_ROOM_SEEN] = "room-seen",
  [DESK_EFFECT_ROOM_RUSH] = "room-rush",
  [DESK_EFFECT_DISPOSITION] = "disposition",
};

static void
effect_free (gpointer data)
{
  DeskEffect *effect = data;

  g_free (effect->key);
  g_free (effect->from);
  g_free (effect->to);
  g_free (effect);
}

static void
giving_free (gpointer data)
{
  DeskGiving *giving = data;

  g_free (giving->reason);
  g_free (giving->code);
  g_free (giving);
}

/**
 * desk_plan_new:
 * @verb: static word for what is planned
 *
 * Returns: (transfer full): an empty plan
 */
DeskPlan *
desk_plan_new (const char *verb)
{
  DeskPlan *self = g_new0 (DeskPlan, 1);

  self->verb = verb;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_posting_free);
  self->effects = g_ptr_array_new_with_free_func (effect_free);
  self->givings = g_ptr_array_new_with_free_func (giving_free);
  self->budgets = g_array_new (FALSE, FALSE, sizeof (DeskBudget));
  self->versions = g_ptr_array_new_with_free_func (g_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
  return self;
}

void
desk_plan_free (DeskPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->effects);
  g_ptr_array_unref (self->givings);
  g_array_unref (self->budgets);
  g_ptr_array_unref (self->versions);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->refused);
  g_clear_pointer (&self->sentence, desk_message_free);
  g_clear_pointer (&self->done, desk_message_free);
  g_free (self->digest);
  g_free (self);
}

/**
 * desk_plan_say:
 * @self: a plan that says nothing yet
 * @sentence: (transfer full): what will be done
 * @done: English sentence marked with N_(), with the arguments of @sentence: what was
 */
void
desk_plan_say (DeskPlan     *self,
               DeskMessage  *sentence,
               const char   *done)
{
  self->sentence = sentence;
  self->done = desk_message_again (sentence, done);
}

/**
 * desk_plan_get_done:
 * @self: a plan that was carried out
 *
 * Returns: (transfer none) (nullable): what was done, in one sentence
 */
const DeskMessage *
desk_plan_get_done (const DeskPlan *self)
{
  return self->done != NULL ? self->done : self->sentence;
}

void
desk_plan_add_effect (DeskPlan       *self,
                      DeskEffectKind  kind,
                      gint64          id,
                      const char     *key,
                      const char     *from,
                      const char     *to)
{
  DeskEffect *effect = g_new0 (DeskEffect, 1);

  effect->kind = kind;
  effect->id = id;
  effect->key = g_strdup (key);
  effect->from = g_strdup (from);
  effect->to = g_strdup (to);
  g_ptr_array_add (self->effects, effect);
}

/**
 * desk_plan_add_giving:
 * @self: a plan
 * @kind: static word of the budget
 * @reason: (nullable): name of the reason
 * @value_minor: what the guest gains
 *
 * Returns: (transfer none): what is given, for the caller to complete
 */
DeskGiving *
desk_plan_add_giving (DeskPlan   *self,
                      const char *kind,
                      const char *reason,
                      gint64      value_minor)
{
  DeskGiving *giving = g_new0 (DeskGiving, 1);

  giving->kind = kind;
  giving->reason = g_strdup (reason);
  giving->quantity = 1;
  giving->value_minor = value_minor;
  giving->line = -1;
  g_ptr_array_add (self->givings, giving);
  return giving;
}

/**
 * desk_plan_add_version:
 * @self: a plan
 * @kind: what was read: "stay", "folio", "config"
 * @id: which
 * @version: as it was; when it is another at the time of writing, the plan is stale
 */
void
desk_plan_add_version (DeskPlan   *self,
                       const char *kind,
                       gint64      id,
                       gint64      version)
{
  g_ptr_array_add (self->versions, g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                                    kind, id, version));
}

/* Both take the message over. */
void
desk_plan_warn (DeskPlan    *self,
                DeskMessage *message)
{
  g_ptr_array_add (self->warnings, message);
}

/**
 * desk_plan_is_note:
 * @message: one of a plan's warnings
 *
 * Returns: whether it only says what goes along or follows, and warns of nothing
 */
gboolean
desk_plan_is_note (const DeskMessage *message)
{
  static const char *const codes[] = {
    "room-fits", "room-left", "requests-follow", "late-night", "invoice", "hold-placed",
    "hold-released", "in-room-now", "evidence-twin", "evidence-confirmation",
    "evidence-price-list", DESK_PLAN_WHO_MAY, NULL,
  };

  return message->code != NULL && g_strv_contains (codes, message->code);
}

void
desk_plan_refuse (DeskPlan    *self,
                  DeskMessage *message)
{
  g_ptr_array_add (self->refused, message);
}

const char *
desk_effect_kind_to_string (DeskEffectKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (effect_names), NULL);

  return effect_names[kind];
}

/**
 * desk_effect_kind_parse:
 * @text: a word of desk_effect_kind_to_string()
 * @out: (out): the kind
 *
 * Returns: %FALSE where there is no such kind
 */
gboolean
desk_effect_kind_parse (const char     *text,
                        DeskEffectKind *out)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (effect_names); i++)
    {
      if (g_strcmp0 (text, effect_names[i]) == 0)
        {
          *out = (DeskEffectKind) i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
hash_line (DeskHasher        *hasher,
           const DeskPosting *line)
{
  guint i;

  desk_hasher_int (hasher, line->line);
  desk_hasher_int (hasher, line->window);
  desk_hasher_text (hasher, desk_posting_kind_to_string (line->kind));
  desk_hasher_text (hasher, line->code);
  desk_hasher_text (hasher, line->tax);
  desk_hasher_int (hasher, line->business_date);
  desk_hasher_int (hasher, line->stay_date);
  desk_hasher_text (hasher, line->room);
  desk_hasher_int (hasher, line->quantity);
  desk_hasher_int (hasher, line->unit_minor);
  desk_hasher_int (hasher, line->amount_minor);
  desk_hasher_int (hasher, line->parent);
  desk_hasher_int (hasher, line->answers);
  for (i = 0; i < line->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (line, i);
      g_autofree char *result = desk_rational_to_string (step->result);

      desk_hasher_text (hasher, desk_step_op_to_string (step->op));
      desk_hasher_text (hasher, step->rule);
      desk_hasher_text (hasher, result);
    }
}

/**
 * desk_plan_seal:
 * @self: a plan that is complete
 *
 * Computes its digest over what will be written and the versions of what was
 * read: two plans with one digest do the same to the same state.
 */
void
desk_plan_seal (DeskPlan *self)
{
  const guint8 start[DESK_HASH_SIZE] = { 0 };
  g_autoptr (DeskHasher) hasher = desk_hasher_new (start);
  guint8 hash[DESK_HASH_SIZE];
  guint i;

  desk_hasher_text (hasher, self->verb);
  desk_hasher_int (hasher, self->stay_id);
  desk_hasher_int (hasher, self->folio_id);
  desk_hasher_int (hasher, self->refused->len);
  for (i = 0; i < self->versions->len; i++)
    desk_hasher_text (hasher, g_ptr_array_index (self->versions, i));
  for (i = 0; i < self->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (self->effects, i);

      desk_hasher_text (hasher, desk_effect_kind_to_string (effect->kind));
      desk_hasher_int (hasher, effect->id);
      desk_hasher_text (hasher, effect->key);
      desk_hasher_text (hasher, effect->from);
      desk_hasher_text (hasher, effect->to);
    }
  for (i = 0; i < self->lines->len; i++)
    hash_line (hasher, g_ptr_array_index (self->lines, i));
  for (i = 0; i < self->givings->len; i++)
    {
      const DeskGiving *giving = g_ptr_array_index (self->givings, i);

      desk_hasher_text (hasher, giving->kind);
      desk_hasher_text (hasher, giving->reason);
      desk_hasher_int (hasher, giving->for_date);
      desk_hasher_int (hasher, giving->line);
      desk_hasher_int (hasher, giving->value_minor);
    }

  desk_hasher_finish (hasher, hash);
  g_free (self->digest);
  self->digest = desk_hash_to_string (hash);
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

/**
 * desk_plan_describe:
 * @self: a plan
 *
 * Returns: (transfer full): the plan as plain lines, one effect or posting each,
 *   the same in every language: what the audit entry keeps
 */
char *
desk_plan_describe (const DeskPlan *self)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < self->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (self->effects, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s: %s -> %s\n",
                              desk_effect_kind_to_string (effect->kind), effect->id,
                              or_dash (effect->key), or_dash (effect->from), or_dash (effect->to));
    }
  for (i = 0; i < self->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (self->lines, i);

      g_string_append_printf (text,
                              "line %d w%d %s %s %" G_GINT64_FORMAT " x %" G_GINT64_FORMAT
                              " = %" G_GINT64_FORMAT "\n",
                              line->line, line->window, desk_posting_kind_to_string (line->kind),
                              line->code, line->quantity, line->unit_minor, line->amount_minor);
    }
  for (i = 0; i < self->givings->len; i++)
    {
      const DeskGiving *giving = g_ptr_array_index (self->givings, i);

      g_string_append_printf (text, "giving %s %s %" G_GINT64_FORMAT "\n", giving->kind,
                              or_dash (giving->reason), giving->value_minor);
    }
  return g_string_free (text, FALSE);
}
