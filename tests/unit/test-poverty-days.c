/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists and papers of poverty show of a household whose members, head, forms and supports
 * change: as they were on the day. All people are invented. */
#include <string.h>

#include "areas/ans-poverty.h"
#include "book-fixture.h"
#include "document/ans-document.h"
#include "plan/ans-plan.h"
#include "registry/ans-period-history.h"
#include "report/ans-report.h"

typedef struct
{
  Fixture base;
  gint64 household, certificate;
} House;

static gint64
add (AnsBook *book, const AnsRegister *reg, gint64 household, const char *const *fields)
{
  g_autoptr (AnsRecord) record = ans_record_new (book, reg);

  if (household != 0)
    ans_record_set_int (record, "household", household);
  for (guint i = 0; fields[i] != NULL; i += 2)
    ans_record_set (record, fields[i], fields[i + 1]);
  return save_record (record);
}

#define ADD(reg, household, ...)                                                                   \
  add (book, &reg, household, (const char *const[]) { __VA_ARGS__, NULL })

static void
set_on (AnsBook *book, gint64 person, const char *day, const char *field, const char *value)
{
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, person, NULL);

  ans_record_set (record, field, value);
  ans_record_set_effective_date (record, day);
  save_record (record);
}

/* A couple with a son and a daughter. The daughter moves away in May, the husband dies in July and
 * his wife is the head from then on. */
static void
set_up (House *house, gconstpointer data)
{
  AnsBook *book;
  gint64 village, man, woman, daughter;
  g_autofree char *round = NULL;

  fixture_set_up (&house->base, data);
  book = house->base.book;
  village = add_village (book, "Bắc Mẫu");
  house->household = add_household (book, village);
  man = add_person (book, house->household, "Lê Văn Mẫu", "NAM", "1950-01-01", "CHU_HO");
  woman = add_person (book, house->household, "Trần Thị Mẫu", "NU", "1955-01-01", "VO");
  add_person (book, house->household, "Lê Văn Con", "NAM", "1985-01-01", "CON_DE");
  daughter = add_person (book, house->household, "Lê Thị Con", "NU", "1990-01-01", "CON_DE");
  round = g_strdup_printf ("%" G_GINT64_FORMAT, ADD (ans_register_poverty_rounds, 0, "year", "2021",
                                                     "kind", ANS_POVERTY_ROUND_YEARLY, "starts",
                                                     "2021-09-01", "ends", "2021-12-14"));
  ADD (ans_register_poverty_assessments, house->household, "round", round, "date", "2021-09-10",
       "b1", "131");
  ADD (ans_register_poverty_assessments, house->household, "round", round, "date", "2021-11-10",
       "b1", "115", "d2", "1", "d4", "1", "d9", "1");
  ADD (ans_register_poverty_statuses, house->household, "from_date", "2022-01-01", "status",
       ANS_POVERTY_POOR, "basis", ANS_POVERTY_BASELINE);
  ADD (ans_register_household_supports, house->household, "kind", "QUA_TET", "date", "2021-01-25",
       "amount", "700000");
  ADD (ans_register_household_supports, house->household, "kind", "QUA_TET", "date", "2022-01-25",
       "amount", "300000");
  ADD (ans_register_household_supports, house->household, "kind", "BHYT", "date", "2022-08-01",
       "amount", "200000");
  house->certificate = ADD (ans_register_poverty_certificates, house->household, "status",
                            ANS_POVERTY_POOR, "number", "01/HN", "issued", "2022-03-01");
  set_on (book, daughter, "2022-05-10", "residence", ANS_RESIDENCE_MOVED_AWAY);
  set_on (book, woman, "2022-07-01", "relation", "CHU_HO");
  set_on (book, man, "2022-07-01", "death", "2022-07-01");
}

static void
tear_down (House *house, gconstpointer data)
{
  fixture_tear_down (&house->base, data);
}

typedef struct
{
  GString *text;
} Row;

static gboolean
take (gint64 id, const char *const *values, gpointer data)
{
  GString *text = data;

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", values[i] != NULL ? values[i] : "-");
  return TRUE;
}

static char *
row_on (House *house, const char *day)
{
  static const char *const columns[] = { "head_name",      "members",    "b1", "lacks",
                                         "support_amount", "head_birth", NULL };
  AnsBook *book = house->base.book;
  AnsConnection *connection = ans_book_get_connection (book);
  g_autoptr (AnsListing) list = ans_listing_new (book, ans_listing_info_find ("poor-households"));
  g_autoptr (AnsListingResult) result = NULL;
  GString *text = g_string_new (NULL);

  ans_listing_set_as_of (list, day);
  result = ans_listing_run (list, connection, 0, NULL);
  g_assert_cmpuint (result->ids->len, ==, 1);
  g_assert_true (ans_listing_fetch (list, connection, (const gint64 *) (gpointer) result->ids->data,
                                    1, columns, take, text, NULL));
  return g_string_free_and_steal (text);
}

static void
test_list (House *house, gconstpointer data)
{
  static const struct
  {
    const char *day, *row;
  } days[] = {
    { "2022-01-10", "Lê Văn Mẫu | 4 | 115 | 2, 4, 9 | - | 1950" },
    { "2022-04-01", "Lê Văn Mẫu | 4 | 115 | 2, 4, 9 | 300000 | 1950" },
    { "2022-06-01", "Lê Văn Mẫu | 3 | 115 | 2, 4, 9 | 300000 | 1950" },
    { "2022-07-15", "Trần Thị Mẫu | 2 | 115 | 2, 4, 9 | 300000 | 1955" },
    { "2022-12-31", "Trần Thị Mẫu | 2 | 115 | 2, 4, 9 | 500000 | 1955" },
    { "2023-03-01", "Trần Thị Mẫu | 2 | 115 | 2, 4, 9 | - | 1955" },
  };
  g_autofree char *now = row_on (house, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *row = row_on (house, days[i].day);

      g_test_message ("%s", days[i].day);
      g_assert_cmpstr (row, ==, days[i].row);
    }
  g_assert_cmpstr (now, ==, "Trần Thị Mẫu | 2 | 115 | 2, 4, 9 | - | 1955");
}

/* The certificate is of the day of its issue, with whom it was issued to. */
static void
test_certificate (House *house, gconstpointer data)
{
  AnsReportRequest request = { .record = house->certificate };
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsDocument) paper = NULL, later = NULL;
  g_autoptr (AnsRecord) record = NULL;

  paper =
      ans_report_make (ans_report_find ("poverty-certificate"), house->base.book, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ans_table_source_get_n_rows (ans_document_get_table (paper)), ==, 4);
  g_assert_cmpstr (ans_table_source_get_row (ans_document_get_table (paper), 0, NULL)[1], ==,
                   "Lê Văn Mẫu");
  record = ans_record_load (house->base.book, &ans_register_poverty_certificates,
                            house->certificate, &error);
  ans_record_set (record, "issued", "2022-08-01");
  save_record (record);
  later =
      ans_report_make (ans_report_find ("poverty-certificate"), house->base.book, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ans_table_source_get_n_rows (ans_document_get_table (later)), ==, 2);
  g_assert_cmpstr (ans_table_source_get_row (ans_document_get_table (later), 0, NULL)[1], ==,
                   "Trần Thị Mẫu");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ans_plan_init ();
  g_test_add ("/poverty-days/list", House, NULL, set_up, test_list, tear_down);
  g_test_add ("/poverty-days/certificate", House, NULL, set_up, test_certificate, tear_down);
  return g_test_run ();
}
