/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sign-in.h"

#include <string.h>

#include <sodium.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-ledger.h"
#include "desk-user-table.h"

/* Argon2id with 19 MiB and two passes, as OWASP asks for at least. */
#define HASH_PASSES 2
#define HASH_MEMORY ((gsize) 19456 * 1024)

/* Wrong PINs in a row before the first lock; each further one locks for longer. */
#define FREE_ATTEMPTS 5

/* So many programs may be signing the same person in at one moment: their attempts
 * are counted, but lock nobody out before one of them was wrong. */
#define MOST_AT_ONCE 60

#define MINUTE_US (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

static const int lock_minutes[] = { 1, 5, 15, 60 };

/* What is compared where nobody of that name may sign in, so that it takes as
 * long as a wrong PIN does. No PIN has this hash. */
static const char nobody_hash[] =
  "$argon2id$v=19$m=19456,t=2,p=1$ktZ45mXQ/2EKbe04Okrh3w"
  "$1xDFCQrGavPFpin0K1pwQ32K+dsH5U/8ZBhHDoRHKYU";

void
desk_user_free (DeskUser *self)
{
  if (self == NULL)
    return;

  g_free (self->login);
  g_free (self->name);
  g_free (self);
}

DeskUser *
desk_user_copy (const DeskUser *self)
{
  DeskUser *copy = g_new0 (DeskUser, 1);

  copy->login = g_strdup (self->login);
  copy->name = g_strdup (self->name);
  copy->role = self->role;
  return copy;
}

static DeskUser *
user_from_record (const DeskUserRecord *record)
{
  const DeskUser user = { record->login, record->name, record->role };

  return desk_user_copy (&user);
}

/**
 * desk_sign_in_list:
 * @house: a house
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type DeskUser) (nullable): who can sign in, by
 *   login, or %NULL with @error set
 */
GPtrArray *
desk_sign_in_list (DeskHouse  *house,
                   GError    **error)
{
  g_autoptr (GPtrArray) records = desk_user_table_list (desk_house_get_db (house), error);
  GPtrArray *users;
  guint i;

  if (records == NULL)
    return NULL;

  users = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_user_free);
  for (i = 0; i < records->len; i++)
    {
      const DeskUserRecord *record = g_ptr_array_index (records, i);

      if (record->active)
        g_ptr_array_add (users, user_from_record (record));
    }
  return users;
}

/**
 * desk_sign_in_hash_pin:
 * @pin: a PIN
 * @error: return location for a #GError
 *
 * Slow on purpose, some tens of milliseconds and 19 MiB.
 *
 * Returns: (transfer full) (nullable): the hash with its salt and parameters, or
 *   %NULL with %DESK_ERROR_STORAGE where there is not that much memory
 */
char *
desk_sign_in_hash_pin (const char  *pin,
                       GError     **error)
{
  char hash[crypto_pwhash_STRBYTES];

  if (sodium_init () < 0 ||
      crypto_pwhash_str_alg (hash, pin, strlen (pin), HASH_PASSES, HASH_MEMORY,
                             crypto_pwhash_ALG_ARGON2ID13) != 0)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_STORAGE,
                           "The PIN could not be hashed: out of memory");
      return NULL;
    }
  return g_strdup (hash);
}

/**
 * desk_sign_in_pin_matches:
 * @hash: what desk_sign_in_begin() handed out
 * @pin: what was typed
 *
 * Slow on purpose; touches no database and may run on any thread.
 *
 * Returns: whether @pin is the right one
 */
gboolean
desk_sign_in_pin_matches (const char *hash,
                          const char *pin)
{
  return sodium_init () >= 0 && crypto_pwhash_str_verify (hash, pin, strlen (pin)) == 0;
}

/* The same words for a wrong name and a wrong PIN. */
static void
set_wrong (GError **error)
{
  desk_complain (error, DESK_ERROR_SIGN_IN,
                 desk_message_new (NULL, N_("The name and the PIN do not match.")));
}

static gint64
lock_length (int failed)
{
  int step = MIN (failed - FREE_ATTEMPTS, (int) G_N_ELEMENTS (lock_minutes) - 1);

  return step < 0 ? 0 : lock_minutes[step] * MINUTE_US;
}

static gboolean
check_lock (const DeskUserRecord  *record,
            gint64                 now,
            GError               **error)
{
  /* A clock that ran ahead when the lock was made must not keep somebody out for years. */
  gint64 until = MIN (record->locked_until, now + lock_length (G_MAXINT));
  gint64 minutes = (until - now + MINUTE_US - 1) / MINUTE_US;

  if (until <= now)
    return TRUE;

  return desk_complain (error, DESK_ERROR_SIGN_IN,
                        desk_message_new_plural (
                          NULL, "Too many wrong PINs; try again in {n} minute.",
                          "Too many wrong PINs; try again in {n} minutes.", minutes));
}

/* Finds who may sign in; @out is %NULL where there is no such person. */
static gboolean
find_user (DeskDb          *db,
           const char      *login,
           DeskUserRecord **out,
           GError         **error)
{
  if (!desk_user_table_find (db, login, out, error))
    return FALSE;
  if (*out != NULL && (!(*out)->active || (*out)->pin_hash[0] == '\0'))
    g_clear_pointer (out, desk_user_record_free);
  return TRUE;
}

/**
 * desk_sign_in_begin:
 * @house: a house
 * @context: the clock
 * @login: who wants to sign in
 * @error: return location for a #GError
 *
 * Counts the attempt before it is made, so that breaking off in the middle gains
 * nothing; several programs of one person may be at it at once. After five wrong
 * PINs in a row the user is locked for 1 minute, then for 5, 15 and 60.
 *
 * Returns: (transfer full) (nullable): what desk_sign_in_pin_matches() takes, also
 *   where there is no such user; or %NULL with %DESK_ERROR_SIGN_IN while locked
 */
char *
desk_sign_in_begin (DeskHouse          *house,
                    const DeskContext  *context,
                    const char         *login,
                    GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskUserRecord) record = NULL;
  g_auto (DeskTx) tx = { NULL };
  gint64 now = context->now (context->source);

  if (!desk_tx_begin (&tx, db, error) || !find_user (db, login, &record, error))
    return NULL;
  if (record == NULL)
    return g_strdup (nobody_hash);
  if (!check_lock (record, now, error))
    return NULL;

  record->failed++;
  if (record->failed >= FREE_ATTEMPTS + MOST_AT_ONCE)
    {
      record->failed = FREE_ATTEMPTS;
      record->locked_until = now + lock_length (FREE_ATTEMPTS);
    }
  if (!desk_user_table_update (db, record, error) || !desk_tx_commit (&tx, error))
    return NULL;
  return g_strdup (record->pin_hash);
}

/* The entry is made by the person it is about, in their own role. */
static gboolean
append_entry (DeskHouse             *house,
              const DeskContext     *context,
              const DeskUserRecord  *record,
              const char            *verb,
              GError               **error)
{
  g_autofree char *detail = g_strdup_printf ("user %s\nfailed %d\n", record->login, record->failed);
  DeskContext theirs = *context;
  DeskEntry entry = { .verb = verb, .detail = detail };

  theirs.user = record->login;
  theirs.role = record->role;
  return desk_ledger_append_entry (house, &theirs, &entry, error);
}

static gboolean
lock (DeskDb             *db,
      const DeskContext  *context,
      DeskUserRecord     *record,
      GError            **error)
{
  record->locked_until = context->now (context->source) + lock_length (record->failed);
  return desk_user_table_update (db, record, error);
}

/**
 * desk_sign_in_finish:
 * @house: a house
 * @context: the clock and the desk
 * @login: the same as in desk_sign_in_begin()
 * @matched: what desk_sign_in_pin_matches() said
 * @error: return location for a #GError
 *
 * Writes down that somebody signed in, or that a user is locked now.
 *
 * Returns: (transfer full) (nullable): who is signed in, or %NULL with
 *   %DESK_ERROR_SIGN_IN
 */
DeskUser *
desk_sign_in_finish (DeskHouse          *house,
                     const DeskContext  *context,
                     const char         *login,
                     gboolean            matched,
                     GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskUserRecord) record = NULL;
  g_auto (DeskTx) tx = { NULL };

  if (!desk_tx_begin (&tx, db, error) || !find_user (db, login, &record, error))
    return NULL;

  if (record == NULL || !matched)
    {
      if (record != NULL && record->failed >= FREE_ATTEMPTS &&
          (!lock (db, context, record, error) ||
           !append_entry (house, context, record, "sign-in-locked", error) ||
           !desk_tx_commit (&tx, error)))
        return NULL;
      set_wrong (error);
      return NULL;
    }

  record->failed = 0;
  record->locked_until = 0;
  if (!desk_user_table_update (db, record, error) ||
      !append_entry (house, context, record, "sign-in", error) ||
      !desk_tx_commit (&tx, error))
    return NULL;
  return user_from_record (record);
}

/**
 * desk_sign_in:
 * @house: a house
 * @context: the clock and the desk
 * @login: who wants to sign in
 * @pin: what was typed
 * @error: return location for a #GError
 *
 * The three steps in one, for a program that has nothing else to do meanwhile.
 *
 * Returns: (transfer full) (nullable): who is signed in, or %NULL with
 *   %DESK_ERROR_SIGN_IN
 */
DeskUser *
desk_sign_in (DeskHouse          *house,
              const DeskContext  *context,
              const char         *login,
              const char         *pin,
              GError            **error)
{
  g_autofree char *hash = desk_sign_in_begin (house, context, login, error);

  return hash == NULL ? NULL
                      : desk_sign_in_finish (house, context, login,
                                             desk_sign_in_pin_matches (hash, pin), error);
}
