/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-record.h"

G_BEGIN_DECLS

/**
 * AnsListingColumn:
 *
 * A column of a listing, made from a field of the register or computed beside it (age, number of
 * members, year of birth of men). Values are canonical text; ans_listing_column_display() makes
 * them readable.
 */
typedef struct
{
  const char *id;
  const char *title;       /* official Vietnamese heading */
  const char *group_title; /* (nullable): heading above it: Năm sinh over Nam, Nữ */
  const char *label;       /* English source (N_()) */
  AnsFieldKind kind;
  AnsFieldFlags flags;
  const AnsField *field;   /* (nullable): the field it shows */
  int width;               /* characters */
  int print_width;         /* millimetres, 0 = by content */
  const char *sql_now;     /* the value today */
  const char *sql_as_of;   /* (nullable): the value on day ?1, if other */
  const char *sort_now;    /* (nullable): what to sort by, if other */
  const char *sort_as_of;
} AnsListingColumn;

/**
 * AnsListingInfo:
 * @join_now, @join_as_of: (nullable): SQL after the table, “LEFT JOIN … ON …” of at most one row
 *   each, for columns of other registers; the latter on day ?1
 * @where_now, @where_as_of: (nullable): SQL condition that is what the list is; replaces
 *   exists_now and exists_as_of of the register and is never taken off by a filter
 * @depends: (nullable): tables whose changes may change any row of the list
 * @unit: (nullable): what is counted, in Vietnamese: hộ
 * @screen_columns: (nullable): ids of the columns that the screen shows until the officer chooses
 *   others, in their order; %NULL for those that say so themselves, %NULL-terminated
 *
 * A kind of list. `people` and `households` are listings.
 */
typedef struct
{
  const char *id;
  const char *title;             /* official Vietnamese title: Danh sách nhân khẩu */
  const char *label;             /* English source (N_()) */
  const AnsRegister *reg;
  const AnsListingColumn *extra; /* computed columns beside the fields; ends with an id of NULL */
  const char *default_sort;      /* column id */
  const char *const *print_columns; /* column ids of the official printed list */
  const char *join_now;
  const char *join_as_of;
  const char *where_now;
  const char *where_as_of;
  const char *const *depends;
  const char *unit;
  const char *short_label;       /* (nullable): label of a tab, of context “tab”, if it is long */
  const char *const *screen_columns;
  const char *opens;             /* (nullable): a reference of the row; Enter opens what it names */
} AnsListingInfo;

extern const AnsListingInfo ans_listing_people;
extern const AnsListingInfo ans_listing_households;
extern const AnsListingInfo ans_listing_villages;
extern const AnsListingInfo ans_listing_units;

const AnsListingInfo *const *ans_listing_infos (guint *n);

/** ans_listing_infos_add: makes the program know a kind of list of an upper room. @info is static
 * and its register known. Before there are other threads. */
void ans_listing_infos_add (const AnsListingInfo *info);
const AnsListingInfo *ans_listing_info_find (const char *id);

/** ans_listing_info_of_book: Returns: (transfer none): @info with the columns that the office of
 * @book added; kept as long as the program runs */
const AnsListingInfo *ans_listing_info_of_book (AnsBook *book, const AnsListingInfo *info);

/** ans_listing_info_get_columns: all columns; @n is their number. */
const AnsListingColumn *ans_listing_info_get_columns (const AnsListingInfo *info, guint *n);
const AnsListingColumn *ans_listing_info_get_column (const AnsListingInfo *info, const char *id);

/** ans_listing_column_display: Returns: (transfer full): @value as a person reads it */
char *ans_listing_column_display (AnsBook *book, const AnsListingColumn *column,
                                  const char *value);

#define ANS_TYPE_LISTING (ans_listing_get_type ())
G_DECLARE_FINAL_TYPE (AnsListing, ans_listing, ANS, LISTING, GObject)

/**
 * AnsListing:
 *
 * A question to the book: kind of list, day, village, filters, search, order, grouping. Immutable
 * parts of the answer (ids, counts, rows) are asked of it on any connection. Emits “changed” when
 * the question changes.
 */
AnsListing *ans_listing_new (AnsBook *book, const AnsListingInfo *info);
AnsListing *ans_listing_copy (AnsListing *self);

AnsBook *ans_listing_get_book (AnsListing *self);
const AnsListingInfo *ans_listing_get_info (AnsListing *self);

/** ans_listing_set_as_of: @iso is a day, or %NULL for today (the present state of the book). */
void ans_listing_set_as_of (AnsListing *self, const char *iso);
const char *ans_listing_get_as_of (AnsListing *self);
void ans_listing_set_search (AnsListing *self, const char *text);
const char *ans_listing_get_search (AnsListing *self);

/** ans_listing_set_village: id of a village, 0 for all. */
void ans_listing_set_village (AnsListing *self, gint64 village);
gint64 ans_listing_get_village (AnsListing *self);

/**
 * ans_listing_set_filter:
 * @value: canonical value, several separated by "|"; "" for “is empty”; %NULL takes the filter off
 *
 * Returns: %FALSE if there is no such column
 */
gboolean ans_listing_set_filter (AnsListing *self, const char *column, const char *value);
const char *ans_listing_get_filter (AnsListing *self, const char *column);

/** ans_listing_get_filters: Returns: (transfer container): names of the filtered columns */
GPtrArray *ans_listing_get_filters (AnsListing *self);
void ans_listing_clear_filters (AnsListing *self);

/**
 * ans_listing_set_rows:
 * @ids: (nullable) (element-type gint64): rows that somebody ticked; %NULL takes the choice off
 * @except: whether these are left out, instead of being all there is
 *
 * Narrows the list to a hand-made choice; all other conditions hold beside it.
 */
void ans_listing_set_rows (AnsListing *self, const GArray *ids, gboolean except);
gboolean ans_listing_set_sort (AnsListing *self, const char *column, gboolean descending);
const char *ans_listing_get_sort (AnsListing *self, gboolean *descending);
void ans_listing_set_grouped (AnsListing *self, gboolean by_village);
gboolean ans_listing_get_grouped (AnsListing *self);

/** AnsListingGroup: a village's part of a grouped list. */
typedef struct
{
  gint64 village;
  char *title;
  guint start; /* index of its first row */
  guint count;
} AnsListingGroup;

/** AnsListingResult: the ordered ids, and the groups if asked for. */
typedef struct
{
  gatomicrefcount ref_count;
  GArray *ids;       /* gint64 */
  GPtrArray *groups; /* (nullable) AnsListingGroup */
  gboolean complete; /* FALSE for a first page: there are more */
} AnsListingResult;

/** ans_listing_result_new: Returns: (transfer full): an empty answer */
AnsListingResult *ans_listing_result_new (void);
AnsListingResult *ans_listing_result_ref (AnsListingResult *self);
void ans_listing_result_unref (AnsListingResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsListingResult, ans_listing_result_unref)

/**
 * ans_listing_run:
 * @connection: where to ask; the book's own, or a reader on another thread
 * @limit: at most so many rows, 0 for all
 */
AnsListingResult *ans_listing_run (AnsListing *self, AnsConnection *connection, guint limit,
                                   GError **error);

/** ans_listing_count: number of rows, or -1 on an error. */
gint64 ans_listing_count (AnsListing *self, AnsConnection *connection, GError **error);

/**
 * ans_listing_count_by_village:
 *
 * Returns: (transfer full) (nullable) (element-type gint64 gint64): number of rows of each village
 *   that has some; under 0 those without a village. %NULL if the list has no villages, or on an
 *   error
 */
GHashTable *ans_listing_count_by_village (AnsListing *self, AnsConnection *connection,
                                          GError **error);

/** AnsRowFunc: @values are canonical, one for each asked column, %NULL for nothing */
typedef gboolean (*AnsListingRowFunc) (gint64 id, const char *const *values, gpointer data);

/**
 * ans_listing_fetch:
 * @ids: the rows, in the order in which @func gets them
 * @columns: (nullable): ids of columns, %NULL-terminated; %NULL for all
 *
 * Values of some rows.
 */
gboolean ans_listing_fetch (AnsListing *self, AnsConnection *connection, const gint64 *ids,
                            guint n_ids, const char *const *columns, AnsListingRowFunc func,
                            gpointer data, GError **error);

/**
 * ans_listing_compare:
 *
 * Order of two rows in this listing (negative, zero, positive), for placing one changed row.
 */
int ans_listing_compare (AnsListing *self, AnsConnection *connection, gint64 a, gint64 b);

/** ans_listing_contains: whether the row belongs to the list now. */
gboolean ans_listing_contains (AnsListing *self, AnsConnection *connection, gint64 id);

/** ans_listing_touched: Returns: (transfer full) (nullable): ids of this listing that @changes may
 * have changed; %NULL when too many to tell */
GArray *ans_listing_touched (AnsListing *self, AnsConnection *connection, AnsChanges *changes);

G_END_DECLS
