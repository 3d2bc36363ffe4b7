/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law on the command line: rates, assess, why, schedule. All people here are invented. */
#include <string.h>

#include "cli-harness.h"

#define BOOK "a.ansinh"

static void
test_assess (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) answer = harness_expect (
      self, 0, "assess", "BTXH", "single_parent=yes", "household=ngheo", "children=2010-01-01,2015",
      "birth=1985", "disability=n", "--as-of", "2022-05-15", "--json", NULL);
  g_autoptr (JsonNode) json = answer_json (answer);

  assert_at (json, "$.eligible", "true");
  assert_at (json, "$.lines[*].code", "\"5.4\",\"5.6-N\"");
  assert_at (json, "$.lines[*].coefficient", "2.0,1.5");
  assert_at (json, "$.lines[*].amount", "720000,540000");
  assert_at (json, "$.lines[1].check", "\"verified-text\"");
  assert_at (json, "$.lines[1].clause", "\"NĐ 20/2021/NĐ-CP Điều 5.6\"");
  assert_at (json, "$.total", "1260000");
  assert_at (json, "$.facts[*]",
             "\"birth\",\"household\",\"disability\",\"single_parent\",\"children\"");
  assert_at (json, "$.estimated_age", "true");
}

static void
test_unpaid (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) answer = harness_expect (self, 0, "assess", "NCC", "category=BMVNAH",
                                              "carer=no", "--as-of", "2026-08-01", "--json", NULL);
  g_autoptr (JsonNode) json = answer_json (answer);

  assert_at (json, "$.total", "9036000");
  assert_at (json, "$.lines[*].check", "\"computed\"");
  assert_at (json, "$.lines[*].coefficient", "null");
  assert_at (json, "$.not_paid[*].code", "\"BMVNAH_PC\"");
  assert_at (json, "$.missing[*]", "");
}

static void
test_wrong (Harness *self, gconstpointer data)
{
  static const struct
  {
    int status;
    const char *scheme, *fact, *says;
  } cases[] = {
    { 2, "XXXX", "birth=1940", "HO_NGHEO" },
    { 2, "BTXH", "height=1", "height" },
    { 2, "BTXH", "birth", "FACT" },
    { 1, "BTXH", "birth=1940-13", "YYYY" },
    { 1, "BTXH", "household=poor", "can_ngheo" },
    { 1, "NCC", "category=X", "THUONG_BINH" },
    { 1, "BTXH", "resumed=2022-05", "suspended" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Answer) answer =
          harness_expect (self, cases[i].status, "assess", cases[i].scheme, cases[i].fact, NULL);

      assert_contains (answer->err,
                       strcmp (cases[i].says, "FACT") == 0 ? "FIELD=VALUE" : cases[i].says);
    }
  answer_free (harness_expect (self, 2, "assess", "BTXH", "birth=1940", "birth=1941", NULL));
  answer_free (harness_expect (self, 1, "assess", "BTXH", "--as-of", "2022-02-30", NULL));
  answer_free (harness_expect (self, 2, "schedule", "MAI_TANG", "--from", "2022-01", "--to",
                               "2022-02", NULL));
  answer_free (
      harness_expect (self, 2, "schedule", "BTXH", "--from", "2022-02", "--to", "2022-01", NULL));
  answer_free (harness_expect (self, 2, "schedule", "BTXH", "--from", "2022-01", "--to", "2022-02",
                               "--paid", "2022-03=1", NULL));
  answer_free (harness_expect (self, 2, "schedule", "BTXH", "--from", "2022-01", "--to", "2022-02",
                               "--paid", "2022-02=x", NULL));
  answer_free (harness_expect (self, 2, "rates", "NOBODY", NULL));
}

static void
test_facts (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) answer =
      harness_expect (self, 0, "assess", "--facts", "HO_NGHEO", "--json", NULL);
  g_autoptr (JsonNode) json = answer_json (answer);

  assert_at (json, "$[*].name", "\"area\",\"b1\",\"deprivations\"");
  assert_at (json, "$[0].values[*].code", "\"NT\",\"TT\"");
}

static void
test_schedule (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) answer = harness_expect (
      self, 0, "schedule", "NCC", "category=THUONG_BINH", "rate=45", "--from", "2023-06", "--to",
      "2023-08", "--paid", "2023-06=2343000", "--paid", "2023-07=2343000", "--paid",
      "2023-08=2000000", "--paid", "2023-08=343000", "--json", NULL);
  g_autoptr (JsonNode) json = answer_json (answer);

  assert_at (json, "$.from_month", "\"2023-06\"");
  assert_at (json, "$.last_month", "\"2023-08\"");
  assert_at (json, "$.months[*].month", "\"2023-06\",\"2023-07\",\"2023-08\"");
  assert_at (json, "$.months[*].amount", "2343000,2965000,2965000");
  assert_at (json, "$.months[*].paid", "2343000,2343000,2343000");
  assert_at (json, "$.months[*].arrears", "0,622000,622000");
  assert_at (json, "$.months[1].lines[*].code", "\"THUONG_BINH\"");
  assert_at (json, "$.total", "8273000");
  assert_at (json, "$.arrears_total", "1244000");
}

static void
test_rates (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) before =
      harness_expect (self, 0, "rates", "SA_STANDARD", "--as-of", "2026-06-30", "--json", NULL);
  g_autoptr (Answer) after =
      harness_expect (self, 0, "rates", "SA_STANDARD", "--as-of", "2026-07-01", "--json", NULL);
  g_autoptr (Answer) merit =
      harness_expect (self, 0, "rates", "NCC", "--as-of", "2024-07-01", "--json", NULL);
  g_autoptr (Answer) poverty =
      harness_expect (self, 0, "rates", "HO_NGHEO", "--as-of", "2022-01-01", NULL);
  g_autoptr (JsonNode) a = answer_json (before), b = answer_json (after), c = answer_json (merit);

  assert_at (a, "$[*].value", "500000");
  assert_at (b, "$[*].value", "540000");
  assert_at (b, "$[*].in_force_from", "\"2026-10-05\"");
  assert_contains (merit->out, "\"rate_percent\" : 45");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (c)), >, 160);
  assert_contains (poverty->out, "CN2022,b1_rural,140,");
}

static void
add (Harness *self,
     const char *a,
     const char *b,
     const char *c,
     const char *d,
     const char *e,
     const char *f)
{
  answer_free (harness_expect (self, 0, "add", BOOK, "people", a, b, c, d, e, f, NULL));
}

/* Facts of a person are those of the day. */
static void
test_why (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) poor = NULL, later = NULL, other = NULL, all = NULL;
  g_autoptr (JsonNode) a = NULL, b = NULL, c = NULL, d = NULL;

  answer_free (harness_expect (self, 0, "new", BOOK, NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "villages", "name=Bắc Sơn", NULL));
  answer_free (
      harness_expect (self, 0, "add", BOOK, "households", "code=BS-0001", "village=Bắc Sơn", NULL));
  answer_free (
      harness_expect (self, 0, "add", BOOK, "households", "code=BS-0002", "village=Bắc Sơn", NULL));
  add (self, "full_name=Lê Thị Mận", "sex=Nữ", "birth=1940", "household=BS-0001", "relation=Chủ hộ",
       "has_pension=Không");
  add (self, "full_name=Lê Văn Sung", "sex=Nam", "birth=1952-03-01", "household=BS-0002",
       "relation=Chủ hộ", "has_pension=Không");
  answer_free (harness_expect (self, 0, "add", BOOK, "poverty-statuses", "household=BS-0001",
                               "from_date=2022-01-01", "status=Hộ nghèo", "basis=Danh sách đầu kỳ",
                               NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "poverty-statuses", "household=BS-0001",
                               "from_date=2023-01-01", "status=Hộ không nghèo", "basis=Công nhận",
                               NULL));

  poor = harness_expect (self, 0, "why", BOOK, "Lê Thị Mận", "BTXH", "--as-of", "2022-12-31",
                         "--json", NULL);
  a = answer_json (poor);
  assert_at (a, "$.scheme", "\"BTXH\"");
  assert_at (a, "$.lines[*].code", "\"5.5c\"");
  assert_at (a, "$.estimated_age", "true");
  assert_contains (poor->out, "\"supporter\"");

  later = harness_expect (self, 0, "why", BOOK, "Lê Thị Mận", "BTXH", "--as-of", "2023-01-01",
                          "--json", NULL);
  b = answer_json (later);
  assert_at (b, "$.lines[*].code", "\"5.5c\"");
  g_assert_null (strstr (later->out, "\"supporter\""));

  /* a household that is not on the list is not poor */
  other = harness_expect (self, 0, "why", BOOK, "Lê Văn Sung", "HTXH", "--as-of", "2025-07-01",
                          "--json", NULL);
  c = answer_json (other);
  assert_at (c, "$.eligible", "false");

  all =
      harness_expect (self, 0, "why", BOOK, "Lê Thị Mận", "--as-of", "2025-07-01", "--json", NULL);
  d = answer_json (all);
  assert_at (d, "$[*].scheme",
             "\"BTXH\",\"HTXH\",\"NCC\",\"CHAM_SOC\",\"MAI_TANG\",\"DOT_XUAT\",\"HO_NGHEO\"");
  assert_at (d, "$[1].total", "500000");
  answer_free (harness_expect (self, 1, "why", BOOK, "Nobody", NULL));

  /* the sheet to take home */
  {
    g_autofree char *path = harness_path (self, "phieu.csv");
    g_autofree char *text = NULL;

    answer_free (harness_expect (self, 0, "why", BOOK, "Lê Thị Mận", "HTXH", "--as-of",
                                 "2025-07-01", "-o", path, NULL));
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    assert_contains (text, "NĐ 176/2025/NĐ-CP Điều 2");
    assert_contains (text, "Ngày sinh: 1940");
    assert_contains (text, "500000");
    answer_free (harness_expect (self, 2, "why", BOOK, "Lê Thị Mận", "-o", path, NULL));
    answer_free (harness_expect (self, 2, "why", BOOK, "Lê Thị Mận", "HTXH", "-o", "a.doc", NULL));
  }
}

#define TEST(name, func) g_test_add (name, Harness, NULL, harness_set_up, func, harness_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/cli-law/assess", test_assess);
  TEST ("/cli-law/unpaid", test_unpaid);
  TEST ("/cli-law/wrong", test_wrong);
  TEST ("/cli-law/facts", test_facts);
  TEST ("/cli-law/schedule", test_schedule);
  TEST ("/cli-law/rates", test_rates);
  TEST ("/cli-law/why", test_why);
  return g_test_run ();
}
