/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing/ans-listing.h"

#include "listing/ans-listing-private.h"
#include "registry/ans-extra-field.h"
#include "registry/ans-members.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsListing, ans_listing, G_TYPE_OBJECT)

static void
ans_listing_finalize (GObject *object)
{
  AnsListing *self = ANS_LISTING (object);

  g_free (self->as_of);
  g_free (self->search);
  g_free (self->rows);
  g_hash_table_unref (self->filters);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_listing_parent_class)->finalize (object);
}

static void
ans_listing_class_init (AnsListingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_listing_finalize;

  signals[CHANGED] = g_signal_new ("changed",
                                   ANS_TYPE_LISTING,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
ans_listing_init (AnsListing *self)
{
  self->filters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static void
emit_changed (AnsListing *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

AnsListing *
ans_listing_new (AnsBook *book, const AnsListingInfo *info)
{
  AnsListing *self;

  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);
  g_return_val_if_fail (info != NULL, NULL);

  self = g_object_new (ANS_TYPE_LISTING, NULL);
  self->book = g_object_ref (book);
  self->info = info = ans_listing_info_of_book (book, info);
  self->sort = ans_listing_info_get_column (info, info->default_sort);
  return self;
}

AnsListing *
ans_listing_copy (AnsListing *self)
{
  AnsListing *copy;
  GHashTableIter iter;
  gpointer column, value;

  g_return_val_if_fail (ANS_IS_LISTING (self), NULL);

  copy = ans_listing_new (self->book, self->info);
  copy->as_of = g_strdup (self->as_of);
  copy->search = g_strdup (self->search);
  copy->village = self->village;
  copy->sort = self->sort;
  copy->descending = self->descending;
  copy->grouped = self->grouped;
  copy->rows = g_strdup (self->rows);
  copy->rows_except = self->rows_except;
  g_hash_table_iter_init (&iter, self->filters);
  while (g_hash_table_iter_next (&iter, &column, &value))
    g_hash_table_insert (copy->filters, column, g_strdup (value));
  return copy;
}

AnsBook *
ans_listing_get_book (AnsListing *self)
{
  return self->book;
}

const AnsListingInfo *
ans_listing_get_info (AnsListing *self)
{
  return self->info;
}

void
ans_listing_set_as_of (AnsListing *self, const char *iso)
{
  if (g_set_str (&self->as_of, iso != NULL && *iso != '\0' ? iso : NULL))
    emit_changed (self);
}

const char *
ans_listing_get_as_of (AnsListing *self)
{
  return self->as_of;
}

void
ans_listing_set_search (AnsListing *self, const char *text)
{
  if (g_set_str (&self->search, text != NULL && *text != '\0' ? text : NULL))
    emit_changed (self);
}

const char *
ans_listing_get_search (AnsListing *self)
{
  return self->search;
}

void
ans_listing_set_village (AnsListing *self, gint64 village)
{
  if (self->village == village)
    return;
  self->village = village;
  emit_changed (self);
}

gint64
ans_listing_get_village (AnsListing *self)
{
  return self->village;
}

gboolean
ans_listing_set_filter (AnsListing *self, const char *column, const char *value)
{
  const AnsListingColumn *known = ans_listing_info_get_column (self->info, column);

  if (known == NULL)
    return FALSE;
  if (value == NULL)
    {
      if (g_hash_table_remove (self->filters, known->id))
        emit_changed (self);
      return TRUE;
    }
  if (g_strcmp0 (g_hash_table_lookup (self->filters, known->id), value) != 0)
    {
      g_hash_table_insert (self->filters, (gpointer) known->id, g_strdup (value));
      emit_changed (self);
    }
  return TRUE;
}

const char *
ans_listing_get_filter (AnsListing *self, const char *column)
{
  return g_hash_table_lookup (self->filters, column);
}

GPtrArray *
ans_listing_get_filters (AnsListing *self)
{
  GPtrArray *names = g_ptr_array_new ();
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (self->info, &n);

  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (self->filters, columns[i].id))
      g_ptr_array_add (names, (gpointer) columns[i].id);
  return names;
}

void
ans_listing_clear_filters (AnsListing *self)
{
  if (g_hash_table_size (self->filters) == 0 && self->village == 0 && self->search == NULL)
    return;
  g_hash_table_remove_all (self->filters);
  self->village = 0;
  g_clear_pointer (&self->search, g_free);
  emit_changed (self);
}

void
ans_listing_set_rows (AnsListing *self, const GArray *ids, gboolean except)
{
  g_autoptr (GString) json = NULL;

  g_return_if_fail (ANS_IS_LISTING (self));

  if (ids != NULL)
    {
      json = g_string_new ("[");
      for (guint i = 0; i < ids->len; i++)
        g_string_append_printf (json,
                                "%s%" G_GINT64_FORMAT,
                                i > 0 ? "," : "",
                                g_array_index (ids, gint64, i));
      g_string_append_c (json, ']');
    }
  self->rows_except = except;
  if (g_set_str (&self->rows, json != NULL ? json->str : NULL))
    emit_changed (self);
}

gboolean
ans_listing_set_sort (AnsListing *self, const char *column, gboolean descending)
{
  const AnsListingColumn *known = ans_listing_info_get_column (
      self->info, column != NULL ? column : self->info->default_sort);

  if (known == NULL)
    return FALSE;
  if (known != self->sort || descending != self->descending)
    {
      self->sort = known;
      self->descending = descending;
      emit_changed (self);
    }
  return TRUE;
}

const char *
ans_listing_get_sort (AnsListing *self, gboolean *descending)
{
  if (descending != NULL)
    *descending = self->descending;
  return self->sort->id;
}

void
ans_listing_set_grouped (AnsListing *self, gboolean by_village)
{
  if (by_village && ans_listing_info_get_column (self->info, "village") == NULL)
    by_village = FALSE;
  if (self->grouped == by_village)
    return;
  self->grouped = by_village;
  emit_changed (self);
}

gboolean
ans_listing_get_grouped (AnsListing *self)
{
  return self->grouped;
}

static void
group_free (gpointer data)
{
  AnsListingGroup *group = data;

  g_free (group->title);
  g_free (group);
}

AnsListingResult *
ans_listing_result_new (void)
{
  AnsListingResult *self = g_new0 (AnsListingResult, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->complete = TRUE;
  return self;
}

AnsListingGroup *
ans_listing_result_add_group (AnsListingResult *self, gint64 village, const char *title)
{
  AnsListingGroup *group = g_new0 (AnsListingGroup, 1);

  if (self->groups == NULL)
    self->groups = g_ptr_array_new_with_free_func (group_free);
  group->village = village;
  group->title = g_strdup (title);
  group->start = self->ids->len;
  g_ptr_array_add (self->groups, group);
  return group;
}

AnsListingResult *
ans_listing_result_ref (AnsListingResult *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ans_listing_result_unref (AnsListingResult *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->ids);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self);
}

/* Rows of @column of @table that the changed rows name, as ids of this listing. */
static void
add_rows (GArray *ids, const GArray *rows)
{
  if (rows != NULL)
    g_array_append_vals (ids, rows->data, rows->len);
}

static void
add_owners (AnsConnection *connection, GArray *ids, const char *sql, const GArray *rows)
{
  g_autoptr (AnsStatement) select = NULL;

  if (rows == NULL)
    return;
  select = ans_connection_prepare (connection, sql, NULL);
  for (guint i = 0; select != NULL && i < rows->len; i++)
    {
      ans_statement_bind_int (select, 1, g_array_index (rows, gint64, i));
      while (ans_statement_step (select, NULL))
        {
          gint64 id = ans_statement_int (select, 0);

          g_array_append_val (ids, id);
        }
      ans_statement_reset (select);
    }
}

/* A period that was deleted is named by the journal only. */
static void
add_journaled_owners (AnsConnection *connection, GArray *ids, const AnsPeriod *period,
                      gint64 action)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT json_extract(old, '$.%s') FROM change "
                       "WHERE action = ?1 AND tbl = '%s' AND new IS NULL",
                       period->owner,
                       period->name);
  g_autoptr (AnsStatement) select = ans_connection_prepare (connection, sql, NULL);

  if (select == NULL)
    return;
  ans_statement_bind_int (select, 1, action);
  while (ans_statement_step (select, NULL))
    {
      gint64 id = ans_statement_int (select, 0);

      g_array_append_val (ids, id);
    }
}

/* The same for the people of a household whose stay somewhere was deleted. */
static void
add_residents_of_deleted_places (AnsConnection *connection, GArray *ids, AnsChanges *changes)
{
  g_autoptr (AnsStatement) select = NULL;

  if (ans_changes_get_rows (changes, "household_place") == NULL)
    return;
  select = ans_connection_prepare (
      connection,
      "SELECT m.person FROM change c JOIN person_home m ON m.household = "
      "json_extract(c.old, '$.household') WHERE c.action = ?1 AND c.tbl = 'household_place' AND "
      "c.new IS NULL",
      NULL);
  if (select == NULL)
    return;
  ans_statement_bind_int (select, 1, changes->action);
  while (ans_statement_step (select, NULL))
    {
      gint64 id = ans_statement_int (select, 0);

      g_array_append_val (ids, id);
    }
}

GArray *
ans_listing_touched (AnsListing *self, AnsConnection *connection, AnsChanges *changes)
{
  const AnsRegister *reg = self->info->reg;
  g_autoptr (GArray) ids = NULL;

  if (changes->many)
    return NULL;
  /* A renamed village or unit shows in every row. */
  if (!ans_register_is (reg, &ans_register_villages) && ans_changes_get_rows (changes, "village") != NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; self->info->depends != NULL && self->info->depends[i] != NULL; i++)
    if (ans_changes_get_rows (changes, self->info->depends[i]) != NULL)
      {
        if (!ans_listing_touched_households (self, connection, changes, ids))
          return NULL;
        break;
      }
  add_rows (ids, ans_changes_get_rows (changes, reg->table));
  for (const AnsPeriod *period = reg->periods; period != NULL && period->name != NULL; period++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", period->owner, period->name);

      add_owners (connection, ids, sql, ans_changes_get_rows (changes, period->name));
      add_journaled_owners (connection, ids, period, changes->action);
    }
  if (ans_register_is (reg, &ans_register_people))
    {
      /* Whoever lives there, or did on the day that is asked for. */
      add_owners (connection,
                  ids,
                  "SELECT person FROM person_home WHERE household = ?1",
                  ans_changes_get_rows (changes, "household"));
      add_owners (connection,
                  ids,
                  "SELECT m.person FROM household_place x JOIN person_home m ON m.household = "
                  "x.household WHERE x.id = ?1",
                  ans_changes_get_rows (changes, "household_place"));
      add_residents_of_deleted_places (connection, ids, changes);
    }
  else if (ans_register_is (reg, &ans_register_households))
    {
      add_owners (connection,
                  ids,
                  "SELECT household FROM person_home WHERE person = ?1 AND household NOT NULL",
                  ans_changes_get_rows (changes, "person"));
      add_owners (connection,
                  ids,
                  "SELECT household FROM person_home WHERE id = ?1 AND household NOT NULL",
                  ans_changes_get_rows (changes, "person_home"));
    }
  if (ids->len > 4 * ANS_CHANGES_MAX_ROWS)
    return NULL;
  return g_steal_pointer (&ids);
}
