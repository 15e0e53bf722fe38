/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "desk-catalog.h"
#include "desk-date.h"

G_BEGIN_DECLS

/**
 * DeskOptionSet:
 *
 * The options that only some commands take, as bits.
 */
typedef enum
{
  DESK_OPTION_PROPERTY   = 1 << 0,
  DESK_OPTION_DATE       = 1 << 1,
  DESK_OPTION_TEST_CLOCK = 1 << 2,
  DESK_OPTION_FORCE      = 1 << 3,
  DESK_OPTION_DRY_RUN    = 1 << 4,
  DESK_OPTION_PREVIEW    = 1 << 5,
  DESK_OPTION_DIGEST     = 1 << 6,
  DESK_OPTION_TO         = 1 << 7,
  DESK_OPTION_DEPTH      = 1 << 8,
  DESK_OPTION_FROM       = 1 << 9,
  DESK_OPTION_BY         = 1 << 10,
  DESK_OPTION_REASON     = 1 << 11,
  DESK_OPTION_ROOM       = 1 << 12,
  DESK_OPTION_CSV        = 1 << 13,
  DESK_OPTION_HOTEL      = 1 << 14,
  DESK_OPTION_FLOOR      = 1 << 15,
  DESK_OPTION_STATUS     = 1 << 16,
  DESK_OPTION_KIND       = 1 << 17,
  DESK_OPTION_TEXT       = 1 << 18,
  DESK_OPTION_LEAST      = 1 << 19,
  DESK_OPTION_FLAGGED    = 1 << 20,
  DESK_OPTION_SMALL      = 1 << 21,
  DESK_OPTION_OPEN       = 1 << 22,
  DESK_OPTION_TYPE       = 1 << 23,
} DeskOptionSet;

/**
 * DeskOptions:
 * @words: (nullable): the command and its arguments
 *
 * The command line, read. Texts are UTF-8.
 */
typedef struct
{
  char     *db;
  char     *user;
  gboolean  json;
  char     *key;
  char     *lang;
  char     *now;
  char     *seed;
  gboolean  demo;
  gboolean  help;
  gboolean  version;

  char     *property;
  char     *date;
  gboolean  test_clock;
  gboolean  force;
  gboolean  dry_run;
  gboolean  preview;
  char     *digest;
  char     *to;
  char     *depth;
  char     *from;
  char     *by;
  char     *reason;
  char     *room;
  gboolean  csv;
  char     *floor;
  char     *status;
  char     *type;
  char     *hotel;
  char     *kind;
  char     *text;
  char     *least;
  gboolean  flagged;
  gboolean  open;
  gboolean  small;

  GStrv     words;
} DeskOptions;

gboolean     desk_options_parse    (DeskOptions        *self,
                                    int                 argc,
                                    char              **argv,
                                    GError            **error);
void         desk_options_clear    (DeskOptions        *self);
gboolean     desk_options_check    (const DeskOptions  *self,
                                    const char         *command,
                                    DeskOptionSet       allowed,
                                    GError            **error);
gboolean     desk_options_check_form
                                   (const DeskOptions  *self,
                                    GError            **error);
gboolean     desk_options_read_date
                                   (const char         *option,
                                    const char         *value,
                                    DeskDate           *out,
                                    GError            **error);
gboolean     desk_options_refuse   (const char         *option,
                                    const char         *value,
                                    const char *const  *choices,
                                    GError            **error);
void         desk_options_describe (GString            *out,
                                    const DeskCatalog  *catalog,
                                    DeskOptionSet       which);
void         desk_options_describe_global
                                   (GString            *out,
                                    const DeskCatalog  *catalog);

G_END_DECLS
