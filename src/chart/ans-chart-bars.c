/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ans-chart-bars.h"

#include <math.h>

#include "text/ans-number.h"

char *
ans_share_format (gint64 part, gint64 whole)
{
  gint64 tenths;
  g_autofree char *number = NULL;

  /* in 128 bits: amounts of money times 2000 leave 64 */
  tenths = (gint64) (((__int128) part * 2000 + whole) / ((__int128) whole * 2));
  number = ans_decimal_format (tenths, 1);
  return g_strconcat (number, "%", NULL);
}

static void
bar_clear (gpointer data)
{
  g_free (((AnsBar *) data)->label);
}

static gint64
sum_of (const AnsPlot *plot, guint category, gboolean *any)
{
  gint64 sum = 0;

  *any = FALSE;
  for (guint s = 0; s < plot->chart->series->len; s++)
    {
      gint64 value = ans_chart_get_value (plot->chart, s, category);

      if (value == ANS_CHART_MISSING)
        continue;
      *any = TRUE;
      sum += value;
    }
  return sum;
}

/* Parts of a whole are made of what is there and not below 0. */
static gint64
whole_of (const AnsPlot *plot, guint category)
{
  gint64 sum = 0;

  for (guint s = 0; s < plot->chart->series->len; s++)
    sum += MAX (ans_chart_get_value (plot->chart, s, category), 0);
  return sum;
}

static void
add_category (AnsBars *self, const AnsPlot *plot, guint category)
{
  gint64 whole = self->share ? whole_of (plot, category) : 0;
  double above = 0, below = 0;

  for (guint s = 0; s < plot->chart->series->len; s++)
    {
      gint64 value = ans_chart_get_value (plot->chart, s, category);
      AnsBar bar = { s, category, self->stacked ? 0 : s, 0, 0, NULL };
      double length = value == ANS_CHART_MISSING ? 0 : ans_plot_value (plot, value);

      if (self->share)
        {
          length = whole > 0 ? 100.0 * (double) MAX (value, 0) / (double) whole : 0;
          bar.label = whole > 0 && value > 0 ? ans_share_format (value, whole) : g_strdup ("");
        }
      else
        bar.label = ans_chart_format (plot->chart, value);
      if (self->stacked)
        {
          double *end = length < 0 ? &below : &above;

          bar.from = *end;
          bar.to = *end += length;
        }
      else
        bar.to = length;
      self->low = MIN (self->low, bar.to);
      self->high = MAX (self->high, bar.to);
      g_array_append_val (self->bars, bar);
    }
}

void
ans_bars_init (AnsBars *self, const AnsPlot *plot)
{
  AnsChartKind kind = plot->chart->kind;

  *self = (AnsBars) { 0 };
  self->share = kind == ANS_CHART_SHARE_BARS || kind == ANS_CHART_SHARE_COLUMNS;
  self->stacked =
      self->share || kind == ANS_CHART_STACKED_BARS || kind == ANS_CHART_STACKED_COLUMNS;
  self->lanes = self->stacked ? 1 : plot->chart->series->len;
  self->bars = g_array_new (FALSE, FALSE, sizeof (AnsBar));
  g_array_set_clear_func (self->bars, bar_clear);
  for (guint c = 0; c < plot->chart->categories->len; c++)
    {
      gint64 target = ans_plot_category (plot, c)->target;

      add_category (self, plot, c);
      if (target == ANS_CHART_MISSING || self->share)
        continue;
      self->targets = TRUE;
      self->low = MIN (self->low, ans_plot_value (plot, target));
      self->high = MAX (self->high, ans_plot_value (plot, target));
    }
  if (plot->chart->target != ANS_CHART_MISSING)
    {
      self->low = MIN (self->low, ans_plot_value (plot, plot->chart->target));
      self->high = MAX (self->high, ans_plot_value (plot, plot->chart->target));
    }
  if (self->share)
    self->high = 100;
  if (self->high - self->low < 1e-12)
    self->high = self->low + pow (10, -plot->chart->decimals);
}

/** ans_bars_clear: */
void
ans_bars_clear (AnsBars *self)
{
  g_clear_pointer (&self->bars, g_array_unref);
}

void
ans_bars_axis (const AnsBars *self, const AnsPlot *plot, guint wanted, AnsAxis *axis)
{
  ans_axis_init (axis, self->low, self->high, TRUE, wanted,
                 self->share ? 10 : pow (10, -plot->chart->decimals));
}

char *
ans_bars_tick (const AnsBars *self, const AnsPlot *plot, const AnsAxis *axis, guint i)
{
  if (self->share)
    return g_strdup_printf ("%d%%", (int) lround (ans_axis_tick (axis, i)));
  return ans_axis_format (axis, plot->chart, i);
}

char *
ans_bars_end_label (const AnsBars *self, const AnsPlot *plot, guint category)
{
  const AnsChartCategory *found = ans_plot_category (plot, category);
  gboolean any;
  gint64 sum = sum_of (plot, category, &any);
  g_autofree char *value = NULL;

  if (found->note != NULL)
    return g_strdup (found->note);
  if (self->share || (self->lanes > 1 && found->target == ANS_CHART_MISSING))
    return NULL;
  value = ans_chart_format (plot->chart, any ? sum : ANS_CHART_MISSING);
  if (found->target != ANS_CHART_MISSING && self->lanes == 1)
    {
      g_autofree char *target = ans_decimal_format (found->target, plot->chart->decimals);
      g_autofree char *done =
          any ? ans_decimal_format (sum, plot->chart->decimals) : g_strdup ("–");

      return g_strconcat (done, "/", target, g_strcmp0 (plot->chart->unit, "%") == 0 ? "%" : "",
                          NULL);
    }
  return g_steal_pointer (&value);
}
