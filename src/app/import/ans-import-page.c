/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import/ans-import-page.h"

#include <glib/gi18n.h>

#include "app/import/ans-import-panel.h"
#include "app/import/ans-import-rows.h"
#include "app/import/ans-import-table.h"
#include "text/ans-number.h"

#define RERUN_DELAY 400 /* milliseconds after the last change of a column */

#define ANS_TYPE_IMPORT_PAGE (ans_import_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsImportPage, ans_import_page, ANS, IMPORT_PAGE, AdwNavigationPage)

typedef enum
{
  CARD_ADDED,
  CARD_UPDATED,
  CARD_REJECTED,
  CARD_SKIPPED,
  N_CARDS
} Card;

/* What each card stands for. Together they are all rows of the sheet. */
static const guint card_verdicts[N_CARDS] = {
  [CARD_ADDED] = ANS_IMPORT_BIT (ANS_IMPORT_ADDED),
  [CARD_UPDATED] = ANS_IMPORT_BIT (ANS_IMPORT_UPDATED),
  [CARD_REJECTED] = ANS_IMPORT_BIT (ANS_IMPORT_REJECTED),
  [CARD_SKIPPED] = ANS_IMPORT_BIT (ANS_IMPORT_TITLE) | ANS_IMPORT_BIT (ANS_IMPORT_HEADER) |
                   ANS_IMPORT_BIT (ANS_IMPORT_VILLAGE) | ANS_IMPORT_BIT (ANS_IMPORT_TOTAL) |
                   ANS_IMPORT_BIT (ANS_IMPORT_SKIPPED),
};

struct _AnsImportPage
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: the page lives in it */
  AnsBook *book;
  const AnsRegister *reg;
  GFile *file;
  AnsImport *import; /* NULL until the workbook is open */
  AnsImportRows *rows;
  AnsJob *job; /* under way, or NULL */
  guint rerun_id;
  gboolean new_sheet;
  gboolean filling;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkLabel *progress_title;
  GtkLabel *progress_status;
  GtkProgressBar *progress;
  AdwStatusPage *error_page;
  AdwOverlaySplitView *split;
  GtkToggleButton *cards[N_CARDS];
  GtkLabel *card_numbers[N_CARDS];
  GtkLabel *sheet_label;
  GtkMenuButton *sheet_button;
  GtkDropDown *sheet_choice;
  GtkSpinButton *header_first;
  GtkSpinButton *header_last;
  GtkColumnView *table;
  AnsImportPanel *panel;
  GtkWidget *bottom;
  GtkButton *rejects_button;
  GtkButton *import_button;
};

G_DEFINE_FINAL_TYPE (AnsImportPage, ans_import_page, ADW_TYPE_NAVIGATION_PAGE)

static void run_dry (AnsImportPage *self);

/* --- jobs ------------------------------------------------------------------------------------ */

static gboolean
fraction_to_progress (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_double (to, MAX (0, g_value_get_double (from)));
  return TRUE;
}

static void
start_job (AnsImportPage *self, const char *title, GTaskThreadFunc work, GAsyncReadyCallback done)
{
  g_clear_handle_id (&self->rerun_id, g_source_remove);
  ans_import_rows_show (self->rows, NULL, 0);
  gtk_label_set_label (self->progress_title, title);
  gtk_label_set_label (self->progress_status, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_widget_set_visible (self->bottom, FALSE);
  g_set_object (&self->job, NULL);
  self->job = ans_job_new (title);
  g_object_bind_property_full (self->job, "fraction", self->progress, "fraction", G_BINDING_DEFAULT,
                               fraction_to_progress, NULL, NULL, NULL);
  g_object_bind_property (self->job, "status", self->progress_status, "label", G_BINDING_DEFAULT);
  ans_job_run (self->job, work, g_object_ref (self), g_object_unref, done, g_object_ref (self));
}

static void
show_error (AnsImportPage *self, const GError *error)
{
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static gboolean
was_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CANCELLED);
}

/* --- what is shown --------------------------------------------------------------------------- */

static guint
count_card (AnsImportPage *self, Card card)
{
  guint n = 0;

  for (guint verdict = 0; verdict < ANS_IMPORT_N_VERDICTS; verdict++)
    if ((card_verdicts[card] & ANS_IMPORT_BIT (verdict)) != 0)
      n += ans_import_get_count (self->import, verdict);
  return n;
}

static void
filter_changed_cb (AnsImportPage *self)
{
  guint verdicts = 0;

  if (self->filling)
    return;
  for (guint i = 0; i < N_CARDS; i++)
    if (gtk_toggle_button_get_active (self->cards[i]))
      verdicts |= card_verdicts[i];
  ans_import_rows_show (self->rows, self->import, verdicts);
}

static void
show_counts (AnsImportPage *self)
{
  const guint n = count_card (self, CARD_ADDED) + count_card (self, CARD_UPDATED);
  const guint n_rejected = count_card (self, CARD_REJECTED);
  g_autofree char *number = ans_number_format (n);
  /* Translators: %s is a number. */
  g_autofree char *import =
      g_strdup_printf (ngettext ("_Import %s Row", "_Import %s Rows", n), number);
  g_autofree char *rejects = g_strdup_printf (
      ngettext ("_Save the %u Row with an Error…", "_Save the %u Rows with Errors…", n_rejected),
      n_rejected);

  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autofree char *text = ans_number_format (count_card (self, i));

      gtk_label_set_label (self->card_numbers[i], text);
    }
  gtk_button_set_label (self->import_button, import);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", n > 0);
  gtk_button_set_label (self->rejects_button, rejects);
  gtk_widget_set_visible (GTK_WIDGET (self->rejects_button), n_rejected > 0);
}

static void
show_sheet (AnsImportPage *self)
{
  const char *name = ans_import_get_sheet_name (self->import, ans_import_get_sheet (self->import));
  const guint n = ans_import_get_n_rows (self->import);
  g_autofree char *rows = ans_number_format (n);
  g_autofree char *text = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint first;
  guint last;

  ans_import_get_header (self->import, &first, &last);
  if (first == 0)
    /* Translators: name of a sheet, number of its rows. */
    text = g_strdup_printf (_ ("Sheet “%s”, %s rows: no column titles were found"), name, rows);
  else if (first == last)
    text = g_strdup_printf (_ ("Sheet “%s”, %s rows: column titles in row %u"), name, rows, first);
  else
    text = g_strdup_printf (_ ("Sheet “%s”, %s rows: column titles in rows %u–%u"), name, rows,
                            first, last);
  gtk_label_set_label (self->sheet_label, text);

  self->filling = TRUE;
  for (guint i = 0; i < ans_import_get_n_sheets (self->import); i++)
    gtk_string_list_append (names, ans_import_get_sheet_name (self->import, i));
  gtk_drop_down_set_model (self->sheet_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sheet_choice, ans_import_get_sheet (self->import));
  gtk_spin_button_set_value (self->header_first, MAX (1, first));
  gtk_spin_button_set_value (self->header_last, MAX (1, last));
  self->filling = FALSE;
}

static void
show_result (AnsImportPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  gtk_widget_set_visible (self->bottom, TRUE);
  show_counts (self);
  show_sheet (self);
  if (self->new_sheet)
    ans_import_table_build (self->table, self->import);
  else
    ans_import_table_update_titles (self->table, self->import);
  ans_import_panel_show (self->panel, self->import, self->new_sheet);
  self->new_sheet = FALSE;
  filter_changed_cb (self);
}

/* --- dry run --------------------------------------------------------------------------------- */

static void
dry_run_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AnsImportPage *self = data;
  GError *error = NULL;

  if (ans_import_dry_run (self->import, source, &error))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_error (task, error);
}

static void
dry_run_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AnsImportPage) self = data;
  g_autoptr (GError) error = NULL;

  ans_job_run_finish (ANS_JOB (source), result, &error);
  if (self->window == NULL)
    return;
  if (error == NULL)
    show_result (self);
  else if (was_stopped (error))
    ans_window_pop (self->window);
  else
    show_error (self, error);
}

static void
run_dry (AnsImportPage *self)
{
  start_job (self, _ ("Reading the Sheet"), dry_run_work, dry_run_done);
}

static gboolean
rerun_cb (gpointer data)
{
  AnsImportPage *self = data;

  self->rerun_id = 0;
  run_dry (self);
  return G_SOURCE_REMOVE;
}

static void
panel_changed_cb (AnsImportPage *self)
{
  g_clear_handle_id (&self->rerun_id, g_source_remove);
  self->rerun_id = g_timeout_add (RERUN_DELAY, rerun_cb, self);
}

static void
row_chosen_cb (AnsImportPage *self, guint row_number)
{
  guint position;

  self->filling = TRUE;
  for (guint i = 0; i < N_CARDS; i++)
    gtk_toggle_button_set_active (self->cards[i], FALSE);
  self->filling = FALSE;
  filter_changed_cb (self);
  position = ans_import_rows_find (self->rows, row_number);
  if (position != G_MAXUINT)
    gtk_column_view_scroll_to (self->table, position, NULL,
                               GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

static void
sheet_applied_cb (AnsImportPage *self)
{
  g_autoptr (GError) error = NULL;
  const guint sheet = gtk_drop_down_get_selected (self->sheet_choice);
  const guint first = (guint) gtk_spin_button_get_value_as_int (self->header_first);
  const guint last = MAX (first, (guint) gtk_spin_button_get_value_as_int (self->header_last));
  guint old_first;
  guint old_last;

  gtk_menu_button_popdown (self->sheet_button);
  ans_import_get_header (self->import, &old_first, &old_last);
  ans_import_rows_show (self->rows, NULL, 0);
  if (sheet != ans_import_get_sheet (self->import))
    {
      if (!ans_import_set_sheet (self->import, sheet, &error))
        {
          show_error (self, error);
          return;
        }
    }
  else if ((first != old_first || last != old_last) &&
           !ans_import_set_header (self->import, first, last, &error))
    {
      show_error (self, error);
      return;
    }
  self->new_sheet = TRUE;
  run_dry (self);
}

/* --- opening --------------------------------------------------------------------------------- */

static void
open_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AnsImportPage *self = data;
  g_autofree char *path = g_file_get_path (self->file);
  GError *error = NULL;
  AnsImport *import = ans_import_new (self->book, self->reg, path, &error);

  if (import == NULL)
    g_task_return_error (task, error);
  else if (!ans_import_dry_run (import, source, &error))
    {
      g_object_unref (import);
      g_task_return_error (task, error);
    }
  else
    g_task_return_pointer (task, import, g_object_unref);
}

static void
open_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AnsImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsImport) import = ans_job_run_finish (ANS_JOB (source), result, &error);

  if (self->window == NULL)
    return;
  if (import != NULL)
    {
      g_set_object (&self->import, import);
      self->new_sheet = TRUE;
      show_result (self);
    }
  else if (was_stopped (error))
    ans_window_pop (self->window);
  else
    show_error (self, error);
}

/* --- importing ------------------------------------------------------------------------------- */

static void
apply_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AnsImportPage *self = data;
  GError *error = NULL;
  const gint64 action = ans_import_apply (self->import, source, &error);

  if (action < 0)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_memdup2 (&action, sizeof action), g_free);
}

static char *
describe_result (AnsImportPage *self)
{
  g_autofree char *added = ans_number_format (count_card (self, CARD_ADDED));
  g_autofree char *updated = ans_number_format (count_card (self, CARD_UPDATED));
  g_autofree char *rejected = ans_number_format (count_card (self, CARD_REJECTED));
  g_autofree char *skipped = ans_number_format (count_card (self, CARD_SKIPPED));

  /* Translators: numbers of rows of a workbook. */
  return g_strdup_printf (_ ("Imported: %s new, %s updated, %s with errors, %s skipped"), added,
                          updated, rejected, skipped);
}

static void
apply_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AnsImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *action = ans_job_run_finish (ANS_JOB (source), result, &error);
  g_autofree char *text = NULL;

  if (self->window == NULL)
    return;
  if (action == NULL)
    {
      show_result (self);
      if (!was_stopped (error))
        ans_window_show_error (self->window, _ ("Nothing Was Imported"), error);
      else
        ans_window_toast (self->window, _ ("Stopped. Nothing was imported."), 0);
      return;
    }
  text = describe_result (self);
  ans_window_toast (self->window, text, *action);
  ans_window_pop (self->window);
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsImportPage *self = ANS_IMPORT_PAGE (widget);

  start_job (self, _ ("Importing"), apply_work, apply_done);
  ans_window_add_job (self->window, self->job);
}

static void
rejects_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AnsImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->window == NULL || self->import == NULL)
    return;
  if (ans_import_save_rejects (self->import, path, &error))
    {
      g_autofree char *base = g_path_get_basename (path);
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_ ("Rows with errors saved as “%s”"), base);

      ans_window_toast (self->window, text, 0);
    }
  else
    ans_window_show_error (self->window, _ ("The Rows Were Not Saved"), error);
}

static void
save_rejects_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsImportPage *self = ANS_IMPORT_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *base = g_file_get_basename (self->file);
  char *dot = strrchr (base, '.');
  g_autofree char *proposed = NULL;

  if (dot != NULL)
    *dot = '\0';
  /* Translators: name of a new file; %s is that of the imported one. */
  proposed = g_strdup_printf (_ ("%s – errors.xlsx"), base);
  gtk_file_dialog_set_title (dialog, _ ("Save the Rows with Errors"));
  gtk_file_dialog_set_initial_name (dialog, proposed);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self->window), NULL, rejects_chosen_cb,
                        g_object_ref (self));
}

/* Leaves the page, or stops what is under way. */
static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsImportPage *self = ANS_IMPORT_PAGE (widget);

  if (self->job != NULL && ans_job_is_running (self->job))
    ans_job_cancel (self->job);
  else
    ans_window_pop (self->window);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_import_page_dispose (GObject *object)
{
  AnsImportPage *self = ANS_IMPORT_PAGE (object);

  g_clear_handle_id (&self->rerun_id, g_source_remove);
  self->window = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_IMPORT_PAGE);
  g_clear_object (&self->rows);
  g_clear_object (&self->job);
  g_clear_object (&self->import);
  g_clear_object (&self->file);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_import_page_parent_class)->dispose (object);
}

/* The navigation view drops the page while a job still holds it. */
static void
ans_import_page_hidden (AdwNavigationPage *page)
{
  AnsImportPage *self = ANS_IMPORT_PAGE (page);

  if (self->job != NULL && ans_job_is_running (self->job))
    ans_job_cancel (self->job);
  self->window = NULL;
}

static void
ans_import_page_class_init (AnsImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[N_CARDS] = { "added", "updated", "rejected", "skipped" };

  G_OBJECT_CLASS (klass)->dispose = ans_import_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = ans_import_page_hidden;

  g_type_ensure (ANS_TYPE_IMPORT_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, title);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, progress_title);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, progress_status);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, progress);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, split);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, sheet_label);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, sheet_button);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, sheet_choice);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, header_first);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, header_last);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, table);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, panel);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, bottom);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, rejects_button);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPage, import_button);
  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autofree char *card = g_strconcat (names[i], "_card", NULL);
      g_autofree char *number = g_strconcat (names[i], "_number", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, card, FALSE,
                                                 G_STRUCT_OFFSET (AnsImportPage, cards) +
                                                     (gssize) (i * sizeof (GtkToggleButton *)));
      gtk_widget_class_bind_template_child_full (widget_class, number, FALSE,
                                                 G_STRUCT_OFFSET (AnsImportPage, card_numbers) +
                                                     (gssize) (i * sizeof (GtkLabel *)));
    }
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_applied_cb);

  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "import.save-rejects", NULL, save_rejects_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "import.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
}

static void
ans_import_page_init (AnsImportPage *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = ans_import_rows_new ();
  selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_column_view_set_model (self->table, selection);
}

AdwNavigationPage *
ans_import_page_new (AnsWindow *window, AnsBook *book, const AnsRegister *reg, GFile *file)
{
  AnsImportPage *self;
  g_autofree char *base = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (ANS_TYPE_IMPORT_PAGE, NULL);
  self->window = window;
  self->book = g_object_ref (book);
  self->reg = reg;
  self->file = g_object_ref (file);
  base = g_file_get_basename (file);
  subtitle = g_strdup_printf ("%s → %s", base, _ (reg->label));
  adw_window_title_set_subtitle (self->title, subtitle);
  start_job (self, _ ("Opening the Workbook"), open_work, open_done);
  return ADW_NAVIGATION_PAGE (self);
}
