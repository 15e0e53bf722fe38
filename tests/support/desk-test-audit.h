/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-test-aurora.h"

G_BEGIN_DECLS

/**
 * SECTION: A day for the night manager
 *
 * A hotel in which somebody did what a night manager must see, and somebody else what
 * looks much the same and is nothing. All of it through the services, on the business
 * date %DESK_TEST_T:
 *
 * - B1: mk gives 48.00, 49.50 and 47.50 of 50.00 at one go, 145.00 of 150.00 a shift
 * - B2: mika gives 45.00 to 519, who left hours ago, and pays it out in cash; it was a card
 * - B4: housekeeping saw somebody in 628, where nobody stays
 * - B5: sanna lowers two nights of 208 by 80.00 for an error that nothing shows
 * - B6: mk puts eleven minibar lines right, 96.50; the colleagues one a shift
 * - B7: six times 20.00 for the broken lift, by two people: nothing is odd about it
 * - B8: the night auditor's own 15.00: nothing is odd, and somebody else signs it
 */

DeskTestHouse *desk_test_audit_new      (const char     *more);
void           desk_test_audit_say      (DeskTestHouse  *self,
                                         const char     *login,
                                         const char     *line);

G_END_DECLS
