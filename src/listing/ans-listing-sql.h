/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing-private.h"
#include "listing/ans-search.h"

G_BEGIN_DECLS

/**
 * AnsListingSql:
 *
 * The parts of a listing's question in SQL. Parameters: ?1 is the day, ?2 the village, ?3 the
 * full-text query, ?4 a JSON array of ids, from ?5 on the values of filters and search words.
 */
typedef struct
{
  AnsListing *listing;
  char *from;         /* person p LEFT JOIN … */
  GString *where;     /* conditions without the search */
  char *order;        /* expressions of ORDER BY, the rank of a search left out */
  AnsSearch *search;  /* (nullable) */
  char *rank_call;    /* (nullable) expression: rank of the row in the search, NULL if not found */
  const char *rank;   /* (nullable) the same, if the list is ordered by it first */
  char *village;      /* (nullable) expression of the village */
  GPtrArray *values;  /* bound from ?5 on */
} AnsListingSql;

AnsListingSql *ans_listing_sql_new (AnsListing *listing);
void ans_listing_sql_free (AnsListingSql *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsListingSql, ans_listing_sql_free)

/** ans_listing_sql_column: the expression of @column on the listing's day. */
const char *ans_listing_sql_column (AnsListing *listing, const AnsListingColumn *column);

/** ans_listing_sql_sort: the expression by which @column sorts on the listing's day. */
const char *ans_listing_sql_sort (AnsListing *listing, const AnsListingColumn *column);

/** ans_listing_sql_append_where: “ WHERE …” with @extra (nullable), if there is any condition. */
void ans_listing_sql_append_where (AnsListingSql *self, GString *sql, const char *extra);

/** ans_listing_sql_bind: binds what the listing says; @village and @ids_json as in ?2 and ?4. */
void ans_listing_sql_bind (AnsListingSql *self, AnsStatement *statement, gint64 village,
                           const char *ids_json);

/** ans_listing_sql_next_parameter: adds a value and returns its “?N” (transfer full). */
char *ans_listing_sql_next_parameter (AnsListingSql *self, const char *value);

/** AnsListingRanks: ids (gint64) on their way into a result, those of a better rank first. */
typedef struct
{
  GArray *ids[ANS_SEARCH_N_RANKS];
} AnsListingRanks;

void ans_listing_ranks_init (AnsListingRanks *self);
void ans_listing_ranks_clear (AnsListingRanks *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AnsListingRanks, ans_listing_ranks_clear)

/** ans_listing_ranks_append_to: adds them to @ids, until it has @limit of them; 0 for all. */
void ans_listing_ranks_append_to (AnsListingRanks *self, GArray *ids, guint limit);

G_END_DECLS
