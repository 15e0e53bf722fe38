/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-views.h"

#include "desk-views-private.h"

static const char *const state_names[] = {
  [DESK_STAY_BOOKED] = "booked",
  [DESK_STAY_IN_HOUSE] = "in-house",
  [DESK_STAY_DEPARTED] = "departed",
  [DESK_STAY_CANCELLED] = "cancelled",
  [DESK_STAY_NO_SHOW] = "no-show",
  [DESK_STAY_WALKED] = "walked",
};

/**
 * desk_stay_state_to_string:
 *
 * Returns: (transfer none): the word the database and `--json` use
 */
const char *
desk_stay_state_to_string (DeskStayState state)
{
  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

/**
 * desk_stay_state_parse:
 * @text: a word of desk_stay_state_to_string()
 * @out: (out): what it means
 *
 * Returns: %FALSE where it is no such word
 */
gboolean
desk_stay_state_parse (const char    *text,
                       DeskStayState *out)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (state_names); i++)
    {
      if (g_strcmp0 (text, state_names[i]) == 0)
        {
          *out = (DeskStayState) i;
          return TRUE;
        }
    }
  return FALSE;
}

void
desk_stay_row_free (DeskStayRow *self)
{
  if (self == NULL)
    return;

  g_free (self->confirmation);
  g_free (self->guest_name);
  g_free (self->lang);
  g_free (self->room);
  g_free (self->room_type);
  g_free (self->room_clean);
  g_free (self);
}

/* No room and no type yet is nothing, not an empty word. */
static char *
dup_nonempty (const char *text)
{
  return text != NULL && text[0] != '\0' ? g_strdup (text) : NULL;
}

/**
 * desk_stay_row_new_for_summary:
 *
 * Returns: (transfer full): the same, free of the database
 */
DeskStayRow *
desk_stay_row_new_for_summary (const DeskStaySummary *summary)
{
  DeskStayRow *self = g_new0 (DeskStayRow, 1);

  self->stay_id = summary->stay_id;
  self->guest_id = summary->guest_id;
  self->confirmation = g_strdup (summary->confirmation);
  self->guest_name = g_strdup (summary->guest_name);
  self->lang = g_strdup (summary->guest_lang);
  self->room = dup_nonempty (summary->room);
  self->room_type = dup_nonempty (summary->room_type);
  self->room_clean = dup_nonempty (summary->room_clean);
  self->room_occupied = summary->room_occupied;
  self->arrival = summary->arrival;
  self->departure = summary->departure;
  self->adults = summary->adults;
  self->children = summary->children;
  self->balance_minor = summary->balance_minor;
  self->version = summary->version;
  /* The database admits no other word. */
  desk_stay_state_parse (summary->state, &self->state);
  return self;
}

GPtrArray *
desk_stay_rows_for_summaries (const GPtrArray *summaries)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_stay_row_free);
  guint i;

  for (i = 0; i < summaries->len; i++)
    g_ptr_array_add (rows, desk_stay_row_new_for_summary (g_ptr_array_index (summaries, i)));
  return rows;
}
