/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-book-view.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/area/ans-summary-page.h"
#include "app/chart/ans-chart-page.h"
#include "app/list/ans-list-page.h"
#include "app/window/ans-places.h"
#include "app/window/ans-sidebar.h"
#include "app/window/ans-window-private.h"
#include "plan/ans-plan.h"

struct _AnsBookView
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: it owns us */
  AnsBook *book;
  char *page;
  GHashTable *last_pages; /* place → id of the page that was shown last */
  AdwNavigationSplitView *split;
  AnsSidebar *sidebar;
  AdwNavigationView *inner;
};

G_DEFINE_FINAL_TYPE (AnsBookView, ans_book_view, ADW_TYPE_NAVIGATION_PAGE)

/* A book that can't be written says so on every page. */
static void
add_banner (AnsBookView *self, AdwNavigationPage *page)
{
  GtkWidget *child = adw_navigation_page_get_child (page);
  const char *reason = ans_book_get_read_only_reason (self->book);
  GtkWidget *banner;

  if (ADW_IS_BREAKPOINT_BIN (child))
    child = adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (child));
  if (!ans_book_is_read_only (self->book) || !ADW_IS_TOOLBAR_VIEW (child))
    return;
  banner = adw_banner_new (reason != NULL ? reason : _ ("The book was opened for reading only."));
  adw_banner_set_button_label (ADW_BANNER (banner), _ ("Try _again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (banner), "win.retry-book");
  adw_banner_set_revealed (ADW_BANNER (banner), TRUE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (child), banner);
}

static AdwNavigationPage *
make_page (AnsBookView *self, const char *id)
{
  const AnsPlace *place = ans_place_find (id);
  const AnsPage *entry = place != NULL ? ans_place_get_page (place, id) : NULL;
  const AnsListingInfo *info = ans_listing_info_find (id);
  AdwNavigationPage *page;

  if (entry != NULL && entry->make != NULL)
    page = entry->make (self->window, self->book);
  else if (entry != NULL && entry->charts != NULL)
    page = ans_chart_page_new (self->window, self->book, entry->charts, id);
  else if (info != NULL)
    page = ADW_NAVIGATION_PAGE (ans_list_page_new (self->window, self->book, info));
  else if (ans_area_find_table (id) != NULL)
    page = ans_summary_page_new (self->window, self->book, ans_area_find_table (id));
  else
    return NULL;
  adw_navigation_page_set_tag (page, id);
  add_banner (self, page);
  return page;
}

void
ans_book_view_show_area (AnsBookView *self, const char *id)
{
  const AnsPlace *place;

  g_return_if_fail (ANS_IS_BOOK_VIEW (self));
  g_return_if_fail (id != NULL);

  place = ans_place_find (id);
  if (place == NULL)
    return;
  if (g_str_equal (place->id, id) && g_hash_table_contains (self->last_pages, place))
    id = g_hash_table_lookup (self->last_pages, place);
  else if (ans_place_get_page (place, id) == NULL)
    id = place->pages[0].id;
  if (adw_navigation_view_find_page (self->inner, id) == NULL)
    {
      AdwNavigationPage *page = make_page (self, id);

      if (page == NULL)
        return;
      adw_navigation_view_add (self->inner, page);
    }
  g_hash_table_insert (self->last_pages, (gpointer) place,
                       (gpointer) ans_place_get_page (place, id)->id);
  g_set_str (&self->page, id);
  g_settings_set_string (ans_settings (), "last-area", id);
  adw_navigation_view_replace_with_tags (self->inner, &id, 1);
  ans_sidebar_select (self->sidebar, id);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

gboolean
ans_book_view_next_tab (AnsBookView *self, gboolean forward)
{
  const AnsPlace *place;
  guint at;

  g_return_val_if_fail (ANS_IS_BOOK_VIEW (self), FALSE);

  place = ans_place_find (self->page);
  if (place == NULL || place->n_pages < 2)
    return FALSE;
  at = (guint) (ans_place_get_page (place, self->page) - place->pages);
  at = (at + (forward ? 1 : place->n_pages - 1)) % place->n_pages;
  ans_book_view_show_area (self, place->pages[at].id);
  return TRUE;
}

const char *
ans_book_view_get_area (AnsBookView *self)
{
  g_return_val_if_fail (ANS_IS_BOOK_VIEW (self), NULL);
  return self->page;
}

/* What had the focus is no longer shown, and GTK gives it to the sidebar. A new page can take it
 * when it has been laid out. */
static gboolean
take_focus (GtkWidget *page, GdkFrameClock *clock, gpointer frames)
{
  GtkRoot *root = gtk_widget_get_root (page);

  if ((*(guint *) frames)++ < 2)
    return G_SOURCE_CONTINUE;
  if (ANS_IS_WINDOW (root) && ans_window_get_page (ANS_WINDOW (root)) == ADW_NAVIGATION_PAGE (page))
    ans_window_focus_page (ANS_WINDOW (root));
  return G_SOURCE_REMOVE;
}

void
ans_book_view_push (AnsBookView *self, AdwNavigationPage *page)
{
  g_return_if_fail (ANS_IS_BOOK_VIEW (self));
  add_banner (self, page);
  adw_navigation_view_push (self->inner, page);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  gtk_widget_add_tick_callback (GTK_WIDGET (page), take_focus, g_new0 (guint, 1), g_free);
}

gboolean
ans_book_view_pop (AnsBookView *self)
{
  g_return_val_if_fail (ANS_IS_BOOK_VIEW (self), FALSE);

  if (adw_navigation_view_pop (self->inner))
    return TRUE;
  if (adw_navigation_split_view_get_collapsed (self->split) &&
      adw_navigation_split_view_get_show_content (self->split))
    {
      adw_navigation_split_view_set_show_content (self->split, FALSE);
      return TRUE;
    }
  return FALSE;
}

AdwNavigationPage *
ans_book_view_get_page (AnsBookView *self)
{
  g_return_val_if_fail (ANS_IS_BOOK_VIEW (self), NULL);
  return adw_navigation_view_get_visible_page (self->inner);
}

void
ans_book_view_toggle_sidebar (AnsBookView *self)
{
  gboolean collapsed;

  g_return_if_fail (ANS_IS_BOOK_VIEW (self));

  collapsed = adw_navigation_split_view_get_collapsed (self->split);
  if (collapsed && gtk_widget_get_width (GTK_WIDGET (self)) <= 860)
    adw_navigation_split_view_set_show_content (
        self->split, !adw_navigation_split_view_get_show_content (self->split));
  else
    {
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      adw_navigation_split_view_set_collapsed (self->split, !collapsed);
      g_settings_set_boolean (ans_settings (), "sidebar-visible", collapsed);
    }
}

/* The regions of a page are the parts of its toolbar view, in the order of the eye; a part may
 * name further ones by the CSS class ans-region. */
static void
collect_regions (GtkWidget *widget, GPtrArray *regions)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (ADW_IS_HEADER_BAR (widget) || gtk_widget_has_css_class (widget, "ans-region"))
    {
      g_ptr_array_add (regions, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_regions (child, regions);
}

void
ans_book_view_next_region (AnsBookView *self, gboolean forward)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();
  GtkWidget *focus;
  guint at = 0, n;

  g_return_if_fail (ANS_IS_BOOK_VIEW (self));

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  collect_regions (GTK_WIDGET (self), regions);
  n = regions->len;
  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    if (focus != NULL && (focus == g_ptr_array_index (regions, i) ||
                          gtk_widget_is_ancestor (focus, g_ptr_array_index (regions, i))))
      at = i;
  for (guint tries = 0; tries < n; tries++)
    {
      at = forward ? (at + 1) % n : (at + n - 1) % n;
      if (gtk_widget_child_focus (g_ptr_array_index (regions, at), GTK_DIR_TAB_FORWARD))
        return;
    }
}

void
ans_book_view_backed_up (AnsBookView *self)
{
  g_return_if_fail (ANS_IS_BOOK_VIEW (self));
  ans_sidebar_refresh_backup (self->sidebar);
}

static void
area_activated (AnsBookView *self, const char *id)
{
  ans_book_view_show_area (self, id);
}

static void
ans_book_view_dispose (GObject *object)
{
  AnsBookView *self = ANS_BOOK_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_BOOK_VIEW);
  g_clear_object (&self->book);
  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->last_pages, g_hash_table_unref);
  G_OBJECT_CLASS (ans_book_view_parent_class)->dispose (object);
}

static void
ans_book_view_class_init (AnsBookViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_book_view_dispose;
  g_type_ensure (ANS_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-book-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsBookView, split);
  gtk_widget_class_bind_template_child (widget_class, AnsBookView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AnsBookView, inner);
  gtk_widget_class_bind_template_callback (widget_class, area_activated);
}

static void
ans_book_view_init (AnsBookView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->last_pages = g_hash_table_new (NULL, NULL);
}

AnsBookView *
ans_book_view_new (AnsWindow *window, AnsBook *book)
{
  AnsBookView *self = g_object_new (ANS_TYPE_BOOK_VIEW, NULL);
  g_autofree char *area = g_settings_get_string (ans_settings (), "last-area");

  self->window = window;
  self->book = g_object_ref (book);
  ans_sidebar_set_book (self->sidebar, book);
  if (!g_settings_get_boolean (ans_settings (), "sidebar-visible"))
    adw_navigation_split_view_set_collapsed (self->split, TRUE);
  if (ans_place_find (area) == NULL)
    g_set_str (&area, ans_plan_find_current (book, NULL) != 0 ? "overview" : "people");
  ans_book_view_show_area (self, area);
  return self;
}
