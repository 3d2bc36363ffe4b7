/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/ans-book.h"

G_BEGIN_DECLS

/**
 * AnsLastActions:
 *
 * What was done last in the book, each with its own “take back”.
 */
#define ANS_TYPE_LAST_ACTIONS (ans_last_actions_get_type ())
G_DECLARE_FINAL_TYPE (AnsLastActions, ans_last_actions, ANS, LAST_ACTIONS, AdwBin)

/** ans_last_actions_show: reads the history of @book, and again after each action. */
void ans_last_actions_show (AnsLastActions *self, AnsBook *book);

G_END_DECLS
