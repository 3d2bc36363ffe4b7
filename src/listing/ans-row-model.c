/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing/ans-row-private.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "listing/ans-search-cache.h"

/* Rows read at a time, and rows kept; a GtkColumnView holds about 205. */
#define PAGE_ROWS 64
#define KEPT_ROWS 2048

/* Rows of the first answer to a question; the rest of a long list follows from a thread. */
#define FIRST_ROWS 50

/* A first answer that takes longer, in microseconds, is given up for that from the thread. */
#define FIRST_TIME 20000

/* Up to so many rows in the table, the whole answer is quick enough to be asked for at once. */
#define SMALL_TABLE 30000

/* Up to so many touched rows are placed one by one. */
#define FEW_TOUCHED 60

/* A difference in more places than this is told as one. */
#define MAX_RUNS 64

struct _AnsRowModel
{
  GObject parent_instance;

  AnsListing *listing;
  AnsSearchCache *cache; /* (nullable) of a list of people */
  AnsListingResult *result;
  GHashTable *rows; /* id → AnsRow */
  GQueue row_order; /* ids as pointers to the keys of rows, oldest first */
  AnsConnection *reader; /* used by one worker at a time */
  GCancellable *worker;  /* of the worker under way */
  gboolean rehearsed;    /* a search was tried out */
  gboolean ask_again;    /* the question changed while a worker was under way */
  char *as_of;           /* the day of the rows' values */
  gboolean *left_out;    /* columns that are read of other records, when somebody looks at them */
  const char **columns;  /* the others */
};

enum
{
  PROP_0,
  PROP_N_ITEMS,
  PROP_LOADING,
  PROP_TOTAL,
  N_PROPS
};

enum
{
  REFRESHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void start_worker (AnsRowModel *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsRowModel, ans_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ans_row_model_dispose (GObject *object)
{
  AnsRowModel *self = ANS_ROW_MODEL (object);

  if (self->worker != NULL)
    g_cancellable_cancel (self->worker);
  g_clear_pointer (&self->cache, ans_search_cache_release);
  G_OBJECT_CLASS (ans_row_model_parent_class)->dispose (object);
}

static void
ans_row_model_finalize (GObject *object)
{
  AnsRowModel *self = ANS_ROW_MODEL (object);

  g_queue_clear (&self->row_order);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->result, ans_listing_result_unref);
  g_clear_pointer (&self->reader, ans_connection_close);
  g_clear_object (&self->worker);
  g_clear_object (&self->listing);
  g_free (self->as_of);
  g_free (self->left_out);
  g_free (self->columns);
  G_OBJECT_CLASS (ans_row_model_parent_class)->finalize (object);
}

static void
ans_row_model_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  AnsRowModel *self = ANS_ROW_MODEL (object);

  switch (property_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->result->ids->len);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, ans_row_model_is_loading (self));
      break;
    case PROP_TOTAL:
      g_value_set_int64 (value, self->result->complete ? (gint64) self->result->ids->len : -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ans_row_model_class_init (AnsRowModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

#ifdef __GLIBC__
  /* A vector of a million ids goes back to the system when it is replaced. */
  mallopt (M_MMAP_THRESHOLD, 1 << 20);
#endif
  object_class->dispose = ans_row_model_dispose;
  object_class->finalize = ans_row_model_finalize;
  object_class->get_property = ans_row_model_get_property;

  properties[PROP_N_ITEMS] = g_param_spec_uint (
      "n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean (
      "loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOTAL] = g_param_spec_int64 (
      "total", NULL, NULL, -1, G_MAXINT64, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REFRESHED] = g_signal_new (
      "refreshed", ANS_TYPE_ROW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ans_row_model_init (AnsRowModel *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_queue_init (&self->row_order);
}

static AnsConnection *
get_connection (AnsRowModel *self)
{
  return ans_book_get_connection (ans_listing_get_book (self->listing));
}

/* Rows. */

static AnsRow *
keep_row (AnsRowModel *self, gint64 id)
{
  AnsRow *row = g_hash_table_lookup (self->rows, &id);
  gint64 *key;

  if (row != NULL)
    return row;
  while (self->row_order.length >= KEPT_ROWS)
    g_hash_table_remove (self->rows, g_queue_pop_head (&self->row_order));
  key = g_memdup2 (&id, sizeof id);
  row = ans_row_new (self->listing, id);
  g_hash_table_insert (self->rows, key, row);
  g_queue_push_tail (&self->row_order, key);
  return row;
}

static gboolean
take_values (gint64 id, const char *const *values, gpointer data)
{
  AnsRowModel *self = data;
  guint n;

  ans_listing_info_get_columns (ans_listing_get_info (self->listing), &n);
  ans_row_set_values (keep_row (self, id), values, n, self->left_out);
  return TRUE;
}

static void
read_rows (AnsRowModel *self, const gint64 *ids, guint n_ids)
{
  g_autoptr (GError) error = NULL;

  if (!ans_listing_fetch (
          self->listing, get_connection (self), ids, n_ids, self->columns, take_values, self, &error))
    g_debug ("rows can't be read: %s", error->message);
}

static void
read_kept_rows (AnsRowModel *self)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (GList *link = self->row_order.head; link != NULL; link = link->next)
    g_array_append_vals (kept, link->data, 1);
  read_rows (self, (const gint64 *) kept->data, kept->len);
}

static GType
get_item_type (GListModel *model)
{
  return ANS_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return ANS_ROW_MODEL (model)->result->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AnsRowModel *self = ANS_ROW_MODEL (model);
  const GArray *ids = self->result->ids;
  gint64 id;
  AnsRow *row;

  if (position >= ids->len)
    return NULL;
  id = g_array_index (ids, gint64, position);
  row = g_hash_table_lookup (self->rows, &id);
  if (row == NULL)
    {
      guint first = position - position % PAGE_ROWS;

      read_rows (
          self, &g_array_index (ids, gint64, first), MIN (PAGE_ROWS, ids->len - first));
      /* A row that was deleted a moment ago has no values, but its place until the refresh. */
      row = keep_row (self, id);
    }
  return g_object_ref (row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Replacing the ids by difference. */

static void
tell_items_changed (AnsRowModel *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
tell_refreshed (AnsRowModel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
replace_result (AnsRowModel *self, AnsListingResult *result)
{
  g_autoptr (AnsListingResult) old = self->result;
  const gint64 *before = (const gint64 *) old->ids->data;
  const gint64 *after = (const gint64 *) result->ids->data;
  guint n_before = old->ids->len, n_after = result->ids->len;
  guint shorter = MIN (n_before, n_after);
  guint prefix = 0, suffix = 0;

  while (prefix < shorter && before[prefix] == after[prefix])
    prefix++;
  while (suffix < shorter - prefix &&
         before[n_before - 1 - suffix] == after[n_after - 1 - suffix])
    suffix++;

  self->result = ans_listing_result_ref (result);
  if (n_before != n_after || prefix < n_before)
    tell_items_changed (self, prefix, n_before - prefix - suffix, n_after - prefix - suffix);
  tell_refreshed (self);
}

/* The worker: the whole answer of a long list. */

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AnsListing *listing = data;
  AnsRowModel *self = source;
  AnsListingResult *result;
  GError *error = NULL;

  if (self->reader == NULL)
    self->reader = ans_book_new_reader (ans_listing_get_book (listing), &error);
  if (self->reader == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ans_connection_set_cancellable (self->reader, cancellable);
  result = ans_listing_run (listing, self->reader, 0, &error);
  ans_connection_set_cancellable (self->reader, NULL);
  ans_connection_give_back (self->reader);
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) ans_listing_result_unref);
  else
    g_task_return_error (task, error);
}

/* Once, when a long list has been read: the pages of the first names and of the search index come
 * from the disk now and not at the first key, which the table in memory may not be there to answer.
 * Most people have a name with this letter. */
static void
rehearse (AnsRowModel *self)
{
  AnsConnection *connection = get_connection (self);
  g_autoptr (AnsListing) listing = NULL;
  g_autoptr (AnsListingResult) result = NULL;

  if (self->rehearsed || ans_listing_get_search (self->listing) != NULL)
    return;
  self->rehearsed = TRUE;
  listing = ans_listing_copy (self->listing);
  ans_listing_set_search (listing, "n");
  ans_connection_set_deadline (connection, g_get_monotonic_time () + FIRST_TIME);
  result = ans_listing_run (listing, connection, FIRST_ROWS, NULL);
  ans_connection_set_deadline (connection, 0);
}

static void
worker_done (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  AnsRowModel *self = ANS_ROW_MODEL (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsListingResult) result =
      g_task_propagate_pointer (G_TASK (async_result), &error);

  g_clear_object (&self->worker);
  if (self->ask_again)
    {
      self->ask_again = FALSE;
      start_worker (self);
    }
  else if (result != NULL)
    {
      replace_result (self, result);
      if (self->cache != NULL)
        {
          rehearse (self);
          ans_search_cache_fill (self->cache);
        }
    }
  else
    {
      g_debug ("the list can't be read: %s", error->message);
      tell_refreshed (self);
    }
}

static void
start_worker (AnsRowModel *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->worker != NULL)
    {
      self->ask_again = TRUE;
      g_cancellable_cancel (self->worker);
      return;
    }
  self->worker = g_cancellable_new ();
  task = g_task_new (self, self->worker, worker_done, NULL);
  g_task_set_source_tag (task, start_worker);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, ans_listing_copy (self->listing), g_object_unref);
  g_task_run_in_thread (task, work);
}

static gboolean
is_small (AnsRowModel *self)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce(max(id), 0) FROM %s",
                       ans_listing_get_info (self->listing)->reg->table);

  return ans_connection_get_int (get_connection (self), sql, 0) <= SMALL_TABLE;
}

/* A first page, if it comes in time; the whole of a short list. */
static AnsListingResult *
run_first (AnsRowModel *self, GError **error)
{
  AnsConnection *connection = get_connection (self);
  gboolean whole = is_small (self);
  AnsListingResult *result;

  if (!whole)
    ans_connection_set_deadline (connection, g_get_monotonic_time () + FIRST_TIME);
  result = ans_listing_run (self->listing, connection, whole ? 0 : FIRST_ROWS, error);
  ans_connection_set_deadline (connection, 0);
  return result;
}

/* The listing's question changed: a first page at once, the rest from the worker. */
static void
ask (AnsRowModel *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsListingResult) result = run_first (self, &error);

  if (result == NULL)
    {
      g_debug ("the list can't be read: %s", error->message);
      result = ans_listing_run (self->listing, get_connection (self), 1, NULL);
      if (result == NULL)
        return;
    }
  /* The same rows have other values on another day. */
  if (g_set_str (&self->as_of, ans_listing_get_as_of (self->listing)))
    read_kept_rows (self);
  if (!result->complete)
    start_worker (self);
  else if (self->worker != NULL)
    {
      self->ask_again = FALSE;
      g_cancellable_cancel (self->worker);
    }
  replace_result (self, result);
  /* The next key will find it full. */
  if (self->cache != NULL && ans_listing_get_search (self->listing) != NULL)
    ans_search_cache_fill (self->cache);
}

/* One changed row. */

static guint
find_place (AnsRowModel *self, gint64 id)
{
  const GArray *ids = self->result->ids;
  guint low = 0, high = ids->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ans_listing_compare (self->listing,
                               get_connection (self),
                               g_array_index (ids, gint64, middle),
                               id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_still_in_place (AnsRowModel *self, guint position)
{
  const GArray *ids = self->result->ids;
  gint64 id = g_array_index (ids, gint64, position);

  return (position == 0 || ans_listing_compare (self->listing,
                                                get_connection (self),
                                                g_array_index (ids, gint64, position - 1),
                                                id) < 0) &&
         (position + 1 == ids->len || ans_listing_compare (self->listing,
                                                           get_connection (self),
                                                           id,
                                                           g_array_index (ids, gint64, position + 1)) <
                                          0);
}

static void
refresh_row (AnsRowModel *self, gint64 id)
{
  GArray *ids = self->result->ids;
  guint position = ans_row_model_get_position (self, id);
  gboolean belongs = ans_listing_contains (self->listing, get_connection (self), id);

  if (position != G_MAXUINT && (!belongs || !is_still_in_place (self, position)))
    {
      g_array_remove_index (ids, position);
      tell_items_changed (self, position, 1, 0);
      position = G_MAXUINT;
    }
  if (belongs && position == G_MAXUINT)
    {
      position = find_place (self, id);
      g_array_insert_val (ids, position, id);
      tell_items_changed (self, position, 0, 1);
    }
  if (belongs && g_hash_table_contains (self->rows, &id))
    read_rows (self, &id, 1);
}

static void
on_book_changed (AnsRowModel *self, AnsChanges *changes)
{
  g_autoptr (GArray) touched =
      ans_listing_touched (self->listing, get_connection (self), changes);

  if (touched != NULL && touched->len == 0)
    return;
  /* Groups gain and lose rows and come and go: asking a small list anew is as quick. */
  if (touched == NULL || touched->len > FEW_TOUCHED || !self->result->complete ||
      self->result->groups != NULL || self->worker != NULL)
    {
      if (is_small (self))
        {
          g_autoptr (AnsListingResult) result =
              ans_listing_run (self->listing, get_connection (self), 0, NULL);

          if (result != NULL)
            replace_result (self, result);
        }
      else
        start_worker (self);
      read_kept_rows (self);
      return;
    }
  for (guint i = 0; i < touched->len; i++)
    refresh_row (self, g_array_index (touched, gint64, i));
  tell_refreshed (self);
}

/* For each of these some other record, somewhere else in the file, would be read for each row. */
static void
choose_columns (AnsRowModel *self)
{
  guint n, n_chosen = 0;
  const AnsListingColumn *columns =
      ans_listing_info_get_columns (ans_listing_get_info (self->listing), &n);

  self->left_out = g_new (gboolean, n);
  self->columns = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->left_out[i] = columns[i].sql_now != NULL && strstr (columns[i].sql_now, "(SELECT ") != NULL;
      if (!self->left_out[i])
        self->columns[n_chosen++] = columns[i].id;
    }
}

AnsRowModel *
ans_row_model_new (AnsListing *listing)
{
  AnsRowModel *self;

  g_return_val_if_fail (ANS_IS_LISTING (listing), NULL);

  self = g_object_new (ANS_TYPE_ROW_MODEL, NULL);
  self->listing = g_object_ref (listing);
  self->result = ans_listing_result_new ();
  choose_columns (self);
  /* Before the model listens itself: the cache is to hear of changes first. */
  if (ans_register_is (ans_listing_get_info (listing)->reg, &ans_register_people))
    self->cache = ans_search_cache_hold (ans_listing_get_book (listing));
  g_signal_connect_object (listing, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ans_listing_get_book (listing),
                           "changed",
                           G_CALLBACK (on_book_changed),
                           self,
                           G_CONNECT_SWAPPED);
  ask (self);
  return self;
}

AnsListing *
ans_row_model_get_listing (AnsRowModel *self)
{
  g_return_val_if_fail (ANS_IS_ROW_MODEL (self), NULL);

  return self->listing;
}

guint
ans_row_model_get_position (AnsRowModel *self, gint64 id)
{
  const gint64 *ids;

  g_return_val_if_fail (ANS_IS_ROW_MODEL (self), G_MAXUINT);

  ids = (const gint64 *) self->result->ids->data;
  for (guint i = 0; i < self->result->ids->len; i++)
    if (ids[i] == id)
      return i;
  return G_MAXUINT;
}

gint64
ans_row_model_get_id (AnsRowModel *self, guint position)
{
  g_return_val_if_fail (ANS_IS_ROW_MODEL (self), 0);

  return position < self->result->ids->len ? g_array_index (self->result->ids, gint64, position)
                                           : 0;
}

const AnsListingGroup *
ans_row_model_get_group (AnsRowModel *self, guint position)
{
  GPtrArray *groups;

  g_return_val_if_fail (ANS_IS_ROW_MODEL (self), NULL);

  groups = self->result->groups;
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const AnsListingGroup *group = groups->pdata[i];

      if (position >= group->start && position < group->start + group->count)
        return group;
    }
  return NULL;
}

void
ans_row_model_get_section (AnsRowModel *self, guint position, guint *start, guint *end)
{
  const AnsListingGroup *group = ans_row_model_get_group (self, position);

  *start = group != NULL ? group->start : 0;
  *end = group != NULL ? group->start + group->count
                       : (self->result->groups == NULL ? self->result->ids->len : G_MAXUINT);
  /* GtkSectionModel: past the end, the rest is one section without items. */
  if (position >= self->result->ids->len)
    {
      *start = self->result->ids->len;
      *end = G_MAXUINT;
    }
}

gboolean
ans_row_model_is_loading (AnsRowModel *self)
{
  g_return_val_if_fail (ANS_IS_ROW_MODEL (self), FALSE);

  return self->worker != NULL && !self->result->complete;
}
