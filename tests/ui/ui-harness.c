/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-harness.h"

#include <string.h>

#include "app/ans-application.h"
#include "app/list/ans-cell.h"
#include "plan/ans-plan.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

void
ui_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  ans_plan_init ();
  ans_application_prepare_display ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static gboolean
quiet (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* At the lowest priority: it comes when nothing else wants to run. */
void
ui_settle (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, milliseconds, quiet, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

void
ui_wait (gboolean (*done) (gpointer data), gpointer data)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!done (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("What was waited for did not happen.");
      ui_settle (5);
    }
  ui_settle (5);
}

gpointer
ui_child (gpointer widget, const char *type, const char *name)
{
  GObject *child =
      gtk_widget_get_template_child (GTK_WIDGET (widget), g_type_from_name (type), name);

  g_assert_nonnull (child);
  return child;
}

gpointer
ui_find (gpointer root, GType type)
{
  g_autoptr (GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, root);
  while (!g_queue_is_empty (queue))
    {
      GtkWidget *widget = g_queue_pop_head (queue);

      if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

guint
ui_count (GtkWidget *root, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ui_count (child, type);
  return n;
}

guint
ui_count_windows (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      n += G_TYPE_CHECK_INSTANCE_TYPE (window, type) ? 1 : 0;
    }
  return n;
}

const char *
ui_text_of (gpointer widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (widget);
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (widget);
  if (GTK_IS_TEXT (widget))
    return gtk_editable_get_text (widget);
  if (ANS_IS_CELL (widget))
    return ans_cell_get_text (widget);
  return NULL;
}

static gboolean
find_text (GtkWidget *root, const char *text, gboolean (*counts) (GtkWidget *widget))
{
  const char *own = ui_text_of (root);

  if (!counts (root))
    return FALSE;
  if (own != NULL && strstr (own, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_text (child, text, counts))
      return TRUE;
  return FALSE;
}

gboolean
ui_shows (gpointer root, const char *text)
{
  return find_text (root, text, gtk_widget_get_mapped);
}

gboolean
ui_would_show (gpointer root, const char *text)
{
  return find_text (root, text, gtk_widget_get_visible);
}
