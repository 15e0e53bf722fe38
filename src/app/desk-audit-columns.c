/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-columns.h"

#include "desk-audit-item.h"
#include "desk-intl.h"

static const struct
{
  const char *title;
  gboolean    number;     /* set to the right */
  gboolean    expand;
  int         width;      /* in characters, at least */
  const char *sign;       /* (nullable): what stands there for the title */
} columns[DESK_N_AUDIT_COLUMNS] = {
  [DESK_AUDIT_WHY] = { NC_("audit", "Why"), FALSE, FALSE, 3, "⚑" },
  [DESK_AUDIT_TIME] = { NC_("audit", "When"), FALSE, FALSE, 5 },
  [DESK_AUDIT_ROOM] = { NC_("audit", "Room"), FALSE, FALSE, 4 },
  [DESK_AUDIT_GUEST] = { NC_("audit", "Guest"), FALSE, TRUE, 10 },
  [DESK_AUDIT_KIND] = { NC_("audit", "Kind"), FALSE, FALSE, 8 },
  [DESK_AUDIT_REASON] = { NC_("audit", "Reason"), FALSE, TRUE, 8 },
  [DESK_AUDIT_AMOUNT] = { NC_("audit", "Amount"), TRUE, FALSE, 7 },
  [DESK_AUDIT_BY] = { NC_("audit", "By"), FALSE, FALSE, 10 },
};

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             gpointer                  user_data)
{
  guint column = GPOINTER_TO_UINT (user_data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), columns[column].number ? 1 : 0);
  /* On a narrow screen; the row's tooltip and the pane beside say it whole. */
  if (columns[column].expand || column == DESK_AUDIT_KIND || column == DESK_AUDIT_BY)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), columns[column].width);
  if (columns[column].number || column == DESK_AUDIT_TIME || column == DESK_AUDIT_ROOM)
    gtk_widget_add_css_class (label, "figure");
  if (column == DESK_AUDIT_WHY)
    gtk_widget_add_css_class (label, "flag");
  gtk_list_item_set_child (item, label);
}

/* The row has the focus, so it has the words. */
static void
name_row (GtkWidget     *cell,
          DeskAuditItem *item)
{
  g_autofree char *name = desk_audit_item_dup_name (item);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

/* Figures stand above figures: a closing bracket stands further out than they do. */
static void
align_amount (GtkWidget  *label,
              const char *text)
{
  g_autoptr (PangoLayout) bracket = gtk_widget_create_pango_layout (label, ")");
  int width;

  pango_layout_get_pixel_size (bracket, &width, NULL);
  gtk_widget_set_margin_end (label, g_str_has_suffix (text, ")") ? 0 : width);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            gpointer                  user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  DeskAuditItem *row = gtk_list_item_get_item (item);
  guint column = GPOINTER_TO_UINT (user_data);
  g_autofree char *text = desk_audit_item_dup_text (row, column);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (column == DESK_AUDIT_AMOUNT)
    align_amount (label, text);
  if (column != DESK_AUDIT_WHY)
    {
      gtk_widget_set_tooltip_text (label, text);
      return;
    }

  g_free (text);
  text = g_strjoinv ("\n", (char **) desk_audit_item_get_flags (row));
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : desk_audit_item_get_mark (row));
  name_row (gtk_widget_get_parent (label), row);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return desk_audit_item_compare ((DeskAuditItem *) a, (DeskAuditItem *) b,
                                  GPOINTER_TO_UINT (user_data));
}

/* The titles stand over their columns: numbers to the right. The flags' own is one, as the word
 * is wider than they are, and says it to who asks. The toolkit has no property for either, so
 * they are looked for where it puts them. */
static void
dress_titles (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL && i < DESK_N_AUDIT_COLUMNS; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (columns[i].number && box != NULL)
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      if (columns[i].sign != NULL)
        {
          gtk_widget_set_tooltip_text (title, C_("audit", columns[i].title));
          gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          C_("audit", columns[i].title), -1);
        }
      title = gtk_widget_get_next_sibling (title);
    }
}

/**
 * desk_audit_columns_add:
 * @view: a list of #DeskAuditItem
 *
 * Gives it its columns, from why somebody should look to who did it; each sorts.
 */
void
desk_audit_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < DESK_N_AUDIT_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkSorter) sorter = NULL;
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), GUINT_TO_POINTER (i));
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GUINT_TO_POINTER (i), NULL));
      column = gtk_column_view_column_new (columns[i].sign != NULL ? columns[i].sign
                                           : C_("audit", columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_append_column (view, column);
    }
  dress_titles (view);
}
