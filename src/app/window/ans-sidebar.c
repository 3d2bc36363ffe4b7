/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-sidebar.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/window/ans-backup-state.h"
#include "app/window/ans-book-opening.h"
#include "app/window/ans-places.h"
#include "report/ans-report.h"

struct _AnsSidebar
{
  AdwNavigationPage parent_instance;

  AnsBook *book;
  GtkMenuButton *switcher;
  GMenu *reports;
  GtkLabel *commune;
  GtkLabel *practice_badge;
  GtkLabel *subtitle;
  GtkListBox *list;
  GtkButton *backup_button;
  GtkImage *backup_icon;
  GtkLabel *backup_label;
};

enum
{
  AREA_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsSidebar, ans_sidebar, ADW_TYPE_NAVIGATION_PAGE)

static const AnsPlace *
place_of_row (GtkListBoxRow *row)
{
  guint n;

  return &ans_places (&n)[gtk_list_box_row_get_index (row)];
}

static void
row_activated (AnsSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[AREA_ACTIVATED], 0, place_of_row (row)->id);
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *heading = place_of_row (row)->heading;
  GtkWidget *label;

  if (heading == NULL || gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (_ (heading));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "ans-areas-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
add_areas (AnsSidebar *self)
{
  guint n;
  const AnsPlace *places = ans_places (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 11);
      GtkWidget *icon = gtk_image_new_from_icon_name (places[i].icon);
      GtkWidget *label = gtk_label_new (_ (places[i].label));
      g_autofree char *tip = g_strdup_printf ("%s (Ctrl+%u)", _ (places[i].label), i + 1);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_widget_set_tooltip_text (row, tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (places[i].label), -1);
      gtk_list_box_append (self->list, row);
    }
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
}

void
ans_sidebar_select (AnsSidebar *self, const char *area)
{
  guint n;
  const AnsPlace *places = ans_places (&n);
  const AnsPlace *place = ans_place_find (area);

  g_return_if_fail (ANS_IS_SIDEBAR (self));

  for (guint i = 0; i < n; i++)
    if (&places[i] == place)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}

/* The menu of the switcher: this book, then the others. */
static GMenuModel *
books_menu (AnsSidebar *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();
  g_auto (GStrv) recent = ans_book_opening_recent ();

  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (recent[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      GString *label = g_string_new (name);

      if (self->book != NULL && g_strcmp0 (recent[i], ans_book_get_path (self->book)) == 0)
        {
          g_string_free (label, TRUE);
          continue;
        }
      g_string_replace (label, "_", "__", 0);
      g_menu_item_set_label (item, label->str);
      g_string_free (label, TRUE);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", recent[i]);
      g_menu_append_item (others, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (others)) > 0)
    g_menu_append_section (menu, _ ("Other books"), G_MENU_MODEL (others));
  g_menu_append (ways, _ ("_New book…"), "win.new-book");
  g_menu_append (ways, _ ("_Open a book…"), "win.open-book");
  g_menu_append (ways, _ ("_Restore from a backup…"), "win.restore-book");
  g_menu_append (ways, _ ("_Close this book"), "win.close-book");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  return G_MENU_MODEL (menu);
}

static void
make_menu (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = books_menu (ANS_SIDEBAR (user_data));

  gtk_menu_button_set_menu_model (button, menu);
}

/* The papers that need no record to be chosen. */
static void
add_reports (GMenu *menu)
{
  guint n;
  const AnsReportInfo *const *reports = ans_reports (&n);

  for (guint i = 0; i < n; i++)
    if (reports[i]->scope != ANS_REPORT_RECORD)
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (_ (reports[i]->label), NULL);

        g_menu_item_set_action_and_target (item, "win.print-report", "s", reports[i]->id);
        g_menu_append_item (menu, item);
      }
}

static void
show_names (AnsSidebar *self)
{
  g_autofree char *name = ans_book_get_setting (self->book, "commune_name");
  g_autofree char *year = ans_book_get_setting (self->book, "year");
  g_autofree char *practice = ans_book_get_setting (self->book, "practice");
  g_autofree char *file = g_path_get_basename (ans_book_get_path (self->book));

  /* The badge says it once. */
  if (g_strcmp0 (practice, "1") == 0 && name != NULL && strstr (name, " (") != NULL)
    *strstr (name, " (") = '\0';
  if (name == NULL)
    {
      name = g_strdup (file);
      if (g_str_has_suffix (name, ".ansinh"))
        name[strlen (name) - strlen (".ansinh")] = '\0';
    }
  gtk_label_set_label (self->commune, name);
  gtk_widget_set_visible (GTK_WIDGET (self->practice_badge), g_strcmp0 (practice, "1") == 0);
  if (year != NULL)
    {
      /* Translators: the year that the book is about */
      g_autofree char *text = g_strdup_printf (_ ("Year %s"), year);

      gtk_label_set_label (self->subtitle, text);
    }
  else
    gtk_label_set_label (self->subtitle, file);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->switcher), ans_book_get_path (self->book));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("This book and others"), -1);
}

static void
book_changed (AnsBook *book, AnsChanges *changes, AnsSidebar *self)
{
  if (changes->many || ans_changes_get_rows (changes, "setting") != NULL)
    show_names (self);
  ans_sidebar_refresh_backup (self);
}

void
ans_sidebar_set_book (AnsSidebar *self, AnsBook *book)
{
  g_return_if_fail (ANS_IS_SIDEBAR (self));
  g_return_if_fail (ANS_IS_BOOK (book));

  g_set_object (&self->book, book);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed), self, 0);
  show_names (self);
  ans_sidebar_refresh_backup (self);
}

void
ans_sidebar_refresh_backup (AnsSidebar *self)
{
  gboolean overdue;
  g_autofree char *text = NULL;

  g_return_if_fail (ANS_IS_SIDEBAR (self));

  text = ans_backup_state_describe (self->book, &overdue);
  gtk_label_set_label (self->backup_label, text);
  gtk_image_set_from_icon_name (self->backup_icon,
                                overdue ? "ans-warning-symbolic" : "ans-tick-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->backup_icon), "ans-good");
  gtk_widget_remove_css_class (GTK_WIDGET (self->backup_icon), "ans-late");
  gtk_widget_add_css_class (GTK_WIDGET (self->backup_icon), overdue ? "ans-late" : "ans-good");
}

static void
ans_sidebar_dispose (GObject *object)
{
  AnsSidebar *self = ANS_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_SIDEBAR);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_sidebar_parent_class)->dispose (object);
}

static void
ans_sidebar_class_init (AnsSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_sidebar_dispose;
  signals[AREA_ACTIVATED] = g_signal_new ("area-activated", ANS_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsSidebar, switcher);
  gtk_widget_class_bind_template_child (widget_class, AnsSidebar, reports);
  gtk_widget_class_bind_template_child (widget_class, AnsSidebar, commune);
  gtk_widget_class_bind_template_child (widget_class, AnsSidebar, practice_badge);
  gtk_widget_class_bind_template_child (widget_class, AnsSidebar, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AnsSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, AnsSidebar, backup_button);
  gtk_widget_class_bind_template_child (widget_class, AnsSidebar, backup_icon);
  gtk_widget_class_bind_template_child (widget_class, AnsSidebar, backup_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}

static void
ans_sidebar_init (AnsSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->switcher, make_menu, self, NULL);
  add_reports (self->reports);
  add_areas (self);
}
