/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complain.h"

#include "desk-explain.h"
#include "desk-hidden.h"

/**
 * desk_complain:
 * @error: return location for a #GError
 * @code: what kind of error it is
 * @message: (transfer full): what it says; without amounts, which would need a currency
 *
 * Sets an error that can be read in every language: its own text is the message in
 * English, and the message goes along for whoever reads another one.
 *
 * Returns: %FALSE, so that a function can end with it
 */
gboolean
desk_complain (GError      **error,
               DeskError     code,
               DeskMessage  *message)
{
  return desk_complain_in (error, code, message, NULL);
}

/**
 * desk_complain_in:
 * @error: return location for a #GError
 * @code: what kind of error it is
 * @message: (transfer full): what it says
 * @property: (nullable): whose currency, zone and words it is said with
 *
 * Does what desk_complain() does, also for a message with amounts.
 *
 * Returns: %FALSE
 */
gboolean
desk_complain_in (GError             **error,
                  DeskError            code,
                  DeskMessage         *message,
                  const DeskProperty  *property)
{
  g_autoptr (DeskMessage) owned = message;
  g_autofree char *text = NULL;

  g_return_val_if_fail (message != NULL, FALSE);

  if (error == NULL)
    return FALSE;

  text = desk_message_render (message, desk_catalog_get_default (), property);
  g_set_error_literal (error, DESK_ERROR, code, text);
  desk_error_take_message_of (*error, g_steal_pointer (&owned), property);
  return FALSE;
}

/**
 * desk_complain_changed:
 *
 * Sets the error of who found something else than the plan was made from.
 *
 * Returns: %FALSE
 */
gboolean
desk_complain_changed (GError **error)
{
  return desk_complain (error, DESK_ERROR_CHANGED,
                        desk_message_new (NULL, N_("somebody changed this meanwhile; "
                                                   "nothing was done")));
}

/**
 * desk_message_about:
 * @msgid: English sentence with `{word}` in it, marked with N_()
 * @word: what somebody typed; a long one is cut
 *
 * Returns: (transfer full): a message about a word
 */
DeskMessage *
desk_message_about (const char *msgid,
                    const char *word)
{
  g_autofree char *shown = desk_message_cut (word);

  return desk_message_text (desk_message_new (NULL, msgid), "word", shown);
}

/**
 * desk_message_of:
 * @why: an error
 *
 * Returns: (transfer full): what it says, to stand in another sentence; where nobody has
 *   translated it as it is
 */
DeskMessage *
desk_message_of (const GError *why)
{
  const DeskMessage *message = desk_error_get_message (why);

  return message != NULL ? desk_message_copy (message)
                         : desk_message_text (desk_message_new (NULL, "{why}"), "why",
                                              why->message);
}

/**
 * desk_message_of_hidden:
 * @hidden: a character that nobody sees
 *
 * Returns: (transfer full): what is wrong with a text that has it
 */
DeskMessage *
desk_message_of_hidden (gunichar hidden)
{
  g_autofree char *code = g_strdup_printf ("U+%04X", hidden);

  /* Translators: behind the name of a field of a file and a colon; {code} is as in U+200B */
  return desk_message_text (desk_message_new (NULL, N_("has a character in it that nobody sees "
                                                       "({code}); type it again without")),
                            "code", code);
}

/**
 * desk_complain_of:
 * @error: return location for a #GError
 * @code: what kind of error it is
 * @msgid: English sentence with `{word}` in it, marked with N_()
 * @word: what somebody typed; a long one is cut
 *
 * Sets an error about one word. See desk_complain().
 *
 * Returns: %FALSE
 */
gboolean
desk_complain_of (GError      **error,
                  DeskError     code,
                  const char   *msgid,
                  const char   *word)
{
  return desk_complain (error, code, desk_message_about (msgid, word));
}

/**
 * desk_complain_of_file:
 * @error: return location for a #GError
 * @code: what kind of error it is
 * @msgid: English sentence with `{file}` in it, marked with N_()
 * @path: a file; it may hold any bytes
 *
 * Sets an error about one file, which is its place. See desk_complain().
 *
 * Returns: %FALSE
 */
gboolean
desk_complain_of_file (GError      **error,
                       DeskError     code,
                       const char   *msgid,
                       const char   *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  desk_complain (error, code, desk_message_text (desk_message_new (NULL, msgid), "file", shown));
  if (error != NULL)
    desk_error_set_place (*error, path, NULL, NULL, 0);
  return FALSE;
}

/**
 * desk_complain_of_hidden:
 * @text: what somebody typed
 * @error: return location for a #GError
 *
 * Returns: %TRUE where nothing in @text is hidden; %FALSE with %DESK_ERROR_USAGE. A tab
 *   only parts words.
 */
gboolean
desk_complain_of_hidden (const char  *text,
                         GError     **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "\t", ' ');

  return desk_hidden_find (plain) == 0 ||
         desk_complain (error, DESK_ERROR_USAGE,
                        desk_message_new (NULL, N_("the line has a hidden character in it; "
                                                   "please type it anew")));
}
