/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-slots.h"

/* A widget and what it shows. */
typedef struct
{
  GtkWidget *row;
  guint      position;    /* GTK_INVALID_LIST_POSITION: it is spare */
  guint      n_items;     /* as a screen reader was told */
  gboolean   selected;
  gpointer   item;        /* (nullable): what it was told to show, owned */
} Slot;

struct _DeskTextSlots
{
  /* Owned */
  GtkSingleSelection  *model;           /* (nullable) */
  GArray              *slots;           /* Slot */

  /* Unowned */
  GtkWidget           *list;            /* has the rows as children */

  GType                row_type;
  DeskTextListShow     show;
};

/**
 * desk_text_slots_new:
 * @list: (transfer none): the widget that the rows are children of
 */
DeskTextSlots *
desk_text_slots_new (GtkWidget *list)
{
  DeskTextSlots *self = g_new0 (DeskTextSlots, 1);

  self->list = list;
  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));

  return self;
}

static Slot *
get_slot (DeskTextSlots *self,
          guint          i)
{
  return &g_array_index (self->slots, Slot, i);
}

/* Before the list goes: it has no items and no rows any more. */
void
desk_text_slots_clear (DeskTextSlots *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      gtk_widget_unparent (get_slot (self, i)->row);
      g_clear_object (&get_slot (self, i)->item);
    }
  g_array_set_size (self->slots, 0);
  g_clear_object (&self->model);
}

/* @self: cleared */
void
desk_text_slots_free (DeskTextSlots *self)
{
  g_array_unref (self->slots);
  g_free (self);
}

/* What rows are made of from now on, and who tells them what to show. */
void
desk_text_slots_set_rows (DeskTextSlots    *self,
                          GType             row_type,
                          DeskTextListShow  show)
{
  self->row_type = row_type;
  self->show = show;
}

void
desk_text_slots_set_model (DeskTextSlots      *self,
                           GtkSingleSelection *model)
{
  g_set_object (&self->model, model);
}

GtkSingleSelection *
desk_text_slots_get_model (DeskTextSlots *self)
{
  return self->model;
}

guint
desk_text_slots_get_n_items (DeskTextSlots *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

guint
desk_text_slots_get_selected (DeskTextSlots *self)
{
  return self->model != NULL ? gtk_single_selection_get_selected (self->model)
                             : GTK_INVALID_LIST_POSITION;
}

guint
desk_text_slots_get_n_rows (DeskTextSlots *self)
{
  return self->slots->len;
}

static Slot *
find_slot (DeskTextSlots *self,
           guint          position)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (get_slot (self, i)->position == position)
      return get_slot (self, i);

  return NULL;
}

static Slot *
add_slot (DeskTextSlots *self)
{
  Slot slot = { .position = GTK_INVALID_LIST_POSITION };

  slot.row = g_object_new (self->row_type, "css-name", "row", "focusable", TRUE,
                           "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  gtk_widget_set_child_visible (slot.row, FALSE);
  gtk_widget_set_parent (slot.row, self->list);
  g_array_append_val (self->slots, slot);

  return get_slot (self, self->slots->len - 1);
}

static void
tell_state (DeskTextSlots *self,
            Slot          *slot,
            guint          position,
            gboolean       selected)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (slot->row);
  guint n_items = desk_text_slots_get_n_items (self);

  if (slot->selected != selected)
    {
      slot->selected = selected;
      if (selected)
        gtk_widget_set_state_flags (slot->row, GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (slot->row, GTK_STATE_FLAG_SELECTED);
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
    }

  if (slot->position != position || slot->n_items != n_items)
    gtk_accessible_update_relation (accessible,
                                    GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                    GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_items, -1);
  slot->position = position;
  slot->n_items = n_items;
}

/* Tells a row what it is to show, unless it shows just that. */
static void
fill_slot (DeskTextSlots *self,
           Slot          *slot,
           guint          position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (slot->item != item)
    {
      self->show (DESK_TEXT_ROW (slot->row), item);
      g_set_object (&slot->item, item);
    }
  tell_state (self, slot, position, position == desk_text_slots_get_selected (self));
  gtk_widget_set_child_visible (slot->row, TRUE);
}

/* The row with the focus keeps what it shows, seen or not: whoever scrolls away from it
 * steps on from there. */
static gboolean
is_kept (DeskTextSlots *self,
         const Slot    *slot,
         guint          first,
         guint          end)
{
  return slot->position < desk_text_slots_get_n_items (self) &&
         ((slot->position >= first && slot->position < end) ||
          gtk_widget_is_focus (slot->row));
}

static void
spare_slots (DeskTextSlots *self,
             guint          first,
             guint          end)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (!is_kept (self, get_slot (self, i), first, end))
      get_slot (self, i)->position = GTK_INVALID_LIST_POSITION;
}

/* Has the item shown, by a spare row if need be; %FALSE: there is none. */
static gboolean
show_item (DeskTextSlots *self,
           guint          position)
{
  Slot *slot = find_slot (self, position);

  if (slot == NULL)
    slot = find_slot (self, GTK_INVALID_LIST_POSITION);
  if (slot != NULL)
    fill_slot (self, slot, position);

  return slot != NULL;
}

/* Makes rows until there are @n_rows, or one more than there are items. */
void
desk_text_slots_make_rows (DeskTextSlots *self,
                           guint          n_rows)
{
  while (self->slots->len < MIN (n_rows, desk_text_slots_get_n_items (self) + 1))
    add_slot (self);
}

/* Has a row for each item from @first up to @end; %FALSE: there are not enough rows. */
gboolean
desk_text_slots_fill (DeskTextSlots *self,
                      guint          first,
                      guint          end)
{
  gboolean enough = TRUE;

  spare_slots (self, first, end);
  for (guint position = first; position < end && enough; position++)
    enough = show_item (self, position);

  /* The row that is kept may be another's by now. */
  for (guint i = 0; i < self->slots->len; i++)
    if (get_slot (self, i)->position != GTK_INVALID_LIST_POSITION)
      fill_slot (self, get_slot (self, i), get_slot (self, i)->position);
    else
      gtk_widget_set_child_visible (get_slot (self, i)->row, FALSE);

  return enough;
}

/* The row that shows the item, made if there is no spare one. */
DeskTextRow *
desk_text_slots_get_row (DeskTextSlots *self,
                         guint          position)
{
  if (!show_item (self, position))
    {
      add_slot (self);
      show_item (self, position);
    }

  return DESK_TEXT_ROW (find_slot (self, position)->row);
}

/* How large a row is: all are alike. Without any it is 0. */
void
desk_text_slots_measure (DeskTextSlots  *self,
                         GtkOrientation  orientation,
                         int            *minimum,
                         int            *natural)
{
  *minimum = *natural = 0;
  if (self->slots->len > 0)
    gtk_widget_measure (get_slot (self, 0)->row, orientation, -1, minimum, natural, NULL, NULL);
}

/* Puts the rows in their places in a list that is scrolled down by @value. */
void
desk_text_slots_allocate (DeskTextSlots *self,
                          int            width,
                          int            row_height,
                          int            value)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = get_slot (self, i);
      int least;

      if (slot->position == GTK_INVALID_LIST_POSITION)
        continue;
      gtk_widget_measure (slot->row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (slot->row,
                                &(GtkAllocation) { 0, (int) slot->position * row_height - value,
                                                   MAX (width, least), row_height }, -1);
    }
}
