/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskWord:
 * @start: where it begins in the line, in bytes
 * @end: where it ends; quotes are included
 * @text: as it was typed, without quotes
 * @folded: the key under which it is compared: no case, no accents
 * @quoted: it stood in quotes: a name, never a command
 *
 * One word of a typed line.
 */
typedef struct
{
  int       start;
  int       end;
  char     *text;
  char     *folded;
  gboolean  quoted;
} DeskWord;

/**
 * DeskWordList:
 * @words: (element-type DeskWord): the words before the text
 * @is_search: a leading question mark forces a search
 * @search_start: where the words of the search begin, in bytes
 * @note: (nullable): what stands after a colon and a space
 * @note_start: where @note begins, in bytes
 * @note_end: where it ends
 *
 * A line taken apart, before anything is looked up.
 */
typedef struct
{
  GPtrArray *words;
  gboolean   is_search;
  int        search_start;
  char      *note;
  int        note_start;
  int        note_end;
} DeskWordList;

DeskWordList   *desk_word_list_new  (const char          *line,
                                     GError             **error);
void            desk_word_list_free (DeskWordList        *self);
const DeskWord *desk_word_list_get  (const DeskWordList  *self,
                                     guint                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWordList, desk_word_list_free)

G_END_DECLS
