/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-aurora.h"

#include "desk-close-day.h"

static const char property_text[] =
  "[property]\nname=Hotel Aurora\ncurrency=EUR\nminor-digits=2\n"
  "time-zone=Europe/Helsinki\nbusiness-date=2026-09-01\nvat-level=invoice\n"
  "[room 218]\ntype=STD\n[room 226]\ntype=STD\n[room 311]\ntype=STD\n"
  "[room 322]\ntype=FAM\n[room 402]\ntype=SUP\n[room 412]\ntype=SUP\n[room 507]\ntype=SUP\n"
  "[room 601]\ntype=SUP\n"
  "[rate-plan FLEX]\nprice=119.00\ncode=ROOMBB\n"
  "[code ROOMBB]\nkind=charge\nclass=room\ntext=Room with breakfast\n"
  "[code LEVY]\nkind=tax\ntax=levy\n"
  "[code BEER]\nkind=charge\nclass=alcohol\nprice=7.50\n"
  "[code NUTS]\nkind=charge\nclass=food\nprice=4.50\n"
  "[code BARNUTS]\nkind=charge\nclass=food\nprice=6.50\n"
  "[code FOOD]\nkind=charge\nclass=food\n"
  "[code DAMAGE]\nkind=charge\n"
  "[code CARD]\nkind=payment\n[code MOBILE]\nkind=payment\n"
  "[tax vat-13.5]\nclass=room;food\nkind=percent\nrate=13.5\nmode=inclusive\n"
  "[tax vat-25.5]\nclass=alcohol\nkind=percent\nrate=25.5\nmode=inclusive\n"
  "[tax levy]\nclass=room\nkind=person-night\namount=2.00\nmode=exclusive\nmin-age=18\n"
  "[reason noise]\nkind=move;goodwill\n[reason wait]\nkind=goodwill\n"
  "[reason twice]\nkind=correction;allowance\n[reason price]\nkind=correction;allowance\n"
  "[reason persons]\nkind=correction;allowance\n[reason sealed]\nkind=return\n"
  "[limit associate correction]\namount=100.00\n[limit supervisor correction]\namount=500.00\n"
  "[limit associate allowance]\namount=30.00\n[limit supervisor allowance]\namount=200.00\n"
  "[limit manager allowance]\namount=2000.00\n"
  "[limit associate goodwill]\namount=50.00\npercent=15\n"
  "[limit supervisor goodwill]\namount=150.00\npercent=50\n"
  "[limit manager goodwill]\namount=1000.00\n"
  "[limit associate goodwill-stay]\namount=75.00\n"
  "[limit supervisor goodwill-stay]\namount=300.00\n"
  "[limit associate goodwill-shift]\namount=150.00\n"
  "[limit supervisor goodwill-shift]\namount=600.00\n"
  "[limit associate goodwill-guest]\namount=100.00\n"
  "[limit supervisor goodwill-guest]\namount=400.00\n"
  "[limit associate rate]\namount=40.00\n[limit supervisor rate]\namount=200.00\n"
  "[limit associate upgrade]\namount=100.00\n"
  "[user aino]\nname=Aino Lehtonen\nrole=associate\npin=1111\n"
  "[user mika]\nname=Mika Korhonen\nrole=supervisor\npin=2222\n"
  "[user tuula]\nname=Tuula Laine\nrole=manager\npin=3333\n";

/* Aino is signed in, as an associate. */
DeskTestHouse *
desk_test_aurora_new (void)
{
  DeskTestHouse *self = desk_test_house_new_with (property_text);

  desk_test_house_sign_in_as (self, "aino", DESK_ROLE_ASSOCIATE);
  return self;
}

static DeskDate
today (DeskTestHouse *self)
{
  g_autoptr (GError) error = NULL;
  DeskDate date;

  desk_house_get_business_date (self->house, &date, &error);
  g_assert_no_error (error);
  return date;
}

static char *
print_nights (const DeskTestStay *stay,
              const char         *room_type)
{
  GString *text = g_string_new (NULL);
  int day;

  for (day = stay->arrival; day < stay->departure; day++)
    {
      g_autofree char *date = desk_date_to_string (DESK_TEST_T + day);

      g_string_append_printf (text,
                              "%s{\"date\": \"%s\", \"room\": \"%s\", \"room_type\": \"%s\", "
                              "\"price\": \"%s\"",
                              text->len > 0 ? ", " : "", date, stay->room, room_type, stay->price);
      if (stay->promised != NULL)
        g_string_append_printf (text, ", \"promised\": \"%s\"", stay->promised);
      g_string_append_c (text, '}');
    }
  return g_string_free (text, FALSE);
}

/* Books a stay, closes days until it arrives, and checks it in. */
gint64
desk_test_aurora_arrive (DeskTestHouse      *self,
                         const DeskTestStay *stay)
{
  const DeskRoomSpec *room = desk_property_get_room (desk_house_get_property (self->house),
                                                     stay->room);
  g_autofree char *nights = print_nights (stay, room->type);
  g_autofree char *arrival = desk_date_to_string (DESK_TEST_T + stay->arrival);
  g_autofree char *departure = desk_date_to_string (DESK_TEST_T + stay->departure);
  g_autofree char *text = g_strdup_printf (
    "[{\"confirmation\": \"%s\", \"guest\": {\"name\": \"%s\", \"lang\": \"en\"}, "
    "\"adults\": %d, \"children_ages\": %s, \"arrival\": \"%s\", \"departure\": \"%s\", "
    "\"rate_plan\": \"FLEX\", \"collects\": \"hotel\", \"rate_shown\": true, "
    "\"references\": [], \"nights\": [%s]}]",
    stay->confirmation, stay->guest, stay->adults, stay->ages, arrival, departure, nights);
  g_autoptr (DeskAction) action = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  desk_test_house_import (self, text);
  id = desk_find_one (self->house, stay->confirmation, &error);
  g_assert_no_error (error);
  while (today (self) < DESK_TEST_T + stay->arrival)
    desk_test_aurora_close (self);
  action = desk_action_new (DESK_VERB_CHECK_IN, id);
  desk_test_aurora_do (self, action);
  return id;
}

/* The night auditor closes the day, whoever is signed in. */
void
desk_test_aurora_close (DeskTestHouse *self)
{
  DeskContext night = self->context;
  g_autoptr (GError) error = NULL;

  night.user = "kaarina";
  night.role = DESK_ROLE_NIGHT_AUDITOR;
  desk_close_day (self->house, &night, today (self), NULL, &error);
  g_assert_no_error (error);
}

/* @unit_minor: 0: the price of the list */
void
desk_test_aurora_post (DeskTestHouse *self,
                       gint64         stay_id,
                       const char    *code,
                       gint64         quantity,
                       gint64         unit_minor)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_POST, stay_id);

  action->code = g_strdup (code);
  action->quantity = quantity;
  action->has_unit = unit_minor != 0;
  action->unit_minor = unit_minor;
  action->text = g_strdup (action->has_unit ? "as agreed" : NULL);
  desk_test_aurora_do (self, action);
}

/* Plans, carries the plan out, and finds that the record verifies. */
void
desk_test_aurora_do (DeskTestHouse    *self,
                     const DeskAction *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = desk_action_plan (self->house, &self->context, action, &error);
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_no_error (error);
  if (plan->refused->len > 0)
    g_error ("refused: %s", ((DeskMessage *) g_ptr_array_index (plan->refused, 0))->code);
  outcome = desk_action_do (self->house, &self->context, action, plan->digest, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  desk_test_assert_verifies (self->house);
}

void
desk_test_aurora_undo (DeskTestHouse *self,
                       gint64         stay_id)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_UNDO, stay_id);

  desk_test_aurora_do (self, action);
}

DeskFolioView *
desk_test_aurora_load (DeskTestHouse *self,
                       gint64         stay_id)
{
  g_autoptr (GError) error = NULL;
  DeskFolioView *view = desk_folio_view_load (self->house, stay_id, &error);

  g_assert_no_error (error);
  return view;
}

/* The plan says no for @code, and doing it all the same changes nothing. */
void
desk_test_aurora_refuse (DeskTestHouse    *self,
                         const DeskAction *action,
                         const char       *code)
{
  gint64 postings = desk_test_house_count (self, "posting");
  gint64 givings = desk_test_house_count (self, "giving");
  gint64 entries = desk_test_house_count (self, "audit_entry");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = desk_action_plan (self->house, &self->context, action, &error);
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (plan->refused->len, >=, 1);
  g_assert_cmpstr (((DeskMessage *) g_ptr_array_index (plan->refused, 0))->code, ==, code);
  outcome = desk_action_do (self->house, &self->context, action, NULL, NULL, &error);
  g_assert_null (outcome);
  g_assert_nonnull (error);
  g_assert_cmpint (desk_test_house_count (self, "posting"), ==, postings);
  g_assert_cmpint (desk_test_house_count (self, "giving"), ==, givings);
  g_assert_cmpint (desk_test_house_count (self, "audit_entry"), ==, entries);
}

static GArray *
parse_lines (const char *lines)
{
  g_auto (GStrv) words = g_strsplit (lines, "+", -1);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint));
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      gint number = (gint) g_ascii_strtoll (words[i], NULL, 10);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

/* "7+8"; what is right is for the caller to say. With a reason, something is said that
 * shows it as well. */
DeskAction *
desk_test_aurora_fix (gint64      stay_id,
                      const char *lines,
                      const char *reason)
{
  DeskAction *action = desk_action_new (DESK_VERB_FIX, stay_id);

  action->lines = parse_lines (lines);
  action->reason = g_strdup (reason);
  action->text = reason != NULL ? g_strdup ("the guest has it on paper") : NULL;
  return action;
}

/* @lines: (nullable): the whole stay */
DeskAction *
desk_test_aurora_off (gint64      stay_id,
                      const char *lines,
                      const char *reason)
{
  DeskAction *action = desk_action_new (DESK_VERB_OFF, stay_id);

  if (lines != NULL)
    {
      action->base = DESK_OFF_LINES;
      action->lines = parse_lines (lines);
    }
  action->reason = g_strdup (reason);
  return action;
}

/* "BEER allowance 1 x -1500 >7, …": the lines from @from_line on. */
void
desk_test_aurora_check (DeskTestHouse *self,
                        gint64         stay_id,
                        int            from_line,
                        const char    *expected)
{
  g_autoptr (DeskFolioView) view = desk_test_aurora_load (self, stay_id);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < view->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (view->lines, i);

      if (line->line >= from_line)
        g_string_append_printf (text,
                                "%s%s %s %" G_GINT64_FORMAT " x %" G_GINT64_FORMAT " >%d",
                                text->len > 0 ? ", " : "", line->code,
                                desk_posting_kind_to_string (line->kind), line->quantity,
                                line->unit_minor, line->answers);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The balance, and the VAT of the first window at 13.5 and 25.5 per cent. */
void
desk_test_aurora_check_vat (DeskTestHouse *self,
                            gint64         stay_id,
                            gint64         balance_minor,
                            gint64         reduced_minor,
                            gint64         standard_minor)
{
  g_autoptr (DeskFolioView) view = desk_test_aurora_load (self, stay_id);
  const DeskWindowView *window;
  gint64 reduced = 0;
  gint64 standard = 0;
  guint i;

  g_assert_cmpint (view->balance_minor, ==, balance_minor);
  window = desk_folio_view_get_window (view, 1);
  for (i = 0; i < window->vat->len; i++)
    {
      const DeskVatRow *row = g_ptr_array_index (window->vat, i);

      if (g_strcmp0 (row->tax, "vat-13.5") == 0)
        reduced = row->vat_minor;
      else if (g_strcmp0 (row->tax, "vat-25.5") == 0)
        standard = row->vat_minor;
    }
  g_assert_cmpint (reduced, ==, reduced_minor);
  g_assert_cmpint (standard, ==, standard_minor);
}
