/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "exchange/ans-header-finder.h"

#define SYNONYMS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static const AnsHeaderTerm terms[] = {
  { "full_name", SYNONYMS ("Họ và tên", "Họ tên", "Họ và tên công dân", "Họ, chữ đệm và tên") },
  { "head_name", SYNONYMS ("Chủ hộ", "Họ và tên chủ hộ", "Họ tên chủ hộ", "Tên chủ hộ") },
  { "birth", SYNONYMS ("Ngày sinh", "Năm sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh") },
  { "birth_male", SYNONYMS ("Năm sinh / Nam", "Ngày sinh / Nam", "Ngày tháng năm sinh / Nam") },
  { "birth_female", SYNONYMS ("Năm sinh / Nữ", "Ngày sinh / Nữ", "Ngày tháng năm sinh / Nữ") },
  { "sex", SYNONYMS ("Giới tính", "Nam/Nữ") },
  { "id_no", SYNONYMS ("Số CCCD", "CCCD", "Số CMND/CCCD", "Số định danh cá nhân", "Số CMND") },
  { "id_date", SYNONYMS ("Ngày cấp", "Ngày cấp CCCD") },
  { "relation", SYNONYMS ("Quan hệ với chủ hộ", "QH với chủ hộ") },
  { "ethnicity", SYNONYMS ("Dân tộc") },
  { "village", SYNONYMS ("Thôn", "Thôn/xóm", "Tên thôn", "Địa chỉ (thôn)") },
  { "household", SYNONYMS ("Số hộ khẩu", "Mã hộ", "Hộ số") },
  { "members", SYNONYMS ("Số khẩu", "Khẩu", "Số nhân khẩu") },
  { "note", SYNONYMS ("Ghi chú") },
};

typedef struct
{
  GPtrArray *rows;
  AnsSheetLayout *layout;
} Sheet;

static void
sheet_clear (Sheet *sheet)
{
  g_ptr_array_unref (sheet->rows);
  ans_sheet_layout_unref (sheet->layout);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
parse_merges (Sheet *sheet, const char *merges)
{
  g_auto (GStrv) areas = g_strsplit (merges, " ", -1);

  for (guint i = 0; areas[i] != NULL && *areas[i] != '\0'; i++)
    {
      AnsMerge merge = { 0 };
      char *at = areas[i];

      merge.first_column = (guint) (*at++ - 'A');
      merge.first_row = (guint) g_ascii_strtoull (at, &at, 10);
      at++;
      merge.last_column = (guint) (*at++ - 'A');
      merge.last_row = (guint) g_ascii_strtoull (at, &at, 10);
      ans_sheet_layout_add_merge (sheet->layout, merge);
    }
}

/* Rows on lines, cells between bars, "#7" a number, "{2022-05-01}" a date; "A1:B1 C2:C3" merged. */
static Sheet
make (const char *text, const char *merges)
{
  Sheet sheet = { g_ptr_array_new_with_free_func ((GDestroyNotify) ans_row_free),
                  ans_sheet_layout_new () };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) texts = g_strsplit (lines[i], "|", -1);
      g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (AnsCell));
      AnsRow row = { .number = i + 1 };

      for (guint column = 0; texts[column] != NULL; column++)
        {
          AnsCell cell = { .column = column, .kind = ANS_CELL_TEXT };

          g_strstrip (texts[column]);
          cell.text = texts[column];
          if (*cell.text == '\0')
            continue;
          if (*cell.text == '#')
            {
              cell.kind = ANS_CELL_NUMBER;
              cell.text++;
              cell.number = g_ascii_strtod (cell.text, NULL);
            }
          else if (*cell.text == '{')
            cell.kind = ANS_CELL_DATE;
          g_array_append_val (cells, cell);
        }
      row.n_cells = cells->len;
      row.cells = (const AnsCell *) (void *) cells->data;
      if (row.n_cells > 0)
        g_ptr_array_add (sheet.rows, ans_row_copy (&row));
    }
  parse_merges (&sheet, merges);
  return sheet;
}

static AnsHeader *
find (const Sheet *sheet)
{
  return ans_header_find ((const AnsRow *const *) sheet->rows->pdata, sheet->rows->len,
                          sheet->layout, terms, G_N_ELEMENTS (terms));
}

/* "5-6 A=* B=full_name C=birth_male …": * the ordinal column, - no field, :part, + continued. */
static char *
describe (const AnsHeader *header)
{
  GString *text = g_string_new (NULL);

  if (header == NULL)
    return g_string_free (g_string_append (text, "none"), FALSE);
  g_string_append_printf (text, "%u-%u", header->first_row, header->last_row);
  if (header->numbering_row != 0)
    g_string_append_printf (text, "(%u)", header->numbering_row);
  for (guint i = 0; i < header->columns->len; i++)
    {
      const AnsHeaderColumn *column = g_ptr_array_index (header->columns, i);
      g_autofree char *name = ans_column_name (column->column);

      g_string_append_printf (text, " %s=%s%s%s%s%s", name, column->continues ? "+" : "",
                              column->is_ordinal      ? "*"
                              : column->field != NULL ? column->field
                                                      : "-",
                              column->part != NULL ? ":" : "",
                              column->part != NULL ? column->part : "",
                              column->score > 0 && column->score < 90 ? "?" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_header (const char *text, const char *merges, const char *expected)
{
  g_auto (Sheet) sheet = make (text, merges);
  g_autoptr (AnsHeader) header = find (&sheet);
  g_autofree char *found = describe (header);

  g_assert_cmpstr (found, ==, expected);
}

#define LETTERHEAD                                                                                 \
  "ỦY BAN NHÂN DÂN||||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"                                        \
  "XÃ HOẰNG PHỤ||||Độc lập - Tự do - Hạnh phúc\n"                                                  \
  "||||Hoằng Phụ, ngày 05 tháng 5 năm 2022\n"                                                      \
  "DANH SÁCH HỘ NGHÈO NĂM 2022\n"                                                                  \
  "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/5/2022)||||ĐVT: người\n"
#define LETTERHEAD_MERGES "A1:D1 E1:H1 A2:D2 E2:H2 E3:H3 A4:H4 A5:D5 "

static void
test_first_row (void)
{
  assert_header ("TT|Họ và tên|Ngày sinh|Giới tính|Số CCCD|Thôn|Ghi chú\n"
                 "#1|Lê Thị Mận|{1940-01-01}|Nữ|038140000417|Bắc Sơn|\n"
                 "#2|Trần Văn Nam|{1972-05-06}|Nam|038072000331|Bắc Sơn|Chủ hộ\n",
                 "", "1-1 A=* B=full_name C=birth D=sex E=id_no F=village G=note");
  /* No ordinal column, no diacritics, other case, line ends and punctuation. */
  assert_header ("HO VA TEN:|NAM SINH|DAN  TOC\nLe An|#1940|Kinh\n", "",
                 "1-1 A=full_name B=birth C=ethnicity");
  /* Decomposed letters, tone placed the other way round. */
  assert_header ("Ho\xCC\xA3 va\xCC\x80 te\xCC\x82n|Ngày sinh|Thôn\nLê An|#1940|Hoà\n", "",
                 "1-1 A=full_name B=birth C=village");
}

static void
test_letterhead (void)
{
  static const char data[] = "#1|Lê Thị Mận|#1940||038140000417|Bắc Sơn|#2|\n"
                             "#2|Trần Văn Nam||#1972|038072000331|Bắc Sơn|#4|\n";
  g_autofree char *with_blank = g_strconcat (
      LETTERHEAD "\nTT|Họ và tên chủ hộ|Năm sinh||Số CMND/CCCD|Thôn|Khẩu|Ghi chú\n||Nam|Nữ||||\n",
      data, NULL);
  g_autofree char *without_blank = g_strconcat (
      LETTERHEAD "TT|Họ và tên chủ hộ|Năm sinh||Số CMND/CCCD|Thôn|Khẩu|Ghi chú\n||Nam|Nữ||||\n"
                 "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)\n",
      data, NULL);
  static const char fields[] = " A=* B=head_name C=birth_male D=birth_female E=id_no F=village "
                               "G=members H=note";
  g_autofree char *first = g_strconcat ("7-8", fields, NULL);
  g_autofree char *second = g_strconcat ("6-8(8)", fields, NULL);

  /* With merged areas, and the same without any, as a text file has it. */
  assert_header (with_blank, LETTERHEAD_MERGES "C7:D7 A7:A8 B7:B8 E7:E8 F7:F8 G7:G8 H7:H8", first);
  assert_header (with_blank, "", first);
  assert_header (without_blank, LETTERHEAD_MERGES "C6:D6 A6:A7 B6:B7 E6:E7 F6:F7 G6:G7 H6:H7",
                 second);
  assert_header (without_blank, "", second);
}

/* A letterhead right above the titles has the shape of titles over several columns. */
static void
test_letterhead_close (void)
{
  assert_header ("UBND XÃ HOẰNG PHỤ|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM||\n"
                 "Mã hộ|Họ và tên|Ngày sinh|Dân tộc|Thôn|Ghi chú\n"
                 "#1|Lê An|#1940|Kinh|BS|\n",
                 "A1:C1 D1:F1", "2-2 A=household B=full_name C=birth D=ethnicity E=village F=note");
}

/* Words of a letterhead in the titles of a list. */
static void
test_letterhead_words (void)
{
  assert_header (LETTERHEAD
                 "TT|Họ và tên|Năm sinh|Thôn|Mức quà của Chủ tịch nước|Xác nhận của UBND\n"
                 "#1|Lê An|#1940|BS|#300000|\n",
                 LETTERHEAD_MERGES, "6-6 A=* B=full_name C=birth D=village E=- F=-");
}

static void
test_titles (void)
{
  g_auto (Sheet) sheet = make ("STT|Họ và tên|Năm sinh||Hộ khẩu||Mức\n||Nam|Nữ|Số sổ|Nơi cấp|\n"
                               "#1|A B|#1940||#5|X|#6\n",
                               "A1:A2 B1:B2 C1:D1 E1:F1 G1:G2");
  g_autoptr (AnsHeader) header = find (&sheet);
  const AnsHeaderColumn *column;

  g_assert_nonnull (header);
  column = ans_header_find_field (header, "birth_female");
  g_assert_nonnull (column);
  g_assert_cmpstr (column->title, ==, "Năm sinh / Nữ");
  g_assert_cmpuint (column->column, ==, 3);
  g_assert_cmpuint (column->score, ==, 100);
  column = g_ptr_array_index (header->columns, 4);
  g_assert_cmpstr (column->title, ==, "Hộ khẩu / Số sổ");
  g_assert_null (column->field);
  g_assert_cmpuint (column->score, ==, 0);
  g_assert_null (ans_header_find_field (header, "note"));
  g_assert_cmpuint (header->n_fields, ==, 3);
}

static void
test_shared_field (void)
{
  const AnsHeaderTerm plain[] = {
    { "name", SYNONYMS ("Họ và tên") },
    { "birth", SYNONYMS ("Năm sinh") },
  };
  g_auto (Sheet) sheet =
      make ("TT|Họ và tên||Năm sinh||Ghi chú\n|||Nam|Nữ|\n#1|Lê Thị|Mận||#1940|\n",
            "A1:A2 B1:C2 D1:E1 F1:F2");
  g_autoptr (AnsHeader) header =
      ans_header_find ((const AnsRow *const *) sheet.rows->pdata, sheet.rows->len, sheet.layout,
                       plain, G_N_ELEMENTS (plain));
  g_autofree char *found = describe (header);

  /* One field in the columns below its title; a name in two cells. */
  g_assert_cmpstr (found, ==, "1-2 A=* B=name C=+name D=birth:Nam? E=birth:Nữ? F=-");
}

static void
test_numbering (void)
{
  static const struct
  {
    const char *cells;
    gboolean is_numbering;
  } rows[] = {
    { "(1)|(2)|(3)|(4)", TRUE },  { "1|2|3|4", TRUE },         { "#1|#2|#3|#4", TRUE },
    { "A|B|1|2|3", TRUE },        { "(A)|(B)|(1)|(2)", TRUE }, { "(1)|(2)|(3)=(1)+(2)|(4)", TRUE },
    { "1|2|3=1*2", TRUE },        { "|[1]|[2]|[3]", TRUE },    { "#1|Lê An|#3", FALSE },
    { "#1|#5|#7", FALSE },        { "#5|#6|#7", FALSE },       { "1|2", FALSE },
    { "A|B|C", FALSE },           { "1|2|4", FALSE },          { "1|A|2", FALSE },
    { "(1)|(2)|Ghi chú", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Sheet) sheet = make (rows[i].cells, "");

      g_test_message ("%s", rows[i].cells);
      g_assert_cmpint (ans_header_is_numbering (g_ptr_array_index (sheet.rows, 0)), ==,
                       rows[i].is_numbering);
    }
  assert_header ("TT|Họ và tên|Năm sinh|Thôn\nA|B|1|2\n#1|Lê An|#1940|BS\n", "",
                 "1-2(2) A=* B=full_name C=birth D=village");
}

static void
test_three_rows (void)
{
  assert_header ("DANH SÁCH NHÂN KHẨU\n\n"
                 "TT|Thông tin cá nhân||||Thông tin hộ||Ghi chú\n"
                 "|Họ và tên|Năm sinh||Dân tộc|Mã hộ|Quan hệ chủ hộ|\n"
                 "||Nam|Nữ|||\n"
                 "#1|Lê An|#1940||Kinh|BS-1|Chủ hộ|\n"
                 "#2|Lê Ba|#1960||Kinh|BS-1|Con đẻ|\n",
                 "A1:H1 A3:A5 B3:E3 F3:G3 H3:H5 B4:B5 C4:D4 E4:E5 F4:F5 G4:G5",
                 "3-5 A=* B=full_name C=birth_male D=birth_female E=ethnicity F=household "
                 "G=relation? H=note");
}

static void
test_group_above (void)
{
  /* The upper titles are of no field, but tell whose name it is. */
  g_auto (Sheet) sheet =
      make ("Biểu 1\nTT|Chủ hộ||Người nhận thay||Thôn\n|Họ và tên|Năm sinh|Họ và "
            "tên|Quan hệ|\n#1|Lê An|#1940|Lê Ba|Con|BS\n#2|Lê C|#1950|||BS\n",
            "A2:A3 B2:C2 D2:E2 F2:F3");
  g_autoptr (AnsHeader) header = find (&sheet);
  const AnsHeaderColumn *column;

  g_assert_nonnull (header);
  g_assert_cmpuint (header->first_row, ==, 2);
  g_assert_cmpuint (header->last_row, ==, 3);
  column = ans_header_find_field (header, "full_name");
  g_assert_nonnull (column);
  g_assert_cmpstr (column->title, ==, "Chủ hộ / Họ và tên");
  g_assert_cmpstr (ans_header_find_field (header, "birth")->title, ==, "Chủ hộ / Năm sinh");
}

static void
test_none (void)
{
  /* Only data, with values that are also titles. */
  assert_header (
      "#1|Trần Văn Nam|Nam|Chủ hộ|Kinh|038072000331\n#2|Lê Thị Mận|Nữ|Vợ|Kinh|038140000417\n"
      "#3|Trần Thị Ba|Nữ|Con đẻ|Kinh|038172000417\n",
      "", "none");
  assert_header ("Trần Văn Nam|Chủ hộ|Thôn\nLê Thị Mận|Vợ|Thôn\nTrần Thị Ba|Chủ hộ|Thôn\n"
                 "Trần Thị Tư|Chủ hộ|Thôn\n",
                 "", "none");
  assert_header (LETTERHEAD, LETTERHEAD_MERGES, "none");
  assert_header ("Chỉ có một câu\n\nvà một câu nữa", "", "none");
  assert_header ("", "", "none");
  assert_header ("#1|#2|#3\n#4|#5|#6", "", "none");
}

static void
test_unknown_titles (void)
{
  /* Nothing is known but the ordinal column: to be mapped by hand. */
  assert_header ("Báo cáo quý\nSTT|Loại xe|Biển số|Màu\n#1|A|B|C\n#2|D|E|F\n", "A1:D1",
                 "2-2 A=* B=- C=- D=-");
}

static void
test_doubtful_titles (void)
{
  assert_header ("TT|Họ và tên|Năm sinh (ghi đủ)|Quan hệ chủ hộ|Số CCCD (12 số)|Ngày cấpp CCCD\n"
                 "#1|Lê An|#1940|Con|038140000417|{2021-01-01}\n",
                 "", "1-1 A=* B=full_name C=birth D=relation? E=id_no F=id_date?");
  /* Two columns of the same name: the first is the field, the other is left to the officer. */
  assert_header ("TT|Họ và tên|Thôn|Họ và tên\n#1|Lê An|BS|Lê Ba\n", "",
                 "1-1 A=* B=full_name C=village D=-");
  /* "Số hộ khẩu" is not "Số khẩu". */
  assert_header ("TT|Số hộ khẩu|Số khẩu|Họ tên\n#1|#11|#4|Lê An\n", "",
                 "1-1 A=* B=household C=members D=full_name");
}

static void
test_old_fonts (void)
{
  g_auto (Sheet) sheet =
      make ("TT|Hä vµ tªn|N¨m sinh|D©n téc|Ghi chó\n#1|NguyÔn ThÞ Thªm|#1940|Kinh|\n"
            "#2|TrÇn V¨n §øc|#1950|Kinh|\n",
            "");
  g_autoptr (AnsHeader) header = find (&sheet);
  g_autofree char *found = describe (header);

  g_assert_cmpstr (found, ==, "1-1 A=* B=full_name C=birth D=ethnicity E=note");
  g_assert_cmpstr (ans_header_find_field (header, "full_name")->title, ==, "Họ và tên");
}

static void
test_repeat (void)
{
  g_auto (Sheet) sheet = make ("TT|Họ và tên|Năm sinh||Thôn\n||Nam|Nữ|\n#1|Lê An|#1940||Nam\n"
                               "TT|Họ và tên|Năm sinh||Thôn\n||Nam|Nữ|\n#2|Chủ hộ|Nam||\n",
                               "A1:A2 B1:B2 C1:D1 E1:E2");
  g_autoptr (AnsHeader) header = find (&sheet);

  g_assert_nonnull (header);
  g_assert_cmpuint (header->last_row, ==, 2);
  g_assert_false (ans_header_is_repeat (header, g_ptr_array_index (sheet.rows, 2)));
  g_assert_true (ans_header_is_repeat (header, g_ptr_array_index (sheet.rows, 3)));
  g_assert_true (ans_header_is_repeat (header, g_ptr_array_index (sheet.rows, 4)));
  g_assert_false (ans_header_is_repeat (header, g_ptr_array_index (sheet.rows, 5)));
}

static void
test_chosen_place (void)
{
  g_auto (Sheet) sheet = make ("x\ny\nHọ và tên|Lạ\n#1|#2\n", "");
  g_autoptr (AnsHeader) header =
      ans_header_at ((const AnsRow *const *) sheet.rows->pdata, sheet.rows->len, NULL, terms,
                     G_N_ELEMENTS (terms), 3, 3);
  g_autofree char *found = describe (header);

  g_assert_cmpstr (found, ==, "3-3 A=full_name B=-");
}

static void
test_far_down (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "Ghi chép thứ %u, không phải danh sách\n", i);
  g_string_append (text, "TT|Họ và tên|Thôn\n#1|Lê An|BS\n");
  assert_header (text->str, "", "31-31 A=* B=full_name C=village");
}

static void
test_random (void)
{
  static const char *const words[] = { "TT", "Họ và tên", "Năm sinh", "Nam",    "Nữ",  "#1",
                                       "#2", "",          "",         "Chủ hộ", "(1)", "UBND" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) merges = g_string_new (NULL);
      guint rows = (guint) g_test_rand_int_range (1, 8);

      for (guint r = 0; r < rows; r++)
        {
          for (guint c = 0; c < 6; c++)
            g_string_append_printf (text, "%s|",
                                    words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
          g_string_append_c (text, '\n');
        }
      for (guint m = 0; m < i % 4; m++)
        g_string_append_printf (merges, "%s%c%d:%c%d", m > 0 ? " " : "",
                                'A' + g_test_rand_int_range (0, 6), g_test_rand_int_range (1, 9),
                                'A' + g_test_rand_int_range (0, 6), g_test_rand_int_range (1, 9));
      {
        g_auto (Sheet) sheet = make (text->str, merges->str);
        g_autoptr (AnsHeader) header = find (&sheet);

        if (header != NULL)
          {
            g_assert_cmpuint (header->first_row, <=, header->last_row);
            g_assert_cmpuint (header->columns->len, >=, 2);
          }
      }
    }
}

/* Titles typed into two rows without merged cells: halves of one, and one over the middle of those
 * below it. */
static void
test_split_titles (void)
{
  assert_header ("Số|Họ và|Ngày tháng|Số|Dân\nTT|tên|năm sinh|CCCD|tộc\n"
                 "#1|Lê Văn An|#1940|038040000001|Kinh\n#2|Lê Thị Bình|#1950|038150000002|Kinh\n",
                 "", "1-2 A=* B=full_name C=birth D=id_no E=ethnicity");
  assert_header ("TT|Họ và tên||Năm sinh||Quan hệ\n||Nam|Nữ|Tuổi|với chủ hộ\n"
                 "#1|Lê Văn An|#1940||#82|Chủ hộ\n#2|Lê Thị Bình||#1950|#72|Vợ\n",
                 "", "1-2 A=* B=full_name C=birth_male D=birth_female E=birth:Tuổi? F=relation");
  /* A title over one column and a word of data below it are not halves. */
  assert_header ("TT|Họ và tên|Dân tộc|Ghi chú\n#1|Lê Văn An|Kinh|Mới đến\n#2|Vũ Thị Bé|Thái|\n",
                 "", "1-1 A=* B=full_name C=ethnicity D=note");
}

/* Each half is told again when a page repeats them. */
static void
test_split_repeat (void)
{
  g_auto (Sheet) sheet = make ("Số|Họ và|Ngày tháng|Số\nTT|tên|năm sinh|CCCD\n#1|Lê An|#1940|1\n"
                               "Số|Họ và|Ngày tháng|Số\nTT|tên|năm sinh|CCCD\n#2|Tên Và|#1941|2\n",
                               "");
  g_autoptr (AnsHeader) header = find (&sheet);

  g_assert_nonnull (header);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (ans_header_is_repeat (header, sheet.rows->pdata[i]), ==, i != 2 && i != 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/header-finder/first-row", test_first_row);
  g_test_add_func ("/header-finder/letterhead", test_letterhead);
  g_test_add_func ("/header-finder/letterhead-close", test_letterhead_close);
  g_test_add_func ("/header-finder/letterhead-words", test_letterhead_words);
  g_test_add_func ("/header-finder/titles", test_titles);
  g_test_add_func ("/header-finder/shared-field", test_shared_field);
  g_test_add_func ("/header-finder/numbering", test_numbering);
  g_test_add_func ("/header-finder/three-rows", test_three_rows);
  g_test_add_func ("/header-finder/group-above", test_group_above);
  g_test_add_func ("/header-finder/none", test_none);
  g_test_add_func ("/header-finder/unknown-titles", test_unknown_titles);
  g_test_add_func ("/header-finder/doubtful-titles", test_doubtful_titles);
  g_test_add_func ("/header-finder/old-fonts", test_old_fonts);
  g_test_add_func ("/header-finder/repeat", test_repeat);
  g_test_add_func ("/header-finder/chosen-place", test_chosen_place);
  g_test_add_func ("/header-finder/far-down", test_far_down);
  g_test_add_func ("/header-finder/split-titles", test_split_titles);
  g_test_add_func ("/header-finder/split-repeat", test_split_repeat);
  g_test_add_func ("/header-finder/random", test_random);
  return g_test_run ();
}
