/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-charge-private.h"

#include "desk-amount.h"
#include "desk-error.h"

/**
 * desk_property_look_up:
 * @line: a line of the ledger
 * @lookup: finds a version of the set-up
 * @user_data: for @lookup
 * @error: return location for a #GError
 *
 * Returns: (transfer none) (nullable): the set-up that the line was made under; %NULL with
 *   %DESK_ERROR_NOT_FOUND
 */
const DeskProperty *
desk_property_look_up (const DeskPosting   *line,
                       DeskPropertyLookup   lookup,
                       gpointer             user_data,
                       GError             **error)
{
  const DeskProperty *property = lookup (line->config, user_data);

  if (property == NULL)
    g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND,
                 "line %d was made under set-up %" G_GINT64_FORMAT ", which is not there",
                 line->line, line->config);
  return property;
}

DeskCharger *
desk_charger_new (const DeskChargerInfo *info)
{
  DeskCharger *self = g_new0 (DeskCharger, 1);

  self->info = *info;
  self->known = g_ptr_array_new ();
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_posting_free);
  self->posted_minor = g_new0 (gint64, info->property->taxes->len + 1);
  self->seen = g_new0 (gboolean, info->property->taxes->len + 1);
  return self;
}

void
desk_charger_free (DeskCharger *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->known);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_free (self->posted_minor);
  g_free (self->seen);
  g_free (self);
}

/**
 * desk_charger_looks_back:
 * @property: a set-up
 *
 * Returns: whether what a stay was taxed before matters under it: some tax is due once, or
 *   has a most that it comes to
 */
gboolean
desk_charger_looks_back (const DeskProperty *property)
{
  guint i;

  for (i = 0; i < property->taxes->len; i++)
    {
      const DeskTax *tax = g_ptr_array_index (property->taxes, i);

      if (tax->kind == DESK_TAX_STAY || tax->cap_minor >= 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * desk_charger_add_history:
 * @self: a charger
 * @tax: name of a rule
 * @posted_minor: what it has come to on this stay so far
 *
 * Tells what was posted before, for caps and for taxes due once a stay. A rule
 * the set-up no longer has is passed over.
 */
void
desk_charger_add_history (DeskCharger *self,
                          const char  *tax,
                          gint64       posted_minor)
{
  const DeskTax *rule = desk_property_get_tax (self->info.property, tax);

  if (rule == NULL)
    return;
  self->posted_minor[rule->index] += posted_minor;
  self->seen[rule->index] = TRUE;
}

/**
 * desk_charger_add_line:
 * @self: a charger
 * @line: (transfer none): a line the folio already has for a night that is about
 *   to be taxed; must outlive the charger
 *
 * The taxes of a night are reckoned on all its lines, those of the day included.
 */
void
desk_charger_add_line (DeskCharger       *self,
                       const DeskPosting *line)
{
  g_ptr_array_add (self->known, (gpointer) line);
}

GPtrArray *
desk_charger_steal_lines (DeskCharger *self)
{
  GPtrArray *lines = g_steal_pointer (&self->made);

  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_posting_free);
  self->info.last_line += (int) lines->len;
  return lines;
}

const DeskPosting *
desk_charger_line_at (const DeskCharger *self,
                      guint              index)
{
  if (index < self->known->len)
    return g_ptr_array_index (self->known, index);
  return g_ptr_array_index (self->made, index - self->known->len);
}

guint
desk_charger_n_lines (const DeskCharger *self)
{
  return self->known->len + self->made->len;
}

/* A line without an amount yet, numbered on. */
DeskPosting *
desk_charger_new_posting (DeskCharger     *self,
                          DeskPostingKind  kind,
                          const DeskCode  *code,
                          int              window)
{
  DeskPosting *posting = desk_posting_new ();

  posting->kind = kind;
  posting->code = g_strdup (code->name);
  posting->folio_id = self->info.folio_id;
  posting->config = self->info.config;
  posting->business_date = self->info.business_date;
  posting->window = window;
  posting->line = self->info.last_line + (int) self->made->len + 1;
  return posting;
}

/* Takes the line over, in any case. */
gboolean
desk_charger_keep (DeskCharger  *self,
                   DeskPosting  *posting,
                   GError      **error)
{
  if (!desk_posting_check (posting, error))
    {
      desk_posting_free (posting);
      return FALSE;
    }
  g_ptr_array_add (self->made, posting);
  return TRUE;
}

/* Writes beside the arithmetic which percent taxes the line carries. */
void
desk_charger_add_tax_steps (DeskPosting        *posting,
                            const DeskTaxSplit *split)
{
  guint i;

  for (i = 0; i < split->shares->len; i++)
    {
      const DeskTaxShare *share = &g_array_index (split->shares, DeskTaxShare, i);
      DeskStep *step;

      desk_posting_add_step (posting, DESK_STEP_TAX, share->tax->name, share->base, share->share);
      step = desk_posting_last_step (posting);
      step->rate = g_strdup (share->tax->rate_text);
      step->mode = share->tax->mode == DESK_TAX_INCLUSIVE ? "inclusive" : "exclusive";
      step->rounding = g_strdup_printf ("%s/%" G_GINT64_FORMAT,
                                        desk_rounding_to_string (share->tax->rounding),
                                        share->tax->step_minor);
    }
}

static gboolean
run_last_step (DeskTaxLine  *line,
               GError      **error)
{
  DeskStep *step = desk_posting_last_step (line->posting);

  if (!desk_step_run (step, line->value, &step->result, error))
    return FALSE;
  line->value = step->result;
  return TRUE;
}

gboolean
desk_tax_line_step (DeskTaxLine   *line,
                    DeskStepOp     op,
                    const char    *rule,
                    DeskRational   input,
                    GError       **error)
{
  desk_posting_add_step (line->posting, op, rule, input, DESK_RATIONAL_ZERO);
  return run_last_step (line, error);
}

gboolean
desk_tax_line_percent (DeskTaxLine  *line,
                       GError      **error)
{
  desk_posting_add_step (line->posting, DESK_STEP_PERCENT, line->tax->name, line->value,
                         DESK_RATIONAL_ZERO);
  desk_posting_last_step (line->posting)->rate = g_strdup (line->tax->rate_text);
  return run_last_step (line, error);
}

gboolean
desk_tax_line_round (DeskTaxLine  *line,
                     GError      **error)
{
  desk_posting_add_step (line->posting, DESK_STEP_ROUND, line->tax->name, line->value,
                         DESK_RATIONAL_ZERO);
  desk_posting_last_step (line->posting)->rounding =
    g_strdup_printf ("%s/%" G_GINT64_FORMAT, desk_rounding_to_string (line->tax->rounding),
                     line->tax->step_minor);
  return run_last_step (line, error);
}

/* The most a tax may come to per stay: what goes beyond is cut, then nothing is due. */
gboolean
desk_charger_cap_tax (DeskCharger  *self,
                      DeskTaxLine  *line,
                      GError      **error)
{
  gint64 left;

  if (line->tax->cap_minor < 0)
    return TRUE;
  if (!desk_amount_sub (line->tax->cap_minor, self->posted_minor[line->tax->index], &left, error))
    return FALSE;

  left = MAX (left, 0);
  if (line->value.num <= left)
    return TRUE;
  return desk_tax_line_step (line, DESK_STEP_CAP, line->tax->name, desk_rational_from_int (left),
                             error);
}

static gboolean post_line_taxes (DeskCharger         *self,
                                 const DeskPosting   *base,
                                 const DeskTaxSplit  *split,
                                 GError             **error);

/* Ends a tax line: gives it its amount, keeps it unless it is nothing, and posts
 * the taxes due on it. Takes the posting over in any case. */
gboolean
desk_charger_finish_tax (DeskCharger  *self,
                         DeskTaxLine  *line,
                         GError      **error)
{
  g_autoptr (DeskTaxSplit) split = NULL;
  g_autoptr (DeskPosting) posting = g_steal_pointer (&line->posting);
  DeskTaxQuery query = { self->info.property, NULL, line->tax, posting->stay_date,
                         self->info.arrival };
  const DeskPosting *kept = posting;
  gint64 amount;

  if (!desk_rational_round (line->value, DESK_ROUNDING_HALF_UP, 1, &amount, error))
    return FALSE;
  if (amount == 0)
    return TRUE;

  if (posting->quantity == 0 || posting->quantity * posting->unit_minor != amount)
    {
      posting->quantity = 1;
      posting->unit_minor = amount;
    }
  posting->amount_minor = amount;
  posting->tax = g_strdup (line->tax->name);
  self->posted_minor[line->tax->index] += amount;
  self->seen[line->tax->index] = TRUE;

  split = desk_tax_split_new (&query, amount, error);
  if (split == NULL)
    return FALSE;
  desk_charger_add_tax_steps (posting, split);
  return desk_charger_keep (self, g_steal_pointer (&posting), error) &&
         post_line_taxes (self, kept, split, error);
}

DeskTaxLine
desk_charger_begin_tax (DeskCharger       *self,
                        const DeskTax     *tax,
                        const DeskPosting *base)
{
  const DeskCode *code = desk_property_get_code (self->info.property, tax->code);
  DeskTaxLine line = { tax, desk_charger_new_posting (self, DESK_POSTING_TAX, code, base->window),
                       DESK_RATIONAL_ZERO };

  line.posting->stay_date = base->stay_date;
  line.posting->room = g_strdup (base->room);
  return line;
}

char *
desk_line_rule (const DeskPosting *line)
{
  return g_strdup_printf ("line:%d", line->line);
}

/* "without the taxes inside": names and rates of the inclusive taxes, and the factor. */
static gboolean
add_net_step (DeskTaxLine         *line,
              const DeskTaxSplit  *split,
              GError             **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) rates = g_string_new (NULL);
  guint i;

  for (i = 0; i < split->shares->len; i++)
    {
      const DeskTaxShare *share = &g_array_index (split->shares, DeskTaxShare, i);

      if (share->tax->mode != DESK_TAX_INCLUSIVE)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "+" : "", share->tax->name);
      g_string_append_printf (rates, "%s%s", rates->len > 0 ? "+" : "", share->tax->rate_text);
    }
  if (names->len == 0)
    return TRUE;

  desk_posting_add_step (line->posting, DESK_STEP_NET, names->str, split->factor,
                         DESK_RATIONAL_ZERO);
  desk_posting_last_step (line->posting)->rate = g_strdup (rates->str);
  return run_last_step (line, error);
}

/* From a line's amount to the base that a percent tax is reckoned on. */
gboolean
desk_tax_line_base (DeskTaxLine         *line,
                    const DeskPosting   *base,
                    const DeskTaxSplit  *split,
                    GError             **error)
{
  g_autofree char *rule = desk_line_rule (base);
  guint i;

  if (!desk_tax_line_step (line, DESK_STEP_TAKE, rule, desk_rational_from_int (base->amount_minor),
                           error))
    return FALSE;
  if (line->tax->base == DESK_TAX_BASE_GROSS)
    return TRUE;
  if (!add_net_step (line, split, error))
    return FALSE;
  if (line->tax->base == DESK_TAX_BASE_NET)
    return TRUE;

  for (i = 0; i < line->tax->plus->len; i++)
    {
      const DeskTaxShare *share =
        desk_tax_split_find (split, g_array_index (line->tax->plus, guint, i));

      if (share != NULL &&
          !desk_tax_line_step (line, DESK_STEP_ADD, share->tax->name, share->share, error))
        return FALSE;
    }
  return TRUE;
}

/* The exclusive percent taxes that have a line for each charge, in file order. */
static gboolean
post_line_taxes (DeskCharger         *self,
                 const DeskPosting   *base,
                 const DeskTaxSplit  *split,
                 GError             **error)
{
  guint i;

  for (i = 0; i < split->shares->len; i++)
    {
      const DeskTax *tax = g_array_index (split->shares, DeskTaxShare, i).tax;
      DeskTaxLine line;
      gboolean ok;

      if (tax->mode != DESK_TAX_EXCLUSIVE || tax->round_at == DESK_ROUND_AT_NIGHT)
        continue;

      line = desk_charger_begin_tax (self, tax, base);
      line.posting->parent = base->line;
      ok = desk_tax_line_base (&line, base, split, error) && desk_tax_line_percent (&line, error) &&
           desk_tax_line_round (&line, error) && desk_charger_cap_tax (self, &line, error) &&
           desk_charger_finish_tax (self, &line, error);
      g_clear_pointer (&line.posting, desk_posting_free);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_charger_post:
 * @self: a charger
 * @spec: what is charged
 * @line: (out) (optional): its line number
 * @error: return location for a #GError
 *
 * Makes the line of a charge and, after it, those of its line taxes.
 *
 * Returns: %FALSE where an amount goes beyond what can be kept exactly
 */
gboolean
desk_charger_post (DeskCharger           *self,
                   const DeskChargeSpec  *spec,
                   int                   *line,
                   GError               **error)
{
  g_autoptr (DeskPosting) posting =
    desk_charger_new_posting (self, DESK_POSTING_CHARGE, spec->code, spec->window);
  g_autoptr (DeskTaxSplit) split = NULL;
  DeskTaxQuery query = { self->info.property, spec->code->tax_class, NULL, spec->stay_date,
                         self->info.arrival };
  const DeskPosting *kept = posting;

  if (!desk_amount_times (spec->unit_minor, spec->quantity, &posting->amount_minor, error))
    return FALSE;

  posting->tax_class = g_strdup (spec->code->tax_class);
  posting->stay_date = spec->stay_date;
  posting->room = g_strdup (spec->room);
  posting->quantity = spec->quantity;
  posting->unit_minor = spec->unit_minor;
  posting->parent = spec->parent;
  posting->check = g_strdup (spec->check);
  posting->text = g_strdup (spec->text);
  desk_posting_add_step (posting, DESK_STEP_TAKE, spec->source,
                         desk_rational_from_int (spec->unit_minor),
                         desk_rational_from_int (spec->unit_minor));
  desk_posting_add_step (posting, DESK_STEP_TIMES, "quantity",
                         desk_rational_from_int (spec->quantity),
                         desk_rational_from_int (posting->amount_minor));

  split = desk_tax_split_new (&query, posting->amount_minor, error);
  if (split == NULL)
    return FALSE;
  desk_charger_add_tax_steps (posting, split);

  if (!desk_charger_keep (self, g_steal_pointer (&posting), error))
    return FALSE;
  if (line != NULL)
    *line = kept->line;
  return post_line_taxes (self, kept, split, error);
}

static gint64
part_quantity (const DeskCharger     *self,
               const DeskPackagePart *part)
{
  switch (part->basis)
    {
    case DESK_QUANTITY_ADULTS:
      return self->info.adults;
    case DESK_QUANTITY_PERSONS:
      return self->info.adults + (self->info.child_ages != NULL ? self->info.child_ages->len : 0);
    case DESK_QUANTITY_FIXED:
    default:
      return part->quantity;
    }
}

static gboolean
post_part (DeskCharger            *self,
           const DeskNight        *night,
           const DeskPackagePart  *part,
           int                     parent,
           GError                **error)
{
  const DeskCode *code = desk_property_get_code (self->info.property, part->code);
  g_autofree char *source = g_strdup_printf ("code:%s", part->code);
  DeskChargeSpec spec = { 0 };

  if (code == NULL || !(part->has_price || code->has_price))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID,
                   "the package names \"%s\", which has no price in the set-up", part->code);
      return FALSE;
    }
  spec.code = code;
  spec.source = part->has_price ? "night" : source;
  spec.quantity = part_quantity (self, part);
  spec.unit_minor = part->has_price ? part->unit_minor : code->price_minor;
  spec.window = night->window;
  spec.stay_date = night->date;
  spec.room = night->room;
  spec.parent = parent;
  return desk_charger_post (self, &spec, NULL, error);
}

/**
 * desk_charger_post_night:
 * @self: a charger
 * @night: one night of a stay
 * @error: return location for a #GError
 *
 * Makes the lines of a night in their order: the room, the parts of its package,
 * each with its line taxes, then the taxes of the night.
 *
 * Returns: %FALSE with @error set; what was made until then must be thrown away
 */
gboolean
desk_charger_post_night (DeskCharger      *self,
                         const DeskNight  *night,
                         GError          **error)
{
  const GPtrArray *package = night->package != NULL ? night->package : night->plan->package;
  g_autofree char *source = g_strdup_printf ("plan:%s", night->plan->name);
  DeskChargeSpec room = { 0 };
  int parent = 0;
  guint i;

  room.code = desk_property_get_code (self->info.property, night->plan->code);
  room.source = night->has_price ? "night" : source;
  room.quantity = 1;
  room.unit_minor = night->has_price ? night->price_minor : night->plan->price_minor;
  room.window = night->window;
  room.stay_date = night->date;
  room.room = night->room;
  if (!desk_charger_post (self, &room, &parent, error))
    return FALSE;

  for (i = 0; i < package->len; i++)
    {
      if (!post_part (self, night, g_ptr_array_index (package, i), parent, error))
        return FALSE;
    }
  return desk_charger_post_night_taxes (self, night->date, error);
}
