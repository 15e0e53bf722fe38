/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-error.h"
#include "desk-complain.h"
#include "desk-explain-private.h"

/* The rows of a line are made when somebody asks for them: most want to know one thing.
 * @posting: (nullable): the line they are made from */
typedef struct
{
  DeskExplanation    parent;
  DeskExplainSource  source;
  const DeskPosting *posting;
} Explanation;

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
}

static Explanation *
explanation_new (const DeskExplainSource *source,
                 DeskExplainTopic         topic)
{
  Explanation *self = g_new0 (Explanation, 1);

  self->source = *source;
  if (topic != DESK_EXPLAIN_LINE)
    {
      self->parent.arithmetic = new_rows ();
      self->parent.record = new_rows ();
    }
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
  g_clear_pointer (&self->arithmetic, g_ptr_array_unref);
  g_clear_pointer (&self->record, g_ptr_array_unref);
  g_free (self);
}

static gboolean
explain_line (Explanation  *self,
              int           line,
              GError      **error)
{
  const DeskFolioView *folio = self->source.folio;

  self->posting = desk_folio_view_get_line (folio, line);
  if (self->posting == NULL)
    {
      return desk_complain (
        error, DESK_ERROR_NOT_FOUND,
        desk_message_integer (
          desk_message_new_plural (NULL, "there is no line {line}; the bill has {n} line",
                                   "there is no line {line}; the bill has {n} lines",
                                   folio->lines->len),
          "line", DESK_ARG_INT, line));
    }
  self->parent.sentence = desk_explain_line (&self->source, self->posting);
  return TRUE;
}

static gboolean
explain_topic (Explanation       *self,
               DeskExplainTopic   topic,
               int                line,
               GError           **error)
{
  const DeskExplainSource *source = &self->source;
  DeskExplanation *out = &self->parent;

  switch (topic)
    {
    case DESK_EXPLAIN_LINE:
      return explain_line (self, line, error);
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
 * Returns: (transfer full) (nullable): the explanation; that of a line lives no longer
 *   than what @source points to
 */
DeskExplanation *
desk_explain_from (const DeskExplainSource  *source,
                   DeskExplainTopic          topic,
                   int                       line,
                   GError                  **error)
{
  g_autoptr (DeskExplanation) out = NULL;
  Explanation *self;

  g_return_val_if_fail (source->folio != NULL, NULL);
  g_return_val_if_fail (source->stay != NULL || topic < DESK_EXPLAIN_PROMISED, NULL);

  self = explanation_new (source, topic);
  out = &self->parent;
  if (!explain_topic (self, topic, line, error))
    {
      g_prefix_error (error, "explaining the bill of %s: ", source->folio->confirmation);
      return NULL;
    }
  return g_steal_pointer (&out);
}

/**
 * desk_explanation_get_rows:
 * @self: an explanation
 * @depth: %DESK_EXPLAIN_ARITHMETIC or %DESK_EXPLAIN_RECORD
 *
 * Returns: (transfer none) (element-type DeskMessage): the rows of a depth
 */
const GPtrArray *
desk_explanation_get_rows (DeskExplanation  *self,
                           DeskExplainDepth  depth)
{
  const Explanation *own = (const Explanation *) self;
  GPtrArray **rows = depth == DESK_EXPLAIN_ARITHMETIC ? &self->arithmetic : &self->record;

  if (*rows == NULL)
    {
      *rows = new_rows ();
      if (depth == DESK_EXPLAIN_ARITHMETIC)
        desk_explain_line_steps (&own->source, own->posting, *rows);
      else
        desk_explain_record (&own->source, own->posting, *rows);
    }
  return *rows;
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
desk_explain_join (DeskExplanation    *self,
                   const DeskProperty *property,
                   const DeskCatalog  *catalog,
                   DeskExplainDepth    depth)
{
  GString *text;

  if (depth == DESK_EXPLAIN_SENTENCE)
    return desk_message_render (self->sentence, catalog, property);

  text = g_string_new (NULL);
  append_rows (text, desk_explanation_get_rows (self, depth), property, catalog);
  return g_string_free (text, FALSE);
}
