/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "policy/ans-rate-table.h"

G_BEGIN_DECLS

/** ans_law_rate_dialog_present: asks for the row that a new decree gives after @last (copied), with
 * what it changes for the people of @book. Returns: (transfer none): the dialog */
AdwDialog *ans_law_rate_dialog_present (AnsWindow *window, AnsBook *book, const AnsRate *last);

G_END_DECLS
