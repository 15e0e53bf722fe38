/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-bill.h"
#include "desk-stay-page.h"
#include "desk-window.h"

G_BEGIN_DECLS

/* Where somebody was when the desk was locked, kept until they come back. */
typedef struct
{
  char      *page;
  gint64     stay_id;
  char      *came_from; /* (nullable): to that stay */
  char      *line;      /* what was typed */
  GtkWidget *dialog;    /* (nullable): hidden with what was typed in it */
} DeskPlace;

struct _DeskWindow
{
  GtkApplicationWindow  parent_instance;

  /* Template widgets */
  GtkWidget            *header;
  GtkWidget            *hotel;
  GtkWidget            *date;
  GtkWidget            *test_mark;
  GtkWidget            *line;
  GtkWidget            *menu_button;
  GtkWidget            *user_name;
  GtkWidget            *user_role;
  GtkWidget            *desk_part;      /* of the header: hidden while locked */
  GtkWidget            *places;         /* loading, start, sign-in, desk, guest */
  GtkWidget            *clamp;          /* around pages */
  GtkWidget            *pages;
  GtkWidget            *rail;
  GtkWidget            *card;
  GtkWidget            *status;

  /* Owned */
  DeskSession          *session;
  GHashTable           *kept;           /* login -> DeskPlace */
  char                 *last_login;     /* (nullable): who was here before the lock */
  DeskAction           *waiting_action; /* (nullable): until its bill is read */
  char                 *deed_login;     /* (nullable): who did what was last done here */
  char                 *came_from;      /* (nullable): the page a stay was opened from */

  /* Borrowed */
  const char           *why_not;        /* (nullable): told of keys that did nothing */
  GtkWidget            *dialog;         /* (nullable): the plan that is open */

  /* State */
  gint64                deed_stay_id;
  gint64                deed_entry_id;  /* 0: nothing that could be undone */
  gint64                last_input_us;
  guint                 idle_id;
};

/* desk-window-actions.c */
void          desk_window_add_actions    (DeskWindow *self);
void          desk_window_update_actions (DeskWindow *self);
gboolean      desk_window_tell_why_not   (DeskWindow *self,
                                          guint       keyval,
                                          GdkModifierType state);

/* desk-window-lock.c */
void          desk_window_watch_input    (DeskWindow *self);
void          desk_window_watch_dialog   (DeskWindow *self,
                                          GtkWidget  *dialog);
void          desk_window_stop_watching  (DeskWindow *self);
void          desk_window_keep_place     (DeskWindow *self);
void          desk_window_return_to_place (DeskWindow *self);
void          desk_place_free            (DeskPlace  *self);

/* desk-window-do.c */
void          desk_window_tell_refusal   (DeskWindow *self,
                                          const char *why);

/* desk-window-undo.c */
void          desk_window_undo           (DeskWindow *self);

/* desk-window-peek.c */
void          desk_window_watch_peek     (DeskWindow *self);

/* desk-window.c */
void          desk_window_show_page      (DeskWindow *self,
                                          const char *name);
void          desk_window_focus_page     (DeskWindow *self);
void          desk_window_show_place     (DeskWindow *self,
                                          const char *name);
DeskStayPage *desk_window_get_stay_page  (DeskWindow *self);
DeskBill     *desk_window_get_bill       (DeskWindow *self);
void          desk_window_close_dialog   (DeskWindow *self);

G_END_DECLS
