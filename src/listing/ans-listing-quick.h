/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing-sql.h"

G_BEGIN_DECLS

/**
 * ans_listing_run_quick:
 * @handled: (out): whether the search table of the book could answer; if not, nothing was done
 *
 * Answers a search from the table in memory: as ans_listing_run(), several times to thousands of
 * times as quick.
 */
gboolean ans_listing_run_quick (AnsListingSql *parts,
                                AnsConnection *connection,
                                guint limit,
                                AnsListingResult *result,
                                gboolean *handled,
                                GError **error);

G_END_DECLS
