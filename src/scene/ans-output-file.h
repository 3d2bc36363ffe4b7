/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that appears whole or not at all: written beside its place, put there by a rename. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnsOutputError:
 * @ANS_OUTPUT_ERROR_WRITE: the file could not be written
 * @ANS_OUTPUT_ERROR_NO_SPACE: the disk is full
 */
typedef enum
{
  ANS_OUTPUT_ERROR_WRITE,
  ANS_OUTPUT_ERROR_NO_SPACE,
} AnsOutputError;

#define ANS_OUTPUT_ERROR (ans_output_error_quark ())
GQuark ans_output_error_quark (void);

/** ans_output_error_set: what the system says of @path, in words that tell what to do; @code: an
 * errno */
void ans_output_error_set (GError **error, const char *path, int code);

typedef struct _AnsOutputFile AnsOutputFile;

AnsOutputFile *ans_output_file_new (const char *path, GError **error);
void ans_output_file_free (AnsOutputFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsOutputFile, ans_output_file_free)

const char *ans_output_file_get_temporary (AnsOutputFile *self);
gboolean ans_output_file_write (AnsOutputFile *self, const void *data, gsize length);
void ans_output_file_fail (AnsOutputFile *self, int code);
gboolean ans_output_file_commit (AnsOutputFile *self, GError **error);

G_END_DECLS
