/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-extra-field.h"

#include <glib/gi18n.h>

#include "registry/ans-record.h"
#include "store/ans-extra-columns.h"
#include "text/ans-fold.h"

#define MAX_NAME 40

static const struct
{
  const char *name;
  AnsFieldKind kind;
} kinds[] = {
  { "text", ANS_FIELD_TEXT },     { "number", ANS_FIELD_INTEGER }, { "date", ANS_FIELD_DATE },
  { "choice", ANS_FIELD_CHOICE }, { "bool", ANS_FIELD_BOOLEAN },
};

gboolean
ans_field_is_extra (const AnsField *field)
{
  return g_str_has_prefix (field->name, ANS_EXTRA_PREFIX);
}

static int
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return (int) i;
  return -1;
}

const char *
ans_extra_field_kind_name (const AnsField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == field->kind)
      return kinds[i].name;
  return NULL;
}

/* The words are the codes: nobody but this office gives them a meaning. */
static const AnsChoice *
make_choices (const char *lines)
{
  g_auto (GStrv) words = g_strsplit (lines != NULL ? lines : "", "\n", -1);
  AnsChoice *choices = g_new0 (AnsChoice, g_strv_length (words) + 1);

  for (guint i = 0; words[i] != NULL; i++)
    choices[i].code = choices[i].label = g_intern_string (words[i]);
  return choices;
}

static AnsField
make_field (AnsStatement *row)
{
  int kind = MAX (find_kind (ans_statement_text (row, 2)), 0);

  return (AnsField) {
    .name = g_intern_string (ans_statement_text (row, 0)),
    .title = g_intern_string (ans_statement_text (row, 1)),
    .label = g_intern_string (ans_statement_text (row, 1)),
    .kind = kinds[kind].kind,
    .flags = ANS_FIELD_FILTER,
    .group = N_ ("Fields of this office"),
    .choices =
        kinds[kind].kind == ANS_FIELD_CHOICE ? make_choices (ans_statement_text (row, 3)) : NULL,
    .width = 14,
    .print_width = 24,
  };
}

/* All that the copy depends on. */
static char *
read_key (AnsBook *book, const AnsRegister *base)
{
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT json_group_array (json_array (name, title, kind, choices)) FROM (SELECT * "
      "FROM " ANS_EXTRA_TABLE " WHERE tbl = ?1 ORDER BY position, id)",
      NULL);

  if (select == NULL)
    return NULL;
  ans_statement_bind_text (select, 1, base->table);
  if (!ans_statement_step (select, NULL) || g_strcmp0 (ans_statement_text (select, 0), "[]") == 0)
    return NULL;
  return g_strconcat (base->id, ans_statement_text (select, 0), NULL);
}

static const AnsRegister *
make_register (AnsBook *book, const AnsRegister *base)
{
  GArray *fields = g_array_new (TRUE, TRUE, sizeof (AnsField));
  AnsRegister *made = g_memdup2 (base, sizeof *base);
  g_autoptr (AnsStatement) select =
      ans_connection_prepare (ans_book_get_connection (book),
                              "SELECT name, title, kind, choices FROM " ANS_EXTRA_TABLE
                              " WHERE tbl = ?1 ORDER BY position, id",
                              NULL);

  for (const AnsField *field = base->fields; field->name != NULL; field++)
    g_array_append_vals (fields, field, 1);
  ans_statement_bind_text (select, 1, base->table);
  while (ans_statement_step (select, NULL))
    {
      AnsField field = make_field (select);

      g_array_append_val (fields, field);
    }
  made->fields = (const AnsField *) (gpointer) g_array_free (fields, FALSE);
  return made;
}

typedef struct
{
  guint generation;
  GHashTable *registers; /* id → AnsRegister */
} Cache;

static void
cache_free (gpointer data)
{
  Cache *cache = data;

  g_hash_table_unref (cache->registers);
  g_free (cache);
}

const AnsRegister *
ans_book_get_register (AnsBook *book, const AnsRegister *reg)
{
  static GMutex mutex;
  static GHashTable *made; /* key → AnsRegister: fields are pointed to from everywhere */
  const AnsRegister *base = ans_register_find (reg->id);
  const AnsRegister *found;
  g_autofree char *key = NULL;
  Cache *cache;

  g_return_val_if_fail (ANS_IS_BOOK (book), reg);
  if (base == NULL)
    return reg;

  g_mutex_lock (&mutex);
  cache = g_object_get_data (G_OBJECT (book), "ans-registers");
  if (cache == NULL || cache->generation != ans_book_get_extra_generation (book))
    {
      cache = g_new0 (Cache, 1);
      cache->generation = ans_book_get_extra_generation (book);
      cache->registers = g_hash_table_new (g_str_hash, g_str_equal);
      g_object_set_data_full (G_OBJECT (book), "ans-registers", cache, cache_free);
    }
  found = g_hash_table_lookup (cache->registers, base->id);
  if (found == NULL)
    {
      if (made == NULL)
        made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      key = read_key (book, base);
      found = key != NULL ? g_hash_table_lookup (made, key) : base;
      if (found == NULL)
        {
          found = make_register (book, base);
          g_hash_table_insert (made, g_steal_pointer (&key), (gpointer) found);
        }
      g_hash_table_insert (cache->registers, (gpointer) base->id, (gpointer) found);
    }
  g_mutex_unlock (&mutex);
  return found;
}

static char *
column_of (const char *name)
{
  return g_str_has_prefix (name, ANS_EXTRA_PREFIX) ? g_strdup (name)
                                                   : g_strconcat (ANS_EXTRA_PREFIX, name, NULL);
}

static gboolean
ask (AnsBook *book, const char *sql)
{
  return ans_connection_get_int (ans_book_get_connection (book), sql, 0) != 0;
}

static gboolean
has_values (AnsBook *book, const AnsRegister *reg, const char *column)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT EXISTS (SELECT 1 FROM %s WHERE coalesce (%s, '') <> '')", reg->table, column);

  return ask (book, sql);
}

static gboolean
check_name (const AnsRegister *reg, const char *column, GError **error)
{
  const char *name = column + strlen (ANS_EXTRA_PREFIX);

  if (!g_ascii_islower (*name) || strlen (name) > MAX_NAME ||
      strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen (name))
    return ans_record_refuse (
        error, ANS_RECORD_ERROR_BAD_VALUE,
        _ ("“%s” is no name of a field: write small letters without marks, digits "
           "and “_”, such as so_bhxh."),
        name);
  if (ans_register_get_field (reg, column) != NULL)
    return ans_record_refuse (error, ANS_RECORD_ERROR_BAD_VALUE,
                              _ ("The register “%s” has a field “%s” already."), reg->title,
                              column);
  return TRUE;
}

/* @self: (nullable): the field that shall be called so */
static gboolean
check_title (const AnsRegister *reg, const AnsField *self, const char *title, GError **error)
{
  g_autofree char *fold = ans_fold (title);

  if (*fold == '\0' || g_utf8_strlen (title, -1) > 100)
    return ans_record_refuse (error, ANS_RECORD_ERROR_BAD_VALUE,
                              _ ("A field needs a title of at most 100 characters."));
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    {
      g_autofree char *other = ans_fold (field->title);

      if (field != self && g_str_equal (fold, other))
        return ans_record_refuse (error, ANS_RECORD_ERROR_BAD_VALUE,
                                  _ ("The register “%s” has a field “%s” already."), reg->title,
                                  field->title);
    }
  return TRUE;
}

/* The words of a choice, one a line. */
static gboolean
join_choices (const char *const *choices, gboolean needed, char **lines, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      g_autofree char *word = ans_normalize (choices[i]);

      if (*word == '\0' || strpbrk (word, "|\n") != NULL)
        return ans_record_refuse (error, ANS_RECORD_ERROR_BAD_VALUE, _ ("“%s” can't be a choice."),
                                  choices[i]);
      if (!g_hash_table_add (seen, ans_fold (word)))
        return ans_record_refuse (error, ANS_RECORD_ERROR_BAD_VALUE,
                                  _ ("The choice “%s” is there twice."), word);
      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", word);
    }
  if (needed && all->len == 0)
    return ans_record_refuse (error, ANS_RECORD_ERROR_BAD_VALUE,
                              _ ("Say which choices there are."));
  if (!needed && all->len > 0)
    return ans_record_refuse (error, ANS_RECORD_ERROR_BAD_VALUE,
                              _ ("Only a field of kind “choice” has choices."));
  *lines = all->len > 0 ? g_strdup (all->str) : NULL;
  return TRUE;
}

/* A field that was added and taken back left its column. */
static gboolean
make_way (AnsBook *book, const AnsRegister *reg, const char *column, GError **error)
{
  g_autofree char *there =
      g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM pragma_table_info ('%s') WHERE name = '%s')",
                       reg->table, column);
  g_autofree char *drop = g_strdup_printf ("ALTER TABLE %s DROP COLUMN %s", reg->table, column);

  if (!ask (book, there))
    return TRUE;
  if (has_values (book, reg, column))
    return ans_record_refuse (
        error, ANS_RECORD_ERROR_BAD_VALUE,
        _ ("There was a field “%s” that still has values. Bring it back with “redo”, "
           "or choose another name."),
        column);
  return ans_connection_exec (ans_book_get_connection (book), drop, error);
}

static gboolean
insert (AnsBook *book,
        const AnsRegister *reg,
        const char *column,
        const char *title,
        const char *kind,
        const char *choices,
        GError **error)
{
  g_autoptr (AnsStatement) statement = ans_connection_prepare (
      ans_book_get_connection (book),
      "INSERT INTO " ANS_EXTRA_TABLE " (tbl, name, title, kind, choices, position) VALUES (?1, ?2, "
      "?3, ?4, ?5, (SELECT coalesce (max (position), 0) + 1 FROM " ANS_EXTRA_TABLE
      " WHERE tbl = ?1))",
      error);

  if (statement == NULL)
    return FALSE;
  ans_statement_bind_text (statement, 1, reg->table);
  ans_statement_bind_text (statement, 2, column);
  ans_statement_bind_text (statement, 3, title);
  ans_statement_bind_text (statement, 4, kind);
  ans_statement_bind_text (statement, 5, choices);
  return ans_statement_run (statement, error);
}

const AnsField *
ans_extra_field_add (AnsBook *book,
                     const AnsRegister *reg,
                     const char *name,
                     const char *title,
                     const char *kind,
                     const char *const *choices,
                     GError **error)
{
  g_autofree char *column = column_of (name);
  g_autofree char *clean = ans_normalize (title);
  g_autofree char *lines = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  reg = ans_book_get_register (book, reg);
  if (!check_name (reg, column, error) || !check_title (reg, NULL, clean, error))
    return NULL;
  if (find_kind (kind) < 0)
    {
      ans_record_refuse (
          error, ANS_RECORD_ERROR_BAD_VALUE,
          _ ("“%s” is no kind of field. There are text, number, date, choice and bool."), kind);
      return NULL;
    }
  if (!join_choices (choices, g_str_equal (kind, "choice"), &lines, error))
    return NULL;

  /* Translators: a new field, the register that has it now */
  label = g_strdup_printf (_ ("Added the field “%s” to “%s”"), clean, reg->title);
  if (!ans_book_begin (book, label, error))
    return NULL;
  if (!make_way (book, reg, column, error) ||
      !insert (book, reg, column, clean, kind, lines, error))
    {
      ans_book_rollback (book);
      return NULL;
    }
  if (ans_book_commit (book, error) < 0)
    return NULL;
  return ans_register_get_field (ans_book_get_register (book, reg), column);
}

/* What is known of a field that the office added. */
static const AnsField *
find_field (const AnsRegister *reg, const char *column, GError **error)
{
  const AnsField *field = ans_register_get_field (reg, column);

  if (field == NULL)
    ans_record_refuse (error, ANS_RECORD_ERROR_BAD_VALUE,
                       _ ("This office added no field “%s” to the register “%s”."), column,
                       reg->title);
  return field;
}

static gboolean
update_title (
    AnsBook *book, const AnsRegister *reg, const char *column, const char *title, GError **error)
{
  g_autoptr (AnsStatement) statement = ans_connection_prepare (
      ans_book_get_connection (book),
      "UPDATE " ANS_EXTRA_TABLE " SET title = ?3 WHERE tbl = ?1 AND name = ?2", error);

  if (statement == NULL)
    return FALSE;
  ans_statement_bind_text (statement, 1, reg->table);
  ans_statement_bind_text (statement, 2, column);
  ans_statement_bind_text (statement, 3, title);
  return ans_statement_run (statement, error);
}

gboolean
ans_extra_field_rename (
    AnsBook *book, const AnsRegister *reg, const char *name, const char *title, GError **error)
{
  g_autofree char *column = column_of (name);
  g_autofree char *clean = ans_normalize (title);
  g_autofree char *label = NULL;
  const AnsField *field;

  g_return_val_if_fail (ANS_IS_BOOK (book), FALSE);

  reg = ans_book_get_register (book, reg);
  field = find_field (reg, column, error);
  if (field == NULL || !check_title (reg, field, clean, error))
    return FALSE;
  if (g_str_equal (field->title, clean))
    return TRUE;

  /* Translators: the old title of a field, the new one */
  label = g_strdup_printf (_ ("Renamed the field “%s” to “%s”"), field->title, clean);
  if (!ans_book_begin (book, label, error))
    return FALSE;
  if (update_title (book, reg, column, clean, error))
    return ans_book_commit (book, error) > 0;
  ans_book_rollback (book);
  return FALSE;
}

char *
ans_extra_field_make_name (AnsBook *book, const AnsRegister *reg, const char *title)
{
  g_autofree char *fold = ans_fold (title);
  g_autoptr (GString) name = g_string_new (NULL);

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  reg = ans_book_get_register (book, reg);
  for (const char *at = fold; *at != '\0' && name->len < MAX_NAME - 4; at++)
    if (g_ascii_isalnum (*at) && (name->len > 0 || g_ascii_islower (*at)))
      g_string_append_c (name, *at);
    else if (name->len > 0 && name->str[name->len - 1] != '_')
      g_string_append_c (name, '_');
  while (name->len > 0 && name->str[name->len - 1] == '_')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_assign (name, "truong");
  for (guint i = 1;; i++)
    {
      g_autofree char *candidate =
          i == 1 ? g_strdup (name->str) : g_strdup_printf ("%s_%u", name->str, i);
      g_autofree char *column = column_of (candidate);

      if (ans_register_get_field (reg, column) == NULL)
        return g_steal_pointer (&candidate);
    }
}

gboolean
ans_extra_field_remove (AnsBook *book, const AnsRegister *reg, const char *name, GError **error)
{
  g_autofree char *column = column_of (name);
  g_autofree char *label = NULL;
  g_autofree char *sql = NULL;
  const AnsField *field;

  g_return_val_if_fail (ANS_IS_BOOK (book), FALSE);

  reg = ans_book_get_register (book, reg);
  field = find_field (reg, column, error);
  if (field == NULL)
    return FALSE;
  if (has_values (book, reg, column))
    return ans_record_refuse (
        error, ANS_RECORD_ERROR_BAD_VALUE,
        _ ("“%s” has values in some records. Empty it there first; nothing was "
           "removed."),
        field->title);

  /* Translators: a field, the register that had it */
  label = g_strdup_printf (_ ("Removed the field “%s” from “%s”"), field->title, reg->title);
  sql = g_strdup_printf ("DELETE FROM " ANS_EXTRA_TABLE " WHERE tbl = '%s' AND name = '%s'",
                         reg->table, column);
  if (!ans_book_begin (book, label, error))
    return FALSE;
  if (ans_connection_exec (ans_book_get_connection (book), sql, error))
    return ans_book_commit (book, error) > 0;
  ans_book_rollback (book);
  return FALSE;
}
