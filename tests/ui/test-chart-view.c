/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts in the window: the cursor, the table, copies, files, and how they follow the book. */
#include <glib/gstdio.h>
#include <string.h>

#include "app/ans-application.h"
#include "app/chart/ans-chart-canvas.h"
#include "app/chart/ans-chart-output.h"
#include "app/chart/ans-chart-page.h"
#include "app/window/ans-window-private.h"
#include "plan/ans-plan.h"
#include "ui-fixture.h"

/* --- a chart of its own ---------------------------------------------------------------------- */

typedef struct
{
  GtkWindow *window;
  AnsChartView *view;
  AnsChartCanvas *canvas;
  guint activated, series, category;
} Own;

static void
note_activated (Own *own, guint series, guint category)
{
  own->activated++;
  own->series = series;
  own->category = category;
}

static AnsChart *
new_chart (AnsChartKind kind, guint n_series, guint n_categories)
{
  AnsChart *chart = ans_chart_new (kind, "Hộ nghèo theo thôn", "hộ", 0);

  ans_chart_set_source (chart, "Nguồn: số liệu mẫu");
  for (guint s = 0; s < n_series; s++)
    {
      g_autofree char *name = g_strdup_printf ("Loại %u", s + 1);

      ans_chart_add_series (chart, name);
    }
  for (guint c = 0; c < n_categories; c++)
    {
      g_autofree char *label =
          c == 2 ? g_strdup ("Thôn có cái tên rất dài mà một dòng không viết hết được")
                 : g_strdup_printf ("Thôn %u", c + 1);

      ans_chart_add_category (chart, label);
      for (guint s = 0; s < n_series; s++)
        ans_chart_set_value (chart, s, c, 3 + c * 7 + s);
    }
  return chart;
}

static void
own_init (Own *own, AnsChart *chart)
{
  memset (own, 0, sizeof *own);
  own->window = GTK_WINDOW (g_object_ref_sink (adw_window_new ()));
  own->view = ANS_CHART_VIEW (ans_chart_view_new ());
  own->canvas = ui_child (own->view, "AnsChartView", "canvas");
  g_signal_connect_swapped (own->view, "datum-activated", G_CALLBACK (note_activated), own);
  ans_chart_view_set_openable (own->view, TRUE);
  ans_chart_view_set_chart (own->view, chart);
  adw_window_set_content (ADW_WINDOW (own->window), GTK_WIDGET (own->view));
  gtk_window_set_default_size (own->window, 640, 700);
  gtk_window_present (own->window);
  ui_settle (50);
}

static void
own_clear (Own *own)
{
  gtk_window_destroy (own->window);
  ui_settle (20);
  g_assert_finalize_object (own->window);
}

/* As the class bindings are run by a key. */
static void
press (Own *own, guint key, GdkModifierType modifiers)
{
  GListModel *shortcuts =
      G_LIST_MODEL (g_object_ref (gtk_widget_observe_controllers (GTK_WIDGET (own->canvas))));

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (shortcuts, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                            GTK_SHORTCUT_ACTION_EXCLUSIVE, GTK_WIDGET (own->canvas),
                                            gtk_shortcut_get_arguments (shortcut));
              g_object_unref (shortcuts);
              return;
            }
        }
    }
  g_error ("the key %u does nothing", key);
}

static guint
cursor_of (Own *own)
{
  guint series, category;

  g_assert_true (ans_chart_canvas_get_cursor (own->canvas, &series, &category));
  return series * 100 + category;
}

/* From datum to datum by all four arrows: each is reached, said, and its bubble stays inside. */
static void
walk (Own *own, const AnsChart *chart)
{
  static const guint arrows[] = { GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Up };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const guint steps = 40 * chart->categories->len * chart->series->len;
  GRand *random = g_rand_new_with_seed (1);
  guint known = 0;

  gtk_widget_grab_focus (GTK_WIDGET (own->canvas));
  for (guint i = 0; i < steps; i++)
    {
      guint series, category;
      graphene_rect_t datum, bubble;
      g_autofree char *label = NULL;

      g_assert_true (ans_chart_canvas_get_cursor (own->canvas, &series, &category));
      g_hash_table_add (seen, GUINT_TO_POINTER (series * 100 + category + 1));
      label = ans_chart_describe_value (chart, series, category);
      g_assert_cmpstr (ans_chart_canvas_get_spoken (own->canvas), ==, label);
      g_assert_true (ans_chart_canvas_get_places (own->canvas, &datum, &bubble));
      g_assert_cmpfloat (bubble.origin.x, >=, 0);
      g_assert_cmpfloat (bubble.origin.y, >=, 0);
      g_assert_cmpfloat (bubble.origin.x + bubble.size.width, <=,
                         gtk_widget_get_width (GTK_WIDGET (own->canvas)));
      g_assert_cmpfloat (bubble.origin.y + bubble.size.height, <=,
                         gtk_widget_get_height (GTK_WIDGET (own->canvas)));
      press (own, arrows[g_rand_int_range (random, 0, G_N_ELEMENTS (arrows))], 0);
    }
  g_rand_free (random);
  for (guint s = 0; s < chart->series->len; s++)
    for (guint c = 0; c < chart->categories->len; c++)
      if (ans_chart_get_value (chart, s, c) != ANS_CHART_MISSING)
        {
          known++;
          if (!g_hash_table_contains (seen, GUINT_TO_POINTER (s * 100 + c + 1)))
            g_error ("%s: datum %u.%u is not reached", ans_chart_kind_to_name (chart->kind), s, c);
        }
  g_assert_cmpuint (known, >, 0);
}

static void
test_cursor (void)
{
  for (guint kind = 0; kind < ANS_N_CHART_KINDS; kind++)
    {
      const gboolean one =
          kind == ANS_CHART_DONUT || kind == ANS_CHART_PROGRESS || kind == ANS_CHART_TILES;
      AnsChart *chart = new_chart ((AnsChartKind) kind, one ? 1 : 2, 5);
      Own own;

      if (kind == ANS_CHART_LINE)
        {
          /* a forecast goes on where what is known ends */
          ans_chart_set_forecast (chart, 1);
          for (guint c = 0; c < 4; c++)
            ans_chart_set_value (chart, 1, c, ANS_CHART_MISSING);
          ans_chart_set_value (chart, 0, 4, ANS_CHART_MISSING);
        }
      own_init (&own, chart);
      gtk_widget_grab_focus (GTK_WIDGET (own.canvas));
      g_assert_cmpuint (cursor_of (&own), ==, 0);
      walk (&own, chart);
      own_clear (&own);
    }
}

static void
test_activation (void)
{
  AnsChart *chart = new_chart (ANS_CHART_BARS, 2, 4);
  Own own;

  own_init (&own, chart);
  gtk_widget_grab_focus (GTK_WIDGET (own.canvas));
  press (&own, GDK_KEY_Home, 0);
  g_assert_cmpuint (cursor_of (&own), ==, 0);
  press (&own, GDK_KEY_Return, 0);
  g_assert_cmpuint (own.activated, ==, 1);
  g_assert_cmpuint (own.series * 100 + own.category, ==, 0);
  press (&own, GDK_KEY_Down, 0);
  press (&own, GDK_KEY_Right, 0);
  g_assert_cmpuint (cursor_of (&own), ==, 101);
  press (&own, GDK_KEY_space, 0);
  g_assert_cmpuint (own.series * 100 + own.category, ==, 101);
  press (&own, GDK_KEY_End, 0);
  gtk_widget_activate_action (GTK_WIDGET (own.view), "chart.open-list", NULL);
  g_assert_cmpuint (own.series * 100 + own.category, ==, 103);
  g_assert_cmpuint (own.activated, ==, 3);

  /* Other numbers of the same things: the cursor stays where it was. */
  ans_chart_view_set_chart (own.view, new_chart (ANS_CHART_BARS, 2, 6));
  ui_settle (50);
  g_assert_cmpuint (cursor_of (&own), ==, 103);
  own_clear (&own);
}

/* --- accessible, table ----------------------------------------------------------------------- */

static void
test_accessible (void)
{
  AnsChart *chart = new_chart (ANS_CHART_COLUMNS, 1, 4);
  g_autofree char *words = ans_chart_describe (chart);
  Own own;

  own_init (&own, chart);
  gtk_test_accessible_assert_role (own.canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (own.canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Hộ nghèo theo thôn");
  gtk_test_accessible_assert_property (own.canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  gtk_widget_grab_focus (GTK_WIDGET (own.canvas));
  press (&own, GDK_KEY_Right, 0);
  gtk_test_accessible_assert_property (own.canvas, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Thôn 2, Loại 1: 10 hộ");
  ui_check_names (own.view, "chart");
  own_clear (&own);
}

static void
test_table (void)
{
  AnsChart *chart = new_chart (ANS_CHART_STACKED_BARS, 2, 4);
  GtkColumnView *table;
  Own own;

  ans_chart_set_value (chart, 1, 3, ANS_CHART_MISSING);
  own_init (&own, chart);
  g_object_set (own.view, "show-table", TRUE, NULL);
  ui_settle (100);
  table = ui_find (own.view, GTK_TYPE_COLUMN_VIEW);
  g_assert_nonnull (table);
  for (guint c = 0; c < 4; c++)
    for (guint s = 0; s < 2; s++)
      {
        g_autoptr (GtkStringList) row =
            g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table)), c);
        g_autofree char *number =
            c == 3 && s == 1 ? g_strdup ("")
                             : g_strdup_printf ("%d", (int) ans_chart_get_value (chart, s, c));

        g_assert_cmpstr (gtk_string_list_get_string (row, s + 1), ==, number);
      }
  g_assert_true (ui_shows (own.view, "Loại 2 (hộ)"));
  g_assert_true (ui_shows (own.view, "24"));
  ui_check_names (own.view, "table of a chart");
  /* a number in the table is a door, too */
  gtk_widget_activate_action (GTK_WIDGET (table), "chart.activate-datum", "(uu)", 1, 2);
  g_assert_cmpuint (own.series * 100 + own.category, ==, 102);
  g_object_set (own.view, "show-table", FALSE, NULL);
  ui_settle (50);
  g_assert_null (ui_find (own.view, GTK_TYPE_COLUMN_VIEW));
  own_clear (&own);
}

/* --- copies and files ------------------------------------------------------------------------ */

static void
read_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copies (void)
{
  AnsChart *chart = new_chart (ANS_CHART_BARS, 2, 3);
  g_autoptr (AnsChartTable) table = ans_chart_table (chart);
  g_autofree char *expected = ans_chart_table_to_text (table, "\t");
  g_autofree char *text = NULL;
  GdkClipboard *clipboard;
  Own own;

  own_init (&own, chart);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (own.view));
  gtk_widget_activate_action (GTK_WIDGET (own.view), "chart.copy-table", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, read_done, &text);
  ui_wait (is_read, &text);
  g_assert_cmpstr (text, ==, expected);
  g_assert_true (g_str_has_prefix (text, "Mục\tLoại 1 (hộ)\tLoại 2 (hộ)\nThôn 1\t3\t4\n"));
  g_assert_true (
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gtk_widget_activate_action (GTK_WIDGET (own.view), "chart.copy-picture", NULL);
  g_assert_true (
      gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  own_clear (&own);
}

static void
test_files (void)
{
  static const char *const begins[] = { "\x89PNG\r\n", "<?xml", "%PDF-1.5" };
  static const char *const ends[] = { "IEND\xae"
                                      "B`\x82",
                                      "</svg>\n", "%%EOF\n" };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ans-ui-XXXXXX", &error);
  Own own;

  g_assert_no_error (error);
  own_init (&own, new_chart (ANS_CHART_BARS, 2, 30));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "a.png", "a.svg", "a.pdf" };
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (ans_chart_view_save (own.view, path, (AnsSceneFormat) i));
      g_assert_true (g_file_get_contents (path, &content, &length, &error));
      g_assert_cmpuint (length, >, 1000);
      g_assert_cmpmem (content, strlen (begins[i]), begins[i], strlen (begins[i]));
      g_assert_cmpmem (content + length - strlen (ends[i]), strlen (ends[i]), ends[i],
                       strlen (ends[i]));
      if (i < 2)
        {
          g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, &error);

          g_assert_no_error (error);
          /* thirty rows need more than the usual height */
          g_assert_cmpint (gdk_texture_get_width (texture), ==, i == 0 ? 1920 : 960);
          g_assert_cmpint (gdk_texture_get_height (texture), >, i == 0 ? 1080 : 540);
        }
      g_assert_cmpint (g_unlink (path), ==, 0);
    }

  /* Where nothing can be written it is said, and nothing is left behind. */
  {
    g_autofree char *path = g_build_filename (folder, "khong-co", "a.png", NULL);

    g_assert_false (ans_chart_view_save (own.view, path, ANS_SCENE_PNG));
    ui_settle (50);
    g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (own.window)));
    g_assert_true (ui_would_show (adw_window_get_visible_dialog (ADW_WINDOW (own.window)),
                                  "The chart was not saved"));
    adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (own.window)));
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  own_clear (&own);
}

static void
test_empty (void)
{
  Own own;

  own_init (&own, ans_chart_new (ANS_CHART_COLUMNS, "Chưa nhập gì", "hộ", 0));
  g_assert_true (ui_shows (own.view, "No numbers yet"));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (own.canvas)));
  g_assert_false (gtk_widget_get_sensitive (ui_child (own.view, "AnsChartView", "menu_button")));
  ans_chart_view_set_chart (own.view, new_chart (ANS_CHART_COLUMNS, 1, 3));
  ui_settle (50);
  g_assert_false (ui_shows (own.view, "No numbers yet"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (own.canvas)));
  own_clear (&own);
}

/* --- in the window --------------------------------------------------------------------------- */

static gboolean
is_ready (gpointer window)
{
  AdwNavigationPage *page = ans_window_get_page (window);

  return ANS_IS_CHART_PAGE (page) && ans_chart_page_is_ready (ANS_CHART_PAGE (page));
}

static gint64
sum_of (AnsWindow *window, const char *id)
{
  AnsPlanChartView *card = ans_chart_page_find (ANS_CHART_PAGE (ans_window_get_page (window)), id);
  const AnsChart *chart = ans_chart_view_get_chart (ans_plan_chart_view_get_view (card));
  gint64 sum = 0;

  for (guint s = 0; s < chart->series->len; s++)
    for (guint c = 0; c < chart->categories->len; c++)
      sum += MAX (ans_chart_get_value (chart, s, c), 0);
  return sum;
}

/* A person more is one more in the pyramid, and one less after undo; a bar opens its list. */
static void
test_page (void)
{
  AnsWindow *window = ui_window_new ();
  AnsBook *book = ans_window_get_book (window);
  AnsPlanChartView *card;
  AnsChartView *view;
  gint64 before;

  ans_window_show_area (window, "population-charts");
  ui_wait (is_ready, window);
  before = sum_of (window, "people-pyramid");
  g_assert_cmpint (before, >, 100);
  ui_add (book, &ans_register_people, "full_name", "Lê Thị Mẫu", "sex", "Nữ", "birth", "10/3/1980",
          NULL);
  g_assert_false (is_ready (window));
  ui_wait (is_ready, window);
  g_assert_cmpint (sum_of (window, "people-pyramid"), ==, before + 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  ui_wait (is_ready, window);
  g_assert_cmpint (sum_of (window, "people-pyramid"), ==, before);

  card = ans_chart_page_find (ANS_CHART_PAGE (ans_window_get_page (window)), "people-pyramid");
  view = ans_plan_chart_view_get_view (card);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.activate-datum", "(uu)", 1, 4);
  ui_settle (UI_QUIET);
  g_assert_true (ANS_IS_LIST_PAGE (ans_window_get_page (window)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                        ans_list_page_get_rows (ANS_LIST_PAGE (ans_window_get_page (window))))),
                    ==, ans_chart_get_value (ans_chart_view_get_chart (view), 1, 4));
  ui_window_close (window);
}

/* All cards of an area, and nothing under way when the window closes in the midst of it. */
static void
test_area (void)
{
  AnsWindow *window = ui_window_new ();

  ans_window_show_area (window, "poverty-charts");
  ui_wait (is_ready, window);
  g_assert_nonnull (
      ans_chart_page_find (ANS_CHART_PAGE (ans_window_get_page (window)), "poverty-deprivations"));
  ui_check_names (window, "charts of an area");
  ui_add (ans_window_get_book (window), &ans_register_people, "full_name", "Lê Thị Mẫu", "sex",
          "Nữ", "birth", "1985", NULL);
  ui_window_close (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/chart-view/cursor", test_cursor);
  g_test_add_func ("/ui/chart-view/activation", test_activation);
  g_test_add_func ("/ui/chart-view/accessible", test_accessible);
  g_test_add_func ("/ui/chart-view/table", test_table);
  g_test_add_func ("/ui/chart-view/copies", test_copies);
  g_test_add_func ("/ui/chart-view/files", test_files);
  g_test_add_func ("/ui/chart-view/empty", test_empty);
  g_test_add_func ("/ui/chart-view/page", test_page);
  g_test_add_func ("/ui/chart-view/area", test_area);
  return g_test_run ();
}
