/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-house.h"

G_BEGIN_DECLS

/**
 * SECTION: A desk in a process of its own
 *
 * A program of this folder starts itself again as a desk that acts at random on a
 * file and keeps a journal of what it does: one line before each action and one
 * after it, written at once, so that they outlive the process.
 *
 *     ready
 *     do STEP DAY            is about to act
 *     done STEP ENTRY        it was acknowledged
 *     no STEP CODE           it was refused, or the plan had changed
 *     close DAY              is about to close the day
 *     closed DAY             the day is closed, by this desk
 *     late DAY               the day is closed, by another
 *     waited MICROSECONDS    at the end: the longest time that one action took
 */

/**
 * DeskFaultJob:
 * @path: the file
 * @seed: of the clerk
 * @first: step to begin with
 * @n_steps: how many; 0: close the day @first and end
 */
typedef struct
{
  const char *path;
  guint32     seed;
  guint32     first;
  guint32     n_steps;
} DeskFaultJob;

gboolean    desk_fault_child_main     (int                  argc,
                                       char               **argv);
GPid        desk_fault_child_start    (const DeskFaultJob  *job,
                                       int                  journal);
char       *desk_fault_dup_key        (guint32              seed,
                                       guint32              step);
guint       desk_fault_get_day        (DeskHouse           *house);
gboolean    desk_fault_is_refusal     (const GError        *error);
gboolean    desk_fault_is_soak        (void);

G_END_DECLS
