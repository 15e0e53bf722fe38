/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property-private.h"

#include <string.h>

static const char *const kinds[] = { "percent", "person-night", "room-night", "stay", NULL };
static const char *const modes[] = { "inclusive", "exclusive", NULL };
static const char *const roundings[] = { "half-up", "half-even", "down", "up", NULL };
static const char *const moments[] = { "line", "night", "invoice", NULL };

#define MAX_NIGHTS 99999
#define MAX_AGE 150

static gboolean
read_kind (DeskTax          *tax,
           const DeskGroup  *group,
           GError          **error)
{
  guint kind = DESK_TAX_PERCENT;
  guint mode = DESK_TAX_EXCLUSIVE;

  if (!desk_group_require (group, "kind", error) ||
      !desk_group_get_choice (group, "kind", kinds, &kind, error))
    return FALSE;
  tax->kind = (DeskTaxKind) kind;

  if (tax->kind == DESK_TAX_PERCENT && !desk_group_require (group, "mode", error))
    return FALSE;
  if (!desk_group_get_choice (group, "mode", modes, &mode, error))
    return FALSE;
  tax->mode = (DeskTaxMode) mode;
  if (tax->kind != DESK_TAX_PERCENT && tax->mode == DESK_TAX_INCLUSIVE)
    return desk_group_fail (group, "mode", error, N_("only kind=percent can be inclusive"));
  return TRUE;
}

static gboolean
read_rate (DeskTax          *tax,
           const DeskGroup  *group,
           GError          **error)
{
  gboolean percent = tax->kind == DESK_TAX_PERCENT;

  if (!desk_group_require (group, percent ? "rate" : "amount", error) ||
      !desk_group_refuse (group, percent ? "amount" : "rate",
                          percent ? N_("kind=percent has a rate, not an amount")
                                  : N_("only kind=percent has a rate; the others have an amount"),
                          error) ||
      !desk_group_get_percent (group, "rate", &tax->rate, error) ||
      !desk_group_get_amount (group, "amount", &tax->amount_minor, error))
    return FALSE;

  tax->rate_text = desk_rational_to_decimal (tax->rate, 0, 6, NULL);
  return TRUE;
}

/* The taxes in "net+X;Y", which all stand before this one. */
static gboolean
read_plus (const DeskProperty  *property,
           DeskTax             *tax,
           const DeskGroup     *group,
           const char          *list,
           GError             **error)
{
  g_auto (GStrv) names = g_strsplit (list, ";", -1);
  guint i;
  guint j;

  if (names[0] == NULL)
    return desk_group_fail (group, "base", error, N_("net+ names no tax"));
  for (i = 0; names[i] != NULL; i++)
    {
      const DeskTax *other = desk_property_get_tax (property, names[i]);
      g_autofree char *name = desk_quote (names[i]);

      if (other == NULL && desk_source_find (group->source, "tax", names[i]) != NULL)
        return desk_group_fail_word (group, "base", error,
                                     N_("{word} must stand earlier in the file"), name);
      if (other == NULL)
        return desk_group_fail_word (group, "base", error, N_("there is no tax {word}"), name);
      if (other->kind != DESK_TAX_PERCENT)
        return desk_group_fail_word (group, "base", error, N_("{word} is not of kind=percent"),
                                     name);
      if (tax->mode == DESK_TAX_INCLUSIVE && other->mode != DESK_TAX_INCLUSIVE)
        return desk_group_fail_word (group, "base", error,
                                     N_("an inclusive tax cannot stand on {word}, which is "
                                        "exclusive"),
                                     name);
      for (j = 0; j < tax->plus->len; j++)
        {
          if (g_array_index (tax->plus, guint, j) == other->index)
            return desk_group_fail_word (group, "base", error,
                                         N_("{word} stands in the list twice"), name);
        }
      g_array_append_val (tax->plus, other->index);
    }
  return TRUE;
}

static gboolean
read_base (const DeskProperty  *property,
           DeskTax             *tax,
           const DeskGroup     *group,
           GError             **error)
{
  g_autofree char *base = NULL;
  g_autofree char *quoted = NULL;

  tax->base = DESK_TAX_BASE_NET;
  if (!desk_group_has (group, "base"))
    return TRUE;
  if (tax->kind != DESK_TAX_PERCENT)
    return desk_group_fail (group, "base", error, N_("only kind=percent has a base"));
  if (!desk_group_get_text (group, "base", &base, error))
    return FALSE;

  if (strcmp (base, "net") == 0)
    return TRUE;
  if (strcmp (base, "gross") == 0)
    {
      tax->base = DESK_TAX_BASE_GROSS;
      return TRUE;
    }
  if (g_str_has_prefix (base, "net+"))
    {
      tax->base = DESK_TAX_BASE_NET_PLUS;
      return read_plus (property, tax, group, base + strlen ("net+"), error);
    }
  quoted = desk_quote (base);
  return desk_group_fail_word (group, "base", error,
                               N_("{word} is none of net, gross, net+TAX;TAX"), quoted);
}

static gboolean
read_rounding (DeskTax          *tax,
               const DeskGroup  *group,
               GError          **error)
{
  guint rounding = DESK_ROUNDING_HALF_UP;
  guint moment = DESK_ROUND_AT_LINE;
  gboolean exclusive_percent = tax->kind == DESK_TAX_PERCENT && tax->mode == DESK_TAX_EXCLUSIVE;

  tax->step_minor = 1;
  if (!desk_group_get_choice (group, "round", roundings, &rounding, error) ||
      !desk_group_get_amount (group, "step", &tax->step_minor, error))
    return FALSE;
  if (tax->step_minor == 0)
    return desk_group_fail (group, "step", error, N_("a step of rounding is more than 0"));
  if (!exclusive_percent &&
      !desk_group_refuse (group, "round-at", N_("only an exclusive tax of kind=percent has it"),
                          error))
    return FALSE;
  if (!desk_group_get_choice (group, "round-at", moments, &moment, error))
    return FALSE;

  tax->rounding = (DeskRounding) rounding;
  tax->round_at = (DeskRoundAt) moment;
  return TRUE;
}

static gboolean
read_dates (DeskTax          *tax,
            const DeskGroup  *group,
            GError          **error)
{
  if (!desk_group_get_date (group, "from", &tax->from, error) ||
      !desk_group_get_date (group, "to", &tax->to, error))
    return FALSE;
  if (tax->from != DESK_DATE_NONE && tax->to != DESK_DATE_NONE && tax->to < tax->from)
    return desk_group_fail (group, "to", error, N_("the rule ends before it begins"));
  return TRUE;
}

static gboolean
read_bounds (DeskTax          *tax,
             const DeskGroup  *group,
             GError          **error)
{
  tax->max_nights = -1;
  tax->cap_minor = -1;
  if (tax->kind == DESK_TAX_STAY &&
      !desk_group_refuse (group, "max-nights", N_("kind=stay has no nights"), error))
    return FALSE;
  if (tax->mode == DESK_TAX_INCLUSIVE &&
      (!desk_group_refuse (group, "cap", N_("only an exclusive tax has a cap"), error) ||
       !desk_group_refuse (group, "own-tax", N_("only an exclusive tax has tax of its own"),
                           error)))
    return FALSE;
  if (tax->kind != DESK_TAX_PERSON_NIGHT &&
      !desk_group_refuse (group, "min-age", N_("only kind=person-night has it"), error))
    return FALSE;

  return desk_group_get_number (group, "max-nights", MAX_NIGHTS, &tax->max_nights, error) &&
         desk_group_get_amount (group, "cap", &tax->cap_minor, error) &&
         desk_group_get_number (group, "min-age", MAX_AGE, &tax->min_age, error);
}

static gboolean
read_flags (DeskTax          *tax,
            const DeskGroup  *group,
            GError          **error)
{
  tax->vat = tax->mode == DESK_TAX_INCLUSIVE;
  if (tax->kind != DESK_TAX_PERCENT &&
      !desk_group_refuse (group, "vat", N_("only kind=percent can be a row of the VAT table"),
                          error))
    return FALSE;
  return desk_group_get_flag (group, "vat", &tax->vat, error) &&
         desk_group_get_flag (group, "reducible", &tax->reducible, error);
}

/* Reads a [tax X]. Its `own-tax` may name rules that come later; see
 * desk_property_connect(). */
gboolean
desk_property_read_tax (DeskProperty     *self,
                        const DeskGroup  *group,
                        GError          **error)
{
  DeskTax *tax = g_new0 (DeskTax, 1);

  tax->name = g_strdup (group->name);
  tax->index = self->taxes->len;
  tax->rate = DESK_RATIONAL_ZERO;
  tax->plus = g_array_new (FALSE, FALSE, sizeof (guint));
  tax->own = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->taxes, tax);

  if (!read_kind (tax, group, error) ||
      !read_rate (tax, group, error) ||
      !read_base (self, tax, group, error) ||
      !read_rounding (tax, group, error) ||
      !read_dates (tax, group, error) ||
      !read_bounds (tax, group, error) ||
      !read_flags (tax, group, error) ||
      !desk_group_get_names (group, "class", &tax->classes, error) ||
      !desk_group_get_words (group, &tax->words, error))
    return FALSE;

  /* Known by name only from here on: a tax cannot stand on itself. */
  desk_property_add (self, group, NULL, tax);
  return TRUE;
}
