/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How wide and how high a badge is, in pixels. */
#define DESK_TEXT_BADGE_SIZE 20

/**
 * DeskTextLook:
 * @DESK_TEXT_STRETCHES: takes what the others leave, and is cut short with an ellipsis
 * @DESK_TEXT_BELOW: stands below the text before it, in the same column
 * @DESK_TEXT_STRONG: bold
 * @DESK_TEXT_SMALL: as small as a caption
 * @DESK_TEXT_FIGURES: digits of one width, so that amounts stand below each other
 * @DESK_TEXT_BADGE: a letter on a coloured ground; its colour is that of the ground
 * @DESK_TEXT_UNDER: stands below the text before it and goes on under the columns behind it,
 *   where those have one line, which then is level with the first
 */
typedef enum
{
  DESK_TEXT_PLAIN     = 0,
  DESK_TEXT_STRETCHES = 1 << 0,
  DESK_TEXT_BELOW     = 1 << 1,
  DESK_TEXT_STRONG    = 1 << 2,
  DESK_TEXT_SMALL     = 1 << 3,
  DESK_TEXT_FIGURES   = 1 << 4,
  DESK_TEXT_BADGE     = 1 << 5,
  DESK_TEXT_UNDER     = 1 << 6,
} DeskTextLook;

/**
 * DeskTextColumn:
 * @chars: least width, in characters; 0: as wide as its text, and nothing without one.
 *   Of a column that stretches: how wide it would like to be
 * @align: 0 where reading begins, 1 at the other end
 * @look: how it is written
 * @colour: (nullable): a named colour of the style sheet, `desk_quiet`; %NULL: the row's own
 *
 * One text of a row, from the side where reading begins.
 */
typedef struct
{
  int           chars;
  float         align;
  DeskTextLook  look;
  const char   *colour;
} DeskTextColumn;

#define DESK_TYPE_TEXT_ROW (desk_text_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskTextRow, desk_text_row, DESK, TEXT_ROW, GtkWidget)

struct _DeskTextRowClass
{
  GtkWidgetClass        parent_class;

  const DeskTextColumn *columns;
  guint                 n_columns;
  int                   spacing;    /* between columns, in pixels */
};

void        desk_text_row_class_set_columns (DeskTextRowClass     *klass,
                                             const DeskTextColumn *columns,
                                             guint                 n_columns,
                                             int                   spacing);

void        desk_text_row_set_text          (DeskTextRow          *self,
                                             guint                 column,
                                             const char           *text);
const char *desk_text_row_get_text          (DeskTextRow          *self,
                                             guint                 column);
void        desk_text_row_set_colour        (DeskTextRow          *self,
                                             guint                 column,
                                             const char           *colour);
void        desk_text_row_set_indent        (DeskTextRow          *self,
                                             guint                 column,
                                             int                   pixels);
void        desk_text_row_get_place         (DeskTextRow          *self,
                                             guint                 column,
                                             GdkRectangle         *place);

G_END_DECLS
