/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of lists, and their columns: the fields of a register and what is computed beside. */
#include <glib/gi18n.h>

#include "listing/ans-listing.h"
#include "registry/ans-choices.h"
#include "registry/ans-extra-field.h"
#include "text/ans-number.h"

/* Within a question of its own the day is found once, not for each row. */
#define TODAY "(SELECT date('now', 'localtime'))"

/* Years completed on a day. A cast takes the year that a text begins with; of a date of which only
 * the year or month is known the first day counts, which sorts before all others as it is. */
#define AGE(day)                                                                                  \
  "(CAST(" day " AS INTEGER) - CAST(p.birth AS INTEGER) - "                                       \
  "(substr(" day ", 6) < substr(p.birth, 6)))"

/* Year of birth under the person's sex: the customary pair of columns that replaces a sex column. */
#define BIRTH_OF(sex_) "CASE WHEN p.sex = '" sex_ "' THEN substr(p.birth, 1, 4) END"

static const AnsListingColumn people_extra[] = {
  { .id = "birth_male", .title = "Nam", .group_title = "Năm sinh", .label = N_ ("Born (men)"),
    .kind = ANS_FIELD_IDENTIFIER, .flags = ANS_FIELD_HIDDEN, .width = 6, .print_width = 14,
    .sql_now = BIRTH_OF (ANS_SEX_MALE) },
  { .id = "birth_female", .title = "Nữ", .group_title = "Năm sinh", .label = N_ ("Born (women)"),
    .kind = ANS_FIELD_IDENTIFIER, .flags = ANS_FIELD_HIDDEN, .width = 6, .print_width = 14,
    .sql_now = BIRTH_OF (ANS_SEX_FEMALE) },
  { .id = "age", .title = "Tuổi", .label = N_ ("Age"), .kind = ANS_FIELD_INTEGER, .width = 5,
    .print_width = 12, .sql_now = AGE (TODAY), .sql_as_of = AGE ("?1") },
  { .id = "head_name", .title = "Chủ hộ", .label = N_ ("Head of the household"),
    .kind = ANS_FIELD_TEXT, .width = 24, .print_width = 44,
    .sql_now = "(SELECT c.full_name FROM household x JOIN person c ON c.id = x.head "
               "WHERE x.id = p.household)",
    .sql_as_of = "(SELECT c.full_name FROM person_home m JOIN person c ON c.id = m.person "
                 "WHERE m.household = home.household AND m.relation = 'CHU_HO' AND "
                 "m.from_date <= ?1 AND (m.to_date IS NULL OR m.to_date > ?1))" },
  { NULL },
};

static const AnsListingColumn household_extra[] = {
  { .id = "members", .title = "Số khẩu", .label = N_ ("Members"), .kind = ANS_FIELD_INTEGER,
    .flags = ANS_FIELD_DEFAULT_COLUMN | ANS_FIELD_SUM, .width = 7, .print_width = 16,
    .sql_now = "(SELECT count(*) FROM person m WHERE m.household = h.id AND "
               "m.residence IN " ANS_RESIDENCE_PRESENT ")",
    .sql_as_of = "(SELECT count(*) FROM person_home m JOIN person c ON c.id = m.person JOIN "
                 "person_residence s ON s.person = c.id WHERE m.household = h.id AND "
                 "m.from_date <= ?1 AND (m.to_date IS NULL OR m.to_date > ?1) AND "
                 "s.from_date <= ?1 AND (s.to_date IS NULL OR s.to_date > ?1) AND "
                 "s.residence IN " ANS_RESIDENCE_PRESENT " AND "
                 "(c.birth IS NULL OR c.birth <= ?1))" },
  { .id = "head_birth_male", .title = "Nam", .group_title = "Năm sinh",
    .label = N_ ("Head born (men)"), .kind = ANS_FIELD_IDENTIFIER, .flags = ANS_FIELD_HIDDEN,
    .width = 6, .print_width = 14,
    .sql_now = "(SELECT substr(c.birth, 1, 4) FROM person c WHERE c.id = h.head AND "
               "c.sex = '" ANS_SEX_MALE "')",
    .sql_as_of = "(SELECT substr(c.birth, 1, 4) FROM person_home m JOIN person c ON "
                 "c.id = m.person WHERE m.household = h.id AND m.relation = 'CHU_HO' AND "
                 "m.from_date <= ?1 AND (m.to_date IS NULL OR m.to_date > ?1) AND "
                 "c.sex = '" ANS_SEX_MALE "')" },
  { .id = "head_birth_female", .title = "Nữ", .group_title = "Năm sinh",
    .label = N_ ("Head born (women)"), .kind = ANS_FIELD_IDENTIFIER, .flags = ANS_FIELD_HIDDEN,
    .width = 6, .print_width = 14,
    .sql_now = "(SELECT substr(c.birth, 1, 4) FROM person c WHERE c.id = h.head AND "
               "c.sex = '" ANS_SEX_FEMALE "')",
    .sql_as_of = "(SELECT substr(c.birth, 1, 4) FROM person_home m JOIN person c ON "
                 "c.id = m.person WHERE m.household = h.id AND m.relation = 'CHU_HO' AND "
                 "m.from_date <= ?1 AND (m.to_date IS NULL OR m.to_date > ?1) AND "
                 "c.sex = '" ANS_SEX_FEMALE "')" },
  { NULL },
};

static const char *const people_print[] = { "full_name", "birth_male", "birth_female", "id_no",
                                            "household", "relation",   "village",      "note",
                                            NULL };
static const char *const household_print[] = { "code",    "head",    "head_birth_male",
                                               "head_birth_female", "members", "village",
                                               "address", "note",    NULL };
static const char *const village_print[] = {
  "name", "kind", "head_name", "valid_from", "valid_to", "note", NULL
};
static const char *const unit_print[] = {
  "name", "level", "code", "parent", "valid_from", "valid_to", NULL
};

const AnsListingInfo ans_listing_people = { "people", "Danh sách nhân khẩu", N_ ("People"),
                                       &ans_register_people, people_extra, "full_name",
                                       people_print };
const AnsListingInfo ans_listing_households = { "households", "Danh sách hộ", N_ ("Households"),
                                           &ans_register_households, household_extra, "code",
                                           household_print };
const AnsListingInfo ans_listing_villages = { "villages", "Danh sách thôn", N_ ("Villages"),
                                         &ans_register_villages, NULL, "name", village_print };
const AnsListingInfo ans_listing_units = { "units", "Danh sách đơn vị hành chính",
                                      N_ ("Administrative units"), &ans_register_units, NULL,
                                      "name", unit_print };

#define MAX_INFOS 128

/* The lists of this room; those of the areas and the plan are added. */
static const AnsListingInfo *infos[MAX_INFOS] = {
  &ans_listing_people, &ans_listing_households, &ans_listing_villages, &ans_listing_units
};
static guint n_infos = 4;

void
ans_listing_infos_add (const AnsListingInfo *info)
{
  g_return_if_fail (info != NULL);
  g_return_if_fail (n_infos < MAX_INFOS);
  g_return_if_fail (ans_listing_info_find (info->id) == NULL);
  infos[n_infos++] = info;
}

const AnsListingInfo *const *
ans_listing_infos (guint *n)
{
  *n = n_infos;
  return infos;
}

const AnsListingInfo *
ans_listing_info_find (const char *id)
{
  for (guint i = 0; i < n_infos; i++)
    if (g_strcmp0 (infos[i]->id, id) == 0)
      return infos[i];
  return NULL;
}

const AnsListingInfo *
ans_listing_info_of_book (AnsBook *book, const AnsListingInfo *info)
{
  static GMutex mutex;
  static GHashTable *made; /* “id address of its register” → AnsListingInfo */
  const AnsRegister *reg = ans_book_get_register (book, info->reg);
  g_autofree char *key = NULL;
  AnsListingInfo *found;

  if (reg == info->reg)
    return info;
  key = g_strdup_printf ("%s %p", info->id, (gconstpointer) reg);
  g_mutex_lock (&mutex);
  if (made == NULL)
    made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  found = g_hash_table_lookup (made, key);
  if (found == NULL)
    {
      found = g_memdup2 (info, sizeof *info);
      found->reg = reg;
      g_hash_table_insert (made, g_steal_pointer (&key), found);
    }
  g_mutex_unlock (&mutex);
  return found;
}

/* References sort by what their target sorts by, names by their Vietnamese key. */
static char *
sort_expression (const AnsRegister *reg, const AnsField *field, const char *value)
{
  if (field->kind == ANS_FIELD_REFERENCE)
    {
      const AnsRegister *target = ans_register_find (field->target);

      return g_strdup_printf (
          "(SELECT %s FROM %s t WHERE t.id = %s)", target->order_by, target->table, value);
    }
  if (g_str_equal (field->name, reg->name_field) &&
      ans_register_get_field (reg, "sort_key") != NULL)
    return g_strdup_printf ("%s.sort_key", reg->alias);
  return NULL;
}

static AnsListingColumn
column_of_field (const AnsRegister *reg, const AnsField *field)
{
  const AnsPeriod *period =
      field->period != NULL ? ans_register_get_period (reg, field->period) : NULL;
  AnsListingColumn column = {
    .id = field->name,
    .title = field->title,
    .label = field->label,
    .kind = field->kind,
    .flags = field->flags,
    .field = field,
    .width = field->width,
    .print_width = field->print_width,
    .sql_now = g_strdup_printf ("%s.%s", reg->alias, field->name),
    .sql_as_of = field->as_of != NULL ? field->as_of
                 : period != NULL     ? g_strdup_printf ("%s.%s", period->alias, field->name)
                                      : NULL,
  };

  column.sort_now = sort_expression (reg, field, column.sql_now);
  if (column.sql_as_of != NULL)
    column.sort_as_of = sort_expression (reg, field, column.sql_as_of);
  return column;
}

/* The columns of @info, made once and kept while the program runs. */
static GArray *
columns_of (const AnsListingInfo *info)
{
  static GHashTable *made; /* info → GArray of AnsListingColumn */
  static GMutex mutex;
  GArray *columns;

  g_mutex_lock (&mutex);
  if (made == NULL)
    made = g_hash_table_new (NULL, NULL);
  columns = g_hash_table_lookup (made, info);
  if (columns == NULL)
    {
      columns = g_array_new (FALSE, FALSE, sizeof (AnsListingColumn));
      for (const AnsField *field = info->reg->fields; field->name != NULL; field++)
        if (ans_field_is_shown (field))
          {
            AnsListingColumn column = column_of_field (info->reg, field);

            column.flags &= ~ANS_FIELD_COMPUTED;
            g_array_append_val (columns, column);
          }
      for (const AnsListingColumn *extra = info->extra; extra != NULL && extra->id != NULL;
           extra++)
        g_array_append_val (columns, *extra);
      g_hash_table_insert (made, (gpointer) info, columns);
    }
  g_mutex_unlock (&mutex);
  return columns;
}

const AnsListingColumn *
ans_listing_info_get_columns (const AnsListingInfo *info, guint *n)
{
  GArray *columns = columns_of (info);

  *n = columns->len;
  return (const AnsListingColumn *) columns->data;
}

const AnsListingColumn *
ans_listing_info_get_column (const AnsListingInfo *info, const char *id)
{
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (info, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (columns[i].id, id) == 0)
      return &columns[i];
  return NULL;
}

char *
ans_listing_column_display (AnsBook *book, const AnsListingColumn *column, const char *value)
{
  if (column->field != NULL)
    return ans_field_display (book, column->field, value);
  if (value == NULL)
    return g_strdup ("");
  if (column->kind == ANS_FIELD_DECIMAL)
    return ans_decimal_display (value);
  if (ans_field_kind_is_number (column->kind))
    return ans_number_format (g_ascii_strtoll (value, NULL, 10));
  return g_strdup (value);
}
