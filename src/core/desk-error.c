/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-error.h"

#include "desk-message.h"

/* Shared by the copies of an error, which may end in different threads. */
typedef struct
{
  DeskMessage  *message;
  DeskProperty *property;   /* (nullable): whose currency and words are in it */
} DeskSaid;

typedef struct
{
  DeskErrorPlace  place;
  DeskSaid       *said;
} DeskErrorPrivate;

static const char *const code_names[] = {
  [DESK_ERROR_INVALID] = "invalid",
  [DESK_ERROR_OVERFLOW] = "overflow",
  [DESK_ERROR_NOT_FOUND] = "not-found",
  [DESK_ERROR_AMBIGUOUS] = "ambiguous",
  [DESK_ERROR_REFUSED] = "refused",
  [DESK_ERROR_AUTHORITY] = "authority",
  [DESK_ERROR_SIGN_IN] = "sign-in",
  [DESK_ERROR_CHANGED] = "changed",
  [DESK_ERROR_EXISTS] = "exists",
  [DESK_ERROR_USAGE] = "usage",
  [DESK_ERROR_STORAGE] = "storage",
  [DESK_ERROR_BUSY] = "busy",
  [DESK_ERROR_FULL] = "full",
  [DESK_ERROR_READ_ONLY] = "read-only",
  [DESK_ERROR_NOT_DATABASE] = "not-a-database",
  [DESK_ERROR_NEWER] = "newer",
  [DESK_ERROR_DAMAGED] = "damaged",
  [DESK_ERROR_TAMPERED] = "tampered",
};

static void
said_clear (gpointer data)
{
  DeskSaid *said = data;

  desk_message_free (said->message);
  desk_property_unref (said->property);
}

static void
desk_error_private_init (DeskErrorPrivate *priv)
{
  priv->place = (DeskErrorPlace){ NULL };
  priv->said = NULL;
}

static void
desk_error_private_copy (const DeskErrorPrivate *src,
                         DeskErrorPrivate       *dest)
{
  dest->place.file = g_strdup (src->place.file);
  dest->place.group = g_strdup (src->place.group);
  dest->place.key = g_strdup (src->place.key);
  dest->place.line = src->place.line;
  dest->said = src->said != NULL ? g_atomic_rc_box_acquire (src->said) : NULL;
}

static void
desk_error_private_clear (DeskErrorPrivate *priv)
{
  g_free ((char *) priv->place.file);
  g_free ((char *) priv->place.group);
  g_free ((char *) priv->place.key);
  if (priv->said != NULL)
    g_atomic_rc_box_release_full (priv->said, said_clear);
}

G_DEFINE_EXTENDED_ERROR (DeskError, desk_error)

/**
 * desk_error_set_place:
 * @error: an error of domain %DESK_ERROR; others are left alone
 * @file: (nullable): name of the file
 * @group: (nullable): group, of a property file
 * @key: (nullable): key or field
 * @line: line from 1, or 0
 *
 * Says where in a user's file the mistake stands. What is %NULL or 0 keeps what
 * was set before, so that each layer on the way up adds what it knows.
 */
void
desk_error_set_place (GError     *error,
                      const char *file,
                      const char *group,
                      const char *key,
                      int         line)
{
  DeskErrorPrivate *priv;

  if (!g_error_matches (error, DESK_ERROR, error != NULL ? error->code : 0))
    return;

  priv = desk_error_get_private (error);
  if (file != NULL)
    {
      g_free ((char *) priv->place.file);
      priv->place.file = g_strdup (file);
    }
  if (group != NULL)
    {
      g_free ((char *) priv->place.group);
      priv->place.group = g_strdup (group);
    }
  if (key != NULL)
    {
      g_free ((char *) priv->place.key);
      priv->place.key = g_strdup (key);
    }
  if (line != 0)
    priv->place.line = line;
}

/**
 * desk_error_get_place:
 * @error: an error
 *
 * Returns: (transfer none) (nullable): where the mistake stands, or %NULL for an
 *   error that is not ours
 */
const DeskErrorPlace *
desk_error_get_place (const GError *error)
{
  if (error == NULL || error->domain != DESK_ERROR)
    return NULL;
  return &desk_error_get_private (error)->place;
}

/**
 * desk_error_take_message:
 * @error: an error of domain %DESK_ERROR that carries no message yet
 * @message: (transfer full): what it says, in no language yet
 *
 * Gives an error the words for whoever reads another language than English.
 */
void
desk_error_take_message (GError      *error,
                         DeskMessage *message)
{
  desk_error_take_message_of (error, message, NULL);
}

/**
 * desk_error_take_message_of:
 * @error: an error of domain %DESK_ERROR that carries no message yet
 * @message: (transfer full): what it says, in no language yet
 * @property: (nullable): whose amounts, times and words stand in it
 *
 * Does what desk_error_take_message() does, and keeps the property for as long as
 * somebody may want to read the error.
 */
void
desk_error_take_message_of (GError             *error,
                            DeskMessage        *message,
                            const DeskProperty *property)
{
  DeskErrorPrivate *priv;

  g_return_if_fail (error != NULL && error->domain == DESK_ERROR);

  priv = desk_error_get_private (error);
  g_return_if_fail (priv->said == NULL);

  priv->said = g_atomic_rc_box_new0 (DeskSaid);
  priv->said->message = message;
  if (property != NULL)
    priv->said->property = desk_property_ref ((DeskProperty *) property);
}

/**
 * desk_error_say:
 * @error: return location for a #GError
 * @code: what kind of error it is
 * @message: (transfer full): what it says, with texts and numbers only
 *
 * Sets an error that can be read in every language; its own text is the message in English.
 *
 * Returns: %FALSE, so that a function can end with it
 */
gboolean
desk_error_say (GError      **error,
                DeskError     code,
                DeskMessage  *message)
{
  g_autoptr (DeskMessage) owned = message;
  g_autofree char *text = NULL;

  if (error == NULL)
    return FALSE;

  text = desk_message_dup_source (message);
  g_set_error_literal (error, DESK_ERROR, code, text);
  desk_error_take_message (*error, g_steal_pointer (&owned));
  return FALSE;
}

/**
 * desk_error_get_property:
 * @error: (nullable): an error
 *
 * Returns: (transfer none) (nullable): what desk_message_render() needs for the message
 *   of the error
 */
const DeskProperty *
desk_error_get_property (const GError *error)
{
  if (desk_error_get_message (error) == NULL)
    return NULL;
  return desk_error_get_private (error)->said->property;
}

/**
 * desk_error_get_message:
 * @error: (nullable): an error
 *
 * Returns: (transfer none) (nullable): what it says, to be rendered in the
 *   reader's language; %NULL where it has its English text only
 */
const DeskMessage *
desk_error_get_message (const GError *error)
{
  const DeskErrorPrivate *priv;

  if (error == NULL || error->domain != DESK_ERROR)
    return NULL;

  priv = desk_error_get_private (error);
  return priv->said != NULL ? priv->said->message : NULL;
}

/**
 * desk_error_code_name:
 * @error: an error
 *
 * Returns: (transfer none): the word for the error's code, as `--json` prints it
 */
const char *
desk_error_code_name (const GError *error)
{
  if (error->domain != DESK_ERROR || error->code < 0 ||
      (gsize) error->code >= G_N_ELEMENTS (code_names))
    return "other";
  return code_names[error->code];
}

/**
 * desk_error_kind_name:
 * @error: an error
 *
 * Returns: (transfer none): `refused`, `usage` or `storage`: what the exit
 *   status of the tool says in a number (1, 2, 3)
 */
const char *
desk_error_kind_name (const GError *error)
{
  if (error->domain != DESK_ERROR)
    return "storage";
  if (error->code == DESK_ERROR_USAGE || error->code == DESK_ERROR_AMBIGUOUS)
    return "usage";
  if (error->code >= DESK_ERROR_STORAGE && error->code != DESK_ERROR_TAMPERED)
    return "storage";
  return "refused";
}
