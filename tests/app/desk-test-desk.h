/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-app.h"
#include "desk-window.h"

G_BEGIN_DECLS

/**
 * DeskTestDesk:
 *
 * A console on a display, to act in as a clerk does: through actions and keys.
 */
typedef struct
{
  DeskApp     *app;
  DeskSession *session;
  DeskWindow  *window;
} DeskTestDesk;

typedef gboolean (*DeskTestFunc) (gpointer data);

DeskTestDesk *desk_test_desk_new       (const char    *path,
                                        const char    *lang);
void          desk_test_desk_free      (DeskTestDesk  *self);
void          desk_test_desk_sign_in   (DeskTestDesk  *self,
                                        const char    *login,
                                        const char    *pin);
void          desk_test_desk_type_pin  (DeskTestDesk  *self,
                                        const char    *login,
                                        const char    *pin);
void          desk_test_desk_go        (DeskTestDesk  *self,
                                        const char    *page);
void          desk_test_desk_open      (DeskTestDesk  *self,
                                        gint64         stay_id);
void          desk_test_desk_line      (DeskTestDesk  *self,
                                        const char    *text);
void          desk_test_desk_find      (DeskTestDesk  *self,
                                        const char    *text);
void          desk_test_desk_wait_place (DeskTestDesk *self,
                                        const char    *place);
void          desk_test_wait           (DeskTestFunc   func,
                                        gpointer       data,
                                        const char    *for_what);
void          desk_test_settle         (guint          milliseconds);
GtkWidget    *desk_test_find           (GtkWidget     *widget,
                                        const char    *id);
gboolean      desk_test_press          (GtkWidget     *widget,
                                        guint          keyval);
gboolean      desk_test_press_held     (GtkWidget     *widget,
                                        guint          keyval,
                                        GdkModifierType state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTestDesk, desk_test_desk_free)

G_END_DECLS
