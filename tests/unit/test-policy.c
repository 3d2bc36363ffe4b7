/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law as data: the poverty standard on every day, and what scores say under it. */
#include <string.h>

#include "policy/ans-poverty-change.h"
#include "policy/ans-poverty-standard.h"

static void
assert_verdict (const char *area, int b1, guint n, const char *day, const char *result, int b2,
                const char *standard, const char *reason, const char *clause)
{
  /* Which ones does not matter, only how many. */
  guint mask = n == 0 ? 0 : ((1u << n) - 1) << (12 - n);
  g_autoptr (AnsPovertyVerdict) verdict = ans_poverty_classify (area, b1, mask, day);

  g_assert_cmpstr (verdict->result, ==, result);
  g_assert_cmpint (verdict->b2, ==, b2);
  g_assert_cmpstr (verdict->standard, ==, standard);
  if (reason != NULL)
    g_assert_cmpstr (verdict->reason, ==, reason);
  if (clause != NULL)
    g_assert_cmpstr (verdict->clause, ==, clause);
}

#define TT "TT 07/2021/TT-BLĐTBXH, TT 02/2022/TT-BLĐTBXH"

/* domain.md §7, example 12. */
static void
test_example_12 (void)
{
  assert_verdict ("NT", 135, 4, "2022-09-18", "NGHEO", 40, "CN2022",
                  "B1 135 ≤ 140 và B2 40 ≥ 30 (thiếu hụt 4/12 chỉ số, từ 3 trở lên)",
                  "NĐ 07/2021/NĐ-CP Điều 3; " TT);
  assert_verdict ("NT", 135, 2, "2022-09-18", "CAN_NGHEO", 20, "CN2022",
                  "B1 135 ≤ 140 và B2 20 < 30 (thiếu hụt 2/12 chỉ số, dưới 3)", NULL);
  assert_verdict ("NT", 140, 3, "2022-09-18", "NGHEO", 30, "CN2022", NULL, NULL);
  assert_verdict ("NT", 141, 6, "2022-09-18", "KHONG", 60, "CN2022",
                  "B1 141 > 140: vượt chuẩn về thu nhập (thiếu hụt 6/12 chỉ số)", NULL);
}

static void
test_boundaries (void)
{
  for (guint n = 0; n <= 12; n++)
    {
      const char *under = n >= 3 ? "NGHEO" : "CAN_NGHEO";
      int b2 = (int) n * 10;

      assert_verdict ("NT", 0, n, "2022-06-01", under, b2, "CN2022", NULL, NULL);
      assert_verdict ("NT", 140, n, "2022-06-01", under, b2, "CN2022", NULL, NULL);
      assert_verdict ("NT", 141, n, "2022-06-01", "KHONG", b2, "CN2022", NULL, NULL);
      assert_verdict ("TT", 141, n, "2022-06-01", under, b2, "CN2022", NULL, NULL);
      assert_verdict ("TT", 175, n, "2022-06-01", under, b2, "CN2022", NULL, NULL);
      assert_verdict ("TT", 176, n, "2022-06-01", "KHONG", b2, "CN2022", NULL, NULL);
    }
}

static void
test_not_decidable (void)
{
  assert_verdict ("NT", -1, 5, "2022-06-01", NULL, 50, "CN2022", "Chưa có điểm B1", NULL);
  assert_verdict (NULL, 100, 5, "2022-06-01", NULL, 50, "CN2022", NULL, NULL);
  assert_verdict ("XX", 100, 5, "2022-06-01", NULL, 50, "CN2022", NULL, NULL);
  assert_verdict ("NT", 100, 5, "2015-12-31", NULL, -1, NULL, NULL, "");
  assert_verdict ("NT", 100, 5, "", NULL, -1, NULL, NULL, "");
}

/* The days around every change. */
static void
test_days (void)
{
  static const struct
  {
    const char *day, *standard, *result, *clause;
  } days[] = {
    { "2015-12-31", NULL, NULL, "" },
    { "2016-01-01", "CN2016", NULL, "QĐ 59/2015/QĐ-TTg Điều 2" },
    { "2020-12-31", "CN2016", NULL, "QĐ 59/2015/QĐ-TTg Điều 2" },
    { "2021-01-01", "CN2016", NULL, "QĐ 59/2015/QĐ-TTg; NĐ 07/2021/NĐ-CP" },
    { "2021-12-31", "CN2016", NULL, "QĐ 59/2015/QĐ-TTg; NĐ 07/2021/NĐ-CP" },
    { "2022-01-01", "CN2022", "NGHEO", "NĐ 07/2021/NĐ-CP Điều 3; " TT },
    { "2025-12-31", "CN2022", "NGHEO", "NĐ 07/2021/NĐ-CP Điều 3; " TT },
    { "2026-01-01", "CN2022", "NGHEO", "NĐ 351/2025/NĐ-CP; " TT },
    { "2026-12-31", "CN2022", "NGHEO", "NĐ 351/2025/NĐ-CP; " TT },
    { "2027-01-01", "CN2027", NULL, "NĐ 351/2025/NĐ-CP" },
    { "2030-12-31", "CN2027", NULL, "NĐ 351/2025/NĐ-CP" },
    { "2031-01-01", NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_cmpstr (ans_poverty_standard_on (days[i].day), ==, days[i].standard);
      assert_verdict ("NT", 140, 3, days[i].day, days[i].result,
                      g_strcmp0 (days[i].standard, "CN2022") == 0 ? 30 : -1, days[i].standard,
                      NULL, days[i].clause);
    }
  g_assert_cmpstr (ans_poverty_standard_starts ("CN2022"), ==, "2022-01-01");
  g_assert_cmpstr (ans_poverty_standard_starts ("CN1999"), ==, NULL);
}

/* The review of autumn 2021 applied the standard of 2022. */
static void
test_under (void)
{
  g_autoptr (AnsPovertyVerdict) early =
      ans_poverty_classify_under ("CN2022", "NT", 120, 0x7, "2021-10-05");
  g_autoptr (AnsPovertyVerdict) late =
      ans_poverty_classify_under ("CN2022", "NT", 120, 0x3, "2028-10-05");
  g_autoptr (AnsPovertyVerdict) unknown =
      ans_poverty_classify_under (NULL, "NT", 120, 0x3, "2022-10-05");

  g_assert_cmpstr (early->result, ==, "NGHEO");
  g_assert_cmpstr (early->clause, ==, "NĐ 07/2021/NĐ-CP Điều 3; " TT);
  g_assert_cmpstr (late->result, ==, "CAN_NGHEO");
  g_assert_cmpstr (late->clause, ==, "NĐ 351/2025/NĐ-CP; " TT);
  g_assert_cmpstr (unknown->result, ==, "CAN_NGHEO");
}

static guint
count_wrong (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsRateTable) table = ans_rate_table_new (text, &error);
  g_autoptr (GPtrArray) wrong = NULL;

  g_assert_no_error (error);
  wrong = ans_poverty_standards_check (table);
  for (guint i = 0; i < wrong->len; i++)
    g_test_message ("%s", (char *) wrong->pdata[i]);
  return wrong->len;
}

#define HEADER                                                                                     \
  "scheme,code,value,unit,effective_from,in_force_from,effective_to,legal_basis,check,source\n"
#define OLD "CN2016,income_rural,7,d,2016-01-01,,2021-12-31,QĐ,unverified,x\n"
#define NEW "CN2022,income_rural,15,d,2022-01-01,,2026-12-31,NĐ,unverified,x\n"
#define LAST "CN2027,income_rural,22,d,2027-01-01,,2030-12-31,NĐ,unverified,x\n"

static void
test_data (void)
{
  g_autoptr (GPtrArray) wrong = ans_poverty_standards_check (ans_poverty_standards ());
  static const char *const faults[] = {
    /* a gap and an overlap between standards */
    HEADER "CN2016,income_rural,7,d,2016-01-01,,2021-12-30,QĐ,unverified,x\n" NEW LAST,
    HEADER "CN2016,income_rural,7,d,2016-01-01,,2022-01-01,QĐ,unverified,x\n" NEW LAST,
    /* within one */
    HEADER OLD "CN2022,income_rural,15,d,2022-01-01,,2025-12-31,NĐ,unverified,x\n"
               "CN2022,income_rural,15,d,2026-01-02,,2026-12-31,NĐ,unverified,x\n" LAST,
    HEADER OLD "CN2022,income_rural,15,d,2022-01-01,,2026-01-01,NĐ,unverified,x\n"
               "CN2022,income_rural,15,d,2026-01-01,,2026-12-31,NĐ,unverified,x\n" LAST,
    /* a figure of a part of the time */
    HEADER OLD NEW "CN2022,b1_rural,140,d,2022-01-01,,2025-12-31,TT,unverified,x\n" LAST,
    /* an unknown standard, a missing one, a day that is none, a mark that is none, no basis */
    HEADER OLD NEW LAST "CN2031,income_rural,1,d,2031-01-01,,2032-12-31,NĐ,unverified,x\n",
    HEADER OLD NEW,
    HEADER OLD NEW "CN2027,income_rural,22,d,2027-01-01,2027-02-30,2030-12-31,NĐ,unverified,x\n",
    HEADER OLD NEW "CN2027,income_rural,22,d,2027-01-01,,2030-12-31,NĐ,sure,x\n",
    HEADER OLD NEW "CN2027,income_rural,22,d,2027-01-01,,2030-12-31,,unverified,x\n",
  };

  for (guint i = 0; i < wrong->len; i++)
    g_test_message ("%s", (char *) wrong->pdata[i]);
  g_assert_cmpuint (wrong->len, ==, 0);
  g_assert_cmpuint (count_wrong (HEADER OLD NEW LAST), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_test_message ("fault %u", i);
      g_assert_cmpuint (count_wrong (faults[i]), >, 0);
    }
}

static void
test_malformed (void)
{
  static const char *const texts[] = { "", "a,b\n", HEADER "CN2022,x\n",
                                       HEADER "CN2022,x,many,d,2022-01-01,,,NĐ,unverified,x\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ans_rate_table_new (texts[i], &error));
      g_assert_nonnull (error);
    }
}

static void
test_terms (void)
{
  guint n_causes = 0;

  while (ans_poverty_causes[n_causes].code != NULL)
    n_causes++;
  g_assert_cmpuint (n_causes, ==, 8);
  for (int i = 0; i < ANS_POVERTY_N_DEPRIVATIONS; i++)
    {
      const AnsPovertyDeprivation *one = &ans_poverty_deprivations[i];
      g_autofree char *field = g_strdup_printf ("d%d", i + 1);

      g_assert_cmpint (one->number, ==, i + 1);
      g_assert_cmpstr (one->field, ==, field);
      /* Two indicators of each of the six dimensions, side by side. */
      g_assert_cmpstr (one->dimension, ==, ans_poverty_deprivations[i ^ 1].dimension);
      if (i > 1)
        g_assert_cmpstr (one->dimension, !=, ans_poverty_deprivations[(i & ~1) - 1].dimension);
    }
}

/* The table of transitions of domain.md §2.3. */
static void
test_changes (void)
{
  static const struct
  {
    const char *before, *before_standard;
    gboolean poor, near;
    const char *status, *standard, *basis, *change;
  } cases[] = {
    { NULL, NULL, FALSE, FALSE, "NGHEO", "CN2022", "DAU_KY", "DAU_KY" },
    { NULL, NULL, FALSE, FALSE, "NGHEO", "CN2022", "CONG_NHAN", "PHAT_SINH" },
    { NULL, NULL, FALSE, FALSE, "CAN_NGHEO", "CN2022", "CONG_NHAN", "CAN_PHAT_SINH" },
    { NULL, NULL, FALSE, FALSE, "KHONG", "CN2022", "CONG_NHAN", "KHONG_DOI" },
    { NULL, NULL, FALSE, FALSE, "NGHEO", "CN2022", "CHUYEN_DEN", "CHUYEN_DEN" },
    { "NGHEO", "CN2022", TRUE, FALSE, "NGHEO", "CN2022", "CONG_NHAN", "HO_CU" },
    { "NGHEO", "CN2022", TRUE, FALSE, "CAN_NGHEO", "CN2022", "CONG_NHAN", "THOAT_CAN" },
    { "NGHEO", "CN2022", TRUE, FALSE, "KHONG", "CN2022", "CONG_NHAN", "THOAT_HET" },
    { "NGHEO", "CN2016", TRUE, FALSE, "NGHEO", "CN2022", "CONG_NHAN", "DAU_KY" },
    { "NGHEO", "CN2016", TRUE, FALSE, "KHONG", "CN2022", "CONG_NHAN", "DAU_KY" },
    { "CAN_NGHEO", "CN2016", FALSE, TRUE, "NGHEO", "CN2022", "CONG_NHAN", "DAU_KY" },
    { "KHONG", "CN2016", TRUE, FALSE, "NGHEO", "CN2022", "CONG_NHAN", "TAI_NGHEO" },
    { "KHONG", "CN2016", FALSE, FALSE, "NGHEO", "CN2022", "CONG_NHAN", "PHAT_SINH" },
    { "CAN_NGHEO", "CN2022", FALSE, TRUE, "NGHEO", "CN2022", "CONG_NHAN", "PHAT_SINH_CAN" },
    { "CAN_NGHEO", "CN2022", TRUE, TRUE, "NGHEO", "CN2022", "CONG_NHAN", "TAI_NGHEO" },
    { "CAN_NGHEO", "CN2022", FALSE, TRUE, "CAN_NGHEO", "CN2022", "CONG_NHAN", "CAN_CU" },
    { "CAN_NGHEO", "CN2022", FALSE, TRUE, "KHONG", "CN2022", "CONG_NHAN", "THOAT_CAN_NGHEO" },
    { "KHONG", "CN2022", FALSE, TRUE, "CAN_NGHEO", "CN2022", "CONG_NHAN", "TAI_CAN" },
    { "KHONG", "CN2022", TRUE, FALSE, "CAN_NGHEO", "CN2022", "CONG_NHAN", "CAN_PHAT_SINH" },
    { "KHONG", "CN2022", TRUE, FALSE, "NGHEO", "CN2022", "CONG_NHAN", "TAI_NGHEO" },
  };
  AnsPovertyPast past = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AnsPovertyPast before = { cases[i].before, cases[i].before_standard, cases[i].poor,
                                      cases[i].near };

      g_test_message ("case %u", i);
      g_assert_cmpstr (ans_poverty_change (&before, cases[i].status, cases[i].standard,
                                           cases[i].basis),
                       ==, cases[i].change);
    }
  ans_poverty_past_add (&past, "NGHEO", "CN2016");
  ans_poverty_past_add (&past, "KHONG", "CN2022");
  g_assert_cmpstr (past.status, ==, "KHONG");
  g_assert_true (past.was_poor);
  g_assert_false (past.was_near_poor);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy/poverty/example-12", test_example_12);
  g_test_add_func ("/policy/poverty/boundaries", test_boundaries);
  g_test_add_func ("/policy/poverty/not-decidable", test_not_decidable);
  g_test_add_func ("/policy/poverty/days", test_days);
  g_test_add_func ("/policy/poverty/under", test_under);
  g_test_add_func ("/policy/poverty/data", test_data);
  g_test_add_func ("/policy/poverty/malformed", test_malformed);
  g_test_add_func ("/policy/poverty/terms", test_terms);
  g_test_add_func ("/policy/poverty/changes", test_changes);
  return g_test_run ();
}
