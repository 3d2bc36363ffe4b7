/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-event-dialog.h"

#include <glib/gi18n.h>

#include "app/record/ans-event-preview.h"
#include "app/record/ans-field-edit.h"
#include "app/record/ans-form-grid.h"
#include "app/record/ans-member-editor.h"
#include "app/record/ans-members-editor.h"
#include "app/record/ans-problem-list.h"
#include "app/record/ans-record-cards.h"
#include "app/window/ans-undo-dialog.h"
#include "text/ans-date.h"

#define CHECK_DELAY 250 /* milliseconds after the last key */

struct _AnsEventDialog
{
  AdwDialog parent_instance;

  AnsBook *book;
  const AnsEventKind *kind;
  gint64 household;
  GPtrArray *edits;    /* AnsFieldEdit, borrowed */
  AnsFieldEdit *where; /* (nullable) asks for the household */
  guint check_id;
  gint64 action; /* of the save under way */
  gboolean attempted;
  gboolean dirty;

  AdwWindowTitle *title;
  AnsProblemList *problems;
  AnsFormGrid *grid;
  GtkWidget *preview_box;
  GtkBox *preview;
};

G_DEFINE_FINAL_TYPE (AnsEventDialog, ans_event_dialog, ADW_TYPE_DIALOG)

static const AnsField household_field = {
  .name = "household",
  .title = "Hộ",
  .label = N_ ("Household"),
  .kind = ANS_FIELD_REFERENCE,
  .target = "households",
};

/* --- values ---------------------------------------------------------------------------------- */

static const AnsField *
find_field (const AnsEventKind *kind, const char *name)
{
  for (const AnsField *field = kind->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

/* A person who must be a member is chosen from the members. An event that can enter somebody new
 * finds its person anywhere in the register. */
static gboolean
wants_member (const AnsEventKind *kind, const AnsField *field)
{
  return field->kind == ANS_FIELD_REFERENCE && g_strcmp0 (field->target, "people") == 0 &&
         !(g_str_equal (field->name, "person") && find_field (kind, "full_name") != NULL);
}

static gboolean
is_members (const AnsField *field)
{
  return g_str_equal (field->name, "members");
}

/* Returns: FALSE when something typed can't be understood; @report shows it */
static gboolean
read_values (AnsEventDialog *self, gboolean report, GHashTable *values)
{
  gboolean understood = TRUE;

  for (guint i = 0; i < self->edits->len; i++)
    {
      AnsFieldEdit *edit = self->edits->pdata[i];
      g_autofree char *value = NULL;

      if (report ? !ans_field_edit_get_value (edit, &value)
                 : !ans_value_editor_get_value (ans_field_edit_get_editor (edit), &value, NULL))
        {
          if (understood && report)
            gtk_widget_grab_focus (GTK_WIDGET (edit));
          understood = FALSE;
        }
      else if (value != NULL)
        g_hash_table_insert (values, g_strdup (ans_field_edit_get_field (edit)->name),
                             g_steal_pointer (&value));
    }
  return understood;
}

static GHashTable *
values_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* --- check and preview ----------------------------------------------------------------------- */

static void
show_problems (AnsEventDialog *self, AnsProblems *problems)
{
  ans_problem_list_clear (self->problems);
  for (guint i = 0; i < self->edits->len; i++)
    {
      AnsFieldEdit *edit = self->edits->pdata[i];
      const AnsProblem *worst = NULL;

      for (guint j = 0; j < ans_problems_get_n (problems); j++)
        {
          const AnsProblem *problem = ans_problems_get (problems, j);

          if (g_strcmp0 (problem->field, ans_field_edit_get_field (edit)->name) == 0 &&
              (worst == NULL || problem->severity > worst->severity))
            worst = problem;
        }
      if (worst != NULL && (self->attempted || ans_field_edit_is_touched (edit) ||
                            worst->severity == ANS_PROBLEM_WARNING))
        ans_field_edit_set_problem (edit, worst->severity, worst->message);
      else
        ans_field_edit_set_problem (edit, ANS_PROBLEM_WARNING, NULL);
    }
  for (guint j = 0; j < ans_problems_get_n (problems); j++)
    {
      const AnsProblem *problem = ans_problems_get (problems, j);

      if (problem->field == NULL && (self->attempted || self->where == NULL))
        ans_problem_list_add (self->problems, problem->severity, problem->message);
    }
}

static GtkWidget *
preview_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
show_preview (AnsEventDialog *self, GPtrArray *consequences)
{
  ans_record_cards_clear (self->preview);
  gtk_widget_set_visible (self->preview_box, consequences != NULL && consequences->len > 0);
  for (guint i = 0; consequences != NULL && i < consequences->len; i++)
    {
      const AnsEventConsequence *consequence = consequences->pdata[i];

      gtk_box_append (self->preview, preview_label (consequence->title, "ans-strong"));
      for (guint j = 0; consequence->sentences[j] != NULL; j++)
        gtk_box_append (self->preview, preview_label (consequence->sentences[j], "ans-secondary"));
    }
}

static gboolean
check (AnsEventDialog *self, gboolean understood, GHashTable *values)
{
  g_autoptr (AnsProblems) problems =
      ans_event_check (self->book, self->kind, self->household, values);
  g_autoptr (GPtrArray) consequences = NULL;

  show_problems (self, problems);
  if (ans_problems_has_errors (problems) || !understood)
    {
      show_preview (self, NULL);
      return FALSE;
    }
  consequences = ans_event_preview (self->book, self->kind, self->household, values);
  show_preview (self, consequences);
  return TRUE;
}

static gboolean
check_cb (gpointer data)
{
  AnsEventDialog *self = data;
  g_autoptr (GHashTable) values = values_new ();

  self->check_id = 0;
  check (self, read_values (self, FALSE, values), values);
  return G_SOURCE_REMOVE;
}

static void
queue_check (AnsEventDialog *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  self->check_id = g_timeout_add (CHECK_DELAY, check_cb, self);
}

static void
edited_cb (AnsEventDialog *self)
{
  self->dirty = TRUE;
  queue_check (self);
}

/* --- fields ---------------------------------------------------------------------------------- */

static void
household_edited_cb (AnsEventDialog *self)
{
  g_autofree char *value = NULL;

  if (!ans_value_editor_get_value (ans_field_edit_get_editor (self->where), &value, NULL))
    return;
  self->household = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
  for (guint i = 0; i < self->edits->len; i++)
    {
      AnsValueEditor *editor = ans_field_edit_get_editor (self->edits->pdata[i]);

      if (ANS_IS_MEMBER_EDITOR (editor))
        ans_member_editor_set_household (ANS_MEMBER_EDITOR (editor), self->household);
      else if (ANS_IS_MEMBERS_EDITOR (editor))
        ans_members_editor_set_household (ANS_MEMBERS_EDITOR (editor), self->household);
    }
  queue_check (self);
}

static char *
first_value (AnsEventDialog *self, const AnsField *field, gint64 person)
{
  const gboolean is_about_person =
      person != 0 && (is_members (field) ||
                      (wants_member (self->kind, field) && !g_str_equal (field->name, "new_head")));

  if (is_about_person)
    return g_strdup_printf ("%" G_GINT64_FORMAT, person);
  if (field->kind == ANS_FIELD_DATE && g_str_equal (field->name, "date"))
    return ans_date_to_iso (ans_date_today ());
  return g_strdup (field->default_value);
}

static void
add_field (AnsEventDialog *self, const AnsField *field, gint64 person)
{
  AnsFieldEdit *edit;
  g_autofree char *value = first_value (self, field, person);

  if (is_members (field))
    edit = ans_field_edit_new_with_editor (field,
                                           ans_members_editor_new (self->book, self->household));
  else if (wants_member (self->kind, field))
    edit =
        ans_field_edit_new_with_editor (field, ans_member_editor_new (self->book, self->household));
  else
    edit = ans_field_edit_new (self->book, field);
  ans_field_edit_set_value (edit, value);
  ans_form_grid_append (self->grid, GTK_WIDGET (edit), is_members (field));
  g_signal_connect_swapped (edit, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (edit, "settled", G_CALLBACK (queue_check), self);
  g_ptr_array_add (self->edits, edit);
}

static void
build (AnsEventDialog *self, gint64 person)
{
  if (self->household == 0)
    {
      self->where = ans_field_edit_new (self->book, &household_field);
      ans_form_grid_append (self->grid, GTK_WIDGET (self->where), TRUE);
      g_signal_connect_swapped (self->where, "edited", G_CALLBACK (household_edited_cb), self);
    }
  for (const AnsField *field = self->kind->fields; field->name != NULL; field++)
    add_field (self, field, person);
}

/* --- saving and closing ---------------------------------------------------------------------- */

static void
book_changed_cb (AnsEventDialog *self, AnsChanges *changes)
{
  self->action = changes->action;
}

gboolean
ans_event_dialog_save (AnsEventDialog *self)
{
  g_autoptr (GHashTable) values = values_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  g_return_val_if_fail (ANS_IS_EVENT_DIALOG (self), FALSE);

  g_clear_handle_id (&self->check_id, g_source_remove);
  self->attempted = TRUE;
  if (!check (self, read_values (self, TRUE, values), values))
    return FALSE;
  self->action = 0;
  g_signal_connect_swapped (self->book, "changed", G_CALLBACK (book_changed_cb), self);
  done = ans_event_apply (self->book, self->kind, self->household, values, &error);
  g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  if (!done)
    {
      ans_problem_list_add (self->problems, ANS_PROBLEM_ERROR, error->message);
      return FALSE;
    }
  self->dirty = FALSE;
  code = ans_register_title_of (self->book, &ans_register_households, self->household);
  text = code != NULL ? g_strdup_printf ("%s · %s", _ (self->kind->label), code)
                      : g_strdup (_ (self->kind->label));
  ans_undo_dialog_toast (GTK_WIDGET (self), text, self->action);
  return TRUE;
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (ans_event_dialog_save (ANS_EVENT_DIALOG (widget)))
    adw_dialog_force_close (ADW_DIALOG (widget));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
close_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AnsEventDialog) self = data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
ans_event_dialog_close_attempt (AdwDialog *dialog)
{
  AnsEventDialog *self = ANS_EVENT_DIALOG (dialog);
  AdwAlertDialog *question;

  if (!self->dirty)
    {
      adw_dialog_force_close (dialog);
      return;
    }
  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Discard What You Entered?"),
                                                     _ ("The event has not been written yet.")));
  adw_alert_dialog_add_responses (question, "cancel", _ ("_Keep Editing"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (question, "cancel");
  adw_alert_dialog_choose (question, GTK_WIDGET (self), NULL, close_chosen_cb, g_object_ref (self));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_event_dialog_dispose (GObject *object)
{
  AnsEventDialog *self = ANS_EVENT_DIALOG (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  for (guint i = 0; i < self->edits->len; i++)
    g_signal_handlers_disconnect_by_data (self->edits->pdata[i], self);
  g_ptr_array_set_size (self->edits, 0);
  if (self->where != NULL)
    g_signal_handlers_disconnect_by_data (self->where, self);
  self->where = NULL;
  /* libadwaita 1.7 keeps the sheet of a closed dialog, and what is in it. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_EVENT_DIALOG);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_event_dialog_parent_class)->dispose (object);
}

static void
ans_event_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (ANS_EVENT_DIALOG (object)->edits);
  G_OBJECT_CLASS (ans_event_dialog_parent_class)->finalize (object);
}

static void
ans_event_dialog_class_init (AnsEventDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_event_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_event_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = ans_event_dialog_close_attempt;

  g_type_ensure (ANS_TYPE_PROBLEM_LIST);
  g_type_ensure (ANS_TYPE_FORM_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsEventDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AnsEventDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, AnsEventDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, AnsEventDialog, preview_box);
  gtk_widget_class_bind_template_child (widget_class, AnsEventDialog, preview);

  gtk_widget_class_install_action (widget_class, "event.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "event.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "event.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "event.save",
                                       NULL);
}

static void
ans_event_dialog_init (AnsEventDialog *self)
{
  self->edits = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AnsEventDialog *
ans_event_dialog_new (AnsBook *book, const AnsEventKind *kind, gint64 household, gint64 person)
{
  AnsEventDialog *self;
  g_autofree char *code = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (ANS_TYPE_EVENT_DIALOG, NULL);
  self->book = g_object_ref (book);
  self->kind = kind;
  self->household = household;
  code = ans_register_title_of (book, &ans_register_households, household);
  adw_window_title_set_title (self->title, _ (kind->label));
  if (code != NULL)
    {
      /* Translators: %s is the code of a household. */
      g_autofree char *subtitle = g_strdup_printf (_ ("Household %s"), code);

      adw_window_title_set_subtitle (self->title, subtitle);
    }
  adw_dialog_set_title (ADW_DIALOG (self), _ (kind->label));
  build (self, person);
  check_cb (self);
  return self;
}

AdwDialog *
ans_event_dialog_present (
    GtkWidget *parent, AnsBook *book, const AnsEventKind *kind, gint64 household, gint64 person)
{
  AnsEventDialog *self = ans_event_dialog_new (book, kind, household, person);

  adw_dialog_present (ADW_DIALOG (self), parent);
  return ADW_DIALOG (self);
}

GtkWidget *
ans_event_dialog_get_edit (AnsEventDialog *self, const char *name)
{
  g_return_val_if_fail (ANS_IS_EVENT_DIALOG (self), NULL);

  for (guint i = 0; i < self->edits->len; i++)
    if (g_str_equal (ans_field_edit_get_field (self->edits->pdata[i])->name, name))
      return self->edits->pdata[i];
  return NULL;
}
