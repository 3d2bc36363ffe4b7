/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts invented households into the book. Under a bulk load the triggers sleep, so the columns
 * that they keep (home, residence, head) are written here, beside the periods they come from. */
#include "practice/ans-practice-writer.h"

#include <string.h>

#include "registry/ans-choices.h"
#include "registry/ans-uuid.h"
#include "text/ans-fold.h"
#include "text/ans-sort-key.h"

struct _AnsPracticeWriter
{
  AnsConnection *connection;
  AnsRandom random; /* of uids only, so that they do not shift the rest */
  guint64 n_uids;
  AnsStatement *unit;
  AnsStatement *village;
  AnsStatement *village_head;
  AnsStatement *household;
  AnsStatement *household_place;
  AnsStatement *household_state;
  AnsStatement *person;
  AnsStatement *person_home;
  AnsStatement *person_residence;
};

/* In the order of their columns in the struct above. */
static const char *const statements[] = {
  "INSERT INTO unit (id, uid, name, level, code, parent, valid_from, valid_to, note, name_fold) "
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
  "INSERT INTO village (id, uid, name, kind, code, position, note, name_fold, sort_key) "
  "VALUES (?1, ?2, ?3, 'THON', ?4, ?1, 'Dữ liệu mẫu', ?5, ?6)",
  "UPDATE village SET head_name = ?2, head_phone = ?3 WHERE id = ?1",
  "INSERT INTO household (id, uid, code, head, village, address, area, status, code_fold) "
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'NT', '" ANS_HOUSEHOLD_LIVING "', ?7)",
  "INSERT INTO household_place (household, from_date, village, address) VALUES (?1, ?2, ?3, ?4)",
  "INSERT INTO household_state (household, from_date, status) "
  "VALUES (?1, ?2, '" ANS_HOUSEHOLD_LIVING "')",
  "INSERT INTO person (id, uid, full_name, other_name, sex, birth, ethnicity, religion, death, "
  "id_no, old_id_no, id_date, id_place, household, relation, village, residence, phone, bank, "
  "bhyt_no, has_pension, pension_amount, labour_status, industry, qualification, note, name_fold, "
  "initials, numbers, sort_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
  "?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)",
  "INSERT INTO person_home (person, from_date, to_date, reason, household, relation) "
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  "INSERT INTO person_residence (person, from_date, to_date, reason, residence) "
  "VALUES (?1, ?2, ?3, ?4, ?5)",
};

/* The commune as domain.md §3.4 has it: real units, whose people are invented. */
static const struct
{
  const char *name, *level, *code;
  gint64 parent;
  const char *from, *to, *note;
} units[] = {
  { "tỉnh Thanh Hóa", "TINH", "38", 0, NULL, NULL, NULL },
  { "huyện Hoằng Hóa", "HUYEN", NULL, 1, NULL, "2025-06-30", NULL },
  { "xã Hoằng Phụ", "XA", NULL, 2, NULL, "2025-06-30", NULL },
  { "xã Hoằng Thanh", "XA", "16000", 1, "2025-07-01", NULL, "Nghị quyết 1686/NQ-UBTVQH15" },
};

AnsPracticeWriter *
ans_practice_writer_new (AnsBook *book, guint64 seed, GError **error)
{
  g_autoptr (AnsPracticeWriter) self = g_new0 (AnsPracticeWriter, 1);
  AnsStatement **slots[] = { &self->unit,      &self->village,         &self->village_head,
                             &self->household, &self->household_place, &self->household_state,
                             &self->person,    &self->person_home,     &self->person_residence };

  G_STATIC_ASSERT (G_N_ELEMENTS (slots) == G_N_ELEMENTS (statements));
  self->connection = ans_book_get_connection (book);
  ans_random_init (&self->random, seed, G_MAXUINT64);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      *slots[i] = ans_connection_prepare (self->connection, statements[i], error);
      if (*slots[i] == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
ans_practice_writer_free (AnsPracticeWriter *self)
{
  g_clear_pointer (&self->unit, ans_statement_release);
  g_clear_pointer (&self->village, ans_statement_release);
  g_clear_pointer (&self->village_head, ans_statement_release);
  g_clear_pointer (&self->household, ans_statement_release);
  g_clear_pointer (&self->household_place, ans_statement_release);
  g_clear_pointer (&self->household_state, ans_statement_release);
  g_clear_pointer (&self->person, ans_statement_release);
  g_clear_pointer (&self->person_home, ans_statement_release);
  g_clear_pointer (&self->person_residence, ans_statement_release);
  g_free (self);
}

static void
bind_uid (AnsPracticeWriter *self, AnsStatement *statement)
{
  /* Midnight of the last day of the commune, so that uids come in the order of ids. */
  const guint64 midnight = G_GUINT64_CONSTANT (1663632000000);
  guint64 n = self->n_uids++;
  g_autofree char *uid = ans_uuid_format (midnight + (n >> 12), (guint16) (n & 0xfff),
                                          ans_random_next (&self->random));

  ans_statement_bind_text (statement, 2, uid);
}

/* "" is nothing. */
static void
bind_text (AnsStatement *statement, int index, const char *text)
{
  ans_statement_bind_text (statement, index, text != NULL && *text != '\0' ? text : NULL);
}

static gboolean
run (AnsStatement *statement, GError **error)
{
  gboolean done = ans_statement_run (statement, error);

  ans_statement_reset (statement);
  return done;
}

gboolean
ans_practice_writer_add_units (AnsPracticeWriter *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *fold = ans_fold (units[i].name);

      ans_statement_bind_int (self->unit, 1, i + 1);
      bind_uid (self, self->unit);
      bind_text (self->unit, 3, units[i].name);
      bind_text (self->unit, 4, units[i].level);
      bind_text (self->unit, 5, units[i].code);
      ans_statement_bind_id (self->unit, 6, units[i].parent);
      bind_text (self->unit, 7, units[i].from);
      bind_text (self->unit, 8, units[i].to);
      bind_text (self->unit, 9, units[i].note);
      bind_text (self->unit, 10, fold);
      if (!run (self->unit, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ans_practice_writer_add_village (
    AnsPracticeWriter *self, gint64 id, const char *name, const char *code, GError **error)
{
  g_autofree char *fold = ans_fold (name);
  g_autofree char *key = ans_sort_key (name);

  ans_statement_bind_int (self->village, 1, id);
  bind_uid (self, self->village);
  bind_text (self->village, 3, name);
  bind_text (self->village, 4, code);
  bind_text (self->village, 5, fold);
  bind_text (self->village, 6, key);
  return run (self->village, error);
}

gboolean
ans_practice_writer_set_village_head (AnsPracticeWriter *self,
                                      gint64 id,
                                      const char *head_name,
                                      const char *head_phone,
                                      GError **error)
{
  ans_statement_bind_int (self->village_head, 1, id);
  bind_text (self->village_head, 2, head_name);
  bind_text (self->village_head, 3, head_phone);
  return run (self->village_head, error);
}

static gboolean
add_person_row (AnsPracticeWriter *self,
                const AnsPracticePerson *person,
                gint64 village,
                GError **error)
{
  AnsStatement *row = self->person;
  const AnsPracticeHome *home = &person->homes[person->n_homes - 1];
  gboolean at_home = *home->to == '\0';
  g_autofree char *fold = ans_fold (person->name);
  g_autofree char *initials = ans_fold_initials (person->name);
  g_autofree char *key = ans_sort_key_name (person->name);
  const char *numbers[] = { person->id_no, person->old_id_no, person->phone, person->bhyt_no };
  char joined[64] = "";

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (*numbers[i] != '\0')
      {
        if (*joined != '\0')
          g_strlcat (joined, " ", sizeof joined);
        g_strlcat (joined, numbers[i], sizeof joined);
      }

  ans_statement_bind_int (row, 1, person->id);
  bind_uid (self, row);
  bind_text (row, 3, person->name);
  bind_text (row, 4, person->other_name);
  bind_text (row, 5, person->male ? ANS_SEX_MALE : ANS_SEX_FEMALE);
  bind_text (row, 6, person->birth_iso);
  bind_text (row, 7, person->ethnicity);
  bind_text (row, 8, person->religion);
  bind_text (row, 9, person->death_iso);
  bind_text (row, 10, person->id_no);
  bind_text (row, 11, person->old_id_no);
  bind_text (row, 12, person->id_date);
  bind_text (row, 13, person->id_place);
  ans_statement_bind_id (row, 14, at_home ? home->household : 0);
  bind_text (row, 15, at_home ? home->relation : NULL);
  ans_statement_bind_id (row, 16, at_home ? village : 0);
  bind_text (row, 17, person->stays[person->n_stays - 1].residence);
  bind_text (row, 18, person->phone);
  bind_text (row, 19, person->bank);
  bind_text (row, 20, person->bhyt_no);
  bind_text (row, 21, person->pension);
  ans_statement_bind_id (row, 22, person->pension_amount);
  bind_text (row, 23, person->labour_status);
  bind_text (row, 24, person->industry);
  bind_text (row, 25, person->qualification);
  bind_text (row, 26, person->note);
  bind_text (row, 27, fold);
  bind_text (row, 28, initials);
  bind_text (row, 29, joined);
  bind_text (row, 30, key);
  return run (row, error);
}

static gboolean
add_person (AnsPracticeWriter *self,
            const AnsPracticePerson *person,
            gint64 village,
            GError **error)
{
  if (!add_person_row (self, person, village, error))
    return FALSE;

  for (guint i = 0; i < person->n_homes; i++)
    {
      const AnsPracticeHome *home = &person->homes[i];

      ans_statement_bind_int (self->person_home, 1, person->id);
      ans_statement_bind_text (self->person_home, 2, home->from);
      bind_text (self->person_home, 3, home->to);
      bind_text (self->person_home, 4, home->reason);
      ans_statement_bind_int (self->person_home, 5, home->household);
      bind_text (self->person_home, 6, home->relation);
      if (!run (self->person_home, error))
        return FALSE;
    }
  for (guint i = 0; i < person->n_stays; i++)
    {
      const AnsPracticeStay *stay = &person->stays[i];

      ans_statement_bind_int (self->person_residence, 1, person->id);
      ans_statement_bind_text (self->person_residence, 2, stay->from);
      bind_text (self->person_residence, 3, stay->to);
      bind_text (self->person_residence, 4, stay->reason);
      bind_text (self->person_residence, 5, stay->residence);
      if (!run (self->person_residence, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ans_practice_writer_add_household (AnsPracticeWriter *self,
                                   const AnsPracticeHousehold *household,
                                   GError **error)
{
  g_autofree char *fold = ans_fold (household->code);

  ans_statement_bind_int (self->household, 1, household->id);
  bind_uid (self, self->household);
  bind_text (self->household, 3, household->code);
  ans_statement_bind_int (self->household, 4, household->people[household->head].id);
  ans_statement_bind_int (self->household, 5, household->village);
  bind_text (self->household, 6, household->address);
  bind_text (self->household, 7, fold);
  if (!run (self->household, error))
    return FALSE;

  ans_statement_bind_int (self->household_place, 1, household->id);
  ans_statement_bind_text (self->household_place, 2, household->since);
  ans_statement_bind_int (self->household_place, 3, household->village);
  bind_text (self->household_place, 4, household->address);
  ans_statement_bind_int (self->household_state, 1, household->id);
  ans_statement_bind_text (self->household_state, 2, household->since);
  if (!run (self->household_place, error) || !run (self->household_state, error))
    return FALSE;

  for (guint i = 0; i < household->n_people; i++)
    if (!add_person (self, &household->people[i], household->village, error))
      return FALSE;
  return TRUE;
}
