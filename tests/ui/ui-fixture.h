/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/ans-list-page.h"

G_BEGIN_DECLS

/* People of the invented commune of these tests. */
#define UI_PEOPLE 300

/** ui_fixture_init: like gtk_test_init(), and all that the application does for its display. */
void ui_fixture_init (int *argc, char ***argv);

/** ui_fixture_settle: lets the main loop run until nothing is left to do for a while. */
void ui_fixture_settle (void);

/** ui_fixture_book_path: Returns: (transfer full): a fresh copy of the invented book */
char *ui_fixture_book_path (void);

/** ui_fixture_window: Returns: (transfer none): a shown window with a fresh book, 1200×800 */
AnsWindow *ui_fixture_window (void);

/** ui_fixture_close: closes @window and makes sure that it is gone. */
void ui_fixture_close (AnsWindow *window);

/** ui_fixture_list: shows the list called @area. */
AnsListPage *ui_fixture_list (AnsWindow *window, const char *area);

/** ui_fixture_find: Returns: (transfer none) (nullable): the first shown widget of @type below
 * @root, breadth first */
gpointer ui_fixture_find (gpointer root, GType type);

/** ui_fixture_shows: whether a label or inscription below @root shows @text. */
gboolean ui_fixture_shows (gpointer root, const char *text);

G_END_DECLS
