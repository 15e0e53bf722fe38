/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustments-csv.h"

#include <string.h>

#include "desk-amount.h"

/* RFC 4180: quoted where a sign of the format stands in it, quotes doubled. */
static void
add_field (GString    *out,
           const char *text)
{
  const char *at;

  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (at = text; *at != '\0'; at++)
    g_string_append_printf (out, "%s%c", *at == '"' ? "\"" : "", *at);
  g_string_append_c (out, '"');
}

static void
add_number (GString *out,
            gint64   number)
{
  g_autofree char *text = number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number)
                                      : g_strdup ("");

  add_field (out, text);
}

static void
add_amount (GString *out,
            gint64   minor,
            int      digits)
{
  g_autofree char *text = desk_amount_format (minor, digits);

  add_field (out, text);
}

static void
add_date (GString  *out,
          DeskDate  date)
{
  g_autofree char *text = date != DESK_DATE_NONE ? desk_date_to_string (date) : g_strdup ("");

  add_field (out, text);
}

/* By login, and by name for who reads it. */
static void
add_user (GString            *out,
          const char         *login,
          const DeskProperty *property)
{
  add_field (out, login);
  add_field (out, desk_property_say_user (property, login));
}

/* The names of the flags, each once, by semicolon. */
static void
add_flags (GString              *out,
           const DeskAdjustment *row)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *before = NULL;
  guint i;

  for (i = 0; i < row->flags->len; i++)
    {
      const DeskMessage *flag = g_ptr_array_index (row->flags, i);

      if (g_strcmp0 (before, flag->code) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ";" : "", flag->code);
      before = flag->code;
    }
  add_field (out, names->str);
}

static void
add_csv_row (GString              *out,
             const DeskAdjustment *adjustment,
             const DeskProperty   *property)
{
  const DeskAdjustmentRecord *row = adjustment->record;
  const DeskDispositionRecord *decision = adjustment->decision;
  int digits = property->digits;
  g_autoptr (GDateTime) made_at = g_date_time_new_from_unix_utc (row->made_at / G_USEC_PER_SEC);
  g_autofree char *time = made_at != NULL ? g_date_time_format (made_at, "%Y-%m-%dT%H:%M:%SZ")
                                          : g_strdup ("");

  add_date (out, row->business_date);
  add_field (out, time);
  add_user (out, row->by, property);
  add_field (out, row->role != DESK_ROLE_NONE ? desk_role_to_string (row->role) : NULL);
  add_user (out, row->allowed_by, property);
  add_number (out, row->policy);
  add_field (out, row->kind);
  add_field (out, row->reason);
  add_number (out, row->case_id);
  add_field (out, row->confirmation);
  add_field (out, row->guest_name);
  add_field (out, row->room);
  add_field (out, row->code);
  add_date (out, row->for_date);
  add_number (out, row->posting_id);
  add_number (out, row->line);
  add_number (out, row->original);
  add_amount (out, row->original_minor, digits);
  add_amount (out, row->amount_minor, digits);
  add_amount (out, row->right_minor, digits);
  add_amount (out, row->became_minor, digits);
  add_amount (out, row->value_minor, digits);
  add_number (out, row->entry_id);
  add_flags (out, adjustment);
  add_field (out, adjustment->drawn ? "yes" : NULL);
  add_field (out, adjustment->undone ? "yes" : NULL);
  add_field (out, adjustment->mark != NULL ? adjustment->mark->code : NULL);
  add_field (out, decision != NULL ? decision->verdict : NULL);
  add_user (out, decision != NULL ? decision->made_by : NULL, property);
  add_field (out, adjustment->open ? "yes" : NULL);
  g_string_append (out, "\r\n");
}

/**
 * desk_adjustments_to_csv:
 * @rows: (element-type DeskAdjustment): what was put right and given
 * @property: the house
 *
 * Returns: (transfer full): the rows with a row of names before them, as RFC 4180 says;
 *   codes and plain numbers, in no language
 */
char *
desk_adjustments_to_csv (const GPtrArray    *rows,
                         const DeskProperty *property)
{
  GString *text = g_string_new ("business_date,time,by,by_name,role,allowed_by,allowed_by_name,"
                                "policy,kind,reason,case,confirmation,guest,room,code,for_date,"
                                "posting,line,answers,original,amount,replaced_by,became,value,"
                                "entry,flags,drawn,undone,not_signed_by,decision,decided_by,"
                                "decided_by_name,to_decide\r\n");
  guint i;

  for (i = 0; i < rows->len; i++)
    add_csv_row (text, g_ptr_array_index (rows, i), property);
  return g_string_free (text, FALSE);
}
