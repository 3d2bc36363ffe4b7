/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-create-dialog.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/window/ans-book-opening.h"
#include "app/window/ans-file-choice.h"
#include "registry/ans-record.h"
#include "store/ans-book-file.h"

struct _AnsCreateDialog
{
  AdwDialog parent_instance;

  AnsWindow *window; /* not owned: the dialog is part of it */
  char *path;        /* (nullable): chosen by hand; otherwise it follows the name */
  AdwEntryRow *commune;
  AdwSpinRow *year;
  GtkTextView *villages;
  AdwActionRow *file_row;
  GtkButton *choose;
  AdwPasswordEntryRow *passphrase;
  AdwPasswordEntryRow *again;
  GtkLabel *problem;
  GtkButton *create;
};

G_DEFINE_FINAL_TYPE (AnsCreateDialog, ans_create_dialog, ADW_TYPE_DIALOG)

static const char *
text_of (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* A free name in the documents folder, after the commune. */
static char *
suggest_path (AnsCreateDialog *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->commune)));

  if (documents == NULL || !g_file_test (documents, G_FILE_TEST_IS_DIR))
    documents = g_get_home_dir ();
  g_strdelimit (name, "/\\:*?\"<>|", '-');
  for (guint i = 1;; i++)
    {
      g_autofree char *file =
          i == 1 ? g_strdup_printf ("%s%s", *name != '\0' ? name : "So an sinh", ANS_BOOK_SUFFIX)
                 : g_strdup_printf ("%s (%u)%s", *name != '\0' ? name : "So an sinh", i,
                                    ANS_BOOK_SUFFIX);
      g_autofree char *path = g_build_filename (documents, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static char *
get_path (AnsCreateDialog *self)
{
  return self->path != NULL ? g_strdup (self->path) : suggest_path (self);
}

static void
show_problem (AnsCreateDialog *self, const char *message)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
  if (message != NULL)
    gtk_label_set_label (self->problem, message);
}

static void
update (AnsCreateDialog *self)
{
  const char *passphrase = text_of (self->passphrase);
  const char *again = text_of (self->again);
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->commune)));
  g_autofree char *path = get_path (self);
  gboolean same = g_str_equal (passphrase, again);
  gboolean begins = g_str_has_prefix (passphrase, again);

  gtk_widget_set_sensitive (GTK_WIDGET (self->again), *passphrase != '\0');
  adw_action_row_set_subtitle (self->file_row, path);
  /* While the second one is being typed there is nothing to complain about yet. */
  show_problem (self, *passphrase == '\0' || begins ? NULL : _ ("The two passphrases differ."));
  if (*passphrase == '\0' || begins)
    gtk_widget_remove_css_class (GTK_WIDGET (self->again), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->again), "error");
  gtk_widget_set_sensitive (GTK_WIDGET (self->create),
                            *name != '\0' && (*passphrase == '\0' || same));
}

static gboolean
add_villages (AnsCreateDialog *self, AnsBook *book, GError **error)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->villages);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 position = 0;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *name = g_strstrip (lines[i]);
      g_autoptr (AnsRecord) record = NULL;

      if (*name == '\0')
        continue;
      record = ans_record_new (book, &ans_register_villages);
      ans_record_set (record, "name", name);
      ans_record_set_int (record, "position", ++position);
      if (!ans_record_save (record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_unit (AnsBook *book, const char *name, GError **error)
{
  g_autoptr (AnsRecord) record = ans_record_new (book, &ans_register_units);

  ans_record_set (record, "name", name);
  ans_record_set (record, "level", "XA");
  return ans_record_save (record, error);
}

static gboolean
fill (AnsCreateDialog *self, AnsBook *book, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->commune)));
  g_autofree char *year = g_strdup_printf ("%.0f", adw_spin_row_get_value (self->year));

  if (!ans_book_begin (book, _ ("Make the book"), error))
    return FALSE;
  if (ans_book_set_setting (book, "commune_name", name, error) &&
      ans_book_set_setting (book, "year", year, error) && add_unit (book, name, error) &&
      add_villages (self, book, error))
    return ans_book_commit (book, error) >= 0;
  ans_book_rollback (book);
  return FALSE;
}

static void
create_clicked (AnsCreateDialog *self)
{
  const char *passphrase = text_of (self->passphrase);
  g_autofree char *path = get_path (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsBook) book =
      ans_registry_create_book (path, *passphrase != '\0' ? passphrase : NULL, &error);

  if (book != NULL && !fill (self, book, &error))
    {
      ans_book_close (book);
      ans_book_file_remove (path);
      g_clear_object (&book);
    }
  if (book == NULL)
    {
      show_problem (self, error->message);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      return;
    }
  ans_book_opening_took (self->window, book);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_clicked (AnsCreateDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnsCreateDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;
  g_free (self->path);
  self->path = ans_file_choice_take (file);
  if (self->path != NULL && !g_str_has_suffix (self->path, ANS_BOOK_SUFFIX))
    {
      g_autofree char *bare = g_steal_pointer (&self->path);

      self->path = g_strconcat (bare, ANS_BOOK_SUFFIX, NULL);
    }
  update (self);
}

static void
choose_clicked (AnsCreateDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = ans_file_choice_books (_ ("Where shall the book be kept?"));
  g_autofree char *path = get_path (self);
  g_autofree char *name = g_path_get_basename (path);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self->window), NULL, file_chosen, g_object_ref (self));
}

static void
ans_create_dialog_dispose (GObject *object)
{
  AnsCreateDialog *self = ANS_CREATE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_CREATE_DIALOG);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (ans_create_dialog_parent_class)->dispose (object);
}

static void
ans_create_dialog_class_init (AnsCreateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_create_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-create-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsCreateDialog, commune);
  gtk_widget_class_bind_template_child (widget_class, AnsCreateDialog, year);
  gtk_widget_class_bind_template_child (widget_class, AnsCreateDialog, villages);
  gtk_widget_class_bind_template_child (widget_class, AnsCreateDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, AnsCreateDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, AnsCreateDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, AnsCreateDialog, again);
  gtk_widget_class_bind_template_child (widget_class, AnsCreateDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, AnsCreateDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked);
}

static void
ans_create_dialog_init (AnsCreateDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_spin_row_set_value (self->year, g_date_time_get_year (now));
  update (self);
}

AdwDialog *
ans_create_dialog_present (AnsWindow *window)
{
  AnsCreateDialog *self = g_object_new (ANS_TYPE_CREATE_DIALOG, NULL);

  self->window = window;
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
  return ADW_DIALOG (self);
}
