/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fix-private.h"

#include <string.h>

/* Which line another one repeats: what shows that something was charged twice, when it is put
 * right (desk-fix-evidence.c) and when the bill is opened (desk-radar.c). */

/* A night is not another one's double, and what was posted by the night has its own. */
static gboolean
is_same_thing (const DeskPosting *one,
               const DeskPosting *other)
{
  gboolean night = one->kind == DESK_POSTING_TAX || desk_fix_is_night_line (one);

  return one->kind == other->kind && one->answers == 0 && other->answers == 0 &&
         strcmp (one->code, other->code) == 0 && g_strcmp0 (one->tax, other->tax) == 0 &&
         one->quantity == other->quantity && one->unit_minor == other->unit_minor &&
         (!night || one->stay_date == other->stay_date);
}

/* The one with its check is the true one; of two that are alike, the earlier. */
static gboolean
is_truer (const DeskPosting *other,
          const DeskPosting *line)
{
  if (line->check == NULL && other->check != NULL)
    return TRUE;
  return other->line < line->line && g_strcmp0 (line->check, other->check) == 0 &&
         (line->check != NULL || line->business_date == other->business_date);
}

/* Of several that it may repeat: one with a check, then the one nearest in time. */
static gboolean
is_nearer (const DeskPosting *other,
           const DeskPosting *twin,
           const DeskPosting *line)
{
  if (twin == NULL || (twin->check == NULL) != (other->check == NULL))
    return twin == NULL || twin->check == NULL;
  return ABS (line->posted_at - other->posted_at) < ABS (line->posted_at - twin->posted_at);
}

static gboolean
is_named (const GArray *named,
          int           number)
{
  guint i;

  for (i = 0; i < named->len; i++)
    {
      if (g_array_index (named, gint, i) == number)
        return TRUE;
    }
  return FALSE;
}

/**
 * desk_twin_find:
 * @lines: (element-type DeskPosting): among these, in line order
 * @adjuster: knows what is left of them
 * @named: (element-type gint): numbers of the lines that are to be taken back
 * @line: a line that may have been charged twice
 *
 * One line shows one double: where as many were taken back already as there are lines
 * that still stand, nothing shows the next.
 *
 * Returns: (transfer none) (nullable): the line that it repeats
 */
const DeskPosting *
desk_twin_find (const GPtrArray    *lines,
                const DeskAdjuster *adjuster,
                const GArray       *named,
                const DeskPosting  *line)
{
  const DeskPosting *twin = NULL;
  int n_standing = 0;
  int n_shown = 0;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *other = g_ptr_array_index (lines, i);
      gboolean taken;
      DeskLeft left;

      if (other == line || !is_same_thing (line, other) ||
          !desk_adjuster_get_left (adjuster, other->line, &left, NULL))
        continue;
      taken = is_named (named, other->line);
      if (left.amount_minor == 0 || (taken && other->line < line->line))
        n_shown++;
      else if (left.amount_minor == other->amount_minor && is_truer (other, line) && !taken)
        {
          if (is_nearer (other, twin, line))
            twin = other;
          n_standing++;
        }
    }
  return n_standing > n_shown ? twin : NULL;
}
