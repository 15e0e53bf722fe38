/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "desk-catalog.h"
#include "desk-house.h"
#include "desk-options.h"
#include "desk-sign-in.h"

G_BEGIN_DECLS

/* Who acts where a property names nobody. */
#define DESK_TOOL_HOUSE_LOGIN "house"

/**
 * DeskTool:
 * @options: what the command line says
 * @catalog: the language that is printed
 * @out: what will be printed when the command is done
 * @status: exit status where nothing failed: 1 for a verdict that is bad news
 * @house: (nullable): the property, where the command opened it
 * @context: the outside world, as the property's actions see it
 * @user: (nullable): who is signed in
 * @cancellable: cancelled by Ctrl+C while desk_tool_watch_interrupt() is on
 * @stopped: (nullable): what is said then; %NULL: that nothing was changed
 *
 * One run of the tool. Nothing is printed before the command is done, so that a
 * command that fails prints its error and nothing else.
 */
typedef struct
{
  DeskOptions         options;
  const DeskCatalog  *catalog;
  GString            *out;
  int                 status;
  DeskHouse          *house;
  DeskContext         context;
  DeskUser           *user;
  GRand              *rand;
  gint64              now;
  GCancellable       *cancellable;
  const char         *stopped;
} DeskTool;

DeskTool            *desk_tool_new              (void);
void                 desk_tool_free             (DeskTool       *self);
gboolean             desk_tool_choose_language  (DeskTool       *self,
                                                 GError        **error);
gboolean             desk_tool_prepare          (DeskTool       *self,
                                                 GError        **error);
char                *desk_tool_dup_path         (DeskTool       *self);
gboolean             desk_tool_open             (DeskTool       *self,
                                                 gboolean        to_read,
                                                 GError        **error);
gboolean             desk_tool_sign_in          (DeskTool       *self,
                                                 GError        **error);
gboolean             desk_tool_sign_in_if_asked (DeskTool       *self,
                                                 GError        **error);
const DeskProperty  *desk_tool_get_property     (DeskTool       *self);
char                *desk_tool_read_file        (const char     *path,
                                                 gsize          *length,
                                                 GError        **error);
void                 desk_tool_watch_interrupt  (DeskTool       *self);
void                 desk_tool_show_progress    (guint           done,
                                                 guint           total,
                                                 gpointer        tool);

/* What is printed */
const char          *desk_tool_say              (const DeskTool *self,
                                                 const char     *msgid);
const char          *desk_tool_say_in           (const DeskTool *self,
                                                 const char     *context,
                                                 const char     *msgid);
char                *desk_tool_join             (DeskTool        *self,
                                                 const GPtrArray *messages);
char                *desk_tool_amount           (DeskTool       *self,
                                                 gint64          minor);
char                *desk_tool_money            (DeskTool       *self,
                                                 gint64          minor);
char                *desk_tool_date             (const DeskTool *self,
                                                 DeskDate        date);
void                 desk_tool_print            (DeskTool       *self,
                                                 const char     *format,
                                                 ...) G_GNUC_PRINTF (2, 3);
void                 desk_tool_print_heading    (DeskTool       *self);
void                 desk_tool_print_json       (DeskTool       *self,
                                                 JsonBuilder    *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTool, desk_tool_free)

G_END_DECLS
