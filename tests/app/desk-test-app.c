/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-app.h"

#include "desk-demo.h"

/**
 * desk_test_app_new_demo:
 *
 * Returns: (transfer full): the small demo hotel, on 4 September 2026
 */
DeskTestHouse *
desk_test_app_new_demo (void)
{
  const DeskDemo demo = { .today = desk_date_from_dmy (4, 9, 2026), .small = TRUE };
  DeskTestHouse *self = desk_test_house_new_empty ();
  g_autoptr (GError) error = NULL;

  self->context.user = "";
  self->context.role = DESK_ROLE_NONE;
  desk_demo_build (self->path, &demo, &self->context, &error);
  g_assert_no_error (error);

  return self;
}

/**
 * desk_test_app_set_up:
 * @self: a fixture
 * @login: (nullable): who is at the desk; %NULL: it is locked
 */
void
desk_test_app_set_up (DeskTestApp   *self,
                      gconstpointer  login)
{
  static const struct
  {
    const char *login;
    const char *pin;
  } people[] = { { ASSOCIATE, ASSOCIATE_PIN }, { NIGHT, NIGHT_PIN }, { MANAGER, MANAGER_PIN } };
  g_autoptr (GError) error = NULL;

  self->test = desk_test_house_new ();
  desk_test_house_import (self->test, desk_test_stays ());
  self->stay_id = desk_find_one (self->test->house, "AM-0226A", &error);
  g_assert_no_error (error);

  self->desk = desk_test_desk_new (self->test->path, "en");
  desk_test_desk_wait_place (self->desk, "sign-in");
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    if (g_strcmp0 (login, people[i].login) == 0)
      desk_test_desk_sign_in (self->desk, people[i].login, people[i].pin);
}

void
desk_test_app_tear_down (DeskTestApp   *self,
                         gconstpointer  login)
{
  desk_test_desk_free (self->desk);
  desk_test_house_free (self->test);
}

GtkWidget *
desk_test_app_get_window (DeskTestApp *self)
{
  return GTK_WIDGET (self->desk->window);
}

DeskStayPage *
desk_test_app_get_stay (DeskTestApp *self)
{
  return DESK_STAY_PAGE (desk_window_get_page (self->desk->window, "stay"));
}

void
desk_test_app_activate (DeskTestApp *self,
                        const char  *action)
{
  g_assert_true (gtk_widget_activate_action (desk_test_app_get_window (self), action, NULL));
}

/* @action without its "win." */
gboolean
desk_test_app_is_enabled (DeskTestApp *self,
                          const char  *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->desk->window), action);
}

static gboolean
has_dialog (gpointer data)
{
  return desk_window_get_dialog (((DeskTestApp *) data)->desk->window) != NULL;
}

GtkWidget *
desk_test_app_wait_dialog (DeskTestApp *self,
                           const char  *for_what)
{
  desk_test_wait (has_dialog, self, for_what);

  return GTK_WIDGET (desk_window_get_dialog (self->desk->window));
}

static gboolean
has_ready_plan (gpointer data)
{
  GtkWindow *dialog = desk_window_get_dialog (((DeskTestApp *) data)->desk->window);

  return dialog != NULL && desk_plan_window_is_ready (DESK_PLAN_WINDOW (dialog));
}

/**
 * desk_test_app_wait_plan:
 *
 * Returns: (transfer none): the dialog, when what it shows can be done
 */
DeskPlanWindow *
desk_test_app_wait_plan (DeskTestApp *self)
{
  desk_test_wait (has_ready_plan, self, "a plan that can be done");

  return DESK_PLAN_WINDOW (desk_window_get_dialog (self->desk->window));
}

static gboolean
has_no_plan (gpointer data)
{
  return desk_window_get_dialog (((DeskTestApp *) data)->desk->window) == NULL;
}

/* Carries out the plan that is open. */
void
desk_test_app_wait_done (DeskTestApp *self)
{
  DeskPlanWindow *dialog = desk_test_app_wait_plan (self);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "plan.do", NULL));
  desk_test_wait (has_no_plan, self, "the plan to be done");
}

typedef struct
{
  DeskTestApp   *app;
  DeskStayState  state;
  guint          n;
} BillWait;

static gboolean
is_in_state (gpointer data)
{
  BillWait *wait = data;
  DeskBill *bill = desk_stay_page_get_bill (desk_test_app_get_stay (wait->app));

  return bill != NULL && desk_bill_get_row (bill)->state == wait->state;
}

void
desk_test_app_wait_state (DeskTestApp   *self,
                          DeskStayState  state)
{
  BillWait wait = { self, state, 0 };

  desk_test_wait (is_in_state, &wait, "the stay to be in another state");
}

static gboolean
has_lines (gpointer data)
{
  BillWait *wait = data;
  DeskBill *bill = desk_stay_page_get_bill (desk_test_app_get_stay (wait->app));

  return bill != NULL && desk_bill_get_folio (bill)->lines->len == wait->n;
}

void
desk_test_app_wait_lines (DeskTestApp *self,
                          guint        n)
{
  BillWait wait = { self, 0, n };

  desk_test_wait (has_lines, &wait, "the bill to have its lines");
}

/* Opens the stay and checks it in. */
void
desk_test_app_check_in (DeskTestApp *self)
{
  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_app_activate (self, "win.check-in");
  desk_test_app_wait_done (self);
  desk_test_app_wait_state (self, DESK_STAY_IN_HOUSE);
}
