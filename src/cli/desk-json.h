/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "desk-plan.h"
#include "desk-rack.h"
#include "desk-radar.h"
#include "desk-tool.h"
#include "desk-views.h"

G_BEGIN_DECLS

/* Writes the members of @item. */
typedef void DeskJsonAdd (JsonBuilder   *builder,
                          DeskTool      *tool,
                          gconstpointer  item);

/* The shapes that --json prints, as the file formats fix them. Amounts are
 * strings with exactly the currency's decimals, never numbers. */

/* Members of an object, by kind of value; desk-json.c */
void desk_json_text      (JsonBuilder          *builder,
                          const char           *name,
                          const char           *value);
void desk_json_int       (JsonBuilder          *builder,
                          const char           *name,
                          gint64                value);
void desk_json_number    (JsonBuilder          *builder,
                          const char           *name,
                          gint64                value);
void desk_json_bool      (JsonBuilder          *builder,
                          const char           *name,
                          gboolean              value);
void desk_json_amount    (JsonBuilder          *builder,
                          const char           *name,
                          gint64                minor,
                          int                   digits);
void desk_json_date      (JsonBuilder          *builder,
                          const char           *name,
                          DeskDate              date);
void desk_json_user      (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const char           *name,
                          const char           *login);
void desk_json_error     (JsonBuilder          *builder,
                          const GError         *error);

/* Lists */
void desk_json_list      (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const char           *name,
                          const GPtrArray      *items,
                          DeskJsonAdd          *add);
void desk_json_texts     (JsonBuilder          *builder,
                          const char           *name,
                          gpointer             *texts,
                          guint                 n_texts);
void desk_json_sentences (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const char           *name,
                          const GPtrArray      *messages);

/* Whole values; desk-json-folio.c, desk-json-plan.c, desk-json-room.c, desk-json-stay.c */
void desk_json_add_line  (JsonBuilder          *builder,
                          DeskTool             *tool,
                          gconstpointer         item);
void desk_json_folio     (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const DeskFolioView  *folio);
void desk_json_invoices  (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const DeskFolioView  *folio);
void desk_json_stay_rows (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const char           *name,
                          const GPtrArray      *rows);
void desk_json_stay      (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const DeskStayView   *stay,
                          const DeskFolioView  *folio,
                          const GPtrArray      *spots);
void desk_json_rack_row  (JsonBuilder          *builder,
                          const DeskRackRow    *row);
void desk_json_room      (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const DeskRoomView   *view);
void desk_json_messages  (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const char           *name,
                          const GPtrArray      *messages,
                          const char           *allowed);
void desk_json_plan      (JsonBuilder          *builder,
                          DeskTool             *tool,
                          const DeskPlan       *plan);

/* What a line says of itself, in the language that is printed. */
char *desk_line_dup_text (DeskTool             *tool,
                          const DeskPosting    *line);

G_END_DECLS
