/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-import-private.h"

G_BEGIN_DECLS

/**
 * ans_import_feed_start:
 * @job: (nullable): progress and cancelling of the reading
 *
 * Begins the dry run on a thread of its own. Until ans_import_feed_finish() only that thread
 * touches @import's rows and counts, but for the rows that were handed over.
 */
AnsImportFeed *ans_import_feed_start (AnsImport *import, AnsJob *job);

/** ans_import_feed_add: hands a row over that was decided. Returns: %FALSE if no more are wanted */
gboolean ans_import_feed_add (AnsImportFeed *self, AnsImportRow *row);

/** ans_import_feed_next: Returns: (transfer none) (nullable): the next row, %NULL after the last */
AnsImportRow *ans_import_feed_next (AnsImportFeed *self);

/**
 * ans_import_feed_finish:
 *
 * Stops the reading if it still goes on, waits for its end, and frees @self.
 *
 * Returns: whether all was read
 */
gboolean ans_import_feed_finish (AnsImportFeed *self, GError **error);

G_END_DECLS
