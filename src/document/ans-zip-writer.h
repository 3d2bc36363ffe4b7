/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a zip file, written one after the other without knowing their length. */
#pragma once

#include "scene/ans-output-file.h"

G_BEGIN_DECLS

typedef struct _AnsZipWriter AnsZipWriter;

AnsZipWriter *ans_zip_writer_new (AnsOutputFile *file);
void ans_zip_writer_begin (AnsZipWriter *self, const char *name, gboolean compress);
void ans_zip_writer_add (AnsZipWriter *self, const char *data, gsize length);
void ans_zip_writer_finish (AnsZipWriter *self);

G_END_DECLS
