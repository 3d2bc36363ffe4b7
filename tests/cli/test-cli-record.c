/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records, household events and the journal. All people here are invented. */
#include "cli-harness.h"

#define BOOK "a.ansinh"

/* A village, a household and its two people, whose numbers are 1, 1, 1 and 2. */
static void
set_up (Harness *self, gconstpointer data)
{
  harness_set_up (self, data);
  answer_free (harness_expect (self, 0, "new", BOOK, NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "villages", "name=Bắc Sơn", NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "households", "village=bac son",
                               "address=Ngõ 1", NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "people", "full_name=Nguyễn Văn An", "sex=Nam",
                               "birth=1950", "id_no=038050000001", "household=BS-0001",
                               "relation=Chủ hộ", NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "people", "full_name=Lê Thị Bình", "sex=nữ",
                               "birth=3/1952", "household=#1", "relation=vợ", NULL));
}

static void
test_add (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) added =
      harness_expect (self, 0, "add", BOOK, "people", "full_name=Nguyễn Thị Cúc", "sex=NU",
                      "birth=05/03/1980", "household=1", "relation=Con đẻ", "phone=0912 345 678",
                      "pension_amount=1.234.000", "note=a=b, \"c\"", NULL);
  g_autoptr (Answer) shown = harness_expect (self, 0, "show", BOOK, "people", "3", "--json", NULL);
  g_autoptr (JsonNode) json = answer_json (shown);

  g_assert_cmpstr (added->out, ==, "3\n");
  g_assert_cmpstr (added->err, ==, "");
  assert_at (json, "$.id", "3");
  assert_at (json, "$.register", "\"people\"");
  assert_at (json, "$.fields.full_name", "\"Nguyễn Thị Cúc\"");
  assert_at (json, "$.fields.sex", "\"NU\"");
  assert_at (json, "$.display.sex", "\"Nữ\"");
  assert_at (json, "$.fields.birth", "\"1980-03-05\"");
  assert_at (json, "$.display.birth", "\"05/03/1980\"");
  assert_at (json, "$.fields.household", "1");
  assert_at (json, "$.display.household", "\"BS-0001\"");
  assert_at (json, "$.display.village", "\"Bắc Sơn\"");
  assert_at (json, "$.fields.phone", "\"0912345678\"");
  assert_at (json, "$.fields.pension_amount", "1234000");
  assert_at (json, "$.fields.note", "\"a=b, \\\"c\\\"\"");
  assert_at (json, "$.fields.religion", "null");
  assert_at (json, "$.display.religion", "\"\"");
}

static void
test_problems (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) bad = harness_expect (self, 1, "add", BOOK, "people", "--json", "sex=đàn bà",
                                           "birth=31/2/1950", "household=BS-9999", NULL);
  g_autoptr (JsonNode) json = answer_json (bad);
  g_autofree char *sex = answer_problem (bad, "errors", "sex");
  g_autofree char *birth = answer_problem (bad, "errors", "birth");
  g_autofree char *name = answer_problem (bad, "errors", "full_name");
  g_autofree char *household = answer_problem (bad, "errors", "household");

  assert_at (json, "$.id", "null");
  g_assert_nonnull (name);
  assert_contains (sex, "đàn bà");
  assert_contains (birth, "31");
  assert_contains (household, "BS-9999");
  {
    g_autoptr (Answer) unknown =
        harness_expect (self, 2, "set", BOOK, "people", "1", "phone=0912345678", "fax=1", NULL);
    g_autofree char *fax = answer_problem (unknown, "errors", "fax");
    g_autoptr (Answer) derived =
        harness_expect (self, 1, "set", BOOK, "households", "1", "head=2", NULL);
    g_autofree char *head = answer_problem (derived, "errors", "head");

    g_assert_nonnull (fax);
    g_assert_nonnull (head);
    answer_free (harness_expect (self, 2, "set", BOOK, "people", "1", "name_fold=x", NULL));
    answer_free (harness_expect (self, 2, "set", BOOK, "people", "1", "phone", NULL));
    answer_free (harness_expect (self, 2, "set", BOOK, "people", "1", "note=a", "note=b", NULL));
    answer_free (
        harness_expect (self, 1, "set", BOOK, "people", "1", "note=a", "--from", "1/1/2020", NULL));
  }
  /* Nothing of all that was kept, not even the good half. */
  {
    g_autoptr (Answer) people =
        harness_expect (self, 0, "list", BOOK, "people", "--columns", "id,phone,note", NULL);

    g_assert_cmpstr (people->out, ==, "id,phone,note\n1,,\n2,,\n");
  }
}

/* A warning does not block. */
static void
test_warning (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) set =
      harness_expect (self, 0, "set", BOOK, "people", "2", "id_no=038050000001", "--json", NULL);
  g_autoptr (JsonNode) json = answer_json (set);
  g_autofree char *message = answer_problem (set, "warnings", "id_no");

  assert_at (json, "$.id", "2");
  assert_at (json, "$.errors", "[]");
  g_assert_nonnull (message);
  assert_contains (set->out, "\"id_no\"");
}

static void
test_names (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) by_number = harness_expect (self, 0, "show", BOOK, "people", "1", NULL);
  g_autoptr (Answer) by_hash = harness_expect (self, 0, "show", BOOK, "person", "#1", NULL);
  g_autoptr (Answer) by_id = harness_expect (self, 0, "show", BOOK, "people", "038050000001", NULL);
  g_autoptr (Answer) by_name =
      harness_expect (self, 0, "show", BOOK, "people", "nguyen van an", NULL);
  g_autoptr (Answer) by_code =
      harness_expect (self, 0, "show", BOOK, "households", "BS-0001", NULL);

  g_assert_cmpstr (by_number->out, ==, by_hash->out);
  g_assert_cmpstr (by_number->out, ==, by_id->out);
  g_assert_cmpstr (by_number->out, ==, by_name->out);
  assert_contains (by_number->out, "\nfull_name: Nguyễn Văn An\n");
  assert_contains (by_code->out, "\nhead: Nguyễn Văn An\n");
  answer_free (harness_expect (self, 1, "show", BOOK, "people", "99", NULL));
  answer_free (harness_expect (self, 1, "show", BOOK, "people", "#0", NULL));
  answer_free (harness_expect (self, 1, "show", BOOK, "people", "Trần Văn Không", NULL));

  /* The code of one household is the number of another: not guessed. */
  answer_free (harness_expect (self, 0, "add", BOOK, "households", "code=1", NULL));
  {
    g_autoptr (Answer) either = harness_expect (self, 1, "show", BOOK, "households", "1", NULL);
    g_autoptr (Answer) sure = harness_expect (self, 0, "show", BOOK, "households", "#1", NULL);

    assert_contains (either->err, "#12");
    assert_contains (sure->out, "code: BS-0001");
  }
}

static void
test_delete (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) deleted = harness_expect (self, 0, "delete", BOOK, "people", "2", NULL);
  g_autoptr (Answer) after = harness_expect (self, 1, "show", BOOK, "people", "2", NULL);
  g_autoptr (Answer) undo = harness_expect (self, 0, "undo", BOOK, "--json", NULL);
  g_autoptr (Answer) back = harness_expect (self, 0, "show", BOOK, "people", "2", NULL);
  g_autoptr (JsonNode) json = answer_json (undo);

  g_assert_cmpstr (deleted->out, ==, "2\n");
  assert_at (json, "$.conflicts", "[]");
  assert_contains (back->out, "Lê Thị Bình");
  assert_contains (back->out, "relation: Vợ");
}

/* With --from the earlier value stays true for earlier days. */
/* A code is known by its letters, however they are written; a paper's number is not guessed. */
static void
test_codes (Harness *self, gconstpointer data)
{
  answer_free (
      harness_expect (self, 0, "add", BOOK, "villages", "name=Đông Hải", "code=ĐH-1", NULL));
  answer_free (harness_expect (self, 0, "add", BOOK, "households", "village=đh-1", NULL));
  answer_free (harness_expect (self, 0, "set", BOOK, "people", "2", "household=bs-0001", NULL));
  {
    static const char *const spellings[] = { "BS-0001", "bs-0001", "Bs-0001", " bs-0001 " };
    g_autoptr (Answer) village = harness_expect (self, 0, "show", BOOK, "villages", "dh-1", NULL);
    g_autoptr (Answer) none = harness_expect (self, 1, "show", BOOK, "households", "bs-001", NULL);

    assert_contains (village->out, "name: Đông Hải\n");
    assert_contains (none->err, "bs-001");
    for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
      {
        g_autoptr (Answer) show =
            harness_expect (self, 0, "show", BOOK, "households", spellings[i], NULL);

        assert_contains (show->out, "code: BS-0001\n");
      }
  }
  /* As written goes before as read. */
  answer_free (
      harness_expect (self, 0, "add", BOOK, "households", "village=Bắc Sơn", "code=bs-0001", NULL));
  {
    g_autoptr (Answer) large =
        harness_expect (self, 0, "show", BOOK, "households", "BS-0001", NULL);
    g_autoptr (Answer) small =
        harness_expect (self, 0, "show", BOOK, "households", "bs-0001", NULL);
    g_autoptr (Answer) both = harness_expect (self, 1, "show", BOOK, "households", "Bs-0001", NULL);

    assert_contains (large->out, "code: BS-0001\n");
    assert_contains (small->out, "code: bs-0001\n");
    assert_contains (both->err, "more than one");
  }
}

static void
test_fields (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) added =
      harness_expect (self, 0, "fields", BOOK, "people", "--add", "blood", "--title", "Nhóm máu",
                      "--kind", "choice", "--choices", "A,B,AB,O", "--json", NULL);
  g_autoptr (JsonNode) json = answer_json (added);

  assert_at (json, "$.name", "\"x_blood\"");
  assert_at (json, "$.choices[*]", "\"A\",\"B\",\"AB\",\"O\"");
  answer_free (harness_expect (self, 2, "fields", BOOK, "--add", "x", "--title", "X", NULL));
  answer_free (harness_expect (self, 2, "fields", BOOK, "people", "--add", "x", NULL));
  answer_free (harness_expect (self, 2, "fields", BOOK, "people", "--kind", "text", NULL));
  answer_free (harness_expect (self, 2, "fields", BOOK, "nobody", NULL));
  answer_free (harness_expect (self, 1, "fields", BOOK, "people", "--add", "blood", "--title",
                               "Nhóm khác", NULL));
  answer_free (harness_expect (self, 0, "set", BOOK, "people", "1", "x_blood=ab", NULL));
  {
    g_autoptr (Answer) wrong =
        harness_expect (self, 1, "set", BOOK, "people", "2", "x_blood=Z", NULL);
    g_autofree char *problem = answer_problem (wrong, "errors", "x_blood");
    g_autoptr (Answer) all = harness_expect (self, 0, "fields", BOOK, NULL);
    g_autoptr (Answer) registers = harness_expect (self, 0, "registers", BOOK, NULL);
    g_autoptr (Answer) list = harness_expect (self, 0, "list", BOOK, "people", "--columns",
                                              "full_name,x_blood", "--where", "x_blood=AB", NULL);

    assert_contains (problem, "Nhóm máu");
    g_assert_cmpstr (all->out, ==, "people\tx_blood\tNhóm máu\tchoice\n");
    assert_contains (registers->out, "x_blood\tNhóm máu\tchoice");
    g_assert_cmpstr (list->out, ==, "full_name,x_blood\nNguyễn Văn An,AB\n");
  }
  answer_free (harness_expect (self, 1, "fields", BOOK, "people", "--remove", "blood", NULL));
  /* A workbook brings it in by its title. */
  {
    g_autofree char *path = harness_path (self, "people.csv");

    g_assert_true (g_file_set_contents (path,
                                        "Họ và tên,Giới tính,Năm sinh,Nhóm máu\n"
                                        "Trần Thị Chi,Nữ,1971,o\n",
                                        -1, NULL));
  }
  answer_free (
      harness_expect (self, 0, "import", BOOK, "people.csv", "--register", "people", NULL));
  {
    g_autoptr (Answer) list = harness_expect (self, 0, "list", BOOK, "people", "--columns",
                                              "full_name,x_blood", "--where", "x_blood=O", NULL);

    g_assert_cmpstr (list->out, ==, "full_name,x_blood\nTrần Thị Chi,O\n");
  }
  answer_free (harness_expect (self, 0, "undo", BOOK, NULL));
  answer_free (harness_expect (self, 0, "undo", BOOK, NULL));
  answer_free (harness_expect (self, 0, "fields", BOOK, "people", "--remove", "blood", NULL));
  {
    g_autoptr (Answer) none = harness_expect (self, 0, "fields", BOOK, "--json", NULL);
    g_autoptr (Answer) show = harness_expect (self, 0, "show", BOOK, "people", "1", NULL);

    g_assert_cmpstr (none->out, ==, "[]\n");
    g_assert_null (strstr (show->out, "x_blood"));
  }
}

static void
test_effective (Harness *self, gconstpointer data)
{
  answer_free (harness_expect (self, 0, "add", BOOK, "villages", "name=Hợp Tân", NULL));
  answer_free (harness_expect (self, 0, "set", BOOK, "households", "1", "village=Hợp Tân", "--from",
                               "2024-07-01", NULL));
  {
    g_autoptr (Answer) now = harness_expect (self, 0, "show", BOOK, "people", "1", NULL);
    g_autoptr (Answer) before =
        harness_expect (self, 0, "show", BOOK, "people", "1", "--as-of", "2024-06-30", NULL);
    g_autoptr (Answer) list =
        harness_expect (self, 0, "list", BOOK, "people", "--as-of", "2024-06-30", "--columns",
                        "full_name,village", "--village", "Bắc Sơn", NULL);

    assert_contains (now->out, "\nvillage: Hợp Tân\n");
    assert_contains (before->out, "\nvillage: Bắc Sơn\n");
    g_assert_cmpstr (list->out, ==,
                     "full_name,village\nNguyễn Văn An,Bắc Sơn\nLê Thị Bình,Bắc Sơn\n");
  }
}

static JsonNode *
find_conflict (JsonNode *report, const char *field)
{
  JsonArray *conflicts = json_object_get_array_member (json_node_get_object (report), "conflicts");

  for (guint i = 0; i < json_array_get_length (conflicts); i++)
    {
      JsonObject *one = json_array_get_object_element (conflicts, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (one, "field", NULL), field) == 0)
        return json_node_copy (json_array_get_element (conflicts, i));
    }
  g_error ("no conflict about “%s”", field);
}

static void
test_journal (Harness *self, gconstpointer data)
{
  answer_free (harness_expect (self, 0, "set", BOOK, "people", "1", "phone=0911111111", NULL));
  answer_free (harness_expect (self, 0, "set", BOOK, "people", "1", "note=b", NULL));
  {
    g_autoptr (Answer) book = harness_expect (self, 0, "history", BOOK, "--json", NULL);
    g_autoptr (Answer) two =
        harness_expect (self, 0, "history", BOOK, "--json", "--limit", "2", NULL);
    g_autoptr (Answer) one =
        harness_expect (self, 0, "history", BOOK, "people", "1", "--json", NULL);
    g_autoptr (JsonNode) b = answer_json (book);
    g_autoptr (JsonNode) t = answer_json (two);
    g_autoptr (JsonNode) o = answer_json (one);

    g_autoptr (Answer) none =
        harness_expect (self, 0, "history", BOOK, "--json", "--limit", "0", NULL);
    g_autoptr (JsonNode) n = answer_json (none);

    assert_at (n, "$[*].action", "");
    assert_at (b, "$[*].action", "6,5,4,3,2,1");
    assert_at (t, "$[*].action", "6,5");
    assert_at (o, "$[*].action", "6,5,3");
    assert_contains (one->out, "0911111111");
  }
  /* An older action, by its number; then redo; then something that can't be taken back whole. */
  {
    g_autoptr (Answer) dry =
        harness_expect (self, 0, "undo", BOOK, "5", "--dry-run", "--json", NULL);
    g_autoptr (Answer) undo = harness_expect (self, 0, "undo", BOOK, "5", "--json", NULL);
    g_autoptr (Answer) again = harness_expect (self, 1, "undo", BOOK, "5", NULL);
    g_autoptr (Answer) shown = harness_expect (self, 0, "show", BOOK, "people", "1", NULL);
    g_autoptr (Answer) redo = harness_expect (self, 0, "redo", BOOK, "--json", NULL);
    g_autoptr (Answer) redone = harness_expect (self, 0, "show", BOOK, "people", "1", NULL);
    g_autoptr (JsonNode) d = answer_json (dry);
    g_autoptr (JsonNode) u = answer_json (undo);

    assert_at (d, "$.action", "null");
    assert_at (d, "$.restored", "1");
    assert_at (u, "$.action", "7");
    assert_at (u, "$.undone", "5");
    assert_at (u, "$.restored", "1");
    assert_contains (shown->out, "\nphone:\n");
    assert_contains (shown->out, "\nnote: b\n");
    assert_contains (redone->out, "\nphone: 0911111111\n");
    g_assert_cmpuint (strlen (again->err), >, 0);
  }
  answer_free (harness_expect (self, 0, "set", BOOK, "people", "1", "phone=0922222222", NULL));
  {
    g_autoptr (Answer) undo = harness_expect (self, 1, "undo", BOOK, "5", "--json", NULL);
    g_autoptr (JsonNode) json = answer_json (undo);

    g_autoptr (JsonNode) conflict = find_conflict (json, "phone");

    g_assert_cmpuint (json_array_get_length (
                          json_object_get_array_member (json_node_get_object (json), "conflicts")),
                      ==, 1);

    assert_at (json, "$.restored", "0");
    assert_at (conflict, "$.register", "\"people\"");
    assert_at (conflict, "$.id", "1");
    assert_at (conflict, "$.present", "\"0922222222\"");
    assert_at (conflict, "$.wanted", "null");
  }
  answer_free (harness_expect (self, 1, "undo", BOOK, "99", NULL));
  answer_free (harness_expect (self, 1, "redo", BOOK, NULL));
  answer_free (harness_expect (self, 1, "history", BOOK, "people", "99", NULL));
}

static void
test_events (Harness *self, gconstpointer data)
{
  g_autoptr (Answer) kinds = harness_expect (self, 0, "events", "--json", NULL);
  g_autoptr (JsonNode) k = answer_json (kinds);
  g_autoptr (Answer) birth = harness_expect (self, 0, "event", BOOK, "birth", "BS-0001", "--json",
                                             "full_name=Nguyễn Văn Dũng", "sex=Nam",
                                             "date=2022-05-05", "relation=Cháu", NULL);
  g_autoptr (JsonNode) json = answer_json (birth);
  g_autoptr (Answer) death = NULL;

  assert_at (k, "$[*].id",
             "\"birth\",\"death\",\"move-in\",\"move-out\",\"split\",\"new-head\",\"marriage\"");
  assert_at (json, "$.added[0].register", "\"people\"");
  assert_at (json, "$.added[0].id", "3");
  {
    g_autoptr (Answer) before = harness_expect (self, 0, "list", BOOK, "people", "--as-of",
                                                "2022-05-04", "--columns", "id", NULL);
    g_autoptr (Answer) after = harness_expect (self, 0, "list", BOOK, "people", "--as-of",
                                               "2022-05-05", "--columns", "id", NULL);

    g_assert_cmpstr (before->out, ==, "id\n1\n2\n");
    g_assert_cmpstr (after->out, ==, "id\n1\n2\n3\n");
  }
  death = harness_expect (self, 0, "event", BOOK, "death", "1", "person=038050000001",
                          "date=2023-01-02", "new_head=Lê Thị Bình", NULL);
  g_assert_cmpstr (death->out, ==, "6\n");
  {
    g_autoptr (Answer) house = harness_expect (self, 0, "show", BOOK, "households", "1", NULL);
    g_autoptr (Answer) people =
        harness_expect (self, 0, "list", BOOK, "people", "--columns", "full_name,relation", NULL);

    assert_contains (house->out, "\nhead: Lê Thị Bình\n");
    g_assert_null (strstr (people->out, "Nguyễn Văn An"));
    assert_contains (people->out, "Lê Thị Bình,Chủ hộ");
  }
  /* Several members, by number and by personal number. */
  answer_free (harness_expect (self, 0, "event", BOOK, "split", "1", "members=3", "head=3",
                               "date=2026-01-01", "village=Bắc Sơn", NULL));

  answer_free (harness_expect (self, 1, "event", BOOK, "birth", "BS-0001", "sex=Nam", NULL));
  answer_free (
      harness_expect (self, 1, "event", BOOK, "death", "1", "person=2", "date=ngày kia", NULL));
  answer_free (harness_expect (self, 1, "event", BOOK, "death", "99", "person=2", NULL));
  answer_free (harness_expect (self, 1, "event", BOOK, "move-out", "1", "members=2,77",
                               "date=2024-01-01", NULL));
  answer_free (harness_expect (self, 2, "event", BOOK, "death", "1", "who=2", NULL));
  answer_free (harness_expect (self, 0, "check", BOOK, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/cli/record/" name, Harness, NULL, set_up, function, harness_tear_down)
  ADD ("add", test_add);
  ADD ("problems", test_problems);
  ADD ("warning", test_warning);
  ADD ("names", test_names);
  ADD ("delete", test_delete);
  ADD ("codes", test_codes);
  ADD ("fields", test_fields);
  ADD ("effective", test_effective);
  ADD ("journal", test_journal);
  ADD ("events", test_events);
  return g_test_run ();
}
