/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-guest-search.h"
#include "desk-house.h"

G_BEGIN_DECLS

/**
 * DeskPresent:
 *
 * Who is in house, arrives today or left today, by heart: whom most searches mean.
 * A hotel has some hundreds of them however long its book is. Kept by the house and
 * brought up to date from the rows of `change`, so that it costs one row to know that
 * nothing happened.
 */
typedef struct _DeskPresent DeskPresent;

DeskPresent *desk_present_new       (void);
void         desk_present_free      (DeskPresent         *self);
gboolean     desk_present_update    (DeskPresent         *self,
                                     DeskDb              *db,
                                     DeskDate             business_date,
                                     GError             **error);
void         desk_present_find      (const DeskPresent   *self,
                                     const char *const   *words,
                                     gboolean             inside,
                                     GArray              *hits);
void         desk_present_find_near (const DeskPresent   *self,
                                     const char *const   *words,
                                     GArray              *hits);

G_END_DECLS
