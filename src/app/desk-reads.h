/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-bill.h"
#include "desk-explain.h"
#include "desk-guest-view.h"
#include "desk-line.h"
#include "desk-session.h"

G_BEGIN_DECLS

/* What the window asks of the worker to show it. Each starts a job; the answer,
 * named in brackets, is fetched with desk_worker_finish(). All can be cancelled. */

/**
 * DeskPlanned:
 * @plan: what would be done
 * @key: idempotency key of this attempt
 * @property: keeps the words in the messages of @plan alive
 * @sentence: (nullable): in the window's language, as the others are
 * @done: (nullable): the same, once it was done
 * @benefits: who gains by it
 * @counts: what it is worth and counts against; not for the guest's eyes
 * @room: (nullable): of a move whose room was chosen from those that fit
 *
 * A plan with its words, ready to be shown.
 */
typedef struct
{
  DeskPlan     *plan;
  char         *key;
  DeskProperty *property;
  char         *sentence;
  char         *done;
  GStrv         warnings;
  GStrv         refused;
  GStrv         benefits;
  GStrv         counts;
  char         *room;
} DeskPlanned;

/**
 * DeskSaid:
 * @lang: in which language
 * @sentence: to say aloud
 * @arithmetic: how it comes about
 * @record: (nullable): the full record, only for who may see it
 *
 * An explanation, in one language.
 */
typedef struct
{
  char *lang;
  char *sentence;
  char *arithmetic;
  char *record;
} DeskSaid;

/**
 * DeskTyped:
 * @line: (nullable): what the text was taken for
 * @echo: (nullable): what that is, in words
 * @tokens: (element-type DeskLineToken): its words, and what each was taken for
 * @problem: (nullable): why it was not understood
 * @unfinished: it may still become something: nothing in it is wrong but what is being typed
 * @rows: (nullable) (element-type DeskStayRow): the stays it finds
 * @more: whether there may be others
 * @nearest: (nullable): where it finds nobody, who may have been meant
 * @planned: (nullable): what it would do
 * @said: (nullable) (element-type DeskSaid): what it asks, in the guest's language or the one
 *   that was asked for, and in the window's where that is another
 *
 * A typed line and its answer.
 */
typedef struct
{
  DeskLine    *line;
  char        *echo;
  GArray      *tokens;
  GError      *problem;
  gboolean     unfinished;
  GPtrArray   *rows;
  gboolean     more;
  char        *nearest;
  DeskPlanned *planned;
  GPtrArray   *said;
} DeskTyped;

/**
 * DeskFound:
 * @rows: (element-type DeskStayRow): the stays
 * @more: whether there may be others who fit
 * @nearest: (nullable): where there is nobody, who may have been meant
 *
 * What a search found.
 */
typedef struct
{
  GPtrArray *rows;
  gboolean   more;
  char      *nearest;
} DeskFound;

/* What an explanation is asked about; @langs: the codes, in the order of the answers. */
typedef struct
{
  DeskExplainTopic   topic;
  int                line;
  const char *const *langs;
} DeskQuestion;

/* [DeskFound] */
void desk_read_find        (DeskSession         *session,
                            const char          *text,
                            guint                limit,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
/* [DeskToday] */
void desk_read_today       (DeskSession         *session,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
/* [DeskGuestView] */
void desk_read_guest       (DeskSession         *session,
                            gint64               guest_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
/* [DeskBill] */
void desk_read_bill        (DeskSession         *session,
                            gint64               stay_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
/* [GPtrArray of DeskSaid] */
void desk_read_explanation (DeskSession         *session,
                            DeskBill            *bill,
                            const DeskQuestion  *question,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
/* [DeskPlanned] */
void desk_read_plan        (DeskSession         *session,
                            const DeskAction    *action,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
/* [DeskTyped] */
void desk_read_line        (DeskSession         *session,
                            const char          *text,
                            gint64               open_stay_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
/* [GPtrArray of DeskUser] */
void desk_read_users       (DeskSession         *session,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
/* [DeskNightPlan] */
void desk_read_night       (DeskSession         *session,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);

/* For jobs on the worker's thread. */
DeskPlanned *desk_planned_new (DeskHouse           *house,
                               const DeskActor     *actor,
                               const DeskAction    *action,
                               GError             **error);
void desk_planned_free     (DeskPlanned         *self);
void desk_said_free        (DeskSaid            *self);
void desk_found_free       (DeskFound           *self);
void desk_typed_free       (DeskTyped           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFound, desk_found_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPlanned, desk_planned_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSaid, desk_said_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTyped, desk_typed_free)

G_END_DECLS
