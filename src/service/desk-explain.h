/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-catalog.h"
#include "desk-message.h"
#include "desk-views.h"

G_BEGIN_DECLS

/**
 * DeskExplainDepth:
 * @DESK_EXPLAIN_SENTENCE: one sentence to say aloud; never a room number
 * @DESK_EXPLAIN_ARITHMETIC: how the amount comes about, step by step
 * @DESK_EXPLAIN_RECORD: the full record, for associate and auditor, never the guest
 */
typedef enum
{
  DESK_EXPLAIN_SENTENCE,
  DESK_EXPLAIN_ARITHMETIC,
  DESK_EXPLAIN_RECORD,
} DeskExplainDepth;

/**
 * DeskExplainTopic:
 *
 * What about the bill is asked: one line, or the whole in one respect.
 */
typedef enum
{
  DESK_EXPLAIN_LINE,
  DESK_EXPLAIN_TOTAL,
  DESK_EXPLAIN_VAT,
  DESK_EXPLAIN_LEVY,
  DESK_EXPLAIN_PROMISED,
  DESK_EXPLAIN_BALANCE,
  DESK_EXPLAIN_HOLD,
} DeskExplainTopic;

/**
 * DeskExplanation:
 * @sentence: to say aloud
 *
 * Made from the stored steps alone, in no language yet.
 */
typedef struct
{
  DeskMessage *sentence;

  /* Private: rows of messages; desk_explanation_get_rows () */
  GPtrArray   *arithmetic;      /* line by line */
  GPtrArray   *record;          /* who, when, rule and version, number in the ledger */
} DeskExplanation;

DeskExplanation *desk_explain          (DeskHouse              *house,
                                        const DeskStayView     *stay,
                                        const DeskFolioView    *folio,
                                        DeskExplainTopic        topic,
                                        int                     line,
                                        GError                **error);
void             desk_explanation_free (DeskExplanation        *self);
const GPtrArray *desk_explanation_get_rows (DeskExplanation     *self,
                                        DeskExplainDepth        depth);
char            *desk_explanation_render (DeskExplanation      *self,
                                        DeskHouse              *house,
                                        const DeskCatalog      *catalog,
                                        DeskExplainDepth        depth);
void             desk_message_append   (const DeskMessage      *self,
                                        const DeskCatalog      *catalog,
                                        const DeskProperty     *property,
                                        GString                *out);
char            *desk_message_render   (const DeskMessage      *self,
                                        const DeskCatalog      *catalog,
                                        const DeskProperty     *property);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExplanation, desk_explanation_free)

G_END_DECLS
