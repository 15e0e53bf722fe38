/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

#include "desk-amount.h"
#include "desk-complain.h"
#include "desk-error.h"

/*
 * Of what a gesture is reckoned, and whose it is. It is taken from what the house
 * sells, in the windows the guest pays: levies, damages and what was paid are not the
 * house's to give, and ten per cent of a company's window would go to the company.
 */

static const DeskWindowRecord *
find_window (const DeskOff *self,
             int            number)
{
  guint i;

  for (i = 0; i < self->windows->len; i++)
    {
      const DeskWindowRecord *window = g_ptr_array_index (self->windows, i);

      if (window->number == number)
        return window;
    }
  return NULL;
}

/* Who pays a window; NULL: the guest. */
static const char *
find_payer (const DeskOff *self,
            int            number)
{
  const DeskWindowRecord *window = find_window (self, number);

  if (window == NULL || window->payer == NULL || g_str_equal (window->payer, self->guest))
    return NULL;
  return window->payer;
}

static gboolean
is_named (const GArray *lines,
          int           line)
{
  guint i;

  for (i = 0; lines != NULL && i < lines->len; i++)
    {
      if (g_array_index (lines, gint, i) == line)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_ours_to_give (const DeskPosting *line)
{
  return line->kind == DESK_POSTING_CHARGE && line->tax_class != NULL;
}

/* "extras" are several classes, parted as lists of the set-up are. */
static gboolean
is_of_class (const DeskAction  *action,
             const DeskPosting *line)
{
  g_auto (GStrv) classes = g_strsplit (action->tax_class != NULL ? action->tax_class : "", ";", -1);

  return line->tax_class != NULL &&
         g_strv_contains ((const char *const *) classes, line->tax_class);
}

static gboolean
is_meant (const DeskOff     *self,
          const DeskPosting *line)
{
  const DeskAction *action = self->action;
  gboolean own = find_payer (self, line->window) == NULL;
  DeskDate day = action->from != DESK_DATE_NONE ? action->from : self->billing->business_date;

  switch (action->base)
    {
    case DESK_OFF_LINES:
      return is_named (action->lines, line->line);
    case DESK_OFF_CLASS:
      return own && is_of_class (action, line);
    case DESK_OFF_WINDOW:
      return line->window == action->window;
    case DESK_OFF_DAY:
      return own && line->stay_date == day;
    case DESK_OFF_ALL:
      return TRUE;
    case DESK_OFF_STAY:
    default:
      return own;
    }
}

static void
judge_named_lines (DeskOff *self)
{
  guint i;

  for (i = 0; i < self->action->lines->len; i++)
    {
      int number = g_array_index (self->action->lines, gint, i);
      const DeskPosting *line = desk_adjuster_get_line (self->adjuster, number);
      DeskMessage *message = NULL;

      if (line == NULL)
        message = desk_message_new ("no-such-line", N_("There is no line {line}."));
      else if (!is_ours_to_give (line))
        message = desk_message_new ("not-ours",
                                    N_("Line {line} is not the house's to give: a levy, a damage "
                                       "or money."));
      if (message != NULL)
        desk_plan_refuse (self->plan,
                          desk_message_integer (message, "line", DESK_ARG_INT, number));
    }
}

/* Fills the lines that are meant and the sum that is left of them. */
gboolean
desk_off_choose_lines (DeskOff  *self,
                       GError  **error)
{
  guint i;

  if (self->action->base == DESK_OFF_LINES &&
      (self->action->lines == NULL || self->action->lines->len == 0))
    {
      return desk_complain (error, DESK_ERROR_INVALID,
                            desk_message_new (NULL, N_("say on which lines")));
    }
  if (self->action->base == DESK_OFF_LINES)
    judge_named_lines (self);

  for (i = 0; i < self->folio->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (self->folio, i);
      DeskLeft left;

      if (!is_ours_to_give (line) || !is_meant (self, line))
        continue;
      if (!desk_adjuster_get_left (self->adjuster, line->line, &left, error))
        return FALSE;
      if (left.amount_minor > 0)
        g_array_append_val (self->lines, line->line);
    }
  return desk_adjuster_sum_left (self->adjuster, self->lines, &self->base_minor, error);
}

/* What of the plan's lines lands in windows of @payer; NULL: the guest's own. */
static gboolean
sum_for (const DeskOff  *self,
         const char     *payer,
         gint64         *out_minor,
         GError        **error)
{
  guint i;

  *out_minor = 0;
  for (i = 0; i < self->plan->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (self->plan->lines, i);

      if (g_strcmp0 (find_payer (self, line->window), payer) == 0 &&
          !desk_amount_sub (*out_minor, line->amount_minor, out_minor, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell_payer (DeskOff     *self,
            const char  *payer,
            gint64       own_minor,
            GError     **error)
{
  DeskMessage *message;
  gint64 sum;

  if (!sum_for (self, payer, &sum, error))
    return FALSE;
  if (sum == 0)
    return TRUE;
  message = desk_message_new ("benefits-others",
                              /* Translators: {payer} is a company that pays a part of the bill */
                              N_("{amount} of this goes to {payer}, {own} to the guest."));
  desk_message_integer (message, "amount", DESK_ARG_MONEY, sum);
  desk_message_integer (message, "own", DESK_ARG_MONEY, own_minor);
  desk_plan_warn (self->plan, desk_message_text (message, "payer", payer));
  return TRUE;
}

/* Warns where somebody else than the guest would have the gesture. */
gboolean
desk_off_tell_benefits (DeskOff  *self,
                        GError  **error)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 own;
  guint i;

  if (!self->billing->stay->collects_hotel)
    desk_plan_warn (self->plan,
                    desk_message_new ("agency-collects",
                                      N_("The agency collects the money for this stay: a lower "
                                         "bill may not reach the guest.")));
  if (!sum_for (self, NULL, &own, error))
    return FALSE;
  for (i = 0; i < self->windows->len; i++)
    {
      const DeskWindowRecord *window = g_ptr_array_index (self->windows, i);
      const char *payer = find_payer (self, window->number);

      if (payer != NULL && g_hash_table_add (told, (gpointer) payer) &&
          !tell_payer (self, payer, own, error))
        return FALSE;
    }
  return TRUE;
}
