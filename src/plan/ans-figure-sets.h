/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-area.h"

G_BEGIN_DECLS

/**
 * AnsFigureSets:
 *
 * The lists that figures count, each with its rows by village. Lists of one kind and one day are
 * read in one pass; which rows they hold is remembered, so that after an edit only the touched rows
 * are asked again. Villages have slots: 0 is “no village”.
 */
typedef struct _AnsFigureSets AnsFigureSets;
typedef struct _AnsFigureSet AnsFigureSet;

AnsFigureSets *ans_figure_sets_new (AnsBook *book);
void ans_figure_sets_free (AnsFigureSets *self);

/** ans_figure_sets_begin: says that only sets added from now on are wanted. */
void ans_figure_sets_begin (AnsFigureSets *self);

/**
 * ans_figure_sets_add:
 * @as_of: (nullable): ISO day, %NULL for the present state
 * @from, @to: the period, for parts with a date column
 * @column: (nullable): the column whose values are gathered; the same for all lists of a kind
 *
 * Returns: (transfer none) (nullable): the list of @part, to be counted by
 *   ans_figure_sets_update(); %NULL if the program does not know it
 */
AnsFigureSet *ans_figure_sets_add (AnsFigureSets *self,
                                   const AnsFigurePart *part,
                                   const char *as_of,
                                   const char *from,
                                   const char *to,
                                   const char *column);

/** ans_figure_sets_update: counts what is not counted yet, forgets what is not wanted. */
gboolean ans_figure_sets_update (AnsFigureSets *self, AnsConnection *connection, GError **error);

/** ans_figure_sets_refresh: brings all counts up to date with @changes. */
gboolean ans_figure_sets_refresh (AnsFigureSets *self,
                                  AnsConnection *connection,
                                  AnsChanges *changes,
                                  GError **error);

/** ans_figure_sets_forget: all must be counted anew. */
void ans_figure_sets_forget (AnsFigureSets *self);

/** ans_figure_sets_get_slot: Returns: the slot of @village, made if there is none */
guint ans_figure_sets_get_slot (AnsFigureSets *self, gint64 village);

guint ans_figure_sets_get_n_slots (AnsFigureSets *self);

/** ans_figure_sets_get_village: Returns: id of the village that has @slot, 0 for none */
gint64 ans_figure_sets_get_village (AnsFigureSets *self, guint slot);

/** ans_figure_set_count: rows of the village in @slot, of all for -1 */
gint64 ans_figure_set_count (AnsFigureSet *self, int slot);

/** ans_figure_set_is_known: whether the register behind the list had any entry by then: without
 * one there is no figure, which is not the same as 0. */
gboolean ans_figure_set_is_known (AnsFigureSet *self);

/** ans_figure_set_has_villages: whether its rows have villages. */
gboolean ans_figure_set_has_villages (AnsFigureSet *self);

/** ans_figure_set_get_values: Returns: (transfer container) (element-type utf8): the values of the
 * column that the rows have, without an order */
GPtrArray *ans_figure_set_get_values (AnsFigureSet *self);

/** ans_figure_set_get_listing: Returns: (transfer none): the list itself */
AnsListing *ans_figure_set_get_listing (AnsFigureSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsFigureSets, ans_figure_sets_free)

G_END_DECLS
