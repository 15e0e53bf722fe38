/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rack-layout.h"

#include <string.h>

#include "desk-room-cell.h"

/*
 * Floor under floor, each in as few rows as the width allows and all rows of a floor about
 * equally long: 36 rooms are two rows of 18 or three of 12, never 17, 17 and 2. All cells are
 * of one size, which grows where the window has more room.
 */

#define GAP       4      /* between cells */
#define FLOOR_GAP 8      /* between floors */
#define LABEL     24     /* for the name of a floor */

#define FIGURES "0123456789"

/* A row of the rack is not drawn higher than this many times its need. */
#define MOST_GROWTH 1.6

typedef struct
{
  int columns;
  int n_rows;
  int n_floors;     /* that show anything */
  int cell_width;
  int cell_height;  /* what a cell needs */
} Grid;

gpointer
desk_rack_floor_new (GtkWidget  *parent,
                     const char *name,
                     guint       first)
{
  DeskRackFloor *self = g_new0 (DeskRackFloor, 1);

  self->label = gtk_label_new (name);
  self->first = first;
  gtk_widget_add_css_class (self->label, "floor");
  gtk_widget_set_parent (self->label, parent);

  return self;
}

void
desk_rack_floor_free (gpointer floor)
{
  DeskRackFloor *self = floor;

  gtk_widget_unparent (self->label);
  g_free (self);
}

static int
count_shown (const GPtrArray     *cells,
             const DeskRackFloor *floor)
{
  int n = 0;

  for (guint i = floor->first; i < floor->first + floor->n_rooms; i++)
    n += gtk_widget_get_visible (cells->pdata[i]);

  return n;
}

/* The figures of a table are equally wide: one of two such numbers need not be measured. */
static gboolean
is_as_wide (const char *number,
            const char *other)
{
  gsize length = strlen (number);

  return strlen (other) == length && strspn (number, FIGURES) == length &&
         strspn (other, FIGURES) == length;
}

/* The smallest cell that shows every room. */
static void
measure_cells (const GPtrArray *cells,
               int             *width,
               int             *height)
{
  const char *measured = "";

  *width = 1;
  *height = 1;
  for (guint i = 0; i < cells->len; i++)
    {
      const char *number = desk_room_cell_get_row (cells->pdata[i])->number;
      int minimum;

      if (!gtk_widget_get_visible (cells->pdata[i]) || is_as_wide (number, measured))
        continue;
      measured = number;
      gtk_widget_measure (cells->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      *width = MAX (*width, minimum);
      gtk_widget_measure (cells->pdata[i], GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL,
                          NULL);
      *height = MAX (*height, minimum);
    }
}

static int
divide_up (int a,
           int b)
{
  return (a + b - 1) / b;
}

/* Rooms that are hidden keep their share, so that a filter does not change the cells. */
static void
plan (const GPtrArray *cells,
      const GPtrArray *floors,
      int              width,
      Grid            *grid)
{
  int most = 1;
  int fit;

  measure_cells (cells, &grid->cell_width, &grid->cell_height);
  for (guint i = 0; i < floors->len; i++)
    most = MAX (most, (int) ((DeskRackFloor *) floors->pdata[i])->n_rooms);
  fit = MAX ((width - LABEL + GAP) / (grid->cell_width + GAP), 1);
  grid->columns = divide_up (most, divide_up (most, fit));
  grid->cell_width = MAX ((width - LABEL + GAP) / MAX (grid->columns, 8) - GAP, grid->cell_width);

  grid->n_rows = 0;
  grid->n_floors = 0;
  for (guint i = 0; i < floors->len; i++)
    {
      int n_shown = count_shown (cells, floors->pdata[i]);

      grid->n_rows += divide_up (n_shown, grid->columns);
      grid->n_floors += n_shown > 0;
    }
}

static int
get_height (const Grid *grid,
            int         cell_height)
{
  return grid->n_rows * (cell_height + GAP) + grid->n_floors * (FLOOR_GAP - GAP);
}

void
desk_rack_layout_measure (const GPtrArray *cells,
                          const GPtrArray *floors,
                          GtkOrientation   orientation,
                          int              for_size,
                          int             *minimum,
                          int             *natural)
{
  Grid grid = { 0 };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_cells (cells, &grid.cell_width, &grid.cell_height);
      *minimum = LABEL + grid.cell_width;
      *natural = LABEL + 8 * (grid.cell_width + GAP);
      return;
    }

  plan (cells, floors, for_size < 0 ? G_MAXSHORT : for_size, &grid);
  *minimum = get_height (&grid, grid.cell_height);
  *natural = *minimum;
}

static int
grow (const Grid *grid,
      int         height)
{
  int spare = height - get_height (grid, grid->cell_height);

  if (grid->n_rows == 0 || spare <= 0)
    return grid->cell_height;

  return MIN (grid->cell_height + spare / grid->n_rows,
              (int) (grid->cell_height * MOST_GROWTH));
}

void
desk_rack_layout_allocate (const GPtrArray *cells,
                           const GPtrArray *floors,
                           int              width,
                           int              height,
                           DeskRackPlaces  *places)
{
  Grid grid = { 0 };
  int cell_height;
  int y = 0;
  int row = 0;

  plan (cells, floors, width, &grid);
  cell_height = grow (&grid, height);
  if (places->places == NULL)
    places->places = g_array_new (FALSE, FALSE, sizeof (DeskRackPlace));
  g_array_set_size (places->places, cells->len);

  for (guint f = 0; f < floors->len; f++)
    {
      const DeskRackFloor *floor = floors->pdata[f];
      int n_shown = count_shown (cells, floor);
      int n_rows = divide_up (n_shown, grid.columns);
      int nth = 0;

      gtk_widget_set_child_visible (floor->label, n_shown > 0);
      gtk_widget_size_allocate (floor->label, &(GtkAllocation){ 0, y, LABEL - GAP, cell_height },
                                -1);
      for (guint i = floor->first; i < floor->first + floor->n_rooms; i++)
        {
          DeskRackPlace *place = &g_array_index (places->places, DeskRackPlace, i);
          GtkAllocation area = { .width = grid.cell_width, .height = cell_height };

          place->row = -1;
          if (!gtk_widget_get_visible (cells->pdata[i]))
            continue;
          place->row = row + nth / grid.columns;
          place->column = nth % grid.columns;
          area.x = LABEL + place->column * (grid.cell_width + GAP);
          area.y = y + nth / grid.columns * (cell_height + GAP);
          gtk_widget_size_allocate (cells->pdata[i], &area, -1);
          nth++;
        }
      row += n_rows;
      y += n_rows * (cell_height + GAP) + (n_shown > 0 ? FLOOR_GAP - GAP : 0);
    }
}

/* The next shown cell in reading order; where there is none, @at. */
static int
step (const DeskRackPlaces *self,
      int                   at,
      int                   by)
{
  int last = (int) self->places->len - 1;

  for (int i = at + by; i >= 0 && i <= last; i += by)
    if (g_array_index (self->places, DeskRackPlace, i).row >= 0)
      return i;

  return at;
}

/**
 * desk_rack_places_find:
 * @self: where the cells are
 * @at: index of one of them
 * @dx: to the right, or to the left; 2 or -2: the last and the first of all
 * @dy: down, or up
 *
 * Returns: index of the cell there; @at where there is none
 */
int
desk_rack_places_find (const DeskRackPlaces *self,
                       int                   at,
                       int                   dx,
                       int                   dy)
{
  const DeskRackPlace *from;
  int best = at;

  if (self->places == NULL || self->places->len == 0)
    return -1;
  if (dx <= -2 || at < 0 || at >= (int) self->places->len)
    return step (self, -1, 1);
  if (dx >= 2)
    return step (self, (int) self->places->len, -1);
  if (dx != 0)
    return step (self, at, dx);

  from = &g_array_index (self->places, DeskRackPlace, at);
  for (int i = 0; i < (int) self->places->len; i++)
    {
      const DeskRackPlace *place = &g_array_index (self->places, DeskRackPlace, i);
      const DeskRackPlace *nearest = &g_array_index (self->places, DeskRackPlace, best);

      if (place->row == from->row + dy && from->row + dy >= 0 &&
          (best == at || ABS (place->column - from->column) <
                           ABS (nearest->column - from->column)))
        best = i;
    }

  return best;
}

void
desk_rack_places_clear (DeskRackPlaces *self)
{
  g_clear_pointer (&self->places, g_array_unref);
}
