/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts in words. What is presented in a commune is Vietnamese, whatever the program speaks. */
#include <string.h>

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

static const AnsChartCategory *
category_at (const AnsChart *self, guint i)
{
  return g_ptr_array_index (self->categories, i);
}

static const AnsChartSeries *
series_at (const AnsChart *self, guint i)
{
  return g_ptr_array_index (self->series, i);
}

char *
ans_chart_describe_value (const AnsChart *self, guint series, guint category)
{
  const AnsChartCategory *found;
  g_autofree char *value = NULL;
  GString *out;

  g_return_val_if_fail (series < self->series->len && category < self->categories->len, NULL);

  found = category_at (self, category);
  value = ans_chart_format_with_unit (self, ans_chart_get_value (self, series, category));
  out = g_string_new (found->label);
  if (*series_at (self, series)->name != '\0')
    g_string_append_printf (out, ", %s", series_at (self, series)->name);
  g_string_append_printf (out, ": %s", value);
  if (found->target != ANS_CHART_MISSING && series == 0)
    {
      g_autofree char *target = ans_chart_format_with_unit (self, found->target);

      g_string_append_printf (out, ", chỉ tiêu %s", target);
    }
  if (found->expected != ANS_CHART_MISSING && series == 0)
    {
      g_autofree char *expected = ans_chart_format_with_unit (self, found->expected);

      g_string_append_printf (out, ", lẽ ra %s", expected);
    }
  return g_string_free (out, FALSE);
}

/* ---- one sentence ---- */

static void
name_highlights (const AnsChart *self, GString *out)
{
  guint n = 0, more = 0;

  for (guint i = 0; i < self->categories->len; i++)
    {
      if (!category_at (self, i)->highlight)
        continue;
      if (n < 5)
        g_string_append_printf (out, "%s%s", n == 0 ? "; cần chú ý: " : ", ",
                                category_at (self, i)->label);
      else
        more++;
      n++;
    }
  if (more > 0)
    g_string_append_printf (out, " và %u mục nữa", more);
}

static void
describe_line (const AnsChart *self, guint series, GString *out)
{
  guint first = G_MAXUINT, last = 0;
  gint64 from, to;
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
  g_string_append (out, "; ");
  if (*series_at (self, series)->name != '\0')
    g_string_append_printf (out, "%s ", series_at (self, series)->name);
  if (first == last)
    g_string_append_printf (out, "%s (%s)", from_text, category_at (self, first)->label);
  else
    g_string_append_printf (out, "từ %s (%s) %s %s (%s)", from_text,
                            category_at (self, first)->label,
                            to > from   ? "lên"
                            : to < from ? "xuống"
                                        : "giữ ở",
                            to_text, category_at (self, last)->label);
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
    g_string_append_printf (out, "%s: ", series_at (self, series)->name);
  low_text = ans_chart_format_with_unit (self, low);
  high_text = ans_chart_format_with_unit (self, high);
  if (low == high)
    g_string_append_printf (out, self->categories->len > 1 ? "đều là %s" : "%s", high_text);
  else
    g_string_append_printf (out, "cao nhất %s %s, thấp nhất %s %s",
                            category_at (self, highest)->label, high_text,
                            category_at (self, lowest)->label, low_text);
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
    else
      describe_extremes (self, s, out);
  if (self->target != ANS_CHART_MISSING)
    {
      g_autofree char *target = ans_chart_format_with_unit (self, self->target);

      g_string_append_printf (out, "; mục tiêu %s", target);
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

/* ---- a table ---- */

AnsChartTable *
ans_chart_table (const AnsChart *self)
{
  AnsChartTable *table = g_new0 (AnsChartTable, 1);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  gboolean targets = FALSE, expected = FALSE;

  for (guint i = 0; i < self->categories->len; i++)
    {
      targets |= category_at (self, i)->target != ANS_CHART_MISSING;
      expected |= category_at (self, i)->expected != ANS_CHART_MISSING;
    }
  g_strv_builder_add (titles, self->kind == ANS_CHART_LINE ? "Thời điểm" : "Mục");
  for (guint s = 0; s < self->series->len; s++)
    {
      const char *name = series_at (self, s)->name;

      if (*name == '\0')
        name = "Giá trị";
      if (self->unit != NULL)
        g_strv_builder_take (titles, g_strdup_printf ("%s (%s)", name, self->unit));
      else
        g_strv_builder_add (titles, name);
    }
  if (targets)
    g_strv_builder_add (titles, "Chỉ tiêu");
  if (expected)
    g_strv_builder_add (titles, "Lẽ ra đến nay");
  table->titles = g_strv_builder_end (titles);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < self->categories->len; i++)
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
      const AnsChartCategory *category = category_at (self, i);

      g_strv_builder_add (row, category->label);
      for (guint s = 0; s < self->series->len + (targets ? 1 : 0) + (expected ? 1 : 0); s++)
        {
          gint64 value = s < self->series->len               ? ans_chart_get_value (self, s, i)
                         : targets && s == self->series->len ? category->target
                                                             : category->expected;

          if (value == ANS_CHART_MISSING)
            g_strv_builder_add (row, "");
          else
            g_strv_builder_take (row, ans_decimal_format (value, self->decimals));
        }
      g_ptr_array_add (table->rows, g_strv_builder_end (row));
    }
  return table;
}

/** ans_chart_table_free: */
void
ans_chart_table_free (AnsChartTable *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->titles);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
append_line (GString *out, char **cells, const char *separator)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, separator);
      if (strpbrk (cells[i], "\"\n\r\t;,") == NULL)
        {
          g_string_append (out, cells[i]);
          continue;
        }
      g_string_append_c (out, '"');
      for (const char *p = cells[i]; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *p);
        }
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '\n');
}

char *
ans_chart_table_to_text (const AnsChartTable *self, const char *separator)
{
  GString *out = g_string_new (NULL);

  append_line (out, self->titles, separator);
  for (guint i = 0; i < self->rows->len; i++)
    append_line (out, g_ptr_array_index (self->rows, i), separator);
  return g_string_free (out, FALSE);
}
