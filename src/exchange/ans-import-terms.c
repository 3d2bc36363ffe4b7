/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What columns of workbooks are called: the registers' own synonyms, and the customary columns
 * that are not a field (year of birth under Nam or Nữ, parts of a date, the head's name). */
#include "exchange/ans-import-private.h"
#include "registry/ans-choices.h"
#include "text/ans-fold.h"

static const AnsHeaderTerm people_terms[] = {
  { ANS_TARGET_MALE, ANS_SYNONYMS ("nam", "năm sinh nam", "giới tính nam") },
  { ANS_TARGET_FEMALE, ANS_SYNONYMS ("nữ", "năm sinh nữ", "giới tính nữ") },
  { ANS_TARGET_HEAD_NAME,
    ANS_SYNONYMS ("họ và tên chủ hộ", "họ tên chủ hộ", "tên chủ hộ", "chủ hộ") },
};

static const AnsHeaderTerm owned_terms[] = {
  { ANS_TARGET_HEAD_NAME,
    ANS_SYNONYMS ("họ và tên chủ hộ", "họ tên chủ hộ", "tên chủ hộ", "chủ hộ", "họ và tên") },
  { ANS_TARGET_MALE, ANS_SYNONYMS ("nam", "năm sinh nam", "giới tính nam") },
  { ANS_TARGET_FEMALE, ANS_SYNONYMS ("nữ", "năm sinh nữ", "giới tính nữ") },
  { ANS_TARGET_VILLAGE, ANS_SYNONYMS ("thôn",
                                      "địa chỉ (thôn)",
                                      "thôn/xóm",
                                      "thôn, xóm",
                                      "xóm",
                                      "tên thôn",
                                      "tổ dân phố",
                                      "địa chỉ") },
};

/* Columns that stand in such lists and that the register has no field for: they are known, so that
 * the header is found, and left. */
static const AnsHeaderTerm foreign_terms[] = {
  { "~ethnicity", ANS_SYNONYMS ("dân tộc") },
  { "~members", ANS_SYNONYMS ("số khẩu", "số nhân khẩu", "số người", "khẩu") },
  { "~b1", ANS_SYNONYMS ("điểm b1", "b1", "tổng điểm b1") },
  { "~b2", ANS_SYNONYMS ("điểm b2", "b2", "tổng điểm b2") },
  { "~causes", ANS_SYNONYMS ("nguyên nhân", "nguyên nhân nghèo", "nguyên nhân chính") },
  { "~d1", ANS_SYNONYMS ("1", "chỉ số 1") },
  { "~d2", ANS_SYNONYMS ("2", "chỉ số 2") },
  { "~d3", ANS_SYNONYMS ("3", "chỉ số 3") },
  { "~d4", ANS_SYNONYMS ("4", "chỉ số 4") },
  { "~d5", ANS_SYNONYMS ("5", "chỉ số 5") },
  { "~d6", ANS_SYNONYMS ("6", "chỉ số 6") },
  { "~d7", ANS_SYNONYMS ("7", "chỉ số 7") },
  { "~d8", ANS_SYNONYMS ("8", "chỉ số 8") },
  { "~d9", ANS_SYNONYMS ("9", "chỉ số 9") },
  { "~d10", ANS_SYNONYMS ("10", "chỉ số 10") },
  { "~d11", ANS_SYNONYMS ("11", "chỉ số 11") },
  { "~d12", ANS_SYNONYMS ("12", "chỉ số 12") },
};

static GArray *
build_terms (const AnsRegister *reg)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (AnsHeaderTerm));

  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    {
      GPtrArray *synonyms;
      AnsHeaderTerm term = { .field = field->name };

      if ((field->flags & ANS_FIELD_COMPUTED) ||
          ((field->flags & ANS_FIELD_DERIVED) && !ans_register_is (reg, &ans_register_households)))
        continue;
      synonyms = g_ptr_array_new ();
      g_ptr_array_add (synonyms, (gpointer) field->title);
      g_ptr_array_add (synonyms, (gpointer) field->name);
      for (guint i = 0; field->synonyms != NULL && field->synonyms[i] != NULL; i++)
        g_ptr_array_add (synonyms, (gpointer) field->synonyms[i]);
      g_ptr_array_add (synonyms, NULL);
      term.synonyms = (const char *const *) g_ptr_array_free (synonyms, FALSE);
      g_array_append_val (terms, term);
    }
  if (ans_register_is (reg, &ans_register_people))
    g_array_append_vals (terms, people_terms, G_N_ELEMENTS (people_terms));
  if (ans_import_is_owned (reg))
    {
      g_array_append_vals (terms, owned_terms, G_N_ELEMENTS (owned_terms));
      for (guint i = 0; i < G_N_ELEMENTS (foreign_terms); i++)
        if (ans_register_get_field (reg, foreign_terms[i].field + 1) == NULL)
          g_array_append_val (terms, foreign_terms[i]);
    }
  return terms;
}

const AnsHeaderTerm *
ans_import_terms (const AnsRegister *reg, guint *n_terms)
{
  static GHashTable *made; /* register → GArray, kept while the program runs */
  static GMutex mutex;
  GArray *terms;

  g_mutex_lock (&mutex);
  if (made == NULL)
    made = g_hash_table_new (NULL, NULL);
  terms = g_hash_table_lookup (made, reg);
  if (terms == NULL)
    {
      terms = build_terms (reg);
      g_hash_table_insert (made, (gpointer) reg, terms);
    }
  g_mutex_unlock (&mutex);
  *n_terms = terms->len;
  return (const AnsHeaderTerm *) terms->data;
}

/* “Năm sinh / Nam” is of the field birth with the part Nam. Only with its marks does “Năm” (year)
 * differ from “Nam” (man). */
static const char *
target_of_part (const char *part)
{
  static const struct
  {
    const char *text;
    const char *target;
  } parts[] = {
    { "nam", ANS_TARGET_MALE },    { "nữ", ANS_TARGET_FEMALE }, { "nu", ANS_TARGET_FEMALE },
    { "ngày", ANS_TARGET_DAY },    { "ngay", ANS_TARGET_DAY },  { "tháng", ANS_TARGET_MONTH },
    { "thang", ANS_TARGET_MONTH }, { "năm", ANS_TARGET_YEAR },
  };
  g_autofree char *marks = ans_fold_marks (part);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (g_strstrip (marks), parts[i].text))
      return parts[i].target;
  return NULL;
}

static gboolean
is_age (const char *part)
{
  g_autofree char *key = ans_header_key (part);

  return g_str_equal (key, "tuoi") || g_str_has_prefix (key, "tuoi ");
}

const char *
ans_import_target_of_column (const AnsRegister *reg, const AnsHeaderColumn *column)
{
  if (column->is_ordinal || column->field == NULL || *column->field == '~')
    return NULL;
  if (ans_register_is (reg, &ans_register_people) && column->part != NULL &&
      (g_str_equal (column->field, "birth") || g_str_equal (column->field, "sex")))
    {
      const char *target = target_of_part (column->part);

      if (target != NULL)
        return target;
      /* “Năm sinh / Tuổi” is another thing than a birth. */
      if (is_age (column->part))
        return NULL;
    }
  if (column->continues)
    {
      g_autofree char *more = g_strconcat (column->field, "+", NULL);

      return g_intern_string (more);
    }
  return column->field;
}

gboolean
ans_import_is_target (const AnsRegister *reg, const char *target)
{
  guint n;
  const AnsHeaderTerm *terms = ans_import_terms (reg, &n);
  g_autofree char *bare =
      g_str_has_suffix (target, "+") ? g_strndup (target, strlen (target) - 1) : g_strdup (target);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (terms[i].field, bare))
      return TRUE;
  return ans_register_is (reg, &ans_register_people) &&
         (g_str_equal (target, ANS_TARGET_DAY) || g_str_equal (target, ANS_TARGET_MONTH) ||
          g_str_equal (target, ANS_TARGET_YEAR));
}

GPtrArray *
ans_import_get_targets (AnsImport *self)
{
  GPtrArray *targets = g_ptr_array_new ();
  guint n;
  const AnsHeaderTerm *terms = ans_import_terms (self->reg, &n);

  for (guint i = 0; i < n; i++)
    if (*terms[i].field != '~')
      g_ptr_array_add (targets, (gpointer) terms[i].field);
  if (ans_register_is (self->reg, &ans_register_people))
    {
      g_ptr_array_add (targets, (gpointer) ANS_TARGET_DAY);
      g_ptr_array_add (targets, (gpointer) ANS_TARGET_MONTH);
      g_ptr_array_add (targets, (gpointer) ANS_TARGET_YEAR);
    }
  return targets;
}

const char *
ans_import_get_target_title (AnsImport *self, const char *target)
{
  static const struct
  {
    const char *target;
    const char *title;
  } titles[] = {
    { ANS_TARGET_MALE, "Năm sinh (Nam)" }, { ANS_TARGET_FEMALE, "Năm sinh (Nữ)" },
    { ANS_TARGET_DAY, "Ngày sinh: ngày" }, { ANS_TARGET_MONTH, "Ngày sinh: tháng" },
    { ANS_TARGET_YEAR, "Ngày sinh: năm" }, { ANS_TARGET_HEAD_NAME, "Họ và tên chủ hộ" },
    { ANS_TARGET_VILLAGE, "Thôn" },
  };
  const AnsField *field = ans_register_get_field (self->reg, target);

  if (field != NULL)
    return field->title;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].target, target))
      return titles[i].title;
  return target;
}
