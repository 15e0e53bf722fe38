/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskDepositRecord:
 * @business_date: the day it was received
 * @received_at: microseconds since 1970, UTC, when the book learnt of it
 * @tender: a code of kind payment: what it was received with
 * @amount_minor: in minor units
 * @state: held, applied or returned
 *
 * Money that was received before the guest came. It is no payment until it is applied.
 */
typedef struct
{
  gint64    id;
  gint64    stay_id;
  DeskDate  business_date;
  gint64    received_at;
  char     *tender;
  gint64    amount_minor;
  char     *state;
  gint64    version;
} DeskDepositRecord;

void       desk_deposit_record_free     (DeskDepositRecord        *self);
gboolean   desk_deposit_table_insert    (DeskDb                   *db,
                                         const DeskDepositRecord  *record,
                                         GError                  **error);
gboolean   desk_deposit_table_set_state (DeskDb                   *db,
                                         gint64                    id,
                                         const char               *from,
                                         const char               *to,
                                         GError                  **error);
GPtrArray *desk_deposit_table_list_stay (DeskDb                   *db,
                                         gint64                    stay_id,
                                         GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDepositRecord, desk_deposit_record_free)

G_END_DECLS
