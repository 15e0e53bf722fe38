/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-stay.h"

#include <string.h>

/*
 * What a stay of the demo does besides sleeping: comes, eats, drinks, is moved, pays and
 * leaves. All of it is invented, and the same each time, for the dice are seeded with
 * the booking.
 */

/* Rooms are made up at half past eleven and at two; those left by a move a little later. */
#define MOVES DESK_DEMO_TIME (14, 2)
#define ROOMS_GIVEN DESK_DEMO_TIME (14, 10)
#define ARRIVALS DESK_DEMO_TIME (14, 30)
#define SETTLING 20
#define EVENING DESK_DEMO_TIME (15, 0)

/* What somebody alone may give away with a better room; above it a manager decides. */
#define UPGRADE_ASSOCIATE 10000
#define UPGRADE_SUPERVISOR 30000
#define ONE_TYPE 3000
#define TWO_TYPES 5000

typedef struct
{
  const DeskDemoStay *stay;
  const DeskProperty *property;
  GRand              *dice;
  DeskDemoDays       *days;
  int                 comes;    /* minute of the first day */
  int                 leaves;   /* minute of the last day */
} Life;

/* An article, and how often it is taken beside the others. */
typedef struct
{
  const char *code;
  gint32      weight;
  gint32      most;
} Article;

static const Article minibar[] = {
  { "WATER", 8, 2 }, { "BEER", 7, 2 }, { "NUTS", 4, 1 }, { "CHOC", 4, 2 }, { "WHISKY", 1, 1 },
};

static const Article bar[] = {
  { "BARBEER", 6, 3 }, { "BARWINE", 4, 2 }, { "BARSOFT", 4, 3 },
};

static const Article extras[] = {
  { "SHIRT", 6, 4 }, { "POSTCARD", 4, 5 }, { "SAUNA", 2, 1 }, { "ADAPTER", 1, 1 },
};

/* Prices of the restaurant's card, in minor units. */
static const int mains[] = { 1650, 1790, 1890, 2150, 2240, 2450, 2690, 2950, 3100, 3480 };
static const int others[] = { 690, 750, 890, 980, 1150 };

static gint32
roll (const Life *self,
      gint32      sides)
{
  return g_rand_int_range (self->dice, 0, sides);
}

static gboolean
chance (const Life *self,
        gint32      per_mille)
{
  return roll (self, 1000) < per_mille;
}

static int
between (const Life *self,
         int         first,
         int         last)
{
  return first + roll (self, last - first + 1);
}

/* Who is at the desk: mornings and evenings have their own people. */
static const char *
get_clerk (const Life *self,
           int         minute)
{
  static const char *const morning[] = { "aino", "aino", "mika" };
  static const char *const evening[] = { "sanna", "miro", "sanna", "miro", "mika" };

  return minute < EVENING ? morning[roll (self, G_N_ELEMENTS (morning))]
                          : evening[roll (self, G_N_ELEMENTS (evening))];
}

static DeskAction *
add (const Life *self,
     DeskDate    date,
     int         minute,
     DeskVerb    verb)
{
  DeskDemoLine *line = desk_demo_line_new (minute, get_clerk (self, minute),
                                           self->stay->confirmation, verb);

  desk_demo_days_add (self->days, date, line);
  return line->action;
}

static DeskAction *
add_post (const Life *self,
          DeskDate    date,
          int         minute,
          const char *code,
          gint64      quantity)
{
  DeskAction *action = add (self, date, minute, DESK_VERB_POST);

  action->code = g_strdup (code);
  action->quantity = quantity;
  return action;
}

static const Article *
choose (const Life    *self,
        const Article *articles,
        gsize          n_articles)
{
  gint32 weight = 0;
  gsize i;

  for (i = 0; i < n_articles; i++)
    weight += articles[i].weight;
  weight = roll (self, weight);
  for (i = 0; weight >= articles[i].weight; i++)
    weight -= articles[i].weight;
  return &articles[i];
}

/* Counted by housekeeping in the morning. Once in a while the guest says it is not so. */
static void
add_minibar (const Life *self,
             DeskDate    date)
{
  gboolean leaves = date == self->stay->departure;
  int minute = leaves ? self->leaves - between (self, 3, 20) : between (self, 570, 685);
  const char *room = date >= self->stay->moves && self->stay->next_room != NULL
                       ? self->stay->next_room : self->stay->room;
  gint32 n = between (self, 1, 3);
  gint32 used = 0;

  for (; n > 0; n--)
    {
      const Article *article = choose (self, minibar, G_N_ELEMENTS (minibar));
      gint32 bit = 1 << (article - minibar);
      DeskAction *action;
      DeskDemoLine *line;

      if ((used & bit) != 0)
        continue;
      used |= bit;
      action = add_post (self, date, minute, article->code, between (self, 1, article->most));
      action->text = g_strdup_printf ("sheet M-%s%d", room != NULL ? room : "",
                                      date - self->stay->arrival);
      if (leaves || !chance (self, 25))
        continue;
      line = desk_demo_line_new (between (self, 1050, 1290), roll (self, 2) ? "sanna" : "aino",
                                 self->stay->confirmation, DESK_VERB_FIX);
      line->newest = g_strdup (article->code);
      line->action->none = TRUE;
      line->action->reason = g_strdup ("notused");
      line->action->text = g_strdup ("housekeeping looked again");
      desk_demo_days_add (self->days, date, line);
    }
}

static gint64
price_dinner (const Life *self)
{
  int persons = self->stay->adults + self->stay->n_children;
  gint64 sum = 0;

  for (; persons > 0; persons--)
    {
      sum += mains[roll (self, G_N_ELEMENTS (mains))];
      if (roll (self, 5) < 2)
        sum += others[roll (self, G_N_ELEMENTS (others))];
    }
  return sum;
}

/* One check; drinks are lines of their own, for their VAT is another. */
static void
add_dinner (const Life *self,
            DeskDate    date)
{
  int minute = between (self, 1125, 1305);
  DeskAction *action;

  if (date == self->stay->arrival && minute <= self->comes + SETTLING)
    return;

  if (!g_str_equal (self->stay->plan, "HALF"))
    {
      action = add_post (self, date, minute, "FOOD", 1);
      action->has_unit = TRUE;
      action->unit_minor = price_dinner (self);
      action->check = g_strdup ("");
    }
  else
    {
      action = add_post (self, date, minute, "BARSOFT", between (self, 1, 2));
      action->check = g_strdup ("");
    }
  if (roll (self, 5) < 2)
    {
      action = add_post (self, date, minute, "WINE", between (self, 1, 2 * self->stay->adults));
      action->check = g_strdup ("");
    }
  else if (roll (self, 3) == 0)
    {
      action = add_post (self, date, minute, "BARBEER", between (self, 1, self->stay->adults));
      action->check = g_strdup ("");
    }
}

/* A gesture that an associate may make alone. */
static void
add_gesture (const Life *self,
             DeskDate    date)
{
  static const char *const reasons[] = { "wait", "noise", "wait", "defect" };
  int nights = date - self->stay->arrival;
  gint64 most = self->stay->price_minor * nights / 10;
  int minute = between (self, 1000, 1080);
  DeskDemoLine *line;

  if (most < 500)
    return;
  line = desk_demo_line_new (minute, roll (self, 2) ? "sanna" : "aino", self->stay->confirmation,
                             DESK_VERB_OFF);
  line->action->amount_minor = MIN (most / 500 * 500, 2500);
  line->action->reason = g_strdup (reasons[roll (self, G_N_ELEMENTS (reasons))]);
  desk_demo_days_add (self->days, date, line);
}

static void
add_day (const Life *self,
         DeskDate    date)
{
  const DeskDemoStay *stay = self->stay;
  gboolean slept = date > stay->arrival;
  gboolean sleeps = date < stay->departure;
  const Article *article;

  if (slept && chance (self, 170))
    add_minibar (self, date);
  if (slept && sleeps && g_str_equal (stay->plan, "FLEXRO") && chance (self, 200))
    add_post (self, date, between (self, 430, 600), "BFST", stay->adults);
  if (slept && sleeps && chance (self, 8))
    add_gesture (self, date);
  if (slept && sleeps && chance (self, 25))
    {
      article = choose (self, extras, G_N_ELEMENTS (extras));
      add_post (self, date, between (self, 600, 800), article->code,
                between (self, 1, article->most));
    }
  if (sleeps && chance (self, g_str_equal (stay->plan, "HALF") ? 300 : 190))
    add_dinner (self, date);
  if (sleeps && chance (self, 70))
    {
      article = choose (self, bar, G_N_ELEMENTS (bar));
      add_post (self, date, between (self, 1371, 1425), article->code,
                between (self, 1, article->most));
    }
}

/* What the better type is worth at list prices, and who may give that. */
static const char *
get_mover (const Life *self)
{
  const DeskDemoStay *stay = self->stay;
  const DeskRatePlan *plan = desk_property_get_plan (self->property, stay->plan);
  const DeskRoomSpec *room = desk_property_get_room (self->property, stay->next_room);
  gint64 from = 0;
  gint64 to = 0;
  gint64 value;

  desk_rate_plan_get_list_price (plan, stay->type, &from);
  desk_rate_plan_get_list_price (plan, room->type, &to);
  value = (to - from) * (stay->departure - stay->moves);
  if (to - from <= ONE_TYPE && value <= UPGRADE_ASSOCIATE)
    return "aino";
  return to - from <= TWO_TYPES && value <= UPGRADE_SUPERVISOR ? "mika" : "tuula";
}

/* Why there may be more of them than the room has beds for. */
static char *
dup_extra_bed (const Life *self,
               const char *number)
{
  const DeskRoomSpec *room =
    number != NULL ? desk_property_get_room (self->property, number) : NULL;
  const DeskRoomType *type =
    room != NULL ? desk_property_get_room_type (self->property, room->type) : NULL;

  return type != NULL && self->stay->adults + self->stay->n_children > type->capacity
           ? g_strdup ("an extra bed is in the room") : NULL;
}

static gboolean
is_accessible (const Life *self,
               const char *number)
{
  const DeskRoomSpec *room =
    number != NULL ? desk_property_get_room (self->property, number) : NULL;

  return room != NULL && room->features != NULL &&
         g_strv_contains ((const char *const *) room->features, "accessible");
}

/* Another room than the one booked: before they come, or from one day to the next. */
static void
add_move (const Life *self)
{
  static const char *const reasons[] = { "overbooked", "noise", "defect", "noise" };
  const DeskDemoStay *stay = self->stay;
  gboolean before = stay->moves == stay->arrival;
  int minute = before ? between (self, ROOMS_GIVEN, ROOMS_GIVEN + 12)
                      : between (self, MOVES, MOVES + 5);
  DeskDemoLine *line = desk_demo_line_new (minute, get_mover (self), stay->confirmation,
                                           DESK_VERB_MOVE);

  line->action->room = g_strdup (stay->next_room);
  line->action->override_reason = dup_extra_bed (self, stay->next_room);
  if (line->action->override_reason == NULL && is_accessible (self, stay->room))
    line->action->override_reason = g_strdup ("the guests had no need of it");
  line->action->reason =
    g_strdup (before ? "overbooked" : reasons[roll (self, G_N_ELEMENTS (reasons))]);
  desk_demo_days_add (self->days, stay->moves, line);
}

static void
add_payment (const Life *self,
             int         minute,
             const char *tender,
             gint64      amount_minor)
{
  DeskAction *action = add (self, self->stay->arrival, minute, DESK_VERB_PAY);

  action->code = g_strdup (tender);
  action->amount_minor = amount_minor;
  if (g_str_equal (tender, "CARD"))
    action->text = g_strdup_printf ("card ··%s", self->stay->card);
}

static void
add_arrival (const Life *self)
{
  const DeskDemoStay *stay = self->stay;
  gint64 total = stay->price_minor * (stay->departure - stay->arrival);
  int minute = self->comes;

  add (self, stay->arrival, minute, DESK_VERB_CHECK_IN)->override_reason =
    dup_extra_bed (self, stay->moves == stay->arrival ? stay->next_room : stay->room);
  /* What was paid before is put on the bill by checking in. */
  if (!stay->prepaid && total > 15000 && chance (self, 60))
    add_payment (self, minute + 1, g_str_equal (stay->tender, "CASH") ? "CASH" : "CARD",
                 total / 2 / 5000 * 5000);
}

static void
add_departure (const Life *self)
{
  DeskAction *action = add (self, self->stay->departure, self->leaves, DESK_VERB_OUT);

  action->code = g_strdup (self->stay->tender);
  if (g_str_equal (self->stay->tender, "CARD"))
    action->text = g_strdup_printf ("card ··%s", self->stay->card);
}

/**
 * desk_demo_life_add:
 * @stay: a stay; its rooms are planned
 * @property: the set-up
 * @dice: seeded with the booking
 * @days: gets what happens
 */
void
desk_demo_life_add (const DeskDemoStay *stay,
                    const DeskProperty *property,
                    GRand              *dice,
                    DeskDemoDays       *days)
{
  Life self = { stay, property, dice, days, 0, 0 };
  DeskDate date;

  self.comes = stay->early ? between (&self, 720, 815) : between (&self, ARRIVALS, 1350);
  self.leaves = stay->late ? between (&self, 826, 838) : between (&self, 420, 680);
  add_arrival (&self);
  if (stay->moves != DESK_DATE_NONE)
    add_move (&self);
  for (date = stay->arrival; date <= stay->departure; date++)
    add_day (&self, date);
  add_departure (&self);
}

/**
 * desk_demo_life_number_checks:
 * @days: the days
 * @date: one of them
 * @number: of its first check
 *
 * Gives the restaurant's checks of a day their numbers, in the order of the clock.
 */
void
desk_demo_life_number_checks (DeskDemoDays *days,
                              DeskDate      date,
                              int           number)
{
  const GPtrArray *lines = desk_demo_days_get_lines (days, date);
  const DeskDemoLine *last = NULL;
  guint i;

  for (i = 0; lines != NULL && i < lines->len; i++)
    {
      const DeskDemoLine *line = g_ptr_array_index (lines, i);

      if (line->action == NULL || line->action->check == NULL)
        continue;
      if (last != NULL && (last->minute != line->minute || strcmp (last->ref, line->ref) != 0))
        number++;
      g_free (line->action->check);
      line->action->check = g_strdup_printf ("%d", number);
      last = line;
    }
}
