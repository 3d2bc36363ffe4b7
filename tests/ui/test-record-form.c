/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-field-edit.h"
#include "app/record/ans-form-grid.h"
#include "app/record/ans-record-form.h"
#include "registry/ans-choices.h"
#include "registry/ans-period-history.h"
#include "store/ans-undo.h"
#include "ui-fixture.h"

static AnsRecordForm *
present (UiFixture *ui, AnsRecord *record)
{
  AdwDialog *dialog = ans_record_form_present (GTK_WIDGET (ui->window), record, NULL, NULL);

  ui_settle (50);
  return ANS_RECORD_FORM (dialog);
}

static AnsRecordForm *
present_person (UiFixture *ui, gint64 id)
{
  g_autoptr (AnsRecord) record = ans_record_load (ui->book, &ans_register_people, id, NULL);

  g_assert_nonnull (record);
  return present (ui, record);
}

static GtkWidget *
input (AnsRecordForm *form, const char *field)
{
  GtkWidget *edit = ans_record_form_get_edit (form, field);

  g_assert_nonnull (edit);
  return ans_value_editor_get_input (ans_field_edit_get_editor (ANS_FIELD_EDIT (edit)));
}

static const char *
message (AnsRecordForm *form, const char *field)
{
  return ans_field_edit_get_message (ANS_FIELD_EDIT (ans_record_form_get_edit (form, field)));
}

static void
type (AnsRecordForm *form, const char *field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (input (form, field)), text);
}

static void
choose (AnsRecordForm *form, const char *field, const char *code)
{
  AnsFieldEdit *edit = ANS_FIELD_EDIT (ans_record_form_get_edit (form, field));
  const AnsField *description = ans_field_edit_get_field (edit);

  for (guint i = 0; description->choices[i].code != NULL; i++)
    if (g_str_equal (description->choices[i].code, code))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (input (form, field)), i + 1);
}

static char *
stored (UiFixture *ui, gint64 id, const char *field)
{
  g_autoptr (AnsRecord) record = ans_record_load (ui->book, &ans_register_people, id, NULL);

  return g_strdup (ans_record_get (record, field));
}

static void
close_form (AnsRecordForm *form)
{
  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  adw_dialog_force_close (ADW_DIALOG (form));
  ui_settle (30);
  g_assert_null (form);
}

/* --- what a form shows ----------------------------------------------------------------------- */

static void
test_every_field (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  guint n;
  const AnsRegister *const *registers = ans_registers (&n);

  g_assert_cmpuint (n, >=, 4);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsRecord) draft = ans_record_new (ui->book, registers[i]);
      AnsRecordForm *form = present (ui, draft);

      for (const AnsField *field = registers[i]->fields; field->name != NULL; field++)
        {
          GtkWidget *edit = ans_record_form_get_edit (form, field->name);

          if ((field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED)) != 0)
            {
              g_assert_null (edit);
              continue;
            }
          g_assert_nonnull (edit);
          g_assert_true (gtk_widget_is_ancestor (edit, GTK_WIDGET (form)));
          g_assert_true (ui_would_show (edit, field->label));
          g_assert_true (gtk_test_accessible_has_property (
              GTK_ACCESSIBLE (input (form, field->name)), GTK_ACCESSIBLE_PROPERTY_LABEL));
        }
      ui_check_names (form, G_STRFUNC);
      close_form (form);
    }
}

static void
test_greets_without_reproach (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  g_autoptr (AnsRecord) draft = ans_record_new (ui->book, &ans_register_people);
  AnsRecordForm *form = present (ui, draft);

  g_assert_null (message (form, "full_name"));
  g_assert_false (ans_record_form_save (form));
  g_assert_nonnull (message (form, "full_name"));
  g_assert_nonnull (message (form, "sex"));
  close_form (form);
}

static void
test_columns (void)
{
  AnsFormGrid *grid = g_object_ref_sink (ans_form_grid_new ());
  int heights[2];
  static const int widths[2] = { 240, 800 };

  for (guint i = 0; i < 6; i++)
    {
      GtkWidget *child = gtk_entry_new ();

      gtk_widget_set_size_request (child, 100, 40);
      ans_form_grid_append (grid, child, FALSE);
    }
  for (guint i = 0; i < 2; i++)
    gtk_widget_measure (GTK_WIDGET (grid), GTK_ORIENTATION_VERTICAL, widths[i], &heights[i], NULL,
                        NULL, NULL);
  /* One column of six, or three of two. */
  g_assert_cmpint (heights[0], >=, 6 * 40);
  g_assert_cmpint (heights[1], <=, 2 * 40 + 30);
  g_object_unref (grid);
}

/* --- typing and saving ----------------------------------------------------------------------- */

static void
test_bad_date (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  AnsRecordForm *form = present_person (ui, ui->mother);
  const gint64 actions = ui_count_actions (ui->book);
  g_autofree char *kept = NULL;
  g_autofree char *saved = NULL;

  type (form, "birth", "31/02/1962");
  g_assert_false (ans_record_form_save (form));
  g_assert_nonnull (message (form, "birth"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (input (form, "birth")),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (input (form, "birth")),
                                                   GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  kept = stored (ui, ui->mother, "birth");
  g_assert_cmpstr (kept, ==, "1940-03-10");
  g_assert_cmpint (ui_count_actions (ui->book), ==, actions);

  type (form, "birth", "2-1962");
  g_assert_true (ans_record_form_save (form));
  g_assert_null (message (form, "birth"));
  saved = stored (ui, ui->mother, "birth");
  g_assert_cmpstr (saved, ==, "1962-02");
  g_assert_cmpint (ui_count_actions (ui->book), ==, actions + 1);
  close_form (form);
}

static void
test_echo (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  AnsRecordForm *form = present_person (ui, ui->son);
  GtkWidget *edit = ans_record_form_get_edit (form, "birth");

  type (form, "birth", "05052022");
  ui_settle (20);
  g_assert_true (ui_shows (edit, "05/05/2022"));
  type (form, "birth", "1951");
  ui_settle (20);
  g_assert_true (ui_shows (edit, "1951"));
  type (form, "birth", "5/");
  /* Half a date is no error while it is typed. */
  g_assert_null (message (form, "birth"));
  close_form (form);
}

static void
test_warning_saves (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  AnsRecordForm *form = present_person (ui, ui->mother);
  g_autofree char *saved = NULL;

  type (form, "phone", "12345");
  ui_settle (200);
  g_assert_nonnull (message (form, "phone"));
  g_assert_true (ans_record_form_save (form));
  saved = stored (ui, ui->mother, "phone");
  g_assert_cmpstr (saved, ==, "12345");
  close_form (form);
}

static void
test_masked (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  AnsRecordForm *form = present_person (ui, ui->mother);
  GtkEntry *entry = GTK_ENTRY (input (form, "id_no"));
  g_autofree char *saved = NULL;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "038xxxxxx417");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (entry)));
  type (form, "other_name", "Bà Tám");
  g_assert_true (ans_record_form_save (form));
  saved = stored (ui, ui->mother, "id_no");
  g_assert_cmpstr (saved, ==, "038140000417");

  g_signal_emit_by_name (entry, "icon-press", GTK_ENTRY_ICON_SECONDARY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "038140000417");
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (entry)));
  close_form (form);
}

static void
test_reference (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  g_autoptr (AnsRecord) draft = ans_record_new (ui->book, &ans_register_households);
  AnsRecordForm *form = present (ui, draft);

  type (form, "village", "hop tan");
  ui_settle (20);
  g_assert_true (ans_record_form_save (form));
  g_assert_cmpint (ans_record_get_int (draft, "village"), ==, ui->other_village);
  close_form (form);

  {
    g_autoptr (AnsRecord) other = ans_record_new (ui->book, &ans_register_households);
    AnsRecordForm *second = present (ui, other);

    type (second, "village", "Không Có");
    g_assert_false (ans_record_form_save (second));
    g_assert_nonnull (message (second, "village"));
    close_form (second);
  }
}

/* --- histories ------------------------------------------------------------------------------- */

static void
assert_residence (UiFixture *ui, const char *day, const char *wanted)
{
  g_autofree char *value = ans_period_value_on (
      ui->book, ans_register_get_period (&ans_register_people, "person_residence"), ui->son,
      "residence", day);

  g_assert_cmpstr (value, ==, wanted);
}

static void
test_since (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  AnsRecordForm *form = present_person (ui, ui->son);
  GtkRevealer *revealer = ui_child (form, "AnsRecordForm", "since_revealer");
  GtkBox *box = ui_child (form, "AnsRecordForm", "since_box");
  AnsFieldEdit *since = ANS_FIELD_EDIT (gtk_widget_get_first_child (GTK_WIDGET (box)));
  GtkWidget *day = ans_value_editor_get_input (ans_field_edit_get_editor (since));

  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  choose (form, "residence", "TAM_VANG");
  g_assert_true (gtk_revealer_get_reveal_child (revealer));

  gtk_editable_set_text (GTK_EDITABLE (day), "40/1/2022");
  g_assert_false (ans_record_form_save (form));
  assert_residence (ui, "2022-06-01", ANS_RESIDENCE_PERMANENT);
  gtk_editable_set_text (GTK_EDITABLE (day), "1/5/2022");
  g_assert_true (ans_record_form_save (form));
  assert_residence (ui, "2022-04-30", ANS_RESIDENCE_PERMANENT);
  assert_residence (ui, "2022-05-01", "TAM_VANG");
  close_form (form);

  form = present_person (ui, ui->son);
  choose (form, "residence", "TAM_TRU");
  gtk_check_button_set_active (ui_child (form, "AnsRecordForm", "since_wrong"), TRUE);
  g_assert_true (ans_record_form_save (form));
  assert_residence (ui, "2022-04-30", ANS_RESIDENCE_PERMANENT);
  assert_residence (ui, "2022-05-01", "TAM_TRU");
  close_form (form);
}

/* --- going on and closing --------------------------------------------------------------------- */

static void
test_save_next (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  g_autoptr (AnsRecord) draft = ans_record_new (ui->book, &ans_register_people);
  AnsRecordForm *form;

  ans_record_set_int (draft, "household", ui->household);
  form = present (ui, draft);
  type (form, "full_name", "Lê Thị Mới");
  choose (form, "sex", ANS_SEX_FEMALE);
  type (form, "birth", "1/1/2020");
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save-next", NULL);
  ui_settle (30);
  g_assert_cmpint (ans_record_get_id (draft), >, 0);
  g_assert_true (ans_record_form_get_record (form) != draft);
  g_assert_cmpint (ans_record_get_id (ans_record_form_get_record (form)), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (input (form, "full_name"))), ==, "");
  g_assert_cmpint (ans_record_get_int (ans_record_form_get_record (form), "household"), ==,
                   ui->household);
  close_form (form);
}

static void
test_close_asks (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  AnsRecordForm *form = present_person (ui, ui->son);
  AdwDialog *question;

  adw_dialog_close (ADW_DIALOG (form));
  ui_settle (30);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (ui->window)));

  form = present_person (ui, ui->son);
  type (form, "other_name", "Tám");
  adw_dialog_close (ADW_DIALOG (form));
  ui_settle (30);
  question = adw_window_get_visible_dialog (ADW_WINDOW (ui->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_signal_emit_by_name (question, "response::discard", "discard");
  adw_dialog_force_close (question);
  ui_settle (30);
  {
    g_autofree char *name = stored (ui, ui->son, "other_name");

    g_assert_null (name);
  }
  if (adw_window_get_visible_dialog (ADW_WINDOW (ui->window)) != NULL)
    close_form (form);
}

/* Each editor must go with its window. */
static void
test_editors_go (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  static const char *const names[] = { "full_name", "birth",     "id_no", "sex",
                                       "ethnicity", "household", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const AnsField *field = ans_register_get_field (&ans_register_people, names[i]);
      AnsFieldEdit *edit = ans_field_edit_new (ui->book, field);
      AdwNavigationPage *page = adw_navigation_page_new (GTK_WIDGET (edit), "edit");

      g_object_add_weak_pointer (G_OBJECT (edit), (gpointer *) &edit);
      adw_navigation_view_push (ui->pages, page);
      ui_settle (20);
      adw_navigation_view_pop (ui->pages);
      ui_settle (20);
      g_test_message ("%s", names[i]);
      g_assert_null (edit);
    }
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/record-form/editors-go", test_editors_go);
  g_test_add_func ("/record-form/every-field", test_every_field);
  g_test_add_func ("/record-form/greets-without-reproach", test_greets_without_reproach);
  g_test_add_func ("/record-form/columns", test_columns);
  g_test_add_func ("/record-form/bad-date", test_bad_date);
  g_test_add_func ("/record-form/echo", test_echo);
  g_test_add_func ("/record-form/warning-saves", test_warning_saves);
  g_test_add_func ("/record-form/masked", test_masked);
  g_test_add_func ("/record-form/reference", test_reference);
  g_test_add_func ("/record-form/since", test_since);
  g_test_add_func ("/record-form/save-next", test_save_next);
  g_test_add_func ("/record-form/close-asks", test_close_asks);
  return g_test_run ();
}
