/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "listing/ans-row-model.h"
#include "store/ans-job.h"

G_BEGIN_DECLS

#define ANS_TYPE_WINDOW (ans_window_get_type ())
G_DECLARE_FINAL_TYPE (AnsWindow, ans_window, ANS, WINDOW, AdwApplicationWindow)

/**
 * AnsWindow:
 *
 * The one window: the first-run page without a book, else the areas of the open book. Properties:
 * “book” (#AnsBook, nullable), “as-of” (string, nullable: the day asked for, %NULL for today).
 */
AnsWindow *ans_window_new (GtkApplication *application);

/** ans_window_get_book: Returns: (transfer none) (nullable): the open book */
AnsBook *ans_window_get_book (AnsWindow *self);

/** ans_window_set_book: shows @book (nullable: the first-run page); the old one is closed. */
void ans_window_set_book (AnsWindow *self, AnsBook *book);

/**
 * ans_window_get_as_of:
 *
 * Returns: (transfer none) (nullable): the ISO day that the whole window looks at, %NULL for today
 */
const char *ans_window_get_as_of (AnsWindow *self);
void ans_window_set_as_of (AnsWindow *self, const char *iso);

/** ans_window_push_page: shows @page beside the sidebar, over the present one; over the whole window
 * if the present one is. */
void ans_window_push_page (AnsWindow *self, AdwNavigationPage *page);

/** ans_window_focus_page: the focus goes to the page that is shown, after a dialog over it closed:
 * in a list to its row. */
void ans_window_focus_page (AnsWindow *self);

/** ans_window_push_full: shows @page over the whole window (import, print preview). */
void ans_window_push_full (AnsWindow *self, AdwNavigationPage *page);

/** ans_window_pop: leaves the topmost page, as Back does. */
void ans_window_pop (AnsWindow *self);

/**
 * ans_window_toast:
 * @text: what was done, with its numbers
 * @undo_action: the action that “Undo” takes back, 0 for no such button
 */
void ans_window_toast (AnsWindow *self, const char *text, gint64 undo_action);

/**
 * ans_window_show_error:
 * @title: what could not be done
 * @error: why
 *
 * A dialog. Cancelled work is not worth one and is passed over.
 */
void ans_window_show_error (AnsWindow *self, const char *title, const GError *error);

/** ans_window_undo_action: takes @action back (0: the newest), says so, lists conflicts. */
void ans_window_undo_action (AnsWindow *self, gint64 action);

/** ans_window_open_person / _household: shows the page of the record with @id. @siblings
 * (nullable) is the list it was opened from, for going to the previous and next one. */
void ans_window_open_person (AnsWindow *self, gint64 id);
void ans_window_open_household (AnsWindow *self, gint64 id);
void
ans_window_open_record (AnsWindow *self, const AnsRegister *reg, gint64 id, AnsRowModel *siblings);

/**
 * ans_window_add_job:
 *
 * Shows the progress of @job in the header; the window asks before it closes while one runs.
 */
void ans_window_add_job (AnsWindow *self, AnsJob *job);

/** ans_window_show_area: shows the page called @id (“people”, “households”, …, “history”), or the
 * page of the area of that name that was shown last. */
void ans_window_show_area (AnsWindow *self, const char *id);

G_END_DECLS
