/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-switch-editor.h"

struct _AnsSwitchEditor
{
  GtkWidget parent_instance;

  GtkSwitch *toggle;
  gboolean setting;
  gboolean was_empty;
};

static void ans_switch_editor_iface_init (AnsValueEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsSwitchEditor,
                               ans_switch_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_VALUE_EDITOR,
                                                      ans_switch_editor_iface_init))

static void
active_changed_cb (AnsSwitchEditor *self)
{
  if (self->setting)
    return;
  ans_value_editor_edited (ANS_VALUE_EDITOR (self));
  ans_value_editor_settled (ANS_VALUE_EDITOR (self));
}

static void
switch_editor_set_value (AnsValueEditor *editor, const char *value)
{
  AnsSwitchEditor *self = ANS_SWITCH_EDITOR (editor);

  self->setting = TRUE;
  self->was_empty = value == NULL || *value == '\0';
  gtk_switch_set_active (self->toggle, g_strcmp0 (value, "1") == 0);
  self->setting = FALSE;
}

static gboolean
switch_editor_get_value (AnsValueEditor *editor, char **value, GError **error)
{
  AnsSwitchEditor *self = ANS_SWITCH_EDITOR (editor);

  if (gtk_switch_get_active (self->toggle))
    *value = g_strdup ("1");
  else if (!self->was_empty)
    *value = g_strdup ("0");
  return TRUE;
}

static GtkWidget *
switch_editor_get_input (AnsValueEditor *editor)
{
  return GTK_WIDGET (ANS_SWITCH_EDITOR (editor)->toggle);
}

static void
ans_switch_editor_iface_init (AnsValueEditorInterface *iface)
{
  iface->set_value = switch_editor_set_value;
  iface->get_value = switch_editor_get_value;
  iface->get_input = switch_editor_get_input;
}

static void
ans_switch_editor_dispose (GObject *object)
{
  AnsSwitchEditor *self = ANS_SWITCH_EDITOR (object);

  g_clear_pointer ((GtkWidget **) &self->toggle, gtk_widget_unparent);
  G_OBJECT_CLASS (ans_switch_editor_parent_class)->dispose (object);
}

static void
ans_switch_editor_class_init (AnsSwitchEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_switch_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ans_switch_editor_init (AnsSwitchEditor *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  self->was_empty = TRUE;
  gtk_widget_set_halign (GTK_WIDGET (self->toggle), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->toggle), GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, 34);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (active_changed_cb), self);
}

AnsValueEditor *
ans_switch_editor_new (void)
{
  return g_object_new (ANS_TYPE_SWITCH_EDITOR, NULL);
}
