/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskFlagKind:
 * @DESK_FLAG_NEAR_LIMIT: several gestures in one shift, each just under one's limit
 * @DESK_FLAG_SHIFT_SHARE: a large part of what may be given in a shift
 * @DESK_FLAG_AFTER_CHECK_OUT: given when the guest had left
 * @DESK_FLAG_CASH_BACK: cash back to somebody who paid otherwise
 * @DESK_FLAG_PRICE_LOWERED: nights to come lowered past a gesture's limit, or as an
 *   error that nothing shows
 * @DESK_FLAG_MANY_CORRECTIONS: many for one reason in a shift, beside the colleagues'
 * @DESK_FLAG_SLEPT_IN: housekeeping saw somebody in a room without a stay
 * @DESK_FLAG_DRAW: rows drawn at random from those that nothing else flags
 *
 * Why a row of the audit is looked at.
 */
typedef enum
{
  DESK_FLAG_NEAR_LIMIT,
  DESK_FLAG_SHIFT_SHARE,
  DESK_FLAG_AFTER_CHECK_OUT,
  DESK_FLAG_CASH_BACK,
  DESK_FLAG_PRICE_LOWERED,
  DESK_FLAG_MANY_CORRECTIONS,
  DESK_FLAG_SLEPT_IN,
  DESK_FLAG_DRAW,
  DESK_N_FLAGS,
} DeskFlagKind;

/**
 * DeskFlagRule:
 * @active: whether the house wants it
 * @percent: of a limit, for those that look at one
 * @times: how many gestures, or how many times the colleagues' median
 * @least: fewer corrections than this are nothing to look at
 * @days: how long the colleagues are looked back at
 * @rows: how many are drawn each day
 *
 * The thresholds of a flag. A kind without a threshold has 0 there.
 */
typedef struct
{
  gboolean active;
  int      percent;
  int      times;
  int      least;
  int      days;
  int      rows;
} DeskFlagRule;

const char *desk_flag_to_string  (DeskFlagKind  kind);
gboolean    desk_flag_parse      (const char   *text,
                                  DeskFlagKind *out);
void        desk_flag_set_usual  (DeskFlagRule  rules[DESK_N_FLAGS]);

G_END_DECLS
