/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fix-private.h"

#include "desk-giving-table.h"

/*
 * How putting right counts. What a line falls by is given; what it rises by is the
 * guest's cost, and limited alike. Who takes back what they themselves put on or off the
 * same line in the same shift has that much of their budget again, and no more.
 */

/* What one person put off, and on, a line and what was posted in its place. */
typedef struct
{
  gint64 correction;
  gint64 allowance;
  gint64 raised;
  gint64 late_raised;
} Own;

static const DeskPosting *
get_line (const GPtrArray *folio,
          int              number)
{
  return number >= 1 && (guint) number <= folio->len ? g_ptr_array_index (folio, number - 1)
                                                     : NULL;
}

/* Whether @line was posted in the place of the line that @before took back. */
static gboolean
replaces (const DeskPosting *line,
          const DeskPosting *before)
{
  return line->kind == DESK_POSTING_CHARGE && line->answers == 0 &&
         before->kind == DESK_POSTING_CORRECTION && before->posted_at == line->posted_at &&
         before->stay_date == line->stay_date && before->window == line->window &&
         g_strcmp0 (before->code, line->code) == 0;
}

/* The line that it all began with. */
static int
find_root (const GPtrArray *folio,
           int              number)
{
  const DeskPosting *line = get_line (folio, number);

  while (line != NULL)
    {
      const DeskPosting *before = get_line (folio, line->line - 1);

      number = line->line;
      if (line->answers != 0)
        line = get_line (folio, line->answers);
      else if (before != NULL && replaces (line, before))
        line = before;
      else
        break;
    }
  return number;
}

static const DeskPosting *
find_posting (const GPtrArray *folio,
              gint64           id)
{
  guint i;

  for (i = 0; id != 0 && i < folio->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (folio, i);

      if (line->id == id)
        return line;
    }
  return NULL;
}

static void
sum_own (const DeskFix *self,
         int            root,
         Own           *own)
{
  guint i;

  for (i = 0; i < self->own->len; i++)
    {
      const DeskGivingRecord *record = g_ptr_array_index (self->own, i);
      const DeskPosting *line = find_posting (self->folio, record->posting_id);

      if (line == NULL || find_root (self->folio, line->line) != root)
        continue;
      if (g_str_equal (record->kind, "correction"))
        own->correction += record->value_minor;
      else if (g_str_equal (record->kind, "allowance"))
        own->allowance += record->value_minor;
      else if (g_str_equal (record->kind, "raise"))
        own->raised -= record->value_minor;
      else if (g_str_equal (record->kind, "late-raise"))
        own->late_raised -= record->value_minor;
    }
}

/* Takes back as much of @own as there is, up to @left; @sign: to whose gain. */
static gint64
take_back (gint64  own,
           gint64 *left)
{
  gint64 back = CLAMP (own, 0, *left);

  *left -= back;
  return back;
}

static void
add (DeskFix           *self,
     const DeskPosting *line,
     guint              first,
     const char        *kind,
     gint64             value_minor)
{
  const GPtrArray *made = desk_adjuster_get_made (self->adjuster);
  const DeskPosting *answer = g_ptr_array_index (made, first);
  DeskGiving *giving;

  if (value_minor == 0)
    return;
  giving = desk_plan_add_giving (self->plan, kind, answer->reason, value_minor);
  giving->code = g_strdup (line->code);
  giving->for_date = line->stay_date;
  giving->line = (int) first;
  giving->quantity = answer->quantity;
  giving->evidence = TRUE;
}

/**
 * desk_fix_load_own:
 * @self: putting right under way
 * @context: who does it
 * @error: return location for a #GError
 *
 * Returns: %FALSE where what they gave before could not be read
 */
gboolean
desk_fix_load_own (DeskFix            *self,
                   const DeskContext  *context,
                   GError            **error)
{
  DeskDb *db = desk_house_get_db (self->billing->house);
  DeskGivingQuery query = { NULL, self->billing->stay->id, 0, context->user };

  if (!desk_giving_table_find_shift (db, context->user, self->billing->business_date,
                                     context->now (context->source), &query.day, error))
    return FALSE;
  self->own = desk_giving_table_list_own (db, &query, error);
  return self->own != NULL;
}

/**
 * desk_fix_add_givings:
 * @self: putting right under way
 * @line: the line that is put right
 * @first: index of the first line made for it
 * @change_minor: what the bill rises by; negative: falls by
 *
 * Adds to the plan what this counts as.
 */
void
desk_fix_add_givings (DeskFix           *self,
                      const DeskPosting *line,
                      guint              first,
                      gint64             change_minor)
{
  gboolean open = line->business_date == self->billing->business_date;
  gint64 left = ABS (change_minor);
  Own own = { 0 };

  sum_own (self, find_root (self->folio, line->line), &own);
  if (change_minor < 0)
    {
      add (self, line, first, "raise", take_back (own.raised, &left));
      add (self, line, first, "late-raise", take_back (own.late_raised, &left));
      add (self, line, first, open ? "correction" : "allowance", left);
    }
  else
    {
      add (self, line, first, "correction", -take_back (own.correction, &left));
      add (self, line, first, "allowance", -take_back (own.allowance, &left));
      add (self, line, first, open ? "raise" : "late-raise", -left);
    }
}
