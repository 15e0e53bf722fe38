/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

/**
 * desk_explain:
 * @house: the property
 * @stay: (nullable): what was agreed; needed for promise and balance
 * @folio: what is posted
 * @topic: what is asked
 * @line: line of the folio, with %DESK_EXPLAIN_LINE
 * @error: return location for a #GError
 *
 * Explains a line or the bill from the steps stored with its lines. The
 * explanation is in no language yet; it lives no longer than @house, @stay and @folio.
 *
 * Returns: (transfer full) (nullable): the explanation, or %NULL with
 *   %DESK_ERROR_NOT_FOUND where the folio has no such line, %DESK_ERROR_OVERFLOW
 *   where sums do not fit, or what reading the promise met
 */
DeskExplanation *
desk_explain (DeskHouse            *house,
              const DeskStayView   *stay,
              const DeskFolioView  *folio,
              DeskExplainTopic      topic,
              int                   line,
              GError              **error)
{
  DeskExplainSource source = { desk_house_lookup_property, house, desk_house_get_property (house),
                               stay, folio, NULL };
  g_autoptr (DeskPromiseRecord) promise = NULL;

  if (topic == DESK_EXPLAIN_PROMISED &&
      !desk_promise_table_find_newest (desk_house_get_db (house), folio->stay_id, &promise, error))
    return NULL;
  source.promise = promise;
  return desk_explain_from (&source, topic, line, error);
}

/**
 * desk_explanation_render:
 * @self: an explanation
 * @house: the property
 * @catalog: the texts of the reader's language
 * @depth: which of the three depths; each is by itself, not on top of the others
 *
 * Returns: (transfer full): the text: one line, or one for each row; empty where
 *   the depth has nothing to say
 */
char *
desk_explanation_render (DeskExplanation   *self,
                         DeskHouse         *house,
                         const DeskCatalog *catalog,
                         DeskExplainDepth   depth)
{
  return desk_explain_join (self, desk_house_get_property (house), catalog, depth);
}
