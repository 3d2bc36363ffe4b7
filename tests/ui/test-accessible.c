/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot be seen must be said: every page of the tour is walked through, and every widget
 * that takes the focus must have a name, every button that is only a picture a tooltip. */
#include "app/ans-application.h"
#include "app/tour/ans-tour-stops.h"
#include "ui-fixture.h"

/* Tab must come round: from nowhere to all parts and back. */
static guint
count_tab_stops (GtkWidget *window)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  gtk_root_set_focus (GTK_ROOT (window), NULL);
  for (guint i = 0; i < 200; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (window));
      if (focus == NULL)
        continue;
      if (!g_hash_table_add (seen, focus))
        break;
    }
  return g_hash_table_size (seen);
}

static void
visit (gconstpointer data)
{
  const AnsTourStop *stop = data;
  AnsWindow *window = ans_window_new (NULL);
  g_autofree char *path = ui_commune_path ();
  g_autoptr (GError) error = NULL;
  guint stops = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 850);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (UI_QUIET);
  g_assert_true (stop->show (window, path, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 100 && (i == 0 || (stop->ready != NULL && !stop->ready (window))); i++)
    ui_settle (UI_QUIET);
  ui_settle (UI_QUIET);
  ui_check_names (window, stop->name);
  /* On a busy machine a dialog may not be laid out yet. */
  for (guint i = 0; i < 20 && stops < 2; i++)
    {
      if (i > 0)
        ui_settle (UI_QUIET);
      stops = count_tab_stops (GTK_WIDGET (window));
    }
  g_assert_cmpuint (stops, >=, 2);
  ans_tour_tidy (window);
  ui_settle (UI_QUIET);
  ui_window_close (window);
}

int
main (int argc, char **argv)
{
  guint n;
  const AnsTourStop *stops;

  ui_init (&argc, &argv);
  stops = ans_tour_stops (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strconcat ("/ui/accessible/", stops[i].name, NULL);

      g_test_add_data_func (name, &stops[i], visit);
    }
  return g_test_run ();
}
