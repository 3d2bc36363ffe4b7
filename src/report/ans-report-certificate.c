/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Giấy chứng nhận hộ nghèo, hộ cận nghèo” of one certificate: QĐ 24/2021/QĐ-TTg Điều 4–5. The
 * wording is customary; the household and its members are as they were on the day of issue. */
#include <glib/gi18n.h>
#include <string.h>

#include "areas/ans-poverty.h"
#include "registry/ans-choices.h"
#include "registry/ans-office.h"
#include "report/ans-report-private.h"
#include "text/ans-name.h"

static const char members_sql[] =
    "SELECT n.full_name, m.relation, n.birth, n.sex, n.ethnicity FROM person_home m "
    "JOIN person n ON n.id = m.person JOIN person_residence r ON r.person = n.id "
    "WHERE m.household = ?1 AND m.from_date <= ?2 AND (m.to_date IS NULL OR m.to_date > ?2) "
    "AND r.from_date <= ?2 AND (r.to_date IS NULL OR r.to_date > ?2) "
    "AND r.residence IN " ANS_RESIDENCE_PRESENT " AND (n.birth IS NULL OR n.birth <= ?2) "
    "ORDER BY m.relation <> '" ANS_RELATION_HEAD "', n.birth, n.id";

static const char head_sql[] =
    "SELECT n.full_name, n.sex, n.birth, n.ethnicity, n.id_no, v.name, hp.address FROM household h "
    "LEFT JOIN person_home m ON m.household = h.id AND m.relation = '" ANS_RELATION_HEAD "' "
    "AND m.from_date <= ?2 AND (m.to_date IS NULL OR m.to_date > ?2) "
    "LEFT JOIN person n ON n.id = coalesce(m.person, h.head) "
    "LEFT JOIN household_place hp ON hp.household = h.id AND hp.from_date <= ?2 "
    "AND (hp.to_date IS NULL OR hp.to_date > ?2) "
    "LEFT JOIN village v ON v.id = coalesce(hp.village, h.village) WHERE h.id = ?1 LIMIT 1";

/* The status that the certificate is about: that of the day, or the next one, of a list that holds
 * from January. */
static const char status_sql[] =
    "SELECT standard, from_date, decision_no, decision_date FROM poverty_status WHERE household = "
    "?1 AND status = ?2 AND from_date <= date(?3, '+1 month') AND (to_date IS NULL OR to_date > "
    "?3) "
    "ORDER BY from_date DESC LIMIT 1";

static const char *
label_of (const AnsChoice *choices, const char *code)
{
  for (; code != NULL && choices->code != NULL; choices++)
    if (g_str_equal (choices->code, code))
      return choices->label;
  return "";
}

static char *
day_of (const char *iso)
{
  AnsDate date;

  return iso != NULL && ans_date_parse_iso (iso, &date, NULL) ? ans_date_format (date)
                                                              : g_strdup ("………");
}

static void add_line (AnsDocument *document, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_line (AnsDocument *document, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ans_document_add_opening (document, text, FALSE);
}

static AnsMemoryTable *
make_members (AnsBook *book, gint64 household, const char *day, guint *n, GError **error)
{
  static const AnsTableColumn columns[] = {
    { "tt", "TT", NULL, 10, ANS_ALIGN_CENTRE, ANS_COLUMN_ORDINAL },
    { "name", "Họ và tên", NULL, 50, ANS_ALIGN_START, ANS_COLUMN_TEXT },
    { "relation", "Quan hệ với chủ hộ", NULL, 32, ANS_ALIGN_CENTRE, ANS_COLUMN_TEXT },
    { "birth", "Ngày, tháng, năm sinh", NULL, 28, ANS_ALIGN_CENTRE, ANS_COLUMN_PARTIAL_DATE },
    { "sex", "Giới tính", NULL, 20, ANS_ALIGN_CENTRE, ANS_COLUMN_TEXT },
    { "ethnicity", "Dân tộc", NULL, 25, ANS_ALIGN_CENTRE, ANS_COLUMN_TEXT },
  };
  g_autoptr (AnsMemoryTable) table = ans_memory_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (AnsStatement) rows =
      ans_connection_prepare (ans_book_get_connection (book), members_sql, error);

  if (rows == NULL)
    return NULL;
  ans_statement_bind_int (rows, 1, household);
  ans_statement_bind_text (rows, 2, day);
  for (*n = 0; ans_statement_step (rows, NULL); (*n)++)
    {
      const char *cells[] = { NULL,
                              ans_statement_text (rows, 0),
                              label_of (ans_choices_relation, ans_statement_text (rows, 1)),
                              ans_statement_text (rows, 2),
                              label_of (ans_choices_sex, ans_statement_text (rows, 3)),
                              label_of (ans_choices_ethnicity, ans_statement_text (rows, 4)) };

      ans_memory_table_add_row (table, cells);
    }
  return g_steal_pointer (&table);
}

static gboolean
add_head (AnsDocument *document,
          AnsBook *book,
          gint64 household,
          const char *day,
          const AnsOffice *office,
          GError **error)
{
  g_autoptr (AnsStatement) head =
      ans_connection_prepare (ans_book_get_connection (book), head_sql, error);
  g_autoptr (GString) place = g_string_new (NULL);
  const char *const around[] = { office->commune, office->district, office->province };
  g_autofree char *born = NULL;
  const char *name, *number, *village;

  if (head == NULL)
    return FALSE;
  ans_statement_bind_int (head, 1, household);
  ans_statement_bind_text (head, 2, day);
  if (!ans_statement_step (head, NULL))
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("The household of the certificate is not in the book."));
      return FALSE;
    }
  name = ans_statement_text (head, 0);
  number = ans_statement_text (head, 4);
  village = ans_statement_text (head, 5);
  born = day_of (ans_statement_text (head, 2));
  if (village != NULL)
    g_string_append_printf (place, "thôn %s", village);
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    if (around[i] != NULL)
      g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "", around[i]);
  add_line (document, "Họ và tên chủ hộ: %s. Giới tính: %s. Dân tộc: %s.",
            name != NULL ? name : "………………",
            label_of (ans_choices_sex, ans_statement_text (head, 1)),
            label_of (ans_choices_ethnicity, ans_statement_text (head, 3)));
  add_line (document, "Ngày, tháng, năm sinh: %s. Số định danh cá nhân/CCCD: %s.", born,
            number != NULL ? number : "………………");
  add_line (document, "Nơi cư trú: %s.", place->str);
  return TRUE;
}

static void
add_status (AnsDocument *document, AnsBook *book, AnsRecord *certificate, const char *issued)
{
  g_autoptr (AnsStatement) status =
      ans_connection_prepare (ans_book_get_connection (book), status_sql, NULL);
  gboolean poor = g_strcmp0 (ans_record_get (certificate, "status"), ANS_POVERTY_POOR) == 0;
  const char *year = ans_record_get (certificate, "year");
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "Là %s năm %s", poor ? "hộ nghèo" : "hộ cận nghèo",
                          year != NULL ? year : "……");
  if (status != NULL)
    {
      ans_statement_bind_int (status, 1, ans_record_get_int (certificate, "household"));
      ans_statement_bind_text (status, 2, ans_record_get (certificate, "status"));
      ans_statement_bind_text (status, 3, issued);
    }
  if (status != NULL && ans_statement_step (status, NULL))
    {
      const char *standard =
          label_of (ans_poverty_standard_choices, ans_statement_text (status, 0));
      const char *number = ans_statement_text (status, 2);
      g_autofree char *from = day_of (ans_statement_text (status, 1));

      if (g_str_has_prefix (standard, "Chuẩn "))
        g_string_append_printf (line, ", theo chuẩn nghèo đa chiều giai đoạn %s",
                                standard + strlen ("Chuẩn "));
      g_string_append_printf (line, ", từ ngày %s", from);
      if (number != NULL)
        {
          g_autofree char *day = day_of (ans_statement_text (status, 3));

          g_string_append_printf (line, " (Quyết định số %s ngày %s)", number, day);
        }
    }
  g_string_append_c (line, '.');
  ans_document_add_opening (document, line->str, FALSE);
}

static AnsDocument *
make (const AnsReportInfo *self, AnsBook *book, const AnsReportRequest *request, GError **error)
{
  g_autoptr (AnsRecord) certificate =
      ans_record_load (book, &ans_register_poverty_certificates, request->record, error);
  g_autoptr (AnsMemoryTable) table = NULL;
  g_autoptr (AnsDocument) document = NULL;
  g_autoptr (AnsOffice) office = NULL;
  AnsDate date;
  const char *issued, *number;
  g_autofree char *title = NULL, *line = NULL;
  gint64 household;
  guint n = 0;

  if (certificate == NULL)
    return NULL;
  household = ans_record_get_int (certificate, "household");
  issued = ans_record_get (certificate, "issued");
  number = ans_record_get (certificate, "number");
  if (issued == NULL ||
      !ans_date_parse_iso (request->date != NULL ? request->date : issued, &date, NULL))
    {
      g_set_error (error, ANS_REPORT_ERROR, ANS_REPORT_ERROR_REQUEST,
                   _ ("The certificate has no day on which it was issued. Write it first."));
      return NULL;
    }
  table = make_members (book, household, issued, &n, error);
  if (table == NULL)
    return NULL;
  office = ans_office_on (book, issued);
  title = g_strdup_printf ("Giấy chứng nhận %s",
                           g_strcmp0 (ans_record_get (certificate, "status"), ANS_POVERTY_POOR) == 0
                               ? "hộ nghèo"
                               : "hộ cận nghèo");
  document = ans_report_document (book, table, title, date);
  ans_document_set_orientation (document, ANS_ORIENTATION_PORTRAIT);
  ans_document_set_page_numbers (document, ANS_PAGE_NUMBERS_NONE);
  line = g_strdup_printf ("Số: %s", number != NULL ? number : "……/GCN");
  ans_document_set_number (document, line);
  add_line (document,
            "Ủy ban nhân dân %s chứng nhận:", office->commune != NULL ? office->commune : "xã ………");
  if (!add_head (document, book, household, issued, office, error))
    return NULL;
  add_status (document, book, certificate, issued);
  add_line (document, "Số thành viên trong hộ: %u người, gồm:", n);
  ans_document_set_row_height (document, 8);
  ans_document_set_table_size (document, 12);
  if (ans_record_get (certificate, "withdrawn") != NULL)
    ans_document_set_watermark (document, "ĐÃ THU HỒI");
  ans_letterhead_add_signatures (document, book, date, FALSE);
  return g_steal_pointer (&document);
}

const AnsReportInfo ans_report_certificate = {
  .id = "poverty-certificate",
  .title = "Giấy chứng nhận hộ nghèo, hộ cận nghèo",
  .label = N_ ("Certificate of a poor household"),
  .scope = ANS_REPORT_RECORD,
  .area = "poverty",
  .register_id = "poverty-certificates",
  .make = make,
};
