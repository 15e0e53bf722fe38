/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-decide.h"

#include <string.h>

#include "desk-adjustments.h"
#include "desk-audit-table.h"
#include "desk-change-table.h"
#include "desk-complain.h"

/*
 * The review of what was put right or given: accepted, asked about, not accepted though
 * the guest keeps it, or reversed. A decision is about an entry of the audit, is an entry
 * itself, and is never changed: a later one answers it. Nobody decides about their own.
 * What the guest was promised to the face, holds on paper or was paid is not reversed
 * overnight: then desk-undo-lean.c says no, and "not accepted, the guest keeps it" is left.
 */

#define VERDICT_ACCEPT DESK_DECIDE_ACCEPTED
#define VERDICT_ASK "ask"
#define VERDICT_KEEP "not-accepted"
#define VERDICT_REVERSE "reverse"
#define VERDICT_ANSWER "answer"

/* A question comes back on the next day, answered or not. */
#define DAYS_TO_ANSWER 1

static const char *const verdicts[] = {
  [DESK_DECISION_ACCEPT] = VERDICT_ACCEPT,
  [DESK_DECISION_ASK] = VERDICT_ASK,
  [DESK_DECISION_KEEP] = VERDICT_KEEP,
};

/**
 * Decision:
 * @entry: (nullable): what it is about
 * @last: (transfer none) (nullable): the decision before
 * @n: how many there were
 */
typedef struct
{
  DeskHouse         *house;
  const DeskContext *context;
  const DeskAction  *action;
  DeskPlan          *plan;
  DeskAuditRecord   *entry;
  GPtrArray         *decisions;

  const DeskDispositionRecord *last;
} Decision;

static void
decision_clear (Decision *self)
{
  g_clear_pointer (&self->entry, desk_audit_record_free);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decision, decision_clear)

static void
refuse (Decision   *self,
        const char *code,
        const char *text)
{
  desk_plan_refuse (self->plan, desk_message_new (code, text));
}

static gboolean
load (Decision  *self,
      GError   **error)
{
  DeskDb *db = desk_house_get_db (self->house);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->action->entry_id);
  GError *cause = NULL;
  gboolean listed;

  self->entry = desk_audit_table_get (db, self->action->entry_id, &cause);
  if (g_error_matches (cause, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_clear_error (&cause);
      /* Translators: {word} is the number of an entry of the audit record */
      return desk_complain_of (error, DESK_ERROR_NOT_FOUND,
                               N_("the audit has no entry {word}; nothing was done"), number);
    }
  if (self->entry == NULL)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  /* Most payments are nobody's to decide, but a refund is: what the audit lists says so. */
  if (!desk_adjustments_have_entry (self->house, self->entry->business_date, self->entry->id,
                                    &listed, error))
    return FALSE;
  if (!listed)
    return desk_complain_of (error, DESK_ERROR_NOT_FOUND,
                             /* Translators: {word} is the number of an entry of the audit record */
                             N_("entry {word} put nothing right and gave nothing"), number);

  self->decisions = desk_disposition_table_list (db, self->entry->id, error);
  if (self->decisions == NULL)
    return FALSE;
  if (self->decisions->len > 0)
    self->last = g_ptr_array_index (self->decisions, self->decisions->len - 1);
  desk_plan_add_version (self->plan, "decision", self->entry->id, self->decisions->len);
  return TRUE;
}

static gboolean
is_last (const Decision *self,
         const char     *verdict)
{
  return self->last != NULL && g_str_equal (self->last->verdict, verdict);
}

static gboolean
is_own (const Decision *self)
{
  return g_strcmp0 (self->entry->made_by, self->context->user) == 0 ||
         g_strcmp0 (self->entry->allowed_by, self->context->user) == 0;
}

static void
judge_review (Decision   *self,
              const char *verdict)
{
  if (is_own (self))
    refuse (self, "own", N_("Your own: cannot be signed by the same person."));
  else if (is_last (self, VERDICT_REVERSE))
    refuse (self, "reversed", N_("This was reversed already."));
  else if (is_last (self, verdict) && !g_str_equal (verdict, VERDICT_ASK) &&
           g_strcmp0 (self->last->made_by, self->context->user) == 0)
    refuse (self, "decided", N_("You decided so already."));
  else if (!g_str_equal (verdict, VERDICT_ACCEPT) && !desk_says_something (self->action->text))
    refuse (self, "no-words", N_("Say why, in a few words: whoever did it reads them."));
}

static void
judge_answer (Decision *self)
{
  if (!is_own (self) || !is_last (self, VERDICT_ASK))
    refuse (self, "not-asked", N_("Nobody asked you about this."));
  else if (!desk_says_something (self->action->text))
    refuse (self, "no-words", N_("Write the answer in a few words."));
}

static void
add_effect (const Decision *self,
            const char     *to)
{
  g_autofree char *n = g_strdup_printf ("%u", self->decisions->len + 1);

  desk_plan_add_effect (self->plan, DESK_EFFECT_DISPOSITION, self->entry->id, n,
                        self->last != NULL ? self->last->verdict : NULL, to);
}

/* What will be done, and was, of which entry. */
static void
say_what (const Decision *self,
          const char     *text,
          const char     *done,
          DeskDate        due)
{
  DeskMessage *sentence = desk_message_new (NULL, text);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->entry->id);

  desk_message_person (sentence, "person", self->entry->made_by);
  /* As it is typed: in no groups of three. */
  desk_message_text (sentence, "number", number);
  desk_message_integer (sentence, "date", DESK_ARG_DAY, due);
  desk_plan_say (self->plan, sentence, done);
}

/**
 * desk_plan_decide:
 *
 * Plans to accept something, to ask about it, or not to accept it though the guest keeps it;
 * or, where no entry is named, to accept all that is alike.
 *
 * Returns: %FALSE with @error set where there is no such row
 */
gboolean
desk_plan_decide (DeskHouse          *house,
                  const DeskContext  *context,
                  const DeskAction   *action,
                  DeskPlan           *plan,
                  GError            **error)
{
  static const struct
  {
    const char *plan;
    const char *done;
  } sentences[] = {
    /* Translators: {number} is an entry of the audit, {person} who did it */
    [DESK_DECISION_ACCEPT] = { N_("Accept entry {number} by {person}"),
                               N_("Accepted: entry {number} by {person}") },
    [DESK_DECISION_ASK] = { N_("Ask {person} about entry {number}; it comes back on {date}"),
                            N_("Asked: {person} about entry {number}; it comes back on {date}") },
    [DESK_DECISION_KEEP] = { N_("Do not accept entry {number} by {person}; the guest keeps it"),
                             N_("Not accepted: entry {number} by {person}; the guest keeps it") },
  };
  g_auto (Decision) self = { house, context, action, plan, NULL, NULL, NULL };
  const char *verdict;
  DeskDate day;
  DeskDate due;

  g_return_val_if_fail ((gsize) action->decision < G_N_ELEMENTS (verdicts), FALSE);

  if (action->entry_id == 0 && action->decision == DESK_DECISION_ACCEPT && action->reason != NULL)
    return desk_plan_decide_alike (house, context, action, plan, error);
  if (!load (&self, error) || !desk_house_get_business_date (house, &day, error))
    return FALSE;
  verdict = verdicts[action->decision];
  due = action->till != DESK_DATE_NONE ? action->till : day + DAYS_TO_ANSWER;
  say_what (&self, sentences[action->decision].plan, sentences[action->decision].done, due);
  judge_review (&self, verdict);
  if (action->decision == DESK_DECISION_ASK)
    {
      g_autofree char *date = desk_date_to_string (due);
      g_autofree char *to = g_strconcat (verdict, " ", date, NULL);

      if (due < day)
        refuse (&self, "past", N_("The question must come back today or later."));
      add_effect (&self, to);
      return TRUE;
    }
  add_effect (&self, verdict);
  return TRUE;
}

/**
 * desk_plan_answer:
 *
 * Plans the answer to a question, by who is asked.
 *
 * Returns: %FALSE with @error set where there is no such row
 */
gboolean
desk_plan_answer (DeskHouse          *house,
                  const DeskContext  *context,
                  const DeskAction   *action,
                  DeskPlan           *plan,
                  GError            **error)
{
  g_auto (Decision) self = { house, context, action, plan, NULL, NULL, NULL };

  if (!load (&self, error))
    return FALSE;
  /* Translators: {number} is an entry of the audit */
  say_what (&self, N_("Answer the question about entry {number}"),
            N_("Answered: the question about entry {number}"), DESK_DATE_NONE);
  judge_answer (&self);
  add_effect (&self, VERDICT_ANSWER);
  return TRUE;
}

/**
 * desk_decide_reverse:
 * @undo: an undo by who reviews, with its deed chosen
 * @action: what it was asked with
 * @error: return location for a #GError
 *
 * Adds to an undo that it is a decision about what it undoes.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_decide_reverse (const DeskUndo    *undo,
                     const DeskAction  *action,
                     GError           **error)
{
  g_auto (Decision) self = { undo->billing->house, undo->context, action, undo->plan, NULL, NULL,
                             NULL };

  if (!load (&self, error))
    return FALSE;
  judge_review (&self, VERDICT_REVERSE);
  add_effect (&self, VERDICT_REVERSE);
  return TRUE;
}

static gboolean
record_one (DeskHouse          *house,
            const DeskContext  *context,
            const DeskEffect   *effect,
            gint64              entry_id,
            GError            **error)
{
  g_auto (GStrv) words = g_strsplit (effect->to, " ", 2);
  DeskDispositionRecord record = {
    .subject_id = effect->id, .n = atoi (effect->key), .verdict = words[0],
    .due_date = DESK_DATE_NONE, .role = context->role, .made_at = context->now (context->source),
    .made_by = (char *) context->user, .entry_id = entry_id,
  };

  if (words[1] != NULL && !desk_date_parse (words[1], &record.due_date, error))
    return FALSE;
  if (desk_disposition_table_insert (desk_house_get_db (house), &record, error) &&
      desk_change_table_append (desk_house_get_db (house), "disposition", effect->id, error))
    return TRUE;
  g_prefix_error (error, "decision about entry %" G_GINT64_FORMAT ": ", effect->id);
  return FALSE;
}

/**
 * desk_decide_record:
 * @house: the property, in the write transaction of the action
 * @context: who decided
 * @plan: as it was carried out
 * @entry_id: its audit entry
 * @error: return location for a #GError
 *
 * Keeps the decisions that a plan makes with what they are about.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_decide_record (DeskHouse          *house,
                    const DeskContext  *context,
                    const DeskPlan     *plan,
                    gint64              entry_id,
                    GError            **error)
{
  guint i;

  for (i = 0; i < plan->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (plan->effects, i);

      if (effect->kind == DESK_EFFECT_DISPOSITION &&
          !record_one (house, context, effect, entry_id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_decide_is_open:
 * @last: the last decision about a row
 * @reader: (nullable): who reads
 * @by: login of who did it
 * @today: the business date
 *
 * What was asked waits for who did it, and comes back answered or on its day; what was not
 * accepted goes on to a manager.
 *
 * Returns: whether it waits for the reader
 */
gboolean
desk_decide_is_open (const DeskDispositionRecord *last,
                     const DeskContext           *reader,
                     const char                  *by,
                     DeskDate                     today)
{
  gboolean own = reader != NULL && g_strcmp0 (reader->user, by) == 0;

  if (g_str_equal (last->verdict, VERDICT_ASK))
    return own || last->due_date <= today;
  if (own)
    return FALSE;
  if (g_str_equal (last->verdict, VERDICT_ANSWER))
    return TRUE;
  return g_str_equal (last->verdict, VERDICT_KEEP) && last->role != DESK_ROLE_MANAGER &&
         reader != NULL && reader->role == DESK_ROLE_MANAGER;
}

/**
 * Saying:
 * @verdict: as it is kept
 * @sign: one character that stands for it in a list
 * @text: with {person} and, of a question, {date}
 *
 * How a decision is shown.
 */
typedef struct
{
  const char *verdict;
  const char *sign;
  const char *text;
} Saying;

static const Saying sayings[] = {
  /* Translators: {person} reviewed something that a colleague put right or gave */
  { VERDICT_ACCEPT, "✓", N_("accepted by {person}") },
  { VERDICT_ASK, "?", N_("asked by {person}; comes back on {date}") },
  { VERDICT_KEEP, "✗", N_("not accepted by {person}; the guest keeps it") },
  { VERDICT_REVERSE, "↩", N_("reversed by {person}") },
  { VERDICT_ANSWER, "!", N_("answered by {person}") },
};

static const Saying *
find_saying (const DeskDispositionRecord *decision)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (sayings); i++)
    if (g_str_equal (sayings[i].verdict, decision->verdict))
      return &sayings[i];
  g_return_val_if_reached (&sayings[0]);
}

/**
 * desk_decide_get_sign:
 * @decision: what was decided
 *
 * Returns: (transfer none): one character for it, beside which the words stand
 */
const char *
desk_decide_get_sign (const DeskDispositionRecord *decision)
{
  return find_saying (decision)->sign;
}

/**
 * desk_decide_say:
 * @decision: what was decided
 *
 * Returns: (transfer full): by whom and what, in words
 */
DeskMessage *
desk_decide_say (const DeskDispositionRecord *decision)
{
  const Saying *saying = find_saying (decision);
  DeskMessage *message = desk_message_person (desk_message_new (saying->verdict, saying->text),
                                              "person", decision->made_by);

  if (decision->due_date != DESK_DATE_NONE)
    desk_message_integer (message, "date", DESK_ARG_DAY, decision->due_date);
  return message;
}
