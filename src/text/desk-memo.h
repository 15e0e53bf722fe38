/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskMemoKey:
 * @catalog: whose language
 * @value: the number or the date
 * @kind: which kind of text; kinds of numbers and of dates are no two the same
 * @digits: behind the point, or the style of a date
 * @currency: its three letters, or zeros
 *
 * What was written. It is compared as bytes, so the fields leave no gap.
 */
typedef struct
{
  gconstpointer catalog;
  gint64        value;
  guint16       kind;
  guint16       digits;
  char          currency[4];
} DeskMemoKey;

const char *desk_memo_find (const DeskMemoKey *key);
char       *desk_memo_keep (const DeskMemoKey *key,
                            char              *text);

G_END_DECLS
