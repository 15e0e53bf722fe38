/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-table.h"
#include "desk-complain.h"
#include "desk-line-parse.h"

/*
 * A line about a row of the audit: "audit 4711 ask till tomorrow: why in cash?". The number
 * is the entry's, which the audit shows beside each row. In its place "unflagged" and a reason
 * mean all rows that nothing stands out about: "audit unflagged noise accept from 9.9.".
 */

#define CONTEXT_VERDICT "verdict"
/* Translators: word typed before the number of a row of the audit */
#define AUDIT NC_ ("verb", "audit")
/* Translators: word typed before a reason, as in "audit unflagged noise accept": all rows of
 * the audit that have no flag; one word */
#define UNFLAGGED NC_ ("verdict", "unflagged")

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

static gboolean
refuse_word (const DeskLineParse  *self,
             guint                 index,
             GError              **error)
{
  return desk_complain_of (error, DESK_ERROR_USAGE,
                           N_("\"{word}\" is not understood here; words for whoever did it stand "
                              "behind a colon"),
                           desk_word_list_get (self->words, index)->text);
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
  return refuse_word (self, 3 + n_words, error);
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

/* Behind the verdict the days: the open one unless it is said otherwise. */
static gboolean
take_days (DeskLineParse  *self,
           DeskDate        days[2],
           GError        **error)
{
  days[0] = days[1] = DESK_DATE_NONE;
  while (self->at < self->words->words->len)
    {
      DeskSlotValue value = { 0 };
      guint n_words = 0;
      int k = 0;
      DeskValueMatch match = desk_line_read_from (self, &n_words, &value, error);

      if (match == DESK_VALUE_NO)
        {
          k = 1;
          match = desk_line_read_until (self, &n_words, &value, error);
        }
      if (match == DESK_VALUE_BAD)
        return FALSE;
      if (match == DESK_VALUE_NO || days[k] != DESK_DATE_NONE)
        return refuse_word (self, self->at, error);
      days[k] = value.date;
      desk_line_mark (self, self->at, n_words, "day");
      self->at += n_words;
    }
  return TRUE;
}

static char *
describe_alike (const char     *reason,
                const DeskDate  days[2])
{
  static const char *const words[] = { "from", "till" };
  GString *text = g_string_new (NULL);
  guint i;

  g_string_append_printf (text, "%s %s %s accept", AUDIT, UNFLAGGED, reason);
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      char date[DESK_DATE_LENGTH];

      if (days[i] != DESK_DATE_NONE)
        g_string_append_printf (text, " %s %s", words[i], desk_date_print (days[i], date));
    }
  return g_string_free (text, FALSE);
}

/* "unflagged", a reason, "accept" and the days; nothing else is said of many at once. */
static gboolean
take_alike (DeskLineParse  *self,
            GError        **error)
{
  const DeskWord *word = desk_word_list_get (self->words, 2);
  DeskSlotValue reason = { 0 };
  const Verdict *verdict;
  guint n_words = 1;
  DeskAction *action;
  DeskDate days[2];

  self->at = 2;
  desk_line_mark (self, 1, 1, "entry");
  if (word == NULL)
    return desk_complain (error, DESK_ERROR_USAGE,
                          desk_message_new (NULL, N_("for which reason is missing, as in: audit "
                                                     "unflagged noise accept")));
  switch (desk_line_read_reason (self, &n_words, &reason, error))
    {
    case DESK_VALUE_BAD:
      return FALSE;
    case DESK_VALUE_NO:
      return desk_complain_of (error, DESK_ERROR_NOT_FOUND, N_("\"{word}\" is no reason"),
                               word->text);
    case DESK_VALUE_YES:
    default:
      break;
    }
  desk_line_mark (self, self->at, n_words, "reason");
  self->at += n_words;
  verdict = find_verdict (self->catalog, desk_word_list_get (self->words, self->at));
  if (verdict == NULL)
    return refuse_verdict (self->catalog, desk_word_list_get (self->words, self->at), error);
  if (verdict->verb != DESK_VERB_DECIDE || verdict->decision != DESK_DECISION_ACCEPT)
    return desk_complain (error, DESK_ERROR_USAGE,
                          desk_message_new (NULL, N_("many at once are only accepted; the other "
                                                     "decisions are made one by one")));
  desk_line_mark (self, self->at, 1, "verdict");
  self->at++;
  if (!take_days (self, days, error))
    return FALSE;

  action = desk_line_begin_action (self, DESK_VERB_DECIDE);
  action->decision = DESK_DECISION_ACCEPT;
  action->reason = g_strdup (reason.text);
  action->from = days[0];
  action->till = days[1];
  self->line->canonical = describe_alike (reason.text, days);
  return TRUE;
}

/* A guest may be called Audit: what stands behind it decides. */
static gboolean
is_audit (const DeskLineParse *self,
          gboolean            *alike,
          gint64              *entry_id)
{
  const DeskWord *first = desk_word_list_get (self->words, 0);
  const DeskWord *second = desk_word_list_get (self->words, 1);

  *alike = second != NULL && !second->quoted &&
           desk_line_is_word (self->catalog, second, CONTEXT_VERDICT, UNFLAGGED);
  return !first->quoted && desk_line_is_word (self->catalog, first, "verb", AUDIT) &&
         (*alike || read_number (second, entry_id));
}

/**
 * desk_line_take_audit:
 * @self: a line
 * @taken: (out): whether it is about a row of the audit
 * @error: return location for a #GError
 *
 * Reads a line that decides about a row of the audit or about many that are alike, or answers
 * a question about one.
 *
 * Returns: %FALSE where it is about a row and not understood: %DESK_ERROR_NOT_FOUND for an
 *   entry there is not, %DESK_ERROR_USAGE
 */
gboolean
desk_line_take_audit (DeskLineParse  *self,
                      gboolean       *taken,
                      GError        **error)
{
  const Verdict *verdict;
  DeskAction *action;
  gint64 entry_id;
  gboolean alike;
  DeskDate till;

  *taken = is_audit (self, &alike, &entry_id);
  if (!*taken)
    return TRUE;

  desk_line_mark (self, 0, 1, "verb");
  if (alike)
    return take_alike (self, error);
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
