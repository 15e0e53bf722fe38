/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tool.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-file.h"
#include "desk-pin.h"
#include "desk-set-up.h"
#include "desk-status.h"

/* What a person would hardly call a file for import any more; a text says it, too. */
#define MAX_FILE (256 * 1024 * 1024)

/**
 * desk_tool_new:
 *
 * Returns: (transfer full): a tool with nothing to do yet, speaking the language of the
 *   environment, or English
 */
DeskTool *
desk_tool_new (void)
{
  DeskTool *self = g_new0 (DeskTool, 1);

  self->catalog = desk_catalog_get_of_system ();
  self->out = g_string_new (NULL);
  self->cancellable = g_cancellable_new ();
  return self;
}

void
desk_tool_free (DeskTool *self)
{
  desk_options_clear (&self->options);
  g_string_free (self->out, TRUE);
  g_clear_pointer (&self->house, desk_house_close);
  g_clear_pointer (&self->user, desk_user_free);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static gint64
read_given_clock (gpointer source)
{
  DeskTool *self = source;

  return self->now;
}

static gint64
read_clock (gpointer source)
{
  return g_get_real_time ();
}

static void
fill_from_seed (gpointer  source,
                guint8   *bytes,
                gsize     length)
{
  DeskTool *self = source;
  gsize i;

  for (i = 0; i < length; i++)
    bytes[i] = (guint8) (g_rand_int (self->rand) >> 16);
}

/* The system's randomness, behind a source of our own. */
static void
fill_from_system (gpointer  source,
                  guint8   *bytes,
                  gsize     length)
{
  DeskContext system;

  desk_context_init_system (&system);
  system.random (system.source, bytes, length);
}

static gboolean
read_now (DeskTool  *self,
          GError   **error)
{
  g_autoptr (GDateTime) time = NULL;

  if (self->options.now == NULL)
    return TRUE;
  time = g_date_time_new_from_iso8601 (self->options.now, NULL);
  if (time == NULL)
    return desk_complain_of (error, DESK_ERROR_USAGE,
                             N_("--now \"{word}\" is not a time with its zone, as in "
                                "2024-02-26T15:04:05Z"), self->options.now);
  self->now = g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
  self->context.now = read_given_clock;
  return TRUE;
}

/* The seed alone would give every action of a script the same numbers, and with
 * them the same key; what has been written so far makes them differ. */
static gboolean
read_seed (DeskTool  *self,
           gint64     newest_change,
           GError   **error)
{
  guint64 seed;
  guint32 array[4];

  if (self->options.seed == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (self->options.seed, 10, 0, G_MAXUINT64, &seed, NULL))
    return desk_complain_of (error, DESK_ERROR_USAGE,
                             N_("--seed \"{word}\" is not a whole number"), self->options.seed);
  array[0] = (guint32) seed;
  array[1] = (guint32) (seed >> 32);
  array[2] = (guint32) newest_change;
  array[3] = (guint32) ((guint64) newest_change >> 32);
  g_clear_pointer (&self->rand, g_rand_free);
  self->rand = g_rand_new_with_seed_array (array, G_N_ELEMENTS (array));
  self->context.random = fill_from_seed;
  return TRUE;
}

/**
 * desk_tool_choose_language:
 * @self: a tool whose options have been read
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE where `--lang` is none of ours
 */
gboolean
desk_tool_choose_language (DeskTool  *self,
                           GError   **error)
{
  const DeskCatalog *catalog = NULL;

  if (self->options.lang == NULL)
    return TRUE;
  catalog = desk_catalog_get (self->options.lang);
  if (catalog == NULL)
    return desk_options_refuse ("lang", self->options.lang, desk_catalog_list_languages (), error);
  self->catalog = catalog;
  return TRUE;
}

/**
 * desk_tool_prepare:
 * @self: a tool whose options have been read
 * @error: return location for a #GError
 *
 * Chooses the clock and the randomness.
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE
 */
gboolean
desk_tool_prepare (DeskTool  *self,
                   GError   **error)
{
  desk_context_init_system (&self->context);
  self->context.now = read_clock;
  self->context.random = fill_from_system;
  self->context.source = self;
  self->context.desk = "tool";

  self->context.lang = desk_catalog_get_language (self->catalog);
  return read_now (self, error) && read_seed (self, 0, error);
}

/**
 * desk_tool_dup_path:
 * @self: a tool
 *
 * Returns: (transfer full): the database that the command line and the
 *   environment name
 */
char *
desk_tool_dup_path (DeskTool *self)
{
  const char *path = self->options.db;

  if (path == NULL && !self->options.demo)
    path = g_getenv ("DESKBELL_DB");
  if (path != NULL && *path != '\0')
    return g_strdup (path);
  return desk_set_up_dup_default_path (self->options.demo);
}

/**
 * desk_tool_open:
 * @self: a tool
 * @to_read: nothing is going to be changed
 * @error: return location for a #GError
 *
 * Opens the property. The given time and seed are taken only by one that was
 * made for tests.
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE or a storage error
 */
gboolean
desk_tool_open (DeskTool  *self,
                gboolean   to_read,
                GError   **error)
{
  g_autofree char *path = desk_tool_dup_path (self);
  g_autoptr (GError) local = NULL;
  gint64 newest_change = 0;

  self->house = to_read ? desk_house_open_to_read (path, &local) : desk_house_open (path, &local);
  if (self->house == NULL)
    {
      /* Not a rule that refuses: there is no file to ask. */
      if (g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
        local->code = DESK_ERROR_STORAGE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if ((self->options.now != NULL || self->options.seed != NULL) &&
      !desk_house_is_test_clock (self->house))
    return desk_complain_of (error, DESK_ERROR_USAGE,
                             N_("{word} is taken only by a property made with init --test-clock"),
                             self->options.now != NULL ? "--now" : "--seed");
  return desk_house_refresh (self->house, &newest_change, error) &&
         read_seed (self, newest_change, error);
}

/* Once is enough for one command. */
static gboolean
sign_in_as (DeskTool    *self,
            const char  *login,
            GError     **error)
{
  g_autofree char *pin = NULL;

  if (self->user != NULL)
    return TRUE;
  pin = desk_pin_read (self->catalog, login, error);
  if (pin == NULL)
    return FALSE;
  self->user = desk_sign_in (self->house, &self->context, login, pin, error);
  desk_pin_wipe (pin);
  if (self->user == NULL)
    return FALSE;
  self->context.user = self->user->login;
  self->context.role = self->user->role;
  return TRUE;
}

/**
 * desk_tool_sign_in:
 * @self: a tool with its property open
 * @error: return location for a #GError
 *
 * Signs in who `--as` names. Where the property has no users there is nobody to
 * sign in, and the house itself acts, in the role of a manager.
 *
 * Returns: %FALSE with %DESK_ERROR_SIGN_IN
 */
gboolean
desk_tool_sign_in (DeskTool  *self,
                   GError   **error)
{
  g_autoptr (GPtrArray) users = NULL;

  if (self->options.user != NULL)
    return desk_tool_sign_in_if_asked (self, error);

  users = desk_sign_in_list (self->house, error);
  if (users == NULL)
    return FALSE;
  if (users->len > 0)
    {
      return desk_complain (error, DESK_ERROR_SIGN_IN,
                            /* Translators: USER and DESKBELL_PIN are typed as they are */
                            desk_message_new (NULL, N_("somebody has to be signed in for this: "
                                                       "--as USER, the PIN in DESKBELL_PIN or "
                                                       "when asked")));
    }
  self->context.user = DESK_TOOL_HOUSE_LOGIN;
  self->context.role = DESK_ROLE_MANAGER;
  return TRUE;
}

/**
 * desk_tool_sign_in_if_asked:
 * @self: a tool with its property open
 * @error: return location for a #GError
 *
 * For what changes nothing: signs in only who is named.
 *
 * Returns: %FALSE with %DESK_ERROR_SIGN_IN
 */
gboolean
desk_tool_sign_in_if_asked (DeskTool  *self,
                            GError   **error)
{
  return self->options.user == NULL || sign_in_as (self, self->options.user, error);
}

const DeskProperty *
desk_tool_get_property (DeskTool *self)
{
  return desk_house_get_property (self->house);
}

/**
 * desk_tool_read_file:
 * @path: a file that the user named
 * @length: (out): its length in bytes
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what is in it, and a NUL; %NULL with
 *   %DESK_ERROR_NOT_FOUND or %DESK_ERROR_INVALID and the file as its place
 */
char *
desk_tool_read_file (const char  *path,
                     gsize       *length,
                     GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GError) own = NULL;
  GStatBuf stat_buf;
  char *text = NULL;

  if (!desk_file_check (path, DESK_ERROR_INVALID, error))
    return NULL;
  if (g_stat (path, &stat_buf) == 0 && stat_buf.st_size > MAX_FILE)
    {
      desk_complain_of_file (error, DESK_ERROR_INVALID, N_("{file} is larger than 256 MiB"), path);
      return NULL;
    }
  if (g_file_get_contents (path, &text, length, &local))
    return text;

  own = g_error_new (DESK_ERROR, DESK_ERROR_INVALID, "%s: %s", path, local->message);
  desk_error_set_place (own, path, NULL, NULL, 0);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

static gpointer
wait_for_interrupt (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t set;
  int number;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  if (sigwait (&set, &number) == 0)
    g_cancellable_cancel (cancellable);

  /* Asked twice, it ends at once: a transaction that is open is then undone by
   * whoever opens the file next. */
  if (sigwait (&set, &number) == 0)
    _exit (DESK_STATUS_INTERRUPTED);
  return NULL;
}

/**
 * desk_tool_watch_interrupt:
 * @self: a tool about to do long work
 *
 * From now on Ctrl+C asks the work to stop where it can, instead of ending the
 * program in the middle.
 */
void
desk_tool_watch_interrupt (DeskTool *self)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt,
                                g_object_ref (self->cancellable)));
}

/**
 * desk_tool_show_progress:
 * @done: how far it is
 * @total: how far it goes
 * @tool: a #DeskTool
 *
 * Shows on a terminal how far long work has come.
 */
void
desk_tool_show_progress (guint    done,
                         guint    total,
                         gpointer tool)
{
  static gint64 shown_at;
  gint64 now = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO) || (done < total && now - shown_at < G_USEC_PER_SEC / 10))
    return;
  shown_at = now;
  if (done < total)
    g_printerr ("\r%u / %u", done, total);
  else
    g_printerr ("\r\033[K");
}
