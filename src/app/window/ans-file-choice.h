/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** ans_file_choice_books: Returns: (transfer full): a dialog that offers books, in the folder that
 * was used last */
GtkFileDialog *ans_file_choice_books (const char *title);

/**
 * ans_file_choice_save:
 * @name: that is offered: “bieu-do.png”
 * @kind: what a person calls such files
 * @ending: of their names: png
 *
 * Returns: (transfer full): a dialog for gtk_file_dialog_save(), in the folder that was used last
 */
GtkFileDialog *
ans_file_choice_save (const char *title, const char *name, const char *kind, const char *ending);

/** ans_file_choice_take: remembers the folder of @file. Returns: (transfer full) (nullable): its
 * path */
char *ans_file_choice_take (GFile *file);

G_END_DECLS
