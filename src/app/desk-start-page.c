/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-start-page.h"

#include "desk-error.h"
#include "desk-intl.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-writes.h"

struct _DeskStartPage
{
  GtkBox                parent_instance;

  /* Template widgets */
  GtkWidget            *title;
  GtkWidget            *text;
  GtkWidget            *place;
  GtkWidget            *detail;
  GtkWidget            *choices;
  GtkWidget            *set_up_button;
  GtkWidget            *demo_button;
  GtkWidget            *retry_button;
  GtkWidget            *work;
  GtkWidget            *progress;

  /* Owned */
  DeskSession          *session;
  GtkFileChooserNative *chooser;  /* (nullable): while somebody chooses */
};

G_DEFINE_FINAL_TYPE (DeskStartPage, desk_start_page, GTK_TYPE_BOX)

enum { READY, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
set_busy (DeskStartPage *self,
          gboolean       busy)
{
  gtk_widget_set_sensitive (self->choices, !busy);
  gtk_widget_set_visible (self->work, busy);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
}

static void
show_words (DeskStartPage *self,
            const char    *title,
            const char    *text,
            const char    *detail)
{
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_label_set_label (GTK_LABEL (self->detail), detail != NULL ? detail : "");
  gtk_widget_set_visible (self->detail, detail != NULL);
}

static void
on_made_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DeskStartPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer made = desk_worker_finish (result, &error);

  set_busy (self, FALSE);
  if (made != NULL)
    {
      g_signal_emit (self, signals[READY], 0);
    }
  else
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);

      show_words (self, trouble->what, trouble->next, trouble->detail);
    }
}

static void
on_file_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskStartPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  const DeskFile file = { .bytes = bytes, .name = name };

  if (bytes == NULL)
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);

      show_words (self, trouble->what, trouble->next, trouble->detail);
      return;
    }

  set_busy (self, TRUE);
  desk_write_set_up (self->session, &file, on_made_cb, g_object_ref (self));
}

static void
on_file_chosen_cb (GtkNativeDialog *dialog,
                   int              response,
                   DeskStartPage   *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      g_file_load_bytes_async (file, NULL, on_file_read_cb, g_object_ref (self));
    }

  g_clear_object (&self->chooser);
}

static void
set_up_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskStartPage *self = DESK_START_PAGE (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Choose a property file"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Set up"), _("_Cancel"));
  gtk_file_filter_set_name (filter, _("Property files"));
  gtk_file_filter_add_suffix (filter, "ini");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_file_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
show_progress (GObject *view,
               guint    done,
               guint    total)
{
  DeskStartPage *self = DESK_START_PAGE (view);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 total > 0 ? (double) done / total : 0);
}

static void
demo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DeskStartPage *self = DESK_START_PAGE (widget);
  g_autoptr (DeskProgress) progress = desk_progress_new (G_OBJECT (self), show_progress);

  set_busy (self, TRUE);
  desk_write_demo (self->session, progress, on_made_cb, g_object_ref (self));
}

static void
retry_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[READY], 0);
}

static void
desk_start_page_dispose (GObject *object)
{
  DeskStartPage *self = DESK_START_PAGE (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_start_page_parent_class)->dispose (object);
}

static void
desk_start_page_class_init (DeskStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_start_page_dispose;

  /**
   * DeskStartPage::ready:
   *
   * The file may be opened now, or is worth another try.
   */
  signals[READY] = g_signal_new ("ready", DESK_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-start-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, title);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, text);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, place);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, detail);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, choices);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, set_up_button);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, demo_button);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, work);
  gtk_widget_class_bind_template_child (widget_class, DeskStartPage, progress);
  gtk_widget_class_install_action (widget_class, "start.set-up", NULL, set_up_action);
  gtk_widget_class_install_action (widget_class, "start.demo", NULL, demo_action);
  gtk_widget_class_install_action (widget_class, "start.retry", NULL, retry_action);
}

static void
desk_start_page_init (DeskStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_start_page_new (DeskSession *session)
{
  DeskStartPage *self = g_object_new (DESK_TYPE_START_PAGE, NULL);

  self->session = g_object_ref (session);
  gtk_label_set_label (GTK_LABEL (self->place), desk_session_get_path (session));

  return GTK_WIDGET (self);
}

/**
 * desk_start_page_show_error:
 * @self: a page
 * @error: why the hotel's file could not be opened
 *
 * Offers to make a hotel only where there is no file yet: one that is there is
 * never overwritten, whatever state it is in.
 */
void
desk_start_page_show_error (DeskStartPage *self,
                            const GError  *error)
{
  gboolean missing = g_error_matches (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);

  gtk_widget_set_visible (self->set_up_button, missing);
  gtk_widget_set_visible (self->demo_button, missing);
  gtk_widget_set_visible (self->retry_button, !missing);

  if (missing)
    {
      show_words (self, _("Welcome to Deskbell"),
                  _("There is no hotel here yet. Set yours up from its property file, or look "
                    "around in a demo hotel first."), NULL);
    }
  else
    {
      g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);

      show_words (self, trouble->what, trouble->next, trouble->detail);
    }
}

const char *
desk_start_page_get_title (DeskStartPage *self)
{
  return gtk_label_get_label (GTK_LABEL (self->title));
}
