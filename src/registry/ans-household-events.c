/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Births, deaths, moves, splits, new heads, marriages: what the dialogs ask and what they write.
 * Each is one action. */
#include "registry/ans-household-events.h"

#include <glib/gi18n.h>

#include "registry/ans-choices.h"
#include "registry/ans-event-private.h"
#include "registry/ans-members.h"

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

/* The person the event is about: one in the register, or a new one from name, sex and birth. */
static gint64
find_or_add_person (AnsBook *book, GHashTable *values, const char *birth, GError **error)
{
  static const char *const copied[] = { "full_name", "sex", "id_no", "ethnicity" };
  gint64 id = ans_event_id (values, "person");
  g_autoptr (AnsRecord) person = NULL;

  if (id != 0)
    return id;
  person = ans_record_new (book, &ans_register_people);
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    if (ans_event_text (values, copied[i]) != NULL)
      ans_record_set (person, copied[i], ans_event_text (values, copied[i]));
  ans_record_set (person, "birth", birth);
  /* Nobody is of the commune before the event; residence comes with it. */
  ans_record_set (person, "residence", ans_event_text (values, "residence") != NULL
                                           ? ans_event_text (values, "residence")
                                           : ANS_RESIDENCE_PERMANENT);
  ans_record_set_effective_date (person, ans_event_text (values, "date"));
  return ans_record_save (person, error) ? ans_record_get_id (person) : 0;
}

static gint64
add_household (AnsBook *book, GHashTable *values, gint64 like, GError **error)
{
  g_autoptr (AnsRecord) household = ans_record_new (book, &ans_register_households);
  g_autoptr (AnsRecord) model =
      like != 0 ? ans_record_load (book, &ans_register_households, like, NULL) : NULL;

  ans_record_set (household, "village", ans_event_text (values, "village"));
  if (model != NULL)
    {
      ans_record_set (household, "area", ans_record_get (model, "area"));
      if (ans_event_text (values, "village") == NULL)
        ans_record_set (household, "village", ans_record_get (model, "village"));
    }
  ans_record_set (household, "address", ans_event_text (values, "address"));
  ans_record_set_effective_date (household, ans_event_text (values, "date"));
  return ans_record_save (household, error) ? ans_record_get_id (household) : 0;
}

/* Somebody comes to live in the household; the one they leave may be empty then. */
static gboolean
move_here (AnsBook *book, gint64 person, gint64 household, const char *relation, const char *date,
           GError **error)
{
  g_autoptr (AnsRecord) record = ans_record_load (book, &ans_register_people, person, error);
  gint64 left;

  if (record == NULL)
    return FALSE;
  left = ans_record_get_int (record, "household");
  return ans_members_revive (book, household, date, error) &&
         ans_member_move (book, person, household, relation, date, error) &&
         (left == 0 || left == household ||
          ans_members_end_if_empty (book, left, ANS_HOUSEHOLD_ENDED, date, error));
}

/* What remains to be done where somebody left. */
static gboolean
settle_who_stays (AnsBook *book, gint64 household, GHashTable *values, const char *status,
                  GError **error)
{
  const char *date = ans_event_text (values, "date");
  gint64 new_head = ans_event_id (values, "new_head");

  return (new_head == 0 || ans_members_set_head (book, household, new_head, date, error)) &&
         ans_members_end_if_empty (book, household, status, date, error);
}

static gboolean
apply_birth (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  const char *date = ans_event_text (values, "date");
  gint64 person = find_or_add_person (book, values, date, error);

  return person != 0 &&
         move_here (book, person, household, ans_event_text (values, "relation"), date, error);
}

static gboolean
apply_death (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  g_autoptr (AnsRecord) person =
      ans_record_load (book, &ans_register_people, ans_event_id (values, "person"), error);

  if (person == NULL)
    return FALSE;
  ans_record_set (person, "death", ans_event_text (values, "date"));
  return ans_record_save (person, error) &&
         settle_who_stays (book, household, values, ANS_HOUSEHOLD_ENDED, error);
}

static gboolean
apply_move_in (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  const char *date = ans_event_text (values, "date");
  const char *relation = ans_event_text (values, "relation");
  gint64 person = find_or_add_person (book, values, ans_event_text (values, "birth"), error);
  gboolean is_new = household == 0;

  if (person == 0)
    return FALSE;
  if (is_new)
    household = add_household (book, values, 0, error);
  return household != 0 &&
         ans_member_set_residence (
             book, person, ans_event_text (values, "residence"), date, error) &&
         move_here (
             book, person, household, is_new ? ANS_RELATION_HEAD : relation, date, error);
}

static gboolean
apply_move_out (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  g_autoptr (GArray) leaving = ans_members_parse (ans_event_text (values, "members"));

  for (guint i = 0; i < leaving->len; i++)
    {
      gint64 id = g_array_index (leaving, gint64, i);
      g_autoptr (AnsRecord) person = ans_record_load (book, &ans_register_people, id, error);

      if (person == NULL)
        return FALSE;
      ans_record_set (person, "residence", ANS_RESIDENCE_MOVED_AWAY);
      ans_record_set_effective_date (person, ans_event_text (values, "date"));
      if (ans_event_text (values, "destination") != NULL)
        ans_record_set (person, "address", ans_event_text (values, "destination"));
      if (!ans_record_save (person, error))
        return FALSE;
    }
  return settle_who_stays (book, household, values, ANS_HOUSEHOLD_MOVED_AWAY, error);
}

static gboolean
apply_split (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  const char *date = ans_event_text (values, "date");
  gint64 head = ans_event_id (values, "head");
  g_autoptr (GArray) leaving = ans_members_parse (ans_event_text (values, "members"));
  g_autofree char *head_relation = ans_member_relation_on (book, head, household, date);
  gint64 new_household = add_household (book, values, household, error);

  if (new_household == 0)
    return FALSE;
  for (guint i = 0; i < leaving->len; i++)
    {
      gint64 id = g_array_index (leaving, gint64, i);
      g_autofree char *relation = ans_member_relation_on (book, id, household, date);

      if (!ans_member_move (book,
                            id,
                            new_household,
                            ans_member_relation_to (book, id, relation, head, head_relation),
                            date,
                            error))
        return FALSE;
    }
  return settle_who_stays (book, household, values, ANS_HOUSEHOLD_ENDED, error);
}

static gboolean
apply_new_head (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  return ans_members_set_head (
      book, household, ans_event_id (values, "head"), ans_event_text (values, "date"), error);
}

static gboolean
apply_marriage (AnsBook *book, gint64 household, GHashTable *values, GError **error)
{
  const char *date = ans_event_text (values, "date");
  gint64 person = find_or_add_person (book, values, ans_event_text (values, "birth"), error);

  return person != 0 &&
         ans_member_set_residence (book, person, ANS_RESIDENCE_PERMANENT, date, error) &&
         move_here (book, person, household, ans_event_text (values, "relation"), date, error);
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
  g_autoptr (GHashTable) complete = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), FALSE);
  g_return_val_if_fail (kind != NULL && values != NULL, FALSE);

  if (!refuse_errors (book, kind, household, values, error))
    return FALSE;

  code = ans_register_title_of (book, &ans_register_households, household);
  /* Translators: an event (birth, death, …) and the household's code */
  label = code != NULL ? g_strdup_printf (_ ("%s: household %s"), _ (kind->label), code)
                       : g_strdup (_ (kind->label));
  if (!ans_book_begin (book, label, error))
    return FALSE;
  complete = ans_event_complete (kind, values);
  if (kind->apply (book, household, complete, error) && ans_book_commit (book, error) >= 0)
    return TRUE;
  ans_book_rollback (book);
  return FALSE;
}
