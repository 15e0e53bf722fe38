/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjust.h"

#include "desk-adjust-private.h"
#include "desk-amount.h"
#include "desk-charge-private.h"
#include "desk-error.h"

/* A line of a folio by its number: they are numbered from 1 without a gap. */
const DeskPosting *
desk_lines_get (const GPtrArray *lines,
                int              number)
{
  const DeskPosting *line;

  if (number < 1 || (guint) number > lines->len)
    return NULL;
  line = g_ptr_array_index (lines, number - 1);
  return line->line == number ? line : NULL;
}

static void
note (GHashTable        *by_line,
      int                number,
      const DeskPosting *posting)
{
  GPtrArray *lines = g_hash_table_lookup (by_line, GINT_TO_POINTER (number));

  if (lines == NULL)
    {
      lines = g_ptr_array_new ();
      g_hash_table_insert (by_line, GINT_TO_POINTER (number), lines);
    }
  g_ptr_array_add (lines, (gpointer) posting);
}

static void
note_line (DeskAdjuster      *self,
           const DeskPosting *posting)
{
  if (posting->answers != 0)
    note (self->answers, posting->answers, posting);
  else if (posting->kind == DESK_POSTING_TAX)
    note (self->taxes, posting->parent, posting);
}

static void
note_lines (DeskAdjuster *self)
{
  guint i;

  g_hash_table_remove_all (self->answers);
  g_hash_table_remove_all (self->taxes);
  for (i = 0; i < self->info.lines->len; i++)
    note_line (self, g_ptr_array_index (self->info.lines, i));
}

DeskAdjuster *
desk_adjuster_new (const DeskAdjusterInfo *info)
{
  DeskAdjuster *self = g_new0 (DeskAdjuster, 1);

  self->info = *info;
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_posting_free);
  self->answers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->taxes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  note_lines (self);
  return self;
}

void
desk_adjuster_free (DeskAdjuster *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->taxes, g_hash_table_unref);
  g_free (self);
}

/**
 * desk_adjuster_get_made:
 * @self: an adjuster
 *
 * Returns: (transfer none) (element-type DeskPosting): the lines made so far
 */
const GPtrArray *
desk_adjuster_get_made (const DeskAdjuster *self)
{
  return self->made;
}

GPtrArray *
desk_adjuster_steal_lines (DeskAdjuster *self)
{
  GPtrArray *lines = g_steal_pointer (&self->made);

  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_posting_free);
  note_lines (self);
  return lines;
}

guint
desk_adjuster_n_lines (const DeskAdjuster *self)
{
  return self->info.lines->len + self->made->len;
}

/* The lines of the folio, then those made so far. */
const DeskPosting *
desk_adjuster_line_at (const DeskAdjuster *self,
                       guint               index)
{
  if (index < self->info.lines->len)
    return g_ptr_array_index (self->info.lines, index);
  return g_ptr_array_index (self->made, index - self->info.lines->len);
}

/**
 * desk_adjuster_get_line:
 * @self: an adjuster
 * @line: number of a line
 *
 * Returns: (transfer none) (nullable): that line of the folio
 */
const DeskPosting *
desk_adjuster_get_line (const DeskAdjuster *self,
                        int                 line)
{
  const int n_folio = (int) self->info.lines->len;
  const DeskPosting *posting;

  if (line <= n_folio)
    return desk_lines_get (self->info.lines, line);
  if (line - n_folio > (int) self->made->len)
    return NULL;
  posting = g_ptr_array_index (self->made, line - n_folio - 1);
  return posting->line == line ? posting : NULL;
}

/* An answer whose unit is the line's own took so many of it away; undone, with the
 * line's unit as it is, it brings them back. */
static gint64
quantity_answered (const DeskPosting *line,
                   const DeskPosting *answer)
{
  if (answer->unit_minor == -line->unit_minor)
    return answer->quantity;
  return answer->unit_minor == line->unit_minor ? -answer->quantity : 0;
}

/**
 * desk_adjuster_get_left:
 * @self: an adjuster
 * @line: number of a line
 * @left: (out): what is left of it after everything that answered it
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_NOT_FOUND where there is no such line
 */
gboolean
desk_adjuster_get_left (const DeskAdjuster  *self,
                        int                  line,
                        DeskLeft            *left,
                        GError             **error)
{
  const DeskPosting *original = desk_adjuster_get_line (self, line);
  const GPtrArray *answers = g_hash_table_lookup (self->answers, GINT_TO_POINTER (line));
  guint i;

  if (original == NULL)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "there is no line %d", line);
      return FALSE;
    }
  left->amount_minor = original->amount_minor;
  left->quantity = original->quantity;
  for (i = 0; answers != NULL && i < answers->len; i++)
    {
      const DeskPosting *answer = g_ptr_array_index (answers, i);

      left->quantity -= quantity_answered (original, answer);
      if (!desk_amount_add (left->amount_minor, answer->amount_minor, &left->amount_minor, error))
        return FALSE;
    }
  return TRUE;
}

static const DeskProperty *
property_of (const DeskAdjuster  *self,
             const DeskPosting   *line,
             GError             **error)
{
  return desk_property_look_up (line, self->info.lookup, self->info.user_data, error);
}

/* A line that answers @original, without an amount yet. */
static DeskPosting *
posting_new (DeskAdjuster      *self,
             DeskPostingKind    kind,
             const DeskPosting *original)
{
  DeskPosting *posting = desk_posting_new ();

  posting->kind = kind;
  posting->folio_id = original->folio_id;
  posting->window = original->window;
  posting->config = original->config;
  posting->code = g_strdup (original->code);
  posting->tax_class = g_strdup (original->tax_class);
  posting->tax = g_strdup (original->tax);
  posting->business_date = self->info.business_date;
  posting->stay_date = original->stay_date;
  posting->room = g_strdup (original->room);
  posting->check = g_strdup (original->check);
  posting->line = desk_adjuster_line_at (self, desk_adjuster_n_lines (self) - 1)->line + 1;
  return posting;
}

static gboolean
keep (DeskAdjuster  *self,
      DeskPosting   *posting,
      GError       **error)
{
  if (!desk_posting_check (posting, error))
    {
      desk_posting_free (posting);
      return FALSE;
    }
  g_ptr_array_add (self->made, posting);
  note_line (self, posting);
  return TRUE;
}

/* The taxes an amount bears that stands where @original stands. */
static gboolean
add_tax_steps (DeskAdjuster       *self,
               DeskPosting        *posting,
               const DeskPosting  *original,
               GError            **error)
{
  const DeskProperty *property = property_of (self, original, error);
  DeskTaxQuery query = { property, original->tax_class, NULL, original->stay_date,
                         self->info.arrival };
  g_autoptr (DeskTaxSplit) split = NULL;

  if (property == NULL)
    return FALSE;
  if (original->tax != NULL)
    query.own_of = desk_property_get_tax (property, original->tax);
  split = desk_tax_split_new (&query, posting->amount_minor, error);
  if (split == NULL)
    return FALSE;
  desk_charger_add_tax_steps (posting, split);
  return TRUE;
}

/* Whether @line counts towards the base that the tax line @posted was reckoned on:
 * the line it stands under with all that answered it, or every line of its night. */
static gboolean
is_base_of (const DeskPosting *line,
            const DeskPosting *posted)
{
  if (posted->parent != 0)
    return line->line == posted->parent || line->answers == posted->parent;
  return line->stay_date == posted->stay_date && line->window == posted->window;
}

static gboolean
add_share (const DeskPosting  *line,
           const char         *tax,
           DeskRational       *sum,
           GError            **error)
{
  const DeskStep *step = desk_posting_find_tax (line, tax);

  return step == NULL || desk_rational_add (*sum, step->result, sum, error);
}

/* A tax that stands under a line is that of the line and all that answered it. */
static gboolean
sum_line_shares (const DeskAdjuster  *self,
                 const DeskPosting   *posted,
                 DeskRational        *sum,
                 GError             **error)
{
  const DeskPosting *line = desk_adjuster_get_line (self, posted->parent);
  const GPtrArray *answers =
    g_hash_table_lookup (self->answers, GINT_TO_POINTER (posted->parent));
  guint i;

  *sum = DESK_RATIONAL_ZERO;
  if (line != NULL && !add_share (line, posted->tax, sum, error))
    return FALSE;
  for (i = 0; answers != NULL && i < answers->len; i++)
    {
      if (!add_share (g_ptr_array_index (answers, i), posted->tax, sum, error))
        return FALSE;
    }
  return TRUE;
}

/* What a tax line should come to now, exactly. */
static gboolean
sum_shares (const DeskAdjuster  *self,
            const DeskPosting   *posted,
            DeskRational        *sum,
            GError             **error)
{
  guint i;

  if (posted->parent != 0)
    return sum_line_shares (self, posted, sum, error);
  *sum = DESK_RATIONAL_ZERO;
  for (i = 0; i < desk_adjuster_n_lines (self); i++)
    {
      const DeskPosting *line = desk_adjuster_line_at (self, i);

      if (is_base_of (line, posted) && !add_share (line, posted->tax, sum, error))
        return FALSE;
    }
  return TRUE;
}

/* VAT follows its base always; a levy falls only where its rule lets it; what was
 * capped does not rise. */
static gboolean
may_follow (const DeskTax *tax,
            gint64         change_minor)
{
  if (change_minor < 0)
    return tax->vat || tax->reducible;
  return tax->cap_minor < 0;
}

static gboolean settle_taxes (DeskAdjuster       *self,
                              const DeskPosting  *original,
                              DeskPostingKind     kind,
                              const char         *reason,
                              GError            **error);

/* Brings one tax line to what its base says now: the exact share, rounded as its
 * rule says, less what stands. */
static gboolean
settle_tax (DeskAdjuster       *self,
            const DeskPosting  *posted,
            const DeskTax      *tax,
            DeskPostingKind     kind,
            const char         *reason,
            GError            **error)
{
  g_autofree char *rule = g_strdup_printf ("line:%d", posted->line);
  g_autofree char *rounding = NULL;
  DeskPosting *posting;
  DeskRational exact;
  DeskLeft left;
  gint64 target;

  if (!sum_shares (self, posted, &exact, error) ||
      !desk_rational_round (exact, tax->rounding, tax->step_minor, &target, error) ||
      !desk_adjuster_get_left (self, posted->line, &left, error))
    return FALSE;
  if (target == left.amount_minor || !may_follow (tax, target - left.amount_minor))
    return TRUE;

  posting = posting_new (self, kind, posted);
  posting->answers = posted->line;
  posting->reason = g_strdup (reason);
  posting->quantity = 1;
  posting->unit_minor = target - left.amount_minor;
  posting->amount_minor = posting->unit_minor;
  rounding = g_strdup_printf ("%s/%" G_GINT64_FORMAT, desk_rounding_to_string (tax->rounding),
                              tax->step_minor);
  desk_posting_add_step (posting, DESK_STEP_TAKE, tax->name, exact, exact);
  desk_posting_add_step (posting, DESK_STEP_ROUND, tax->name, exact,
                         desk_rational_from_int (target));
  desk_posting_last_step (posting)->rounding = g_strdup (rounding);
  desk_posting_add_step (posting, DESK_STEP_LESS, rule, desk_rational_from_int (left.amount_minor),
                         desk_rational_from_int (posting->amount_minor));
  if (!add_tax_steps (self, posting, posted, error))
    {
      desk_posting_free (posting);
      return FALSE;
    }
  return keep (self, posting, error) && settle_taxes (self, posted, kind, reason, error);
}

static gboolean
settle_each (DeskAdjuster       *self,
             const GPtrArray    *taxes,
             const DeskPosting  *original,
             DeskPostingKind     kind,
             const char         *reason,
             GError            **error)
{
  const DeskProperty *property = property_of (self, original, error);
  guint i;

  if (property == NULL)
    return FALSE;
  for (i = 0; taxes != NULL && i < taxes->len; i++)
    {
      const DeskPosting *posted = g_ptr_array_index (taxes, i);
      const DeskTax *tax;

      if (!is_base_of (original, posted) || desk_posting_find_tax (original, posted->tax) == NULL)
        continue;
      tax = desk_property_get_tax (property, posted->tax);
      if (tax == NULL || tax->kind != DESK_TAX_PERCENT)
        continue;
      if (!settle_tax (self, posted, tax, kind, reason, error))
        return FALSE;
    }
  return TRUE;
}

/* The taxes on top of a line follow it: its own, that of the line it answers, and
 * those of its night. */
static gboolean
settle_taxes (DeskAdjuster       *self,
              const DeskPosting  *original,
              DeskPostingKind     kind,
              const char         *reason,
              GError            **error)
{
  const int numbers[] = { original->answers, original->line, 0 };
  guint i;

  for (i = original->answers != 0 ? 0 : 1; i < G_N_ELEMENTS (numbers); i++)
    {
      const GPtrArray *taxes =
        g_hash_table_lookup (self->taxes, GINT_TO_POINTER (numbers[i]));

      if (!settle_each (self, taxes, original, kind, reason, error))
        return FALSE;
    }
  return TRUE;
}

/* Ten per cent of what is left of a line, rounded as a gesture is. */
static gboolean
add_percent_steps (DeskPosting       *posting,
                   const DeskAnswer  *answer,
                   GError           **error)
{
  DeskRational base = desk_rational_from_int (-answer->base_minor);
  g_autofree char *rule = g_strdup_printf ("line:%d", answer->line);
  DeskStep *step;

  desk_posting_add_step (posting, DESK_STEP_TAKE, rule, base, base);
  desk_posting_add_step (posting, DESK_STEP_PERCENT, NULL, base, DESK_RATIONAL_ZERO);
  step = desk_posting_last_step (posting);
  step->rate = g_strdup (answer->percent);
  if (!desk_step_run (step, base, &step->result, error))
    return FALSE;
  desk_posting_add_step (posting, DESK_STEP_ROUND, NULL, step->result,
                         desk_rational_from_int (posting->amount_minor));
  desk_posting_last_step (posting)->rounding = g_strdup ("half-up/1");
  return TRUE;
}

/* What would be right, less what was charged before. */
static gboolean
add_right_steps (DeskPosting       *posting,
                 const DeskAnswer  *answer,
                 GError           **error)
{
  DeskRational unit = desk_rational_from_int (answer->right_unit_minor);
  g_autofree char *rule = g_strdup_printf ("line:%d", answer->line);
  gint64 right;

  if (!desk_amount_times (answer->right_unit_minor, answer->right_quantity, &right, error))
    return FALSE;
  desk_posting_add_step (posting, DESK_STEP_TAKE, answer->source, unit, unit);
  desk_posting_add_step (posting, DESK_STEP_TIMES, "quantity",
                         desk_rational_from_int (answer->right_quantity),
                         desk_rational_from_int (right));
  desk_posting_add_step (posting, DESK_STEP_LESS, rule,
                         desk_rational_from_int (answer->base_minor),
                         desk_rational_from_int (posting->amount_minor));
  return TRUE;
}

static void
add_unit_steps (DeskPosting      *posting,
                const DeskAnswer *answer)
{
  desk_posting_add_step (posting, DESK_STEP_TAKE, answer->source,
                         desk_rational_from_int (answer->unit_minor),
                         desk_rational_from_int (answer->unit_minor));
  desk_posting_add_step (posting, DESK_STEP_TIMES, "quantity",
                         desk_rational_from_int (answer->quantity),
                         desk_rational_from_int (posting->amount_minor));
}

/* The line for a difference, with the rules of @like and without the taxes on top
 * of it. It answers the line that @answer names, or none. */
gboolean
desk_adjuster_make_like (DeskAdjuster       *self,
                         const DeskAnswer   *answer,
                         const DeskPosting  *like,
                         GError            **error)
{
  g_autoptr (DeskPosting) posting = posting_new (self, answer->kind, like);

  posting->answers = answer->line;
  if (answer->line == 0)
    g_clear_pointer (&posting->check, g_free);
  posting->reason = g_strdup (answer->reason);
  posting->quantity = answer->quantity;
  posting->unit_minor = answer->unit_minor;
  if (!desk_amount_times (answer->unit_minor, answer->quantity, &posting->amount_minor, error))
    return FALSE;
  if (answer->percent != NULL ? !add_percent_steps (posting, answer, error)
                              : answer->has_right && !add_right_steps (posting, answer, error))
    return FALSE;
  if (posting->steps->len == 0)
    add_unit_steps (posting, answer);
  return add_tax_steps (self, posting, like, error) &&
         keep (self, g_steal_pointer (&posting), error);
}

static const DeskPosting *
require_line (DeskAdjuster  *self,
              int            line,
              GError       **error)
{
  const DeskPosting *original = desk_adjuster_get_line (self, line);

  if (original == NULL)
    g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "there is no line %d", line);
  return original;
}

/**
 * desk_adjuster_answer:
 * @self: an adjuster
 * @answer: which line, and by how much it changes
 * @error: return location for a #GError
 *
 * Makes one line for the difference, with the answered line's tax rules, and
 * those for the taxes on top of it.
 *
 * Returns: %FALSE with %DESK_ERROR_NOT_FOUND or %DESK_ERROR_OVERFLOW
 */
gboolean
desk_adjuster_answer (DeskAdjuster      *self,
                      const DeskAnswer  *answer,
                      GError           **error)
{
  const DeskPosting *original = require_line (self, answer->line, error);

  return original != NULL && desk_adjuster_make_like (self, answer, original, error) &&
         settle_taxes (self, original, answer->kind, answer->reason, error);
}

static void
note_right_line (gpointer posting,
                 gpointer self)
{
  note_line (self, posting);
}

/* The right line: the original's code, day, room and rules, another quantity or price. */
static gboolean
post_right_line (DeskAdjuster       *self,
                 const DeskPosting  *original,
                 const DeskAnswer   *right,
                 GError            **error)
{
  DeskChargerInfo info = { 0 };
  DeskChargeSpec spec = { 0 };
  g_autoptr (DeskCharger) charger = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  info.property = property_of (self, original, error);
  if (info.property == NULL)
    return FALSE;
  info.config = original->config;
  info.folio_id = original->folio_id;
  info.last_line = desk_adjuster_line_at (self, desk_adjuster_n_lines (self) - 1)->line;
  info.business_date = self->info.business_date;
  info.arrival = self->info.arrival;
  charger = desk_charger_new (&info);

  spec.code = desk_property_get_code (info.property, original->code);
  spec.source = right->source;
  spec.quantity = right->quantity;
  spec.unit_minor = right->unit_minor;
  spec.window = original->window;
  spec.stay_date = original->stay_date;
  spec.room = original->room;
  spec.check = original->check;
  if (!desk_charger_post (charger, &spec, NULL, error))
    return FALSE;
  lines = desk_charger_steal_lines (charger);
  g_ptr_array_foreach (lines, note_right_line, self);
  g_ptr_array_extend_and_steal (self->made, g_steal_pointer (&lines));
  return TRUE;
}

/**
 * desk_adjuster_replace:
 * @self: an adjuster
 * @answer: the line, the kind and the reason; quantity and unit are what is right
 * @error: return location for a #GError
 *
 * Takes a whole charge back and, unless the right quantity is 0, posts it again as
 * it should have been, on its own day. What stands after it nets to what is right.
 *
 * Returns: %FALSE with %DESK_ERROR_REFUSED where something answered the line before
 */
gboolean
desk_adjuster_replace (DeskAdjuster      *self,
                       const DeskAnswer  *answer,
                       GError           **error)
{
  const DeskPosting *original = require_line (self, answer->line, error);
  DeskAnswer whole = *answer;
  DeskLeft left;

  if (original == NULL || !desk_adjuster_get_left (self, answer->line, &left, error))
    return FALSE;
  if (original->kind != DESK_POSTING_CHARGE || left.amount_minor != original->amount_minor)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_REFUSED,
                   "line %d cannot be taken back whole any more", answer->line);
      return FALSE;
    }

  whole.quantity = original->quantity;
  whole.unit_minor = -original->unit_minor;
  return desk_adjuster_make_like (self, &whole, original, error) &&
         (answer->quantity == 0 || post_right_line (self, original, answer, error)) &&
         settle_taxes (self, original, answer->kind, answer->reason, error);
}
