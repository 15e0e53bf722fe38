/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-line-value.h"
#include "desk-line-word.h"
#include "desk-line.h"

G_BEGIN_DECLS

/* Inside the parser of the line: src/service/desk-line*.c. */

/* Whose words are those that are said of rooms; the other words of the grammar are "line". */
#define DESK_CONTEXT_STATUS "status"

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
  DESK_SLOT_CHECK,
  DESK_SLOT_SUM,
  DESK_SLOT_TENDER,
  DESK_SLOT_WINDOW,
  DESK_SLOT_LINE,
  DESK_SLOT_TOPIC,
  DESK_SLOT_LANGUAGE,
  DESK_SLOT_LINES,
  DESK_SLOT_AMOUNT,
  DESK_SLOT_PERCENT,
  DESK_SLOT_NONE,
  DESK_SLOT_REASON,
  DESK_SLOT_BASE,
  DESK_SLOT_LIST,
  DESK_SLOT_FROM,
  DESK_SLOT_TILL,
  DESK_SLOT_TYPE,
  DESK_SLOT_FEATURES,
  DESK_SLOT_TERMS,
  DESK_SLOT_SWAP,
  DESK_SLOT_EARLY,
  DESK_SLOT_SEEN,
  DESK_SLOT_HOLD,
  DESK_SLOT_CARD,
  DESK_SLOT_LEFT,
  DESK_N_SLOTS,
} DeskSlotKind;

/* What a word in a slot says; which fields count is the slot's to know. */
typedef struct
{
  gint64          integer;
  int             choice;    /* of an enumeration */
  DeskDate        date;
  gboolean        now;
  const DeskCode *code;
  const char     *text;      /* borrowed from the property or the line, or static */
  gboolean        all;
} DeskSlotValue;

typedef struct _DeskVerbRow DeskVerbRow;

/**
 * DeskLineParse:
 * @line: what comes out
 * @window: window named with the subject, or 0
 * @at: index of the word that is looked at
 * @today: without @house: the day that others are reckoned from, or %DESK_DATE_NONE
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
  GStrv               rooms;        /* (nullable): of a line about rooms */
  guint               at;
  DeskDate            today;
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
 * @reasons: (nullable): what its reasons are good for: `goodwill`
 *
 * One verb of the line. A new verb is a new row.
 */
struct _DeskVerbRow
{
  const char *word;
  gboolean    arrives;
  int         first[3];
  int         further[10];
  gboolean  (*build) (DeskLineParse  *self,
                      GError        **error);
  const char *reasons;
};

/**
 * DeskSlot:
 * @word_class: what the window labels the word with
 * @example: what could stand there
 * @read: whether the word at hand belongs there
 * @keywords: (nullable) (array zero-terminated=1): words of the grammar that do
 *
 * One slot.
 */
typedef struct
{
  const char         *word_class;
  const char         *example;
  DeskValueMatch    (*read) (const DeskLineParse  *self,
                             guint                *n_words,
                             DeskSlotValue        *value,
                             GError              **error);
  const char *const  *keywords;
} DeskSlot;

/* desk-line-subject.c */
gboolean           desk_line_resolve_subject (DeskLineParse       *self,
                                              gint64               open_stay_id,
                                              guint                n_words,
                                              GError             **error);

gboolean           desk_line_is_slip         (DeskLineParse       *self);

/* desk-line-rooms.c */
extern const char *const desk_line_seen_words[];

gboolean           desk_line_take_rooms      (DeskLineParse       *self,
                                              gboolean            *taken,
                                              GError             **error);
DeskValueMatch     desk_line_read_seen       (const DeskLineParse *self,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);
gboolean           desk_line_build_rooms     (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_is_undo         (const DeskLineParse *self);
const DeskVerbRow *desk_line_get_statuses    (guint               *n_statuses);

/* desk-line-audit.c */
gboolean           desk_line_take_audit      (DeskLineParse       *self,
                                              gboolean            *taken,
                                              GError             **error);

/* desk-line-slot.c */
gboolean           desk_line_take_slots      (DeskLineParse       *self,
                                              GError             **error);
void               desk_line_complain_twice  (const DeskLineParse *self,
                                              const char          *one,
                                              const char          *other,
                                              GError             **error);

/* desk-line-read.c */
const DeskSlot    *desk_slot_get             (DeskSlotKind         kind);
const char        *desk_slot_find_keyword    (const DeskSlot      *self,
                                              const DeskCatalog   *catalog,
                                              const DeskWord      *word);

/* desk-line-read-more.c: what putting right, giving and moving are told with */
DeskValueMatch     desk_line_read_reason     (const DeskLineParse *self,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);
DeskValueMatch     desk_line_read_base       (const DeskLineParse *self,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);
DeskValueMatch     desk_line_read_type       (const DeskLineParse *self,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);
DeskValueMatch     desk_line_read_features   (const DeskLineParse *self,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);
DeskValueMatch     desk_line_read_terms      (const DeskLineParse *self,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);
DeskValueMatch     desk_line_read_from       (const DeskLineParse *self,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);
DeskValueMatch     desk_line_read_till       (const DeskLineParse *self,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);
DeskValueMatch     desk_line_read_until      (const DeskLineParse *self,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);

GStrv              desk_line_dup_features    (const DeskProperty  *property,
                                              const char          *text);
char              *desk_line_dup_classes     (const DeskProperty  *property,
                                              const char          *text);

/* desk-line-day.c */
DeskValueMatch     desk_line_read_day        (const DeskLineParse *self,
                                              guint                index,
                                              gboolean             to_come,
                                              guint               *n_words,
                                              DeskSlotValue       *value,
                                              GError             **error);

/* desk-line-build.c */
gboolean           desk_line_build_in        (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_build_post      (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_build_pay       (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_build_why       (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_build_out       (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_build_undo      (DeskLineParse       *self,
                                              GError             **error);
DeskAction        *desk_line_begin_action    (DeskLineParse       *self,
                                              DeskVerb             verb);
gboolean           desk_line_find_window     (const DeskLineParse *self,
                                              int                 *out,
                                              GError             **error);

/* desk-line-build-more.c */
gboolean           desk_line_build_fix       (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_build_off       (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_build_rate      (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_build_move      (DeskLineParse       *self,
                                              GError             **error);
gboolean           desk_line_build_swap      (DeskLineParse       *self,
                                              GError             **error);

/* desk-line-verb.c */
const DeskVerbRow *desk_line_get_verbs       (guint               *n_verbs);
const DeskVerbRow *desk_line_find_verb       (const DeskCatalog   *catalog,
                                              const DeskWord      *word);
const char        *desk_line_nearest_verb    (const DeskCatalog   *catalog,
                                              const DeskWord      *word);
char              *desk_line_list_verbs      (void);

/* desk-line-set.c */
gboolean           desk_line_is_word         (const DeskCatalog   *catalog,
                                              const DeskWord      *word,
                                              const char          *context,
                                              const char          *english);
GPtrArray         *desk_line_list_runs       (const DeskLineParse *self);
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
