/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

#include "desk-amount.h"

/* What the confirmation promised against what is billed and still to come, each
 * difference named; the rows add up to the cent. */

/* What a line is, seen from the promise. */
typedef enum
{
  SHARE_ROOM,      /* the price of a night and the parts of its package */
  SHARE_LEVY,      /* taxes and levies on top of that */
  SHARE_EXTRA,     /* charged beyond what was agreed, with its own taxes */
  SHARE_ANSWER,    /* corrections, gestures, returns */
  SHARE_PAYMENT,
  N_SHARES,
} Share;

static Share
share_of (const DeskFolioView *folio,
          const DeskPosting   *posting)
{
  const DeskPosting *top = posting;

  switch (posting->kind)
    {
    case DESK_POSTING_CHARGE:
    case DESK_POSTING_TAX:
      break;
    case DESK_POSTING_PAYMENT:
      return SHARE_PAYMENT;
    case DESK_POSTING_ROUNDING:
      return posting->tax != NULL ? SHARE_LEVY : SHARE_PAYMENT;
    case DESK_POSTING_PAID_OUT:
      return SHARE_EXTRA;
    case DESK_POSTING_CORRECTION:
    case DESK_POSTING_ALLOWANCE:
    case DESK_POSTING_CREDIT_NOTE:
    case DESK_POSTING_GOODWILL:
    case DESK_POSTING_RETURN:
    case DESK_POSTING_TRANSFER:
    default:
      return SHARE_ANSWER;
    }

  /* A parent always stands before its part, so this ends. */
  while (top->parent != 0 && top->parent < top->line &&
         desk_folio_view_get_line (folio, top->parent) != NULL)
    top = desk_folio_view_get_line (folio, top->parent);

  if (top->kind == DESK_POSTING_TAX || desk_explain_is_room (top))
    return posting->kind == DESK_POSTING_TAX ? SHARE_LEVY : SHARE_ROOM;
  return SHARE_EXTRA;
}

/* The line that @posting is about in the end: itself, or what it and its answers answer. */
static const DeskPosting *
find_answered (const DeskFolioView *folio,
               const DeskPosting   *posting)
{
  const DeskPosting *line = posting;

  /* An answer always stands behind what it answers, so this ends. */
  while (line->answers != 0 && line->answers < line->line &&
         desk_folio_view_get_line (folio, line->answers) != NULL)
    line = desk_folio_view_get_line (folio, line->answers);
  return line;
}

/* @what: (transfer full): what is compared */
static gboolean
add_comparison (DeskMessage  *what,
                gint64        promised,
                gint64        billed,
                GPtrArray    *rows,
                GError      **error)
{
  gint64 difference;
  DeskMessage *row;

  if (!desk_amount_sub (billed, promised, &difference, error))
    {
      desk_message_free (what);
      return FALSE;
    }
  if (difference == 0)
    {
      /* Translators: "Room: 715.00, as promised" */
      row = desk_message_new (NULL, N_("{what}: {billed}, as promised"));
    }
  else
    {
      /* Translators: "Room: promised 715.00, billed 735.00, difference 20.00" */
      row = desk_message_new (NULL, N_("{what}: promised {promised}, billed {billed}, difference "
                                       "{difference}"));
      desk_explain_put_amount (row, "promised", promised);
      desk_explain_put_amount (row, "difference", difference);
    }
  desk_message_nest (row, "what", what);
  g_ptr_array_add (rows, desk_explain_put_amount (row, "billed", billed));
  return TRUE;
}

/* Every line beyond the agreement by itself, so that each difference has a name. */
static gboolean
add_beyond (const DeskExplainSource  *source,
            gint64                    sums[N_SHARES],
            GPtrArray                *rows,
            GError                  **error)
{
  guint i;

  for (i = 0; i < source->folio->lines->len; i++)
    {
      const DeskPosting *posting = g_ptr_array_index (source->folio->lines, i);
      Share share = share_of (source->folio, posting);
      DeskMessage *row;

      if (!desk_amount_add (sums[share], posting->amount_minor, &sums[share], error))
        return FALSE;
      if (share == SHARE_EXTRA)
        {
          /* Translators: something the guest had that was not part of the booking */
          row = desk_message_new (NULL, N_("Not part of the booking: {item}, {day}, {amount}"));
        }
      else if (share == SHARE_ANSWER)
        {
          /* Translators: a correction or a gesture */
          row = desk_message_new (NULL, N_("Put right afterwards: {item}, {day}, {amount}"));
        }
      else
        {
          continue;
        }
      desk_explain_put_item (row, "item", desk_explain_property (source, posting), posting);
      desk_explain_put_day (row, "day", posting->stay_date != DESK_DATE_NONE
                                          ? posting->stay_date : posting->business_date);
      g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", posting->amount_minor));
    }
  return TRUE;
}

/* What is billed, and what of it the promise says nothing of. */
typedef struct
{
  gint64 all;
  gint64 beyond;        /* had and not promised, nights among it */
  gint64 given;         /* gestures for the whole bill; negative */
} Billed;

static DeskMessage *
say_difference (gint64   promised,
                gint64   billed,
                gboolean is_all)
{
  DeskMessage *sentence;

  if (promised == billed)
    sentence = desk_message_new (NULL, is_all ? N_("The bill comes to {billed}, as promised.")
                                              : N_("What we confirmed comes to {billed}, as "
                                                   "promised."));
  else if (billed > promised)
    sentence = desk_message_new (NULL, is_all ? N_("We promised {promised} and the bill comes to "
                                                   "{billed}, which is {difference} more.")
                                              : N_("We promised {promised} and what we confirmed "
                                                   "comes to {billed}, which is {difference} "
                                                   "more."));
  else
    sentence = desk_message_new (NULL, is_all ? N_("We promised {promised} and the bill comes to "
                                                   "{billed}, which is {difference} less.")
                                              : N_("We promised {promised} and what we confirmed "
                                                   "comes to {billed}, which is {difference} "
                                                   "less."));
  desk_explain_put_money (sentence, "promised", promised);
  desk_explain_put_money (sentence, "billed", billed);
  return desk_explain_put_money (sentence, "difference", ABS (billed - promised));
}

/* Promised and billed are compared on the same basis: what the guest had besides is
 * no part of the difference. */
static DeskMessage *
say_promise (const DeskExplainSource *source,
             const Billed            *billed)
{
  gint64 promised = source->stay->promised;
  DeskMessage *sentence;

  if (promised == 0 && source->promise == NULL)
    {
      sentence = desk_message_new (NULL, N_("No total was promised for this stay; the bill comes "
                                            "to {billed}."));
    }
  else if (billed->beyond <= 0)
    {
      return say_difference (promised, billed->all, TRUE);
    }
  else
    {
      /* Translators: {sentence} is "What we confirmed comes to €339.00, as promised.", {beyond}
       * what the guest had besides, such as dinner, {given} what a gesture took off the bill */
      sentence = desk_message_new (NULL, billed->given == 0
                                           ? N_("{sentence} With {beyond} that was not in the "
                                                "confirmation, the bill comes to {billed}.")
                                           : N_("{sentence} With {beyond} that was not in the "
                                                "confirmation, less {given} as a gesture, the "
                                                "bill comes to {billed}."));
      desk_message_nest (sentence, "sentence",
                         say_difference (promised, billed->all - billed->beyond - billed->given,
                                         FALSE));
      desk_explain_put_money (sentence, "beyond", billed->beyond);
      desk_explain_put_money (sentence, "given", -billed->given);
    }
  return desk_explain_put_money (sentence, "billed", billed->all);
}

/* Whether the night of @date is still to be posted. */
static gboolean
is_to_come (const DeskStayView *stay,
            DeskDate            date)
{
  guint i;

  for (i = 0; i < stay->nights->len; i++)
    {
      const DeskNightRow *night = g_ptr_array_index (stay->nights, i);

      if (night->date == date)
        return !night->posted;
    }
  return FALSE;
}

static gboolean
is_promised (const DeskExplainSource *source,
             DeskDate                 date)
{
  guint i;

  if (source->promise == NULL || date == DESK_DATE_NONE)
    return TRUE;
  for (i = 0; i < source->promise->nights->len; i++)
    {
      if (g_array_index (source->promise->nights, DeskPromiseNight, i).date == date)
        return TRUE;
    }
  return FALSE;
}

/* Of what is still to come, what belongs to nights that were not promised. */
static gboolean
add_nights_beyond (const DeskExplainSource  *source,
                   gint64                    to_come,
                   gint64                   *beyond,
                   GError                  **error)
{
  gint64 rest = to_come;
  gboolean all_promised = TRUE;
  guint i;

  for (i = 0; i < source->stay->nights->len; i++)
    {
      const DeskNightRow *night = g_ptr_array_index (source->stay->nights, i);

      all_promised = all_promised && (night->posted || is_promised (source, night->date));
    }
  if (all_promised)
    return TRUE;

  for (i = 0; i < source->promise->nights->len; i++)
    {
      const DeskPromiseNight *night =
        &g_array_index (source->promise->nights, DeskPromiseNight, i);

      if (is_to_come (source->stay, night->date) &&
          (!desk_amount_sub (rest, night->price_minor, &rest, error) ||
           !desk_amount_sub (rest, night->levy_minor, &rest, error)))
        return FALSE;
    }
  return desk_amount_add (*beyond, rest, beyond, error);
}

/* Each answer counts where the line stands that it is about. */
static gboolean
sum_billed (const DeskExplainSource  *source,
            gint64                    to_come,
            Billed                   *billed,
            GError                  **error)
{
  guint i;

  for (i = 0; i < source->folio->lines->len; i++)
    {
      const DeskPosting *posting = g_ptr_array_index (source->folio->lines, i);
      const DeskPosting *about = find_answered (source->folio, posting);
      Share share = share_of (source->folio, about);
      gint64 *sum = NULL;

      if (share == SHARE_ANSWER)
        sum = &billed->given;
      else if (share == SHARE_EXTRA ||
               (share != SHARE_PAYMENT && !is_promised (source, about->stay_date)))
        sum = &billed->beyond;
      if (sum != NULL && !desk_amount_add (*sum, posting->amount_minor, sum, error))
        return FALSE;
    }
  return add_nights_beyond (source, to_come, &billed->beyond, error);
}

/* What is posted for the night of @date, levies left out. */
static gboolean
sum_night (const DeskFolioView  *folio,
           DeskDate              date,
           gint64               *sum_minor,
           GError              **error)
{
  guint i;

  for (i = 0; i < folio->lines->len; i++)
    {
      const DeskPosting *posting = g_ptr_array_index (folio->lines, i);

      if (posting->stay_date == date && share_of (folio, posting) == SHARE_ROOM &&
          !desk_amount_add (*sum_minor, posting->amount_minor, sum_minor, error))
        return FALSE;
    }
  return TRUE;
}

/* @to_come: what the nights to come will add to the bill; what is told here is
 * taken off it. */
static gboolean
add_night (const DeskExplainSource  *source,
           const DeskPromiseNight   *night,
           gint64                   *to_come,
           GPtrArray                *rows,
           GError                  **error)
{
  DeskMessage *row;
  gint64 billed = 0;

  if (*to_come != 0 && is_to_come (source->stay, night->date))
    {
      /* Translators: a night the guest has not slept yet, with its price */
      row = desk_message_new (NULL, N_("{day}, still to come: {amount}"));
      desk_explain_put_day (row, "day", night->date);
      g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", night->price_minor));
      return desk_amount_sub (*to_come, night->price_minor, to_come, error) &&
             desk_amount_sub (*to_come, night->levy_minor, to_come, error);
    }
  if (!sum_night (source->folio, night->date, &billed, error))
    return FALSE;
  /* Translators: the day a night begins, as the subject of a comparison */
  row = desk_explain_put_day (desk_message_new (NULL, N_("{day}")), "day", night->date);
  return add_comparison (row, night->price_minor, billed, rows, error);
}

/* Night by night what was told, against what is billed. Adds up what was told
 * for the levies, and takes the nights told off what is billed for rooms. */
static gboolean
add_nights (const DeskExplainSource  *source,
            gint64                   *to_come,
            gint64                   *levies_told,
            gint64                   *unnamed,
            GPtrArray                *rows,
            GError                  **error)
{
  const GArray *nights = source->promise->nights;
  guint i;

  for (i = 0; i < nights->len; i++)
    {
      const DeskPromiseNight *night = &g_array_index (nights, DeskPromiseNight, i);
      gint64 billed = 0;

      if (!add_night (source, night, to_come, rows, error) ||
          !sum_night (source->folio, night->date, &billed, error) ||
          !desk_amount_sub (*unnamed, billed, unnamed, error) ||
          !desk_amount_add (*levies_told, night->levy_minor, levies_told, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_row (GPtrArray   *rows,
         DeskMessage *row,
         gint64       amount)
{
  if (amount != 0)
    g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", amount));
  else
    desk_message_free (row);
}

/* What the total was told to hold beside the nights and their levies. */
static gboolean
add_besides (const DeskExplainSource  *source,
             gint64                    levies_told,
             GPtrArray                *rows,
             GError                  **error)
{
  const GArray *nights = source->promise->nights;
  gint64 rest;
  guint i;

  if (!desk_amount_sub (source->stay->promised, levies_told, &rest, error))
    return FALSE;
  for (i = 0; i < nights->len; i++)
    {
      if (!desk_amount_sub (rest, g_array_index (nights, DeskPromiseNight, i).price_minor,
                            &rest, error))
        return FALSE;
    }
  if (rest == 0)
    return TRUE;
  /* Translators: something in the promised total that belongs to no night */
  return add_comparison (desk_message_new (NULL, N_("Promised beside the nights")), rest, 0,
                         rows, error);
}

/* What was agreed, where it is known night by night. */
static gboolean
add_agreed (const DeskExplainSource  *source,
            gint64                    to_come,
            const gint64              sums[N_SHARES],
            GPtrArray                *rows,
            GError                  **error)
{
  gint64 changed = to_come;
  gint64 unnamed = sums[SHARE_ROOM];
  gint64 levies_told = 0;
  gint64 levies_to_come = 0;
  gint64 levies;
  guint i;

  if (!add_nights (source, &changed, &levies_told, &unnamed, rows, error))
    return FALSE;

  for (i = 0; i < source->promise->nights->len && to_come != 0; i++)
    {
      const DeskPromiseNight *night =
        &g_array_index (source->promise->nights, DeskPromiseNight, i);

      if (is_to_come (source->stay, night->date) &&
          !desk_amount_add (levies_to_come, night->levy_minor, &levies_to_come, error))
        return FALSE;
    }
  if (!desk_amount_add (sums[SHARE_LEVY], levies_to_come, &levies, error))
    return FALSE;

  if (!add_besides (source, levies_told, rows, error))
    return FALSE;
  add_row (rows, desk_message_new (NULL, N_("Nights beyond the confirmation: {amount}")), unnamed);
  if ((levies != 0 || levies_told != 0) &&
      !add_comparison (desk_message_new (NULL, N_("Taxes and levies")), levies_told, levies,
                       rows, error))
    return FALSE;
  add_row (rows, desk_message_new (NULL, N_("Changed for the nights to come: {amount}")), changed);
  return TRUE;
}

/* What was agreed, where no more than its total is known. */
static gboolean
add_agreed_total (const DeskExplainSource  *source,
                  gint64                    to_come,
                  const gint64              sums[N_SHARES],
                  GPtrArray                *rows,
                  GError                  **error)
{
  gint64 agreed;

  if (!desk_amount_add (sums[SHARE_ROOM], sums[SHARE_LEVY], &agreed, error) ||
      !desk_amount_add (agreed, to_come, &agreed, error))
    return FALSE;
  /* Translators: the nights with breakfast and the like, taxes and levies */
  return add_comparison (desk_message_new (NULL, N_("The stay as agreed")), source->stay->promised,
                         agreed, rows, error);
}

static gboolean
add_end (const gint64   sums[N_SHARES],
         gint64         billed,
         GPtrArray     *rows,
         GError       **error)
{
  DeskMessage *row = desk_message_new (NULL, N_("Billed, with the nights to come: {amount}"));
  gint64 left;

  g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", billed));
  if (!desk_amount_add (billed, sums[SHARE_PAYMENT], &left, error))
    return FALSE;
  row = desk_message_new (NULL, N_("Paid until now: {amount}"));
  g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", -sums[SHARE_PAYMENT]));
  row = desk_message_new (NULL, N_("Balance at departure: {amount}"));
  g_ptr_array_add (rows, desk_explain_put_amount (row, "amount", left));
  return TRUE;
}

/**
 * desk_explain_promised:
 * @source: what is explained, with its stay
 * @out: the explanation to fill
 * @error: return location for a #GError
 *
 * Explains the difference between the total the confirmation promised and what
 * the bill comes to at departure.
 *
 * Returns: %FALSE where the sums do not fit
 */
gboolean
desk_explain_promised (const DeskExplainSource  *source,
                       DeskExplanation          *out,
                       GError                  **error)
{
  const DeskStayView *stay = source->stay;
  g_autoptr (GPtrArray) beyond =
    g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
  gint64 sums[N_SHARES] = { 0 };
  Billed billed = { 0 };
  gint64 to_come;
  DeskMessage *row;

  /* The price is between the hotel and the agency. */
  if (!stay->rate_shown)
    {
      out->sentence = desk_message_new (NULL, N_("The price was agreed with your travel agency."));
      return TRUE;
    }

  if (!add_beyond (source, sums, beyond, error) ||
      !desk_amount_sub (stay->balance_departure, source->folio->balance_minor, &to_come, error))
    return FALSE;

  row = desk_message_new (NULL, N_("Promised in the confirmation: {amount}"));
  g_ptr_array_add (out->arithmetic, desk_explain_put_amount (row, "amount", stay->promised));
  if (source->promise != NULL
        ? !add_agreed (source, to_come, sums, out->arithmetic, error)
        : !add_agreed_total (source, to_come, sums, out->arithmetic, error))
    return FALSE;
  g_ptr_array_extend_and_steal (out->arithmetic, g_steal_pointer (&beyond));

  if (!desk_amount_add (source->folio->balance_minor, to_come, &billed.all, error) ||
      !desk_amount_sub (billed.all, sums[SHARE_PAYMENT], &billed.all, error) ||
      !sum_billed (source, to_come, &billed, error))
    return FALSE;
  out->sentence = say_promise (source, &billed);
  return add_end (sums, billed.all, out->arithmetic, error);
}

/**
 * desk_explain_measure_promise:
 * @folio: the lines of a stay; nothing else of it is looked at
 * @promise: what was promised, night by night
 * @above_minor: (out): what the nights that were promised are billed above it, with their
 *   levies and after what was put right; negative where it is less
 * @error: return location for a #GError
 *
 * Compares on the same basis: extras and nights beyond the promise are no part of it,
 * and a promised night that is not posted yet is taken as promised.
 *
 * Returns: %FALSE where the sums do not fit
 */
gboolean
desk_explain_measure_promise (const DeskFolioView      *folio,
                              const DeskPromiseRecord  *promise,
                              gint64                   *above_minor,
                              GError                  **error)
{
  g_autoptr (GHashTable) billed = g_hash_table_new (NULL, NULL);
  DeskDate first = g_array_index (promise->nights, DeskPromiseNight, 0).date;
  DeskDate last = g_array_index (promise->nights, DeskPromiseNight, promise->nights->len - 1).date;
  gint64 sum = 0;
  guint i;

  for (i = 0; i < folio->lines->len; i++)
    {
      const DeskPosting *posting = g_ptr_array_index (folio->lines, i);
      const DeskPosting *about = find_answered (folio, posting);
      Share share = share_of (folio, about);

      if ((share != SHARE_ROOM && share != SHARE_LEVY) ||
          about->stay_date < first || about->stay_date > last)
        continue;
      g_hash_table_add (billed, GINT_TO_POINTER (about->stay_date));
      if (!desk_amount_add (sum, posting->amount_minor, &sum, error))
        return FALSE;
    }

  for (i = 0; i < promise->nights->len; i++)
    {
      const DeskPromiseNight *night = &g_array_index (promise->nights, DeskPromiseNight, i);

      if (g_hash_table_contains (billed, GINT_TO_POINTER (night->date)) &&
          (!desk_amount_sub (sum, night->price_minor, &sum, error) ||
           !desk_amount_sub (sum, night->levy_minor, &sum, error)))
        return FALSE;
    }
  *above_minor = sum;
  return TRUE;
}
