/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-page-tabs.h"

#include <glib/gi18n.h>

/* More would not find room beside the buttons of a list; the rest is behind a menu. */
#define MAX_TABS 8

struct _AnsPageTabs
{
  GtkWidget parent_instance;

  AnsWindow *window; /* not owned: the page lives in it */
  const AnsPlace *place;
  const char *page;
  gboolean narrow;
  gboolean hidden;
  gboolean setting;
  AdwToggleGroup *toggles;
  GtkMenuButton *more;
  GtkDropDown *drop_down;
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_HIDDEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AnsPageTabs, ans_page_tabs, GTK_TYPE_WIDGET)

static guint
n_tabs (AnsPageTabs *self)
{
  return self->place->n_pages > MAX_TABS ? MAX_TABS - 1 : self->place->n_pages;
}

static const char *
tab_label (const AnsPage *page)
{
  return page->short_label != NULL ? g_dpgettext2 (NULL, "tab", page->short_label)
                                   : _ (page->label);
}

/* The menu bears the name of the page if it is one of its own. */
static void
show_more (AnsPageTabs *self)
{
  const char *label = C_ ("tab", "More");

  for (guint i = n_tabs (self); i < self->place->n_pages; i++)
    if (g_strcmp0 (self->place->pages[i].id, self->page) == 0)
      label = tab_label (&self->place->pages[i]);
  gtk_menu_button_set_label (self->more, label);
}

static void
show_page (AnsPageTabs *self)
{
  gboolean is_tab = FALSE;

  self->setting = TRUE;
  for (guint i = 0; i < n_tabs (self); i++)
    is_tab |= g_strcmp0 (self->place->pages[i].id, self->page) == 0;
  if (is_tab)
    adw_toggle_group_set_active_name (self->toggles, self->page);
  else
    adw_toggle_group_set_active (self->toggles, GTK_INVALID_LIST_POSITION);
  show_more (self);
  for (guint i = 0; i < self->place->n_pages; i++)
    if (g_str_equal (self->place->pages[i].id, self->page))
      gtk_drop_down_set_selected (self->drop_down, i);
  self->setting = FALSE;
}

/* The page stays where it is, so its own tab stays marked. */
static void
go_to (AnsPageTabs *self, const char *id)
{
  if (self->setting || id == NULL || g_str_equal (id, self->page))
    return;
  show_page (self);
  ans_window_show_area (self->window, id);
}

static void
toggled_cb (AnsPageTabs *self)
{
  go_to (self, adw_toggle_group_get_active_name (self->toggles));
}

static void
selected_cb (AnsPageTabs *self)
{
  const guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->place != NULL && selected < self->place->n_pages)
    go_to (self, self->place->pages[selected].id);
}

static void
update_visible (AnsPageTabs *self)
{
  const gboolean wanted = !self->hidden && self->place != NULL && self->place->n_pages > 1;

  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->toggles), !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->more),
                          !self->narrow && wanted && n_tabs (self) < self->place->n_pages);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_down), self->narrow);
}

static void
ans_page_tabs_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnsPageTabs *self = ANS_PAGE_TABS (object);

  switch (id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      update_visible (self);
      break;
    case PROP_HIDDEN:
      self->hidden = g_value_get_boolean (value);
      update_visible (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_page_tabs_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, ANS_PAGE_TABS (object)->narrow);
      break;
    case PROP_HIDDEN:
      g_value_set_boolean (value, ANS_PAGE_TABS (object)->hidden);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_page_tabs_dispose (GObject *object)
{
  AnsPageTabs *self = ANS_PAGE_TABS (object);

  g_clear_pointer ((GtkWidget **) &self->toggles, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->more, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->drop_down, gtk_widget_unparent);
  G_OBJECT_CLASS (ans_page_tabs_parent_class)->dispose (object);
}

static void
ans_page_tabs_class_init (AnsPageTabsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ans_page_tabs_dispose;
  object_class->get_property = ans_page_tabs_get_property;
  object_class->set_property = ans_page_tabs_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HIDDEN] = g_param_spec_boolean ("hidden", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ans_page_tabs_init (AnsPageTabs *self)
{
  self->toggles = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->toggles), "round");
  gtk_widget_set_valign (GTK_WIDGET (self->toggles), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->toggles), GTK_WIDGET (self));
  self->more = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_always_show_arrow (self->more, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->more), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->more), _ ("More pages of this area"));
  gtk_widget_set_parent (GTK_WIDGET (self->more), GTK_WIDGET (self));
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages of this area"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages of this area"), -1);
  g_signal_connect_swapped (self->toggles, "notify::active-name", G_CALLBACK (toggled_cb), self);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  update_visible (self);
}

void
ans_page_tabs_set_page (AnsPageTabs *self, AnsWindow *window, const char *id)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GMenu) more = g_menu_new ();

  g_return_if_fail (ANS_IS_PAGE_TABS (self));
  g_return_if_fail (self->place == NULL);

  self->window = window;
  self->place = ans_place_find (id);
  if (self->place == NULL)
    return;
  self->setting = TRUE;
  for (guint i = 0; i < self->place->n_pages; i++)
    {
      const AnsPage *page = &self->place->pages[i];

      if (i < n_tabs (self))
        {
          AdwToggle *toggle = adw_toggle_new ();

          adw_toggle_set_name (toggle, page->id);
          adw_toggle_set_label (toggle, tab_label (page));
          adw_toggle_group_add (self->toggles, toggle);
        }
      else
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (_ (page->label), NULL);

          g_menu_item_set_action_and_target (item, "win.show-area", "s", page->id);
          g_menu_append_item (more, item);
        }
      gtk_string_list_append (labels, _ (page->label));
      if (g_str_equal (page->id, id))
        self->page = page->id;
    }
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
  gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (more));
  self->setting = FALSE;
  show_page (self);
  update_visible (self);
}
