/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every paper that the program knows, of a small practice commune: a new list or report is among
 * them by itself. All people are invented. */
#pragma once

#include <string.h>

#include "areas/ans-poverty.h"
#include "book-fixture.h"
#include "document/ans-listing-document.h"
#include "plan/ans-plan.h"
#include "practice/ans-practice-plan.h"
#include "practice/ans-practice.h"
#include "report/ans-report.h"

#define PAPER_DAY  "2022-09-20"
#define PAPER_FONT "Liberation Serif"
#define LONG_LIST  60 /* of a longer one the first village, or so many rows, are enough */
#define PART_ROWS  30

typedef struct
{
  char *name; /* of its golden file */
  AnsDocument *document;
} SamplePaper;

static inline void
sample_paper_free (gpointer data)
{
  SamplePaper *self = data;

  g_free (self->name);
  g_clear_object (&self->document);
  g_free (self);
}

/* Poor once, then not, then again: a small commune has no such household of its own. */
static inline void
add_relapse (AnsBook *book)
{
  static const struct
  {
    const char *from, *status, *standard, *decision;
  } statuses[] = {
    { "2018-05-10", ANS_POVERTY_POOR, "CN2016", "182/QĐ-UBND" },
    { "2020-12-25", ANS_POVERTY_NOT_POOR, "CN2016", "201/QĐ-UBND" },
    { "2022-06-27", ANS_POVERTY_POOR, "CN2022", "132/QĐ-UBND" },
  };
  g_autofree char *household = ask (
      book, "SELECT min (h.id) FROM household h WHERE h.id > 20 AND NOT EXISTS (SELECT 1 FROM "
            "poverty_status s WHERE s.household = h.id) AND EXISTS (SELECT 1 FROM household_state "
            "x WHERE x.household = h.id AND x.from_date < '2018-01-01' AND x.to_date IS NULL)");

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (AnsRecord) record = ans_record_new (book, &ans_register_poverty_statuses);

      ans_record_set (record, "household", household);
      ans_record_set (record, "from_date", statuses[i].from);
      ans_record_set (record, "status", statuses[i].status);
      ans_record_set (record, "standard", statuses[i].standard);
      ans_record_set (record, "basis", ANS_POVERTY_RECOGNISED);
      ans_record_set (record, "decision_no", statuses[i].decision);
      ans_record_set (record, "decision_date", statuses[i].from);
      save_record (record);
    }
}

/* The commune of which all papers are: 300 people in seven villages, with a plan. */
static inline void
fill_papers (AnsBook *book)
{
  g_autoptr (GError) error = NULL;
  gint64 plan;

  g_assert_true (ans_practice_fill (book, 300, 1, NULL, NULL, &error));
  g_assert_no_error (error);
  plan = ans_plan_load (book, ANS_PLAN_SHIPPED, &error);
  g_assert_no_error (error);
  g_assert_true (ans_practice_plan_fill (book, plan, 1, &error));
  g_assert_no_error (error);
  add_relapse (book);
}

static inline void
take_paper (GPtrArray *papers, char *name, AnsDocument *document)
{
  SamplePaper *paper = g_new0 (SamplePaper, 1);

  paper->name = name;
  paper->document = document;
  ans_document_set_font (document, PAPER_FONT);
  g_ptr_array_add (papers, paper);
}

/* --- lists ------------------------------------------------------------------------------------ */

static inline AnsDocument *
make_list (AnsBook *book, const AnsListingInfo *info)
{
  g_autoptr (AnsListing) listing = ans_listing_new (book, info);
  AnsListingDocumentOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  AnsDocument *document;

  ans_listing_set_as_of (listing, PAPER_DAY);
  if (ans_listing_count (listing, ans_book_get_connection (book), &error) > LONG_LIST)
    {
      if (ans_listing_info_get_column (info, "village") != NULL)
        ans_listing_set_village (listing, 1);
      else
        options.limit = PART_ROWS;
    }
  else if (ans_listing_info_get_column (info, "head_birth_male") != NULL)
    ans_listing_set_grouped (listing, TRUE);
  document = ans_listing_document_new (listing, &options, &error);
  g_assert_no_error (error);
  return document;
}

/* The movements of a period are told of with it. */
static inline AnsDocument *
make_movements (AnsBook *book, const AnsListingInfo *info)
{
  g_autoptr (AnsListing) listing = ans_listing_new (book, info);
  g_autoptr (GError) error = NULL;
  AnsDocument *document;

  ans_listing_set_as_of (listing, PAPER_DAY);
  ans_listing_set_filter (listing, "from_date", "2022-01-01.." PAPER_DAY);
  document = ans_listing_document_new (listing, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static inline void
add_lists (GPtrArray *papers, AnsBook *book)
{
  guint n;
  const AnsListingInfo *const *infos = ans_listing_infos (&n);

  for (guint i = 0; i < n; i++)
    {
      take_paper (papers, g_strdup_printf ("list-%s", infos[i]->id), make_list (book, infos[i]));
      if (ans_listing_info_get_column (infos[i], "change") != NULL &&
          infos[i]->where_now != NULL &&
          ans_listing_info_get_column (infos[i], "support_amount") == NULL)
        take_paper (papers, g_strdup_printf ("list-%s-of-the-year", infos[i]->id),
                    make_movements (book, infos[i]));
    }
}

/* --- reports ---------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *first, *last, *day;
} sample_periods[] = {
  { "year", "2022-01-01", "2022-12-31", PAPER_DAY },
  { "month", "2022-08-01", "2022-08-31", NULL },
  { "quarter", "2022-07-01", "2022-09-30", PAPER_DAY },
  { "half", "2022-01-01", "2022-06-30", NULL },
  { "own-days", "2022-08-15", "2022-09-14", NULL },
  { "year-before", "2021-01-01", "2021-12-31", NULL },
};

static inline AnsDocument *
make_report (const AnsReportInfo *info, AnsBook *book, const AnsReportRequest *request)
{
  g_autoptr (GError) error = NULL;
  AnsDocument *document = ans_report_make (info, book, request, &error);

  g_assert_no_error (error);
  return document;
}

/* The first and the last record of which there is a paper. */
static inline void
add_records (GPtrArray *papers, const AnsReportInfo *info, AnsBook *book)
{
  g_autofree char *text =
      ask (book, "SELECT id FROM %s ORDER BY id", ans_register_find (info->register_id)->table);
  g_auto (GStrv) ids = g_strsplit (text, "|", -1);
  g_autoptr (AnsDocument) first = NULL, last = NULL;

  for (guint i = 0; *text != '\0' && ids[i] != NULL; i++)
    {
      AnsReportRequest request = { .record = g_ascii_strtoll (ids[i], NULL, 10) };
      AnsDocument *document = ans_report_make (info, book, &request, NULL);

      if (document == NULL)
        continue;
      if (first == NULL)
        first = document;
      else
        {
          g_clear_object (&last);
          last = document;
        }
    }
  g_assert_nonnull (last);
  take_paper (papers, g_strdup_printf ("%s-first", info->id), g_steal_pointer (&first));
  take_paper (papers, g_strdup_printf ("%s-last", info->id), g_steal_pointer (&last));
}

static inline void
add_reports (GPtrArray *papers, AnsBook *book)
{
  guint n;
  const AnsReportInfo *const *infos = ans_reports (&n);

  for (guint i = 0; i < n; i++)
    {
      AnsReportRequest day = { .last = PAPER_DAY, .day = PAPER_DAY };
      AnsReportRequest past = { .last = "2021-03-31", .day = "2021-03-31" };

      if (infos[i]->scope == ANS_REPORT_RECORD)
        add_records (papers, infos[i], book);
      else if (infos[i]->scope == ANS_REPORT_DAY)
        {
          take_paper (papers, g_strdup (infos[i]->id), make_report (infos[i], book, &day));
          take_paper (papers, g_strdup_printf ("%s-past-day", infos[i]->id),
                      make_report (infos[i], book, &past));
        }
      else
        for (guint j = 0; j < G_N_ELEMENTS (sample_periods); j++)
          {
            AnsReportRequest request = { .first = sample_periods[j].first,
                                         .last = sample_periods[j].last,
                                         .day = sample_periods[j].day };

            take_paper (papers, g_strdup_printf ("%s-%s", infos[i]->id, sample_periods[j].name),
                        make_report (infos[i], book, &request));
          }
    }
}

/* (element-type SamplePaper): all papers of the commune that fill_papers() made. */
static inline GPtrArray *
sample_papers (AnsBook *book)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func (sample_paper_free);

  add_lists (papers, book);
  add_reports (papers, book);
  return papers;
}
