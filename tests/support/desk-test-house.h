/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-house.h"

G_BEGIN_DECLS

/* The guest of desk_test_dup_turned_stays(), written from right to left. */
#define DESK_TEST_TURNED "יעל כהן"

/**
 * DeskTestHouse:
 * @folder: a folder of its own, removed at the end
 * @path: the database in it
 * @house: (nullable): open; a test may close it and open it again
 * @context: a clock that stands still and the same randomness each time; Maria is
 *   signed in as a manager unless the test says otherwise
 * @now: what the clock shows, microseconds UTC; a test moves it on by hand
 * @counter: the next random byte
 *
 * A hotel for one test: made from text, thrown away afterwards. It has rooms 412
 * (SUP), 415 (DLX) and 501 (SUP), the plans BB and FLEX, and the business date
 * 2024-02-26. Must not be moved in memory: its context points into it.
 */
typedef struct
{
  char        *folder;
  char        *path;
  DeskHouse   *house;
  DeskContext  context;
  gint64       now;
  guint8       counter;
} DeskTestHouse;

DeskTestHouse *desk_test_house_new           (void);
DeskTestHouse *desk_test_house_new_with      (const char     *property);
DeskTestHouse *desk_test_house_new_empty     (void);
void           desk_test_house_free          (DeskTestHouse  *self);
void           desk_test_house_sign_in_as    (DeskTestHouse  *self,
                                              const char     *login,
                                              DeskRole        role);
void           desk_test_house_import        (DeskTestHouse  *self,
                                              const char     *stays);
gint64         desk_test_house_count         (DeskTestHouse  *self,
                                              const char     *table);
DeskAction    *desk_test_house_read_line     (DeskTestHouse  *self,
                                              const char     *text);
void           desk_test_assert_verifies     (DeskHouse      *house);
const char    *desk_test_property            (void);
const char    *desk_test_stays               (void);
char          *desk_test_dup_turned_stays    (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTestHouse, desk_test_house_free)

G_END_DECLS
