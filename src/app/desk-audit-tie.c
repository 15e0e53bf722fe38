/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-tie.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-show.h"

/* "lines 106–125 without a gap ✓" */
static char *
say_numbers (const DeskAdjustmentTotals *totals)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *first = desk_format_int (catalog, totals->first_id);
  g_autofree char *last = desk_format_int (catalog, totals->last_id);
  g_autofree char *missing = desk_format_int (catalog, totals->missing_id);

  if (totals->missing_id != 0)
    /* Translators: numbers of lines in the ledger */
    return desk_fill (_("lines {first}–{last}: line {missing} is missing ✗"), "first", first,
                      "last", last, "missing", missing, NULL);
  if (!totals->complete)
    return g_strdup (_("an entry of the record is missing ✗"));
  if (totals->first_id == 0)
    return g_strdup (_("nothing was posted"));

  /* Translators: numbers of lines in the ledger */
  return desk_fill (_("lines {first}–{last} without a gap ✓"), "first", first, "last", last,
                    NULL);
}

/* The first code that is not what the ledger says, and by how much; else that all are. */
static char *
say_codes (const DeskProperty         *property,
           const DeskAdjustmentTotals *totals)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  gint64 ledger_minor = 0;

  for (guint i = 0; i < totals->sums->len; i++)
    {
      const DeskAdjustmentSum *sum = totals->sums->pdata[i];
      g_autofree char *listed = desk_show_amount (catalog, property, sum->listed_minor);
      g_autofree char *ledger = desk_show_amount (catalog, property, sum->ledger_minor);
      g_autofree char *differs = desk_show_amount (catalog, property,
                                                   sum->listed_minor - sum->ledger_minor);
      g_autofree char *code = desk_show_code (catalog, property, sum->code);

      if (sum->listed_minor != sum->ledger_minor)
        /* Translators: {code} is what was charged; the list and the ledger do not agree */
        return desk_fill (_("does not tie ✗ {code}: listed {listed}, ledger {ledger}, "
                            "difference {difference}"),
                          "code", code, "listed", listed, "ledger", ledger, "difference", differs,
                          NULL);
      ledger_minor += sum->ledger_minor + sum->right_minor;
    }
  if (totals->sums->len == 0)
    return g_strdup (_("ties to the ledger ✓"));

  {
    g_autofree char *ledger = desk_show_amount (catalog, property, ledger_minor);

    /* Translators: the same sum, added up from the ledger's codes */
    return desk_fill (_("ledger by code {sum} ✓"), "sum", ledger, NULL);
  }
}

/**
 * desk_audit_tie_say:
 * @property: the house
 * @totals: what all adjustments of a period come to
 *
 * Completeness first: a list that does not tie is an opinion.
 *
 * Returns: (transfer full): "41 adjustments −612.40 · ledger by code −612.40 ✓ · …"
 */
char *
desk_audit_tie_say (const DeskProperty         *property,
                    const DeskAdjustmentTotals *totals)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *n = desk_format_int (catalog, totals->n_lines);
  g_autofree char *effect = desk_show_amount (catalog, property, totals->effect_minor);
  g_autofree char *unposted = desk_show_amount (catalog, property, totals->unposted_minor);
  g_autofree char *refunds = desk_show_amount (catalog, property, totals->refunds_minor);
  g_autofree char *codes = say_codes (property, totals);
  g_autofree char *numbers = say_numbers (totals);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  /* Translators: how many lines put right or give, and what they come to together */
  g_ptr_array_add (parts, desk_fill (desk_catalog_ngettext (catalog, "{n} adjustment {sum}",
                                                            "{n} adjustments {sum}",
                                                            (gulong) totals->n_lines),
                                     "n", n, "sum", effect, NULL));
  g_ptr_array_add (parts, g_steal_pointer (&codes));
  g_ptr_array_add (parts, g_steal_pointer (&numbers));
  if (totals->n_unposted > 0)
    /* Translators: lower prices, better rooms: what was given without a line on a bill */
    g_ptr_array_add (parts, desk_fill (_("given on no folio {sum}"), "sum", unposted, NULL));
  if (totals->n_refunds > 0)
    /* Translators: money that went out to guests */
    g_ptr_array_add (parts, desk_fill (_("paid out {sum}"), "sum", refunds, NULL));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}
