/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/**
 * AnsTodoList:
 *
 * Things to do with their days, the next ones first; each opens what it is about.
 */
#define ANS_TYPE_TODO_LIST (ans_todo_list_get_type ())
G_DECLARE_FINAL_TYPE (AnsTodoList, ans_todo_list, ANS, TODO_LIST, AdwBin)

/** ans_todo_list_show: reads what is to be done now. */
void ans_todo_list_show (AnsTodoList *self, AnsWindow *window, AnsBook *book, gint64 plan);

/** ans_todo_list_set_limit: how many are shown. */
void ans_todo_list_set_limit (AnsTodoList *self, guint limit);

G_END_DECLS
