/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plan/ans-figure-row.h"

G_BEGIN_DECLS

/** AnsFigureFilter: which indicators of the list are seen. */
typedef enum
{
  ANS_FIGURES_ALL,
  ANS_FIGURES_LATE, /* late or on the wrong side */
  ANS_FIGURES_ON_TIME,
  ANS_FIGURES_MET,     /* and not arisen */
  ANS_FIGURES_UNKNOWN, /* neither met nor not met */
  ANS_N_FIGURE_FILTERS,
} AnsFigureFilter;

/** ans_figure_filter_of: Returns: the filter, other than all, that shows what stands so */
AnsFigureFilter ans_figure_filter_of (AnsStanding standing);

/**
 * AnsFigureList:
 *
 * The indicators of a plan by area. Emits “opened” (#AnsFigure) when one is activated and
 * “target-edited” (#AnsFigureRow) when another target was typed.
 */
#define ANS_TYPE_FIGURE_LIST (ans_figure_list_get_type ())
G_DECLARE_FINAL_TYPE (AnsFigureList, ans_figure_list, ANS, FIGURE_LIST, AdwBin)

GtkWidget *ans_figure_list_new (gboolean editable);

/** ans_figure_list_update: shows @figures as they are now; rows of figures that are still there
 * stay. */
void ans_figure_list_update (AnsFigureList *self, AnsFigures *figures, gboolean writable);

void ans_figure_list_set_filter (AnsFigureList *self, AnsFigureFilter filter);
void ans_figure_list_set_narrow (AnsFigureList *self, gboolean narrow);

/** ans_figure_list_count: how many stand so, as shown last. */
void ans_figure_list_count (AnsFigureList *self, guint counts[ANS_N_STANDINGS]);

/** ans_figure_list_find: Returns: (transfer none) (nullable): the row of the indicator @code */
AnsFigureRow *ans_figure_list_find (AnsFigureList *self, const char *code);

/** ans_figure_list_get_focus: Returns: (transfer none) (nullable): the indicator of the row that
 * has the focus */
AnsFigure *ans_figure_list_get_focus (AnsFigureList *self);

/** ans_figure_list_focus: moves the cursor to the row of @code. */
void ans_figure_list_focus (AnsFigureList *self, const char *code);

G_END_DECLS
