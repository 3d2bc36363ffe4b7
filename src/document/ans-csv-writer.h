/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-document.h"

G_BEGIN_DECLS

/**
 * AnsCsvFlags:
 * @ANS_CSV_NONE: for another program: UTF-8 without BOM
 * @ANS_CSV_BOM: begins with a byte order mark, without which Excel takes UTF-8 for something else
 * @ANS_CSV_PRINTED: cells as on paper (31/05/2022, 1.234.567) instead of canonical (2022-05-31,
 * 1234567)
 * @ANS_CSV_EXACT: leaves texts alone that a spreadsheet would take for a formula. Only for a reader
 * that is known not to be one
 */
typedef enum
{
  ANS_CSV_NONE = 0,
  ANS_CSV_BOM = 1 << 0,
  ANS_CSV_PRINTED = 1 << 1,
  ANS_CSV_EXACT = 1 << 2,
} AnsCsvFlags;

gboolean ans_csv_writer_write (AnsDocument *document,
                               const char *path,
                               AnsCsvFlags flags,
                               GCancellable *cancellable,
                               AnsDocumentProgress progress,
                               gpointer progress_data,
                               GError **error);
gboolean ans_csv_writer_write_stream (AnsDocument *document,
                                      GOutputStream *stream,
                                      AnsCsvFlags flags,
                                      GCancellable *cancellable,
                                      AnsDocumentProgress progress,
                                      gpointer progress_data,
                                      GError **error);

G_END_DECLS
