/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-field.h"

#include "desk-amount.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-format.h"
#include "desk-intl.h"
#include "desk-line-value.h"
#include "desk-template.h"

/* No bill has more lines than this. */
#define MAX_LINE 99999

struct _DeskField
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *title;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (DeskField, desk_field, GTK_TYPE_BOX)

enum { PROP_0, PROP_TITLE, PROP_PLACEHOLDER, PROP_WIDTH_CHARS, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
desk_field_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  DeskField *self = DESK_FIELD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (GTK_LABEL (self->title), g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), g_value_get_string (value));
      break;
    case PROP_WIDTH_CHARS:
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), g_value_get_int (value));
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
on_changed_cb (GtkEditable *editable,
               DeskField   *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
desk_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_FIELD (widget)->entry);
}

static void
desk_field_class_init (DeskFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_field_set_property;
  widget_class->grab_focus = desk_field_grab_focus;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDTH_CHARS] =
    g_param_spec_int ("width-chars", NULL, NULL, -1, 80, -1,
                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DeskField::changed:
   *
   * Something else was typed.
   */
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-field.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskField, title);
  gtk_widget_class_bind_template_child (widget_class, DeskField, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
desk_field_init (DeskField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_field_set_text:
 * @self: a field
 * @text: (nullable): what stands in it
 */
void
desk_field_set_text (DeskField  *self,
                     const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}

/**
 * desk_field_dup_text:
 *
 * Returns: (transfer full) (nullable): what was typed, without spaces around it; %NULL
 *   where nothing was
 */
char *
desk_field_dup_text (DeskField *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_strstrip (text);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * desk_field_dup_amount:
 * @minor: an amount in minor units
 * @digits: minor digits of the currency
 *
 * Returns: (transfer full): the amount as the window's language types it, "19,00"
 */
char *
desk_field_dup_amount (gint64 minor,
                       int    digits)
{
  return desk_format_typed (desk_app_get_catalog (), minor, digits);
}

/**
 * desk_field_read_amount:
 * @text: what was typed, without spaces around it
 * @digits: minor digits of the currency
 * @out_minor: (out): the amount
 * @error: return location for a #GError
 *
 * Reads an amount as the line does: with a comma or a point, and either minus.
 *
 * Returns: whether it is one
 */
gboolean
desk_field_read_amount (const char  *text,
                        int          digits,
                        gint64      *out_minor,
                        GError     **error)
{
  gboolean negative = g_str_has_prefix (text, "-") || g_str_has_prefix (text, "\u2212");
  gint64 minor = 0;

  switch (desk_line_read_amount (negative ? g_utf8_next_char (text) : text, digits, &minor, error))
    {
    case DESK_VALUE_YES:
      *out_minor = negative ? -minor : minor;
      return TRUE;
    case DESK_VALUE_BAD:
      return FALSE;
    case DESK_VALUE_NO:
    default:
      return desk_amount_parse (text, digits, out_minor, error);
    }
}

/**
 * desk_field_get_amount:
 * @self: a field
 * @digits: minor digits of the currency
 * @out_minor: (out): what was typed
 * @error: return location for a #GError, left alone where nothing was typed
 *
 * Returns: whether there is an amount
 */
gboolean
desk_field_get_amount (DeskField  *self,
                       int         digits,
                       gint64     *out_minor,
                       GError    **error)
{
  g_autofree char *text = desk_field_dup_text (self);

  return text != NULL && desk_field_read_amount (text, digits, out_minor, error);
}

static gboolean
read_number (const char **at,
             int         *out)
{
  char *end;
  guint64 number;

  if (!g_ascii_isdigit (**at))
    return FALSE;
  number = g_ascii_strtoull (*at, &end, 10);
  *at = end;
  *out = (int) MIN (number, MAX_LINE + 1);

  return number >= 1 && number <= MAX_LINE;
}

/* "7", "7-9" or "7+9", as it is typed in the line. */
static gboolean
read_lines (const char *at,
            GArray     *lines)
{
  for (;;)
    {
      int first, last;

      if (!read_number (&at, &first))
        return FALSE;
      last = first;
      if (*at == '-')
        {
          at++;
          if (!read_number (&at, &last) || last < first)
            return FALSE;
        }
      for (int line = first; line <= last; line++)
        g_array_append_val (lines, line);
      if (*at == '\0')
        return TRUE;
      if (*at++ != '+')
        return FALSE;
    }
}

/**
 * desk_field_get_lines:
 * @self: a field
 * @out: (out) (transfer full) (element-type gint): numbers of lines
 * @error: return location for a #GError, left alone where nothing was typed
 *
 * Returns: whether there are any
 */
gboolean
desk_field_get_lines (DeskField  *self,
                      GArray    **out,
                      GError    **error)
{
  g_autofree char *text = desk_field_dup_text (self);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));

  if (text == NULL)
    return FALSE;
  if (!read_lines (text, lines))
    return desk_complain_of (error, DESK_ERROR_INVALID,
                             N_("\"{word}\" names no lines: write 7, 7-9 or 7+9"), text);

  *out = g_steal_pointer (&lines);

  return TRUE;
}
