/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-jobs-bar.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"

struct _AnsJobsBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkBox *rows;
  GPtrArray *jobs;    /* AnsJob */
  GHashTable *row_of; /* AnsJob → GtkWidget; a job may be in the bars of two windows */
};

G_DEFINE_FINAL_TYPE (AnsJobsBar, ans_jobs_bar, ADW_TYPE_BIN)

static void
job_ended (AnsJob *job, GParamSpec *pspec, AnsJobsBar *self)
{
  GtkWidget *row;

  if (ans_job_is_running (job) || self->jobs == NULL)
    return;
  row = g_hash_table_lookup (self->row_of, job);
  if (row != NULL)
    gtk_box_remove (self->rows, row);
  g_hash_table_remove (self->row_of, job);
  g_signal_handlers_disconnect_by_data (job, self);
  g_ptr_array_remove (self->jobs, job);
  gtk_revealer_set_reveal_child (self->revealer, self->jobs->len > 0);
}

static void
show_fraction (AnsJob *job, GParamSpec *pspec, GtkProgressBar *bar)
{
  double fraction;

  g_object_get (job, "fraction", &fraction, NULL);
  if (fraction < 0)
    gtk_progress_bar_pulse (bar);
  else
    gtk_progress_bar_set_fraction (bar, MIN (fraction, 1.0));
}

static GtkWidget *
row_new (AnsJob *job)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (ans_job_get_title (job));
  GtkWidget *status = gtk_label_new (NULL);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *stop = gtk_button_new_with_mnemonic (_ ("_Stop"));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (status, "ans-secondary");
  gtk_widget_add_css_class (status, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (status), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), status);
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (texts), bar);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (stop, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), stop);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ans_job_get_title (job), -1);

  g_object_bind_property (job, "status", status, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (job, "notify::fraction", G_CALLBACK (show_fraction), bar, 0);
  show_fraction (job, NULL, GTK_PROGRESS_BAR (bar));
  g_signal_connect_object (stop, "clicked", G_CALLBACK (ans_job_cancel), job, G_CONNECT_SWAPPED);
  return row;
}

void
ans_jobs_bar_add (AnsJobsBar *self, AnsJob *job)
{
  GtkWidget *row;

  g_return_if_fail (ANS_IS_JOBS_BAR (self));
  g_return_if_fail (ANS_IS_JOB (job));

  if (!ans_job_is_running (job))
    return;
  row = row_new (job);
  g_hash_table_insert (self->row_of, job, row);
  gtk_box_append (self->rows, row);
  g_ptr_array_add (self->jobs, g_object_ref (job));
  g_signal_connect_object (job, "notify::running", G_CALLBACK (job_ended), self, 0);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

AnsJob *
ans_jobs_bar_get_running (AnsJobsBar *self)
{
  g_return_val_if_fail (ANS_IS_JOBS_BAR (self), NULL);
  return self->jobs->len > 0 ? g_ptr_array_index (self->jobs, 0) : NULL;
}

void
ans_jobs_bar_cancel_all (AnsJobsBar *self)
{
  g_return_if_fail (ANS_IS_JOBS_BAR (self));
  for (guint i = 0; i < self->jobs->len; i++)
    ans_job_cancel (g_ptr_array_index (self->jobs, i));
}

static void
ans_jobs_bar_dispose (GObject *object)
{
  AnsJobsBar *self = ANS_JOBS_BAR (object);

  g_clear_pointer (&self->row_of, g_hash_table_unref);
  g_clear_pointer (&self->jobs, g_ptr_array_unref);
  /* AdwBin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_JOBS_BAR);
  G_OBJECT_CLASS (ans_jobs_bar_parent_class)->dispose (object);
}

static void
ans_jobs_bar_class_init (AnsJobsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_jobs_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-jobs-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsJobsBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, AnsJobsBar, rows);
}

static void
ans_jobs_bar_init (AnsJobsBar *self)
{
  self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
  self->row_of = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
