/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-welcome-page.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/window/ans-book-opening.h"

struct _AnsWelcomePage
{
  AdwNavigationPage parent_instance;

  AdwStatusPage *status;
  AdwPreferencesGroup *recent;
};

G_DEFINE_FINAL_TYPE (AnsWelcomePage, ans_welcome_page, ADW_TYPE_NAVIGATION_PAGE)

static void
add_recent (AnsWelcomePage *self)
{
  g_auto (GStrv) books = ans_book_opening_recent ();

  for (guint i = 0; books[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *name = g_path_get_basename (books[i]);
      g_autofree char *folder = g_path_get_dirname (books[i]);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", books[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("ans-chevron-symbolic"));
      adw_preferences_group_add (self->recent, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), books[0] != NULL);
}

static void
add_book (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-book", NULL);
}

static void
ans_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (ans_welcome_page_parent_class)->dispose (object);
}

static void
ans_welcome_page_class_init (AnsWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsWelcomePage, status);
  gtk_widget_class_bind_template_child (widget_class, AnsWelcomePage, recent);
  /* Ctrl+N adds whatever the page is about. */
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_book);
}

static void
ans_welcome_page_init (AnsWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_recent (self);
}

AnsWelcomePage *
ans_welcome_page_new (void)
{
  return g_object_new (ANS_TYPE_WELCOME_PAGE, NULL);
}
