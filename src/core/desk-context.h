/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-authority.h"

G_BEGIN_DECLS

/**
 * DeskContext:
 * @now: microseconds since 1970, UTC
 * @random: fills a buffer with randomness
 * @source: handed to both
 * @user: login of who is signed in, "" where nobody is
 * @role: in the role of this shift
 * @desk: name of the desk or terminal
 * @lang: language of the person at the desk, "en"
 *
 * Everything about the outside world that an action may depend on. Nothing
 * below reads a clock or a random number in any other way, so a test can hand
 * in both. Belongs to the caller; valid during the call.
 */
typedef struct
{
  gint64    (*now)    (gpointer source);
  void      (*random) (gpointer source,
                       guint8  *bytes,
                       gsize    length);
  gpointer    source;
  const char *user;
  DeskRole    role;
  const char *desk;
  const char *lang;
} DeskContext;

G_END_DECLS
