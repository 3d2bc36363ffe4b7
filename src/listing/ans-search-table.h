/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-search.h"

G_BEGIN_DECLS

/**
 * AnsSearchTable:
 *
 * What people are found by, in memory, in the order of their names: about 20 bytes each, so that a
 * search reads a million of them in a few milliseconds and stops when a page is full. Immutable;
 * any thread may read it.
 */
typedef struct _AnsSearchTable AnsSearchTable;

/**
 * ans_search_table_new:
 * @connection: a reader; what it sees at the start is what the table holds
 *
 * Returns: (transfer full) (nullable): %NULL with @error set on an error, without if the book has
 *   texts that do not fit
 */
AnsSearchTable *ans_search_table_new (AnsConnection *connection, GError **error);
AnsSearchTable *ans_search_table_ref (AnsSearchTable *self);
void ans_search_table_unref (AnsSearchTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsSearchTable, ans_search_table_unref)

/** ans_search_table_get_action: the last action that it knows of. */
gint64 ans_search_table_get_action (AnsSearchTable *self);
guint ans_search_table_get_n (AnsSearchTable *self);

/** ans_search_table_get_place: where the person is in it, or G_MAXUINT. */
guint ans_search_table_get_place (AnsSearchTable *self, gint64 id);

/**
 * ans_search_table_suits:
 *
 * Returns: whether @search can be answered: long numbers and many words are the full-text index's
 */
gboolean ans_search_table_suits (AnsSearchTable *self, const AnsSearch *search);

/** AnsSearchScan: where a scan has come to. */
typedef struct _AnsSearchScan AnsSearchScan;

/**
 * ans_search_scan_new:
 * @gone: sorted places (guint) that are left out, since what is there has changed; must outlive
 *   the scan, as @search must
 */
AnsSearchScan *
ans_search_scan_new (AnsSearchTable *table, const AnsSearch *search, const GArray *gone);
void ans_search_scan_free (AnsSearchScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsSearchScan, ans_search_scan_free)

/**
 * ans_search_scan_run:
 * @enough: stop when so many of the best rank that can be were found
 *
 * Goes on from where it stopped. Returns: %FALSE at the end of the table
 */
gboolean ans_search_scan_run (AnsSearchScan *self, guint enough);

/** ans_search_scan_get_best: nobody in the table is of a better rank. */
AnsSearchRank ans_search_scan_get_best (AnsSearchScan *self);

/** ans_search_scan_get_found: ids (guint32) found so far, in the order of names. */
const GArray *ans_search_scan_get_found (AnsSearchScan *self, AnsSearchRank rank);

G_END_DECLS
