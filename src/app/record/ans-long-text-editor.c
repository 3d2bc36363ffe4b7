/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-long-text-editor.h"

struct _AnsLongTextEditor
{
  GtkWidget parent_instance;

  GtkWidget *frame;
  GtkTextView *view;
  gboolean setting;
};

static void ans_long_text_editor_iface_init (AnsValueEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsLongTextEditor,
                               ans_long_text_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_VALUE_EDITOR,
                                                      ans_long_text_editor_iface_init))

static void
changed_cb (AnsLongTextEditor *self)
{
  if (!self->setting)
    ans_value_editor_edited (ANS_VALUE_EDITOR (self));
}

static void
long_text_editor_set_value (AnsValueEditor *editor, const char *value)
{
  AnsLongTextEditor *self = ANS_LONG_TEXT_EDITOR (editor);

  self->setting = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), value != NULL ? value : "", -1);
  self->setting = FALSE;
}

static gboolean
long_text_editor_get_value (AnsValueEditor *editor, char **value, GError **error)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ANS_LONG_TEXT_EDITOR (editor)->view);
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  if (*text != '\0')
    *value = g_steal_pointer (&text);
  return TRUE;
}

static GtkWidget *
long_text_editor_get_input (AnsValueEditor *editor)
{
  return GTK_WIDGET (ANS_LONG_TEXT_EDITOR (editor)->view);
}

static void
ans_long_text_editor_iface_init (AnsValueEditorInterface *iface)
{
  iface->set_value = long_text_editor_set_value;
  iface->get_value = long_text_editor_get_value;
  iface->get_input = long_text_editor_get_input;
}

static void
ans_long_text_editor_dispose (GObject *object)
{
  AnsLongTextEditor *self = ANS_LONG_TEXT_EDITOR (object);

  self->setting = TRUE;
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  G_OBJECT_CLASS (ans_long_text_editor_parent_class)->dispose (object);
}

static void
ans_long_text_editor_class_init (AnsLongTextEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_long_text_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ans_long_text_editor_init (AnsLongTextEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (self->view, 8);
  gtk_text_view_set_bottom_margin (self->view, 8);
  gtk_text_view_set_left_margin (self->view, 9);
  gtk_text_view_set_right_margin (self->view, 9);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 76);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (scrolled, "ans-text-area");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  self->frame = scrolled;
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));

  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (ans_value_editor_settled), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

AnsValueEditor *
ans_long_text_editor_new (void)
{
  return g_object_new (ANS_TYPE_LONG_TEXT_EDITOR, NULL);
}
