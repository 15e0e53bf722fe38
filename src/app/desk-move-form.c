/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-choice.h"
#include "desk-field.h"
#include "desk-intl.h"
#include "desk-plan-form.h"
#include "desk-reads-move.h"
#include "desk-template.h"
#include "desk-whole-rows.h"

/* Of the list of rooms: four rows for a mouse, three for a finger. */
#define HEIGHT     120
#define LEAST_ROWS 3

/**
 * DeskMoveForm:
 *
 * Another room: why, from when, at which price, and which of those that fit.
 */
#define DESK_TYPE_MOVE_FORM (desk_move_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskMoveForm, desk_move_form, DESK, MOVE_FORM, DeskPlanForm)

struct _DeskMoveForm
{
  DeskPlanForm  parent_instance;

  /* Template widgets */
  GtkWidget    *reason;
  GtkWidget    *text;
  GtkWidget    *from;
  GtkWidget    *what;
  GtkWidget    *price;
  GtkWidget    *room;
  GtkWidget    *swap;
  GtkWidget    *left;
  GtkWidget    *scroller;
  GtkWidget    *rooms;

  /* Owned */
  GCancellable *cancellable;    /* (nullable): of the rooms on their way */
  GPtrArray    *listed;         /* (nullable): DeskMoveRoom, as the rows are */
  DeskProperty *property;

  /* State */
  gboolean      choosing;       /* the room was chosen from the list */
};

G_DEFINE_FINAL_TYPE (DeskMoveForm, desk_move_form, DESK_TYPE_PLAN_FORM)

static void
show_what (DeskMoveForm *self)
{
  gtk_widget_set_visible (self->price,
                          g_strcmp0 (desk_choice_get (DESK_CHOICE (self->what)), "at") == 0);
}

static const struct
{
  const char    *value;
  DeskMovePrice  price;
  const char    *text;
} prices[] = {
  { "keep", DESK_MOVE_KEEP, NC_("move", "Stays as agreed") },
  { "new", DESK_MOVE_NEW, NC_("move", "List price of the new room") },
  { "at", DESK_MOVE_AT, NC_("move", "Another price") },
};

static const struct
{
  const char *value;
  const char *text;
} states[] = {
  { "dirty", NC_("room-left", "Dirty") },
  { "clean", NC_("room-left", "Clean") },
  { "pickup", NC_("room-left", "To touch up") },
  { "oos", NC_("room-left", "Dirty and out of service") },
};

static void
set_up_left (DeskMoveForm     *self,
             DeskBill         *bill,
             const DeskAction *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    desk_choice_add (DESK_CHOICE (self->left), states[i].value, C_("room-left", states[i].text));
  desk_choice_choose (DESK_CHOICE (self->left), action->left != NULL ? action->left : "dirty");
  gtk_widget_set_visible (self->left, desk_bill_get_row (bill)->state == DESK_STAY_IN_HOUSE);
}

static void
set_up_from (DeskMoveForm     *self,
             DeskBill         *bill,
             const DeskAction *action)
{
  DeskChoice *from = DESK_CHOICE (self->from);

  /* Translators: from when a guest moves */
  desk_choice_add (from, "", C_("move", "Tonight"));
  desk_choice_add (from, "now", C_("move", "Now, at once"));
  desk_choice_add_nights (from, bill);
  if (action->now)
    desk_choice_choose (from, "now");
  else
    desk_choice_choose_date (from, action->from);
}

static void
desk_move_form_set_up (DeskPlanForm     *form,
                       DeskBill         *bill,
                       const DeskAction *action)
{
  DeskMoveForm *self = DESK_MOVE_FORM (form);
  static const char *const kinds[] = { "move", NULL };

  g_clear_pointer (&self->property, desk_property_unref);
  self->property = desk_property_ref (desk_bill_get_property (bill));
  desk_choice_add_reasons (DESK_CHOICE (self->reason), self->property, kinds);
  desk_choice_choose (DESK_CHOICE (self->reason), action->reason);
  desk_field_set_text (DESK_FIELD (self->text), action->text);
  set_up_from (self, bill, action);
  set_up_left (self, bill, action);
  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    {
      desk_choice_add (DESK_CHOICE (self->what), prices[i].value, C_("move", prices[i].text));
      if (prices[i].price == action->price)
        desk_choice_choose (DESK_CHOICE (self->what), prices[i].value);
    }
  if (action->price == DESK_MOVE_AT)
    {
      g_autofree char *price = desk_field_dup_amount (action->unit_minor, self->property->digits);

      desk_field_set_text (DESK_FIELD (self->price), price);
    }
  desk_field_set_text (DESK_FIELD (self->room), action->room);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->swap), action->swap);
  show_what (self);
}

static gboolean
desk_move_form_fill (DeskPlanForm  *form,
                     DeskAction    *action,
                     GError       **error)
{
  DeskMoveForm *self = DESK_MOVE_FORM (form);
  const char *from = desk_choice_get (DESK_CHOICE (self->from));
  const char *what = desk_choice_get (DESK_CHOICE (self->what));

  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    if (g_strcmp0 (what, prices[i].value) == 0)
      action->price = prices[i].price;
  if (action->price == DESK_MOVE_AT &&
      !desk_field_get_amount (DESK_FIELD (self->price), self->property->digits,
                              &action->unit_minor, error))
    return FALSE;

  action->now = g_strcmp0 (from, "now") == 0;
  action->from = action->now ? DESK_DATE_NONE : desk_choice_get_date (DESK_CHOICE (self->from));
  action->swap = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->swap));
  g_free (action->room);
  action->room = desk_field_dup_text (DESK_FIELD (self->room));
  g_free (action->left);
  action->left = g_strdup (desk_choice_get (DESK_CHOICE (self->left)));
  desk_plan_form_take_reason (action, DESK_CHOICE (self->reason), DESK_FIELD (self->text));

  return TRUE;
}

static void
add_room (DeskMoveForm       *self,
          const DeskMoveRoom *room)
{
  g_autofree char *text = desk_message_render (room->why, desk_app_get_catalog (),
                                               self->property);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->rooms), row);
}

static void
show_rooms (DeskMoveForm *self,
            GPtrArray    *rooms)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rooms), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rooms), GTK_WIDGET (row));

  g_clear_pointer (&self->listed, g_ptr_array_unref);
  self->listed = rooms;
  for (guint i = 0; i < rooms->len; i++)
    add_room (self, rooms->pdata[i]);
  desk_whole_rows_set (GTK_SCROLLED_WINDOW (self->scroller), self->rooms,
                       (GtkWidget *) gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rooms), 0),
                       (int) rooms->len, LEAST_ROWS, HEIGHT);
}

static void
on_rooms_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DeskMoveForm) self = user_data;
  GPtrArray *rooms = desk_worker_finish (result, NULL);

  /* Without a list a room can still be typed; the plan says what is the matter. */
  if (rooms != NULL)
    show_rooms (self, rooms);
}

/* Other rooms fit from another night on. */
static void
desk_move_form_planned (DeskPlanForm     *form,
                        DeskSession      *session,
                        const DeskAction *action)
{
  DeskMoveForm *self = DESK_MOVE_FORM (form);

  if (self->choosing)
    {
      self->choosing = FALSE;
      return;
    }

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  desk_read_move_rooms (session, action, self->cancellable, on_rooms_read_cb,
                        g_object_ref (self));
}

static void
on_room_activated_cb (GtkListBox    *list,
                      GtkListBoxRow *row,
                      DeskMoveForm  *self)
{
  const DeskMoveRoom *room = self->listed->pdata[gtk_list_box_row_get_index (row)];

  self->choosing = TRUE;
  desk_field_set_text (DESK_FIELD (self->room), room->number);
}

static void
on_changed_cb (GtkWidget    *widget,
               DeskMoveForm *self)
{
  show_what (self);
  desk_plan_form_changed (DESK_PLAN_FORM (self));
}

static gboolean
desk_move_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_MOVE_FORM (widget)->reason);
}

static void
desk_move_form_dispose (GObject *object)
{
  DeskMoveForm *self = DESK_MOVE_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->property, desk_property_unref);

  G_OBJECT_CLASS (desk_move_form_parent_class)->dispose (object);
}

static void
desk_move_form_class_init (DeskMoveFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanFormClass *form_class = DESK_PLAN_FORM_CLASS (klass);

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_FIELD);

  G_OBJECT_CLASS (klass)->dispose = desk_move_form_dispose;
  form_class->set_up = desk_move_form_set_up;
  form_class->fill = desk_move_form_fill;
  form_class->planned = desk_move_form_planned;
  widget_class->grab_focus = desk_move_form_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-move-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, text);
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, from);
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, what);
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, price);
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, room);
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, swap);
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, left);
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskMoveForm, rooms);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_activated_cb);
}

static void
desk_move_form_init (DeskMoveForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_move_form_new (void)
{
  return g_object_new (DESK_TYPE_MOVE_FORM, NULL);
}
