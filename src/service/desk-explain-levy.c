/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

#include "desk-amount.h"

/* The taxes and levies on top of the prices: each night's amount, the sum, and
 * what one calculation on the whole would give. */

/* A sum of more amounts than this is not written out. */
#define LONGEST_SUM 10

/* One rule and the lines posted for it. */
typedef struct
{
  const char         *name;
  const DeskProperty *property;
  const DeskTax      *tax;       /* (nullable) */
  GPtrArray          *lines;     /* (element-type DeskPosting) (unowned) */
  gint64              sum_minor;
  guint               n_nights;
} Levy;

static void
levy_free (gpointer data)
{
  Levy *levy = data;

  g_ptr_array_unref (levy->lines);
  g_free (levy);
}

static Levy *
find_levy (GPtrArray                *levies,
           const DeskExplainSource  *source,
           const DeskPosting        *posting)
{
  Levy *levy;
  guint i;

  for (i = 0; i < levies->len; i++)
    {
      levy = g_ptr_array_index (levies, i);
      if (g_str_equal (levy->name, posting->tax))
        return levy;
    }

  levy = g_new0 (Levy, 1);
  levy->name = posting->tax;
  levy->property = desk_explain_property (source, posting);
  levy->tax = desk_property_get_tax (levy->property, levy->name);
  levy->lines = g_ptr_array_new ();
  g_ptr_array_add (levies, levy);
  return levy;
}

static gboolean
is_new_night (const Levy        *levy,
              const DeskPosting *posting)
{
  guint i;

  for (i = 0; i < levy->lines->len; i++)
    {
      const DeskPosting *other = g_ptr_array_index (levy->lines, i);

      if (other->stay_date == posting->stay_date)
        return FALSE;
    }
  return posting->kind == DESK_POSTING_TAX;
}

static gboolean
collect (const DeskExplainSource  *source,
         GPtrArray                *levies,
         GError                  **error)
{
  guint i;

  for (i = 0; i < source->folio->lines->len; i++)
    {
      const DeskPosting *posting = g_ptr_array_index (source->folio->lines, i);
      Levy *levy;

      if (posting->tax == NULL)
        continue;
      levy = find_levy (levies, source, posting);
      if (!desk_amount_add (levy->sum_minor, posting->amount_minor, &levy->sum_minor, error))
        return FALSE;
      if (is_new_night (levy, posting))
        levy->n_nights++;
      g_ptr_array_add (levy->lines, (gpointer) posting);
    }
  return TRUE;
}

/* The exact number of a percent line before it is rounded, and its base. */
static gboolean
find_exact (const DeskPosting *posting,
            DeskRational      *base,
            DeskRational      *exact)
{
  guint i;

  for (i = 1; i < posting->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (posting, i);

      if (step->op != DESK_STEP_PERCENT)
        continue;
      *base = desk_posting_get_step (posting, i - 1)->result;
      *exact = step->result;
      return TRUE;
    }
  return FALSE;
}

static DeskMessage *
say_percent_night (const DeskPosting *posting,
                   DeskRational       base,
                   DeskRational       exact)
{
  DeskMessage *row;

  if (desk_rational_equal (exact, desk_rational_from_int (posting->amount_minor)))
    {
      /* Translators: "Mon 26 Feb: 10 % of 90.00 = 9.00" */
      row = desk_message_new (NULL, N_("{day}: {rate} of {base} = {amount}"));
    }
  else if (desk_explain_find_step (posting, DESK_STEP_CAP) != NULL)
    {
      /* Translators: the levy has an upper limit for one stay */
      row = desk_message_new (NULL, N_("{day}: {rate} of {base} = {exact}, "
                                       "up to the limit for a stay: {amount}"));
    }
  else
    {
      /* Translators: "Mon 26 Feb: 12.5 % of 90.8256… = 11.3532…, rounded: 11.35" */
      row = desk_message_new (NULL, N_("{day}: {rate} of {base} = {exact}, rounded: {amount}"));
    }
  desk_message_percent (row, "rate", desk_explain_find_step (posting, DESK_STEP_PERCENT)->rate);
  desk_explain_put_exact (row, "base", base);
  return desk_explain_put_exact (row, "exact", exact);
}

static DeskMessage *
say_night (const DeskPosting *posting)
{
  DeskRational base;
  DeskRational exact;
  DeskMessage *row;
  int adults;
  int children;

  if (posting->kind == DESK_POSTING_ROUNDING)
    {
      /* Translators: evens out the lines where a tax is rounded once for the whole bill */
      row = desk_message_new (NULL, N_("Rounding for the bill: {amount}"));
    }
  else if (find_exact (posting, &base, &exact))
    {
      row = say_percent_night (posting, base, exact);
    }
  else if (desk_explain_persons (posting, &adults, &children) && posting->quantity != 1)
    {
      /* Translators: "Mon 26 Feb, 2 adults + 1 child: 2.00 × 3 = 6.00" */
      row = desk_message_new (NULL, N_("{day}, {persons}: {price} × {number} = {amount}"));
      desk_message_nest (row, "persons", desk_explain_who (adults, children));
      desk_explain_put_amount (row, "price", posting->unit_minor);
      desk_message_integer (row, "number", DESK_ARG_INT, posting->quantity);
    }
  else
    {
      row = desk_message_new (NULL, N_("{day}: {amount}"));
    }
  desk_explain_put_day (row, "day", posting->stay_date);
  return desk_explain_put_amount (row, "amount", posting->amount_minor);
}

/* What the tax would be if its exact amounts were summed and rounded once; only
 * where that is a question: of percent, without a cap. */
static gboolean
reckon_once (const Levy *levy,
             gint64     *once_minor)
{
  DeskRational sum = DESK_RATIONAL_ZERO;
  guint i;

  if (levy->tax == NULL)
    return FALSE;

  for (i = 0; i < levy->lines->len; i++)
    {
      const DeskPosting *posting = g_ptr_array_index (levy->lines, i);
      DeskRational base;
      DeskRational exact;

      if (posting->kind == DESK_POSTING_ROUNDING)
        continue;
      if (!find_exact (posting, &base, &exact) ||
          desk_explain_find_step (posting, DESK_STEP_CAP) != NULL ||
          !desk_rational_add (sum, exact, &sum, NULL))
        return FALSE;
    }
  return desk_rational_round (sum, levy->tax->rounding, levy->tax->step_minor, once_minor, NULL);
}

/* "11.35 + 12.50 + 17.09", or how many amounts there are. */
static DeskMessage *
say_amounts (const Levy *levy)
{
  g_autofree gint64 *amounts = g_new (gint64, levy->lines->len);
  guint i;

  if (levy->lines->len > LONGEST_SUM)
    return desk_message_new_plural (NULL, "{n} amount", "{n} amounts", levy->lines->len);

  for (i = 0; i < levy->lines->len; i++)
    amounts[i] = ((const DeskPosting *) g_ptr_array_index (levy->lines, i))->amount_minor;
  return desk_explain_sum (amounts, levy->lines->len);
}

static DeskMessage *
new_sum (const Levy *levy)
{
  if (levy->tax == NULL || levy->tax->kind != DESK_TAX_PERCENT)
    return desk_message_new (NULL, N_("Together: {sum} = {total}"));

  switch (levy->tax->round_at)
    {
    case DESK_ROUND_AT_NIGHT:
      /* Translators: {sum} is "11.35 + 12.50 + 17.09" */
      return desk_message_new (NULL, N_("Each night is rounded by itself: {sum} = {total}"));
    case DESK_ROUND_AT_INVOICE:
      /* Translators: {sum} is what the lines say until the bill is made: "11.35 + 12.50" */
      return desk_message_new (NULL, N_("Rounded once when the bill is made, "
                                        "until now: {sum} = {total}"));
    case DESK_ROUND_AT_LINE:
    default:
      return desk_message_new (NULL, N_("Each line is rounded by itself: {sum} = {total}"));
    }
}

/* Whether each night was reckoned for the same persons at the same amount. */
static gboolean
is_same_each_night (const Levy *levy,
                    gint64     *person_nights)
{
  const DeskPosting *first = g_ptr_array_index (levy->lines, 0);
  int adults;
  int children;
  guint i;

  *person_nights = 0;
  for (i = 0; i < levy->lines->len; i++)
    {
      const DeskPosting *posting = g_ptr_array_index (levy->lines, i);
      const DeskStep *times = desk_explain_find_step (posting, DESK_STEP_TIMES);

      if (!desk_explain_persons (posting, &adults, &children) ||
          posting->unit_minor != first->unit_minor ||
          posting->quantity != adults + children ||
          g_strcmp0 (times->rule,
                     desk_explain_find_step (first, DESK_STEP_TIMES)->rule) != 0)
        return FALSE;
      *person_nights += posting->quantity;
    }
  return TRUE;
}

/* "5 nights, 2 adults: 2.00 × 10 = 20.00" */
static DeskMessage *
say_person_nights (const Levy *levy,
                   gint64      person_nights)
{
  const DeskPosting *first = g_ptr_array_index (levy->lines, 0);
  DeskMessage *nights = desk_message_new_plural (NULL, "{n} night", "{n} nights", levy->n_nights);
  DeskMessage *row;
  int adults = 0;
  int children = 0;

  /* Translators: "5 nights, 2 adults: 2.00 × 10 = 20.00" */
  row = desk_message_new (NULL, N_("{nights}, {persons}: {price} × {number} = {amount}"));
  desk_explain_persons (first, &adults, &children);
  desk_message_nest (row, "nights", nights);
  desk_message_nest (row, "persons", desk_explain_who (adults, children));
  desk_explain_put_amount (row, "price", first->unit_minor);
  desk_message_integer (row, "number", DESK_ARG_INT, person_nights);
  return desk_explain_put_amount (row, "amount", levy->sum_minor);
}

static void
add_levy (const Levy *levy,
          GPtrArray  *rows)
{
  DeskMessage *row = desk_message_new (NULL, N_("{tax}: {amount}"));
  gint64 person_nights;
  gint64 once;
  guint i;

  desk_explain_put_tax (row, "tax", levy->property, levy->name);
  g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", levy->sum_minor));
  for (i = 0; i < levy->lines->len; i++)
    g_ptr_array_add (rows, say_night (g_ptr_array_index (levy->lines, i)));
  if (levy->lines->len < 2)
    return;

  if (is_same_each_night (levy, &person_nights))
    {
      g_ptr_array_add (rows, say_person_nights (levy, person_nights));
      return;
    }

  row = desk_message_nest (new_sum (levy), "sum", say_amounts (levy));
  g_ptr_array_add (rows, desk_explain_put_amount (row, "total", levy->sum_minor));

  if (!reckon_once (levy, &once) || once == levy->sum_minor)
    return;
  row = desk_message_new (NULL, N_("Reckoned once on the whole it would be {other}."));
  g_ptr_array_add (rows, desk_explain_put_amount (row, "other", once));
}

static DeskMessage *
say_levies (const GPtrArray *levies,
            gint64           sum_minor)
{
  const Levy *levy;
  DeskMessage *sentence;

  if (levies->len == 0)
    return desk_message_new (NULL, N_("There is no tax or levy on top of the prices."));
  if (levies->len > 1)
    {
      sentence = desk_message_new (NULL, N_("Taxes and levies on top of the prices: {amount}."));
      return desk_explain_put_money (sentence, "amount", sum_minor);
    }

  levy = g_ptr_array_index (levies, 0);
  /* Translators: "City tax: 81.99 € for 5 nights." */
  sentence = desk_message_new_plural (NULL,
                                      "{tax}: {amount} for {n} night.",
                                      "{tax}: {amount} for {n} nights.",
                                      levy->n_nights);
  desk_explain_put_tax (sentence, "tax", levy->property, levy->name);
  return desk_explain_put_money (sentence, "amount", sum_minor);
}

/**
 * desk_explain_levy:
 * @source: what is explained
 * @out: the explanation to fill
 * @error: return location for a #GError
 *
 * Explains every tax that has lines of its own.
 *
 * Returns: %FALSE where the sums do not fit
 */
gboolean
desk_explain_levy (const DeskExplainSource  *source,
                   DeskExplanation          *out,
                   GError                  **error)
{
  g_autoptr (GPtrArray) levies = g_ptr_array_new_with_free_func (levy_free);
  gint64 sum = 0;
  guint i;

  if (!collect (source, levies, error))
    return FALSE;

  for (i = 0; i < levies->len; i++)
    {
      const Levy *levy = g_ptr_array_index (levies, i);

      if (!desk_amount_add (sum, levy->sum_minor, &sum, error))
        return FALSE;
      add_levy (levy, out->arithmetic);
    }
  out->sentence = say_levies (levies, sum);
  return TRUE;
}
