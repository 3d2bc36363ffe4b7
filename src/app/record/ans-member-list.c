/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-member-list.h"

#include <glib/gi18n.h>

#include "registry/ans-members.h"
#include "registry/ans-period-history.h"
#include "registry/ans-period-rows.h"
#include "text/ans-date.h"

typedef struct
{
  gint64 person;
  AnsMemberActivated activated;
  gpointer data;
} Row;

static void
row_activated_cb (AdwActionRow *widget, Row *row)
{
  row->activated (row->person, row->data);
}

static GtkWidget *
row_new (AnsRecord *person,
         const char *subtitle,
         gboolean at_hand,
         AnsMemberActivated activated,
         gpointer data)
{
  g_autofree char *name = ans_record_get_title (person);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *avatar = adw_avatar_new (28, name, TRUE);

  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  gtk_widget_add_css_class (row, "ans-member-row");
  if (at_hand)
    gtk_widget_add_css_class (row, "ans-at-hand");
  else if (activated != NULL)
    {
      Row *closure = g_new0 (Row, 1);

      closure->person = ans_record_get_id (person);
      closure->activated = activated;
      closure->data = data;
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect_data (row, "activated", G_CALLBACK (row_activated_cb), closure,
                             (GClosureNotify) (GCallback) g_free, 0);
    }
  return row;
}

static char *
describe (AnsRecord *person, const char *relation, const char *tail)
{
  AnsBook *book = ans_record_get_book (person);
  const AnsField *field = ans_register_get_field (&ans_register_people, "relation");
  g_autofree char *label = ans_field_display (book, field, relation);
  g_autofree char *birth = ans_record_display (person, "birth");
  g_autoptr (GString) text = g_string_new (label);
  const char *parts[] = { birth, tail };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
ans_member_list_fill (GtkListBox *list,
                      AnsBook *book,
                      gint64 household,
                      const char *day,
                      gint64 except,
                      AnsMemberActivated activated,
                      gpointer data)
{
  const AnsPeriod *home = ans_register_get_period (&ans_register_people, "person_home");
  g_autoptr (GArray) members = ans_members_list (book, household, day);

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < members->len; i++)
    {
      const gint64 id = g_array_index (members, gint64, i);
      g_autoptr (AnsRecord) person = ans_record_load (book, &ans_register_people, id, NULL);
      g_autofree char *relation = NULL;
      g_autofree char *subtitle = NULL;

      if (person == NULL)
        continue;
      relation = day != NULL ? ans_period_value_on (book, home, id, "relation", day)
                             : g_strdup (ans_record_get (person, "relation"));
      subtitle = describe (person, relation, NULL);
      gtk_list_box_append (list, row_new (person, subtitle, id == except, activated, data));
    }
  return members->len;
}

guint
ans_member_list_fill_past (GtkListBox *list,
                           AnsBook *book,
                           gint64 household,
                           const char *day,
                           AnsMemberActivated activated,
                           gpointer data)
{
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  g_autoptr (GPtrArray) stays = ans_stays_ended (book, household, day != NULL ? day : today);

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < stays->len; i++)
    {
      const AnsStay *stay = stays->pdata[i];
      g_autoptr (AnsRecord) person =
          ans_record_load (book, &ans_register_people, stay->person, NULL);
      g_autofree char *span = ans_period_describe_span (stay->from, stay->to);
      g_autofree char *subtitle = NULL;

      if (person == NULL)
        continue;
      subtitle = describe (person, stay->relation, span);
      gtk_list_box_append (list, row_new (person, subtitle, FALSE, activated, data));
    }
  return stays->len;
}
