/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures: states, by hand and from the book, by
 * village, as the length of a list, and refreshed by difference. All people are invented. */
#include <string.h>

#include "areas/ans-poverty.h"
#include "plan/ans-figures.h"
#include "plan/ans-plan-check.h"
#include "plan/ans-plan-choices.h"
#include "plan/ans-plan-registers.h"
#include "practice/ans-practice.h"
#include "random-actions.h"

/* --- in a book -------------------------------------------------------------------------------- */

static gint64
load_plan (AnsBook *book)
{
  g_autoptr (GError) error = NULL;
  gint64 plan = ans_plan_load (book, ANS_PLAN_SHIPPED, &error);

  g_assert_no_error (error);
  return plan;
}

static gint64
indicator_id (AnsBook *book, gint64 plan, const char *code)
{
  g_autofree char *id = ask (
      book, "SELECT id FROM indicator WHERE plan = %" G_GINT64_FORMAT " AND code = '%s'", plan, code);

  return g_ascii_strtoll (id, NULL, 10);
}

/* A row of a register from pairs of field and value. */
static gint64
add_row (AnsBook *book, const AnsRegister *reg, const char *const *fields)
{
  g_autoptr (AnsRecord) record = ans_record_new (book, reg);

  for (guint i = 0; fields[i] != NULL; i += 2)
    ans_record_set (record, fields[i], fields[i + 1]);
  return save_record (record);
}

#define ADD(reg, ...) add_row (book, &reg, (const char *const[]){ __VA_ARGS__, NULL })

static gint64
add_value (AnsBook *book, gint64 plan, const char *code, const char *day, const char *value,
           const char *result, const char *numerator, const char *denominator)
{
  g_autoptr (AnsRecord) record = ans_record_new (book, &ans_register_indicator_values);

  ans_record_set_int (record, "indicator", indicator_id (book, plan, code));
  ans_record_set (record, "day", day);
  ans_record_set (record, "value", value);
  ans_record_set (record, "result", result);
  ans_record_set (record, "numerator", numerator);
  ans_record_set (record, "denominator", denominator);
  ans_record_set (record, "source", "Báo cáo mẫu");
  return save_record (record);
}

#define assert_figure(figures, code, state_, verdict_, shown_)                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    AnsFigure *figure_ = ans_figures_find (figures, code);                                         \
    const AnsFigureValue *value_ = ans_figure_get_value (figure_);                                 \
    g_autofree char *text_ =                                                                       \
        ans_figure_value_display (value_, ans_figure_get_indicator (figure_));                     \
    g_assert_cmpstr (text_, ==, shown_);                                                           \
    g_assert_cmpint (value_->state, ==, state_);                                                   \
    g_assert_cmpint (value_->verdict, ==, verdict_);                                               \
  }                                                                                                \
  G_STMT_END

/* A new book knows nothing, and says so. */
static void
test_no_data (Fixture *fixture, gconstpointer data)
{
  gint64 plan = load_plan (fixture->book);
  g_autoptr (AnsFigures) figures = ans_figures_new (fixture->book, plan);
  guint n;

  ans_figures_set_day (figures, "2022-06-30");
  n = g_list_model_get_n_items (G_LIST_MODEL (figures));
  g_assert_cmpuint (n, ==, 29);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);
      const AnsFigureValue *value = ans_figure_get_value (figure);

      g_assert_cmpint (value->state, ==, ANS_FIGURE_NO_DATA);
      g_assert_cmpint (value->verdict, ==, ANS_VERDICT_NONE);
      g_assert_cmpint (value->origin, ==, ANS_ORIGIN_NONE);
      g_assert_null (ans_figures_list (figures, figure, ANS_PART_NUMERATOR, 0));
      g_assert_null (ans_figures_get_last_year (figures, figure));
    }
}

static void
test_manual (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 plan = load_plan (book);
  g_autoptr (AnsFigures) figures = ans_figures_new (book, plan);
  AnsFigure *figure;
  gint64 north, south;
  g_autoptr (AnsRecord) village_value = NULL;

  ans_figures_set_day (figures, "2022-06-30");
  assert_figure (figures, "2.1.3", ANS_FIGURE_NO_DATA, ANS_VERDICT_NONE, "chưa có số liệu");
  add_value (book, plan, "2.1.3", "2022-03-31", "24.5", NULL, NULL, NULL);
  assert_figure (figures, "2.1.3", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "24,5");
  add_value (book, plan, "2.1.3", "2022-06-15", NULL, NULL, "1195", "4990");
  add_value (book, plan, "2.1.3", "2022-07-15", NULL, NULL, "1000", "4990");
  figure = ans_figures_find (figures, "2.1.3");
  assert_figure (figures, "2.1.3", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "23,9");
  g_assert_true (ans_figure_get_value (figure)->near);
  g_assert_cmpint (ans_figure_get_value (figure)->origin, ==, ANS_ORIGIN_MANUAL);
  g_assert_cmpint (ans_figure_get_value (figure)->day.month, ==, 6);
  g_assert_cmpstr (ans_figure_get_entry (figure)->source, ==, "Báo cáo mẫu");
  ans_figures_set_day (figures, "2022-05-01");
  assert_figure (figures, "2.1.3", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "24,5");
  ans_figures_set_day (figures, "2022-06-30");

  /* Met, not met, not arisen; 0 is not “nobody knows”. */
  add_value (book, plan, "2.7.5", "2022-02-01", NULL, ANS_RESULT_NOT_MET, NULL, NULL);
  assert_figure (figures, "2.7.5", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "Không đạt");
  add_value (book, plan, "2.7.5", "2022-03-01", NULL, ANS_RESULT_MET, NULL, NULL);
  assert_figure (figures, "2.7.5", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "Đạt");
  add_value (book, plan, "2.7.3", "2022-06-30", "0", NULL, NULL, NULL);
  assert_figure (figures, "2.7.3", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "0");
  add_value (book, plan, "2.7.4", "2022-06-30", NULL, ANS_RESULT_NOT_ARISEN, NULL, NULL);
  assert_figure (figures, "2.7.4", ANS_FIGURE_NOT_ARISEN, ANS_VERDICT_MET, "–");
  add_value (book, plan, "2.6.1", "2022-06-30", NULL, NULL, "199", "200");
  assert_figure (figures, "2.6.1", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "99,5");

  /* Villages that report for themselves make the commune's number of what adds up. */
  north = add_village (book, "Bắc Mẫu");
  south = add_village (book, "Nam Mẫu");
  for (guint i = 0; i < 2; i++)
    {
      village_value = ans_record_new (book, &ans_register_indicator_values);
      ans_record_set_int (village_value, "indicator", indicator_id (book, plan, "2.1.1"));
      ans_record_set_int (village_value, "village", i == 0 ? north : south);
      ans_record_set (village_value, "day", i == 0 ? "2022-06-01" : "2022-06-02");
      ans_record_set (village_value, "value", i == 0 ? "70" : "53");
      ans_record_set (village_value, "source", "Thôn");
      save_record (village_value);
      g_clear_object (&village_value);
    }
  assert_figure (figures, "2.1.1", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "123");
  figure = ans_figures_find (figures, "2.1.1");
  g_assert_cmpint (ans_figure_get_village_value (figure, south)->value.num, ==, 53);
  g_assert_cmpint (ans_figure_get_village_value (figure, south)->verdict, ==, ANS_VERDICT_NONE);
  {
    g_autofree char *share = g_strdup_printf ("%" G_GINT64_FORMAT, indicator_id (book, plan, "2.1.1"));
    g_autofree char *village = g_strdup_printf ("%" G_GINT64_FORMAT, south);

    ADD (ans_register_allocations, "indicator", share, "village", village, "value", "60");
  }
  g_assert_cmpint (ans_figure_get_village_value (figure, south)->verdict, ==, ANS_VERDICT_NOT_MET);
  ans_figures_set_day (figures, "2022-06-01");
  assert_figure (figures, "2.1.1", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "70");
}

/* Twelve people of age of whom the register says all, then not all. */
static void
test_hybrid (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 plan = load_plan (book), village = add_village (book, "Bắc Mẫu");
  gint64 household = add_household (book, village), last = 0;
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  g_autoptr (AnsFigures) figures = ans_figures_new (book, plan);
  g_autoptr (AnsRecord) person = NULL;
  AnsFigure *figure;

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (AnsRecord) record = ans_record_new (book, &ans_register_people);

      ans_record_set (record, "full_name", "Nguyễn Văn Mẫu");
      ans_record_set (record, "sex", i < 5 ? "NU" : "NAM");
      ans_record_set (record, "birth", "1980-01-01");
      ans_record_set_int (record, "household", household);
      ans_record_set (record, "relation", i == 0 ? "CHU_HO" : "KHAC");
      if (i < 11)
        ans_record_set (record, "labour_status", i < 10 ? "CO_VIEC_LAM" : "THAT_NGHIEP");
      if (i < 10)
        ans_record_set (record, "industry", i < 2 ? "NLTS" : "DV");
      if (i < 11)
        ans_record_set (record, "qualification", i < 8 ? (i < 3 ? "4" : "1") : "0");
      last = save_record (record);
    }
  ans_figures_set_day (figures, today);
  /* 11 of 12 is enough. 2 of 10 work on the land, 5 of 10 are women; 8 of 11 are trained, 3 of
   * them with a certificate: of the same 11. */
  assert_figure (figures, "2.1.3", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "20,0");
  assert_figure (figures, "2.8.1", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "50");
  assert_figure (figures, "2.2.2", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "73");
  assert_figure (figures, "2.2.3", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "27");
  figure = ans_figures_find (figures, "2.1.3");
  g_assert_cmpint (ans_figure_get_value (figure)->origin, ==, ANS_ORIGIN_COMPUTED);
  g_assert_cmpint (ans_figure_get_value (figure)->denominator, ==, 10);

  /* 10 of 12 is not; then what was entered by hand counts, and it says why. */
  person = ans_record_load (book, &ans_register_people, last - 1, NULL);
  ans_record_set (person, "labour_status", NULL);
  save_record (person);
  assert_figure (figures, "2.1.3", ANS_FIGURE_NO_DATA, ANS_VERDICT_NONE, "chưa có số liệu");
  g_assert_nonnull (strstr (ans_figure_get_remark (figure), "83,3%"));
  add_value (book, plan, "2.1.3", "2022-04-01", "23.5", NULL, NULL, NULL);
  assert_figure (figures, "2.1.3", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "23,5");
  g_assert_cmpint (ans_figure_get_value (figure)->origin, ==, ANS_ORIGIN_MANUAL);
  g_assert_null (ans_figures_list (figures, figure, ANS_PART_NUMERATOR, 0));

  /* The office may be content with less. */
  g_assert_true (ans_book_begin (book, "setting", NULL));
  g_assert_true (ans_book_set_setting (book, ANS_FIGURES_COVERAGE_SETTING, "80", NULL));
  g_assert_cmpint (ans_book_commit (book, NULL), >, 0);
  assert_figure (figures, "2.1.3", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "20,0");
}

static void
add_status (AnsBook *book, gint64 household, const char *from, const char *status,
            const char *basis)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, household);
  const AnsRegister *statuses = ans_register_find ("poverty-statuses");

  add_row (book, statuses,
           (const char *const[]){ "household", id, "from_date", from, "status", status, "basis",
                                  basis, NULL });
}

/* Example 14 on a small scale: of 40 households 10 are poor at the start, 6 leave, 1 is new, 1 is
 * poor again: 25,00 % → 15,00 %. */
static void
test_poverty (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 plan = load_plan (book), village = add_village (book, "Bắc Mẫu");
  gint64 other = add_village (book, "Nam Mẫu");
  gint64 households[40];
  g_autoptr (AnsFigures) figures = ans_figures_new (book, plan);
  AnsFigure *figure;
  g_autoptr (AnsListing) list = NULL;
  g_autoptr (AnsRecord) record = NULL;

  for (guint i = 0; i < 40; i++)
    households[i] = add_household (book, i % 2 == 0 ? village : other);
  add_status (book, households[20], "2019-01-01", "NGHEO", "DAU_KY");
  add_status (book, households[20], "2020-01-01", "KHONG", "CONG_NHAN");
  for (guint i = 0; i < 10; i++)
    add_status (book, households[i], "2022-01-01", "NGHEO", "DAU_KY");
  ans_figures_set_day (figures, "2022-12-31");
  assert_figure (figures, "2.3.2", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "0");

  for (guint i = 0; i < 6; i++)
    add_status (book, households[i], "2022-12-10", i < 4 ? "KHONG" : "CAN_NGHEO", "CONG_NHAN");
  add_status (book, households[15], "2022-12-10", "NGHEO", "CONG_NHAN");
  add_status (book, households[20], "2022-12-10", "NGHEO", "CONG_NHAN");
  figure = ans_figures_find (figures, "2.3.1");
  assert_figure (figures, "2.3.1", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "10,0");
  g_assert_cmpint (ans_figure_get_value (figure)->numerator, ==, 6);
  g_assert_cmpint (ans_figure_get_value (figure)->denominator, ==, 40);
  g_assert_cmpint (ans_figure_get_value (figure)->start_numerator, ==, 10);
  g_assert_cmpint (ans_figure_get_value (figure)->start_denominator, ==, 40);
  assert_figure (figures, "2.3.2", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "4");
  assert_figure (figures, "2.3.3", ANS_FIGURE_VALUE, ANS_VERDICT_NONE, "1");
  assert_figure (figures, "2.3.4", ANS_FIGURE_VALUE, ANS_VERDICT_NONE, "1");
  assert_figure (figures, "1.1", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "10,0");
  list = ans_figures_list (figures, figure, ANS_PART_START_NUMERATOR, village);
  g_assert_cmpint (ans_listing_count (list, ans_book_get_connection (book), NULL), ==, 5);

  /* The fall may be told as exits. */
  record = ans_record_load (book, &ans_register_plans, plan, NULL);
  ans_record_set (record, "poverty_definition", ANS_POVERTY_GROSS);
  save_record (record);
  assert_figure (figures, "2.3.2", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "6");

  /* On a day before the changes nothing fell; a year before nothing is known. */
  ans_figures_set_day (figures, "2022-06-30");
  assert_figure (figures, "2.3.1", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "0,0");

  /* Under an old standard at the start: never subtracted. */
  g_clear_object (&record);
  record = ans_record_new (book, ans_register_find ("poverty-statuses"));
  ans_record_set_int (record, "household", households[30]);
  ans_record_set (record, "from_date", "2021-12-31");
  ans_record_set (record, "status", "NGHEO");
  ans_record_set (record, "basis", "DAU_KY");
  ans_record_set (record, "standard", "CN2016");
  save_record (record);
  figure = ans_figures_find (figures, "2.3.1");
  g_assert_cmpint (ans_figure_get_value (figure)->state, ==, ANS_FIGURE_STANDARDS_DIFFER);
  g_assert_nonnull (strstr (ans_figure_get_remark (figure), "hai chuẩn"));
  g_assert_cmpint (
      ans_figure_get_value (ans_figures_find (figures, "1.1"))->state, ==, ANS_FIGURE_NO_DATA);
}

/* --- worked examples of domain.md §7 ---------------------------------------------------------- */

#define HOUSEHOLDS 2826
#define POOR       130

static void
add_statuses (AnsBook *book, const gint64 *households, guint n, const char *from,
              const char *status, const char *basis)
{
  for (guint i = 0; i < n; i++)
    add_status (book, households[i], from, status, basis);
}

/* 2.826 households, 130 of them poor; 70 leave, 3 are new, 2 poor again. */
static void
fill_example (AnsBook *book, gint64 village)
{
  g_autofree gint64 *households = g_new0 (gint64, HOUSEHOLDS);

  g_assert_true (ans_book_begin (book, "example", NULL));
  for (guint i = 0; i < HOUSEHOLDS; i++)
    households[i] = add_household (book, village);
  add_statuses (book, households + 500, 2, "2017-01-01", "NGHEO", "DAU_KY");
  add_statuses (book, households + 500, 2, "2019-01-01", "KHONG", "CONG_NHAN");
  add_statuses (book, households, POOR, "2022-01-01", "NGHEO", "DAU_KY");
  add_statuses (book, households, 40, "2022-06-10", "KHONG", "CONG_NHAN");
  add_statuses (book, households + 40, 30, "2022-12-10", "CAN_NGHEO", "CONG_NHAN");
  add_statuses (book, households + 400, 3, "2022-09-10", "NGHEO", "CONG_NHAN");
  add_statuses (book, households + 500, 2, "2022-10-10", "NGHEO", "CONG_NHAN");
  g_assert_cmpint (ans_book_commit (book, NULL), >, 0);
}

static void
assert_exact (AnsFigures *figures, const char *code, const char *exact)
{
  g_autofree char *value = ans_rational_to_canonical (
      ans_figure_get_value (ans_figures_find (figures, code))->value, 4);

  g_assert_cmpstr (value, ==, exact);
}

/* Examples 13, 14 and 14b, in a book. */
static void
test_example_of_poverty (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 plan = load_plan (book), village = add_village (book, "Bắc Mẫu");
  g_autoptr (AnsFigures) figures = ans_figures_new (book, plan);
  g_autoptr (AnsAreaTableResult) table = NULL;
  g_autoptr (AnsRecord) record = NULL;
  g_autoptr (GPtrArray) found = NULL;
  guint last;

  fill_example (book, village);
  ans_figures_set_day (figures, "2022-12-31");
  assert_figure (figures, "2.3.1", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "2,3");
  assert_exact (figures, "2.3.1", "2.3001");
  assert_figure (figures, "2.3.2", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "65");
  assert_figure (figures, "2.3.3", ANS_FIGURE_VALUE, ANS_VERDICT_NONE, "2");
  assert_figure (figures, "2.3.4", ANS_FIGURE_VALUE, ANS_VERDICT_NONE, "3");

  table = ans_area_table_run (&ans_poverty_table_by_village, book, ans_book_get_connection (book),
                              "2022-01-01", "2022-12-31", NULL);
  last = table->rows->len - 1;
  g_assert_cmpint (ans_area_table_get (table, last, "poor-start"), ==, 130);
  g_assert_cmpint (ans_area_table_get (table, last, "poor-start-rate"), ==, 460);
  g_assert_cmpint (ans_area_table_get (table, last, "exits"), ==, 70);
  g_assert_cmpint (ans_area_table_get (table, last, "relapses"), ==, 2);
  g_assert_cmpint (ans_area_table_get (table, last, "new"), ==, 3);
  g_assert_cmpint (ans_area_table_get (table, last, "poor-end"), ==, 65);
  g_assert_cmpint (ans_area_table_get (table, last, "poor-end-rate"), ==, 230);

  /* 13: of so many households 2,3 points are 65 of them, and nothing contradicts itself. */
  found = ans_figures_check (figures, NULL);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (((AnsContradiction *) found->pdata[i])->kind, !=, "equivalent");

  /* 14b: 2.840 households at the year's end. */
  g_assert_true (ans_book_begin (book, "14 more", NULL));
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, add_household (book, village));
      g_autofree char *sql = g_strdup_printf (
          "UPDATE household_state SET from_date = '2022-07-01' WHERE household = %s", id);

      g_assert_true (ans_connection_exec (ans_book_get_connection (book), sql, NULL));
    }
  g_assert_cmpint (ans_book_commit (book, NULL), >, 0);
  g_assert_cmpint (ans_figure_get_value (ans_figures_find (figures, "2.3.1"))->denominator, ==,
                   2840);
  assert_figure (figures, "2.3.1", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "2,3");
  assert_exact (figures, "2.3.1", "2.3114");

  /* Told as exits it is 70. */
  record = ans_record_load (book, &ans_register_plans, plan, NULL);
  ans_record_set (record, "poverty_definition", ANS_POVERTY_GROSS);
  save_record (record);
  assert_figure (figures, "2.3.2", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "70");
}

/* Examples 15 to 18, entered by hand: what is shown, the verdict, and whether it is near. */
static void
test_examples (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *code, *value, *numerator, *denominator;
    AnsVerdict verdict;
    gboolean near;
    const char *shown, *progress;
  } examples[] = {
    { "2.1.1", "123", NULL, NULL, ANS_VERDICT_MET, FALSE, "123", "102.5" },
    { "2.1.2", "38", NULL, NULL, ANS_VERDICT_NOT_MET, FALSE, "38", "95" },
    { "2.8.1", NULL, "1946", "4990", ANS_VERDICT_MET, TRUE, "39", "100" },
    { "2.8.1", NULL, "1949", "4990", ANS_VERDICT_MET, FALSE, "39", "100.1" },
    { "2.1.3", NULL, "1195", "4990", ANS_VERDICT_MET, TRUE, "23,9", NULL },
    { "2.1.3", NULL, "1200", "4990", ANS_VERDICT_NOT_MET, FALSE, "24,0", NULL },
    { "2.7.1", NULL, "24", "2350", ANS_VERDICT_MET, TRUE, "1", NULL },
    { "2.7.1", NULL, "23", "2350", ANS_VERDICT_MET, FALSE, "1", NULL },
  };
  gint64 plan = load_plan (fixture->book);
  g_autoptr (AnsFigures) figures = ans_figures_new (fixture->book, plan);
  g_autoptr (GPtrArray) found = NULL;

  ans_figures_set_day (figures, "2022-12-31");
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *day = g_strdup_printf ("2022-12-%02u", 10 + i);
      AnsFigure *figure;
      AnsRational percent;

      add_value (fixture->book, plan, examples[i].code, day, examples[i].value, NULL,
                 examples[i].numerator, examples[i].denominator);
      figure = ans_figures_find (figures, examples[i].code);
      assert_figure (figures, examples[i].code, ANS_FIGURE_VALUE, examples[i].verdict,
                     examples[i].shown);
      g_assert_cmpint (ans_figure_get_value (figure)->near, ==, examples[i].near);
      g_assert_cmpint (ans_figure_value_progress (ans_figure_get_value (figure),
                                                  ans_figure_get_indicator (figure), &percent),
                       ==, examples[i].progress != NULL);
      if (examples[i].progress != NULL)
        {
          g_autofree char *text = ans_rational_to_canonical (percent, 1);

          g_assert_cmpstr (text, ==, examples[i].progress);
        }
    }
  /* 15: the 38 are inside of the 123, and never added to them. */
  found = ans_figures_check (figures, NULL);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (((AnsContradiction *) found->pdata[i])->kind, !=, "subset");
  g_assert_cmpint (ans_figure_get_indicator (ans_figures_find (figures, "2.1.2"))->subset_of, ==,
                   indicator_id (fixture->book, plan, "2.1.1"));
}

/* The mean over years, and last year's numbers. */
static void
test_years (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 plan = load_plan (book);
  g_autoptr (GError) error = NULL;
  gint64 next = ans_plan_copy_to_year (book, plan, 2023, &error);
  g_autoptr (AnsFigures) figures = NULL;
  const AnsFigureValue *before;
  AnsForecast forecast;

  g_assert_no_error (error);
  figures = ans_figures_new (book, next);
  ans_figures_set_day (figures, "2023-06-30");
  add_value (book, next, "2.3.1", "2023-06-30", "0.8", NULL, NULL, NULL);
  assert_figure (figures, "1.1", ANS_FIGURE_VALUE, ANS_VERDICT_NOT_MET, "0,8");
  add_value (book, plan, "2.3.1", "2022-12-20", "2.4", NULL, NULL, NULL);
  assert_figure (figures, "1.1", ANS_FIGURE_VALUE, ANS_VERDICT_MET, "1,6");
  g_assert_nonnull (
      strstr (ans_figure_get_remark (ans_figures_find (figures, "1.1")), "2022, 2023"));

  /* The book begins with 2022, and of the year before nobody knows, which is not 0. */
  g_assert_null (ans_figures_get_last_year (figures, ans_figures_find (figures, "2.3.2")));
  g_assert_null (ans_figures_get_last_year (figures, ans_figures_find (figures, "2.3.3")));
  g_assert_null (ans_figures_get_last_year (figures, ans_figures_find (figures, "2.1.1")));
  add_value (book, plan, "2.1.1", "2022-06-30", "40", NULL, NULL, NULL);
  add_value (book, plan, "2.1.1", "2022-12-31", "130", NULL, NULL, NULL);
  add_value (book, next, "2.1.1", "2023-06-30", "50", NULL, NULL, NULL);
  before = ans_figures_get_last_year (figures, ans_figures_find (figures, "2.1.1"));
  g_assert_nonnull (before);
  g_assert_cmpint (before->value.num, ==, 40);
  g_assert_true (
      ans_figures_forecast (figures, ans_figures_find (figures, "2.1.1"), &forecast));
  g_assert_true (forecast.seasonal);
  g_assert_cmpint (ans_rational_round (forecast.expected, 1), ==, 1625); /* 50 × 130 / 40 */
}

/* --- refreshed by difference ------------------------------------------------------------------ */

static void
assert_same_value (const char *code, gint64 village, const AnsFigureValue *a,
                   const AnsFigureValue *b)
{
  if (memcmp (a, b, sizeof *a) == 0)
    return;
  g_test_message ("%s, village %" G_GINT64_FORMAT ": %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT
                  " of state %d, anew %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT " of state %d",
                  code, village, a->numerator, a->denominator, a->state, b->numerator,
                  b->denominator, b->state);
  g_assert_not_reached ();
}

static void
assert_as_new (AnsFigures *figures, const char *day)
{
  g_autoptr (AnsFigures) anew =
      ans_figures_new (ans_figures_get_book (figures), ans_figures_get_plan (figures)->id);
  const GArray *villages = ans_figures_get_villages (figures);

  ans_figures_set_day (anew, day);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (figures)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (anew)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (figures)); i++)
    {
      g_autoptr (AnsFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), i);
      const char *code = ans_figure_get_indicator (figure)->code;
      AnsFigure *same = ans_figures_find (anew, code);

      g_assert_nonnull (same);
      assert_same_value (code, -1, ans_figure_get_value (figure), ans_figure_get_value (same));
      g_assert_cmpstr (ans_figure_get_remark (figure), ==, ans_figure_get_remark (same));
      for (guint j = 0; j < villages->len; j++)
        {
          gint64 village = g_array_index (villages, AnsFigureVillage, j).id;
          const AnsFigureValue *value = ans_figure_get_village_value (figure, village);

          if (value != NULL)
            assert_same_value (
                code, village, value, ans_figure_get_village_value (same, village));
        }
    }
}

static void
random_labour (AnsBook *book, GRand *rand)
{
  static const char *const statuses[] = { "CO_VIEC_LAM", "THAT_NGHIEP", "KHONG_THAM_GIA", NULL };
  static const char *const industries[] = { "NLTS", "DV", NULL };
  static const char *const qualifications[] = { "0", "1", "4", NULL };
  gint64 id = random_id (book, rand, "person", "1");
  g_autoptr (AnsRecord) person =
      id != 0 ? ans_record_load (book, &ans_register_people, id, NULL) : NULL;

  if (person == NULL)
    return;
  ans_record_set (
      person, "labour_status", g_rand_int_range (rand, 0, 20) > 0 ? pick (rand, statuses) : NULL);
  ans_record_set (person, "industry", pick (rand, industries));
  ans_record_set (person, "qualification", pick (rand, qualifications));
  ans_record_save (person, NULL);
}

static void
random_status (AnsBook *book, GRand *rand)
{
  static const char *const statuses[] = { "NGHEO", "CAN_NGHEO", "KHONG", NULL };
  static const char *const bases[] = { "DAU_KY", "CONG_NHAN", "CHUYEN_DEN", NULL };
  const AnsRegister *reg = ans_register_find ("poverty-statuses");
  gint64 id = random_id (book, rand, "poverty_status", "1");
  g_autofree char *day = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (rand, 2021, 2024),
                                          g_rand_int_range (rand, 1, 13),
                                          g_rand_int_range (rand, 1, 29));
  g_autoptr (AnsRecord) record = NULL;

  if (id != 0 && g_rand_int_range (rand, 0, 4) == 0)
    {
      record = ans_record_load (book, reg, id, NULL);
      ans_record_delete (record, NULL);
      return;
    }
  record = ans_record_new (book, reg);
  set_random_reference (record, "household", rand, "household");
  ans_record_set (record, "from_date", g_rand_boolean (rand) ? "2022-01-01" : day);
  ans_record_set (record, "status", pick (rand, statuses));
  ans_record_set (record, "basis", pick (rand, bases));
  ans_record_save (record, NULL);
}

static void
random_plan_edit (AnsBook *book, GRand *rand)
{
  gint64 id = random_id (book, rand, "indicator", "1");
  g_autofree char *day = random_day (rand);

  if (id == 0)
    return;
  if (g_rand_boolean (rand))
    {
      g_autoptr (AnsRecord) value = ans_record_new (book, &ans_register_indicator_values);

      ans_record_set_int (value, "indicator", id);
      if (g_rand_boolean (rand))
        set_random_reference (value, "village", rand, "village");
      ans_record_set (value, "day", day);
      ans_record_set_int (value, "value", g_rand_int_range (rand, 0, 100));
      ans_record_save (value, NULL);
    }
  else
    {
      g_autoptr (AnsRecord) indicator = ans_record_load (book, &ans_register_indicators, id, NULL);
      static const char *const figures[] = { "people", "households", "poor-households",
                                             "labour-trained", NULL };

      ans_record_set_int (indicator, "target", g_rand_int_range (rand, 0, 100));
      if (g_rand_int_range (rand, 0, 3) == 0)
        ans_record_set (indicator, "figure", pick (rand, figures));
      ans_record_save (indicator, NULL);
    }
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  AnsBook *book = fixture->book;
  g_autofree char *today = ans_date_to_iso (ans_date_today ());
  gint64 plan = load_plan (book);
  g_autoptr (AnsFigures) now = ans_figures_new (book, plan);
  g_autoptr (AnsFigures) past = ans_figures_new (book, plan);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 40; i++)
    random_action (book, rand);
  ans_figures_set_day (now, today);
  ans_figures_set_day (past, "2022-10-15");
  g_assert_true (ans_figures_evaluate (now, NULL));
  g_assert_true (ans_figures_evaluate (past, NULL));
  for (guint i = 0; i < 250; i++)
    {
      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          random_labour (book, rand);
          break;
        case 1:
          random_status (book, rand);
          break;
        case 2:
          random_plan_edit (book, rand);
          break;
        case 3:
          {
            g_autoptr (AnsUndoReport) report = ans_undo (book, 0, FALSE, NULL);

            break;
          }
        default:
          random_action (book, rand);
          break;
        }
      if (ans_connection_get_int (
              ans_book_get_connection (book), "SELECT count(*) FROM plan", 0) == 0)
        {
          /* The plan itself was taken back. */
          g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (now)), ==, 0);
          break;
        }
      assert_as_new (now, today);
      assert_as_new (past, "2022-10-15");
    }
}

static void
note (AnsFigures *figures, gpointer data)
{
  (*(guint *) data)++;
}

/* Only what changed tells of it. */
static void
test_news (Fixture *fixture, gconstpointer data)
{
  AnsBook *book = fixture->book;
  gint64 plan = load_plan (book);
  g_autoptr (AnsFigures) figures = ans_figures_new (book, plan);
  guint all = 0, jobs = 0, women = 0;

  ans_figures_set_day (figures, "2022-06-30");
  g_assert_true (ans_figures_evaluate (figures, NULL));
  g_signal_connect (figures, "changed", G_CALLBACK (note), &all);
  g_signal_connect (ans_figures_find (figures, "2.1.1"), "changed", G_CALLBACK (note), &jobs);
  g_signal_connect (ans_figures_find (figures, "2.8.1"), "changed", G_CALLBACK (note), &women);
  add_value (book, plan, "2.1.1", "2022-06-01", "90", NULL, NULL, NULL);
  g_assert_cmpuint (all, ==, 1);
  g_assert_cmpuint (jobs, ==, 1);
  g_assert_cmpuint (women, ==, 0);
  add_value (book, plan, "2.1.1", "2022-07-01", "95", NULL, NULL, NULL);
  g_assert_cmpuint (all, ==, 1);
}

#define ADD_TEST(path, func)                                                                       \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ans_plan_init ();
  ADD_TEST ("/figures/no-data", test_no_data);
  ADD_TEST ("/figures/manual", test_manual);
  ADD_TEST ("/figures/hybrid", test_hybrid);
  ADD_TEST ("/figures/poverty", test_poverty);
  ADD_TEST ("/figures/example-of-poverty", test_example_of_poverty);
  ADD_TEST ("/figures/examples", test_examples);
  ADD_TEST ("/figures/years", test_years);
  ADD_TEST ("/figures/news", test_news);
  ADD_TEST ("/figures/refresh", test_refresh);
  return g_test_run ();
}
