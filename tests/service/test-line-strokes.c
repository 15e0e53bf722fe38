/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-demo.h"
#include "desk-explain.h"
#include "desk-line.h"
#include "desk-set-up.h"
#include "desk-test-house.h"
#include "desk-views.h"

/*
 * What the commonest tasks cost in strokes: one for each character that is typed and one
 * for each key that is pressed after it, from any page, because typing goes to the line.
 * Each line must do its task on the demo.
 */

#define ENTER 1

/**
 * Task:
 * @text: what is typed
 * @stay_open: whether the page of 412 is open
 * @keys: pressed after it
 * @strokes: what the task may cost
 */
typedef struct
{
  const char *what;
  const char *text;
  gboolean    stay_open;
  guint       keys;
  guint       strokes;
} Task;

static const Task tasks[] = {
  { "who is in 412, what do they owe", "412", FALSE, 0, 3 },
  { "explain a line to the guest", "412 why 7", FALSE, ENTER, 10 },
  { "wrong price on a line", "412 fix 7 6.50", FALSE, ENTER, 15 },
  { "move because of noise", "412 move noise", FALSE, ENTER, 15 },
  { "ten per cent as an apology", "412 off 10% noise", FALSE, ENTER, 18 },
  { "many rooms at once", "401-415 pickup", FALSE, ENTER, 18 },
  { "ten per cent inside a case", "off 10%", TRUE, ENTER, 8 },
};

static DeskTestHouse *
new_demo (void)
{
  DeskTestHouse *test = desk_test_house_new_empty ();
  const DeskDemo demo = { .today = desk_date_from_dmy (4, 9, 2026), .test_clock = TRUE };
  g_autoptr (GError) error = NULL;

  desk_demo_build (test->path, &demo, &test->context, &error);
  g_assert_no_error (error);
  test->house = desk_house_open (test->path, &error);
  g_assert_no_error (error);
  return test;
}

/* The price list says 6.50 now: what shows that 8.00 was wrong. */
static void
mend_price_list (DeskTestHouse *test)
{
  const char *text = desk_house_get_property (test->house)->canonical;
  const char *code = strstr (text, "[code WINE]");
  const char *price = strstr (code, "8.00");
  g_autofree char *mended = g_strdup_printf ("%.*s6.50%s", (int) (price - text), text,
                                             price + strlen ("8.00"));
  g_autoptr (GError) error = NULL;

  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  desk_set_up_apply (test->house, &test->context, &(DeskSetUpFile){ mended, -1, "aurora.ini" },
                     &error);
  g_assert_no_error (error);
}

static void
do_line (DeskTestHouse *test,
         const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line = desk_line_parse (test->house, text, 0, desk_catalog_get_default (),
                                               &error);
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_no_error (error);
  outcome = desk_action_do (test->house, &test->context, line->action, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* That the line does what the task is: shows, explains, or plans without a refusal. */
static void
check_line (DeskTestHouse  *test,
            const DeskLine *line)
{
  g_autoptr (GError) error = NULL;

  if (line->kind == DESK_LINE_FIND)
    {
      g_autoptr (GPtrArray) found = desk_find (test->house, line->words, 20, NULL, &error);
      g_autoptr (DeskStayView) stay = NULL;

      g_assert_no_error (error);
      stay = desk_stay_view_load (test->house,
                                  ((DeskStayRow *) g_ptr_array_index (found, 0))->stay_id, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (stay->row->guest_name, ==, "Anna Kowalska");
    }
  else if (line->kind == DESK_LINE_WHY)
    {
      g_autoptr (DeskStayView) stay = desk_stay_view_load (test->house, line->stay_id, &error);
      g_autoptr (DeskFolioView) folio = desk_folio_view_load (test->house, line->stay_id, &error);
      g_autoptr (DeskExplanation) why = NULL;

      g_assert_no_error (error);
      why = desk_explain (test->house, stay, folio, line->topic, line->line, &error);
      g_assert_no_error (error);
    }
  else
    {
      g_autoptr (DeskPlan) plan = desk_action_plan (test->house, &test->context, line->action,
                                                    &error);

      g_assert_no_error (error);
      g_assert_cmpuint (plan->refused->len, ==, 0);
      g_assert_nonnull (plan->sentence);
      g_assert_true (plan->lines->len > 0 || plan->effects->len > 0);
    }
}

static void
test_strokes (void)
{
  g_autoptr (DeskTestHouse) test = new_demo ();
  guint i;

  mend_price_list (test);
  desk_test_house_sign_in_as (test, "aino", DESK_ROLE_ASSOCIATE);
  for (i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskLine) line = NULL;
      gint64 open_stay_id = 0;

      g_test_message ("%s", tasks[i].what);
      if (tasks[i].stay_open)
        {
          do_line (test, "412 off 5 on 8 noise");
          open_stay_id = desk_find_one (test->house, "412", &error);
          g_assert_no_error (error);
        }
      line = desk_line_parse (test->house, tasks[i].text, open_stay_id,
                              desk_catalog_get_default (), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_utf8_strlen (tasks[i].text, -1) + tasks[i].keys, <=, tasks[i].strokes);
      check_line (test, line);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-strokes/tasks", test_strokes);
  return g_test_run ();
}
