/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action-private.h"
#include "desk-move.h"
#include "desk-room-table.h"

G_BEGIN_DECLS

/* The feature that a guest who has it cannot do without, and that is kept for them. */
#define DESK_MOVE_NEEDED "accessible"

/* A night of a party, and where it has a room: 0: nowhere yet. */
typedef struct
{
  DeskDate date;
  gint64   room_id;
} DeskMoveNight;

/**
 * DeskParty:
 * @occupancy_id: what its stays share
 * @stays: (element-type DeskStayRecord): booked or in house; they move together
 * @nights: (element-type DeskMoveNight): from the move on, by date
 * @in_house: whether somebody of them is
 * @room: (nullable): where they are; of a party that has not come yet, and from a
 *   later night on: where the first of @nights has its room
 */
typedef struct
{
  gint64          occupancy_id;
  GPtrArray      *stays;
  GArray         *nights;
  gboolean        in_house;
  DeskRoomRecord *room;
} DeskParty;

/**
 * DeskMove:
 * @party: who moves
 * @other: (nullable): who takes their room in exchange
 * @first: the first night that changes
 * @end: the day the last of the party leaves
 * @after_close: the first night has been posted and is still being slept
 * @at_once: they change rooms now; otherwise with the night or on arrival
 * @reason: (nullable): why
 * @to: (nullable): where to
 *
 * A move while it is planned.
 */
typedef struct
{
  DeskBilling       *billing;
  const DeskContext *context;
  const DeskAction  *action;
  DeskPlan          *plan;
  DeskParty         *party;
  DeskParty         *other;
  DeskDate           first;
  DeskDate           end;
  gboolean           after_close;
  gboolean           at_once;
  const DeskReason  *reason;
  DeskRoomRecord    *to;
} DeskMove;

DeskParty *desk_party_load             (DeskBilling         *billing,
                                        gint64               occupancy_id,
                                        DeskDate             first,
                                        GError             **error);
void       desk_party_free             (DeskParty           *self);
gboolean   desk_party_has_room         (const DeskParty     *self,
                                        DeskDate             date,
                                        gint64               room_id);

DeskMove  *desk_move_load              (DeskBilling         *billing,
                                        const DeskContext   *context,
                                        const DeskAction    *action,
                                        DeskPlan            *plan,
                                        GError             **error);
void       desk_move_free              (DeskMove            *self);
void       desk_move_soft_stop         (DeskMove            *self,
                                        gint64               room_id,
                                        DeskMessage         *stop);
void       desk_move_judge_stay        (DeskMove            *self);
gboolean   desk_move_judge_room        (DeskMove            *self,
                                        GError             **error);
gboolean   desk_move_has_feature       (const DeskRoomRecord *room,
                                        const char          *feature);
DeskMessage *desk_move_new_lacks       (const DeskMove      *self,
                                        const DeskRoomRecord *room,
                                        const char          *feature);
gboolean   desk_move_rank_rooms        (DeskMove            *self,
                                        GPtrArray          **rooms,
                                        GError             **error);
gboolean   desk_move_propose_now       (DeskBilling         *billing,
                                        const DeskContext   *context,
                                        DeskPlan            *plan,
                                        GError             **error);
gboolean   desk_move_choose_room       (DeskMove            *self,
                                        GError             **error);
gboolean   desk_move_price             (DeskMove            *self,
                                        GError             **error);
gint64     desk_move_list_price        (const DeskMove      *self,
                                        const DeskNightRecord *night,
                                        const char          *room_type);
gboolean   desk_move_find_other        (DeskMove            *self,
                                        GError             **error);
gboolean   desk_move_give_other        (DeskMove            *self,
                                        GError             **error);
gboolean   desk_move_swap_nights       (DeskMove            *self,
                                        GError             **error);
gboolean   desk_move_change_nights     (DeskMove            *self,
                                        GError             **error);
gboolean   desk_move_change_rooms      (DeskMove            *self,
                                        GError             **error);
char      *desk_move_price_to_string   (gboolean             has_price,
                                        gint64               price_minor);

gboolean   desk_move_apply_effect      (DeskDb              *db,
                                        const DeskContext   *context,
                                        const DeskEffect    *effect,
                                        GError             **error);
gboolean   desk_move_tell              (DeskDb              *db,
                                        const DeskPlan      *plan,
                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskParty, desk_party_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskMove, desk_move_free)

G_END_DECLS
