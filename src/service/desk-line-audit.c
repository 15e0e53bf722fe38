/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-table.h"
#include "desk-complain.h"
#include "desk-line-parse.h"

/*
 * A line about a row of the audit: "audit 4711 ask till tomorrow: why in cash?". The number
 * is the entry's, which the audit shows beside each row.
 */

#define CONTEXT_VERDICT "verdict"
/* Translators: word typed before the number of a row of the audit */
#define AUDIT NC_ ("verb", "audit")

/**
 * Verdict:
 * @word: as it is typed in English
 * @decision: with %DESK_VERB_DECIDE
 */
typedef struct
{
  const char   *word;
  DeskVerb      verb;
  DeskDecision  decision;
} Verdict;

static const Verdict verdicts[] = {
  /* Translators: word typed behind the number of a row of the audit, as in "audit 4711 accept";
   * the English ones always work too */
  { NC_ ("verdict", "accept"), DESK_VERB_DECIDE, DESK_DECISION_ACCEPT },
  { NC_ ("verdict", "ask"), DESK_VERB_DECIDE, DESK_DECISION_ASK },
  /* Translators: not accepted, but the guest keeps it */
  { NC_ ("verdict", "keep"), DESK_VERB_DECIDE, DESK_DECISION_KEEP },
  { NC_ ("verdict", "reverse"), DESK_VERB_REVERSE },
  { NC_ ("verdict", "answer"), DESK_VERB_ANSWER },
};

static gboolean
read_number (const DeskWord *word,
             gint64         *out)
{
  guint64 number;

  if (word == NULL || word->quoted ||
      !g_ascii_string_to_unsigned (word->text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;
  *out = (gint64) number;
  return TRUE;
}

static const Verdict *
find_verdict (const DeskCatalog *catalog,
              const DeskWord    *word)
{
  guint i;

  for (i = 0; word != NULL && i < G_N_ELEMENTS (verdicts); i++)
    if (desk_line_is_word (catalog, word, CONTEXT_VERDICT, verdicts[i].word))
      return &verdicts[i];
  return NULL;
}

static gboolean
refuse_verdict (const DeskCatalog  *catalog,
                const DeskWord     *word,
                GError            **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  DeskMessage *message;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (verdicts); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "",
                            desk_catalog_pgettext (catalog, CONTEXT_VERDICT, verdicts[i].word));
  if (word != NULL)
    message = desk_message_about (N_("\"{word}\" is no decision about a row of the audit; what "
                                     "can be said: {words}"), word->text);
  else
    message = desk_message_new (NULL, N_("what is decided about that row is missing: {words}"));
  return desk_complain (error, DESK_ERROR_USAGE,
                        desk_message_text (message, "words", known->str));
}

/* What is reversed is on a bill: the plan is one about its stay. */
static gboolean
find_stay (DeskLineParse  *self,
           gint64          entry_id,
           GError        **error)
{
  g_autoptr (DeskAuditRecord) entry = NULL;
  GError *cause = NULL;

  entry = desk_audit_table_get (desk_house_get_db (self->house), entry_id, &cause);
  if (g_error_matches (cause, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_clear_error (&cause);
      return desk_complain_of (error, DESK_ERROR_NOT_FOUND,
                               N_("the audit has no entry {word}; nothing was done"),
                               desk_word_list_get (self->words, 1)->text);
    }
  if (entry == NULL)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  if (entry->stay_id == 0)
    return desk_complain_of (error, DESK_ERROR_USAGE,
                             N_("entry {word} is about no stay; what was said of rooms is said "
                                "anew"), desk_word_list_get (self->words, 1)->text);
  self->line->stay_id = entry->stay_id;
  return TRUE;
}

/* Behind the verdict only the day on which a question comes back. */
static gboolean
take_till (DeskLineParse  *self,
           const Verdict  *verdict,
           DeskDate       *out,
           GError        **error)
{
  const gboolean asks = verdict->verb == DESK_VERB_DECIDE &&
                        verdict->decision == DESK_DECISION_ASK;
  DeskSlotValue value = { 0 };
  guint n_words = 0;

  *out = DESK_DATE_NONE;
  self->at = 3;
  if (asks && desk_word_list_get (self->words, 3) != NULL)
    {
      DeskValueMatch match = desk_line_read_till (self, &n_words, &value, error);

      if (match == DESK_VALUE_BAD)
        return FALSE;
      if (match == DESK_VALUE_YES)
        {
          *out = value.date;
          desk_line_mark (self, 3, n_words, "day");
        }
    }
  if (3 + n_words == self->words->words->len)
    return TRUE;
  return desk_complain_of (error, DESK_ERROR_USAGE,
                           N_("\"{word}\" is not understood here; words for whoever did it stand "
                              "behind a colon"),
                           desk_word_list_get (self->words, 3 + n_words)->text);
}

static void
describe (DeskLineParse  *self,
          const Verdict  *verdict,
          DeskDate        till)
{
  g_autofree char *date = till != DESK_DATE_NONE ? desk_date_to_string (till) : NULL;

  self->line->canonical = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s%s%s", AUDIT,
                                           self->line->action->entry_id, verdict->word,
                                           date != NULL ? " till " : "",
                                           date != NULL ? date : "");
}

/**
 * desk_line_take_audit:
 * @self: a line
 * @taken: (out): whether it is about a row of the audit
 * @error: return location for a #GError
 *
 * Reads a line that decides about a row of the audit, or answers a question about it. A
 * guest may be called Audit: the number behind it decides.
 *
 * Returns: %FALSE where it is about a row and not understood: %DESK_ERROR_NOT_FOUND for an
 *   entry there is not, %DESK_ERROR_USAGE
 */
gboolean
desk_line_take_audit (DeskLineParse  *self,
                      gboolean       *taken,
                      GError        **error)
{
  const DeskWord *first = desk_word_list_get (self->words, 0);
  const Verdict *verdict;
  DeskAction *action;
  gint64 entry_id;
  DeskDate till;

  *taken = !first->quoted && desk_line_is_word (self->catalog, first, "verb", AUDIT) &&
           read_number (desk_word_list_get (self->words, 1), &entry_id);
  if (!*taken)
    return TRUE;

  desk_line_mark (self, 0, 1, "verb");
  desk_line_mark (self, 1, 1, "entry");
  verdict = find_verdict (self->catalog, desk_word_list_get (self->words, 2));
  if (verdict == NULL)
    return refuse_verdict (self->catalog, desk_word_list_get (self->words, 2), error);
  desk_line_mark (self, 2, 1, "verdict");
  if ((verdict->verb == DESK_VERB_REVERSE && !find_stay (self, entry_id, error)) ||
      !take_till (self, verdict, &till, error))
    return FALSE;

  action = desk_line_begin_action (self, verdict->verb);
  action->decision = verdict->decision;
  action->entry_id = entry_id;
  action->till = till;
  describe (self, verdict, till);
  return TRUE;
}
