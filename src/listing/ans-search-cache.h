/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-search-table.h"

G_BEGIN_DECLS

/**
 * AnsSearchCache:
 *
 * The search table of a book, kept as long as somebody shows a list of it: filled on a thread, told
 * of changes one by one, and filled anew after a large one. Belongs to the thread of the book; only
 * ans_search_cache_view() may be called on any.
 */
typedef struct _AnsSearchCache AnsSearchCache;

/** ans_search_cache_hold: Returns: (transfer full): the cache of @book */
AnsSearchCache *ans_search_cache_hold (AnsBook *book);

/** ans_search_cache_release: the last one to release it takes it away, and stops what is filling.
 */
void ans_search_cache_release (AnsSearchCache *self);

/** ans_search_cache_fill: starts to fill it on a thread, unless it is full or that is under way. */
void ans_search_cache_fill (AnsSearchCache *self);

/** ans_search_cache_is_filling: for tests: whether a table is on its way. */
gboolean ans_search_cache_is_filling (AnsSearchCache *self);

/**
 * AnsSearchView:
 * @table: the book as it was
 * @gone: sorted places (guint) of the table of which it knows no longer
 * @late: (element-type AnsSearchLate): those who came or changed since
 *
 * What the cache knows at one moment. Immutable.
 */
typedef struct
{
  gatomicrefcount ref_count;
  AnsSearchTable *table;
  GArray *gone;
  GPtrArray *late;
  gint64 action;
} AnsSearchView;

typedef struct
{
  gatomicrefcount ref_count;
  gint64 id;
  AnsSearchTexts texts; /* owned */
} AnsSearchLate;

/**
 * ans_search_cache_view:
 *
 * Returns: (transfer full) (nullable): what is known of @book, if that is just what @connection
 *   sees: %NULL while the table is being filled, inside an action, and when another program wrote
 */
AnsSearchView *ans_search_cache_view (AnsBook *book, AnsConnection *connection);
void ans_search_view_unref (AnsSearchView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsSearchView, ans_search_view_unref)

G_END_DECLS
