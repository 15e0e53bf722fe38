/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"

G_BEGIN_DECLS

/**
 * SECTION: Somebody who does anything
 *
 * A clerk of the hotel of desk-test-hotel.h who acts at random, in every role and
 * with every verb. What is done depends on seed, step and day alone: the same
 * numbers make the same action again.
 */

DeskAction *desk_test_clerk_think       (guint32       seed,
                                         guint32       step,
                                         guint         day,
                                         DeskContext  *context);
gboolean    desk_test_clerk_closes_day  (guint32       seed,
                                         guint32       step);
const char *desk_test_clerk_name_verb   (DeskVerb      verb);
guint       desk_test_clerk_get_n_verbs (void);

G_END_DECLS
