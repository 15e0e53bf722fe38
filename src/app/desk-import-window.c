/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-window.h"

#include <string.h>

#include "desk-choice.h"
#include "desk-format.h"
#include "desk-intl.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-writes.h"

/* The kinds of file, as the choice holds them. */
#define STAYS "stays"
#define BOOKINGS "bookings"

struct _DeskImportWindow
{
  GtkWindow         parent_instance;

  /* Template widgets */
  GtkWidget        *name;
  GtkWidget        *kind;
  GtkWidget        *hotel;
  GtkWidget        *work;
  GtkWidget        *progress;
  GtkWidget        *summary;
  GtkWidget        *refused;
  GtkTextBuffer    *errors;
  GtkWidget        *close_button;

  /* Owned */
  DeskSession      *session;
  char             *path;
  GCancellable     *cancellable;   /* (nullable): of the reading or importing at hand */
  DeskImportResult *result;        /* (nullable): of the last one */

  /* State */
  gboolean          dry_run;
  gboolean          again;         /* read anew once this reading has stopped */
  gboolean          hotels_known;
};

G_DEFINE_FINAL_TYPE (DeskImportWindow, desk_import_window, GTK_TYPE_WINDOW)

static void begin (DeskImportWindow *self, gboolean dry_run);

static gboolean
is_bookings (DeskImportWindow *self)
{
  return g_strcmp0 (desk_choice_get (DESK_CHOICE (self->kind)), BOOKINGS) == 0;
}

static void
update_actions (DeskImportWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean busy = desk_import_window_is_busy (self);
  gboolean some = self->result != NULL && self->result->imported > 0;
  gboolean listed = self->result != NULL && self->result->errors->len > 0;

  gtk_widget_action_set_enabled (widget, "import.do", !busy && self->dry_run && some);
  gtk_widget_action_set_enabled (widget, "import.stop", busy);
  gtk_widget_action_set_enabled (widget, "import.save", !busy && listed);
  gtk_widget_set_visible (self->work, busy);
  gtk_widget_set_visible (self->refused, !busy && listed);
  gtk_widget_set_visible (self->hotel, is_bookings (self) && self->hotels_known);
  gtk_widget_set_sensitive (self->kind, !busy || self->dry_run);
  gtk_widget_set_sensitive (self->hotel, !busy || self->dry_run);
}

static char *
dup_summary (DeskImportWindow *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  const DeskImportResult *result = self->result;
  g_autofree char *imported = desk_format_int (catalog, result->imported);
  g_autofree char *already = desk_format_int (catalog, result->already);
  g_autofree char *refused = desk_format_int (catalog, result->refused);
  /* Translators: all three are numbers of stays */
  const char *done = _("Stays that came in: {imported}; already there: {already}; refused: "
                       "{refused}.");
  /* Translators: all three are numbers of stays */
  const char *would = _("Stays that can come in: {imported}; already there: {already}; refused: "
                        "{refused}.");
  g_autofree char *counts = desk_fill (self->dry_run ? would : done, "imported", imported,
                                       "already", already, "refused", refused, NULL);

  if (!result->stopped)
    return g_steal_pointer (&counts);
  return g_strjoin (" ", self->dry_run
                           ? _("Stopped before the end of the file.")
                           : _("Stopped. What came in is kept; importing the file again goes on "
                               "from here."),
                    counts, NULL);
}

static char *
dup_error (const DeskImportError *wrong)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *line = desk_format_int (catalog, wrong->line);
  g_autofree char *reason = desk_import_error_dup_reason (wrong, catalog);

  if (*wrong->field == '\0')
    /* Translators: {line} is the number of a line of a file, {reason} why it is refused */
    return desk_fill (_("Line {line}: {reason}"), "line", line, "reason", reason, NULL);

  /* Translators: {line} is the number of a line of a file, {field} the name of a column,
   * {reason} why it is refused */
  return desk_fill (_("Line {line}, {field}: {reason}"), "line", line, "field", wrong->field,
                    "reason", reason, NULL);
}

static void
show_errors (DeskImportWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->result->errors->len; i++)
    {
      g_autofree char *error = dup_error (self->result->errors->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", error);
    }
  gtk_text_buffer_set_text (self->errors, text->str, (int) text->len);
}

/* One house is one hotel, and a file may hold several. */
static void
show_hotels (DeskImportWindow *self)
{
  if (self->hotels_known || self->result->hotels->len < 2)
    return;

  self->hotels_known = TRUE;
  desk_choice_add (DESK_CHOICE (self->hotel), "", _("All hotels in the file"));
  for (guint i = 0; i < self->result->hotels->len; i++)
    desk_choice_add (DESK_CHOICE (self->hotel), self->result->hotels->pdata[i],
                     self->result->hotels->pdata[i]);
}

static void
show_result (DeskImportWindow *self)
{
  g_autofree char *summary = dup_summary (self);

  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  show_errors (self);
  show_hotels (self);
  if (!self->dry_run)
    gtk_button_set_label (GTK_BUTTON (self->close_button), _("_Close"));
}

static void
show_trouble (DeskImportWindow *self,
              const GError     *error)
{
  g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
  g_autofree char *text = desk_trouble_dup_text (trouble);
  g_autofree char *whole = g_strjoin ("\n", text, trouble->detail, NULL);

  gtk_label_set_label (GTK_LABEL (self->summary), whole);
}

static void
on_ended_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DeskImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->result = desk_worker_finish (result, &error);
  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;

  if (self->again)
    begin (self, TRUE);
  else if (self->result != NULL)
    show_result (self);
  else
    show_trouble (self, error);
  update_actions (self);
}

static void
show_progress (GObject *view,
               guint    done,
               guint    total)
{
  DeskImportWindow *self = DESK_IMPORT_WINDOW (view);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 total > 0 ? (double) done / total : 0);
}

static void
begin (DeskImportWindow *self,
       gboolean          dry_run)
{
  g_autoptr (DeskProgress) progress = desk_progress_new (G_OBJECT (self), show_progress);
  const char *hotel = self->hotels_known ? desk_choice_get (DESK_CHOICE (self->hotel)) : "";
  const DeskImportOrder order = {
    .path = self->path,
    .bookings = is_bookings (self),
    .hotel = *hotel != '\0' ? hotel : NULL,
    .dry_run = dry_run,
  };

  self->again = FALSE;
  self->dry_run = dry_run;
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->result, desk_import_result_free);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
  gtk_label_set_label (GTK_LABEL (self->summary),
                       dry_run ? _("Reading the file…") : _("Importing…"));
  update_actions (self);
  desk_write_import (self->session, &order, progress, self->cancellable, on_ended_cb,
                     g_object_ref (self));
}

/* Another kind or hotel: what was read says nothing any more. */
static void
on_changed_cb (DeskImportWindow *self)
{
  if (self->session == NULL)
    return;

  if (desk_import_window_is_busy (self))
    {
      self->again = TRUE;
      g_cancellable_cancel (self->cancellable);
    }
  else
    {
      begin (self, TRUE);
    }
}

static void
do_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  begin (DESK_IMPORT_WINDOW (widget), FALSE);
}

static void
stop_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_cancellable_cancel (DESK_IMPORT_WINDOW (widget)->cancellable);
}

static void
on_save_chosen_cb (GtkNativeDialog  *dialog,
                   int               response,
                   DeskImportWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      desk_import_window_save (self, file);
    }

  g_object_unref (dialog);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GtkFileChooserNative *chooser;

  /* The response lets go of it. */
  chooser = gtk_file_chooser_native_new (_("Save the list"), GTK_WINDOW (widget),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "refused.csv");
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_save_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* Going away stops it, as stopping would: what came in is kept. */
static void
desk_import_window_dispose (GObject *object)
{
  DeskImportWindow *self = DESK_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_import_window_parent_class)->dispose (object);
}

static void
desk_import_window_finalize (GObject *object)
{
  DeskImportWindow *self = DESK_IMPORT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->result, desk_import_result_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (desk_import_window_parent_class)->finalize (object);
}

static void
desk_import_window_class_init (DeskImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_import_window_finalize;

  g_type_ensure (DESK_TYPE_CHOICE);
  desk_template_set (widget_class, DESK_UI ("desk-import-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, name);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, hotel);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, work);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, refused);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, errors);
  gtk_widget_class_bind_template_child (widget_class, DeskImportWindow, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.do", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "import.save", NULL, save_action);
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
 * @path: a file of stays, or of bookings; its name says which until somebody chooses
 */
GtkWidget *
desk_import_window_new (DeskSession *session,
                        const char  *path)
{
  DeskImportWindow *self = g_object_new (DESK_TYPE_IMPORT_WINDOW, NULL);
  g_autofree char *name = g_path_get_basename (path);

  self->path = g_strdup (path);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  desk_choice_add (DESK_CHOICE (self->kind), STAYS, _("Stays (JSON)"));
  desk_choice_add (DESK_CHOICE (self->kind), BOOKINGS, _("Bookings (CSV)"));
  desk_choice_choose (DESK_CHOICE (self->kind),
                      g_str_has_suffix (name, ".csv") ||
                          g_str_has_suffix (name, ".csv.gz") ? BOOKINGS : STAYS);
  self->session = g_object_ref (session);
  begin (self, TRUE);

  return GTK_WIDGET (self);
}

const char *
desk_import_window_get_summary (DeskImportWindow *self)
{
  return gtk_label_get_label (GTK_LABEL (self->summary));
}

guint
desk_import_window_get_n_errors (DeskImportWindow *self)
{
  return self->result != NULL ? self->result->errors->len : 0;
}

gboolean
desk_import_window_is_busy (DeskImportWindow *self)
{
  return self->cancellable != NULL;
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DeskImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    show_trouble (self, error);
}

/**
 * desk_import_window_save:
 * @self: a window with a list
 * @file: where the list goes, as rows that a spreadsheet reads
 */
void
desk_import_window_save (DeskImportWindow *self,
                         GFile            *file)
{
  g_autofree char *text = desk_import_result_to_csv (self->result, desk_app_get_catalog ());
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_saved_cb, g_object_ref (self));
}
