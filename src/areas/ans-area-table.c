/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "areas/ans-area-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "text/ans-date.h"
#include "text/ans-number.h"

/* A household that is on the list of one day only, though no movement says so. */
typedef struct
{
  gint64 village;
  gint64 id; /* a row of the list of all */
  gint64 net;
} Other;

static void
row_free (gpointer data)
{
  AnsAreaTableRow *row = data;

  g_free (row->title);
  g_free (row->values);
  g_free (row);
}

void
ans_area_table_result_free (AnsAreaTableResult *self)
{
  g_clear_object (&self->book);
  g_free (self->start);
  g_free (self->opening);
  g_free (self->day);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->others);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

int
ans_area_table_find_column (const AnsAreaTable *table, const char *id)
{
  for (int i = 0; table->columns[i].id != NULL; i++)
    if (g_strcmp0 (table->columns[i].id, id) == 0)
      return i;
  return -1;
}

gboolean
ans_area_table_has_period (const AnsAreaTable *self)
{
  for (const AnsAreaTableColumn *column = self->columns; column->id != NULL; column++)
    if (column->kind != ANS_TABLE_CELL_DAY && column->kind != ANS_TABLE_CELL_PERCENT)
      return TRUE;
  return FALSE;
}

static gboolean
is_counted (const AnsAreaTableColumn *column)
{
  return column->kind == ANS_TABLE_CELL_START || column->kind == ANS_TABLE_CELL_DAY ||
         column->kind == ANS_TABLE_CELL_PERIOD;
}

static gboolean
is_total (AnsAreaTableResult *self, guint row)
{
  return row + 1 == self->rows->len;
}

/* "COLUMN=VALUE;COLUMN=VALUE" */
static void
take_filters (AnsListing *listing, const char *filters)
{
  g_auto (GStrv) parts = g_strsplit (filters != NULL ? filters : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');

      g_return_if_fail (value != NULL);
      *value++ = '\0';
      if (!ans_listing_set_filter (listing, parts[i], value))
        g_warn_if_reached ();
    }
}

/* The list of a counted column, of all villages. */
static AnsListing *
list_of (AnsAreaTableResult *self, const AnsAreaTableColumn *column)
{
  AnsListing *listing = ans_listing_new (self->book, ans_listing_info_find (column->part.listing));

  ans_listing_set_as_of (listing, column->kind == ANS_TABLE_CELL_START ? self->opening : self->day);
  take_filters (listing, column->part.filters);
  if (column->kind == ANS_TABLE_CELL_PERIOD)
    {
      g_autofree char *period = g_strdup_printf ("%s..%s", self->start, self->day);

      ans_listing_set_filter (listing, column->part.period_column, period);
    }
  return listing;
}

static AnsAreaTableRow *
add_row (AnsAreaTableResult *self, gint64 village, const char *title)
{
  AnsAreaTableRow *row = g_new0 (AnsAreaTableRow, 1);

  row->village = village;
  row->title = g_strdup (title);
  row->values = g_new0 (gint64, self->n_columns);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* The row of @village; villages that are no more, and none, get one when something is of them. */
static AnsAreaTableRow *
find_row (AnsAreaTableResult *self, gint64 village)
{
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (((AnsAreaTableRow *) self->rows->pdata[i])->village == village)
      return self->rows->pdata[i];
  title = ans_register_title_of (self->book, &ans_register_villages, village);
  return add_row (self, village, title != NULL ? title : "Chưa rõ thôn");
}

static gboolean
add_villages (AnsAreaTableResult *self, AnsConnection *connection, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT t.id, t.name FROM village t WHERE "
                                          "coalesce(t.valid_from, '') <= ?1 AND "
                                          "(t.valid_to IS NULL OR t.valid_to >= ?1) "
                                          "ORDER BY %s, t.id",
                                          ans_register_villages.order_by);
  g_autoptr (AnsStatement) select = ans_connection_prepare (connection, sql, error);

  if (select == NULL)
    return FALSE;
  ans_statement_bind_text (select, 1, self->day);
  while (ans_statement_step (select, NULL))
    add_row (self, ans_statement_int (select, 0), ans_statement_text (select, 1));
  return TRUE;
}

static gboolean
count_column (AnsAreaTableResult *self, guint index, AnsConnection *connection, GError **error)
{
  g_autoptr (AnsListing) listing = list_of (self, &self->table->columns[index]);
  g_autoptr (GHashTable) counts = ans_listing_count_by_village (listing, connection, error);
  GHashTableIter iter;
  gpointer village, count;

  if (counts == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &village, &count))
    find_row (self, *(gint64 *) village)->values[index] = *(gint64 *) count;
  return TRUE;
}

/* --- other movements
 * ------------------------------------------------------------------------------ */

typedef struct
{
  GHashTable *nets;  /* "KEY|VILLAGE" → Other */
  GHashTable *kinds; /* (nullable) values of the column that makes lists comparable */
  int sign;
} Netting;

static gboolean
take_key (gint64 id, const char *const *values, gpointer data)
{
  Netting *netting = data;
  g_autofree char *key = g_strdup_printf ("%s|%s", values[0] != NULL ? values[0] : "",
                                          values[1] != NULL ? values[1] : "");
  Other *other = g_hash_table_lookup (netting->nets, key);

  if (other == NULL)
    {
      other = g_new0 (Other, 1);
      other->village = values[1] != NULL ? g_ascii_strtoll (values[1], NULL, 10) : 0;
      g_hash_table_insert (netting->nets, g_steal_pointer (&key), other);
    }
  other->net += netting->sign;
  other->id = id;
  if (netting->kinds != NULL)
    g_hash_table_add (netting->kinds, g_strdup (values[2] != NULL ? values[2] : ""));
  return TRUE;
}

static gboolean
net (AnsAreaTableResult *self,
     GHashTable *nets,
     const char *id,
     int sign,
     GHashTable *kinds,
     AnsConnection *connection,
     GError **error)
{
  int index = ans_area_table_find_column (self->table, id);
  const char *columns[] = { self->table->balance->key, "village",
                            kinds != NULL ? self->table->balance->comparable : NULL, NULL };
  g_autoptr (AnsListing) listing = NULL;
  g_autoptr (AnsListingResult) result = NULL;
  Netting netting = { nets, kinds, sign };

  g_return_val_if_fail (index >= 0, FALSE);

  listing = list_of (self, &self->table->columns[index]);
  result = ans_listing_run (listing, connection, 0, error);
  return result != NULL &&
         ans_listing_fetch (listing, connection, (const gint64 *) (gpointer) result->ids->data,
                            result->ids->len, columns, take_key, &netting, error);
}

/* The kinds in words, in the order of their codes; "" if there are none. */
static char *
describe_kinds (AnsAreaTableResult *self, GHashTable *kinds, const char *column)
{
  const AnsAreaTableBalance *balance = self->table->balance;
  int index = ans_area_table_find_column (self->table, column);
  const AnsListingColumn *of = ans_listing_info_get_column (
      ans_listing_info_find (self->table->columns[index].part.listing), balance->comparable);
  g_autoptr (GPtrArray) codes = g_hash_table_get_keys_as_ptr_array (kinds);
  GString *words = g_string_new (NULL);

  g_ptr_array_sort_values (codes, (GCompareFunc) strcmp);
  for (guint i = 0; i < codes->len; i++)
    {
      g_autofree char *word = ans_listing_column_display (self->book, of, codes->pdata[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", word);
    }
  return g_string_free (words, FALSE);
}

/* Lists under two standards are not subtracted: says which they are, if so. */
static gboolean
is_comparable (AnsAreaTableResult *self, GHashTable *start, GHashTable *end)
{
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer kind;

  if (g_hash_table_size (start) == 0 || g_hash_table_size (end) == 0)
    return TRUE;
  g_hash_table_iter_init (&iter, start);
  while (g_hash_table_iter_next (&iter, &kind, NULL))
    g_hash_table_add (all, kind);
  g_hash_table_iter_init (&iter, end);
  while (g_hash_table_iter_next (&iter, &kind, NULL))
    g_hash_table_add (all, kind);
  if (g_hash_table_size (all) == 1)
    return TRUE;
  self->before = describe_kinds (self, start, self->table->balance->start);
  self->after = describe_kinds (self, end, self->table->balance->end);
  return FALSE;
}

static int
compare_others (gconstpointer a, gconstpointer b)
{
  const Other *left = *(const Other *const *) a, *right = *(const Other *const *) b;

  return (left->id > right->id) - (left->id < right->id);
}

static gboolean
find_others (AnsAreaTableResult *self, AnsConnection *connection, GError **error)
{
  const AnsAreaTableBalance *balance = self->table->balance;
  g_autoptr (GHashTable) nets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) at_start = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) at_end = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean compares = balance != NULL && balance->comparable != NULL;
  int in, out;
  GHashTableIter iter;
  gpointer value;

  if (balance == NULL)
    return TRUE;
  if (!net (self, nets, balance->start, -1, compares ? at_start : NULL, connection, error) ||
      !net (self, nets, balance->end, 1, compares ? at_end : NULL, connection, error))
    return FALSE;
  if (compares && !is_comparable (self, at_start, at_end))
    return TRUE;
  for (guint i = 0; balance->plus[i] != NULL; i++)
    if (!net (self, nets, balance->plus[i], -1, NULL, connection, error))
      return FALSE;
  for (guint i = 0; balance->minus[i] != NULL; i++)
    if (!net (self, nets, balance->minus[i], 1, NULL, connection, error))
      return FALSE;

  in = ans_area_table_find_column (self->table, balance->other_in);
  out = ans_area_table_find_column (self->table, balance->other_out);
  g_hash_table_iter_init (&iter, nets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Other *other = value;

      if (other->net == 0)
        continue;
      /* One each: what differs by more is a contradiction that the check finds. */
      find_row (self, other->village)->values[other->net > 0 ? in : out]++;
      g_ptr_array_add (self->others, g_memdup2 (other, sizeof *other));
    }
  g_ptr_array_sort (self->others, compare_others);
  return TRUE;
}

/* --- the table
 * ------------------------------------------------------------------------------------- */

static gint64
percent (gint64 of, gint64 per)
{
  return per > 0 ? (of * 20000 + per) / (2 * per) : -1;
}

/* What was not worked out is none, not nought. */
static void
blank_others (AnsAreaTableResult *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_columns; j++)
      if (self->table->columns[j].kind == ANS_TABLE_CELL_OTHER_IN ||
          self->table->columns[j].kind == ANS_TABLE_CELL_OTHER_OUT)
        ((AnsAreaTableRow *) self->rows->pdata[i])->values[j] = -1;
}

static void
add_total (AnsAreaTableResult *self)
{
  guint n = self->rows->len;
  AnsAreaTableRow *total = add_row (self, 0, "Tổng cộng");

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < self->n_columns; j++)
      total->values[j] += ((AnsAreaTableRow *) self->rows->pdata[i])->values[j];
  for (guint i = 0; i <= n; i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        const AnsAreaTableColumn *column = &self->table->columns[j];
        gint64 *values = ((AnsAreaTableRow *) self->rows->pdata[i])->values;

        if (column->kind == ANS_TABLE_CELL_PERCENT)
          values[j] = percent (values[ans_area_table_find_column (self->table, column->of)],
                               values[ans_area_table_find_column (self->table, column->per)]);
      }
}

char *
ans_area_table_opening_day (const char *start)
{
  AnsDate day;

  g_return_val_if_fail (start != NULL, NULL);

  if (g_str_has_suffix (start, "-01-01") || !ans_date_parse_iso (start, &day, NULL))
    return g_strdup (start);
  return ans_date_to_iso (ans_date_add_days (day, -1));
}

AnsAreaTableResult *
ans_area_table_run (const AnsAreaTable *table,
                    AnsBook *book,
                    AnsConnection *connection,
                    const char *start,
                    const char *day,
                    GError **error)
{
  g_autoptr (AnsAreaTableResult) self = NULL;

  g_return_val_if_fail (table != NULL && ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (start != NULL && day != NULL, NULL);

  self = g_new0 (AnsAreaTableResult, 1);
  self->table = table;
  self->book = g_object_ref (book);
  self->start = g_strdup (start);
  self->opening = ans_area_table_opening_day (start);
  self->day = g_strdup (day);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->others = g_ptr_array_new_with_free_func (g_free);
  while (table->columns[self->n_columns].id != NULL)
    self->n_columns++;
  if (!add_villages (self, connection, error))
    return NULL;
  for (guint i = 0; i < self->n_columns; i++)
    if (is_counted (&table->columns[i]) && !count_column (self, i, connection, error))
      return NULL;
  if (!find_others (self, connection, error))
    return NULL;
  add_total (self);
  if (self->before != NULL)
    blank_others (self);
  return g_steal_pointer (&self);
}

gint64
ans_area_table_get (AnsAreaTableResult *self, guint row, const char *column)
{
  int index = ans_area_table_find_column (self->table, column);

  g_return_val_if_fail (index >= 0 && row < self->rows->len, -1);

  return ((AnsAreaTableRow *) self->rows->pdata[row])->values[index];
}

char *
ans_area_table_display (AnsAreaTableResult *self, guint row, guint column)
{
  gint64 value;

  g_return_val_if_fail (row < self->rows->len && column < self->n_columns, NULL);

  value = ((AnsAreaTableRow *) self->rows->pdata[row])->values[column];
  if (value < 0)
    return g_strdup ("–");
  return self->table->columns[column].kind == ANS_TABLE_CELL_PERCENT ? ans_decimal_format (value, 2)
                                                                     : ans_number_format (value);
}

static AnsListing *
list_others (AnsAreaTableResult *self, guint row, gboolean in)
{
  const AnsAreaTableRow *of = self->rows->pdata[row];
  AnsListing *listing =
      ans_listing_new (self->book, ans_listing_info_find (self->table->balance->all));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->others->len; i++)
    {
      const Other *other = self->others->pdata[i];

      if ((other->net > 0) == in && (is_total (self, row) || other->village == of->village))
        g_array_append_val (ids, other->id);
    }
  ans_listing_set_as_of (listing, self->day);
  ans_listing_set_rows (listing, ids, FALSE);
  return listing;
}

AnsListing *
ans_area_table_get_list (AnsAreaTableResult *self, guint row, guint column)
{
  const AnsAreaTableColumn *of;
  const AnsAreaTableRow *village;
  AnsListing *listing;

  g_return_val_if_fail (row < self->rows->len && column < self->n_columns, NULL);

  of = &self->table->columns[column];
  if (of->kind == ANS_TABLE_CELL_PERCENT ||
      ((AnsAreaTableRow *) self->rows->pdata[row])->values[column] < 0)
    return NULL;
  if (!is_counted (of))
    return list_others (self, row, of->kind == ANS_TABLE_CELL_OTHER_IN);
  listing = list_of (self, of);
  village = self->rows->pdata[row];
  if (village->village != 0)
    ans_listing_set_village (listing, village->village);
  else if (!is_total (self, row))
    ans_listing_set_filter (listing, "village", "");
  return listing;
}

/* --- contradictions
 * --------------------------------------------------------------------------------- */

static gboolean
check_sums (AnsAreaTableResult *self, AnsConnection *connection, GPtrArray *wrong, GError **error)
{
  const AnsAreaTableRow *total = self->rows->pdata[self->rows->len - 1];

  for (guint i = 0; i < self->n_columns; i++)
    {
      const AnsAreaTableColumn *column = &self->table->columns[i];
      g_autoptr (AnsListing) listing = NULL;
      gint64 count;

      if (!is_counted (column))
        continue;
      listing = list_of (self, column);
      count = ans_listing_count (listing, connection, error);
      if (count < 0)
        return FALSE;
      if (count != total->values[i])
        g_ptr_array_add (
            wrong,
            /* Translators: a heading of a table, then two numbers */
            g_strdup_printf (_ ("“%s”: the villages together have %lld, the commune has %lld."),
                             column->title, (long long) total->values[i], (long long) count));
    }
  return TRUE;
}

static void
check_balance (AnsAreaTableResult *self, guint row, GPtrArray *wrong)
{
  const AnsAreaTableBalance *balance = self->table->balance;
  gint64 expected = ans_area_table_get (self, row, balance->start) +
                    ans_area_table_get (self, row, balance->other_in) -
                    ans_area_table_get (self, row, balance->other_out);
  gint64 end = ans_area_table_get (self, row, balance->end);

  for (guint i = 0; balance->plus[i] != NULL; i++)
    expected += ans_area_table_get (self, row, balance->plus[i]);
  for (guint i = 0; balance->minus[i] != NULL; i++)
    expected -= ans_area_table_get (self, row, balance->minus[i]);
  if (expected != end)
    g_ptr_array_add (
        wrong,
        /* Translators: a village or “total”, then two numbers of households */
        g_strdup_printf (_ ("%s: the list of the start and what moved make %lld, but the list of "
                            "the end has %lld."),
                         ((AnsAreaTableRow *) self->rows->pdata[row])->title, (long long) expected,
                         (long long) end));
}

GPtrArray *
ans_area_table_check (AnsAreaTableResult *self, AnsConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_sums (self, connection, wrong, error))
    return NULL;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const AnsAreaTableRow *row = self->rows->pdata[i];

      if (self->table->balance != NULL && self->before == NULL)
        check_balance (self, i, wrong);
      if (row->village == 0 && !is_total (self, i))
        g_ptr_array_add (
            wrong, g_strdup_printf (_ ("“%s” has rows without a village."), self->table->title));
    }
  return g_steal_pointer (&wrong);
}
