/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-close-day.h"
#include "desk-house.h"

G_BEGIN_DECLS

/**
 * DeskVerdict:
 * @ok: every chain, total and reference is as it was written
 * @postings: lines checked
 * @entries: audit entries checked
 * @damaged: the file itself is damaged
 * @table: (nullable): where the first wrong value stands
 * @why: (nullable): what is wrong, in plain English
 */
typedef struct
{
  gboolean  ok;
  gboolean  damaged;
  gint64    postings;
  gint64    entries;
  char     *table;
  gint64    id;
  gint64    folio;
  int       line;
  char     *why;
} DeskVerdict;

DeskVerdict *desk_verify       (DeskHouse         *house,
                                GCancellable      *cancellable,
                                DeskProgressFunc   progress,
                                gpointer           user_data,
                                GError           **error);
void         desk_verdict_free (DeskVerdict       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskVerdict, desk_verdict_free)

G_END_DECLS
