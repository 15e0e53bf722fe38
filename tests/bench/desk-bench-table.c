/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-table.h"

#define WHAT_WIDTH 44
#define LINE "%-*s %9s %9s %10s %9s %7s  %-12s %s\n"

static void
print_line (const char *what,
            char      **cells,
            const char *verdict)
{
  g_print (LINE, WHAT_WIDTH, what, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5],
           verdict);
}

void
desk_bench_table_begin (void)
{
  char *cells[] = { (char *) "median", (char *) "p99", (char *) "floor med", (char *) "p99",
                    (char *) "ratio", (char *) "target" };

  print_line ("", cells, "");
}

/* A time as people compare it: three digits, and the unit. */
static char *
print_time (gint64 ns)
{
  double ms = (double) ns / 1e6;

  if (ms < 1)
    return g_strdup_printf ("%.3f ms", ms);
  return g_strdup_printf (ms < 10 ? "%.2f ms" : ms < 100 ? "%.1f ms" : "%.0f ms", ms);
}

static char *
print_target (DeskTarget target,
              double     limit,
              guint      percentile)
{
  const char *of = percentile == 99 ? " p99" : "";

  switch (target)
    {
    case DESK_TARGET_TIMES:
      return g_strdup_printf ("<= %g x%s", limit, of);
    case DESK_TARGET_MS:
      return g_strdup_printf ("<= %g ms%s", limit, of);
    case DESK_TARGET_NONE:
    default:
      return g_strdup ("-");
    }
}

static const char *
judge (const DeskBenchRow *row)
{
  double ours = (double) desk_samples_get_percentile (row->ours, row->percentile);
  double most;

  switch (row->target)
    {
    case DESK_TARGET_TIMES:
      most = row->limit * (double) desk_samples_get_percentile (row->floor, row->percentile);
      break;
    case DESK_TARGET_MS:
      most = row->limit * 1e6;
      break;
    case DESK_TARGET_NONE:
    default:
      return "";
    }
  return ours <= most ? "ok" : "over";
}

/**
 * desk_bench_table_print:
 * @row: what was measured
 *
 * Prints a row. The ratio is that of the percentile that the target is about.
 */
void
desk_bench_table_print (const DeskBenchRow *row)
{
  g_auto (GStrv) cells = g_new0 (char *, 7);
  double at = (double) desk_samples_get_percentile (row->ours, row->percentile);

  cells[0] = print_time (desk_samples_get_median (row->ours));
  cells[1] = print_time (desk_samples_get_percentile (row->ours, 99));
  if (row->floor != NULL)
    {
      cells[2] = print_time (desk_samples_get_median (row->floor));
      cells[3] = print_time (desk_samples_get_percentile (row->floor, 99));
      cells[4] = g_strdup_printf ("%.1f x", at / (double) desk_samples_get_percentile
                                             (row->floor, row->percentile));
    }
  else
    {
      cells[2] = g_strdup ("-");
      cells[3] = g_strdup ("-");
      cells[4] = g_strdup ("-");
    }
  cells[5] = print_target (row->target, row->limit, row->percentile);
  print_line (row->what, cells, judge (row));
  if (row->remark != NULL)
    g_print ("%*s%s\n", 4, "", row->remark);
}

/**
 * desk_bench_table_memory:
 * @ours_kib: most memory that was resident
 * @floor_kib: of the bare program, or 0
 * @limit_mib: what is allowed, or 0
 */
void
desk_bench_table_memory (const char *what,
                         gint64      ours_kib,
                         gint64      floor_kib,
                         gint64      limit_mib)
{
  g_auto (GStrv) cells = g_new0 (char *, 7);

  cells[0] = g_strdup_printf ("%.1f MiB", (double) ours_kib / 1024);
  cells[1] = g_strdup ("");
  cells[2] = floor_kib > 0 ? g_strdup_printf ("%.1f MiB", (double) floor_kib / 1024)
                           : g_strdup ("-");
  cells[3] = g_strdup ("");
  cells[4] = floor_kib > 0 ? g_strdup_printf ("%.1f x", (double) ours_kib / (double) floor_kib)
                           : g_strdup ("-");
  cells[5] = limit_mib > 0 ? g_strdup_printf ("<= %" G_GINT64_FORMAT " MiB", limit_mib)
                           : g_strdup ("-");
  print_line (what, cells, limit_mib == 0 ? "" : ours_kib <= limit_mib * 1024 ? "ok" : "over");
}

void
desk_bench_table_skip (const char *what,
                       const char *why)
{
  g_print ("%-*s not measured: %s\n", WHAT_WIDTH, what, why);
}
