/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-member-editor.h"

#include <glib/gi18n.h>

#include "registry/ans-members.h"

struct _AnsMemberEditor
{
  GtkWidget parent_instance;

  AnsBook *book;
  GtkDropDown *drop_down;
  GArray *ids; /* gint64; the first item is nobody */
  gboolean setting;
};

static void ans_member_editor_iface_init (AnsValueEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsMemberEditor,
                               ans_member_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_VALUE_EDITOR,
                                                      ans_member_editor_iface_init))

static void
selected_cb (AnsMemberEditor *self)
{
  if (self->setting)
    return;
  ans_value_editor_edited (ANS_VALUE_EDITOR (self));
  ans_value_editor_settled (ANS_VALUE_EDITOR (self));
}

static void
member_editor_set_value (AnsValueEditor *editor, const char *value)
{
  AnsMemberEditor *self = ANS_MEMBER_EDITOR (editor);
  const gint64 id = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
  guint position = 0;

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      position = i;
  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->setting = FALSE;
}

static gboolean
member_editor_get_value (AnsValueEditor *editor, char **value, GError **error)
{
  AnsMemberEditor *self = ANS_MEMBER_EDITOR (editor);
  const guint position = gtk_drop_down_get_selected (self->drop_down);

  if (position > 0 && position < self->ids->len)
    *value = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (self->ids, gint64, position));
  return TRUE;
}

static GtkWidget *
member_editor_get_input (AnsValueEditor *editor)
{
  return GTK_WIDGET (ANS_MEMBER_EDITOR (editor)->drop_down);
}

static void
ans_member_editor_iface_init (AnsValueEditorInterface *iface)
{
  iface->set_value = member_editor_set_value;
  iface->get_value = member_editor_get_value;
  iface->get_input = member_editor_get_input;
}

static void
ans_member_editor_dispose (GObject *object)
{
  AnsMemberEditor *self = ANS_MEMBER_EDITOR (object);

  self->setting = TRUE;
  g_clear_pointer ((GtkWidget **) &self->drop_down, gtk_widget_unparent);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_member_editor_parent_class)->dispose (object);
}

static void
ans_member_editor_finalize (GObject *object)
{
  g_array_unref (ANS_MEMBER_EDITOR (object)->ids);
  G_OBJECT_CLASS (ans_member_editor_parent_class)->finalize (object);
}

static void
ans_member_editor_class_init (AnsMemberEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_member_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_member_editor_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ans_member_editor_init (AnsMemberEditor *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
}

AnsValueEditor *
ans_member_editor_new (AnsBook *book, gint64 household)
{
  AnsMemberEditor *self = g_object_new (ANS_TYPE_MEMBER_EDITOR, NULL);

  self->book = g_object_ref (book);
  ans_member_editor_set_household (self, household);
  return ANS_VALUE_EDITOR (self);
}

void
ans_member_editor_set_household (AnsMemberEditor *self, gint64 household)
{
  static const gint64 nobody = 0;
  g_autoptr (GArray) members = NULL;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_return_if_fail (ANS_IS_MEMBER_EDITOR (self));

  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, nobody);
  gtk_string_list_append (labels, "–");
  members = ans_members_list (self->book, household, NULL);
  for (guint i = 0; i < members->len; i++)
    {
      const gint64 id = g_array_index (members, gint64, i);
      g_autoptr (AnsRecord) person = ans_record_load (self->book, &ans_register_people, id, NULL);
      g_autofree char *name = NULL;
      g_autofree char *birth = NULL;

      if (person == NULL)
        continue;
      name = ans_record_get_title (person);
      birth = ans_record_display (person, "birth");
      g_array_append_val (self->ids, id);
      gtk_string_list_take (labels, g_strdup_printf ("%s · %s", name, birth));
    }
  self->setting = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->drop_down, 0);
  self->setting = FALSE;
}
