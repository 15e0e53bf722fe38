/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-catalog.h"
#include "desk-explain.h"

G_BEGIN_DECLS

/**
 * DeskLineKind:
 * @DESK_LINE_FIND: no verb in it: words to search for
 * @DESK_LINE_ACTION: something to plan and do
 * @DESK_LINE_WHY: a question, answered at once
 *
 * What a typed line turned out to be.
 */
typedef enum
{
  DESK_LINE_FIND,
  DESK_LINE_ACTION,
  DESK_LINE_WHY,
} DeskLineKind;

/* One word of the line and what it was taken for. */
typedef struct
{
  int         start;      /* byte offsets in the line */
  int         end;
  const char *word_class; /* static: "room" "name" "verb" "article" … ; NULL: not understood */
} DeskLineToken;

typedef struct
{
  DeskLineKind      kind;
  GArray           *tokens;       /* DeskLineToken */
  char             *words;        /* find: what to search for */
  gint64            stay_id;
  DeskAction       *action;       /* action */
  DeskExplainTopic  topic;        /* why */
  int               line;         /* why */
  char             *lang;         /* why, (nullable) */
  char             *canonical;    /* English verbs and codes */
} DeskLine;

DeskLine *desk_line_parse (DeskHouse          *house,
                           const char         *text,
                           gint64              open_stay_id,
                           const DeskCatalog  *catalog,
                           GError            **error);
GArray   *desk_line_classify (DeskHouse         *house,
                              const char        *text,
                              gint64             open_stay_id,
                              const DeskCatalog *catalog);
gboolean  desk_line_parse_day (const char         *text,
                               DeskDate            today,
                               const DeskCatalog  *catalog,
                               DeskDate           *out,
                               GError            **error);
gboolean  desk_line_check_words (const DeskProperty *property,
                                 const DeskCatalog  *catalog,
                                 GError            **error);
gboolean  desk_line_check_set_up (const DeskProperty *property,
                                  const char         *file,
                                  GError            **error);
char     *desk_line_dup_echo (DeskHouse          *house,
                              const DeskLine     *line,
                              const char         *text,
                              const DeskCatalog  *catalog,
                              GError            **error);
void      desk_line_free  (DeskLine           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLine, desk_line_free)

G_END_DECLS
