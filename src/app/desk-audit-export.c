/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-export.h"

#include <string.h>

#include "desk-intl.h"
#include "desk-reads-audit.h"
#include "desk-window.h"

/**
 * Export:
 * @from: what asked for it, and is told how it went
 * @chosen: gets the file
 */
typedef struct
{
  GtkWidget           *from;
  GFile               *file;
  DeskAuditExportFunc  chosen;
} Export;

static Export *
export_new (GtkWidget *from)
{
  Export *self = g_new0 (Export, 1);

  self->from = g_object_ref (from);

  return self;
}

static void
export_free (Export *self)
{
  g_object_unref (self->from);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      desk_window_show_error (self->from, error);
      return;
    }

  /* Translators: {name} is the name of a file */
  text = desk_fill (_("Saved as {name}."), "name", name, NULL);
  desk_window_tell (self->from, text);
}

static void
on_csv_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  char *text = desk_worker_finish (result, &error);
  g_autoptr (GBytes) bytes = NULL;
  GFile *file = self->file;

  if (text == NULL)
    {
      desk_window_show_error (self->from, error);
      return;
    }

  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       on_saved_cb, g_steal_pointer (&self));
}

/**
 * desk_audit_export_save:
 * @from: a widget of the window
 * @session: where to read
 * @filter: which rows
 * @file: where to
 *
 * Writes all that the filter lets through as CSV, and says so.
 */
void
desk_audit_export_save (GtkWidget                  *from,
                        DeskSession                *session,
                        const DeskAdjustmentFilter *filter,
                        GFile                      *file)
{
  Export *self = export_new (from);

  self->file = g_object_ref (file);
  desk_read_audit_csv (session, filter, NULL, on_csv_read_cb, self);
}

static void
on_response_cb (GtkNativeDialog *dialog,
                int              response,
                gpointer         user_data)
{
  g_autoptr (Export) self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (file != NULL)
        self->chosen (file, self->from);
    }

  g_object_unref (dialog);
}

/**
 * desk_audit_export_choose:
 * @from: a widget of the window
 * @chosen: gets the file, and @from
 */
void
desk_audit_export_choose (GtkWidget           *from,
                          DeskAuditExportFunc  chosen)
{
  Export *self = export_new (from);
  GtkFileChooserNative *chooser;

  self->chosen = chosen;
  /* The response lets go of it. */
  chooser = gtk_file_chooser_native_new (_("Export as CSV"),
                                         GTK_WINDOW (gtk_widget_get_root (from)),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "adjustments.csv");
  g_signal_connect (chooser, "response", G_CALLBACK (on_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
