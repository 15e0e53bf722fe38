/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-window.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-note.h"
#include "desk-template.h"
#include "desk-trouble.h"

/* As many mistakes as somebody mends before trying again. */
#define MOST_ERRORS 100

struct _DeskImportWindow
{
  GtkWindow    parent_instance;

  /* Template widgets */
  GtkWidget   *name;
  GtkWidget   *summary;
  GtkWidget   *errors;
  GtkWidget   *errors_scroller;
  GtkWidget   *spinner;
  GtkWidget   *close_button;

  /* Owned */
  DeskSession *session;
  GBytes      *bytes;
  char        *file_name;

  /* State */
  gboolean     dry_run;
};

G_DEFINE_FINAL_TYPE (DeskImportWindow, desk_import_window, GTK_TYPE_WINDOW)

static void import (DeskImportWindow *self, gboolean dry_run);

static void
remove_errors (DeskImportWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->errors)) != NULL)
    gtk_box_remove (GTK_BOX (self->errors), child);
}

static void
add_error (DeskImportWindow *self,
           const char       *text)
{
  gtk_widget_set_visible (self->errors_scroller, TRUE);
  gtk_box_append (GTK_BOX (self->errors), desk_note_new (DESK_NOTE_REFUSED, text));
}

static char *
dup_summary (const DeskImportResult *result,
             gboolean                dry_run)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *imported = desk_format_int (catalog, result->imported);
  g_autofree char *already = desk_format_int (catalog, result->already);
  g_autofree char *refused = desk_format_int (catalog, result->refused);
  /* Translators: all three are numbers of stays */
  const char *done = _("{imported} stays came in, {already} were there already, {refused} were "
                       "refused.");
  /* Translators: all three are numbers of stays */
  const char *would = _("{imported} stays can come in, {already} are there already, {refused} "
                        "are refused.");

  return desk_fill (dry_run ? would : done, "imported", imported, "already", already,
                    "refused", refused, NULL);
}

static void
show_result (DeskImportWindow       *self,
             const DeskImportResult *result)
{
  g_autofree char *summary = dup_summary (result, self->dry_run);

  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  for (guint i = 0; i < result->errors->len && i < MOST_ERRORS; i++)
    {
      const DeskImportError *wrong = result->errors->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s:%d %s: %s", self->file_name, wrong->line,
                                               wrong->field != NULL ? wrong->field : "",
                                               wrong->reason);

      add_error (self, text);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.do",
                                 self->dry_run && result->imported > 0);
  if (!self->dry_run)
    gtk_button_set_label (GTK_BUTTON (self->close_button), _("_Close"));
}

static void
on_imported_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DeskImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskImportResult) outcome = desk_worker_finish (result, &error);

  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), FALSE);
  remove_errors (self);
  if (outcome != NULL)
    {
      show_result (self, outcome);
    }
  else
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
      g_autofree char *text = desk_trouble_dup_text (trouble);

      gtk_label_set_label (GTK_LABEL (self->summary), text);
      add_error (self, trouble->detail);
    }
}

static void
import (DeskImportWindow *self,
        gboolean          dry_run)
{
  const DeskFile file = { .bytes = self->bytes, .name = self->file_name };

  self->dry_run = dry_run;
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.do", FALSE);
  desk_write_import (self->session, &file, dry_run, on_imported_cb, g_object_ref (self));
}

static void
do_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  import (DESK_IMPORT_WINDOW (widget), FALSE);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
desk_import_window_dispose (GObject *object)
{
  DeskImportWindow *self = DESK_IMPORT_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->file_name, g_free);

  G_OBJECT_CLASS (desk_import_window_parent_class)->dispose (object);
}

static void
desk_import_window_class_init (DeskImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_window_dispose;

  desk_template_set (widget_class, DESK_UI ("desk-import-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, name);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, errors);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, errors_scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, close_button);
  gtk_widget_class_install_action (widget_class, "import.do", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "import.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "import.do",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.close", NULL);
}

static void
desk_import_window_init (DeskImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_import_window_new:
 * @session: the desk
 * @file: a stays file
 */
GtkWidget *
desk_import_window_new (DeskSession    *session,
                        const DeskFile *file)
{
  DeskImportWindow *self = g_object_new (DESK_TYPE_IMPORT_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->bytes = g_bytes_ref (file->bytes);
  self->file_name = g_strdup (file->name);
  gtk_label_set_label (GTK_LABEL (self->name), file->name);
  import (self, TRUE);

  return GTK_WIDGET (self);
}

const char *
desk_import_window_get_summary (DeskImportWindow *self)
{
  return gtk_label_get_label (GTK_LABEL (self->summary));
}
