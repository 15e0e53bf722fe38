/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-line-text.h"

#include "desk-explain.h"
#include "desk-message.h"

/* What a line is called on the folio: the same on the screen, in the tool and on
 * the guest's copy. */

static DeskMessage *
name_answer (const DeskPosting *line)
{
  gboolean has_line = line->answers != 0;

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
      /* Translators: a gesture of the house, with or without a line it is for */
      return desk_message_new (NULL, has_line ? N_("Goodwill for line {line}: {why}")
                                              : N_("Goodwill: {why}"));
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
  const DeskCode *code = property != NULL ? desk_property_get_code (property, line->code) : NULL;
  const DeskReason *reason =
    property != NULL && line->reason != NULL ? desk_property_get_reason (property, line->reason)
                                             : NULL;
  const char *lang = desk_catalog_get_language (catalog);
  const char *what = code != NULL ? desk_words_get (&code->words, lang, code->name) : line->code;
  g_autoptr (DeskMessage) name = name_answer (line);

  if (line->text != NULL)
    return g_strdup (line->text);
  if (name == NULL)
    return g_strdup (what);

  desk_message_integer (name, "line", DESK_ARG_INT, line->answers);
  desk_message_text (name, "why",
                     reason != NULL ? desk_words_get (&reason->words, lang, reason->name) : what);
  return desk_message_render (name, catalog, property);
}
