/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-decide.h"

#include <string.h>

#include "desk-intl.h"
#include "desk-window.h"

/*
 * To accept needs one key. What needs words, or changes a bill, is begun in the line, where
 * the words are typed and the plan is looked at like any other.
 */

#define ACCEPT "accept"

static const struct
{
  guint       keyval;
  DeskRight   right;
  const char *verdict;
} keys[] = {
  { GDK_KEY_a, DESK_RIGHT_AUDIT, ACCEPT },
  { GDK_KEY_q, DESK_RIGHT_AUDIT, "ask" },
  { GDK_KEY_n, DESK_RIGHT_AUDIT, "keep" },
  { GDK_KEY_r, DESK_RIGHT_AUDIT, "reverse" },
  { GDK_KEY_w, DESK_RIGHT_FULL_RECORD, "answer" },
};

/**
 * desk_audit_decide_get_verdict:
 * @session: who is signed in
 * @keyval: a key of the list
 *
 * Returns: (transfer none) (nullable): what the key says of a row, if the person may say it
 */
const char *
desk_audit_decide_get_verdict (DeskSession *session,
                               guint        keyval)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == gdk_keyval_to_lower (keyval) &&
        desk_session_may (session, keys[i].right))
      return keys[i].verdict;

  return NULL;
}

/**
 * desk_audit_decide:
 * @from: a widget of the window
 * @item: a row
 * @verdict: accept, ask, keep, reverse or answer
 *
 * Returns: whether it is done with the row; not where the line waits for words
 */
gboolean
desk_audit_decide (GtkWidget     *from,
                   DeskAuditItem *item,
                   const char    *verdict)
{
  gint64 entry_id = desk_audit_item_get_record (item)->entry_id;
  g_autoptr (DeskAction) action = NULL;
  g_autofree char *text = NULL;

  if (entry_id == 0)
    {
      desk_window_tell (from, _("Nobody did this at the desk: it goes when housekeeping has seen "
                                "the room again, or somebody is checked in."));
      return FALSE;
    }
  if (!g_str_equal (verdict, ACCEPT))
    {
      text = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s: ", C_("verb", "audit"), entry_id,
                              desk_catalog_pgettext (desk_app_get_catalog (), "verdict", verdict));
      desk_window_fill_line (from, text);
      return FALSE;
    }

  action = desk_action_new (DESK_VERB_DECIDE, 0);
  action->decision = DESK_DECISION_ACCEPT;
  action->entry_id = entry_id;
  desk_window_do_at_once (from, action);

  return TRUE;
}

/* As it is typed: the first word that the language has for it. */
static void
add_word (GString    *text,
          const char *english)
{
  const char *words = desk_catalog_pgettext (desk_app_get_catalog (), "line", english);

  g_string_append_printf (text, " %.*s", (int) strcspn (words, " "), words);
}

/* With its year, so that it is this day whichever is the nearest. */
static void
add_day (GString    *text,
         const char *english,
         DeskDate    date)
{
  int day;
  int month;
  int year;

  desk_date_to_dmy (date, &day, &month, &year);
  add_word (text, english);
  g_string_append_printf (text, " %d.%d.%d", day, month, year);
}

/**
 * desk_audit_decide_alike:
 * @from: a widget of the window
 * @item: a row that may be accepted together with others
 * @filter: of which days
 * @today: the business date
 *
 * Begins in the line what accepts everything unflagged for the row's reason: how many there
 * are and what they come to is looked at before it is done.
 */
void
desk_audit_decide_alike (GtkWidget                  *from,
                         DeskAuditItem              *item,
                         const DeskAdjustmentFilter *filter,
                         DeskDate                    today)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %s %s", C_("verb", "audit"),
                          desk_catalog_pgettext (catalog, "verdict", "unflagged"),
                          desk_audit_item_get_record (item)->reason,
                          desk_catalog_pgettext (catalog, "verdict", ACCEPT));
  if (filter->from != filter->to)
    add_day (text, "from", filter->from);
  if (filter->from != filter->to || filter->to != today)
    add_day (text, "till", filter->to);
  desk_window_fill_line (from, text->str);
}

/**
 * desk_audit_decide_is_own:
 * @session: who is signed in
 * @item: a row
 *
 * Returns: whether they did it or allowed it
 */
gboolean
desk_audit_decide_is_own (DeskSession   *session,
                          DeskAuditItem *item)
{
  const DeskAdjustmentRecord *record = desk_audit_item_get_record (item);
  const DeskUser *user = desk_session_get_user (session);

  return user != NULL && (g_strcmp0 (user->login, record->by) == 0 ||
                          g_strcmp0 (user->login, record->allowed_by) == 0);
}

/**
 * desk_audit_decide_may:
 * @session: who is signed in
 * @item: a row
 *
 * Returns: whether they decide about it: nobody does about their own, nor about what nobody did
 */
gboolean
desk_audit_decide_may (DeskSession   *session,
                       DeskAuditItem *item)
{
  return desk_session_may (session, DESK_RIGHT_AUDIT) &&
         desk_audit_item_get_record (item)->entry_id != 0 &&
         !desk_audit_decide_is_own (session, item);
}
