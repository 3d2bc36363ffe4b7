/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of figures and the slides of a meeting, as files. */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "chart/ans-chart-layout.h"
#include "cli/ans-cli-list.h"
#include "cli/ans-cli-names.h"
#include "cli/ans-cli-output.h"
#include "report/ans-plan-charts.h"
#include "report/ans-plan-deck.h"
#include "scene/ans-output-file.h"
#include "scene/ans-scene-file.h"

/* Of the picture; a PNG has twice as many pixels. */
#define WIDTH     960
#define HEIGHT    600
#define PNG_SCALE 2.0
#define LEAST     200
#define MOST      10000

#define PICTURES "trinh-chieu"

typedef struct
{
  char *plan;
  char *as_of;
  char *village;
  char *theme;
  char *size;
  char *output;
  gboolean list;
  gboolean full;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->plan);
  g_free (options->as_of);
  g_free (options->village);
  g_free (options->theme);
  g_free (options->size);
  g_free (options->output);
}

/* ---- what is asked for ---- */

static gboolean
read_theme (AnsCli *cli, const Options *options, AnsTheme *theme)
{
  static const char *const names[ANS_N_THEMES] = { "light", "dark", "print", "contrast" };

  *theme = ANS_THEME_LIGHT;
  for (guint i = 0; options->theme != NULL && i < ANS_N_THEMES; i++)
    if (g_str_equal (options->theme, names[i]))
      {
        *theme = (AnsTheme) i;
        return TRUE;
      }
  if (options->theme == NULL)
    return TRUE;
  cli->status =
      ans_cli_usage (cli, _ ("“%s” is no theme. There are: light, dark, print, contrast."), options->theme);
  return FALSE;
}

static gboolean
read_size (AnsCli *cli, const Options *options, double *width, double *height)
{
  g_auto (GStrv) parts = options->size != NULL ? g_strsplit (options->size, "x", -1) : NULL;
  guint64 sides[2] = { WIDTH, HEIGHT };

  for (guint i = 0; parts != NULL && i < 2; i++)
    if (g_strv_length (parts) != 2 ||
        !g_ascii_string_to_unsigned (parts[i], 10, LEAST, MOST, &sides[i], NULL))
      {
        cli->status = ans_cli_usage (
            cli, _ ("“%s” is no size. Write it as WIDTHxHEIGHT, each from %d to %d."),
            options->size, LEAST, MOST);
        return FALSE;
      }
  *width = (double) sides[0];
  *height = (double) sides[1];
  return TRUE;
}

static gint64
find_plan (AnsBook *book, const Options *options, GError **error)
{
  guint64 year;
  gint64 plan = 0;

  if (g_ascii_string_to_unsigned (options->plan, 10, 1900, 2199, &year, NULL))
    plan = ans_plan_find_year (book, (int) year);
  if (plan == 0)
    g_set_error (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_NOT_FOUND,
                 _ ("The book has no plan of “%s”."), options->plan);
  return plan;
}

static gboolean
open_source (AnsBook *book, const Options *options, AnsChartSource *source, GError **error)
{
  g_autofree char *day = NULL;
  gint64 plan = 0;

  if (options->as_of != NULL && (day = ans_cli_names_day (options->as_of, error)) == NULL)
    return FALSE;
  if (options->plan != NULL && (plan = find_plan (book, options, error)) == 0)
    return FALSE;
  if (!ans_chart_source_init (source, book, plan, day, error))
    return FALSE;
  if (options->village == NULL)
    return TRUE;
  source->village = ans_cli_list_find_village (book, options->village, error);
  if (source->village != 0)
    return TRUE;
  ans_chart_source_clear (source);
  return FALSE;
}

/* ---- which there are ---- */

static void
tell_charts (AnsCli *cli, GPtrArray *charts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < charts->len; i++)
    {
      const AnsPlanChart *chart = charts->pdata[i];

      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "id", chart->id);
      ans_cli_json_text (builder, "title", chart->title);
      ans_cli_json_text (builder, "what", chart->label != NULL ? _ (chart->label) : NULL);
      ans_cli_json_text (builder, "area", chart->area);
      ans_cli_json_text (builder, "indicator", chart->code);
      ans_cli_json_bool (builder, "of_a_village", !chart->whole);
      json_builder_end_object (builder);
      if (!cli->json)
        printf ("%s\t%s\t%s\n", chart->id, chart->label != NULL ? _ (chart->label) : "",
                chart->title);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ans_cli_print_json (builder);
}

static AnsCliStatus
list_charts (AnsCli *cli, const Options *options)
{
  g_autoptr (AnsBook) book = ans_cli_open (cli, cli->arguments[0], FALSE);
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (GPtrArray) charts = NULL;
  GError *error = NULL;

  if (book == NULL)
    return cli->status;
  if (!open_source (book, options, &source, &error))
    return ans_cli_refuse (error);
  charts = ans_plan_charts (&source);
  tell_charts (cli, charts);
  return ANS_CLI_DONE;
}

/* ---- the numbers ---- */

static void
json_number (JsonBuilder *builder, const char *name, const AnsChart *chart, gint64 value)
{
  double scale = 1;

  if (name != NULL)
    json_builder_set_member_name (builder, name);
  for (int i = 0; i < chart->decimals; i++)
    scale *= 10;
  if (value == ANS_CHART_MISSING)
    json_builder_add_null_value (builder);
  else if (chart->decimals == 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_double_value (builder, (double) value / scale);
}

static void
json_categories (JsonBuilder *builder, const AnsChart *chart)
{
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint c = 0; c < chart->categories->len; c++)
    {
      const AnsChartCategory *category = chart->categories->pdata[c];

      json_builder_begin_object (builder);
      ans_cli_json_text (builder, "name", category->label);
      json_builder_set_member_name (builder, "values");
      json_builder_begin_array (builder);
      for (guint s = 0; s < chart->series->len; s++)
        json_number (builder, NULL, chart, ans_chart_get_value (chart, s, c));
      json_builder_end_array (builder);
      json_number (builder, "target", chart, category->target);
      json_number (builder, "expected", chart, category->expected);
      ans_cli_json_text (builder, "note", category->note);
      ans_cli_json_text (builder, "break", category->breaks ? category->break_label : NULL);
      ans_cli_json_bool (builder, "attention", category->highlight);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
tell_json (const AnsPlanChart *info,
           const AnsChart *chart,
           const AnsChartSource *source,
           const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *day = ans_date_to_iso (source->day);
  g_autofree char *sentence = ans_chart_describe (chart);

  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "chart", info->id);
  ans_cli_json_text (builder, "kind", ans_chart_kind_to_name (chart->kind));
  ans_cli_json_text (builder, "title", chart->title);
  ans_cli_json_text (builder, "subtitle", chart->subtitle);
  ans_cli_json_text (builder, "source", chart->source);
  ans_cli_json_text (builder, "as_of", day);
  ans_cli_json_text (builder, "unit", chart->unit);
  ans_cli_json_text (builder, "sentence", sentence);
  json_number (builder, "target", chart, chart->target);
  json_builder_set_member_name (builder, "series");
  json_builder_begin_array (builder);
  for (guint s = 0; s < chart->series->len; s++)
    json_builder_add_string_value (builder, ((AnsChartSeries *) chart->series->pdata[s])->name);
  json_builder_end_array (builder);
  json_categories (builder, chart);
  ans_cli_json_text (builder, "path", path);
  json_builder_end_object (builder);
  ans_cli_print_json (builder);
}

static void
tell_csv (const AnsChart *chart)
{
  g_autoptr (AnsChartTable) table = ans_chart_table (chart);
  g_autofree char *text = ans_chart_table_to_text (table, ",");

  fputs (text, stdout);
}

/* ---- chart ---- */

static AnsCliStatus
write_chart (AnsCli *cli, AnsBook *book, const Options *options, AnsTheme theme, double w, double h)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsPlanChart) info = NULL;
  g_autoptr (AnsChart) chart = NULL;
  g_autoptr (AnsScene) scene = NULL;
  AnsSceneFormat format = ANS_SCENE_PNG;
  GError *error = NULL;

  if (!open_source (book, options, &source, &error))
    return ans_cli_refuse (error);
  info = ans_plan_chart_find (&source, cli->arguments[1]);
  if (info == NULL)
    {
      ans_cli_message (_ ("There is no chart “%s”. “charts” shows which there are."),
                       cli->arguments[1]);
      return ANS_CLI_REFUSED;
    }
  chart = ans_plan_chart_make (info, &source, &error);
  if (chart == NULL)
    return ans_cli_refuse (error);
  if (!ans_chart_has_data (chart))
    ans_cli_message (_ ("“%s” has no numbers yet."), info->id);
  if (options->output != NULL)
    {
      ans_scene_format_from_path (options->output, &format);
      scene = ans_chart_layout (chart, w, h, theme);
      if (!ans_scene_write (scene, options->output, format, format == ANS_SCENE_PNG ? PNG_SCALE : 1,
                            chart->title, &error))
        return ans_cli_refuse (error);
    }
  if (cli->json)
    tell_json (info, chart, &source, options->output);
  else if (options->output == NULL)
    tell_csv (chart);
  return ANS_CLI_DONE;
}

static AnsCliStatus
chart_of (AnsCli *cli, const Options *options)
{
  g_autoptr (AnsBook) book = NULL;
  AnsTheme theme;
  double width, height;
  AnsSceneFormat format;

  if (options->list)
    return cli->n_arguments == 1 ? list_charts (cli, options)
                                 : ans_cli_usage (cli, _ ("“--list” takes only a book."));
  if (cli->n_arguments < 2)
    return ans_cli_usage (cli, _ ("Say which chart. “charts BOOK” shows which there are."));
  if (!read_theme (cli, options, &theme) || !read_size (cli, options, &width, &height))
    return cli->status;
  if (options->output != NULL && !ans_scene_format_from_path (options->output, &format))
    return ans_cli_usage (cli, _ ("“%s” ends neither with .svg nor with .png or .pdf."),
                          options->output);
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  return book != NULL ? write_chart (cli, book, options, theme, width, height) : cli->status;
}

#define PLAN_ENTRY                                                                                 \
  { "plan", 0, 0, G_OPTION_ARG_FILENAME, &options.plan, N_ ("the plan of that year"), N_ ("YEAR") }
#define DAY_ENTRY                                                                                  \
  { "as-of",                                                                                       \
    0,                                                                                             \
    0,                                                                                             \
    G_OPTION_ARG_FILENAME,                                                                         \
    &options.as_of,                                                                                \
    N_ ("as it was on that day (default: today, or the last day of the plan)"),                    \
    N_ ("DAY") }
#define THEME_ENTRY                                                                                  \
  { "theme",     0, 0, G_OPTION_ARG_FILENAME, &options.theme, N_ ("light (default), dark or print"), \
    N_ ("THEME") }

AnsCliStatus
ans_cli_charts (AnsCli *cli)
{
  Options options = { 0 };
  const GOptionEntry entries[] = { PLAN_ENTRY, DAY_ENTRY, { NULL } };
  AnsCliStatus status =
      ans_cli_parse (cli, entries, 1, 1) ? list_charts (cli, &options) : cli->status;

  options_clear (&options);
  return status;
}

AnsCliStatus
ans_cli_chart (AnsCli *cli)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    PLAN_ENTRY,
    DAY_ENTRY,
    { "village", 0, 0, G_OPTION_ARG_FILENAME, &options.village,
      N_ ("only this village: name, code or number"), N_ ("VILLAGE") },
    THEME_ENTRY,
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size,
      N_ ("size of the picture (default: 960x600)"), N_ ("WxH") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, N_ ("show which charts there are"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("write a picture: .svg, .png or .pdf"), N_ ("FILE") },
    { NULL },
  };
  AnsCliStatus status = ans_cli_parse (cli, entries, 1, 2) ? chart_of (cli, &options) : cli->status;

  options_clear (&options);
  return status;
}

/* ---- slides ---- */

static void
tell_slides (AnsCli *cli, const AnsDeck *deck, const AnsChartSource *source, const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *day = ans_date_to_iso (source->day);
  guint n = ans_deck_get_n_slides (deck);

  if (!cli->json)
    {
      ans_cli_message (ngettext ("%u slide: %s", "%u slides: %s", n), n, path);
      return;
    }
  json_builder_begin_object (builder);
  ans_cli_json_text (builder, "as_of", day);
  ans_cli_json_int (builder, "count", n);
  json_builder_set_member_name (builder, "slides");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    json_builder_add_string_value (builder, ans_deck_get_title (deck, i));
  json_builder_end_array (builder);
  ans_cli_json_text (builder, "path", path);
  json_builder_end_object (builder);
  ans_cli_print_json (builder);
}

static gboolean
write_slides (const AnsDeck *deck, const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return ans_deck_write_pictures (deck, path, PICTURES, error);
  return ans_deck_write_pdf (deck, path, ans_deck_get_title (deck, 0), error);
}

static AnsCliStatus
slides_of (AnsCli *cli, const Options *options)
{
  g_autoptr (AnsBook) book = NULL;
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsDeck) deck = NULL;
  GError *error = NULL;
  AnsSceneFormat format;
  AnsTheme theme;

  if (!read_theme (cli, options, &theme))
    return cli->status;
  if (options->output == NULL)
    return ans_cli_usage (cli, _ ("Say where to write it: -o FILE.pdf, or a folder for pictures."));
  if (!g_file_test (options->output, G_FILE_TEST_IS_DIR) &&
      (!ans_scene_format_from_path (options->output, &format) || format != ANS_SCENE_PDF))
    return ans_cli_usage (cli, _ ("“%s” neither ends with .pdf nor is a folder that exists."),
                          options->output);
  book = ans_cli_open (cli, cli->arguments[0], FALSE);
  if (book == NULL)
    return cli->status;
  if (!open_source (book, options, &source, &error))
    return ans_cli_refuse (error);
  if (source.figures == NULL)
    {
      ans_cli_message (_ ("The book has no plan. “new --plan” makes a book with one."));
      return ANS_CLI_REFUSED;
    }
  deck = options->full ? ans_plan_deck_new_full (source.figures, theme, &error)
                       : ans_plan_deck_new (source.figures, theme, &error);
  if (deck == NULL || !write_slides (deck, options->output, &error))
    return ans_cli_refuse (error);
  tell_slides (cli, deck, &source, options->output);
  return ANS_CLI_DONE;
}

AnsCliStatus
ans_cli_slides (AnsCli *cli)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    PLAN_ENTRY,
    DAY_ENTRY,
    THEME_ENTRY,
    { "full", 0, 0, G_OPTION_ARG_NONE, &options.full,
      N_ ("a slide for every figure and for its years, and all tasks"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("a .pdf file, or a folder for .png pictures"), N_ ("FILE") },
    { NULL },
  };
  AnsCliStatus status =
      ans_cli_parse (cli, entries, 1, 1) ? slides_of (cli, &options) : cli->status;

  options_clear (&options);
  return status;
}
