/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property-private.h"

/* Inclusive taxes that are counted on the price itself take their part of it
 * before anything is net. Where together they take all of it no net is left, and
 * the price has no solution: such files are refused here, so that nobody meets
 * them on a bill. */

/* Whether @tax takes part on @date, as far as dates go. Nights are left out: with
 * fewer taxes due less is taken. */
static gboolean
is_in_force (const DeskTax *tax,
             DeskDate       date)
{
  return (tax->from == DESK_DATE_NONE || tax->from <= date) &&
         (tax->to == DESK_DATE_NONE || date <= tax->to);
}

/* What part of the price @tax takes whatever the net, as a factor: @parts has the
 * parts of the taxes before it. */
static gboolean
take_part (const DeskTax       *tax,
           const DeskRational  *parts,
           DeskRational        *out,
           GError             **error)
{
  DeskRational base = DESK_RATIONAL_ZERO;
  guint i;

  if (tax->base == DESK_TAX_BASE_GROSS)
    base = desk_rational_from_int (1);
  for (i = 0; i < tax->plus->len; i++)
    {
      if (!desk_rational_add (base, parts[g_array_index (tax->plus, guint, i)], &base, error))
        return FALSE;
    }
  return desk_rational_mul (base, tax->rate, out, error) &&
         desk_rational_div (*out, desk_rational_from_int (100), out, error);
}

/* Checks the taxes in @due (in file order) on one day. */
static gboolean
check_day (const DeskProperty  *self,
           const DeskSource    *source,
           const GPtrArray     *due,
           DeskDate             date,
           GError             **error)
{
  g_autofree DeskRational *parts = g_new (DeskRational, self->taxes->len);
  DeskRational sum = DESK_RATIONAL_ZERO;
  guint i;

  for (i = 0; i < self->taxes->len; i++)
    parts[i] = DESK_RATIONAL_ZERO;
  for (i = 0; i < due->len; i++)
    {
      const DeskTax *tax = g_ptr_array_index (due, i);
      const DeskGroup *group = desk_source_find (source, "tax", tax->name);

      if (!is_in_force (tax, date))
        continue;
      if (!take_part (tax, parts, &parts[tax->index], NULL) ||
          !desk_rational_add (sum, parts[tax->index], &sum, NULL))
        return desk_group_fail (group, "rate", error,
                                N_("with the taxes it stands on, this cannot be calculated "
                                   "exactly"));
      if (sum.num >= sum.den)
        return desk_group_fail (group, "rate", error,
                                N_("inclusive taxes on the gross that meet come to 100 per cent "
                                   "or more, and leave no net"));
    }
  return TRUE;
}

/* Checks the inclusive taxes in @due on each day on which one of them begins. */
static gboolean
check_days (const DeskProperty  *self,
            const DeskSource    *source,
            const GPtrArray     *due,
            GError             **error)
{
  guint i;

  for (i = 0; i < due->len; i++)
    {
      const DeskTax *tax = g_ptr_array_index (due, i);

      /* Where there is no beginning any day before all the others will do. */
      if (!check_day (self, source, due, tax->from != DESK_DATE_NONE ? tax->from : 1, error))
        return FALSE;
    }
  return TRUE;
}

/* The inclusive taxes of each class, in file order: char * -> DeskTax list. */
static GHashTable *
sort_by_class (const DeskProperty *self)
{
  GHashTable *classes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                               (GDestroyNotify) g_ptr_array_unref);
  guint i;
  guint j;

  for (i = 0; i < self->taxes->len; i++)
    {
      DeskTax *tax = g_ptr_array_index (self->taxes, i);

      if (tax->mode != DESK_TAX_INCLUSIVE)
        continue;
      for (j = 0; tax->classes != NULL && tax->classes[j] != NULL; j++)
        {
          GPtrArray *due = g_hash_table_lookup (classes, tax->classes[j]);

          if (due == NULL)
            {
              due = g_ptr_array_new ();
              g_hash_table_insert (classes, tax->classes[j], due);
            }
          g_ptr_array_add (due, tax);
        }
    }
  return classes;
}

/* The inclusive ones among the taxes on @tax's own posting, in file order. */
static GPtrArray *
list_own (const DeskProperty *self,
          const DeskTax      *tax)
{
  GPtrArray *due = g_ptr_array_new ();
  guint i;
  guint j;

  for (i = 0; i < self->taxes->len; i++)
    {
      DeskTax *other = g_ptr_array_index (self->taxes, i);

      for (j = 0; j < tax->own->len; j++)
        {
          if (g_array_index (tax->own, guint, j) == i && other->mode == DESK_TAX_INCLUSIVE)
            g_ptr_array_add (due, other);
        }
    }
  return due;
}

static gboolean
has_inclusive_gross (const DeskProperty *self)
{
  guint i;

  for (i = 0; i < self->taxes->len; i++)
    {
      const DeskTax *tax = g_ptr_array_index (self->taxes, i);

      if (tax->mode == DESK_TAX_INCLUSIVE && tax->base == DESK_TAX_BASE_GROSS)
        return TRUE;
    }
  return FALSE;
}

/* A rule that takes the whole price on its own is wrong even where it is not due. */
static gboolean
check_alone (const DeskProperty  *self,
             const DeskSource    *source,
             GError             **error)
{
  guint i;

  for (i = 0; i < self->taxes->len; i++)
    {
      const DeskTax *tax = g_ptr_array_index (self->taxes, i);

      if (tax->mode == DESK_TAX_INCLUSIVE && tax->base == DESK_TAX_BASE_GROSS &&
          tax->rate.num >= 100 * tax->rate.den)
        return desk_group_fail (desk_source_find (source, "tax", tax->name), "rate", error,
                                N_("an inclusive tax on the gross is less than 100 per cent"));
    }
  return TRUE;
}

/**
 * desk_property_check_inclusive:
 * @self: a set-up whose taxes are connected
 * @source: the file it was read from
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where inclusive taxes leave no net
 */
gboolean
desk_property_check_inclusive (const DeskProperty  *self,
                               const DeskSource    *source,
                               GError             **error)
{
  g_autoptr (GHashTable) classes = NULL;
  GHashTableIter iter;
  gpointer due;
  guint i;

  if (!has_inclusive_gross (self))
    return TRUE;
  if (!check_alone (self, source, error))
    return FALSE;

  classes = sort_by_class (self);
  g_hash_table_iter_init (&iter, classes);
  while (g_hash_table_iter_next (&iter, NULL, &due))
    {
      if (!check_days (self, source, due, error))
        return FALSE;
    }
  for (i = 0; i < self->taxes->len; i++)
    {
      g_autoptr (GPtrArray) own = list_own (self, g_ptr_array_index (self->taxes, i));

      if (!check_days (self, source, own, error))
        return FALSE;
    }
  return TRUE;
}
