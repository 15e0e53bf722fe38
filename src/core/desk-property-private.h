/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"
#include "desk-message.h"
#include "desk-property.h"

G_BEGIN_DECLS

/* What the files that read a property file share among themselves. */

typedef struct _DeskSource DeskSource;

/**
 * DeskEntry:
 * @key: the key, with its language: `text[fi]`
 * @raw: the value as it stands in the file, escapes and all
 * @line: where, from 1
 */
typedef struct
{
  char *key;
  char *raw;
  int   line;
} DeskEntry;

/**
 * DeskGroup:
 * @source: (transfer none): the file
 * @title: what stands between the brackets: `limit associate goodwill`
 * @kind: its first word
 * @name: what follows the first space; empty where nothing does
 * @line: where, from 1
 * @entries: (element-type DeskEntry): in file order
 */
typedef struct
{
  DeskSource *source;
  char       *title;
  char       *kind;
  const char *name;
  int         line;
  GPtrArray  *entries;
  GHashTable *by_key;
} DeskGroup;

/**
 * DeskSourceKind:
 * @DESK_SOURCE_FIRST: a file that makes a house
 * @DESK_SOURCE_UPDATE: a file for a house that is there: users have their PINs
 * @DESK_SOURCE_STORED: the text that a database keeps, without PINs
 */
typedef enum
{
  DESK_SOURCE_FIRST,
  DESK_SOURCE_UPDATE,
  DESK_SOURCE_STORED,
} DeskSourceKind;

/**
 * DeskSource:
 * @kind: where it comes from
 * @file: (nullable): name of the file, for messages
 * @groups: (element-type DeskGroup): in file order
 * @digits: minor digits of amounts, known once [property] was read
 * @values: reads the values: what escapes mean is GKeyFile's to say
 *
 * A property file taken apart into groups, keys and lines.
 */
struct _DeskSource
{
  DeskSourceKind  kind;
  char           *file;
  int             digits;
  GPtrArray      *groups;
  GHashTable     *by_title;
  GKeyFile       *values;
};

DeskSource      *desk_source_new        (DeskSourceKind         kind,
                                         const char            *text,
                                         gsize                  length,
                                         const char            *file,
                                         GError               **error);
void             desk_source_free       (DeskSource            *self);
gboolean         desk_source_load       (DeskSource            *self,
                                         GError               **error);
char            *desk_source_print      (const DeskSource      *self,
                                         gboolean               with_pins);
const DeskGroup *desk_source_find       (const DeskSource      *self,
                                         const char            *kind,
                                         const char            *name);
gboolean         desk_source_fail       (const DeskSource      *self,
                                         const DeskErrorPlace  *place,
                                         GError               **error,
                                         const char            *msgid);
gboolean         desk_source_fail_with  (const DeskSource      *self,
                                         const DeskErrorPlace  *place,
                                         GError               **error,
                                         DeskMessage           *message);

/* A getter leaves its out-parameter alone where the key is absent. */
gboolean         desk_group_fail        (const DeskGroup       *self,
                                         const char            *key,
                                         GError               **error,
                                         const char            *msgid);
gboolean         desk_group_fail_word   (const DeskGroup       *self,
                                         const char            *key,
                                         GError               **error,
                                         const char            *msgid,
                                         const char            *word);
gboolean         desk_group_fail_with   (const DeskGroup       *self,
                                         const char            *key,
                                         GError               **error,
                                         DeskMessage           *message);
gboolean         desk_group_has         (const DeskGroup       *self,
                                         const char            *key);
gboolean         desk_group_require     (const DeskGroup       *self,
                                         const char            *key,
                                         GError               **error);
gboolean         desk_group_refuse      (const DeskGroup       *self,
                                         const char            *key,
                                         const char            *why,
                                         GError               **error);
gboolean         desk_group_get_text    (const DeskGroup       *self,
                                         const char            *key,
                                         char                 **out,
                                         GError               **error);
gboolean         desk_group_get_line    (const DeskGroup       *self,
                                         const char            *key,
                                         char                 **out,
                                         GError               **error);
gboolean         desk_group_get_title   (const DeskGroup       *self,
                                         const char            *key,
                                         char                 **out,
                                         GError               **error);
gboolean         desk_group_get_name    (const DeskGroup       *self,
                                         const char            *key,
                                         char                 **out,
                                         GError               **error);
gboolean         desk_group_get_list    (const DeskGroup       *self,
                                         const char            *key,
                                         GStrv                 *out,
                                         GError               **error);
gboolean         desk_group_get_set     (const DeskGroup       *self,
                                         const char            *key,
                                         GStrv                 *out,
                                         GError               **error);
gboolean         desk_group_get_names   (const DeskGroup       *self,
                                         const char            *key,
                                         GStrv                 *out,
                                         GError               **error);
gboolean         desk_group_get_words   (const DeskGroup       *self,
                                         DeskWords             *out,
                                         GError               **error);
gboolean         desk_group_get_amount  (const DeskGroup       *self,
                                         const char            *key,
                                         gint64                *out_minor,
                                         GError               **error);
gboolean         desk_group_get_percent (const DeskGroup       *self,
                                         const char            *key,
                                         DeskRational          *out,
                                         GError               **error);
gboolean         desk_group_get_date    (const DeskGroup       *self,
                                         const char            *key,
                                         DeskDate              *out,
                                         GError               **error);
gboolean         desk_group_get_number  (const DeskGroup       *self,
                                         const char            *key,
                                         int                    highest,
                                         int                   *out,
                                         GError               **error);
gboolean         desk_group_get_choice  (const DeskGroup       *self,
                                         const char            *key,
                                         const char *const     *choices,
                                         guint                 *out,
                                         GError               **error);
gboolean         desk_group_get_flag    (const DeskGroup       *self,
                                         const char            *key,
                                         gboolean              *out,
                                         GError               **error);
gboolean         desk_name_is_valid     (const char            *name);
char            *desk_quote             (const char            *value);

DeskProperty    *desk_property_new      (void);
void             desk_property_add      (DeskProperty          *self,
                                         const DeskGroup       *group,
                                         GPtrArray             *list,
                                         gpointer               item);
gboolean         desk_property_read_tax (DeskProperty          *self,
                                         const DeskGroup       *group,
                                         GError               **error);
gboolean         desk_property_read_bookings
                                        (DeskProperty          *self,
                                         const DeskGroup       *group,
                                         GError               **error);
gboolean         desk_property_connect_bookings
                                        (const DeskProperty    *self,
                                         const DeskGroup       *group,
                                         GError               **error);
gboolean         desk_property_read_reason
                                        (DeskProperty          *self,
                                         const DeskGroup       *group,
                                         GError               **error);
gboolean         desk_property_read_limit
                                        (DeskProperty          *self,
                                         const DeskGroup       *group,
                                         GError               **error);
gboolean         desk_property_read_flag
                                        (DeskProperty          *self,
                                         const DeskGroup       *group,
                                         GError               **error);
gboolean         desk_property_read_user
                                        (DeskProperty          *self,
                                         const DeskGroup       *group,
                                         GError               **error);
gboolean         desk_property_connect  (DeskProperty          *self,
                                         const DeskSource      *source,
                                         GError               **error);
gboolean         desk_property_check_inclusive
                                        (const DeskProperty    *self,
                                         const DeskSource      *source,
                                         GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSource, desk_source_free)

G_END_DECLS
