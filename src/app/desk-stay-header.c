/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-header.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-night-cell.h"
#include "desk-pool.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskStayHeader
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *name;
  GtkWidget *state;
  GtkWidget *where;
  GtkWidget *dates;
  GtkWidget *agreed;
  GtkWidget *next;
  GtkWidget *note;
  GtkWidget *nights;
  GtkWidget *nights_scroller;
};

G_DEFINE_FINAL_TYPE (DeskStayHeader, desk_stay_header, GTK_TYPE_BOX)

/* "412 Superior · night 2 of 4" */
static char *
dup_where (const DeskProperty *property,
           const DeskStayRow  *row,
           DeskDate            business_date)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  const char *type = desk_property_say_room_type (property, row->room_type,
                                                  desk_catalog_get_language (catalog));
  int n = row->departure - row->arrival;
  int night = CLAMP (business_date - row->arrival + 1, 1, MAX (n, 1));
  g_autofree char *night_text = desk_format_int (catalog, night);
  g_autofree char *n_text = desk_format_int (catalog, n);
  g_autofree char *nights = NULL;
  g_autofree char *room = row->room != NULL ? g_strjoin (" ", row->room, type, NULL)
                                            : g_strjoin (" · ", type, _("no room yet"), NULL);

  if (row->state == DESK_STAY_IN_HOUSE)
    /* Translators: which of a stay's nights the coming one is */
    nights = desk_fill (_("night {night} of {n}"), "night", night_text, "n", n_text, NULL);
  else
    /* Translators: length of a stay */
    nights = desk_fill (desk_catalog_ngettext (catalog, "{n} night", "{n} nights", n),
                        "n", n_text, NULL);

  return g_strjoin (" · ", room, nights, NULL);
}

static char *
dup_persons (const DeskStayView *stay)
{
  g_autofree char *persons = desk_show_persons (stay->row);
  g_autoptr (GStrvBuilder) ages = NULL;
  g_auto (GStrv) texts = NULL;
  g_autofree char *list = NULL;

  if (stay->child_ages->len == 0)
    return g_steal_pointer (&persons);

  ages = g_strv_builder_new ();
  for (guint i = 0; i < stay->child_ages->len; i++)
    {
      g_autofree char *age = desk_format_int (desk_app_get_catalog (),
                                              g_array_index (stay->child_ages, gint, i));

      g_strv_builder_add (ages, age);
    }
  texts = g_strv_builder_end (ages);
  list = g_strjoinv (", ", texts);

  /* Translators: {persons} is "2 adults, 1 child", {ages} the ages of the children */
  return desk_fill (_("{persons} (age {ages})"), "persons", persons, "ages", list, NULL);
}

static const char *
get_plan_words (const DeskProperty *property,
                const char         *name)
{
  const DeskRatePlan *plan = desk_property_get_plan (property, name);
  const char *lang = desk_catalog_get_language (desk_app_get_catalog ());

  return plan != NULL ? desk_words_get (&plan->words, lang, name) : name;
}

static char *
dup_agreed (const DeskStayView *stay,
            const DeskProperty *property)
{
  g_autofree char *persons = dup_persons (stay);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, stay->row->confirmation);
  g_ptr_array_add (parts, (char *) (stay->collects_hotel ? _("pays here")
                                                         : _("the agency collects")));
  g_ptr_array_add (parts, (char *) get_plan_words (property, stay->plan));
  g_ptr_array_add (parts, persons);
  g_ptr_array_add (parts, (char *) desk_catalog_translate_language (desk_app_get_catalog (),
                                                                    stay->row->lang));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_next (DeskStayHeader     *self,
           const DeskStayView *stay)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->next, stay->next_arrival != DESK_DATE_NONE);
  if (stay->next_arrival == DESK_DATE_NONE)
    return;

  date = desk_show_date (desk_app_get_catalog (), stay->next_arrival, DESK_DATE_WEEKDAY);
  /* Translators: who comes into the same room after this guest, and when */
  text = desk_fill (_("Next party in this room: {date}, {confirmation}"), "date", date,
                    "confirmation",
                    stay->next_confirmation != NULL ? stay->next_confirmation : "", NULL);
  gtk_label_set_label (GTK_LABEL (self->next), text);
}

static void
show_nights (DeskStayHeader *self,
             DeskBill       *bill,
             DeskDate        business_date)
{
  const DeskStayView *stay = desk_bill_get_stay (bill);

  for (guint i = 0; i < stay->nights->len; i++)
    {
      const DeskNightRow *night = stay->nights->pdata[i];
      GtkWidget *cell = desk_pool_get (self->nights, i, DESK_TYPE_NIGHT_CELL);

      desk_night_cell_show (DESK_NIGHT_CELL (cell), night, desk_bill_get_property (bill),
                            night->date == business_date);
    }
  desk_pool_end (self->nights, stay->nights->len);
}

static void
desk_stay_header_class_init (DeskStayHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-stay-header.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskStayHeader, name);
  gtk_widget_class_bind_template_child (widget_class, DeskStayHeader, state);
  gtk_widget_class_bind_template_child (widget_class, DeskStayHeader, where);
  gtk_widget_class_bind_template_child (widget_class, DeskStayHeader, dates);
  gtk_widget_class_bind_template_child (widget_class, DeskStayHeader, agreed);
  gtk_widget_class_bind_template_child (widget_class, DeskStayHeader, next);
  gtk_widget_class_bind_template_child (widget_class, DeskStayHeader, note);
  gtk_widget_class_bind_template_child (widget_class, DeskStayHeader, nights);
  gtk_widget_class_bind_template_child (widget_class, DeskStayHeader, nights_scroller);
}

static void
desk_stay_header_init (DeskStayHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_stay_header_set_bill:
 * @self: a header
 * @bill: whose
 * @business_date: tonight
 */
void
desk_stay_header_set_bill (DeskStayHeader *self,
                           DeskBill       *bill,
                           DeskDate        business_date)
{
  const DeskStayView *stay = desk_bill_get_stay (bill);
  g_autofree char *where = dup_where (desk_bill_get_property (bill), stay->row, business_date);
  g_autofree char *dates = desk_show_nights (stay->row);
  g_autofree char *agreed = dup_agreed (stay, desk_bill_get_property (bill));

  gtk_label_set_label (GTK_LABEL (self->name), stay->row->guest_name);
  gtk_label_set_label (GTK_LABEL (self->state), desk_show_stay_state (stay->row->state));
  gtk_label_set_label (GTK_LABEL (self->where), where);
  gtk_label_set_label (GTK_LABEL (self->dates), dates);
  gtk_label_set_label (GTK_LABEL (self->agreed), agreed);
  desk_pool_set_tooltip (self->agreed, agreed);
  show_next (self, stay);
  gtk_label_set_label (GTK_LABEL (self->note), stay->note != NULL ? stay->note : "");
  desk_pool_set_tooltip (self->note, stay->note);
  gtk_widget_set_visible (self->note, stay->note != NULL);
  show_nights (self, bill, business_date);
}
