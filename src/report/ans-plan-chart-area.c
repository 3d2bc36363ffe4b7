/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts that areas name: of their summaries by village, and of ages. */
#include <glib/gi18n.h>
#include <string.h>

#include "chart/ans-chart.h"
#include "listing/ans-listing-counts.h"
#include "registry/ans-choices.h"
#include "report/ans-plan-charts-private.h"

#define AGE_STEP   5
#define AGE_GROUPS 18 /* the last one is 85 and more */

/* ---- of a summary ---- */

static AnsAreaTableResult *
run_table (const AnsAreaChart *of, const AnsChartSource *source, GError **error)
{
  g_autofree char *first = ans_date_to_iso (source->first);
  g_autofree char *day = ans_date_to_iso (source->day);

  return ans_area_table_run (of->table, source->book, ans_book_get_connection (source->book), first,
                             day, error);
}

/* The row of the village that is asked for, or the sum; -1 if nothing is of the village. */
static int
find_row (AnsAreaTableResult *result, gint64 village)
{
  if (village == 0)
    return (int) result->rows->len - 1;
  for (guint i = 0; i + 1 < result->rows->len; i++)
    if (((AnsAreaTableRow *) result->rows->pdata[i])->village == village)
      return (int) i;
  return -1;
}

static gint64
cell_at (AnsAreaTableResult *result, int row, const char *column)
{
  gint64 value = row >= 0 ? ans_area_table_get (result, (guint) row, column) : 0;

  return value < 0 ? ANS_CHART_MISSING : value;
}

static guint
count_parts (const AnsAreaChart *of)
{
  guint n = 0;

  while (of->parts[n].column != NULL)
    n++;
  return n;
}

/* What the parts leave of the whole. */
static gint64
rest_at (const AnsAreaChart *of, AnsAreaTableResult *result, int row)
{
  gint64 rest = cell_at (result, row, of->whole);

  for (guint i = 0; rest != ANS_CHART_MISSING && of->parts[i].column != NULL; i++)
    {
      gint64 part = cell_at (result, row, of->parts[i].column);

      rest -= part != ANS_CHART_MISSING ? part : 0;
    }
  return rest;
}

static void
fill_villages (AnsChart *chart, const AnsAreaChart *of, AnsAreaTableResult *result)
{
  guint n = count_parts (of);

  for (guint i = 0; i < n; i++)
    ans_chart_add_series (chart, of->parts[i].name);
  if (of->whole != NULL)
    ans_chart_add_series (chart, of->rest);
  for (guint row = 0; row + 1 < result->rows->len; row++)
    {
      guint c =
          ans_chart_add_category (chart, ((AnsAreaTableRow *) result->rows->pdata[row])->title);

      for (guint i = 0; i < n; i++)
        ans_chart_set_value (chart, i, c, cell_at (result, (int) row, of->parts[i].column));
      if (of->whole != NULL)
        ans_chart_set_value (chart, n, c, rest_at (of, result, (int) row));
    }
}

static void
fill_parts (AnsChart *chart, const AnsAreaChart *of, AnsAreaTableResult *result, int row)
{
  guint c;

  ans_chart_add_series (chart, of->title);
  for (guint i = 0; of->parts[i].column != NULL; i++)
    {
      c = ans_chart_add_category (chart, of->parts[i].name);
      ans_chart_set_value (chart, 0, c, cell_at (result, row, of->parts[i].column));
    }
  if (of->whole == NULL)
    return;
  c = ans_chart_add_category (chart, of->rest);
  ans_chart_set_value (chart, 0, c, rest_at (of, result, row));
}

/* Whether the registers know anything: a summary of nothing is not a picture of zeros. */
static gboolean
has_rows (AnsAreaTableResult *result)
{
  const AnsAreaTableRow *sum = result->rows->pdata[result->rows->len - 1];

  for (guint i = 0; i < result->n_columns; i++)
    if (sum->values[i] > 0)
      return TRUE;
  return FALSE;
}

static AnsChart *
make_table (const AnsAreaChart *of, const AnsChartSource *source, AnsChartKind kind, GError **error)
{
  g_autoptr (AnsAreaTableResult) result = run_table (of, source, error);
  int percents, first;
  AnsChart *chart;

  if (result == NULL)
    return NULL;
  first = ans_area_table_find_column (of->table, of->parts[0].column);
  percents = first >= 0 && of->table->columns[first].kind == ANS_TABLE_CELL_PERCENT;
  chart = ans_chart_new (kind, of->title, of->unit, percents ? 2 : 0);
  ans_chart_set_subtitle (chart, of->subtitle);
  if (!has_rows (result))
    return chart;
  if (of->shape == ANS_AREA_CHART_VILLAGES)
    fill_villages (chart, of, result);
  else
    fill_parts (chart, of, result, find_row (result, source->village));
  return chart;
}

static AnsListing *
list_of_table (const AnsAreaChart *of, const AnsChartSource *source, guint series, guint category)
{
  gboolean villages = of->shape == ANS_AREA_CHART_VILLAGES;
  g_autoptr (AnsAreaTableResult) result = run_table (of, source, NULL);
  guint part = villages ? series : category;
  int row, column;

  if (result == NULL || part >= count_parts (of))
    return NULL;
  row = villages ? (int) category : find_row (result, source->village);
  column = ans_area_table_find_column (of->table, of->parts[part].column);
  if (row < 0 || row >= (int) result->rows->len || column < 0)
    return NULL;
  /* a share opens the households that it is of */
  if (of->table->columns[column].kind == ANS_TABLE_CELL_PERCENT)
    column = ans_area_table_find_column (of->table, of->table->columns[column].of);
  return column >= 0 ? ans_area_table_get_list (result, (guint) row, (guint) column) : NULL;
}

/* ---- of ages ---- */

static AnsListing *
list_of_part (const AnsAreaChart *of, const AnsChartSource *source, guint part)
{
  AnsListing *listing = ans_listing_new (source->book, ans_listing_info_find (of->listing));
  g_autofree char *day = ans_date_to_iso (source->day);
  g_auto (GStrv) filter = g_strsplit (of->parts[part].column, "=", 2);

  ans_listing_set_as_of (listing, day);
  ans_listing_set_filter (listing, filter[0], filter[1]);
  return listing;
}

typedef struct
{
  gint64 village;
  gint64 counts[AGE_GROUPS][2];
  gint64 unknown;
} Ages;

static void
take_age (gint64 id, gint64 village, guint32 mask, const char *value, gpointer data)
{
  Ages *ages = data;
  gint64 age = value != NULL ? g_ascii_strtoll (value, NULL, 10) : -1;
  guint group = (guint) MIN (age / AGE_STEP, AGE_GROUPS - 1);

  if (ages->village != 0 && village != ages->village)
    return;
  if (age < 0)
    ages->unknown++;
  for (guint i = 0; age >= 0 && i < 2; i++)
    if (mask & (1u << i))
      ages->counts[group][i]++;
}

static char *
age_label (guint group)
{
  return group + 1 == AGE_GROUPS
             ? g_strdup_printf ("%d+", AGE_STEP * (AGE_GROUPS - 1))
             : g_strdup_printf ("%u–%u", group * AGE_STEP, group * AGE_STEP + AGE_STEP - 1);
}

static void
tell_unknown (AnsChart *chart, gint64 unknown)
{
  g_autofree char *text = NULL;

  if (unknown == 0)
    return;
  text = g_strdup_printf ("Không kể %" G_GINT64_FORMAT " người chưa rõ năm sinh", unknown);
  ans_chart_set_subtitle (chart, text);
}

static AnsChart *
make_ages (const AnsAreaChart *of, const AnsChartSource *source, AnsChartKind kind, GError **error)
{
  g_autoptr (AnsListing) one = list_of_part (of, source, 0);
  g_autoptr (AnsListing) two = list_of_part (of, source, 1);
  AnsListing *const listings[] = { one, two };
  Ages ages = { .village = source->village };
  AnsChart *chart;
  gint64 all = 0;

  if (!ans_listings_scan (listings, 2, "age", NULL, ans_book_get_connection (source->book),
                          take_age, &ages, error))
    return NULL;
  chart = ans_chart_new (kind, of->title, of->unit, 0);
  for (guint g = 0; g < AGE_GROUPS; g++)
    all += ages.counts[g][0] + ages.counts[g][1];
  if (all == 0)
    return chart;
  ans_chart_add_series (chart, of->parts[0].name);
  ans_chart_add_series (chart, of->parts[1].name);
  for (guint g = 0; g < AGE_GROUPS; g++)
    {
      g_autofree char *label = age_label (g);

      ans_chart_add_category (chart, label);
      ans_chart_set_value (chart, 0, g, ages.counts[g][0]);
      ans_chart_set_value (chart, 1, g, ages.counts[g][1]);
    }
  tell_unknown (chart, ages.unknown);
  return chart;
}

static AnsListing *
list_of_ages (const AnsAreaChart *of, const AnsChartSource *source, guint series, guint category)
{
  g_autofree char *range = NULL;
  AnsListing *listing;

  if (series > 1 || category >= AGE_GROUPS)
    return NULL;
  listing = list_of_part (of, source, series);
  range = category + 1 == AGE_GROUPS
              ? g_strdup_printf ("%u..", category * AGE_STEP)
              : g_strdup_printf ("%u..%u", category * AGE_STEP, category * AGE_STEP + AGE_STEP - 1);
  ans_listing_set_filter (listing, "age", range);
  ans_listing_set_village (listing, source->village);
  return listing;
}

/* ---- */

static AnsChart *
make (const AnsPlanChart *self, const AnsChartSource *source, GError **error)
{
  AnsChartKind kind = ANS_CHART_BARS;

  if (!ans_chart_kind_from_name (self->of_area->kind, &kind))
    g_warn_if_reached ();
  return self->of_area->shape == ANS_AREA_CHART_AGES
             ? make_ages (self->of_area, source, kind, error)
             : make_table (self->of_area, source, kind, error);
}

static AnsListing *
list (const AnsPlanChart *self, const AnsChartSource *source, guint series, guint category)
{
  return self->of_area->shape == ANS_AREA_CHART_AGES
             ? list_of_ages (self->of_area, source, series, category)
             : list_of_table (self->of_area, source, series, category);
}

const AnsPlanChartWay ans_plan_chart_way_area = { .asks = TRUE, .make = make, .list = list };
