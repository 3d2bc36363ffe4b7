/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The books of the suites of the window. All people are invented. */
#pragma once

#include "app/list/ans-list-page.h"
#include "registry/ans-record.h"
#include "ui-harness.h"

G_BEGIN_DECLS

/* --- a family of three, in a window of its own that shows dialogs and pages ----------------------
 */

typedef struct
{
  AnsBook *book;
  char *folder;
  GtkWindow *window; /* an AdwWindow; dialogs and pages are shown in it */
  AdwNavigationView *pages;
  gint64 household;     /* BS-0001: Lê Thị Mận (head), Lê Văn Tám, Lê Minh Khôi */
  gint64 mother;        /* Lê Thị Mận, 10/03/1940, 038140000417 */
  gint64 son;           /* Lê Văn Tám, 1965 */
  gint64 grandson;      /* Lê Minh Khôi, 2011 */
  gint64 village;       /* Bắc Sơn */
  gint64 other_village; /* Hợp Tân */
} UiFixture;

UiFixture *ui_fixture_new (int width, int height);

/** ui_fixture_free: closes all of it, and makes sure that nothing of it is left. */
void ui_fixture_free (UiFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiFixture, ui_fixture_free)

/** ui_add: a record from typed values: field, value, …, %NULL. Returns: its id */
gint64 ui_add (AnsBook *book, const AnsRegister *reg, ...) G_GNUC_NULL_TERMINATED;

/** ui_count_actions: how many actions the journal has. */
gint64 ui_count_actions (AnsBook *book);

/* --- a practice commune in the program's own window ----------------------------------------------
 */

/** UI_PEOPLE: people of the invented commune of these tests */
#define UI_PEOPLE 300

/** ui_commune_path: Returns: (transfer full): a fresh copy of the invented book */
char *ui_commune_path (void);

/** ui_window_new: Returns: (transfer none): a shown window with a fresh copy of it, 1200×800 */
AnsWindow *ui_window_new (void);

/** ui_window_show_list: shows the list called @area. */
AnsListPage *ui_window_show_list (AnsWindow *window, const char *area);

/** ui_window_close: closes @window and makes sure that it is gone. */
void ui_window_close (AnsWindow *window);

G_END_DECLS
