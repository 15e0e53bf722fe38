/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-json.h"
#include "desk-state-words.h"
#include "desk-table.h"

static void
add_user (JsonBuilder   *builder,
          DeskTool      *tool,
          gconstpointer  item)
{
  const DeskUser *user = item;

  desk_json_text (builder, "user", user->login);
  desk_json_text (builder, "name", user->name);
  desk_json_text (builder, "role", desk_role_to_string (user->role));
}

static void
print_json (DeskTool        *tool,
            const GPtrArray *users)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  desk_json_list (builder, tool, "users", users, add_user);
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

gboolean
desk_cli_users (DeskTool           *tool,
                const char *const  *arguments,
                GError            **error)
{
  g_autoptr (GPtrArray) users = desk_sign_in_list (tool->house, error);
  g_autoptr (DeskTable) table = NULL;
  guint i;

  if (users == NULL)
    return FALSE;
  if (tool->options.json)
    {
      print_json (tool, users);
      return TRUE;
    }
  table = desk_table_new (desk_tool_say (tool, N_("User")), desk_tool_say (tool, N_("Name")),
                          desk_tool_say (tool, N_("Role")), NULL);
  for (i = 0; i < users->len; i++)
    {
      const DeskUser *user = g_ptr_array_index (users, i);
      g_autofree char *name = desk_cli_dup_name (user->name);

      desk_table_add (table, user->login, name, desk_say_role (tool->catalog, user->role),
                      NULL);
    }
  desk_table_print (table, tool->out);
  return TRUE;
}
