/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-workbook.h"

G_BEGIN_DECLS

/**
 * ans_read_ahead:
 * @func: (scope call): called on this thread with each row; %FALSE stops
 * @fraction: (out): how much is read, kept up to date for @func
 *
 * Like ans_workbook_read_sheet(), but unpacks and parses on a thread of its own while @func is at
 * work. @workbook is not to be used meanwhile.
 */
gboolean ans_read_ahead (AnsWorkbook *workbook,
                         guint sheet,
                         AnsRowFunc func,
                         gpointer data,
                         double *fraction,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
