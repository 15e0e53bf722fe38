/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-audit.h"

#include "desk-line.h"

static const char property_text[] =
  "[property]\nname=Hotel Aurora\ncurrency=EUR\nminor-digits=2\n"
  "time-zone=Europe/Helsinki\nbusiness-date=2026-09-02\nvat-level=invoice\n"
  "[room 208]\ntype=STD\n[room 214]\ntype=STD\n[room 311]\ntype=STD\n[room 322]\ntype=STD\n"
  "[room 412]\ntype=STD\n[room 421]\ntype=STD\n[room 519]\ntype=STD\n[room 527]\ntype=STD\n"
  "[room 615]\ntype=STD\n[room 628]\ntype=STD\n[room 633]\ntype=STD\n[room 703]\ntype=STD\n"
  "[rate-plan FLEX]\nprice=139.00\ncode=ROOM\n"
  "[code ROOM]\nkind=charge\nclass=room\n[code MINIBAR]\nkind=charge\nclass=alcohol\n"
  "[code CARD]\nkind=payment\n[code CASH]\nkind=payment\n"
  "[tax vat-13.5]\nclass=room\nkind=percent\nrate=13.5\nmode=inclusive\n"
  "[tax vat-25.5]\nclass=alcohol\nkind=percent\nrate=25.5\nmode=inclusive\n"
  "[reason noise]\nkind=goodwill\ntext=Noise\n"
  "[reason lift]\nkind=goodwill\ntext=Lift out of order\n"
  "[reason match]\nkind=correction;allowance\ntext=Price match\n"
  "[reason unused]\nkind=correction;allowance\ntext=Not consumed\n"
  "[limit associate correction]\namount=100.00\n[limit associate allowance]\namount=30.00\n"
  "[limit associate goodwill]\namount=50.00\n[limit supervisor goodwill]\namount=150.00\n"
  "[limit associate goodwill-shift]\namount=150.00\n[limit supervisor refund]\namount=100.00\n"
  "[user mk]\nname=M. K.\nrole=associate\npin=1111\n"
  "[user pekka]\nname=Pekka Salo\nrole=associate\npin=2222\n"
  "[user sanna]\nname=Sanna Niemi\nrole=associate\npin=3333\n"
  "[user mika]\nname=Mika Korhonen\nrole=supervisor\npin=4444\n"
  "[user tuula]\nname=Tuula Laine\nrole=manager\npin=5555\n"
  "[user kaarina]\nname=Kaarina Aho\nrole=night-auditor\npin=6666\n"
  "[user kassa]\nname=Kassa\nrole=cashier\npin=7777\n";

static const DeskTestStay stays[] = {
  { "HO-9H0B6", "Eero Vainionpää", 1, "[]", -2, 2, "208", "139.00", NULL },
  { "HO-C03S9", "Anna Kowalska", 1, "[]", -2, 2, "214", "139.00", NULL },
  { "HO-FPRYX", "Ida Sørlie", 1, "[]", -2, 2, "311", "139.00", NULL },
  { "HO-4C8Q2", "Rasa Kazlauskienė", 1, "[]", -2, 2, "322", "139.00", NULL },
  { "HO-7K2WJ", "Siti Wulandari", 1, "[]", -2, 2, "412", "139.00", NULL },
  { "HO-M5T0R", "Ion Popescu", 1, "[]", -2, 2, "421", "139.00", NULL },
  { "HO-8XN3A", "Lars Jansson", 1, "[]", -2, 0, "519", "139.00", NULL },
  { "HO-Q6D1V", "Marta Nowak", 1, "[]", -2, 2, "527", "139.00", NULL },
  { "HO-2GJ7E", "Kari Hansen", 1, "[]", -2, 2, "615", "139.00", NULL },
  { "HO-Z4B9H", "Aoife Carmody", 1, "[]", -2, 2, "633", "139.00", NULL },
  { "HO-T1S5K", "Juha Virtanen", 1, "[]", -2, 2, "703", "139.00", NULL },
};

/* Somebody of the house does what the line says, a minute after what was done before. */
void
desk_test_audit_say (DeskTestHouse *self,
                     const char    *login,
                     const char    *line)
{
  const DeskProperty *property = desk_house_get_property (self->house);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) parsed = NULL;
  guint i;

  for (i = 0; i < property->users->len; i++)
    {
      const DeskUserSpec *user = g_ptr_array_index (property->users, i);

      if (g_str_equal (user->login, login))
        desk_test_house_sign_in_as (self, user->login, user->role);
    }
  self->now += 60 * G_USEC_PER_SEC;
  parsed = desk_line_parse (self->house, line, 0, desk_catalog_get_default (), &error);
  g_assert_no_error (error);
  if (parsed->action == NULL)
    g_error ("not understood: %s", line);
  desk_test_aurora_do (self, parsed->action);
}

static void
run_sql (DeskTestHouse *self,
         const char    *sql)
{
  g_autoptr (GError) error = NULL;

  desk_db_exec (desk_house_get_db (self->house), sql, &error);
  g_assert_no_error (error);
}

static void
say_all (DeskTestHouse     *self,
         const char *const  lines[][2],
         guint              n_lines)
{
  guint i;

  for (i = 0; i < n_lines; i++)
    desk_test_audit_say (self, lines[i][0], lines[i][1]);
}

/* The day before: one minibar correction each. */
static void
work_before (DeskTestHouse *self)
{
  static const char *const lines[][2] = {
    { "pekka", "311 post minibar at 7.50" }, { "pekka", "311 fix 2 none unused: seal intact" },
    { "sanna", "322 post minibar at 6.00" }, { "sanna", "322 fix 2 none unused: seal intact" },
  };

  say_all (self, lines, G_N_ELEMENTS (lines));
}

/* Who left hours ago is given something, and it goes out in cash. An invoice is answered
 * by a credit note; here the bill is still open. */
static void
work_after_check_out (DeskTestHouse *self)
{
  g_autofree char *left = NULL;

  desk_test_audit_say (self, "mika", "519 pay all card");
  left = g_strdup_printf ("UPDATE stay SET departed_at = %" G_GINT64_FORMAT
                          " WHERE confirmation = 'HO-8XN3A'", self->now);
  run_sql (self, left);
  self->now += 6 * G_TIME_SPAN_HOUR;
  desk_test_audit_say (self, "mika", "519 off 45.00 on 1 noise");
  desk_test_audit_say (self, "mika", "519 pay -45.00 cash");
}

/* Eleven of nine at 7.50 and two at 14.50: 96.50. */
static void
work_minibar (DeskTestHouse *self)
{
  guint i;

  for (i = 0; i < 11; i++)
    {
      g_autofree char *post = g_strdup_printf ("703 post minibar at %s",
                                               i < 9 ? "7.50" : "14.50");
      g_autofree char *fix = g_strdup_printf ("703 fix %u none unused: seal intact", 3 + 2 * i);

      desk_test_audit_say (self, "mk", post);
      desk_test_audit_say (self, "mk", fix);
    }
}

/**
 * desk_test_audit_new:
 * @more: more of the set-up, "" for none
 *
 * Returns: (transfer full): the hotel, with kaarina signed in
 */
DeskTestHouse *
desk_test_audit_new (const char *more)
{
  static const char *const lines[][2] = {
    { "mk", "214 off 48.00 noise" }, { "mk", "527 off 49.50 noise" },
    { "mk", "633 off 47.50 noise" },
    { "sanna", "208 rate 99.00 from tonight match" },
    { "pekka", "311 post minibar at 7.50" }, { "pekka", "311 fix 5 none unused: seal intact" },
    { "sanna", "322 post minibar at 6.00" }, { "sanna", "322 fix 5 none unused: seal intact" },
    { "pekka", "615 off 20.00 lift: photograph of the sign" },
    { "pekka", "311 off 20.00 lift" }, { "pekka", "322 off 20.00 lift" },
    { "sanna", "412 off 20.00 lift" }, { "sanna", "421 off 20.00 lift" },
    { "sanna", "208 off 20.00 on 1 lift" },
    { "kaarina", "421 off 15.00 on 1 noise" },
  };
  g_autofree char *text = g_strconcat (property_text, more, NULL);
  DeskTestHouse *self = desk_test_house_new_with (text);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (stays); i++)
    desk_test_aurora_arrive (self, &stays[i]);
  desk_test_aurora_close (self);
  work_before (self);
  desk_test_aurora_close (self);
  self->now += 8 * G_TIME_SPAN_HOUR;
  work_after_check_out (self);
  work_minibar (self);
  say_all (self, lines, G_N_ELEMENTS (lines));
  run_sql (self, "UPDATE room SET hk_occupied = 1 WHERE number = '628'");
  return self;
}
