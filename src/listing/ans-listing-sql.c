/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing/ans-listing-sql.h"

/* The first parameter number for values of filters and search words. */
#define FIRST_VALUE 5

const char *
ans_listing_sql_column (AnsListing *listing, const AnsListingColumn *column)
{
  return listing->as_of != NULL && column->sql_as_of != NULL ? column->sql_as_of
                                                             : column->sql_now;
}

const char *
ans_listing_sql_sort (AnsListing *listing, const AnsListingColumn *column)
{
  if (listing->as_of != NULL && column->sql_as_of != NULL)
    return column->sort_as_of != NULL ? column->sort_as_of : column->sql_as_of;
  return column->sort_now != NULL ? column->sort_now : column->sql_now;
}

char *
ans_listing_sql_next_parameter (AnsListingSql *self, const char *value)
{
  g_ptr_array_add (self->values, g_strdup (value));
  return g_strdup_printf ("?%u", FIRST_VALUE + self->values->len - 1);
}

static char *
build_from (AnsListing *listing)
{
  const AnsRegister *reg = listing->info->reg;
  const char *join = listing->as_of != NULL ? listing->info->join_as_of : listing->info->join_now;
  GString *from = g_string_new (NULL);

  g_string_printf (from, "%s %s", reg->table, reg->alias);
  for (const AnsPeriod *period = reg->periods;
       listing->as_of != NULL && period != NULL && period->name != NULL;
       period++)
    g_string_append_printf (from,
                            " LEFT JOIN %1$s %2$s ON %2$s.%3$s = %4$s.id AND %2$s.from_date <= ?1 "
                            "AND (%2$s.to_date IS NULL OR %2$s.to_date > ?1)",
                            period->name,
                            period->alias,
                            period->owner,
                            reg->alias);
  if (join != NULL)
    g_string_append_printf (from, " %s", join);
  return g_string_free_and_steal (from);
}

static void
add_condition (AnsListingSql *self, const char *condition)
{
  g_string_append_printf (self->where, "%s(%s)", self->where->len > 0 ? " AND " : "", condition);
}

/* A value of a filter is one value, “from..to”, the beginning of a date, or part of a text. */
static char *
value_condition (AnsListingSql *self, const AnsListingColumn *column, const char *sql,
                 const char *value)
{
  const char *range = strstr (value, "..");
  g_autofree char *parameter = NULL;

  if (*value == '\0')
    return g_strdup_printf ("%s IS NULL", sql);
  if (range != NULL && column->kind != ANS_FIELD_TEXT && column->kind != ANS_FIELD_LONG_TEXT)
    {
      g_autofree char *low = g_strndup (value, (gsize) (range - value));
      g_autofree char *first = ans_listing_sql_next_parameter (self, low);
      /* "2022-05" is before every day of May: its end is after them. */
      g_autofree char *high = g_strconcat (range + 2, *(range + 2) != '\0' ? "~" : "~~", NULL);
      g_autofree char *last = NULL;

      if (ans_field_kind_is_number (column->kind))
        {
          last = ans_listing_sql_next_parameter (self, range + 2);
          return g_strdup_printf (
              "%s >= CAST(%s AS NUMERIC) AND (%s = '' OR %s <= CAST(%s AS NUMERIC))",
              sql,
              first,
              last,
              sql,
              last);
        }
      last = ans_listing_sql_next_parameter (self, high);
      return g_strdup_printf ("%s >= %s AND %s <= %s", sql, first, sql, last);
    }
  parameter = ans_listing_sql_next_parameter (self, value);
  switch (column->kind)
    {
    case ANS_FIELD_PARTIAL_DATE:
    case ANS_FIELD_DATE:
      return g_strdup_printf ("%s LIKE %s || '%%'", sql, parameter);
    case ANS_FIELD_TEXT:
    case ANS_FIELD_LONG_TEXT:
    case ANS_FIELD_NAME:
      return g_strdup_printf (
          "instr(ans_fold(%s), ans_fold(%s)) > 0", sql, parameter);
    case ANS_FIELD_CHOICES:
      return g_strdup_printf ("instr('|' || %s || '|', '|' || %s || '|') > 0", sql, parameter);
    case ANS_FIELD_DECIMAL:
      return g_strdup_printf ("%s = CAST(%s AS NUMERIC)", sql, parameter);
    case ANS_FIELD_INTEGER:
    case ANS_FIELD_MONEY:
    case ANS_FIELD_BOOLEAN:
    case ANS_FIELD_REFERENCE:
      return g_strdup_printf ("%s = CAST(%s AS INTEGER)", sql, parameter);
    case ANS_FIELD_IDENTIFIER:
    case ANS_FIELD_CHOICE:
    default:
      return g_strdup_printf ("%s = %s", sql, parameter);
    }
}

static void
add_filter (AnsListingSql *self, const AnsListingColumn *column, const char *value)
{
  const char *sql = ans_listing_sql_column (self->listing, column);
  g_auto (GStrv) values = g_strsplit (value, "|", -1);
  g_autoptr (GString) any = g_string_new (NULL);

  for (guint i = 0; i == 0 || values[i] != NULL; i++)
    {
      g_autofree char *condition =
          value_condition (self, column, sql, values[i] != NULL ? values[i] : "");

      g_string_append_printf (any, "%s(%s)", i > 0 ? " OR " : "", condition);
      if (values[i] == NULL)
        break;
    }
  add_condition (self, any->str);
}

static void
add_filters (AnsListingSql *self)
{
  AnsListing *listing = self->listing;
  const AnsRegister *reg = listing->info->reg;
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (listing->info, &n);
  const char *exists = listing->as_of != NULL ? reg->exists_as_of : reg->exists_now;
  const char *where = listing->as_of != NULL ? listing->info->where_as_of : listing->info->where_now;

  if (where != NULL)
    add_condition (self, where);
  else if (exists != NULL && (reg->exists_field == NULL ||
                         !g_hash_table_contains (listing->filters, reg->exists_field)))
    add_condition (self, exists);
  if (listing->village != 0 && self->village != NULL)
    {
      g_autofree char *condition = g_strdup_printf ("%s = ?2", self->village);

      add_condition (self, condition);
    }
  if (listing->rows != NULL)
    {
      g_autofree char *parameter = ans_listing_sql_next_parameter (self, listing->rows);
      g_autofree char *condition = g_strdup_printf ("%s.id %sIN (SELECT value FROM json_each(%s))",
                                                    reg->alias,
                                                    listing->rows_except ? "NOT " : "",
                                                    parameter);

      add_condition (self, condition);
    }
  for (guint i = 0; i < n; i++)
    {
      const char *value = g_hash_table_lookup (listing->filters, columns[i].id);

      if (value != NULL)
        add_filter (self, &columns[i], value);
    }
}

static gboolean
is_search_column (const AnsRegister *reg, const char *name)
{
  for (guint i = 0; reg->search_columns[i] != NULL; i++)
    if (g_str_equal (reg->search_columns[i], name))
      return TRUE;
  return FALSE;
}

/* Names with the very marks that were typed come first, then other names, then numbers and
 * initials. */
static void
add_rank (AnsListingSql *self)
{
  static const char *const others[] = { "initials", "numbers" };
  const AnsRegister *reg = self->listing->info->reg;
  g_autofree char *parameter = NULL;
  g_autoptr (GString) call = NULL;

  if (self->search->name_match == NULL)
    return;
  parameter = ans_listing_sql_next_parameter (self, self->listing->search);
  call = g_string_new (NULL);
  g_string_printf (call, "ans_search_rank(%s, %s.name_fold, %s.%s", parameter, reg->alias,
                   reg->alias, reg->name_field);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (is_search_column (reg, others[i]))
      g_string_append_printf (call, ", %s.%s", reg->alias, others[i]);
    else
      g_string_append (call, ", NULL");
  g_string_append_c (call, ')');
  self->rank_call = g_string_free_and_steal (g_steal_pointer (&call));
}

AnsListingSql *
ans_listing_sql_new (AnsListing *listing)
{
  AnsListingSql *self = g_new0 (AnsListingSql, 1);
  const AnsRegister *reg = listing->info->reg;
  const AnsListingColumn *village = ans_listing_info_get_column (listing->info, "village");
  const AnsListingColumn *fallback =
      ans_listing_info_get_column (listing->info, listing->info->default_sort);

  self->listing = listing;
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->where = g_string_new (NULL);
  self->from = build_from (listing);
  if (village != NULL)
    self->village = g_strdup (ans_listing_sql_column (listing, village));
  if (listing->search != NULL)
    self->search = ans_search_new (reg, listing->search);
  add_filters (self);
  if (self->search != NULL)
    add_rank (self);
  if (listing->sort == fallback)
    self->rank = self->rank_call;

  if (listing->sort == fallback)
    self->order = g_strdup_printf ("%s%s, %s.id%s",
                                   ans_listing_sql_sort (listing, fallback),
                                   listing->descending ? " DESC" : "",
                                   reg->alias,
                                   listing->descending ? " DESC" : "");
  else
    self->order = g_strdup_printf ("%s%s, %s, %s.id",
                                   ans_listing_sql_sort (listing, listing->sort),
                                   listing->descending ? " DESC" : "",
                                   ans_listing_sql_sort (listing, fallback),
                                   reg->alias);
  return self;
}

void
ans_listing_sql_free (AnsListingSql *self)
{
  g_free (self->from);
  g_string_free (self->where, TRUE);
  g_free (self->order);
  g_free (self->rank_call);
  g_free (self->village);
  ans_search_free (self->search);
  g_ptr_array_unref (self->values);
  g_free (self);
}

void
ans_listing_sql_append_where (AnsListingSql *self, GString *sql, const char *extra)
{
  if (self->where->len > 0)
    g_string_append_printf (sql, " WHERE %s", self->where->str);
  if (extra != NULL)
    g_string_append_printf (sql, " %s %s", self->where->len > 0 ? "AND" : "WHERE", extra);
}

void
ans_listing_sql_bind (AnsListingSql *self, AnsStatement *statement, gint64 village,
                      const char *ids_json)
{
  /* Numbers that the SQL does not use are refused, which does no harm. */
  ans_statement_bind_text (statement, 1, self->listing->as_of);
  ans_statement_bind_id (statement, 2, village);
  ans_statement_bind_text (
      statement, 3, self->search != NULL ? self->search->match : NULL);
  ans_statement_bind_text (statement, 4, ids_json);
  for (guint i = 0; i < self->values->len; i++)
    ans_statement_bind_text (statement, (int) (FIRST_VALUE + i), self->values->pdata[i]);
}

void
ans_listing_ranks_init (AnsListingRanks *self)
{
  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    self->ids[rank] = g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
ans_listing_ranks_clear (AnsListingRanks *self)
{
  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    g_clear_pointer (&self->ids[rank], g_array_unref);
}

void
ans_listing_ranks_append_to (AnsListingRanks *self, GArray *ids, guint limit)
{
  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    {
      guint n = self->ids[rank]->len;

      if (limit > 0)
        n = MIN (n, limit - MIN (limit, ids->len));
      g_array_append_vals (ids, self->ids[rank]->data, n);
    }
}
