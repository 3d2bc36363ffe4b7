/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "listing/ans-listing.h"
#include "text/ans-date.h"

G_BEGIN_DECLS

/**
 * AnsTodo:
 * @starts: first day of a campaign, otherwise the same as @due
 * @detail: (nullable): what is behind it, in Vietnamese
 * @reg, @id: (nullable): the entry to open
 * @list: (nullable): the list to open instead
 *
 * Something to do, with its day.
 */
typedef struct
{
  AnsDate starts;
  AnsDate due;
  char *title;
  char *detail;
  const AnsRegister *reg;
  gint64 id;
  AnsListing *list;
} AnsTodo;

void ans_todo_free (AnsTodo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsTodo, ans_todo_free)

/**
 * ans_todo_collect:
 * @plan: id of the plan whose tasks are meant, 0 for none
 * @today: the day on which one asks
 *
 * What falls due within the next weeks: the officer's calendar, tasks that are not finished, and
 * people who reach an age that changes what they are entitled to (domain.md §2.6, appendix A). What
 * is overdue comes first.
 *
 * Returns: (transfer full) (element-type AnsTodo): in the order of their days
 */
GPtrArray *ans_todo_collect (AnsBook *book, gint64 plan, AnsDate today);

/** ans_todo_remaining: Returns: (transfer full): “còn 5 ngày”, “quá 2 ngày”, “hôm nay” */
char *ans_todo_remaining (const AnsTodo *self, AnsDate today);

G_END_DECLS
