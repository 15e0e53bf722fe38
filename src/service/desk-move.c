/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-move-private.h"

/*
 * Moving to another room: tonight, at once or from a later night, with all who
 * share it; or two parties exchange rooms. Lines that are posted keep the room they
 * happened in. A move that is done at once counts the old room as left; one from a
 * later night only changes whose the nights are, and is done when that day the
 * guest is moved again to the room of the night.
 */

static DeskMessage *
new_when (const DeskMove *self)
{
  DeskMessage *when;

  if (self->after_close)
    /* Translators: from when a guest moves: "…, from now to Sun 6 Sep, …" */
    return desk_message_new (NULL, N_("from now"));
  if (self->first == self->billing->business_date)
    /* Translators: from when a guest moves: "…, tonight to Sun 6 Sep, …" */
    return desk_message_new (NULL, N_("tonight"));
  when = desk_message_new (NULL, N_("{day}"));
  return desk_message_integer (when, "day", DESK_ARG_DAY, self->first);
}

static DeskMessage *
put_type (DeskMessage    *message,
          const DeskMove *self)
{
  const DeskRoomType *type =
    desk_property_get_room_type (desk_house_get_property (self->billing->house),
                                 self->to->room_type);

  return desk_message_words (message, "type", type != NULL ? &type->words : NULL,
                             self->to->room_type);
}

static DeskMessage *
new_price (const DeskMove *self)
{
  DeskMessage *price;

  switch (self->action->price)
    {
    case DESK_MOVE_NEW:
      /* Translators: {type} is a room type */
      price = desk_message_new (NULL, N_("the list price of {type} is charged"));
      return put_type (price, self);
    case DESK_MOVE_AT:
      price = desk_message_new (NULL, N_("{amount} a night"));
      return desk_message_integer (price, "amount", DESK_ARG_MONEY, self->action->unit_minor);
    case DESK_MOVE_KEEP:
    default:
      return desk_message_new (NULL, N_("the price stays"));
    }
}

static gboolean
say (DeskMove  *self,
     GError   **error)
{
  g_autofree char *guest = desk_billing_dup_guest_name (self->billing, error);
  const DeskRoomRecord *from = self->party->room;
  DeskDate until = self->billing->stay->departure;
  DeskMessage *sentence;
  DeskMessage *nights;

  if (guest == NULL)
    return FALSE;
  nights = desk_message_new_plural (NULL, "{n} night", "{n} nights",
                                    MAX (until - self->first, 0));
  if (self->other != NULL)
    sentence = desk_message_new ("swap",
                                 /* Translators: two parties exchange rooms. {from} and {to} are
                                  * room numbers, {type} a room type, {when} "tonight" or a day,
                                  * {nights} "2 nights", {price} "the price stays" */
                                 N_("Exchange rooms: {guest} {from} → {to} ({type}), "
                                    "{when} to {until}, {nights}; {price}."));
  else
    sentence = desk_message_new ("move",
                                 /* Translators: as above, of one party */
                                 N_("Move {guest} {from} → {to} ({type}), "
                                    "{when} to {until}, {nights}; {price}."));
  desk_message_text (sentence, "guest", guest);
  desk_message_text (sentence, "from", from != NULL ? from->number : "–");
  desk_message_text (sentence, "to", self->to->number);
  put_type (sentence, self);
  desk_message_nest (sentence, "when", new_when (self));
  desk_message_integer (sentence, "until", DESK_ARG_DAY, until);
  desk_message_nest (sentence, "nights", nights);
  desk_message_nest (sentence, "price", new_price (self));
  desk_plan_say (self->plan, sentence,
                 self->other != NULL
                   /* Translators: two parties have exchanged rooms, see "Exchange rooms:" */
                   ? N_("Rooms exchanged: {guest} {from} → {to} ({type}), "
                        "{when} to {until}, {nights}; {price}.")
                   /* Translators: as above, of one party */
                   : N_("Moved: {guest} {from} → {to} ({type}), "
                        "{when} to {until}, {nights}; {price}."));
  return TRUE;
}

/* Where nobody can say where to, the sentence only says who. */
static gboolean
say_who (DeskMove  *self,
         GError   **error)
{
  g_autofree char *guest = desk_billing_dup_guest_name (self->billing, error);

  if (guest == NULL)
    return FALSE;
  self->plan->sentence = desk_message_text (desk_message_new ("move", N_("Move {guest}.")),
                                            "guest", guest);
  return TRUE;
}

static void
add_versions (DeskMove *self)
{
  const DeskRoomRecord *rooms[] = { self->party->room, self->to };
  const DeskParty *parties[] = { self->party, self->other };
  guint i;
  guint p;

  for (i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      if (rooms[i] != NULL)
        desk_plan_add_version (self->plan, "room", rooms[i]->id, rooms[i]->version);
    }
  for (p = 0; p < G_N_ELEMENTS (parties); p++)
    {
      for (i = 0; parties[p] != NULL && i < parties[p]->stays->len; i++)
        {
          const DeskStayRecord *stay = g_ptr_array_index (parties[p]->stays, i);

          if (stay->id != self->billing->stay->id)
            desk_plan_add_version (self->plan, "stay", stay->id, stay->version);
        }
    }
}

/* Where to, and whether that room can be had. */
static gboolean
judge (DeskMove  *self,
       GError   **error)
{
  desk_move_judge_stay (self);
  desk_judge_cause (self->context, self->reason, self->plan);
  if (!desk_move_choose_room (self, error))
    return FALSE;
  if (self->to == NULL)
    return TRUE;
  if (self->action->swap && !desk_move_find_other (self, error))
    return FALSE;
  return desk_move_judge_room (self, error);
}

static gboolean
change (DeskMove  *self,
        GError   **error)
{
  if (!desk_move_price (self, error))
    return FALSE;
  if (self->plan->refused->len > 0)
    return TRUE;
  if (self->other != NULL)
    return desk_move_give_other (self, error) && desk_move_swap_nights (self, error) &&
           desk_move_change_rooms (self, error);
  return desk_move_change_nights (self, error) && desk_move_change_rooms (self, error);
}

/**
 * desk_plan_move:
 * @billing: the stay that moves
 * @context: who would move it
 * @action: where to, from when, at which price, why
 * @plan: filled
 * @error: return location for a #GError
 *
 * Plans a move, or an exchange of rooms. Where no room is named the one that fits
 * best is proposed, and why.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_plan_move (DeskBilling        *billing,
                const DeskContext  *context,
                const DeskAction   *action,
                DeskPlan           *plan,
                GError            **error)
{
  g_autoptr (DeskMove) move = desk_move_load (billing, context, action, plan, error);

  if (move == NULL || !judge (move, error))
    return FALSE;
  if (move->to == NULL)
    return say_who (move, error);
  add_versions (move);
  if (!say (move, error))
    return FALSE;
  return plan->refused->len > 0 || change (move, error);
}
