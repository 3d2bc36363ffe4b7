/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-extra-fields-page.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "registry/ans-extra-field.h"

struct _AnsExtraFieldsPage
{
  AdwPreferencesPage parent_instance;

  AnsBook *book;
  GPtrArray *rows; /* of the fields, borrowed */

  AdwComboRow *register_row;
  AdwPreferencesGroup *fields;
  AdwEntryRow *title;
  AdwComboRow *kind;
  AdwEntryRow *choices;
  AdwButtonRow *add;
};

G_DEFINE_FINAL_TYPE (AnsExtraFieldsPage, ans_extra_fields_page, ADW_TYPE_PREFERENCES_PAGE)

/* In the order of the template's list. */
static const char *const kinds[] = { "text", "number", "date", "choice", "bool" };

#define FIELD_KEY "ans-field"

static const AnsRegister *
chosen_register (AnsExtraFieldsPage *self)
{
  guint n;
  const AnsRegister *const *registers = ans_registers (&n);
  const guint at = adw_combo_row_get_selected (self->register_row);

  return ans_book_get_register (self->book, registers[MIN (at, n - 1)]);
}

static const char *
chosen_kind (AnsExtraFieldsPage *self)
{
  return kinds[MIN (adw_combo_row_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)];
}

static void
tell (AnsExtraFieldsPage *self, const char *text)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  else
    g_object_unref (toast);
}

/* --- the fields there are -------------------------------------------------------------------- */

static void fill (AnsExtraFieldsPage *self);

static void
rename_cb (AnsExtraFieldsPage *self, AdwEntryRow *row)
{
  g_autoptr (GError) error = NULL;
  const char *name = g_object_get_data (G_OBJECT (row), FIELD_KEY);

  if (ans_extra_field_rename (self->book, chosen_register (self), name,
                              gtk_editable_get_text (GTK_EDITABLE (row)), &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      tell (self, _ ("The field has its new title."));
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      tell (self, error->message);
    }
}

static void
remove_cb (AnsExtraFieldsPage *self, GtkButton *button)
{
  g_autoptr (GError) error = NULL;
  const char *name = g_object_get_data (G_OBJECT (button), FIELD_KEY);

  if (!ans_extra_field_remove (self->book, chosen_register (self), name, &error))
    {
      tell (self, error->message);
      return;
    }
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  tell (self, _ ("The field was removed."));
}

static GtkWidget *
make_row (AnsExtraFieldsPage *self, const AnsField *field)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("ans-delete-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove the field “%s”"), field->title);
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (self->kind));
  const char *kind = ans_extra_field_kind_name (field);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], kind))
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     gtk_string_list_get_string (names, i));
  gtk_editable_set_text (GTK_EDITABLE (row), field->title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), FIELD_KEY, (gpointer) field->name);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (rename_cb), self);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  g_object_set_data (G_OBJECT (button), FIELD_KEY, (gpointer) field->name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  return row;
}

static void
fill (AnsExtraFieldsPage *self)
{
  const AnsRegister *reg = chosen_register (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->fields, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (ans_field_is_extra (field))
      {
        GtkWidget *row = make_row (self, field);

        adw_preferences_group_add (self->fields, row);
        g_ptr_array_add (self->rows, row);
      }
  adw_preferences_group_set_description (
      self->fields, self->rows->len == 0 ? _ ("None in this register yet.") : NULL);
}

static void
register_changed_cb (AnsExtraFieldsPage *self)
{
  if (self->book != NULL)
    fill (self);
}

/* --- a new one ------------------------------------------------------------------------------- */

static gboolean
has_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0';
}

static void
new_field_changed_cb (AnsExtraFieldsPage *self)
{
  const gboolean chooses = g_str_equal (chosen_kind (self), "choice");

  gtk_widget_remove_css_class (GTK_WIDGET (self->title), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->choices), chooses);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add),
                            has_text (self->title) && (!chooses || has_text (self->choices)));
}

static void
add_cb (AnsExtraFieldsPage *self)
{
  const AnsRegister *reg = chosen_register (self);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  g_autofree char *name = ans_extra_field_make_name (self->book, reg, title);
  g_auto (GStrv) choices = NULL;
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->add)))
    return;
  if (g_str_equal (chosen_kind (self), "choice"))
    choices = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->choices)), ",", -1);
  if (ans_extra_field_add (self->book, reg, name, title, chosen_kind (self),
                           (const char *const *) choices, &error) == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->title), "error");
      tell (self, error->message);
      return;
    }
  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->title), "");
  gtk_editable_set_text (GTK_EDITABLE (self->choices), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  tell (self, _ ("The field was added."));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_extra_fields_page_dispose (GObject *object)
{
  AnsExtraFieldsPage *self = ANS_EXTRA_FIELDS_PAGE (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_EXTRA_FIELDS_PAGE);
  G_OBJECT_CLASS (ans_extra_fields_page_parent_class)->dispose (object);
}

static void
ans_extra_fields_page_class_init (AnsExtraFieldsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_extra_fields_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-extra-fields-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsExtraFieldsPage, register_row);
  gtk_widget_class_bind_template_child (widget_class, AnsExtraFieldsPage, fields);
  gtk_widget_class_bind_template_child (widget_class, AnsExtraFieldsPage, title);
  gtk_widget_class_bind_template_child (widget_class, AnsExtraFieldsPage, kind);
  gtk_widget_class_bind_template_child (widget_class, AnsExtraFieldsPage, choices);
  gtk_widget_class_bind_template_child (widget_class, AnsExtraFieldsPage, add);
  gtk_widget_class_bind_template_callback (widget_class, register_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ans_extra_fields_page_init (AnsExtraFieldsPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwPreferencesPage *
ans_extra_fields_page_new (AnsBook *book)
{
  AnsExtraFieldsPage *self;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint people = 0;
  guint n;
  const AnsRegister *const *registers = ans_registers (&n);

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  self = g_object_new (ANS_TYPE_EXTRA_FIELDS_PAGE, NULL);
  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (titles, registers[i]->title);
      if (registers[i] == &ans_register_people)
        people = i;
    }
  adw_combo_row_set_model (self->register_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->register_row, people);
  self->book = g_object_ref (book);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !ans_book_is_read_only (book));
  fill (self);
  return ADW_PREFERENCES_PAGE (self);
}
