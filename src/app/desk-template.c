/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-template.h"

#include <string.h>

#include "desk-intl.h"

/* GtkBuilder asks gettext, and gettext asks the process locale. The words of
 * this window come from a catalog of ours instead, so a template is rewritten
 * before GTK reads it: translated texts in, the marks for translators out. */

typedef struct
{
  const DeskCatalog *catalog;
  GString           *out;

  /* The element whose text is to be translated, while it is open */
  GString           *text;
  char              *context;
} Rewriter;

static const char *
look_up_attribute (const char **names,
                   const char **values,
                   const char  *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], wanted) == 0)
      return values[i];

  return NULL;
}

static gboolean
is_for_translators (const char *name)
{
  return strcmp (name, "translatable") == 0 ||
         strcmp (name, "context") == 0 ||
         strcmp (name, "comments") == 0;
}

static void
append_escaped (GString    *out,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

static void
start_element (GMarkupParseContext  *markup,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  Rewriter *self = user_data;
  const char *translatable = look_up_attribute (names, values, "translatable");
  gboolean translate = g_strcmp0 (translatable, "yes") == 0 ||
                       g_strcmp0 (translatable, "true") == 0;

  g_string_append_printf (self->out, "<%s", element);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (translatable != NULL && is_for_translators (names[i]))
        continue;
      g_string_append_printf (self->out, " %s=\"", names[i]);
      append_escaped (self->out, values[i], -1);
      g_string_append_c (self->out, '"');
    }
  g_string_append_c (self->out, '>');

  if (translate)
    {
      self->text = g_string_new (NULL);
      self->context = g_strdup (look_up_attribute (names, values, "context"));
    }
}

static void
end_element (GMarkupParseContext  *markup,
             const char           *element,
             gpointer              user_data,
             GError              **error)
{
  Rewriter *self = user_data;

  if (self->text != NULL)
    {
      const char *text = self->text->str;

      if (self->context != NULL)
        text = desk_catalog_pgettext (self->catalog, self->context, text);
      else if (*text != '\0')
        text = desk_catalog_gettext (self->catalog, text);
      append_escaped (self->out, text, -1);

      g_string_free (g_steal_pointer (&self->text), TRUE);
      g_clear_pointer (&self->context, g_free);
    }

  g_string_append_printf (self->out, "</%s>", element);
}

static void
take_text (GMarkupParseContext  *markup,
           const char           *text,
           gsize                 length,
           gpointer              user_data,
           GError              **error)
{
  Rewriter *self = user_data;

  if (self->text != NULL)
    g_string_append_len (self->text, text, length);
  else
    append_escaped (self->out, text, length);
}

static const GMarkupParser parser = {
  .start_element = start_element,
  .end_element = end_element,
  .text = take_text,
};

/**
 * desk_template_translate:
 * @xml: a GtkBuilder file
 * @catalog: language to write it in
 * @error: return location for a #GError
 *
 * Puts translations in place of every text marked translatable.
 *
 * Returns: (transfer full) (nullable): the file as GTK shall read it, or %NULL
 *   with @error set where @xml is not well formed
 */
GBytes *
desk_template_translate (GBytes             *xml,
                         const DeskCatalog  *catalog,
                         GError            **error)
{
  Rewriter rewriter = { .catalog = catalog };
  g_autoptr (GMarkupParseContext) markup = NULL;
  gsize size;
  const char *data = g_bytes_get_data (xml, &size);

  rewriter.out = g_string_sized_new (size + size / 4);
  markup = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &rewriter, NULL);

  if (!g_markup_parse_context_parse (markup, data, size, error) ||
      !g_markup_parse_context_end_parse (markup, error))
    {
      g_string_free (rewriter.out, TRUE);
      if (rewriter.text != NULL)
        g_string_free (rewriter.text, TRUE);
      g_free (rewriter.context);
      return NULL;
    }

  return g_string_free_to_bytes (rewriter.out);
}

/* A resource that is missing or malformed was built wrong; there is no window
 * to tell anybody. */
static GBytes *
load_translated (const char *resource_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = g_resources_lookup_data (resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                    &error);
  GBytes *translated = NULL;

  if (xml != NULL)
    translated = desk_template_translate (xml, desk_app_get_catalog (), &error);
  if (translated == NULL)
    g_error ("%s: %s", resource_path, error->message);

  return translated;
}

/**
 * desk_template_set:
 * @widget_class: a class in its class_init
 * @resource_path: of its template
 *
 * Like gtk_widget_class_set_template_from_resource(), in the language of the window.
 */
void
desk_template_set (GtkWidgetClass *widget_class,
                   const char     *resource_path)
{
  g_autoptr (GBytes) template = load_translated (resource_path);

  gtk_widget_class_set_template (widget_class, template);
}

/**
 * desk_template_new_builder:
 * @resource_path: a GtkBuilder file without a template: menus, a shortcuts window
 *
 * Returns: (transfer full): its objects, in the language of the window
 */
GtkBuilder *
desk_template_new_builder (const char *resource_path)
{
  g_autoptr (GBytes) xml = load_translated (resource_path);
  GtkBuilder *builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!gtk_builder_add_from_string (builder, g_bytes_get_data (xml, NULL), g_bytes_get_size (xml),
                                    &error))
    g_error ("%s: %s", resource_path, error->message);

  return builder;
}
