/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-confirmation.h"

#include <string.h>

/* Without I, L, O and U, which are taken for other characters or make words. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define CHECK_MODULUS 31
#define PREFIX_LENGTH 2
#define N_CHARACTERS 4
#define TEXT_LENGTH (PREFIX_LENGTH + 1 + N_CHARACTERS + 1)

/**
 * desk_confirmation_make:
 * @prefix: two letters
 * @number: which one, below %DESK_N_CONFIRMATIONS
 *
 * Returns: (transfer full): such as `AU-00ZZ0`
 */
char *
desk_confirmation_make (const char *prefix,
                        guint       number)
{
  char *text;
  guint rest = number;
  int i;

  g_return_val_if_fail (strlen (prefix) == PREFIX_LENGTH, NULL);
  g_return_val_if_fail (g_ascii_isalpha (prefix[0]) && g_ascii_isalpha (prefix[1]), NULL);
  g_return_val_if_fail (number < DESK_N_CONFIRMATIONS, NULL);

  text = g_malloc0 (TEXT_LENGTH + 1);
  text[0] = g_ascii_toupper (prefix[0]);
  text[1] = g_ascii_toupper (prefix[1]);
  text[2] = '-';
  for (i = PREFIX_LENGTH + N_CHARACTERS; i > PREFIX_LENGTH; i--)
    {
      text[i] = alphabet[rest % 32];
      rest /= 32;
    }
  text[TEXT_LENGTH - 1] = alphabet[number % CHECK_MODULUS];
  return text;
}

/* Which number a character stands for, or -1. */
static int
get_value (char character)
{
  const char *found;

  character = g_ascii_toupper (character);
  if (character == 'O')
    character = '0';
  else if (character == 'I' || character == 'L')
    character = '1';
  found = character != '\0' ? strchr (alphabet, character) : NULL;
  return found != NULL ? (int) (found - alphabet) : -1;
}

/**
 * desk_confirmation_normalize:
 * @text: what somebody typed
 *
 * Small letters are taken for capitals, O for 0, I and L for 1.
 *
 * Returns: (transfer full) (nullable): the number as desk_confirmation_make()
 *   writes it, or %NULL where it is none of ours or its check character is wrong
 */
char *
desk_confirmation_normalize (const char *text)
{
  char prefix[PREFIX_LENGTH + 1] = { 0 };
  guint number = 0;
  int i;

  if (strlen (text) != TEXT_LENGTH || text[PREFIX_LENGTH] != '-' ||
      !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]))
    return NULL;

  for (i = PREFIX_LENGTH + 1; i < TEXT_LENGTH - 1; i++)
    {
      int value = get_value (text[i]);

      if (value < 0)
        return NULL;
      number = number * 32 + (guint) value;
    }
  if (get_value (text[TEXT_LENGTH - 1]) != (int) (number % CHECK_MODULUS))
    return NULL;

  memcpy (prefix, text, PREFIX_LENGTH);
  return desk_confirmation_make (prefix, number);
}

/**
 * desk_confirmation_check:
 * @text: what somebody typed
 *
 * Returns: whether it is a number of ours with the right check character, read as
 *   desk_confirmation_normalize() reads it
 */
gboolean
desk_confirmation_check (const char *text)
{
  g_autofree char *normalized = desk_confirmation_normalize (text);

  return normalized != NULL;
}
