/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-page-layout.h"

G_BEGIN_DECLS

gboolean ans_pdf_writer_write (AnsPageLayout *layout,
                               const char *path,
                               GCancellable *cancellable,
                               AnsDocumentProgress progress,
                               gpointer progress_data,
                               GError **error);

G_END_DECLS
