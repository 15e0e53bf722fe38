/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-test-house.h"

G_BEGIN_DECLS

/* A hotel to move about in: the demo's two moves on the afternoon of 2026-09-04, and
 * a look at its rooms. Anna (1) is in 412, Sindre (2) in 404, Petter (4) in 229; Ida
 * (3) comes into 510 tomorrow. Whatever is done is verified. */

#define DESK_MOVER_HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

void                desk_mover_run          (DeskTestHouse     *test,
                                             const char        *sql);
gint64              desk_mover_ask          (DeskTestHouse     *test,
                                             const char        *sql);
char               *desk_mover_dump         (DeskTestHouse     *test,
                                             const char        *sql);
DeskPlan           *desk_mover_plan         (DeskTestHouse     *test,
                                             DeskAction        *action);
void                desk_mover_check_rooms  (DeskTestHouse     *test);
DeskOutcome        *desk_mover_act          (DeskTestHouse     *test,
                                             DeskAction        *action);
void                desk_mover_close_day    (DeskTestHouse     *test);
DeskTestHouse      *desk_mover_new_house    (void);
DeskAction         *desk_mover_new_action   (gint64             stay_id,
                                             const char        *room,
                                             const char        *reason);
char               *desk_mover_say          (DeskTestHouse     *test,
                                             const DeskMessage *message);
const DeskMessage  *desk_mover_find         (const GPtrArray   *messages,
                                             const char        *code);
gint64              desk_mover_get_room     (DeskTestHouse     *test,
                                             gint64             stay_id,
                                             const char        *date);
void                desk_mover_check_room   (DeskTestHouse     *test,
                                             const char        *number,
                                             const char        *clean,
                                             gboolean           occupied);

G_END_DECLS
