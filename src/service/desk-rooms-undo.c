/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rooms-private.h"

#include "desk-error.h"
#include "desk-room-entry-table.h"
#include "desk-room-rack.h"
#include "desk-state-table.h"
#include "desk-undo-detail.h"

/*
 * Taking back what was said of rooms: until somebody leans on it, that is until anything
 * else happened in one of them: housekeeping, an arrival, a move, a check-out.
 */

/* More happens in no room on one day. */
#define MAX_ENTRIES 200

/* How many nights a block can have. */
#define MAX_NIGHTS 367

/**
 * Undo:
 * @deed: its effects
 * @undone: (element-type gint64): entries that were taken back, and those that did it
 * @rooms: (element-type DeskRoomRecord): that it is about
 */
typedef struct
{
  DeskHouse         *house;
  DeskDb            *db;
  const DeskContext *context;
  DeskPlan          *plan;
  DeskDate           business_date;
  DeskAuditRecord   *entry;
  DeskPlan          *deed;
  GHashTable        *undone;
  GPtrArray         *rooms;
} Undo;

static void
undo_clear (Undo *self)
{
  g_clear_pointer (&self->entry, desk_audit_record_free);
  g_clear_pointer (&self->deed, desk_plan_free);
  g_clear_pointer (&self->undone, g_hash_table_unref);
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Undo, undo_clear)

static void
refuse (const Undo *self,
        const char *code,
        const char *text)
{
  desk_plan_refuse (self->plan, desk_message_new (code, text));
}

static void
add_id (GHashTable *ids,
        gint64      id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static DeskPlan *
parse_entry (const DeskAuditRecord *entry)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));
  DeskPlan *deed = desk_plan_new ("rooms");

  desk_detail_parse (entry->detail, deed, lines);
  return deed;
}

static gboolean
load_entry (Undo              *self,
            const DeskAction  *action,
            GError           **error)
{
  gint64 id = action->entry_id;

  if (id == 0 && !desk_room_entry_table_find_newest (self->db, self->context->user,
                                                     self->business_date, &id, error))
    return FALSE;
  if (id == 0)
    {
      refuse (self, "nothing-to-undo", N_("You did nothing here that could be undone."));
      return TRUE;
    }
  self->entry = desk_audit_table_get (self->db, id, error);
  if (self->entry == NULL)
    return FALSE;
  if (!g_str_equal (self->entry->verb, "rooms"))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND,
                   "entry %" G_GINT64_FORMAT " is not about rooms", id);
      return FALSE;
    }
  self->deed = parse_entry (self->entry);
  return TRUE;
}

static gboolean
load_rooms (Undo    *self,
            GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint i;

  for (i = 0; i < self->deed->effects->len; i++)
    {
      DeskEffect *effect = g_ptr_array_index (self->deed->effects, i);
      DeskRoomRecord *room;

      if (!g_hash_table_add (seen, &effect->id))
        continue;
      room = desk_room_table_get (self->db, effect->id, error);
      if (room == NULL)
        return FALSE;
      g_ptr_array_add (self->rooms, room);
      desk_plan_add_version (self->plan, "room", room->id, room->version);
    }
  return TRUE;
}

/* Both an undo and what it took back are as if they had not been. */
static void
mark_undone (Undo                  *self,
             const DeskAuditRecord *entry)
{
  g_autoptr (DeskPlan) deed = parse_entry (entry);
  guint i;

  for (i = 0; i < deed->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (deed->effects, i);

      if (effect->kind != DESK_EFFECT_ENTRY_STATE)
        continue;
      add_id (self->undone, effect->id);
      add_id (self->undone, entry->id);
    }
}

static gboolean
judge_since (Undo                  *self,
             const DeskRoomRecord  *room,
             GError               **error)
{
  g_autoptr (GPtrArray) since = desk_room_entry_table_list (self->db, room->id, self->entry->id,
                                                            MAX_ENTRIES, error);
  guint i;

  if (since == NULL)
    return FALSE;
  for (i = 0; i < since->len; i++)
    mark_undone (self, g_ptr_array_index (since, i));
  if (g_hash_table_contains (self->undone, &self->entry->id))
    {
      refuse (self, "already-undone", N_("This was undone already."));
      return TRUE;
    }
  for (i = 0; i < since->len; i++)
    {
      const DeskAuditRecord *later = g_ptr_array_index (since, i);

      if (g_hash_table_contains (self->undone, &later->id))
        continue;
      desk_plan_refuse (self->plan,
                        desk_message_text (
                          desk_message_new ("acted-since",
                                            N_("Something was done in room {room} since. Set the "
                                               "room anew instead.")),
                          "room", room->number));
      return TRUE;
    }
  return TRUE;
}

/* A room that was taken back into service may have been given away since. */
static gboolean
judge_nights (Undo              *self,
              const DeskEffect  *effect,
              GError           **error)
{
  g_autoptr (GPtrArray) nights = NULL;
  guint i;

  if (effect->kind != DESK_EFFECT_ROOM_SERVICE || !g_str_has_prefix (effect->from, "ooo"))
    return TRUE;
  nights = desk_rack_stay_list_nights (self->db, effect->id, self->business_date,
                                       self->business_date + MAX_NIGHTS, error);
  for (i = 0; nights != NULL && i < nights->len; i++)
    {
      const DeskRackStay *stay = g_ptr_array_index (nights, i);
      g_autofree char *date = desk_date_to_string (stay->night);
      g_auto (GStrv) words = g_strsplit (effect->from, " ", 3);

      if (!stay->block && g_strcmp0 (date, words[1]) < 0)
        {
          refuse (self, "room-taken", N_("Somebody has the room by now."));
          return TRUE;
        }
    }
  return nights != NULL;
}

static gboolean
judge (Undo    *self,
       GError **error)
{
  DeskRole role = self->context->role;
  guint i;

  if (self->entry->business_date < self->business_date)
    refuse (self, "day-closed", N_("That day is closed. Set the room anew instead."));
  else if (g_strcmp0 (self->entry->made_by, self->context->user) != 0 &&
           role != DESK_ROLE_SUPERVISOR && role != DESK_ROLE_MANAGER)
    refuse (self, "not-yours", N_("A colleague did this; a supervisor can undo it."));
  for (i = 0; self->plan->refused->len == 0 && i < self->rooms->len; i++)
    {
      if (!judge_since (self, g_ptr_array_index (self->rooms, i), error))
        return FALSE;
    }
  for (i = 0; self->plan->refused->len == 0 && i < self->deed->effects->len; i++)
    {
      if (!judge_nights (self, g_ptr_array_index (self->deed->effects, i), error))
        return FALSE;
    }
  return TRUE;
}

static void
reverse (Undo *self)
{
  guint i;

  for (i = self->deed->effects->len; i > 0; i--)
    {
      const DeskEffect *effect = g_ptr_array_index (self->deed->effects, i - 1);

      desk_plan_add_effect (self->plan, effect->kind, effect->id, effect->key, effect->to,
                            effect->from);
    }
  desk_plan_add_effect (self->plan, DESK_EFFECT_ENTRY_STATE, self->entry->id, NULL, "done",
                        "undone");
}

static void
say_what (const Undo *self)
{
  g_autofree char *numbers = desk_rooms_dup_numbers (self->rooms);
  DeskMessage *sentence;

  /* Translators: {rooms} are numbers of rooms; {person} is who set it */
  sentence = desk_message_new ("undo", N_("Undo the status of {rooms}, set by {person}."));
  desk_message_text (sentence, "rooms", numbers);
  desk_message_person (sentence, "person", self->entry->made_by);
  /* Translators: see "Undo the status of" */
  desk_plan_say (self->plan, sentence, N_("Undone: the status of {rooms}, set by {person}."));
}

/**
 * desk_plan_undo_rooms:
 * @house: the property, in a transaction that is open
 * @context: who would do it
 * @action: an undo without a stay
 * @plan: gets what would change back
 * @error: return location for a #GError
 *
 * Plans to take back what was said of rooms.
 *
 * Returns: %FALSE with @error set where there can be no plan
 */
gboolean
desk_plan_undo_rooms (DeskHouse          *house,
                      const DeskContext  *context,
                      const DeskAction   *action,
                      DeskPlan           *plan,
                      GError            **error)
{
  g_auto (Undo) self = { house, desk_house_get_db (house), context, plan };

  self.undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_room_record_free);
  if (!desk_state_table_get_business_date (self.db, &self.business_date, error) ||
      !load_entry (&self, action, error))
    return FALSE;
  if (self.entry == NULL)
    return TRUE;

  desk_plan_add_version (plan, "entry", self.entry->id, 0);
  if (!load_rooms (&self, error) || !judge (&self, error))
    return FALSE;
  say_what (&self);
  if (plan->refused->len == 0)
    reverse (&self);
  return TRUE;
}
