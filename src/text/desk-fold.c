/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "desk-icu.h"

/* Letters with a stroke, joined letters and the like, which Unicode does not
 * take apart although a clerk types the plain letter. Sorted by code point. */
static const struct
{
  gunichar    letter;
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" },   /* æ */
  { 0x00f0, "d" },    /* ð */
  { 0x00f8, "o" },    /* ø */
  { 0x00fe, "th" },   /* þ */
  { 0x0111, "d" },    /* đ */
  { 0x0127, "h" },    /* ħ */
  { 0x0131, "i" },    /* ı */
  { 0x0138, "k" },    /* ĸ */
  { 0x0142, "l" },    /* ł */
  { 0x014b, "n" },    /* ŋ */
  { 0x0153, "oe" },   /* œ */
  { 0x0167, "t" },    /* ŧ */
  { 0x0180, "b" },    /* ƀ */
  { 0x01dd, "e" },    /* ǝ */
  { 0x01e5, "g" },    /* ǥ */
  { 0x0259, "e" },    /* ə */
  { 0x0268, "i" },    /* ɨ */
  { 0x0289, "u" },    /* ʉ */
};

static const char *
find_plain (gunichar letter)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (plain_letters);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (plain_letters[middle].letter == letter)
        return plain_letters[middle].plain;
      if (plain_letters[middle].letter < letter)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic. The vowels
 * of Indian writing and the voicing of Japanese are marks too but part of the
 * name; they are of other classes. */
static gboolean
is_accent (gunichar letter)
{
  guint8 class = u_getCombiningClass ((UChar32) letter);

  return class == 1 || (class >= 10 && class <= 36) || class >= 200;
}

/* Writes letters to the key, and one space for whatever is between them. */
static void
append_folded (GString  *key,
               gunichar  letter)
{
  const guint32 kept = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
  gboolean part_of_word;

  if (is_accent (letter))
    return;

  /* U+02BC is an apostrophe that Unicode calls a letter. */
  part_of_word = (U_GET_GC_MASK ((UChar32) letter) & kept) != 0 && letter != 0x02bc;

  if (part_of_word)
    {
      const char *plain = find_plain (letter);

      if (plain != NULL)
        g_string_append (key, plain);
      else
        g_string_append_unichar (key, letter);
    }
  else if (key->len > 0 && key->str[key->len - 1] != ' ')
    {
      g_string_append_c (key, ' ');
    }
}

static char *
normalize (const UNormalizer2 *normalizer,
           const char         *text)
{
  int32_t length = 0;
  g_autofree UChar *wide = desk_icu_from_utf8 (text, &length);
  g_autofree UChar *normal = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t size;

  /* Asked without a buffer, ICU says how long the result will be. */
  size = unorm2_normalize (normalizer, wide, length, NULL, 0, &status);
  status = U_ZERO_ERROR;
  normal = g_new (UChar, size + 1);
  size = unorm2_normalize (normalizer, wide, length, normal, size + 1, &status);
  desk_icu_check (status);

  return desk_icu_to_utf8 (normal, size);
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;

  return TRUE;
}

/* Case and compatibility first, then apart into letters and accents. */
static char *
take_apart (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *folded = NULL;

  if (is_ascii (text))
    return g_ascii_strdown (text, -1);

  folded = normalize (unorm2_getNFKCCasefoldInstance (&status), text);
  desk_icu_check (status);

  return normalize (unorm2_getNFDInstance (&status), folded);
}

/**
 * desk_fold:
 * @text: what a person typed or is called; bytes that are not UTF-8 part words
 *
 * Makes the key under which a text is stored and looked up: no case, no
 * accents, plain letters for those with a stroke, single spaces for everything
 * between words. Two texts that a clerk would call the same have the same key;
 * the key is not for reading. Names in other scripts keep their letters.
 *
 * Returns: (transfer full): the key, "sorlie" for "SØRLIE"; may be empty
 */
char *
desk_fold (const char *text)
{
  g_autofree char *apart = NULL;
  GString *key;
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (text != NULL, NULL);

  apart = take_apart (text);
  key = g_string_sized_new (strlen (apart) + 1);
  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    append_folded (key, g_utf8_get_char (at));

  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);

  /* Korean syllables and voiced kana were taken apart as well. */
  if (!is_ascii (key->str))
    {
      g_autofree char *parts = g_string_free (g_steal_pointer (&key), FALSE);

      return normalize (unorm2_getNFCInstance (&status), parts);
    }

  return g_string_free (key, FALSE);
}

/**
 * desk_fold_words:
 * @text: what a person typed
 *
 * Returns: (transfer full) (array zero-terminated=1): the words of
 *   desk_fold(), free with g_strfreev(); no word is empty
 */
char **
desk_fold_words (const char *text)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  key = desk_fold (text);
  return g_strsplit (key, " ", -1);
}

/**
 * desk_fold_number:
 * @text: a confirmation number, or one that others know a stay by
 *
 * Numbers are read out, typed and pasted with and without their hyphens and
 * spaces, so these are no part of the key.
 *
 * Returns: (transfer full): the key, "ke7q2kx" for "KE-7Q2KX"; may be empty
 */
char *
desk_fold_number (const char *text)
{
  g_autofree char *key = desk_fold (text);
  char *end = key;

  for (const char *at = key; *at != '\0'; at++)
    if (*at != ' ')
      *end++ = *at;
  *end = '\0';

  return g_steal_pointer (&key);
}

/**
 * desk_fold_mail:
 * @text: an e-mail address
 *
 * Returns: (transfer full): the key under which it is stored and looked up
 */
char *
desk_fold_mail (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return g_utf8_casefold (trimmed, -1);
}

/**
 * desk_fold_phone:
 * @text: a telephone number in any form
 *
 * Keeps the digits, in whichever writing they came, without the 00 that stands
 * for the plus of an international number.
 *
 * Returns: (transfer full): digits only; may be empty
 */
char *
desk_fold_phone (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (at));

      if (digit >= 0)
        g_string_append_c (digits, (char) ('0' + digit));
    }
  if (g_str_has_prefix (digits->str, "00"))
    g_string_erase (digits, 0, 2);

  return g_strdup (digits->str);
}

/**
 * desk_fold_phone_tail:
 * @phone_key: from desk_fold_phone()
 *
 * Returns: (transfer full): the same digits from the last to the first, so that a
 *   number is found by its end, where its country and trunk code make no difference
 */
char *
desk_fold_phone_tail (const char *phone_key)
{
  return g_strreverse (g_strdup (phone_key));
}

/**
 * desk_fold_is_phone:
 * @text: what was typed
 *
 * Returns: whether it may be a telephone number or its end: four digits at least,
 *   and nothing else than what people write between them
 */
gboolean
desk_fold_is_phone (const char *text)
{
  guint n_digits = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isdigit (letter))
        n_digits++;
      else if (letter >= 0x80 ? !g_unichar_isspace (letter)
                              : strchr ("+-()./ ", (int) letter) == NULL)
        return FALSE;
    }

  return n_digits >= 4;
}
