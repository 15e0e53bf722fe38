/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-explain-pane.h"
#include "desk-folio-pane.h"
#include "desk-line-bar.h"
#include "desk-plan-window.h"
#include "desk-stay-page.h"
#include "desk-test-desk.h"
#include "desk-test-house.h"

G_BEGIN_DECLS

/* People of the test hotel and their PINs. */
#define ASSOCIATE     "anna"
#define ASSOCIATE_PIN "4711"
#define NIGHT         "nils"
#define NIGHT_PIN     "4712"
#define MANAGER       "maria"
#define MANAGER_PIN   "4714"

/**
 * DeskTestApp:
 * @test: a hotel with one stay, AM-0226A
 * @desk: a console on it
 * @stay_id: of that stay
 *
 * The fixture of the tests that act like a clerk.
 */
typedef struct
{
  DeskTestHouse *test;
  DeskTestDesk  *desk;
  gint64         stay_id;
} DeskTestApp;

DeskTestHouse *desk_test_app_new_demo   (void);
void          desk_test_app_set_up      (DeskTestApp   *self,
                                         gconstpointer  login);
void          desk_test_app_tear_down   (DeskTestApp   *self,
                                         gconstpointer  login);
DeskStayPage *desk_test_app_get_stay    (DeskTestApp   *self);
GtkWidget    *desk_test_app_get_window  (DeskTestApp   *self);
void          desk_test_app_activate    (DeskTestApp   *self,
                                         const char    *action);
gboolean      desk_test_app_is_enabled  (DeskTestApp   *self,
                                         const char    *action);
GtkWidget    *desk_test_app_wait_dialog (DeskTestApp   *self,
                                         const char    *for_what);
DeskPlanWindow *desk_test_app_wait_plan (DeskTestApp   *self);
void          desk_test_app_wait_done   (DeskTestApp   *self);
void          desk_test_app_check_in    (DeskTestApp   *self);
void          desk_test_app_wait_state  (DeskTestApp   *self,
                                         DeskStayState  state);
void          desk_test_app_wait_lines  (DeskTestApp   *self,
                                         guint          n);

G_END_DECLS
