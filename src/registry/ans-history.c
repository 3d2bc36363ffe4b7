/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-history.h"

#include <glib/gi18n.h>

#include "registry/ans-extra-field.h"
#include "registry/ans-record.h"
#include "text/ans-personal-id.h"

void
ans_history_entry_free (AnsHistoryEntry *self)
{
  g_free (self->at);
  g_free (self->who);
  g_free (self->label);
  g_strfreev (self->sentences);
  g_free (self);
}

/* “Số CCCD” inside a sentence is “số CCCD”. */
static char *
lower_first (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  GString *lower = g_string_new (NULL);

  /* Computed fields have no title; behind the end there is no next character. */
  if (first == 0)
    return g_string_free_and_steal (lower);
  g_string_append_unichar (lower, g_unichar_tolower (first));
  g_string_append (lower, g_utf8_next_char (text));
  return g_string_free_and_steal (lower);
}

static char *
show (AnsBook *book, const AnsField *field, const char *value, gboolean masked)
{
  g_autofree char *text = ans_field_display (book, field, value);

  if (masked && (field->flags & ANS_FIELD_SENSITIVE) && *text != '\0')
    return ans_personal_id_mask (text);
  return g_steal_pointer (&text);
}

static GHashTable *
parse_json (AnsBook *book, const char *json)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (AnsStatement) each = ans_connection_prepare (
      ans_book_get_connection (book), "SELECT key, value FROM json_each(?1)", NULL);

  ans_statement_bind_text (each, 1, json);
  while (ans_statement_step (each, NULL))
    g_hash_table_insert (values,
                         g_strdup (ans_statement_text (each, 0)),
                         g_strdup (ans_statement_text (each, 1)));
  return values;
}

static char *
describe_value_change (AnsBook *book, const AnsField *field, const char *old, const char *new,
                       gboolean masked)
{
  g_autofree char *title = lower_first (field->title);
  g_autofree char *before = show (book, field, old, masked);
  g_autofree char *after = show (book, field, new, masked);

  if (*before == '\0')
    /* Translators: a field's name and its value */
    return g_strdup_printf (_ ("Set %s to “%s”"), title, after);
  if (*after == '\0')
    return g_strdup_printf (_ ("Removed %s (it was “%s”)"), title, before);
  return g_strdup_printf (_ ("Changed %s from “%s” to “%s”"), title, before, after);
}

static void
describe_update (AnsBook *book, const AnsRegister *reg, GHashTable *old, GHashTable *new,
                 gboolean masked, GPtrArray *sentences)
{
  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (ans_field_is_shown (field) && g_hash_table_contains (new, field->name))
      g_ptr_array_add (sentences,
                       describe_value_change (book,
                                              field,
                                              g_hash_table_lookup (old, field->name),
                                              g_hash_table_lookup (new, field->name),
                                              masked));
}

static const AnsField day_field = { .name = "day", .title = "Ngày", .kind = ANS_FIELD_DATE };

/* “Nơi ở từ 05/03/2022: BS-0012, Con dâu” */
static char *
describe_period (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period,
                 GHashTable *values)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *from =
      ans_field_display (book, &day_field, g_hash_table_lookup (values, "from_date"));

  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (g_strcmp0 (field->period, period->name) == 0)
      {
        g_autofree char *text =
            ans_field_display (book, field, g_hash_table_lookup (values, field->name));

        if (*text != '\0')
          g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", text);
      }
  if (*from == '\0')
    return g_strdup_printf ("%s: %s", period->title, list->str);
  /* Translators: what (a home, a status), since which day, its values */
  return g_strdup_printf (_ ("%s since %s: %s"), period->title, from, list->str);
}

static void
describe_period_change (AnsBook *book, const AnsRegister *reg, const AnsPeriod *period,
                        GHashTable *old, GHashTable *new, gboolean masked, GPtrArray *sentences)
{
  if (new == NULL)
    {
      g_autofree char *what = describe_period (book, reg, period, old);

      g_ptr_array_add (sentences, g_strdup_printf (_ ("No longer: %s"), what));
      return;
    }
  if (old == NULL)
    {
      g_ptr_array_add (sentences, describe_period (book, reg, period, new));
      return;
    }
  if (g_hash_table_contains (new, "to_date"))
    {
      g_autofree char *day =
          ans_field_display (book, &day_field, g_hash_table_lookup (new, "to_date"));
      g_autofree char *title = lower_first (period->title);

      if (*day != '\0')
        /* Translators: what (a home, a status), the day before which it ended */
        g_ptr_array_add (sentences, g_strdup_printf (_ ("Ended %s before %s"), title, day));
      else
        g_ptr_array_add (sentences, g_strdup_printf (_ ("Reopened %s"), title));
    }
  describe_update (book, reg, old, new, masked, sentences);
}

static void
describe_change (AnsBook *book, const char *table, const char *old_json, const char *new_json,
                 gboolean masked, GPtrArray *sentences)
{
  g_autoptr (GHashTable) old = old_json != NULL ? parse_json (book, old_json) : NULL;
  g_autoptr (GHashTable) new = new_json != NULL ? parse_json (book, new_json) : NULL;
  const AnsPeriod *period = NULL;
  const AnsRegister *reg = ans_register_find_by_table (table);

  if (reg == NULL)
    reg = ans_register_find_period (table, &period);
  if (reg == NULL)
    return;
  if (period != NULL)
    describe_period_change (book, reg, period, old, new, masked, sentences);
  else if (old == NULL)
    g_ptr_array_add (sentences, g_strdup (_ ("Entered in the register")));
  else if (new == NULL)
    g_ptr_array_add (sentences, g_strdup (_ ("Deleted from the register")));
  else
    describe_update (book, ans_book_get_register (book, reg), old, new, masked, sentences);
}

/* “2026-11-24T01:40:12.345Z” as “2026-11-24 08:40” of here. */
static char *
local_time (const char *utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (utc);
}

static AnsHistoryEntry *
read_entry (AnsStatement *select)
{
  AnsHistoryEntry *entry = g_new0 (AnsHistoryEntry, 1);

  entry->action = ans_statement_int (select, 0);
  entry->at = local_time (ans_statement_text (select, 1));
  entry->who = g_strdup (ans_statement_text (select, 2));
  entry->label = g_strdup (ans_statement_text (select, 3));
  entry->is_undo = !g_str_equal (ans_statement_text (select, 4), "do");
  entry->undone = !ans_statement_is_null (select, 5);
  return entry;
}

static GPtrArray *
history_of_record (AnsBook *book, const AnsRegister *reg, gint64 id, gboolean masked)
{
  GPtrArray *entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ans_history_entry_free);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (AnsStatement) select = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  AnsHistoryEntry *entry = NULL;

  g_string_printf (sql,
                   "SELECT a.id, a.at, a.who, a.label, a.kind, a.undone_by, c.tbl, c.old, c.new "
                   "FROM change c JOIN action a ON a.id = c.action WHERE c.id IN ("
                   "SELECT id FROM change WHERE tbl = '%s' AND row = ?1",
                   reg->table);
  for (const AnsPeriod *period = reg->periods; period != NULL && period->name != NULL; period++)
    g_string_append_printf (sql,
                            " UNION ALL SELECT id FROM change WHERE tbl = '%1$s' AND row IN "
                            "(SELECT id FROM %1$s WHERE %2$s = ?1 UNION SELECT row FROM change "
                            "WHERE tbl = '%1$s' AND new IS NULL AND "
                            "old ->> '$.%2$s' = ?1)",
                            period->name,
                            period->owner);
  g_string_append (sql, ") ORDER BY c.action DESC, c.id");
  select = ans_connection_prepare (ans_book_get_connection (book), sql->str, NULL);
  if (select == NULL)
    return entries;

  ans_statement_bind_int (select, 1, id);
  while (ans_statement_step (select, NULL))
    {
      if (entry == NULL || entry->action != ans_statement_int (select, 0))
        {
          if (entry != NULL)
            {
              g_ptr_array_add (sentences, NULL);
              entry->sentences =
                  (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
            }
          entry = read_entry (select);
          g_ptr_array_add (entries, entry);
          sentences = g_ptr_array_new ();
        }
      describe_change (book,
                       ans_statement_text (select, 6),
                       ans_statement_text (select, 7),
                       ans_statement_text (select, 8),
                       masked,
                       sentences);
    }
  if (entry != NULL)
    {
      g_ptr_array_add (sentences, NULL);
      entry->sentences = (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
    }
  return entries;
}

GPtrArray *
ans_history_of_record (AnsBook *book, const AnsRegister *reg, gint64 id)
{
  return history_of_record (book, reg, id, TRUE);
}

GPtrArray *
ans_history_of_record_unmasked (AnsBook *book, const AnsRegister *reg, gint64 id)
{
  return history_of_record (book, reg, id, FALSE);
}

GPtrArray *
ans_history_of_book (AnsBook *book, guint limit)
{
  GPtrArray *entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ans_history_entry_free);
  g_autoptr (AnsStatement) select = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT id, at, who, label, kind, undone_by FROM action ORDER BY id DESC LIMIT ?1",
      NULL);

  if (select == NULL)
    return entries;
  ans_statement_bind_int (select, 1, limit > 0 ? (gint64) limit : -1);
  while (ans_statement_step (select, NULL))
    {
      AnsHistoryEntry *entry = read_entry (select);

      entry->sentences = g_new0 (char *, 1);
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

char *
ans_history_describe_conflict (AnsBook *book, const AnsUndoConflict *conflict)
{
  const AnsPeriod *period = NULL;
  const AnsRegister *reg = ans_register_find_by_table (conflict->table);
  const AnsField *field = NULL;
  g_autofree char *title = NULL;
  g_autofree char *present = NULL;
  g_autofree char *what = NULL;

  if (reg == NULL)
    reg = ans_register_find_period (conflict->table, &period);
  if (reg == NULL)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT, conflict->table, conflict->row);
  if (period == NULL)
    title = ans_register_title_of (book, reg, conflict->row);
  if (title == NULL)
    title = g_strdup_printf ("%s %" G_GINT64_FORMAT,
                             period != NULL ? period->title : reg->title,
                             conflict->row);
  if (conflict->column == NULL)
    return g_strdup_printf (_ ("%s stays: it was used or changed since."), title);

  field = ans_register_get_field (ans_book_get_register (book, reg), conflict->column);
  what = lower_first (field != NULL ? field->title : conflict->column);
  present = field != NULL ? show (book, field, conflict->present, TRUE)
                          : g_strdup (conflict->present != NULL ? conflict->present : "");
  /* Translators: an entry, one of its fields, the field's present value */
  return g_strdup_printf (
      _ ("%s: %s was changed since and stays “%s”."), title, what, present);
}
