/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-test-house.h"
#include "desk-views.h"

G_BEGIN_DECLS

/* The open business date of the scenarios; the house begins three days before. */
#define DESK_TEST_T (desk_date_from_dmy (4, 9, 2026))

/**
 * DeskTestStay:
 * @ages: ages of the children as JSON, "[9]"
 * @arrival: days from T
 * @price: of each night
 * @promised: (nullable): what the guest was told for each night
 */
typedef struct
{
  const char *confirmation;
  const char *guest;
  int         adults;
  const char *ages;
  int         arrival;
  int         departure;
  const char *room;
  const char *price;
  const char *promised;
} DeskTestStay;

/* A hotel with the demo's taxes, levy and limits, and what tests do in it; nothing
 * here fails but the test. */
DeskTestHouse *desk_test_aurora_new      (void);
gint64         desk_test_aurora_arrive   (DeskTestHouse      *self,
                                          const DeskTestStay *stay);
void           desk_test_aurora_close    (DeskTestHouse      *self);
void           desk_test_aurora_post     (DeskTestHouse      *self,
                                          gint64              stay_id,
                                          const char         *code,
                                          gint64              quantity,
                                          gint64              unit_minor);
void           desk_test_aurora_do       (DeskTestHouse      *self,
                                          const DeskAction   *action);
void           desk_test_aurora_undo     (DeskTestHouse      *self,
                                          gint64              stay_id);
DeskFolioView *desk_test_aurora_load     (DeskTestHouse      *self,
                                          gint64              stay_id);
void           desk_test_aurora_refuse   (DeskTestHouse      *self,
                                          const DeskAction   *action,
                                          const char         *code);
DeskAction    *desk_test_aurora_fix      (gint64              stay_id,
                                          const char         *lines,
                                          const char         *reason);
DeskAction    *desk_test_aurora_off      (gint64              stay_id,
                                          const char         *lines,
                                          const char         *reason);
void           desk_test_aurora_check    (DeskTestHouse      *self,
                                          gint64              stay_id,
                                          int                 from_line,
                                          const char         *expected);
void           desk_test_aurora_check_vat (DeskTestHouse     *self,
                                          gint64              stay_id,
                                          gint64              balance_minor,
                                          gint64              reduced_minor,
                                          gint64              standard_minor);

G_END_DECLS
