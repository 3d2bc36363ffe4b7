/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Births, deaths, moves, splits, new heads, marriages: what the dialogs ask, what they check and
 * what they write. Each is one action. */
#include "registry/ans-household-events.h"

#include <glib/gi18n.h>

#include "registry/ans-choices.h"
#include "registry/ans-members.h"
#include "text/ans-date.h"

#define EVENT  N_ ("Event")
#define PERSON N_ ("Person")

/* The same questions come up in several events. */
#define DATE_FIELD(title_, label_)                                                                \
  { "date", title_, label_, ANS_FIELD_DATE, ANS_FIELD_REQUIRED, EVENT }
#define NAME_FIELD(flags_)                                                                        \
  { "full_name", "Họ và tên", N_ ("Full name"), ANS_FIELD_NAME, flags_, PERSON }
#define SEX_FIELD(flags_)                                                                         \
  { "sex", "Giới tính", N_ ("Sex"), ANS_FIELD_CHOICE, flags_, PERSON, .choices = ans_choices_sex }
#define BIRTH_FIELD(flags_)                                                                       \
  { "birth", "Ngày sinh", N_ ("Date of birth"), ANS_FIELD_PARTIAL_DATE, flags_, PERSON }
#define ID_FIELD                                                                                  \
  { "id_no", "Số CCCD", N_ ("Personal number"), ANS_FIELD_IDENTIFIER, ANS_FIELD_SENSITIVE, PERSON }
#define RELATION_FIELD(flags_, default_)                                                          \
  { "relation", "Quan hệ với chủ hộ", N_ ("Relation to the head"), ANS_FIELD_CHOICE, flags_,      \
    EVENT, .choices = ans_choices_relation, .default_value = default_ }
#define NEW_HEAD_FIELD                                                                            \
  { "new_head", "Chủ hộ mới", N_ ("New head of those who stay"), ANS_FIELD_REFERENCE, 0, EVENT,   \
    .target = "people" }

static const AnsField birth_fields[] = {
  NAME_FIELD (ANS_FIELD_REQUIRED),
  SEX_FIELD (ANS_FIELD_REQUIRED),
  DATE_FIELD ("Ngày sinh", N_ ("Date of birth")),
  RELATION_FIELD (ANS_FIELD_REQUIRED, "CON_DE"),
  { "ethnicity", "Dân tộc", N_ ("Ethnicity"), ANS_FIELD_CHOICE, 0, PERSON,
    .choices = ans_choices_ethnicity, .default_value = "Kinh" },
  ID_FIELD,
  { NULL },
};

static const AnsField death_fields[] = {
  { "person", "Người chết", N_ ("Who died"), ANS_FIELD_REFERENCE, ANS_FIELD_REQUIRED, EVENT,
    .target = "people" },
  DATE_FIELD ("Ngày chết", N_ ("Date of death")),
  NEW_HEAD_FIELD,
  { NULL },
};

static const AnsField move_in_fields[] = {
  { "person", "Người đã có trong sổ", N_ ("Somebody in the register"), ANS_FIELD_REFERENCE, 0,
    PERSON, .target = "people" },
  NAME_FIELD (0),
  SEX_FIELD (0),
  BIRTH_FIELD (0),
  ID_FIELD,
  DATE_FIELD ("Ngày đến", N_ ("Since")),
  RELATION_FIELD (0, "KHAC"),
  { "residence", "Cư trú", N_ ("Residence"), ANS_FIELD_CHOICE, ANS_FIELD_REQUIRED, EVENT,
    .choices = ans_choices_residence, .default_value = ANS_RESIDENCE_PERMANENT },
  { "village", "Thôn (khi lập hộ mới)", N_ ("Village of a new household"), ANS_FIELD_REFERENCE, 0,
    EVENT, .target = "villages" },
  { "address", "Địa chỉ (khi lập hộ mới)", N_ ("Address of a new household"), ANS_FIELD_TEXT, 0,
    EVENT },
  { NULL },
};

static const AnsField move_out_fields[] = {
  { "members", "Người chuyển đi", N_ ("Who moves away"), ANS_FIELD_TEXT, ANS_FIELD_REQUIRED,
    EVENT },
  DATE_FIELD ("Ngày chuyển đi", N_ ("Date of moving away")),
  { "destination", "Nơi đến", N_ ("Where to"), ANS_FIELD_TEXT, 0, EVENT },
  NEW_HEAD_FIELD,
  { NULL },
};

static const AnsField split_fields[] = {
  { "members", "Người tách ra", N_ ("Who leaves the household"), ANS_FIELD_TEXT,
    ANS_FIELD_REQUIRED, EVENT },
  DATE_FIELD ("Ngày tách hộ", N_ ("Date of the split")),
  { "head", "Chủ hộ của hộ mới", N_ ("Head of the new household"), ANS_FIELD_REFERENCE,
    ANS_FIELD_REQUIRED, EVENT, .target = "people" },
  { "village", "Thôn của hộ mới", N_ ("Village of the new household"), ANS_FIELD_REFERENCE, 0,
    EVENT, .target = "villages" },
  { "address", "Địa chỉ của hộ mới", N_ ("Address of the new household"), ANS_FIELD_TEXT, 0,
    EVENT },
  NEW_HEAD_FIELD,
  { NULL },
};

static const AnsField new_head_fields[] = {
  { "head", "Chủ hộ mới", N_ ("New head"), ANS_FIELD_REFERENCE, ANS_FIELD_REQUIRED, EVENT,
    .target = "people" },
  DATE_FIELD ("Từ ngày", N_ ("Since")),
  { NULL },
};

static const AnsField marriage_fields[] = {
  { "person", "Người về ở (đã có trong sổ)", N_ ("Who moves in, if in the register"),
    ANS_FIELD_REFERENCE, 0, PERSON, .target = "people" },
  NAME_FIELD (0),
  SEX_FIELD (0),
  BIRTH_FIELD (0),
  ID_FIELD,
  { "spouse", "Kết hôn với", N_ ("Married to"), ANS_FIELD_REFERENCE, ANS_FIELD_REQUIRED, EVENT,
    .target = "people" },
  DATE_FIELD ("Ngày kết hôn", N_ ("Date of marriage")),
  RELATION_FIELD (ANS_FIELD_REQUIRED, "CON_DAU"),
  { NULL },
};

static const char *
text_of (GHashTable *values, const char *field)
{
  const char *text = g_hash_table_lookup (values, field);

  return text != NULL && *text != '\0' ? text : NULL;
}

static gint64
id_of (GHashTable *values, const char *field)
{
  const char *text = text_of (values, field);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/* The person the event is about: one in the register, or a new one from name, sex and birth. */
static gint64
find_or_add_person (AnsBook *book, GHashTable *values, const char *birth, GError **error)
{
  static const char *const copied[] = { "full_name", "sex", "id_no", "ethnicity" };
  gint64 id = id_of (values, "person");
  g_autoptr (AnsRecord) person = NULL;

  if (id != 0)
    return id;
  person = ans_record_new (book, &ans_register_people);
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    if (text_of (values, copied[i]) != NULL)
      ans_record_set (person, copied[i], text_of (values, copied[i]));
  ans_record_set (person, "birth", birth);
  /* Nobody is of the commune before the event; residence comes with it. */
  ans_record_set (person, "residence", text_of (values, "residence") != NULL
                                           ? text_of (values, "residence")
                                           : ANS_RESIDENCE_PERMANENT);
  ans_record_set_effective_date (person, text_of (values, "date"));
  return ans_record_save (person, error) ? ans_record_get_id (person) : 0;
}

static gint64
add_household (AnsBook *book, GHashTable *values, gint64 like, GError **error)
{
  g_autoptr (AnsRecord) household = ans_record_new (book, &ans_register_households);
  g_autoptr (AnsRecord) model =
      like != 0 ? ans_record_load (book, &ans_register_households, like, NULL) : NULL;

  ans_record_set (household, "village", text_of (values, "village"));
  if (model != NULL)
    {
      ans_record_set (household, "area", ans_record_get (model, "area"));
      if (text_of (values, "village") == NULL)
        ans_record_set (household, "village", ans_record_get (model, "village"));
    }
  ans_record_set (household, "address", text_of (values, "address"));
  ans_record_set_effective_date (household, text_of (values, "date"));
  return ans_record_save (household, error) ? ans_record_get_id (household) : 0;
}

static gboolean
apply_birth (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  const char *date = text_of (values, "date");
  gint64 person = find_or_add_person (book, values, date, error);

  return person != 0 &&
         ans_member_move (book, person, household, text_of (values, "relation"), date, error);
}

static gboolean
apply_death (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  g_autoptr (AnsRecord) person =
      ans_record_load (book, &ans_register_people, id_of (values, "person"), error);
  gboolean was_head;

  if (person == NULL)
    return FALSE;
  was_head = g_strcmp0 (ans_record_get (person, "relation"), ANS_RELATION_HEAD) == 0;
  ans_record_set (person, "death", text_of (values, "date"));
  return (!was_head || id_of (values, "new_head") == 0 ||
          ans_members_set_head (
              book, household, id_of (values, "new_head"), text_of (values, "date"), error)) &&
         ans_record_save (person, error) &&
         ans_members_end_if_empty (
             book, household, ANS_HOUSEHOLD_ENDED, text_of (values, "date"), error);
}

static gboolean
apply_move_in (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  const char *date = text_of (values, "date");
  const char *relation = text_of (values, "relation");
  gint64 person = find_or_add_person (book, values, text_of (values, "birth"), error);
  gboolean is_new = household == 0;

  if (person == 0)
    return FALSE;
  if (is_new)
    household = add_household (book, values, 0, error);
  return household != 0 &&
         ans_member_set_residence (book, person, text_of (values, "residence"), date, error) &&
         ans_member_move (
             book, person, household, is_new ? ANS_RELATION_HEAD : relation, date, error);
}

static gboolean
apply_move_out (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  const char *date = text_of (values, "date");
  g_autoptr (GArray) leaving = ans_members_parse (text_of (values, "members"));

  if (id_of (values, "new_head") != 0 &&
      !ans_members_set_head (book, household, id_of (values, "new_head"), date, error))
    return FALSE;
  for (guint i = 0; i < leaving->len; i++)
    {
      gint64 id = g_array_index (leaving, gint64, i);
      g_autoptr (AnsRecord) person = ans_record_load (book, &ans_register_people, id, error);

      if (person == NULL)
        return FALSE;
      ans_record_set (person, "residence", ANS_RESIDENCE_MOVED_AWAY);
      ans_record_set_effective_date (person, date);
      if (text_of (values, "destination") != NULL)
        ans_record_set (person, "address", text_of (values, "destination"));
      if (!ans_record_save (person, error))
        return FALSE;
    }
  return ans_members_end_if_empty (book, household, ANS_HOUSEHOLD_MOVED_AWAY, date, error);
}

static gboolean
apply_split (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  const char *date = text_of (values, "date");
  gint64 head = id_of (values, "head");
  g_autoptr (GArray) leaving = ans_members_parse (text_of (values, "members"));
  g_autofree char *head_relation = ans_member_get_relation (book, head);
  gint64 new_household;

  if (id_of (values, "new_head") != 0 &&
      !ans_members_set_head (book, household, id_of (values, "new_head"), date, error))
    return FALSE;
  new_household = add_household (book, values, household, error);
  if (new_household == 0)
    return FALSE;
  for (guint i = 0; i < leaving->len; i++)
    {
      gint64 id = g_array_index (leaving, gint64, i);
      const char *relation = id == head ? ANS_RELATION_HEAD
                                        : ans_member_relation_to (book, id, head, head_relation);

      if (!ans_member_move (book, id, new_household, relation, date, error))
        return FALSE;
    }
  return ans_members_end_if_empty (book, household, ANS_HOUSEHOLD_ENDED, date, error);
}

static gboolean
apply_new_head (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  return ans_members_set_head (
      book, household, id_of (values, "head"), text_of (values, "date"), error);
}

static gboolean
apply_marriage (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  const char *date = text_of (values, "date");
  gint64 person = find_or_add_person (book, values, text_of (values, "birth"), error);

  return person != 0 &&
         ans_member_set_residence (book, person, ANS_RESIDENCE_PERMANENT, date, error) &&
         ans_member_move (book, person, household, text_of (values, "relation"), date, error);
}

static const AnsEventKind kinds[] = {
  { "birth", "Sinh", N_ ("Birth"), "ans-birth-symbolic", birth_fields, apply_birth },
  { "death", "Chết", N_ ("Death"), "ans-death-symbolic", death_fields, apply_death },
  { "move-in", "Chuyển đến", N_ ("Move in"), "ans-move-in-symbolic", move_in_fields,
    apply_move_in },
  { "move-out", "Chuyển đi", N_ ("Move out"), "ans-move-out-symbolic", move_out_fields,
    apply_move_out },
  { "split", "Tách hộ", N_ ("Split the household"), "ans-split-symbolic", split_fields,
    apply_split },
  { "new-head", "Đổi chủ hộ", N_ ("New head"), "ans-new-head-symbolic", new_head_fields,
    apply_new_head },
  { "marriage", "Kết hôn", N_ ("Marriage"), "ans-marriage-symbolic", marriage_fields,
    apply_marriage },
};

const AnsEventKind *
ans_event_kinds (guint *n)
{
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

const AnsEventKind *
ans_event_kind_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return &kinds[i];
  return NULL;
}

static const AnsField *
event_field (const AnsEventKind *kind, const char *name)
{
  for (const AnsField *field = kind->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

static void
check_required (const AnsEventKind *kind, GHashTable *values, AnsProblems *problems)
{
  for (const AnsField *field = kind->fields; field->name != NULL; field++)
    if ((field->flags & ANS_FIELD_REQUIRED) && text_of (values, field->name) == NULL)
      ans_problems_add (
          problems, field->name, ANS_PROBLEM_ERROR, _ ("“%s” is missing."), field->title);

  /* Somebody new needs what the register of people needs. */
  if (event_field (kind, "full_name") != NULL && event_field (kind, "person") != NULL &&
      text_of (values, "person") == NULL)
    {
      static const char *const needed[] = { "full_name", "sex", "birth" };

      for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
        if (text_of (values, needed[i]) == NULL)
          ans_problems_add (problems,
                            needed[i],
                            ANS_PROBLEM_ERROR,
                            _ ("Choose somebody in the register, or give name, sex and date of "
                               "birth."));
    }
}

static void
check_date (GHashTable *values, AnsProblems *problems)
{
  const char *text = text_of (values, "date");
  AnsDate date;

  if (text == NULL)
    return;
  if (!ans_date_parse_iso (text, &date, NULL) || !ans_date_is_full (date))
    ans_problems_add (problems, "date", ANS_PROBLEM_ERROR, _ ("“%s” is not a full date."), text);
  else if (ans_date_compare (date, ans_date_today ()) > 0)
    ans_problems_add (problems, "date", ANS_PROBLEM_ERROR, _ ("The date is in the future."));
}

/* A named member must be one: of the household, alive. */
static void
check_member (AnsBook *book, gint64 household, GHashTable *values, const char *field,
              AnsProblems *problems)
{
  gint64 id = id_of (values, field);

  if (id != 0 && household != 0 && !ans_members_contain (book, household, id))
    ans_problems_add (
        problems, field, ANS_PROBLEM_ERROR, _ ("This person is not a member of the household."));
}

/* Whoever leaves as head must be followed by somebody who stays. */
static void
check_succession (AnsBook *book, gint64 household, GHashTable *values, GArray *leaving,
                  AnsProblems *problems)
{
  gint64 head = ans_members_get_head (book, household);
  gint64 new_head = id_of (values, "new_head");
  gboolean head_leaves = FALSE, new_head_leaves = FALSE;

  for (guint i = 0; i < leaving->len; i++)
    {
      gint64 id = g_array_index (leaving, gint64, i);

      head_leaves |= id == head;
      new_head_leaves |= id == new_head;
      if (!ans_members_contain (book, household, id))
        ans_problems_add (problems,
                          "members",
                          ANS_PROBLEM_ERROR,
                          _ ("One of the chosen persons is not a member of the household."));
    }
  if (new_head != 0 && new_head_leaves)
    ans_problems_add (
        problems, "new_head", ANS_PROBLEM_ERROR, _ ("The new head must be one of those who stay."));
  if (head_leaves && new_head == 0 && ans_members_count (book, household) > leaving->len)
    ans_problems_add (problems,
                      "new_head",
                      ANS_PROBLEM_WARNING,
                      _ ("The head leaves: choose who follows, or the household has no head."));
}

AnsProblems *
ans_event_check (AnsBook *book, const AnsEventKind *kind, gint64 household, GHashTable *values)
{
  AnsProblems *problems = ans_problems_new ();
  g_autoptr (GArray) leaving = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), problems);
  g_return_val_if_fail (kind != NULL, problems);

  check_required (kind, values, problems);
  check_date (values, problems);
  if (household == 0 && !g_str_equal (kind->id, "move-in"))
    ans_problems_add (problems, NULL, ANS_PROBLEM_ERROR, _ ("Choose a household first."));
  if (household == 0)
    return problems;

  check_member (book, household, values, "head", problems);
  check_member (book, household, values, "new_head", problems);
  check_member (book, household, values, "spouse", problems);
  if (g_str_equal (kind->id, "death"))
    {
      gint64 person = id_of (values, "person");

      check_member (book, household, values, "person", problems);
      leaving = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (person != 0)
        g_array_append_val (leaving, person);
    }
  else if (event_field (kind, "members") != NULL)
    leaving = ans_members_parse (text_of (values, "members"));
  if (leaving != NULL)
    check_succession (book, household, values, leaving, problems);
  if (g_str_equal (kind->id, "split") && leaving->len > 0 && id_of (values, "head") != 0)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < leaving->len; i++)
        found |= g_array_index (leaving, gint64, i) == id_of (values, "head");
      if (!found)
        ans_problems_add (problems,
                          "head",
                          ANS_PROBLEM_ERROR,
                          _ ("The head of the new household must be one of those who leave."));
    }
  return problems;
}

static gboolean
refuse_errors (AnsBook *book, const AnsEventKind *kind, gint64 household, GHashTable *values,
               GError **error)
{
  g_autoptr (AnsProblems) problems = ans_event_check (book, kind, household, values);

  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    {
      const AnsProblem *problem = ans_problems_get (problems, i);

      if (problem->severity == ANS_PROBLEM_ERROR)
        {
          g_set_error_literal (
              error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_INVALID, problem->message);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
ans_event_apply (AnsBook *book, const AnsEventKind *kind, gint64 household, GHashTable *values,
                 GError **error)
{
  g_autofree char *code = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), FALSE);
  g_return_val_if_fail (kind != NULL && values != NULL, FALSE);

  for (const AnsField *field = kind->fields; field->name != NULL; field++)
    if (field->default_value != NULL && text_of (values, field->name) == NULL)
      g_hash_table_insert (values, g_strdup (field->name), g_strdup (field->default_value));
  if (!refuse_errors (book, kind, household, values, error))
    return FALSE;

  code = ans_register_title_of (book, &ans_register_households, household);
  /* Translators: an event (birth, death, …) and the household's code */
  label = code != NULL ? g_strdup_printf (_ ("%s: household %s"), _ (kind->label), code)
                       : g_strdup (_ (kind->label));
  if (!ans_book_begin (book, label, error))
    return FALSE;
  if (kind->apply (book, household, values, error) && ans_book_commit (book, error) >= 0)
    return TRUE;
  ans_book_rollback (book);
  return FALSE;
}
