/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-clerk.h"

#include "desk-test-hotel.h"

/* One day in so many steps. */
#define STEPS_PER_DAY 60

/* For so many steps the clerk deals mostly with one guest. */
#define STEPS_PER_GUEST 5

typedef struct
{
  const char *login;
  DeskRole    role;
  guint       weight;
} Person;

static const Person people[] = {
  { "kim", DESK_ROLE_CASHIER, 1 },
  { "anna", DESK_ROLE_ASSOCIATE, 5 },
  { "omar", DESK_ROLE_ASSOCIATE, 4 },
  { "sami", DESK_ROLE_SUPERVISOR, 5 },
  { "maria", DESK_ROLE_MANAGER, 6 },
  { "nils", DESK_ROLE_NIGHT_AUDITOR, 3 },
  { "adam", DESK_ROLE_ADMINISTRATOR, 1 },
};

/**
 * Maker:
 * @weight: how often, among all
 * @make: fills in the action of a verb, wrongly now and then
 */
typedef struct
{
  DeskVerb    verb;
  const char *name;
  guint       weight;
  void      (*make) (DeskAction *action,
                     GRand      *dice,
                     guint       day);
} Maker;

static guint
throw_dice (GRand *dice,
            guint  n)
{
  return (guint) g_rand_int_range (dice, 0, (gint32) n);
}

/* True once in @n times. */
static gboolean
one_in (GRand *dice,
        guint  n)
{
  return throw_dice (dice, n) == 0;
}

static char *
pick_room (GRand *dice)
{
  return one_in (dice, 40) ? g_strdup ("999")
                           : desk_test_hotel_dup_room (throw_dice (dice, DESK_TEST_HOTEL_ROOMS));
}

static char *
pick_reason (GRand      *dice,
             const char *usual)
{
  static const char *const reasons[] = { "noise", "wait", "twice", "price", "nothing" };

  if (!one_in (dice, 8))
    return g_strdup (usual);
  return one_in (dice, 3) ? NULL : g_strdup (reasons[throw_dice (dice, G_N_ELEMENTS (reasons))]);
}

/* A round amount between two others. */
static gint64
pick_amount (GRand  *dice,
             gint64  from_minor,
             gint64  to_minor)
{
  gint64 amount = from_minor + throw_dice (dice, (guint) (to_minor - from_minor));

  return one_in (dice, 3) ? amount : amount / 100 * 100;
}

static GArray *
pick_lines (GRand *dice)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = one_in (dice, 4) ? 2 : 1;
  int line;
  guint i;

  /* Bills are short more often than long. */
  line = 1 + (int) throw_dice (dice, 1 + throw_dice (dice, 5));

  for (i = 0; i < n; i++, line += 1 + (int) throw_dice (dice, 2))
    g_array_append_val (lines, line);
  return lines;
}

static DeskDate
pick_date (GRand *dice,
           guint  day)
{
  return desk_test_hotel_get_day (day + throw_dice (dice, 4)) - (DeskDate) throw_dice (dice, 2);
}

static void
make_check_in (DeskAction *action,
               GRand      *dice,
               guint       day)
{
  if (one_in (dice, 3))
    action->room = pick_room (dice);
  if (!one_in (dice, 8))
    action->override_reason = g_strdup ("the guest does not want to wait");
}

static void
make_post (DeskAction *action,
           GRand      *dice,
           guint       day)
{
  static const char *const codes[] = { "BFST", "WATER", "BEER", "PARKING", "FOOD", "DAMAGE",
                                       "ROOM", "CASH" };

  action->code = g_strdup (codes[throw_dice (dice, G_N_ELEMENTS (codes))]);
  action->quantity = one_in (dice, 30) ? 0 : 1 + throw_dice (dice, 3);
  action->has_unit = one_in (dice, 2);
  action->unit_minor = pick_amount (dice, 0, 9000);
  action->window = one_in (dice, 5) ? 2 : 1;
  if (one_in (dice, 3))
    action->check = g_strdup_printf ("M-%u", throw_dice (dice, 3));
  if (one_in (dice, 6))
    action->text = g_strdup ("taken to the room");
}

static void
make_pay (DeskAction *action,
          GRand      *dice,
          guint       day)
{
  action->code = g_strdup (one_in (dice, 3) ? "CASH" : one_in (dice, 3) ? "DEPOSIT" : "CARD");
  action->all = one_in (dice, 2);
  action->amount_minor = pick_amount (dice, 1, 20000);
  if (one_in (dice, 5))
    action->amount_minor = -action->amount_minor;
  action->window = one_in (dice, 5) ? 2 : 1;
}

static void
make_fix (DeskAction *action,
          GRand      *dice,
          guint       day)
{
  action->lines = pick_lines (dice);
  action->none = one_in (dice, 3);
  action->has_quantity = !action->none && one_in (dice, 3);
  action->quantity = 1 + throw_dice (dice, 3);
  action->has_unit = !action->none && !action->has_quantity;
  action->unit_minor = pick_amount (dice, 100, 11000);
  action->reason = pick_reason (dice, action->none ? "twice" : "price");
  /* A slip of the hand now and then, and a small one mostly. */
  if (action->has_unit && one_in (dice, 2))
    action->unit_minor = pick_amount (dice, 100, 2000);
  if (!one_in (dice, 4))
    action->text = g_strdup ("the guest has it on paper");
}

static void
make_off (DeskAction *action,
          GRand      *dice,
          guint       day)
{
  static const char *const percents[] = { "5", "10", "12.5", "50", "100" };
  static const char *const classes[] = { "room", "food", "alcohol", "parking" };

  if (one_in (dice, 2))
    action->percent = g_strdup (percents[throw_dice (dice, G_N_ELEMENTS (percents))]);
  else
    action->amount_minor = pick_amount (dice, 100, 8000);
  action->base = (DeskOffBase) throw_dice (dice, DESK_OFF_ALL + 1);
  if (action->base == DESK_OFF_LINES)
    action->lines = pick_lines (dice);
  if (action->base == DESK_OFF_CLASS)
    action->tax_class = g_strdup (classes[throw_dice (dice, G_N_ELEMENTS (classes))]);
  if (action->base == DESK_OFF_DAY)
    action->from = pick_date (dice, day);
  action->window = one_in (dice, 5) ? 2 : 1;
  action->reason = pick_reason (dice, one_in (dice, 2) ? "noise" : "wait");
}

static void
make_rate (DeskAction *action,
           GRand      *dice,
           guint       day)
{
  action->list = one_in (dice, 5);
  action->has_unit = !action->list;
  action->unit_minor = pick_amount (dice, 7000, 15000);
  if (one_in (dice, 3))
    action->from = pick_date (dice, day);
  if (one_in (dice, 4))
    action->till = pick_date (dice, day);
  action->reason = pick_reason (dice, one_in (dice, 2) ? "price" : "noise");
  if (one_in (dice, 3))
    action->text = g_strdup ("so it was agreed");
}

static void
make_move (DeskAction *action,
           GRand      *dice,
           guint       day)
{
  static const char *const types[] = { "STD", "SUP", "DLX" };
  static const char *const features[] = { "quiet", NULL };
  guint target = throw_dice (dice, 5);

  if (target < 3)
    action->room = pick_room (dice);
  else if (target == 3)
    action->room_type = g_strdup (types[throw_dice (dice, G_N_ELEMENTS (types))]);
  else if (one_in (dice, 2))
    action->features = g_strdupv ((char **) features);
  action->price = (DeskMovePrice) throw_dice (dice, DESK_MOVE_AT + 1);
  action->has_unit = action->price == DESK_MOVE_AT;
  action->unit_minor = pick_amount (dice, 8000, 16000);
  action->swap = target == 0 && one_in (dice, 2);
  action->now = one_in (dice, 4);
  if (!action->now && one_in (dice, 5))
    action->from = pick_date (dice, day);
  if (!one_in (dice, 3))
    action->override_reason = g_strdup ("the guest agrees");
  action->reason = pick_reason (dice, "noise");
}

static gboolean
is_due_out (gint64 stay_id,
            guint  day)
{
  guint index = (guint) stay_id - 1;

  return day >= index / DESK_TEST_HOTEL_ARRIVALS + desk_test_hotel_get_n_nights (index);
}

static void
make_out (DeskAction *action,
          GRand      *dice,
          guint       day)
{
  /* Who is not due out pays, mostly, and stays. */
  if (!is_due_out (action->stay_id, day) && !one_in (dice, 5))
    {
      action->verb = DESK_VERB_PAY;
      action->all = TRUE;
    }
  if (action->verb == DESK_VERB_PAY || !one_in (dice, 5))
    action->code = g_strdup (one_in (dice, 4) ? "CASH" : "CARD");
  action->now = TRUE;
  action->window = one_in (dice, 10) ? 2 : 1;
}

static void
make_undo (DeskAction *action,
           GRand      *dice,
           guint       day)
{
  if (one_in (dice, 10))
    action->entry_id = 2 + throw_dice (dice, 200);
  if (one_in (dice, 2))
    action->text = g_strdup ("it was the other table");
}

static const Maker makers[] = {
  { DESK_VERB_CHECK_IN, "in", 18, make_check_in },
  { DESK_VERB_POST, "post", 18, make_post },
  { DESK_VERB_PAY, "pay", 6, make_pay },
  { DESK_VERB_FIX, "fix", 14, make_fix },
  { DESK_VERB_OFF, "off", 12, make_off },
  { DESK_VERB_RATE, "rate", 8, make_rate },
  { DESK_VERB_MOVE, "move", 11, make_move },
  { DESK_VERB_OUT, "out", 16, make_out },
  { DESK_VERB_UNDO, "undo", 11, make_undo },
};

/**
 * desk_test_clerk_get_n_verbs:
 *
 * Returns: how many verbs the clerk knows; they are numbered from 0
 */
guint
desk_test_clerk_get_n_verbs (void)
{
  return G_N_ELEMENTS (makers);
}

/**
 * desk_test_clerk_name_verb:
 *
 * Returns: (transfer none): what the verb is called in a test's messages
 */
const char *
desk_test_clerk_name_verb (DeskVerb verb)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (makers); i++)
    if (makers[i].verb == verb)
      return makers[i].name;
  return "?";
}

static const Person *
pick_person (GRand *dice)
{
  guint total = 0;
  guint throw;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (people); i++)
    total += people[i].weight;
  throw = throw_dice (dice, total);
  for (i = 0; throw >= people[i].weight; i++)
    throw -= people[i].weight;
  return &people[i];
}

static const Maker *
pick_maker (GRand *dice)
{
  guint total = 0;
  guint throw;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (makers); i++)
    total += makers[i].weight;
  throw = throw_dice (dice, total);
  for (i = 0; throw >= makers[i].weight; i++)
    throw -= makers[i].weight;
  return &makers[i];
}

static GRand *
new_dice (guint32 seed,
          guint32 number)
{
  const guint32 seeds[] = { seed, number };

  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

/* One of those who arrive today or came up to @n_days - 1 days ago. */
static gint64
throw_stay (GRand *dice,
            guint  day,
            guint  n_days)
{
  guint back = throw_dice (dice, n_days);

  back = MIN (back, day);
  return 1 + (gint64) (day - back) * DESK_TEST_HOTEL_ARRIVALS +
         throw_dice (dice, DESK_TEST_HOTEL_ARRIVALS);
}

/* Somebody who should have left by now, so that there is room for those who come. */
static gint64
throw_due_out (GRand *dice,
               guint  day)
{
  gint64 stay_id = 0;
  guint i;

  for (i = 0; i < 10; i++)
    {
      stay_id = throw_stay (dice, day, 2 * DESK_TEST_HOTEL_NIGHTS);
      if (is_due_out (stay_id, day))
        break;
    }
  return stay_id;
}

/* Mostly with one guest for some steps; who is checked in comes today, mostly. */
static gint64
pick_stay (guint32  seed,
           guint32  step,
           guint    day,
           DeskVerb verb,
           GRand   *dice)
{
  g_autoptr (GRand) long_dice = new_dice (seed + 1, step / STEPS_PER_GUEST);

  if (verb == DESK_VERB_CHECK_IN)
    return throw_stay (dice, day, 2);
  if (verb == DESK_VERB_OUT && !one_in (dice, 4))
    return throw_due_out (dice, day);
  return throw_stay (one_in (dice, 4) ? dice : long_dice, day, DESK_TEST_HOTEL_NIGHTS + 1);
}

/**
 * desk_test_clerk_think:
 * @seed: of the whole sequence
 * @step: place in it
 * @day: business date, counted from the hotel's first day
 * @context: gets the person and the role
 *
 * Returns: (transfer full): what to do, for people and hotel as they may be
 */
DeskAction *
desk_test_clerk_think (guint32      seed,
                       guint32      step,
                       guint        day,
                       DeskContext *context)
{
  g_autoptr (GRand) dice = new_dice (seed, step);
  const Person *person = pick_person (dice);
  const Maker *maker = pick_maker (dice);
  gint64 stay_id = pick_stay (seed, step, day, maker->verb, dice);
  DeskAction *action;

  /* Who undoes has mostly just done it. */
  if (maker->verb == DESK_VERB_UNDO && step > 0 && !one_in (dice, 4))
    {
      g_autoptr (GRand) earlier = new_dice (seed, step - 1);

      person = pick_person (earlier);
      stay_id = pick_stay (seed, step - 1, day, pick_maker (earlier)->verb, earlier);
    }
  action = desk_action_new (maker->verb, stay_id);

  context->user = person->login;
  context->role = person->role;
  maker->make (action, dice, day);
  return action;
}

/**
 * desk_test_clerk_closes_day:
 *
 * Returns: whether the clerk closes the day at this step instead of acting
 */
gboolean
desk_test_clerk_closes_day (guint32 seed,
                            guint32 step)
{
  return (step + seed * 7) % STEPS_PER_DAY == STEPS_PER_DAY - 1;
}
