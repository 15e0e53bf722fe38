/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-cell.h"

#include "desk-intl.h"
#include "desk-room-text.h"
#include "desk-room-words.h"
#include "desk-show.h"

/* Between the parts of the first line. */
#define GAP 3

/* A cell narrower than this has no place for the room type beside the number. */
#define WIDTH_WITH_TYPE 84

#define LETTER_SIZE 15
#define LETTER_RADIUS 4

typedef enum { LETTER, NUMBER, TYPE, MARKS, NAME, N_PARTS } Part;

/* There are hundreds of these: a cell draws its texts itself. */
struct _DeskRoomCell
{
  GtkWidget          parent_instance;

  /* Owned */
  char              *texts[N_PARTS];    /* (nullable) */
  PangoLayout       *layouts[N_PARTS];  /* (nullable): until they are looked at */
  char              *said;              /* what a screen reader was told last */

  /* Borrowed */
  const DeskRackRow *row;

  /* State */
  gboolean           marked;
  gboolean           shown;
};

G_DEFINE_FINAL_TYPE (DeskRoomCell, desk_room_cell, GTK_TYPE_WIDGET)

/* Shared by all cells. */
static PangoAttrList *
get_attributes (Part part)
{
  static const struct
  {
    double   points;
    gboolean bold;
  } looks[N_PARTS] = {
    [LETTER] = { 8, TRUE }, [NUMBER] = { 9.5, TRUE }, [TYPE] = { 8.5, FALSE },
    [MARKS] = { 9, TRUE }, [NAME] = { 9, FALSE },
  };
  static PangoAttrList *known[N_PARTS];
  PangoAttrList *list = known[part];

  if (list != NULL)
    return list;

  list = known[part] = pango_attr_list_new ();
  pango_attr_list_insert (list, pango_attr_size_new ((int) (looks[part].points * PANGO_SCALE)));
  if (looks[part].bold)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (part == NUMBER)
    pango_attr_list_insert (list, pango_attr_font_features_new ("tnum"));

  return list;
}

static PangoLayout *
get_layout (DeskRoomCell *self,
            Part          part)
{
  PangoLayout *layout = self->layouts[part];

  if (layout != NULL)
    return layout;

  layout = self->layouts[part] = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                                                 self->texts[part]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_attributes (layout, get_attributes (part));
  if (part == NAME)
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static void
get_size (DeskRoomCell *self,
          Part          part,
          GdkRectangle *place)
{
  pango_layout_get_pixel_size (get_layout (self, part), &place->width, &place->height);
}

/* The ground of the letter, for any letter there is, so that all cells need the same. */
static int
get_letter_size (const GdkRectangle *number)
{
  return MAX (LETTER_SIZE, number->height * 3 / 4);
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
  GdkRectangle number = { 0 };
  GdkRectangle name = { 0 };

  get_size (self, NUMBER, &number);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_letter_size (&number) + GAP + number.width;
    }
  else
    {
      get_size (self, NAME, &name);
      *minimum = MAX (get_letter_size (&number), number.height) + name.height;
    }
  *natural = *minimum;
}

static void
draw (DeskRoomCell *self,
      GtkSnapshot  *snapshot,
      Part          part,
      int           x,
      int           y,
      const char   *colour)
{
  GdkRGBA rgba;

  desk_show_look_up (GTK_WIDGET (self), colour, &rgba);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, get_layout (self, part), &rgba);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_closed (DeskRoomCell *self)
{
  return g_str_equal (self->row->service, "ooo");
}

static const char *
get_ground (DeskRoomCell *self)
{
  static const char *const grounds[][2] = {
    { "dirty", "room_dirty" }, { "clean", "room_clean" },
    { "inspected", "room_inspected" }, { "pickup", "room_pickup" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (grounds) && !is_closed (self); i++)
    if (g_str_equal (self->row->clean, grounds[i][0]))
      return grounds[i][1];

  return "room_closed";
}

static void
draw_letter (DeskRoomCell *self,
             GtkSnapshot  *snapshot,
             int           y,
             int           width,
             int           height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, y, width, height);
  GskRoundedRect ground;
  GdkRGBA rgba;
  int text_width;
  int text_height;

  gsk_rounded_rect_init_from_rect (&ground, &bounds, LETTER_RADIUS);
  desk_show_look_up (GTK_WIDGET (self), get_ground (self), &rgba);
  gtk_snapshot_push_rounded_clip (snapshot, &ground);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_size (get_layout (self, LETTER), &text_width, &text_height);
  draw (self, snapshot, LETTER, (width - text_width) / 2, y + (height - text_height) / 2,
        "room_fg");
}

/* What stands in the first line, from the left; marks that find no place there stand beside
 * the name. Returns whether they do. */
static gboolean
place_parts (DeskRoomCell *self,
             GdkRectangle  places[N_PARTS],
             int           width,
             int           height)
{
  gboolean narrow;
  int space;

  for (Part part = NUMBER; part <= MARKS; part++)
    if (self->texts[part] != NULL && (part != TYPE || width >= WIDTH_WITH_TYPE))
      get_size (self, part, &places[part]);
  places[LETTER].width = get_letter_size (&places[NUMBER]);
  places[LETTER].height = MIN (places[LETTER].width, places[NUMBER].height);
  places[NUMBER].x = places[LETTER].width + GAP;
  places[TYPE].x = places[NUMBER].x + places[NUMBER].width + GAP;
  places[MARKS].x = MAX (width - places[MARKS].width, 0);
  narrow = places[MARKS].width > 0 && places[TYPE].x + places[MARKS].width > width;

  /* Told before its size is asked, so that it is laid out once. */
  pango_layout_set_width (get_layout (self, NAME),
                          MAX (narrow ? places[MARKS].x - GAP : width, 0) * PANGO_SCALE);
  get_size (self, NAME, &places[NAME]);
  space = MAX (height - places[NUMBER].height - places[NAME].height, 0);
  places[NUMBER].y = space / 3;
  places[NAME].y = height - places[NAME].height - space / 3;

  return narrow;
}

/* A room that nobody is in or comes to is called by its type, once. */
static void
draw_type_and_name (DeskRoomCell       *self,
                    GtkSnapshot        *snapshot,
                    const GdkRectangle *places)
{
  const GdkRectangle *type = &places[TYPE];
  gboolean typed = type->width > 0 && type->x + type->width + GAP + places[MARKS].width <=
                                        gtk_widget_get_width (GTK_WIDGET (self));

  if (typed)
    draw (self, snapshot, TYPE, type->x,
          places[NUMBER].y + (places[NUMBER].height - type->height) / 2, "desk_quiet");
  if (!typed || g_strcmp0 (self->texts[NAME], self->texts[TYPE]) != 0)
    draw (self, snapshot, NAME, 0, places[NAME].y, self->row->occupied ? NULL : "desk_quiet");
}

static void
desk_room_cell_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DeskRoomCell *self = DESK_ROOM_CELL (widget);
  gboolean odd = desk_rack_row_get_discrepancy (self->row) != DESK_DISCREPANCY_NONE;
  int width = gtk_widget_get_width (widget);
  GdkRectangle places[N_PARTS] = { 0 };
  const GdkRectangle *line = &places[NUMBER];

  if (place_parts (self, places, width, gtk_widget_get_height (widget)))
    line = &places[NAME];

  draw_letter (self, snapshot,
               places[NUMBER].y + (places[NUMBER].height - places[LETTER].height) / 2,
               places[LETTER].width, places[LETTER].height);
  draw (self, snapshot, NUMBER, places[NUMBER].x, places[NUMBER].y, NULL);
  if (places[MARKS].width > 0)
    draw (self, snapshot, MARKS, places[MARKS].x,
          line->y + (line->height - places[MARKS].height) / 2, odd ? "desk_warn" : NULL);
  draw_type_and_name (self, snapshot, places);
}

/* Another font, perhaps. */
static void
desk_room_cell_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  DeskRoomCell *self = DESK_ROOM_CELL (widget);

  GTK_WIDGET_CLASS (desk_room_cell_parent_class)->css_changed (widget, change);
  for (Part part = 0; part < N_PARTS; part++)
    g_clear_object (&self->layouts[part]);
}

static void
desk_room_cell_finalize (GObject *object)
{
  DeskRoomCell *self = DESK_ROOM_CELL (object);

  for (Part part = 0; part < N_PARTS; part++)
    {
      g_free (self->texts[part]);
      g_clear_object (&self->layouts[part]);
    }
  g_free (self->said);

  G_OBJECT_CLASS (desk_room_cell_parent_class)->finalize (object);
}

static void
desk_room_cell_class_init (DeskRoomCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_room_cell_finalize;
  widget_class->measure = desk_room_cell_measure;
  widget_class->snapshot = desk_room_cell_snapshot;
  widget_class->css_changed = desk_room_cell_css_changed;

  gtk_widget_class_set_css_name (widget_class, "roomcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
desk_room_cell_init (DeskRoomCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
desk_room_cell_new (void)
{
  return g_object_new (DESK_TYPE_ROOM_CELL, NULL);
}

/* An empty text is none. */
static void
set_text (DeskRoomCell *self,
          Part          part,
          const char   *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (self->texts[part], text) == 0)
    return;

  g_free (self->texts[part]);
  self->texts[part] = g_strdup (text);
  g_clear_object (&self->layouts[part]);
  if (part == LETTER || part == NUMBER)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_state (DeskRoomCell *self)
{
  gboolean closed = is_closed (self);

  set_text (self, LETTER, desk_show_clean_letter (closed ? "ooo" : self->row->clean));
  desk_show_class (GTK_WIDGET (self), "occupied", self->row->occupied);
  desk_show_class (GTK_WIDGET (self), "closed", closed);
  desk_show_class (GTK_WIDGET (self), "odd",
                   desk_rack_row_get_discrepancy (self->row) != DESK_DISCREPANCY_NONE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Who is in it, else who comes, else until when it is closed, else what it is. */
static void
show_name (DeskRoomCell *self)
{
  const DeskRackRow *row = self->row;
  g_autofree char *text = NULL;

  if (row->inside != NULL)
    text = desk_room_text_dup_family (row->inside->guest_name);
  else if (is_closed (self) && row->service_till != DESK_DATE_NONE)
    text = desk_show_date (desk_app_get_catalog (), row->service_till, DESK_DATE_WEEKDAY);
  else if (row->due != NULL)
    text = desk_room_text_dup_family (row->due->guest_name);
  else
    text = g_strdup (row->room_type);
  set_text (self, NAME, text);
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
  g_autofree char *facts = desk_room_dup_facts (row, day, ", ", desk_app_get_catalog ());
  g_autofree char *said = g_strjoin (", ", row->number, row->room_type, facts, NULL);
  g_autofree char *marks = desk_room_text_dup_marks (row, day);

  self->row = row;
  if (g_strcmp0 (said, self->said) == 0)
    return;

  set_text (self, NUMBER, row->number);
  set_text (self, TYPE, row->room_type);
  set_text (self, MARKS, marks);
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

/**
 * desk_room_cell_set_shown:
 * @self: a cell
 * @shown: whether more of the room stands beside the rack
 *
 * That is not to be marked: what is done is done to the rooms that are.
 */
void
desk_room_cell_set_shown (DeskRoomCell *self,
                          gboolean      shown)
{
  if (self->shown == shown)
    return;

  self->shown = shown;
  desk_show_class (GTK_WIDGET (self), "shown", shown);
  if (shown)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}
