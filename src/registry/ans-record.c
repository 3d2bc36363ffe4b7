/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-record-private.h"

#include <glib/gi18n.h>

#include "registry/ans-extra-field.h"
#include "registry/ans-period-history.h"
#include "registry/ans-table-builder.h"
#include "registry/ans-uuid.h"
#include "text/ans-date.h"
#include "text/ans-number.h"

enum
{
  FIELD_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsRecord, ans_record, G_TYPE_OBJECT)
G_DEFINE_QUARK (ans-record-error-quark, ans_record_error)

gboolean
ans_record_refuse (GError **error, int code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, ANS_RECORD_ERROR, code, message);
  return FALSE;
}

static void
ans_record_finalize (GObject *object)
{
  AnsRecord *self = ANS_RECORD (object);

  for (guint i = 0; i < self->n_fields; i++)
    {
      g_free (self->values[i]);
      g_free (self->loaded[i]);
    }
  g_free (self->values);
  g_free (self->effective_date);
  g_clear_pointer (&self->period_dates, g_hash_table_unref);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_record_parent_class)->finalize (object);
}

static void
ans_record_class_init (AnsRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_record_finalize;

  signals[FIELD_CHANGED] = g_signal_new ("field-changed",
                                         ANS_TYPE_RECORD,
                                         G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
}

static void
ans_record_init (AnsRecord *self)
{
}

static AnsRegisterSql *
build_sql (const AnsRegister *reg)
{
  AnsRegisterSql *sql = g_new0 (AnsRegisterSql, 1);
  g_autoptr (GString) all = g_string_new ("id");
  g_autoptr (GString) names = g_string_new ("uid");
  g_autoptr (GString) marks = g_string_new ("?1");

  sql->inserted = g_array_new (FALSE, FALSE, sizeof (guint));
  sql->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; reg->fields[i].name != NULL; i++)
    {
      const AnsField *field = &reg->fields[i];

      g_string_append_printf (all, ", %s", field->name);
      g_hash_table_insert (sql->places, (gpointer) field->name, GUINT_TO_POINTER (i + 1));
      if (ans_field_is_stored (field) || field->period != NULL)
        {
          g_array_append_val (sql->inserted, i);
          g_string_append_printf (names, ", %s", field->name);
          g_string_append_printf (marks, ", ?%u", sql->inserted->len + 1);
        }
    }
  sql->load = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", all->str, reg->table);
  sql->insert =
      g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", reg->table, names->str, marks->str);
  return sql;
}

static const AnsRegisterSql *
sql_of (const AnsRegister *reg)
{
  static GHashTable *made;
  static GMutex mutex;
  AnsRegisterSql *sql;

  g_mutex_lock (&mutex);
  if (made == NULL)
    made = g_hash_table_new (NULL, NULL);
  sql = g_hash_table_lookup (made, reg);
  if (sql == NULL)
    {
      sql = build_sql (reg);
      g_hash_table_insert (made, (gpointer) reg, sql);
    }
  g_mutex_unlock (&mutex);
  return sql;
}

static AnsRecord *
record_new_empty (AnsBook *book, const AnsRegister *reg)
{
  AnsRecord *self = g_object_new (ANS_TYPE_RECORD, NULL);

  self->book = g_object_ref (book);
  self->reg = reg = ans_book_get_register (book, reg);
  self->sql = sql_of (reg);
  while (reg->fields[self->n_fields].name != NULL)
    self->n_fields++;
  self->values = g_new0 (char *, 2 * self->n_fields);
  self->loaded = self->values + self->n_fields;
  return self;
}

AnsRecord *
ans_record_new (AnsBook *book, const AnsRegister *reg)
{
  AnsRecord *self;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (reg != NULL, NULL);

  self = record_new_empty (book, reg);
  for (guint i = 0; i < self->n_fields; i++)
    self->values[i] = g_strdup (self->reg->fields[i].default_value);
  return self;
}

void
ans_record_start_anew (AnsRecord *self)
{
  g_return_if_fail (ANS_IS_RECORD (self));

  self->id = 0;
  self->stale = FALSE;
  for (guint i = 0; i < self->n_fields; i++)
    {
      g_set_str (&self->values[i], self->reg->fields[i].default_value);
      g_set_str (&self->loaded[i], NULL);
    }
  g_set_str (&self->effective_date, NULL);
  g_clear_pointer (&self->period_dates, g_hash_table_unref);
}

gboolean
ans_record_reload (AnsRecord *self, GError **error)
{
  g_autoptr (AnsStatement) select = NULL;

  self->stale = FALSE;
  select = ans_connection_prepare (
      ans_book_get_connection (self->book), self->sql->load, error);
  if (select == NULL)
    return FALSE;
  ans_statement_bind_int (select, 1, self->id);
  if (!ans_statement_step (select, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error,
                     ANS_RECORD_ERROR,
                     ANS_RECORD_ERROR_NOT_FOUND,
                     _ ("There is no entry number %lld in the register “%s”."),
                     (long long) self->id,
                     self->reg->title);
      return FALSE;
    }
  for (guint i = 0; i < self->n_fields; i++)
    {
      const char *value = ans_statement_text (select, (int) i + 1);
      gboolean differs = g_strcmp0 (self->values[i], value) != 0;

      g_set_str (&self->loaded[i], value);
      g_set_str (&self->values[i], value);
      if (differs)
        g_signal_emit (self,
                       signals[FIELD_CHANGED],
                       g_quark_from_static_string (self->reg->fields[i].name),
                       self->reg->fields[i].name);
    }
  return TRUE;
}

AnsRecord *
ans_record_load (AnsBook *book, const AnsRegister *reg, gint64 id, GError **error)
{
  g_autoptr (AnsRecord) self = NULL;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (reg != NULL, NULL);

  self = record_new_empty (book, reg);
  self->id = id;
  return ans_record_reload (self, error) ? g_steal_pointer (&self) : NULL;
}

AnsBook *
ans_record_get_book (AnsRecord *self)
{
  return self->book;
}

const AnsRegister *
ans_record_get_register (AnsRecord *self)
{
  return self->reg;
}

gint64
ans_record_get_id (AnsRecord *self)
{
  return self->id;
}

static void
ensure_fresh (AnsRecord *self)
{
  if (self->stale)
    ans_record_reload (self, NULL);
}

static int
index_of (AnsRecord *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->sql->places, name)) - 1;
}

const char *
ans_record_get (AnsRecord *self, const char *field)
{
  int i = index_of (self, field);

  g_return_val_if_fail (i >= 0, NULL);

  ensure_fresh (self);
  return self->values[i];
}

gint64
ans_record_get_int (AnsRecord *self, const char *field)
{
  const char *value = ans_record_get (self, field);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

void
ans_record_set (AnsRecord *self, const char *field, const char *value)
{
  int i = index_of (self, field);

  g_return_if_fail (i >= 0);

  ensure_fresh (self);
  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (self->values[i], value) == 0)
    return;
  g_set_str (&self->values[i], value);
  g_signal_emit (self, signals[FIELD_CHANGED], g_quark_from_string (field), field);
}

void
ans_record_set_int (AnsRecord *self, const char *field, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  ans_record_set (self, field, text);
}

gboolean
ans_record_set_typed (AnsRecord *self, const char *field, const char *typed, GError **error)
{
  int i = index_of (self, field);
  g_autofree char *value = NULL;

  g_return_val_if_fail (i >= 0, FALSE);

  value = ans_field_parse (self->book, &self->reg->fields[i], typed, error);
  if (value == NULL)
    return FALSE;
  ans_record_set (self, field, value);
  return TRUE;
}

char *
ans_record_display (AnsRecord *self, const char *field)
{
  int i = index_of (self, field);

  g_return_val_if_fail (i >= 0, NULL);

  ensure_fresh (self);
  return ans_field_display (self->book, &self->reg->fields[i], self->values[i]);
}

char *
ans_record_get_title (AnsRecord *self)
{
  const AnsField *field = ans_register_get_field (self->reg, self->reg->name_field);
  const char *name = ans_record_get (self, self->reg->name_field);

  if (field->kind == ANS_FIELD_REFERENCE)
    return ans_field_display (self->book, field, name);
  return g_strdup (name != NULL ? name : "");
}

gboolean
ans_record_is_changed (AnsRecord *self, const char *field)
{
  ensure_fresh (self);
  for (guint i = 0; i < self->n_fields; i++)
    if ((field == NULL || g_str_equal (self->reg->fields[i].name, field)) &&
        g_strcmp0 (self->values[i], self->loaded[i]) != 0)
      return TRUE;
  return FALSE;
}

void
ans_record_set_effective_date (AnsRecord *self, const char *iso)
{
  g_set_str (&self->effective_date, iso);
}

void
ans_record_set_period_date (AnsRecord *self, const char *period, const char *iso)
{
  const AnsPeriod *known = ans_register_get_period (self->reg, period);

  g_return_if_fail (known != NULL);

  if (self->period_dates == NULL)
    self->period_dates = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_hash_table_insert (self->period_dates, (gpointer) known->name, g_strdup (iso));
}

gboolean
ans_record_has_period_date (AnsRecord *self, const char *period)
{
  return self->effective_date != NULL ||
         (self->period_dates != NULL &&
          g_hash_table_lookup (self->period_dates, period) != NULL);
}

/* Validation. */

void
ans_field_check (AnsBook *book, const AnsField *field, const char *value, AnsProblems *problems)
{
  AnsDate date;
  char *end;

  switch (field->kind)
    {
    case ANS_FIELD_DATE:
    case ANS_FIELD_PARTIAL_DATE:
      if (!ans_date_parse_iso (value, &date, NULL) ||
          (field->kind == ANS_FIELD_DATE && !ans_date_is_full (date)))
        ans_problems_add (
            problems, field->name, ANS_PROBLEM_ERROR, _ ("“%s” is not a date."), value);
      break;
    case ANS_FIELD_CHOICE:
      if (ans_field_get_choice (field, value) == NULL)
        ans_problems_add (
            problems, field->name, ANS_PROBLEM_ERROR, _ ("“%s” is not a possible value."), value);
      break;
    case ANS_FIELD_CHOICES:
      {
        g_auto (GStrv) codes = g_strsplit (value, "|", -1);

        for (char **code = codes; *code != NULL; code++)
          if (ans_field_get_choice (field, *code) == NULL)
            ans_problems_add (
                problems, field->name, ANS_PROBLEM_ERROR, _ ("“%s” is not a possible value."), *code);
        break;
      }
    case ANS_FIELD_DECIMAL:
      {
        gint64 scaled;

        if (!ans_decimal_from_canonical (value, ANS_FIELD_DECIMALS, &scaled))
          ans_problems_add (
              problems, field->name, ANS_PROBLEM_ERROR, _ ("“%s” is not a number."), value);
        break;
      }
    case ANS_FIELD_INTEGER:
    case ANS_FIELD_MONEY:
      if (g_ascii_strtoll (value, &end, 10) < 0 || *end != '\0')
        ans_problems_add (problems,
                          field->name,
                          ANS_PROBLEM_ERROR,
                          _ ("“%s” is not a number of 0 or more."),
                          value);
      break;
    case ANS_FIELD_REFERENCE:
      {
        g_autofree char *title = ans_register_title_of (
            book, ans_register_find (field->target), g_ascii_strtoll (value, NULL, 10));

        if (title == NULL)
          ans_problems_add (
              problems, field->name, ANS_PROBLEM_ERROR, _ ("The entry it names does not exist."));
        break;
      }
    case ANS_FIELD_BOOLEAN:
    case ANS_FIELD_TEXT:
    case ANS_FIELD_LONG_TEXT:
    case ANS_FIELD_NAME:
    case ANS_FIELD_IDENTIFIER:
    default:
      break;
    }
}

static void
check_unique (AnsRecord *self, const AnsField *field, const char *value, AnsProblems *problems)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 AND id <> ?2 LIMIT 1",
                                          self->reg->table,
                                          field->name);
  g_autoptr (AnsStatement) other =
      ans_connection_prepare (ans_book_get_connection (self->book), sql, NULL);

  if (other == NULL)
    return;
  ans_statement_bind_text (other, 1, value);
  ans_statement_bind_int (other, 2, self->id);
  if (ans_statement_step (other, NULL))
    {
      g_autofree char *title =
          ans_register_title_of (self->book, self->reg, ans_statement_int (other, 0));

      ans_problems_add (problems,
                        field->name,
                        ANS_PROBLEM_WARNING,
                        _ ("“%s” has the same number. One of the two must be corrected."),
                        title != NULL ? title : "");
    }
}

/* @unique: whether to look for other records of the same number, which only warns. */
static AnsProblems *
check_values (AnsRecord *self, gboolean unique)
{
  AnsProblems *problems = ans_problems_new ();

  ensure_fresh (self);
  for (guint i = 0; i < self->n_fields; i++)
    {
      const AnsField *field = &self->reg->fields[i];
      const char *value = self->values[i];

      if (field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED))
        continue;
      if (value == NULL)
        {
          if (field->flags & ANS_FIELD_REQUIRED)
            ans_problems_add (
                problems, field->name, ANS_PROBLEM_ERROR, _ ("“%s” is missing."), field->title);
          continue;
        }
      ans_field_check (self->book, field, value, problems);
      if (unique && (field->flags & ANS_FIELD_UNIQUE))
        check_unique (self, field, value, problems);
    }
  if (self->reg->check != NULL)
    self->reg->check (self, problems);
  return problems;
}

AnsProblems *
ans_record_check_alone (AnsRecord *self)
{
  g_return_val_if_fail (ANS_IS_RECORD (self), NULL);

  return check_values (self, FALSE);
}

AnsProblems *
ans_record_check (AnsRecord *self)
{
  g_return_val_if_fail (ANS_IS_RECORD (self), NULL);

  return check_values (self, TRUE);
}

/* Saving. */

static gboolean
bind_and_run (AnsRecord *self, const char *sql, GArray *fields, const char *uid, GError **error)
{
  g_autoptr (AnsStatement) statement =
      ans_connection_prepare (ans_book_get_connection (self->book), sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    ans_statement_bind_text (
        statement, (int) i + 2, self->values[g_array_index (fields, guint, i)]);
  if (uid != NULL)
    ans_statement_bind_text (statement, 1, uid);
  else
    ans_statement_bind_int (statement, 1, self->id);
  return ans_statement_run (statement, error);
}

static gboolean
insert_row (AnsRecord *self, GError **error)
{
  const AnsRegisterSql *sql = self->sql;
  g_autofree char *uid = ans_uuid_new ();

  if (!bind_and_run (self, sql->insert, sql->inserted, uid, error))
    return FALSE;
  self->id = sqlite3_last_insert_rowid (
      ans_connection_get_handle (ans_book_get_connection (self->book)));
  return TRUE;
}

static gboolean
update_row (AnsRecord *self, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));

  g_string_printf (sql, "UPDATE %s SET ", self->reg->table);
  for (guint i = 0; i < self->n_fields; i++)
    if (ans_field_is_stored (&self->reg->fields[i]) &&
        g_strcmp0 (self->values[i], self->loaded[i]) != 0)
      {
        g_array_append_val (fields, i);
        g_string_append_printf (sql,
                                "%s%s = ?%u",
                                fields->len > 1 ? ", " : "",
                                self->reg->fields[i].name,
                                fields->len + 1);
      }
  if (fields->len == 0)
    return TRUE;
  g_string_append (sql, " WHERE id = ?1");
  return bind_and_run (self, sql->str, fields, NULL, error);
}

const char *
ans_record_period_date (AnsRecord *self, const AnsPeriod *period)
{
  const char *date = self->period_dates != NULL
                         ? g_hash_table_lookup (self->period_dates, period->name)
                         : NULL;

  return date != NULL ? date : self->effective_date;
}

static gboolean
save_period (AnsRecord *self, const AnsPeriod *period, gboolean is_new, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  const char *date = ans_record_period_date (self, period);

  for (guint i = 0; i < self->n_fields; i++)
    if (g_strcmp0 (self->reg->fields[i].period, period->name) == 0 &&
        g_strcmp0 (self->values[i], self->loaded[i]) != 0)
      {
        g_ptr_array_add (names, (gpointer) self->reg->fields[i].name);
        g_ptr_array_add (values, self->values[i]);
      }
  if (names->len == 0)
    return TRUE;
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (values, NULL);
  if (is_new)
    return ans_period_begin (self->book,
                             self->reg,
                             period,
                             self->id,
                             date != NULL ? date : "",
                             (const char *const *) names->pdata,
                             (const char *const *) values->pdata,
                             error);
  if (date != NULL)
    return ans_period_change (self->book,
                              self->reg,
                              period,
                              self->id,
                              date,
                              (const char *const *) names->pdata,
                              (const char *const *) values->pdata,
                              error);
  return ans_period_correct (self->book,
                             self->reg,
                             period,
                             self->id,
                             (const char *const *) names->pdata,
                             (const char *const *) values->pdata,
                             error);
}

static gboolean
write_all (AnsRecord *self, GError **error)
{
  gboolean is_new = self->id == 0;

  if (!(is_new ? insert_row (self, error) : update_row (self, error)))
    return FALSE;
  for (const AnsPeriod *period = self->reg->periods; period != NULL && period->name != NULL;
       period++)
    if (!save_period (self, period, is_new, error))
      return FALSE;
  return self->reg->after_save == NULL || self->reg->after_save (self, error);
}

static gboolean
refuse_errors (AnsRecord *self, GError **error)
{
  g_autoptr (AnsProblems) problems = check_values (self, FALSE);
  g_autoptr (GString) text = NULL;

  if (!ans_problems_has_errors (problems))
    return TRUE;
  text = g_string_new (NULL);
  for (guint i = 0; i < ans_problems_get_n (problems); i++)
    {
      const AnsProblem *problem = ans_problems_get (problems, i);

      if (problem->severity == ANS_PROBLEM_ERROR)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", problem->message);
    }
  g_set_error_literal (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_INVALID, text->str);
  return FALSE;
}

gboolean
ans_record_save (AnsRecord *self, GError **error)
{
  gboolean own_action;
  gint64 id_before = self->id;

  g_return_val_if_fail (ANS_IS_RECORD (self), FALSE);

  ensure_fresh (self);
  if (self->reg->prepare != NULL)
    self->reg->prepare (self);
  if (!refuse_errors (self, error))
    return FALSE;

  own_action = !ans_book_in_action (self->book);
  if (own_action)
    {
      g_autofree char *title = ans_record_get_title (self);
      g_autofree char *label =
          /* Translators: a register's entry and its name, as the history says it */
          g_strdup_printf (self->id == 0 ? _ ("Added %s: %s") : _ ("Edited %s: %s"),
                           _ (self->reg->singular),
                           title);

      if (!ans_book_begin (self->book, label, error))
        return FALSE;
    }
  if (!write_all (self, error) || (own_action && ans_book_commit (self->book, error) < 0))
    {
      if (own_action)
        ans_book_rollback (self->book);
      self->id = id_before;
      return FALSE;
    }
  g_set_str (&self->effective_date, NULL);
  g_clear_pointer (&self->period_dates, g_hash_table_unref);
  if (own_action)
    return ans_record_reload (self, error);
  self->stale = TRUE;
  return TRUE;
}

gboolean
ans_record_delete (AnsRecord *self, GError **error)
{
  gboolean own_action = !ans_book_in_action (self->book);
  g_autofree char *title = ans_record_get_title (self);
  g_autofree char *label =
      g_strdup_printf (_ ("Deleted %s: %s"), _ (self->reg->singular), title);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_return_val_if_fail (ANS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (self->id != 0, FALSE);

  for (const AnsPeriod *period = self->reg->periods; period != NULL && period->name != NULL;
       period++)
    g_string_append_printf (sql,
                            "DELETE FROM %s WHERE %s = %" G_GINT64_FORMAT ";",
                            period->name,
                            period->owner,
                            self->id);
  g_string_append_printf (
      sql, "DELETE FROM %s WHERE id = %" G_GINT64_FORMAT, self->reg->table, self->id);

  if (own_action && !ans_book_begin (self->book, label, error))
    return FALSE;
  if (ans_connection_exec (ans_book_get_connection (self->book), sql->str, error) &&
      (!own_action || ans_book_commit (self->book, error) >= 0))
    {
      self->id = 0;
      return TRUE;
    }
  if (own_action)
    ans_book_rollback (self->book);
  if (error != NULL && g_error_matches (*error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CONSTRAINT))
    {
      g_clear_error (error);
      g_set_error (error,
                   ANS_BOOK_ERROR,
                   ANS_BOOK_ERROR_CONSTRAINT,
                   _ ("“%s” can't be deleted: other entries name it. Move or delete them first."),
                   title);
    }
  return FALSE;
}
