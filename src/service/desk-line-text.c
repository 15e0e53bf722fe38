/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-line-text.h"

#include "desk-explain-private.h"
#include "desk-message.h"

/* What a line is called on the folio: the same on the screen, in the tool and on
 * the guest's copy. */

/* A gesture for the whole bill is a line for each tax: the tax tells them apart. */
static DeskMessage *
name_goodwill (const DeskPosting  *line,
               const DeskProperty *property)
{
  const DeskStep *tax = desk_explain_find_step (line, DESK_STEP_TAX);

  if (line->answers != 0)
    /* Translators: a gesture of the house for line {line}; {why} is the reason */
    return desk_message_new (NULL, N_("Goodwill for line {line}: {why}"));
  if (property == NULL || tax == NULL)
    return desk_message_new (NULL, N_("Goodwill: {why}"));
  /* Translators: a gesture of the house for all lines that bear a tax:
   * "Goodwill, VAT 9 %: Noise" */
  return desk_explain_put_tax (desk_message_new (NULL, N_("Goodwill, {tax}: {why}")), "tax",
                               property, tax->rule);
}

static DeskMessage *
name_answer (const DeskPosting  *line,
             const DeskProperty *property)
{
  switch (line->kind)
    {
    case DESK_POSTING_CORRECTION:
      /* Translators: a line that takes back line {line}; {why} is the reason or what it was */
      return desk_message_new (NULL, N_("Correction of line {line}: {why}"));
    case DESK_POSTING_ALLOWANCE:
      /* Translators: a line that puts line {line} of a closed day right */
      return desk_message_new (NULL, N_("Allowance for line {line}: {why}"));
    case DESK_POSTING_CREDIT_NOTE:
      /* Translators: a line that puts line {line} of an invoice right */
      return desk_message_new (NULL, N_("Credit for line {line}: {why}"));
    case DESK_POSTING_RETURN:
      /* Translators: an item of line {line} was given back */
      return desk_message_new (NULL, N_("Return of line {line}: {why}"));
    case DESK_POSTING_GOODWILL:
      return name_goodwill (line, property);
    case DESK_POSTING_ROUNDING:
      return desk_message_new (NULL, line->tax != NULL ? N_("Rounding: {why}")
                                                       : N_("Cash rounding"));
    case DESK_POSTING_CHARGE:
    case DESK_POSTING_TAX:
    case DESK_POSTING_PAYMENT:
    case DESK_POSTING_PAID_OUT:
    case DESK_POSTING_TRANSFER:
    default:
      return NULL;
    }
}

static const DeskReason *
get_reason (const DeskPosting  *line,
            const DeskProperty *property)
{
  return property != NULL && line->reason != NULL
           ? desk_property_get_reason (property, line->reason) : NULL;
}

/* @name: (transfer full): what the line is; the reason or the code is filled in */
static char *
render (DeskMessage        *name,
        const DeskPosting  *line,
        const DeskProperty *property,
        const DeskCatalog  *catalog)
{
  g_autoptr (DeskMessage) message = name;
  const DeskCode *code = property != NULL ? desk_property_get_code (property, line->code) : NULL;
  const DeskReason *reason = get_reason (line, property);
  const char *lang = desk_catalog_get_language (catalog);
  const char *what = code != NULL ? desk_words_get (&code->words, lang, code->name) : line->code;

  if (message == NULL)
    return g_strdup (what);

  desk_message_integer (message, "line", DESK_ARG_INT, line->answers);
  desk_message_text (message, "why",
                     reason != NULL ? desk_words_get (&reason->words, lang, reason->name) : what);
  return desk_message_render (message, catalog, property);
}

/**
 * desk_line_text_dup:
 * @line: a line of a folio
 * @property: (nullable): the set-up it was made under
 * @catalog: the reader's language
 *
 * Returns: (transfer full): what the line is: its own words, the words of its
 *   code, or what it answers and why
 */
char *
desk_line_text_dup (const DeskPosting  *line,
                    const DeskProperty *property,
                    const DeskCatalog  *catalog)
{
  return line->text != NULL ? g_strdup (line->text)
                            : render (name_answer (line, property), line, property, catalog);
}

/**
 * desk_line_text_dup_for_guest:
 * @line: a line of a folio
 * @property: (nullable): the set-up it was made under
 * @catalog: the guest's language
 *
 * Returns: (transfer full): what the line is, as it is said to the guest
 */
char *
desk_line_text_dup_for_guest (const DeskPosting  *line,
                              const DeskProperty *property,
                              const DeskCatalog  *catalog)
{
  const DeskReason *reason = get_reason (line, property);

  if (line->kind != DESK_POSTING_GOODWILL || line->text != NULL)
    return desk_line_text_dup (line, property, catalog);
  /* Translators: heads a gesture on the guest's screen; {why} is the reason: "Noise" */
  return render (desk_message_new (NULL, reason != NULL && !reason->guest_caused
                                           ? N_("With our apologies: {why}")
                                           : N_("A gesture of ours")),
                 line, property, catalog);
}
