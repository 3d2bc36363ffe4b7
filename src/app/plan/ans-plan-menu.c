/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-plan-menu.h"

#include <glib/gi18n.h>

#include "plan/ans-plan.h"
#include "report/ans-report.h"
#include "store/ans-undo.h"

static GMenuModel *
years_menu (AnsPlanSource *source)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (AnsStatement) row =
      ans_connection_prepare (ans_book_get_connection (ans_plan_source_get_book (source)),
                              "SELECT id, year FROM plan ORDER BY year DESC LIMIT 12", NULL);

  while (row != NULL && ans_statement_step (row, NULL))
    {
      const gint64 id = ans_statement_int (row, 0);
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      /* Translators: the year of a plan */
      label = g_strdup_printf (_ ("Plan of %d"), (int) ans_statement_int (row, 1));
      if (id == ans_plan_source_get_plan (source))
        {
          g_autofree char *shown = g_strconcat (label, "  ✓", NULL);

          g_set_str (&label, shown);
        }
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "page.show-plan", "x", id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
papers_menu (void)
{
  GMenu *menu = g_menu_new ();
  guint n;
  const AnsReportInfo *const *reports = ans_reports (&n);

  for (guint i = 0; i < n; i++)
    if (reports[i]->area == NULL && reports[i]->register_id == NULL)
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (_ (reports[i]->label), NULL);

        g_menu_item_set_action_and_target (item, "win.print-report", "s", reports[i]->id);
        g_menu_append_item (menu, item);
      }
  return G_MENU_MODEL (menu);
}

GMenuModel *
ans_plan_menu_new (AnsPlanSource *source)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) plan = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenuModel) years = NULL;
  g_autoptr (GMenuModel) papers = papers_menu ();
  g_auto (GStrv) shipped = ans_plan_shipped ();

  g_return_val_if_fail (ANS_IS_PLAN_SOURCE (source), NULL);

  years = years_menu (source);
  g_menu_append_section (menu, NULL, years);
  if (g_menu_model_get_n_items (papers) > 0)
    g_menu_append_section (menu, _ ("Reports and annexes"), papers);
  g_menu_append (plan, _ ("_Add…"), "page.add");
  g_menu_append (plan, _ ("Details of the _plan…"), "page.edit-plan");
  g_menu_append (plan, _ ("Show as a _list"), "page.show-list");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  g_menu_append (more, _ ("_Copy to another year…"), "page.copy-plan");
  g_menu_append (more, _ ("_Write a plan…"), "page.new-plan");
  for (guint i = 0; shipped[i] != NULL; i++)
    {
      /* Translators: %s is the name of a plan that comes with the program */
      g_autofree char *label = g_strdup_printf (_ ("Load the plan “%s”"), shipped[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "page.load-plan", "s", shipped[i]);
      g_menu_append_item (more, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/* The new plan is shown; the toast takes it back. */
static void
made (AnsPlanView *view, gint64 plan, const GError *error)
{
  AnsWindow *window = ans_plan_view_get_window (view);
  g_autofree char *text = NULL;

  if (plan == 0)
    {
      ans_window_show_error (window, _ ("The plan was not made"), error);
      return;
    }
  ans_plan_source_set_plan (ans_plan_view_get_source (view), plan);
  text = g_strdup_printf (_ ("The plan of %d is in the book"),
                          ans_plan_source_get_year (ans_plan_view_get_source (view)));
  ans_window_toast (window, text, ans_undo_get_next (ans_plan_view_get_book (view), NULL));
}

void
ans_plan_menu_load (AnsPlanView *view, const char *id)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ANS_IS_PLAN_VIEW (view));

  made (view, ans_plan_load (ans_plan_view_get_book (view), id, &error), error);
}

typedef struct
{
  AnsPlanView *view;
  AdwSpinRow *year;
} Copy;

static void
copy_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (answer, "copy"))
    {
      const int year = (int) adw_spin_row_get_value (copy->year);
      const gint64 plan = ans_plan_source_get_plan (ans_plan_view_get_source (copy->view));

      made (copy->view,
            ans_plan_copy_to_year (ans_plan_view_get_book (copy->view), plan, year, &error), error);
    }
  g_object_unref (copy->year);
  g_object_unref (copy->view);
  g_free (copy);
}

void
ans_plan_menu_copy (AnsPlanView *view)
{
  AdwDialog *dialog;
  GtkWidget *list = gtk_list_box_new ();
  Copy *copy = g_new0 (Copy, 1);
  const int year = ans_plan_source_get_year (ans_plan_view_get_source (view));

  g_return_if_fail (ANS_IS_PLAN_VIEW (view));

  copy->view = g_object_ref (view);
  copy->year = ADW_SPIN_ROW (g_object_ref_sink (adw_spin_row_new_with_range (1990, 2199, 1)));
  adw_spin_row_set_value (copy->year, year + 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (copy->year), _ ("Year"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (copy->year));
  dialog = adw_alert_dialog_new (
      _ ("Copy the plan to another year"),
      _ ("Targets, shares of villages, tasks and documents are copied; results are not. Number, "
         "date and signer are left to be written."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "copy",
                                  _ ("C_opy"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "copy",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "copy");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (view), NULL, copy_answered, copy);
}
