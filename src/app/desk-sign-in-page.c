/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sign-in-page.h"

#include <string.h>

#include "desk-intl.h"
#include "desk-reads.h"
#include "desk-show.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-user-button.h"
#include "desk-writes.h"

/* Longer than any PIN somebody remembers. */
#define LONGEST_PIN 12

struct _DeskSignInPage
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *hotel;
  GtkWidget    *users;
  GtkWidget    *prompt;
  GtkWidget    *dots;
  GtkWidget    *message;
  GtkWidget    *pad;
  GtkWidget    *spinner;

  /* Owned */
  DeskSession  *session;
  GString      *pin;
  char         *login;          /* (nullable): who was chosen */
  char         *wanted;         /* (nullable): who was there before */

  /* State */
  gboolean      busy;
  gboolean      moved;          /* the focus was moved since the names were shown */
};

G_DEFINE_FINAL_TYPE (DeskSignInPage, desk_sign_in_page, GTK_TYPE_BOX)

static void
clear_pin (DeskSignInPage *self)
{
  memset (self->pin->str, 0, self->pin->len);
  g_string_truncate (self->pin, 0);
}

static void
update_view (DeskSignInPage *self)
{
  g_autoptr (GString) dots = g_string_new (NULL);
  GtkWidget *child = gtk_widget_get_first_child (self->users);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));
      gboolean chosen = g_strcmp0 (desk_user_button_get_login (DESK_USER_BUTTON (button)),
                                   self->login) == 0;

      desk_show_class (button, "chosen", chosen);
      if (chosen)
        {
          const char *name = desk_user_button_get_name (DESK_USER_BUTTON (button));
          /* Translators: {name} is the person who signs in */
          g_autofree char *prompt = desk_fill (_("PIN of {name}"), "name", name, NULL);

          gtk_label_set_label (GTK_LABEL (self->prompt), prompt);
        }
    }

  for (gsize i = 0; i < self->pin->len; i++)
    g_string_append (dots, i > 0 ? " ●" : "●");
  gtk_label_set_label (GTK_LABEL (self->dots), dots->str);

  gtk_widget_set_sensitive (self->pad, self->login != NULL && !self->busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-in.enter",
                                 self->login != NULL && self->pin->len > 0 && !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-in.erase",
                                 self->pin->len > 0 && !self->busy);
}

static void
tell (DeskSignInPage *self,
      const char     *message,
      const char     *detail)
{
  gtk_label_set_label (GTK_LABEL (self->message), message);
  gtk_widget_set_tooltip_text (self->message, detail);
}

static void
on_signed_in_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskUser) user = desk_write_sign_in_finish (result, &error);

  self->busy = FALSE;
  if (user != NULL)
    {
      tell (self, "", NULL);
      desk_session_set_user (self->session, user);
    }
  else
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
      g_autofree char *text = desk_trouble_dup_text (trouble);

      tell (self, text, trouble->detail);
    }
  update_view (self);
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  desk_sign_in_page_choose (DESK_SIGN_IN_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
type_digit (DeskSignInPage *self,
            gunichar        digit)
{
  if (self->busy || self->login == NULL || self->pin->len >= LONGEST_PIN)
    return;

  g_string_append_unichar (self->pin, digit);
  tell (self, "", NULL);
  update_view (self);
}

static void
digit_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  type_digit (DESK_SIGN_IN_PAGE (widget), g_variant_get_string (parameter, NULL)[0]);
}

static void
erase_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DeskSignInPage *self = DESK_SIGN_IN_PAGE (widget);

  g_string_truncate (self->pin, MAX (self->pin->len, 1) - 1);
  update_view (self);
}

static void
enter_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DeskSignInPage *self = DESK_SIGN_IN_PAGE (widget);

  if (self->busy || self->login == NULL || self->pin->len == 0)
    return;

  self->busy = TRUE;
  desk_write_sign_in_async (self->session, self->login, self->pin->str, on_signed_in_cb,
                            g_object_ref (self));
  clear_pin (self);
  update_view (self);
}

/* The box of names would only move a cursor of its own, around a name that has not the focus. */
static gboolean
move_among_names (DeskSignInPage *self,
                  guint           keyval)
{
  static const struct
  {
    guint            keyval;
    GtkDirectionType direction;
  } arrows[] = {
    { GDK_KEY_Left, GTK_DIR_LEFT }, { GDK_KEY_KP_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GTK_DIR_RIGHT }, { GDK_KEY_KP_Right, GTK_DIR_RIGHT },
    { GDK_KEY_Up, GTK_DIR_UP }, { GDK_KEY_KP_Up, GTK_DIR_UP },
    { GDK_KEY_Down, GTK_DIR_DOWN }, { GDK_KEY_KP_Down, GTK_DIR_DOWN },
  };

  if (gtk_widget_get_focus_child (self->users) == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (keyval == arrows[i].keyval)
      {
        self->moved = TRUE;
        gtk_widget_child_focus (GTK_WIDGET (self), arrows[i].direction);
        return TRUE;
      }
  return FALSE;
}

/* Who moved to a name types the PIN of that person, and a wrong one counts against nobody else. */
static void
choose_focused (DeskSignInPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  const char *login;

  if (!self->moved || !DESK_IS_USER_BUTTON (focus))
    return;

  login = desk_user_button_get_login (DESK_USER_BUTTON (focus));
  if (g_strcmp0 (login, self->login) != 0)
    desk_sign_in_page_choose (self, login);
}

/* Any key types: the focus may be on a name or on the pad. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskSignInPage        *self)
{
  gunichar typed = gdk_keyval_to_unicode (keyval);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    self->moved = TRUE;

  if (move_among_names (self, keyval))
    return GDK_EVENT_STOP;

  if (typed < 0x80 && g_unichar_isdigit (typed))
    {
      choose_focused (self);
      type_digit (self, typed);
    }
  else if (keyval == GDK_KEY_BackSpace)
    gtk_widget_activate_action (GTK_WIDGET (self), "sign-in.erase", NULL);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && self->pin->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "sign-in.enter", NULL);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
show_users (DeskSignInPage  *self,
            const GPtrArray *users)
{
  const char *only = users->len == 1 ? ((const DeskUser *) users->pdata[0])->login : NULL;
  g_autofree char *chosen = g_strdup (self->wanted != NULL ? self->wanted : only);
  GtkWidget *first = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->users)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->users), child);

  for (guint i = 0; i < users->len; i++)
    {
      const DeskUser *user = users->pdata[i];
      GtkWidget *button = desk_user_button_new (user);

      gtk_flow_box_append (GTK_FLOW_BOX (self->users), button);

      /* The button has the focus; the cell around it would only be one stop more. */
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
      if (g_strcmp0 (user->login, chosen) == 0)
        {
          desk_sign_in_page_choose (self, chosen);
          first = button;
        }
      else if (first == NULL)
        {
          first = button;
        }
    }

  update_view (self);
  self->moved = FALSE;
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
on_users_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DeskSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) users = desk_worker_finish (result, &error);

  if (users != NULL)
    {
      show_users (self, users);
    }
  else if (!desk_trouble_is_silent (error))
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
      g_autofree char *text = desk_trouble_dup_text (trouble);

      tell (self, text, trouble->detail);
    }
}

static void
desk_sign_in_page_map (GtkWidget *widget)
{
  DeskSignInPage *self = DESK_SIGN_IN_PAGE (widget);
  const DeskProperty *property = desk_session_get_property (self->session);

  GTK_WIDGET_CLASS (desk_sign_in_page_parent_class)->map (widget);

  if (property != NULL)
    gtk_label_set_label (GTK_LABEL (self->hotel), property->name);
  clear_pin (self);
  update_view (self);
  desk_read_users (self->session, NULL, on_users_read_cb, g_object_ref (self));
}

static void
desk_sign_in_page_finalize (GObject *object)
{
  DeskSignInPage *self = DESK_SIGN_IN_PAGE (object);

  clear_pin (self);
  g_string_free (self->pin, TRUE);
  g_free (self->login);
  g_free (self->wanted);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_sign_in_page_parent_class)->finalize (object);
}

static void
desk_sign_in_page_class_init (DeskSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_sign_in_page_finalize;
  widget_class->map = desk_sign_in_page_map;

  desk_template_set (widget_class, DESK_UI ("desk-sign-in-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, hotel);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, users);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, dots);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, message);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, pad);
  gtk_widget_class_bind_template_child (widget_class, DeskSignInPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "sign-in.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "sign-in.digit", "s", digit_action);
  gtk_widget_class_install_action (widget_class, "sign-in.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "sign-in.enter", NULL, enter_action);
}

static void
desk_sign_in_page_init (DeskSignInPage *self)
{
  self->pin = g_string_sized_new (LONGEST_PIN + 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_sign_in_page_new (DeskSession *session)
{
  DeskSignInPage *self = g_object_new (DESK_TYPE_SIGN_IN_PAGE, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * desk_sign_in_page_choose:
 * @self: a page
 * @login: (nullable): whose PIN is typed next; %NULL: nobody's yet
 */
void
desk_sign_in_page_choose (DeskSignInPage *self,
                          const char     *login)
{
  if (self->busy)
    return;

  g_free (self->wanted);
  self->wanted = g_strdup (login);
  g_free (self->login);
  self->login = g_strdup (login);
  if (login == NULL)
    gtk_label_set_label (GTK_LABEL (self->prompt), _("Choose your name"));

  clear_pin (self);
  tell (self, "", NULL);
  update_view (self);
}

guint
desk_sign_in_page_get_n_users (DeskSignInPage *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->users); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

const char *
desk_sign_in_page_get_message (DeskSignInPage *self)
{
  return gtk_label_get_label (GTK_LABEL (self->message));
}
