/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-format.h"
#include "desk-json.h"
#include "desk-table.h"
#include "desk-views.h"

/* A heading of a column of numbers. */
static char *
right (DeskTool   *tool,
       const char *msgid)
{
  return g_strconcat (">", desk_tool_say (tool, msgid), NULL);
}

static void
add_line (DeskTable         *table,
          DeskTool          *tool,
          const DeskPosting *line)
{
  g_autofree char *number = g_strdup_printf ("%d", line->line);
  g_autofree char *date = desk_tool_date (tool, desk_posting_get_day (line));
  g_autofree char *text = desk_line_dup_text (tool, line);
  g_autofree char *indented = g_strconcat (line->parent != 0 ? "  " : "", text, NULL);
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, line->quantity);
  g_autofree char *unit = desk_tool_amount (tool, line->unit_minor);
  g_autofree char *amount = desk_tool_amount (tool, line->amount_minor);

  desk_table_add (table, number, date, line->room != NULL ? line->room : "", indented, quantity,
                  unit, amount, NULL);
}

static void
print_lines (DeskTool            *tool,
             const DeskFolioView *folio,
             int                  window)
{
  g_autofree char *number = right (tool, N_("No."));
  g_autofree char *quantity = right (tool, N_("Quantity"));
  g_autofree char *unit = right (tool, N_("Unit price"));
  g_autofree char *amount = right (tool, N_("Amount"));
  g_autoptr (DeskTable) table = NULL;
  guint i;

  table = desk_table_new (number, desk_tool_say (tool, N_("Date")),
                          desk_tool_say (tool, N_("Room")), desk_tool_say (tool, N_("What")),
                          quantity, unit, amount, NULL);
  for (i = 0; i < folio->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (folio->lines, i);

      if (line->window == window)
        add_line (table, tool, line);
    }
  desk_table_print (table, tool->out);
}

/* What the house calls a tax; a dash for what bears none. */
static const char *
name_tax (DeskTool   *tool,
          const char *name)
{
  const DeskTax *tax = NULL;

  if (name == NULL)
    return "–";
  tax = desk_property_get_tax (desk_tool_get_property (tool), name);
  if (tax == NULL)
    return name;
  return desk_words_get (&tax->words, desk_catalog_get_language (tool->catalog), name);
}

static void
print_vat (DeskTool             *tool,
           const DeskWindowView *window)
{
  g_autofree char *net = right (tool, N_("Net"));
  g_autofree char *vat = right (tool, N_("VAT"));
  g_autofree char *gross = right (tool, N_("Gross"));
  g_autofree char *rate = right (tool, N_("Rate"));
  g_autoptr (DeskTable) table = NULL;
  guint i;

  if (window->vat->len == 0)
    return;
  table = desk_table_new (rate, desk_tool_say (tool, N_("Tax")), net, vat, gross, NULL);
  for (i = 0; i < window->vat->len; i++)
    {
      const DeskVatRow *row = g_ptr_array_index (window->vat, i);
      g_autofree char *percent = desk_format_percent (tool->catalog, row->rate);
      g_autofree char *net_amount = desk_tool_amount (tool, row->net_minor);
      g_autofree char *vat_amount = desk_tool_amount (tool, row->vat_minor);
      g_autofree char *gross_amount = desk_tool_amount (tool, row->gross_minor);

      desk_table_add (table, percent, name_tax (tool, row->tax), net_amount, vat_amount,
                      gross_amount, NULL);
    }
  desk_tool_print (tool, "\n");
  desk_table_print (table, tool->out);
}

static void
print_folio (DeskTool            *tool,
             const DeskStayView  *stay,
             const DeskFolioView *folio)
{
  const char *currency = desk_tool_get_property (tool)->currency;
  g_autofree char *name = desk_cli_dup_whole_name (stay->row->guest_name);
  guint i;

  desk_tool_print_heading (tool);
  desk_tool_print (tool, "%s%s%s · %s · %s\n", name,
                   stay->row->room != NULL ? " · " : "",
                   stay->row->room != NULL ? stay->row->room : "", folio->confirmation, currency);
  for (i = 0; i < folio->windows->len; i++)
    {
      const DeskWindowView *window = g_ptr_array_index (folio->windows, i);
      g_autofree char *balance = desk_tool_money (tool, window->balance_minor);
      g_autofree char *payer = desk_cli_dup_whole_name (window->payer != NULL ? window->payer : "");

      desk_tool_print (tool, "\n%s %d · %s · %s\n\n", desk_tool_say (tool, N_("Window")),
                       window->number, payer, balance);
      print_lines (tool, folio, window->number);
      print_vat (tool, window);
    }
}

gboolean
desk_cli_folio (DeskTool           *tool,
                const char *const  *arguments,
                GError            **error)
{
  gint64 stay_id = desk_find_one (tool->house, arguments[0], error);
  g_autoptr (DeskStayView) stay = NULL;
  g_autoptr (DeskFolioView) folio = NULL;

  if (stay_id <= 0)
    return FALSE;
  folio = desk_folio_view_load (tool->house, stay_id, error);
  if (folio == NULL)
    return FALSE;

  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      desk_json_folio (builder, tool, folio);
      desk_tool_print_json (tool, builder);
      return TRUE;
    }
  stay = desk_stay_view_load (tool->house, stay_id, error);
  if (stay == NULL)
    return FALSE;
  print_folio (tool, stay, folio);
  return TRUE;
}
