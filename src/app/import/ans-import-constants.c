/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import/ans-import-constants.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "registry/ans-record.h"

struct _AnsImportConstants
{
  AdwPreferencesGroup parent_instance;

  AnsImport *import;
  GPtrArray *offered; /* const AnsField, in the order of the list */
  GPtrArray *rows;    /* of what is set, borrowed */

  AdwComboRow *field;
  AdwEntryRow *value;
  GtkLabel *problem;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsImportConstants, ans_import_constants, ADW_TYPE_PREFERENCES_GROUP)

static void
show_problem (AnsImportConstants *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "error");
}

static void fill (AnsImportConstants *self);

/* "" takes it off. */
static void
set (AnsImportConstants *self, const AnsField *field, const char *typed)
{
  g_autoptr (GError) error = NULL;

  if (!ans_import_set_constant (self->import, field->name, typed, &error))
    {
      show_problem (self, error->message);
      return;
    }
  show_problem (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->value), "");
  fill (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (AnsImportConstants *self, GtkButton *button)
{
  set (self, g_object_get_data (G_OBJECT (button), "ans-field"), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->value));
}

static GtkWidget *
make_row (AnsImportConstants *self, const AnsField *field, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("ans-delete-symbolic");
  g_autofree char *shown = ans_field_display (ans_import_get_book (self->import), field, value);
  g_autofree char *label =
      g_strdup_printf (_ ("No longer the same in every row: %s"), field->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  gtk_widget_add_css_class (row, "property");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  g_object_set_data (G_OBJECT (button), "ans-field", (gpointer) field);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill (AnsImportConstants *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->offered->len; i++)
    {
      const AnsField *field = self->offered->pdata[i];
      const char *value = ans_import_get_constant (self->import, field->name);

      if (value != NULL && *value != '\0')
        {
          GtkWidget *row = make_row (self, field, value);

          adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
          g_ptr_array_add (self->rows, row);
        }
    }
}

static void
edited_cb (AnsImportConstants *self)
{
  show_problem (self, NULL);
}

static void
apply_cb (AnsImportConstants *self)
{
  const guint at = adw_combo_row_get_selected (self->field);
  g_autofree char *typed = NULL;

  if (self->import == NULL || at >= self->offered->len)
    return;
  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->value)));
  set (self, self->offered->pdata[at], typed);
}

static void
offer_fields (AnsImportConstants *self)
{
  const AnsRegister *reg = ans_import_get_register (self->import);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->offered, 0);
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (!(field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED)) && *field->title != '\0')
      {
        g_ptr_array_add (self->offered, (gpointer) field);
        gtk_string_list_append (titles, field->title);
      }
  adw_combo_row_set_model (self->field, G_LIST_MODEL (titles));
}

static void
ans_import_constants_dispose (GObject *object)
{
  AnsImportConstants *self = ANS_IMPORT_CONSTANTS (object);

  g_clear_object (&self->import);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_IMPORT_CONSTANTS);
  G_OBJECT_CLASS (ans_import_constants_parent_class)->dispose (object);
}

static void
ans_import_constants_finalize (GObject *object)
{
  AnsImportConstants *self = ANS_IMPORT_CONSTANTS (object);

  g_ptr_array_unref (self->offered);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ans_import_constants_parent_class)->finalize (object);
}

static void
ans_import_constants_class_init (AnsImportConstantsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_import_constants_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_import_constants_finalize;

  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_IMPORT_CONSTANTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-import-constants.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsImportConstants, field);
  gtk_widget_class_bind_template_child (widget_class, AnsImportConstants, value);
  gtk_widget_class_bind_template_child (widget_class, AnsImportConstants, problem);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
ans_import_constants_init (AnsImportConstants *self)
{
  self->offered = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ans_import_constants_show (AnsImportConstants *self, AnsImport *import)
{
  g_return_if_fail (ANS_IS_IMPORT_CONSTANTS (self));
  g_return_if_fail (import != NULL);

  if (self->import != import)
    {
      g_set_object (&self->import, import);
      offer_fields (self);
    }
  fill (self);
}
