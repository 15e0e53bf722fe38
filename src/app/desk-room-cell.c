/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-cell.h"

#include "desk-intl.h"
#include "desk-room-text.h"
#include "desk-show.h"
#include "desk-template.h"

/* Between the parts of the first line. */
#define GAP 3

/* A cell narrower than this has no place for the room type beside the number. */
#define WIDTH_WITH_TYPE 84

/* There are hundreds of these: no boxes in them, and one place that lays them out. */
struct _DeskRoomCell
{
  GtkWidget          parent_instance;

  /* Template widgets */
  GtkWidget         *letter;
  GtkWidget         *number;
  GtkWidget         *type;
  GtkWidget         *marks;
  GtkWidget         *name;

  /* Borrowed */
  const DeskRackRow *row;

  /* State */
  gboolean           marked;
  char              *said;      /* what a screen reader was told last */
};

G_DEFINE_FINAL_TYPE (DeskRoomCell, desk_room_cell, GTK_TYPE_WIDGET)

static int
get_natural (GtkWidget      *widget,
             GtkOrientation  orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static void
desk_room_cell_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  DeskRoomCell *self = DESK_ROOM_CELL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = get_natural (self->letter, orientation) + GAP +
               get_natural (self->number, orientation);
  else
    *minimum = MAX (get_natural (self->letter, orientation),
                    get_natural (self->number, orientation)) +
               get_natural (self->name, orientation);
  *natural = *minimum;
}

static void
place (GtkWidget *widget,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, MAX (width, 0), height }, -1);
}

static void
desk_room_cell_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DeskRoomCell *self = DESK_ROOM_CELL (widget);
  int letter = get_natural (self->letter, GTK_ORIENTATION_HORIZONTAL);
  int number = get_natural (self->number, GTK_ORIENTATION_HORIZONTAL);
  int marks = get_natural (self->marks, GTK_ORIENTATION_HORIZONTAL);
  int type = get_natural (self->type, GTK_ORIENTATION_HORIZONTAL);
  int name = get_natural (self->name, GTK_ORIENTATION_VERTICAL);
  int first = get_natural (self->number, GTK_ORIENTATION_VERTICAL);
  int letter_height = MIN (get_natural (self->letter, GTK_ORIENTATION_VERTICAL), first);
  int space = MAX (height - first - name, 0);
  int x = letter + GAP;
  int first_y = space / 3;
  int name_y = height - name - space / 3;
  gboolean narrow = marks > 0 && x + number + GAP + marks > width;

  place (self->letter, 0, first_y + (first - letter_height) / 2, letter, letter_height);
  place (self->number, x, first_y, number, first);
  x += number + GAP;
  gtk_widget_set_child_visible (self->type, width >= WIDTH_WITH_TYPE &&
                                            x + type + GAP + marks <= width);
  place (self->type, x, first_y, type, first);
  place (self->marks, MAX (width - marks, 0), narrow ? name_y : first_y, marks,
         narrow ? name : first);
  place (self->name, 0, name_y, narrow ? width - marks - GAP : width, name);
}

static void
desk_room_cell_dispose (GObject *object)
{
  DeskRoomCell *self = DESK_ROOM_CELL (object);

  g_clear_pointer (&self->letter, gtk_widget_unparent);
  g_clear_pointer (&self->number, gtk_widget_unparent);
  g_clear_pointer (&self->type, gtk_widget_unparent);
  g_clear_pointer (&self->marks, gtk_widget_unparent);
  g_clear_pointer (&self->name, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_room_cell_parent_class)->dispose (object);
}

static void
desk_room_cell_finalize (GObject *object)
{
  g_free (DESK_ROOM_CELL (object)->said);

  G_OBJECT_CLASS (desk_room_cell_parent_class)->finalize (object);
}

static void
desk_room_cell_class_init (DeskRoomCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_room_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_room_cell_finalize;
  widget_class->measure = desk_room_cell_measure;
  widget_class->size_allocate = desk_room_cell_size_allocate;

  desk_template_set (widget_class, DESK_UI ("desk-room-cell.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskRoomCell, letter);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomCell, number);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomCell, type);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomCell, marks);
  gtk_widget_class_bind_template_child (widget_class, DeskRoomCell, name);
  gtk_widget_class_set_css_name (widget_class, "roomcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
desk_room_cell_init (DeskRoomCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_room_cell_new (void)
{
  return g_object_new (DESK_TYPE_ROOM_CELL, NULL);
}

/* Labels lay themselves out anew whenever they are told something; mostly it is the same. */
static void
set_label (GtkWidget  *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}

static void
show_state (DeskRoomCell *self)
{
  static const char *const states[] = { "dirty", "clean", "inspected", "pickup" };
  gboolean closed = g_str_equal (self->row->service, "ooo");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    desk_show_class (self->letter, states[i],
                     !closed && g_str_equal (self->row->clean, states[i]));
  set_label (self->letter, desk_show_clean_letter (closed ? "ooo" : self->row->clean));
  desk_show_class (GTK_WIDGET (self), "occupied", self->row->occupied);
  desk_show_class (GTK_WIDGET (self), "closed", closed);
  desk_show_class (GTK_WIDGET (self), "odd",
                   desk_rack_row_get_discrepancy (self->row) != DESK_DISCREPANCY_NONE);
}

/* Who is in it, else who comes, else until when it is closed, else what it is. */
static void
show_name (DeskRoomCell *self)
{
  const DeskRackRow *row = self->row;
  g_autofree char *text = NULL;

  if (row->inside != NULL)
    text = desk_room_text_dup_family (row->inside->guest_name);
  else if (g_str_equal (row->service, "ooo") && row->service_till != DESK_DATE_NONE)
    text = desk_show_date (desk_app_get_catalog (), row->service_till, DESK_DATE_WEEKDAY);
  else if (row->due != NULL)
    text = desk_room_text_dup_family (row->due->guest_name);
  else
    text = g_strdup (row->room_type);
  set_label (self->name, text);
}

/**
 * desk_room_cell_set_row:
 * @self: a cell
 * @row: what it shows; lives as long as the cell shows it
 * @day: the open business date
 */
void
desk_room_cell_set_row (DeskRoomCell      *self,
                        const DeskRackRow *row,
                        DeskDate           day)
{
  g_autofree char *facts = desk_room_text_dup_facts (row, day, ", ");
  g_autofree char *said = g_strjoin (", ", row->number, row->room_type, facts, NULL);
  g_autofree char *marks = desk_room_text_dup_marks (row, day);

  self->row = row;
  if (g_strcmp0 (said, self->said) == 0)
    return;

  set_label (self->number, row->number);
  set_label (self->type, row->room_type);
  set_label (self->marks, marks);
  show_state (self);
  show_name (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_free (self->said);
  self->said = g_steal_pointer (&said);
}

const DeskRackRow *
desk_room_cell_get_row (DeskRoomCell *self)
{
  return self->row;
}

gboolean
desk_room_cell_get_marked (DeskRoomCell *self)
{
  return self->marked;
}

void
desk_room_cell_set_marked (DeskRoomCell *self,
                           gboolean      marked)
{
  if (self->marked == marked)
    return;

  self->marked = marked;
  desk_show_class (GTK_WIDGET (self), "marked", marked);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, marked, -1);
}
