/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-members-editor.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "registry/ans-members.h"

struct _AnsMembersEditor
{
  GtkWidget parent_instance;

  AnsBook *book;
  GtkListBox *list;
  gboolean setting;
};

static void ans_members_editor_iface_init (AnsValueEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsMembersEditor,
                               ans_members_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_VALUE_EDITOR,
                                                      ans_members_editor_iface_init))

typedef struct
{
  gint64 id;
  GtkCheckButton *check;
} Member;

static const Member *
member_at (AnsMembersEditor *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "ans-member") : NULL;
}

static void
toggled_cb (AnsMembersEditor *self)
{
  if (self->setting)
    return;
  ans_value_editor_edited (ANS_VALUE_EDITOR (self));
  ans_value_editor_settled (ANS_VALUE_EDITOR (self));
}

static void
add_member (AnsMembersEditor *self, gint64 id)
{
  g_autoptr (AnsRecord) person = ans_record_load (self->book, &ans_register_people, id, NULL);
  g_autofree char *name = NULL;
  g_autofree char *relation = NULL;
  g_autofree char *birth = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;
  Member *member;

  if (person == NULL)
    return;
  name = ans_record_get_title (person);
  relation = ans_record_display (person, "relation");
  birth = ans_record_display (person, "birth");
  subtitle = g_strdup_printf ("%s · %s", relation, birth);
  row = adw_action_row_new ();
  member = g_new0 (Member, 1);
  member->id = id;
  member->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (member->check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (member->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (member->check));
  gtk_accessible_update_property (GTK_ACCESSIBLE (member->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_object_set_data_full (G_OBJECT (row), "ans-member", member, g_free);
  g_signal_connect_object (member->check, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
members_editor_set_value (AnsValueEditor *editor, const char *value)
{
  AnsMembersEditor *self = ANS_MEMBERS_EDITOR (editor);
  g_autoptr (GArray) ids = ans_members_parse (value);
  const Member *member;

  self->setting = TRUE;
  for (int i = 0; (member = member_at (self, i)) != NULL; i++)
    {
      gboolean chosen = FALSE;

      for (guint j = 0; j < ids->len; j++)
        chosen |= g_array_index (ids, gint64, j) == member->id;
      gtk_check_button_set_active (member->check, chosen);
    }
  self->setting = FALSE;
}

static gboolean
members_editor_get_value (AnsValueEditor *editor, char **value, GError **error)
{
  AnsMembersEditor *self = ANS_MEMBERS_EDITOR (editor);
  g_autoptr (GString) ids = g_string_new (NULL);
  const Member *member;

  for (int i = 0; (member = member_at (self, i)) != NULL; i++)
    if (gtk_check_button_get_active (member->check))
      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? "," : "", member->id);
  if (ids->len > 0)
    *value = g_string_free (g_steal_pointer (&ids), FALSE);
  return TRUE;
}

static GtkWidget *
members_editor_get_input (AnsValueEditor *editor)
{
  return GTK_WIDGET (ANS_MEMBERS_EDITOR (editor)->list);
}

static void
ans_members_editor_iface_init (AnsValueEditorInterface *iface)
{
  iface->set_value = members_editor_set_value;
  iface->get_value = members_editor_get_value;
  iface->get_input = members_editor_get_input;
}

static void
ans_members_editor_dispose (GObject *object)
{
  AnsMembersEditor *self = ANS_MEMBERS_EDITOR (object);

  self->setting = TRUE;
  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_members_editor_parent_class)->dispose (object);
}

static void
ans_members_editor_class_init (AnsMembersEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_members_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ans_members_editor_init (AnsMembersEditor *self)
{
  GtkWidget *nobody = gtk_label_new (_ ("The household has no members."));

  gtk_widget_set_margin_top (nobody, 12);
  gtk_widget_set_margin_bottom (nobody, 12);
  gtk_widget_add_css_class (nobody, "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, nobody);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AnsValueEditor *
ans_members_editor_new (AnsBook *book, gint64 household)
{
  AnsMembersEditor *self = g_object_new (ANS_TYPE_MEMBERS_EDITOR, NULL);

  self->book = g_object_ref (book);
  ans_members_editor_set_household (self, household);
  return ANS_VALUE_EDITOR (self);
}

void
ans_members_editor_set_household (AnsMembersEditor *self, gint64 household)
{
  g_autoptr (GArray) members = NULL;

  g_return_if_fail (ANS_IS_MEMBERS_EDITOR (self));

  members = ans_members_list (self->book, household, NULL);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < members->len; i++)
    add_member (self, g_array_index (members, gint64, i));
}
