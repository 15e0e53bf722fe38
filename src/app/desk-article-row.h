/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskArticleRow:
 *
 * An article in a list.
 */
#define DESK_TYPE_ARTICLE_ROW (desk_article_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskArticleRow, desk_article_row, DESK, ARTICLE_ROW, GtkBox)

G_END_DECLS
