/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pool.h"

/**
 * desk_pool_get:
 * @box: a #GtkBox whose children are all of one type
 * @i: which child is wanted, from 0; those before it are there
 * @type: what to make where there is none
 *
 * Returns: (transfer none): the child, visible, with whatever it said before
 */
GtkWidget *
desk_pool_get (GtkWidget *box,
               guint      i,
               GType      type)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  while (child != NULL && i-- > 0)
    child = gtk_widget_get_next_sibling (child);

  if (child == NULL)
    {
      child = g_object_new (type, NULL);
      gtk_box_append (GTK_BOX (box), child);
    }
  gtk_widget_set_visible (child, TRUE);

  return child;
}

/**
 * desk_pool_end:
 * @box: a #GtkBox
 * @n: how many of its children are used now
 *
 * Hides the rest, for another time.
 */
void
desk_pool_end (GtkWidget *box,
               guint      n)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  for (guint i = 0; child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, i++ < n);
}

/**
 * desk_pool_set_tooltip:
 * @widget: a widget
 * @text: (nullable): what it says to the pointer
 *
 * Does nothing where it says so already.
 */
void
desk_pool_set_tooltip (GtkWidget  *widget,
                       const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}
