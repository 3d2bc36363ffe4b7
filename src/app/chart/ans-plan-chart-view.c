/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart/ans-plan-chart-view.h"

#include <glib/gi18n.h>

#include "app/chart/ans-chart-maker.h"
#include "app/list/ans-list-page.h"

struct _AnsPlanChartView
{
  AdwBin parent_instance;

  AnsWindow *window; /* not owned: we live in it */
  AnsChartSource source;
  GPtrArray *charts;    /* AnsPlanChart */
  char *chosen;         /* id */
  char *shown;          /* id of what the view shows */
  GCancellable *making; /* (nullable) what is under way */
  AnsChartView *view;
  GtkWidget *tabs; /* (nullable) AdwToggleGroup */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (AnsPlanChartView, ans_plan_chart_view, ADW_TYPE_BIN)

static const AnsPlanChart *
find (AnsPlanChartView *self, const char *id)
{
  for (guint i = 0; self->charts != NULL && i < self->charts->len; i++)
    if (g_strcmp0 (((AnsPlanChart *) self->charts->pdata[i])->id, id) == 0)
      return self->charts->pdata[i];
  return NULL;
}

static void
stop (AnsPlanChartView *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
take (AnsPlanChartView *self, const AnsPlanChart *info, AnsChart *chart, GError *error)
{
  if (chart == NULL)
    {
      g_warning ("The chart %s can't be made: %s", info->id, error->message);
      /* says that there are no numbers */
      chart = ans_chart_new (ANS_CHART_BARS, info->title, NULL, 0);
    }
  g_set_str (&self->shown, info->id);
  ans_chart_view_set_openable (self->view, ans_plan_chart_has_lists (info));
  ans_chart_view_set_chart (self->view, chart);
}

typedef struct
{
  AnsPlanChartView *view;
  GCancellable *cancellable;
  char *id;
} Wish;

static void
made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wish *wish = user_data;
  AnsPlanChartView *self = wish->view;
  g_autoptr (GError) error = NULL;
  AnsChart *chart = ans_chart_maker_make_finish (result, &error);
  const AnsPlanChart *info = find (self, wish->id);

  /* An answer to what is no longer asked. */
  if (wish->cancellable != self->making || info == NULL)
    g_clear_pointer (&chart, ans_chart_free);
  else
    {
      g_clear_object (&self->making);
      take (self, info, chart, error);
    }
  g_object_unref (wish->cancellable);
  g_object_unref (wish->view);
  g_free (wish->id);
  g_free (wish);
}

static void
make (AnsPlanChartView *self)
{
  const AnsPlanChart *info = find (self, self->chosen);
  g_autoptr (GError) error = NULL;

  stop (self);
  if (info == NULL)
    return;
  if (!ans_plan_chart_asks (info))
    {
      AnsChart *chart = ans_plan_chart_make (info, &self->source, &error);

      take (self, info, chart, error);
      return;
    }
  if (g_strcmp0 (self->shown, info->id) != 0)
    {
      ans_chart_view_set_waiting (self->view, info->title);
      g_clear_pointer (&self->shown, g_free);
    }
  {
    Wish *wish = g_new0 (Wish, 1);

    self->making = g_cancellable_new ();
    wish->view = g_object_ref (self);
    wish->cancellable = g_object_ref (self->making);
    wish->id = g_strdup (info->id);
    ans_chart_maker_make_async (info, &self->source, self->making, made, wish);
  }
}

/* --- which one ------------------------------------------------------------------------------- */

static void
tab_chosen (AnsPlanChartView *self)
{
  const char *id = adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->tabs));

  if (self->setting || id == NULL || g_strcmp0 (id, self->chosen) == 0)
    return;
  g_set_str (&self->chosen, id);
  make (self);
}

static void
show_tabs (AnsPlanChartView *self)
{
  AdwToggleGroup *tabs;

  self->setting = TRUE;
  if (self->charts->len < 2)
    {
      ans_chart_view_set_beside (self->view, NULL);
      self->tabs = NULL;
      self->setting = FALSE;
      return;
    }
  if (self->tabs == NULL)
    {
      self->tabs = adw_toggle_group_new ();
      gtk_widget_add_css_class (self->tabs, "round");
      gtk_widget_set_halign (self->tabs, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->tabs), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Which chart is shown"), -1);
      g_signal_connect_swapped (self->tabs, "notify::active-name", G_CALLBACK (tab_chosen), self);
      ans_chart_view_set_beside (self->view, self->tabs);
    }
  tabs = ADW_TOGGLE_GROUP (self->tabs);
  adw_toggle_group_remove_all (tabs);
  for (guint i = 0; i < self->charts->len; i++)
    {
      const AnsPlanChart *chart = self->charts->pdata[i];
      AdwToggle *tab = adw_toggle_new ();

      adw_toggle_set_name (tab, chart->id);
      adw_toggle_set_label (tab, _ (chart->label));
      adw_toggle_group_add (tabs, tab);
    }
  adw_toggle_group_set_active_name (tabs, self->chosen);
  self->setting = FALSE;
}

static gboolean
same_charts (AnsPlanChartView *self, GPtrArray *others)
{
  if (self->charts == NULL || self->charts->len != others->len)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    if (!g_str_equal (((AnsPlanChart *) self->charts->pdata[i])->id,
                      ((AnsPlanChart *) others->pdata[i])->id))
      return FALSE;
  return TRUE;
}

/* --- the lists ------------------------------------------------------------------------------- */

static void
datum_activated (AnsPlanChartView *self, guint series, guint category)
{
  const AnsPlanChart *info = find (self, self->shown);
  const AnsChart *chart = ans_chart_view_get_chart (self->view);
  const AnsChartCategory *of = chart != NULL ? ans_chart_get_category (chart, category) : NULL;
  g_autoptr (AnsListing) list = NULL;
  g_autofree char *title = NULL;

  if (info == NULL || of == NULL || !ans_plan_chart_has_lists (info))
    return;
  list = ans_plan_chart_list (info, &self->source, series, category);
  if (list == NULL)
    {
      ans_window_toast (self->window, _ ("There is no list behind this number"), 0);
      return;
    }
  title = g_strdup_printf ("%s: %s", info->title, of->label);
  ans_window_push_page (self->window, ans_list_page_new_of (self->window, list, title));
}

/* --- object ---------------------------------------------------------------------------------- */

static void
ans_plan_chart_view_dispose (GObject *object)
{
  AnsPlanChartView *self = ANS_PLAN_CHART_VIEW (object);

  stop (self);
  ans_chart_source_clear (&self->source);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (ans_plan_chart_view_parent_class)->dispose (object);
}

static void
ans_plan_chart_view_class_init (AnsPlanChartViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_plan_chart_view_dispose;
}

static void
ans_plan_chart_view_init (AnsPlanChartView *self)
{
  self->view = ANS_CHART_VIEW (ans_chart_view_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->view, "datum-activated", G_CALLBACK (datum_activated), self);
}

GtkWidget *
ans_plan_chart_view_new (void)
{
  return g_object_new (ANS_TYPE_PLAN_CHART_VIEW, NULL);
}

void
ans_plan_chart_view_show (AnsPlanChartView *self,
                          AnsWindow *window,
                          const AnsChartSource *source,
                          const char *const *ids)
{
  g_autoptr (GPtrArray) charts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ans_plan_chart_free);
  gboolean same;

  g_return_if_fail (ANS_IS_PLAN_CHART_VIEW (self));
  g_return_if_fail (source != NULL);

  self->window = window;
  ans_chart_source_copy (&self->source, source);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      AnsPlanChart *chart = ans_plan_chart_find (source, ids[i]);

      if (chart != NULL)
        g_ptr_array_add (charts, chart);
    }
  same = same_charts (self, charts);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  self->charts = g_steal_pointer (&charts);
  gtk_widget_set_visible (GTK_WIDGET (self), self->charts->len > 0);
  if (self->charts->len == 0)
    {
      stop (self);
      return;
    }
  if (find (self, self->chosen) == NULL)
    g_set_str (&self->chosen, ((AnsPlanChart *) self->charts->pdata[0])->id);
  if (!same)
    show_tabs (self);
  make (self);
}

void
ans_plan_chart_view_choose (AnsPlanChartView *self, const char *id)
{
  g_return_if_fail (ANS_IS_PLAN_CHART_VIEW (self));
  g_return_if_fail (find (self, id) != NULL);

  g_set_str (&self->chosen, id);
  if (self->tabs != NULL)
    {
      self->setting = TRUE;
      adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (self->tabs), id);
      self->setting = FALSE;
    }
  make (self);
}

AnsChartView *
ans_plan_chart_view_get_view (AnsPlanChartView *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_CHART_VIEW (self), NULL);
  return self->view;
}

gboolean
ans_plan_chart_view_is_ready (AnsPlanChartView *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_CHART_VIEW (self), FALSE);
  return self->making == NULL;
}
