/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages: what stands where. Golden scenes for the cases that matter, properties for all others. */
#include <string.h>

#include "document-samples.h"
#include "document/ans-page-breaks.h"
#include "document/ans-page-layout-private.h"
#include "golden.h"

#define MM (72.0 / 25.4)

static AnsPageLayout *
lay_out (AnsDocument *document)
{
  g_autoptr (GError) error = NULL;
  AnsPageLayout *layout = ans_page_layout_new (document, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (layout);
  return layout;
}

static void
compare_golden (AnsPageLayout *layout, const char *name)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint page = 0; page < ans_page_layout_get_n_pages (layout); page++)
    {
      g_autofree char *text = ans_page_layout_dump (layout, page, &error);

      g_assert_no_error (error);
      g_string_append (dump, text);
    }
  golden_compare ("document", name, dump->str);
}

static void
test_golden_empty (void)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (0, 0);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (AnsPageLayout) layout = lay_out (document);

  g_assert_cmpuint (ans_page_layout_get_n_pages (layout), ==, 1);
  compare_golden (layout, "empty");
}

static void
test_golden_one_row (void)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (1, 0);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (AnsPageLayout) layout = NULL;

  ans_document_set_watermark (document, ANS_DOCUMENT_DRAFT);
  layout = lay_out (document);
  g_assert_cmpuint (ans_page_layout_get_n_pages (layout), ==, 1);
  compare_golden (layout, "one-row-draft");
}

static void
test_golden_groups_portrait (void)
{
  static const char *const upper[] = { "UBND HUYỆN HOẰNG HÓA", NULL };
  g_autoptr (AnsMemoryTable) table = sample_payees (40, 10);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (AnsPageLayout) layout = NULL;

  ans_document_set_orientation (document, ANS_ORIENTATION_PORTRAIT);
  ans_document_set_hide_sensitive (document, TRUE);
  ans_document_set_page_numbers (document, ANS_PAGE_NUMBERS_TOP);
  ans_document_set_parent_agency (document, upper[0]);
  ans_document_set_number (document, "Số: 05/DS-UBND");
  ans_document_set_attachment (document,
                               "(Kèm theo Tờ trình số 12/TTr-UBND ngày 25/9/2022 của UBND xã)");
  layout = lay_out (document);
  compare_golden (layout, "groups-portrait");
}

static void
test_golden_landscape (void)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (34, 17);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (AnsPageLayout) layout = lay_out (document);

  compare_golden (layout, "groups-landscape");
}

static void
test_golden_long_names (void)
{
  static const AnsTableColumn columns[] = {
    { .id = "tt", .title = "TT", .kind = ANS_COLUMN_ORDINAL },
    { .id = "name", .title = "Họ và tên", .kind = ANS_COLUMN_TEXT, .width_mm = 40 },
    { .id = "note", .title = "Ghi chú", .kind = ANS_COLUMN_TEXT, .width_mm = 30 },
    { .id = "born", .title = "Ngày sinh", .kind = ANS_COLUMN_DATE },
  };
  static const char *const rows[][4] = {
    { NULL, "Lê Ẩn", "", "1940-02-05" },
    { NULL, "Nguyễn Thị Phượng Quỳnh Như", "đủ", "1980-12-31" },
    { NULL, "Công Tằng Tôn Nữ Thị Hồng Nhung Ngọc Quỳnh Trâm", "", "2001-01-01" },
    { NULL, "Vũ", "QĐ 1234567890123456789012345678901234567890/QĐ-UBND", "không rõ" },
    { NULL, "Trần\tVăn\nDòng", "", NULL },
  };
  g_autoptr (AnsMemoryTable) table = ans_memory_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (AnsDocument) document = NULL;
  g_autoptr (AnsPageLayout) layout = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ans_memory_table_add_row (table, rows[i]);
  document = ans_document_new (ANS_TABLE_SOURCE (table));
  ans_document_set_font (document, "Liberation Serif");
  ans_document_set_title (document, "DANH SÁCH");
  layout = lay_out (document);
  compare_golden (layout, "long-names");
}

/* The first number of rows with which the tail does not fit any more, and its neighbours. */
static void
test_page_full (void)
{
  guint pages = 0, n_full = 0;

  for (guint n = 1; n < 40 && pages < 2; n++)
    {
      g_autoptr (AnsMemoryTable) table = sample_payees (n, 0);
      g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
      g_autoptr (AnsPageLayout) layout = lay_out (document);
      guint first, rows;

      pages = ans_page_layout_get_n_pages (layout);
      ans_page_layout_get_page_rows (layout, 0, &first, &rows);
      if (pages == 1)
        {
          g_assert_cmpuint (rows, ==, n);
          n_full = n;
          continue;
        }
      /* One row too many moves three, never only the signatures. */
      g_assert_cmpuint (n, ==, n_full + 1);
      g_assert_cmpuint (rows, ==, n - 3);
      ans_page_layout_get_page_rows (layout, 1, &first, &rows);
      g_assert_cmpuint (first, ==, n - 3);
      g_assert_cmpuint (rows, ==, 3);
      compare_golden (layout, "page-full-and-one");
    }
  g_assert_cmpuint (n_full, ==, 6);
}

/* ---- properties ---- */

typedef struct
{
  AnsPageLayout *layout;
  double left, right, bottom; /* of the text area */
  guint next;                 /* row that must come next */
  guint n_rows;               /* of the whole list */
} Walk;

static gboolean
is_footer (const AnsMark *mark)
{
  return mark->kind == ANS_MARK_TEXT && g_str_has_prefix (mark->text, "Trang ");
}

/* Looks at one page: everything inside the margins, the header there, rows in order. Returns its
 * rows. */
static guint
walk_page (Walk *walk, guint page)
{
  g_autoptr (GError) error = NULL;
  const AnsScene *scene = ans_page_layout_get_scene (walk->layout, page, &error);
  g_autofree char *number =
      g_strdup_printf ("Trang %u/%u", page + 1, ans_page_layout_get_n_pages (walk->layout));
  guint rows = 0, headers = 0, footers = 0;
  const char *last_in_table = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

      if (is_footer (mark))
        {
          g_assert_cmpstr (mark->text, ==, number);
          footers++;
          continue;
        }
      g_assert_cmpfloat (mark->x, >=, walk->left - 0.01);
      g_assert_cmpfloat (mark->x + mark->width, <=, walk->right + 0.01);
      g_assert_cmpfloat (mark->y + mark->height, <=, walk->bottom + 0.05);
      if (mark->kind != ANS_MARK_TEXT)
        continue;
      if (strcmp (mark->text, "Họ và tên") == 0)
        headers++;
      /* A sum never begins a page: rows stand above it. */
      if (g_str_has_prefix (mark->text, "Cộng") || g_str_has_prefix (mark->text, "TỔNG CỘNG"))
        g_assert_true (rows > 0 || walk->n_rows == 0);
      if (mark->text[0] == '#')
        {
          g_assert_cmpuint (g_ascii_strtoull (mark->text + 1, NULL, 10), ==, walk->next);
          g_assert_cmpuint (headers, ==, 1);
          walk->next++;
          rows++;
        }
      if (mark->text[0] == '#' || g_str_has_prefix (mark->text, "I") ||
          g_str_has_prefix (mark->text, "V") || g_str_has_prefix (mark->text, "X") ||
          g_str_has_prefix (mark->text, "Cộng"))
        last_in_table = mark->text;
    }
  g_assert_cmpuint (footers, ==, 1);
  /* Groups are the only marks with ". Thôn" in them: none may end a page. */
  if (last_in_table != NULL && page + 1 < ans_page_layout_get_n_pages (walk->layout))
    g_assert_null (strstr (last_in_table, ". Thôn"));
  return rows;
}

static AnsMemoryTable *
random_table (GRand *random, guint n_rows, guint *n_groups)
{
  static const AnsTableColumn columns[] = {
    { .id = "tt", .title = "TT", .kind = ANS_COLUMN_ORDINAL },
    { .id = "mark", .title = "Số", .kind = ANS_COLUMN_ID },
    { .id = "name", .title = "Họ và tên", .kind = ANS_COLUMN_TEXT },
    { .id = "money", .title = "Số tiền", .kind = ANS_COLUMN_MONEY },
    { .id = "sign", .title = "Ký nhận", .kind = ANS_COLUMN_SIGN },
  };
  AnsMemoryTable *table = ans_memory_table_new (columns, G_N_ELEMENTS (columns));
  gboolean grouped = g_rand_boolean (random);
  guint left = 0;

  *n_groups = 0;
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *mark = g_strdup_printf ("#%u", i);
      g_autofree char *money = g_strdup_printf ("%d", g_rand_int_range (random, 0, 90000000));
      g_autoptr (GString) name = g_string_new ("Nguyễn");
      const char *cells[] = { NULL, mark, NULL, money, NULL };
      int words = g_rand_int_range (random, 0, 12) == 0 ? g_rand_int_range (random, 0, 60) : 2;

      if (grouped && left == 0)
        {
          g_autofree char *title = g_strdup_printf ("Thôn %u", *n_groups);

          ans_memory_table_begin_group (table, title);
          (*n_groups)++;
          left = (guint) g_rand_int_range (random, 1, 30);
        }
      for (int j = 0; j < words; j++)
        g_string_append (name, j % 2 == 0 ? " Thị" : " Phượng");
      cells[2] = name->str;
      ans_memory_table_add_row (table, cells);
      if (grouped && (--left == 0 || i == n_rows - 1))
        {
          const char *sums[] = { NULL, NULL, NULL, money, NULL };

          ans_memory_table_end_group (table, "Cộng", sums);
        }
    }
  if (g_rand_boolean (random))
    ans_memory_table_set_total (table, "TỔNG CỘNG", NULL);
  return table;
}

static void
test_properties (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 150; round++)
    {
      guint n_rows = (guint) g_rand_int_range (random, 0, round % 10 == 0 ? 700 : 80);
      guint n_groups, last = 0;
      gboolean landscape = g_rand_boolean (random);
      g_autoptr (AnsMemoryTable) table = random_table (random, n_rows, &n_groups);
      g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
      g_autoptr (AnsPageLayout) layout = NULL;
      Walk walk = { 0 };

      ans_document_set_orientation (document, landscape ? ANS_ORIENTATION_LANDSCAPE
                                                        : ANS_ORIENTATION_PORTRAIT);
      ans_document_set_row_height (document, g_rand_double_range (random, 5, 12));
      layout = lay_out (document);
      walk.layout = layout;
      walk.n_rows = n_rows;
      walk.left = (landscape ? 20 : 30) * MM;
      walk.right = ((landscape ? 297 : 210) - 15) * MM;
      walk.bottom = landscape ? (210 - 15) * MM : (297 - 20) * MM;
      for (guint page = 0; page < ans_page_layout_get_n_pages (layout); page++)
        {
          guint rows = walk_page (&walk, page);

          if (page > 0 && n_rows > 0)
            g_assert_cmpuint (rows, >, 0);
          last = rows;
        }
      g_assert_cmpuint (walk.next, ==, n_rows);
      g_assert_cmpuint (last, >=, MIN (n_rows, 3));
    }
  g_rand_free (random);
}

/* A note of 4,000 words is taller than a page: it goes on, no word lost or repeated. */
static void
test_row_taller_than_page (void)
{
  static const AnsTableColumn columns[] = {
    { .id = "name", .title = "Họ và tên", .kind = ANS_COLUMN_TEXT, .width_mm = 40 },
    { .id = "note", .title = "Ghi chú", .kind = ANS_COLUMN_TEXT },
  };
  g_autoptr (AnsMemoryTable) table = ans_memory_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (AnsDocument) document = NULL;
  g_autoptr (AnsPageLayout) layout = NULL;
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  const char *cells[] = { "Lê Thị Dài", NULL };
  guint names = 0;

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (note, "%sw%u", i > 0 ? " " : "", i);
  cells[1] = note->str;
  ans_memory_table_add_row (table, cells);
  document = sample_document (ANS_TABLE_SOURCE (table));
  layout = lay_out (document);
  g_assert_cmpuint (ans_page_layout_get_n_pages (layout), >, 3);
  for (guint page = 0; page < ans_page_layout_get_n_pages (layout); page++)
    {
      const AnsScene *scene = ans_page_layout_get_scene (layout, page, NULL);

      for (guint i = 0; i < scene->marks->len; i++)
        {
          const AnsMark *mark = &g_array_index (scene->marks, AnsMark, i);

          if (mark->kind == ANS_MARK_LINE)
            g_assert_cmpfloat (mark->y + mark->height, <=, (210 - 15) * MM + 0.05);
          else if (mark->text[0] == 'w')
            g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", mark->text);
          names += mark->kind == ANS_MARK_TEXT && strcmp (mark->text, cells[0]) == 0;
        }
    }
  g_assert_cmpstr (found->str, ==, note->str);
  g_assert_cmpuint (names, ==, 1);
}

/* Any heights at all: every item once and in order, nothing over the edge. */
static void
test_breaks (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 3000; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 60), next = 0;
      AnsPageRooms rooms = { .first_room = g_rand_double_range (random, 0, 100),
                             .room = 100,
                             .tail = g_rand_double_range (random, 0, 99),
                             .keep = 3 };
      g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (AnsPageItem));
      g_autoptr (GArray) pages = NULL;

      for (guint i = 0; i < n; i++)
        {
          AnsPageItem item = { .index = i, .height = (float) g_rand_double_range (random, 1, 30) };

          item.kind = (guint8) (g_rand_int_range (random, 0, 6) == 0
                                    ? g_rand_int_range (random, ANS_ITEM_GROUP, ANS_ITEM_TOTAL + 1)
                                    : ANS_ITEM_ROW);
          g_array_append_val (items, item);
        }
      pages = ans_page_breaks_find (items, &rooms);
      for (guint page = 0; page < pages->len; page++)
        {
          const AnsPageRange *range = &g_array_index (pages, AnsPageRange, page);
          double height = 0;

          g_assert_cmpuint (range->first, ==, next);
          next += range->n;
          for (guint i = range->first; i < next; i++)
            height += (double) g_array_index (items, AnsPageItem, i).height;
          if (page == pages->len - 1)
            height += rooms.tail;
          g_assert_cmpfloat (height, <=, (page == 0 ? rooms.first_room : rooms.room) + 0.02);
          if (page > 0 && page < pages->len - 1)
            g_assert_cmpuint (range->n, >, 0);
        }
      g_assert_cmpuint (next, ==, n);
    }
  g_rand_free (random);
}

static void
test_same_again (void)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (300, 43);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (AnsPageLayout) one = lay_out (document);
  g_autoptr (AnsPageLayout) two = lay_out (document);
  guint n_pages = ans_page_layout_get_n_pages (one);

  g_assert_cmpuint (n_pages, >, 5);
  g_assert_cmpuint (ans_page_layout_get_n_pages (two), ==, n_pages);
  /* Backwards, so that nothing hangs on the order in which pages are looked at. */
  for (guint page = n_pages; page-- > 0;)
    {
      g_autofree char *first = ans_page_layout_dump (one, n_pages - 1 - page, NULL);
      g_autofree char *second = ans_page_layout_dump (two, page, NULL);
      g_autofree char *again = ans_page_layout_dump (two, n_pages - 1 - page, NULL);

      g_assert_nonnull (second);
      g_assert_cmpstr (first, ==, again);
    }
}

static void
test_refusals (void)
{
  AnsTableColumn columns[60];
  g_autoptr (AnsMemoryTable) wide = NULL;
  g_autoptr (AnsMemoryTable) table = sample_payees (3, 0);
  g_autoptr (AnsDocument) too_wide = NULL;
  g_autoptr (AnsDocument) too_tall = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = (AnsTableColumn) { .id = "c", .title = "Cột" };
  wide = ans_memory_table_new (columns, G_N_ELEMENTS (columns));
  too_wide = ans_document_new (ANS_TABLE_SOURCE (wide));
  g_assert_null (ans_page_layout_new (too_wide, NULL, NULL, NULL, &error));
  g_assert_error (error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_PAPER);
  g_clear_error (&error);

  for (guint i = 0; i < 60; i++)
    ans_document_add_closing (too_tall, "Tổng số", FALSE);
  g_assert_null (ans_page_layout_new (too_tall, NULL, NULL, NULL, &error));
  g_assert_error (error, ANS_DOCUMENT_ERROR, ANS_DOCUMENT_ERROR_PAPER);
}

static void
test_cancel (void)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (10, 0);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ans_page_layout_new (document, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Sensitive columns are nowhere on a bản niêm yết. */
static void
test_posted_copy (void)
{
  g_autoptr (AnsMemoryTable) table = sample_payees (5, 0);
  g_autoptr (AnsDocument) document = sample_document (ANS_TABLE_SOURCE (table));
  g_autoptr (AnsPageLayout) full = lay_out (document);
  g_autoptr (AnsPageLayout) posted = NULL;
  g_autofree char *full_text = ans_page_layout_dump (full, 0, NULL);
  g_autofree char *posted_text = NULL;

  ans_document_set_hide_sensitive (document, TRUE);
  posted = lay_out (document);
  posted_text = ans_page_layout_dump (posted, 0, NULL);
  g_assert_nonnull (strstr (full_text, "038001000037"));
  g_assert_null (strstr (posted_text, "038001000037"));
  g_assert_null (strstr (posted_text, "CCCD"));
  g_assert_nonnull (strstr (posted_text, "Trần Thị Hằng"));
}

/* Figures stand under each other: every digit has the same width, also beside another of its kind.
 */
static void
test_tabular_figures (void)
{
  g_autoptr (AnsTextShaper) shaper = ans_text_shaper_new ("Liberation Serif");
  double ones = ans_text_shaper_width (shaper, ANS_FACE_REGULAR, "11.111.111", 10);
  double sevens = ans_text_shaper_width (shaper, ANS_FACE_REGULAR, "74.747.747", 10);

  g_assert_cmpfloat_with_epsilon (ones, sevens, 1e-6);
}

static void
test_wrap (void)
{
  g_autoptr (AnsTextShaper) shaper = ans_text_shaper_new ("Liberation Serif");
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (AnsTextLine));
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 2000; round++)
    {
      static const char *const pieces[] = { "Nguyễn",      " ", "  ", "\n",
                                            "QĐ-123/2022", "Ẫ", "x",  "ừơớ" };
      g_autoptr (GString) text = g_string_new (NULL);
      double room = g_rand_double_range (random, 0.2, 12);
      guint at = 0;

      for (int i = g_rand_int_range (random, 0, 14); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      if (round % 2 == 0)
        ans_text_shaper_wrap (shaper, ANS_FACE_BOLD, text->str, room, lines);
      else
        ans_text_shaper_wrap_evenly (shaper, ANS_FACE_BOLD, text->str, room, lines);
      g_assert_cmpuint (lines->len, >=, 1);
      for (guint i = 0; i < lines->len; i++)
        {
          const AnsTextLine *line = &g_array_index (lines, AnsTextLine, i);

          /* Only white space is left out between lines, and no letter is cut in two. */
          for (; at < line->start; at++)
            g_assert_true (text->str[at] == ' ' || text->str[at] == '\n');
          g_assert_true (g_utf8_validate (text->str + line->start, line->length, NULL));
          g_assert_true (line->width <= room + 1e-9 ||
                         g_utf8_strlen (text->str + line->start, line->length) == 1);
          at = line->start + line->length;
        }
      for (; at < text->len; at++)
        g_assert_true (text->str[at] == ' ' || text->str[at] == '\n');
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-layout/golden/empty", test_golden_empty);
  g_test_add_func ("/page-layout/golden/one-row", test_golden_one_row);
  g_test_add_func ("/page-layout/golden/groups-portrait", test_golden_groups_portrait);
  g_test_add_func ("/page-layout/golden/landscape", test_golden_landscape);
  g_test_add_func ("/page-layout/golden/long-names", test_golden_long_names);
  g_test_add_func ("/page-layout/page-full", test_page_full);
  g_test_add_func ("/page-layout/properties", test_properties);
  g_test_add_func ("/page-layout/row-taller-than-page", test_row_taller_than_page);
  g_test_add_func ("/page-layout/breaks", test_breaks);
  g_test_add_func ("/page-layout/same-again", test_same_again);
  g_test_add_func ("/page-layout/refusals", test_refusals);
  g_test_add_func ("/page-layout/cancel", test_cancel);
  g_test_add_func ("/page-layout/posted-copy", test_posted_copy);
  g_test_add_func ("/page-layout/tabular-figures", test_tabular_figures);
  g_test_add_func ("/page-layout/wrap", test_wrap);
  return g_test_run ();
}
