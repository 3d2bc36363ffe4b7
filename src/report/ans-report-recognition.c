/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that goes with the Chairman's decision on a review round: who is recognised as poor,
 * near-poor, as having left either (QĐ 24/2021/QĐ-TTg Điều 4, step 6). */
#include <glib/gi18n.h>

#include "areas/ans-poverty.h"
#include "policy/ans-poverty-change.h"
#include "registry/ans-office.h"
#include "report/ans-report-private.h"

enum
{
  VILLAGE = 5, /* of the columns asked for */
};

static const char *const asked[] = { "head_name",
                                     "head_birth_male",
                                     "head_birth_female",
                                     "members",
                                     "ethnicity",
                                     "village",
                                     "b1",
                                     "b2",
                                     "change",
                                     NULL };

static const struct
{
  const char *title;
  const char *column, *value;
} parts[] = {
  { "Hộ nghèo", "status", ANS_POVERTY_POOR },
  { "Hộ cận nghèo", "status", ANS_POVERTY_NEAR_POOR },
  { "Hộ thoát nghèo (vượt chuẩn cận nghèo)", "change", "THOAT_HET" },
  { "Hộ thoát cận nghèo", "change", "THOAT_CAN_NGHEO" },
};

typedef struct
{
  AnsListing *list;
  AnsMemoryTable *table;
} Rows;

static char *
shown (AnsListing *list, const char *column, const char *value)
{
  return value == NULL
             ? NULL
             : ans_listing_column_display (
                   ans_listing_get_book (list),
                   ans_listing_info_get_column (ans_listing_get_info (list), column), value);
}

static gboolean
take_row (gint64 id, const char *const *values, gpointer data)
{
  Rows *self = data;
  g_autofree char *ethnicity = shown (self->list, "ethnicity", values[4]);
  g_autofree char *village = shown (self->list, "village", values[VILLAGE]);
  g_autofree char *change = shown (self->list, "change", values[8]);
  const char *cells[] = { NULL,      values[0], values[1], values[2], ethnicity,
                          values[3], village,   values[6], values[7], change };

  ans_memory_table_add_row (self->table, cells);
  return TRUE;
}

static gboolean
add_part (AnsBook *book, gint64 round, guint part, AnsMemoryTable *table, GError **error)
{
  AnsConnection *connection = ans_book_get_connection (book);
  g_autoptr (AnsListing) list = ans_listing_new (book, ans_listing_info_find ("poverty-statuses"));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, round);
  g_autoptr (AnsListingResult) result = NULL;
  g_autofree char *sum = NULL;
  Rows rows = { list, table };

  ans_listing_set_filter (list, "round", id);
  ans_listing_set_filter (list, parts[part].column, parts[part].value);
  ans_listing_set_sort (list, "head_name", FALSE);
  result = ans_listing_run (list, connection, 0, error);
  if (result == NULL)
    return FALSE;
  if (result->ids->len == 0)
    return TRUE;
  ans_memory_table_begin_group (table, parts[part].title);
  if (!ans_listing_fetch (list, connection, (const gint64 *) (gpointer) result->ids->data,
                          result->ids->len, asked, take_row, &rows, error))
    return FALSE;
  sum = g_strdup_printf ("Cộng: %u hộ", result->ids->len);
  ans_memory_table_end_group (table, sum, NULL);
  return TRUE;
}

static AnsDocument *
make (const AnsReportInfo *self, AnsBook *book, const AnsReportRequest *request, GError **error)
{
  static const AnsTableColumn columns[] = {
    { "tt", "TT", NULL, 11, ANS_ALIGN_CENTRE, ANS_COLUMN_ORDINAL },
    { "head", "Họ và tên chủ hộ", NULL, 56, ANS_ALIGN_START, ANS_COLUMN_TEXT },
    { "male", "Nam", "Năm sinh", 15, ANS_ALIGN_CENTRE, ANS_COLUMN_PARTIAL_DATE },
    { "female", "Nữ", "Năm sinh", 15, ANS_ALIGN_CENTRE, ANS_COLUMN_PARTIAL_DATE },
    { "ethnicity", "Dân tộc", NULL, 18, ANS_ALIGN_CENTRE, ANS_COLUMN_TEXT },
    { "members", "Số khẩu", NULL, 14, ANS_ALIGN_CENTRE, ANS_COLUMN_INTEGER },
    { "village", "Thôn", NULL, 36, ANS_ALIGN_START, ANS_COLUMN_TEXT },
    { "b1", "Điểm B1", NULL, 16, ANS_ALIGN_CENTRE, ANS_COLUMN_INTEGER },
    { "b2", "Điểm B2", NULL, 16, ANS_ALIGN_CENTRE, ANS_COLUMN_INTEGER },
    { "change", "Diễn biến", NULL, 65, ANS_ALIGN_START, ANS_COLUMN_TEXT },
  };
  g_autoptr (AnsRecord) round =
      ans_record_load (book, &ans_register_poverty_rounds, request->record, error);
  g_autoptr (AnsMemoryTable) table = NULL;
  g_autoptr (AnsOffice) office = NULL;
  AnsDate date = ans_date_today ();
  AnsDocument *document;
  const char *decided, *number;
  g_autofree char *iso = NULL, *whose = NULL, *line = NULL;

  if (round == NULL)
    return NULL;
  number = ans_record_get (round, "decision_no");
  decided = ans_record_get (round, "decision_date");
  if (decided == NULL)
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("“%s” is not decided yet: there is nobody to list."),
                   ans_record_get (round, "name"));
      return NULL;
    }
  ans_date_parse_iso (request->date != NULL ? request->date : decided, &date, NULL);
  table = ans_memory_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!add_part (book, request->record, i, table, error))
      return NULL;
  iso = ans_date_to_iso (date);
  office = ans_office_on (book, iso);
  whose = g_strdup_printf ("Chủ tịch UBND %s", office->commune != NULL ? office->commune : "xã ……");
  line = ans_report_attachment (book, "Quyết định", number, decided, whose);

  document = ans_report_document (book, table, self->title, date);
  ans_document_set_subtitle (document, ans_record_get (round, "name"));
  ans_document_set_attachment (document, line);
  ans_letterhead_add_signatures (document, book, date, TRUE);
  return document;
}

const AnsReportInfo ans_report_recognition = {
  .id = "poverty-recognition",
  .title = "Danh sách công nhận hộ nghèo, hộ cận nghèo, hộ thoát nghèo, hộ thoát cận nghèo",
  .label = N_ ("List of a decision of recognition"),
  .scope = ANS_REPORT_RECORD,
  .area = "poverty",
  .register_id = "poverty-rounds",
  .make = make,
};
