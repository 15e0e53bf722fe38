/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-message.h"

#include <string.h>

#define SHOWN_CHARACTERS 40

static void
arg_clear (DeskArg *arg)
{
  g_free (arg->text);
  if (arg->kind == DESK_ARG_MESSAGE)
    desk_message_free (arg->message);
}

/**
 * desk_message_new:
 * @code: (nullable): static word for programs
 * @msgid: static English sentence, marked with N_()
 *
 * Returns: (transfer full): a message without arguments; the functions that add
 *   one hand back their first argument, so that calls can be nested
 */
DeskMessage *
desk_message_new (const char *code,
                  const char *msgid)
{
  DeskMessage *self = g_new (DeskMessage, 1);

  self->code = code;
  self->msgid = msgid;
  self->plural = NULL;
  self->n = 0;
  self->n_args = 0;
  self->args = self->own;
  self->n_places = G_N_ELEMENTS (self->own);
  return self;
}

/**
 * desk_message_new_plural:
 * @code: (nullable): static word for programs
 * @msgid: English sentence for one
 * @plural: English sentence for several
 * @n: how many; also filled in as `{n}`
 *
 * Returns: (transfer full): a message whose form @n chooses
 */
DeskMessage *
desk_message_new_plural (const char *code,
                         const char *msgid,
                         const char *plural,
                         gint64      n)
{
  DeskMessage *self = desk_message_new (code, msgid);

  self->plural = plural;
  self->n = n;
  return desk_message_integer (self, "n", DESK_ARG_INT, n);
}

static void
make_room (DeskMessage *self)
{
  DeskArg *more = g_new (DeskArg, 2 * self->n_places);

  memcpy (more, self->args, self->n_args * sizeof *more);
  if (self->args != self->own)
    g_free (self->args);
  self->args = more;
  self->n_places *= 2;
}

static DeskMessage *
add (DeskMessage *self,
     DeskArg      arg)
{
  if (self->n_args == self->n_places)
    make_room (self);
  self->args[self->n_args++] = arg;
  return self;
}

/**
 * desk_message_cut:
 * @text: what somebody wrote; it need not be UTF-8
 *
 * Returns: (transfer full): as much of it as a sentence about it needs
 */
char *
desk_message_cut (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (g_utf8_strlen (valid, -1) <= SHOWN_CHARACTERS)
    return g_steal_pointer (&valid);
  *g_utf8_offset_to_pointer (valid, SHOWN_CHARACTERS) = '\0';
  return g_strconcat (valid, "…", NULL);
}

/**
 * desk_message_why:
 * @msgid: static English sentence with `{text}` and `{why}` in it, marked with N_()
 * @text: what somebody wrote; a long one is cut
 * @why: static English, marked with N_(): what is wrong with it
 *
 * Returns: (transfer full): a message about something that cannot be read
 */
DeskMessage *
desk_message_why (const char *msgid,
                  const char *text,
                  const char *why)
{
  g_autofree char *shown = desk_message_cut (text);
  DeskMessage *self = desk_message_text (desk_message_new (NULL, msgid), "text", shown);

  return desk_message_nest (self, "why", desk_message_new (NULL, why));
}

/**
 * desk_message_at:
 * @where: a place in a file, with what parts it from the rest: "hotel.ini:3: "
 * @why: (transfer full): what is wrong there
 *
 * Returns: (transfer full): both, as they stand in an error
 */
DeskMessage *
desk_message_at (const char  *where,
                 DeskMessage *why)
{
  DeskMessage *self = desk_message_text (desk_message_new (NULL, "{where}{why}"), "where", where);

  return desk_message_nest (self, "why", why);
}

static void
append_source (GString           *text,
               const DeskMessage *self)
{
  const char *at = self->msgid;
  guint i;

  while (*at != '\0')
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      const DeskArg *arg = NULL;

      for (i = 0; end != NULL && arg == NULL && i < self->n_args; i++)
        if (strncmp (self->args[i].name, at + 1, (gsize) (end - at) - 1) == 0 &&
            self->args[i].name[end - at - 1] == '\0')
          arg = &self->args[i];
      if (arg == NULL)
        {
          g_string_append_c (text, *at++);
          continue;
        }
      if (arg->kind == DESK_ARG_MESSAGE)
        append_source (text, arg->message);
      else if (arg->kind == DESK_ARG_INT)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, arg->integer);
      else
        g_string_append (text, arg->text != NULL ? arg->text : "");
      at = end + 1;
    }
}

/**
 * desk_message_dup_source:
 * @self: a message of which every argument is a text, a whole number or such a message
 *
 * Returns: (transfer full): what it says in English, for the text of an error: core has
 *   no catalog, and a log needs none
 */
char *
desk_message_dup_source (const DeskMessage *self)
{
  GString *text = g_string_new (NULL);

  append_source (text, self);
  return g_string_free (text, FALSE);
}

/**
 * desk_message_copy:
 * @self: a message
 *
 * Returns: (transfer full): the same message; the words of a property in it stay the
 *   property's
 */
DeskMessage *
desk_message_copy (const DeskMessage *self)
{
  DeskMessage *copy = desk_message_new (self->code, self->msgid);
  guint i;

  copy->plural = self->plural;
  copy->n = self->n;
  for (i = 0; i < self->n_args; i++)
    {
      DeskArg arg = self->args[i];

      arg.text = g_strdup (arg.text);
      if (arg.kind == DESK_ARG_MESSAGE)
        arg.message = desk_message_copy (arg.message);
      add (copy, arg);
    }
  return copy;
}

/**
 * desk_message_again:
 * @self: a message without a plural
 * @msgid: English sentence marked with N_()
 *
 * Returns: (transfer full): the arguments of @self in another sentence
 */
DeskMessage *
desk_message_again (const DeskMessage *self,
                    const char        *msgid)
{
  DeskMessage *again = desk_message_copy (self);

  again->msgid = msgid;
  return again;
}

void
desk_message_free (DeskMessage *self)
{
  guint i;

  if (self == NULL)
    return;

  for (i = 0; i < self->n_args; i++)
    arg_clear (&self->args[i]);
  if (self->args != self->own)
    g_free (self->args);
  g_free (self);
}

DeskMessage *
desk_message_text (DeskMessage *self,
                   const char  *name,
                   const char  *value)
{
  return add (self, (DeskArg){ .name = name, .kind = DESK_ARG_TEXT, .text = g_strdup (value) });
}

/**
 * desk_message_person:
 * @self: a message
 * @name: the placeholder
 * @login: (nullable): who works here
 *
 * Returns: (transfer none): @self
 */
DeskMessage *
desk_message_person (DeskMessage *self,
                     const char  *name,
                     const char  *login)
{
  return add (self, (DeskArg){ .name = name, .kind = DESK_ARG_PERSON, .text = g_strdup (login) });
}

DeskMessage *
desk_message_integer (DeskMessage *self,
                      const char  *name,
                      DeskArgKind  kind,
                      gint64       value)
{
  return add (self, (DeskArg){ .name = name, .kind = kind, .integer = value });
}

DeskMessage *
desk_message_exact (DeskMessage  *self,
                    const char   *name,
                    DeskArgKind   kind,
                    DeskRational  value)
{
  return add (self, (DeskArg){ .name = name, .kind = kind, .exact = value });
}

DeskMessage *
desk_message_percent (DeskMessage *self,
                      const char  *name,
                      const char  *rate)
{
  return add (self, (DeskArg){ .name = name, .kind = DESK_ARG_PERCENT, .text = g_strdup (rate) });
}

/**
 * desk_message_words:
 * @self: a message
 * @name: the placeholder
 * @words: (transfer none): the property's words; must outlive the message
 * @fallback: (nullable): what to show where the property has no words
 *
 * Returns: (transfer none): @self
 */
DeskMessage *
desk_message_words (DeskMessage     *self,
                    const char      *name,
                    const DeskWords *words,
                    const char      *fallback)
{
  return add (self, (DeskArg){ .name = name,
                               .kind = DESK_ARG_WORDS,
                               .words = words,
                               .text = g_strdup (fallback) });
}

/**
 * desk_message_nest:
 * @self: a message
 * @name: the placeholder
 * @value: (transfer full): the message that stands there
 *
 * Returns: (transfer none): @self
 */
DeskMessage *
desk_message_nest (DeskMessage *self,
                   const char  *name,
                   DeskMessage *value)
{
  return add (self, (DeskArg){ .name = name, .kind = DESK_ARG_MESSAGE, .message = value });
}
