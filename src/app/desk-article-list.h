/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-property.h"

G_BEGIN_DECLS

/**
 * DeskArticleItem:
 *
 * A transaction code to choose: its name and its price.
 */
#define DESK_TYPE_ARTICLE_ITEM (desk_article_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskArticleItem, desk_article_item, DESK, ARTICLE_ITEM, GObject)

/**
 * DeskArticleList:
 *
 * The house's articles, or its tenders, with a search. The first that fits is
 * chosen while typing.
 */
#define DESK_TYPE_ARTICLE_LIST (desk_article_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskArticleList, desk_article_list, DESK, ARTICLE_LIST, GtkBox)

void        desk_article_list_fill     (DeskArticleList *self,
                                        DeskProperty    *property,
                                        DeskCodeKind     kind);
void        desk_article_list_choose   (DeskArticleList *self,
                                        const char      *code);
const char *desk_article_list_get_code (DeskArticleList *self);

G_END_DECLS
