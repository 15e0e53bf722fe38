/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-adjust-private.h"
#include "desk-amount.h"
#include "desk-error.h"

/*
 * One gesture over several lines: each group of lines with the same tax rules in the
 * same window bears its share in proportion to what is left of it, so that the tax
 * falls as if the price had been lower from the start.
 */

/**
 * Group:
 * @key: window and tax rules
 * @largest: the line most is left of; the group's own line is made like it
 * @lines: (element-type gint): those of the selection something is left of
 * @left: of the selection
 * @all_left: of every charge of the group, less what was spread over it before
 * @on_top: some of its taxes stand on lines of their own
 */
typedef struct
{
  char              *key;
  const DeskPosting *largest;
  gint64             largest_left;
  GArray            *lines;
  gint64             left;
  gint64             all_left;
  gboolean           on_top;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->key);
  g_array_unref (group->lines);
  g_free (group);
}

/**
 * desk_amount_spread:
 * @amount_minor: 0 or more, at most the sum of the parts
 * @parts_minor: (array length=n): each 0 or more
 * @shares_minor: (out caller-allocates) (array length=n): their shares of the amount
 * @n: how many parts
 *
 * Largest remainder: each share is rounded down, and the cents that are left go to
 * the largest remainders; where two are equal, to the larger part.
 */
void
desk_amount_spread (gint64        amount_minor,
                    const gint64 *parts_minor,
                    gint64       *shares_minor,
                    guint         n)
{
  g_autofree DeskInt128 *rests = g_new0 (DeskInt128, n);
  gint64 left = amount_minor;
  DeskInt128 total = 0;
  guint i;

  for (i = 0; i < n; i++)
    total += parts_minor[i];
  for (i = 0; i < n && total > 0; i++)
    {
      DeskInt128 exact = (DeskInt128) amount_minor * parts_minor[i];

      shares_minor[i] = (gint64) (exact / total);
      rests[i] = exact % total;
      left -= shares_minor[i];
    }
  for (; left > 0 && total > 0; left--)
    {
      guint best = 0;

      for (i = 1; i < n; i++)
        {
          if (rests[i] > rests[best] ||
              (rests[i] == rests[best] && parts_minor[i] > parts_minor[best]))
            best = i;
        }
      shares_minor[best]++;
      rests[best] = -1;
    }
}

static gboolean
is_goodwill (const GPtrArray *lines,
             int              number)
{
  const DeskPosting *line = desk_lines_get (lines, number);

  return line != NULL && line->kind == DESK_POSTING_GOODWILL;
}

/**
 * desk_lines_is_gesture:
 * @lines: (element-type DeskPosting): a folio
 * @line: one of its lines
 *
 * Returns: whether the line is goodwill, or takes goodwill back: neither says
 *   anything about what was right to charge
 */
gboolean
desk_lines_is_gesture (const GPtrArray   *lines,
                       const DeskPosting *line)
{
  const char *source;

  if (line->kind == DESK_POSTING_GOODWILL)
    return TRUE;
  if (line->answers == 0)
    return FALSE;
  source = line->steps->len > 0 ? desk_posting_get_step (line, 0)->rule : NULL;
  return is_goodwill (lines, line->answers) ||
         (source != NULL && g_str_has_prefix (source, "line:") &&
          is_goodwill (lines, (int) g_ascii_strtoll (source + strlen ("line:"), NULL, 10)));
}

static gboolean
can_be_given_on (const DeskPosting *line)
{
  return line->kind == DESK_POSTING_CHARGE && line->tax_class != NULL;
}

static char *
key_of (const DeskPosting *line,
        gboolean          *on_top)
{
  GString *key = g_string_new (NULL);
  guint i;

  *on_top = FALSE;
  g_string_printf (key, "%d", line->window);
  for (i = 0; i < line->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (line, i);

      if (step->op != DESK_STEP_TAX)
        continue;
      g_string_append_printf (key, " %s", step->rule);
      *on_top = *on_top || g_strcmp0 (step->mode, "exclusive") == 0;
    }
  return g_string_free (key, FALSE);
}

static Group *
ensure_group (GPtrArray         *groups,
              const DeskPosting *line)
{
  gboolean on_top;
  g_autofree char *key = key_of (line, &on_top);
  Group *group;
  guint i;

  for (i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (strcmp (group->key, key) == 0)
        return group;
    }
  group = g_new0 (Group, 1);
  group->key = g_steal_pointer (&key);
  group->lines = g_array_new (FALSE, FALSE, sizeof (gint));
  group->on_top = on_top;
  g_ptr_array_add (groups, group);
  return group;
}

static gboolean
is_selected (const GArray *lines,
             int           line)
{
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      if (g_array_index (lines, gint, i) == line)
        return TRUE;
    }
  return FALSE;
}

static gboolean
count_line (const DeskAdjuster  *self,
            GPtrArray           *groups,
            const DeskPosting   *line,
            gboolean             selected,
            GError             **error)
{
  Group *group = ensure_group (groups, line);
  DeskLeft left;

  if (!desk_adjuster_get_left (self, line->line, &left, error) ||
      !desk_amount_add (group->all_left, left.amount_minor, &group->all_left, error))
    return FALSE;
  if (!selected || left.amount_minor <= 0)
    return TRUE;
  if (left.amount_minor > group->largest_left)
    {
      group->largest = line;
      group->largest_left = left.amount_minor;
    }
  g_array_append_val (group->lines, line->line);
  return desk_amount_add (group->left, left.amount_minor, &group->left, error);
}

/* The groups of the whole folio, with what is left of the selection in each. */
static GPtrArray *
group_lines (const DeskAdjuster  *self,
             const GArray        *lines,
             GError             **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  guint i;

  for (i = 0; i < desk_adjuster_n_lines (self); i++)
    {
      const DeskPosting *line = desk_adjuster_line_at (self, i);
      DeskLeft left;

      if (line->kind == DESK_POSTING_GOODWILL && line->answers == 0)
        {
          if (!desk_adjuster_get_left (self, line->line, &left, error))
            return NULL;
          ensure_group (groups, line)->all_left += left.amount_minor;
        }
      else if (can_be_given_on (line) &&
               !count_line (self, groups, line, is_selected (lines, line->line), error))
        return NULL;
    }
  for (i = 0; i < groups->len; i++)
    {
      Group *group = g_ptr_array_index (groups, i);

      group->left = MAX (MIN (group->left, group->all_left), 0);
    }
  return g_steal_pointer (&groups);
}

static gboolean
sum_groups (const GPtrArray  *groups,
            gint64           *out_minor,
            GError          **error)
{
  gint64 sum = 0;
  guint i;

  for (i = 0; i < groups->len; i++)
    {
      if (!desk_amount_add (sum, ((const Group *) g_ptr_array_index (groups, i))->left, &sum,
                            error))
        return FALSE;
    }
  *out_minor = sum;
  return TRUE;
}

/**
 * desk_adjuster_sum_left:
 * @self: an adjuster
 * @lines: (element-type gint): numbers of lines; those that are no charge with a tax
 *   class count for nothing
 * @out_minor: (out): what is left of them after all that answered them, and at most
 *   what is left of their window after gestures on all of it
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW
 */
gboolean
desk_adjuster_sum_left (const DeskAdjuster  *self,
                        const GArray        *lines,
                        gint64              *out_minor,
                        GError             **error)
{
  g_autoptr (GPtrArray) groups = group_lines (self, lines, error);

  return groups != NULL && sum_groups (groups, out_minor, error);
}

/* Taxes on top follow the line that is answered, so each line is answered alone. */
static gboolean
give_on_each (DeskAdjuster      *self,
              const DeskSpread  *spread,
              const Group       *group,
              gint64             amount_minor,
              GError           **error)
{
  g_autofree gint64 *parts = g_new0 (gint64, group->lines->len);
  g_autofree gint64 *shares = g_new0 (gint64, group->lines->len);
  guint i;

  for (i = 0; i < group->lines->len; i++)
    {
      DeskLeft left;

      if (!desk_adjuster_get_left (self, g_array_index (group->lines, gint, i), &left, error))
        return FALSE;
      parts[i] = left.amount_minor;
    }
  desk_amount_spread (amount_minor, parts, shares, group->lines->len);
  for (i = 0; i < group->lines->len; i++)
    {
      DeskAnswer answer = { spread->kind, g_array_index (group->lines, gint, i), 1, -shares[i],
                            spread->reason, spread->source };

      if (shares[i] > 0 && !desk_adjuster_answer (self, &answer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
give_on_groups (DeskAdjuster      *self,
                const DeskSpread  *spread,
                const GPtrArray   *groups,
                GError           **error)
{
  g_autofree gint64 *parts = g_new0 (gint64, groups->len);
  g_autofree gint64 *shares = g_new0 (gint64, groups->len);
  guint i;

  for (i = 0; i < groups->len; i++)
    parts[i] = ((const Group *) g_ptr_array_index (groups, i))->left;
  desk_amount_spread (spread->amount_minor, parts, shares, groups->len);
  for (i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);
      DeskAnswer answer = { spread->kind, 0, 1, -shares[i], spread->reason, spread->source };

      if (shares[i] == 0)
        continue;
      if (group->on_top ? !give_on_each (self, spread, group, shares[i], error)
                        : !desk_adjuster_make_like (self, &answer, group->largest, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_adjuster_spread:
 * @self: an adjuster
 * @spread: on what, and how much in all
 * @error: return location for a #GError
 *
 * Gives one amount on several lines. On a single line it is an answer to that line.
 * On several it is spread over the groups of equal tax rules in each window, in
 * proportion to what is left of them; a group's line answers none of its charges and
 * has the code of the largest. Where taxes stand on top, each line is answered.
 *
 * Returns: %FALSE with %DESK_ERROR_REFUSED where less is left, or %DESK_ERROR_OVERFLOW
 */
gboolean
desk_adjuster_spread (DeskAdjuster      *self,
                      const DeskSpread  *spread,
                      GError           **error)
{
  g_autoptr (GPtrArray) groups = group_lines (self, spread->lines, error);
  gint64 left;

  if (groups == NULL || !sum_groups (groups, &left, error))
    return FALSE;
  if (spread->amount_minor <= 0 || spread->amount_minor > left)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_REFUSED,
                           "no more can be given on lines than is left of them");
      return FALSE;
    }
  if (spread->lines->len == 1)
    {
      DeskAnswer answer = { spread->kind, g_array_index (spread->lines, gint, 0), 1,
                            -spread->amount_minor, spread->reason, spread->source,
                            spread->percent, spread->base_minor };

      return desk_adjuster_answer (self, &answer, error);
    }
  return give_on_groups (self, spread, groups, error);
}
