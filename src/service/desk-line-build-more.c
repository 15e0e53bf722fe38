/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"
#include "desk-amount.h"
#include "desk-case-table.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-fold.h"
#include "desk-line-parse.h"

/* What the filled slots of a line come to: the verbs that put right, give and move. */

static gboolean
refuse (GError     **error,
        const char  *why)
{
  return desk_complain (error, DESK_ERROR_USAGE, desk_message_new (NULL, why));
}

static void
append_amount (const DeskLineParse *self,
               GString             *canonical,
               const char          *before,
               gint64               minor)
{
  g_autofree char *amount = desk_amount_format (minor, self->property->digits);

  g_string_append_printf (canonical, " %s%s", before, amount);
}

static void
append_reason (const DeskAction *action,
               GString          *canonical)
{
  if (action->reason != NULL)
    g_string_append_printf (canonical, " %s", action->reason);
}

static void
append_day (GString    *canonical,
            const char *before,
            DeskDate    date)
{
  char day[DESK_DATE_LENGTH];

  g_string_append_printf (canonical, " %s %s", before, desk_date_print (date, day));
}

static void
take_reason (DeskLineParse *self,
             DeskAction    *action)
{
  if (self->filled[DESK_SLOT_REASON])
    action->reason = g_strdup (self->values[DESK_SLOT_REASON].text);
}

/* Three and more in a row stand as a range. */
static void
append_lines (const GArray *lines,
              GString      *canonical)
{
  int first = g_array_index (lines, int, 0);
  int last = g_array_index (lines, int, lines->len - 1);
  gboolean in_a_row = lines->len > 2;
  guint i;

  for (i = 0; i < lines->len; i++)
    in_a_row = in_a_row && g_array_index (lines, int, i) == first + (int) i;
  if (in_a_row)
    {
      g_string_append_printf (canonical, " %d-%d", first, last);
      return;
    }
  for (i = 0; i < lines->len; i++)
    g_string_append_printf (canonical, "%c%d", i == 0 ? ' ' : '+', g_array_index (lines, int, i));
}

gboolean
desk_line_build_fix (DeskLineParse  *self,
                     GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_FIX);
  GString *canonical;

  if (self->window != 0)
    return refuse (error, N_("fix takes no window: the line says where it stands"));
  if (desk_line_read_lines (self->values[DESK_SLOT_LINES].text, &action->lines,
                            error) != DESK_VALUE_YES)
    return FALSE;
  action->has_unit = self->filled[DESK_SLOT_AMOUNT];
  action->unit_minor = self->values[DESK_SLOT_AMOUNT].integer;
  action->has_quantity = self->filled[DESK_SLOT_QUANTITY];
  if (action->has_quantity)
    action->quantity = self->values[DESK_SLOT_QUANTITY].integer;
  action->none = self->filled[DESK_SLOT_NONE];
  take_reason (self, action);

  if (!action->has_unit && !action->has_quantity && !action->none)
    return refuse (error,
                   N_("what would be right? a price as in 6.50, how many as in 2x, or none"));
  if (action->none && (action->has_unit || action->has_quantity))
    return refuse (error, N_("none says that nothing is right; it takes no price and no quantity"));

  canonical = g_string_new (self->subject);
  g_string_append (canonical, " fix");
  append_lines (action->lines, canonical);
  if (action->has_unit)
    append_amount (self, canonical, "", action->unit_minor);
  if (action->has_quantity)
    g_string_append_printf (canonical, " %" G_GINT64_FORMAT "x", action->quantity);
  if (action->none)
    g_string_append (canonical, " none");
  append_reason (action, canonical);
  self->line->canonical = g_string_free (canonical, FALSE);
  return TRUE;
}

/* How much: a percentage or an amount, and never both. */
static gboolean
take_gesture (DeskLineParse  *self,
              DeskAction     *action,
              GError        **error)
{
  gboolean has_percent = self->filled[DESK_SLOT_PERCENT];

  if (has_percent && self->filled[DESK_SLOT_AMOUNT])
    {
      g_autofree char *amount = desk_amount_format (self->values[DESK_SLOT_AMOUNT].integer,
                                                    self->property->digits);

      return desk_complain (error, DESK_ERROR_USAGE,
                            desk_message_text (
                              desk_message_about (
                                N_("both a percentage and an amount: {word} or {amount}?"),
                                self->values[DESK_SLOT_PERCENT].text),
                              "amount", amount));
    }
  if (has_percent)
    return desk_line_read_percent (self->values[DESK_SLOT_PERCENT].text, &action->percent,
                                   error) == DESK_VALUE_YES;
  action->amount_minor = self->values[DESK_SLOT_AMOUNT].integer;
  return action->amount_minor > 0 || refuse (error, N_("a gesture is more than nothing"));
}

/* Of what: a window that is named alone is the base itself. */
static gboolean
take_base (DeskLineParse  *self,
           DeskAction     *action,
           GError        **error)
{
  const DeskSlotValue *base = &self->values[DESK_SLOT_BASE];

  if (!desk_line_find_window (self, &action->window, error))
    return FALSE;
  action->base = action->window != 0 ? DESK_OFF_WINDOW : DESK_OFF_STAY;
  if (!self->filled[DESK_SLOT_BASE])
    return TRUE;

  if (action->window != 0)
    return refuse (error,
                   N_("a gesture is reckoned of one thing: a window, or what stands behind on"));
  if (base->choice == DESK_OFF_WINDOW)
    action->window = (int) base->integer;
  action->base = (DeskOffBase) base->choice;
  switch (action->base)
    {
    case DESK_OFF_LINES:
      return desk_line_read_lines (base->text, &action->lines, error) == DESK_VALUE_YES;
    case DESK_OFF_CLASS:
      action->tax_class = desk_line_dup_classes (self->property, base->text);
      return *action->tax_class != '\0' || refuse (error, N_("nothing is sold here of that class"));
    case DESK_OFF_DAY:
      action->from = base->date;
      return TRUE;
    case DESK_OFF_STAY:
    case DESK_OFF_WINDOW:
    case DESK_OFF_ALL:
    default:
      return TRUE;
    }
}

static void
append_base (const DeskLineParse *self,
             const DeskAction    *action,
             GString             *canonical)
{
  if (action->base == DESK_OFF_LINES)
    {
      g_string_append (canonical, " on");
      append_lines (action->lines, canonical);
    }
  else if (action->base == DESK_OFF_CLASS)
    g_string_append_printf (canonical, " on %s", self->values[DESK_SLOT_BASE].text);
  else if (action->base == DESK_OFF_DAY)
    append_day (canonical, "on", action->from);
  else if (action->base == DESK_OFF_ALL)
    g_string_append (canonical, " on all");
  if (action->window != 0)
    g_string_append_printf (canonical, " w%d", action->window);
}

/* What a stay's open case is about is the reason where none is said. */
static gboolean
borrow_reason (DeskLineParse  *self,
               DeskAction     *action,
               GError        **error)
{
  g_autoptr (DeskCaseRecord) open = NULL;

  if (action->reason != NULL)
    return TRUE;
  if (!desk_case_table_find_open (desk_house_get_db (self->house), action->stay_id, &open, error))
    return FALSE;
  if (open != NULL && desk_property_get_reason (self->property, open->topic) != NULL)
    action->reason = g_steal_pointer (&open->topic);
  return TRUE;
}

gboolean
desk_line_build_off (DeskLineParse  *self,
                     GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_OFF);
  GString *canonical;

  if (!take_gesture (self, action, error) || !take_base (self, action, error))
    return FALSE;
  take_reason (self, action);
  if (!borrow_reason (self, action, error))
    return FALSE;
  if (action->reason == NULL)
    {
      DeskMessage *reasons = desk_say_reasons (self->property, self->verb->reasons);

      if (reasons == NULL)
        return refuse (error, N_("this property has no reasons for a gesture"));
      return desk_complain_in (error, DESK_ERROR_USAGE,
                               desk_message_nest (
                                 desk_message_new (NULL,
                                                   N_("reason missing: off says why: {reasons}")),
                                 "reasons", reasons),
                               self->property);
    }

  canonical = g_string_new (self->subject);
  g_string_append (canonical, " off");
  if (action->percent != NULL)
    g_string_append_printf (canonical, " %s%%", action->percent);
  else
    append_amount (self, canonical, "", action->amount_minor);
  append_base (self, action, canonical);
  append_reason (action, canonical);
  self->line->canonical = g_string_free (canonical, FALSE);
  return TRUE;
}

gboolean
desk_line_build_rate (DeskLineParse  *self,
                      GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_RATE);
  GString *canonical;

  if (self->window != 0)
    return refuse (error, N_("rate takes no window: it is the price of nights to come"));
  action->list = self->filled[DESK_SLOT_LIST];
  action->has_unit = self->filled[DESK_SLOT_AMOUNT];
  action->unit_minor = self->values[DESK_SLOT_AMOUNT].integer;
  action->from = self->values[DESK_SLOT_FROM].date;
  action->till = self->values[DESK_SLOT_TILL].date;
  take_reason (self, action);
  if (action->till != DESK_DATE_NONE && action->from != DESK_DATE_NONE &&
      action->till <= action->from)
    return refuse (error, N_("till is a later day than from"));
  if (action->reason == NULL)
    {
      DeskMessage *reasons = desk_say_reasons (self->property, self->verb->reasons);

      DeskMessage *message =
        desk_message_new (NULL, N_("reason missing: rate says why: {reasons}"));

      return desk_complain_in (error, DESK_ERROR_USAGE,
                               reasons != NULL ? desk_message_nest (message, "reasons", reasons)
                                               : desk_message_text (message, "reasons", "–"),
                               self->property);
    }

  canonical = g_string_new (self->subject);
  g_string_append (canonical, " rate");
  if (action->list)
    g_string_append (canonical, " list");
  else
    append_amount (self, canonical, "", action->unit_minor);
  if (action->from != DESK_DATE_NONE)
    append_day (canonical, "from", action->from);
  if (action->till != DESK_DATE_NONE)
    append_day (canonical, "till", action->till);
  append_reason (action, canonical);
  self->line->canonical = g_string_free (canonical, FALSE);
  return TRUE;
}

/* Where to: a room, or a type, or what the room must have. */
static gboolean
take_target (DeskLineParse  *self,
             DeskAction     *action,
             GError        **error)
{
  const char *type = self->values[DESK_SLOT_TYPE].text;

  if (self->filled[DESK_SLOT_FEATURES] && self->filled[DESK_SLOT_TYPE])
    {
      g_autofree char *folded = desk_fold (type);

      return desk_complain_of (error, DESK_ERROR_USAGE,
                               N_("feature or type, not both; write {word} and choose"), folded);
    }
  if (self->filled[DESK_SLOT_ROOM] &&
      (self->filled[DESK_SLOT_FEATURES] || self->filled[DESK_SLOT_TYPE]))
    {
      return desk_complain_of (error, DESK_ERROR_USAGE,
                               N_("room {word} says it all: no feature and no type besides"),
                               self->values[DESK_SLOT_ROOM].text);
    }
  action->room = g_strdup (self->values[DESK_SLOT_ROOM].text);
  action->room_type = g_strdup (type);
  if (self->filled[DESK_SLOT_FEATURES])
    action->features = desk_line_dup_features (self->property,
                                               self->values[DESK_SLOT_FEATURES].text);
  if (action->swap && action->room == NULL)
    return refuse (error, N_("swap says with which room: move 415 swap"));
  return TRUE;
}

static char *
describe_move (const DeskLineParse *self,
               const DeskAction    *action)
{
  GString *canonical = g_string_new (self->subject);

  g_string_append (canonical, " move");
  if (action->room != NULL)
    g_string_append_printf (canonical, " %s", action->room);
  if (action->room_type != NULL)
    g_string_append_printf (canonical, " %s", action->room_type);
  if (action->features != NULL)
    {
      g_autofree char *features = g_strjoinv ("+", action->features);

      g_string_append_printf (canonical, " %s", features);
    }
  if (action->swap)
    g_string_append (canonical, " swap");
  if (self->filled[DESK_SLOT_TERMS])
    {
      if (action->price == DESK_MOVE_AT)
        append_amount (self, canonical, "at ", action->unit_minor);
      else
        g_string_append (canonical, action->price == DESK_MOVE_NEW ? " new" : " keep");
    }
  if (action->now)
    g_string_append (canonical, " from now");
  else if (action->from != DESK_DATE_NONE)
    append_day (canonical, "from", action->from);
  if (action->left != NULL)
    g_string_append_printf (canonical, " %s", action->left);
  append_reason (action, canonical);
  return g_string_free (canonical, FALSE);
}

static gboolean
build_move (DeskLineParse  *self,
            gboolean        swap,
            GError        **error)
{
  DeskAction *action = desk_line_begin_action (self, DESK_VERB_MOVE);
  const DeskSlotValue *terms = &self->values[DESK_SLOT_TERMS];

  if (self->window != 0)
    return refuse (error, N_("move takes no window"));
  action->swap = swap;
  if (!take_target (self, action, error))
    return FALSE;
  action->price = (DeskMovePrice) terms->choice;
  action->has_unit = self->filled[DESK_SLOT_TERMS] && action->price == DESK_MOVE_AT;
  if (action->has_unit)
    action->unit_minor = terms->integer;
  action->now = self->values[DESK_SLOT_FROM].now;
  if (!action->now)
    action->from = self->values[DESK_SLOT_FROM].date;
  action->left = g_strdup (self->values[DESK_SLOT_LEFT].text);
  take_reason (self, action);
  self->line->canonical = describe_move (self, action);
  return TRUE;
}

gboolean
desk_line_build_move (DeskLineParse  *self,
                      GError        **error)
{
  return build_move (self, self->filled[DESK_SLOT_SWAP], error);
}

/* `swap 415` is another spelling of `move 415 swap`. */
gboolean
desk_line_build_swap (DeskLineParse  *self,
                      GError        **error)
{
  return build_move (self, TRUE, error);
}
