/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

#include <string.h>

/* The full record of one line, for associate and auditor: it names staff and
 * room and is never shown to the guest. */

static void
add_place (const DeskPosting *posting,
           GPtrArray         *rows)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, posting->id);
  DeskMessage *row;

  if (posting->id != 0)
    {
      /* Translators: {id} is the line's number among all lines of the hotel */
      row = desk_message_new (NULL, N_("Line {line}, number {id} in the ledger, window {window}"));
      desk_message_text (row, "id", number);
    }
  else
    {
      /* Translators: a line that is only planned; a window is one of several bills of a stay */
      row = desk_message_new (NULL, N_("Line {line}, window {window}"));
    }
  desk_message_integer (row, "line", DESK_ARG_INT, posting->line);
  desk_message_integer (row, "window", DESK_ARG_INT, posting->window);
  g_ptr_array_add (rows, row);

  if (posting->room != NULL)
    g_ptr_array_add (rows, desk_message_text (desk_message_new (NULL, N_("Room {room}")),
                                              "room", posting->room));
}

static void
add_who (const DeskPosting *posting,
         GPtrArray         *rows)
{
  DeskMessage *row;

  if (posting->by != NULL && posting->posted_at != 0)
    {
      /* Translators: who wrote the line on the bill, and when */
      row = desk_message_new (NULL, N_("Posted by {user}, {time}"));
      desk_message_person (row, "user", posting->by);
      desk_message_integer (row, "time", DESK_ARG_TIME, posting->posted_at);
      g_ptr_array_add (rows, row);
    }
  if (posting->desk != NULL && *posting->desk != '\0')
    {
      /* Translators: which counter or terminal of the hotel the line was written at */
      row = desk_message_new (NULL, N_("Desk: {desk}"));
      g_ptr_array_add (rows, desk_message_text (row, "desk", posting->desk));
    }
  if (posting->allowed_by != NULL)
    {
      /* Translators: the second person, who approved it */
      row = desk_message_new (NULL, N_("Allowed by {user}"));
      g_ptr_array_add (rows, desk_message_person (row, "user", posting->allowed_by));
    }
}

static void
add_dates (const DeskPosting *posting,
           GPtrArray         *rows)
{
  DeskMessage *row;

  if (posting->business_date == DESK_DATE_NONE)
    return;

  /* Translators: the hotel's working day, which ends with the night audit */
  row = desk_message_new (NULL, N_("Business date {date}"));
  g_ptr_array_add (rows, desk_message_integer (row, "date", DESK_ARG_DATE, posting->business_date));
  if (posting->stay_date != DESK_DATE_NONE && posting->kind != DESK_POSTING_PAYMENT)
    {
      row = desk_message_new (NULL, N_("For the night of {date}"));
      g_ptr_array_add (rows, desk_message_integer (row, "date", DESK_ARG_DATE, posting->stay_date));
    }
}

static void
add_origin (const DeskProperty *property,
            const DeskPosting  *posting,
            GPtrArray          *rows)
{
  const DeskCode *code = desk_property_get_code (property, posting->code);
  DeskMessage *row;

  /* Translators: the code a line is posted under, and its words */
  row = desk_message_new (NULL, N_("Code {code}: {words}"));
  desk_message_text (row, "code", posting->code);
  g_ptr_array_add (rows, desk_message_words (row, "words", code != NULL ? &code->words : NULL,
                                             posting->code));

  /* Translators: the hotel's settings have numbered versions */
  row = desk_message_new (NULL, N_("Set-up version {version}"));
  g_ptr_array_add (rows, desk_message_integer (row, "version", DESK_ARG_INT, posting->config));

  if (posting->check != NULL)
    {
      /* Translators: {check} is the number of a restaurant's check or of the sheet of
       * housekeeping's minibar round */
      row = desk_message_new (NULL, N_("Number on the paper: {check}"));
      g_ptr_array_add (rows, desk_message_text (row, "check", posting->check));
    }
  if (posting->reason != NULL)
    {
      const DeskReason *reason = desk_property_get_reason (property, posting->reason);

      row = desk_message_new (NULL, N_("Reason: {reason}"));
      g_ptr_array_add (rows, desk_message_words (row, "reason",
                                                 reason != NULL ? &reason->words : NULL,
                                                 posting->reason));
    }
}

static void
add_links (const DeskFolioView *folio,
           const DeskPosting   *posting,
           GPtrArray           *rows)
{
  const DeskPosting *other;
  DeskMessage *row;
  guint i;

  if (posting->parent != 0)
    {
      /* Translators: a part of a package or a tax belongs to the line of its price */
      row = desk_message_new (NULL, N_("Belongs to line {line}"));
      g_ptr_array_add (rows, desk_message_integer (row, "line", DESK_ARG_INT, posting->parent));
    }
  if (posting->answers != 0)
    {
      /* Translators: this line corrects or takes back an earlier one */
      row = desk_message_new (NULL, N_("Answers line {line}"));
      g_ptr_array_add (rows, desk_message_integer (row, "line", DESK_ARG_INT, posting->answers));
    }
  for (i = 0; (other = desk_folio_view_get_answer (folio, posting->line, i)) != NULL; i++)
    {
      /* Translators: a later line corrects this one or takes it back */
      row = desk_message_new (NULL, N_("Answered by line {line}: {amount}"));
      desk_message_integer (row, "line", DESK_ARG_INT, other->line);
      g_ptr_array_add (rows, desk_explain_put_money (row, "amount", other->amount_minor));
    }
}

/* Each rule once: those of the taxes the line carries, and the line's own. */
static void
add_rules (const DeskProperty *property,
           const DeskPosting  *posting,
           GPtrArray          *rows)
{
  const DeskTax *own = posting->tax != NULL ? desk_property_get_tax (property, posting->tax) : NULL;
  guint i;

  if (own != NULL)
    desk_explain_rule (property, own, rows);
  for (i = 0; i < posting->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (posting, i);
      const DeskTax *tax =
        step->op == DESK_STEP_TAX ? desk_property_get_tax (property, step->rule) : NULL;

      if (tax != NULL && tax != own)
        desk_explain_rule (property, tax, rows);
    }
}

/**
 * desk_explain_record:
 * @source: what is explained
 * @posting: one of its lines
 * @rows: (element-type DeskMessage): the rows are added here
 *
 * Says everything that is kept about a line.
 */
void
desk_explain_record (const DeskExplainSource *source,
                     const DeskPosting       *posting,
                     GPtrArray               *rows)
{
  const DeskProperty *property = desk_explain_property (source, posting);

  add_place (posting, rows);
  add_who (posting, rows);
  add_dates (posting, rows);
  add_origin (property, posting, rows);
  add_links (source->folio, posting, rows);
  add_rules (property, posting, rows);
}
