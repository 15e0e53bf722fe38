/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-undo-private.h"

/* What an undo says of itself: what is taken back, of how much, who did it and when. */

static const DeskEffect *
find_effect (const DeskDeed *deed,
             DeskEffectKind  kind)
{
  guint i;

  for (i = 0; i < deed->plan->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (deed->plan->effects, i);

      if (effect->kind == kind)
        return effect;
    }
  return NULL;
}

/* Where a move led; from later on only the nights know. */
static const DeskEffect *
find_rooms (const DeskDeed *deed)
{
  static const DeskEffectKind kinds[] = {
    DESK_EFFECT_PRESENCE, DESK_EFFECT_ROOM_NIGHT, DESK_EFFECT_NIGHT_ROOM, DESK_EFFECT_ROOM_SWAP,
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const DeskEffect *effect = find_effect (deed, kinds[i]);

      if (effect != NULL && effect->from != NULL && effect->to != NULL)
        return effect;
    }
  return NULL;
}

static DeskMessage *
name_move (const DeskDeed *deed)
{
  const DeskEffect *rooms = find_rooms (deed);
  DeskMessage *name;

  if (rooms == NULL)
    return desk_message_new (NULL, N_("the move"));
  /* Translators: what is undone: {from} and {to} are room numbers */
  name = desk_message_new (NULL, N_("the move {from} → {to}"));
  desk_message_text (name, "from", rooms->from);
  return desk_message_text (name, "to", rooms->to);
}

/* What a verb did, as the object of "Undo …". */
static DeskMessage *
name_deed (const DeskDeed *deed)
{
  static const struct
  {
    const char *verb;
    const char *name;
  } names[] = {
    { "in", N_("the check-in") },
    { "post", N_("the charge") },
    { "pay", N_("the payment") },
    { "fix", N_("the correction") },
    { "off", N_("the goodwill") },
    { "rate", N_("the new price") },
    { "out", N_("the check-out") },
  };
  guint i;

  if (g_str_equal (deed->entry->verb, "move"))
    return name_move (deed);
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (deed->entry->verb, names[i].verb))
        return desk_message_new (NULL, names[i].name);
    }
  return desk_message_new (NULL, N_("what was done"));
}

static gint64
sum_lines (const DeskUndo *self)
{
  gint64 sum = 0;
  guint i;

  for (i = 0; i < self->deed->numbers->len; i++)
    {
      const DeskPosting *line =
        desk_undo_get_line (self, g_array_index (self->deed->numbers, gint, i));

      sum += line != NULL ? line->amount_minor : 0;
    }
  return sum;
}

/**
 * desk_undo_say:
 * @self: an undo, its deed chosen or not
 * @guest: name of the guest
 *
 * Says in the plan what will be undone.
 */
void
desk_undo_say (const DeskUndo *self,
               const char     *guest)
{
  DeskMessage *sentence;
  gint64 amount;

  if (self->deed == NULL)
    {
      /* Translators: there is something to be undone for {guest} */
      sentence = desk_message_new ("undo", N_("Undo for {guest}."));
      self->plan->sentence = desk_message_text (sentence, "guest", guest);
      return;
    }

  amount = sum_lines (self);
  sentence = amount != 0
    ? desk_message_new ("undo",
                        /* Translators: {deed} is "the charge", "the goodwill" …; {person} is who
                         * did it */
                        N_("Undo {deed} of {amount} for {guest}, done {time} by {person}."))
    : desk_message_new ("undo",
                        /* Translators: {deed} is "the move 412 → 415" …; {person} is who did
                         * it */
                        N_("Undo {deed} for {guest}, done {time} by {person}."));
  desk_message_nest (sentence, "deed", name_deed (self->deed));
  desk_message_text (sentence, "guest", guest);
  desk_message_integer (sentence, "amount", DESK_ARG_MONEY, ABS (amount));
  desk_message_integer (sentence, "time", DESK_ARG_TIME, self->deed->entry->made_at);
  desk_message_person (sentence, "person", self->deed->entry->made_by);
  desk_plan_say (self->plan, sentence,
                 amount != 0
                   /* Translators: see "Undo {deed} of" */
                   ? N_("Undone: {deed} of {amount} for {guest}, done {time} by {person}.")
                   /* Translators: see "Undo {deed} for" */
                   : N_("Undone: {deed} for {guest}, done {time} by {person}."));
}
