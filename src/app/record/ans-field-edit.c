/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-field-edit.h"

#include <glib/gi18n.h>

struct _AnsFieldEdit
{
  GtkWidget parent_instance;

  const AnsField *field;
  AnsValueEditor *editor;
  char *misunderstood; /* why the typed text can't be taken */
  char *problem;       /* what validation says */
  AnsProblemSeverity severity;
  gboolean touched;

  GtkWidget *box;
  GtkLabel *title;
  GtkBox *editor_box;
  GtkLabel *echo;
  GtkWidget *problem_box;
  GtkImage *problem_icon;
  GtkLabel *problem_label;
};

enum
{
  EDITED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsFieldEdit, ans_field_edit, GTK_TYPE_WIDGET)

static void
mark_input (AnsFieldEdit *self, const char *message, gboolean is_error)
{
  GtkWidget *input = ans_value_editor_get_input (self->editor);

  gtk_widget_remove_css_class (input, "error");
  gtk_widget_remove_css_class (input, "warning");
  if (message == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
      gtk_accessible_reset_state (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_STATE_INVALID);
      return;
    }
  gtk_widget_add_css_class (input, is_error ? "error" : "warning");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_STATE_INVALID,
      is_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->problem_label, NULL, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                  self->problem_label, NULL, -1);
}

static void
update (AnsFieldEdit *self)
{
  const gboolean is_error = self->misunderstood != NULL || self->severity == ANS_PROBLEM_ERROR;
  const char *message = self->misunderstood != NULL ? self->misunderstood : self->problem;
  g_autofree char *echo = ans_value_editor_describe (self->editor);

  gtk_label_set_label (self->echo, echo != NULL ? echo : "");
  gtk_widget_set_visible (GTK_WIDGET (self->echo), echo != NULL);

  gtk_label_set_label (self->problem_label, message != NULL ? message : "");
  gtk_image_set_from_icon_name (self->problem_icon,
                                is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_visible (self->problem_box, message != NULL);
  gtk_widget_remove_css_class (self->problem_box, "ans-bad");
  gtk_widget_remove_css_class (self->problem_box, "ans-late");
  gtk_widget_add_css_class (self->problem_box, is_error ? "ans-bad" : "ans-late");
  mark_input (self, message, is_error);
}

static void
read_value (AnsFieldEdit *self, gboolean report)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  if (ans_value_editor_get_value (self->editor, &value, &error))
    g_clear_pointer (&self->misunderstood, g_free);
  else if (report || self->misunderstood != NULL)
    g_set_str (&self->misunderstood, error->message);
}

/* While somebody types, a half date is no error yet; it is one once the field is left. */
static void
editor_edited_cb (AnsFieldEdit *self)
{
  self->touched = TRUE;
  read_value (self, FALSE);
  update (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
editor_settled_cb (AnsFieldEdit *self)
{
  self->touched = TRUE;
  read_value (self, TRUE);
  update (self);
  g_signal_emit (self, signals[SETTLED], 0);
}

static gboolean
ans_field_edit_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ans_value_editor_get_input (ANS_FIELD_EDIT (widget)->editor));
}

static void
ans_field_edit_dispose (GObject *object)
{
  AnsFieldEdit *self = ANS_FIELD_EDIT (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_FIELD_EDIT);
  G_OBJECT_CLASS (ans_field_edit_parent_class)->dispose (object);
}

static void
ans_field_edit_finalize (GObject *object)
{
  AnsFieldEdit *self = ANS_FIELD_EDIT (object);

  g_free (self->misunderstood);
  g_free (self->problem);
  G_OBJECT_CLASS (ans_field_edit_parent_class)->finalize (object);
}

static void
ans_field_edit_class_init (AnsFieldEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *const names[N_SIGNALS] = { "edited", "settled" };

  G_OBJECT_CLASS (klass)->dispose = ans_field_edit_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_field_edit_finalize;
  widget_class->grab_focus = ans_field_edit_grab_focus;

  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], ANS_TYPE_FIELD_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-field-edit.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsFieldEdit, box);
  gtk_widget_class_bind_template_child (widget_class, AnsFieldEdit, title);
  gtk_widget_class_bind_template_child (widget_class, AnsFieldEdit, editor_box);
  gtk_widget_class_bind_template_child (widget_class, AnsFieldEdit, echo);
  gtk_widget_class_bind_template_child (widget_class, AnsFieldEdit, problem_box);
  gtk_widget_class_bind_template_child (widget_class, AnsFieldEdit, problem_icon);
  gtk_widget_class_bind_template_child (widget_class, AnsFieldEdit, problem_label);
}

static void
ans_field_edit_init (AnsFieldEdit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AnsFieldEdit *
ans_field_edit_new_with_editor (const AnsField *field, AnsValueEditor *editor)
{
  AnsFieldEdit *self = g_object_new (ANS_TYPE_FIELD_EDIT, NULL);
  GtkWidget *input = ans_value_editor_get_input (editor);
  const gboolean required = (field->flags & ANS_FIELD_REQUIRED) != 0;

  self->field = field;
  self->editor = editor;
  gtk_box_append (self->editor_box, GTK_WIDGET (editor));
  gtk_widget_set_hexpand (GTK_WIDGET (editor), TRUE);
  if (required)
    {
      /* Translators: label of a field that must be filled in. */
      g_autofree char *title = g_strdup_printf (_ ("%s *"), _ (field->label));

      gtk_label_set_label (self->title, title);
    }
  else
    gtk_label_set_label (self->title, _ (field->label));
  gtk_label_set_mnemonic_widget (self->title, input);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), field->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), GTK_ACCESSIBLE_PROPERTY_REQUIRED, required, -1);
  g_signal_connect_swapped (editor, "edited", G_CALLBACK (editor_edited_cb), self);
  g_signal_connect_swapped (editor, "settled", G_CALLBACK (editor_settled_cb), self);
  return self;
}

AnsFieldEdit *
ans_field_edit_new (AnsBook *book, const AnsField *field)
{
  return ans_field_edit_new_with_editor (field, ans_value_editor_new (book, field));
}

const AnsField *
ans_field_edit_get_field (AnsFieldEdit *self)
{
  return self->field;
}

AnsValueEditor *
ans_field_edit_get_editor (AnsFieldEdit *self)
{
  return self->editor;
}

void
ans_field_edit_set_value (AnsFieldEdit *self, const char *value)
{
  g_return_if_fail (ANS_IS_FIELD_EDIT (self));

  g_clear_pointer (&self->misunderstood, g_free);
  ans_value_editor_set_value (self->editor, value);
  self->touched = FALSE;
  update (self);
}

gboolean
ans_field_edit_get_value (AnsFieldEdit *self, char **value)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ANS_IS_FIELD_EDIT (self), FALSE);

  if (ans_value_editor_get_value (self->editor, value, &error))
    return TRUE;
  g_set_str (&self->misunderstood, error->message);
  update (self);
  return FALSE;
}

gboolean
ans_field_edit_is_touched (AnsFieldEdit *self)
{
  return self->touched;
}

void
ans_field_edit_set_problem (AnsFieldEdit *self, AnsProblemSeverity severity, const char *message)
{
  g_return_if_fail (ANS_IS_FIELD_EDIT (self));

  if (!g_set_str (&self->problem, message) && self->severity == severity)
    return;
  self->severity = severity;
  update (self);
}

const char *
ans_field_edit_get_message (AnsFieldEdit *self)
{
  return self->misunderstood != NULL ? self->misunderstood : self->problem;
}
