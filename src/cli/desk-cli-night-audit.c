/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "desk-adjustments.h"
#include "desk-close-day.h"
#include "desk-command.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-explain.h"
#include "desk-fill.h"
#include "desk-json.h"
#include "desk-table.h"

/* Nobody closes more than a year at once, except by a slip of the hand. */
#define MAX_NIGHTS 370

/* A night that is closed, or would be. */
typedef struct
{
  DeskDate date;
  guint    stays;
  gint64   total_minor;
} Night;

static void
add_stay (JsonBuilder   *builder,
          DeskTool      *tool,
          gconstpointer  item)
{
  const DeskNightPreview *preview = item;
  int digits = desk_tool_get_property (tool)->digits;

  desk_json_int (builder, "stay", preview->stay_id);
  desk_json_text (builder, "confirmation", preview->confirmation);
  desk_json_text (builder, "room", preview->room);
  desk_json_text (builder, "guest", preview->guest_name);
  desk_json_amount (builder, "price", preview->room_minor, digits);
  desk_json_amount (builder, "total", preview->total_minor, digits);
  desk_json_sentences (builder, tool, "remarks", preview->remarks);
}

/* What is posted for each stay, before it is. */
static void
add_plan (JsonBuilder            *builder,
          DeskTool               *tool,
          const DeskCloseDayPlan *plan)
{
  desk_json_list (builder, tool, "to_post", plan->stays, add_stay);
  desk_json_list (builder, tool, "not_arrived", plan->late, add_stay);
  desk_json_list (builder, tool, "not_departed", plan->due, add_stay);
  desk_json_int (builder, "posted", plan->n_posted);
}

/* @plan: (nullable): of a night that is only looked at */
static void
print_json (DeskTool               *tool,
            DeskDate                business_date,
            const GArray           *nights,
            const DeskCloseDayPlan *plan)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_object (builder);
  desk_json_date (builder, "business_date", business_date);
  json_builder_set_member_name (builder, "nights");
  json_builder_begin_array (builder);
  for (i = 0; i < nights->len; i++)
    {
      const Night *night = &g_array_index (nights, Night, i);

      json_builder_begin_object (builder);
      desk_json_date (builder, "date", night->date);
      desk_json_int (builder, "stays", night->stays);
      desk_json_amount (builder, "total", night->total_minor,
                        desk_tool_get_property (tool)->digits);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (plan != NULL)
    add_plan (builder, tool, plan);
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

/* As the window's page of the night has it: what to look at first, then the others. */
static void
print_plan (DeskTool               *tool,
            const DeskCloseDayPlan *plan,
            guint                   n_flagged)
{
  g_autofree char *summary = desk_close_day_plan_dup_summary (plan, tool->catalog);
  g_autofree char *price =
    g_strconcat (">", desk_tool_say_in (tool, "night", NC_("night", "Price")), NULL);
  g_autofree char *whole =
    g_strconcat (">", desk_tool_say_in (tool, "night", NC_("night", "With everything")), NULL);
  g_autoptr (DeskTable) table = desk_table_new (desk_tool_say (tool, N_("Room")),
                                                desk_tool_say (tool, N_("Guest")), price, whole,
                                                desk_tool_say (tool, N_("Remark")), NULL);
  guint i;

  for (i = 0; i < plan->stays->len; i++)
    {
      const DeskNightPreview *preview = g_ptr_array_index (plan->stays, i);
      g_autofree char *name = desk_cli_dup_name (preview->guest_name);
      g_autofree char *room_amount = desk_tool_amount (tool, preview->room_minor);
      g_autofree char *total = desk_tool_amount (tool, preview->total_minor);
      g_autofree char *remarks = desk_tool_join (tool, preview->remarks);

      desk_table_add (table, preview->room != NULL ? preview->room : "–", name, room_amount, total,
                      remarks, NULL);
    }
  desk_tool_print (tool, "\n%s\n", summary);
  if (n_flagged > 0)
    desk_tool_print (tool, "%s: %u\n", desk_tool_say (tool, N_("Flagged")), n_flagged);
  if (plan->early != NULL)
    {
      g_autofree char *early = desk_message_render (plan->early, tool->catalog, NULL);

      desk_tool_print (tool, "%s\n", early);
    }
  desk_tool_print (tool, "\n");
  if (plan->stays->len > 0)
    desk_table_print (table, tool->out);
}

static void
print_text (DeskTool     *tool,
            const GArray *nights)
{
  g_autofree char *stays = g_strconcat (">", desk_tool_say (tool, N_("Stays")), NULL);
  g_autofree char *total = g_strconcat (">", desk_tool_say (tool, N_("Total")), NULL);
  g_autoptr (DeskTable) table = desk_table_new (desk_tool_say (tool, N_("Night")), stays, total,
                                                NULL);
  guint i;

  desk_tool_print_heading (tool);
  for (i = 0; i < nights->len; i++)
    {
      const Night *night = &g_array_index (nights, Night, i);
      g_autofree char *date = desk_tool_date (tool, night->date);
      g_autofree char *count = g_strdup_printf ("%u", night->stays);
      g_autofree char *amount = desk_tool_money (tool, night->total_minor);

      desk_table_add (table, date, count, amount, NULL);
    }
  if (nights->len > 0)
    desk_table_print (table, tool->out);
}

static void
set_night (Night                  *night,
           const DeskCloseDayPlan *plan)
{
  night->date = plan->business_date;
  night->stays = plan->stays->len;
  night->total_minor = plan->total_minor;
}

static gboolean
plan_night (DeskTool  *tool,
            Night     *out,
            GError   **error)
{
  g_autoptr (DeskCloseDayPlan) plan = desk_close_day_plan (tool->house, &tool->context, error);

  if (plan == NULL)
    return FALSE;
  set_night (out, plan);
  return TRUE;
}

/* A day that has not begun is closed only when its end is named. */
static gboolean
check_begun (DeskTool  *tool,
             DeskDate   today,
             GError   **error)
{
  DeskMessage *early = desk_close_day_find_early (tool->house, &tool->context, today);

  if (early == NULL)
    return TRUE;
  return desk_complain (error, DESK_ERROR_REFUSED,
                        desk_message_nest (
                          desk_message_new (NULL, N_("{why} To close it all the same, say --to the "
                                                     "day after.")),
                          "why", early));
}

/* The day to close up to: the given one, or the next. */
static gboolean
find_target (DeskTool  *tool,
             DeskDate   today,
             DeskDate  *out,
             GError   **error)
{
  *out = today + 1;
  if (tool->options.to == NULL)
    return tool->options.preview || check_begun (tool, today, error);
  if (!desk_options_read_date ("to", tool->options.to, out, error))
    return FALSE;
  if (*out - today > MAX_NIGHTS)
    {
      DeskMessage *far = desk_message_new (NULL, N_("{date} is more than {n} nights away, and a "
                                                    "closed night is never opened again"));

      desk_message_integer (far, "date", DESK_ARG_DATE, *out);
      return desk_complain (error, DESK_ERROR_REFUSED,
                            desk_message_integer (far, "n", DESK_ARG_INT, MAX_NIGHTS));
    }
  if (*out >= today)
    return TRUE;

  return desk_complain (error, DESK_ERROR_REFUSED,
                        desk_message_integer (
                          desk_message_new (NULL, N_("the business date is {date} already and "
                                                     "never goes back")),
                          "date", DESK_ARG_DATE, today));
}

/* Some nights were closed and then one was not: for who sits at the terminal. */
static void
tell_open_day (DeskTool *tool,
               DeskDate  date)
{
  g_autofree char *day = desk_tool_date (tool, date);
  g_autofree char *text = desk_fill (desk_tool_say (tool, N_("Open business date: {date}")), "date",
                                     day, NULL);

  fprintf (stderr, "deskbellctl: %s\n", text);
}

static gboolean
close_nights (DeskTool  *tool,
              DeskDate   today,
              DeskDate   target,
              GArray    *nights,
              GError   **error)
{
  desk_tool_watch_interrupt (tool);
  tool->stopped = N_("Stopped. What is posted stays posted; closing again goes on from here.");
  for (; today < target; today++)
    {
      Night night;

      if (!plan_night (tool, &night, error) ||
          !desk_close_day (tool->house, &tool->context, today,
                           &(DeskWatch){ tool->cancellable, desk_tool_show_progress, tool }, error))
        {
          if (nights->len > 0)
            tell_open_day (tool, today);
          return FALSE;
        }
      g_array_append_val (nights, night);
    }
  return TRUE;
}

/* What closing the open day would post; nothing is closed. */
static gboolean
show_preview (DeskTool  *tool,
              GError   **error)
{
  g_autoptr (DeskCloseDayPlan) plan = desk_close_day_plan (tool->house, &tool->context, error);
  g_autoptr (GArray) nights = g_array_new (FALSE, TRUE, sizeof (Night));
  guint n_flagged = 0;

  /* How many there are is nothing for the counter, and nothing that the file hides. */
  if (plan == NULL ||
      ((tool->context.role == DESK_ROLE_NONE || desk_adjustments_may_review (&tool->context)) &&
       !desk_adjustments_count_flagged (tool->house, plan->business_date, &n_flagged, error)))
    return FALSE;
  g_array_set_size (nights, 1);
  set_night (&g_array_index (nights, Night, 0), plan);
  if (tool->options.json)
    {
      print_json (tool, plan->business_date, nights, plan);
      return TRUE;
    }
  print_text (tool, nights);
  print_plan (tool, plan, n_flagged);
  return TRUE;
}

gboolean
desk_cli_night_audit (DeskTool           *tool,
                      const char *const  *arguments,
                      GError            **error)
{
  g_autoptr (GArray) nights = g_array_new (FALSE, FALSE, sizeof (Night));
  DeskDate today;
  DeskDate target;

  if (!desk_house_get_business_date (tool->house, &today, error) ||
      !find_target (tool, today, &target, error))
    return FALSE;

  if (tool->options.preview)
    return desk_tool_sign_in_if_asked (tool, error) && show_preview (tool, error);

  if (!desk_tool_sign_in (tool, error) || !close_nights (tool, today, target, nights, error))
    return FALSE;

  if (tool->options.json)
    print_json (tool, target, nights, NULL);
  else
    print_text (tool, nights);
  return TRUE;
}
