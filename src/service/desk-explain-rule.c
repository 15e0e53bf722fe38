/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

/* A tax rule in words, as the set-up has it. */

static DeskMessage *
new_percent_rule (const DeskTax *tax)
{
  if (tax->mode == DESK_TAX_INCLUSIVE)
    {
      if (tax->base == DESK_TAX_BASE_GROSS)
        return desk_message_new (NULL, N_("Rule {rule}: {rate} of the whole price, inside it"));
      /* Translators: {rule} is the name of a tax rule in the settings */
      return desk_message_new (NULL, N_("Rule {rule}: {rate} of the price without tax, inside it"));
    }
  switch (tax->base)
    {
    case DESK_TAX_BASE_GROSS:
      return desk_message_new (NULL, N_("Rule {rule}: {rate} of the price, on top of it"));
    case DESK_TAX_BASE_NET_PLUS:
      return desk_message_new (NULL, N_("Rule {rule}: {rate} of the price without tax and of other "
                                        "charges on it, on top of it"));
    case DESK_TAX_BASE_NET:
    default:
      return desk_message_new (NULL, N_("Rule {rule}: {rate} of the price without tax, "
                                        "on top of it"));
    }
}

static DeskMessage *
new_rule (const DeskTax *tax)
{
  DeskMessage *row;

  switch (tax->kind)
    {
    case DESK_TAX_PERSON_NIGHT:
      row = desk_message_new (NULL, N_("Rule {rule}: {amount} for each person and night"));
      break;
    case DESK_TAX_ROOM_NIGHT:
      row = desk_message_new (NULL, N_("Rule {rule}: {amount} for each room and night"));
      break;
    case DESK_TAX_STAY:
      row = desk_message_new (NULL, N_("Rule {rule}: {amount} once for a stay"));
      break;
    case DESK_TAX_PERCENT:
    default:
      return desk_message_percent (new_percent_rule (tax), "rate", tax->rate_text);
    }
  return desk_explain_put_money (row, "amount", tax->amount_minor);
}

static void
add_validity (const DeskTax *tax,
              GPtrArray     *rows)
{
  DeskMessage *row;

  if (tax->from != DESK_DATE_NONE && tax->to != DESK_DATE_NONE)
    row = desk_message_new (NULL, N_("In force: {from} – {to}"));
  else if (tax->from != DESK_DATE_NONE)
    row = desk_message_new (NULL, N_("In force since {from}"));
  else if (tax->to != DESK_DATE_NONE)
    row = desk_message_new (NULL, N_("Last day in force: {to}"));
  else
    return;

  desk_message_integer (row, "from", DESK_ARG_DATE, tax->from != DESK_DATE_NONE ? tax->from
                                                                                : tax->to);
  desk_message_integer (row, "to", DESK_ARG_DATE, tax->to != DESK_DATE_NONE ? tax->to : tax->from);
  g_ptr_array_add (rows, row);
}

static DeskMessage *
new_rounding (DeskRounding rounding)
{
  switch (rounding)
    {
    case DESK_ROUNDING_HALF_EVEN:
      return desk_message_new (NULL, N_("Rounding: to {step}, halves to the even side"));
    case DESK_ROUNDING_DOWN:
      return desk_message_new (NULL, N_("Rounding: down to {step}"));
    case DESK_ROUNDING_UP:
      return desk_message_new (NULL, N_("Rounding: up to {step}"));
    case DESK_ROUNDING_HALF_UP:
    default:
      return desk_message_new (NULL, N_("Rounding: to {step}, halves upwards"));
    }
}

static void
add_rounding (const DeskTax *tax,
              GPtrArray     *rows)
{
  g_ptr_array_add (rows, desk_explain_put_amount (new_rounding (tax->rounding), "step",
                                                  tax->step_minor));
  if (tax->mode != DESK_TAX_EXCLUSIVE || tax->kind != DESK_TAX_PERCENT)
    return;

  switch (tax->round_at)
    {
    case DESK_ROUND_AT_NIGHT:
      g_ptr_array_add (rows, desk_message_new (NULL, N_("Rounded once for each night")));
      break;
    case DESK_ROUND_AT_INVOICE:
      g_ptr_array_add (rows, desk_message_new (NULL, N_("Rounded once for the bill")));
      break;
    case DESK_ROUND_AT_LINE:
    default:
      g_ptr_array_add (rows, desk_message_new (NULL, N_("Rounded for each line")));
      break;
    }
}

static void
add_limits (const DeskTax *tax,
            GPtrArray     *rows)
{
  DeskMessage *row;

  if (tax->cap_minor >= 0)
    {
      row = desk_message_new (NULL, N_("At most {cap} for a stay"));
      g_ptr_array_add (rows, desk_explain_put_money (row, "cap", tax->cap_minor));
    }
  if (tax->max_nights >= 0)
    {
      g_ptr_array_add (rows, desk_message_new_plural (NULL,
                                                      "Due for the first night",
                                                      "Due for the first {n} nights",
                                                      tax->max_nights));
    }
  if (tax->kind == DESK_TAX_PERSON_NIGHT && tax->min_age > 0)
    {
      g_ptr_array_add (rows, desk_message_new_plural (NULL,
                                                      "Children under {n} year do not pay it.",
                                                      "Children under {n} years do not pay it.",
                                                      tax->min_age));
    }
}

/**
 * desk_explain_rule:
 * @property: the set-up the rule is from
 * @tax: a rule
 * @rows: (element-type DeskMessage): the rows are added here
 *
 * Says a tax rule in words: what is taken of what, from when to when, how it is
 * rounded and where it ends.
 */
void
desk_explain_rule (const DeskProperty *property,
                   const DeskTax      *tax,
                   GPtrArray          *rows)
{
  g_ptr_array_add (rows, desk_message_text (new_rule (tax), "rule", tax->name));
  add_validity (tax, rows);
  add_rounding (tax, rows);
  add_limits (tax, rows);
  if (tax->mode == DESK_TAX_EXCLUSIVE)
    {
      /* Translators: "Falls" means that the levy becomes less */
      g_ptr_array_add (rows, tax->reducible
                       ? desk_message_new (NULL, N_("Falls when the price is lowered afterwards"))
                       : desk_message_new (NULL, N_("Stays when the price is lowered afterwards")));
    }
}
