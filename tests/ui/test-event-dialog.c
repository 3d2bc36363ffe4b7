/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-event-dialog.h"
#include "app/record/ans-field-edit.h"
#include "registry/ans-choices.h"
#include "registry/ans-members.h"
#include "store/ans-undo.h"
#include "ui-fixture.h"

static AnsEventDialog *
present (UiFixture *ui, const char *kind, gint64 household, gint64 person)
{
  AdwDialog *dialog = ans_event_dialog_present (GTK_WIDGET (ui->window), ui->book,
                                                ans_event_kind_find (kind), household, person);

  ui_settle (50);
  return ANS_EVENT_DIALOG (dialog);
}

static AnsValueEditor *
editor (AnsEventDialog *dialog, const char *field)
{
  GtkWidget *edit = ans_event_dialog_get_edit (dialog, field);

  g_assert_nonnull (edit);
  return ans_field_edit_get_editor (ANS_FIELD_EDIT (edit));
}

static void
put (AnsEventDialog *dialog, const char *field, const char *value)
{
  ans_field_edit_set_value (ANS_FIELD_EDIT (ans_event_dialog_get_edit (dialog, field)), value);
}

static void
close_dialog (AnsEventDialog *dialog)
{
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle (20);
}

static void
test_every_kind (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  guint n;
  const AnsEventKind *kinds = ans_event_kinds (&n);

  g_assert_cmpuint (n, ==, 7);
  for (guint i = 0; i < n; i++)
    {
      AnsEventDialog *dialog = present (ui, kinds[i].id, ui->household, 0);

      for (const AnsField *field = kinds[i].fields; field->name != NULL; field++)
        {
          GtkWidget *edit = ans_event_dialog_get_edit (dialog, field->name);

          g_assert_nonnull (edit);
          g_assert_true (ui_shows (edit, field->label));
        }
      ui_check_names (dialog, kinds[i].id);
      close_dialog (dialog);
    }
}

static void
test_death (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  const gint64 actions = ui_count_actions (ui->book);
  AnsEventDialog *dialog = present (ui, "death", ui->household, ui->mother);
  GtkWidget *preview = ui_child (dialog, "AnsEventDialog", "preview_box");
  g_autofree char *son = g_strdup_printf ("%" G_GINT64_FORMAT, ui->son);
  g_autoptr (AnsUndoReport) report = NULL;
  g_autoptr (GError) error = NULL;

  put (dialog, "date", "2022-09-01");
  put (dialog, "new_head", son);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "event.save", NULL);
  ui_settle (50);

  g_assert_cmpint (ui_count_actions (ui->book), ==, actions + 1);
  g_assert_cmpint (ans_members_get_head (ui->book, ui->household), ==, ui->son);
  g_assert_cmpuint (ans_members_count (ui->book, ui->household), ==, 2);
  g_assert_nonnull (preview);

  report = ans_undo (ui->book, 0, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->conflicts->len, ==, 0);
  g_assert_cmpint (ans_members_get_head (ui->book, ui->household), ==, ui->mother);
  g_assert_cmpuint (ans_members_count (ui->book, ui->household), ==, 3);
}

static void
test_preview_writes_nothing (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  const gint64 actions = ui_count_actions (ui->book);
  AnsEventDialog *dialog = present (ui, "death", ui->household, ui->mother);
  GtkWidget *preview = ui_child (dialog, "AnsEventDialog", "preview_box");

  ui_settle (300);
  g_assert_true (gtk_widget_get_visible (preview));
  g_assert_true (ui_shows (preview, "Lê Thị Mận"));
  g_assert_cmpint (ui_count_actions (ui->book), ==, actions);
  g_assert_false (ans_book_in_action (ui->book));
  g_assert_cmpuint (ans_members_count (ui->book, ui->household), ==, 3);
  close_dialog (dialog);
}

static void
test_future_date (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  const gint64 actions = ui_count_actions (ui->book);
  AnsEventDialog *dialog = present (ui, "death", ui->household, ui->mother);

  put (dialog, "date", "2199-01-01");
  g_assert_false (ans_event_dialog_save (dialog));
  g_assert_nonnull (
      ans_field_edit_get_message (ANS_FIELD_EDIT (ans_event_dialog_get_edit (dialog, "date"))));
  g_assert_cmpint (ui_count_actions (ui->book), ==, actions);
  close_dialog (dialog);
}

static void
test_split (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  AnsEventDialog *dialog = present (ui, "split", ui->household, ui->son);
  g_autofree char *son = g_strdup_printf ("%" G_GINT64_FORMAT, ui->son);
  g_autofree char *members = NULL;
  g_autofree char *both =
      g_strdup_printf ("%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, ui->son, ui->grandson);

  /* The person of the page from which it was opened is chosen already. */
  g_assert_true (ans_value_editor_get_value (editor (dialog, "members"), &members, NULL));
  g_assert_cmpstr (members, ==, son);
  put (dialog, "members", both);
  put (dialog, "head", son);
  put (dialog, "date", "2022-09-01");
  g_assert_true (ans_event_dialog_save (dialog));
  g_assert_cmpuint (ans_members_count (ui->book, ui->household), ==, 1);
  close_dialog (dialog);
}

static void
test_birth (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  AnsEventDialog *dialog = present (ui, "birth", ui->household, 0);
  g_autofree char *sex = NULL;

  /* Nothing is presumed. */
  g_assert_true (ans_value_editor_get_value (editor (dialog, "sex"), &sex, NULL));
  g_assert_null (sex);
  g_assert_false (ans_event_dialog_save (dialog));
  put (dialog, "full_name", "Lê Thị Bé");
  put (dialog, "sex", ANS_SEX_FEMALE);
  put (dialog, "date", "2022-08-30");
  g_assert_true (ans_event_dialog_save (dialog));
  g_assert_cmpuint (ans_members_count (ui->book, ui->household), ==, 4);
  close_dialog (dialog);
}

static void
test_asks_for_household (void)
{
  g_autoptr (UiFixture) ui = ui_fixture_new (1000, 800);
  AnsEventDialog *dialog = present (ui, "new-head", 0, 0);
  AnsValueEditor *head = editor (dialog, "head");
  g_autofree char *son = g_strdup_printf ("%" G_GINT64_FORMAT, ui->son);
  g_autofree char *value = NULL;
  GtkWidget *grid = ui_child (dialog, "AnsEventDialog", "grid");
  AnsFieldEdit *where = ANS_FIELD_EDIT (gtk_widget_get_first_child (grid));

  ans_value_editor_set_value (head, son);
  g_assert_true (ans_value_editor_get_value (head, &value, NULL));
  g_assert_null (value);
  gtk_editable_set_text (
      GTK_EDITABLE (ans_value_editor_get_input (ans_field_edit_get_editor (where))), "BS-0001");
  ui_settle (50);
  ans_value_editor_set_value (head, son);
  g_assert_true (ans_value_editor_get_value (head, &value, NULL));
  g_assert_cmpstr (value, ==, son);
  g_assert_true (ans_event_dialog_save (dialog));
  g_assert_cmpint (ans_members_get_head (ui->book, ui->household), ==, ui->son);
  close_dialog (dialog);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/event-dialog/every-kind", test_every_kind);
  g_test_add_func ("/event-dialog/death", test_death);
  g_test_add_func ("/event-dialog/preview-writes-nothing", test_preview_writes_nothing);
  g_test_add_func ("/event-dialog/future-date", test_future_date);
  g_test_add_func ("/event-dialog/split", test_split);
  g_test_add_func ("/event-dialog/birth", test_birth);
  g_test_add_func ("/event-dialog/asks-for-household", test_asks_for_household);
  return g_test_run ();
}
