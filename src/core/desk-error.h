/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskError:
 * @DESK_ERROR_INVALID: a value or a file is not of the form it must have
 * @DESK_ERROR_OVERFLOW: exact arithmetic left the range it can be exact in
 * @DESK_ERROR_NOT_FOUND: a named thing does not exist
 * @DESK_ERROR_AMBIGUOUS: a name fits several things; the message lists them
 * @DESK_ERROR_REFUSED: a rule of the house says no; the message says what is allowed
 * @DESK_ERROR_AUTHORITY: the role may not do this
 * @DESK_ERROR_SIGN_IN: wrong user or PIN, or too many attempts
 * @DESK_ERROR_CHANGED: somebody changed what the plan was made from
 * @DESK_ERROR_EXISTS: it is already there
 * @DESK_ERROR_USAGE: the command was not understood
 * @DESK_ERROR_STORAGE: the file could not be read or written; nothing was changed
 * @DESK_ERROR_BUSY: another program holds the file
 * @DESK_ERROR_FULL: the disk is full; nothing was changed
 * @DESK_ERROR_READ_ONLY: the file or its folder cannot be written
 * @DESK_ERROR_NOT_DATABASE: the file is not a database of ours
 * @DESK_ERROR_NEWER: the file was made by a newer version
 * @DESK_ERROR_DAMAGED: the file itself is damaged
 * @DESK_ERROR_TAMPERED: the ledger does not verify
 *
 * What can go wrong, in the words of the desk. An error's own text is a plain
 * English sentence for logs and for programs; the code decides the exit status.
 * What a person reads, in the window and of the command-line tool, is the #DeskMessage
 * it carries, in their language, or where it carries none the words for its code.
 */
typedef enum
{
  DESK_ERROR_INVALID,
  DESK_ERROR_OVERFLOW,
  DESK_ERROR_NOT_FOUND,
  DESK_ERROR_AMBIGUOUS,
  DESK_ERROR_REFUSED,
  DESK_ERROR_AUTHORITY,
  DESK_ERROR_SIGN_IN,
  DESK_ERROR_CHANGED,
  DESK_ERROR_EXISTS,
  DESK_ERROR_USAGE,
  DESK_ERROR_STORAGE,
  DESK_ERROR_BUSY,
  DESK_ERROR_FULL,
  DESK_ERROR_READ_ONLY,
  DESK_ERROR_NOT_DATABASE,
  DESK_ERROR_NEWER,
  DESK_ERROR_DAMAGED,
  DESK_ERROR_TAMPERED,
} DeskError;

typedef struct _DeskMessage DeskMessage;

/**
 * DeskErrorPlace:
 * @file: (nullable): the name of the file that holds the mistake
 * @group: (nullable): group of a property file
 * @key: (nullable): key of a property file, or field of a stays file
 * @line: line in the file, from 1; 0 where there is none
 *
 * Where in a file of the user's the mistake stands.
 */
typedef struct
{
  const char *file;
  const char *group;
  const char *key;
  int         line;
} DeskErrorPlace;

#define DESK_ERROR (desk_error_quark ())

GQuark                desk_error_quark        (void);
void                  desk_error_set_place    (GError     *error,
                                               const char *file,
                                               const char *group,
                                               const char *key,
                                               int         line);
const DeskErrorPlace *desk_error_get_place    (const GError *error);
void                  desk_error_take_message (GError      *error,
                                               DeskMessage *message);
gboolean              desk_error_say          (GError     **error,
                                               DeskError    code,
                                               DeskMessage *message);
const DeskMessage    *desk_error_get_message  (const GError *error);
const char           *desk_error_code_name    (const GError *error);
const char           *desk_error_kind_name    (const GError *error);

G_END_DECLS
