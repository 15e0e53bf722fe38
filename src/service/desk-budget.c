/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-budget.h"

#include "desk-adjust.h"
#include "desk-amount.h"
#include "desk-case-table.h"
#include "desk-change-table.h"
#include "desk-counter-table.h"
#include "desk-giving-table.h"

/*
 * The budget of authority. A limit is found by role and kind; what counts against it
 * is added up from the record of everything given, so that a gift in ten pieces, by
 * another verb or at another desk comes to the same. Taking back returns it.
 */

#define GUEST_DAYS 30

/**
 * Scope:
 * @SCOPE_OWN: what this person gave on this stay in this shift, with this action: an
 *   action in pieces is still one
 * @SCOPE_ACTION: this action alone
 * @SCOPE_SHARE: all that is given on the stay, against what it has brought
 *
 * What a limit is on.
 */
typedef enum
{
  SCOPE_OWN,
  SCOPE_ACTION,
  SCOPE_STAY,
  SCOPE_SHIFT,
  SCOPE_GUEST,
  SCOPE_SHARE,
} Scope;

/**
 * Rule:
 * @giving: kind of giving that counts
 * @limit: kind of limit
 * @code: static: of the refusal
 * @to_the_cost: it is the guest's cost that is limited, not the gain
 */
typedef struct
{
  const char *giving;
  const char *limit;
  Scope       scope;
  const char *code;
  gboolean    to_the_cost;
} Rule;

static const Rule rules[] = {
  { "correction", "correction", SCOPE_OWN, "limit-action" },
  { "allowance", "allowance", SCOPE_OWN, "limit-action" },
  { "raise", "correction", SCOPE_OWN, "limit-action", TRUE },
  { "late-raise", "allowance", SCOPE_OWN, "limit-action", TRUE },
  { "goodwill", "goodwill", SCOPE_ACTION, "limit-action" },
  { "goodwill", "goodwill-stay", SCOPE_STAY, "limit-stay" },
  { "goodwill", "goodwill-shift", SCOPE_SHIFT, "limit-shift" },
  { "goodwill", "goodwill-guest", SCOPE_GUEST, "limit-guest" },
  { "rate", "rate", SCOPE_STAY, "limit-rate" },
  { "upgrade", "upgrade", SCOPE_STAY, "limit-upgrade" },
};

/* Whom a refusal sends to, who may least first. */
static const DeskRole others[] = { DESK_ROLE_SUPERVISOR, DESK_ROLE_MANAGER };

/**
 * Verdict:
 * @code: (nullable): of the limit that leaves least, of those that are passed
 * @may: of the others, whose limits let the plan pass
 */
typedef struct
{
  const char *code;
  gint64      left_minor;
  gboolean    may[G_N_ELEMENTS (others)];
} Verdict;

static const DeskLimit *
find_own_limit (const DeskProperty *property,
                DeskRole            role,
                const char         *kind)
{
  guint i;

  for (i = 0; i < property->limits->len; i++)
    {
      const DeskLimit *limit = g_ptr_array_index (property->limits, i);

      if (limit->role == role && g_str_equal (limit->kind, kind))
        return limit;
    }
  return NULL;
}

/* Whose limit applies where a role has none: the next lower role's. A manager without
 * one may give any amount. */
static DeskRole
next_lower (DeskRole role)
{
  switch (role)
    {
    case DESK_ROLE_NIGHT_AUDITOR:
    case DESK_ROLE_SUPERVISOR:
      return DESK_ROLE_ASSOCIATE;
    case DESK_ROLE_ASSOCIATE:
      return DESK_ROLE_CASHIER;
    case DESK_ROLE_NONE:
    case DESK_ROLE_CASHIER:
    case DESK_ROLE_MANAGER:
    case DESK_ROLE_ADMINISTRATOR:
    default:
      return DESK_ROLE_NONE;
    }
}

/**
 * desk_budget_find_limit:
 * @property: the set-up
 * @role: the role of the shift
 * @kind: of limit
 *
 * Returns: (transfer none) (nullable): the limit that holds for the role, its own or
 *   that of the next lower one; %NULL: it may give any amount
 */
const DeskLimit *
desk_budget_find_limit (const DeskProperty *property,
                        DeskRole            role,
                        const char         *kind)
{
  while (role != DESK_ROLE_NONE)
    {
      const DeskLimit *limit = find_own_limit (property, role, kind);

      if (limit != NULL)
        return limit;
      role = next_lower (role);
    }
  return NULL;
}

static gint64
turn (const Rule *rule,
      gint64      minor)
{
  return rule->to_the_cost ? -minor : minor;
}

static gboolean
sum_planned (const DeskPlan  *plan,
             const char      *kind,
             gint64          *out_minor,
             GError         **error)
{
  guint i;

  *out_minor = 0;
  for (i = 0; i < plan->givings->len; i++)
    {
      const DeskGiving *giving = g_ptr_array_index (plan->givings, i);

      if (g_str_equal (giving->kind, kind) &&
          !desk_amount_add (*out_minor, giving->value_minor, out_minor, error))
        return FALSE;
    }
  return TRUE;
}

/* The day the shift of whoever acts began on. */
static gboolean
find_shift (DeskHouse          *house,
            const DeskContext  *context,
            DeskDate           *out,
            GError            **error)
{
  DeskDate business_date;

  return desk_house_get_business_date (house, &business_date, error) &&
         desk_giving_table_find_shift (desk_house_get_db (house), context->user, business_date,
                                       context->now (context->source), out, error);
}

/* What was given before within the scope. The sum goes into the plan: when somebody
 * else spends from the same budget meanwhile, the plan that was shown is stale. */
static gboolean
sum_given (DeskBilling        *billing,
           const DeskContext  *context,
           const Rule         *rule,
           DeskPlan           *plan,
           gint64             *out_minor,
           GError            **error)
{
  DeskDb *db = desk_house_get_db (billing->house);
  DeskGivingQuery query = { rule->giving, billing->stay->id, billing->stay->guest_id,
                            context->user };
  g_autofree char *version = g_strconcat ("budget-", rule->giving, "-", rule->limit, NULL);
  gboolean ok;

  *out_minor = 0;
  if (!find_shift (billing->house, context, &query.day, error))
    return FALSE;
  switch (rule->scope)
    {
    case SCOPE_OWN:
      ok = desk_giving_table_sum_own (db, &query, out_minor, error);
      break;
    case SCOPE_STAY:
    case SCOPE_SHARE:
      ok = desk_giving_table_sum_stay (db, &query, out_minor, error);
      break;
    case SCOPE_SHIFT:
      ok = desk_giving_table_sum_shift (db, &query, out_minor, error);
      break;
    case SCOPE_GUEST:
      query.day = billing->business_date - GUEST_DAYS;
      ok = desk_giving_table_sum_guest (db, &query, out_minor, error);
      break;
    case SCOPE_ACTION:
    default:
      return TRUE;
    }
  if (ok)
    desk_plan_add_version (plan, version, billing->stay->id, *out_minor);
  *out_minor = MAX (turn (rule, *out_minor), 0);
  return ok;
}

static void
pass_verdict (Verdict    *verdict,
              const char *code,
              gint64      planned_minor,
              gint64      left_minor)
{
  left_minor = MAX (left_minor, 0);
  if (planned_minor <= left_minor ||
      (verdict->code != NULL && verdict->left_minor <= left_minor))
    return;
  verdict->code = code;
  verdict->left_minor = left_minor;
}

/* What the stay has brought so far: its charges less what put them right, before any
 * gesture. Levies, damages and payments are no revenue. */
static gboolean
sum_revenue (DeskBilling  *billing,
             gint64       *out_minor,
             GError      **error)
{
  const GPtrArray *lines = desk_billing_get_lines (billing, error);
  guint i;

  if (lines == NULL)
    return FALSE;
  *out_minor = 0;
  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      if (line->tax_class != NULL && line->tax == NULL && !desk_lines_is_gesture (lines, line) &&
          !desk_amount_add (*out_minor, line->amount_minor, out_minor, error))
        return FALSE;
    }
  return TRUE;
}

static void
show_budget (DeskPlan         *plan,
             const Rule       *rule,
             gint64            limit_minor,
             gint64            given_minor,
             gint64            planned_minor)
{
  static const char *const scopes[] = {
    [SCOPE_OWN] = "action",
    [SCOPE_ACTION] = "action",
    [SCOPE_STAY] = "stay",
    [SCOPE_SHIFT] = "shift",
    [SCOPE_GUEST] = "guest",
    [SCOPE_SHARE] = "share",
  };
  DeskBudget budget = { g_intern_string (rule->limit), scopes[rule->scope], limit_minor,
                        given_minor, planned_minor };

  g_array_append_val (plan->budgets, budget);
}

/* What somebody else gave in their own shift is not known here. */
static void
rule_out (Verdict            *verdict,
          const DeskProperty *property,
          const Rule         *rule,
          gint64              given_minor,
          gint64              planned_minor)
{
  gboolean personal = rule->scope == SCOPE_OWN || rule->scope == SCOPE_SHIFT;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const DeskLimit *limit = desk_budget_find_limit (property, others[i], rule->limit);

      if (limit != NULL && limit->has_amount &&
          planned_minor > limit->amount_minor - (personal ? 0 : given_minor))
        verdict->may[i] = FALSE;
    }
}

static gboolean
find_share (const DeskLimit  *limit,
            gint64            revenue_minor,
            gint64           *out_minor,
            GError          **error)
{
  DeskRational share;

  return desk_rational_mul (limit->percent, desk_rational_from_int (MAX (revenue_minor, 0)),
                            &share, error) &&
         desk_rational_div (share, desk_rational_from_int (100), &share, error) &&
         desk_rational_round (share, DESK_ROUNDING_DOWN, 1, out_minor, error);
}

/* Gestures in all are at most a share of the revenue. */
static gboolean
judge_share (DeskBilling        *billing,
             const DeskContext  *context,
             gint64              planned_minor,
             DeskPlan           *plan,
             Verdict            *verdict,
             GError            **error)
{
  const Rule given_on_stay = { "goodwill", "goodwill", SCOPE_SHARE, "limit-share" };
  const DeskProperty *property = desk_house_get_property (billing->house);
  const DeskLimit *limit = desk_budget_find_limit (property, context->role, "goodwill");
  gint64 revenue;
  gint64 given;
  gint64 most;
  guint i;

  if (limit == NULL || !limit->has_percent || planned_minor <= 0)
    return TRUE;
  if (!sum_given (billing, context, &given_on_stay, plan, &given, error) ||
      !sum_revenue (billing, &revenue, error) || !find_share (limit, revenue, &most, error))
    return FALSE;
  pass_verdict (verdict, given_on_stay.code, planned_minor, most - given);
  show_budget (plan, &given_on_stay, most, given, planned_minor);

  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      limit = desk_budget_find_limit (property, others[i], "goodwill");
      if (limit == NULL || !limit->has_percent)
        continue;
      if (!find_share (limit, revenue, &most, error))
        return FALSE;
      verdict->may[i] = verdict->may[i] && planned_minor <= most - given;
    }
  return TRUE;
}

static gboolean
judge_rule (DeskBilling        *billing,
            const DeskContext  *context,
            const Rule         *rule,
            DeskPlan           *plan,
            Verdict            *verdict,
            GError            **error)
{
  const DeskLimit *limit = desk_budget_find_limit (desk_house_get_property (billing->house),
                                                   context->role, rule->limit);
  gint64 planned;
  gint64 given;

  if (!sum_planned (plan, rule->giving, &planned, error))
    return FALSE;
  planned = turn (rule, planned);
  if (limit == NULL || !limit->has_amount || planned <= 0)
    return TRUE;
  if (!sum_given (billing, context, rule, plan, &given, error))
    return FALSE;
  pass_verdict (verdict, rule->code, planned, limit->amount_minor - given);
  rule_out (verdict, desk_house_get_property (billing->house), rule, given, planned);
  show_budget (plan, rule, limit->amount_minor, given, planned);
  return TRUE;
}

/* The best room type that is given, counted from the one that is paid for. */
static int
find_types (const DeskPlan *plan)
{
  int n_types = 0;
  guint i;

  for (i = 0; i < plan->givings->len; i++)
    {
      const DeskGiving *giving = g_ptr_array_index (plan->givings, i);

      if (g_str_equal (giving->kind, "upgrade") && giving->value_minor > 0)
        n_types = MAX (n_types, giving->n_types);
    }
  return n_types;
}

static void
judge_types (DeskBilling       *billing,
             const DeskContext *context,
             DeskPlan          *plan,
             Verdict           *verdict)
{
  const DeskProperty *property = desk_house_get_property (billing->house);
  const DeskLimit *limit = desk_budget_find_limit (property, context->role, "upgrade");
  int n_types = find_types (plan);
  DeskMessage *message;
  guint i;

  if (limit == NULL || !limit->has_types || n_types <= limit->types)
    return;
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const DeskLimit *other = desk_budget_find_limit (property, others[i], "upgrade");

      if (other != NULL && other->has_types && n_types > other->types)
        verdict->may[i] = FALSE;
    }
  message = desk_message_new_plural ("limit-types",
                                     /* Translators: {n} is how many room types a better room may
                                      * be above the one that is paid for */
                                     "An upgrade by {n} room type is possible here; a "
                                     "colleague confirms more.",
                                     "An upgrade by up to {n} room types is possible here; a "
                                     "colleague confirms more.", limit->types);
  desk_plan_refuse (plan, desk_message_integer (message, "n", DESK_ARG_INT, limit->types));
}

/**
 * desk_budget_tell_who:
 * @plan: a plan that was refused for a limit
 * @role: whose limit it would not pass: supervisor or manager
 *
 * Until a colleague can confirm from their own desk, they do it at this one.
 */
void
desk_budget_tell_who (DeskPlan *plan,
                      DeskRole  role)
{
  desk_plan_warn (plan, desk_message_new (DESK_PLAN_WHO_MAY,
                                          role == DESK_ROLE_SUPERVISOR
                                            ? N_("A supervisor can do it.")
                                            : N_("A manager can do it.")));
}

static void
tell_who (const DeskContext *context,
          const Verdict     *verdict,
          DeskPlan          *plan)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (others); i++)
    if (verdict->may[i] && others[i] != context->role)
      {
        desk_budget_tell_who (plan, others[i]);
        return;
      }
}

/**
 * desk_budget_judge:
 * @billing: the stay
 * @context: who wants to give
 * @plan: a plan with its givings; a limit that is passed refuses it
 * @error: return location for a #GError
 *
 * Refusals: `limit-action`, `limit-share`, `limit-stay`, `limit-shift`, `limit-guest`,
 * `limit-rate`, `limit-upgrade`, `limit-types`. Of several the one that leaves least is told,
 * and who may, where somebody may.
 *
 * Returns: %FALSE where what was given could not be read
 */
gboolean
desk_budget_judge (DeskBilling        *billing,
                   const DeskContext  *context,
                   DeskPlan           *plan,
                   GError            **error)
{
  Verdict verdict = { .may = { TRUE, TRUE } };
  guint n_refused = plan->refused->len;
  gint64 goodwill;
  guint i;

  if (plan->givings->len == 0)
    return TRUE;
  judge_types (billing, context, plan, &verdict);
  for (i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (!judge_rule (billing, context, &rules[i], plan, &verdict, error))
        return FALSE;
    }
  if (!sum_planned (plan, "goodwill", &goodwill, error) ||
      !judge_share (billing, context, goodwill, plan, &verdict, error))
    return FALSE;

  if (verdict.code != NULL && verdict.left_minor == 0)
    desk_plan_refuse (plan, desk_message_new (verdict.code,
                                              N_("Nothing more is possible here; a colleague "
                                                 "confirms more.")));
  else if (verdict.code != NULL)
    desk_plan_refuse (plan, desk_message_integer (
                              desk_message_new (
                                verdict.code,
                                /* Translators: {amount} is what this person may give alone;
                                 * the guest may read it */
                                N_("Up to {amount} is possible here; a colleague confirms "
                                   "more.")),
                              "amount", DESK_ARG_MONEY, verdict.left_minor));
  if (plan->refused->len > n_refused)
    tell_who (context, &verdict, plan);
  return TRUE;
}

static gboolean
insert_giving (DeskHouse         *house,
               const DeskPlan    *plan,
               const DeskGiving  *giving,
               DeskGivingRecord  *record,
               GError           **error)
{
  const DeskPosting *line = NULL;

  if (giving->line >= 0 && (guint) giving->line < plan->lines->len)
    line = g_ptr_array_index (plan->lines, giving->line);
  record->kind = (char *) giving->kind;
  record->reason = giving->reason != NULL ? giving->reason : (char *) "";
  record->posting_id = line != NULL ? line->id : 0;
  record->code = giving->code;
  if (record->code == NULL && line != NULL)
    record->code = line->code;
  record->for_date = giving->for_date;
  record->quantity = giving->quantity;
  record->value_minor = giving->value_minor;
  record->cost_minor = giving->cost_minor;
  return desk_giving_table_insert (desk_house_get_db (house), record, error);
}

static gboolean
record_case_step (DeskHouse          *house,
                  const DeskContext  *context,
                  gint64              case_id,
                  gint64              entry_id,
                  GError            **error)
{
  DeskCaseStepRecord step = { .case_id = case_id, .entry_id = entry_id };

  if (case_id == 0)
    return TRUE;
  step.kind = (char *) "done";
  step.made_at = context->now (context->source);
  step.made_by = (char *) context->user;
  return desk_case_table_add_step (desk_house_get_db (house), &step, error);
}

/**
 * desk_budget_record:
 * @house: the property, in the write transaction of the action
 * @context: who gave
 * @plan: as it was carried out; its lines have their numbers
 * @entry_id: its audit entry
 * @error: return location for a #GError
 *
 * Writes down what was given, and hangs it on the guest's open case.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_budget_record (DeskHouse          *house,
                    const DeskContext  *context,
                    const DeskPlan     *plan,
                    gint64              entry_id,
                    GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  DeskGivingRecord record = { .entry_id = entry_id, .stay_id = plan->stay_id };
  g_autoptr (DeskStayRecord) stay = NULL;
  g_autoptr (DeskCaseRecord) open = NULL;
  gint64 first;
  guint i;

  if (plan->givings->len == 0)
    return TRUE;
  stay = desk_stay_table_get (db, plan->stay_id, error);
  if (stay == NULL || !desk_case_table_find_open (db, stay->id, &open, error) ||
      !desk_house_get_business_date (house, &record.business_date, error) ||
      !find_shift (house, context, &record.shift, error) ||
      !desk_counter_table_reserve (db, "giving", plan->givings->len, &first, error))
    return FALSE;

  record.guest_id = stay->guest_id;
  record.case_id = open != NULL ? open->id : 0;
  record.made_at = context->now (context->source);
  record.made_by = (char *) context->user;
  record.role = context->role;
  record.config = desk_house_get_config (house);
  for (i = 0; i < plan->givings->len; i++)
    {
      record.id = first + i;
      if (!insert_giving (house, plan, g_ptr_array_index (plan->givings, i), &record, error))
        {
          g_prefix_error (error, "recording what was given: ");
          return FALSE;
        }
    }
  return record_case_step (house, context, record.case_id, entry_id, error) &&
         desk_change_table_append (db, "giving", entry_id, error);
}
