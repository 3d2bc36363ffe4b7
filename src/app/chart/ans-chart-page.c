/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart/ans-chart-page.h"

#include <glib/gi18n.h>

#include "app/list/ans-as-of-button.h"
#include "app/plan/ans-plan-source.h"
#include "app/window/ans-page-tabs.h"
#include "plan/ans-plan.h"

struct _AnsChartPage
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: it owns the page */
  AnsBook *book;
  const AnsArea *area;
  AnsPlanSource *source;
  GPtrArray *cards; /* AnsPlanChartView, in the order of the catalogue */
  GPtrArray *ids;   /* of their charts */
  guint columns;
  guint showing; /* idle source */
  gboolean stale;

  AnsAsOfButton *as_of;
  AnsPageTabs *tabs;
  GtkBox *boxes[2];
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AnsChartPage, ans_chart_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- the cards ------------------------------------------------------------------------------- */

static void
arrange (AnsChartPage *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = self->cards->pdata[i];
      GtkWidget *parent = gtk_widget_get_parent (card);

      if (parent != NULL)
        gtk_box_remove (GTK_BOX (parent), card);
    }
  for (guint i = 0; i < self->cards->len; i++)
    gtk_box_append (self->boxes[i % self->columns], self->cards->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->boxes[1]), self->columns > 1);
}

/* Those of indicators are on the pages of these. */
static GPtrArray *
wanted_ids (AnsChartPage *self, const AnsChartSource *source)
{
  g_autoptr (GPtrArray) all = ans_plan_charts (source);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    {
      const AnsPlanChart *chart = all->pdata[i];

      if (chart->code == NULL && g_strcmp0 (chart->area, self->area->id) == 0)
        g_ptr_array_add (ids, g_strdup (chart->id));
    }
  return ids;
}

static gboolean
same_ids (AnsChartPage *self, GPtrArray *ids)
{
  if (ids->len != self->ids->len)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!g_str_equal (ids->pdata[i], self->ids->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
make_cards (AnsChartPage *self, GPtrArray *ids)
{
  for (guint i = 0; i < self->cards->len; i++)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->cards->pdata[i])), self->cards->pdata[i]);
  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_unref (self->ids);
  self->ids = g_ptr_array_ref (ids);
  for (guint i = 0; i < ids->len; i++)
    {
      GtkWidget *card = ans_plan_chart_view_new ();

      gtk_widget_add_css_class (card, "ans-region");
      g_ptr_array_add (self->cards, g_object_ref_sink (card));
    }
  arrange (self);
}

static gboolean
open_source (AnsChartPage *self, AnsChartSource *source)
{
  AnsFigures *figures = ans_plan_source_peek (self->source);
  g_autoptr (GError) error = NULL;

  if (figures != NULL)
    {
      if (ans_chart_source_init_figures (source, figures, &error))
        return TRUE;
    }
  else if (ans_plan_source_get_plan (self->source) == 0)
    {
      if (ans_chart_source_init (source, self->book, 0, ans_window_get_as_of (self->window),
                                 &error))
        return TRUE;
    }
  else
    {
      /* they are on their way */
      ans_plan_source_request (self->source, GTK_WIDGET (self));
      return FALSE;
    }
  g_warning ("%s", error->message);
  return FALSE;
}

static gboolean
show (gpointer user_data)
{
  AnsChartPage *self = user_data;
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (GPtrArray) ids = NULL;

  self->showing = 0;
  if (!open_source (self, &source))
    return G_SOURCE_REMOVE;
  self->stale = FALSE;
  ids = wanted_ids (self, &source);
  if (!same_ids (self, ids))
    make_cards (self, ids);
  for (guint i = 0; i < self->cards->len; i++)
    ans_plan_chart_view_show (self->cards->pdata[i], self->window, &source,
                              (const char *const[]) { ids->pdata[i], NULL });
  return G_SOURCE_REMOVE;
}

/* Once for all that happens in a turn: the figures and the book both tell of an edit. */
static void
refresh (AnsChartPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->showing == 0)
    self->showing = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show, self, NULL);
}

static void
book_changed (AnsBook *book, AnsChanges *changes, AnsChartPage *self)
{
  refresh (self);
}

static void
ans_chart_page_map (GtkWidget *widget)
{
  AnsChartPage *self = ANS_CHART_PAGE (widget);

  GTK_WIDGET_CLASS (ans_chart_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static void
choose_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_as_of_button_open (ANS_CHART_PAGE (widget)->as_of);
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.find-anything", NULL);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
ans_chart_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, ANS_CHART_PAGE (object)->columns == 1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_chart_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnsChartPage *self = ANS_CHART_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      self->columns = g_value_get_boolean (value) ? 1 : 2;
      arrange (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_chart_page_dispose (GObject *object)
{
  AnsChartPage *self = ANS_CHART_PAGE (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_object (&self->book);
  g_clear_object (&self->source);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_CHART_PAGE);
  G_OBJECT_CLASS (ans_chart_page_parent_class)->dispose (object);
}

static void
ans_chart_page_class_init (AnsChartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ans_chart_page_dispose;
  object_class->get_property = ans_chart_page_get_property;
  object_class->set_property = ans_chart_page_set_property;
  widget_class->map = ans_chart_page_map;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "page.as-of", NULL, choose_day);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find);

  g_type_ensure (ANS_TYPE_AS_OF_BUTTON);
  g_type_ensure (ANS_TYPE_PAGE_TABS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsChartPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, AnsChartPage, tabs);
  gtk_widget_class_bind_template_child_full (widget_class, "first", FALSE,
                                             G_STRUCT_OFFSET (AnsChartPage, boxes[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second", FALSE,
                                             G_STRUCT_OFFSET (AnsChartPage, boxes[1]));
}

static void
ans_chart_page_init (AnsChartPage *self)
{
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->columns = 2;
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
ans_chart_page_new (AnsWindow *window, AnsBook *book, const AnsArea *area, const char *id)
{
  AnsChartPage *self = g_object_new (ANS_TYPE_CHART_PAGE, NULL);

  g_return_val_if_fail (area != NULL, NULL);

  self->window = window;
  self->book = g_object_ref (book);
  self->area = area;
  self->source = ans_plan_source_get (window, book);
  ans_page_tabs_set_page (self->tabs, window, id);
  g_object_bind_property (window, "as-of", self->as_of, "day",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->source, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::as-of", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  /* after the figures have followed */
  g_signal_connect_after (book, "changed", G_CALLBACK (book_changed), self);
  return ADW_NAVIGATION_PAGE (self);
}

AnsPlanChartView *
ans_chart_page_find (AnsChartPage *self, const char *id)
{
  g_return_val_if_fail (ANS_IS_CHART_PAGE (self), NULL);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], id) == 0)
      return self->cards->pdata[i];
  return NULL;
}

gboolean
ans_chart_page_is_ready (AnsChartPage *self)
{
  g_return_val_if_fail (ANS_IS_CHART_PAGE (self), FALSE);

  for (guint i = 0; i < self->cards->len; i++)
    if (!ans_plan_chart_view_is_ready (self->cards->pdata[i]))
      return FALSE;
  return !self->stale && self->showing == 0;
}
