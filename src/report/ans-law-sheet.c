/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Phiếu tra cứu chế độ”. All of it is Vietnamese in any language of the program. */
#include "report/ans-law-sheet.h"

#include "document/ans-letterhead.h"
#include "document/ans-memory-table.h"

static const AnsTableColumn columns[] = {
  { "no", "TT", NULL, 12, ANS_ALIGN_AUTO, ANS_COLUMN_ORDINAL },
  { "what", "Nội dung", NULL, 118, ANS_ALIGN_START, ANS_COLUMN_TEXT },
  { "amount", "Số tiền", NULL, 34, ANS_ALIGN_AUTO, ANS_COLUMN_MONEY },
};

static void
add_row (AnsMemoryTable *table, const char *what, const char *amount)
{
  const char *const cells[] = { NULL, what, amount };

  ans_memory_table_add_row (table, cells);
}

static void
add_facts (AnsMemoryTable *table, const AnsLawFacts *facts)
{
  ans_memory_table_begin_group (table, "Thông tin đã khai");
  for (guint i = 0; i < ANS_FACT_N; i++)
    {
      g_autofree char *said = ans_law_facts_say (facts, i);

      if (*said != '\0')
        add_row (table, said, NULL);
    }
  ans_memory_table_end_group (table, NULL, NULL);
}

static void
add_answer (AnsMemoryTable *table, const AnsLawAnswer *answer)
{
  ans_memory_table_begin_group (table, answer->eligible ? "Kết quả: đủ điều kiện"
                                                        : "Kết quả: không đủ điều kiện theo "
                                                          "thông tin đã khai");
  for (guint i = 0; i < answer->n_lines; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%" G_GINT64_FORMAT, answer->lines[i].amount);
      g_autofree char *what =
          g_strdup_printf ("%s (%s)", answer->lines[i].title, answer->lines[i].clause);

      add_row (table, what, amount);
    }
  if (answer->n_lines == 0)
    add_row (table, "Không có khoản nào", NULL);
  ans_memory_table_end_group (table, NULL, NULL);
  ans_memory_table_begin_group (table, "Lý do");
  for (guint i = 0; i < answer->reasons->len; i++)
    add_row (table, answer->reasons->pdata[i], NULL);
  ans_memory_table_end_group (table, NULL, NULL);
}

AnsDocument *
ans_law_sheet_new (AnsBook *book,
                   AnsLawScheme scheme,
                   const AnsLawFacts *facts,
                   int day,
                   const AnsLawAnswer *answer)
{
  static const char *const maker[] = { "NGƯỜI TRẢ LỜI", NULL };
  g_autoptr (AnsMemoryTable) table = ans_memory_table_new (columns, G_N_ELEMENTS (columns));
  AnsDocument *document;
  g_autofree char *shown = ans_date_format (ans_law_date (day));
  g_autofree char *subtitle =
      g_strdup_printf ("%s, tính đến ngày %s", ans_law_scheme_title (scheme), shown);

  add_facts (table, facts);
  add_answer (table, answer);
  document = ans_document_new (ANS_TABLE_SOURCE (table));
  ans_letterhead_add (document, book, ans_date_today ());
  ans_document_set_title (document, "PHIẾU TRA CỨU CHẾ ĐỘ");
  ans_document_set_subtitle (document, subtitle);
  ans_document_set_unit_note (document, "ĐVT: đồng");
  ans_document_set_orientation (document, ANS_ORIENTATION_PORTRAIT);
  ans_document_add_closing (document,
                            "Phiếu này chỉ để tham khảo theo thông tin đã khai, không thay quyết "
                            "định của cơ quan có thẩm quyền.",
                            TRUE);
  ans_document_add_signature (document, maker, "(Ký, ghi rõ họ tên)", NULL);
  return document;
}
