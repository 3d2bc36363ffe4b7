/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart/ans-chart-table-view.h"

#include <glib/gi18n.h>

/* A longer table scrolls in itself. */
#define MOST_HIGH 460
#define ROW       31

/* What a column needs to make its cells; the rows are string lists. */
typedef struct
{
  guint column;
  gboolean button;
  gboolean number;
} Column;

static const char *
cell_at (GtkListItem *item, guint column)
{
  const char *text = gtk_string_list_get_string (gtk_list_item_get_item (item), column);

  return text != NULL && *text != '\0' ? text : "–";
}

static void
setup (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           column->number ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  if (!column->button)
    {
      gtk_list_item_set_child (item, label);
      return;
    }
  {
    GtkWidget *button = gtk_button_new ();

    gtk_button_set_child (GTK_BUTTON (button), label);
    gtk_widget_set_halign (button, GTK_ALIGN_END);
    gtk_widget_set_tooltip_text (button, _ ("Open the list"));
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_add_css_class (button, "ans-number-button");
    gtk_list_item_set_child (item, button);
  }
}

static void
bind (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  const char *text = cell_at (item, column->column);
  g_autofree char *name = NULL;

  if (!column->button)
    {
      gtk_label_set_label (GTK_LABEL (child), text);
      gtk_widget_set_tooltip_text (child, column->number ? NULL : text);
      return;
    }
  /* Translators: a number, and the village of which it is */
  name = g_strdup_printf (_ ("%s in %s: open the list"), text, cell_at (item, 0));
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (child))), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (child), "(uu)", column->column - 1,
                                    gtk_list_item_get_position (item));
  /* now that it has a target: before, it could not be activated */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (child), "chart.activate-datum");
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_column (GtkColumnView *view, const char *title, guint column, gboolean button)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *data = g_new0 (Column, 1);
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (title, factory);

  data->column = column;
  data->button = button;
  data->number = column > 0;
  g_signal_connect (factory, "setup", G_CALLBACK (setup), data);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind), data, (GClosureNotify) (void *) g_free,
                         0);
  gtk_column_view_column_set_expand (added, column == 0);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_append_column (view, added);
}

GtkWidget *
ans_chart_table_view_new (const AnsChart *chart, gboolean openable)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  g_autoptr (AnsChartTable) table = NULL;
  GListStore *rows = g_list_store_new (GTK_TYPE_STRING_LIST);
  GtkColumnView *view;

  g_return_val_if_fail (chart != NULL, NULL);

  table = ans_chart_table (chart);
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autoptr (GtkStringList) row =
          gtk_string_list_new ((const char *const *) table->rows->pdata[i]);

      g_list_store_append (rows, row);
    }
  view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)))));
  gtk_widget_add_css_class (GTK_WIDGET (view), "ans-table");
  gtk_column_view_set_show_row_separators (view, TRUE);
  for (guint i = 0; table->titles[i] != NULL; i++)
    add_column (view, table->titles[i], i, openable && i > 0 && i <= chart->series->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chart->title != NULL ? chart->title : _ ("Chart"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), MOST_HIGH);
  /* what the list guesses before its rows are there is too little */
  gtk_scrolled_window_set_min_content_height (
      GTK_SCROLLED_WINDOW (window), MIN (MOST_HIGH, (int) (table->rows->len + 1) * ROW + 2));
  return window;
}
