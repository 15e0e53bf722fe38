/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"

G_BEGIN_DECLS

/**
 * DeskSetUp:
 * @test_clock: the file accepts --now and --seed, and every screen and print says TEST
 * @replace: overwrite a file that is there (in tests only)
 */
typedef struct
{
  gboolean test_clock;
  gboolean replace;
} DeskSetUp;

/**
 * DeskSetUpFile:
 * @text: what a property file says
 * @length: its length, or -1 where it ends with a NUL
 * @name: what it is called in messages
 */
typedef struct
{
  const char *text;
  gssize      length;
  const char *name;
} DeskSetUpFile;

gboolean  desk_set_up_create  (const char          *path,
                               const DeskSetUpFile *file,
                               const DeskSetUp     *options,
                               const DeskContext   *context,
                               GError             **error);
gboolean  desk_set_up_fill    (const char          *path,
                               const DeskSetUpFile *file,
                               const DeskSetUp     *options,
                               const DeskContext   *context,
                               GError             **error);
gboolean  desk_set_up_apply   (DeskHouse           *house,
                               const DeskContext   *context,
                               const DeskSetUpFile *file,
                               GError             **error);
char     *desk_set_up_dup_default_path (gboolean   demo);

G_END_DECLS
