/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-area.h"

G_BEGIN_DECLS

/* The plan that comes with the program. */
#define ANS_PLAN_SHIPPED "hoang-phu-2022"

/** ans_plan_init: makes the program know the areas and the registers of the plan. Once, at the
 * start of a program, before a book is opened and before there are other threads. */
void ans_plan_init (void);

/** ans_plan_shipped: Returns: (transfer full): ids of the plans that come with the program,
 * %NULL-terminated */
char **ans_plan_shipped (void);

/**
 * ans_plan_load:
 * @id: one of ans_plan_shipped()
 *
 * Writes a shipped plan into @book, with its indicators, tasks, documents and responsible bodies,
 * and the officer's usual deadlines if the book has none: one action. Refused if the book has a
 * plan of that year.
 *
 * Returns: id of the plan, 0 on an error
 */
gint64 ans_plan_load (AnsBook *book, const char *id, GError **error);

/**
 * ans_plan_copy_to_year:
 * @plan: id of a plan
 *
 * Makes the plan of another year after @plan: indicators with their targets, shares of villages,
 * tasks (not begun, their days moved by whole years) and documents. Results are not copied; number,
 * date and signer are left to be written. One action; refused if the book has a plan of @year.
 *
 * Returns: id of the new plan, 0 on an error
 */
gint64 ans_plan_copy_to_year (AnsBook *book, gint64 plan, int year, GError **error);

/** ans_plan_find_year: Returns: id of the plan of @year, 0 if there is none */
gint64 ans_plan_find_year (AnsBook *book, int year);

/**
 * ans_plan_find_current:
 * @day: (nullable): ISO day; %NULL for today
 *
 * Returns: id of the plan whose period holds @day, otherwise the latest that began before it,
 *   otherwise the first there is; 0 if there is none
 */
gint64 ans_plan_find_current (AnsBook *book, const char *day);

G_END_DECLS
