/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-amount.h"
#include "desk-json.h"
#include "desk-line-text.h"

/* More decimals than this a factor of a tax does not have; what does not end by
 * then is written as a fraction. */
#define MAX_DECIMALS 12

/* An amount in major units: a decimal where it is whole minor units, otherwise
 * the exact fraction. */
static char *
dup_exact_amount (DeskRational minor,
                  int          digits)
{
  DeskRational scale = desk_rational_from_int (1);
  DeskRational major;
  gint64 whole;
  int i;

  if (desk_rational_is_integer (minor) &&
      desk_rational_round (minor, DESK_ROUNDING_DOWN, 1, &whole, NULL))
    return desk_amount_format (whole, digits);

  for (i = 0; i < digits; i++)
    scale.num *= 10;
  if (!desk_rational_div (minor, scale, &major, NULL))
    return desk_rational_to_string (minor);
  return desk_rational_to_string (major);
}

static char *
dup_plain_number (DeskRational value)
{
  gboolean exact = FALSE;
  g_autofree char *decimal = desk_rational_to_decimal (value, 0, MAX_DECIMALS, &exact);

  return exact ? g_steal_pointer (&decimal) : desk_rational_to_string (value);
}

/* "half-up/1", a step of one minor unit, is shown as "half-up/0.01". */
static char *
dup_rounding (const char *rounding,
              int         digits)
{
  const char *slash = rounding != NULL ? strchr (rounding, '/') : NULL;
  g_autofree char *step = NULL;
  gint64 minor;

  if (slash == NULL || !g_ascii_string_to_signed (slash + 1, 10, 0, G_MAXINT64, &minor, NULL))
    return g_strdup (rounding);
  step = desk_amount_format (minor, digits);
  return g_strdup_printf ("%.*s/%s", (int) (slash - rounding), rounding, step);
}

static void
add_step (JsonBuilder    *builder,
          const DeskStep *step,
          int             digits)
{
  g_autofree char *input = desk_step_input_is_amount (step->op)
                             ? dup_exact_amount (step->input, digits)
                             : dup_plain_number (step->input);
  g_autofree char *rounding = dup_rounding (step->rounding, digits);
  g_autofree char *result = dup_exact_amount (step->result, digits);

  json_builder_begin_object (builder);
  desk_json_text (builder, "op", desk_step_op_to_string (step->op));
  desk_json_text (builder, "input", input);
  desk_json_text (builder, "rule", step->rule);
  desk_json_text (builder, "rate", step->rate);
  desk_json_text (builder, "mode", step->mode);
  desk_json_text (builder, "rounding", rounding);
  desk_json_text (builder, "result", result);
  json_builder_end_object (builder);
}

/**
 * desk_line_dup_text:
 * @tool: a tool with its property open
 * @line: a line of a folio
 *
 * Returns: (transfer full): its own words, or those of its code in the language
 *   that is printed, under the set-up it was made under
 */
char *
desk_line_dup_text (DeskTool          *tool,
                    const DeskPosting *line)
{
  return desk_line_text_dup (line, desk_house_lookup_property (line->config, tool->house),
                             tool->catalog);
}

/**
 * desk_json_add_line:
 * @builder: inside an object
 * @tool: a tool with its property open
 * @item: a #DeskPosting, a line of a folio
 *
 * Writes one line with its steps.
 */
void
desk_json_add_line (JsonBuilder   *builder,
                    DeskTool      *tool,
                    gconstpointer  item)
{
  const DeskPosting *line = item;
  int digits = desk_tool_get_property (tool)->digits;
  g_autofree char *text = desk_line_dup_text (tool, line);
  guint i;

  desk_json_int (builder, "line", line->line);
  desk_json_number (builder, "posting", line->id);
  desk_json_date (builder, "business_date", line->business_date);
  desk_json_date (builder, "stay_date", line->stay_date);
  desk_json_text (builder, "room", line->room);
  desk_json_text (builder, "code", line->code);
  desk_json_text (builder, "text", text);
  desk_json_int (builder, "quantity", line->quantity);
  desk_json_amount (builder, "unit_price", line->unit_minor, digits);
  desk_json_amount (builder, "amount", line->amount_minor, digits);
  desk_json_number (builder, "parent", line->parent);
  desk_json_text (builder, "kind", desk_posting_kind_to_string (line->kind));
  desk_json_number (builder, "answers", line->answers);
  desk_json_text (builder, "reason", line->reason);
  desk_json_text (builder, "by", line->by);
  desk_json_text (builder, "allowed_by", line->allowed_by);

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (i = 0; i < line->steps->len; i++)
    add_step (builder, desk_posting_get_step (line, i), digits);
  json_builder_end_array (builder);
}

static void
add_vat_row (JsonBuilder   *builder,
             DeskTool      *tool,
             gconstpointer  item)
{
  const DeskVatRow *row = item;
  int digits = desk_tool_get_property (tool)->digits;

  desk_json_text (builder, "tax", row->tax);
  desk_json_text (builder, "rate", row->rate);
  desk_json_amount (builder, "net", row->net_minor, digits);
  desk_json_amount (builder, "vat", row->vat_minor, digits);
  desk_json_amount (builder, "gross", row->gross_minor, digits);
}

/* @window: (nullable): one that is gone has no taxes */
static void
add_vat (JsonBuilder          *builder,
         DeskTool             *tool,
         const DeskWindowView *window)
{
  desk_json_list (builder, tool, "vat", window != NULL ? window->vat : NULL, add_vat_row);
}

/**
 * desk_json_invoices:
 * @builder: inside an object
 * @tool: a tool with its property open
 * @folio: a bill
 *
 * Writes what was issued over the bill. A window that was invoiced takes no more lines,
 * so that its VAT table is the invoice's.
 */
void
desk_json_invoices (JsonBuilder         *builder,
                    DeskTool            *tool,
                    const DeskFolioView *folio)
{
  int digits = desk_tool_get_property (tool)->digits;
  guint i;

  json_builder_set_member_name (builder, "invoices");
  json_builder_begin_array (builder);
  for (i = 0; i < folio->invoices->len; i++)
    {
      const DeskInvoiceRow *invoice = g_ptr_array_index (folio->invoices, i);

      json_builder_begin_object (builder);
      desk_json_text (builder, "number", invoice->number);
      desk_json_date (builder, "date", invoice->business_date);
      desk_json_int (builder, "window", invoice->window);
      desk_json_text (builder, "buyer", invoice->buyer_name);
      desk_json_amount (builder, "total", invoice->total_minor, digits);
      add_vat (builder, tool, desk_folio_view_get_window (folio, invoice->window));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_window (JsonBuilder          *builder,
            DeskTool             *tool,
            const DeskFolioView  *folio,
            const DeskWindowView *window)
{
  int digits = desk_tool_get_property (tool)->digits;
  guint i;

  json_builder_begin_object (builder);
  desk_json_int (builder, "window", window->number);
  desk_json_text (builder, "payer", window->payer);
  desk_json_amount (builder, "balance", window->balance_minor, digits);

  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (i = 0; i < folio->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (folio->lines, i);

      if (line->window != window->number)
        continue;
      json_builder_begin_object (builder);
      desk_json_add_line (builder, tool, line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  add_vat (builder, tool, window);
  json_builder_end_object (builder);
}

/**
 * desk_json_folio:
 * @builder: where a value may stand
 * @tool: a tool with its property open
 * @folio: a bill
 *
 * Writes a bill by its windows.
 */
void
desk_json_folio (JsonBuilder         *builder,
                 DeskTool            *tool,
                 const DeskFolioView *folio)
{
  const DeskProperty *property = desk_tool_get_property (tool);
  guint i;

  json_builder_begin_object (builder);
  desk_json_int (builder, "stay", folio->stay_id);
  desk_json_text (builder, "confirmation", folio->confirmation);
  desk_json_text (builder, "currency", property->currency);
  desk_json_text (builder, "vat_level",
                  folio->vat_level == DESK_VAT_LEVEL_LINE ? "line" : "invoice");
  desk_json_amount (builder, "balance", folio->balance_minor, property->digits);

  json_builder_set_member_name (builder, "windows");
  json_builder_begin_array (builder);
  for (i = 0; i < folio->windows->len; i++)
    add_window (builder, tool, folio, g_ptr_array_index (folio->windows, i));
  json_builder_end_array (builder);
  desk_json_invoices (builder, tool, folio);
  json_builder_end_object (builder);
}
