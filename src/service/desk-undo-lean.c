/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-undo-private.h"

#include "desk-giving-table.h"
#include "desk-lean-table.h"
#include "desk-room-night-table.h"
#include "desk-room-table.h"

/*
 * Whether something leans on what was done. Not time decides, but what came of it:
 * a paper, a payment, a message, a key, housekeeping, a later action, the close of
 * the day. Then it stands, and the remedy is named.
 */

static void
refuse (const DeskUndo *self,
        const char     *code,
        const char     *text)
{
  desk_plan_refuse (self->plan, desk_message_new (code, text));
}

static gboolean
has_payment (const DeskUndo *self,
             const DeskDeed *deed,
             int             window)
{
  guint i;

  for (i = 0; i < deed->numbers->len; i++)
    {
      const DeskPosting *line = desk_undo_get_line (self, g_array_index (deed->numbers, gint, i));

      if (line != NULL && line->kind == DESK_POSTING_PAYMENT &&
          (window == 0 || line->window == window))
        return TRUE;
    }
  return FALSE;
}

/**
 * desk_undo_is_check_in:
 * @deed: what would be undone
 *
 * No money moves when a check-in applies the deposit, so that payment is undone with it.
 *
 * Returns: whether somebody was checked in
 */
gboolean
desk_undo_is_check_in (const DeskDeed *deed)
{
  return g_str_equal (deed->entry->verb, "in");
}

/* What can never be undone, whoever asks. */
static void
judge_kind (const DeskUndo *self)
{
  const DeskDeed *deed = self->deed;

  if (g_str_equal (deed->entry->verb, "undo"))
    refuse (self, "undo-of-undo", N_("An undo is not undone. Do the thing again instead."));
  else if (deed->undone)
    refuse (self, "already-undone", N_("This was undone already."));
  else if (desk_undo_has_effect (deed, DESK_EFFECT_INVOICE) ||
           desk_undo_has_effect (deed, DESK_EFFECT_FOLIO_STATE))
    refuse (self, "invoice-issued",
            N_("An invoice was issued. Answer it with a credit note instead."));
  else if (has_payment (self, deed, 0) && !desk_undo_is_check_in (deed))
    refuse (self, "payment-stays", N_("A payment is not undone. Give it back with pay instead."));
  else if (desk_undo_has_effect (deed, DESK_EFFECT_NIGHT_POSTED))
    refuse (self, "nights-posted",
            N_("Nights were posted with it. Put them right with fix instead."));
  else if (deed->plan->effects->len == 0 && deed->numbers->len == 0)
    refuse (self, "nothing-to-undo", N_("You did nothing here that could be undone."));
  else if (deed->entry->business_date < self->billing->business_date)
    refuse (self, "day-closed", N_("That day is closed. Put it right with fix instead."));
  else if (!self->billing->folio->open)
    refuse (self, "folio-closed", N_("The bill is closed."));
}

/* Somebody else's is undone by a supervisor; what was given, by who gave it, so that
 * it returns to the budget it came from, or by who reviews it. */
static gboolean
judge_person (const DeskUndo  *self,
              GError         **error)
{
  g_autoptr (GPtrArray) given = NULL;
  DeskRole role = self->context->role;

  if (self->review || g_strcmp0 (self->deed->entry->made_by, self->context->user) == 0)
    return TRUE;
  given = desk_giving_table_list_entry (desk_house_get_db (self->billing->house),
                                        self->deed->entry->id, error);
  if (given == NULL)
    return FALSE;
  if (given->len > 0)
    refuse (self, "not-yours", N_("What was given is undone by who gave it."));
  else if (role != DESK_ROLE_SUPERVISOR && role != DESK_ROLE_MANAGER)
    refuse (self, "not-yours", N_("A colleague did this; a supervisor can undo it."));
  return TRUE;
}

static gboolean
judge_outside (const DeskUndo  *self,
               GError         **error)
{
  DeskLean lean;

  if (!desk_lean_table_count (desk_house_get_db (self->billing->house), self->billing->stay->id,
                              self->deed->entry->made_at, &lean, error))
    return FALSE;
  if (lean.papers > 0)
    refuse (self, "paper-made", N_("The guest has it on paper. Put it right with fix instead."));
  else if (lean.keys > 0)
    refuse (self, "key-made", N_("A key was made since. Move the guest instead."));
  else if (lean.messages > 0)
    refuse (self, "message-given", N_("The guest was told. Put it right with fix instead."));
  return TRUE;
}

static gboolean
same_target (const DeskEffect *one,
             const DeskEffect *other)
{
  return one->kind == other->kind && one->id == other->id && g_strcmp0 (one->key, other->key) == 0;
}

static gboolean
changes_the_same (const DeskDeed *deed,
                  const DeskDeed *later)
{
  guint i;
  guint j;

  for (i = 0; i < deed->plan->effects->len; i++)
    {
      for (j = 0; j < later->plan->effects->len; j++)
        {
          if (same_target (g_ptr_array_index (deed->plan->effects, i),
                           g_ptr_array_index (later->plan->effects, j)))
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether a later line answers, or stands under, one of the deed's or its root. */
static gboolean
is_answered (const DeskUndo *self,
             const DeskDeed *later)
{
  const DeskDeed *deed = self->deed;
  guint i;
  guint j;

  for (i = 0; i < later->numbers->len; i++)
    {
      const DeskPosting *line = desk_undo_get_line (self, g_array_index (later->numbers, gint, i));

      for (j = 0; line != NULL && j < deed->numbers->len; j++)
        {
          int number = g_array_index (deed->numbers, gint, j);

          if (line->parent == number ||
              (line->answers != 0 &&
               desk_undo_get_root (self, line->line) == desk_undo_get_root (self, number)))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_paid (const DeskUndo *self,
         const DeskDeed *later)
{
  guint i;

  for (i = 0; i < self->deed->numbers->len; i++)
    {
      const DeskPosting *line =
        desk_undo_get_line (self, g_array_index (self->deed->numbers, gint, i));

      if (line != NULL && has_payment (self, later, line->window))
        return TRUE;
    }
  return FALSE;
}

static void
judge_later (const DeskUndo *self)
{
  gboolean arrived = desk_undo_has_effect (self->deed, DESK_EFFECT_STAY_STATE);
  guint i;

  for (i = 0; self->plan->refused->len == 0 && i < self->deeds->len; i++)
    {
      const DeskDeed *later = g_ptr_array_index (self->deeds, i);

      if (later->entry->id <= self->deed->entry->id || later->undone ||
          g_str_equal (later->entry->verb, "undo"))
        continue;
      if (is_paid (self, later))
        refuse (self, "paid-since", N_("It was paid since. Put it right with fix instead."));
      else if (is_answered (self, later) || changes_the_same (self->deed, later) ||
               (arrived && !has_payment (self, later, 0)))
        refuse (self, "acted-since",
                N_("Something was done since that builds on it. Undo that first."));
    }
}

/**
 * desk_undo_judge:
 * @self: an undo with its deed chosen
 * @error: return location for a #GError
 *
 * Refuses in the plan what something leans on, with the remedy by name.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_undo_judge (const DeskUndo  *self,
                 GError         **error)
{
  judge_kind (self);
  if (self->plan->refused->len == 0 && !judge_person (self, error))
    return FALSE;
  if (self->plan->refused->len == 0)
    judge_later (self);
  return self->plan->refused->len > 0 || judge_outside (self, error);
}

static gboolean
judge_room (const DeskUndo    *self,
            const DeskEffect  *effect,
            GError           **error)
{
  g_autoptr (DeskRoomRecord) room =
    desk_room_table_get (desk_house_get_db (self->billing->house), effect->id, error);

  if (room == NULL)
    return FALSE;
  desk_plan_add_version (self->plan, "room", room->id, room->version);
  if (effect->kind == DESK_EFFECT_ROOM_CLEAN && g_strcmp0 (room->clean, effect->to) != 0)
    refuse (self, "housekeeping-done",
            N_("Housekeeping worked on it since. Move the guest instead."));
  else if (effect->kind == DESK_EFFECT_ROOM_OCCUPIED &&
           room->occupied != g_str_equal (effect->to, "1"))
    refuse (self, "room-changed", N_("Somebody is in that room by now. Move the guest instead."));
  return TRUE;
}

/* The room they would go back to must still be free in that night. */
static gboolean
judge_night (const DeskUndo    *self,
             const DeskEffect  *effect,
             gint64             occupancy_id,
             GError           **error)
{
  DeskDb *db = desk_house_get_db (self->billing->house);
  g_autoptr (DeskRoomRecord) room = NULL;
  g_autoptr (DeskRoomNightHolder) holder = NULL;
  DeskDate night;

  if (effect->from == NULL)
    return TRUE;
  if (!desk_date_parse (effect->key, &night, error) ||
      !desk_room_table_find (db, effect->from, &room, error) ||
      (room != NULL && !desk_room_night_table_find (db, room->id, night, &holder, error)))
    return FALSE;
  if (room == NULL || (holder != NULL && holder->occupancy_id != occupancy_id))
    refuse (self, "room-changed", N_("Somebody is in that room by now. Move the guest instead."));
  return TRUE;
}

/**
 * desk_undo_judge_state:
 * @self: an undo that nothing else speaks against
 * @error: return location for a #GError
 *
 * Rooms are shared with other guests and with housekeeping: what they did since shows
 * in the rooms themselves. The other effects are checked when they are done backwards.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_undo_judge_state (const DeskUndo  *self,
                       GError         **error)
{
  const GPtrArray *effects = self->deed->plan->effects;
  guint i;

  for (i = 0; self->plan->refused->len == 0 && i < effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (effects, i);
      gboolean ok = TRUE;

      if (effect->kind == DESK_EFFECT_ROOM_CLEAN || effect->kind == DESK_EFFECT_ROOM_OCCUPIED)
        ok = judge_room (self, effect, error);
      else if (effect->kind == DESK_EFFECT_NIGHT_ROOM)
        ok = judge_night (self, effect, self->billing->stay->occupancy_id, error);
      else if (effect->kind == DESK_EFFECT_ROOM_NIGHT)
        ok = judge_night (self, effect, effect->id, error);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}
