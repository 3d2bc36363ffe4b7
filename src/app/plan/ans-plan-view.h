/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plan/ans-plan-source.h"

G_BEGIN_DECLS

/** AnsPlanLayout: how much room there is. */
typedef enum
{
  ANS_PLAN_WIDE,
  ANS_PLAN_MEDIUM, /* no room for two columns */
  ANS_PLAN_NARROW, /* a telephone's width */
} AnsPlanLayout;

/**
 * AnsPlanView:
 *
 * What a page about the plan shows inside of its frame, #AnsPlanPage.
 */
#define ANS_TYPE_PLAN_VIEW (ans_plan_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (AnsPlanView, ans_plan_view, ANS, PLAN_VIEW, AdwBin)

/**
 * AnsPlanViewClass:
 * @refresh: shows the plan as it is now; ans_plan_view_get_figures() is %NULL while the numbers are
 *   on their way. Only called for a book with a plan
 * @relayout: (nullable): the room changed
 * @show_clashes: (nullable): @found is what does not agree with itself (#AnsContradiction); looked
 *   for when nothing else is to be done, because the lists behind all numbers are counted for it
 * @edit: (nullable): opens the form of what has the focus (F2). Returns: %FALSE if nothing has
 */
struct _AnsPlanViewClass
{
  AdwBinClass parent_class;

  void (*refresh) (AnsPlanView *self);
  void (*relayout) (AnsPlanView *self);
  void (*show_clashes) (AnsPlanView *self, GPtrArray *found);
  gboolean (*edit) (AnsPlanView *self);
};

/** ans_plan_view_set_source: tells where the view is, before it is shown. */
void ans_plan_view_set_source (AnsPlanView *self, AnsWindow *window, AnsPlanSource *source);

/** ans_plan_view_get_window: Returns: (transfer none) (nullable) */
AnsWindow *ans_plan_view_get_window (AnsPlanView *self);
AnsPlanSource *ans_plan_view_get_source (AnsPlanView *self);
AnsBook *ans_plan_view_get_book (AnsPlanView *self);

/** ans_plan_view_get_figures: Returns: (transfer none) (nullable): %NULL before they are computed
 */
AnsFigures *ans_plan_view_get_figures (AnsPlanView *self);

/** ans_plan_view_can_write: whether the book may be changed. */
gboolean ans_plan_view_can_write (AnsPlanView *self);

AnsPlanLayout ans_plan_view_get_layout (AnsPlanView *self);
void ans_plan_view_set_layout (AnsPlanView *self, AnsPlanLayout layout);

void ans_plan_view_refresh (AnsPlanView *self);

/** ans_plan_view_open_figure: shows the page of @figure. */
void ans_plan_view_open_figure (AnsPlanView *self, AnsFigure *figure);

/**
 * ans_plan_view_save:
 * @record: with what was changed
 *
 * Saves one edit as an action of its own and says so with “Undo”.
 *
 * Returns: %FALSE after telling why not
 */
gboolean ans_plan_view_save (AnsPlanView *self, AnsRecord *record);

/** ans_plan_view_new_empty: Returns: (transfer floating): says @title where nothing is yet, with a
 * button called @add (nullable) for page.add; not shown at first */
GtkWidget *ans_plan_view_new_empty (const char *title, const char *add);

/** ans_plan_view_edit: the form of the entry @id of @reg, 0 for a new one of this plan. */
void ans_plan_view_edit (AnsPlanView *self, const AnsRegister *reg, gint64 id);

G_END_DECLS
