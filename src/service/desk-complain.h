/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"
#include "desk-message.h"

G_BEGIN_DECLS

gboolean     desk_complain       (GError      **error,
                                  DeskError     code,
                                  DeskMessage  *message);
gboolean     desk_complain_in    (GError             **error,
                                  DeskError            code,
                                  DeskMessage         *message,
                                  const DeskProperty  *property);
gboolean     desk_complain_changed
                                 (GError      **error);
gboolean     desk_complain_of    (GError      **error,
                                  DeskError     code,
                                  const char   *msgid,
                                  const char   *word);
gboolean     desk_complain_of_file
                                 (GError      **error,
                                  DeskError     code,
                                  const char   *msgid,
                                  const char   *path);
gboolean     desk_complain_of_hidden
                                 (const char   *text,
                                  GError      **error);
DeskMessage *desk_message_about  (const char   *msgid,
                                  const char   *word);
DeskMessage *desk_message_of     (const GError *why);
DeskMessage *desk_message_of_hidden
                                 (gunichar      hidden);

G_END_DECLS
