/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-todo-list.h"

#include <glib/gi18n.h>

#include "app/list/ans-list-page.h"
#include "app/plan/ans-plan-look.h"
#include "plan/ans-todo.h"

/* What is due within a week wants attention. */
#define SOON 7

struct _AnsTodoList
{
  AdwBin parent_instance;

  AnsWindow *window; /* not owned: it holds us */
  GPtrArray *todos;  /* (nullable) AnsTodo */
  guint limit;
  GtkLabel *count;
  GtkListBox *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (AnsTodoList, ans_todo_list, ADW_TYPE_BIN)

static const char *
colour_of (const AnsTodo *todo, AnsDate today)
{
  const int days = ans_date_days_between (today, todo->due);

  return days < 0 ? "ans-bad" : days <= SOON ? "ans-late" : "ans-going";
}

/* The day as a leaf of a calendar. */
static GtkWidget *
leaf (const AnsTodo *todo, AnsDate today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *day = g_strdup_printf ("%02d", todo->due.day);
  g_autofree char *month = g_strdup_printf ("tháng %d", todo->due.month);
  GtkWidget *label = ans_plan_words_label (day, "ans-leaf-day", "numeric", NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_box_append (GTK_BOX (box), label);
  label = ans_plan_words_label (month, "ans-leaf-month", NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "ans-leaf");
  gtk_widget_add_css_class (box,
                            ans_date_days_between (today, todo->due) < 0 ? "ans-bad" : "ans-going");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_row (const AnsTodo *todo, AnsDate today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = ans_plan_words_label (todo->title, "ans-name", NULL);
  g_autofree char *remaining = ans_todo_remaining (todo, today);
  g_autofree char *detail =
      todo->detail != NULL ? g_strdup_printf (" · %s", todo->detail) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("%s, %s%s", todo->title, remaining, detail);
  GtkWidget *rest = ans_plan_words_label (detail, "ans-secondary", NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_ellipsize (GTK_LABEL (rest), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), ans_plan_words_label (remaining, "ans-mark", "numeric",
                                                        colour_of (todo, today), NULL));
  gtk_box_append (GTK_BOX (line), rest);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), line);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), leaf (todo, today));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("ans-chevron-symbolic"));
  gtk_widget_add_css_class (box, "ans-todo");
  gtk_widget_set_tooltip_text (row, todo->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
fill (AnsTodoList *self)
{
  const AnsDate today = ans_date_today ();
  g_autofree char *count = NULL;

  gtk_list_box_remove_all (self->list);
  if (self->todos == NULL)
    return;
  for (guint i = 0; i < MIN (self->todos->len, self->limit); i++)
    gtk_list_box_append (self->list, make_row (self->todos->pdata[i], today));
  count = g_strdup_printf ("%u", self->todos->len);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), self->todos->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->todos->len > 0);
  gtk_widget_set_visible (self->nothing, self->todos->len == 0);
}

static void
row_activated (AnsTodoList *self, GtkListBoxRow *row)
{
  const AnsTodo *todo = self->todos->pdata[gtk_list_box_row_get_index (row)];

  if (todo->list != NULL)
    ans_window_push_page (self->window,
                          ans_list_page_new_of (self->window, todo->list, todo->title));
  else
    ans_window_open_record (self->window, todo->reg, todo->id, NULL);
}

static void
ans_todo_list_dispose (GObject *object)
{
  g_clear_pointer (&ANS_TODO_LIST (object)->todos, g_ptr_array_unref);
  G_OBJECT_CLASS (ans_todo_list_parent_class)->dispose (object);
}

static void
ans_todo_list_class_init (AnsTodoListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_todo_list_dispose;
}

static void
ans_todo_list_init (AnsTodoList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *all = gtk_button_new_with_label (_ ("Calendar"));
  GtkWidget *title = ans_plan_words_label (_ ("To do"), "title-4", NULL);

  self->limit = 7;
  self->count = GTK_LABEL (ans_plan_words_label (NULL, "ans-badge", "numeric", NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->count), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->count), GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "win.show-area");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (all), "s", "deadlines");
  gtk_widget_set_tooltip_text (all, _ ("All deadlines of the year"));
  gtk_widget_add_css_class (all, "flat");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (line), all);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To do"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  self->nothing = ans_plan_words_label (_ ("Nothing falls due in the next weeks."), "dimmed", NULL);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->nothing);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
ans_todo_list_show (AnsTodoList *self, AnsWindow *window, AnsBook *book, gint64 plan)
{
  g_return_if_fail (ANS_IS_TODO_LIST (self));

  self->window = window;
  g_clear_pointer (&self->todos, g_ptr_array_unref);
  self->todos = ans_todo_collect (book, plan, ans_date_today ());
  fill (self);
}

void
ans_todo_list_set_limit (AnsTodoList *self, guint limit)
{
  g_return_if_fail (ANS_IS_TODO_LIST (self));

  self->limit = limit;
  fill (self);
}
