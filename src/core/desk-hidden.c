/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-hidden.h"

/* What stands for a character that cannot be shown. */
#define MARK 0xfffd

/* Characters that nobody sees and that change what is seen around them: overrides of the
 * direction of writing, breaks of lines, spaces without width. Joiners stay, because names in
 * Persian and in the languages of India are written with them, and so do the plain marks
 * that keyboards for Hebrew and Arabic type, which turn nothing but themselves. Sorted. */
static const struct
{
  gunichar first;
  gunichar last;
} hidden[] = {
  { 0x00ad, 0x00ad },     /* soft hyphen */
  { 0x180e, 0x180e },
  { 0x200b, 0x200b },     /* space of no width */
  { 0x2028, 0x202e },     /* separators, embeddings and overrides */
  { 0x2060, 0x206f },     /* word joiner, isolates and what is deprecated */
  { 0xfeff, 0xfeff },     /* byte order mark */
  { 0xfff9, 0xfffb },     /* annotations */
  { 0xe0000, 0xe007f },   /* tags */
};

static gboolean
is_hidden (gunichar letter)
{
  gsize i;

  if (g_unichar_iscntrl (letter))
    return TRUE;
  for (i = 0; i < G_N_ELEMENTS (hidden) && hidden[i].first <= letter; i++)
    if (letter <= hidden[i].last)
      return TRUE;
  return FALSE;
}

/**
 * desk_hidden_find:
 * @text: a name, or anything else that stands beside other words on screen and paper
 *
 * Returns: the first character that has no place in it: a control character, or one
 *   that is not seen and changes how what stands around it is read; 0 where there is none
 */
gunichar
desk_hidden_find (const char *text)
{
  const char *at;

  for (at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_hidden (g_utf8_get_char (at)))
      return g_utf8_get_char (at);
  return 0;
}

/**
 * desk_hidden_mask:
 * @text: a piece of somebody's file, that a message is about; it need not be UTF-8
 *
 * Returns: (transfer full): @text in UTF-8, with a mark instead of each character that
 *   desk_hidden_find() would find
 */
char *
desk_hidden_mask (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *masked = g_string_new (NULL);
  const char *at;

  for (at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (masked, is_hidden (letter) ? MARK : letter);
    }
  return g_string_free (masked, FALSE);
}
