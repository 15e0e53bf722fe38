/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-show.h"

#include <string.h>

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-line-text.h"
#include "desk-state-words.h"

char *
desk_show_amount (const DeskCatalog  *catalog,
                  const DeskProperty *property,
                  gint64              minor)
{
  return desk_format_amount (catalog, minor, property->digits);
}

char *
desk_show_money (const DeskCatalog  *catalog,
                 const DeskProperty *property,
                 gint64              minor)
{
  return desk_format_money (catalog, minor, property->currency, property->digits);
}

char *
desk_show_date (const DeskCatalog *catalog,
                DeskDate           date,
                DeskDateStyle      style)
{
  return desk_say_date (catalog, date, style);
}

char *
desk_show_code (const DeskCatalog  *catalog,
                const DeskProperty *property,
                const char         *code)
{
  const DeskCode *found = desk_property_get_code (property, code);
  const char *lang = desk_catalog_get_language (catalog);

  return g_strdup (found != NULL ? desk_words_get (&found->words, lang, code) : code);
}

/* @name: (transfer full): what the line is */
static char *
add_quantity (char               *name,
              const DeskCatalog  *catalog,
              const DeskProperty *property,
              const DeskPosting  *line)
{
  g_autofree char *owned = name;
  g_autofree char *unit = NULL;
  g_autofree char *quantity = NULL;

  if (line->quantity == 1)
    return g_steal_pointer (&owned);

  quantity = desk_format_int (catalog, line->quantity);
  unit = desk_show_amount (catalog, property, line->unit_minor);

  return g_strdup_printf ("%s  %s × %s", owned, quantity, unit);
}

/**
 * desk_show_posting:
 * @catalog: language of who reads it
 * @property: the house
 * @line: a line of a bill
 *
 * Returns: (transfer full): what the line is, "Breakfast 2 × 16.50"
 */
char *
desk_show_posting (const DeskCatalog  *catalog,
                   const DeskProperty *property,
                   const DeskPosting  *line)
{
  return add_quantity (desk_line_text_dup (line, property, catalog), catalog, property, line);
}

/* The same as it is said to the guest. */
char *
desk_show_posting_to_guest (const DeskCatalog  *catalog,
                            const DeskProperty *property,
                            const DeskPosting  *line)
{
  return add_quantity (desk_line_text_dup_for_guest (line, property, catalog), catalog, property,
                       line);
}

char *
desk_show_persons (const DeskStayRow *row)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *adult_count = desk_format_int (catalog, row->adults);
  g_autofree char *child_count = desk_format_int (catalog, row->children);
  g_autofree char *adults = NULL;
  g_autofree char *children = NULL;

  /* Translators: persons of a stay; {n} is a number */
  adults = desk_fill (desk_catalog_ngettext (catalog, "{n} adult", "{n} adults", row->adults),
                      "n", adult_count, NULL);
  if (row->children == 0)
    return g_steal_pointer (&adults);

  /* Translators: persons of a stay; {n} is a number */
  children = desk_fill (desk_catalog_ngettext (catalog, "{n} child", "{n} children",
                                               row->children),
                        "n", child_count, NULL);

  return g_strdup_printf ("%s, %s", adults, children);
}

static char *
show_span (const DeskStayRow *row,
           DeskDateStyle      style)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *arrival = desk_show_date (catalog, row->arrival, style);
  g_autofree char *departure = desk_show_date (catalog, row->departure, style);

  return g_strdup_printf ("%s – %s", arrival, departure);
}

/* "Wed 2 Sep – Sun 6 Sep" */
char *
desk_show_nights (const DeskStayRow *row)
{
  return show_span (row, DESK_DATE_WEEKDAY);
}

/* "2–6 Sep", or "30 Aug – 2 Sep": where there is little room. The month is left
 * out the first time where a language writes it behind the day. */
char *
desk_show_dates (const DeskStayRow *row)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *arrival = desk_show_date (catalog, row->arrival, DESK_DATE_DAY_MONTH);
  g_autofree char *departure = desk_show_date (catalog, row->departure, DESK_DATE_DAY_MONTH);
  char *arrival_month = strstr (arrival, DESK_NO_BREAK_SPACE);
  char *departure_month = strstr (departure, DESK_NO_BREAK_SPACE);

  if (arrival_month == NULL || g_strcmp0 (arrival_month, departure_month) != 0)
    return show_span (row, DESK_DATE_DAY_MONTH);

  *arrival_month = '\0';

  return g_strdup_printf ("%s–%s", arrival, departure);
}

/* A name as long as it is, up to a limit: a label that may be cut short would
 * otherwise ask for no room at all. */
void
desk_show_name (GtkWidget  *label,
                const char *name,
                int         most_chars)
{
  int length = (int) g_utf8_strlen (name, -1);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (length, most_chars));
  gtk_widget_set_tooltip_text (label, length > most_chars ? name : NULL);
}

const char *
desk_show_role (DeskRole role)
{
  return desk_say_role (desk_app_get_catalog (), role);
}

const char *
desk_show_stay_state (DeskStayState state)
{
  return desk_say_stay_state (desk_app_get_catalog (), state);
}

/**
 * desk_show_clean:
 * @clean: (nullable): "dirty", "clean", "inspected", "pickup"
 *
 * Returns: (transfer none): what housekeeping says of the room
 */
const char *
desk_show_clean (const char *clean)
{
  return desk_say_clean (desk_app_get_catalog (), clean);
}

/**
 * desk_show_clean_letter:
 *
 * The trade's letter, because a state is never shown by colour alone. It is
 * the same in every language: housekeeping's lists and telephones use it.
 *
 * Returns: (transfer none): D C I P ×, or a dash
 */
const char *
desk_show_clean_letter (const char *clean)
{
  if (g_strcmp0 (clean, "dirty") == 0)
    return "D";
  if (g_strcmp0 (clean, "clean") == 0)
    return "C";
  if (g_strcmp0 (clean, "inspected") == 0)
    return "I";
  if (g_strcmp0 (clean, "pickup") == 0)
    return "P";
  if (clean != NULL)
    return "×";

  return "–";
}

/**
 * desk_show_flagged:
 * @n: how many
 *
 * Returns: (transfer full): "5 flagged ⚑", with a flag that no line begins with
 */
char *
desk_show_flagged (guint n)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *n_text = desk_format_int (catalog, n);
  /* Translators: rows of the audit that there is a reason to look at */
  g_autofree char *text = desk_fill (desk_catalog_ngettext (catalog, "{n} flagged ⚑",
                                                            "{n} flagged ⚑", n),
                                     "n", n_text, NULL);
  g_autoptr (GString) kept = g_string_new (text);

  g_string_replace (kept, " ⚑", DESK_NO_BREAK_SPACE "⚑", 0);

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/**
 * desk_show_first:
 * @n: how many are shown
 *
 * Returns: (transfer full): that a search found more than these
 */
char *
desk_show_first (guint n)
{
  g_autofree char *n_text = desk_format_int (desk_app_get_catalog (), n);

  /* Translators: a search found more than the {n} that are shown */
  return desk_fill (_("The first {n}: type more to narrow it down"), "n", n_text, NULL);
}

/**
 * desk_show_said:
 * @answers: (element-type DeskSaid): in the language it is said in, then, where that is another,
 *   in the associate's own
 * @sentence: a label: what is said aloud, in the quotation marks of its language
 * @other: a label: what it means
 * @arithmetic: a label: its steps, which the associate alone reads here
 *
 * Returns: (transfer none): the answer that the associate reads
 */
const DeskSaid *
desk_show_said (const GPtrArray *answers,
                GtkWidget       *sentence,
                GtkWidget       *other,
                GtkWidget       *arithmetic)
{
  const DeskSaid *said = answers->pdata[0];
  const DeskSaid *own = answers->len > 1 ? answers->pdata[1] : NULL;
  const DeskSaid *read = own != NULL ? own : said;
  const char *quotes = desk_catalog_gettext (desk_catalog_get (said->lang), "“{text}”");
  g_autofree char *quoted = desk_fill (quotes, "text", said->sentence, NULL);

  gtk_label_set_label (GTK_LABEL (sentence), quoted);
  gtk_label_set_label (GTK_LABEL (other), own != NULL ? own->sentence : "");
  gtk_widget_set_visible (other, own != NULL);
  gtk_label_set_label (GTK_LABEL (arithmetic), read->arithmetic);
  gtk_widget_set_visible (arithmetic, *read->arithmetic != '\0');

  return read;
}

/**
 * desk_show_row_label:
 * @row: what a list shows for an item
 * @label: what it says
 *
 * Gives a list row the words a screen reader speaks. The list's own row widget,
 * which has the focus, has no words by itself on GTK 4.8.
 */
void
desk_show_row_label (GtkWidget  *row,
                     const char *label)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

void
desk_show_class (GtkWidget  *widget,
                   const char *css_class,
                   gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * desk_show_look_up:
 * @widget: a widget that draws itself
 * @name: (nullable): of a colour of the style sheet; %NULL: that of its text
 * @colour: (out): the colour
 */
void
desk_show_look_up (GtkWidget  *widget,
                   const char *name,
                   GdkRGBA    *colour)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  if (name == NULL || !gtk_style_context_lookup_color (style, name, colour))
    gtk_style_context_get_color (style, colour);
}
