/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ans-job.h"

/* News reach the main context at most so often. */
#define REPORT_INTERVAL (100 * G_TIME_SPAN_MILLISECOND)

struct _AnsJob
{
  GObject parent_instance;

  char *title;
  GCancellable *cancellable;
  gboolean running;
  double fraction;
  char *status;

  GMutex mutex; /* guards what follows */
  double next_fraction;
  char *next_status;
  gint64 last_report;
  guint pending; /* source that will tell, or 0 */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FRACTION,
  PROP_STATUS,
  PROP_RUNNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AnsJob, ans_job, G_TYPE_OBJECT)

static void
ans_job_finalize (GObject *object)
{
  AnsJob *self = ANS_JOB (object);

  g_free (self->title);
  g_free (self->status);
  g_free (self->next_status);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (ans_job_parent_class)->finalize (object);
}

static void
ans_job_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  AnsJob *self = ANS_JOB (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ans_job_class_init (AnsJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ans_job_finalize;
  object_class->get_property = ans_job_get_property;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS] =
      g_param_spec_string ("status", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ans_job_init (AnsJob *self)
{
  g_mutex_init (&self->mutex);
  self->cancellable = g_cancellable_new ();
  self->fraction = -1;
  self->next_fraction = -1;
}

AnsJob *
ans_job_new (const char *title)
{
  AnsJob *self = g_object_new (ANS_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
ans_job_get_title (AnsJob *self)
{
  return self->title;
}

GCancellable *
ans_job_get_cancellable (AnsJob *self)
{
  return self->cancellable;
}

void
ans_job_cancel (AnsJob *self)
{
  g_cancellable_cancel (self->cancellable);
}

gboolean
ans_job_is_running (AnsJob *self)
{
  return self->running;
}

static gboolean
tell (gpointer data)
{
  AnsJob *self = data;

  g_mutex_lock (&self->mutex);
  self->pending = 0;
  self->last_report = g_get_monotonic_time ();
  self->fraction = self->next_fraction;
  g_set_str (&self->status, self->next_status);
  g_mutex_unlock (&self->mutex);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  return G_SOURCE_REMOVE;
}

gboolean
ans_job_report (AnsJob *self, double fraction, const char *status)
{
  gint64 now = g_get_monotonic_time ();

  if (self == NULL)
    return TRUE;

  g_mutex_lock (&self->mutex);
  self->next_fraction = CLAMP (fraction, -1, 1);
  g_set_str (&self->next_status, status);
  if (self->pending == 0 && now - self->last_report >= REPORT_INTERVAL)
    self->pending = g_idle_add_full (G_PRIORITY_DEFAULT, tell, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->mutex);
  return !g_cancellable_is_cancelled (self->cancellable);
}

static void
tell_last (AnsJob *self)
{
  g_mutex_lock (&self->mutex);
  g_clear_handle_id (&self->pending, g_source_remove);
  g_mutex_unlock (&self->mutex);
  tell (self);
}

static void
set_running (AnsJob *self, gboolean running)
{
  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
job_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnsJob *self = ANS_JOB (source);
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  /* What was reported last may have come too soon after the report before it. */
  tell_last (self);
  set_running (self, FALSE);
  if (error != NULL)
    g_task_return_error (outer, error);
  else
    g_task_return_pointer (outer, value, NULL);
}

void
ans_job_run (AnsJob *self,
             GTaskThreadFunc work,
             gpointer data,
             GDestroyNotify free_data,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *outer;

  g_return_if_fail (ANS_IS_JOB (self));
  g_return_if_fail (!self->running);

  outer = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (outer, ans_job_run);
  inner = g_task_new (self, self->cancellable, job_done, outer);
  g_task_set_source_tag (inner, ans_job_run);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, data, free_data);
  set_running (self, TRUE);
  g_task_run_in_thread (inner, work);
}

gpointer
ans_job_run_finish (AnsJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
