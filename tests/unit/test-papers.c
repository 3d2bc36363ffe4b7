/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every list and every report as it is printed, page by page, against tests/golden/paper. A new one
 * needs no code here, only a golden file that somebody has looked at (ANS_PAPERS=FOLDER writes all
 * of them as PDF). */
#include "document/ans-page-layout.h"
#include "document/ans-pdf-writer.h"
#include "golden.h"
#include "paper-samples.h"

static AnsPageLayout *
lay_out (AnsDocument *document)
{
  g_autoptr (GError) error = NULL;
  AnsPageLayout *layout = ans_page_layout_new (document, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return layout;
}

static char *
dump_of (AnsPageLayout *layout)
{
  GString *dump = g_string_new (NULL);

  for (guint page = 0; page < ans_page_layout_get_n_pages (layout); page++)
    {
      g_autofree char *text = ans_page_layout_dump (layout, page, NULL);

      g_string_append (dump, text);
    }
  return g_string_free_and_steal (dump);
}

static void
write_pdf (AnsPageLayout *layout, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.pdf", name);
  g_autofree char *path = NULL;

  if (g_getenv ("ANS_PAPERS") == NULL)
    return;
  path = g_build_filename (g_getenv ("ANS_PAPERS"), file, NULL);
  g_assert_true (ans_pdf_writer_write (layout, path, NULL, NULL, NULL, NULL));
}

static void
test_golden (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) papers = NULL;

  fill_papers (fixture->book);
  papers = sample_papers (fixture->book);
  g_assert_cmpuint (papers->len, >, 30);
  for (guint i = 0; i < papers->len; i++)
    {
      const SamplePaper *paper = papers->pdata[i];
      g_autoptr (AnsPageLayout) layout = lay_out (paper->document);
      g_autofree char *dump = dump_of (layout);

      write_pdf (layout, paper->name);
      golden_compare ("paper", paper->name, dump);
    }
}

/* A golden file whose paper is no more proves nothing. */
static void
test_no_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = golden_path ("paper", "x");
  g_autofree char *path = g_path_get_dirname (one);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) papers = NULL;
  const char *name;

  fill_papers (fixture->book);
  papers = sample_papers (fixture->book);
  for (guint i = 0; i < papers->len; i++)
    g_hash_table_add (names, g_strconcat (((SamplePaper *) papers->pdata[i])->name, ".txt", NULL));
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (!g_hash_table_contains (names, name))
      g_error ("tests/golden/paper/%s is of no paper", name);
}

/* A book that knows nothing makes all papers all the same, each on one page that is signed. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  guint n;
  const AnsListingInfo *const *infos = ans_listing_infos (&n);
  const AnsReportInfo *const *reports;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ans_plan_load (fixture->book, ANS_PLAN_SHIPPED, &error), !=, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsDocument) document = make_list (fixture->book, infos[i]);
      g_autoptr (AnsPageLayout) layout = lay_out (document);
      g_autofree char *text = ans_page_layout_dump (layout, 0, NULL);

      if (ans_table_source_get_n_rows (ans_document_get_table (document)) > 0)
        continue;
      g_assert_cmpuint (ans_page_layout_get_n_pages (layout), ==, 1);
      g_assert_nonnull (strstr (text, "\"Không có trường hợp nào\""));
      g_assert_nonnull (strstr (text, "\"NGƯỜI LẬP BIỂU\""));
      g_assert_nonnull (strstr (text, "\"XÃ …………………\""));
    }
  reports = ans_reports (&n);
  for (guint i = 0; i < n; i++)
    {
      AnsReportRequest request = { .last = PAPER_DAY, .day = PAPER_DAY };
      g_autoptr (AnsDocument) document = NULL;
      g_autoptr (AnsPageLayout) layout = NULL;
      g_autofree char *text = NULL;

      if (reports[i]->scope == ANS_REPORT_RECORD)
        continue;
      document = make_report (reports[i], fixture->book, &request);
      layout = lay_out (document);
      text = dump_of (layout);
      g_assert_nonnull (strstr (text, "\"NGƯỜI LẬP BIỂU\""));
      if (!g_str_equal (reports[i]->id, "results"))
        continue;
      for (guint j = 0; j < 29; j++)
        g_assert_cmpstr (ans_table_source_get_row (ans_document_get_table (document), j, NULL)[4],
                         ==, "chưa có số liệu");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("ANS_TODAY", PAPER_DAY, TRUE);
  ans_plan_init ();
  g_test_add ("/papers/golden", Fixture, NULL, fixture_set_up, test_golden, fixture_tear_down);
  g_test_add ("/papers/no-others", Fixture, NULL, fixture_set_up, test_no_others,
              fixture_tear_down);
  g_test_add ("/papers/empty", Fixture, NULL, fixture_set_up, test_empty, fixture_tear_down);
  return g_test_run ();
}
