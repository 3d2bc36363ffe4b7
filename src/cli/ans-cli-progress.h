/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ans-cli.h"
#include "store/ans-job.h"

G_BEGIN_DECLS

/**
 * AnsCliProgress:
 *
 * How far long work is, on stderr: one line rewritten on a terminal, a line for each tenth with
 * --progress elsewhere, nothing otherwise.
 */
typedef struct _AnsCliProgress AnsCliProgress;

AnsCliProgress *ans_cli_progress_new (AnsCli *cli, const char *title);
void ans_cli_progress_free (AnsCliProgress *self);

/** ans_cli_progress_report: @fraction 0–1; @status (nullable) is shown behind it. */
void ans_cli_progress_report (AnsCliProgress *self, double fraction, const char *status);

/**
 * ans_cli_progress_get_job:
 *
 * Returns: (transfer none): a job whose news are shown while the calling thread does its work;
 *   Ctrl-C cancels it
 */
AnsJob *ans_cli_progress_get_job (AnsCliProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsCliProgress, ans_cli_progress_free)

G_END_DECLS
