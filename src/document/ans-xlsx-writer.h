/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-document.h"

G_BEGIN_DECLS

gboolean ans_xlsx_writer_write (AnsDocument *document,
                                const char *path,
                                GCancellable *cancellable,
                                AnsDocumentProgress progress,
                                gpointer progress_data,
                                GError **error);
gboolean ans_xlsx_writer_write_split (AnsDocument *document,
                                      const char *path,
                                      guint sheet_rows,
                                      GCancellable *cancellable,
                                      AnsDocumentProgress progress,
                                      gpointer progress_data,
                                      GError **error);

G_END_DECLS
