/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-error.h"
#include "desk-complain.h"
#include "desk-explain-private.h"

static DeskExplanation *
explanation_new (void)
{
  DeskExplanation *self = g_new0 (DeskExplanation, 1);

  self->arithmetic = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
  self->record = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
  return self;
}

/**
 * desk_explanation_free:
 * @self: (transfer full) (nullable): an explanation
 */
void
desk_explanation_free (DeskExplanation *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->sentence, desk_message_free);
  g_ptr_array_unref (self->arithmetic);
  g_ptr_array_unref (self->record);
  g_free (self);
}

static gboolean
explain_topic (const DeskExplainSource  *source,
               DeskExplainTopic          topic,
               int                       line,
               DeskExplanation          *out,
               GError                  **error)
{
  const DeskPosting *posting;

  switch (topic)
    {
    case DESK_EXPLAIN_LINE:
      posting = desk_folio_view_get_line (source->folio, line);
      if (posting == NULL)
        {
          return desk_complain (
            error, DESK_ERROR_NOT_FOUND,
            desk_message_integer (
              desk_message_new_plural (NULL, N_("there is no line {line}; the bill has {n} line"),
                                       N_("there is no line {line}; the bill has {n} lines"),
                                       source->folio->lines->len),
              "line", DESK_ARG_INT, line));
        }
      desk_explain_line (source, posting, out);
      return TRUE;
    case DESK_EXPLAIN_TOTAL:
      return desk_explain_total (source, out, error);
    case DESK_EXPLAIN_VAT:
      return desk_explain_vat (source, out, error);
    case DESK_EXPLAIN_LEVY:
      return desk_explain_levy (source, out, error);
    case DESK_EXPLAIN_PROMISED:
      return desk_explain_promised (source, out, error);
    case DESK_EXPLAIN_BALANCE:
      return desk_explain_balance (source, out, error);
    case DESK_EXPLAIN_HOLD:
      return desk_explain_hold (source, out, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * desk_explain_from:
 * @source: the snapshots to explain
 * @topic: what is asked
 * @line: line of the folio, with %DESK_EXPLAIN_LINE
 * @error: return location for a #GError
 *
 * What desk_explain() does, without a house.
 *
 * Returns: (transfer full) (nullable): the explanation
 */
DeskExplanation *
desk_explain_from (const DeskExplainSource  *source,
                   DeskExplainTopic          topic,
                   int                       line,
                   GError                  **error)
{
  g_autoptr (DeskExplanation) out = explanation_new ();

  g_return_val_if_fail (source->folio != NULL, NULL);
  g_return_val_if_fail (source->stay != NULL || topic < DESK_EXPLAIN_PROMISED, NULL);

  if (!explain_topic (source, topic, line, out, error))
    {
      g_prefix_error (error, "explaining the bill of %s: ", source->folio->confirmation);
      return NULL;
    }
  return g_steal_pointer (&out);
}

static void
append_rows (GString            *text,
             const GPtrArray    *rows,
             const DeskProperty *property,
             const DeskCatalog  *catalog)
{
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      desk_message_append (g_ptr_array_index (rows, i), catalog, property, text);
    }
}

/**
 * desk_explain_join:
 * @self: an explanation
 * @property: whose currency and time zone are meant
 * @catalog: the texts of the reader's language
 * @depth: which depth
 *
 * Returns: (transfer full): the rows of one depth, one below the other
 */
char *
desk_explain_join (const DeskExplanation *self,
                   const DeskProperty    *property,
                   const DeskCatalog     *catalog,
                   DeskExplainDepth       depth)
{
  GString *text;

  if (depth == DESK_EXPLAIN_SENTENCE)
    return desk_message_render (self->sentence, catalog, property);

  text = g_string_new (NULL);
  append_rows (text, depth == DESK_EXPLAIN_ARITHMETIC ? self->arithmetic : self->record,
               property, catalog);
  return g_string_free (text, FALSE);
}
