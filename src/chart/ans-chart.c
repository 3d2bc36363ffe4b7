/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ans-chart.h"

#include "text/ans-number.h"

static void
category_free (gpointer data)
{
  AnsChartCategory *category = data;

  g_free (category->label);
  g_free (category->note);
  g_free (category->unit);
  g_free (category->break_label);
  g_free (category);
}

static void
series_free (gpointer data)
{
  AnsChartSeries *series = data;

  g_free (series->name);
  g_array_unref (series->values);
  g_free (series);
}

AnsChart *
ans_chart_new (AnsChartKind kind, const char *title, const char *unit, int decimals)
{
  AnsChart *self;

  g_return_val_if_fail (kind < ANS_N_CHART_KINDS, NULL);
  g_return_val_if_fail (decimals >= 0 && decimals <= ANS_DECIMALS_MAX, NULL);

  self = g_new0 (AnsChart, 1);
  self->kind = kind;
  self->title = g_strdup (title);
  self->unit = unit != NULL && *unit != '\0' ? g_strdup (unit) : NULL;
  self->decimals = decimals;
  self->categories = g_ptr_array_new_with_free_func (category_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->target = self->band_low = self->band_high = ANS_CHART_MISSING;
  return self;
}

/** ans_chart_free: */
void
ans_chart_free (AnsChart *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->unit);
  g_free (self->target_label);
  g_free (self->band_label);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_free (self);
}

/** ans_chart_set_kind: the same data in another picture */
void
ans_chart_set_kind (AnsChart *self, AnsChartKind kind)
{
  g_return_if_fail (kind < ANS_N_CHART_KINDS);
  self->kind = kind;
}

/** ans_chart_set_subtitle: */
void
ans_chart_set_subtitle (AnsChart *self, const char *subtitle)
{
  g_set_str (&self->subtitle, subtitle);
}

/** ans_chart_set_source: where the numbers are from and of what day */
void
ans_chart_set_source (AnsChart *self, const char *source)
{
  g_set_str (&self->source, source);
}

guint
ans_chart_add_category (AnsChart *self, const char *label)
{
  AnsChartCategory *category = g_new0 (AnsChartCategory, 1);
  const gint64 missing = ANS_CHART_MISSING;

  category->label = g_strdup (label != NULL ? label : "");
  category->target = category->expected = ANS_CHART_MISSING;
  category->position = self->categories->len;
  g_ptr_array_add (self->categories, category);
  for (guint i = 0; i < self->series->len; i++)
    g_array_append_val (((AnsChartSeries *) g_ptr_array_index (self->series, i))->values, missing);
  return self->categories->len - 1;
}

guint
ans_chart_add_series (AnsChart *self, const char *name)
{
  AnsChartSeries *series = g_new0 (AnsChartSeries, 1);
  const gint64 missing = ANS_CHART_MISSING;

  series->name = g_strdup (name != NULL ? name : "");
  series->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->categories->len; i++)
    g_array_append_val (series->values, missing);
  g_ptr_array_add (self->series, series);
  return self->series->len - 1;
}

static AnsChartSeries *
get_series (const AnsChart *self, guint series)
{
  return series < self->series->len ? g_ptr_array_index (self->series, series) : NULL;
}

static AnsChartCategory *
get_category (const AnsChart *self, guint category)
{
  return category < self->categories->len ? g_ptr_array_index (self->categories, category) : NULL;
}

void
ans_chart_set_value (AnsChart *self, guint series, guint category, gint64 value)
{
  g_return_if_fail (get_series (self, series) != NULL && get_category (self, category) != NULL);
  g_array_index (get_series (self, series)->values, gint64, category) = value;
}

/** ans_chart_get_value: Returns: %ANS_CHART_MISSING where nothing is known */
gint64
ans_chart_get_value (const AnsChart *self, guint series, guint category)
{
  AnsChartSeries *found = get_series (self, series);

  return found != NULL && category < found->values->len
             ? g_array_index (found->values, gint64, category)
             : ANS_CHART_MISSING;
}

/** ans_chart_set_forecast: drawn as a dashed line in the second colour */
void
ans_chart_set_forecast (AnsChart *self, guint series)
{
  g_return_if_fail (get_series (self, series) != NULL);
  get_series (self, series)->forecast = TRUE;
}

void
ans_chart_set_category_target (AnsChart *self, guint category, gint64 target)
{
  g_return_if_fail (get_category (self, category) != NULL);
  get_category (self, category)->target = target;
}

void
ans_chart_set_category_expected (AnsChart *self, guint category, gint64 expected)
{
  g_return_if_fail (get_category (self, category) != NULL);
  get_category (self, category)->expected = expected;
}

/** ans_chart_set_category_note: @note is shown instead of the value */
void
ans_chart_set_category_note (AnsChart *self, guint category, const char *note)
{
  g_return_if_fail (get_category (self, category) != NULL);
  g_set_str (&get_category (self, category)->note, note);
}

void
ans_chart_set_category_unit (AnsChart *self, guint category, const char *unit, int decimals)
{
  g_return_if_fail (get_category (self, category) != NULL);
  g_return_if_fail (decimals >= 0);
  get_category (self, category)->decimals = decimals;
  g_set_str (&get_category (self, category)->unit, unit);
}

/** ans_chart_set_category_position: for points of a line that are not equally far apart */
void
ans_chart_set_category_position (AnsChart *self, guint category, double position)
{
  g_return_if_fail (get_category (self, category) != NULL);
  get_category (self, category)->position = position;
}

void
ans_chart_set_highlight (AnsChart *self, guint category)
{
  g_return_if_fail (get_category (self, category) != NULL);
  get_category (self, category)->highlight = TRUE;
}

void
ans_chart_set_break (AnsChart *self, guint category, const char *label)
{
  g_return_if_fail (get_category (self, category) != NULL);
  get_category (self, category)->breaks = TRUE;
  g_set_str (&get_category (self, category)->break_label, label);
}

void
ans_chart_set_target (AnsChart *self, gint64 target, const char *label)
{
  self->target = target;
  g_set_str (&self->target_label, label);
}

void
ans_chart_set_band (AnsChart *self, gint64 low, gint64 high, const char *label)
{
  self->band_low = MIN (low, high);
  self->band_high = MAX (low, high);
  g_set_str (&self->band_label, label);
}

const AnsChartCategory *
ans_chart_get_category (const AnsChart *self, guint category)
{
  return get_category (self, category);
}

const AnsChartSeries *
ans_chart_get_series (const AnsChart *self, guint series)
{
  return get_series (self, series);
}

gboolean
ans_chart_has_data (const AnsChart *self)
{
  for (guint s = 0; s < self->series->len; s++)
    for (guint c = 0; c < self->categories->len; c++)
      if (ans_chart_get_value (self, s, c) != ANS_CHART_MISSING)
        return TRUE;
  return FALSE;
}

static const char *const kind_names[ANS_N_CHART_KINDS] = {
  [ANS_CHART_BARS] = "bars",
  [ANS_CHART_COLUMNS] = "columns",
  [ANS_CHART_STACKED_BARS] = "stacked-bars",
  [ANS_CHART_STACKED_COLUMNS] = "stacked-columns",
  [ANS_CHART_SHARE_BARS] = "share-bars",
  [ANS_CHART_SHARE_COLUMNS] = "share-columns",
  [ANS_CHART_LINE] = "line",
  [ANS_CHART_DONUT] = "donut",
  [ANS_CHART_PROGRESS] = "progress",
  [ANS_CHART_PYRAMID] = "pyramid",
  [ANS_CHART_TILES] = "tiles",
};

const char *
ans_chart_kind_to_name (AnsChartKind kind)
{
  g_return_val_if_fail (kind < ANS_N_CHART_KINDS, NULL);
  return kind_names[kind];
}

/** ans_chart_kind_from_name: Returns: whether there is such a kind */
gboolean
ans_chart_kind_from_name (const char *name, AnsChartKind *kind)
{
  for (guint i = 0; i < ANS_N_CHART_KINDS; i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = (AnsChartKind) i;
        return TRUE;
      }
  return FALSE;
}
