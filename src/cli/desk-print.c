/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>

#include "desk-explain.h"
#include "desk-format.h"
#include "desk-state-words.h"
#include "desk-tool.h"

/**
 * desk_tool_say:
 * @self: a tool
 * @msgid: English text, marked with N_()
 *
 * Returns: (transfer none): the text in the language that is printed
 */
const char *
desk_tool_say (const DeskTool *self,
               const char     *msgid)
{
  return desk_catalog_gettext (self->catalog, msgid);
}

/**
 * desk_tool_say_in:
 * @self: a tool
 * @context: which tells two texts with the same English apart
 * @msgid: English text, marked with NC_()
 *
 * Returns: (transfer none): the text in the language that is printed
 */
const char *
desk_tool_say_in (const DeskTool *self,
                  const char     *context,
                  const char     *msgid)
{
  return desk_catalog_pgettext (self->catalog, context, msgid);
}

/**
 * desk_tool_join:
 * @self: a tool with its property open
 * @messages: (element-type DeskMessage): what is to be said
 *
 * Returns: (transfer full): all of it on one line
 */
char *
desk_tool_join (DeskTool        *self,
                const GPtrArray *messages)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < messages->len; i++)
    {
      g_autofree char *one = desk_message_render (g_ptr_array_index (messages, i), self->catalog,
                                                  desk_tool_get_property (self));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", one);
    }
  return g_string_free (text, FALSE);
}

/**
 * desk_tool_amount:
 * @self: a tool with its property open
 * @minor: an amount in minor units
 *
 * Returns: (transfer full): the amount as the language writes it, without currency
 */
char *
desk_tool_amount (DeskTool *self,
                  gint64    minor)
{
  return desk_format_amount (self->catalog, minor, desk_tool_get_property (self)->digits);
}

/**
 * desk_tool_money:
 * @self: a tool with its property open
 * @minor: an amount in minor units
 *
 * Returns: (transfer full): the amount with its currency
 */
char *
desk_tool_money (DeskTool *self,
                 gint64    minor)
{
  const DeskProperty *property = desk_tool_get_property (self);

  return desk_format_money (self->catalog, minor, property->currency, property->digits);
}

/**
 * desk_tool_date:
 * @self: a tool
 * @date: a day, or %DESK_DATE_NONE
 *
 * Returns: (transfer full): the day as the language writes it, or an empty text
 */
char *
desk_tool_date (const DeskTool *self,
                DeskDate        date)
{
  return desk_say_date (self->catalog, date, DESK_DATE_MEDIUM);
}

/**
 * desk_tool_print:
 * @self: a tool
 * @format: as for printf()
 * @...: its arguments
 *
 * Adds to what is printed when the command is done.
 */
void
desk_tool_print (DeskTool   *self,
                 const char *format,
                 ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->out, format, args);
  va_end (args);
}

/**
 * desk_tool_print_heading:
 * @self: a tool with its property open
 *
 * Begins what people read with the name of the property, its business date, and
 * TEST where its clock may be set.
 */
void
desk_tool_print_heading (DeskTool *self)
{
  DeskDate date = DESK_DATE_NONE;
  g_autofree char *day = NULL;

  desk_house_get_business_date (self->house, &date, NULL);
  day = desk_tool_date (self, date);
  desk_tool_print (self, "%s%s · %s\n\n",
                   desk_house_is_test_clock (self->house) ? "TEST · " : "",
                   desk_tool_get_property (self)->name, day);
}

/**
 * desk_tool_print_json:
 * @self: a tool
 * @builder: a finished value
 *
 * Prints a value as JSON, and nothing else.
 */
void
desk_tool_print_json (DeskTool    *self,
                      JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  desk_tool_print (self, "%s\n", text);
}
