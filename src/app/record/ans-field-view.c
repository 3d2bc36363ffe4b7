/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-field-view.h"

#include <glib/gi18n.h>

#include "app/record/ans-mask.h"

#define REVEALED_SECONDS 30

struct _AnsFieldView
{
  GtkWidget parent_instance;

  AnsRecord *record;
  const AnsField *field;
  guint hide_id;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *value;
  GtkToggleButton *eye;
};

G_DEFINE_FINAL_TYPE (AnsFieldView, ans_field_view, GTK_TYPE_WIDGET)

static void
update (AnsFieldView *self)
{
  g_autofree char *display = ans_record_display (self->record, self->field->name);
  g_autofree char *masked = NULL;
  const gboolean wanted = ans_mask_wanted (self->field) && *display != '\0';
  const gboolean revealed = gtk_toggle_button_get_active (self->eye);

  gtk_widget_set_visible (GTK_WIDGET (self->eye), wanted);
  if (wanted && !revealed)
    masked = ans_mask_text (display);
  gtk_label_set_label (self->value, masked != NULL ? masked : *display != '\0' ? display : "–");
  gtk_button_set_icon_name (GTK_BUTTON (self->eye),
                            revealed ? "view-conceal-symbolic" : "view-reveal-symbolic");
}

static gboolean
hide_cb (gpointer data)
{
  AnsFieldView *self = data;

  self->hide_id = 0;
  gtk_toggle_button_set_active (self->eye, FALSE);
  return G_SOURCE_REMOVE;
}

static void
eye_toggled_cb (AnsFieldView *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  if (gtk_toggle_button_get_active (self->eye))
    self->hide_id = g_timeout_add_seconds (REVEALED_SECONDS, hide_cb, self);
  update (self);
}

static void
ans_field_view_dispose (GObject *object)
{
  AnsFieldView *self = ANS_FIELD_VIEW (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_FIELD_VIEW);
  G_OBJECT_CLASS (ans_field_view_parent_class)->dispose (object);
}

static void
ans_field_view_class_init (AnsFieldViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_field_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-field-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsFieldView, box);
  gtk_widget_class_bind_template_child (widget_class, AnsFieldView, title);
  gtk_widget_class_bind_template_child (widget_class, AnsFieldView, value);
  gtk_widget_class_bind_template_child (widget_class, AnsFieldView, eye);
  gtk_widget_class_bind_template_callback (widget_class, eye_toggled_cb);
}

static void
ans_field_view_init (AnsFieldView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ans_field_view_new (AnsRecord *record, const AnsField *field)
{
  AnsFieldView *self = g_object_new (ANS_TYPE_FIELD_VIEW, NULL);
  g_autofree char *detailed = g_strconcat ("field-changed::", field->name, NULL);
  /* Translators: %s is a field such as “Phone”. */
  g_autofree char *eye = g_strdup_printf (_ ("Show: %s"), _ (field->label));

  self->record = g_object_ref (record);
  self->field = field;
  gtk_label_set_label (self->title, _ (field->label));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), field->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->eye), GTK_ACCESSIBLE_PROPERTY_LABEL, eye,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->eye), eye);
  g_signal_connect_swapped (record, detailed, G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}

const char *
ans_field_view_get_text (AnsFieldView *self)
{
  return gtk_label_get_label (self->value);
}

void
ans_field_view_reveal (AnsFieldView *self, gboolean revealed)
{
  gtk_toggle_button_set_active (self->eye, revealed);
}
