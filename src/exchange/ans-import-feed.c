/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows go from the thread that reads and decides them to the one that writes them. */
#include "exchange/ans-import-feed.h"

/* Rows that go over at once. */
#define BLOCK_ROWS 128

struct _AnsImportFeed
{
  AnsImport *import;
  AnsJob *job;
  GThread *reader;
  GAsyncQueue
      *blocks; /* GPtrArray of AnsImportRow, which the import owns; an empty one at the end */
  GPtrArray *filling; /* the reader's */
  GPtrArray *taken;   /* the writer's */
  guint next;         /* place in @taken */
  gint is_stopped;    /* atomic */
  gboolean is_good;   /* what follows is the reader's until it was joined */
  GError *error;
};

static void
hand_over (AnsImportFeed *self)
{
  g_async_queue_push (self->blocks, self->filling);
  self->filling = g_ptr_array_new_full (BLOCK_ROWS, NULL);
}

static gpointer
read_thread (gpointer data)
{
  AnsImportFeed *self = data;

  self->is_good = ans_import_dry_run (self->import, self->job, &self->error);
  if (self->filling->len > 0)
    hand_over (self);
  hand_over (self);
  return NULL;
}

AnsImportFeed *
ans_import_feed_start (AnsImport *import, AnsJob *job)
{
  AnsImportFeed *self = g_new0 (AnsImportFeed, 1);

  self->import = import;
  self->job = job;
  self->blocks = g_async_queue_new_full ((GDestroyNotify) g_ptr_array_unref);
  self->filling = g_ptr_array_new_full (BLOCK_ROWS, NULL);
  import->feed = self;
  self->reader = g_thread_new ("ans-import-reader", read_thread, self);
  return self;
}

gboolean
ans_import_feed_add (AnsImportFeed *self, AnsImportRow *row)
{
  g_ptr_array_add (self->filling, row);
  if (self->filling->len >= BLOCK_ROWS)
    hand_over (self);
  return !g_atomic_int_get (&self->is_stopped);
}

AnsImportRow *
ans_import_feed_next (AnsImportFeed *self)
{
  if (self->taken == NULL || self->next == self->taken->len)
    {
      /* The empty one stays: the end is the end, however often it is asked for. */
      if (self->taken != NULL && self->taken->len == 0)
        return NULL;
      g_clear_pointer (&self->taken, g_ptr_array_unref);
      self->taken = g_async_queue_pop (self->blocks);
      self->next = 0;
    }
  return self->next < self->taken->len ? self->taken->pdata[self->next++] : NULL;
}

gboolean
ans_import_feed_finish (AnsImportFeed *self, GError **error)
{
  gboolean is_good;

  g_atomic_int_set (&self->is_stopped, TRUE);
  g_thread_join (self->reader);
  self->import->feed = NULL;
  is_good = self->is_good;
  if (self->error != NULL)
    g_propagate_error (error, self->error);
  g_clear_pointer (&self->taken, g_ptr_array_unref);
  g_ptr_array_unref (self->filling);
  g_async_queue_unref (self->blocks);
  g_free (self);
  return is_good;
}
