/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskRackFloor:
 * @label: its name beside its rooms
 * @first: index of its first room
 * @n_rooms: how many it has, shown or not
 */
typedef struct
{
  GtkWidget *label;
  guint      first;
  guint      n_rooms;
} DeskRackFloor;

/* Where a cell is; @row -1: it is not shown. */
typedef struct
{
  int row;
  int column;
} DeskRackPlace;

/* The places of all cells, by index. */
typedef struct
{
  GArray *places;   /* DeskRackPlace (nullable) */
} DeskRackPlaces;

gpointer desk_rack_floor_new       (GtkWidget            *parent,
                                    const char           *name,
                                    guint                 first);
void     desk_rack_floor_free      (gpointer              floor);
void     desk_rack_layout_measure  (const GPtrArray      *cells,
                                    const GPtrArray      *floors,
                                    GtkOrientation        orientation,
                                    int                   for_size,
                                    int                  *minimum,
                                    int                  *natural);
void     desk_rack_layout_allocate (const GPtrArray      *cells,
                                    const GPtrArray      *floors,
                                    int                   width,
                                    int                   height,
                                    DeskRackPlaces       *places);
int      desk_rack_places_find     (const DeskRackPlaces *self,
                                    int                   at,
                                    int                   dx,
                                    int                   dy);
void     desk_rack_places_clear    (DeskRackPlaces       *self);

G_END_DECLS
