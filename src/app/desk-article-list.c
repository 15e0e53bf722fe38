/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-article-list.h"

#include <string.h>

#include "desk-article-row.h"
#include "desk-fold.h"
#include "desk-intl.h"
#include "desk-show.h"
#include "desk-template.h"
#include "desk-whole-rows.h"

/* Of the list: six rows for a mouse, and as many tenders as a house usually has for a finger. */
#define HEIGHT     176
#define LEAST_ROWS 5

struct _DeskArticleItem
{
  GObject  parent_instance;

  /* Owned */
  char    *code;
  char    *name;
  char    *price;       /* "" where the code has none */
  char    *folded;      /* name and code, as searched */
};

G_DEFINE_FINAL_TYPE (DeskArticleItem, desk_article_item, G_TYPE_OBJECT)

struct _DeskArticleList
{
  GtkBox              parent_instance;

  /* Template widgets */
  GtkWidget          *entry;
  GtkWidget          *scroller;
  GtkWidget          *list;
  GtkSingleSelection *selection;
  GtkCustomFilter    *filter;
  GListStore         *store;

  /* Owned */
  char               *wanted;   /* the search, folded */
};

G_DEFINE_FINAL_TYPE (DeskArticleList, desk_article_list, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { ITEM_PROP_0, ITEM_PROP_NAME, ITEM_PROP_PRICE, ITEM_N_PROPS };
static GParamSpec *item_properties[ITEM_N_PROPS];

static void
desk_article_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DeskArticleItem *self = DESK_ARTICLE_ITEM (object);

  switch (prop_id)
    {
    case ITEM_PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case ITEM_PROP_PRICE:
      g_value_set_string (value, self->price);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
desk_article_item_finalize (GObject *object)
{
  DeskArticleItem *self = DESK_ARTICLE_ITEM (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->price);
  g_free (self->folded);

  G_OBJECT_CLASS (desk_article_item_parent_class)->finalize (object);
}

static void
desk_article_item_class_init (DeskArticleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_article_item_get_property;
  object_class->finalize = desk_article_item_finalize;

  item_properties[ITEM_PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_properties[ITEM_PROP_PRICE] =
    g_param_spec_string ("price", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, ITEM_N_PROPS, item_properties);
}

static void
desk_article_item_init (DeskArticleItem *self)
{
}

static DeskArticleItem *
item_new (const DeskProperty *property,
          const DeskCode     *code)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  DeskArticleItem *self = g_object_new (DESK_TYPE_ARTICLE_ITEM, NULL);
  g_autofree char *both = NULL;

  self->code = g_strdup (code->name);
  self->name = desk_show_code (catalog, property, code->name);
  self->price = code->has_price ? desk_show_amount (catalog, property, code->price_minor)
                                : g_strdup ("");
  both = g_strjoin (" ", self->name, self->code, NULL);
  self->folded = desk_fold (both);

  return self;
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  DeskArticleList *self = user_data;

  return strstr (DESK_ARTICLE_ITEM (item)->folded, self->wanted) != NULL;
}

static void
on_search_changed_cb (GtkSearchEntry  *entry,
                      DeskArticleList *self)
{
  g_autofree char *wanted = desk_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));

  /* A new entry says once that it changed; what was chosen before stays. */
  if (g_str_equal (wanted, self->wanted))
    return;

  g_free (self->wanted);
  self->wanted = g_steal_pointer (&wanted);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
}

static void
on_selected_cb (GtkSingleSelection *selection,
                GParamSpec         *pspec,
                DeskArticleList    *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* From the search the arrows walk the list, without a Tab between. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskArticleList       *self)
{
  guint at = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down && at + 1 < n)
    at++;
  else if (keyval == GDK_KEY_Up && at > 0)
    at--;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", at);

  return GDK_EVENT_STOP;
}

/* The row that is chosen; the first one where none is, and the list where it has none. */
static GtkWidget *
find_chosen_row (DeskArticleList *self)
{
  guint at = gtk_single_selection_get_selected (self->selection);
  GtkWidget *first = gtk_widget_get_first_child (self->list);
  GtkWidget *row = first;

  if (at != GTK_INVALID_LIST_POSITION)
    for (; row != NULL && at > 0; at--)
      row = gtk_widget_get_next_sibling (row);
  if (row == NULL)
    row = first;

  return row != NULL ? row : self->list;
}

/* What has the focus is what is chosen: a list that gets it would give it to its first row, and
 * Space would choose that one. */
static gboolean
desk_article_list_grab_focus (GtkWidget *widget)
{
  DeskArticleList *self = DESK_ARTICLE_LIST (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->entry) ? self->entry
                                                                      : find_chosen_row (self));
}

static void
desk_article_list_finalize (GObject *object)
{
  g_free (DESK_ARTICLE_LIST (object)->wanted);

  G_OBJECT_CLASS (desk_article_list_parent_class)->finalize (object);
}

static void
desk_article_list_class_init (DeskArticleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_ARTICLE_ITEM);
  g_type_ensure (DESK_TYPE_ARTICLE_ROW);

  G_OBJECT_CLASS (klass)->finalize = desk_article_list_finalize;
  widget_class->grab_focus = desk_article_list_grab_focus;

  /**
   * DeskArticleList::changed:
   *
   * Another article is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_ARTICLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-article-list.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskArticleList, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskArticleList, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskArticleList, list);
  gtk_widget_class_bind_template_child (widget_class, DeskArticleList, selection);
  gtk_widget_class_bind_template_child (widget_class, DeskArticleList, filter);
  gtk_widget_class_bind_template_child (widget_class, DeskArticleList, store);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
}

static void
desk_article_list_init (DeskArticleList *self)
{
  self->wanted = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, is_wanted, self, NULL);
}

static void
add_items (DeskArticleList *self,
           DeskProperty    *property,
           DeskCodeKind     kind,
           gboolean         with_price)
{
  for (guint i = 0; i < property->codes->len; i++)
    {
      const DeskCode *code = property->codes->pdata[i];
      g_autoptr (DeskArticleItem) item = NULL;

      if (code->kind != kind || code->has_price != with_price)
        continue;
      item = item_new (property, code);
      g_list_store_append (self->store, item);
    }
}

/* A list that is shorter than it could be takes no room for rows that it has not. */
static void
fit_height (DeskArticleList *self)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->store));

  desk_whole_rows_set (GTK_SCROLLED_WINDOW (self->scroller), self->list,
                       gtk_widget_get_first_child (self->list), n, MIN (n, LEAST_ROWS),
                       n > LEAST_ROWS ? HEIGHT : 0);
}

/**
 * desk_article_list_fill:
 * @self: a list
 * @property: the house
 * @kind: charges to post, or payments to take
 *
 * What has a price comes first: it is what is posted by hand.
 */
void
desk_article_list_fill (DeskArticleList *self,
                        DeskProperty    *property,
                        DeskCodeKind     kind)
{
  gtk_widget_set_visible (self->entry, kind == DESK_CODE_CHARGE);
  g_list_store_remove_all (self->store);

  add_items (self, property, kind, TRUE);
  add_items (self, property, kind, FALSE);
  fit_height (self);
}

/**
 * desk_article_list_choose:
 * @self: a list
 * @code: (nullable): what is chosen; %NULL: nothing, until somebody chooses
 */
void
desk_article_list_choose (DeskArticleList *self,
                          const char      *code)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  gtk_single_selection_set_autoselect (self->selection, code != NULL);
  if (code == NULL)
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (DeskArticleItem) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (item->code, code) == 0)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

/**
 * desk_article_list_get_code:
 *
 * Returns: (transfer none) (nullable): what is chosen; %NULL where nothing fits
 */
const char *
desk_article_list_get_code (DeskArticleList *self)
{
  DeskArticleItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? item->code : NULL;
}
