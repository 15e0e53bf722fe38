/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-move-private.h"

#include <string.h>

#include "desk-amount.h"
#include "desk-room-night-table.h"

/*
 * Which room fits best: what the guest cannot do without, and not what others cannot; no lower
 * type, what the reason asks for, ready, on the same floor, the same type before a dearer one,
 * near; then by number.
 */

#define OTHER_FLOOR 1000

typedef struct
{
  DeskRoomRecord *room;       /* (unowned) */
  gint64          upgrade_minor;
  gint64          points[7];
} Fit;

void
desk_move_room_free (DeskMoveRoom *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->room_type);
  g_free (self->floor);
  g_strfreev (self->features);
  g_free (self->clean);
  g_clear_pointer (&self->why, desk_message_free);
  g_free (self);
}

gboolean
desk_move_has_feature (const DeskRoomRecord *room,
                       const char           *feature)
{
  g_auto (GStrv) has = g_strsplit (room->features, ";", -1);

  return g_strv_contains ((const char *const *) has, feature);
}

/* How many of @features the room lacks. */
static gint64
count_lacking (const DeskRoomRecord *room,
               GStrv                 features)
{
  gint64 n = 0;

  for (; features != NULL && *features != NULL; features++)
    n += !desk_move_has_feature (room, *features);
  return n;
}

static gboolean
names (GStrv       features,
       const char *feature)
{
  return features != NULL && g_strv_contains ((const char *const *) features, feature);
}

/* Whether the guest needs what only some rooms have: they have it now, or it is asked for. */
static gboolean
needs_it (const DeskMove *self)
{
  const DeskRoomRecord *from = self->party->room;

  return (from != NULL && desk_move_has_feature (from, DESK_MOVE_NEEDED)) ||
         names (self->action->features, DESK_MOVE_NEEDED) ||
         (self->reason != NULL && names (self->reason->features, DESK_MOVE_NEEDED));
}

static gint64
get_distance (const char *floor,
              const char *other)
{
  char *end;
  char *other_end;
  gint64 number = g_ascii_strtoll (floor, &end, 10);
  gint64 other_number = g_ascii_strtoll (other, &other_end, 10);

  if (*floor == '\0' || *other == '\0' || *end != '\0' || *other_end != '\0')
    return strcmp (floor, other) == 0 ? 0 : OTHER_FLOOR;
  return ABS (CLAMP (number - other_number, -OTHER_FLOOR, OTHER_FLOOR));
}

/* A room that is not clean and done next is ready before the others that are not. */
static gint64
get_readiness (const DeskRoomRecord *room)
{
  static const char *const states[] = { "inspected", "clean", "pickup", "dirty" };
  gint64 i = 0;

  while (i < (gint64) G_N_ELEMENTS (states) && !g_str_equal (states[i], room->clean))
    i++;
  return 2 * i - (i >= 2 && room->rush ? 3 : 0);
}

static gboolean
has_beds (const DeskMove       *self,
          const DeskRoomRecord *room)
{
  g_autoptr (DeskMessage) too_many =
    desk_too_many_new (desk_house_get_property (self->billing->house), room, self->party->stays);

  return too_many == NULL;
}

static gboolean
may_have (const DeskMove       *self,
          const DeskRoomRecord *room,
          GHashTable           *taken)
{
  const DeskAction *action = self->action;
  gboolean back = room->service_till != DESK_DATE_NONE && room->service_till <= self->first;

  if (room->retired || (!g_str_equal (room->service, "in") && !back) ||
      g_hash_table_contains (taken, &room->id) ||
      (self->party->room != NULL && room->id == self->party->room->id) ||
      (self->at_once && (room->occupied || room->hk_occupied == 1)))
    return FALSE;
  if (action->room_type != NULL && g_strcmp0 (room->room_type, action->room_type) != 0)
    return FALSE;
  return count_lacking (room, action->features) == 0 && has_beds (self, room);
}

/* What the better type is worth in all nights that move, at list prices; less for a lower one. */
static gint64
get_upgrade (const DeskMove       *self,
             const DeskRoomRecord *room)
{
  const DeskRoomRecord *from = self->party->room;
  gint64 sum = 0;
  guint i;

  /* Prices too dear to add up rank as they are so far. */
  for (i = 0; i < self->billing->nights->len; i++)
    {
      const DeskNightRecord *night = g_ptr_array_index (self->billing->nights, i);
      const char *type = from != NULL ? from->room_type : night->room_type;

      if (night->date >= self->first &&
          !desk_amount_add (sum, desk_move_list_price (self, night, room->room_type) -
                                 desk_move_list_price (self, night, type), &sum, NULL))
        break;
    }
  return sum;
}

static void
rate_room (const DeskMove *self,
           Fit            *fit)
{
  const DeskRoomRecord *from = self->party->room;
  gint64 distance = from != NULL ? get_distance (from->floor, fit->room->floor) : 0;

  fit->upgrade_minor = get_upgrade (self, fit->room);
  fit->points[0] = needs_it (self) != desk_move_has_feature (fit->room, DESK_MOVE_NEEDED);
  fit->points[1] = fit->upgrade_minor < 0;
  fit->points[2] = self->reason != NULL ? count_lacking (fit->room, self->reason->features) : 0;
  fit->points[3] = self->at_once ? get_readiness (fit->room) : 0;
  fit->points[4] = distance != 0;
  fit->points[5] = ABS (fit->upgrade_minor);
  fit->points[6] = distance;
}

static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  const Fit *left = a;
  const Fit *right = b;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (left->points); i++)
    {
      if (left->points[i] != right->points[i])
        return left->points[i] < right->points[i] ? -1 : 1;
    }
  return strcmp (left->room->number, right->room->number);
}

static DeskMessage *
new_clean_words (const char *clean)
{
  if (g_str_equal (clean, "inspected"))
    return desk_message_new (NULL, N_("inspected"));
  if (g_str_equal (clean, "clean"))
    return desk_message_new (NULL, N_("clean"));
  return desk_message_new (NULL, N_("not clean"));
}

static DeskMessage *
new_why (const DeskProperty *property,
         const Fit          *fit)
{
  const DeskRoomType *type = desk_property_get_room_type (property, fit->room->room_type);
  DeskMessage *features = desk_features_new (property, fit->room->features);
  DeskMessage *why;

  if (features != NULL)
    why = desk_message_new ("room-fits",
                            /* Translators: why a room is proposed: "Room 415 fits: DLX, clean,
                             * floor 4, quiet." */
                            N_("Room {room} fits: {type}, {clean}, floor {floor}, {features}."));
  else
    why = desk_message_new ("room-fits", N_("Room {room} fits: {type}, {clean}, floor {floor}."));
  desk_message_text (why, "room", fit->room->number);
  desk_message_words (why, "type", type != NULL ? &type->words : NULL, fit->room->room_type);
  desk_message_nest (why, "clean", new_clean_words (fit->room->clean));
  desk_message_text (why, "floor", fit->room->floor);
  if (features != NULL)
    desk_message_nest (why, "features", features);
  return why;
}

static DeskMoveRoom *
room_new (const DeskProperty *property,
          const Fit          *fit)
{
  DeskMoveRoom *room = g_new0 (DeskMoveRoom, 1);

  room->number = g_strdup (fit->room->number);
  room->room_type = g_strdup (fit->room->room_type);
  room->floor = g_strdup (fit->room->floor);
  if (fit->room->features[0] != '\0')
    room->features = g_strsplit (fit->room->features, ";", -1);
  room->clean = g_strdup (fit->room->clean);
  room->upgrade_minor = MAX (fit->upgrade_minor, 0);
  room->why = new_why (property, fit);
  return room;
}

/**
 * desk_move_rank_rooms:
 * @self: a move
 * @rooms: (out) (transfer full) (element-type DeskMoveRoom): free in all its nights, the
 *   best first
 * @error: return location for a #GError
 *
 * Returns: %FALSE where the rooms could not be read
 */
gboolean
desk_move_rank_rooms (DeskMove   *self,
                      GPtrArray **rooms,
                      GError    **error)
{
  DeskDb *db = desk_house_get_db (self->billing->house);
  g_autoptr (GPtrArray) all = desk_room_table_list (db, error);
  const DeskProperty *property = desk_house_get_property (self->billing->house);
  g_autoptr (GHashTable) taken = NULL;
  g_autoptr (GArray) fits = g_array_new (FALSE, TRUE, sizeof (Fit));
  guint i;

  if (all == NULL)
    return FALSE;
  taken = desk_room_night_table_list_taken (db, self->first, self->end, self->party->occupancy_id,
                                            error);
  if (taken == NULL)
    return FALSE;
  for (i = 0; i < all->len; i++)
    {
      Fit fit = { .room = g_ptr_array_index (all, i) };

      if (!may_have (self, fit.room, taken))
        continue;
      rate_room (self, &fit);
      g_array_append_val (fits, fit);
    }
  g_array_sort (fits, compare_fits);

  *rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_move_room_free);
  for (i = 0; i < fits->len; i++)
    g_ptr_array_add (*rooms, room_new (property, &g_array_index (fits, Fit, i)));
  return TRUE;
}

static DeskMessage *
new_no_room (const DeskMove *self)
{
  return desk_message_integer (desk_message_new ("no-room-fits",
                                                 N_("No room that fits is free in all nights "
                                                    "until {date}.")),
                               "date", DESK_ARG_DATE, self->end);
}

/**
 * desk_move_propose_now:
 * @billing: who arrives, and cannot have the room they were given
 * @context: who would check them in
 * @plan: told which room fits best, of those that can be had now
 * @error: return location for a #GError
 *
 * Returns: %FALSE where the rooms could not be read
 */
gboolean
desk_move_propose_now (DeskBilling        *billing,
                       const DeskContext  *context,
                       DeskPlan           *plan,
                       GError            **error)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_MOVE, billing->stay->id);
  g_autoptr (DeskMove) move = desk_move_load (billing, context, action, plan, error);
  g_autoptr (GPtrArray) rooms = NULL;

  if (move == NULL)
    return FALSE;
  move->at_once = TRUE;
  if (!desk_move_rank_rooms (move, &rooms, error))
    return FALSE;
  desk_plan_warn (plan, rooms->len == 0
                          ? new_no_room (move)
                          : g_steal_pointer (&((DeskMoveRoom *) rooms->pdata[0])->why));
  return TRUE;
}

static gboolean
propose_room (DeskMove  *self,
              GError   **error)
{
  g_autoptr (GPtrArray) rooms = NULL;
  DeskMoveRoom *best;

  if (!desk_move_rank_rooms (self, &rooms, error))
    return FALSE;
  if (rooms->len == 0)
    {
      desk_plan_refuse (self->plan, new_no_room (self));
      return TRUE;
    }
  best = g_ptr_array_index (rooms, 0);
  desk_plan_warn (self->plan, g_steal_pointer (&best->why));
  return desk_room_table_find (desk_house_get_db (self->billing->house), best->number, &self->to,
                               error);
}

/**
 * desk_move_choose_room:
 * @self: a move
 * @error: return location for a #GError
 *
 * Finds the room that was asked for, or the one that fits best and says why.
 *
 * Returns: %FALSE where the rooms could not be read
 */
gboolean
desk_move_choose_room (DeskMove  *self,
                       GError   **error)
{
  if (self->action->room == NULL && self->action->swap)
    {
      desk_plan_refuse (self->plan,
                        desk_message_new ("swap-needs-room",
                                          N_("Whose room? Name the one to exchange with.")));
      return TRUE;
    }
  if (self->action->room == NULL)
    return propose_room (self, error);

  if (!desk_room_table_find (desk_house_get_db (self->billing->house), self->action->room,
                             &self->to, error))
    return FALSE;
  if (self->to == NULL)
    desk_plan_refuse (self->plan,
                      desk_message_text (
                        desk_message_new ("no-such-room", N_("There is no room {room}.")),
                        "room", self->action->room));
  return TRUE;
}

static gboolean
list_rooms (DeskHouse          *house,
            const DeskContext  *context,
            const DeskAction   *action,
            GPtrArray         **rooms,
            GError            **error)
{
  g_autoptr (DeskBilling) billing = desk_billing_load (house, action->stay_id, error);
  g_autoptr (DeskPlan) plan = desk_plan_new ("move");
  g_autoptr (DeskMove) move = NULL;

  if (billing == NULL)
    return FALSE;
  move = desk_move_load (billing, context, action, plan, error);
  return move != NULL && desk_move_rank_rooms (move, rooms, error);
}

/**
 * desk_move_list_rooms:
 * @house: the property
 * @context: who would move the guest
 * @action: a move; the room it names does not count
 * @rooms: (out) (transfer full) (element-type DeskMoveRoom): the rooms that are free in all
 *   nights of the move, of the type and with the features it names, the best first
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_AUTHORITY, %DESK_ERROR_NOT_FOUND, or where the
 *   file could not be read
 */
gboolean
desk_move_list_rooms (DeskHouse          *house,
                      const DeskContext  *context,
                      const DeskAction   *action,
                      GPtrArray         **rooms,
                      GError            **error)
{
  g_auto (DeskTx) tx = { NULL };

  return desk_role_check (context->role, DESK_RIGHT_MOVE, error) &&
         desk_tx_begin_read (&tx, desk_house_get_db (house), error) &&
         desk_house_refresh (house, NULL, error) &&
         list_rooms (house, context, action, rooms, error);
}
