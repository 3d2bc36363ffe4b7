/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random actions on a book, as officers and imports do them. All people are invented. */
#pragma once

#include "book-fixture.h"
#include "registry/ans-household-events.h"

static inline gint64
random_id (AnsBook *book, GRand *rand, const char *table, const char *where)
{
  g_autofree char *ids = ask (book, "SELECT id FROM %s WHERE %s ORDER BY id", table, where);
  g_auto (GStrv) list = g_strsplit (ids, "|", -1);
  guint n = g_strv_length (list);

  return n > 0 ? g_ascii_strtoll (list[g_rand_int_range (rand, 0, (gint32) n)], NULL, 10) : 0;
}

static inline const char *
pick (GRand *rand, const char *const *from)
{
  return from[g_rand_int_range (rand, 0, (gint32) g_strv_length ((char **) from))];
}

static inline char *
random_name (GRand *rand)
{
  static const char *const surnames[] = { "Nguyễn", "Trần", "Lê", "Đặng", "Vũ", NULL };
  static const char *const middles[] = { "Văn", "Thị", "Đức", NULL };
  static const char *const names[] = { "An", "Ân", "Bình", "Huệ", "Đào", "Yến", NULL };

  return g_strjoin (
      " ", pick (rand, surnames), pick (rand, middles), pick (rand, names), NULL);
}

static inline char *
random_day (GRand *rand)
{
  return g_strdup_printf ("%d-%02d-%02d",
                          g_rand_int_range (rand, 2015, 2025),
                          g_rand_int_range (rand, 1, 13),
                          g_rand_int_range (rand, 1, 29));
}

static inline char *
random_birth (GRand *rand)
{
  int year = g_rand_int_range (rand, 1930, 2015);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return g_strdup_printf ("%d", year);
    case 1:
      return g_strdup_printf ("%d-%02d", year, g_rand_int_range (rand, 1, 13));
    default:
      return g_strdup_printf (
          "%d-%02d-%02d", year, g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
    }
}

static inline void
set_random_reference (AnsRecord *record, const char *field, GRand *rand, const char *table)
{
  gint64 id = random_id (ans_record_get_book (record), rand, table, "1");

  if (id != 0 && id != ans_record_get_id (record))
    ans_record_set_int (record, field, id);
}

static const char *const random_relations[] = { "CHU_HO", "VO",  "CHONG", "CON_DE", "CON_DAU",
                                                "CHA",    "CHAU", "EM",    "KHAC",   NULL };

/* Saving may be refused by validation or by a rule of the book; then nothing was done. */

static inline void
random_edit_of_village (AnsBook *book, GRand *rand)
{
  gint64 id = g_rand_boolean (rand) ? random_id (book, rand, "village", "1") : 0;
  g_autoptr (AnsRecord) village = id != 0 ? ans_record_load (book, &ans_register_villages, id, NULL)
                                          : ans_record_new (book, &ans_register_villages);
  g_autofree char *name = random_name (rand);
  g_autofree char *day = random_day (rand);

  ans_record_set (village, "name", name);
  if (g_rand_boolean (rand))
    ans_record_set (village, "valid_from", day);
  if (g_rand_boolean (rand))
    set_random_reference (village, "successor", rand, "village");
  ans_record_set_int (village, "position", g_rand_int_range (rand, 1, 30));
  ans_record_save (village, NULL);
}

static inline void
random_edit_of_unit (AnsBook *book, GRand *rand)
{
  gint64 id = g_rand_boolean (rand) ? random_id (book, rand, "unit", "1") : 0;
  g_autoptr (AnsRecord) unit = id != 0 ? ans_record_load (book, &ans_register_units, id, NULL)
                                       : ans_record_new (book, &ans_register_units);
  g_autofree char *name = random_name (rand);

  ans_record_set (unit, "name", name);
  ans_record_set (unit, "level", "XA");
  set_random_reference (unit, "parent", rand, "unit");
  ans_record_save (unit, NULL);
}

static inline void
random_edit_of_household (AnsBook *book, GRand *rand)
{
  static const char *const states[] = { "DANG_CU_TRU", "CHUYEN_DI", "KHONG_CON", NULL };
  gint64 id = g_rand_boolean (rand) ? random_id (book, rand, "household", "1") : 0;
  g_autoptr (AnsRecord) household = id != 0
                                        ? ans_record_load (book, &ans_register_households, id, NULL)
                                        : ans_record_new (book, &ans_register_households);
  g_autofree char *day = random_day (rand);

  if (g_rand_int_range (rand, 0, 4) == 0)
    ans_record_set (household, "village", NULL);
  else
    set_random_reference (household, "village", rand, "village");
  ans_record_set (household, "address", g_rand_boolean (rand) ? day : NULL);
  if (g_rand_int_range (rand, 0, 3) == 0)
    ans_record_set (household, "status", pick (rand, states));
  if (g_rand_boolean (rand))
    ans_record_set_effective_date (household, day);
  ans_record_save (household, NULL);
}

static inline void
random_edit_of_person (AnsBook *book, GRand *rand)
{
  static const char *const residences[] = { "THUONG_TRU", "TAM_TRU", "TAM_VANG", "CHUYEN_DI", NULL };
  gint64 id = g_rand_int_range (rand, 0, 3) > 0 ? random_id (book, rand, "person", "1") : 0;
  g_autoptr (AnsRecord) person = id != 0 ? ans_record_load (book, &ans_register_people, id, NULL)
                                         : ans_record_new (book, &ans_register_people);
  g_autofree char *name = random_name (rand);
  g_autofree char *birth = random_birth (rand);
  g_autofree char *day = random_day (rand);
  guint what = id != 0 ? g_rand_int (rand) : G_MAXUINT;

  if (what & 1)
    {
      ans_record_set (person, "full_name", name);
      ans_record_set (person, "sex", g_rand_boolean (rand) ? "NAM" : "NU");
      ans_record_set (person, "birth", birth);
    }
  if (what & 2)
    ans_record_set_int (person, "id_no", 38000000000 + g_rand_int_range (rand, 0, 1000));
  if (what & 4)
    {
      set_random_reference (person, "household", rand, "household");
      ans_record_set (person, "relation", pick (rand, random_relations));
    }
  if (what & 8 && g_rand_int_range (rand, 0, 4) == 0)
    {
      ans_record_set (person, "household", NULL);
      set_random_reference (person, "village", rand, "village");
    }
  if (what & 16 && g_rand_int_range (rand, 0, 4) == 0)
    ans_record_set (person, "residence", pick (rand, residences));
  if (what & 32 && g_rand_int_range (rand, 0, 6) == 0)
    ans_record_set (person, "death", day);
  ans_record_set (person, "note", g_rand_boolean (rand) ? day : NULL);
  if (g_rand_boolean (rand))
    ans_record_set_effective_date (person, day);
  ans_record_save (person, NULL);
}

static inline void
random_delete (AnsBook *book, GRand *rand)
{
  static const AnsRegister *const registers[] = { &ans_register_people,
                                                  &ans_register_people,
                                                  &ans_register_households,
                                                  &ans_register_villages,
                                                  &ans_register_units };
  const AnsRegister *reg = registers[g_rand_int_range (rand, 0, G_N_ELEMENTS (registers))];
  gint64 id = random_id (book, rand, reg->table, "1");
  g_autoptr (AnsRecord) record = id != 0 ? ans_record_load (book, reg, id, NULL) : NULL;

  if (record != NULL)
    ans_record_delete (record, NULL);
}

static inline void
set_value (GHashTable *values, const char *field, char *value)
{
  g_hash_table_insert (values, g_strdup (field), value);
}

static inline void
random_event (AnsBook *book, GRand *rand)
{
  guint n;
  const AnsEventKind *kinds = ans_event_kinds (&n);
  const AnsEventKind *kind = &kinds[g_rand_int_range (rand, 0, (gint32) n)];
  gint64 household = random_id (book, rand, "household", "1");
  g_autofree char *members = g_strdup_printf ("household = %" G_GINT64_FORMAT, household);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *leaving = ask (book,
                                  "SELECT group_concat (id) FROM (SELECT id FROM person WHERE %s "
                                  "ORDER BY id LIMIT %d)",
                                  members,
                                  g_rand_int_range (rand, 1, 4));

  for (const AnsField *field = kind->fields; field->name != NULL; field++)
    {
      gboolean asked = (field->flags & ANS_FIELD_REQUIRED) != 0 || g_rand_boolean (rand);

      if (g_str_equal (field->name, "members"))
        set_value (values, field->name, g_strdup (leaving));
      else if (g_str_equal (field->name, "person") && !g_str_equal (kind->id, "death"))
        {
          if (asked)
            set_value (values,
                       field->name,
                       g_strdup_printf ("%" G_GINT64_FORMAT, random_id (book, rand, "person", "1")));
        }
      else if (field->kind == ANS_FIELD_REFERENCE && g_str_equal (field->target, "people"))
        set_value (values,
                   field->name,
                   g_strdup_printf ("%" G_GINT64_FORMAT, random_id (book, rand, "person", members)));
      else if (field->kind == ANS_FIELD_REFERENCE)
        set_value (
            values,
            field->name,
            g_strdup_printf ("%" G_GINT64_FORMAT, random_id (book, rand, field->target[0] == 'v' ? "village" : "household", "1")));
      else if (field->kind == ANS_FIELD_DATE)
        set_value (values, field->name, random_day (rand));
      else if (field->kind == ANS_FIELD_PARTIAL_DATE)
        set_value (values, field->name, random_birth (rand));
      else if (field->kind == ANS_FIELD_NAME)
        set_value (values, field->name, random_name (rand));
      else if (g_str_equal (field->name, "sex"))
        set_value (values, field->name, g_strdup (g_rand_boolean (rand) ? "NAM" : "NU"));
      else if (g_str_equal (field->name, "relation"))
        set_value (values, field->name, g_strdup (pick (rand, random_relations)));
      if (g_strcmp0 (g_hash_table_lookup (values, field->name), "0") == 0)
        g_hash_table_remove (values, field->name);
    }
  if (g_str_equal (kind->id, "move-in") && g_rand_boolean (rand))
    household = 0;
  ans_event_apply (book, kind, household, values, NULL);
}

static inline void
random_single (AnsBook *book, GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      random_edit_of_village (book, rand);
      break;
    case 1:
      random_edit_of_unit (book, rand);
      break;
    case 2:
      random_edit_of_household (book, rand);
      break;
    case 3:
      random_delete (book, rand);
      break;
    case 4:
      {
        g_autofree char *value = random_day (rand);
        g_autofree char *name = g_strdup_printf ("s%d", g_rand_int_range (rand, 0, 3));
        gboolean own = !ans_book_in_action (book);

        if (own)
          g_assert_true (ans_book_begin (book, "setting", NULL));
        g_assert_true (ans_book_set_setting (book, name, value, NULL));
        if (own)
          g_assert_cmpint (ans_book_commit (book, NULL), >=, 0);
        break;
      }
    default:
      random_edit_of_person (book, rand);
      break;
    }
}

/* Does one random action. Returns: its id, 0 if nothing was done (some are refused) */
static inline gint64
random_action (AnsBook *book, GRand *rand)
{
  AnsConnection *connection = ans_book_get_connection (book);
  gint64 before = ans_connection_get_int (connection, "SELECT max (id) FROM action", 0);
  gint64 after;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      /* Much at once, as an import does. */
      g_assert_true (ans_book_begin (book, "many", NULL));
      if (g_rand_boolean (rand))
        g_assert_true (ans_book_defer_search (book, FALSE, NULL));
      for (int i = g_rand_int_range (rand, 2, 12); i > 0; i--)
        random_edit_of_person (book, rand);
      g_assert_cmpint (ans_book_commit (book, NULL), >=, 0);
      break;
    case 1:
      g_assert_true (ans_book_begin (book, "mixed", NULL));
      for (int i = g_rand_int_range (rand, 2, 8); i > 0; i--)
        {
          if (g_rand_int_range (rand, 0, 8) != 3)
            random_single (book, rand);
        }
      g_assert_cmpint (ans_book_commit (book, NULL), >=, 0);
      break;
    case 2:
    case 3:
      random_event (book, rand);
      break;
    default:
      random_single (book, rand);
      break;
    }
  g_assert_false (ans_book_in_action (book));
  after = ans_connection_get_int (connection, "SELECT max (id) FROM action", 0);
  return after > before ? after : 0;
}

/* All rows of all tables of the registers, with derived columns. */
static inline char *
dump (AnsBook *book)
{
  guint n;
  const AnsTableSpec *tables = ans_book_get_tables (book, &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) columns = g_string_new ("quote (id)");
      g_autofree char *rows = NULL;

      for (const AnsColumnSpec *column = tables[i].columns; column->name != NULL; column++)
        g_string_append_printf (
            columns, " || ' %s=' || quote (%s)", column->name, column->name);
      rows = ask (book, "SELECT %s FROM %s ORDER BY id", columns->str, tables[i].name);
      g_string_append_printf (text, "%s|%s|", tables[i].name, rows);
    }
  return g_string_free_and_steal (text);
}

static inline void
assert_same_dump (const char *a, const char *b, const char *what)
{
  g_auto (GStrv) left = NULL;
  g_auto (GStrv) right = NULL;

  if (g_str_equal (a, b))
    return;
  left = g_strsplit (a, "|", -1);
  right = g_strsplit (b, "|", -1);
  for (guint i = 0; left[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) right, left[i]))
      g_test_message ("only before: %s", left[i]);
  for (guint i = 0; right[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) left, right[i]))
      g_test_message ("only after: %s", right[i]);
  g_test_message ("%s", what);
  g_assert_not_reached ();
}
