/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"

G_BEGIN_DECLS

/** AnsSearchDialog: finds people and households while somebody types, and opens them. */
#define ANS_TYPE_SEARCH_DIALOG (ans_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AnsSearchDialog, ans_search_dialog, ANS, SEARCH_DIALOG, AdwDialog)

/** ans_search_dialog_present: Returns: (transfer none): the dialog */
AnsSearchDialog *ans_search_dialog_present (AnsWindow *window, AnsBook *book);

/** ans_search_dialog_set_text: as if @text had been typed. */
void ans_search_dialog_set_text (AnsSearchDialog *self, const char *text);

G_END_DECLS
