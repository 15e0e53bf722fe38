/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

#include <stdio.h>
#include <string.h>

/* What things on a bill are called, and how numbers are put into messages. */

/**
 * desk_explain_property:
 * @source: what is explained
 * @posting: one of its lines
 *
 * Returns: (transfer none): the set-up the line was made under
 */
const DeskProperty *
desk_explain_property (const DeskExplainSource *source,
                       const DeskPosting       *posting)
{
  const DeskProperty *property = source->lookup (posting->config, source->user_data);

  return property != NULL ? property : source->property;
}

/**
 * desk_explain_put_item:
 * @message: a message
 * @name: the placeholder
 * @property: the set-up the line was made under
 * @posting: the line
 *
 * Says what is charged: in the words of the line, else in those of its code.
 *
 * Returns: (transfer none): @message
 */
DeskMessage *
desk_explain_put_item (DeskMessage        *message,
                       const char         *name,
                       const DeskProperty *property,
                       const DeskPosting  *posting)
{
  const DeskCode *code = desk_property_get_code (property, posting->code);

  if (posting->text != NULL && *posting->text != '\0')
    return desk_message_text (message, name, posting->text);
  return desk_message_words (message, name, code != NULL ? &code->words : NULL, posting->code);
}

static DeskMessage *
put_one_tax (DeskMessage        *message,
             const char         *name,
             const DeskProperty *property,
             const DeskTax      *tax)
{
  const DeskCode *code = tax->code != NULL ? desk_property_get_code (property, tax->code) : NULL;
  gboolean has_code_words = code != NULL && code->words.text != NULL;
  DeskMessage *label;

  if (tax->words.text != NULL)
    return desk_message_words (message, name, &tax->words, tax->name);
  if (has_code_words && (tax->kind != DESK_TAX_PERCENT || g_strv_length (code->taxes) == 1))
    return desk_message_words (message, name, &code->words, tax->name);

  if (has_code_words)
    {
      /* Translators: a tax in the hotel's words and its rate: "City tax 12.5 %" */
      label = desk_message_new (NULL, N_("{tax} {rate}"));
      desk_message_words (label, "tax", &code->words, tax->name);
    }
  else if (tax->vat)
    {
      /* Translators: a rate of value added tax: "VAT 9 %" */
      label = desk_message_new (NULL, N_("VAT {rate}"));
    }
  else
    {
      return desk_message_text (message, name, tax->name);
    }
  return desk_message_nest (message, name, desk_message_percent (label, "rate", tax->rate_text));
}

/**
 * desk_explain_put_tax:
 * @message: a message
 * @name: the placeholder
 * @property: the set-up the tax is from
 * @tax: name of a rule, or several joined with `+`
 *
 * Says which tax is meant: in the property's words for the rule, else for the
 * code it is posted under, else as value added tax with its rate.
 *
 * Returns: (transfer none): @message
 */
DeskMessage *
desk_explain_put_tax (DeskMessage        *message,
                      const char         *name,
                      const DeskProperty *property,
                      const char         *tax)
{
  const DeskTax *rule = desk_property_get_tax (property, tax);
  const char *plus = strrchr (tax, '+');
  g_autofree char *head = NULL;
  DeskMessage *list;

  if (rule != NULL)
    return put_one_tax (message, name, property, rule);
  if (plus == NULL)
    return desk_message_text (message, name, tax);

  head = g_strndup (tax, (gsize) (plus - tax));
  /* Translators: a list: "VAT 9 %, service" */
  list = desk_message_new (NULL, N_("{left}, {right}"));
  desk_explain_put_tax (list, "left", property, head);
  desk_explain_put_tax (list, "right", property, plus + 1);
  return desk_message_nest (message, name, list);
}

DeskMessage *
desk_explain_put_money (DeskMessage *message,
                        const char  *name,
                        gint64       minor)
{
  return desk_message_integer (message, name, DESK_ARG_MONEY, minor);
}

DeskMessage *
desk_explain_put_amount (DeskMessage *message,
                         const char  *name,
                         gint64       minor)
{
  return desk_message_integer (message, name, DESK_ARG_AMOUNT, minor);
}

DeskMessage *
desk_explain_put_exact (DeskMessage  *message,
                        const char   *name,
                        DeskRational  value)
{
  return desk_message_exact (message, name, DESK_ARG_EXACT, value);
}

DeskMessage *
desk_explain_put_day (DeskMessage *message,
                      const char  *name,
                      DeskDate     date)
{
  return desk_message_integer (message, name, DESK_ARG_DAY, date);
}

/**
 * desk_explain_sum:
 * @minor: (array length=n): amounts
 * @n: how many, 1 or more
 *
 * Returns: (transfer full): "11.35 + 12.50 + 17.09"
 */
DeskMessage *
desk_explain_sum (const gint64 *minor,
                  guint         n)
{
  /* Translators: an amount, standing alone in a sum */
  DeskMessage *sum = desk_explain_put_amount (desk_message_new (NULL, N_("{amount}")),
                                              "amount", minor[0]);
  guint i;

  for (i = 1; i < n; i++)
    {
      /* Translators: a sum that grows: "11.35 + 12.50" */
      DeskMessage *longer = desk_message_new (NULL, N_("{sum} + {amount}"));

      desk_message_nest (longer, "sum", sum);
      sum = desk_explain_put_amount (longer, "amount", minor[i]);
    }
  return sum;
}

/**
 * desk_explain_find_step:
 * @posting: a line
 * @op: an operation
 *
 * Returns: (transfer none) (nullable): the first step of that kind
 */
const DeskStep *
desk_explain_find_step (const DeskPosting *posting,
                        DeskStepOp         op)
{
  guint i;

  for (i = 0; i < posting->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (posting, i);

      if (step->op == op)
        return step;
    }
  return NULL;
}

/**
 * desk_explain_persons:
 * @posting: a line
 * @adults: (out): how many adults it was reckoned for
 * @children: (out): how many children who count
 *
 * Returns: whether the line was reckoned for persons
 */
gboolean
desk_explain_persons (const DeskPosting *posting,
                      int               *adults,
                      int               *children)
{
  const DeskStep *step = desk_explain_find_step (posting, DESK_STEP_TIMES);

  return step != NULL && step->rule != NULL &&
         sscanf (step->rule, "persons:%d+%d", adults, children) == 2;
}

/**
 * desk_explain_who:
 * @adults: how many
 * @children: how many who count
 *
 * Returns: (transfer full): "2 adults + 1 child"
 */
DeskMessage *
desk_explain_who (int adults,
                  int children)
{
  DeskMessage *grown = desk_message_new_plural (NULL, "{n} adult", "{n} adults", adults);
  DeskMessage *young;
  DeskMessage *all;

  if (children == 0)
    return grown;

  young = desk_message_new_plural (NULL, "{n} child", "{n} children", children);
  /* Translators: who a levy was reckoned for: "2 adults + 1 child" */
  all = desk_message_new (NULL, N_("{adults} + {children}"));
  desk_message_nest (all, "adults", grown);
  return desk_message_nest (all, "children", young);
}

/**
 * desk_explain_rounding:
 * @text: (nullable): `half-up/1`
 * @rounding: (out): the way
 * @step_minor: (out): to a multiple of this
 *
 * Returns: whether @text is a rounding
 */
gboolean
desk_explain_rounding (const char   *text,
                       DeskRounding *rounding,
                       gint64       *step_minor)
{
  const char *slash = text != NULL ? strchr (text, '/') : NULL;
  g_autofree char *mode = NULL;

  if (slash == NULL)
    return FALSE;
  mode = g_strndup (text, (gsize) (slash - text));
  return desk_rounding_parse (mode, rounding) &&
         g_ascii_string_to_signed (slash + 1, 10, 1, G_MAXINT64, step_minor, NULL);
}

/**
 * desk_explain_is_room:
 * @posting: a line
 *
 * Returns: whether it is the price of a night: posted for itself, at what was
 *   agreed for the night or what its rate plan says
 */
gboolean
desk_explain_is_room (const DeskPosting *posting)
{
  const DeskStep *step = desk_explain_find_step (posting, DESK_STEP_TAKE);

  return posting->kind == DESK_POSTING_CHARGE && posting->parent == 0 &&
         step != NULL && step->rule != NULL &&
         (strcmp (step->rule, "night") == 0 || g_str_has_prefix (step->rule, "plan:"));
}
