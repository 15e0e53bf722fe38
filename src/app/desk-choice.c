/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-choice.h"

#include "desk-intl.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskChoice
{
  GtkBox         parent_instance;

  /* Template widgets */
  GtkWidget     *title;
  GtkWidget     *drop;
  GtkStringList *texts;

  /* Owned */
  GPtrArray     *values;    /* char, in the order of the texts */

  /* State */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (DeskChoice, desk_choice, GTK_TYPE_BOX)

enum { PROP_0, PROP_TITLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
desk_choice_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  DeskChoice *self = DESK_CHOICE (object);

  gtk_label_set_label (GTK_LABEL (self->title), g_value_get_string (value));

  /* The button in it is what has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->drop)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
}

static void
on_selected_cb (GtkDropDown *drop,
                GParamSpec  *pspec,
                DeskChoice  *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
desk_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_CHOICE (widget)->drop);
}

static void
desk_choice_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_CHOICE (object)->values);

  G_OBJECT_CLASS (desk_choice_parent_class)->finalize (object);
}

static void
desk_choice_class_init (DeskChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_choice_set_property;
  object_class->finalize = desk_choice_finalize;
  widget_class->grab_focus = desk_choice_grab_focus;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DeskChoice::changed:
   *
   * Somebody chose another one.
   */
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-choice.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskChoice, title);
  gtk_widget_class_bind_template_child (widget_class, DeskChoice, drop);
  gtk_widget_class_bind_template_child (widget_class, DeskChoice, texts);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
}

static void
desk_choice_init (DeskChoice *self)
{
  self->values = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_choice_add:
 * @self: a choice
 * @value: what it stands for; "" for none
 * @text: what is shown
 *
 * The first one is chosen until somebody chooses another.
 */
void
desk_choice_add (DeskChoice *self,
                 const char *value,
                 const char *text)
{
  self->filling = TRUE;
  g_ptr_array_add (self->values, g_strdup (value));
  gtk_string_list_append (self->texts, text);
  self->filling = FALSE;
}

static gboolean
is_of_kinds (const DeskReason  *reason,
             const char *const *kinds)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) reason->kinds, kinds[i]))
      return TRUE;

  return FALSE;
}

/**
 * desk_choice_add_reasons:
 * @self: a choice
 * @property: the house
 * @kinds: what the reasons must be good for, any of them
 */
void
desk_choice_add_reasons (DeskChoice        *self,
                         DeskProperty      *property,
                         const char *const *kinds)
{
  const char *lang = desk_catalog_get_language (desk_app_get_catalog ());

  /* Translators: no reason was chosen yet */
  desk_choice_add (self, "", C_("reason", "–"));
  for (guint i = 0; i < property->reasons->len; i++)
    {
      const DeskReason *reason = property->reasons->pdata[i];

      if (is_of_kinds (reason, kinds))
        desk_choice_add (self, reason->name, desk_words_get (&reason->words, lang, reason->name));
    }
}

/* The nights of the stay that are still to come. */
void
desk_choice_add_nights (DeskChoice *self,
                        DeskBill   *bill)
{
  const DeskStayView *stay = desk_bill_get_stay (bill);

  for (guint i = 0; i < stay->nights->len; i++)
    {
      const DeskNightRow *night = stay->nights->pdata[i];
      g_autofree char *value = NULL;
      g_autofree char *text = NULL;

      if (night->posted)
        continue;
      value = desk_date_to_string (night->date);
      text = desk_show_date (desk_app_get_catalog (), night->date, DESK_DATE_WEEKDAY);
      desk_choice_add (self, value, text);
    }
}

void
desk_choice_choose (DeskChoice *self,
                    const char *value)
{
  for (guint i = 0; i < self->values->len; i++)
    if (g_strcmp0 (self->values->pdata[i], value) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), i);
}

void
desk_choice_choose_date (DeskChoice *self,
                         DeskDate    date)
{
  g_autofree char *value = date != DESK_DATE_NONE ? desk_date_to_string (date) : g_strdup ("");

  desk_choice_choose (self, value);
}

/**
 * desk_choice_get:
 *
 * Returns: (transfer none) (nullable): what the chosen one stands for; %NULL for none
 */
const char *
desk_choice_get (DeskChoice *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop));
  const char *value = at < self->values->len ? self->values->pdata[at] : "";

  return *value != '\0' ? value : NULL;
}

/**
 * desk_choice_get_date:
 *
 * Returns: the chosen night, %DESK_DATE_NONE where none is
 */
DeskDate
desk_choice_get_date (DeskChoice *self)
{
  const char *value = desk_choice_get (self);
  DeskDate date = DESK_DATE_NONE;

  if (value != NULL && !desk_date_parse (value, &date, NULL))
    return DESK_DATE_NONE;

  return date;
}
