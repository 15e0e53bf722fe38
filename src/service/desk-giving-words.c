/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-giving-words.h"

#include "desk-fill.h"
#include "desk-format.h"

typedef struct
{
  const char *word;
  const char *name;
} Name;

/* A kind of limit is called like the giving it limits. */
static const Name kinds[] = {
  { "correction", NC_ ("giving", "correction") },
  { "allowance", NC_ ("giving", "allowance") },
  { "raise", NC_ ("giving", "higher charge") },
  { "late-raise", NC_ ("giving", "higher charge of a closed day") },
  { "goodwill", NC_ ("giving", "goodwill") },
  { "goodwill-stay", NC_ ("giving", "goodwill") },
  { "goodwill-shift", NC_ ("giving", "goodwill") },
  { "goodwill-guest", NC_ ("giving", "goodwill") },
  { "rate", NC_ ("giving", "lower price") },
  { "upgrade", NC_ ("giving", "better room") },
  { "credit-note", NC_ ("giving", "credit note") },
  { "return", NC_ ("giving", "given back") },
  { "refund", NC_ ("giving", "paid out") },
  { "price", NC_ ("giving", "price changed") },
  { "undo", NC_ ("giving", "undone") },
  { "slept-in", NC_ ("giving", "occupied, no stay") },
  { "refused", NC_ ("giving", "refused") },
};

static const Name scopes[] = {
  { "action", NC_ ("budget", "this time") },
  { "stay", NC_ ("budget", "on this stay") },
  { "shift", NC_ ("budget", "in this shift") },
  { "guest", NC_ ("budget", "to this guest in 30 days") },
  /* Translators: all that is given on a stay may be so many per cent of what it has brought */
  { "share", NC_ ("budget", "as a share of this stay") },
};

static const char *
find (const Name        *names,
      gsize              n,
      const char        *word,
      const char        *context,
      const DeskCatalog *catalog)
{
  gsize i;

  for (i = 0; i < n; i++)
    {
      if (g_str_equal (names[i].word, word))
        return desk_catalog_pgettext (catalog, context, names[i].name);
    }
  return word;
}

/**
 * desk_giving_say_kind:
 * @catalog: the reader's language
 * @kind: of a giving, a limit or a row of the audit
 *
 * Returns: (transfer none): what it is called: "goodwill", "lower price"
 */
const char *
desk_giving_say_kind (const DeskCatalog *catalog,
                      const char        *kind)
{
  return find (kinds, G_N_ELEMENTS (kinds), kind, "giving", catalog);
}

/**
 * desk_budget_dup_text:
 * @budget: a limit that a plan counts against
 * @catalog: the reader's language
 * @property: whose currency is meant
 *
 * Returns: (transfer full): what is left of it once the plan is done
 */
char *
desk_budget_dup_text (const DeskBudget   *budget,
                      const DeskCatalog  *catalog,
                      const DeskProperty *property)
{
  gint64 left = MAX (budget->limit_minor - budget->given_minor - budget->planned_minor, 0);
  g_autofree char *left_text =
    desk_format_money (catalog, left, property->currency, property->digits);
  g_autofree char *most =
    desk_format_money (catalog, budget->limit_minor, property->currency, property->digits);
  /* Translators: {kind} is "goodwill", "lower price" …; {scope} "on this stay", "in this shift"
   * …; {left} is what one may still give alone afterwards, {most} all of it */
  const char *text = desk_catalog_gettext (catalog,
                                           N_("{kind}, {scope}: {left} of {most} left"));

  return desk_fill (text, "kind", desk_giving_say_kind (catalog, budget->kind), "scope",
                    find (scopes, G_N_ELEMENTS (scopes), budget->scope, "budget", catalog),
                    "left", left_text, "most", most, NULL);
}
