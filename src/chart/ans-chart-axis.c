/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ans-chart-axis.h"

#include <math.h>

#include "text/ans-number.h"

/* The nice number near @x; @over: not below it. */
static double
nice_number (double x, gboolean over)
{
  double power = pow (10, floor (log10 (x)));
  double part = x / power;

  if (over)
    part = part <= 1 + 1e-9 ? 1 : part <= 2 + 1e-9 ? 2 : part <= 5 + 1e-9 ? 5 : 10;
  else
    part = part < 1.5 ? 1 : part < 3 ? 2 : part < 7 ? 5 : 10;
  return part * power;
}

void
ans_axis_init (AnsAxis *self, double low, double high, gboolean zero, guint wanted, double finest)
{
  if (zero)
    {
      low = MIN (low, 0);
      high = MAX (high, 0);
    }
  if (high - low < finest)
    {
      /* All values are the same: some room above them. */
      high = low + finest * (zero || low >= 0 ? 1 : 2);
    }
  wanted = MAX (wanted, 2);
  self->step = MAX (nice_number ((high - low) / (wanted - 1), FALSE), finest);
  /* A coarser step where the loose one would crowd the axis. */
  while ((ceil (high / self->step - 1e-9) - floor (low / self->step + 1e-9)) > wanted + 1)
    self->step = nice_number (self->step * 1.9, TRUE);
  self->low = floor (low / self->step + 1e-9) * self->step;
  self->high = ceil (high / self->step - 1e-9) * self->step;
  self->n = (guint) lround ((self->high - self->low) / self->step) + 1;
  self->decimals = (int) MAX (0, ceil (-log10 (self->step) - 1e-9));
  self->decimals = MIN (self->decimals, ANS_DECIMALS_MAX);
}

double
ans_axis_tick (const AnsAxis *self, guint i)
{
  return round (self->low / self->step + i) * self->step;
}

char *
ans_axis_format (const AnsAxis *self, const AnsChart *chart, guint i)
{
  double greatest = MAX (fabs (self->low), fabs (self->high));
  double value = ans_axis_tick (self, i);
  gboolean percent = g_strcmp0 (chart->unit, "%") == 0;
  const char *tail = percent ? "%" : "";
  int decimals = self->decimals;
  g_autofree char *number = NULL;

  if (greatest >= 1e6 && !percent && fabs (value) > 0)
    {
      double unit = greatest >= 1e9 ? 1e9 : 1e6;
      double step = self->step / unit;

      value /= unit;
      tail = unit > 1e8 ? " tỷ" : " triệu";
      decimals = (int) MAX (0, ceil (-log10 (step) - 1e-9));
    }
  number = ans_decimal_format ((gint64) llround (value * pow (10, decimals)), decimals);
  return g_strconcat (number, tail, NULL);
}
