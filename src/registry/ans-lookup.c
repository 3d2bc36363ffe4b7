/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a record by what a person calls it. */
#include "registry/ans-record.h"
#include "text/ans-fold.h"

/* Returns the only id that @sql finds for @text: 0 for none, -1 for several. */
static gint64
find_one (AnsBook *book, const char *sql, const char *text)
{
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);
  gint64 id;

  if (select == NULL)
    return 0;
  ans_statement_bind_text (select, 1, text);
  if (!ans_statement_step (select, NULL))
    return 0;
  id = ans_statement_int (select, 0);
  return ans_statement_step (select, NULL) ? -1 : id;
}

/* @found, or, if there are several, the one among them that is meant. */
static gint64
find_meant (
    AnsBook *book, const AnsRegister *reg, const char *field, const char *name, gint64 found)
{
  g_autofree char *sql = NULL;

  if (found >= 0 || reg->meant == NULL)
    return found;
  sql = g_strdup_printf (
      "SELECT id FROM %s WHERE %s = ?1 AND (%s) LIMIT 2", reg->table, field, reg->meant);
  found = find_one (book, sql, name);
  return found != 0 ? found : -1;
}

/* "Thôn Bắc Sơn" is the village Bắc Sơn. */
static const char *
skip_kind (const AnsRegister *reg, const char *folded)
{
  static const char *const kinds[] = { "thon ", "xom ", "lang ", "to dan pho " };

  if (ans_register_is (reg, &ans_register_villages))
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (g_str_has_prefix (folded, kinds[i]))
        return folded + strlen (kinds[i]);
  return folded;
}

/* A code in other letters: “bs-0012” is BS-0012. A register of many records has a column of its
 * folded codes for it; numbers of papers (identifiers) have no letters to mind. */
static gint64
find_folded_code (AnsBook *book, const AnsRegister *reg, const char *folded)
{
  const AnsField *key = ans_register_get_field (reg, reg->key_field);
  g_autofree char *column = g_strconcat (reg->key_field, "_fold", NULL);
  g_autofree char *sql = NULL;

  if (*folded == '\0' || key->kind != ANS_FIELD_TEXT)
    return 0;
  if (ans_register_get_field (reg, column) != NULL)
    sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 LIMIT 2", reg->table, column);
  else
    sql = g_strdup_printf (
        "SELECT id FROM %s WHERE ans_fold (%s) = ?1 LIMIT 2", reg->table, reg->key_field);
  return find_one (book, sql, folded);
}

gint64
ans_register_lookup (AnsBook *book, const AnsRegister *reg, const char *text)
{
  g_autofree char *name = ans_normalize (text);
  g_autofree char *folded = ans_fold (text);
  g_autofree char *sql = NULL;
  gint64 id = 0;

  if (reg->key_field != NULL)
    {
      sql = g_strdup_printf (
          "SELECT id FROM %s WHERE %s = ?1 LIMIT 2", reg->table, reg->key_field);
      id = find_meant (book, reg, reg->key_field, name, find_one (book, sql, name));
    }
  if (id == 0 && g_strcmp0 (reg->key_field, reg->name_field) != 0 &&
      ans_register_get_field (reg, "name_fold") != NULL)
    {
      const char *bare = skip_kind (reg, folded);

      /* As written first: Hoằng Phú and Hoằng Phụ fold to the same. */
      g_free (sql);
      sql = g_strdup_printf ("SELECT id FROM %s WHERE name_fold = ans_fold(?1) AND %s = ?1 LIMIT 2",
                             reg->table,
                             reg->name_field);
      id = find_meant (book, reg, reg->name_field, name, find_one (book, sql, name));
      if (id == 0)
        {
          g_free (sql);
          sql = g_strdup_printf (
              "SELECT id FROM %1$s WHERE ans_fold_marks(%2$s) = ans_fold_marks(?1) AND "
              "name_fold = ans_fold(?1) LIMIT 2",
              reg->table,
              reg->name_field);
          id = find_one (book, sql, name);
        }
      if (id == 0)
        {
          g_free (sql);
          sql = g_strdup_printf ("SELECT id FROM %s WHERE name_fold = ?1 LIMIT 2", reg->table);
          id = find_one (book, sql, bare);
        }
    }
  if (id == 0 && reg->key_field != NULL)
    id = find_folded_code (book, reg, folded);
  /* A number may be the id itself; ids are short, personal numbers are not. */
  if (id == 0 && strlen (name) <= 9 && *name != '\0' &&
      strspn (name, "0123456789") == strlen (name))
    {
      g_free (sql);
      sql = g_strdup_printf ("SELECT id FROM %s WHERE id = ?1", reg->table);
      id = find_one (book, sql, name);
    }
  return id;
}

char *
ans_register_title_of (AnsBook *book, const AnsRegister *reg, gint64 id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", reg->name_field, reg->table);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book), sql, NULL);
  const AnsField *name = ans_register_get_field (reg, reg->name_field);

  if (select == NULL || id == 0)
    return NULL;
  ans_statement_bind_int (select, 1, id);
  if (!ans_statement_step (select, NULL))
    return NULL;
  return name->kind == ANS_FIELD_REFERENCE
             ? ans_field_display (book, name, ans_statement_text (select, 0))
             : g_strdup (ans_statement_text (select, 0));
}
