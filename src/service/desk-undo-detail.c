/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-undo-detail.h"

#include <string.h>

/* The words of desk_plan_describe(), read back: what an entry of the audit did. */

static char *
dup_unless_dash (const char *text,
                 gsize       length)
{
  if (length == 1 && *text == '-')
    return NULL;
  return g_strndup (text, length);
}

/* "night-room 7 2026-09-04: 412 -> 415" */
static void
parse_effect (DeskEffectKind  kind,
              const char     *rest,
              DeskPlan       *into)
{
  char *end = NULL;
  gint64 id = g_ascii_strtoll (rest, &end, 10);
  const char *colon = end != rest && *end == ' ' ? strstr (end + 1, ": ") : NULL;
  const char *arrow = colon != NULL ? strstr (colon + 2, " -> ") : NULL;
  g_autofree char *key = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (arrow == NULL)
    return;
  key = dup_unless_dash (end + 1, (gsize) (colon - end - 1));
  from = dup_unless_dash (colon + 2, (gsize) (arrow - colon - 2));
  to = dup_unless_dash (arrow + 4, strlen (arrow + 4));
  desk_plan_add_effect (into, kind, id, key, from, to);
}

/**
 * desk_detail_parse:
 * @detail: of an audit entry, as desk_plan_describe() wrote it
 * @into: its effects are added here
 * @lines: (element-type gint): the numbers of its lines are added here
 *
 * What is neither an effect nor a line is passed over.
 */
void
desk_detail_parse (const char *detail,
                   DeskPlan   *into,
                   GArray     *lines)
{
  g_auto (GStrv) rows = g_strsplit (detail, "\n", 0);
  guint i;

  for (i = 0; rows[i] != NULL; i++)
    {
      const char *space = strchr (rows[i], ' ');
      g_autofree char *word = space != NULL ? g_strndup (rows[i], (gsize) (space - rows[i])) : NULL;
      DeskEffectKind kind;

      if (word == NULL)
        continue;
      if (strcmp (word, "line") == 0)
        {
          gint line = (gint) g_ascii_strtoll (space + 1, NULL, 10);

          g_array_append_val (lines, line);
        }
      else if (desk_effect_kind_parse (word, &kind))
        {
          parse_effect (kind, space + 1, into);
        }
    }
}
