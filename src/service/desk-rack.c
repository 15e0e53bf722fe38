/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rack.h"

#include <string.h>

#include "desk-fold.h"
#include "desk-room-number.h"
#include "desk-room-rack.h"
#include "desk-room-table.h"

const char *const desk_rack_states[] = {
  "dirty", "clean", "inspected", "pickup", "rush", "ooo", "oos", "occupied", "vacant", "due-out",
  "arrival", "discrepancy", NULL,
};

/**
 * desk_rack_party_free:
 * @self: (nullable): a party
 */
void
desk_rack_party_free (DeskRackParty *self)
{
  if (self == NULL)
    return;
  g_free (self->confirmation);
  g_free (self->guest_name);
  g_free (self);
}

/**
 * desk_rack_row_free:
 * @self: (nullable): a room
 */
void
desk_rack_row_free (DeskRackRow *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->room_type);
  g_free (self->floor);
  g_strfreev (self->features);
  g_free (self->clean);
  g_free (self->service);
  g_free (self->service_reason);
  g_clear_pointer (&self->inside, desk_rack_party_free);
  g_clear_pointer (&self->due, desk_rack_party_free);
  g_clear_pointer (&self->next, desk_rack_party_free);
  g_free (self);
}

/**
 * desk_rack_free:
 * @self: (nullable): a rack
 */
void
desk_rack_free (DeskRack *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static DeskRackRow *
row_new (DeskRoomRecord *room)
{
  DeskRackRow *row = g_new0 (DeskRackRow, 1);

  row->room_id = room->id;
  row->number = g_steal_pointer (&room->number);
  row->room_type = g_steal_pointer (&room->room_type);
  row->floor = g_steal_pointer (&room->floor);
  row->features = g_strsplit (room->features, ";", -1);
  row->clean = g_steal_pointer (&room->clean);
  row->service = g_steal_pointer (&room->service);
  row->service_till = room->service_till;
  row->service_reason = g_steal_pointer (&room->service_reason);
  row->occupied = room->occupied;
  row->seen = room->hk_occupied;
  row->rush = room->rush;
  return row;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const DeskRackRow *left = *(const DeskRackRow *const *) a;
  const DeskRackRow *right = *(const DeskRackRow *const *) b;
  int order = desk_room_number_compare (left->floor, right->floor);

  return order != 0 ? order : desk_room_number_compare (left->number, right->number);
}

static gboolean
load_rows (DeskRack  *self,
           DeskDb    *db,
           GError   **error)
{
  g_autoptr (GPtrArray) rooms = desk_room_table_list (db, error);
  guint i;

  if (rooms == NULL)
    return FALSE;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_rack_row_free);
  for (i = 0; i < rooms->len; i++)
    g_ptr_array_add (self->rows, row_new (g_ptr_array_index (rooms, i)));
  g_ptr_array_sort (self->rows, compare_rows);
  return TRUE;
}

static DeskRackParty *
party_new (const DeskRackStay *stay)
{
  DeskRackParty *party = g_new0 (DeskRackParty, 1);

  party->stay_id = stay->stay_id;
  party->occupancy_id = stay->occupancy_id;
  party->confirmation = g_strdup (stay->confirmation);
  party->guest_name = g_strdup (stay->guest_name);
  party->arrival = stay->arrival;
  party->departure = stay->departure;
  party->n_stays = 1;
  return party;
}

/* The first stay names the party; those who share its room are counted. */
static void
join (DeskRackParty      **party,
      const DeskRackStay  *stay)
{
  if (*party == NULL)
    *party = party_new (stay);
  else if ((*party)->occupancy_id == stay->occupancy_id)
    (*party)->n_stays++;
}

static gboolean
add_stays (GHashTable    *by_id,
           DeskDb        *db,
           DeskRackList   list,
           DeskDate       day,
           GError       **error)
{
  g_autoptr (GPtrArray) stays = desk_rack_stay_list (db, list, day, error);
  guint i;

  for (i = 0; stays != NULL && i < stays->len; i++)
    {
      const DeskRackStay *stay = g_ptr_array_index (stays, i);
      DeskRackRow *row = g_hash_table_lookup (by_id, &stay->room_id);

      if (row == NULL)
        continue;
      join (list == DESK_RACK_INSIDE ? &row->inside
            : list == DESK_RACK_DUE ? &row->due : &row->next, stay);
    }
  return stays != NULL;
}

/**
 * desk_rack_load:
 * @house: the property
 * @error: return location for a #GError
 *
 * Reads every room of the house, who is in it and who comes.
 *
 * Returns: (transfer full) (nullable): the rack, or %NULL with @error set
 */
DeskRack *
desk_rack_load (DeskHouse  *house,
                GError    **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskRack) self = g_new0 (DeskRack, 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_auto (DeskTx) tx = { NULL };
  guint i;

  if (!desk_tx_begin_read (&tx, db, error) ||
      !desk_house_get_business_date (house, &self->business_date, error) ||
      !load_rows (self, db, error))
    return NULL;
  for (i = 0; i < self->rows->len; i++)
    {
      DeskRackRow *row = g_ptr_array_index (self->rows, i);

      g_hash_table_insert (by_id, &row->room_id, row);
    }
  if (!add_stays (by_id, db, DESK_RACK_INSIDE, self->business_date, error) ||
      !add_stays (by_id, db, DESK_RACK_DUE, self->business_date, error) ||
      !add_stays (by_id, db, DESK_RACK_NEXT, self->business_date, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * desk_rack_row_is_due_out:
 * @self: a room
 * @day: the open business date
 *
 * Returns: whether who is in it leaves today, or should have left
 */
gboolean
desk_rack_row_is_due_out (const DeskRackRow *self,
                          DeskDate           day)
{
  return self->inside != NULL && self->inside->departure <= day;
}

/**
 * desk_rack_row_has_words:
 * @self: a room
 * @words: folded words
 * @property: the house, which says what its features are called
 * @lang: in which language
 *
 * Returns: whether each of @words stands in its number, in a feature of it, or in the name
 *   of who is in it or comes
 */
gboolean
desk_rack_row_has_words (const DeskRackRow  *self,
                         GStrv               words,
                         const DeskProperty *property,
                         const char         *lang)
{
  g_autoptr (GString) all = NULL;
  g_autofree char *folded = NULL;
  guint i;

  if (words[0] == NULL)
    return TRUE;

  all = g_string_new (self->number);
  for (i = 0; self->features[i] != NULL; i++)
    g_string_append_printf (all, " %s %s", self->features[i],
                            desk_property_say_feature (property, self->features[i], lang));
  if (self->inside != NULL)
    g_string_append_printf (all, " %s", self->inside->guest_name);
  if (self->due != NULL)
    g_string_append_printf (all, " %s", self->due->guest_name);
  folded = desk_fold (all->str);

  for (i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * desk_rack_row_get_discrepancy:
 * @self: a room
 *
 * Returns: how what housekeeping saw differs from what the desk knows
 */
DeskDiscrepancy
desk_rack_row_get_discrepancy (const DeskRackRow *self)
{
  if (self->seen == 1 && !self->occupied)
    return DESK_DISCREPANCY_SLEPT_IN;
  if (self->seen == 0 && self->occupied)
    return DESK_DISCREPANCY_VACANT;
  return DESK_DISCREPANCY_NONE;
}

/**
 * desk_rack_row_is:
 * @self: a room
 * @day: the open business date
 * @state: one of desk_rack_states
 *
 * A room that is out of order is that, however clean it is.
 *
 * Returns: whether the room is so
 */
gboolean
desk_rack_row_is (const DeskRackRow *self,
                  DeskDate           day,
                  const char        *state)
{
  if (g_str_equal (state, "rush"))
    return self->rush;
  if (g_str_equal (state, "ooo") || g_str_equal (state, "oos"))
    return g_str_equal (self->service, state);
  if (g_str_equal (state, "occupied"))
    return self->occupied;
  if (g_str_equal (state, "vacant"))
    return !self->occupied;
  if (g_str_equal (state, "due-out"))
    return desk_rack_row_is_due_out (self, day);
  if (g_str_equal (state, "arrival"))
    return self->due != NULL;
  if (g_str_equal (state, "discrepancy"))
    return desk_rack_row_get_discrepancy (self) != DESK_DISCREPANCY_NONE;
  return !g_str_equal (self->service, "ooo") && g_str_equal (self->clean, state);
}

/**
 * desk_discrepancy_to_string:
 *
 * Returns: (transfer none) (nullable): a word for programs, %NULL where there is none
 */
const char *
desk_discrepancy_to_string (DeskDiscrepancy discrepancy)
{
  static const char *const words[] = {
    [DESK_DISCREPANCY_NONE] = NULL,
    [DESK_DISCREPANCY_SLEPT_IN] = "slept-in",
    [DESK_DISCREPANCY_VACANT] = "vacant",
  };

  return words[discrepancy];
}
