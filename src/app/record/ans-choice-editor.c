/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-choice-editor.h"

#include <glib/gi18n.h>

#include "text/ans-fold.h"

#define SEARCH_FROM 8 /* shorter lists are seen at a glance */

struct _AnsChoiceEditor
{
  GtkWidget parent_instance;

  const AnsField *field;
  GtkDropDown *drop_down;
  gboolean setting;
};

static void ans_choice_editor_iface_init (AnsValueEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsChoiceEditor,
                               ans_choice_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_VALUE_EDITOR,
                                                      ans_choice_editor_iface_init))

static void
selected_cb (AnsChoiceEditor *self)
{
  if (self->setting)
    return;
  ans_value_editor_edited (ANS_VALUE_EDITOR (self));
  ans_value_editor_settled (ANS_VALUE_EDITOR (self));
}

/* What a search is matched against: the label as written, folded, and its synonyms. */
static char *
search_text (gpointer item, gpointer data)
{
  const char *label = gtk_string_object_get_string (GTK_STRING_OBJECT (item));
  g_autofree char *folded = ans_fold (label);
  g_autoptr (GString) text = g_string_new (label);
  const AnsChoiceEditor *self = data;

  g_string_append_printf (text, "\n%s", folded);
  for (const AnsChoice *choice = self->field->choices; choice->code != NULL; choice++)
    if (choice->synonyms != NULL && g_str_equal (choice->label, label))
      for (const char *const *synonym = choice->synonyms; *synonym != NULL; synonym++)
        g_string_append_printf (text, "\n%s", *synonym);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
setup_list_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  setup_item_cb (factory, item);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_list_item_get_child (item)), 40);
  gtk_label_set_width_chars (GTK_LABEL (gtk_list_item_get_child (item)), 18);
}

static GtkListItemFactory *
item_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  return factory;
}

static void
choice_editor_set_value (AnsValueEditor *editor, const char *value)
{
  AnsChoiceEditor *self = ANS_CHOICE_EDITOR (editor);
  guint position = 0; /* “nothing”: a required choice must be made, never presumed */

  if (value != NULL && *value != '\0')
    for (guint i = 0; self->field->choices[i].code != NULL; i++)
      if (g_str_equal (self->field->choices[i].code, value))
        position = i + 1;
  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->setting = FALSE;
}

static gboolean
choice_editor_get_value (AnsValueEditor *editor, char **value, GError **error)
{
  AnsChoiceEditor *self = ANS_CHOICE_EDITOR (editor);
  guint position = gtk_drop_down_get_selected (self->drop_down);

  if (position == 0 || position == GTK_INVALID_LIST_POSITION)
    return TRUE;
  *value = g_strdup (self->field->choices[position - 1].code);
  return TRUE;
}

static GtkWidget *
choice_editor_get_input (AnsValueEditor *editor)
{
  return GTK_WIDGET (ANS_CHOICE_EDITOR (editor)->drop_down);
}

static void
ans_choice_editor_iface_init (AnsValueEditorInterface *iface)
{
  iface->set_value = choice_editor_set_value;
  iface->get_value = choice_editor_get_value;
  iface->get_input = choice_editor_get_input;
}

static void
ans_choice_editor_dispose (GObject *object)
{
  AnsChoiceEditor *self = ANS_CHOICE_EDITOR (object);

  self->setting = TRUE;
  g_clear_pointer ((GtkWidget **) &self->drop_down, gtk_widget_unparent);
  G_OBJECT_CLASS (ans_choice_editor_parent_class)->dispose (object);
}

static void
ans_choice_editor_class_init (AnsChoiceEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_choice_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ans_choice_editor_init (AnsChoiceEditor *self)
{
}

AnsValueEditor *
ans_choice_editor_new (const AnsField *field)
{
  AnsChoiceEditor *self = g_object_new (ANS_TYPE_CHOICE_EDITOR, NULL);
  GtkStringList *labels = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) button_factory = item_factory (G_CALLBACK (setup_item_cb));
  g_autoptr (GtkListItemFactory) list_factory = item_factory (G_CALLBACK (setup_list_item_cb));
  GtkExpression *expression;

  self->field = field;
  gtk_string_list_append (labels, "–");
  for (const AnsChoice *choice = field->choices; choice->code != NULL; choice++)
    gtk_string_list_append (labels, choice->label);
  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (search_text),
                                            self, NULL);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (labels), expression));
  gtk_drop_down_set_factory (self->drop_down, button_factory);
  gtk_drop_down_set_list_factory (self->drop_down, list_factory);
  gtk_drop_down_set_search_match_mode (self->drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_drop_down_set_enable_search (self->drop_down,
                                   g_list_model_get_n_items (G_LIST_MODEL (labels)) > SEARCH_FROM);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  choice_editor_set_value (ANS_VALUE_EDITOR (self), NULL);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  return ANS_VALUE_EDITOR (self);
}
