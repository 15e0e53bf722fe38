/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-amount.h"
#include "desk-complain.h"
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
      DeskMessage *message = desk_message_new (NULL, N_("the window is named twice: .{first} and "
                                                        "w{second}"));

      desk_message_integer (message, "first", DESK_ARG_INT, self->window);
      desk_message_integer (message, "second", DESK_ARG_INT,
                            self->values[DESK_SLOT_WINDOW].integer);
      return desk_complain (error, DESK_ERROR_USAGE, message);
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

/* A card keeps an amount ready: what, on which card, and of what kind; or nothing at all. */
static gboolean
take_hold (DeskLineParse  *self,
           DeskAction     *action,
           GError        **error)
{
  gboolean tender = self->filled[DESK_SLOT_TENDER];
  gboolean hold = self->filled[DESK_SLOT_HOLD];
  gboolean card = self->filled[DESK_SLOT_CARD];

  if (tender != hold || hold != card)
    {
      return desk_complain (error, DESK_ERROR_USAGE,
                            desk_message_new (NULL, N_("a hold says how much and on which card, "
                                                       "as in: in hold 150 card *4411")));
    }
  if (!hold)
    return TRUE;
  action->code = g_strdup (self->values[DESK_SLOT_TENDER].code->name);
  action->card = g_strdup (self->values[DESK_SLOT_CARD].text);
  action->hold_minor = self->values[DESK_SLOT_HOLD].integer;
  return TRUE;
}

static char *
describe_in (const DeskLineParse *self,
             const DeskAction    *action)
{
  GString *canonical = g_string_new (self->subject);

  g_string_append (canonical, " in");
  if (action->room != NULL)
    g_string_append_printf (canonical, " %s", action->room);
  if (action->card != NULL)
    {
      g_autofree char *amount = desk_amount_format (action->hold_minor, self->property->digits);

      g_string_append_printf (canonical, " hold %s %s *%s", amount, action->code, action->card);
    }
  return g_string_free (canonical, FALSE);
}

gboolean
desk_line_build_in (DeskLineParse  *self,
                    GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_CHECK_IN);

  if (self->window != 0)
    {
      return desk_complain (error, DESK_ERROR_USAGE,
                            desk_message_new (NULL, N_("in takes no window")));
    }
  /* What is said about a check-in is why a soft stop is all right. */
  action->override_reason = g_steal_pointer (&action->text);
  action->room = g_strdup (self->values[DESK_SLOT_ROOM].text);
  if (!take_hold (self, action, error))
    return FALSE;
  self->line->canonical = describe_in (self, action);
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
  if (self->filled[DESK_SLOT_CHECK])
    action->check = g_ascii_strup (self->values[DESK_SLOT_CHECK].text, -1);
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
  if (action->check != NULL)
    g_string_append_printf (canonical, " check %s", action->check);
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

      return desk_complain (error, DESK_ERROR_USAGE,
                            *tenders == '\0'
                              ? desk_message_new (NULL,
                                                  N_("this property has no means of payment"))
                              : desk_message_text (
                                  desk_message_new (NULL, N_("pay says with what: {tenders}")),
                                  "tenders", tenders));
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
      return desk_complain (error, DESK_ERROR_USAGE,
                            desk_message_new (NULL, N_("a question takes no text")));
    }
  if (self->filled[DESK_SLOT_LINE] && self->filled[DESK_SLOT_TOPIC])
    {
      return desk_complain (error, DESK_ERROR_USAGE,
                            desk_message_integer (
                              desk_message_about (
                                N_("why asks for one thing: line {line} or {word}"), topic->text),
                              "line", DESK_ARG_INT, self->values[DESK_SLOT_LINE].integer));
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
      return desk_complain (error, DESK_ERROR_USAGE,
                            desk_message_new (NULL, N_("undo takes no window")));
    }
  desk_line_begin_action (self, DESK_VERB_UNDO);
  self->line->canonical = g_strconcat (self->subject, " undo", NULL);
  return TRUE;
}
