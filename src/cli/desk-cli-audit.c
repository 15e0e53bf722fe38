/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustments-csv.h"
#include "desk-adjustments-known.h"
#include "desk-amount.h"
#include "desk-command.h"
#include "desk-complain.h"
#include "desk-decide.h"
#include "desk-error.h"
#include "desk-explain.h"
#include "desk-fill.h"
#include "desk-format.h"
#include "desk-giving-words.h"
#include "desk-json.h"
#include "desk-state-words.h"
#include "desk-status.h"
#include "desk-table.h"

/* What the audit list is printed from; who may not review has no @totals. */
typedef struct
{
  DeskAdjustmentPage   *page;
  DeskAdjustmentTotals *totals;
} Audit;

static void
audit_clear (Audit *self)
{
  g_clear_pointer (&self->page, desk_adjustment_page_free);
  g_clear_pointer (&self->totals, desk_adjustment_totals_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Audit, audit_clear)

/* The login takes the place of the word. */
static gboolean
read_by (DeskTool  *tool,
         GError   **error)
{
  static const char *const house[] = { DESK_TOOL_HOUSE_LOGIN, NULL };
  g_autofree char *word = g_steal_pointer (&tool->options.by);
  g_auto (GStrv) known = NULL;

  if (!desk_adjustments_know_person (tool->house, word, &tool->options.by, &known, error))
    return FALSE;
  if (tool->options.by == NULL && g_str_equal (word, DESK_TOOL_HOUSE_LOGIN))
    tool->options.by = g_steal_pointer (&word);
  return tool->options.by != NULL ||
         desk_options_refuse ("by", word, *known != NULL ? (const char *const *) known : house,
                              error);
}

static gboolean
check_reason (DeskTool  *tool,
              GError   **error)
{
  g_auto (GStrv) known = NULL;

  return desk_adjustments_know_reason (tool->house, tool->options.reason, &known) ||
         desk_options_refuse ("reason", tool->options.reason, (const char *const *) known, error);
}

static gboolean
check_room (DeskTool  *tool,
            GError   **error)
{
  const DeskProperty *property = desk_tool_get_property (tool);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  gboolean known;
  guint i;

  if (!desk_adjustments_know_room (tool->house, tool->options.room, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  for (i = 0; i < property->rooms->len; i++)
    g_ptr_array_add (numbers, ((DeskRoomSpec *) g_ptr_array_index (property->rooms, i))->number);
  g_ptr_array_add (numbers, NULL);
  return desk_options_refuse ("room", tool->options.room, (const char *const *) numbers->pdata,
                              error);
}

/* What is not there would only look as if nobody had done anything. */
static gboolean
check_names (DeskTool  *tool,
             GError   **error)
{
  const DeskOptions *options = &tool->options;

  return (options->by == NULL || read_by (tool, error)) &&
         (options->reason == NULL || check_reason (tool, error)) &&
         (options->room == NULL || check_room (tool, error));
}

/* Without a day it is the open one; one day alone is that day. */
static gboolean
read_filter (DeskTool              *tool,
             DeskAdjustmentFilter  *filter,
             GError               **error)
{
  const DeskOptions *options = &tool->options;

  if (!desk_house_get_business_date (tool->house, &filter->to, error) ||
      !desk_options_read_date ("to", options->to, &filter->to, error))
    return FALSE;
  filter->from = options->open ? filter->to - DESK_ADJUSTMENTS_CARRIED : filter->to;
  if (!desk_options_read_date ("from", options->from, &filter->from, error))
    return FALSE;
  if (filter->from > filter->to)
    return desk_complain (error, DESK_ERROR_USAGE,
                          desk_message_new (NULL, N_("--from is a later day than --to")));
  if (!desk_options_check_form (options, error))
    return FALSE;
  if (options->kind != NULL && !g_strv_contains (desk_adjustment_kinds, options->kind))
    return desk_options_refuse ("kind", options->kind, desk_adjustment_kinds, error);
  if (!check_names (tool, error))
    return FALSE;
  filter->by = options->by;
  filter->reason = options->reason;
  filter->room = options->room;
  filter->kind = options->kind;
  filter->text = options->text;
  filter->flagged = options->flagged;
  filter->open = options->open;
  if (options->least == NULL ||
      (desk_amount_parse (options->least, desk_tool_get_property (tool)->digits,
                          &filter->least_minor, NULL) &&
       filter->least_minor >= 0))
    return TRUE;
  return desk_complain_of (error, DESK_ERROR_USAGE, N_("--least \"{word}\" is no amount: 12.50"),
                           options->least);
}

/* Reading needs nobody, but who gives a name sees what that person may see. */
static gboolean
load (DeskTool                    *tool,
      const DeskAdjustmentFilter  *filter,
      Audit                       *audit,
      GError                     **error)
{
  const DeskContext *reader = tool->context.role != DESK_ROLE_NONE ? &tool->context : NULL;

  audit->page = desk_adjustments_load_all (tool->house, reader, filter, NULL, error);
  if (audit->page == NULL)
    return FALSE;
  if (!desk_adjustments_may_review (reader))
    return TRUE;
  audit->totals = desk_adjustments_total (tool->house, reader, filter, NULL, NULL, error);
  return audit->totals != NULL;
}

static void
add_row (DeskTable            *table,
         DeskTool             *tool,
         const DeskAdjustment *adjustment,
         const DeskAdjustment *before)
{
  const DeskAdjustmentRecord *row = adjustment->record;
  gboolean follows = desk_adjustment_follows (row, before != NULL ? before->record : NULL);
  g_autofree char *date = desk_tool_date (tool, row->business_date);
  g_autofree char *who = desk_adjustment_dup_who (row, desk_tool_get_property (tool));
  g_autofree char *guest = desk_cli_dup_name (row->guest_name != NULL ? row->guest_name : "");
  g_autofree char *original = desk_tool_amount (tool, row->original_minor);
  g_autofree char *became = desk_tool_amount (tool, row->became_minor);
  g_autofree char *line = row->original != 0 ? g_strdup_printf ("%d: %s → %s", row->original,
                                                                original, became)
                                             : g_strdup ("");
  g_autofree char *amount = desk_tool_amount (tool, row->amount_minor + row->right_minor);
  g_autofree char *value = desk_tool_amount (tool, row->value_minor);
  g_autofree char *policy = row->policy != 0
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, row->policy) : g_strdup ("");

  const char *sign = adjustment->flags->len > 0 ? "⚑"
                     : adjustment->drawn        ? "∘"
                     : follows                  ? "└"
                                                : "";
  g_autofree char *number = row->entry_id != 0
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, row->entry_id)
                              : g_strdup ("");

  desk_table_add (table, sign, number, date, who, row->room != NULL ? row->room : "", guest,
                  desk_giving_say_kind (tool->catalog, row->kind),
                  desk_say_reason (tool->catalog, desk_tool_get_property (tool), row->reason), line,
                  row->posting_id != 0 ? amount : "", value, policy, NULL);
}

static void
print_rows (DeskTool        *tool,
            const GPtrArray *rows)
{
  g_autofree char *number = g_strconcat (">", desk_tool_say (tool, N_("No.")), NULL);
  g_autofree char *amount = g_strconcat (">", desk_tool_say (tool, N_("Amount")), NULL);
  g_autofree char *value = g_strconcat (">", desk_tool_say (tool, N_("Given")), NULL);
  /* Translators: version of the set-up, and so of the limits, it was allowed under */
  g_autofree char *policy = g_strconcat (">", desk_tool_say (tool, N_("Set-up")), NULL);
  g_autoptr (DeskTable) table = NULL;
  guint i;

  if (rows->len == 0)
    return;
  table = desk_table_new ("", number, desk_tool_say (tool, N_("Date")),
                          desk_tool_say (tool, N_("By")), desk_tool_say (tool, N_("Room")),
                          desk_tool_say (tool, N_("Guest")),
                          desk_tool_say (tool, N_("Kind")), desk_tool_say (tool, N_("Reason")),
                          desk_tool_say (tool, N_("Line")), amount, value, policy, NULL);
  for (i = 0; i < rows->len; i++)
    add_row (table, tool, g_ptr_array_index (rows, i),
             i > 0 ? g_ptr_array_index (rows, i - 1) : NULL);
  desk_table_print (table, tool->out);
  desk_tool_print (tool, "\n");
}

/* What several rows of one person and room have in common is said once. */
static void
print_reason (DeskTool             *tool,
              GHashTable           *said,
              const DeskAdjustment *row,
              const char           *sign,
              const char           *text)
{
  const char *room = row->record->room != NULL ? row->record->room : "–";
  const char *by = desk_property_say_user (desk_tool_get_property (tool), row->record->by);
  char *line = g_strdup_printf ("%s %s%s%s: %s\n", sign, room, *by != '\0' ? " " : "", by, text);

  if (g_hash_table_add (said, line))
    desk_tool_print (tool, "%s", line);
}

static void
print_decision (DeskTool             *tool,
                GHashTable           *said,
                const DeskAdjustment *row)
{
  g_autoptr (DeskMessage) message = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (row->decision == NULL)
    return;
  message = desk_decide_say (row->decision);
  text = desk_message_render (message, tool->catalog, desk_tool_get_property (tool));
  line = g_strdup_printf ("%" G_GINT64_FORMAT ": %s", row->record->entry_id, text);
  print_reason (tool, said, row, desk_decide_get_sign (row->decision), line);
}

/* Why somebody should look at a row, in sentences, and what was decided. */
static void
print_flags (DeskTool        *tool,
             const GPtrArray *rows)
{
  const DeskProperty *property = desk_tool_get_property (tool);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;
  guint k;

  for (i = 0; i < rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (rows, i);
      g_autofree char *mark =
        row->mark != NULL ? desk_message_render (row->mark, tool->catalog, property) : NULL;

      for (k = 0; k < row->flags->len; k++)
        {
          g_autofree char *text = desk_message_render (g_ptr_array_index (row->flags, k),
                                                       tool->catalog, property);

          print_reason (tool, said, row, "⚑", text);
        }
      if (mark != NULL)
        print_reason (tool, said, row, " ", mark);
      print_decision (tool, said, row);
      if (row->drawn)
        print_reason (tool, said, row, "∘",
                      desk_tool_say (tool, N_("Drawn at random; nothing differs.")));
    }
  if (g_hash_table_size (said) > 0)
    desk_tool_print (tool, "\n");
}

static void
print_sums (DeskTool                   *tool,
            const DeskAdjustmentTotals *totals)
{
  g_autofree char *listed = g_strconcat (">", desk_tool_say (tool, N_("Listed")), NULL);
  g_autofree char *ledger = g_strconcat (">", desk_tool_say (tool, N_("Ledger")), NULL);
  /* Translators: charges posted in the place of those that were taken back */
  g_autofree char *instead = g_strconcat (">", desk_tool_say (tool, N_("Posted instead")), NULL);
  g_autoptr (DeskTable) table = NULL;
  guint i;

  if (totals->sums->len == 0)
    return;
  table = desk_table_new (desk_tool_say (tool, N_("Code")), listed, ledger, instead, NULL);
  for (i = 0; i < totals->sums->len; i++)
    {
      const DeskAdjustmentSum *sum = g_ptr_array_index (totals->sums, i);
      g_autofree char *listed_amount = desk_tool_amount (tool, sum->listed_minor);
      g_autofree char *ledger_amount = desk_tool_amount (tool, sum->ledger_minor);
      g_autofree char *instead_amount = desk_tool_amount (tool, sum->right_minor);

      desk_table_add (table, sum->code, listed_amount, ledger_amount, instead_amount, NULL);
    }
  desk_table_print (table, tool->out);
  desk_tool_print (tool, "\n");
}

/* Whether every code and number is there; if not, which one is not. */
static void
print_tie (DeskTool                   *tool,
           const DeskAdjustmentTotals *totals)
{
  guint i;

  desk_tool_print (tool, "%s: %s\n", desk_tool_say (tool, N_("ties to the ledger")),
                   totals->ties ? desk_tool_say (tool, N_("yes")) : desk_tool_say (tool, N_("no")));
  for (i = 0; i < totals->sums->len; i++)
    {
      const DeskAdjustmentSum *sum = g_ptr_array_index (totals->sums, i);
      g_autofree char *listed = desk_tool_amount (tool, sum->listed_minor);
      g_autofree char *ledger = desk_tool_amount (tool, sum->ledger_minor);
      g_autofree char *differs = desk_tool_amount (tool, sum->listed_minor - sum->ledger_minor);

      if (sum->listed_minor != sum->ledger_minor)
        desk_tool_print (tool, "  %s: %s %s, %s %s, %s %s\n", sum->code,
                         desk_tool_say (tool, N_("Listed")), listed,
                         desk_tool_say (tool, N_("Ledger")), ledger,
                         desk_tool_say (tool, N_("Difference")), differs);
    }
  if (totals->first_id != 0)
    desk_tool_print (tool, "%s: %" G_GINT64_FORMAT " – %" G_GINT64_FORMAT ", %s\n",
                     desk_tool_say (tool, N_("Lines of the ledger")), totals->first_id,
                     totals->last_id,
                     totals->complete ? desk_tool_say (tool, N_("without a gap"))
                                      : desk_tool_say (tool, N_("with a gap")));
  if (totals->missing_id != 0)
    desk_tool_print (tool, "%s: %" G_GINT64_FORMAT "\n",
                     desk_tool_say (tool, N_("Missing from line")), totals->missing_id);
  if (totals->first_entry != 0)
    desk_tool_print (tool, "%s: %" G_GINT64_FORMAT " – %" G_GINT64_FORMAT "\n",
                     desk_tool_say (tool, N_("Entries of the record")), totals->first_entry,
                     totals->last_entry);
}

static void
print_shown (DeskTool                 *tool,
             const DeskAdjustmentPage *page)
{
  g_autofree char *n = desk_format_int (tool->catalog, page->rows->len);
  g_autofree char *sum = desk_tool_amount (tool, page->rows_minor);
  g_autofree char *shown = desk_fill (desk_tool_say (tool, N_("shown: {n}, {sum}")),
                                      "n", n, "sum", sum, NULL);

  desk_tool_print (tool, "%s\n", shown);
}

static void
print_text (DeskTool                   *tool,
            const DeskAdjustmentFilter *filter,
            const Audit                *audit)
{
  const DeskAdjustmentTotals *totals = audit->totals;
  g_autofree char *effect = NULL;
  g_autofree char *unposted = NULL;
  g_autofree char *refunds = NULL;

  desk_tool_print_heading (tool);
  print_rows (tool, audit->page->rows);
  print_flags (tool, audit->page->rows);
  if (desk_adjustment_filter_is_narrow (filter))
    print_shown (tool, audit->page);
  if (totals == NULL)
    {
      desk_tool_print (tool, "%s\n", desk_tool_say (tool, N_("These are your own rows.")));
      return;
    }
  effect = desk_tool_money (tool, totals->effect_minor);
  unposted = desk_tool_money (tool, totals->unposted_minor);
  refunds = desk_tool_money (tool, totals->refunds_minor);
  print_sums (tool, totals);
  desk_tool_print (tool, "%s: %" G_GINT64_FORMAT ", %s\n", desk_tool_say (tool, N_("Adjustments")),
                   totals->n_lines, effect);
  if (totals->n_unposted > 0)
    desk_tool_print (tool, "%s: %" G_GINT64_FORMAT ", %s\n",
                     desk_tool_say (tool, N_("Given and on no folio")), totals->n_unposted,
                     unposted);
  if (totals->n_refunds > 0)
    desk_tool_print (tool, "%s: %" G_GINT64_FORMAT ", %s\n",
                     desk_tool_say (tool, N_("Paid out")), totals->n_refunds, refunds);
  desk_tool_print (tool, "%s: %u\n", desk_tool_say (tool, N_("Flagged")),
                   audit->page->n_flagged);
  /* Translators: how many rows of the audit wait for a decision */
  desk_tool_print (tool, "%s: %u\n", desk_tool_say (tool, N_("To decide")), audit->page->n_open);
  print_tie (tool, totals);
}

static void
add_flag (JsonBuilder   *builder,
          DeskTool      *tool,
          gconstpointer  item)
{
  const DeskMessage *flag = item;
  g_autofree char *text = desk_message_render (flag, tool->catalog, desk_tool_get_property (tool));

  desk_json_text (builder, "flag", flag->code);
  desk_json_text (builder, "text", text);
}

static void
add_json_flags (JsonBuilder          *builder,
                const DeskAdjustment *row,
                DeskTool             *tool)
{
  desk_json_list (builder, tool, "flags", row->flags, add_flag);
  desk_json_bool (builder, "drawn", row->drawn);
  desk_json_bool (builder, "undone", row->undone);
  desk_json_text (builder, "not_signed_by",
                  row->mark == NULL ? NULL : row->record->by);
  desk_json_text (builder, "decision", row->decision != NULL ? row->decision->verdict : NULL);
  desk_json_user (builder, tool, "decided_by",
                  row->decision != NULL ? row->decision->made_by : NULL);
  desk_json_bool (builder, "to_decide", row->open);
}

static void
add_json_row (JsonBuilder   *builder,
              DeskTool      *tool,
              gconstpointer  item)
{
  const DeskAdjustment *adjustment = item;
  const DeskAdjustmentRecord *row = adjustment->record;
  int digits = desk_tool_get_property (tool)->digits;

  desk_json_number (builder, "posting", row->posting_id);
  desk_json_number (builder, "entry", row->entry_id);
  desk_json_date (builder, "business_date", row->business_date);
  desk_json_text (builder, "kind", row->kind);
  desk_json_text (builder, "reason", row->reason);
  desk_json_user (builder, tool, "by", row->by);
  desk_json_text (builder, "role",
                  row->role != DESK_ROLE_NONE ? desk_role_to_string (row->role) : NULL);
  desk_json_user (builder, tool, "allowed_by", row->allowed_by);
  desk_json_number (builder, "policy", row->policy);
  desk_json_number (builder, "case", row->case_id);
  desk_json_text (builder, "confirmation", row->confirmation);
  desk_json_text (builder, "guest", row->guest_name);
  desk_json_text (builder, "room", row->room);
  desk_json_text (builder, "code", row->code);
  desk_json_date (builder, "for_date", row->for_date);
  desk_json_number (builder, "line", row->line);
  desk_json_number (builder, "answers", row->original);
  desk_json_amount (builder, "original", row->original_minor, digits);
  desk_json_amount (builder, "amount", row->amount_minor, digits);
  desk_json_amount (builder, "replaced_by", row->right_minor, digits);
  desk_json_amount (builder, "became", row->became_minor, digits);
  desk_json_amount (builder, "value", row->value_minor, digits);
  add_json_flags (builder, adjustment, tool);
}

static void
add_json_sum (JsonBuilder   *builder,
              DeskTool      *tool,
              gconstpointer  item)
{
  const DeskAdjustmentSum *sum = item;
  int digits = desk_tool_get_property (tool)->digits;

  desk_json_text (builder, "code", sum->code);
  desk_json_int (builder, "lines", sum->n_lines);
  desk_json_amount (builder, "listed", sum->listed_minor, digits);
  desk_json_amount (builder, "ledger", sum->ledger_minor, digits);
  desk_json_amount (builder, "difference", sum->listed_minor - sum->ledger_minor, digits);
  desk_json_amount (builder, "replaced_by", sum->right_minor, digits);
}

static void
add_json_totals (JsonBuilder                *builder,
                 DeskTool                   *tool,
                 const DeskAdjustmentTotals *totals)
{
  int digits = desk_tool_get_property (tool)->digits;

  desk_json_list (builder, tool, "sums", totals->sums, add_json_sum);
  desk_json_int (builder, "lines", totals->n_lines);
  desk_json_amount (builder, "effect", totals->effect_minor, digits);
  desk_json_int (builder, "unposted_rows", totals->n_unposted);
  desk_json_amount (builder, "unposted", totals->unposted_minor, digits);
  desk_json_int (builder, "refund_rows", totals->n_refunds);
  desk_json_amount (builder, "refunds", totals->refunds_minor, digits);
  desk_json_number (builder, "first_posting", totals->first_id);
  desk_json_number (builder, "last_posting", totals->last_id);
  desk_json_number (builder, "missing_posting", totals->missing_id);
  desk_json_number (builder, "first_entry", totals->first_entry);
  desk_json_number (builder, "last_entry", totals->last_entry);
  desk_json_bool (builder, "complete", totals->complete);
  desk_json_bool (builder, "ties", totals->ties);
}

static void
print_json (DeskTool                   *tool,
            const DeskAdjustmentFilter *filter,
            const Audit                *audit)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  desk_json_date (builder, "from", filter->from);
  desk_json_date (builder, "to", filter->to);
  desk_json_list (builder, tool, "rows", audit->page->rows, add_json_row);
  desk_json_int (builder, "flagged", audit->page->n_flagged);
  desk_json_int (builder, "to_decide", audit->page->n_open);
  desk_json_amount (builder, "rows_amount", audit->page->rows_minor,
                    desk_tool_get_property (tool)->digits);
  if (audit->totals != NULL)
    add_json_totals (builder, tool, audit->totals);
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

static void
print_csv (DeskTool    *tool,
           const Audit *audit)
{
  g_autofree char *text = desk_adjustments_to_csv (audit->page->rows,
                                                   desk_tool_get_property (tool));

  g_string_append (tool->out, text);
}

gboolean
desk_cli_audit_adjustments (DeskTool           *tool,
                            const char *const  *arguments,
                            GError            **error)
{
  DeskAdjustmentFilter filter = { 0 };
  g_auto (Audit) audit = { NULL };

  if (!read_filter (tool, &filter, error) || !load (tool, &filter, &audit, error))
    return FALSE;
  if (tool->options.json)
    print_json (tool, &filter, &audit);
  else if (tool->options.csv)
    print_csv (tool, &audit);
  else
    print_text (tool, &filter, &audit);
  if (audit.totals != NULL && !audit.totals->ties)
    tool->status = DESK_STATUS_REFUSED;
  return TRUE;
}
