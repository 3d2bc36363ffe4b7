/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data of a chart as a table, for who would rather read numbers, and for other programs. */
#include <string.h>

#include "chart/ans-chart.h"
#include "text/ans-number.h"

AnsChartTable *
ans_chart_table (const AnsChart *self)
{
  AnsChartTable *table = g_new0 (AnsChartTable, 1);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  gboolean targets = FALSE, expected = FALSE;

  for (guint i = 0; i < self->categories->len; i++)
    {
      targets |= ans_chart_get_category (self, i)->target != ANS_CHART_MISSING;
      expected |= ans_chart_get_category (self, i)->expected != ANS_CHART_MISSING;
    }
  g_strv_builder_add (titles, self->kind == ANS_CHART_LINE ? "Thời điểm" : "Mục");
  for (guint s = 0; s < self->series->len; s++)
    {
      const char *name = ans_chart_get_series (self, s)->name;

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
      const AnsChartCategory *category = ans_chart_get_category (self, i);

      g_strv_builder_add (row, category->label);
      for (guint s = 0; s < self->series->len + (targets ? 1 : 0) + (expected ? 1 : 0); s++)
        {
          gint64 value = s < self->series->len               ? ans_chart_get_value (self, s, i)
                         : targets && s == self->series->len ? category->target
                                                             : category->expected;

          if (value == ANS_CHART_MISSING)
            g_strv_builder_add (row, "");
          else if (category->unit != NULL)
            g_strv_builder_take (row, ans_chart_format_in (self, i, value));
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
      if (strpbrk (cells[i], "\"\n\r") == NULL && strstr (cells[i], separator) == NULL)
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

static void
append_html (GString *out, const char *tag, const char *style, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s%s>%s</%s>", tag, style, escaped, tag);
}

char *
ans_chart_table_to_html (const AnsChartTable *self, const char *caption)
{
  static const char number[] = " style=\"text-align:right\"";
  GString *out = g_string_new ("<meta charset=\"utf-8\"><table border=\"1\">");

  if (caption != NULL)
    append_html (out, "caption", "", caption);
  g_string_append (out, "<tr>");
  for (guint i = 0; self->titles[i] != NULL; i++)
    append_html (out, "th", "", self->titles[i]);
  g_string_append (out, "</tr>");
  for (guint r = 0; r < self->rows->len; r++)
    {
      char **cells = g_ptr_array_index (self->rows, r);

      g_string_append (out, "<tr>");
      for (guint i = 0; cells[i] != NULL; i++)
        append_html (out, "td", i > 0 ? number : "", cells[i]);
      g_string_append (out, "</tr>");
    }
  g_string_append (out, "</table>");
  return g_string_free (out, FALSE);
}
