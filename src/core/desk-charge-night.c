/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-charge-private.h"

/*
 * The taxes of a night: reckoned once on all its lines, those of the day
 * included, in the order of the set-up.
 */
#define N_WINDOWS 8

/* The line that makes @tax due: its window and room are the tax's. The night's own
 * lines come before what was charged during the day. */
static const DeskPosting *
find_trigger (const DeskCharger *self,
              const DeskTax     *tax,
              DeskDate           date)
{
  guint n = desk_charger_n_lines (self);
  guint i;

  for (i = 0; i < n; i++)
    {
      const DeskPosting *line = desk_charger_line_at (self, (i + self->known->len) % n);
      DeskTaxQuery query = { self->info.property, line->tax_class, NULL, date,
                             self->info.arrival };

      if (line->kind == DESK_POSTING_CHARGE && line->stay_date == date &&
          desk_tax_is_due (tax, &query))
        return line;
    }
  return NULL;
}

static gboolean
stands_already (const DeskCharger *self,
                const DeskTax     *tax,
                DeskDate           date,
                int                window)
{
  guint i;

  for (i = 0; i < desk_charger_n_lines (self); i++)
    {
      const DeskPosting *line = desk_charger_line_at (self, i);

      if (line->kind == DESK_POSTING_TAX && line->stay_date == date &&
          g_strcmp0 (line->tax, tax->name) == 0 && (window == 0 || line->window == window))
        return TRUE;
    }
  return FALSE;
}

static int
n_children_counted (const DeskCharger *self,
                    int                min_age)
{
  int n = 0;
  guint i;

  for (i = 0; self->info.child_ages != NULL && i < self->info.child_ages->len; i++)
    {
      if (g_array_index (self->info.child_ages, gint, i) >= min_age)
        n++;
    }
  return n;
}

/* A fixed amount: for each person and night, for each room and night, or for the stay. */
static gboolean
add_fixed_steps (DeskCharger  *self,
                 DeskTaxLine  *line,
                 GError      **error)
{
  DeskRational unrounded;
  gint64 rounded;

  if (!desk_tax_line_step (line, DESK_STEP_TAKE, line->tax->name,
                 desk_rational_from_int (line->tax->amount_minor), error))
    return FALSE;

  if (line->tax->kind == DESK_TAX_PERSON_NIGHT)
    {
      int children = n_children_counted (self, line->tax->min_age);
      gint64 persons = self->info.adults + children;
      g_autofree char *rule = g_strdup_printf ("persons:%d+%d", self->info.adults, children);

      if (!desk_tax_line_step (line, DESK_STEP_TIMES, rule, desk_rational_from_int (persons),
                               error))
        return FALSE;
      line->posting->quantity = persons;
      line->posting->unit_minor = line->tax->amount_minor;
    }

  unrounded = line->value;
  if (!desk_rational_round (unrounded, line->tax->rounding, line->tax->step_minor, &rounded, error))
    return FALSE;
  if (!desk_rational_equal (unrounded, desk_rational_from_int (rounded)) &&
      !desk_tax_line_round (line, error))
    return FALSE;
  return desk_charger_cap_tax (self, line, error);
}

static gboolean
post_fixed_tax (DeskCharger    *self,
                const DeskTax  *tax,
                DeskDate        date,
                GError        **error)
{
  const DeskPosting *trigger;
  DeskTaxLine line;
  gboolean ok;

  if (tax->kind == DESK_TAX_STAY
        ? (self->seen[tax->index] || date != self->info.arrival)
        : stands_already (self, tax, date, 0))
    return TRUE;
  if (self->info.departure != DESK_DATE_NONE && date >= self->info.departure)
    return TRUE;

  trigger = find_trigger (self, tax, date);
  if (trigger == NULL)
    return TRUE;

  line = desk_charger_begin_tax (self, tax, trigger);
  ok = add_fixed_steps (self, &line, error) && desk_charger_finish_tax (self, &line, error);
  g_clear_pointer (&line.posting, desk_posting_free);
  return ok;
}

/* One line alone bears the tax: its whole arithmetic is shown, where it is still
 * reckoned under the same rules; otherwise the base as it was stored. */
static gboolean
add_single_base (DeskCharger        *self,
                 DeskTaxLine        *line,
                 const DeskPosting  *base,
                 GError            **error)
{
  g_autoptr (DeskTaxSplit) split = NULL;
  g_autofree char *rule = desk_line_rule (base);
  const DeskTax *owner =
    base->tax != NULL ? desk_property_get_tax (self->info.property, base->tax) : NULL;
  DeskTaxQuery query = { self->info.property, base->tax_class, owner, base->stay_date,
                         self->info.arrival };
  const DeskStep *step = desk_posting_find_tax (base, line->tax->name);
  const DeskTaxShare *share;

  split = desk_tax_split_new (&query, base->amount_minor, error);
  if (split == NULL)
    return FALSE;

  share = desk_tax_split_find (split, line->tax->index);
  if (share != NULL && desk_rational_equal (share->base, step->input))
    return desk_tax_line_base (line, base, split, error);
  return desk_tax_line_step (line, DESK_STEP_TAKE, rule, step->input, error);
}

static gboolean
add_summed_bases (DeskTaxLine      *line,
                  const GPtrArray  *bearing,
                  GError          **error)
{
  guint i;

  for (i = 0; i < bearing->len; i++)
    {
      const DeskPosting *base = g_ptr_array_index (bearing, i);
      g_autofree char *rule = desk_line_rule (base);

      if (!desk_tax_line_step (line, i == 0 ? DESK_STEP_TAKE : DESK_STEP_ADD, rule,
                     desk_posting_find_tax (base, line->tax->name)->input, error))
        return FALSE;
    }
  return TRUE;
}

/* A percent tax rounded once for a night: one line for each window that bears it. */
static gboolean
post_night_percent (DeskCharger    *self,
                    const DeskTax  *tax,
                    DeskDate        date,
                    int             window,
                    GError        **error)
{
  g_autoptr (GPtrArray) bearing = g_ptr_array_new ();
  const DeskPosting *first;
  DeskTaxLine line;
  gboolean ok;
  guint i;

  for (i = 0; i < desk_charger_n_lines (self); i++)
    {
      const DeskPosting *base = desk_charger_line_at (self, i);

      if (base->stay_date == date && base->window == window &&
          desk_posting_find_tax (base, tax->name) != NULL)
        g_ptr_array_add (bearing, (gpointer) base);
    }
  if (bearing->len == 0 || stands_already (self, tax, date, window))
    return TRUE;

  first = g_ptr_array_index (bearing, 0);
  line = desk_charger_begin_tax (self, tax, first);
  ok = (bearing->len == 1 ? add_single_base (self, &line, first, error)
                          : add_summed_bases (&line, bearing, error)) &&
       desk_tax_line_percent (&line, error) && desk_tax_line_round (&line, error) &&
       desk_charger_cap_tax (self, &line, error) && desk_charger_finish_tax (self, &line, error);
  g_clear_pointer (&line.posting, desk_posting_free);
  return ok;
}

/**
 * desk_charger_post_night_taxes:
 * @self: a charger
 * @date: the night
 * @error: return location for a #GError
 *
 * Makes the taxes that are reckoned once for a night on all lines of that date,
 * in file order: percent taxes rounded by night (one for each window), amounts
 * for each person or room and night, and those due once a stay. What stands
 * already is left alone.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_charger_post_night_taxes (DeskCharger  *self,
                               DeskDate      date,
                               GError      **error)
{
  const GPtrArray *taxes = self->info.property->taxes;
  guint i;

  for (i = 0; i < taxes->len; i++)
    {
      const DeskTax *tax = g_ptr_array_index (taxes, i);
      int window;

      if (tax->mode != DESK_TAX_EXCLUSIVE)
        continue;
      if (tax->kind != DESK_TAX_PERCENT)
        {
          if (!post_fixed_tax (self, tax, date, error))
            return FALSE;
          continue;
        }
      for (window = 1; window <= N_WINDOWS && tax->round_at == DESK_ROUND_AT_NIGHT; window++)
        {
          if (!post_night_percent (self, tax, date, window, error))
            return FALSE;
        }
    }
  return TRUE;
}
