/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-amount.h"
#include "desk-error.h"
#include "desk-line-parse.h"

/* What the filled slots of a line come to: the verbs of arriving, paying and leaving. */

/**
 * desk_line_find_window:
 * @self: a line with its slots filled
 * @out: (out): 1 to 8, or 0 where none is named
 * @error: return location for a #GError
 *
 * Finds the window that is named with the subject or in its slot.
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE where it is named twice
 */
gboolean
desk_line_find_window (const DeskLineParse  *self,
                       int                  *out,
                       GError              **error)
{
  if (self->window != 0 && self->filled[DESK_SLOT_WINDOW])
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE,
                   "the window is named twice: .%d and w%" G_GINT64_FORMAT, self->window,
                   self->values[DESK_SLOT_WINDOW].integer);
      return FALSE;
    }
  *out = self->filled[DESK_SLOT_WINDOW] ? (int) self->values[DESK_SLOT_WINDOW].integer
                                        : self->window;
  return TRUE;
}

/* Where nothing is said, the first. */
static gboolean
find_window (const DeskLineParse  *self,
             int                  *out,
             GError              **error)
{
  int window;

  if (!desk_line_find_window (self, &window, error))
    return FALSE;
  *out = MAX (window, 1);
  return TRUE;
}

/**
 * desk_line_begin_action:
 * @self: a line with its subject
 * @verb: what is to be done
 *
 * Returns: (transfer none): the line's action, with the text behind the colon
 */
DeskAction *
desk_line_begin_action (DeskLineParse *self,
                        DeskVerb       verb)
{
  DeskAction *action = desk_action_new (verb, self->line->stay_id);

  action->text = g_strdup (self->words->note);
  self->line->kind = DESK_LINE_ACTION;
  self->line->action = action;
  return action;
}

gboolean
desk_line_build_in (DeskLineParse  *self,
                    GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_CHECK_IN);

  if (self->window != 0)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_USAGE, "in takes no window");
      return FALSE;
    }
  /* What is said about a check-in is why a soft stop is all right. */
  action->override_reason = g_steal_pointer (&action->text);
  action->room = g_strdup (self->values[DESK_SLOT_ROOM].text);
  self->line->canonical = g_strconcat (self->subject, " in", action->room != NULL ? " " : NULL,
                                       action->room, NULL);
  return TRUE;
}

gboolean
desk_line_build_post (DeskLineParse  *self,
                      GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_POST);
  GString *canonical;

  action->code = g_strdup (self->values[DESK_SLOT_ARTICLE].code->name);
  action->quantity = self->filled[DESK_SLOT_QUANTITY]
                       ? self->values[DESK_SLOT_QUANTITY].integer : 1;
  action->has_unit = self->filled[DESK_SLOT_PRICE];
  action->unit_minor = self->values[DESK_SLOT_PRICE].integer;
  if (!find_window (self, &action->window, error))
    return FALSE;

  canonical = g_string_new (self->subject);
  g_string_append_printf (canonical, " post %s", action->code);
  if (action->quantity != 1)
    g_string_append_printf (canonical, " %" G_GINT64_FORMAT "x", action->quantity);
  if (action->has_unit)
    {
      g_autofree char *unit = desk_amount_format (action->unit_minor, self->property->digits);

      g_string_append_printf (canonical, " at %s", unit);
    }
  if (action->window != 1)
    g_string_append_printf (canonical, " w%d", action->window);
  self->line->canonical = g_string_free (canonical, FALSE);
  return TRUE;
}

gboolean
desk_line_build_pay (DeskLineParse  *self,
                     GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_PAY);
  const DeskSlotValue *sum = &self->values[DESK_SLOT_SUM];
  g_autofree char *amount = NULL;

  if (!self->filled[DESK_SLOT_TENDER])
    {
      g_autofree char *tenders = desk_line_list_codes (self->property, DESK_CODE_PAYMENT);

      g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE, "pay says with what: %s",
                   *tenders != '\0' ? tenders : "this property has no means of payment");
      return FALSE;
    }
  action->code = g_strdup (self->values[DESK_SLOT_TENDER].code->name);
  action->all = sum->all;
  action->amount_minor = sum->integer;
  if (!find_window (self, &action->window, error))
    return FALSE;

  amount = sum->all ? g_strdup ("all") : desk_amount_format (sum->integer, self->property->digits);
  self->line->canonical = g_strdup_printf ("%s pay %s %s", self->subject, amount, action->code);
  if (action->window != 1)
    {
      g_autofree char *plain = g_steal_pointer (&self->line->canonical);

      self->line->canonical = g_strdup_printf ("%s w%d", plain, action->window);
    }
  return TRUE;
}

gboolean
desk_line_build_why (DeskLineParse  *self,
                     GError        **error)
{
  DeskLine *line = self->line;
  const DeskSlotValue *topic = &self->values[DESK_SLOT_TOPIC];
  g_autofree char *what = NULL;

  if (self->words->note != NULL)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_USAGE, "a question takes no text");
      return FALSE;
    }
  if (self->filled[DESK_SLOT_LINE] && self->filled[DESK_SLOT_TOPIC])
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE,
                   "why asks for one thing: line %" G_GINT64_FORMAT " or %s",
                   self->values[DESK_SLOT_LINE].integer, topic->text);
      return FALSE;
    }

  line->kind = DESK_LINE_WHY;
  line->topic = DESK_EXPLAIN_TOTAL;
  what = g_strdup ("total");
  if (self->filled[DESK_SLOT_TOPIC])
    {
      line->topic = (DeskExplainTopic) topic->integer;
      g_free (what);
      what = g_strdup (topic->text);
    }
  else if (self->filled[DESK_SLOT_LINE])
    {
      line->topic = DESK_EXPLAIN_LINE;
      line->line = (int) self->values[DESK_SLOT_LINE].integer;
      g_free (what);
      what = g_strdup_printf ("%d", line->line);
    }
  line->lang = g_strdup (self->values[DESK_SLOT_LANGUAGE].text);
  line->canonical = g_strconcat (self->subject, " why ", what, line->lang != NULL ? " " : NULL,
                                 line->lang, NULL);
  return TRUE;
}

/* Whether the guest leaves before the day agreed is seen from the day. */
gboolean
desk_line_build_out (DeskLineParse  *self,
                     GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_OUT);
  GString *canonical;

  if (self->filled[DESK_SLOT_TENDER])
    action->code = g_strdup (self->values[DESK_SLOT_TENDER].code->name);
  action->now = self->filled[DESK_SLOT_EARLY];
  if (!find_window (self, &action->window, error))
    return FALSE;

  canonical = g_string_new (self->subject);
  g_string_append_printf (canonical, " out%s%s", action->code != NULL ? " " : "",
                          action->code != NULL ? action->code : "");
  if (action->window != 1)
    g_string_append_printf (canonical, " w%d", action->window);
  if (action->now)
    g_string_append (canonical, " early");
  self->line->canonical = g_string_free (canonical, FALSE);
  return TRUE;
}

gboolean
desk_line_build_undo (DeskLineParse  *self,
                      GError        **error)
{
  if (self->window != 0)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_USAGE, "undo takes no window");
      return FALSE;
    }
  desk_line_begin_action (self, DESK_VERB_UNDO);
  self->line->canonical = g_strconcat (self->subject, " undo", NULL);
  return TRUE;
}
