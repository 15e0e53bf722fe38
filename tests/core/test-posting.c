/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-amount.h"
#include "desk-error.h"
#include "desk-posting.h"

static DeskRational
number (const char *text)
{
  DeskRational value;

  g_assert_true (desk_rational_parse (text, &value, NULL));
  return value;
}

typedef struct
{
  DeskStepOp  op;
  const char *before;
  const char *input;
  const char *rate;
  const char *rounding;
  const char *after;    /* of a tax step: the share; %NULL: an error */
} RunCase;

static const RunCase run_cases[] = {
  { DESK_STEP_TAKE, "7", "10900", NULL, NULL, "10900" },
  { DESK_STEP_TIMES, "1650", "2", NULL, NULL, "3300" },
  { DESK_STEP_ADD, "9900/109", "1/109", NULL, NULL, "9901/109" },
  { DESK_STEP_LESS, "100", "-5", NULL, NULL, "105" },
  { DESK_STEP_NET, "10900", "1.09", NULL, NULL, "10000" },
  { DESK_STEP_NET, "10900", "0", NULL, NULL, NULL },
  { DESK_STEP_PERCENT, "10000", "10000", "12.5", NULL, "1250" },
  { DESK_STEP_PERCENT, "1", "1", "0.5", NULL, "1/200" },
  { DESK_STEP_PERCENT, "1", "1", NULL, NULL, NULL },
  { DESK_STEP_PERCENT, "1", "1", "five", NULL, NULL },
  { DESK_STEP_ROUND, "5/2", "5/2", NULL, "half-up/1", "3" },
  { DESK_STEP_ROUND, "-5/2", "-5/2", NULL, "half-up/1", "-3" },
  { DESK_STEP_ROUND, "5/2", "5/2", NULL, "half-even/1", "2" },
  { DESK_STEP_ROUND, "1234", "1234", NULL, "down/5", "1230" },
  { DESK_STEP_ROUND, "1", "1", NULL, NULL, NULL },
  { DESK_STEP_ROUND, "5/2", "7/2", NULL, "half-up/1", NULL },
  { DESK_STEP_ROUND, "1", "1", NULL, "half-up", NULL },
  { DESK_STEP_ROUND, "1", "1", NULL, "half-up/0", NULL },
  { DESK_STEP_ROUND, "1", "1", NULL, "half-up/1/2", NULL },
  { DESK_STEP_ROUND, "1", "1", NULL, "sideways/1", NULL },
  { DESK_STEP_CAP, "900", "500", NULL, NULL, "500" },
  { DESK_STEP_CAP, "400", "500", NULL, NULL, "400" },
  { DESK_STEP_TAX, "7", "10000", "9", NULL, "900" },
  { DESK_STEP_TAX, "7", "10000", "9", NULL, NULL },
};

static void
test_run (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (run_cases); i++)
    {
      const RunCase *one = &run_cases[i];
      DeskStep step = {
        .op = one->op,
        .input = number (one->input),
        .rate = (char *) one->rate,
        .rounding = (char *) one->rounding,
        .result = one->after != NULL ? number (one->after) : DESK_RATIONAL_ZERO,
      };
      g_autoptr (GError) error = NULL;
      DeskRational after;

      if (desk_step_run (&step, number (one->before), &after, &error))
        {
          const char *expected = one->op == DESK_STEP_TAX ? one->before : one->after;

          g_assert_nonnull (one->after);
          g_assert_true (desk_rational_equal (after, number (expected)));
        }
      else
        {
          g_assert_null (one->after);
          g_assert_nonnull (error);
        }
    }
}

/* A city tax of 12.5 % on a room of 109.00 with 9 % VAT inside. */
static DeskPosting *
city_tax_new (void)
{
  DeskPosting *self = desk_posting_new ();

  self->line = 4;
  self->kind = DESK_POSTING_TAX;
  self->tax = g_strdup ("city");
  self->quantity = 1;
  self->unit_minor = 1250;
  self->amount_minor = 1250;
  self->parent = 2;
  desk_posting_add_step (self, DESK_STEP_TAKE, "line:2", number ("10900"), number ("10900"));
  desk_posting_add_step (self, DESK_STEP_NET, NULL, number ("1.09"), number ("10000"));
  desk_posting_last_step (self)->rate = g_strdup ("9");
  desk_posting_add_step (self, DESK_STEP_TAX, "levy", number ("1250"), number ("125"));
  desk_posting_last_step (self)->rate = g_strdup ("10");
  desk_posting_last_step (self)->mode = "exclusive";
  desk_posting_add_step (self, DESK_STEP_PERCENT, "city", number ("10000"), number ("1250"));
  desk_posting_last_step (self)->rate = g_strdup ("12.5");
  desk_posting_add_step (self, DESK_STEP_ROUND, NULL, number ("1250"), number ("1250"));
  desk_posting_last_step (self)->rounding = g_strdup ("half-up/1");
  return self;
}

static void spoil_amount (DeskPosting *p) { p->amount_minor = p->unit_minor = 1251; }
static void spoil_unit (DeskPosting *p) { p->unit_minor = 1249; }
static void spoil_quantity (DeskPosting *p) { p->quantity = G_MAXINT64; }
static void spoil_size (DeskPosting *p) { p->amount_minor = DESK_AMOUNT_MAX_MINOR + 1; }
static void spoil_parent (DeskPosting *p) { p->parent = 4; }
static void spoil_answers (DeskPosting *p) { p->answers = 5; }
static void spoil_negative (DeskPosting *p) { p->answers = -1; }
static void spoil_kind (DeskPosting *p) { p->kind = DESK_POSTING_CHARGE; }
static void spoil_rule (DeskPosting *p) { g_clear_pointer (&p->tax, g_free); }
static void spoil_first (DeskPosting *p) { g_array_remove_index (p->steps, 0); }
static void spoil_all (DeskPosting *p) { g_array_set_size (p->steps, 0); }
static void spoil_net (DeskPosting *p) { desk_posting_get_step (p, 1)->result.num = 10001; }
static void spoil_share (DeskPosting *p) { desk_posting_get_step (p, 2)->result.num = 126; }
static void spoil_input (DeskPosting *p) { desk_posting_get_step (p, 0)->input.num = 10901; }

typedef struct
{
  void       (*spoil) (DeskPosting *posting);
  const char  *message;
} SpoilCase;

static const SpoilCase spoil_cases[] = {
  { spoil_amount, "line 4: after step 5 it comes to 1250, but the amount is 1251" },
  { spoil_unit, "line 4: 1 times 1249 is 1249, but the amount is 1250" },
  { spoil_quantity, "line 4: 1250 * 9223372036854775807 does not fit in 64 bits" },
  { spoil_size, "line 4: the amount is more than an amount may be" },
  { spoil_parent, "line 4: it stands under a line that does not come before it" },
  { spoil_answers, "line 4: it answers a line that does not come before it" },
  { spoil_negative, "line 4: it answers a line that does not come before it" },
  { spoil_kind, "line 4: only a tax, its rounding and what answers it name the rule of a tax" },
  { spoil_rule, "line 4: a tax names no rule" },
  { spoil_first, "line 4: its arithmetic does not begin with a number taken" },
  { spoil_all, "line 4: it has no arithmetic" },
  { spoil_net, "line 4: step 2 (net) says 10001, but it is 10000" },
  { spoil_share, "line 4: step 3 (tax): the share of tax levy is given as 126, but it is 125" },
  { spoil_input, "line 4: step 1 (take) says 10900, but it is 10901" },
};

static void
test_check (void)
{
  g_autoptr (DeskPosting) sound = city_tax_new ();
  g_autoptr (GError) error = NULL;
  guint i;

  desk_posting_check (sound, &error);
  g_assert_no_error (error);
  sound->line = 0;   /* not numbered yet */
  sound->parent = 9;
  g_assert_true (desk_posting_check (sound, NULL));

  for (i = 0; i < G_N_ELEMENTS (spoil_cases); i++)
    {
      g_autoptr (DeskPosting) spoiled = city_tax_new ();
      g_autoptr (GError) refusal = NULL;

      spoil_cases[i].spoil (spoiled);
      g_assert_false (desk_posting_check (spoiled, &refusal));
      g_assert_error (refusal, DESK_ERROR, DESK_ERROR_INVALID);
      g_assert_cmpstr (refusal->message, ==, spoil_cases[i].message);
    }
}

static void
test_names (void)
{
  DeskPostingKind kind;
  DeskPostingKind kind_back;
  DeskStepOp op;
  DeskStepOp op_back;

  for (kind = DESK_POSTING_CHARGE; kind <= DESK_POSTING_TRANSFER; kind++)
    {
      g_assert_true (desk_posting_kind_parse (desk_posting_kind_to_string (kind), &kind_back));
      g_assert_cmpint (kind, ==, kind_back);
    }
  for (op = DESK_STEP_TAKE; op <= DESK_STEP_TAX; op++)
    {
      g_assert_true (desk_step_op_parse (desk_step_op_to_string (op), &op_back));
      g_assert_cmpint (op, ==, op_back);
    }
  g_assert_false (desk_posting_kind_parse ("paidout", &kind));
  g_assert_false (desk_step_op_parse ("", &op));
  g_assert_true (desk_step_input_is_amount (DESK_STEP_CAP));
  g_assert_false (desk_step_input_is_amount (DESK_STEP_TIMES));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/run", test_run);
  g_test_add_func ("/posting/check", test_check);
  g_test_add_func ("/posting/names", test_names);
  return g_test_run ();
}
