/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fix-private.h"

#include <string.h>

#include "desk-promise-table.h"

/*
 * What shows that it was an error: the price list, the confirmation, the line that stands
 * there once more, the persons on record; or what the associate says behind the colon. A
 * reason alone shows nothing: it would make a gift of any line.
 */

/* Less than this says nothing. */
#define MIN_TOLD 3

/**
 * Evidence:
 * @promise: (nullable): what the guest was told
 * @told: something is said behind the colon
 */
typedef struct
{
  DeskFix           *fix;
  DeskPromiseRecord *promise;
  gboolean           told;
} Evidence;

/**
 * desk_says_something:
 * @text: (nullable): what was typed behind the colon
 *
 * Returns: whether it is more than a stroke of the hand
 */
gboolean
desk_says_something (const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text != NULL ? text : ""));

  return g_utf8_strlen (plain, -1) >= MIN_TOLD;
}

/**
 * desk_fix_find_twin:
 * @self: putting right under way
 * @line: a line that may have been charged twice
 *
 * Returns: (transfer none) (nullable): the line that it repeats
 */
const DeskPosting *
desk_fix_find_twin (const DeskFix     *self,
                    const DeskPosting *line)
{
  return desk_twin_find (self->folio, self->adjuster, self->action->lines, line);
}

/* What the guest was told for the night of a room line. */
static gboolean
is_promised (const Evidence    *self,
             const DeskPosting *line)
{
  guint i;

  if (self->promise == NULL || !desk_fix_is_night_line (line))
    return FALSE;
  for (i = 0; i < self->promise->nights->len; i++)
    {
      const DeskPromiseNight *night = &g_array_index (self->promise->nights, DeskPromiseNight, i);

      if (night->date == line->stay_date &&
          night->price_minor == self->fix->action->unit_minor)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_listed (const Evidence    *self,
           const DeskPosting *line)
{
  const DeskCode *code = desk_property_get_code (self->fix->property, line->code);

  return code != NULL && code->has_price && code->price_minor == self->fix->action->unit_minor;
}

static void
say_twin (const Evidence    *self,
          const DeskPosting *line,
          const DeskPosting *twin)
{
  DeskMessage *message;

  if (twin->check != NULL)
    message = desk_message_text (
      desk_message_new ("evidence-twin",
                        /* Translators: {check} is the number of a restaurant check or of
                         * housekeeping's sheet */
                        N_("Line {line} repeats line {other}, which carries {check}.")),
      "check", twin->check);
  else
    message = desk_message_new ("evidence-twin", N_("Line {line} repeats line {other}."));
  desk_message_integer (message, "line", DESK_ARG_INT, line->line);
  desk_plan_warn (self->fix->plan,
                  desk_message_integer (message, "other", DESK_ARG_INT, twin->line));
}

static void
say_price (const Evidence    *self,
           const DeskPosting *line,
           const char        *shows)
{
  DeskMessage *message;

  if (strcmp (shows, "confirmation") == 0)
    message = desk_message_new ("evidence-confirmation",
                                N_("The confirmation shows it: {amount} for the night of line "
                                   "{line}."));
  else
    message = desk_message_new ("evidence-price-list",
                                N_("The price list shows it: {amount} for line {line}."));
  desk_message_integer (message, "line", DESK_ARG_INT, line->line);
  desk_plan_warn (self->fix->plan,
                  desk_message_integer (message, "amount", DESK_ARG_MONEY,
                                        self->fix->action->unit_minor));
}

/* What the desk can see by itself for one line, told in the plan; NULL: nothing. */
static gboolean
derive (const Evidence     *self,
        const DeskPosting  *line,
        char              **shows,
        GError            **error)
{
  const DeskAction *action = self->fix->action;
  const DeskPosting *twin = action->none ? desk_fix_find_twin (self->fix, line) : NULL;
  gboolean due = FALSE;

  *shows = NULL;
  if (twin != NULL)
    {
      say_twin (self, line, twin);
      *shows = g_strdup_printf ("line-%d", twin->line);
    }
  else if (action->has_unit && !action->has_quantity &&
           (is_promised (self, line) || is_listed (self, line)))
    {
      *shows = g_strdup (is_promised (self, line) ? "confirmation" : "price-list");
      say_price (self, line, *shows);
    }
  else if (action->has_quantity && !action->has_unit && line->kind == DESK_POSTING_TAX)
    {
      if (!desk_fix_persons_show (self->fix, line, &due, error))
        return FALSE;
      *shows = due ? g_strdup ("persons") : NULL;
    }
  return TRUE;
}

/* Without a reason, the one that fits what was found. */
static void
choose_reason (const Evidence    *self,
               const DeskPosting *line)
{
  DeskFix *fix = self->fix;
  const char *name = NULL;

  if (fix->reason != NULL)
    return;
  if (fix->action->has_unit)
    name = "price";
  else if (fix->action->has_quantity && line->kind == DESK_POSTING_TAX)
    name = "persons";
  else if (fix->action->none && desk_fix_find_twin (fix, line) != NULL)
    name = "twice";
  if (name != NULL)
    fix->reason = desk_first_reason (fix->property, name);
}

/* Only what the house sells can be given as a gesture. */
static gboolean
is_all_sold (const DeskFix *self)
{
  const GArray *lines = self->action->lines;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line =
        desk_adjuster_get_line (self->adjuster, g_array_index (lines, gint, i));

      if (line == NULL || line->kind != DESK_POSTING_CHARGE || line->tax_class == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
refuse (const Evidence *self)
{
  gint64 less;
  DeskMessage *message;

  if (is_all_sold (self->fix) && desk_fix_sum_change (self->fix, &less) && less < 0)
    message = desk_message_integer (
      desk_message_new ("no-evidence",
                        /* Translators: off is a word typed at the desk, keep it */
                        N_("Nothing shows an error yet. Say behind a colon what does, as in “: "
                           "registration card”. As a gesture: off {amount}.")),
      "amount", DESK_ARG_AMOUNT, -less);
  else
    message = desk_message_new ("no-evidence",
                                N_("Nothing shows an error yet. Say behind a colon what does, as "
                                   "in “: registration card”."));
  desk_plan_refuse (self->fix->plan, message);
}

static gboolean
find_for_lines (const Evidence  *self,
                GError         **error)
{
  const GArray *lines = self->fix->action->lines;
  gboolean shown = TRUE;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      int number = g_array_index (lines, gint, i);
      const DeskPosting *line = desk_adjuster_get_line (self->fix->adjuster, number);
      g_autofree char *key = g_strdup_printf ("%d", number);
      g_autofree char *shows = NULL;

      if (line == NULL)
        continue;
      if (!derive (self, line, &shows, error))
        return FALSE;
      if (shows == NULL && !self->told)
        shown = FALSE;
      choose_reason (self, line);
      desk_plan_add_effect (self->fix->plan, DESK_EFFECT_EVIDENCE, self->fix->billing->folio->id,
                            key, NULL, shows != NULL ? shows : "told");
    }
  if (!shown)
    refuse (self);
  return TRUE;
}

/**
 * desk_fix_find_evidence:
 * @self: putting right under way; gets the reason that was given or shows by itself
 * @error: return location for a #GError
 *
 * Puts into the plan, line by line, what shows the error; a refusal where nothing does.
 *
 * Returns: %FALSE for a reason that does not exist, or where something could not be read
 */
gboolean
desk_fix_find_evidence (DeskFix  *self,
                        GError  **error)
{
  g_autoptr (DeskPromiseRecord) promise = NULL;
  Evidence evidence = { self, NULL, desk_says_something (self->action->text) };

  if (!desk_find_reason (self->billing, self->action, &self->reason, error))
    return FALSE;
  if (self->reason != NULL && !desk_reason_is_error (self->reason))
    {
      refuse (&evidence);
      return TRUE;
    }
  if (self->action->has_unit &&
      !desk_promise_table_find_newest (desk_house_get_db (self->billing->house),
                                       self->billing->stay->id, &promise, error))
    return FALSE;
  evidence.promise = promise;
  return find_for_lines (&evidence, error);
}
