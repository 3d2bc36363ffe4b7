/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-read-ahead.h"

/* Rows that go over at once, and how many such blocks may wait: a megabyte or two. */
#define BLOCK_ROWS 128
#define MAX_BLOCKS 16

typedef struct
{
  GPtrArray *rows; /* AnsRow */
  double fraction;
} Block;

typedef struct
{
  AnsWorkbook *workbook;
  guint sheet;
  GCancellable *cancellable;
  Block *block; /* that is being filled */

  GMutex mutex; /* guards what follows */
  GCond changed;
  GQueue blocks;
  gboolean is_read;
  gboolean is_stopped;
  gboolean is_good;
  GError *error;
} Ahead;

static Block *
block_new (void)
{
  Block *self = g_new0 (Block, 1);

  self->rows = g_ptr_array_new_full (BLOCK_ROWS, (GDestroyNotify) ans_row_free);
  return self;
}

static void
block_free (gpointer data)
{
  Block *self = data;

  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Hands the block over; FALSE if nobody wants more. */
static gboolean
hand_over (Ahead *self)
{
  gboolean goes_on;

  self->block->fraction = ans_workbook_get_fraction (self->workbook);
  g_mutex_lock (&self->mutex);
  while (self->blocks.length >= MAX_BLOCKS && !self->is_stopped)
    g_cond_wait (&self->changed, &self->mutex);
  goes_on = !self->is_stopped;
  g_queue_push_tail (&self->blocks, self->block);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  self->block = block_new ();
  return goes_on;
}

static gboolean
collect_cb (const AnsRow *row, gpointer data)
{
  Ahead *self = data;

  g_ptr_array_add (self->block->rows, ans_row_copy (row));
  return self->block->rows->len < BLOCK_ROWS || hand_over (self);
}

static gpointer
read_thread (gpointer data)
{
  Ahead *self = data;
  GError *error = NULL;
  gboolean is_good;

  self->block = block_new ();
  is_good = ans_workbook_read_sheet (self->workbook, self->sheet, collect_cb, self,
                                     self->cancellable, &error);
  hand_over (self);
  block_free (self->block);
  g_mutex_lock (&self->mutex);
  self->is_read = TRUE;
  self->is_good = is_good;
  self->error = error;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* The next block, or NULL at the end. */
static Block *
take_block (Ahead *self)
{
  Block *block;

  g_mutex_lock (&self->mutex);
  while (self->blocks.length == 0 && !self->is_read)
    g_cond_wait (&self->changed, &self->mutex);
  block = g_queue_pop_head (&self->blocks);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return block;
}

static void
stop (Ahead *self)
{
  g_mutex_lock (&self->mutex);
  self->is_stopped = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

gboolean
ans_read_ahead (AnsWorkbook *workbook,
                guint sheet,
                AnsRowFunc func,
                gpointer data,
                double *fraction,
                GCancellable *cancellable,
                GError **error)
{
  Ahead self = { .workbook = workbook, .sheet = sheet, .cancellable = cancellable };
  GThread *thread;
  Block *block;
  gboolean goes_on = TRUE;

  g_mutex_init (&self.mutex);
  g_cond_init (&self.changed);
  g_queue_init (&self.blocks);
  thread = g_thread_new ("ans-read-ahead", read_thread, &self);

  while (goes_on && (block = take_block (&self)) != NULL)
    {
      *fraction = block->fraction;
      for (guint i = 0; i < block->rows->len && goes_on; i++)
        goes_on = func (block->rows->pdata[i], data);
      block_free (block);
    }
  stop (&self);
  g_thread_join (thread);

  g_queue_clear_full (&self.blocks, block_free);
  g_mutex_clear (&self.mutex);
  g_cond_clear (&self.changed);
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  return self.is_good;
}
