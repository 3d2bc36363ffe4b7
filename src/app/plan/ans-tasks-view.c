/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-tasks-view.h"

#include <glib/gi18n.h>

#include "app/plan/ans-plan-look.h"
#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"

/* Due within so many days wants attention. */
#define SOON 14

typedef struct
{
  gint64 id;
  char *code;
  char *text;
  char *area;
  char *owner;
  char *partners;
  char *status;
  AnsDate due; /* none: no day was set */
} Task;

struct _AnsTasksView
{
  AnsPlanView parent_instance;

  GPtrArray *tasks; /* Task */
  GtkListBox *list;
  GtkLabel *summary;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (AnsTasksView, ans_tasks_view, ANS_TYPE_PLAN_VIEW)

static void
task_free (gpointer data)
{
  Task *task = data;

  g_free (task->code);
  g_free (task->text);
  g_free (task->area);
  g_free (task->owner);
  g_free (task->partners);
  g_free (task->status);
  g_free (task);
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const guint x = ans_plan_words_area_order ((*(Task *const *) a)->area);
  const guint y = ans_plan_words_area_order ((*(Task *const *) b)->area);

  return (x > y) - (x < y);
}

static GPtrArray *
read_tasks (AnsBook *book, gint64 plan)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (task_free);
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT k.id, k.code, k.text, k.area, b.name, k.partners, k.status, k.due FROM task k LEFT "
      "JOIN body b ON b.id = k.owner WHERE k.plan = ?1 ORDER BY coalesce(k.position, 999999), k.id",
      NULL);

  if (row == NULL)
    return tasks;
  ans_statement_bind_int (row, 1, plan);
  while (ans_statement_step (row, NULL))
    {
      Task *task = g_new0 (Task, 1);
      AnsDate due;

      task->id = ans_statement_int (row, 0);
      task->code = g_strdup (ans_statement_text (row, 1));
      task->text = g_strdup (ans_statement_text (row, 2));
      task->area = g_strdup (ans_statement_text (row, 3));
      task->owner = g_strdup (ans_statement_text (row, 4));
      task->partners = g_strdup (ans_statement_text (row, 5));
      task->status = g_strdup (ans_statement_text (row, 6));
      if (ans_date_parse_iso (ans_statement_text (row, 7), &due, NULL))
        task->due = ans_date_last_day (due);
      g_ptr_array_add (tasks, task);
    }
  g_ptr_array_sort (tasks, compare_areas);
  return tasks;
}

/* --- how far a task is ----------------------------------------------------------------------- */

static gboolean
is_done (const Task *task)
{
  return g_strcmp0 (task->status, ANS_TASK_DONE) == 0;
}

static gboolean
is_overdue (const Task *task, AnsDate today)
{
  return !is_done (task) && !ans_date_is_none (task->due) &&
         ans_date_compare (task->due, today) < 0;
}

static const char *
status_label (const char *code)
{
  for (const AnsChoice *choice = ans_choices_task_status; choice->code != NULL; choice++)
    if (g_strcmp0 (choice->code, code) == 0)
      return choice->label;
  return ans_choices_task_status[0].label;
}

static const struct
{
  const char *code;
  const char *icon;
  const char *css_class;
} status_looks[] = {
  { ANS_TASK_NOT_STARTED, "ans-dots-symbolic", "ans-waiting" },
  { ANS_TASK_UNDER_WAY, "ans-rising-symbolic", "ans-going" },
  { ANS_TASK_DONE, "ans-tick-symbolic", "ans-good" },
  { ANS_TASK_LATE, "ans-clock-symbolic", "ans-late" },
};

static guint
status_look (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_looks); i++)
    if (g_strcmp0 (status_looks[i].code, code) == 0)
      return i;
  return 0;
}

static GMenuModel *
states_menu (gint64 task)
{
  GMenu *menu = g_menu_new ();

  for (const AnsChoice *choice = ans_choices_task_status; choice->code != NULL; choice++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (choice->label, NULL);

      g_menu_item_set_action_and_target (item, "tasks.state", "(xs)", task, choice->code);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* Made when it is opened: a menu for each row is slow. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  const gint64 *task = data;
  g_autoptr (GMenuModel) menu = states_menu (*task);

  gtk_menu_button_set_menu_model (button, menu);
}

static GtkWidget *
state_button (const Task *task)
{
  const guint look = status_look (task->status);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (status_looks[look].icon);
  const char *label = status_label (task->status);
  /* Translators: code of a task, its state */
  g_autofree char *name = g_strdup_printf (_ ("State of task %s: %s"), task->code, label);

  gtk_widget_add_css_class (icon, "ans-small-icon");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), ans_plan_words_label (label, NULL));
  gtk_widget_add_css_class (box, status_looks[look].css_class);
  gtk_widget_add_css_class (box, "ans-mark");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu,
                                         g_memdup2 (&task->id, sizeof task->id), g_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Change the state"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* --- rows ------------------------------------------------------------------------------------ */

static char *
describe_due (const Task *task, AnsDate today)
{
  g_autofree char *day = ans_date_format (task->due);
  const int days = ans_date_days_between (today, task->due);

  if (ans_date_is_none (task->due))
    return g_strdup ("chưa đặt hạn");
  if (is_done (task))
    return g_strdup_printf ("hạn %s", day);
  if (days < 0)
    return g_strdup_printf ("hạn %s, quá %d ngày", day, -days);
  return g_strdup_printf ("hạn %s, còn %d ngày", day, days);
}

static const char *
due_class (const Task *task, AnsDate today)
{
  if (is_done (task) || ans_date_is_none (task->due))
    return "ans-secondary";
  if (is_overdue (task, today))
    return "ans-bad";
  return ans_date_days_between (today, task->due) <= SOON ? "ans-late" : "ans-secondary";
}

static GtkWidget *
make_row (const Task *task, AnsDate today, gboolean narrow, gboolean writable)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = adw_wrap_box_new ();
  GtkWidget *code = ans_plan_words_label (task->code, "ans-secondary", "numeric", NULL);
  GtkWidget *text = ans_plan_words_label (task->text, NULL);
  g_autofree char *due = describe_due (task, today);
  g_autofree char *who = g_strdup_printf ("%s%s%s", task->owner != NULL ? task->owner : "chưa giao",
                                          task->partners != NULL ? ", phối hợp: " : "",
                                          task->partners != NULL ? task->partners : "");
  g_autofree char *name =
      g_strdup_printf ("%s %s, %s, %s", task->code, task->text, due, status_label (task->status));
  GtkWidget *due_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *who_label = ans_plan_words_label (who, "ans-secondary", NULL);
  GtkWidget *state = state_button (task);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  /* A list asks how wide its rows must be for the height that they have. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (text), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (who_label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_wrap (GTK_LABEL (who_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (who_label), PANGO_WRAP_WORD_CHAR);
  if (is_overdue (task, today))
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("ans-warning-symbolic");

      gtk_widget_add_css_class (icon, "ans-small-icon");
      gtk_widget_add_css_class (icon, "ans-bad");
      gtk_box_append (GTK_BOX (due_box), icon);
    }
  gtk_box_append (GTK_BOX (due_box), ans_plan_words_label (due, "numeric", "ans-message",
                                                           due_class (task, today), NULL));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 12);
  adw_wrap_box_append (ADW_WRAP_BOX (line), due_box);
  adw_wrap_box_append (ADW_WRAP_BOX (line), who_label);
  gtk_widget_set_size_request (code, 30, -1);
  gtk_widget_set_valign (code, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), text);
  gtk_box_append (GTK_BOX (texts), line);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_sensitive (state, writable);
  if (narrow)
    {
      gtk_widget_set_halign (state, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (texts), state);
    }
  else
    {
      gtk_widget_set_size_request (state, 178, -1);
      gtk_box_append (GTK_BOX (box), state);
    }
  gtk_widget_add_css_class (box, "ans-task");
  if (is_done (task))
    gtk_widget_add_css_class (text, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static Task *
task_of (AnsTasksView *self, GtkListBoxRow *row)
{
  return self->tasks->pdata[gtk_list_box_row_get_index (row)];
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AnsTasksView *self = user_data;
  const Task *task = task_of (self, row);
  GtkWidget *box, *image, *title;

  if (before != NULL && g_strcmp0 (task_of (self, before)->area, task->area) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  image = gtk_image_new_from_icon_name (ans_plan_words_area_icon (task->area));
  gtk_image_set_pixel_size (GTK_IMAGE (image), 16);
  title = ans_plan_words_label (ans_plan_words_area (task->area), "ans-strong", NULL);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (box, "ans-area-row");
  gtk_list_box_row_set_header (row, box);
}

/* --- the view -------------------------------------------------------------------------------- */

static void
show_summary (AnsTasksView *self, AnsDate today)
{
  guint done = 0, overdue = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      done += is_done (self->tasks->pdata[i]) ? 1 : 0;
      overdue += is_overdue (self->tasks->pdata[i], today) ? 1 : 0;
    }
  text =
      g_strdup_printf ("%u nhiệm vụ · %u hoàn thành · %u quá hạn", self->tasks->len, done, overdue);
  gtk_label_set_label (self->summary, text);
}

static void
ans_tasks_view_refresh (AnsPlanView *view)
{
  AnsTasksView *self = ANS_TASKS_VIEW (view);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  const int focused = focus != NULL && GTK_IS_LIST_BOX_ROW (focus)
                          ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus))
                          : -1;
  const AnsDate today = ans_date_today ();
  const gboolean narrow = ans_plan_view_get_layout (view) == ANS_PLAN_NARROW;

  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  self->tasks = read_tasks (ans_plan_view_get_book (view),
                            ans_plan_source_get_plan (ans_plan_view_get_source (view)));
  for (guint i = 0; i < self->tasks->len; i++)
    gtk_list_box_append (self->list, make_row (self->tasks->pdata[i], today, narrow,
                                               ans_plan_view_can_write (view)));
  show_summary (self, today);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->tasks->len > 0);
  gtk_widget_set_visible (self->empty, self->tasks->len == 0);
  if (focused >= 0 && (guint) focused < self->tasks->len)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, focused)));
}

static void
ans_tasks_view_relayout (AnsPlanView *view)
{
  if (ANS_TASKS_VIEW (view)->tasks != NULL)
    ans_tasks_view_refresh (view);
}

static void
row_activated (AnsTasksView *self, GtkListBoxRow *row)
{
  ans_plan_view_edit (ANS_PLAN_VIEW (self), &ans_register_tasks, task_of (self, row)->id);
}

static gboolean
ans_tasks_view_edit (AnsPlanView *view)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (ANS_TASKS_VIEW (view)->list));

  if (!GTK_IS_LIST_BOX_ROW (row))
    return FALSE;
  row_activated (ANS_TASKS_VIEW (view), GTK_LIST_BOX_ROW (row));
  return TRUE;
}

gboolean
ans_tasks_view_set_state (AnsTasksView *self, gint64 id, const char *status)
{
  AnsPlanView *view = ANS_PLAN_VIEW (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRecord) record = NULL;

  g_return_val_if_fail (ANS_IS_TASKS_VIEW (self), FALSE);

  record = ans_record_load (ans_plan_view_get_book (view), &ans_register_tasks, id, &error);
  if (record == NULL)
    {
      ans_window_show_error (ans_plan_view_get_window (view), _ ("Nothing was saved"), error);
      return FALSE;
    }
  ans_record_set (record, "status", status);
  if (g_strcmp0 (status, ANS_TASK_DONE) != 0)
    ans_record_set (record, "done_on", NULL);
  else if (ans_record_get (record, "done_on") == NULL)
    {
      g_autofree char *today = ans_date_to_iso (ans_date_today ());

      ans_record_set (record, "done_on", today);
    }
  return ans_plan_view_save (view, record);
}

static void
set_state (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id;
  const char *status;

  g_variant_get (parameter, "(x&s)", &id, &status);
  ans_tasks_view_set_state (ANS_TASKS_VIEW (widget), id, status);
}

static void
ans_tasks_view_finalize (GObject *object)
{
  g_clear_pointer (&ANS_TASKS_VIEW (object)->tasks, g_ptr_array_unref);
  G_OBJECT_CLASS (ans_tasks_view_parent_class)->finalize (object);
}

static void
ans_tasks_view_class_init (AnsTasksViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_tasks_view_finalize;
  ANS_PLAN_VIEW_CLASS (klass)->refresh = ans_tasks_view_refresh;
  ANS_PLAN_VIEW_CLASS (klass)->relayout = ans_tasks_view_relayout;
  ANS_PLAN_VIEW_CLASS (klass)->edit = ans_tasks_view_edit;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "tasks.state", "(xs)", set_state);
}

static void
ans_tasks_view_init (AnsTasksView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add a task"));

  self->summary = GTK_LABEL (ans_plan_words_label (NULL, "ans-secondary", "numeric", NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "page.add");
  gtk_widget_set_tooltip_text (add, _ ("Add a task (Ctrl+N)"));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (line), add);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, set_header, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "ans-region");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tasks of the plan"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  self->empty = ans_plan_view_new_empty (_ ("The plan has no tasks yet"), _ ("_Add a task"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_widget_add_css_class (box, "ans-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
