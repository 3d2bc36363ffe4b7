/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/ans-job.h"

G_BEGIN_DECLS

/**
 * AnsJobsBar:
 *
 * A row for each job that runs: what it does, how far it is, and a button to stop it. Hidden while
 * there is none.
 */
#define ANS_TYPE_JOBS_BAR (ans_jobs_bar_get_type ())
G_DECLARE_FINAL_TYPE (AnsJobsBar, ans_jobs_bar, ANS, JOBS_BAR, AdwBin)

/** ans_jobs_bar_add: shows @job until it ends. */
void ans_jobs_bar_add (AnsJobsBar *self, AnsJob *job);

/** ans_jobs_bar_get_running: Returns: (transfer none) (nullable): one of the running jobs */
AnsJob *ans_jobs_bar_get_running (AnsJobsBar *self);

/** ans_jobs_bar_cancel_all: asks all jobs to stop. */
void ans_jobs_bar_cancel_all (AnsJobsBar *self);

G_END_DECLS
