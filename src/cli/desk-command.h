/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-tool.h"

G_BEGIN_DECLS

/**
 * DeskCommandNeeds:
 * @DESK_NEEDS_NOTHING: the command opens what it works on itself
 * @DESK_NEEDS_HOUSE: the property open; who is named by --as is signed in
 * @DESK_NEEDS_SIGN_IN: somebody signed in, because it changes something
 */
typedef enum
{
  DESK_NEEDS_NOTHING,
  DESK_NEEDS_HOUSE,
  DESK_NEEDS_SIGN_IN,
} DeskCommandNeeds;

/* A line that a command takes, and what it does. */
typedef struct
{
  const char *line;
  const char *meaning;
} DeskCommandLine;

/**
 * DeskCommand:
 * @name: one word or two
 * @arguments: as help writes them
 * @summary: one line of help
 * @help: the rest of it
 * @min_arguments: how many there must be
 * @max_arguments: how many there may be
 * @lines: (nullable): what it takes, for its help; ends with a row of %NULL
 *
 * One command of the tool. A new command is a new row and a new file.
 */
typedef struct
{
  const char        *name;
  const char        *arguments;
  const char        *summary;
  const char        *help;
  guint              min_arguments;
  guint              max_arguments;
  DeskOptionSet      options;
  DeskCommandNeeds   needs;
  gboolean         (*run) (DeskTool           *tool,
                           const char *const  *arguments,
                           GError            **error);
  const DeskCommandLine *lines;
} DeskCommand;

typedef gboolean (DeskCommandFunc) (DeskTool           *tool,
                                    const char *const  *arguments,
                                    GError            **error);

/* One file each. */
DeskCommandFunc desk_cli_audit_adjustments;
DeskCommandFunc desk_cli_backup;
DeskCommandFunc desk_cli_config_apply;
DeskCommandFunc desk_cli_config_check;
DeskCommandFunc desk_cli_config_export;
DeskCommandFunc desk_cli_do;
DeskCommandFunc desk_cli_explain;
DeskCommandFunc desk_cli_find;
DeskCommandFunc desk_cli_folio;
DeskCommandFunc desk_cli_guest;
DeskCommandFunc desk_cli_import_bookings;
DeskCommandFunc desk_cli_import_stays;
DeskCommandFunc desk_cli_init;
DeskCommandFunc desk_cli_night_audit;
DeskCommandFunc desk_cli_restore;
DeskCommandFunc desk_cli_room;
DeskCommandFunc desk_cli_rooms;
DeskCommandFunc desk_cli_stay;
DeskCommandFunc desk_cli_today;
DeskCommandFunc desk_cli_users;
DeskCommandFunc desk_cli_verify;

/* desk-command.c */
gboolean desk_command_run  (DeskTool           *tool,
                            GError            **error);
gboolean desk_command_help (DeskTool           *tool,
                            const char *const  *words,
                            GError            **error);

/* desk-cli-explain.c: shared with do, because a line may ask why */
gboolean desk_cli_print_explanation (DeskTool   *tool,
                                     gint64      stay_id,
                                     int         topic,
                                     int         line,
                                     GError    **error);

/* desk-cli-find.c: shared with whatever prints guests */
char    *desk_cli_dup_name          (const char       *name);
char    *desk_cli_dup_whole_name    (const char       *name);
void     desk_cli_print_stay_rows   (DeskTool         *tool,
                                     const GPtrArray  *rows);

G_END_DECLS
