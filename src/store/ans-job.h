/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ANS_TYPE_JOB (ans_job_get_type ())
G_DECLARE_FINAL_TYPE (AnsJob, ans_job, ANS, JOB, GObject)

/**
 * AnsJob:
 *
 * Long work as a person sees it. Properties: “title” (string), “fraction” (double 0–1, -1 while
 * unknown), “status” (string, e.g. “3.100 of 5.000 rows”), “running” (boolean). The worker calls
 * ans_job_report() from its thread; news reach the main context at most every 100 ms.
 */
AnsJob *ans_job_new (const char *title);
const char *ans_job_get_title (AnsJob *self);
GCancellable *ans_job_get_cancellable (AnsJob *self);
void ans_job_cancel (AnsJob *self);

/** ans_job_report: from any thread. Returns: %FALSE when the work should stop */
gboolean ans_job_report (AnsJob *self, double fraction, const char *status);
gboolean ans_job_is_running (AnsJob *self);

/**
 * ans_job_run:
 * @work: runs on a worker thread; its result goes to ans_job_run_finish()
 */
void ans_job_run (AnsJob *self, GTaskThreadFunc work, gpointer data, GDestroyNotify free_data,
                  GAsyncReadyCallback callback, gpointer user_data);
gpointer ans_job_run_finish (AnsJob *self, GAsyncResult *result, GError **error);

G_END_DECLS
