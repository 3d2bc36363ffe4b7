/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ans-figure-sets.h"

#include <string.h>

#include "listing/ans-listing-counts.h"

/* What is remembered of a row: an array of these is indexed by the row's id. */
typedef struct
{
  guint16 slot;
  guint16 value; /* place in the group's values, from 1 on; 0: none */
  guint32 mask;  /* bit i: the row is in set i of the group */
} Entry;

/* The sets over one kind of list on one day. */
typedef struct
{
  const AnsListingInfo *info;
  char *as_of;
  char *column;
  GPtrArray *sets;   /* AnsFigureSet */
  GPtrArray *values; /* texts of the column */
  Entry *entries;
  gsize n_entries;
  gboolean is_counted;
} Group;

struct _AnsFigureSet
{
  AnsFigureSets *owner;
  Group *group;
  char *key;
  AnsListing *listing;
  char *date_sql; /* (nullable) the date of a row, over the register's alias */
  char *known_by; /* (nullable) day by which there must be a row with a date */
  gboolean is_wanted;
  gboolean is_known;
  gint64 total;
  GArray *counts;       /* gint64 for each slot */
  GArray *value_counts; /* gint64 for each value */
};

struct _AnsFigureSets
{
  AnsBook *book;
  GPtrArray *groups;
  GArray *villages;  /* gint64 for each slot */
  GHashTable *slots; /* village → slot */
};

static void
set_free (gpointer data)
{
  AnsFigureSet *self = data;

  g_free (self->key);
  g_free (self->date_sql);
  g_free (self->known_by);
  g_object_unref (self->listing);
  g_array_unref (self->counts);
  g_array_unref (self->value_counts);
  g_free (self);
}

static void
group_free (gpointer data)
{
  Group *self = data;

  g_free (self->as_of);
  g_free (self->column);
  g_ptr_array_unref (self->sets);
  g_ptr_array_unref (self->values);
  g_free (self->entries);
  g_free (self);
}

AnsFigureSets *
ans_figure_sets_new (AnsBook *book)
{
  AnsFigureSets *self = g_new0 (AnsFigureSets, 1);
  gint64 none = 0;

  self->book = book;
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->villages = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_array_append_val (self->villages, none);
  return self;
}

void
ans_figure_sets_free (AnsFigureSets *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->groups);
  g_array_unref (self->villages);
  g_hash_table_unref (self->slots);
  g_free (self);
}

guint
ans_figure_sets_get_slot (AnsFigureSets *self, gint64 village)
{
  gpointer slot;

  if (village == 0)
    return 0;
  slot = g_hash_table_lookup (self->slots, &village);
  if (slot != NULL)
    return GPOINTER_TO_UINT (slot);
  g_array_append_val (self->villages, village);
  g_hash_table_insert (self->slots, g_memdup2 (&village, sizeof village),
                       GUINT_TO_POINTER (self->villages->len - 1));
  return self->villages->len - 1;
}

guint
ans_figure_sets_get_n_slots (AnsFigureSets *self)
{
  return self->villages->len;
}

gint64
ans_figure_sets_get_village (AnsFigureSets *self, guint slot)
{
  return g_array_index (self->villages, gint64, slot);
}

/* --- which sets there are --------------------------------------------------------------------- */

void
ans_figure_sets_begin (AnsFigureSets *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      for (guint j = 0; j < group->sets->len; j++)
        ((AnsFigureSet *) group->sets->pdata[j])->is_wanted = FALSE;
    }
}

/* “COLUMN=VALUE;COLUMN=VALUE” into the filters of @listing. */
static gboolean
take_filters (AnsListing *listing, const char *filters)
{
  g_auto (GStrv) parts = g_strsplit (filters != NULL ? filters : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');

      if (*parts[i] == '\0')
        continue;
      if (equals == NULL)
        return FALSE;
      *equals = '\0';
      if (!ans_listing_set_filter (listing, parts[i], equals + 1))
        return FALSE;
    }
  return TRUE;
}

static Group *
find_group (AnsFigureSets *self, const AnsListingInfo *info, const char *as_of, const char *column)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      if (group->info == info && g_strcmp0 (group->as_of, as_of) == 0 &&
          group->sets->len < ANS_LISTINGS_SCAN_MAX &&
          (column == NULL || group->column == NULL || g_str_equal (group->column, column)))
        {
          if (column != NULL && group->column == NULL)
            {
              group->column = g_strdup (column);
              group->is_counted = FALSE;
            }
          return group;
        }
    }
  return NULL;
}

static Group *
add_group (AnsFigureSets *self, const AnsListingInfo *info, const char *as_of, const char *column)
{
  Group *group = g_new0 (Group, 1);

  group->info = info;
  group->as_of = g_strdup (as_of);
  group->column = g_strdup (column);
  group->sets = g_ptr_array_new_with_free_func (set_free);
  group->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->groups, group);
  return group;
}

static AnsFigureSet *
find_set (AnsFigureSets *self, const char *key)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      for (guint j = 0; j < group->sets->len; j++)
        {
          AnsFigureSet *set = group->sets->pdata[j];

          if (g_str_equal (set->key, key))
            return set;
        }
    }
  return NULL;
}

/* The day of a row in the register's own table: of the period column, or from which it holds. */
static char *
date_of (const AnsListingInfo *info, const char *column)
{
  const AnsField *field = ans_register_get_field (info->reg, column != NULL ? column : "from_date");

  if (field == NULL || field->period != NULL || (field->flags & ANS_FIELD_COMPUTED) != 0)
    return NULL;
  return g_strdup_printf ("%s.%s", info->reg->alias, field->name);
}

AnsFigureSet *
ans_figure_sets_add (AnsFigureSets *self,
                     const AnsFigurePart *part,
                     const char *as_of,
                     const char *from,
                     const char *to,
                     const char *column)
{
  const AnsListingInfo *info = ans_listing_info_find (part->listing);
  g_autofree char *range = NULL;
  g_autofree char *key = NULL;
  g_autoptr (AnsListing) listing = NULL;
  AnsFigureSet *set;
  Group *group;

  if (info == NULL || (column != NULL && ans_listing_info_get_column (info, column) == NULL))
    return NULL;
  if (part->period_column != NULL)
    range = g_strdup_printf ("%s..%s", from, to);
  key = g_strjoin ("\t", part->listing, part->filters != NULL ? part->filters : "",
                   part->period_column != NULL ? part->period_column : "",
                   range != NULL ? range : "", as_of != NULL ? as_of : "", NULL);
  set = find_set (self, key);
  if (set != NULL && (column == NULL || g_strcmp0 (set->group->column, column) == 0))
    {
      set->is_wanted = TRUE;
      return set;
    }

  listing = ans_listing_new (self->book, info);
  ans_listing_set_as_of (listing, as_of);
  if (!take_filters (listing, part->filters) ||
      (range != NULL && !ans_listing_set_filter (listing, part->period_column, range)))
    return NULL;
  group = find_group (self, info, as_of, column);
  if (set != NULL && group == set->group)
    {
      set->is_wanted = TRUE;
      return set;
    }
  if (group == NULL)
    group = add_group (self, info, as_of, column);
  set = g_new0 (AnsFigureSet, 1);
  set->owner = self;
  set->group = group;
  set->key = g_steal_pointer (&key);
  set->listing = g_steal_pointer (&listing);
  set->date_sql = date_of (info, part->period_column);
  set->known_by = g_strdup (range != NULL ? to : as_of);
  set->is_wanted = TRUE;
  set->counts = g_array_new (FALSE, TRUE, sizeof (gint64));
  set->value_counts = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_ptr_array_add (group->sets, set);
  group->is_counted = FALSE;
  return set;
}

/* --- counting --------------------------------------------------------------------------------- */

static void
add_to (GArray *counts, guint index, gint64 step)
{
  if (index >= counts->len)
    g_array_set_size (counts, index + 1);
  g_array_index (counts, gint64, index) += step;
}

static void
count_entry (Group *group, const Entry *entry, gint64 step)
{
  for (guint32 rest = entry->mask; rest != 0; rest &= rest - 1)
    {
      AnsFigureSet *set = group->sets->pdata[__builtin_ctz (rest)];

      set->total += step;
      add_to (set->counts, entry->slot, step);
      if (entry->value != 0)
        add_to (set->value_counts, entry->value - 1u, step);
    }
}

static guint16
find_value (Group *group, const char *text)
{
  if (text == NULL)
    return 0;
  for (guint i = 0; i < group->values->len; i++)
    if (strcmp (group->values->pdata[i], text) == 0)
      return (guint16) (i + 1);
  if (group->values->len == G_MAXUINT16)
    return 0;
  g_ptr_array_add (group->values, g_strdup (text));
  return (guint16) group->values->len;
}

typedef struct
{
  AnsFigureSets *owner;
  Group *group;
  gint64 village; /* of the last row, and its slot: rows of a village often follow each other */
  guint slot;
} Scan;

static void
take_row (gint64 id, gint64 village, guint32 mask, const char *value, gpointer data)
{
  Scan *scan = data;
  Group *group = scan->group;
  Entry *entry;

  if (id < 0)
    return;
  if ((gsize) id >= group->n_entries)
    {
      gsize n = MAX ((gsize) id + 1, group->n_entries * 2);

      group->entries = g_renew (Entry, group->entries, n);
      memset (group->entries + group->n_entries, 0, (n - group->n_entries) * sizeof (Entry));
      group->n_entries = n;
    }
  if (village != scan->village)
    {
      scan->village = village;
      scan->slot = ans_figure_sets_get_slot (scan->owner, village);
    }
  entry = &group->entries[id];
  entry->slot = (guint16) scan->slot;
  entry->value = group->column != NULL ? find_value (group, value) : 0;
  entry->mask = mask;
  count_entry (group, entry, 1);
}

static gboolean
scan_group (
    AnsFigureSets *self, Group *group, AnsConnection *connection, const GArray *ids, GError **error)
{
  AnsListing *listings[ANS_LISTINGS_SCAN_MAX];
  Scan scan = { self, group, 0, 0 };

  for (guint i = 0; i < group->sets->len; i++)
    listings[i] = ((AnsFigureSet *) group->sets->pdata[i])->listing;
  return ans_listings_scan (listings, group->sets->len, group->column, ids, connection, take_row,
                            &scan, error);
}

static void
ask_known (AnsFigureSet *set, AnsConnection *connection)
{
  const AnsRegister *reg = set->group->info->reg;
  gboolean dated = set->date_sql != NULL && set->known_by != NULL;
  g_autofree char *sql = NULL;
  g_autoptr (AnsStatement) select = NULL;

  if (set->total > 0)
    {
      set->is_known = TRUE;
      return;
    }
  sql = g_strdup_printf ("SELECT 1 FROM %s %s%s%s%s LIMIT 1", reg->table, reg->alias,
                         dated ? " WHERE " : "", dated ? set->date_sql : "", dated ? " <= ?1" : "");
  select = ans_connection_prepare (connection, sql, NULL);
  if (select != NULL && dated)
    ans_statement_bind_text (select, 1, set->known_by);
  set->is_known = select != NULL && ans_statement_step (select, NULL);
}

static gboolean
count_group (AnsFigureSets *self, Group *group, AnsConnection *connection, GError **error)
{
  group->is_counted = FALSE;
  for (guint i = group->sets->len; i-- > 0;)
    {
      AnsFigureSet *set = group->sets->pdata[i];

      if (!set->is_wanted)
        {
          g_ptr_array_remove_index (group->sets, i);
          continue;
        }
      set->total = 0;
      g_array_set_size (set->counts, 0);
      g_array_set_size (set->value_counts, 0);
    }
  g_clear_pointer (&group->entries, g_free);
  group->n_entries = 0;
  if (!scan_group (self, group, connection, NULL, error))
    return FALSE;
  for (guint i = 0; i < group->sets->len; i++)
    ask_known (group->sets->pdata[i], connection);
  group->is_counted = TRUE;
  return TRUE;
}

static gboolean
is_wanted (Group *group)
{
  for (guint i = 0; i < group->sets->len; i++)
    if (((AnsFigureSet *) group->sets->pdata[i])->is_wanted)
      return TRUE;
  return FALSE;
}

gboolean
ans_figure_sets_update (AnsFigureSets *self, AnsConnection *connection, GError **error)
{
  for (guint i = self->groups->len; i-- > 0;)
    {
      Group *group = self->groups->pdata[i];

      if (!is_wanted (group))
        g_ptr_array_remove_index (self->groups, i);
      else if (!group->is_counted && !count_group (self, group, connection, error))
        return FALSE;
    }
  return TRUE;
}

void
ans_figure_sets_forget (AnsFigureSets *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    ((Group *) self->groups->pdata[i])->is_counted = FALSE;
}

/* --- refreshing ------------------------------------------------------------------------------- */

/* Villages are asked for by id: the name of one changes no count. */
static AnsChanges *
without_villages (AnsChanges *changes)
{
  AnsChanges *copy = g_new0 (AnsChanges, 1);
  GHashTableIter iter;
  gpointer table, rows;

  g_atomic_ref_count_init (&copy->ref_count);
  copy->action = changes->action;
  copy->many = changes->many;
  copy->tables =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_hash_table_iter_init (&iter, changes->tables);
  while (g_hash_table_iter_next (&iter, &table, &rows))
    if (!g_str_equal (table, "village"))
      g_hash_table_insert (copy->tables, g_strdup (table), g_array_ref (rows));
  return copy;
}

static void
forget_rows (Group *group, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (id < 0 || (gsize) id >= group->n_entries)
        continue;
      count_entry (group, &group->entries[id], -1);
      group->entries[id] = (Entry) { 0 };
    }
}

static gboolean
refresh_group (AnsFigureSets *self,
               Group *group,
               AnsConnection *connection,
               AnsChanges *changes,
               GError **error)
{
  AnsFigureSet *first = group->sets->pdata[0];
  g_autoptr (GArray) ids = ans_listing_touched (first->listing, connection, changes);

  if (ids == NULL)
    return count_group (self, group, connection, error);
  if (ids->len == 0)
    return TRUE;
  /* A row may be named twice: it is forgotten once, and IN finds it once. */
  forget_rows (group, ids);
  if (!scan_group (self, group, connection, ids, error))
    {
      group->is_counted = FALSE;
      return FALSE;
    }
  for (guint i = 0; i < group->sets->len; i++)
    ask_known (group->sets->pdata[i], connection);
  return TRUE;
}

gboolean
ans_figure_sets_refresh (AnsFigureSets *self,
                         AnsConnection *connection,
                         AnsChanges *changes,
                         GError **error)
{
  g_autoptr (AnsChanges) others = without_villages (changes);

  if (!others->many && g_hash_table_size (others->tables) == 0)
    return TRUE;
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      if (group->is_counted && !refresh_group (self, group, connection, others, error))
        return FALSE;
    }
  return TRUE;
}

/* --- asking ----------------------------------------------------------------------------------- */

gint64
ans_figure_set_count (AnsFigureSet *self, int slot)
{
  if (slot < 0)
    return self->total;
  return (guint) slot < self->counts->len ? g_array_index (self->counts, gint64, slot) : 0;
}

gboolean
ans_figure_set_is_known (AnsFigureSet *self)
{
  return self->is_known;
}

gboolean
ans_figure_set_has_villages (AnsFigureSet *self)
{
  return ans_listing_info_get_column (self->group->info, "village") != NULL;
}

GPtrArray *
ans_figure_set_get_values (AnsFigureSet *self)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < self->value_counts->len; i++)
    if (g_array_index (self->value_counts, gint64, i) > 0)
      g_ptr_array_add (values, self->group->values->pdata[i]);
  return values;
}

AnsListing *
ans_figure_set_get_listing (AnsFigureSet *self)
{
  return self->listing;
}
