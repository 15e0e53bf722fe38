/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-row.h"

#include "desk-show.h"

/* A row of texts that draws itself. A label each would be a widget, a node of the style
 * sheet and an accessible object each, a millisecond for a row; this is one of each for
 * all its texts, and nothing is laid out before it is seen. */

#define SMALL_POINTS 9.5
#define BADGE_POINTS 9
#define BADGE_RADIUS 5
#define BADGE_GROUND "room_closed"
#define BADGE_LETTER "room_fg"

/* The least of a column that stretches: a letter and an ellipsis. */
#define LEAST_CHARS 3

typedef struct
{
  /* Owned */
  char         *text;     /* (nullable) */
  PangoLayout  *layout;   /* (nullable): until it is looked at */

  /* Borrowed */
  const char   *colour;   /* (nullable): instead of the column's */

  /* State */
  int           indent;
  GdkRectangle  place;
} Text;

typedef struct
{
  Text *texts;            /* as many as the class has columns */
} DeskTextRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskTextRow, desk_text_row, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((DeskTextRowPrivate *) desk_text_row_get_instance_private (self))

/* What the characters of a font measure, in pixels. It takes the tables of the font to find
 * out, and a window has few fonts. */
typedef struct
{
  PangoFontDescription *font;
  guint                 serial;      /* of the font map */
  double                resolution;
  gboolean              small;
  int                   char_width;
  int                   height;
} Measures;

#define FONTS_KNOWN 8

static Measures *
find_measures (PangoContext *context,
               gboolean      small)
{
  static Measures known[FONTS_KNOWN];
  static guint next;
  const PangoFontDescription *font = pango_context_get_font_description (context);
  guint serial = pango_font_map_get_serial (pango_context_get_font_map (context));
  double resolution = pango_cairo_context_get_resolution (context);
  Measures *found;

  for (guint i = 0; i < FONTS_KNOWN; i++)
    if (known[i].font != NULL && known[i].small == small && known[i].serial == serial &&
        known[i].resolution == resolution && pango_font_description_equal (known[i].font, font))
      return &known[i];

  found = &known[next++ % FONTS_KNOWN];
  g_clear_pointer (&found->font, pango_font_description_free);
  *found = (Measures) { pango_font_description_copy (font), serial, resolution, small, 0, 0 };

  return found;
}

static const Measures *
get_measures (DeskTextRow *self,
              gboolean     small)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  Measures *measures = find_measures (context, small);
  g_autoptr (PangoFontDescription) font = NULL;
  PangoFontMetrics *metrics;

  if (measures->height > 0)
    return measures;

  font = pango_font_description_copy (measures->font);
  if (small)
    pango_font_description_set_size (font, (int) (SMALL_POINTS * PANGO_SCALE));
  metrics = pango_context_get_metrics (context, font, pango_context_get_language (context));
  measures->char_width = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width
                                                   (metrics),
                                                 pango_font_metrics_get_approximate_digit_width
                                                   (metrics)));
  measures->height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) +
                                        pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);

  return measures;
}

/* Shared by every text that is written alike. */
static PangoAttrList *
get_attributes (DeskTextLook look)
{
  static PangoAttrList *known[DESK_TEXT_UNDER << 1];
  PangoAttrList *list = known[look];

  if (list != NULL)
    return list;

  list = known[look] = pango_attr_list_new ();
  if (look & DESK_TEXT_BADGE)
    {
      pango_attr_list_insert (list, pango_attr_size_new (BADGE_POINTS * PANGO_SCALE));
      pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
    }
  if (look & DESK_TEXT_SMALL)
    pango_attr_list_insert (list, pango_attr_size_new ((int) (SMALL_POINTS * PANGO_SCALE)));
  if (look & DESK_TEXT_STRONG)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  if (look & DESK_TEXT_FIGURES)
    pango_attr_list_insert (list, pango_attr_font_features_new ("tnum"));

  return list;
}

static PangoLayout *
get_layout (DeskTextRow *self,
            guint        column)
{
  DeskTextLook look = DESK_TEXT_ROW_GET_CLASS (self)->columns[column].look;
  Text *text = &PRIVATE (self)->texts[column];

  if (text->layout != NULL || text->text == NULL)
    return text->layout;

  text->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text->text);
  pango_layout_set_single_paragraph_mode (text->layout, TRUE);
  pango_layout_set_attributes (text->layout, get_attributes (look));
  if (look & DESK_TEXT_STRETCHES)
    pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);

  return text->layout;
}

/* Behind the texts that stand below each other with @column as the first. */
static guint
get_end (DeskTextRow *self,
         guint        column)
{
  const DeskTextRowClass *klass = DESK_TEXT_ROW_GET_CLASS (self);
  guint end = column + 1;

  while (end < klass->n_columns && klass->columns[end].look & DESK_TEXT_BELOW)
    end++;

  return end;
}

static int
get_text_height (DeskTextRow *self,
                 guint        column)
{
  DeskTextLook look = DESK_TEXT_ROW_GET_CLASS (self)->columns[column].look;

  if (PRIVATE (self)->texts[column].text == NULL)
    return 0;
  if (look & DESK_TEXT_BADGE)
    return DESK_TEXT_BADGE_SIZE;

  return get_measures (self, look & DESK_TEXT_SMALL)->height;
}

/* Of a column that does not stretch. */
static int
get_text_width (DeskTextRow *self,
                guint        column)
{
  const DeskTextColumn *table = &DESK_TEXT_ROW_GET_CLASS (self)->columns[column];
  int least = table->chars * get_measures (self, table->look & DESK_TEXT_SMALL)->char_width;
  PangoLayout *layout = get_layout (self, column);
  int width;

  if (layout == NULL)
    return least;
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (table->look & DESK_TEXT_BADGE)
    least = DESK_TEXT_BADGE_SIZE;

  return MAX (width, least) + PRIVATE (self)->texts[column].indent;
}

static int
get_width (DeskTextRow *self,
           guint        column)
{
  int width = 0;

  for (guint i = column; i < get_end (self, column); i++)
    width = MAX (width, get_text_width (self, i));

  return width;
}

static int
get_height (DeskTextRow *self,
            guint        column)
{
  int height = 0;

  for (guint i = column; i < get_end (self, column); i++)
    height += get_text_height (self, i);

  return height;
}

/* Whether texts of @column go on under what stands behind it. */
static gboolean
goes_under (DeskTextRow *self,
            guint        column)
{
  const DeskTextRowClass *klass = DESK_TEXT_ROW_GET_CLASS (self);
  gboolean under = FALSE;

  for (guint i = column; i < klass->n_columns; i++)
    {
      if (!(klass->columns[i].look & DESK_TEXT_BELOW) || PRIVATE (self)->texts[i].text == NULL)
        continue;
      if (i >= get_end (self, column))
        return FALSE;
      under |= klass->columns[i].look & DESK_TEXT_UNDER;
    }

  return under;
}

static int
get_top (DeskTextRow *self,
         guint        column)
{
  return (gtk_widget_get_height (GTK_WIDGET (self)) - get_height (self, column)) / 2;
}

/* Texts of a column that is @width wide and begins at @x, seen from where reading begins; those
 * that go on under the others are @under wide. */
static void
place_column (DeskTextRow *self,
              guint        column,
              int          x,
              int          y,
              int          width,
              int          under)
{
  int row_width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = column; i < get_end (self, column); i++)
    {
      DeskTextLook look = DESK_TEXT_ROW_GET_CLASS (self)->columns[i].look;
      Text *text = &PRIVATE (self)->texts[i];
      int height = get_text_height (self, i);
      int inner = MAX ((look & DESK_TEXT_UNDER ? under : width) - text->indent, 0);

      text->place = (GdkRectangle) { x + text->indent, y, inner, height };
      if (rtl)
        text->place.x = row_width - text->place.x - inner;
      y += height;
      if (text->text != NULL && look & DESK_TEXT_STRETCHES)
        pango_layout_set_width (get_layout (self, i), inner * PANGO_SCALE);
    }
}

static void
place_texts (DeskTextRow *self)
{
  const DeskTextRowClass *klass = DESK_TEXT_ROW_GET_CLASS (self);
  int *widths = g_newa0 (int, klass->n_columns);
  int row_width = gtk_widget_get_width (GTK_WIDGET (self));
  int left = row_width + klass->spacing;
  int level = -1;   /* of what others go on under */
  int x = 0;
  guint i;

  for (i = 0; i < klass->n_columns; i = get_end (self, i))
    {
      gboolean stretches = klass->columns[i].look & DESK_TEXT_STRETCHES;

      widths[i] = stretches ? 0 : get_width (self, i);
      if (stretches || widths[i] > 0)
        left -= widths[i] + klass->spacing;
    }

  for (i = 0; i < klass->n_columns; i = get_end (self, i))
    {
      gboolean stretches = klass->columns[i].look & DESK_TEXT_STRETCHES;
      int under;

      if (stretches)
        widths[i] = MAX (left, 0);
      under = widths[i];
      if (level < 0 && goes_under (self, i))
        {
          level = get_top (self, i);
          under = row_width - x;
        }
      place_column (self, i, x, level >= 0 ? level : get_top (self, i), widths[i], under);
      if (stretches || widths[i] > 0)
        x += widths[i] + klass->spacing;
    }
}

static void
measure_width (DeskTextRow *self,
               int         *minimum,
               int         *natural)
{
  const DeskTextRowClass *klass = DESK_TEXT_ROW_GET_CLASS (self);
  int char_width = get_measures (self, FALSE)->char_width;

  *minimum = *natural = 0;
  for (guint i = 0; i < klass->n_columns; i = get_end (self, i))
    {
      const DeskTextColumn *column = &klass->columns[i];
      gboolean stretches = column->look & DESK_TEXT_STRETCHES;
      int least;

      /* A column with a width of its own is not laid out to be measured. */
      if (stretches)
        least = LEAST_CHARS * char_width;
      else if (column->chars > 0)
        least = column->chars * char_width;
      else
        least = get_width (self, i);
      if (least == 0)
        continue;

      *minimum += least + (i > 0 ? klass->spacing : 0);
      *natural += (stretches ? MAX (column->chars * char_width, least) : least) +
                  (i > 0 ? klass->spacing : 0);
    }
}

static void
desk_text_row_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  DeskTextRow *self = DESK_TEXT_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }

  /* A row without texts is as high as one with, so that a list is laid out once. */
  *minimum = get_measures (self, FALSE)->height;
  for (guint i = 0; i < DESK_TEXT_ROW_GET_CLASS (self)->n_columns; i = get_end (self, i))
    *minimum = MAX (*minimum, get_height (self, i));
  *natural = *minimum;
}

static void
draw_badge (DeskTextRow        *self,
            GtkSnapshot        *snapshot,
            const GdkRectangle *place,
            const char         *colour)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (place->x, place->y, place->width, place->height);
  GskRoundedRect ground;
  GdkRGBA rgba;

  gsk_rounded_rect_init_from_rect (&ground, &bounds, BADGE_RADIUS);
  desk_show_look_up (GTK_WIDGET (self), colour != NULL ? colour : BADGE_GROUND, &rgba);
  gtk_snapshot_push_rounded_clip (snapshot, &ground);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_text (DeskTextRow *self,
           GtkSnapshot *snapshot,
           guint        i)
{
  const DeskTextColumn *column = &DESK_TEXT_ROW_GET_CLASS (self)->columns[i];
  const Text *text = &PRIVATE (self)->texts[i];
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean badge = column->look & DESK_TEXT_BADGE;
  const char *colour = text->colour != NULL ? text->colour : column->colour;
  float align = badge ? 0.5f : rtl ? 1 - column->align : column->align;
  PangoRectangle extents;
  GdkRGBA rgba;

  if (badge)
    draw_badge (self, snapshot, &text->place, colour);
  desk_show_look_up (GTK_WIDGET (self), badge ? BADGE_LETTER : colour, &rgba);

  pango_layout_get_pixel_extents (text->layout, NULL, &extents);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT
    (text->place.x + (int) (align * (float) (text->place.width - extents.width)) - extents.x,
     text->place.y + (text->place.height - extents.height) / 2 - extents.y));
  gtk_snapshot_append_layout (snapshot, text->layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
desk_text_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  DeskTextRow *self = DESK_TEXT_ROW (widget);

  place_texts (self);
  for (guint i = 0; i < DESK_TEXT_ROW_GET_CLASS (self)->n_columns; i++)
    if (get_layout (self, i) != NULL)
      draw_text (self, snapshot, i);
}

/* What was cut short is shown whole. */
static gboolean
desk_text_row_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  DeskTextRow *self = DESK_TEXT_ROW (widget);

  place_texts (self);
  for (guint i = 0; i < DESK_TEXT_ROW_GET_CLASS (self)->n_columns; i++)
    {
      const Text *text = &PRIVATE (self)->texts[i];

      if (text->layout == NULL || !pango_layout_is_ellipsized (text->layout) ||
          (!keyboard && !gdk_rectangle_contains_point (&text->place, x, y)))
        continue;
      gtk_tooltip_set_text (tooltip, text->text);
      gtk_tooltip_set_tip_area (tooltip, &text->place);
      return TRUE;
    }

  return FALSE;
}

static void
desk_text_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (desk_text_row_parent_class)->constructed (object);

  PRIVATE (DESK_TEXT_ROW (object))->texts = g_new0 (Text,
                                                    DESK_TEXT_ROW_GET_CLASS (object)->n_columns);
}

static void
desk_text_row_finalize (GObject *object)
{
  DeskTextRow *self = DESK_TEXT_ROW (object);

  for (guint i = 0; i < DESK_TEXT_ROW_GET_CLASS (self)->n_columns; i++)
    {
      g_free (PRIVATE (self)->texts[i].text);
      g_clear_object (&PRIVATE (self)->texts[i].layout);
    }
  g_free (PRIVATE (self)->texts);

  G_OBJECT_CLASS (desk_text_row_parent_class)->finalize (object);
}

static void
desk_text_row_class_init (DeskTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = desk_text_row_constructed;
  G_OBJECT_CLASS (klass)->finalize = desk_text_row_finalize;
  widget_class->measure = desk_text_row_measure;
  widget_class->snapshot = desk_text_row_snapshot;
  widget_class->query_tooltip = desk_text_row_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "textrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
desk_text_row_init (DeskTextRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * desk_text_row_class_set_columns:
 * @klass: a class of rows, in its class_init
 * @columns: (array length=n_columns): the table of its texts; kept, so it is static
 * @n_columns: how many
 * @spacing: between two columns, in pixels
 *
 * How to make a row of a list: derive from #DeskTextRow, give the class its table here,
 * call desk_text_row_set_text() with what each column says, and desk_show_row_label() with
 * what a screen reader says of the whole. Padding, least height, colour and font are those of
 * the widget's node in the style sheet; add a class for them with gtk_widget_add_css_class().
 *
 * |[
 * static const DeskTextColumn columns[] = {
 *   { 4,  0, DESK_TEXT_FIGURES, "desk_quiet" },
 *   { 20, 0, DESK_TEXT_STRETCHES },
 *   { 0,  0, DESK_TEXT_STRETCHES | DESK_TEXT_BELOW | DESK_TEXT_SMALL, "desk_quiet" },
 *   { 10, 1, DESK_TEXT_FIGURES },
 * };
 * ]|
 */
void
desk_text_row_class_set_columns (DeskTextRowClass     *klass,
                                 const DeskTextColumn *columns,
                                 guint                 n_columns,
                                 int                   spacing)
{
  klass->columns = columns;
  klass->n_columns = n_columns;
  klass->spacing = spacing;
}

/* A text changed: only where columns are as wide as their texts, or lines come and go,
 * does the row become another size. */
static void
queue_change (DeskTextRow *self,
              guint        column,
              gboolean     comes_or_goes)
{
  const DeskTextColumn *table = &DESK_TEXT_ROW_GET_CLASS (self)->columns[column];
  gboolean own_width = table->chars == 0 && !(table->look & DESK_TEXT_STRETCHES);

  if (own_width || (comes_or_goes && column + 1 != get_end (self, column)) ||
      (comes_or_goes && table->look & (DESK_TEXT_BELOW | DESK_TEXT_BADGE)))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * desk_text_row_set_text:
 * @self: a row
 * @column: number of the text in the table of the class, from 0
 * @text: (nullable): what it says; nothing is shown for %NULL or an empty one
 */
void
desk_text_row_set_text (DeskTextRow *self,
                        guint        column,
                        const char  *text)
{
  Text *own = &PRIVATE (self)->texts[column];
  gboolean had = own->text != NULL;

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (own->text, text) == 0)
    return;

  g_free (own->text);
  own->text = g_strdup (text);
  if (own->layout != NULL && text != NULL)
    pango_layout_set_text (own->layout, text, -1);
  else
    g_clear_object (&own->layout);
  queue_change (self, column, had != (text != NULL));
}

/**
 * desk_text_row_get_text:
 *
 * Returns: (transfer none) (nullable): what stands there, %NULL where nothing does
 */
const char *
desk_text_row_get_text (DeskTextRow *self,
                        guint        column)
{
  return PRIVATE (self)->texts[column].text;
}

/**
 * desk_text_row_set_colour:
 * @self: a row
 * @column: number of the text
 * @colour: (nullable): a named colour of the style sheet, kept, so it is static; %NULL: that
 *   of the table
 */
void
desk_text_row_set_colour (DeskTextRow *self,
                          guint        column,
                          const char  *colour)
{
  if (g_strcmp0 (PRIVATE (self)->texts[column].colour, colour) == 0)
    return;

  PRIVATE (self)->texts[column].colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * desk_text_row_set_indent:
 * @self: a row
 * @column: number of the text
 * @pixels: how far it stands in
 */
void
desk_text_row_set_indent (DeskTextRow *self,
                          guint        column,
                          int          pixels)
{
  if (PRIVATE (self)->texts[column].indent == pixels)
    return;

  PRIVATE (self)->texts[column].indent = pixels;
  queue_change (self, column, FALSE);
}

/**
 * desk_text_row_get_place:
 * @self: a row that has its size
 * @column: number of the text
 * @place: (out): where it stands in the row
 */
void
desk_text_row_get_place (DeskTextRow  *self,
                         guint         column,
                         GdkRectangle *place)
{
  place_texts (self);
  *place = PRIVATE (self)->texts[column].place;
}
