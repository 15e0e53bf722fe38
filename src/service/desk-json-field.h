/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "desk-complain.h"
#include "desk-date.h"

G_BEGIN_DECLS

/**
 * DeskJsonField:
 * @parent: (nullable): what it stands in
 * @name: (nullable): its name in an object
 * @index: its place in a list, where it has no name
 *
 * Where in an element the reading stands; lives on the stack of the reader, so
 * that a path is put into words only when there is something to say about it.
 */
typedef struct _DeskJsonField DeskJsonField;

struct _DeskJsonField
{
  const DeskJsonField *parent;
  const char          *name;
  guint                index;
};

/* An object being read, and where it stands. */
typedef struct
{
  JsonObject          *object;
  const DeskJsonField *at;
} DeskJsonReader;

gboolean    desk_json_fail          (const DeskJsonField   *at,
                                     GError               **error,
                                     const char            *msgid);
gboolean    desk_json_fail_number   (const DeskJsonField   *at,
                                     GError               **error,
                                     const char            *msgid,
                                     gint64                 number);
gboolean    desk_json_fail_word     (const DeskJsonField   *at,
                                     GError               **error,
                                     const char            *msgid,
                                     const char            *word);
gboolean    desk_json_fail_with     (const DeskJsonField   *at,
                                     GError               **error,
                                     DeskMessage           *message);
gboolean    desk_json_open          (DeskJsonReader        *self,
                                     JsonNode              *node,
                                     const DeskJsonField   *at,
                                     const char *const     *names,
                                     GError               **error);
JsonArray  *desk_json_get_list      (const DeskJsonReader  *self,
                                     const char            *name,
                                     GError               **error);
gboolean    desk_json_read_text     (const DeskJsonReader  *self,
                                     const char            *name,
                                     guint                  max_length,
                                     char                 **out,
                                     GError               **error);
gboolean    desk_json_read_date     (const DeskJsonReader  *self,
                                     const char            *name,
                                     DeskDate              *out,
                                     GError               **error);
gboolean    desk_json_read_amount   (const DeskJsonReader  *self,
                                     const char            *name,
                                     int                    digits,
                                     gint64                *out_minor,
                                     GError               **error);
gboolean    desk_json_read_boolean  (const DeskJsonReader  *self,
                                     const char            *name,
                                     gboolean              *out,
                                     GError               **error);
gboolean    desk_json_node_to_whole (JsonNode              *node,
                                     const DeskJsonField   *at,
                                     int                    max,
                                     gint64                *out,
                                     GError               **error);
gboolean    desk_json_has           (const DeskJsonReader  *self,
                                     const char            *name);
gboolean    desk_json_require       (const DeskJsonReader  *self,
                                     const char            *name,
                                     GError               **error);

G_END_DECLS
