/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

#include <stdlib.h>

#include "desk-chain.h"
#include "desk-change-table.h"
#include "desk-complain.h"
#include "desk-deposit-table.h"
#include "desk-hold.h"
#include "desk-invoice.h"
#include "desk-ledger.h"
#include "desk-move-private.h"
#include "desk-room-night-table.h"
#include "desk-room-table.h"
#include "desk-rooms-private.h"

static gboolean
set_stay_state (DeskDb             *db,
                const DeskContext  *context,
                const DeskEffect   *effect,
                GError            **error)
{
  g_autoptr (DeskStayRecord) stay = desk_stay_table_get (db, effect->id, error);

  if (stay == NULL)
    return FALSE;
  if (g_strcmp0 (stay->state, effect->from) != 0)
    return desk_complain_changed (error);

  g_free (stay->state);
  stay->state = g_strdup (effect->to);
  if (g_str_equal (effect->to, "in-house"))
    stay->arrived_at = context->now (context->source);
  else if (g_str_equal (effect->to, "departed"))
    stay->departed_at = context->now (context->source);
  else if (g_str_equal (effect->to, "booked"))
    stay->arrived_at = 0;
  return desk_stay_table_update (db, stay, error) &&
         desk_change_table_append (db, "stay", stay->id, error);
}

static gboolean
set_room (DeskDb            *db,
          const DeskEffect  *effect,
          GError           **error)
{
  g_autoptr (DeskRoomRecord) room = desk_room_table_get (db, effect->id, error);

  if (room == NULL)
    return FALSE;
  if (effect->kind == DESK_EFFECT_ROOM_OCCUPIED)
    {
      if (room->occupied != g_str_equal (effect->from, "1"))
        return desk_complain_changed (error);
      room->occupied = g_str_equal (effect->to, "1");
      room->hk_occupied = -1;   /* it was another party that was seen */
    }
  else
    {
      if (g_strcmp0 (room->clean, effect->from) != 0)
        return desk_complain_changed (error);
      g_free (room->clean);
      room->clean = g_strdup (effect->to);
    }
  return desk_room_table_update (db, room, error) &&
         desk_change_table_append (db, "room", room->id, error);
}

static gboolean
find_night (DeskDb            *db,
            const DeskEffect  *effect,
            DeskNightRecord  **night,
            GError           **error)
{
  DeskDate date;

  if (!desk_date_parse (effect->key, &date, error) ||
      !desk_stay_night_table_find (db, effect->id, date, night, error))
    return FALSE;
  return *night != NULL || desk_complain_changed (error);
}

static gboolean
set_night_posted (DeskDb            *db,
                  const DeskEffect  *effect,
                  GError           **error)
{
  DeskDate date;

  return desk_date_parse (effect->key, &date, error) &&
         desk_stay_night_table_mark_posted (db, effect->id, date, error);
}

/* The night's room: released where it was, claimed where it goes. The database
 * itself refuses a room-night that is somebody else's. */
static gboolean
set_night_room (DeskDb            *db,
                const DeskEffect  *effect,
                GError           **error)
{
  g_autoptr (DeskNightRecord) night = NULL;
  g_autoptr (DeskStayRecord) stay = desk_stay_table_get (db, effect->id, error);
  g_autoptr (DeskRoomRecord) to = NULL;

  if (stay == NULL || !find_night (db, effect, &night, error) ||
      (effect->to != NULL && !desk_room_table_find (db, effect->to, &to, error)))
    return FALSE;
  if (effect->to != NULL && to == NULL)
    return desk_complain_changed (error);

  if (night->room_id != 0 &&
      !desk_room_night_table_release (db, night->room_id, night->date, stay->occupancy_id, error))
    return FALSE;
  if (to != NULL &&
      !desk_room_night_table_claim (db, to->id, night->date, stay->occupancy_id, error))
    return FALSE;
  night->room_id = to != NULL ? to->id : 0;
  return desk_stay_night_table_update (db, night, error);
}

static gboolean
set_folio_state (DeskDb             *db,
                 const DeskContext  *context,
                 const DeskEffect   *effect,
                 GError            **error)
{
  g_autoptr (DeskFolioRecord) folio = desk_folio_table_get (db, effect->id, error);

  if (folio == NULL)
    return FALSE;
  if (folio->open != g_str_equal (effect->from, "open"))
    return desk_complain_changed (error);
  folio->open = g_str_equal (effect->to, "open");
  folio->closed_at = folio->open ? 0 : context->now (context->source);
  return desk_folio_table_update (db, folio, error) &&
         desk_change_table_append (db, "folio", folio->id, error);
}

/* Issues the invoice and writes its number and digest into the effect, so that the
 * audit entry vouches for it. */
static gboolean
issue_invoice (DeskHouse          *house,
               const DeskContext  *context,
               DeskEffect         *effect,
               GError            **error)
{
  g_autoptr (DeskInvoiceRecord) invoice = NULL;
  g_autofree char *number = NULL;
  g_autofree char *digest = NULL;

  if (!desk_invoice_issue (house, context, effect->id, atoi (effect->key), &invoice, error))
    return FALSE;
  number = desk_invoice_dup_number (invoice);
  digest = desk_hash_to_string (invoice->digest);
  g_free (effect->to);
  effect->to = g_strdup_printf ("%s %s", number, digest);
  return TRUE;
}

/* What is done to a bill once its lines are written: it is invoiced and closed. */
static gboolean
apply_to_folio (DeskHouse          *house,
                const DeskContext  *context,
                DeskPlan           *plan,
                GError            **error)
{
  guint i;

  for (i = 0; i < plan->effects->len; i++)
    {
      DeskEffect *effect = g_ptr_array_index (plan->effects, i);

      if (effect->kind == DESK_EFFECT_INVOICE && !issue_invoice (house, context, effect, error))
        return FALSE;
      if (effect->kind == DESK_EFFECT_FOLIO_STATE &&
          !set_folio_state (desk_house_get_db (house), context, effect, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_effect (DeskHouse          *house,
              const DeskContext  *context,
              const DeskEffect   *effect,
              GError            **error)
{
  DeskDb *db = desk_house_get_db (house);

  switch (effect->kind)
    {
    case DESK_EFFECT_STAY_STATE:
      return set_stay_state (db, context, effect, error);
    case DESK_EFFECT_ROOM_CLEAN:
    case DESK_EFFECT_ROOM_OCCUPIED:
      return set_room (db, effect, error);
    case DESK_EFFECT_ROOM_SERVICE:
    case DESK_EFFECT_ROOM_SEEN:
    case DESK_EFFECT_ROOM_RUSH:
      return desk_rooms_apply_effect (db, context, effect, error);
    case DESK_EFFECT_NIGHT_POSTED:
      return set_night_posted (db, effect, error);
    case DESK_EFFECT_NIGHT_ROOM:
      return set_night_room (db, effect, error);
    case DESK_EFFECT_PERSON:
      return desk_apply_person (db, effect, error);
    case DESK_EFFECT_CASE_OPEN:
      return desk_apply_case_open (db, context, effect, error);
    case DESK_EFFECT_DEPOSIT:
      return desk_deposit_table_set_state (db, effect->id, effect->from, effect->to, error);
    case DESK_EFFECT_HOLD:
      return desk_hold_apply (house, context, effect, error);
    case DESK_EFFECT_INVOICE:
    case DESK_EFFECT_FOLIO_STATE:
      return TRUE;   /* after the lines */
    case DESK_EFFECT_ENTRY_STATE:
    case DESK_EFFECT_EVIDENCE:
    case DESK_EFFECT_DISPOSITION:
      return TRUE;   /* the entry of this action says so */
    case DESK_EFFECT_NIGHT_PRICE:
    case DESK_EFFECT_NIGHT_TYPE:
    case DESK_EFFECT_ROOM_NIGHT:
    case DESK_EFFECT_ROOM_SWAP:
    case DESK_EFFECT_PRESENCE:
    case DESK_EFFECT_REQUEST_ROOM:
    case DESK_EFFECT_REQUEST:
    case DESK_EFFECT_OVERRIDE:
      return desk_move_apply_effect (db, context, effect, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * desk_apply_plan:
 * @house: the property, with a write transaction open
 * @context: who does it
 * @plan: a plan made in the same transaction; its lines get their numbers
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set; the caller then lets the transaction go
 */
gboolean
desk_apply_plan (DeskHouse          *house,
                 const DeskContext  *context,
                 DeskPlan           *plan,
                 GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  guint i;

  for (i = 0; i < plan->effects->len; i++)
    {
      if (!apply_effect (house, context, g_ptr_array_index (plan->effects, i), error))
        return FALSE;
    }
  if (!desk_move_tell (db, plan, error))
    return FALSE;
  if (plan->lines->len > 0 &&
      (!desk_ledger_append_lines (house, context, plan->folio_id, plan->lines, error) ||
       !desk_change_table_append (db, "folio", plan->folio_id, error)))
    return FALSE;
  return apply_to_folio (house, context, plan, error);
}
