/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-context.h"

#include <sodium.h>

#include "desk-house.h"

static gint64
read_clock (gpointer source)
{
  return g_get_real_time ();
}

static void
fill_with_random (gpointer  source,
                  guint8   *bytes,
                  gsize     length)
{
  randombytes_buf (bytes, length);
}

/**
 * desk_context_init_system:
 * @context: (out caller-allocates): filled with this machine's clock and randomness
 *
 * The one place where services meet the real clock. Nobody is signed in, the
 * desk has no name and its language is English until the caller says otherwise.
 */
void
desk_context_init_system (DeskContext *context)
{
  /* Without its random source nothing about signing in can be trusted. */
  if (sodium_init () < 0)
    g_error ("libsodium found no source of randomness");

  *context = (DeskContext){
    .now = read_clock,
    .random = fill_with_random,
    .user = "",
    .role = DESK_ROLE_NONE,
    .desk = "",
    .lang = "en",
  };
}
