/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustment-chain.h"

#include <string.h>

#include "desk-audit-table.h"
#include "desk-budget.h"
#include "desk-decide.h"
#include "desk-error.h"
#include "desk-note-table.h"
#include "desk-plan.h"
#include "desk-undo-detail.h"

/*
 * How a row of the audit came about, from the line it began with to what shows that it
 * was right. All of it is read from the record, nothing is concluded.
 */

/**
 * Chain:
 * @entry: what was done, as it was recorded
 * @deed: its effects
 * @policy: the set-up it was done under
 */
typedef struct
{
  DeskHouse                  *house;
  const DeskAdjustmentRecord *record;
  DeskAuditRecord            *entry;
  DeskPlan                   *deed;
  const DeskProperty         *policy;
  GPtrArray                  *links;
} Chain;

static void
chain_clear (Chain *self)
{
  g_clear_pointer (&self->entry, desk_audit_record_free);
  g_clear_pointer (&self->deed, desk_plan_free);
  g_clear_pointer (&self->links, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, chain_clear)

/**
 * desk_chain_link_free:
 * @self: (nullable): a link
 */
void
desk_chain_link_free (DeskChainLink *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->text, desk_message_free);
  g_free (self);
}

static void
add_link (Chain       *self,
          const char  *title,
          DeskMessage *text)
{
  DeskChainLink *link = g_new0 (DeskChainLink, 1);

  link->title = title;
  link->text = text;
  g_ptr_array_add (self->links, link);
}

static DeskMessage *
new_code (const Chain *self,
          DeskMessage *message,
          const char  *code_name)
{
  const DeskCode *code =
    code_name != NULL ? desk_property_get_code (self->policy, code_name) : NULL;

  return desk_message_words (message, "code", code != NULL ? &code->words : NULL,
                             code_name != NULL ? code_name : "");
}

static void
add_original (Chain *self)
{
  const DeskAdjustmentRecord *record = self->record;
  DeskMessage *text;

  if (record->original == 0)
    return;
  /* Translators: {line} is the number of a line on a bill, {code} what it charged */
  text = desk_message_new (NULL, N_("Line {line}, {code}: {amount}"));
  desk_message_integer (text, "line", DESK_ARG_INT, record->original);
  desk_message_integer (text, "amount", DESK_ARG_AMOUNT, record->original_minor);
  add_link (self, N_("Original"), new_code (self, text, record->code));
}

/* A night's price before and after, minor units; nothing: its rate plan's. */
static DeskMessage *
new_price (const char *minor)
{
  if (minor == NULL)
    return desk_message_new (NULL, N_("the plan's price"));
  return desk_message_integer (desk_message_new (NULL, "{amount}"), "amount", DESK_ARG_AMOUNT,
                               g_ascii_strtoll (minor, NULL, 10));
}

static void
add_nights (Chain *self)
{
  guint i;

  for (i = 0; i < self->deed->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (self->deed->effects, i);
      DeskMessage *text;
      DeskDate night;

      if (effect->kind != DESK_EFFECT_NIGHT_PRICE || effect->key == NULL ||
          !desk_date_parse (effect->key, &night, NULL))
        continue;
      /* Translators: the price of a night before and after */
      text = desk_message_new (NULL, N_("Night of {date}: {before} → {after}"));
      desk_message_integer (text, "date", DESK_ARG_DAY, night);
      desk_message_nest (text, "before", new_price (effect->from));
      desk_message_nest (text, "after", new_price (effect->to));
      add_link (self, N_("Plan"), text);
    }
}

static void
add_room (Chain *self)
{
  guint i;

  for (i = 0; i < self->deed->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (self->deed->effects, i);

      if (effect->kind != DESK_EFFECT_ROOM_NIGHT || effect->from == NULL || effect->to == NULL)
        continue;
      /* Translators: rooms, by their numbers */
      add_link (self, N_("Plan"),
                desk_message_text (
                  desk_message_text (
                    desk_message_new (NULL, N_("Room {before} → {after}")),
                    "before", effect->from),
                  "after", effect->to));
      return;
    }
}

static void
add_plan (Chain *self)
{
  const DeskAdjustmentRecord *record = self->record;
  DeskMessage *text;

  if (record->posting_id == 0)
    {
      add_nights (self);
      add_room (self);
      return;
    }
  if (g_str_equal (record->kind, "refund"))
    {
      /* Translators: money that was paid out, by a line of the bill */
      text = desk_message_new (NULL, N_("Line {line}, {code}: {amount} paid out"));
      desk_message_integer (text, "amount", DESK_ARG_AMOUNT, record->amount_minor);
    }
  else if (record->original == 0)
    {
      text = desk_message_new (NULL, N_("Line {line}, {code}: {amount}"));
      desk_message_integer (text, "amount", DESK_ARG_AMOUNT, record->amount_minor);
    }
  else
    {
      /* Translators: a new line of the bill, and what the original comes to with it */
      text = desk_message_new (NULL, N_("Line {line}, {code}: {amount}; {before} → {after}"));
      desk_message_integer (text, "amount", DESK_ARG_AMOUNT, record->amount_minor);
      desk_message_integer (text, "before", DESK_ARG_AMOUNT, record->original_minor);
      desk_message_integer (text, "after", DESK_ARG_AMOUNT, record->became_minor);
    }
  desk_message_integer (text, "line", DESK_ARG_INT, record->line);
  add_link (self, N_("Plan"), new_code (self, text, record->code));
  if (record->right_minor == 0)
    return;
  text = desk_message_new (NULL, N_("Line {line}, {code}: {amount}"));
  desk_message_integer (text, "line", DESK_ARG_INT, record->line + 1);
  desk_message_integer (text, "amount", DESK_ARG_AMOUNT, record->right_minor);
  add_link (self, N_("Posted instead"), new_code (self, text, record->code));
}

static DeskMessage *
new_role (DeskRole role)
{
  static const char *const names[] = {
    [DESK_ROLE_NONE] = N_("nobody"),
    [DESK_ROLE_CASHIER] = N_("cashier"),
    [DESK_ROLE_ASSOCIATE] = N_("associate"),
    [DESK_ROLE_SUPERVISOR] = N_("supervisor"),
    [DESK_ROLE_MANAGER] = N_("manager"),
    [DESK_ROLE_NIGHT_AUDITOR] = N_("night auditor"),
    [DESK_ROLE_ADMINISTRATOR] = N_("administrator"),
  };

  return desk_message_new (NULL, names[role]);
}

/* The limit that holds for one action of this kind. */
static void
add_policy (Chain *self)
{
  const DeskAdjustmentRecord *record = self->record;
  const DeskLimit *limit = desk_budget_find_limit (self->policy, record->role, record->kind);
  DeskMessage *text;

  if (record->policy == 0)
    return;
  if (record->giving_id != 0 && limit != NULL && limit->has_amount)
    text = desk_message_integer (
      /* Translators: {version} is a number; {limit} an amount; {role} "associate" … */
      desk_message_new (NULL, N_("Set-up {version}: up to {limit} for the role {role}")),
      "limit", DESK_ARG_MONEY, limit->amount_minor);
  else
    text = desk_message_new (NULL, N_("Set-up {version}, in the role {role}"));
  desk_message_nest (text, "role", new_role (record->role));
  add_link (self, N_("Policy"),
            desk_message_integer (text, "version", DESK_ARG_INT, record->policy));
}

static void
add_person (Chain *self)
{
  const DeskAdjustmentRecord *record = self->record;
  DeskMessage *text;

  if (record->allowed_by != NULL)
    text = desk_message_person (desk_message_new (NULL, N_("{person}, allowed by {other}; {time}")),
                                "other", record->allowed_by);
  else
    text = desk_message_new (NULL, N_("{person} alone; {time}"));
  desk_message_person (text, "person", record->by);
  add_link (self, N_("By"),
            desk_message_integer (text, "time", DESK_ARG_TIME, record->made_at));
}

static void
add_reason (Chain *self)
{
  const DeskAdjustmentRecord *record = self->record;
  const DeskReason *reason =
    record->reason != NULL ? desk_property_get_reason (self->policy, record->reason) : NULL;

  if (reason != NULL)
    add_link (self, N_("Reason"),
              desk_message_words (desk_message_new (NULL, "{reason}"), "reason", &reason->words,
                                  reason->name));
  if (record->case_id != 0)
    /* Translators: a complaint on record, by its number */
    add_link (self, N_("Case"),
              desk_message_integer (desk_message_new (NULL, N_("Case {number}")), "number",
                                    DESK_ARG_INT, record->case_id));
}

/* What the program found that shows the error. */
static const char *
name_evidence (const char *evidence)
{
  static const struct
  {
    const char *evidence;
    const char *name;
  } names[] = {
    { "price-list", N_("the price list") },
    { "confirmation", N_("the confirmation") },
    { "persons", N_("the persons on record") },
    { "told", N_("what was written down") },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (evidence, names[i].evidence))
      return names[i].name;
  return g_str_has_prefix (evidence, "line-") ? N_("another line of the bill")
                                              : N_("something on record");
}

static guint
add_found (Chain *self)
{
  guint n = 0;
  guint i;

  for (i = 0; i < self->deed->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (self->deed->effects, i);

      if (effect->kind != DESK_EFFECT_EVIDENCE || effect->to == NULL ||
          (effect->key != NULL && atoi (effect->key) != self->record->original))
        continue;
      add_link (self, N_("Evidence"), desk_message_new (NULL, name_evidence (effect->to)));
      n++;
    }
  return n;
}

/* Words that were written with an entry: "note 7 0f3a…" in the record. */
static gboolean
add_notes (Chain                  *self,
           const DeskAuditRecord  *entry,
           const char             *title,
           guint                  *n,
           GError                **error)
{
  g_auto (GStrv) lines = g_strsplit (entry->detail, "\n", 0);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (DeskNoteRecord) note = NULL;

      if (!g_str_has_prefix (lines[i], "note "))
        continue;
      note = desk_note_table_get (desk_house_get_db (self->house),
                                  g_ascii_strtoll (lines[i] + strlen ("note "), NULL, 10), error);
      if (note == NULL)
        return FALSE;
      (*n)++;
      /* Translators: words that somebody said or wrote, in the language's quotation marks */
      add_link (self, title,
                note->text != NULL
                  ? desk_message_text (desk_message_new (NULL, N_("“{text}”")), "text",
                                       note->text)
                  : desk_message_new (NULL, N_("words that were erased since")));
    }
  return TRUE;
}

/* What was decided about it, and the words with it. */
static gboolean
add_decisions (Chain   *self,
               GError **error)
{
  DeskDb *db = desk_house_get_db (self->house);
  g_autoptr (GPtrArray) decisions = desk_disposition_table_list (db, self->record->entry_id, error);
  guint n = 0;
  guint i;

  for (i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const DeskDispositionRecord *decision = g_ptr_array_index (decisions, i);
      g_autoptr (DeskAuditRecord) entry = desk_audit_table_get (db, decision->entry_id, error);

      if (entry == NULL)
        return FALSE;
      /* Translators: heading: what a colleague who reviews made of it */
      add_link (self, N_("Decided"),
                desk_message_integer (
                  desk_message_nest (desk_message_new (NULL, "{decision}; {time}"), "decision",
                                     desk_decide_say (decision)),
                  "time", DESK_ARG_TIME, decision->made_at));
      if (!add_notes (self, entry, N_("Decided"), &n, error))
        return FALSE;
    }
  return decisions != NULL;
}

static gboolean
build (Chain   *self,
       GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->record->entry_id);
  guint n_evidence;

  self->deed = desk_plan_new ("audit");
  self->entry = desk_audit_table_get (desk_house_get_db (self->house), self->record->entry_id,
                                      error);
  if (self->entry == NULL)
    return FALSE;
  desk_detail_parse (self->entry->detail, self->deed, lines);

  /* First, because it is what somebody has to answer. */
  if (!add_decisions (self, error))
    return FALSE;
  add_original (self);
  add_plan (self);
  add_policy (self);
  add_person (self);
  add_reason (self);
  n_evidence = add_found (self);
  if (!add_notes (self, self->entry, N_("Evidence"), &n_evidence, error))
    return FALSE;
  if (n_evidence == 0)
    add_link (self, N_("Evidence"), desk_message_new (NULL, N_("none on record")));
  /* Translators: an entry of the audit record: its number and desk */
  add_link (self, N_("Record"),
            desk_message_text (
              desk_message_text (desk_message_new (NULL, N_("Entry {number}, {desk}")), "number",
                                 number),
              "desk", self->entry->desk));
  return TRUE;
}

/**
 * desk_adjustment_chain_load:
 * @house: the property
 * @reader: (nullable): who wants to read, as for desk_adjustments_load()
 * @record: what was done
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type DeskChainLink) (nullable): what was decided about it,
 *   and how it came about, from the original to the evidence; empty where nobody did it; %NULL
 *   with @error set
 */
GPtrArray *
desk_adjustment_chain_load (DeskHouse                   *house,
                            const DeskContext           *reader,
                            const DeskAdjustmentRecord  *record,
                            GError                     **error)
{
  g_auto (Chain) self = { house, record, NULL, NULL, desk_house_get_property (house), NULL };
  g_auto (DeskTx) tx = { NULL };

  if (!desk_adjustments_may_review (reader) && g_strcmp0 (record->by, reader->user) != 0)
    {
      desk_role_check (reader->role, DESK_RIGHT_AUDIT, error);
      return NULL;
    }
  self.links = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_chain_link_free);
  if (record->entry_id == 0)
    return g_steal_pointer (&self.links);
  if (record->policy != 0 && desk_house_lookup_property (record->policy, house) != NULL)
    self.policy = desk_house_lookup_property (record->policy, house);
  if (!desk_tx_begin_read (&tx, desk_house_get_db (house), error) || !build (&self, error))
    {
      g_prefix_error (error, "how it came about: ");
      return NULL;
    }
  return g_steal_pointer (&self.links);
}
