/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/law/ans-law-rate-dialog.h"

#include <glib/gi18n.h>

#include "areas/ans-law-book.h"
#include "registry/ans-record.h"
#include "text/ans-number.h"

#define PREVIEW_DELAY  250 /* milliseconds after the last key */
#define PROGRESS_EVERY 300 /* milliseconds */

#define ANS_TYPE_LAW_RATE_DIALOG (ans_law_rate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AnsLawRateDialog, ans_law_rate_dialog, ANS, LAW_RATE_DIALOG, AdwDialog)

struct _AnsLawRateDialog
{
  AdwDialog parent_instance;

  AnsWindow *window; /* not owned: the dialog lives in it */
  AnsBook *book;
  char *scheme, *code, *unit;
  guint preview_id;
  guint progress_id;
  GTask *previewing;

  AdwEntryRow *value;
  AdwEntryRow *from;
  AdwEntryRow *in_force;
  AdwEntryRow *basis;
  GtkLabel *preview;
  GtkScrolledWindow *people_scroller;
  GtkListBox *people;
  GtkButton *add;
};

G_DEFINE_FINAL_TYPE (AnsLawRateDialog, ans_law_rate_dialog, ADW_TYPE_DIALOG)

/* --- what is typed ---------------------------------------------------------------------------- */

/* Strings of a row that live as long as this. */
typedef struct
{
  AnsRate rate;
  char *text, *from, *in_force, *basis;
} Row;

static void
row_clear (Row *row)
{
  g_free (row->text);
  g_free (row->from);
  g_free (row->in_force);
  g_free (row->basis);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static char *
typed_day (AdwEntryRow *entry)
{
  AnsDate date;

  return ans_date_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), &date, NULL) &&
                 ans_date_is_full (date)
             ? ans_date_to_iso (date)
             : g_strdup ("");
}

/* 540.000, or 1,5 */
static char *
typed_value (AdwEntryRow *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gint64 number;

  if (ans_number_parse (text, &number, NULL))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return ans_decimal_parse (text, 2, &number, NULL) ? ans_decimal_to_canonical (number, 2)
                                                    : g_strdup (text);
}

static void
read_row (AnsLawRateDialog *self, Row *row)
{
  row->text = typed_value (self->value);
  row->from = typed_day (self->from);
  row->in_force = typed_day (self->in_force);
  row->basis = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->basis))));
  row->rate.scheme = self->scheme;
  row->rate.code = self->code;
  row->rate.unit = self->unit;
  row->rate.text = row->text;
  row->rate.from = row->from;
  row->rate.in_force = row->in_force;
  row->rate.to = (char *) "";
  row->rate.legal_basis = row->basis;
  /* What an office enters is its own to answer for. */
  row->rate.check = (char *) "unverified";
  row->rate.source = (char *) "cơ quan nhập vào sổ";
}

/* --- who changes ------------------------------------------------------------------------------ */

typedef struct
{
  AnsConnection *connection;
  AnsLaw *before, *after;
  char *day;
  int n_asked;
  AnsLawChange change;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_clear_pointer (&preview->connection, ans_connection_close);
  g_clear_pointer (&preview->before, ans_law_free);
  g_clear_pointer (&preview->after, ans_law_free);
  g_free (preview->day);
  g_free (preview);
}

static void
preview_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Preview *preview = data;
  GError *error = NULL;

  ans_connection_set_cancellable (preview->connection, cancellable);
  if (ans_law_book_preview (preview->connection, preview->before, preview->after, preview->day,
                            &preview->change, &preview->n_asked, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Who they are, and what they get before and after. */
static void
show_people (AnsLawRateDialog *self, const AnsLawChange *change)
{
  gtk_list_box_remove_all (self->people);
  for (guint i = 0; i < change->n_shown; i++)
    {
      const AnsLawPersonChange *one = &change->shown[i];
      g_autofree char *name = ans_register_title_of (self->book, &ans_register_people, one->person);
      g_autofree char *before = ans_number_format (one->before);
      g_autofree char *after = ans_number_format (one->after);
      g_autofree char *amounts = g_strdup_printf ("%s → %s", before, after);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *label = gtk_label_new (amounts);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : "");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_list_box_append (self->people, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->people_scroller), change->n_shown > 0);
}

static void
preview_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AnsLawRateDialog *self = ANS_LAW_RATE_DIALOG (source);
  const Preview *preview = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *sum = NULL;

  /* An earlier question that was cancelled does not end the present one. */
  if (self->previewing == G_TASK (result))
    {
      g_clear_handle_id (&self->progress_id, g_source_remove);
      g_clear_object (&self->previewing);
    }
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->preview != NULL)
        gtk_label_set_label (self->preview, error->message);
      return;
    }
  if (self->preview == NULL)
    return;
  sum = ans_number_format (preview->change.sum);
  text = preview->change.n_people == 0
             ? g_strdup (_ ("It changes nothing for the people that the registers know enough of."))
             /* Translators: number of people; a sum of money in đồng */
             : g_strdup_printf (ngettext ("It changes %u person: %s đồng more in a month.",
                                          "It changes %u people: %s đồng more in a month.",
                                          preview->change.n_people),
                                preview->change.n_people, sum);
  gtk_label_set_label (self->preview, text);
  show_people (self, &preview->change);
}

static void
stop_preview (AnsLawRateDialog *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->previewing != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->previewing));
  g_clear_object (&self->previewing);
}

static gboolean
progress_cb (gpointer data)
{
  AnsLawRateDialog *self = data;
  Preview *preview = g_task_get_task_data (self->previewing);
  g_autofree char *n = ans_number_format (g_atomic_int_get (&preview->n_asked));
  /* Translators: a number of people */
  g_autofree char *text = g_strdup_printf (_ ("Looking at who changes: %s people so far …"), n);

  gtk_label_set_label (self->preview, text);
  return G_SOURCE_CONTINUE;
}

static gboolean
preview_cb (gpointer data)
{
  AnsLawRateDialog *self = data;
  g_auto (Row) row = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Preview *preview;

  self->preview_id = 0;
  read_row (self, &row);
  preview = g_new0 (Preview, 1);
  preview->after = ans_law_book_with (self->book, &row.rate, &error);
  if (preview->after != NULL)
    preview->connection = ans_book_new_reader (self->book, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), preview->after != NULL);
  if (preview->connection == NULL)
    {
      gtk_label_set_label (self->preview, error->message);
      preview_free (preview);
      return G_SOURCE_REMOVE;
    }
  preview->before = ans_law_book_get (self->book);
  preview->day = g_strdup (row.from);
  self->previewing = g_task_new (self, cancellable, preview_done_cb, NULL);
  g_task_set_task_data (self->previewing, preview, preview_free);
  gtk_label_set_label (self->preview, _ ("Looking at who changes …"));
  self->progress_id = g_timeout_add (PROGRESS_EVERY, progress_cb, self);
  g_task_run_in_thread (self->previewing, preview_thread);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AnsLawRateDialog *self)
{
  if (self->book == NULL)
    return;
  stop_preview (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->people_scroller), FALSE);
  self->preview_id = g_timeout_add (PREVIEW_DELAY, preview_cb, self);
}

static void
add_cb (AnsLawRateDialog *self)
{
  g_auto (Row) row = { 0 };
  g_autoptr (GError) error = NULL;
  AnsWindow *window = self->window;
  gint64 action;

  read_row (self, &row);
  action = ans_law_book_add (self->book, &row.rate, &error);
  if (action == 0)
    {
      gtk_label_set_label (self->preview, error->message);
      return;
    }
  adw_dialog_close (ADW_DIALOG (self));
  ans_window_toast (window, _ ("The rate was added."), action);
}

static void
ans_law_rate_dialog_dispose (GObject *object)
{
  AnsLawRateDialog *self = ANS_LAW_RATE_DIALOG (object);

  stop_preview (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_LAW_RATE_DIALOG);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_law_rate_dialog_parent_class)->dispose (object);
}

static void
ans_law_rate_dialog_finalize (GObject *object)
{
  AnsLawRateDialog *self = ANS_LAW_RATE_DIALOG (object);

  g_free (self->scheme);
  g_free (self->code);
  g_free (self->unit);
  G_OBJECT_CLASS (ans_law_rate_dialog_parent_class)->finalize (object);
}

static void
ans_law_rate_dialog_class_init (AnsLawRateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_law_rate_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_law_rate_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-law-rate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsLawRateDialog, value);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRateDialog, from);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRateDialog, in_force);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRateDialog, basis);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRateDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRateDialog, people_scroller);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRateDialog, people);
  gtk_widget_class_bind_template_child (widget_class, AnsLawRateDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ans_law_rate_dialog_init (AnsLawRateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
ans_law_rate_dialog_present (AnsWindow *window, AnsBook *book, const AnsRate *last)
{
  AnsLawRateDialog *self = g_object_new (ANS_TYPE_LAW_RATE_DIALOG, NULL);
  g_autoptr (AnsLaw) law = ans_law_book_get (book);
  g_autofree char *title = ans_law_rate_title (law, last);

  self->window = window;
  self->book = g_object_ref (book);
  self->scheme = g_strdup (last->scheme);
  self->code = g_strdup (last->code);
  self->unit = g_strdup (last->unit);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
  return ADW_DIALOG (self);
}
