/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-progress.h"

struct _DeskProgress
{
  gatomicrefcount   ref_count;
  GWeakRef          view;
  DeskProgressShow  show;
  GMainContext     *context;

  /* Written by the worker, read by the window */
  gint              done;
  gint              total;
  gint              told;       /* 1: the window will look at the numbers anyway */
};

/**
 * desk_progress_new:
 * @view: who shows it; may go away meanwhile
 * @show: called on this thread
 */
DeskProgress *
desk_progress_new (GObject          *view,
                   DeskProgressShow  show)
{
  DeskProgress *self = g_new0 (DeskProgress, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_weak_ref_init (&self->view, view);
  self->show = show;
  self->context = g_main_context_ref_thread_default ();

  return self;
}

DeskProgress *
desk_progress_ref (DeskProgress *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
desk_progress_unref (DeskProgress *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_weak_ref_clear (&self->view);
  g_main_context_unref (self->context);
  g_free (self);
}

static gboolean
show_cb (gpointer user_data)
{
  DeskProgress *self = user_data;
  g_autoptr (GObject) view = g_weak_ref_get (&self->view);

  g_atomic_int_set (&self->told, 0);
  if (view != NULL)
    self->show (view, g_atomic_int_get (&self->done), g_atomic_int_get (&self->total));

  return G_SOURCE_REMOVE;
}

/**
 * desk_progress_report:
 * @done: how many are done
 * @total: of how many
 * @progress: a #DeskProgress
 *
 * To be called on any thread; a #DeskProgressFunc.
 */
void
desk_progress_report (guint    done,
                      guint    total,
                      gpointer progress)
{
  DeskProgress *self = progress;
  g_autoptr (GSource) source = NULL;

  g_atomic_int_set (&self->done, done);
  g_atomic_int_set (&self->total, total);
  if (!g_atomic_int_compare_and_exchange (&self->told, 0, 1))
    return;

  source = g_idle_source_new ();
  g_source_set_callback (source, show_cb, desk_progress_ref (self),
                         (GDestroyNotify) desk_progress_unref);
  g_source_attach (source, self->context);
}
