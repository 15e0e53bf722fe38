/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"

#include <string.h>

#include "desk-complain.h"
#include "desk-config.h"
#include "desk-error.h"
#include "desk-fill.h"

#define MANY G_MAXUINT

/* What can be typed, as it is typed in English, and what it does. */
static const DeskCommandLine lines[] = {
  { "412 in", N_("check in who arrives in 412") },
  { "412 in 415", N_("… into another room") },
  { "412 post water 2x", N_("charge an article; also: at 3.50, w2") },
  { "412 pay all card", N_("take a payment; also: pay 50.00 cash w2") },
  { "412 fix 7 6.50 price", N_("put a line right: a price, how many (2x), or none") },
  { "412 off 10% on 8 noise", N_("give part of the price back; also an amount, on rooms, w2") },
  { "412 rate 109 from tonight price", N_("the price of nights to come; also rate list") },
  { "412 move quiet noise", N_("to another room: 415, a type, features; keep, new, at 99") },
  { "412 swap 415 noise", N_("two parties change rooms") },
  { "412 out card", N_("check out; what is open is paid by card") },
  { "412 undo", N_("take back the last thing you did there") },
  { "412 why 7 fi", N_("explain a line, or total, vat, levy, promised, balance") },
  { "401-415 clean", N_("say of rooms: dirty, clean, inspected, pickup, rush, back") },
  { "404 ooo till 9 sep defect: cold shower", N_("out of order; oos: out of service") },
  { "628 seen occupied", N_("what housekeeping saw; also seen vacant") },
  { "undo", N_("take back what you last said of rooms") },
  { "audit 4711 accept", N_("decide about a row of the audit; or ask, keep, reverse: why") },
  { "audit unflagged noise accept",
    N_("all unflagged rows for a reason; from, till: of which days") },
  { "audit 4711 answer: why", N_("answer a question about what you did") },
  { NULL },
};

static const DeskCommand commands[] = {
  {
    "init", "", N_("make a property from a file, or the demo"),
    N_("Give --property FILE or --demo. The property is made whole or not at all, and never over\n"
       "one that is there; only the demo may be made anew, with --force."),
    0, 0,
    DESK_OPTION_PROPERTY | DESK_OPTION_DATE | DESK_OPTION_TEST_CLOCK | DESK_OPTION_FORCE |
      DESK_OPTION_SMALL,
    DESK_NEEDS_NOTHING, desk_cli_init,
  },
  {
    "config check", "FILE", N_("read a property file and say what is wrong with it"),
    N_("Changes nothing and needs no property."),
    1, 1, 0, DESK_NEEDS_NOTHING, desk_cli_config_check,
  },
  {
    "config apply", "FILE", N_("make a property file the next version of the set-up"),
    N_("Lines that were posted keep the version they were posted under."),
    1, 1, 0, DESK_NEEDS_SIGN_IN, desk_cli_config_apply,
  },
  {
    "config export", "", N_("print the set-up as a property file, without PINs"),
    NULL,
    0, 0, 0, DESK_NEEDS_HOUSE, desk_cli_config_export,
  },
  {
    "import stays", "FILE", N_("bring in stays from a JSON file"),
    N_("Each good row comes in, each bad one is named by line and field; then the status is 1.\n"
       "A row that is there already is counted and left alone."),
    1, 1, DESK_OPTION_DRY_RUN | DESK_OPTION_CSV, DESK_NEEDS_SIGN_IN, desk_cli_import_stays,
  },
  {
    "import bookings", "FILE", N_("bring in bookings from a file of the public booking data"),
    N_("The file is the CSV of \"Hotel booking demand\", also packed as .csv.gz. Each row comes "
       "in\nas a stay, or is named by line, field and reason; then the status is 1. What was "
       "brought\nin before is known by hotel, line and content. Ctrl+C keeps what came in; run "
       "again to go\non.\n"
       "The group [bookings] of the set-up says which room type and rate plan is meant."),
    1, 1, DESK_OPTION_DRY_RUN | DESK_OPTION_HOTEL | DESK_OPTION_CSV, DESK_NEEDS_SIGN_IN,
    desk_cli_import_bookings,
  },
  {
    "today", "", N_("arrivals, guests in house and departures"),
    NULL,
    0, 0, 0, DESK_NEEDS_HOUSE, desk_cli_today,
  },
  {
    "rooms", "[WORDS]", N_("every room: how clean, in service, who is in it, who comes"),
    N_("WORDS: only rooms with these in their number, features or guest.\n"
       "STATUS: dirty, clean, inspected, pickup, rush, ooo, oos, occupied, vacant, due-out,\n"
       "arrival or discrepancy."),
    0, MANY, DESK_OPTION_FLOOR | DESK_OPTION_TYPE | DESK_OPTION_STATUS, DESK_NEEDS_HOUSE,
    desk_cli_rooms,
  },
  {
    "room", "N", N_("a room: its facts, its next nights, what was done to it"),
    NULL,
    1, 1, 0, DESK_NEEDS_HOUSE, desk_cli_room,
  },
  {
    "find", "WORDS", N_("guests and stays by name, room, number, telephone or mail"),
    N_("Parts of a name stand in any order, with or without their accents; of a telephone number "
       "the\nlast digits do."),
    1, MANY, 0, DESK_NEEDS_HOUSE, desk_cli_find,
  },
  {
    "guest", "REF", N_("a guest: how to reach them, their stays, what was given"),
    N_("REF: a room (who is in it now), a confirmation number, #17, or a guest's name."),
    1, MANY, 0, DESK_NEEDS_HOUSE, desk_cli_guest,
  },
  {
    "stay", "REF", N_("who and where, the nights, what was promised"),
    N_("REF: a room (who is in it now), a confirmation number, #17, or a guest's name."),
    1, 1, 0, DESK_NEEDS_HOUSE, desk_cli_stay,
  },
  {
    "folio", "REF", N_("the bill by windows"),
    N_("REF: a room (who is in it now), a confirmation number, #17, or a guest's name."),
    1, 1, 0, DESK_NEEDS_HOUSE, desk_cli_folio,
  },
  {
    "explain", "REF [LINE|total|vat|levy|promised|balance]",
    N_("why a line or the bill is what it is"),
    N_("Without a line or a topic the whole bill is explained."),
    1, 2, DESK_OPTION_DEPTH, DESK_NEEDS_HOUSE, desk_cli_explain,
  },
  {
    "do", "LINE", N_("do what a line of the desk says"),
    N_("The line: subject, verb, arguments, and text behind a colon.\n"
       "The subject: 412, 412.2 (window 2), 412 next, a confirmation number, #17, a name."),
    1, MANY, DESK_OPTION_PREVIEW | DESK_OPTION_DIGEST, DESK_NEEDS_HOUSE, desk_cli_do, lines,
  },
  {
    "night-audit", "", N_("post the night and advance the business date"),
    N_("Each night is posted once and whole; stopped with Ctrl+C it goes on where it stopped."),
    0, 0, DESK_OPTION_TO | DESK_OPTION_PREVIEW, DESK_NEEDS_HOUSE, desk_cli_night_audit,
  },
  {
    "audit adjustments", "", N_("all that was put right and given, and whether it ties"),
    N_("Each line with what it was and what it became, who did it, who allowed it and under which\n"
       "version of the set-up; and what stands on no folio: prices lowered, better rooms. The "
       "sums\nby code are held against the ledger; the status is 1 where they do not tie. Rows "
       "there is a\nreason to look at come with it (⚑); some others are drawn at random each day "
       "(∘).\nWhat is decided about a row is said with its number: do \"audit 4711 accept\".\n"
       "With --as it is what that person may see: who works at the desk, their own rows."),
    0, 0,
    DESK_OPTION_FROM | DESK_OPTION_TO | DESK_OPTION_BY | DESK_OPTION_REASON | DESK_OPTION_ROOM |
      DESK_OPTION_KIND | DESK_OPTION_TEXT | DESK_OPTION_LEAST | DESK_OPTION_FLAGGED |
      DESK_OPTION_OPEN | DESK_OPTION_CSV,
    DESK_NEEDS_HOUSE, desk_cli_audit_adjustments,
  },
  {
    "verify", "", N_("prove that nothing was changed afterwards"),
    N_("Checks the file, the chains and the totals, and names the first row that is wrong; then\n"
       "the status is 1."),
    0, 0, 0, DESK_NEEDS_HOUSE, desk_cli_verify,
  },
  {
    "backup", "FILE", N_("write a copy of the property"),
    NULL,
    1, 1, 0, DESK_NEEDS_HOUSE, desk_cli_backup,
  },
  {
    "restore", "FILE", N_("put a copy in the place of the property"),
    NULL,
    1, 1, 0, DESK_NEEDS_NOTHING, desk_cli_restore,
  },
  {
    "users", "", N_("who can sign in, and in which role"),
    NULL,
    0, 0, 0, DESK_NEEDS_HOUSE, desk_cli_users,
  },
};

/* The command that the words begin with, and how many words that takes. */
static const DeskCommand *
find_command (const char *const *words,
              guint             *n_words)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) names = g_strsplit (commands[i].name, " ", -1);
      guint n = 0;

      while (names[n] != NULL && words[n] != NULL && strcmp (names[n], words[n]) == 0)
        n++;
      if (names[n] == NULL)
        {
          *n_words = n;
          return &commands[i];
        }
    }
  return NULL;
}

static gboolean
refuse_command (const char *const  *words,
                GError            **error)
{
  GString *second = g_string_new (NULL);
  g_autofree char *list = NULL;
  DeskMessage *message;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *space = strchr (commands[i].name, ' ');

      if (space != NULL && strlen (words[0]) == (gsize) (space - commands[i].name) &&
          g_str_has_prefix (commands[i].name, words[0]))
        g_string_append_printf (second, "%s%s", second->len > 0 ? ", " : "", space + 1);
    }
  list = g_string_free (second, FALSE);
  if (*list == '\0')
    return desk_complain_of (error, DESK_ERROR_USAGE,
                             /* Translators: "deskbellctl help" is typed as it is */
                             N_("\"{word}\" is not a command; see deskbellctl help"), words[0]);
  message = desk_message_text (desk_message_new (NULL, N_("{command} is followed by one of: "
                                                          "{list}")), "command", words[0]);
  return desk_complain (error, DESK_ERROR_USAGE, desk_message_text (message, "list", list));
}

/* As it is typed: the words for what stands there are explained by the help. */
static char *
dup_usage (const DeskCommand *command)
{
  return g_strconcat ("deskbellctl ", command->name, *command->arguments != '\0' ? " " : "",
                      command->arguments, NULL);
}

static gboolean
check_arguments (const DeskCommand  *command,
                 guint               n_arguments,
                 GError            **error)
{
  g_autofree char *usage = NULL;

  if (n_arguments >= command->min_arguments && n_arguments <= command->max_arguments)
    return TRUE;
  usage = dup_usage (command);
  return desk_complain (error, DESK_ERROR_USAGE,
                        desk_message_text (desk_message_new (NULL, N_("usage: {command}")),
                                           "command", usage));
}

static gboolean
meet_needs (DeskTool           *tool,
            const DeskCommand  *command,
            GError            **error)
{
  switch (command->needs)
    {
    case DESK_NEEDS_SIGN_IN:
      return desk_tool_open (tool, FALSE, error) && desk_tool_sign_in (tool, error);
    case DESK_NEEDS_HOUSE:
      /* Reading needs nobody, but who says a name must be that person. */
      return desk_tool_open (tool, TRUE, error) && desk_tool_sign_in_if_asked (tool, error);
    case DESK_NEEDS_NOTHING:
    default:
      return TRUE;
    }
}

static void
print_usage (DeskTool   *tool,
             const char *command)
{
  g_autofree char *text = desk_fill (desk_tool_say (tool, N_("Usage: {command}")), "command",
                                     command, NULL);

  desk_tool_print (tool, "%s\n\n", text);
}

static void
print_help (DeskTool *tool)
{
  guint i;

  print_usage (tool, "deskbellctl [OPTIONS] COMMAND [ARGUMENTS]");
  desk_tool_print (tool, "%s\n\n%s\n",
                   desk_tool_say (tool, N_("The front desk of a hotel on the command line.")),
                   desk_tool_say (tool, N_("Commands:")));
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    desk_tool_print (tool, "  %-18s %s\n", commands[i].name,
                     desk_tool_say (tool, commands[i].summary));
  desk_tool_print (tool, "  %-18s %s\n\n%s\n", "help COMMAND",
                   desk_tool_say (tool, N_("more about a command")),
                   desk_tool_say (tool, N_("Options:")));
  desk_options_describe_global (tool->out, tool->catalog);
  desk_tool_print (tool, "\n%s\n",
                   desk_tool_say (tool, N_("Exit status: 0 done, 1 refused by a rule or a file "
                                           "with a mistake, 2 wrong usage,\n3 storage. Nothing is "
                                           "half done on any of them.")));
}

/* A summary is part of a list; alone it is a sentence. */
static void
print_sentence (DeskTool   *tool,
                const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  desk_tool_print (tool, "%s%s.\n", upper, text + strlen (first));
}

static void
print_lines (DeskTool              *tool,
             const DeskCommandLine *shown)
{
  for (; shown != NULL && shown->line != NULL; shown++)
    desk_tool_print (tool, "  %-25s  %s\n", shown->line, desk_tool_say (tool, shown->meaning));
}

/**
 * desk_command_help:
 * @tool: a tool
 * @words: (array zero-terminated=1): a command, or nothing
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE where there is no such command
 */
gboolean
desk_command_help (DeskTool           *tool,
                   const char *const  *words,
                   GError            **error)
{
  g_autofree char *usage = NULL;
  const DeskCommand *command;
  guint n_words;

  if (words[0] == NULL || strcmp (words[0], "help") == 0)
    {
      print_help (tool);
      return TRUE;
    }
  command = find_command (words, &n_words);
  if (command == NULL)
    return refuse_command (words, error);

  usage = dup_usage (command);
  print_usage (tool, usage);
  print_sentence (tool, desk_tool_say (tool, command->summary));
  if (command->help != NULL)
    desk_tool_print (tool, "%s\n", desk_tool_say (tool, command->help));
  print_lines (tool, command->lines);
  if (command->options != 0)
    {
      desk_tool_print (tool, "\n%s\n", desk_tool_say (tool, N_("Options:")));
      desk_options_describe (tool->out, tool->catalog, command->options);
    }
  return TRUE;
}

/**
 * desk_command_run:
 * @tool: a tool whose options have been read
 * @error: return location for a #GError
 *
 * Does what the command line says.
 *
 * Returns: %FALSE where it was not done
 */
gboolean
desk_command_run (DeskTool  *tool,
                  GError   **error)
{
  static const char *const nothing[] = { NULL };
  const char *const *words = (const char *const *) tool->options.words;
  const DeskCommand *command;
  guint n_words;

  if (words == NULL)
    words = nothing;
  if (!desk_tool_choose_language (tool, error))
    return FALSE;
  if (tool->options.version)
    {
      desk_tool_print (tool, "deskbellctl %s\n", DESK_VERSION);
      return TRUE;
    }
  if (tool->options.help)
    return desk_command_help (tool, words, error);
  if (words[0] == NULL)
    return desk_complain (error, DESK_ERROR_USAGE,
                          /* Translators: "deskbellctl help" is typed as it is */
                          desk_message_new (NULL, N_("no command; see deskbellctl help")));
  if (strcmp (words[0], "help") == 0)
    return desk_command_help (tool, words + 1, error);

  command = find_command (words, &n_words);
  if (command == NULL)
    return refuse_command (words, error);
  words += n_words;
  return check_arguments (command, g_strv_length ((GStrv) words), error) &&
         desk_options_check (&tool->options, command->name, command->options, error) &&
         desk_tool_prepare (tool, error) &&
         meet_needs (tool, command, error) &&
         command->run (tool, words, error);
}
