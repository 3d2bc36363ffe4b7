/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-document.h"

G_BEGIN_DECLS

gboolean ans_odt_writer_write (AnsDocument *document,
                               const char *path,
                               GCancellable *cancellable,
                               AnsDocumentProgress progress,
                               gpointer progress_data,
                               GError **error);

G_END_DECLS
