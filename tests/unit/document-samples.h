/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists for the document suites. Every person, number and decision in them is invented. */
#pragma once

#include "document/ans-document.h"
#include "document/ans-memory-table.h"

#if defined(__SANITIZE_ADDRESS__)
const char *__lsan_default_suppressions (void);

/* fontconfig keeps what it read from its configuration until the process ends. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\n";
}
#endif

static const AnsTableColumn sample_payee_columns[] = {
  { .id = "tt", .title = "TT", .kind = ANS_COLUMN_ORDINAL },
  { .id = "full_name", .title = "Họ và tên", .kind = ANS_COLUMN_TEXT },
  { .id = "born_male", .title = "Nam", .group_title = "Năm sinh", .kind = ANS_COLUMN_PARTIAL_DATE },
  { .id = "born_female",
    .title = "Nữ",
    .group_title = "Năm sinh",
    .kind = ANS_COLUMN_PARTIAL_DATE },
  { .id = "citizen_id", .title = "Số CCCD", .kind = ANS_COLUMN_ID, .sensitive = TRUE },
  { .id = "village", .title = "Địa chỉ (thôn)", .kind = ANS_COLUMN_TEXT },
  { .id = "group", .title = "Đối tượng (điểm, khoản)", .kind = ANS_COLUMN_TEXT },
  { .id = "coefficient", .title = "Hệ số", .align = ANS_ALIGN_CENTRE, .kind = ANS_COLUMN_DECIMAL },
  { .id = "amount", .title = "Mức trợ cấp", .kind = ANS_COLUMN_MONEY },
  { .id = "total", .title = "Tổng số tiền", .kind = ANS_COLUMN_MONEY, .bold = TRUE },
  { .id = "receiver", .title = "Người nhận thay", .kind = ANS_COLUMN_TEXT },
  { .id = "signature", .title = "Ký nhận", .kind = ANS_COLUMN_SIGN },
};

/* Name by number: the same number always gives the same invented person. */
static inline char *
sample_name (guint i)
{
  static const char *const families[] = { "Nguyễn", "Trần", "Lê",     "Phạm",
                                          "Hoàng",  "Vũ",   "Trương", "Chu" };
  static const char *const middles[] = { "Thị", "Văn", "Đức", "Đình", "Thị Ngọc", "Hữu" };
  static const char *const givens[] = { "Ẩn", "Bích", "Cúc",   "Dũng",   "Đào",   "Hằng", "Kiều",
                                        "Lễ", "Mỹ",   "Nghĩa", "Phượng", "Quỳnh", "Tuấn", "Xuân" };

  return g_strdup_printf ("%s %s %s", families[i % G_N_ELEMENTS (families)],
                          middles[i / 3 % G_N_ELEMENTS (middles)],
                          givens[i * 5 % G_N_ELEMENTS (givens)]);
}

static inline void
sample_add_payee (AnsMemoryTable *table, guint i, const char *village)
{
  g_autofree char *name = sample_name (i);
  g_autofree char *year = g_strdup_printf ("%u", 1925 + i * 13 % 80);
  g_autofree char *citizen = g_strdup_printf ("038%03u%06u", i % 1000, i * 37 % 1000000);
  gboolean male = i % 3 == 0;
  const char *cells[] = { NULL,
                          name,
                          male ? year : NULL,
                          male ? NULL : year,
                          citizen,
                          village,
                          i % 4 == 0 ? "khoản 6" : "điểm c, khoản 5",
                          i % 5 == 0 ? "1.5" : "1",
                          i % 5 == 0 ? "540000" : "360000",
                          i % 5 == 0 ? "540000" : "360000",
                          i % 17 == 0 ? "Mẹ: Lê Thị Hoa" : NULL,
                          NULL };

  ans_memory_table_add_row (table, cells);
}

/* @n_rows payees over villages of @group_size each (0 = no groups). */
static inline AnsMemoryTable *
sample_payees (guint n_rows, guint group_size)
{
  static const char *const villages[] = { "Bắc Sơn", "Hợp Tân", "Hồng Kỳ", "Phú Cường",
                                          "Sao Vàng" };
  AnsMemoryTable *table =
      ans_memory_table_new (sample_payee_columns, G_N_ELEMENTS (sample_payee_columns));
  const char *totals[G_N_ELEMENTS (sample_payee_columns)] = { NULL };

  for (guint i = 0; i < n_rows; i++)
    {
      guint group = group_size > 0 ? i / group_size : 0;
      const char *village = villages[group % G_N_ELEMENTS (villages)];

      if (group_size > 0 && i % group_size == 0)
        {
          g_autofree char *title = g_strdup_printf ("Thôn %s", village);

          ans_memory_table_begin_group (table, title);
        }
      sample_add_payee (table, i, village);
      if (group_size > 0 && (i + 1) % group_size == 0)
        {
          g_autofree char *label = g_strdup_printf ("Cộng thôn %s: %u người", village, group_size);

          totals[8] = totals[9] = "18720000";
          ans_memory_table_end_group (table, label, totals);
        }
    }
  if (n_rows > 0)
    {
      g_autofree char *label = g_strdup_printf ("TỔNG CỘNG: %u người", n_rows);

      totals[8] = totals[9] = "183960000";
      ans_memory_table_set_total (table, label, totals);
    }
  return table;
}

/* The payees as the office prints them. */
static inline AnsDocument *
sample_document (AnsTableSource *table)
{
  static const char *const agency[] = { "ỦY BAN NHÂN DÂN", "XÃ HOẰNG PHỤ", NULL };
  static const char *const clerk[] = { "NGƯỜI LẬP BIỂU", NULL };
  static const char *const accountant[] = { "KẾ TOÁN", NULL };
  static const char *const chair[] = { "TM. ỦY BAN NHÂN DÂN XÃ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
                                       NULL };
  AnsDocument *document = ans_document_new (table);

  ans_document_set_font (document, "Liberation Serif");
  ans_document_set_agency (document, agency);
  ans_document_set_place_date (document, "Hoằng Phụ, ngày 25 tháng 9 năm 2022");
  ans_document_set_title (document, "DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI HẰNG THÁNG");
  ans_document_set_subtitle (document, "Tháng 10 năm 2022");
  ans_document_set_unit_note (document, "ĐVT: đồng");
  ans_document_add_closing (document, "Tổng số: 351 người; tổng số tiền: 183.960.000 đồng.", FALSE);
  ans_document_add_closing (
      document, "Bằng chữ: Một trăm tám mươi ba triệu chín trăm sáu mươi nghìn đồng.", TRUE);
  ans_document_add_signature (document, clerk, "(Ký, ghi rõ họ tên)", "Nguyễn Thị Hạnh");
  ans_document_add_signature (document, accountant, "(Ký, ghi rõ họ tên)", NULL);
  ans_document_add_signature (document, chair, NULL, NULL);
  ans_document_set_orientation (document, ANS_ORIENTATION_LANDSCAPE);
  ans_document_set_author (document, "UBND xã Hoằng Phụ");
  return document;
}
