/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Phụ biểu: Giao chỉ tiêu kế hoạch cho các thôn”: domain.md §1.4. A column for each indicator that
 * villages have a share of; where none has, for those that could be shared out. */
#include <glib/gi18n.h>

#include "plan/ans-plan-registers.h"
#include "registry/ans-office.h"
#include "registry/ans-record.h"
#include "report/ans-report-private.h"

#define FIRST_COLUMNS 4 /* TT, village, households, people */
#define MAX_SHARES    12

typedef struct
{
  const AnsPlan *plan;
  const AnsIndicator *shares[MAX_SHARES];
  guint n_shares;
  GHashTable *households, *people; /* by village */
  GHashTable *notes;               /* by village */
} Allocation;

static void
find_shares (Allocation *self, gboolean allocated)
{
  for (guint i = 0; i < self->plan->indicators->len && self->n_shares < MAX_SHARES; i++)
    {
      const AnsIndicator *indicator = self->plan->indicators->pdata[i];

      if (allocated ? g_hash_table_size (indicator->allocations) > 0
                    : indicator->additive && indicator->has_target &&
                          indicator->direction == ANS_DIRECTION_AT_LEAST)
        self->shares[self->n_shares++] = indicator;
    }
}

static GHashTable *
count (AnsBook *book, const char *listing, const char *day, GError **error)
{
  g_autoptr (AnsListing) list = ans_listing_new (book, ans_listing_info_find (listing));

  ans_listing_set_as_of (list, day);
  return ans_listing_count_by_village (list, ans_book_get_connection (book), error);
}

/* What was noted at the shares of a village, once each. */
static GHashTable *
read_notes (AnsBook *book, gint64 plan, GError **error)
{
  g_autoptr (GHashTable) notes =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (AnsStatement) rows = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT a.village, group_concat(DISTINCT a.note) FROM allocation a JOIN indicator i ON i.id "
      "= "
      "a.indicator WHERE i.plan = ?1 AND a.note IS NOT NULL GROUP BY a.village",
      error);

  if (rows == NULL)
    return NULL;
  ans_statement_bind_int (rows, 1, plan);
  while (ans_statement_step (rows, NULL))
    {
      gint64 village = ans_statement_int (rows, 0);

      g_hash_table_insert (notes, g_memdup2 (&village, sizeof village),
                           g_strdup (ans_statement_text (rows, 1)));
    }
  return g_steal_pointer (&notes);
}

static gint64
count_of (GHashTable *counts, gint64 village)
{
  gint64 *n = g_hash_table_lookup (counts, &village);

  return n != NULL ? *n : 0;
}

static AnsMemoryTable *
make_table (const Allocation *self)
{
  AnsTableColumn columns[FIRST_COLUMNS + MAX_SHARES + 1] = {
    { "tt", "TT", NULL, 10, ANS_ALIGN_CENTRE, ANS_COLUMN_ORDINAL },
    { "village", "Tên thôn", NULL, 44, ANS_ALIGN_START, ANS_COLUMN_TEXT },
    { "households", "Tổng số hộ", NULL, 18, ANS_ALIGN_END, ANS_COLUMN_INTEGER },
    { "people", "Tổng số khẩu", NULL, 18, ANS_ALIGN_END, ANS_COLUMN_INTEGER },
  };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n_shares; i++)
    {
      const AnsIndicator *indicator = self->shares[i];

      g_ptr_array_add (titles, g_strdup_printf ("%s (%s)", indicator->name, indicator->unit));
      columns[FIRST_COLUMNS + i] =
          (AnsTableColumn) { indicator->code,
                             titles->pdata[i],
                             NULL,
                             0,
                             ANS_ALIGN_END,
                             indicator->decimals > 0 ? ANS_COLUMN_DECIMAL : ANS_COLUMN_INTEGER };
    }
  columns[FIRST_COLUMNS + self->n_shares] =
      (AnsTableColumn) { "note", "Ghi chú", NULL, 30, ANS_ALIGN_START, ANS_COLUMN_TEXT };
  return ans_memory_table_new (columns, FIRST_COLUMNS + self->n_shares + 1);
}

static void
add_rows (Allocation *self, AnsMemoryTable *table, const GArray *villages)
{
  AnsRational sums[MAX_SHARES];
  gint64 households = 0, people = 0;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n_shares; i++)
    sums[i] = ANS_RATIONAL_ZERO;
  for (guint row = 0; row <= villages->len; row++)
    {
      gboolean is_sum = row == villages->len;
      const AnsFigureVillage *village =
          is_sum ? NULL : &g_array_index (villages, AnsFigureVillage, row);

      if (!is_sum && !village->is_current)
        continue;
      if (!is_sum)
        {
          households += count_of (self->households, village->id);
          people += count_of (self->people, village->id);
        }
      g_ptr_array_set_size (cells, 0);
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (cells, is_sum ? NULL : g_strdup (village->name));
      g_ptr_array_add (
          cells, g_strdup_printf ("%" G_GINT64_FORMAT,
                                  is_sum ? households : count_of (self->households, village->id)));
      g_ptr_array_add (cells,
                       g_strdup_printf ("%" G_GINT64_FORMAT,
                                        is_sum ? people : count_of (self->people, village->id)));
      for (guint i = 0; i < self->n_shares; i++)
        {
          const AnsRational *share =
              is_sum ? &sums[i] : g_hash_table_lookup (self->shares[i]->allocations, &village->id);

          if (!is_sum && share != NULL)
            sums[i] = ans_rational_add (sums[i], *share);
          g_ptr_array_add (cells, share != NULL && (!is_sum || share->num != 0)
                                      ? ans_report_number (*share, self->shares[i]->decimals)
                                      : NULL);
        }
      g_ptr_array_add (cells,
                       is_sum ? NULL : g_strdup (g_hash_table_lookup (self->notes, &village->id)));
      if (is_sum)
        ans_memory_table_set_total (table, "TỔNG CỘNG", (const char *const *) cells->pdata);
      else
        ans_memory_table_add_row (table, (const char *const *) cells->pdata);
    }
}

/* “(Kèm theo Kế hoạch số … ngày … của UBND xã …)” */
static void
add_attachment (AnsDocument *document, AnsBook *book, gint64 plan, const char *day)
{
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_plans, plan, NULL);
  g_autoptr (AnsOffice) office = ans_office_on (book, day);
  g_autofree char *whose =
      g_strdup_printf ("UBND %s", office->commune != NULL ? office->commune : "xã ……");
  g_autofree char *line = NULL;

  if (record == NULL)
    return;
  line = ans_report_attachment (book, "Kế hoạch", ans_record_get (record, "number"),
                                ans_record_get (record, "date"), whose);
  ans_document_set_attachment (document, line);
}

static AnsDocument *
make (const AnsReportInfo *self, AnsBook *book, const AnsReportRequest *request, GError **error)
{
  AnsReportDays days;
  Allocation allocation = { 0 };
  g_autoptr (AnsFigures) figures = NULL;
  g_autoptr (AnsMemoryTable) table = NULL;
  g_autoptr (GHashTable) households = NULL, people = NULL, notes = NULL;
  g_autofree char *day = NULL, *title = NULL;
  AnsDocument *document;

  if (!ans_report_days_find (&days, self, book, request, error))
    return NULL;
  figures = ans_report_figures (book, &days, days.day);
  if (!ans_figures_evaluate (figures, error))
    return NULL;
  day = ans_date_to_iso (days.day);
  allocation.plan = ans_figures_get_plan (figures);
  allocation.households = households = count (book, "households", day, error);
  allocation.people = people = households != NULL ? count (book, "people", day, error) : NULL;
  allocation.notes = notes = people != NULL ? read_notes (book, days.plan, error) : NULL;
  if (notes == NULL)
    return NULL;
  find_shares (&allocation, TRUE);
  if (allocation.n_shares == 0)
    find_shares (&allocation, FALSE);
  table = make_table (&allocation);
  add_rows (&allocation, table, ans_figures_get_villages (figures));

  title = g_strdup_printf ("Phụ biểu: Giao chỉ tiêu kế hoạch năm %d cho các thôn",
                           allocation.plan->year);
  document = ans_report_document (book, table, title, days.date);
  add_attachment (document, book, days.plan, day);
  ans_document_set_row_height (document, 8);
  ans_letterhead_add_signatures (document, book, days.date, TRUE);
  return document;
}

const AnsReportInfo ans_report_allocation = {
  .id = "allocation",
  .title = "Phụ biểu: Giao chỉ tiêu kế hoạch cho các thôn",
  .label = N_ ("Shares of villages"),
  .scope = ANS_REPORT_DAY,
  .make = make,
};
