/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook-fixture.h"

#include <locale.h>

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_text (const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = bytes_of (text);

  assert_sheet (bytes, expected);
}

static void
assert_info (GBytes *bytes, const char *encoding, char delimiter)
{
  g_autoptr (AnsWorkbook) workbook = open_fixture (bytes);
  const char *found_encoding;
  char found_delimiter;

  g_assert_true (ans_workbook_get_csv_info (workbook, &found_encoding, &found_delimiter));
  g_assert_cmpstr (found_encoding, ==, encoding);
  g_assert_cmpint (found_delimiter, ==, delimiter);
  g_assert_cmpstr (ans_workbook_get_sheet (workbook, 0)->name, ==, "ds");
}

static void
test_quotes (void)
{
  assert_text ("a,b\n\"x, \"\"y\"\"\",\"hai\r\ndòng\"\n", "1: A=T[a] B=T[b]\n"
                                                         "2: A=T[x, \"y\"] B=T[hai\ndòng]\n");
  /* Quotes where they do not belong stay what they are. */
  assert_text ("a,b\nống 5\",2\n\"Nguyễn \"Tèo\" An\",3\n\"x\" ,4\n",
               "1: A=T[a] B=T[b]\n2: A=T[ống 5\"] B=T[2]\n3: A=T[Nguyễn \"Tèo\" An] B=T[3]\n"
               "4: A=T[x] B=T[4]\n");
  assert_text ("a,b\n\"\",c\n\"\"\"\",d\n", "1: A=T[a] B=T[b]\n2: B=T[c]\n3: A=T[\"] B=T[d]\n");
  /* A number that must stay a text for Excel. */
  assert_text ("so;ten\n=\"038075001234\";An\n\"=\"\"038\"\"\";Ba\n",
               "1: A=T[so] B=T[ten]\n2: A=T[038075001234] B=T[An]\n3: A=T[038] B=T[Ba]\n");
}

static void
test_open_quote (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n\"hở,1\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *lines = NULL;
  g_autoptr (AnsWorkbook) workbook = NULL;

  /* Never closed: to the end of the file, or up to the next quoted cell. */
  assert_text ("a,b\n\"hở,1\nc,d\n", "1: A=T[a] B=T[b]\n2: A=T[\"hở] B=T[1]\n3: A=T[c] B=T[d]\n");
  assert_text ("a,b\n\"hở,1\n\"c\",d\n",
               "1: A=T[a] B=T[b]\n2: A=T[\"hở] B=T[1]\n3: A=T[c] B=T[d]\n");
  assert_text ("a,b\n1,\"", "1: A=T[a] B=T[b]\n2: A=T[1] B=T[\"]\n");

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "%u,%u\n", i, i);
  g_string_append (text, "\"cuối\",z\n");
  bytes = bytes_of (text->str);
  workbook = open_fixture (bytes);
  lines = describe_sheet (workbook, 0);
  g_assert_true (g_str_has_prefix (lines, "1: A=T[a] B=T[b]\n2: A=T[\"hở] B=T[1]\n3: A=T[0] B=T[0]\n"));
  g_assert_true (g_str_has_suffix (lines, "200003: A=T[cuối] B=T[z]\n"));
}

static void
test_many_open_quotes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  gint64 start;

  /* Each could be the beginning of a text that never ends. */
  for (guint i = 0; i < 400000; i++)
    g_string_append (text, i % 2000 == 1999 ? "\"a\n" : "\"a,");
  bytes = bytes_of (text->str);
  start = g_get_monotonic_time ();
  g_assert_no_error (try_to_read (bytes));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

static void
test_line_ends (void)
{
  assert_text ("a,b\r\nc,d\r\n\r\ne,f", "1: A=T[a] B=T[b]\n2: A=T[c] B=T[d]\n4: A=T[e] B=T[f]\n");
  assert_text ("a,b\rc,d\r\re,f\r", "1: A=T[a] B=T[b]\n2: A=T[c] B=T[d]\n4: A=T[e] B=T[f]\n");
  assert_text ("\n\na,b\n", "3: A=T[a] B=T[b]\n");
  assert_text ("a,,b,\n,,\n", "1: A=T[a] C=T[b]\n");
  assert_text ("một cột\nnữa\n", "1: A=T[một cột]\n2: A=T[nữa]\n");
}

static void
test_delimiters (void)
{
  static const struct
  {
    const char *text;
    char delimiter;
  } files[] = {
    { "TT,Họ tên,Thôn\n1,An,Bắc Sơn\n", ',' },
    { "TT;Họ tên;Điểm\n1;An;2,5\n2;Ba;3,5\n", ';' },
    { "TT\tHọ tên\n1\tLê, An; Ba\n2\tC\n", '\t' },
    { "TT|Họ tên\n1|An\n", '|' },
    /* More commas than semicolons, but inside of quotes. */
    { "a;b\n\"x,y,z\";\"1,2\"\n\"u,v,w\";\"3,4\"\n", ';' },
    /* The letterhead is no list. */
    { "ỦY BAN NHÂN DÂN, XÃ HOẰNG PHỤ\nDANH SÁCH, NĂM 2022\n\nTT;Tên;Thôn;Ghi chú\n1;An;BS;\n2;Ba;BS;\n"
      "3;C;HT;\n",
      ';' },
    { "sep=|\na,b|c\n", '|' },
    { "không có gì", ',' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (files[i].text);

      g_test_message ("%u", i);
      assert_info (bytes, "UTF-8", files[i].delimiter);
    }
  /* The line that names the delimiter is no row. */
  assert_text ("sep=;\r\na;b\r\n", "1: A=T[a] B=T[b]\n");
  assert_text ("\"sep=;\"\na;b\n", "1: A=T[a] B=T[b]\n");
  assert_text ("\xEF\xBB\xBFsep=\t\na\tb\n", "1: A=T[a] B=T[b]\n");
  assert_text ("sep=;x\na,b\nc,d\n", "1: A=T[sep=;x]\n2: A=T[a] B=T[b]\n3: A=T[c] B=T[d]\n");
}

static GBytes *
encode (const char *text, const char *encoding, const char *mark, gsize n_mark)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree char *encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &size, &error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) n_mark);
  g_byte_array_append (bytes, (const guint8 *) encoded, (guint) size);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

#define LIST     "TT,Họ và tên,Thôn\r\n1,Đặng Thị Huệ,Bắc Sơn\r\n2,\"Nguyễn, Văn Bốn\",Hợp Tân\r\n"
#define EXPECTED "1: A=T[TT] B=T[Họ và tên] C=T[Thôn]\n2: A=T[1] B=T[Đặng Thị Huệ] C=T[Bắc Sơn]\n" \
                 "3: A=T[2] B=T[Nguyễn, Văn Bốn] C=T[Hợp Tân]\n"

static void
test_unicode (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize n_mark;
    const char *name;
  } forms[] = {
    { "UTF-8", "", 0, "UTF-8" },
    { "UTF-8", "\xEF\xBB\xBF", 3, "UTF-8" },
    { "UTF-16LE", "\xFF\xFE", 2, "UTF-16LE" },
    { "UTF-16BE", "\xFE\xFF", 2, "UTF-16BE" },
    { "UTF-16LE", "", 0, "UTF-16LE" },
    { "UTF-16BE", "", 0, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GBytes) bytes = encode (LIST, forms[i].encoding, forms[i].mark, forms[i].n_mark);

      g_test_message ("%u", i);
      assert_sheet (bytes, EXPECTED);
      assert_info (bytes, forms[i].name, ',');
    }
}

/* Longer than the blocks the file is read in, so that characters fall on their borders. */
static void
test_blocks (void)
{
  static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE" };

  for (guint shift = 0; shift < 4; shift++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);

      g_string_append_len (text, "xxxxxxxx", (gssize) shift + 1);
      g_string_append (text, ",đ\n");
      g_string_append_printf (expected, "1: A=T[%.*s] B=T[đ]\n", (int) shift + 1, "xxxxxxxx");
      for (guint i = 2; i < 9000; i++)
        {
          g_string_append_printf (text, "ệ😀Đặng %u,\"ữ\r\nữ\"\r\n", i);
          g_string_append_printf (expected, "%u: A=T[ệ😀Đặng %u] B=T[ữ\nữ]\n", i, i);
        }
      for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
        {
          g_autoptr (GBytes) bytes = encode (text->str, encodings[i], "", 0);

          assert_sheet (bytes, expected->str);
        }
    }
}

static void
test_windows_1258 (void)
{
  /* "Họ và tên" … as a Vietnamese Windows saves it: letters with their marks behind them. */
  static const char list[] = "TT,Ho\xF2 v\xE0 t\xEAn,Th\xF4n\r\n"
                             "1,\xD0\xE3\xF2ng Thi\xF2 Hu\xEA\xF2,B\xE3\xEC"
                             "c S\xF5n\r\n"
                             "2,\"Nguy\xEA\xDEn, V\xE3n B\xF4\xECn\",H\xF5\xF2p T\xE2n\r\n";
  g_autoptr (GBytes) bytes = bytes_of (list);
  g_autoptr (GString) long_list = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GBytes) long_bytes = NULL;

  assert_sheet (bytes, EXPECTED);
  assert_info (bytes, "WINDOWS-1258", ',');

  for (guint i = 1; i < 20000; i++)
    {
      g_string_append (long_list, "Hu\xEA\xF2,Thi\xF2\n");
      g_string_append_printf (expected, "%u: A=T[Huệ] B=T[Thị]\n", i);
    }
  long_bytes = bytes_of (long_list->str);
  assert_sheet (long_bytes, expected->str);
}

static void
test_tcvn3 (void)
{
  /* Typed with a .VnTime font and saved as text. */
  static const char list[] = "TT;H\xE4 v\xB5 t\xAAn;Th\xABn\n1;Nguy\xD4n Th\xDE Th\xAAm;B\xBE" "c S\xACn\n"
                             "2;Tr\xC7n V\xA8n B\xEAn;H\xEEp T\xA9n\n";
  g_autoptr (GBytes) bytes = bytes_of (list);

  assert_sheet (bytes, "1: A=T[TT] B=T[Họ và tên] C=T[Thôn]\n2: A=T[1] B=T[Nguyễn Thị Thêm] "
                       "C=T[Bắc Sơn]\n3: A=T[2] B=T[Trần Văn Bờn] C=T[Hợp Tân]\n");
}

static void
test_mostly_utf8 (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) cut = g_bytes_new_static ("a,b\nĐặng,Huệ", strlen ("a,b\nĐặng,Huệ") - 1);
  g_autoptr (AnsWorkbook) workbook = NULL;
  g_autofree char *lines = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "Đặng Thị Huệ,Bắc Sơn\n");
  g_string_append (text, "h\xFFng,x\n");
  bytes = bytes_of (text->str);
  workbook = open_fixture (bytes);
  lines = describe_sheet (workbook, 0);
  g_assert_true (g_str_has_suffix (lines, "201: A=T[h\xEF\xBF\xBDng] B=T[x]\n"));
  /* Only the last letter is lost. */
  assert_sheet (cut, "1: A=T[a] B=T[b]\n2: A=T[Đặng] B=T[Hu\xEF\xBF\xBD]\n");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    AnsWorkbookError code;
  } files[] = {
    { "", 0, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
    { "a,b\0c,d\n", 8, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
    { "\x7F" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0", 20, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
    { "%PDF-1.7\n%\xE2\xE3\n", 13, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
    { "{\\rtf1\\ansi}", 12, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
    { "\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F", 10, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
    { "\xFF\xFE\x00\xD8\x00\xD8\x00\xD8", 8, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
    { "<html><table><tr><td>1</td></tr></table>", 40, ANS_WORKBOOK_ERROR_UNSUPPORTED },
    { "\xEF\xBB\xBF \n<!DOCTYPE HTML><html>", 26, ANS_WORKBOOK_ERROR_UNSUPPORTED },
    { "\xFF\xFE<\0h\0t\0m\0l\0>\0", 14, ANS_WORKBOOK_ERROR_UNSUPPORTED },
    { "MIME-Version: 1.0\nX-Document-Type: Workbook\n", 44, ANS_WORKBOOK_ERROR_UNSUPPORTED },
    { "<?xml version=\"1.0\"?><Workbook "
      "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
      86, ANS_WORKBOOK_ERROR_UNSUPPORTED },
    { "<?xml version=\"1.0\"?><svg/>", 27, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
    { "\x09\x08\x10\x00\x00\x06", 6, ANS_WORKBOOK_ERROR_UNSUPPORTED },
    { "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].bytes, files[i].size);

      g_test_message ("%u", i);
      assert_refused (bytes, files[i].code);
    }
}

static void
test_too_long (void)
{
  g_autofree char *text = g_malloc (6 << 20);
  g_autoptr (GBytes) bytes = NULL;

  memset (text, 'a', 6 << 20);
  bytes = g_bytes_new_static (text, 6 << 20);
  assert_refused (bytes, ANS_WORKBOOK_ERROR_TOO_LARGE);
  for (guint i = 0; i < (6 << 20); i++)
    text[i] = i % 100 == 99 ? '\n' : i % 2 == 0 ? 'a' : ',';
  g_assert_no_error (try_to_read (bytes));
}

static void
test_random (void)
{
  static const char alphabet[] = "ab,;\t\"\n\r \xE1\xBB\x87=";

  for (guint i = 0; i < 3000; i++)
    {
      guint size = (guint) g_test_rand_int_range (1, 200);
      guint8 *text = g_malloc (size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < size; k++)
        text[k] = (guint8) alphabet[g_test_rand_int_range (0, (int) sizeof alphabet - 1)];
      bytes = g_bytes_new_take (text, size);
      error = try_to_read (bytes);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/quotes", test_quotes);
  g_test_add_func ("/csv-reader/open-quote", test_open_quote);
  g_test_add_func ("/csv-reader/many-open-quotes", test_many_open_quotes);
  g_test_add_func ("/csv-reader/line-ends", test_line_ends);
  g_test_add_func ("/csv-reader/delimiters", test_delimiters);
  g_test_add_func ("/csv-reader/unicode", test_unicode);
  g_test_add_func ("/csv-reader/blocks", test_blocks);
  g_test_add_func ("/csv-reader/windows-1258", test_windows_1258);
  g_test_add_func ("/csv-reader/tcvn3", test_tcvn3);
  g_test_add_func ("/csv-reader/mostly-utf8", test_mostly_utf8);
  g_test_add_func ("/csv-reader/refused", test_refused);
  g_test_add_func ("/csv-reader/too-long", test_too_long);
  g_test_add_func ("/csv-reader/random", test_random);
  return g_test_run ();
}
