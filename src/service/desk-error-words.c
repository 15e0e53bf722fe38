/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-error-words.h"

#include "desk-explain.h"

typedef struct
{
  const char *what;
  const char *next;
} Words;

/* In the order of #DeskError. The screen is half turned to the guest: nothing
 * here may embarrass the person who reads it. */
static const Words words[] = {
  [DESK_ERROR_INVALID] = {
    N_("This is not written in a way that can be used."),
    N_("Nothing was changed. Please look at what was typed or at the file, and try again."),
  },
  [DESK_ERROR_OVERFLOW] = {
    N_("The amount is too large."),
    N_("Nothing was changed. Please check the figures."),
  },
  [DESK_ERROR_NOT_FOUND] = {
    N_("There is nothing of that name."),
    N_("Please check the spelling, or search in another way."),
  },
  [DESK_ERROR_AMBIGUOUS] = {
    N_("More than one fits."),
    N_("Please choose from the list, or type the confirmation number."),
  },
  [DESK_ERROR_REFUSED] = {
    N_("That is not possible now."),
    N_("Nothing was changed."),
  },
  [DESK_ERROR_AUTHORITY] = {
    N_("A colleague confirms this."),
    N_("Nothing was changed. Please ask somebody who may do it to sign in here."),
  },
  [DESK_ERROR_SIGN_IN] = {
    N_("The name and the PIN do not match."),
    N_("Please try again. After five wrong PINs in a row the name is locked for a minute or more."),
  },
  [DESK_ERROR_CHANGED] = {
    N_("Somebody changed this meanwhile."),
    N_("Nothing was done yet. What you typed is kept; please look at the new figures."),
  },
  [DESK_ERROR_EXISTS] = {
    N_("It is there already."),
    N_("Nothing was changed."),
  },
  [DESK_ERROR_USAGE] = {
    N_("This was not understood."),
    N_("Nothing was changed. Please look at the word that is underlined."),
  },
  [DESK_ERROR_STORAGE] = {
    N_("The hotel’s file could not be read or written."),
    N_("Nothing was changed. Please check the disk, then try again."),
  },
  [DESK_ERROR_BUSY] = {
    N_("Another program is using the hotel’s file."),
    N_("Nothing was changed. Please try again in a moment."),
  },
  [DESK_ERROR_FULL] = {
    N_("The disk is full."),
    N_("Nothing was changed and nothing is lost. Please make room, then try again."),
  },
  [DESK_ERROR_READ_ONLY] = {
    N_("The hotel’s file or its folder may not be written."),
    N_("Nothing was changed. Please check who owns the folder, then try again."),
  },
  [DESK_ERROR_NOT_DATABASE] = {
    N_("This file is not a hotel of Deskbell."),
    N_("It was left as it is. Please choose another file."),
  },
  [DESK_ERROR_NEWER] = {
    N_("This file was made by a newer version of Deskbell."),
    N_("It was left as it is. Please start the newer version."),
  },
  [DESK_ERROR_DAMAGED] = {
    N_("The hotel’s file is damaged."),
    N_("It was left as it is. Please go on with the last backup, and keep the damaged file."),
  },
  [DESK_ERROR_TAMPERED] = {
    N_("The ledger is not as it was written."),
    N_("Please leave everything as it is and call the manager."),
  },
};

static const Words others = {
  N_("Something went wrong."),
  N_("Nothing was changed. Please try again."),
};

static const Words *
find_words (const GError *error)
{
  if (error->domain == DESK_ERROR && error->code >= 0 &&
      error->code < (int) G_N_ELEMENTS (words) && words[error->code].what != NULL)
    return &words[error->code];
  return &others;
}

/**
 * desk_error_say_what:
 * @error: what went wrong
 * @catalog: the reader's language
 *
 * Returns: (transfer none): one sentence that says what kind of trouble it is
 */
const char *
desk_error_say_what (const GError      *error,
                     const DeskCatalog *catalog)
{
  return desk_catalog_gettext (catalog, find_words (error)->what);
}

/**
 * desk_error_say_next:
 * @error: what went wrong
 * @catalog: the reader's language
 *
 * Returns: (transfer none): what was kept, and what to do
 */
const char *
desk_error_say_next (const GError      *error,
                     const DeskCatalog *catalog)
{
  return desk_catalog_gettext (catalog, find_words (error)->next);
}

/**
 * desk_error_dup_detail:
 * @error: what went wrong
 * @catalog: the reader's language
 *
 * Returns: (transfer full): the error's own words, in that language where it brought a
 *   message along; in English where it did not
 */
char *
desk_error_dup_detail (const GError      *error,
                       const DeskCatalog *catalog)
{
  const DeskMessage *message = desk_error_get_message (error);

  return message != NULL
           ? desk_message_render (message, catalog, desk_error_get_property (error))
           : g_strdup (error->message);
}
