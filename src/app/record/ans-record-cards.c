/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-record-cards.h"

#include <glib/gi18n.h>

#include "app/record/ans-field-view.h"
#include "app/record/ans-period-list.h"
#include "app/record/ans-problem-list.h"

void
ans_record_cards_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

GtkWidget *
ans_record_cards_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", text, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "ans-card-heading");
  return label;
}

static GtkWidget *
card_new (GtkWidget *child)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "ans-card");
  gtk_widget_set_hexpand (child, TRUE);
  gtk_box_append (GTK_BOX (card), child);
  return card;
}

void
ans_record_cards_fill_fields (GtkBox *box,
                              AnsRecord *record,
                              const char *const *names,
                              gboolean always)
{
  ans_record_cards_clear (box);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const AnsField *field = ans_register_get_field (ans_record_get_register (record), names[i]);

      if (field != NULL && (always || ans_record_get (record, names[i]) != NULL))
        gtk_box_append (box, ans_field_view_new (record, field));
    }
}

static GPtrArray *
rest_of_group (AnsRecord *record, const char *group, const char *const *except)
{
  GPtrArray *names = g_ptr_array_new ();

  for (const AnsField *field = ans_record_get_register (record)->fields; field->name != NULL;
       field++)
    if (ans_field_is_shown (field) && g_strcmp0 (field->group, group) == 0 &&
        !g_strv_contains (except, field->name) && ans_record_get (record, field->name) != NULL)
      g_ptr_array_add (names, (gpointer) field->name);
  g_ptr_array_add (names, NULL);
  return names;
}

void
ans_record_cards_fill_rest (GtkBox *box, AnsRecord *record, const char *const *except)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  ans_record_cards_clear (box);
  for (const AnsField *field = ans_record_get_register (record)->fields; field->name != NULL;
       field++)
    {
      g_autoptr (GPtrArray) names = NULL;
      GtkWidget *fields;

      if (field->group == NULL || !g_hash_table_add (done, (gpointer) field->group))
        continue;
      names = rest_of_group (record, field->group, except);
      if (names->len == 1)
        continue;
      fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
      ans_record_cards_fill_fields (GTK_BOX (fields), record, (const char *const *) names->pdata,
                                    FALSE);
      gtk_box_append (box, ans_record_cards_heading (_ (field->group)));
      gtk_box_append (box, card_new (fields));
    }
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}

void
ans_record_cards_fill_periods (GtkBox *box, AnsRecord *record)
{
  const AnsRegister *reg = ans_record_get_register (record);

  ans_record_cards_clear (box);
  for (const AnsPeriod *period = reg->periods; period != NULL && period->name != NULL; period++)
    {
      GtkWidget *list = ans_period_list_new (ans_record_get_book (record), reg, period,
                                             ans_record_get_id (record));

      gtk_box_append (box, ans_record_cards_heading (period->title));
      gtk_box_append (box, card_new (list));
    }
}

void
ans_record_cards_fill_problems (GtkBox *box, AnsRecord *record)
{
  g_autoptr (AnsProblems) problems = ans_record_check (record);
  AnsProblemList *list = ans_problem_list_new ();

  g_object_ref_sink (list);
  ans_record_cards_clear (box);
  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    {
      const AnsProblem *problem = ans_problems_get (problems, i);
      const AnsField *field =
          problem->field != NULL
              ? ans_register_get_field (ans_record_get_register (record), problem->field)
              : NULL;
      g_autofree char *text = field != NULL
                                  ? g_strdup_printf ("%s: %s", _ (field->label), problem->message)
                                  : g_strdup (problem->message);

      ans_problem_list_add (list, problem->severity, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), ans_problem_list_get_n (list) > 0);
  if (ans_problem_list_get_n (list) > 0)
    {
      gtk_box_append (box, ans_record_cards_heading (_ ("Needs a Look")));
      gtk_box_append (box, card_new (GTK_WIDGET (list)));
    }
  g_object_unref (list);
}
