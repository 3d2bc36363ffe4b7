/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-overview.h"

#include <glib/gi18n.h>

#include "app/chart/ans-plan-chart-view.h"
#include "app/plan/ans-figure-mark.h"
#include "app/plan/ans-last-actions.h"
#include "app/plan/ans-meter.h"
#include "app/plan/ans-plan-look.h"
#include "app/plan/ans-todo-list.h"
#include "text/ans-number.h"

/* Things to do that are seen before somebody asks for all. */
#define TODOS        6
#define TODOS_NARROW 3

struct _AnsOverview
{
  AnsPlanView parent_instance;

  AnsFigureList *figures;
  gboolean setting;
  guint showing; /* idle source */

  AdwMultiLayoutView *layouts;
  GtkLabel *summary;
  AnsStandingBar *bar;
  AdwWrapBox *legend;
  GtkLabel *time;
  AdwToggleGroup *tabs;
  GtkDropDown *drop_down;
  AdwBin *list;
  GtkWidget *waiting;
  AnsTodoList *todo;
  AnsLastActions *actions;
  AdwBin *chart;
};

G_DEFINE_FINAL_TYPE (AnsOverview, ans_overview, ANS_TYPE_PLAN_VIEW)

static const char *const filter_names[ANS_N_FIGURE_FILTERS] = { "all", "late", "on-time", "met",
                                                                "unknown" };

/* --- the summary ----------------------------------------------------------------------------- */

static void
show_legend (AnsOverview *self, const guint counts[ANS_N_STANDINGS])
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    adw_wrap_box_remove (self->legend, child);
  for (guint i = 0; i < ANS_N_STANDINGS; i++)
    if (counts[i] > 0)
      {
        GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
        GtkWidget *icon = gtk_image_new_from_icon_name (ans_standing_icon (i));
        g_autofree char *word = g_utf8_strdown (ans_standing_display (i), -1);
        g_autofree char *text = g_strdup_printf ("%u %s", counts[i], word);

        gtk_widget_add_css_class (icon, "ans-small-icon");
        gtk_widget_add_css_class (box, ans_standing_css_class (i));
        gtk_widget_add_css_class (box, "ans-mark");
        gtk_box_append (GTK_BOX (box), icon);
        gtk_box_append (GTK_BOX (box), ans_plan_words_label (text, "numeric", NULL));
        adw_wrap_box_append (self->legend, box);
      }
}

static void
show_time (AnsOverview *self, AnsFigures *figures)
{
  const AnsDate first = ans_figures_get_first_day (figures);
  const AnsDate last = ans_figures_get_last_day (figures);
  const AnsDate day = ans_figures_get_day (figures);
  const int all = ans_date_days_between (first, last) + 1;
  const int elapsed = ans_date_days_between (first, day) + 1;
  const int left = MAX (all - elapsed, 0);
  g_autofree char *text = NULL;

  if (all <= 0)
    return;
  text = g_strdup_printf (
      /* Translators: percent of the plan's time that is over, and days that are left */
      ngettext ("%d%% of the time is over · %d day left", "%d%% of the time is over · %d days left",
                (gulong) left),
      (int) ans_percent_of (CLAMP (elapsed, 0, all), all), left);
  gtk_label_set_label (self->time, text);
}

static void
show_summary (AnsOverview *self, AnsFigures *figures, const guint counts[ANS_N_STANDINGS])
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (figures));
  g_autofree char *text = g_strdup_printf (
      /* Translators: number of indicators, year of the plan */
      ngettext ("%u target of the plan of %d", "%u targets of the plan of %d", n), n,
      ans_figures_get_plan (figures)->year);

  gtk_label_set_label (self->summary, text);
  ans_standing_bar_set (self->bar, counts);
  show_legend (self, counts);
  show_time (self, figures);
}

/* --- which are seen -------------------------------------------------------------------------- */

static const char *
filter_label (AnsFigureFilter filter)
{
  switch (filter)
    {
    case ANS_FIGURES_LATE:
      return _ ("Late");
    case ANS_FIGURES_ON_TIME:
      return _ ("On time");
    case ANS_FIGURES_MET:
      return _ ("Met");
    case ANS_FIGURES_UNKNOWN:
      return _ ("Other");
    case ANS_FIGURES_ALL:
    case ANS_N_FIGURE_FILTERS:
    default:
      return _ ("All");
    }
}

void
ans_overview_set_filter (AnsOverview *self, AnsFigureFilter filter)
{
  g_return_if_fail (ANS_IS_OVERVIEW (self));

  self->setting = TRUE;
  adw_toggle_group_set_active_name (self->tabs, filter_names[filter]);
  gtk_drop_down_set_selected (self->drop_down, filter);
  self->setting = FALSE;
  ans_figure_list_set_filter (self->figures, filter);
}

static void
tab_chosen (AnsOverview *self)
{
  const char *name = adw_toggle_group_get_active_name (self->tabs);

  if (self->setting || self->figures == NULL)
    return;
  for (guint i = 0; i < ANS_N_FIGURE_FILTERS; i++)
    if (g_strcmp0 (name, filter_names[i]) == 0)
      ans_overview_set_filter (self, i);
}

static void
filter_selected (AnsOverview *self)
{
  const guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->setting || self->figures == NULL || selected >= ANS_N_FIGURE_FILTERS)
    return;
  ans_overview_set_filter (self, selected);
}

static void
show_filters (AnsOverview *self, const guint counts[ANS_N_STANDINGS])
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  const guint selected = gtk_drop_down_get_selected (self->drop_down);
  guint n[ANS_N_FIGURE_FILTERS] = { 0 };

  for (guint i = 0; i < ANS_N_STANDINGS; i++)
    {
      n[ANS_FIGURES_ALL] += counts[i];
      n[ans_figure_filter_of (i)] += counts[i];
    }
  self->setting = TRUE;
  for (guint i = 0; i < ANS_N_FIGURE_FILTERS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %u", filter_label (i), n[i]);
      AdwToggle *tab = adw_toggle_group_get_toggle_by_name (self->tabs, filter_names[i]);

      if (tab == NULL)
        {
          tab = adw_toggle_new ();
          adw_toggle_set_name (tab, filter_names[i]);
          adw_toggle_group_add (self->tabs, tab);
        }
      adw_toggle_set_label (tab, label);
      gtk_string_list_append (labels, label);
    }
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->drop_down,
                              selected < ANS_N_FIGURE_FILTERS ? selected : ANS_FIGURES_ALL);
  self->setting = FALSE;
  g_object_unref (labels);
}

/* --- the view -------------------------------------------------------------------------------- */

static void
opened (AnsOverview *self, AnsFigure *figure)
{
  ans_plan_view_open_figure (ANS_PLAN_VIEW (self), figure);
}

static void
make_list (AnsOverview *self)
{
  self->figures = ANS_FIGURE_LIST (ans_figure_list_new (FALSE));
  ans_figure_list_set_narrow (self->figures,
                              ans_plan_view_get_layout (ANS_PLAN_VIEW (self)) == ANS_PLAN_NARROW);
  g_signal_connect_object (self->figures, "opened", G_CALLBACK (opened), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list, GTK_WIDGET (self->figures));
}

/* Made when the targets stand: nobody waits for it. */
static AnsPlanChartView *
get_chart_view (AnsOverview *self)
{
  GtkWidget *view = adw_bin_get_child (self->chart);

  if (view == NULL)
    {
      view = ans_plan_chart_view_new ();
      g_object_bind_property (view, "visible", self->chart, "visible", G_BINDING_SYNC_CREATE);
      adw_bin_set_child (self->chart, view);
    }
  return ANS_PLAN_CHART_VIEW (view);
}

static void
show_chart (AnsOverview *self)
{
  AnsFigures *figures = ans_plan_view_get_figures (ANS_PLAN_VIEW (self));
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsPlanChart) chart = NULL;

  if (figures == NULL || !ans_chart_source_init_figures (&source, figures, NULL))
    return;
  chart = ans_plan_chart_for_overview (&source);
  ans_plan_chart_view_show (get_chart_view (self), ans_plan_view_get_window (ANS_PLAN_VIEW (self)),
                            &source,
                            (const char *const[]) { chart != NULL ? chart->id : NULL, NULL });
}

static gboolean
show_rest (gpointer user_data)
{
  AnsOverview *self = user_data;
  AnsPlanView *view = user_data;
  AnsBook *book = ans_plan_view_get_book (view);

  self->showing = 0;
  ans_todo_list_show (self->todo, ans_plan_view_get_window (view), book,
                      ans_plan_source_get_plan (ans_plan_view_get_source (view)));
  show_chart (self);
  ans_last_actions_show (self->actions, book);
  return G_SOURCE_REMOVE;
}

gboolean
ans_overview_is_ready (AnsOverview *self)
{
  g_return_val_if_fail (ANS_IS_OVERVIEW (self), FALSE);
  return ans_plan_source_get_plan (ans_plan_view_get_source (ANS_PLAN_VIEW (self))) == 0 ||
         (self->figures != NULL && self->showing == 0);
}

static void
ans_overview_refresh (AnsPlanView *view)
{
  AnsOverview *self = ANS_OVERVIEW (view);
  AnsFigures *figures = ans_plan_view_get_figures (view);
  const gboolean first = self->figures == NULL;
  guint counts[ANS_N_STANDINGS];

  gtk_widget_set_visible (self->waiting, figures == NULL && first);
  if (figures == NULL)
    return;
  if (first)
    make_list (self);
  ans_figure_list_update (self->figures, figures, FALSE);
  ans_figure_list_count (self->figures, counts);
  show_summary (self, figures, counts);
  show_filters (self, counts);
  if (first)
    ans_overview_set_filter (self, ANS_FIGURES_ALL);
  /* What is beside the targets may come a frame later. */
  if (self->showing == 0)
    self->showing = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_rest, self, NULL);
}

static void
ans_overview_relayout (AnsPlanView *view)
{
  static const char *const names[] = { "wide", "medium", "medium" };
  AnsOverview *self = ANS_OVERVIEW (view);
  const AnsPlanLayout layout = ans_plan_view_get_layout (view);
  const gboolean narrow = layout == ANS_PLAN_NARROW;

  adw_multi_layout_view_set_layout_name (self->layouts, names[layout]);
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_down), narrow);
  ans_todo_list_set_limit (self->todo, layout == ANS_PLAN_WIDE ? TODOS : TODOS_NARROW);
  if (self->figures != NULL)
    ans_figure_list_set_narrow (self->figures, narrow);
}

static void
ans_overview_dispose (GObject *object)
{
  AnsOverview *self = ANS_OVERVIEW (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  /* AdwBin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_OVERVIEW);
  G_OBJECT_CLASS (ans_overview_parent_class)->dispose (object);
}

static void
ans_overview_class_init (AnsOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_overview_dispose;
  ANS_PLAN_VIEW_CLASS (klass)->refresh = ans_overview_refresh;
  ANS_PLAN_VIEW_CLASS (klass)->relayout = ans_overview_relayout;

  g_type_ensure (ANS_TYPE_STANDING_BAR);
  g_type_ensure (ANS_TYPE_TODO_LIST);
  g_type_ensure (ANS_TYPE_LAST_ACTIONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, layouts);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, summary);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, bar);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, legend);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, time);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, tabs);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, drop_down);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, list);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, waiting);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, todo);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, actions);
  gtk_widget_class_bind_template_child (widget_class, AnsOverview, chart);
  gtk_widget_class_bind_template_callback (widget_class, tab_chosen);
  gtk_widget_class_bind_template_callback (widget_class, filter_selected);
}

static void
ans_overview_init (AnsOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ans_todo_list_set_limit (self->todo, TODOS);
}

AnsFigureList *
ans_overview_get_list (AnsOverview *self)
{
  g_return_val_if_fail (ANS_IS_OVERVIEW (self), NULL);
  return self->figures;
}
