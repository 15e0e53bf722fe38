/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskHoldRecord:
 * @tender: a code of kind payment
 * @card: its last four digits
 * @amount_minor: what the bank keeps ready, in minor units
 * @state: placed, captured, released or expired
 * @placed_at: microseconds since 1970, UTC; so is @released_at, or 0
 * @visible_by: by when the guest's bank shows that it is released, or none
 *
 * What a card was asked to keep ready for a stay. It is no charge.
 */
typedef struct
{
  gint64    id;
  gint64    stay_id;
  char     *tender;
  char     *card;
  gint64    amount_minor;
  char     *state;
  gint64    placed_at;
  gint64    released_at;
  DeskDate  visible_by;
  gint64    version;
} DeskHoldRecord;

void       desk_hold_record_free     (DeskHoldRecord        *self);
gboolean   desk_hold_table_insert    (DeskDb                *db,
                                      const DeskHoldRecord  *record,
                                      GError               **error);
gboolean   desk_hold_table_update    (DeskDb                *db,
                                      DeskHoldRecord        *record,
                                      GError               **error);
GPtrArray *desk_hold_table_list_stay (DeskDb                *db,
                                      gint64                 stay_id,
                                      GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHoldRecord, desk_hold_record_free)

G_END_DECLS
