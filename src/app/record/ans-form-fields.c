/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-form-fields.h"

#include <glib/gi18n.h>

#define CHECK_DELAY 120 /* milliseconds after the last key */

struct _AnsFormFields
{
  GObject parent_instance;

  AnsRecord *record;
  AnsProblemList *problems; /* borrowed */
  GPtrArray *edits;         /* AnsFieldEdit, borrowed */
  guint check_id;
  gint64 action;      /* of the save under way */
  gboolean attempted; /* a save was tried: every problem is shown */
  gboolean dirty;
  gboolean filling;
};

enum
{
  EDITED,
  REVEAL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsFormFields, ans_form_fields, G_TYPE_OBJECT)

static gboolean
is_new (AnsFormFields *self)
{
  return ans_record_get_id (self->record) == 0;
}

/* --- problems -------------------------------------------------------------------------------- */

AnsFieldEdit *
ans_form_fields_find (AnsFormFields *self, const char *name)
{
  g_return_val_if_fail (ANS_IS_FORM_FIELDS (self), NULL);

  for (guint i = 0; i < self->edits->len; i++)
    if (g_str_equal (ans_field_edit_get_field (self->edits->pdata[i])->name, name))
      return self->edits->pdata[i];
  return NULL;
}

/* An empty new form should not greet with a page of reproaches. */
static gboolean
may_complain (AnsFormFields *self, AnsFieldEdit *edit)
{
  return self->attempted || !is_new (self) || ans_field_edit_is_touched (edit);
}

static void
show_problems (AnsFormFields *self, AnsProblems *problems)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  ans_problem_list_clear (self->problems);
  /* Errors first: a field has room for one message. */
  for (int severity = ANS_PROBLEM_ERROR; severity >= ANS_PROBLEM_WARNING; severity--)
    for (guint i = 0; i < ans_problems_get_n (problems); i++)
      {
        const AnsProblem *problem = ans_problems_get (problems, i);
        AnsFieldEdit *edit =
            problem->field != NULL ? ans_form_fields_find (self, problem->field) : NULL;

        if ((int) problem->severity != severity)
          continue;
        if (edit == NULL)
          {
            if (self->attempted || !is_new (self))
              ans_problem_list_add (self->problems, problem->severity, problem->message);
          }
        else if (may_complain (self, edit) && g_hash_table_add (shown, edit))
          ans_field_edit_set_problem (edit, problem->severity, problem->message);
      }
  for (guint i = 0; i < self->edits->len; i++)
    if (!g_hash_table_contains (shown, self->edits->pdata[i]))
      ans_field_edit_set_problem (self->edits->pdata[i], ANS_PROBLEM_WARNING, NULL);
}

gboolean
ans_form_fields_check (AnsFormFields *self)
{
  g_autoptr (AnsProblems) problems = ans_record_check (self->record);

  g_clear_handle_id (&self->check_id, g_source_remove);
  show_problems (self, problems);
  return !ans_problems_has_errors (problems);
}

static gboolean
check_cb (gpointer data)
{
  AnsFormFields *self = data;

  self->check_id = 0;
  ans_form_fields_check (self);
  return G_SOURCE_REMOVE;
}

static void
queue_check (AnsFormFields *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  self->check_id = g_timeout_add (CHECK_DELAY, check_cb, self);
}

/* --- values ---------------------------------------------------------------------------------- */

static void
edited (AnsFormFields *self)
{
  self->dirty = TRUE;
  queue_check (self);
  g_signal_emit (self, signals[EDITED], 0);
}

void
ans_form_fields_set (AnsFormFields *self, const char *name, const char *value)
{
  g_return_if_fail (ANS_IS_FORM_FIELDS (self));

  ans_record_set (self->record, name, value);
  edited (self);
}

static void
edit_edited_cb (AnsFieldEdit *edit, AnsFormFields *self)
{
  g_autofree char *value = NULL;

  if (self->filling)
    return;
  if (ans_value_editor_get_value (ans_field_edit_get_editor (edit), &value, NULL))
    {
      self->filling = TRUE;
      ans_record_set (self->record, ans_field_edit_get_field (edit)->name, value);
      self->filling = FALSE;
    }
  edited (self);
}

/* Some values follow from others; show them as they become known. */
static void
record_field_changed_cb (AnsFormFields *self, const char *name)
{
  AnsFieldEdit *edit = self->filling ? NULL : ans_form_fields_find (self, name);

  if (edit != NULL)
    ans_field_edit_set_value (edit, ans_record_get (self->record, name));
}

void
ans_form_fields_set_record (AnsFormFields *self, AnsRecord *record)
{
  g_return_if_fail (ANS_IS_FORM_FIELDS (self));

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  if (g_set_object (&self->record, record) || record != NULL)
    g_signal_connect_swapped (record, "field-changed", G_CALLBACK (record_field_changed_cb), self);
}

AnsRecord *
ans_form_fields_get_record (AnsFormFields *self)
{
  g_return_val_if_fail (ANS_IS_FORM_FIELDS (self), NULL);
  return self->record;
}

void
ans_form_fields_add (AnsFormFields *self, AnsFieldEdit *edit)
{
  g_return_if_fail (ANS_IS_FORM_FIELDS (self));

  g_signal_connect (edit, "edited", G_CALLBACK (edit_edited_cb), self);
  g_signal_connect_swapped (edit, "settled", G_CALLBACK (queue_check), self);
  g_ptr_array_add (self->edits, edit);
}

guint
ans_form_fields_get_n (AnsFormFields *self)
{
  g_return_val_if_fail (ANS_IS_FORM_FIELDS (self), 0);
  return self->edits->len;
}

AnsFieldEdit *
ans_form_fields_get (AnsFormFields *self, guint i)
{
  g_return_val_if_fail (ANS_IS_FORM_FIELDS (self) && i < self->edits->len, NULL);
  return self->edits->pdata[i];
}

void
ans_form_fields_fill (AnsFormFields *self)
{
  g_return_if_fail (ANS_IS_FORM_FIELDS (self) && self->record != NULL);

  self->filling = TRUE;
  for (guint i = 0; i < self->edits->len; i++)
    {
      AnsFieldEdit *edit = self->edits->pdata[i];

      ans_field_edit_set_value (
          edit, ans_record_get (self->record, ans_field_edit_get_field (edit)->name));
    }
  self->filling = FALSE;
  self->attempted = FALSE;
  self->dirty = FALSE;
  ans_form_fields_check (self);
}

/* --- saving ---------------------------------------------------------------------------------- */

static void
focus_first_error (AnsFormFields *self, AnsProblems *problems)
{
  for (guint i = 0; i < self->edits->len; i++)
    for (guint j = 0; j < ans_problems_get_n (problems); j++)
      {
        const AnsProblem *problem = ans_problems_get (problems, j);
        AnsFieldEdit *edit = self->edits->pdata[i];

        if (problem->severity != ANS_PROBLEM_ERROR ||
            g_strcmp0 (problem->field, ans_field_edit_get_field (edit)->name) != 0)
          continue;
        g_signal_emit (self, signals[REVEAL], 0, edit);
        gtk_widget_grab_focus (GTK_WIDGET (edit));
        return;
      }
}

gboolean
ans_form_fields_validate (AnsFormFields *self)
{
  AnsFieldEdit *first_bad = NULL;
  g_autoptr (AnsProblems) problems = NULL;

  g_return_val_if_fail (ANS_IS_FORM_FIELDS (self), FALSE);

  g_clear_handle_id (&self->check_id, g_source_remove);
  self->attempted = TRUE;
  for (guint i = 0; i < self->edits->len; i++)
    {
      g_autofree char *value = NULL;

      if (!ans_field_edit_get_value (self->edits->pdata[i], &value) && first_bad == NULL)
        first_bad = self->edits->pdata[i];
    }
  problems = ans_record_check (self->record);
  show_problems (self, problems);
  if (first_bad != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (first_bad));
      return FALSE;
    }
  if (ans_problems_has_errors (problems))
    {
      focus_first_error (self, problems);
      return FALSE;
    }
  return TRUE;
}

static void
book_changed_cb (AnsFormFields *self, AnsChanges *changes)
{
  self->action = changes->action;
}

gboolean
ans_form_fields_save (AnsFormFields *self, gint64 *action)
{
  AnsBook *book;
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_return_val_if_fail (ANS_IS_FORM_FIELDS (self), FALSE);

  book = ans_record_get_book (self->record);
  self->action = 0;
  g_signal_connect_swapped (book, "changed", G_CALLBACK (book_changed_cb), self);
  done = ans_record_save (self->record, &error);
  g_signal_handlers_disconnect_by_func (book, book_changed_cb, self);
  if (!done)
    {
      ans_problem_list_add (self->problems, ANS_PROBLEM_ERROR, error->message);
      return FALSE;
    }
  self->dirty = FALSE;
  *action = self->action;
  return TRUE;
}

gboolean
ans_form_fields_would_lose (AnsFormFields *self)
{
  g_return_val_if_fail (ANS_IS_FORM_FIELDS (self), FALSE);

  if (!self->dirty)
    return FALSE;
  if (is_new (self) || ans_record_is_changed (self->record, NULL))
    return TRUE;
  for (guint i = 0; i < self->edits->len; i++)
    {
      g_autofree char *value = NULL;

      if (!ans_value_editor_get_value (ans_field_edit_get_editor (self->edits->pdata[i]), &value,
                                       NULL))
        return TRUE;
    }
  return FALSE;
}

/* --- the object ------------------------------------------------------------------------------ */

void
ans_form_fields_close (AnsFormFields *self)
{
  g_return_if_fail (ANS_IS_FORM_FIELDS (self));

  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  for (guint i = 0; i < self->edits->len; i++)
    g_signal_handlers_disconnect_by_data (self->edits->pdata[i], self);
  g_ptr_array_set_size (self->edits, 0);
}

static void
ans_form_fields_dispose (GObject *object)
{
  ans_form_fields_close (ANS_FORM_FIELDS (object));
  G_OBJECT_CLASS (ans_form_fields_parent_class)->dispose (object);
}

static void
ans_form_fields_finalize (GObject *object)
{
  g_ptr_array_unref (ANS_FORM_FIELDS (object)->edits);
  G_OBJECT_CLASS (ans_form_fields_parent_class)->finalize (object);
}

static void
ans_form_fields_class_init (AnsFormFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_form_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_form_fields_finalize;

  signals[EDITED] = g_signal_new ("edited", ANS_TYPE_FORM_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[REVEAL] = g_signal_new ("reveal", ANS_TYPE_FORM_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ANS_TYPE_FIELD_EDIT);
}

static void
ans_form_fields_init (AnsFormFields *self)
{
  self->edits = g_ptr_array_new ();
}

AnsFormFields *
ans_form_fields_new (AnsProblemList *problems)
{
  AnsFormFields *self = g_object_new (ANS_TYPE_FORM_FIELDS, NULL);

  self->problems = problems;
  return self;
}

/* --- closing --------------------------------------------------------------------------------- */

typedef struct
{
  AdwDialog *dialog;
  AnsFormSave save;
} Closing;

static void
close_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Closing *closing = data;
  const char *choice = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (choice, "discard") ||
      (g_str_equal (choice, "save") && closing->save (closing->dialog)))
    adw_dialog_force_close (closing->dialog);
  g_object_unref (closing->dialog);
  g_free (closing);
}

void
ans_form_fields_close_attempt (AnsFormFields *self, AdwDialog *dialog, AnsFormSave save)
{
  AdwAlertDialog *question;
  Closing *closing;

  g_return_if_fail (ANS_IS_FORM_FIELDS (self));
  g_return_if_fail (ADW_IS_DIALOG (dialog));

  if (!ans_form_fields_would_lose (self))
    {
      adw_dialog_force_close (dialog);
      return;
    }
  closing = g_new (Closing, 1);
  closing->dialog = g_object_ref (dialog);
  closing->save = save;
  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Save the Changes?"), _ ("What you typed in this form has not been saved yet.")));
  adw_alert_dialog_add_responses (question, "cancel", _ ("_Keep Editing"), "discard",
                                  _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (question, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "save");
  adw_alert_dialog_set_close_response (question, "cancel");
  adw_alert_dialog_choose (question, GTK_WIDGET (dialog), NULL, close_chosen_cb, closing);
}
