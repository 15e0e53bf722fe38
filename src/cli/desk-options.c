/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-options.h"

#include <string.h>

#include "desk-complain.h"
#include "desk-error.h"

/* Of more choices than that only the first ones and the last are named. */
#define MOST_CHOICES 40
#define FIRST_CHOICES 10

/* The option of a command: its name, what is written behind it, what it does. */
typedef struct
{
  DeskOptionSet  bit;
  const char    *name;
  const char    *value;
  const char    *meaning;
  gsize          offset;
} Option;

#define FLAG(bit, name, meaning, field) \
  { bit, name, NULL, meaning, G_STRUCT_OFFSET (DeskOptions, field) }
#define TEXT(bit, name, value, meaning, field) \
  { bit, name, value, meaning, G_STRUCT_OFFSET (DeskOptions, field) }

/* The first stand before or behind every command, the others belong to some. */
static const Option options[] = {
  TEXT (0, "db", "FILE", N_("the property to work on (else DESKBELL_DB, else the default)"), db),
  FLAG (0, "demo", N_("the demo property, demo.db, instead"), demo),
  TEXT (0, "as", "USER", N_("who acts; the PIN comes from DESKBELL_PIN or is asked for"), user),
  FLAG (0, "json", N_("print JSON, errors too"), json),
  TEXT (0, "key", "KEY", N_("idempotency key: sent twice it happens once"), key),
  TEXT (0, "lang", "LANG", N_("language of what is printed: en fi nb ro lt id"), lang),
  TEXT (0, "now", "TIME", N_("the time the action sees (test clock only)"), now),
  TEXT (0, "seed", "N", N_("where its random numbers begin (test clock only)"), seed),
  FLAG (0, "help", N_("help, with a command about that command"), help),
  FLAG (0, "version", N_("print the version"), version),

  TEXT (DESK_OPTION_PROPERTY, "property", "FILE", N_("the property file to set up from"), property),
  TEXT (DESK_OPTION_DATE, "date", "DATE", N_("the demo's business date; today if not given"), date),
  FLAG (DESK_OPTION_TEST_CLOCK, "test-clock", N_("take --now and --seed, and say TEST everywhere"),
        test_clock),
  FLAG (DESK_OPTION_FORCE, "force", N_("with --demo: make it anew where there is one"), force),
  FLAG (DESK_OPTION_SMALL, "small", N_("with --demo: a few stays instead of a full hotel"), small),
  FLAG (DESK_OPTION_DRY_RUN, "dry-run", N_("read and check everything, bring in nothing"), dry_run),
  FLAG (DESK_OPTION_PREVIEW, "preview", N_("show what it would do, and do nothing"), preview),
  TEXT (DESK_OPTION_DIGEST, "digest", "DIGEST", N_("do it only if the plan is still this one"),
        digest),
  TEXT (DESK_OPTION_FROM, "from", "DATE", N_("from this business date; the open one if not given"),
        from),
  TEXT (DESK_OPTION_TO, "to", "DATE", N_("up to this business date"), to),
  TEXT (DESK_OPTION_BY, "by", "USER", N_("only what this user did"), by),
  TEXT (DESK_OPTION_REASON, "reason", "REASON", N_("only for this reason"), reason),
  TEXT (DESK_OPTION_ROOM, "room", "N", N_("only of this room"), room),
  TEXT (DESK_OPTION_KIND, "kind", "KIND", N_("only of this kind: correction, goodwill, rate …"),
        kind),
  TEXT (DESK_OPTION_TEXT, "text", "WORDS", N_("only rows in which these words stand"), text),
  TEXT (DESK_OPTION_LEAST, "least", "AMOUNT", N_("only what is worth as much"), least),
  FLAG (DESK_OPTION_FLAGGED, "flagged", N_("only what there is a reason to look at"), flagged),
  FLAG (DESK_OPTION_OPEN, "open", N_("only what waits for a decision, of the last days too"), open),
  TEXT (DESK_OPTION_HOTEL, "hotel", "NAME", N_("only the bookings of this hotel"), hotel),
  TEXT (DESK_OPTION_FLOOR, "floor", "N", N_("only on this floor"), floor),
  TEXT (DESK_OPTION_TYPE, "type", "TYPE", N_("only of this room type"), type),
  TEXT (DESK_OPTION_STATUS, "status", "STATUS", N_("only rooms in this state"), status),
  FLAG (DESK_OPTION_CSV, "csv", N_("print rows that a spreadsheet reads"), csv),
  TEXT (DESK_OPTION_DEPTH, "depth", "DEPTH",
        N_("sentence, arithmetic or record; else the first two"), depth),
};

static gboolean
is_text (const Option *option)
{
  return option->value != NULL;
}

/* A path may hold any bytes; whatever else a person typed is text. */
static gboolean
check_utf8 (const DeskOptions  *self,
            GError            **error)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const char *value = is_text (&options[i])
                            ? G_STRUCT_MEMBER (char *, self, options[i].offset) : NULL;

      if (value != NULL && !g_utf8_validate (value, -1, NULL))
        {
          return desk_complain_of (error, DESK_ERROR_USAGE, N_("--{word} is not UTF-8 text"),
                                   options[i].name);
        }
    }
  for (i = 0; self->words != NULL && self->words[i] != NULL; i++)
    {
      if (!g_utf8_validate (self->words[i], -1, NULL))
        return desk_complain (error, DESK_ERROR_USAGE,
                              desk_message_integer (desk_message_new (NULL, N_("argument {n} is "
                                                                               "not UTF-8 text")),
                                                    "n", DESK_ARG_INT, i + 1));
    }
  return TRUE;
}

/* What the toolkit says of it, in our words: the option is the last one of its own. */
static gboolean
complain_of_option (const GError  *why,
                    GError       **error)
{
  const char *space = strrchr (why->message, ' ');
  const char *word = space != NULL ? space + 1 : why->message;

  if (g_error_matches (why, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    return desk_complain_of (error, DESK_ERROR_USAGE, N_("Unknown option {word}"), word);
  if (g_error_matches (why, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE))
    return desk_complain_of (error, DESK_ERROR_USAGE, N_("Missing argument for {word}"), word);
  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_USAGE, why->message);
  return FALSE;
}

/**
 * desk_options_parse:
 * @self: filled; zero before
 * @argc: number of @argv
 * @argv: the command line
 * @error: return location for a #GError
 *
 * Reads the command line. Options may stand anywhere; behind `--` there are none.
 * Nothing depends on the locale of the process.
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE
 */
gboolean
desk_options_parse (DeskOptions  *self,
                    int           argc,
                    char        **argv,
                    GError      **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_autoptr (GError) local = NULL;
  GOptionEntry rest = { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words,
                        NULL, NULL };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (options); i++)
    {
      GOptionEntry entry = { options[i].name, 0, 0,
                             is_text (&options[i]) ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE,
                             G_STRUCT_MEMBER_P (self, options[i].offset), NULL, NULL };

      if (strcmp (options[i].name, "help") == 0)
        entry.short_name = 'h';
      g_array_append_val (entries, entry);
    }
  g_array_append_val (entries, rest);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, (GOptionEntry *) (gpointer) entries->data, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &local))
    {
      /* Asked for before the mistake, JSON is what the mistake is told in, and a language too. */
      for (i = 1; i < (guint) argc; i++)
        {
          self->json |= strcmp (argv[i], "--json") == 0;
          if (self->lang == NULL && i + 1 < (guint) argc && strcmp (argv[i], "--lang") == 0)
            self->lang = g_strdup (argv[i + 1]);
        }
      return complain_of_option (local, error);
    }
  return check_utf8 (self, error);
}

void
desk_options_clear (DeskOptions *self)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (options); i++)
    if (is_text (&options[i]))
      g_free (G_STRUCT_MEMBER (char *, self, options[i].offset));
  g_strfreev (self->words);
  memset (self, 0, sizeof *self);
}

static gboolean
is_given (const DeskOptions *self,
          const Option      *option)
{
  return is_text (option) ? G_STRUCT_MEMBER (char *, self, option->offset) != NULL
                          : G_STRUCT_MEMBER (gboolean, self, option->offset);
}

/**
 * desk_options_check:
 * @self: the command line
 * @command: the command that it names
 * @allowed: the options that this command takes
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE where an option of another command stands
 */
gboolean
desk_options_check (const DeskOptions  *self,
                    const char         *command,
                    DeskOptionSet       allowed,
                    GError            **error)
{
  DeskMessage *message;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (options); i++)
    {
      if (options[i].bit == 0 || (options[i].bit & allowed) != 0 || !is_given (self, &options[i]))
        continue;
      message = desk_message_new (NULL, N_("{command} does not take --{option}: see help "
                                           "{command}"));
      desk_message_text (message, "command", command);
      desk_message_text (message, "option", options[i].name);
      return desk_complain (error, DESK_ERROR_USAGE, message);
    }
  return TRUE;
}

/**
 * desk_options_check_form:
 * @self: the command line of a command that prints rows
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE where two forms are asked for
 */
gboolean
desk_options_check_form (const DeskOptions  *self,
                         GError            **error)
{
  if (self->json && self->csv)
    return desk_complain (error, DESK_ERROR_USAGE,
                          desk_message_new (NULL, N_("--json or --csv, not both")));
  return TRUE;
}

/**
 * desk_options_read_date:
 * @option: what the option is called
 * @value: (nullable): what was given behind it; %NULL leaves @out as it is
 * @out: (inout): the day
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE where it is no day
 */
gboolean
desk_options_read_date (const char  *option,
                        const char  *value,
                        DeskDate    *out,
                        GError     **error)
{
  DeskMessage *message;

  if (value == NULL || desk_date_parse (value, out, NULL))
    return TRUE;
  /* Translators: --{option} and the day are typed as they stand here */
  message = desk_message_about (N_("--{option} \"{word}\" is no day: 2026-09-04"), value);
  return desk_complain (error, DESK_ERROR_USAGE, desk_message_text (message, "option", option));
}

static char *
join_choices (const char *const *choices)
{
  guint n = g_strv_length ((GStrv) choices);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (n > MOST_CHOICES && i == FIRST_CHOICES)
        {
          g_string_append (list, ", …");
          i = n - 1;
        }
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", choices[i]);
    }
  return g_string_free (list, FALSE);
}

/**
 * desk_options_refuse:
 * @option: what the option is called
 * @value: what was given behind it
 * @choices: (array zero-terminated=1): what can be
 * @error: return location for a #GError
 *
 * Of very many choices, as rooms are, it names the first ones and the last.
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE
 */
gboolean
desk_options_refuse (const char         *option,
                     const char         *value,
                     const char *const  *choices,
                     GError            **error)
{
  g_autofree char *list = join_choices (choices);
  /* Translators: --{option} and the words of the list are typed as they stand */
  DeskMessage *message = desk_message_about (N_("--{option} \"{word}\" is none of these: {list}"),
                                             value);

  desk_message_text (message, "option", option);
  return desk_complain (error, DESK_ERROR_USAGE, desk_message_text (message, "list", list));
}

static void
describe (GString           *out,
          const DeskCatalog *catalog,
          const Option      *option)
{
  g_autofree char *left = g_strconcat ("--", option->name, is_text (option) ? " " : NULL,
                                       option->value, NULL);

  g_string_append_printf (out, "  %-18s %s\n", left,
                          desk_catalog_gettext (catalog, option->meaning));
}

/**
 * desk_options_describe:
 * @out: where the text goes
 * @catalog: language of who reads it
 * @which: the options of a command
 */
void
desk_options_describe (GString           *out,
                       const DeskCatalog *catalog,
                       DeskOptionSet      which)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (options); i++)
    if ((options[i].bit & which) != 0)
      describe (out, catalog, &options[i]);
}

void
desk_options_describe_global (GString           *out,
                              const DeskCatalog *catalog)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].bit == 0)
      describe (out, catalog, &options[i]);
}
