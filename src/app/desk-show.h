/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-catalog.h"
#include "desk-posting.h"
#include "desk-reads.h"
#include "desk-session.h"
#include "desk-views.h"

G_BEGIN_DECLS

/* How facts are written on screen: the one place for amounts, dates and the
 * names of states. All return (transfer full) unless said otherwise. */

char       *desk_show_amount       (const DeskCatalog  *catalog,
                                    const DeskProperty *property,
                                    gint64              minor);
char       *desk_show_money        (const DeskCatalog  *catalog,
                                    const DeskProperty *property,
                                    gint64              minor);
char       *desk_show_date         (const DeskCatalog  *catalog,
                                    DeskDate            date,
                                    DeskDateStyle       style);
char       *desk_show_posting      (const DeskCatalog  *catalog,
                                    const DeskProperty *property,
                                    const DeskPosting  *line);
char       *desk_show_posting_to_guest (const DeskCatalog  *catalog,
                                        const DeskProperty *property,
                                        const DeskPosting  *line);
char       *desk_show_code         (const DeskCatalog  *catalog,
                                    const DeskProperty *property,
                                    const char         *code);
char       *desk_show_persons      (const DeskStayRow  *row);
char       *desk_show_nights       (const DeskStayRow  *row);
char       *desk_show_dates        (const DeskStayRow  *row);
void        desk_show_name         (GtkWidget          *label,
                                    const char         *name,
                                    int                 most_chars);
const char *desk_show_role         (DeskRole            role);
const char *desk_show_stay_state   (DeskStayState       state);
const char *desk_show_clean        (const char         *clean);
const char *desk_show_clean_letter (const char         *clean);
char       *desk_show_flagged      (guint               n);
char       *desk_show_first        (guint               n);
const DeskSaid *
            desk_show_said         (const GPtrArray    *answers,
                                    GtkWidget          *sentence,
                                    GtkWidget          *other,
                                    GtkWidget          *arithmetic);
void        desk_show_row_label    (GtkWidget          *row,
                                    const char         *label);
void        desk_show_look_up    (GtkWidget          *widget,
                                  const char         *name,
                                  GdkRGBA            *colour);
void        desk_show_class      (GtkWidget          *widget,
                                    const char         *css_class,
                                    gboolean            on);

G_END_DECLS
