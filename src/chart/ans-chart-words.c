/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts in words. What is presented in a commune is Vietnamese, whatever the program speaks. */
#include "chart/ans-chart.h"
#include "text/ans-number.h"

#define NO_DATA "chưa có số liệu"

static gboolean
is_percent (const AnsChart *self)
{
  return g_strcmp0 (self->unit, "%") == 0;
}

char *
ans_chart_format (const AnsChart *self, gint64 value)
{
  g_autofree char *number = NULL;

  if (value == ANS_CHART_MISSING)
    return g_strdup ("–");
  number = ans_decimal_format (value, self->decimals);
  return g_strconcat (number, is_percent (self) ? "%" : "", NULL);
}

char *
ans_chart_format_with_unit (const AnsChart *self, gint64 value)
{
  g_autofree char *number = NULL;

  if (value == ANS_CHART_MISSING)
    return g_strdup (NO_DATA);
  number = ans_chart_format (self, value);
  return self->unit == NULL || is_percent (self) ? g_steal_pointer (&number)
                                                 : g_strconcat (number, " ", self->unit, NULL);
}

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;

  for (; exponent > 0; exponent--)
    power *= 10;
  return power;
}

/* Half away from zero, as figures are rounded. */
static gint64
rounded (gint64 value, gint64 by)
{
  return (value < 0 ? value - by / 2 : value + by / 2) / by * by;
}

char *
ans_chart_format_in (const AnsChart *self, guint category, gint64 value)
{
  const AnsChartCategory *of;
  const char *unit;
  g_autofree char *canonical = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (category < self->categories->len, NULL);

  of = ans_chart_get_category (self, category);
  unit = of->unit;
  if (unit == NULL || value == ANS_CHART_MISSING)
    return ans_chart_format_with_unit (self, value);
  value = rounded (value, power_of_ten (self->decimals - MIN (of->decimals, self->decimals)));
  canonical = ans_decimal_to_canonical (value, self->decimals);
  number = ans_decimal_display (canonical);
  return *unit == '\0'             ? g_steal_pointer (&number)
         : g_str_equal (unit, "%") ? g_strconcat (number, unit, NULL)
                                   : g_strconcat (number, " ", unit, NULL);
}

/* A series alone may be called as the whole. */
static gboolean
has_own_name (const AnsChart *self, guint series)
{
  const char *name = ans_chart_get_series (self, series)->name;

  return *name != '\0' && g_strcmp0 (name, self->title) != 0;
}

char *
ans_chart_describe_value (const AnsChart *self, guint series, guint category)
{
  const AnsChartCategory *found;
  g_autofree char *value = NULL;
  GString *out;

  g_return_val_if_fail (series < self->series->len && category < self->categories->len, NULL);

  found = ans_chart_get_category (self, category);
  value = ans_chart_format_in (self, category, ans_chart_get_value (self, series, category));
  out = g_string_new (found->label);
  if (has_own_name (self, series))
    g_string_append_printf (out, ", %s", ans_chart_get_series (self, series)->name);
  g_string_append_printf (out, ": %s", value);
  if (found->target != ANS_CHART_MISSING && series == 0)
    {
      g_autofree char *target = ans_chart_format_in (self, category, found->target);

      g_string_append_printf (out, ", chỉ tiêu %s", target);
    }
  if (found->expected != ANS_CHART_MISSING && series == 0)
    {
      g_autofree char *expected = ans_chart_format_in (self, category, found->expected);

      g_string_append_printf (out, ", lẽ ra %s", expected);
    }
  return g_string_free (out, FALSE);
}

/* ---- one sentence ---- */

static void
name_highlights (const AnsChart *self, GString *out)
{
  guint n = 0, more = 0;

  /* of a line it is the present, which its course has said */
  for (guint i = 0; i < self->categories->len && self->kind != ANS_CHART_LINE; i++)
    {
      if (!ans_chart_get_category (self, i)->highlight)
        continue;
      if (n < 5)
        g_string_append_printf (out, "%s%s", n == 0 ? "; cần chú ý: " : ", ",
                                ans_chart_get_category (self, i)->label);
      else
        more++;
      n++;
    }
  if (more > 0)
    g_string_append_printf (out, " và %u mục nữa", more);
}

/* In the middle of a sentence. */
static void
append_small (GString *out, const char *text)
{
  gunichar first = g_unichar_tolower (g_utf8_get_char (text));

  g_string_append_unichar (out, first);
  g_string_append (out, g_utf8_next_char (text));
}

static void
describe_line (const AnsChart *self, guint series, GString *out)
{
  guint first = G_MAXUINT, last = 0;
  gint64 from, to;
  const char *now;
  g_autofree char *from_text = NULL, *to_text = NULL;

  for (guint i = 0; i < self->categories->len; i++)
    if (ans_chart_get_value (self, series, i) != ANS_CHART_MISSING)
      {
        first = MIN (first, i);
        last = i;
      }
  if (first == G_MAXUINT)
    return;
  from = ans_chart_get_value (self, series, first);
  to = ans_chart_get_value (self, series, last);
  from_text = ans_chart_format_with_unit (self, from);
  to_text = ans_chart_format_with_unit (self, to);
  now = ans_chart_get_category (self, last)->highlight ? "hiện nay, " : "";
  g_string_append (out, "; ");
  /* it begins where the other one ends */
  if (ans_chart_get_series (self, series)->forecast)
    {
      append_small (out, ans_chart_get_series (self, series)->name);
      g_string_append_printf (out, ": %s (%s)", to_text,
                              ans_chart_get_category (self, last)->label);
      return;
    }
  if (has_own_name (self, series))
    g_string_append_printf (out, "%s ", ans_chart_get_series (self, series)->name);
  if (first == last)
    g_string_append_printf (out, "%s (%s%s)", from_text, now,
                            ans_chart_get_category (self, first)->label);
  else
    g_string_append_printf (out, "từ %s (%s) %s %s (%s%s)", from_text,
                            ans_chart_get_category (self, first)->label,
                            to > from   ? "lên"
                            : to < from ? "xuống"
                                        : "giữ ở",
                            to_text, now, ans_chart_get_category (self, last)->label);
}

static void
describe_extremes (const AnsChart *self, guint series, GString *out)
{
  gint64 low = 0, high = 0;
  guint lowest = G_MAXUINT, highest = G_MAXUINT;
  g_autofree char *low_text = NULL, *high_text = NULL;

  for (guint i = 0; i < self->categories->len; i++)
    {
      gint64 value = ans_chart_get_value (self, series, i);

      if (value == ANS_CHART_MISSING)
        continue;
      if (highest == G_MAXUINT || value > high)
        {
          highest = i;
          high = value;
        }
      if (lowest == G_MAXUINT || value < low)
        {
          lowest = i;
          low = value;
        }
    }
  if (highest == G_MAXUINT)
    return;
  g_string_append (out, "; ");
  if (self->series->len > 1)
    g_string_append_printf (out, "%s: ", ans_chart_get_series (self, series)->name);
  low_text = ans_chart_format_with_unit (self, low);
  high_text = ans_chart_format_with_unit (self, high);
  if (low == high)
    g_string_append_printf (out, self->categories->len > 1 ? "đều là %s" : "%s", high_text);
  else
    g_string_append_printf (out, "cao nhất %s %s, thấp nhất %s %s",
                            ans_chart_get_category (self, highest)->label, high_text,
                            ans_chart_get_category (self, lowest)->label, low_text);
}

/* Things that can't be compared with each other, each with its target. */
static void
describe_progress (const AnsChart *self, GString *out)
{
  guint reached = 0, all = 0;

  for (guint i = 0; i < self->categories->len; i++)
    {
      gint64 value = ans_chart_get_value (self, 0, i);
      gint64 target = ans_chart_get_category (self, i)->target;

      if (value == ANS_CHART_MISSING || target == ANS_CHART_MISSING)
        continue;
      all++;
      reached += value >= target;
    }
  if (all > 0)
    g_string_append_printf (out, "; %u/%u mục có số liệu đã bằng hoặc vượt chỉ tiêu", reached, all);
}

char *
ans_chart_describe (const AnsChart *self)
{
  static const char *const kinds[ANS_N_CHART_KINDS] = {
    [ANS_CHART_BARS] = "Biểu đồ thanh ngang",
    [ANS_CHART_COLUMNS] = "Biểu đồ cột",
    [ANS_CHART_STACKED_BARS] = "Biểu đồ thanh ngang chồng",
    [ANS_CHART_STACKED_COLUMNS] = "Biểu đồ cột chồng",
    [ANS_CHART_SHARE_BARS] = "Biểu đồ cơ cấu",
    [ANS_CHART_SHARE_COLUMNS] = "Biểu đồ cơ cấu",
    [ANS_CHART_LINE] = "Biểu đồ đường",
    [ANS_CHART_DONUT] = "Biểu đồ vành khuyên",
    [ANS_CHART_PROGRESS] = "Biểu đồ tiến độ",
    [ANS_CHART_PYRAMID] = "Tháp dân số",
    [ANS_CHART_TILES] = "Biểu đồ ô theo thôn",
  };
  GString *out = g_string_new (kinds[self->kind]);
  guint missing = 0;

  if (self->title != NULL)
    g_string_append_printf (out, " “%s”", self->title);
  g_string_append_printf (out, ": %u %s", self->categories->len,
                          self->kind == ANS_CHART_LINE ? "mốc" : "mục");
  if (!ans_chart_has_data (self))
    {
      g_string_append (out, ", " NO_DATA ".");
      return g_string_free (out, FALSE);
    }
  for (guint s = 0; s < MIN (self->series->len, 4); s++)
    if (self->kind == ANS_CHART_LINE)
      describe_line (self, s, out);
    else if (self->kind == ANS_CHART_PROGRESS)
      describe_progress (self, out);
    else
      describe_extremes (self, s, out);
  if (self->target != ANS_CHART_MISSING)
    {
      g_autofree char *target = ans_chart_format_with_unit (self, self->target);

      g_string_append (out, "; ");
      append_small (out, self->target_label != NULL ? self->target_label : "Mục tiêu");
      g_string_append_printf (out, " %s", target);
    }
  name_highlights (self, out);
  for (guint i = 0; i < self->categories->len; i++)
    if (self->series->len > 0 && ans_chart_get_value (self, 0, i) == ANS_CHART_MISSING)
      missing++;
  if (missing > 0 && self->kind != ANS_CHART_LINE)
    g_string_append_printf (out, "; %u mục " NO_DATA, missing);
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}
