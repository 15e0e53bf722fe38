/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

/**
 * desk_soft_stop:
 * @plan: what is judged
 * @action: may say why it is all right
 * @room_id: which room it is about
 * @stop: (transfer full): what is in the way; its code names it
 *
 * Refuses, or with a reason why it is all right warns and keeps it on record.
 */
void
desk_soft_stop (DeskPlan         *plan,
                const DeskAction *action,
                gint64            room_id,
                DeskMessage      *stop)
{
  const char *why = action->override_reason;

  if (why != NULL && *why != '\0')
    {
      desk_plan_add_effect (plan, DESK_EFFECT_OVERRIDE, room_id, stop->code, NULL, NULL);
      desk_plan_warn (plan, stop);
      return;
    }
  desk_plan_refuse (
    plan,
    desk_message_nest (
      desk_message_new (stop->code,
                        /* Translators: {stop} is a sentence: "Room 415 is not clean." */
                        N_("{stop} Say why it is all right, or choose another room.")),
      "stop", stop));
}

/**
 * desk_features_new:
 * @property: the set-up, which may say what features are called
 * @features: names, parted by `;`
 *
 * Returns: (transfer full) (nullable): the features in the reader's words; %NULL where
 *   there are none
 */
DeskMessage *
desk_features_new (const DeskProperty *property,
                   const char         *features)
{
  g_auto (GStrv) names = g_strsplit (features, ";", -1);
  DeskMessage *list = NULL;
  guint i;

  for (i = 0; names[i] != NULL; i++)
    {
      const DeskFeature *feature = desk_property_get_feature (property, names[i]);
      DeskMessage *one;

      if (*names[i] == '\0')
        continue;
      one = desk_message_words (desk_message_new (NULL, "{feature}"), "feature",
                                feature != NULL ? &feature->words : NULL, names[i]);
      if (list == NULL)
        {
          list = one;
          continue;
        }
      /* Translators: a list: "quiet, view" */
      list = desk_message_nest (desk_message_new (NULL, N_("{left}, {right}")), "left", list);
      desk_message_nest (list, "right", one);
    }
  return list;
}

/**
 * desk_count_persons:
 * @stays: (element-type DeskStayRecord): those that share a room
 *
 * Returns: how many they are, children among them, of stays that are not over
 */
int
desk_count_persons (const GPtrArray *stays)
{
  int n = 0;
  guint i;

  for (i = 0; i < stays->len; i++)
    {
      const DeskStayRecord *stay = g_ptr_array_index (stays, i);

      if (g_str_equal (stay->state, "booked") || g_str_equal (stay->state, "in-house"))
        n += stay->adults + stay->children;
    }
  return n;
}

/**
 * desk_too_many_new:
 * @property: the set-up, which may say how many a room of that type sleeps
 * @room: where they would go
 * @stays: (element-type DeskStayRecord): all that share it
 *
 * Returns: (transfer full) (nullable): that they are too many; %NULL: they are not
 */
DeskMessage *
desk_too_many_new (const DeskProperty   *property,
                   const DeskRoomRecord *room,
                   const GPtrArray      *stays)
{
  const DeskRoomType *type = desk_property_get_room_type (property, room->room_type);
  int n = desk_count_persons (stays);
  DeskMessage *message;

  if (type == NULL || type->capacity == 0 || n <= type->capacity)
    return NULL;
  message = desk_message_new_plural ("too-many",
                                     /* Translators: {n} is how many a room sleeps, {persons}
                                      * how many would sleep in it */
                                     "Room {room} is for {n} person; they are {persons}.",
                                     "Room {room} is for {n} persons; they are {persons}.",
                                     type->capacity);
  desk_message_text (message, "room", room->number);
  return desk_message_integer (message, "persons", DESK_ARG_INT, n);
}
