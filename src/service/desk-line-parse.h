/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-line-value.h"
#include "desk-line-word.h"
#include "desk-line.h"

G_BEGIN_DECLS

/* Inside the parser of the line: src/service/desk-line*.c. */

/**
 * DeskSlotKind:
 *
 * The places that words may take behind a verb.
 */
typedef enum
{
  DESK_SLOT_ROOM,
  DESK_SLOT_ARTICLE,
  DESK_SLOT_QUANTITY,
  DESK_SLOT_PRICE,
  DESK_SLOT_SUM,
  DESK_SLOT_TENDER,
  DESK_SLOT_WINDOW,
  DESK_SLOT_LINE,
  DESK_SLOT_TOPIC,
  DESK_SLOT_LANGUAGE,
  DESK_N_SLOTS,
} DeskSlotKind;

/* What a word in a slot says; which field counts is the slot's to know. */
typedef struct
{
  gint64          integer;
  const DeskCode *code;
  const char     *text;      /* borrowed from the property or static */
  gboolean        all;
} DeskSlotValue;

typedef struct _DeskVerbRow DeskVerbRow;

/**
 * DeskLineParse:
 * @line: what comes out
 * @window: window named with the subject, or 0
 * @at: index of the word that is looked at
 *
 * A line on its way from words to what is meant.
 */
typedef struct
{
  DeskHouse          *house;
  const DeskProperty *property;
  const DeskCatalog  *catalog;
  const DeskWordList *words;
  DeskLine           *line;
  const DeskVerbRow  *verb;
  char               *subject;      /* canonical: the confirmation number */
  int                 window;
  guint               at;
  gboolean            filled[DESK_N_SLOTS];
  DeskSlotValue       values[DESK_N_SLOTS];
} DeskLineParse;

/**
 * DeskVerbRow:
 * @word: the English verb, which always works
 * @arrives: a room means the party that arrives, not the one that is in it
 * @first: slots of which one must stand first; -1 ends the list
 * @further: slots in any order behind it; -1 ends the list
 * @build: makes the line from the filled slots
 *
 * One verb of the line. A new verb is a new row.
 */
struct _DeskVerbRow
{
  const char *word;
  gboolean    arrives;
  int         first[3];
  int         further[5];
  gboolean  (*build) (DeskLineParse  *self,
                      GError        **error);
};

/* desk-line-subject.c */
gboolean           desk_line_resolve_subject (DeskLineParse       *self,
                                              gint64               open_stay_id,
                                              guint                n_words,
                                              GError             **error);

gboolean           desk_line_is_slip         (DeskLineParse       *self);

/* desk-line-slot.c */
const char        *desk_slot_get_example     (DeskSlotKind         kind);
gboolean           desk_line_take_slots      (DeskLineParse       *self,
                                              GError             **error);

/* desk-line-verb.c */
const DeskVerbRow *desk_line_find_verb       (const DeskCatalog   *catalog,
                                              const DeskWord      *word);
const char        *desk_line_nearest_verb    (const DeskCatalog   *catalog,
                                              const DeskWord      *word);

/* desk-line-set.c */
gboolean           desk_line_is_word         (const DeskCatalog   *catalog,
                                              const DeskWord      *word,
                                              const char          *context,
                                              const char          *english);
gboolean           desk_line_match_code      (const DeskLineParse *self,
                                              DeskCodeKind         kind,
                                              guint               *n_words,
                                              const DeskCode     **out,
                                              GError             **error);
char              *desk_line_list_codes      (const DeskProperty  *property,
                                              DeskCodeKind         kind);

/* desk-line.c */
void               desk_line_mark            (DeskLineParse       *self,
                                              guint                index,
                                              guint                n_words,
                                              const char          *word_class);

G_END_DECLS
