/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "registry/ans-problems.h"

G_BEGIN_DECLS

/** AnsProblemList: warnings and errors, one under the other, each with icon and words. */
#define ANS_TYPE_PROBLEM_LIST (ans_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (AnsProblemList, ans_problem_list, ANS, PROBLEM_LIST, GtkWidget)

AnsProblemList *ans_problem_list_new (void);

/** ans_problem_list_clear: takes all away; an empty list is not visible. */
void ans_problem_list_clear (AnsProblemList *self);
void ans_problem_list_add (AnsProblemList *self, AnsProblemSeverity severity, const char *message);
guint ans_problem_list_get_n (AnsProblemList *self);

G_END_DECLS
