/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tax.h"

/*
 * Percent taxes on one amount, solved together.
 *
 * Each inclusive share is alpha × net + beta × amount, because its base is the net
 * price, the posted amount, or the net price plus shares of taxes before it.
 * With net = amount − all shares this gives
 *
 *   net = amount × (1 − Σ beta) ÷ (1 + Σ alpha)
 *
 * and every share follows exactly. Exclusive taxes are then simple products.
 */
typedef struct
{
  const DeskTax *tax;
  DeskRational   alpha;
  DeskRational   beta;
} Part;

gboolean
desk_tax_in_force (const DeskTax *tax,
                   DeskDate       stay_date,
                   DeskDate       arrival)
{
  if (tax->from != DESK_DATE_NONE && stay_date < tax->from)
    return FALSE;
  if (tax->to != DESK_DATE_NONE && stay_date > tax->to)
    return FALSE;
  return tax->max_nights < 0 || arrival == DESK_DATE_NONE || stay_date - arrival < tax->max_nights;
}

static gboolean
is_own_of (const DeskTax *tax,
           const DeskTax *owner)
{
  guint i;

  for (i = 0; i < owner->own->len; i++)
    {
      if (g_array_index (owner->own, guint, i) == tax->index)
        return TRUE;
    }
  return FALSE;
}

/**
 * desk_tax_is_due:
 * @tax: a rule
 * @query: what is posted, when and for which stay
 *
 * Returns: whether the rule applies to that posting: its class (or the tax whose
 *   own posting it is), its dates, and the nights of the stay it runs for
 */
gboolean
desk_tax_is_due (const DeskTax      *tax,
                 const DeskTaxQuery *query)
{
  gboolean meant;

  if (query->own_of != NULL)
    meant = is_own_of (tax, query->own_of);
  else
    meant = query->tax_class != NULL && tax->classes != NULL &&
            g_strv_contains ((const char *const *) tax->classes, query->tax_class);

  return meant && desk_tax_in_force (tax, query->stay_date, query->arrival);
}

static gboolean
percent_of (DeskRational   value,
            const DeskTax *tax,
            DeskRational  *out,
            GError       **error)
{
  DeskRational product;

  return desk_rational_mul (value, tax->rate, &product, error) &&
         desk_rational_div (product, desk_rational_from_int (100), out, error);
}

static const Part *
find_part (const GArray *parts,
           guint         tax_index)
{
  guint i;

  for (i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->tax->index == tax_index)
        return part;
    }
  return NULL;
}

/* What @tax is reckoned on, as alpha × net + beta × amount. */
static gboolean
inclusive_base (const GArray   *parts,
                const DeskTax  *tax,
                DeskRational   *alpha,
                DeskRational   *beta,
                GError        **error)
{
  guint i;

  *alpha = desk_rational_from_int (tax->base == DESK_TAX_BASE_GROSS ? 0 : 1);
  *beta = desk_rational_from_int (tax->base == DESK_TAX_BASE_GROSS ? 1 : 0);
  if (tax->base != DESK_TAX_BASE_NET_PLUS)
    return TRUE;

  for (i = 0; i < tax->plus->len; i++)
    {
      const Part *part = find_part (parts, g_array_index (tax->plus, guint, i));

      if (part != NULL && (!desk_rational_add (*alpha, part->alpha, alpha, error) ||
                           !desk_rational_add (*beta, part->beta, beta, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
collect_inclusive (const DeskTaxQuery  *query,
                   GArray              *parts,
                   DeskRational        *factor,
                   GError             **error)
{
  const GPtrArray *taxes = query->property->taxes;
  DeskRational one_plus_alpha = { 1, 1 };
  DeskRational one_less_beta = { 1, 1 };
  guint i;

  for (i = 0; i < taxes->len; i++)
    {
      const DeskTax *tax = g_ptr_array_index (taxes, i);
      Part part = { tax, DESK_RATIONAL_ZERO, DESK_RATIONAL_ZERO };
      DeskRational alpha;
      DeskRational beta;

      if (tax->kind != DESK_TAX_PERCENT || tax->mode != DESK_TAX_INCLUSIVE ||
          !desk_tax_is_due (tax, query))
        continue;
      if (!inclusive_base (parts, tax, &alpha, &beta, error) ||
          !percent_of (alpha, tax, &part.alpha, error) ||
          !percent_of (beta, tax, &part.beta, error) ||
          !desk_rational_add (one_plus_alpha, part.alpha, &one_plus_alpha, error) ||
          !desk_rational_sub (one_less_beta, part.beta, &one_less_beta, error))
        return FALSE;
      g_array_append_val (parts, part);
    }

  return desk_rational_div (one_plus_alpha, one_less_beta, factor, error);
}

/* The base of a due tax as an exact amount, once net and the shares before it are known. */
static gboolean
amount_base (const DeskTaxSplit  *split,
             const DeskTax       *tax,
             gint64               amount_minor,
             DeskRational        *base,
             GError             **error)
{
  guint i;

  *base = tax->base == DESK_TAX_BASE_GROSS ? desk_rational_from_int (amount_minor) : split->net;
  if (tax->base != DESK_TAX_BASE_NET_PLUS)
    return TRUE;

  for (i = 0; i < tax->plus->len; i++)
    {
      const DeskTaxShare *share =
        desk_tax_split_find (split, g_array_index (tax->plus, guint, i));

      if (share != NULL && !desk_rational_add (*base, share->share, base, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_tax_split_new:
 * @query: what is posted
 * @amount_minor: its amount: inclusive taxes in, exclusive taxes out
 * @error: return location for a #GError
 *
 * Finds every percent tax due in or on an amount, exactly. The rules are those
 * of the property file: inclusive taxes are solved together so that the net price
 * and all shares make the amount; a tax on `net+X` counts the exact share of X.
 *
 * Returns: (transfer full) (nullable): the split, or %NULL with @error set
 */
DeskTaxSplit *
desk_tax_split_new (const DeskTaxQuery  *query,
                    gint64               amount_minor,
                    GError             **error)
{
  g_autoptr (DeskTaxSplit) self = g_new0 (DeskTaxSplit, 1);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  const GPtrArray *taxes = query->property->taxes;
  guint i;

  self->shares = g_array_new (FALSE, FALSE, sizeof (DeskTaxShare));
  if (!collect_inclusive (query, parts, &self->factor, error) ||
      !desk_rational_div (desk_rational_from_int (amount_minor), self->factor, &self->net, error))
    return NULL;

  for (i = 0; i < taxes->len; i++)
    {
      DeskTaxShare share = { g_ptr_array_index (taxes, i), DESK_RATIONAL_ZERO, DESK_RATIONAL_ZERO };

      if (share.tax->kind != DESK_TAX_PERCENT || !desk_tax_is_due (share.tax, query))
        continue;
      if (!amount_base (self, share.tax, amount_minor, &share.base, error) ||
          !percent_of (share.base, share.tax, &share.share, error))
        return NULL;
      g_array_append_val (self->shares, share);
    }
  return g_steal_pointer (&self);
}

void
desk_tax_split_free (DeskTaxSplit *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->shares, g_array_unref);
  g_free (self);
}

/**
 * desk_tax_split_find:
 * @self: a split
 * @tax_index: place of a rule in the set-up
 *
 * Returns: (transfer none) (nullable): its share, or %NULL where it is not due
 */
const DeskTaxShare *
desk_tax_split_find (const DeskTaxSplit *self,
                     guint               tax_index)
{
  guint i;

  for (i = 0; i < self->shares->len; i++)
    {
      const DeskTaxShare *share = &g_array_index (self->shares, DeskTaxShare, i);

      if (share->tax->index == tax_index)
        return share;
    }
  return NULL;
}
