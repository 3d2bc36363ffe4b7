/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-targets.h"

#include <glib/gi18n.h>

#include "app/plan/ans-plan-look.h"
#include "plan/ans-plan-check.h"
#include "plan/ans-plan-registers.h"

struct _AnsTargets
{
  AnsPlanView parent_instance;

  AnsFigureList *list;
  AdwExpanderRow *clashes;
  GPtrArray *clash_rows;
  GtkWidget *clash_box;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (AnsTargets, ans_targets, ANS_TYPE_PLAN_VIEW)

/* --- what does not agree with itself --------------------------------------------------------- */

static void
clash_opened (AdwActionRow *row, AnsTargets *self)
{
  const char *code = g_object_get_data (G_OBJECT (row), "ans-code");
  AnsFigures *figures = ans_plan_view_get_figures (ANS_PLAN_VIEW (self));
  AnsFigure *figure = figures != NULL ? ans_figures_find (figures, code) : NULL;

  if (figure != NULL)
    ans_plan_view_open_figure (ANS_PLAN_VIEW (self), figure);
}

static void
add_clash (AnsTargets *self, const char *code, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  if (code != NULL)
    {
      g_object_set_data_full (G_OBJECT (row), "ans-code", g_strdup (code), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("ans-chevron-symbolic"));
      g_signal_connect (row, "activated", G_CALLBACK (clash_opened), self);
    }
  adw_expander_row_add_row (self->clashes, row);
  g_ptr_array_add (self->clash_rows, row);
}

/* The same remark often stands at two indicators: it is told once. */
static void
add_flags (AnsTargets *self, AnsFigures *figures)
{
  const AnsPlan *plan = ans_figures_get_plan (figures);

  for (guint i = 0; i < plan->indicators->len; i++)
    {
      const AnsIndicator *indicator = plan->indicators->pdata[i];
      gboolean told = indicator->flag == NULL;
      g_autofree char *text = NULL;

      for (guint j = 0; !told && j < i; j++)
        told =
            g_strcmp0 (((AnsIndicator *) plan->indicators->pdata[j])->flag, indicator->flag) == 0;
      if (told)
        continue;
      text = g_strdup_printf ("%s: %s", indicator->code, indicator->flag);
      add_clash (self, indicator->code, text);
    }
}

static void
ans_targets_show_clashes (AnsPlanView *view, GPtrArray *found)
{
  AnsTargets *self = ANS_TARGETS (view);
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->clash_rows->len; i++)
    adw_expander_row_remove (self->clashes, self->clash_rows->pdata[i]);
  g_ptr_array_set_size (self->clash_rows, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const AnsContradiction *clash = found->pdata[i];

      add_clash (self, clash->code, clash->message);
    }
  add_flags (self, ans_plan_view_get_figures (view));
  title = g_strdup_printf (ngettext ("%u point of the plan is to be made clear",
                                     "%u points of the plan are to be made clear",
                                     self->clash_rows->len),
                           self->clash_rows->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->clashes), title);
  gtk_widget_set_visible (self->clash_box, self->clash_rows->len > 0);
}

/* --- the view -------------------------------------------------------------------------------- */

static void
opened (AnsTargets *self, AnsFigure *figure)
{
  ans_plan_view_open_figure (ANS_PLAN_VIEW (self), figure);
}

static void
target_edited (AnsTargets *self, AnsFigureRow *row)
{
  AnsPlanView *view = ANS_PLAN_VIEW (self);
  AnsFigure *figure = ans_figure_row_get_figure (row);
  const char *value = ans_number_cell_get_value (ans_figure_row_get_cell (row));
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRecord) record =
      ans_record_load (ans_plan_view_get_book (view), &ans_register_indicators,
                       ans_figure_get_indicator (figure)->id, &error);

  if (record == NULL)
    {
      ans_window_show_error (ans_plan_view_get_window (view), _ ("Nothing was saved"), error);
      return;
    }
  ans_record_set (record, "target", value);
  /* What was refused gives way to what the book has. */
  if (!ans_plan_view_save (view, record) && ans_plan_view_get_figures (view) != NULL)
    ans_figure_row_update (row, ans_plan_view_get_figures (view));
}

static void
ans_targets_refresh (AnsPlanView *view)
{
  AnsTargets *self = ANS_TARGETS (view);
  AnsFigures *figures = ans_plan_view_get_figures (view);
  guint n;

  if (figures == NULL)
    return;
  n = g_list_model_get_n_items (G_LIST_MODEL (figures));
  ans_figure_list_update (self->list, figures, ans_plan_view_can_write (view));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
}

static void
ans_targets_relayout (AnsPlanView *view)
{
  ans_figure_list_set_narrow (ANS_TARGETS (view)->list,
                              ans_plan_view_get_layout (view) == ANS_PLAN_NARROW);
}

static gboolean
ans_targets_edit (AnsPlanView *view)
{
  AnsFigure *figure = ans_figure_list_get_focus (ANS_TARGETS (view)->list);

  if (figure != NULL)
    ans_plan_view_edit (view, &ans_register_indicators, ans_figure_get_indicator (figure)->id);
  return figure != NULL;
}

static void
ans_targets_finalize (GObject *object)
{
  g_ptr_array_unref (ANS_TARGETS (object)->clash_rows);
  G_OBJECT_CLASS (ans_targets_parent_class)->finalize (object);
}

static void
ans_targets_class_init (AnsTargetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_targets_finalize;
  ANS_PLAN_VIEW_CLASS (klass)->refresh = ans_targets_refresh;
  ANS_PLAN_VIEW_CLASS (klass)->relayout = ans_targets_relayout;
  ANS_PLAN_VIEW_CLASS (klass)->show_clashes = ans_targets_show_clashes;
  ANS_PLAN_VIEW_CLASS (klass)->edit = ans_targets_edit;
}

static void
ans_targets_init (AnsTargets *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *icon = gtk_image_new_from_icon_name ("ans-info-symbolic");

  self->clash_rows = g_ptr_array_new ();
  self->list = ANS_FIGURE_LIST (ans_figure_list_new (TRUE));
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "ans-region");
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "target-edited", G_CALLBACK (target_edited), self,
                           G_CONNECT_SWAPPED);
  self->empty = ans_plan_view_new_empty (_ ("The plan has no targets yet"), _ ("_Add a target"));
  self->clashes = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->clashes), FALSE);
  gtk_widget_add_css_class (icon, "ans-late");
  adw_expander_row_add_prefix (self->clashes, icon);
  self->clash_box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->clash_box), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (self->clash_box), GTK_WIDGET (self->clashes));
  gtk_widget_add_css_class (self->clash_box, "boxed-list");
  gtk_widget_set_visible (self->clash_box, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clash_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To be made clear"), -1);
  gtk_box_append (GTK_BOX (box), self->clash_box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_widget_add_css_class (box, "ans-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

AnsFigureList *
ans_targets_get_list (AnsTargets *self)
{
  g_return_val_if_fail (ANS_IS_TARGETS (self), NULL);
  return self->list;
}
