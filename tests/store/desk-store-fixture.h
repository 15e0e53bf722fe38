/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/* A folder of its own, and in it a house of the newest version. */
typedef struct
{
  char   *folder;
  char   *path;
  DeskDb *db;
} StoreFixture;

void     store_fixture_set_up    (StoreFixture  *self,
                                  gconstpointer  unused);
void     store_fixture_tear_down (StoreFixture  *self,
                                  gconstpointer  unused);
void     store_fixture_reopen    (StoreFixture  *self);
void     store_fixture_sample    (StoreFixture  *self);
char    *store_fixture_text      (const char    *name);
gint64   store_query_int64       (DeskDb        *db,
                                  const char    *sql);
char    *store_query_text        (DeskDb        *db,
                                  const char    *sql);

#define store_test_add(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

G_END_DECLS
