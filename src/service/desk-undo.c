/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-undo-private.h"

#include "desk-adjust.h"
#include "desk-amount.h"
#include "desk-complain.h"
#include "desk-decide.h"
#include "desk-error.h"
#include "desk-giving-table.h"
#include "desk-posting-table.h"
#include "desk-undo-detail.h"
#include "desk-vat.h"

/*
 * Undoing: an action of its own, made from what the audit says was done. Its lines
 * are answered in full, its effects done backwards, what was given is given back to
 * the budget; the record of both stays.
 */

static void
deed_free (gpointer data)
{
  DeskDeed *deed = data;

  desk_plan_free (deed->plan);
  g_array_unref (deed->numbers);
  g_free (deed);
}

const DeskPosting *
desk_undo_get_line (const DeskUndo *self,
                    int             number)
{
  const DeskPosting *line;

  /* The lines of a folio are numbered from 1 without a gap; the database sees to it. */
  if (number < 1 || (guint) number > self->folio->len)
    return NULL;
  line = g_ptr_array_index (self->folio, number - 1);
  return line->line == number ? line : NULL;
}

/* The line that a chain of answers began with. */
int
desk_undo_get_root (const DeskUndo *self,
                    int             number)
{
  const DeskPosting *line = desk_undo_get_line (self, number);

  while (line != NULL && line->answers != 0)
    {
      number = line->answers;
      line = desk_undo_get_line (self, number);
    }
  return number;
}

gboolean
desk_undo_has_effect (const DeskDeed *deed,
                      DeskEffectKind  kind)
{
  guint i;

  for (i = 0; i < deed->plan->effects->len; i++)
    {
      if (((DeskEffect *) g_ptr_array_index (deed->plan->effects, i))->kind == kind)
        return TRUE;
    }
  return FALSE;
}

static DeskDeed *
find_deed (const DeskUndo *self,
           gint64          entry_id)
{
  guint i;

  for (i = 0; i < self->deeds->len; i++)
    {
      DeskDeed *deed = g_ptr_array_index (self->deeds, i);

      if (deed->entry->id == entry_id)
        return deed;
    }
  return NULL;
}

/* An entry that undoes another says which. */
static void
mark_undone (const DeskUndo *self,
             const DeskDeed *undo)
{
  guint i;

  for (i = 0; i < undo->plan->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (undo->plan->effects, i);
      DeskDeed *deed =
        effect->kind == DESK_EFFECT_ENTRY_STATE ? find_deed (self, effect->id) : NULL;

      if (deed != NULL)
        deed->undone = TRUE;
    }
}

static gboolean
load_deeds (DeskUndo  *self,
            GError   **error)
{
  DeskDb *db = desk_house_get_db (self->billing->house);
  guint i;

  self->folio = desk_posting_table_load_folio (db, self->billing->folio->id, error);
  self->entries = self->folio != NULL
                    ? desk_audit_table_list_stay (db, self->billing->stay->id, error) : NULL;
  if (self->entries == NULL)
    return FALSE;

  self->deeds = g_ptr_array_new_with_free_func (deed_free);
  for (i = 0; i < self->entries->len; i++)
    {
      DeskDeed *deed = g_new0 (DeskDeed, 1);

      deed->entry = g_ptr_array_index (self->entries, i);
      deed->plan = desk_plan_new ("undo");
      deed->numbers = g_array_new (FALSE, FALSE, sizeof (gint));
      g_ptr_array_add (self->deeds, deed);
      desk_detail_parse (deed->entry->detail, deed->plan, deed->numbers);
      mark_undone (self, deed);
    }
  return TRUE;
}

/* The newest thing this person did here that still stands. */
static const DeskDeed *
find_newest (const DeskUndo *self)
{
  guint i;

  for (i = self->deeds->len; i > 0; i--)
    {
      const DeskDeed *deed = g_ptr_array_index (self->deeds, i - 1);

      if (!deed->undone && !g_str_equal (deed->entry->verb, "undo") &&
          !g_str_equal (deed->entry->verb, DESK_ENTRY_REFUSED) &&
          g_strcmp0 (deed->entry->made_by, self->context->user) == 0)
        return deed;
    }
  return NULL;
}

static gboolean
choose_deed (DeskUndo          *self,
             const DeskAction  *action,
             GError           **error)
{
  self->deed = action->entry_id != 0 ? find_deed (self, action->entry_id) : find_newest (self);
  if (action->entry_id != 0 && self->deed == NULL)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND,
                   "entry %" G_GINT64_FORMAT " is not about this stay", action->entry_id);
      return FALSE;
    }
  if (self->deed == NULL)
    desk_plan_refuse (self->plan, desk_message_new ("nothing-to-undo",
                                                    N_("You did nothing here that could be "
                                                       "undone.")));
  return TRUE;
}

static void
foresee_price (DeskNightRecord  *night,
               const DeskEffect *effect)
{
  night->has_price = effect->to != NULL;
  night->price_minor = effect->to != NULL ? g_ascii_strtoll (effect->to, NULL, 10) : 0;
}

/* The age that somebody was booked with counts again. */
static void
foresee_person (DeskBilling      *billing,
                const DeskEffect *effect)
{
  int was = desk_person_parse_age (effect->from);
  int is = desk_person_parse_age (effect->to);
  guint i;

  *(was < 0 ? &billing->stay->adults : &billing->stay->children) -= 1;
  *(is < 0 ? &billing->stay->adults : &billing->stay->children) += 1;
  for (i = 0; was >= 0 && i < billing->child_ages->len; i++)
    {
      if (g_array_index (billing->child_ages, int, i) != was)
        continue;
      g_array_remove_index (billing->child_ages, i);
      break;
    }
  if (is >= 0)
    g_array_append_val (billing->child_ages, is);
}

/* What the nights to come will cost afterwards, for the balance at departure. */
static void
foresee (const DeskUndo *self)
{
  DeskBilling *billing = self->billing;
  guint i;
  guint k;

  for (i = 0; i < self->plan->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (self->plan->effects, i);

      if (effect->id != billing->stay->id)
        continue;
      if (effect->kind == DESK_EFFECT_PERSON)
        foresee_person (billing, effect);
      for (k = 0; effect->kind == DESK_EFFECT_NIGHT_PRICE && k < billing->nights->len; k++)
        {
          DeskNightRecord *night = g_ptr_array_index (billing->nights, k);
          char date[DESK_DATE_LENGTH];

          if (g_strcmp0 (desk_date_print (night->date, date), effect->key) == 0)
            foresee_price (night, effect);
        }
    }
}

static void
undo_effects (const DeskUndo *self)
{
  const GPtrArray *effects = self->deed->plan->effects;
  guint i;

  for (i = effects->len; i > 0; i--)
    {
      const DeskEffect *effect = g_ptr_array_index (effects, i - 1);

      /* A case that was opened stays; a reason given stays given, and so does evidence. */
      if (effect->kind != DESK_EFFECT_CASE_OPEN && effect->kind != DESK_EFFECT_OVERRIDE &&
          effect->kind != DESK_EFFECT_EVIDENCE)
        desk_plan_add_effect (self->plan, effect->kind, effect->id, effect->key, effect->to,
                              effect->from);
    }
  desk_plan_add_effect (self->plan, DESK_EFFECT_ENTRY_STATE, self->deed->entry->id, NULL, "done",
                        "undone");
  foresee (self);
}

/* A check-in posts nights that were missed, which stay, or the deposit alone: it is kept
 * again, as before. */
static gboolean
return_deposit (const DeskUndo  *self,
                GError         **error)
{
  g_autoptr (DeskCharger) charger = desk_billing_new_charger (self->billing, NULL, error);
  g_autoptr (GPtrArray) lines = NULL;
  guint i;

  if (charger == NULL)
    return FALSE;
  for (i = 0; i < self->deed->numbers->len; i++)
    {
      const DeskPosting *line =
        desk_undo_get_line (self, g_array_index (self->deed->numbers, gint, i));
      const DeskCode *tender = desk_property_get_code (
        desk_house_get_property (self->billing->house), line->code);

      if (tender == NULL)
        return desk_complain_of (error, DESK_ERROR_INVALID,
                                 N_("\"{word}\" is not a means of payment"), line->code);
      if (desk_charger_new_payment (charger, tender, line->amount_minor, line->window,
                                    error) == NULL)
        return FALSE;
    }
  lines = desk_charger_steal_lines (charger);
  g_ptr_array_extend_and_steal (self->plan->lines, g_steal_pointer (&lines));
  return TRUE;
}

/* The last line first, so that a tax goes before what it stands on. */
static gboolean
answer_lines (const DeskUndo    *self,
              const DeskAction  *action,
              GError           **error)
{
  DeskAdjusterInfo info = { self->folio, self->billing->business_date,
                            self->billing->stay->arrival, desk_house_lookup_property,
                            self->billing->house };
  g_autoptr (DeskAdjuster) adjuster = desk_adjuster_new (&info);
  g_autoptr (GPtrArray) lines = NULL;
  guint i;

  if (desk_undo_is_check_in (self->deed))
    return return_deposit (self, error);
  for (i = self->deed->numbers->len; i > 0; i--)
    {
      int number = g_array_index (self->deed->numbers, gint, i - 1);
      const DeskPosting *line = desk_undo_get_line (self, number);
      g_autofree char *source = g_strdup_printf ("line:%d", number);
      DeskAnswer answer = { DESK_POSTING_CORRECTION, desk_undo_get_root (self, number) };

      if (line == NULL)
        {
          g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "there is no line %d", number);
          return FALSE;
        }
      answer.quantity = line->quantity;
      answer.unit_minor = -line->unit_minor;
      answer.reason = action->reason;
      answer.source = source;
      if (!desk_adjuster_answer (adjuster, &answer, error))
        return FALSE;
    }
  lines = desk_adjuster_steal_lines (adjuster);
  g_ptr_array_extend_and_steal (self->plan->lines, g_steal_pointer (&lines));
  return TRUE;
}

/* All of it and nothing else comes back, or it is refused. */
static gboolean
judge_sum (const DeskUndo  *self,
           GError         **error)
{
  gint64 back;
  guint i;

  if (!desk_window_balance (self->plan->lines, 0, &back, error))
    return FALSE;
  for (i = 0; i < self->deed->numbers->len; i++)
    back += desk_undo_get_line (self, g_array_index (self->deed->numbers, gint, i))->amount_minor;
  if (back != 0)
    desk_plan_refuse (self->plan, desk_message_new ("not-exact",
                                                    N_("This cannot be taken back to the cent any "
                                                       "more. Put it right with fix instead.")));
  return TRUE;
}

/* The line of the undo that answers what the giving was posted with, so that the record
 * of both is about the same line. */
static int
find_answer (const DeskUndo *self,
             gint64          posting_id)
{
  int root = 0;
  guint i;

  for (i = 0; posting_id != 0 && root == 0 && i < self->folio->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (self->folio, i);

      if (line->id == posting_id)
        root = desk_undo_get_root (self, line->line);
    }
  for (i = 0; root != 0 && i < self->plan->lines->len; i++)
    {
      if (((const DeskPosting *) g_ptr_array_index (self->plan->lines, i))->answers == root)
        return (int) i;
    }
  return -1;
}

/* A gain of the guest that a line of the bill brought, and not a price of the list. */
static gboolean
is_on_bill (const DeskGivingRecord *record)
{
  return record->posting_id != 0 && !g_str_equal (record->kind, "rate");
}

/* What was given returns to the budget it came from; @out_minor: by how much less the
 * guest gains on the bill. */
static gboolean
return_givings (const DeskUndo  *self,
                gint64          *out_minor,
                GError         **error)
{
  g_autoptr (GPtrArray) given = desk_giving_table_list_entry (
    desk_house_get_db (self->billing->house), self->deed->entry->id, error);
  guint i;

  *out_minor = 0;
  for (i = 0; given != NULL && i < given->len; i++)
    {
      const DeskGivingRecord *record = g_ptr_array_index (given, i);
      DeskGiving *giving = desk_plan_add_giving (self->plan, g_intern_string (record->kind),
                                                 record->reason, -record->value_minor);

      giving->code = g_strdup (record->code);
      giving->for_date = record->for_date;
      giving->line = find_answer (self, record->posting_id);
      giving->quantity = record->quantity;
      giving->cost_minor = -record->cost_minor;
      if (is_on_bill (record) &&
          !desk_amount_add (*out_minor, record->value_minor, out_minor, error))
        return FALSE;
    }
  return given != NULL;
}

/* Of a colleague's charge, the words behind the colon show that it was wrong. */
static void
show_evidence (const DeskUndo   *self,
               const DeskAction *action)
{
  gboolean own = g_strcmp0 (self->deed->entry->made_by, self->context->user) == 0;
  g_autofree char *line = g_strdup_printf ("%d", g_array_index (self->deed->numbers, gint, 0));

  if (!own && !desk_says_something (action->text))
    desk_plan_refuse (self->plan,
                      desk_message_new ("no-evidence",
                                        N_("A colleague charged this. Say behind a colon what "
                                           "shows that it is wrong.")));
  desk_plan_add_effect (self->plan, DESK_EFFECT_EVIDENCE, self->billing->folio->id, line, NULL,
                        own ? "own-slip" : "told");
}

/* A charge that goes again was given like any other that is put right, also by who made
 * it a moment ago: the beer may have been drunk. */
static gboolean
count_charges (const DeskUndo    *self,
               const DeskAction  *action,
               gint64             returned_minor,
               GError           **error)
{
  DeskGiving *giving;
  gint64 falls;

  if (!desk_window_balance (self->plan->lines, 0, &falls, error) ||
      !desk_amount_sub (-falls, -returned_minor, &falls, error))
    return FALSE;
  if (falls <= 0 || self->plan->lines->len == 0)
    return TRUE;
  show_evidence (self, action);
  giving = desk_plan_add_giving (self->plan, "correction", action->reason, falls);
  giving->line = 0;
  giving->code = g_strdup (((const DeskPosting *) g_ptr_array_index (self->plan->lines, 0))->code);
  giving->evidence = TRUE;
  return TRUE;
}

static void
undo_clear (DeskUndo *self)
{
  g_clear_pointer (&self->deeds, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->folio, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskUndo, undo_clear)

gboolean
desk_plan_undo (DeskBilling        *billing,
                const DeskContext  *context,
                const DeskAction   *action,
                DeskPlan           *plan,
                GError            **error)
{
  g_auto (DeskUndo) self = { billing, context, plan, NULL, NULL, NULL, NULL,
                             action->verb == DESK_VERB_REVERSE };
  g_autofree char *guest = desk_billing_dup_guest_name (billing, error);
  gint64 returned;

  if (guest == NULL || !load_deeds (&self, error) || !choose_deed (&self, action, error))
    return FALSE;
  desk_undo_say (&self, guest);
  if (self.deed == NULL)
    return TRUE;

  desk_plan_add_version (plan, "entry", self.deed->entry->id, 0);
  if ((self.review && !desk_decide_reverse (&self, action, error)) ||
      !desk_undo_judge (&self, error) ||
      (plan->refused->len == 0 && !desk_undo_judge_state (&self, error)))
    return FALSE;
  if (plan->refused->len > 0)
    return TRUE;

  undo_effects (&self);
  return answer_lines (&self, action, error) && judge_sum (&self, error) &&
         return_givings (&self, &returned, error) &&
         count_charges (&self, action, returned, error);
}
