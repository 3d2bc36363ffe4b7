/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"
#include "store/ans-file-lock.h"

G_BEGIN_DECLS

struct _AnsBook
{
  GObject parent_instance;

  char *path;
  char *passphrase;
  char *read_only_reason;
  gboolean read_only;
  AnsFileLock *lock;
  AnsConnection *connection;
  AnsTableSpec *described; /* the book's own, then those of the registers */
  AnsTableSpec *tables;    /* the same with the columns that the office added */
  guint n_tables;
  guint extra_generation; /* counts up when the office's columns are read anew */
  GThread *owner;
  GMainContext *context; /* of the owner: where news are told */

  GMutex mutex;           /* guards what follows */
  GCond ended;            /* told when an action ends */
  gint64 action;          /* under way, or 0 */
  GThread *action_thread; /* the only one that may write meanwhile, or NULL */
  GPtrArray *unindexed;   /* (nullable) AnsTableSpec whose indexes wait for the end of the action */
  GPtrArray *unjournaled; /* (nullable) AnsTableSpec whose inserts somebody else journals */
  AnsConnection *beside;  /* (nullable) what the other threads read from meanwhile */
};

/* The connection of a reading on this thread, or NULL. */
AnsConnection *ans_book_reading_find (AnsBook *self);

/* Waits until no other thread writes. */
void ans_book_wait_for_others (AnsBook *self);

/* Reads which columns the office added. */
void ans_book_merge_extra_columns (AnsBook *self);

/* PRAGMA application_id as a script. */
char *ans_book_mark_script (void);

G_END_DECLS
