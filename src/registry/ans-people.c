/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of people: domain.md §3.1 and §3.2. */
#include <glib/gi18n.h>

#include "registry/ans-choices.h"
#include "registry/ans-period-history.h"
#include "registry/ans-record.h"
#include "text/ans-date.h"
#include "text/ans-fold.h"
#include "text/ans-name.h"
#include "text/ans-personal-id.h"
#include "text/ans-sort-key.h"

#define S       ANS_SYNONYMS
#define PERSON  N_ ("Person")
#define PAPERS  N_ ("Papers")
#define HOME    N_ ("Home")
#define CONTACT N_ ("Contact")
#define WORK    N_ ("Work and insurance")

static const AnsField fields[] = {
  { "full_name", "Họ và tên", N_ ("Full name"), ANS_FIELD_NAME,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, PERSON, .width = 26,
    .synonyms = S ("họ tên", "tên", "họ và tên nhân khẩu", "họ tên thành viên",
                   "họ và tên thành viên", "họ, chữ đệm và tên", "họ, đệm và tên khai sinh",
                   "họ và tên người dân", "tên nhân khẩu", "full name",
                   "họ và tên chủ hộ và các thành viên", "họ và tên chủ hộ, thành viên",
                   "họ và tên chủ hộ và thành viên trong hộ") },
  { "other_name", "Tên gọi khác", N_ ("Other name"), ANS_FIELD_TEXT, 0, PERSON, .width = 16,
    .synonyms = S ("bí danh", "tên khác") },
  { "sex", "Giới tính", N_ ("Sex"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, PERSON,
    .choices = ans_choices_sex, .width = 6, .print_width = 13,
    .synonyms = S ("giới", "phái", "nam/nữ", "nam, nữ", "gt") },
  { "birth", "Ngày sinh", N_ ("Date of birth"), ANS_FIELD_PARTIAL_DATE,
    ANS_FIELD_REQUIRED | ANS_FIELD_DEFAULT_COLUMN, PERSON, .width = 11, .print_width = 22,
    .synonyms = S ("năm sinh", "ngày tháng năm sinh", "ngày, tháng, năm sinh", "sinh ngày",
                   "ngày sinh/năm sinh", "ns", "sinh năm") },
  { "ethnicity", "Dân tộc", N_ ("Ethnicity"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER, PERSON, .choices = ans_choices_ethnicity,
    .default_value = "Kinh", .width = 10, .print_width = 16 },
  { "religion", "Tôn giáo", N_ ("Religion"), ANS_FIELD_TEXT,
    ANS_FIELD_SENSITIVE | ANS_FIELD_HIDDEN, PERSON, .width = 12 },
  { "death", "Ngày chết", N_ ("Date of death"), ANS_FIELD_PARTIAL_DATE, 0, PERSON, .width = 11,
    .print_width = 22, .synonyms = S ("ngày mất", "ngày từ trần") },

  { "id_no", "Số CCCD", N_ ("Personal number"), ANS_FIELD_IDENTIFIER,
    ANS_FIELD_SENSITIVE | ANS_FIELD_DEFAULT_COLUMN | ANS_FIELD_UNIQUE, PAPERS, .width = 14,
    .print_width = 28,
    .synonyms = S ("số cccd/số định danh cá nhân", "cccd", "số định danh", "số định danh cá nhân",
                   "mã định danh", "số căn cước", "căn cước công dân", "số cmnd/cccd",
                   "số cccd/cmnd", "cmnd/cccd", "cccd/cmnd", "số căn cước công dân", "số cc",
                   "số đdcn", "số cmnd, cccd", "số giấy tờ") },
  { "old_id_no", "Số CMND", N_ ("Old identity card number"), ANS_FIELD_IDENTIFIER,
    ANS_FIELD_SENSITIVE, PAPERS, .width = 11, .print_width = 22,
    .synonyms = S ("cmnd", "số chứng minh", "chứng minh nhân dân", "cmt", "số cmt") },
  { "id_date", "Ngày cấp", N_ ("Issued on"), ANS_FIELD_DATE, 0, PAPERS, .width = 11,
    .print_width = 22, .synonyms = S ("ngày cấp cccd") },
  { "id_place", "Nơi cấp", N_ ("Issued by"), ANS_FIELD_TEXT, 0, PAPERS, .width = 18,
    .synonyms = S ("nơi cấp cccd") },

  { "household", "Hộ", N_ ("Household"), ANS_FIELD_REFERENCE, ANS_FIELD_DEFAULT_COLUMN, HOME,
    .target = "households", .period = "person_home", .width = 10, .print_width = 20,
    .synonyms = S ("mã hộ", "số hộ", "mã số hộ", "hộ số", "số sổ hộ khẩu", "mã hộ gia đình") },
  { "relation", "Quan hệ với chủ hộ", N_ ("Relation to the head"), ANS_FIELD_CHOICE,
    ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, HOME, .choices = ans_choices_relation,
    .period = "person_home", .width = 12, .print_width = 24,
    .synonyms = S ("quan hệ", "qh với chủ hộ", "quan hệ chủ hộ", "qhch", "mối quan hệ",
                   "quan hệ với ch") },
  { "village", "Thôn", N_ ("Village"), ANS_FIELD_REFERENCE,
    ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, HOME, .target = "villages",
    .period = "person_home", .width = 12, .print_width = 24,
    .derive = "coalesce((SELECT h.village FROM household h WHERE h.id = x.household), x.village)",
    .as_of = "coalesce((SELECT hp.village FROM household_place hp WHERE hp.household = "
             "home.household AND hp.from_date <= ?1 AND (hp.to_date IS NULL OR hp.to_date > ?1)), "
             "home.village)",
    .synonyms = S ("địa chỉ (thôn)", "thôn/xóm", "thôn, xóm", "thôn/tổ dân phố", "xóm", "tên thôn",
                   "thôn (tdp)", "khu dân cư", "tổ dân phố") },
  { "address", "Địa chỉ", N_ ("Address"), ANS_FIELD_TEXT, 0, HOME, .width = 24, .print_width = 40,
    .synonyms = S ("nơi ở", "chỗ ở hiện nay", "nơi ở hiện tại", "nơi thường trú", "hkt",
                   "địa chỉ thường trú") },
  { "residence", "Cư trú", N_ ("Residence"), ANS_FIELD_CHOICE,
    ANS_FIELD_REQUIRED | ANS_FIELD_FILTER, HOME, .choices = ans_choices_residence,
    .period = "person_residence", .default_value = ANS_RESIDENCE_PERMANENT, .width = 11,
    .print_width = 20, .synonyms = S ("tình trạng cư trú", "tình trạng", "thường trú/tạm trú") },

  { "phone", "Số điện thoại", N_ ("Phone"), ANS_FIELD_IDENTIFIER, ANS_FIELD_SENSITIVE, CONTACT,
    .width = 12, .print_width = 24, .synonyms = S ("điện thoại", "sđt", "số đt", "đt", "dt") },
  { "bank", "Tài khoản", N_ ("Bank account"), ANS_FIELD_TEXT, ANS_FIELD_SENSITIVE, CONTACT,
    .width = 18, .print_width = 36,
    .synonyms = S ("số tài khoản", "stk", "tài khoản ngân hàng") },

  { "bhyt_no", "Mã số BHXH/thẻ BHYT", N_ ("Insurance number"), ANS_FIELD_IDENTIFIER,
    ANS_FIELD_SENSITIVE, WORK, .width = 16, .print_width = 30,
    .synonyms = S ("số thẻ bhyt", "bhyt", "thẻ bhyt", "mã bhyt", "mã số bhxh", "số bhxh", "bhxh") },
  { "has_pension", "Hưởng lương hưu/TC BHXH hằng tháng", N_ ("Monthly pension"), ANS_FIELD_CHOICE,
    ANS_FIELD_FILTER, WORK, .choices = ans_choices_pension, .width = 14, .print_width = 26,
    .synonyms = S ("lương hưu", "hưởng lương hưu", "lương hưu, trợ cấp bhxh") },
  { "pension_amount", "Mức lương hưu/tháng", N_ ("Pension per month (đồng)"), ANS_FIELD_MONEY, 0,
    WORK, .width = 12, .print_width = 24, .synonyms = S ("mức lương hưu", "mức hưởng") },
  { "labour_status", "Tình trạng hoạt động kinh tế", N_ ("Economic activity"), ANS_FIELD_CHOICE,
    ANS_FIELD_FILTER, WORK, .choices = ans_choices_labour_status, .width = 16, .print_width = 28,
    .synonyms = S ("tình trạng việc làm", "hoạt động kinh tế", "việc làm") },
  { "industry", "Ngành làm việc chính", N_ ("Main industry"), ANS_FIELD_CHOICE, ANS_FIELD_FILTER,
    WORK, .choices = ans_choices_industry, .width = 22, .print_width = 36,
    .synonyms = S ("ngành", "ngành nghề", "nghề nghiệp", "lĩnh vực") },
  { "qualification", "Trình độ CMKT", N_ ("Highest qualification"), ANS_FIELD_CHOICE,
    ANS_FIELD_FILTER, WORK, .choices = ans_choices_qualification, .width = 20, .print_width = 34,
    .synonyms = S ("trình độ chuyên môn kỹ thuật", "trình độ chuyên môn", "trình độ",
                   "trình độ đào tạo", "trình độ cmkt cao nhất") },
  { "note", "Ghi chú", N_ ("Note"), ANS_FIELD_LONG_TEXT, 0, WORK, .width = 24,
    .synonyms = S ("chú thích", "ghi chu") },

  { "name_fold", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED,
    .expression = "ans_fold (full_name)" },
  { "initials", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED,
    .expression = "ans_fold_initials (full_name)" },
  { "numbers", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED,
    .expression = "nullif (concat_ws (' ', id_no, old_id_no, phone, bhyt_no), '')" },
  { "sort_key", "", "", ANS_FIELD_TEXT, ANS_FIELD_COMPUTED,
    .expression = "ans_sort_key_name (full_name)" },
  { NULL },
};

#define DERIVE_HEAD(row)                                                                          \
  "UPDATE household SET head = (SELECT x.person FROM person_home x WHERE x.household = " row     \
  ".household AND x.relation = 'CHU_HO' AND x.to_date IS NULL ORDER BY x.id LIMIT 1) "             \
  "WHERE id = " row ".household;"

/* The head of a household is its member with that relation; households show and sort by it. */
static const char *const home_triggers[] = {
  "CREATE TRIGGER person_home_head_insert AFTER INSERT ON person_home "
  "WHEN NEW.household NOT NULL AND NEW.relation = 'CHU_HO' AND NOT EXISTS (SELECT 1 FROM household "
  "WHERE id = NEW.household AND head = NEW.person) BEGIN " DERIVE_HEAD ("NEW") " END",
  "CREATE TRIGGER person_home_head_update AFTER UPDATE ON person_home "
  "WHEN OLD.relation = 'CHU_HO' OR NEW.relation = 'CHU_HO' BEGIN " DERIVE_HEAD ("OLD") " " DERIVE_HEAD ("NEW") " END",
  "CREATE TRIGGER person_home_head_delete AFTER DELETE ON person_home "
  "WHEN OLD.household NOT NULL AND OLD.relation = 'CHU_HO' BEGIN " DERIVE_HEAD ("OLD") " END",
  NULL,
};

static const AnsPeriod periods[] = {
  { "person_home", "person", "home", "Nơi ở", home_triggers },
  { "person_residence", "person", "stay", "Tình trạng cư trú" },
  { NULL },
};

static const char *const indexes[] = {
  "CREATE UNIQUE INDEX IF NOT EXISTS person_by_uid ON person (uid)",
  "CREATE INDEX IF NOT EXISTS person_by_name ON person "
  "(sort_key, id, residence)",
  "CREATE INDEX IF NOT EXISTS person_by_village ON person "
  "(village, sort_key, id, residence)",
  "CREATE INDEX IF NOT EXISTS person_by_household ON person (household, residence)",
  "CREATE INDEX IF NOT EXISTS person_by_id_no ON person (id_no) WHERE id_no IS NOT NULL",
  "CREATE INDEX IF NOT EXISTS person_by_birth ON person (birth, id)",
  NULL,
};

static const char *const search_columns[] = { "name_fold", "initials", "numbers", NULL };

/* The day that stands for a date of death of which only the year or month is known. */
static char *
day_of_death (AnsRecord *record)
{
  const char *death = ans_record_get (record, "death");
  AnsDate date;

  if (death == NULL || !ans_date_parse_iso (death, &date, NULL))
    return NULL;
  return ans_date_to_iso (ans_date_first_day (date));
}

static gboolean
has_left (AnsRecord *record)
{
  const char *residence = ans_record_get (record, "residence");

  return g_strcmp0 (residence, ANS_RESIDENCE_DEAD) == 0 ||
         g_strcmp0 (residence, ANS_RESIDENCE_MOVED_AWAY) == 0;
}

/* Whoever has a date of death is dead from that day. */
static void
settle_residence (AnsRecord *record)
{
  gboolean is_new = ans_record_get_id (record) == 0;
  g_autofree char *death = day_of_death (record);

  if (death != NULL &&
      (is_new || ans_record_is_changed (record, "death") ||
       !ans_record_is_changed (record, "residence")) &&
      g_strcmp0 (ans_record_get (record, "residence"), ANS_RESIDENCE_DEAD) != 0)
    {
      ans_record_set (record, "residence", ANS_RESIDENCE_DEAD);
      ans_record_set_period_date (record, "person_residence", death);
    }
  /* Whoever leaves on a day that nobody says leaves today: their past stays as it is. */
  else if (!is_new && has_left (record) && ans_record_is_changed (record, "residence") &&
           !ans_record_has_period_date (record, "person_residence"))
    {
      g_autofree char *today = ans_date_to_iso (ans_date_today ());

      ans_record_set_period_date (
          record, "person_residence", death != NULL ? death : today);
    }
}

static void
prepare (AnsRecord *record)
{
  const char *name = ans_record_get (record, "full_name");
  g_autofree char *fold = ans_fold (name != NULL ? name : "");
  g_autofree char *initials = ans_fold_initials (name != NULL ? name : "");
  g_autofree char *key = ans_sort_key_name (name != NULL ? name : "");
  static const char *const number_fields[] = { "id_no", "old_id_no", "phone", "bhyt_no" };
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (number_fields); i++)
    {
      const char *number = ans_record_get (record, number_fields[i]);

      if (number != NULL)
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? " " : "", number);
    }
  ans_record_set (record, "name_fold", fold);
  ans_record_set (record, "initials", initials);
  ans_record_set (record, "sort_key", key);
  ans_record_set (record, "numbers", numbers->str);

  /* Only a member of a household has a relation, and its village is the household's. */
  if (ans_record_get (record, "household") != NULL)
    {
      if (ans_record_get (record, "relation") == NULL)
        ans_record_set (record, "relation", "KHAC");
    }
  else
    ans_record_set (record, "relation", NULL);

  settle_residence (record);
}

static void
check_numbers (AnsRecord *record, AnsProblems *problems, AnsDate birth)
{
  const char *id_no = ans_record_get (record, "id_no");
  const char *sex = ans_record_get (record, "sex");
  const char *phone = ans_record_get (record, "phone");
  char sex_letter = g_strcmp0 (sex, ANS_SEX_MALE) == 0     ? 'M'
                    : g_strcmp0 (sex, ANS_SEX_FEMALE) == 0 ? 'F'
                                                           : 0;

  if (id_no != NULL)
    {
      g_auto (GStrv) warnings = ans_personal_id_warnings (id_no, sex_letter, birth);

      for (guint i = 0; warnings[i] != NULL; i++)
        ans_problems_add (problems, "id_no", ANS_PROBLEM_WARNING, "%s", warnings[i]);
    }
  if (phone != NULL && (strlen (phone) != 10 || phone[0] != '0'))
    ans_problems_add (problems,
                      "phone",
                      ANS_PROBLEM_WARNING,
                      _ ("A phone number has 10 digits and starts with 0."));
}

static void
check (AnsRecord *record, AnsProblems *problems)
{
  AnsDate birth = { 0 }, death = { 0 }, id_date = { 0 };
  AnsDate today = ans_date_today ();
  const char *name = ans_record_get (record, "full_name");
  g_autoptr (GError) name_error = NULL;

  if (name != NULL && !ans_name_check (name, &name_error))
    ans_problems_add (problems, "full_name", ANS_PROBLEM_ERROR, "%s", name_error->message);

  if (ans_record_get (record, "birth") != NULL &&
      ans_date_parse_iso (ans_record_get (record, "birth"), &birth, NULL))
    {
      if (birth.year < 1900)
        ans_problems_add (problems,
                          "birth",
                          ANS_PROBLEM_ERROR,
                          _ ("The year of birth must be 1900 or later."));
      else if (ans_date_compare (ans_date_first_day (birth), today) > 0)
        ans_problems_add (
            problems, "birth", ANS_PROBLEM_ERROR, _ ("The date of birth is in the future."));
    }
  if (ans_record_get (record, "death") != NULL &&
      ans_date_parse_iso (ans_record_get (record, "death"), &death, NULL))
    {
      if (birth.year != 0 &&
          ans_date_compare (ans_date_last_day (death), ans_date_first_day (birth)) < 0)
        ans_problems_add (problems,
                          "death",
                          ANS_PROBLEM_ERROR,
                          _ ("The date of death is before the date of birth."));
      else if (ans_date_compare (ans_date_first_day (death), today) > 0)
        ans_problems_add (
            problems, "death", ANS_PROBLEM_ERROR, _ ("The date of death is in the future."));
      else if (g_strcmp0 (ans_record_get (record, "residence"), ANS_RESIDENCE_DEAD) != 0 &&
               ans_record_is_changed (record, "residence") &&
               !ans_record_is_changed (record, "death"))
        ans_problems_add (problems,
                          "death",
                          ANS_PROBLEM_ERROR,
                          _ ("Somebody who lives has no date of death. Take it away too."));
    }
  if (birth.year != 0 && ans_record_get (record, "id_date") != NULL &&
      ans_date_parse_iso (ans_record_get (record, "id_date"), &id_date, NULL) &&
      ans_date_age (birth, id_date, NULL) < 14)
    ans_problems_add (problems,
                      "id_date",
                      ANS_PROBLEM_WARNING,
                      _ ("The card was issued before the age of 14."));

  check_numbers (record, problems, birth);

  if (ans_record_get (record, "household") == NULL && ans_record_get (record, "village") == NULL &&
      g_strcmp0 (ans_record_get (record, "residence"), ANS_RESIDENCE_DEAD) != 0 &&
      g_strcmp0 (ans_record_get (record, "residence"), ANS_RESIDENCE_MOVED_AWAY) != 0)
    ans_problems_add (problems,
                      "household",
                      ANS_PROBLEM_WARNING,
                      _ ("The person belongs to no household and no village."));
}

/* A corrected date of death: dead from that day, and at home until then. */
static gboolean
move_day_of_death (AnsRecord *record, GError **error)
{
  AnsBook *book = ans_record_get_book (record);
  gint64 id = ans_record_get_id (record);
  const AnsPeriod *stay = ans_register_get_period (&ans_register_people, "person_residence");
  g_autofree char *death = day_of_death (record);
  g_autofree char *since = ans_period_open_start (book, stay, id);
  g_autoptr (AnsStatement) stretch = NULL;

  if (death == NULL || since == NULL || g_str_equal (death, since) ||
      !ans_record_is_changed (record, "death"))
    return TRUE;
  if (!ans_period_move_start (book, stay, id, death, error))
    return FALSE;
  stretch = ans_connection_prepare (
      ans_book_get_connection (book),
      "UPDATE person_home SET to_date = ?2 WHERE person = ?1 AND to_date = ?3 AND ?2 > ?3",
      error);
  if (stretch == NULL)
    return FALSE;
  ans_statement_bind_int (stretch, 1, id);
  ans_statement_bind_text (stretch, 2, death);
  ans_statement_bind_text (stretch, 3, since);
  return ans_statement_run (stretch, error);
}

/* Whoever died or moved away lives in no household of the commune from that day. */
static gboolean
after_save (AnsRecord *record, GError **error)
{
  AnsBook *book = ans_record_get_book (record);
  gint64 id = ans_record_get_id (record);
  g_autofree char *since = NULL;

  if (!has_left (record))
    return TRUE;
  if (g_strcmp0 (ans_record_get (record, "residence"), ANS_RESIDENCE_DEAD) == 0 &&
      !move_day_of_death (record, error))
    return FALSE;
  since = ans_period_open_start (
      book, ans_register_get_period (&ans_register_people, "person_residence"), id);
  return since == NULL ||
         ans_period_end (
             book, ans_register_get_period (&ans_register_people, "person_home"), id, since, error);
}

const AnsRegister ans_register_people = {
  .id = "people",
  .table = "person",
  .alias = "p",
  .title = "Nhân khẩu",
  .label = N_ ("People"),
  .singular = N_ ("Person"),
  .icon = "ans-people-symbolic",
  .fields = fields,
  .periods = periods,
  .indexes = indexes,
  .search_columns = search_columns,
  .name_field = "full_name",
  .key_field = "id_no",
  .order_by = "t.sort_key",
  .exists_field = "residence",
  .exists_now = "p.residence IN " ANS_RESIDENCE_PRESENT,
  /* Not “birth IS NULL OR birth <= ?1”, for which SQLite would go through all births by index. */
  .exists_as_of = "stay.residence IN " ANS_RESIDENCE_PRESENT " AND coalesce(p.birth, '') <= ?1",
  .prepare = prepare,
  .check = check,
  .after_save = after_save,
};
