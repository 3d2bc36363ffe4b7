/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches answered from the table in memory; the book is asked for conditions and order only. */
#include "listing/ans-listing-quick.h"

#include <string.h>

#include "listing/ans-search-cache.h"

/* People looked up at a time for a page. */
#define BATCH 256

/* Of few people that were found, the book is asked one by one; of more, the list is walked. */
#define FEW          1000
#define FEW_FRACTION 16

typedef struct
{
  AnsListingSql *parts;
  AnsConnection *connection;
  guint limit;
  AnsListingResult *result;
  AnsSearchView *view;
  AnsSearchScan *scan;
  GArray *late[ANS_SEARCH_N_RANKS]; /* guint32: who changed since the table was filled */
  gboolean stopped;                 /* the deadline came; what is there stays */
} Quick;

typedef struct
{
  gint64 id;
  gint64 village;
} Found;

static void
rank_late (Quick *self)
{
  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    self->late[rank] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < self->view->late->len; i++)
    {
      const AnsSearchLate *late = self->view->late->pdata[i];
      AnsSearchRank rank = ans_search_rank (self->parts->search, &late->texts);
      guint32 id = (guint32) late->id;

      if (rank != ANS_SEARCH_RANK_NONE)
        g_array_append_val (self->late[rank], id);
    }
}

static gboolean
is_full (Quick *self)
{
  return self->stopped || (self->limit > 0 && self->result->ids->len >= self->limit);
}

/* A failure at the deadline is none. */
static gboolean
settle (Quick *self, GError *local, GError **error)
{
  if (local == NULL)
    return TRUE;
  self->stopped = ans_connection_is_late (self->connection);
  if (self->stopped)
    g_error_free (local);
  else
    g_propagate_error (error, local);
  return self->stopped;
}

static void
append_ids (GString *json, const guint32 *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (json, json->len > 0 ? ',' : '[');
      g_string_append_printf (json, "%u", ids[i]);
    }
}

/* Asks for the people of @ids: id, village, whether the conditions of the list hold. They come as
 * they are named, or in the order of the list. */
static AnsStatement *
ask_for (Quick *self, GString *ids, gboolean as_named, GError **error)
{
  const AnsListingSql *parts = self->parts;
  const char *alias = parts->listing->info->reg->alias;
  g_autofree char *sql = NULL;
  AnsStatement *select;

  g_string_append (ids, ids->len > 0 ? "]" : "[]");
  sql = g_strdup_printf ("SELECT %s.id, %s, (%s) FROM json_each(?4) ids CROSS JOIN %s "
                         "WHERE %s.id = ids.value ORDER BY %s",
                         alias, parts->village != NULL ? parts->village : "NULL",
                         parts->where->len > 0 ? parts->where->str : "1", parts->from, alias,
                         as_named ? "ids.key" : parts->order);
  select = ans_connection_prepare (self->connection, sql, error);
  if (select != NULL)
    ans_listing_sql_bind (self->parts, select, parts->listing->village, ids->str);
  return select;
}

/* The first page by name: people come out of the table in their order. */

static void
forget (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, guint32, i) == id)
      {
        g_array_remove_index_fast (ids, i);
        return;
      }
}

/* Adds those of a batch for whom the conditions hold, and between them whoever changed lately and
 * belongs there; behind the last of the batch only if nobody follows. */
static gboolean
add_batch (
    Quick *self, AnsSearchRank rank, const guint32 *ids, guint n, gboolean is_last, GError **error)
{
  GArray *late = self->late[rank];
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (AnsStatement) select = NULL;
  GError *local = NULL;

  append_ids (json, ids, n);
  append_ids (json, (const guint32 *) late->data, late->len);
  select = ask_for (self, json, late->len == 0, error);
  if (select == NULL)
    return FALSE;
  while (!is_full (self) && ans_statement_step (select, &local))
    {
      gint64 id = ans_statement_int (select, 0);

      if (ans_statement_int (select, 2) != 0)
        g_array_append_val (self->result->ids, id);
      forget (late, id);
      if (!is_last && id == ids[n - 1])
        break;
    }
  return settle (self, local, error);
}

static gboolean
run_page (Quick *self, GError **error)
{
  /* Some will be of other villages, moved or dead. */
  gboolean goes_on = ans_search_scan_run (self->scan, self->limit + self->limit / 4 + 16);

  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    {
      const GArray *found = ans_search_scan_get_found (self->scan, rank);
      gboolean may_follow = rank >= ans_search_scan_get_best (self->scan);
      gboolean is_last = FALSE;

      for (guint from = 0; !is_last && !is_full (self);)
        {
          guint wanted = self->limit - self->result->ids->len;
          guint n;

          if (from == found->len && may_follow && goes_on)
            goes_on = ans_search_scan_run (self->scan, G_MAXUINT);
          n = MIN (found->len - from, MIN (wanted + wanted / 8 + 4, BATCH));
          is_last = from + n == found->len && !(may_follow && goes_on);
          if (n + self->late[rank]->len > 0 &&
              !add_batch (self, rank, &g_array_index (found, guint32, from), n, is_last, error))
            return FALSE;
          from += n;
        }
    }
  return TRUE;
}

/* Few were found: all of them are asked for. */

static void
append_found (Quick *self, const GArray *found)
{
  for (guint i = 0; i < found->len && !is_full (self); i++)
    g_array_append_val (self->result->ids, g_array_index (found, Found, i).id);
}

static void
append_found_by_village (Quick *self, const GArray *found)
{
  gint64 only = self->parts->listing->village;
  g_autoptr (GArray) villages = ans_listing_list_villages (self->connection);

  for (guint v = 0; v < villages->len && !is_full (self); v++)
    {
      const AnsListingVillage *village = &g_array_index (villages, AnsListingVillage, v);
      AnsListingGroup *group = NULL;

      if (only != 0 && only != village->id)
        continue;
      for (guint i = 0; i < found->len && !is_full (self); i++)
        {
          const Found *one = &g_array_index (found, Found, i);

          if (one->village != village->id)
            continue;
          if (group == NULL)
            group = ans_listing_result_add_group (self->result, village->id, village->name);
          g_array_append_val (self->result->ids, one->id);
          group->count++;
        }
    }
}

static gboolean
ask_few (Quick *self, GString *json, GArray *found, GError **error)
{
  g_autoptr (AnsStatement) select = ask_for (self, json, FALSE, error);
  GError *local = NULL;

  if (select == NULL)
    return FALSE;
  while (ans_statement_step (select, &local))
    {
      Found one = { ans_statement_int (select, 0), ans_statement_int (select, 1) };

      if (ans_statement_int (select, 2) != 0)
        g_array_append_val (found, one);
    }
  return settle (self, local, error);
}

static gboolean
run_few (Quick *self, GError **error)
{
  gboolean is_ranked = self->parts->rank != NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    {
      const GArray *ids = ans_search_scan_get_found (self->scan, rank);

      append_ids (json, (const guint32 *) ids->data, ids->len);
      append_ids (json, (const guint32 *) self->late[rank]->data, self->late[rank]->len);
      if (json->len > 0 && (is_ranked || rank == ANS_SEARCH_N_RANKS - 1))
        {
          if (!ask_few (self, json, found, error))
            return FALSE;
          g_string_truncate (json, 0);
        }
    }
  if (self->parts->listing->grouped)
    append_found_by_village (self, found);
  else
    append_found (self, found);
  return TRUE;
}

/* Many were found: the list is walked in its order, and each row looked up among them. */

static guint8 *
mark_ranks (Quick *self, gint64 *n_ids)
{
  guint8 *ranks;
  guint32 last = 0;

  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    for (guint late = 0; late < 2; late++)
      {
        const GArray *ids =
            late != 0 ? self->late[rank] : ans_search_scan_get_found (self->scan, rank);

        for (guint i = 0; i < ids->len; i++)
          last = MAX (last, g_array_index (ids, guint32, i));
      }
  ranks = g_malloc ((gsize) last + 1);
  memset (ranks, ANS_SEARCH_RANK_NONE, (gsize) last + 1);
  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    for (guint late = 0; late < 2; late++)
      {
        const GArray *ids =
            late != 0 ? self->late[rank] : ans_search_scan_get_found (self->scan, rank);

        for (guint i = 0; i < ids->len; i++)
          ranks[g_array_index (ids, guint32, i)] = (guint8) rank;
      }
  *n_ids = (gint64) last + 1;
  return ranks;
}

/* The rows for which @condition (nullable) holds too. */
static gboolean
walk (Quick *self,
      const guint8 *ranks,
      gint64 n_ids,
      const char *condition,
      gint64 village,
      GError **error)
{
  const AnsListingSql *parts = self->parts;
  gboolean is_ranked = parts->rank != NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (AnsStatement) select = NULL;
  g_auto (AnsListingRanks) by_rank = { NULL };
  GError *local = NULL;

  g_string_printf (sql, "SELECT %s.id FROM %s", parts->listing->info->reg->alias, parts->from);
  ans_listing_sql_append_where (self->parts, sql, condition);
  g_string_append_printf (sql, " ORDER BY %s", parts->order);
  select = ans_connection_prepare (self->connection, sql->str, error);
  if (select == NULL)
    return FALSE;
  ans_listing_sql_bind (self->parts, select, village, NULL);

  ans_listing_ranks_init (&by_rank);
  while (!is_full (self) && ans_statement_step (select, &local))
    {
      gint64 id = ans_statement_int (select, 0);
      AnsSearchRank rank = id >= 0 && id < n_ids ? ranks[id] : ANS_SEARCH_RANK_NONE;

      if (rank != ANS_SEARCH_RANK_NONE)
        g_array_append_val (is_ranked ? by_rank.ids[rank] : self->result->ids, id);
    }
  ans_listing_ranks_append_to (&by_rank, self->result->ids, self->limit);
  return settle (self, local, error);
}

static gboolean
walk_villages (Quick *self, const guint8 *ranks, gint64 n_ids, GError **error)
{
  gint64 only = self->parts->listing->village;
  g_autoptr (GArray) villages = ans_listing_list_villages (self->connection);

  for (guint v = 0; v < villages->len && !is_full (self); v++)
    {
      const AnsListingVillage *village = &g_array_index (villages, AnsListingVillage, v);
      g_autofree char *condition =
          g_strdup_printf ("%s %s", self->parts->village, village->id != 0 ? "= ?2" : "IS NULL");
      guint start = self->result->ids->len;

      if (only != 0 && only != village->id)
        continue;
      if (!walk (self, ranks, n_ids, condition, village->id, error))
        return FALSE;
      if (self->result->ids->len > start)
        {
          AnsListingGroup *group =
              ans_listing_result_add_group (self->result, village->id, village->name);

          group->start = start;
          group->count = self->result->ids->len - start;
        }
    }
  return TRUE;
}

static gboolean
run_many (Quick *self, GError **error)
{
  gint64 n_ids;
  g_autofree guint8 *ranks = mark_ranks (self, &n_ids);

  return self->parts->listing->grouped
             ? walk_villages (self, ranks, n_ids, error)
             : walk (self, ranks, n_ids, NULL, self->parts->listing->village, error);
}

static gboolean
run (Quick *self, GError **error)
{
  const AnsListing *listing = self->parts->listing;
  guint total = 0;

  if (self->limit > 0 && self->parts->rank != NULL && !listing->descending && !listing->grouped &&
      listing->village == 0)
    return run_page (self, error);

  ans_search_scan_run (self->scan, G_MAXUINT);
  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    total += ans_search_scan_get_found (self->scan, rank)->len + self->late[rank]->len;
  return total <= FEW || total <= ans_search_table_get_n (self->view->table) / FEW_FRACTION
             ? run_few (self, error)
             : run_many (self, error);
}

gboolean
ans_listing_run_quick (AnsListingSql *parts,
                       AnsConnection *connection,
                       guint limit,
                       AnsListingResult *result,
                       gboolean *handled,
                       GError **error)
{
  g_autoptr (AnsSearchView) view = NULL;
  g_autoptr (AnsSearchScan) scan = NULL;
  Quick quick = { parts, connection, limit, result };
  gboolean done;

  *handled = FALSE;
  if (parts->search == NULL || !ans_register_is (parts->listing->info->reg, &ans_register_people))
    return TRUE;
  view = ans_search_cache_view (parts->listing->book, connection);
  if (view == NULL || !ans_search_table_suits (view->table, parts->search))
    return TRUE;

  *handled = TRUE;
  scan = ans_search_scan_new (view->table, parts->search, view->gone);
  quick.view = view;
  quick.scan = scan;
  rank_late (&quick);
  done = run (&quick, error);
  for (guint rank = 0; rank < ANS_SEARCH_N_RANKS; rank++)
    g_array_unref (quick.late[rank]);
  return done;
}
