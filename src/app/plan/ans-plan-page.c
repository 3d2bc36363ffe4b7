/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-plan-page.h"

#include <glib/gi18n.h>

#include "app/list/ans-as-of-button.h"
#include "app/list/ans-list-page.h"
#include "app/plan/ans-figure-view.h"
#include "app/plan/ans-overview.h"
#include "app/plan/ans-plan-menu.h"
#include "app/plan/ans-shares.h"
#include "app/plan/ans-targets.h"
#include "app/plan/ans-tasks-view.h"
#include "app/window/ans-page-tabs.h"
#include "plan/ans-plan-registers.h"
#include "plan/ans-plan.h"

struct _AnsPlanPage
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: it owns the page */
  AnsPlanSource *source;
  AnsPlanView *view;
  const char *list;   /* (nullable) id of the list that shows the same */
  const char *report; /* id of the paper that Ctrl+P prints */
  int layout;
  gboolean stale;

  AdwWindowTitle *title;
  AnsAsOfButton *as_of;
  AnsPageTabs *tabs;
  GtkMenuButton *menu;
  GtkStack *stack;
  AdwBin *content;
  AdwStatusPage *empty;
};

enum
{
  PROP_0,
  PROP_LAYOUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AnsPlanPage, ans_plan_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- what is shown --------------------------------------------------------------------------- */

static void
update_actions (AnsPlanPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean writable = ans_plan_view_can_write (self->view);
  const gboolean has_plan = ans_plan_source_get_plan (self->source) != 0;

  gtk_widget_action_set_enabled (widget, "page.load-plan", writable);
  gtk_widget_action_set_enabled (widget, "page.new-plan", writable);
  gtk_widget_action_set_enabled (widget, "page.copy-plan", writable && has_plan);
  gtk_widget_action_set_enabled (widget, "page.edit-plan", has_plan);
  gtk_widget_action_set_enabled (
      widget, "page.add",
      writable && has_plan && (ANS_IS_TARGETS (self->view) || ANS_IS_TASKS_VIEW (self->view)));
  gtk_widget_action_set_enabled (widget, "page.show-list", has_plan && self->list != NULL);
  gtk_widget_action_set_enabled (widget, "page.print", has_plan);
}

static void
show (AnsPlanPage *self)
{
  const int year = ans_plan_source_get_year (self->source);

  self->stale = FALSE;
  update_actions (self);
  if (ans_plan_source_get_plan (self->source) == 0)
    {
      adw_window_title_set_subtitle (self->title, "");
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  if (!ANS_IS_FIGURE_VIEW (self->view))
    {
      /* Translators: the year of a plan */
      g_autofree char *subtitle = g_strdup_printf (_ ("Plan of %d"), year);

      adw_window_title_set_subtitle (self->title, subtitle);
    }
  gtk_stack_set_visible_child_name (self->stack, "plan");
  ans_plan_source_request (self->source, GTK_WIDGET (self));
  ans_plan_view_refresh (self->view);
}

static void
source_changed (AnsPlanPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
  else
    self->stale = TRUE;
}

static void
ans_plan_page_map (GtkWidget *widget)
{
  AnsPlanPage *self = ANS_PLAN_PAGE (widget);

  if (self->source != NULL)
    {
      if (self->stale)
        show (self);
      else
        ans_plan_source_request (self->source, widget);
    }
  GTK_WIDGET_CLASS (ans_plan_page_parent_class)->map (widget);
}

static void
set_title (AnsPlanPage *self, const char *title)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->title, title);
}

static void
title_of_figure (AnsPlanPage *self, AnsFigure *figure)
{
  /* Translators: the code of an indicator, such as 2.3.1 */
  g_autofree char *title =
      g_strdup_printf (_ ("Indicator %s"), ans_figure_get_indicator (figure)->code);

  set_title (self, title);
}

/* --- actions --------------------------------------------------------------------------------- */

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.find-anything", NULL);
}

static void
choose_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_as_of_button_open (ANS_PLAN_PAGE (widget)->as_of);
}

static void
print_paper (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.print-report", "s", ANS_PLAN_PAGE (widget)->report);
}

static void
show_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPlanPage *self = ANS_PLAN_PAGE (widget);
  const AnsListingInfo *info = ans_listing_info_find (self->list);
  AnsBook *book = ans_plan_source_get_book (self->source);

  ans_window_push_page (self->window,
                        ADW_NAVIGATION_PAGE (ans_list_page_new (self->window, book, info)));
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPlanPage *self = ANS_PLAN_PAGE (widget);

  ans_plan_view_edit (
      self->view, ANS_IS_TASKS_VIEW (self->view) ? &ans_register_tasks : &ans_register_indicators,
      0);
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPlanView *view = ANS_PLAN_PAGE (widget)->view;

  if (ANS_PLAN_VIEW_GET_CLASS (view)->edit != NULL)
    ANS_PLAN_VIEW_GET_CLASS (view)->edit (view);
}

/* From one indicator to the next, in the order of the plan. */
static void
go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPlanPage *self = ANS_PLAN_PAGE (widget);
  AnsFigure *figure = ANS_IS_FIGURE_VIEW (self->view)
                          ? ans_figure_view_get_sibling (ANS_FIGURE_VIEW (self->view),
                                                         g_str_equal (name, "page.next") ? 1 : -1)
                          : NULL;

  if (figure == NULL)
    return;
  ans_figure_view_set_figure (ANS_FIGURE_VIEW (self->view), figure);
  title_of_figure (self, figure);
  ans_plan_view_refresh (self->view);
}

static void
edit_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPlanPage *self = ANS_PLAN_PAGE (widget);

  ans_plan_view_edit (self->view, &ans_register_plans, ans_plan_source_get_plan (self->source));
}

static void
new_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_plan_view_edit (ANS_PLAN_PAGE (widget)->view, &ans_register_plans, 0);
}

static void
load_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_plan_menu_load (ANS_PLAN_PAGE (widget)->view, g_variant_get_string (parameter, NULL));
}

static void
copy_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_plan_menu_copy (ANS_PLAN_PAGE (widget)->view);
}

static void
show_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_plan_source_set_plan (ANS_PLAN_PAGE (widget)->source, g_variant_get_int64 (parameter));
}

static void
make_menu (GtkMenuButton *button, gpointer user_data)
{
  AnsPlanPage *self = user_data;
  g_autoptr (GMenuModel) menu = ans_plan_menu_new (self->source);

  gtk_menu_button_set_menu_model (button, menu);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
ans_plan_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LAYOUT:
      g_value_set_int (value, ANS_PLAN_PAGE (object)->layout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_plan_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnsPlanPage *self = ANS_PLAN_PAGE (object);

  switch (id)
    {
    case PROP_LAYOUT:
      self->layout = g_value_get_int (value);
      if (self->view != NULL)
        ans_plan_view_set_layout (self->view, (AnsPlanLayout) self->layout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_plan_page_dispose (GObject *object)
{
  AnsPlanPage *self = ANS_PLAN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_PLAN_PAGE);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (ans_plan_page_parent_class)->dispose (object);
}

static void
ans_plan_page_class_init (AnsPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "page.find", NULL, find },
    { "page.as-of", NULL, choose_day },
    { "page.print", NULL, print_paper },
    { "page.show-list", NULL, show_list },
    { "page.add", NULL, add },
    { "page.edit-plan", NULL, edit_plan },
    { "page.new-plan", NULL, new_plan },
    { "page.load-plan", "s", load_plan },
    { "page.edit", NULL, edit },
    { "page.previous", NULL, go },
    { "page.next", NULL, go },
    { "page.copy-plan", NULL, copy_plan },
    { "page.show-plan", "x", show_plan },
  };

  object_class->dispose = ans_plan_page_dispose;
  object_class->get_property = ans_plan_page_get_property;
  object_class->set_property = ans_plan_page_set_property;
  widget_class->map = ans_plan_page_map;
  properties[PROP_LAYOUT] =
      g_param_spec_int ("layout", NULL, NULL, ANS_PLAN_WIDE, ANS_PLAN_NARROW, ANS_PLAN_WIDE,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].func);

  g_type_ensure (ANS_TYPE_AS_OF_BUTTON);
  g_type_ensure (ANS_TYPE_PAGE_TABS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsPlanPage, title);
  gtk_widget_class_bind_template_child (widget_class, AnsPlanPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, AnsPlanPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, AnsPlanPage, menu);
  gtk_widget_class_bind_template_child (widget_class, AnsPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AnsPlanPage, content);
  gtk_widget_class_bind_template_child (widget_class, AnsPlanPage, empty);
}

static void
ans_plan_page_init (AnsPlanPage *self)
{
  self->stale = TRUE;
  self->report = "results";
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, make_menu, self, NULL);
}

static AnsPlanPage *
make (AnsWindow *window, AnsPlanSource *source, GType type, const char *title)
{
  AnsPlanPage *self = g_object_new (ANS_TYPE_PLAN_PAGE, NULL);

  self->window = window;
  self->source = g_object_ref (source);
  self->view = g_object_new (type, NULL);
  ans_plan_view_set_source (self->view, window, source);
  ans_plan_view_set_layout (self->view, (AnsPlanLayout) self->layout);
  adw_bin_set_child (self->content, GTK_WIDGET (self->view));
  set_title (self, title);
  g_object_bind_property (window, "as-of", self->as_of, "day",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (source, "changed", G_CALLBACK (source_changed), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return self;
}

static AdwNavigationPage *
make_tab (AnsWindow *window,
          AnsBook *book,
          GType type,
          const char *title,
          const char *id,
          const char *list,
          const char *report)
{
  g_autoptr (AnsPlanSource) source = ans_plan_source_get (window, book);
  AnsPlanPage *self = make (window, source, type, title);

  self->list = list;
  self->report = report;
  ans_page_tabs_set_page (self->tabs, window, id);
  update_actions (self);
  return ADW_NAVIGATION_PAGE (self);
}

AdwNavigationPage *
ans_plan_page_new_overview (AnsWindow *window, AnsBook *book)
{
  return make_tab (window, book, ANS_TYPE_OVERVIEW, _ ("Overview"), "overview", NULL, "results");
}

AdwNavigationPage *
ans_plan_page_new_targets (AnsWindow *window, AnsBook *book)
{
  return make_tab (window, book, ANS_TYPE_TARGETS, _ ("Targets"), "plan-targets", "indicators",
                   "results");
}

AdwNavigationPage *
ans_plan_page_new_tasks (AnsWindow *window, AnsBook *book)
{
  return make_tab (window, book, ANS_TYPE_TASKS_VIEW, _ ("Tasks"), "plan-tasks", "tasks",
                   "results");
}

AdwNavigationPage *
ans_plan_page_new_shares (AnsWindow *window, AnsBook *book)
{
  return make_tab (window, book, ANS_TYPE_SHARES, _ ("Shares of villages"), "plan-shares",
                   "allocations", "allocation");
}

AdwNavigationPage *
ans_plan_page_new_figure (AnsWindow *window, AnsPlanSource *source, AnsFigure *figure)
{
  AnsPlanPage *self = make (window, source, ANS_TYPE_FIGURE_VIEW, "");

  title_of_figure (self, figure);
  ans_figure_view_set_figure (ANS_FIGURE_VIEW (self->view), figure);
  return ADW_NAVIGATION_PAGE (self);
}

AnsPlanView *
ans_plan_page_get_view (AnsPlanPage *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_PAGE (self), NULL);
  return self->view;
}

gboolean
ans_plan_page_is_ready (AnsPlanPage *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_PAGE (self), FALSE);
  return ans_plan_source_get_plan (self->source) == 0 ||
         (!self->stale && ans_plan_source_peek (self->source) != NULL);
}
