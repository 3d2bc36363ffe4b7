/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-choices-editor.h"

#include <adwaita.h>

struct _AnsChoicesEditor
{
  GtkWidget parent_instance;

  const AnsField *field;
  GtkWidget *box;
  GPtrArray *buttons; /* GtkToggleButton, one for each choice */
  gboolean setting;
};

static void ans_choices_editor_iface_init (AnsValueEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsChoicesEditor,
                               ans_choices_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_VALUE_EDITOR,
                                                      ans_choices_editor_iface_init))

static void
toggled_cb (AnsChoicesEditor *self)
{
  if (self->setting)
    return;
  ans_value_editor_edited (ANS_VALUE_EDITOR (self));
  ans_value_editor_settled (ANS_VALUE_EDITOR (self));
}

static void
choices_editor_set_value (AnsValueEditor *editor, const char *value)
{
  AnsChoicesEditor *self = ANS_CHOICES_EDITOR (editor);
  g_auto (GStrv) codes = g_strsplit (value != NULL ? value : "", "|", -1);

  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (
        self->buttons->pdata[i],
        g_strv_contains ((const char *const *) codes, self->field->choices[i].code));
  self->setting = FALSE;
}

static gboolean
choices_editor_get_value (AnsValueEditor *editor, char **value, GError **error)
{
  AnsChoicesEditor *self = ANS_CHOICES_EDITOR (editor);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (self->buttons->pdata[i]))
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? "|" : "",
                              self->field->choices[i].code);
  if (codes->len > 0)
    *value = g_string_free_and_steal (g_steal_pointer (&codes));
  return TRUE;
}

static GtkWidget *
choices_editor_get_input (AnsValueEditor *editor)
{
  AnsChoicesEditor *self = ANS_CHOICES_EDITOR (editor);

  return self->buttons->len > 0 ? self->buttons->pdata[0] : self->box;
}

static void
ans_choices_editor_iface_init (AnsValueEditorInterface *iface)
{
  iface->set_value = choices_editor_set_value;
  iface->get_value = choices_editor_get_value;
  iface->get_input = choices_editor_get_input;
}

static void
ans_choices_editor_dispose (GObject *object)
{
  AnsChoicesEditor *self = ANS_CHOICES_EDITOR (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ans_choices_editor_parent_class)->dispose (object);
}

static void
ans_choices_editor_class_init (AnsChoicesEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_choices_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ans_choices_editor_init (AnsChoicesEditor *self)
{
  self->buttons = g_ptr_array_new ();
  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->box), 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

AnsValueEditor *
ans_choices_editor_new (const AnsField *field)
{
  AnsChoicesEditor *self = g_object_new (ANS_TYPE_CHOICES_EDITOR, NULL);

  self->field = field;
  for (const AnsChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new (choice->label);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      choice->label, -1);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
      adw_wrap_box_append (ADW_WRAP_BOX (self->box), button);
      g_ptr_array_add (self->buttons, button);
    }
  return ANS_VALUE_EDITOR (self);
}
