/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-file-choice.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"

static GtkFileDialog *
dialog_new (const char *title, GListStore *filters)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autofree char *folder = g_settings_get_string (ans_settings (), "last-folder");

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  if (*folder != '\0' && g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_dialog_set_initial_folder (dialog, file);
    }
  return dialog;
}

GtkFileDialog *
ans_file_choice_books (const char *title)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) books = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (books, _ ("Books (*.ansinh)"));
  gtk_file_filter_add_suffix (books, "ansinh");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, books);
  g_list_store_append (filters, all);
  return dialog_new (title, filters);
}

GtkFileDialog *
ans_file_choice_save (const char *title, const char *name, const char *kind, const char *ending)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileDialog *dialog;

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, ending);
  g_list_store_append (filters, filter);
  dialog = dialog_new (title, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  return dialog;
}

char *
ans_file_choice_take (GFile *file)
{
  char *path = g_file_get_path (file);

  if (path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_settings_set_string (ans_settings (), "last-folder", folder);
    }
  return path;
}
