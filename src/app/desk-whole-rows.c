/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-whole-rows.h"

static int
measure (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/**
 * desk_whole_rows_set:
 * @scroller: what scrolls @list
 * @list: a list of rows that are all equally high
 * @row: (nullable): one of them; without any nothing is done
 * @n_rows: how many it has now
 * @least: rows to show in any case; a list that has fewer may still get more
 * @height: what the list should have, in pixels
 *
 * Gives a list the height of as many rows as fit in @height: a row that is cut in half looks
 * like the end of the list, and how high one is differs by font and by who presses it.
 */
void
desk_whole_rows_set (GtkScrolledWindow *scroller,
                     GtkWidget         *list,
                     GtkWidget         *row,
                     int                n_rows,
                     int                least,
                     int                height)
{
  int row_height = row != NULL ? measure (row) : 0;
  int around;

  if (row_height <= 0)
    return;

  around = MAX (measure (list) - n_rows * row_height, 0);
  height = around + row_height * MAX (least, (height - around) / row_height);

  /* In this order: the least may never be above the most. */
  gtk_scrolled_window_set_max_content_height (scroller, -1);
  gtk_scrolled_window_set_min_content_height (scroller, height);
  gtk_scrolled_window_set_max_content_height (scroller, height);
}
