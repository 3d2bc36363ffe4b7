/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every UI suite needs: a display, a small invented book, and patience. */
#pragma once

#include <adwaita.h>

#include "registry/ans-record.h"

/* All people are invented. */
typedef struct
{
  AnsBook *book;
  char *folder;
  GtkWindow *window;    /* an AdwWindow; dialogs and pages are shown in it */
  AdwNavigationView *pages;
  gint64 household;     /* BS-0001: Lê Thị Mận (head), Lê Văn Tám, Lê Minh Khôi */
  gint64 mother;        /* Lê Thị Mận, 10/03/1940, 038140000417 */
  gint64 son;           /* Lê Văn Tám, 1965 */
  gint64 grandson;      /* Lê Minh Khôi, 2011 */
  gint64 village;       /* Bắc Sơn */
  gint64 other_village; /* Hợp Tân */
} UiFixture;

/** ui_init: gtk_test_init() and what the program sets for its windows. */
void ui_init (int *argc, char ***argv);

UiFixture *ui_fixture_new (int width, int height);
void ui_fixture_free (UiFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiFixture, ui_fixture_free)

/** ui_add: a record from typed values: field, value, …, %NULL. Returns: its id */
gint64 ui_add (AnsBook *book, const AnsRegister *reg, ...) G_GNUC_NULL_TERMINATED;

/** ui_settle: runs the main loop until nothing is to be done, and for @milliseconds at least. */
void ui_settle (guint milliseconds);

/** ui_wait: runs the main loop until @done says so; fails the test after 20 seconds. */
void ui_wait (gboolean (*done) (gpointer data), gpointer data);

/** ui_child: the template child called @name of a widget of the type called @type */
gpointer ui_child (gpointer widget, const char *type, const char *name);

/** ui_count: how many widgets of @type there are in @root. */
guint ui_count (GtkWidget *root, GType type);

/** ui_find_text: whether a visible label in @root holds @text. */
gboolean ui_find_text (GtkWidget *root, const char *text);

/** ui_count_actions: how many actions the journal has. */
gint64 ui_count_actions (AnsBook *book);

/** ui_check_names: fails for each focusable widget in @root without a name for screen readers. */
void ui_check_names (GtkWidget *root);
