/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing/ans-search-cache.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

/* With more who changed since it was filled, a table is filled anew. */
#define MAX_LATE 500

/* What a thread fills from: owned by its task, and looked at by the cache as long as it lives. */
typedef struct
{
  GMutex mutex;
  GCond closed;
  AnsConnection *reader; /* NULL once it is closed */
  gboolean in_use;
} Filling;

struct _AnsSearchCache
{
  guint holders;
  AnsBook *book;
  gulong changed;
  GTask *filling;    /* the thread under way */
  gboolean again;    /* what it fills is out of date already */
  gboolean hopeless; /* it failed, or the book does not fit */
  GPtrArray *missed; /* AnsChanges that came meanwhile */

  GMutex mutex; /* guards what follows */
  AnsSearchView *view;
};

/* The caches of all open books; there is hardly more than one. */
static GMutex caches_mutex;
static GHashTable *caches; /* AnsBook → AnsSearchCache */

static void
late_unref (gpointer data)
{
  AnsSearchLate *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free ((char *) self->texts.name_fold);
  g_free ((char *) self->texts.name);
  g_free ((char *) self->texts.initials);
  g_free ((char *) self->texts.numbers);
  g_free (self);
}

static AnsSearchView *
view_new (AnsSearchTable *table)
{
  AnsSearchView *self = g_new0 (AnsSearchView, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->table = ans_search_table_ref (table);
  self->gone = g_array_new (FALSE, FALSE, sizeof (guint));
  self->late = g_ptr_array_new_with_free_func (late_unref);
  self->action = ans_search_table_get_action (table);
  return self;
}

static AnsSearchView *
view_copy (AnsSearchView *other)
{
  AnsSearchView *self = view_new (other->table);

  g_array_append_vals (self->gone, other->gone->data, other->gone->len);
  for (guint i = 0; i < other->late->len; i++)
    {
      AnsSearchLate *late = other->late->pdata[i];

      g_atomic_ref_count_inc (&late->ref_count);
      g_ptr_array_add (self->late, late);
    }
  self->action = other->action;
  return self;
}

void
ans_search_view_unref (AnsSearchView *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  ans_search_table_unref (self->table);
  g_array_unref (self->gone);
  g_ptr_array_unref (self->late);
  g_free (self);
}

static void
set_view (AnsSearchCache *self, AnsSearchView *view)
{
  AnsSearchView *old;

  g_mutex_lock (&self->mutex);
  old = self->view;
  self->view = view;
  g_mutex_unlock (&self->mutex);
  if (old != NULL)
    ans_search_view_unref (old);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Whoever was changed leaves their place and is kept beside. */
static void
view_replace (AnsSearchView *self, AnsStatement *select, gint64 id)
{
  guint place = ans_search_table_get_place (self->table, id);
  guint i = 0;

  while (i < self->late->len && ((AnsSearchLate *) self->late->pdata[i])->id != id)
    i++;
  if (i < self->late->len)
    g_ptr_array_remove_index_fast (self->late, i);
  else if (place != G_MAXUINT && !g_array_binary_search (self->gone, &place, compare_places, NULL))
    {
      g_array_append_val (self->gone, place);
      g_array_sort (self->gone, compare_places);
    }

  ans_statement_bind_int (select, 1, id);
  if (ans_statement_step (select, NULL))
    {
      AnsSearchLate *late = g_new0 (AnsSearchLate, 1);

      g_atomic_ref_count_init (&late->ref_count);
      late->id = id;
      late->texts.name_fold = g_strdup (ans_statement_text (select, 0));
      late->texts.name = g_strdup (ans_statement_text (select, 1));
      late->texts.initials = g_strdup (ans_statement_text (select, 2));
      late->texts.numbers = g_strdup (ans_statement_text (select, 3));
      g_ptr_array_add (self->late, late);
    }
  ans_statement_reset (select);
}

/* Takes @changes into the view; FALSE if they are too many for that. */
static gboolean
follow (AnsSearchCache *self, AnsChanges *changes)
{
  const GArray *rows = ans_changes_get_rows (changes, "person");
  g_autoptr (AnsStatement) select = NULL;
  AnsSearchView *next;

  if (self->view == NULL || changes->many ||
      (rows != NULL && rows->len + self->view->late->len > MAX_LATE))
    return FALSE;
  select = ans_connection_prepare (
      ans_book_get_connection (self->book),
      "SELECT name_fold, full_name, initials, numbers FROM person WHERE id = ?1", NULL);
  if (select == NULL)
    return FALSE;
  next = view_copy (self->view);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    view_replace (next, select, g_array_index (rows, gint64, i));
  next->action = MAX (next->action, changes->action);
  set_view (self, next);
  return TRUE;
}

static void
on_book_changed (AnsSearchCache *self, AnsChanges *changes)
{
  if (self->filling != NULL)
    {
      g_ptr_array_add (self->missed, ans_changes_ref (changes));
      self->again |= changes->many;
    }
  if (self->view != NULL && !follow (self, changes))
    {
      set_view (self, NULL);
      ans_search_cache_fill (self);
    }
}

/* Filling. */

static void
close_reader (Filling *self)
{
  g_clear_pointer (&self->reader, ans_connection_close);
  g_cond_broadcast (&self->closed);
}

static void
filling_free (gpointer data)
{
  Filling *self = data;

  close_reader (self);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->closed);
  g_free (self);
}

static void
fill (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Filling *self = data;
  GError *error = NULL;
  AnsSearchTable *table = NULL;

  g_mutex_lock (&self->mutex);
  self->in_use = self->reader != NULL;
  g_mutex_unlock (&self->mutex);
  if (self->in_use)
    {
      ans_connection_set_cancellable (self->reader, cancellable);
      table = ans_search_table_new (self->reader, &error);
      ans_connection_set_cancellable (self->reader, NULL);
      ans_connection_give_back (self->reader);
      g_mutex_lock (&self->mutex);
      self->in_use = FALSE;
      close_reader (self);
      g_mutex_unlock (&self->mutex);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, table, (GDestroyNotify) ans_search_table_unref);
}

/* A thread of its own, since it steps back behind the others for good: somebody may be typing. */
static gpointer
fill_thread (gpointer data)
{
  g_autoptr (GTask) task = data;

#ifdef __linux__
  /* There, of the calling thread only. */
  setpriority (PRIO_PROCESS, 0, 10);
#endif
  fill (task, NULL, g_task_get_task_data (task), g_task_get_cancellable (task));
  return NULL;
}

/* The file is let go of before this returns: the book may be closed next. */
static void
stop_filling (AnsSearchCache *self)
{
  Filling *filling = g_task_get_task_data (self->filling);

  g_cancellable_cancel (g_task_get_cancellable (self->filling));
  g_mutex_lock (&filling->mutex);
  while (filling->in_use)
    g_cond_wait (&filling->closed, &filling->mutex);
  close_reader (filling);
  g_mutex_unlock (&filling->mutex);
  g_clear_object (&self->filling);
}

static void
take_table (AnsSearchCache *self, AnsSearchTable *table, const GPtrArray *missed)
{
  set_view (self, view_new (table));
  for (guint i = 0; i < missed->len; i++)
    {
      AnsChanges *changes = missed->pdata[i];

      if (changes->action > ans_search_table_get_action (table) && !follow (self, changes))
        {
          set_view (self, NULL);
          ans_search_cache_fill (self);
          return;
        }
    }
}

/* @data is the cache unless it was cancelled: then it may be gone. */
static void
filled (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = G_TASK (result);
  AnsSearchCache *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsSearchTable) table = NULL;
  g_autoptr (GPtrArray) missed = NULL;
  gboolean again;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      table = g_task_propagate_pointer (task, NULL);
      return;
    }
  table = g_task_propagate_pointer (task, &error);
  g_clear_object (&self->filling);
  missed = g_steal_pointer (&self->missed);
  again = self->again;
  self->again = FALSE;
  self->hopeless = table == NULL;
  if (error != NULL)
    g_debug ("the table of the search can't be filled: %s", error->message);
  else if (again)
    ans_search_cache_fill (self);
  else if (table != NULL)
    take_table (self, table, missed);
}

void
ans_search_cache_fill (AnsSearchCache *self)
{
  g_autoptr (GCancellable) cancellable = NULL;
  AnsConnection *reader;
  Filling *filling;

  if (self->view != NULL || self->filling != NULL || self->hopeless)
    return;
  reader = ans_book_new_reader (self->book, NULL);
  if (reader == NULL)
    return;
  filling = g_new0 (Filling, 1);
  g_mutex_init (&filling->mutex);
  g_cond_init (&filling->closed);
  filling->reader = reader;
  self->missed = g_ptr_array_new_with_free_func ((GDestroyNotify) ans_changes_unref);
  cancellable = g_cancellable_new ();
  self->filling = g_task_new (NULL, cancellable, filled, self);
  g_task_set_source_tag (self->filling, ans_search_cache_fill);
  g_task_set_check_cancellable (self->filling, FALSE);
  g_task_set_task_data (self->filling, filling, filling_free);
  g_thread_unref (g_thread_new ("ans-search-fill", fill_thread, g_object_ref (self->filling)));
}

gboolean
ans_search_cache_is_filling (AnsSearchCache *self)
{
  return self->filling != NULL;
}

AnsSearchCache *
ans_search_cache_hold (AnsBook *book)
{
  AnsSearchCache *self;

  g_mutex_lock (&caches_mutex);
  if (caches == NULL)
    caches = g_hash_table_new (NULL, NULL);
  self = g_hash_table_lookup (caches, book);
  if (self == NULL)
    {
      self = g_new0 (AnsSearchCache, 1);
      g_mutex_init (&self->mutex);
      self->book = g_object_ref (book);
      g_hash_table_insert (caches, book, self);
      self->changed =
          g_signal_connect_swapped (book, "changed", G_CALLBACK (on_book_changed), self);
    }
  self->holders++;
  g_mutex_unlock (&caches_mutex);
  return self;
}

void
ans_search_cache_release (AnsSearchCache *self)
{
  gboolean last;

  g_mutex_lock (&caches_mutex);
  last = --self->holders == 0;
  if (last)
    g_hash_table_remove (caches, self->book);
  g_mutex_unlock (&caches_mutex);
  if (!last)
    return;
  if (self->filling != NULL)
    stop_filling (self);
  g_clear_pointer (&self->missed, g_ptr_array_unref);
  g_signal_handler_disconnect (self->book, self->changed);
  g_clear_object (&self->book);
  set_view (self, NULL);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

AnsSearchView *
ans_search_cache_view (AnsBook *book, AnsConnection *connection)
{
  AnsSearchCache *cache;
  AnsSearchView *view = NULL;

  g_mutex_lock (&caches_mutex);
  cache = caches != NULL ? g_hash_table_lookup (caches, book) : NULL;
  if (cache != NULL)
    {
      g_mutex_lock (&cache->mutex);
      view = cache->view;
      if (view != NULL)
        g_atomic_ref_count_inc (&view->ref_count);
      g_mutex_unlock (&cache->mutex);
    }
  g_mutex_unlock (&caches_mutex);
  if (view != NULL && ans_connection_get_int (connection, "SELECT coalesce(max(id), 0) FROM action",
                                              -1) != view->action)
    g_clear_pointer (&view, ans_search_view_unref);
  return view;
}
