/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pin.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-fill.h"

/* Longer than any PIN; what is beyond is not one. */
#define MAX_PIN 64

/* Asks on the terminal, where the answer is not shown. */
static char *
ask (const DeskCatalog *catalog,
     const char        *login)
{
  char line[MAX_PIN + 2];
  struct termios shown;
  struct termios hidden;
  g_autofree char *question = NULL;
  char *answer;

  if (tcgetattr (STDIN_FILENO, &shown) != 0)
    return NULL;
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) ECHO;

  /* Translators: asked on a terminal; {name} is a user */
  question = desk_fill (desk_catalog_gettext (catalog, N_("PIN of {name}:")), "name", login, NULL);
  fprintf (stderr, "%s ", question);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
  answer = fgets (line, sizeof line, stdin);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
  fputc ('\n', stderr);

  if (answer != NULL)
    answer = g_strndup (line, strcspn (line, "\r\n"));
  sodium_memzero (line, sizeof line);
  return answer;
}

/**
 * desk_pin_read:
 * @catalog: language to ask in
 * @login: whose
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the PIN from DESKBELL_PIN, or typed on the
 *   terminal; %NULL with %DESK_ERROR_SIGN_IN where there is neither. Give it to
 *   desk_pin_wipe() when it has been used
 */
char *
desk_pin_read (const DeskCatalog  *catalog,
               const char         *login,
               GError            **error)
{
  const char *given = g_getenv ("DESKBELL_PIN");
  char *pin = NULL;

  if (given != NULL)
    pin = g_strdup (given);
  else if (isatty (STDIN_FILENO))
    pin = ask (catalog, login);

  if (pin == NULL)
    desk_complain_of (error, DESK_ERROR_SIGN_IN,
                      N_("no PIN for {word}: set DESKBELL_PIN, or start this on a terminal"),
                      login);
  return pin;
}

/**
 * desk_pin_wipe:
 * @pin: a PIN; its memory stays the caller's
 *
 * Takes the PIN out of memory.
 */
void
desk_pin_wipe (char *pin)
{
  sodium_memzero (pin, strlen (pin));
}
