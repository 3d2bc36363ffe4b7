/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every suite of the window needs: a display, patience, and a way to look. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** UI_QUIET: milliseconds after which a main loop with nothing to do counts as done. */
#define UI_QUIET 120

/** ui_init: gtk_test_init() and all that the application does for its display. */
void ui_init (int *argc, char ***argv);

/** ui_settle: runs the main loop for @milliseconds, and until nothing is left to be done. */
void ui_settle (guint milliseconds);

/** ui_wait: runs the main loop until @done says so; fails the test after 20 seconds. */
void ui_wait (gboolean (*done) (gpointer data), gpointer data);

/** ui_child: the template child called @name of a widget of the type called @type */
gpointer ui_child (gpointer widget, const char *type, const char *name);

/** ui_find: Returns: (transfer none) (nullable): the first shown widget of @type at or below @root,
 * breadth first */
gpointer ui_find (gpointer root, GType type);

/** ui_count: how many widgets of @type there are in @root, shown or not. */
guint ui_count (GtkWidget *root, GType type);

/** ui_count_windows: how many windows of @type are open. */
guint ui_count_windows (GType type);

/** ui_text_of: Returns: (transfer none) (nullable): what @widget itself shows, without its children
 */
const char *ui_text_of (gpointer widget);

/** ui_shows: whether a label, inscription or cell that is on the screen in @root holds @text. */
gboolean ui_shows (gpointer root, const char *text);

/** ui_would_show: whether @root will hold @text when it is shown: what is now folded away counts.
 */
gboolean ui_would_show (gpointer root, const char *text);

/** ui_check_names: fails if a shown widget in @root takes the focus and has no name for screen
 * readers, or if a button is only a picture and has no tooltip; says which. @where: for the message
 */
void ui_check_names (gpointer root, const char *where);

G_END_DECLS
