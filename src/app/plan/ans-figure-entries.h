/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plan/ans-figures.h"

G_BEGIN_DECLS

/**
 * AnsFigureEntries:
 *
 * What was entered by hand for an indicator, newest first. Emits “opened” (gint64: id of the
 * entry).
 */
#define ANS_TYPE_FIGURE_ENTRIES (ans_figure_entries_get_type ())
G_DECLARE_FINAL_TYPE (AnsFigureEntries, ans_figure_entries, ANS, FIGURE_ENTRIES, AdwBin)

void ans_figure_entries_show (AnsFigureEntries *self, AnsBook *book, AnsFigure *figure);

G_END_DECLS
