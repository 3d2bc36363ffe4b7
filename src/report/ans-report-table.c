/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A summary by village as a paper: any #AnsAreaTable. */
#include "report/ans-report-private.h"

static gboolean
is_percent (const AnsAreaTableColumn *column)
{
  return column->kind == ANS_TABLE_CELL_PERCENT;
}

static AnsMemoryTable *
make_table (const AnsAreaTable *table)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (AnsTableColumn));
  AnsTableColumn tt = { "tt", "TT", NULL, 10, ANS_ALIGN_CENTRE, ANS_COLUMN_ORDINAL };
  AnsTableColumn village = { "village", "Thôn", NULL, 40, ANS_ALIGN_START, ANS_COLUMN_TEXT };

  g_array_append_val (columns, tt);
  g_array_append_val (columns, village);
  for (const AnsAreaTableColumn *of = table->columns; of->id != NULL; of++)
    {
      AnsTableColumn column = {
        of->id,          of->title,     of->group_title,
        of->print_width, ANS_ALIGN_END, is_percent (of) ? ANS_COLUMN_DECIMAL : ANS_COLUMN_INTEGER
      };

      if (!of->hidden)
        g_array_append_val (columns, column);
    }
  return ans_memory_table_new ((const AnsTableColumn *) (gpointer) columns->data, columns->len);
}

static void
add_row (AnsMemoryTable *paper, const AnsAreaTableResult *result, guint row)
{
  const AnsAreaTableRow *of = result->rows->pdata[row];
  gboolean is_sum = row + 1 == result->rows->len;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (cells, is_sum ? NULL : g_strdup (of->title));
  for (guint i = 0; i < result->n_columns; i++)
    {
      const AnsAreaTableColumn *column = &result->table->columns[i];

      if (column->hidden)
        continue;
      g_ptr_array_add (cells, of->values[i] < 0 ? g_strdup ("–")
                              : is_percent (column)
                                  ? ans_report_number (ans_rational_new (of->values[i], 100), 2)
                                  : g_strdup_printf ("%" G_GINT64_FORMAT, of->values[i]));
    }
  if (is_sum)
    ans_memory_table_set_total (paper, "TỔNG CỘNG", (const char *const *) cells->pdata);
  else
    ans_memory_table_add_row (paper, (const char *const *) cells->pdata);
}

AnsDocument *
ans_report_table_make (const AnsReportInfo *self,
                       AnsBook *book,
                       const AnsReportRequest *request,
                       GError **error)
{
  AnsReportDays days;
  g_autoptr (AnsAreaTableResult) result = NULL;
  g_autoptr (AnsMemoryTable) table = NULL;
  AnsDocument *document;
  g_autofree char *first = NULL, *day = NULL, *shown = NULL, *subtitle = NULL;

  if (!ans_report_days_find (&days, self, book, request, error))
    return NULL;
  first = ans_date_to_iso (days.period.first);
  day = ans_date_to_iso (days.day);
  result = ans_area_table_run (self->data, book, ans_book_get_connection (book), first, day, error);
  if (result == NULL)
    return NULL;
  table = make_table (self->data);
  for (guint i = 0; i < result->rows->len; i++)
    add_row (table, result, i);

  document = ans_report_document (book, table, self->title, days.date);
  shown = ans_date_format (days.day);
  if (self->scope == ANS_REPORT_PERIOD)
    {
      AnsReportPeriod told = { days.period.first, days.day };

      subtitle = ans_report_period_title (&told);
      ans_document_set_subtitle (document, subtitle);
    }
  else
    {
      subtitle = g_strdup_printf ("(Tính đến ngày %s)", shown);
      ans_document_set_subtitle (document, subtitle);
    }
  ans_document_set_row_height (document, 8);
  ans_letterhead_add_signatures (document, book, days.date, TRUE);
  return document;
}
