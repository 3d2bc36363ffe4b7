/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-connection.h"

G_BEGIN_DECLS

/** ans_migration_latest: the version of the schema that this program writes. */
int ans_migration_latest (void);

/**
 * ans_migration_run:
 * @from: PRAGMA user_version of the file
 *
 * Runs the numbered files of data/schema after @from, each in one transaction together with its
 * version.
 */
gboolean ans_migration_run (AnsConnection *connection, int from, GError **error);

G_END_DECLS
