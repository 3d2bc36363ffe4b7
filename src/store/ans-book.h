/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-changes.h"
#include "store/ans-connection.h"
#include "store/ans-table-spec.h"

G_BEGIN_DECLS

/* "AnS1" in the header of every book (PRAGMA application_id). */
#define ANS_BOOK_APPLICATION_ID 0x416e5331
#define ANS_BOOK_SUFFIX         ".ansinh"

#define ANS_TYPE_BOOK (ans_book_get_type ())
G_DECLARE_FINAL_TYPE (AnsBook, ans_book, ANS, BOOK, GObject)

/**
 * AnsBook:
 *
 * The open book file: one writer, a reader beside it, the journal, and the news of changes.
 * Emits “changed” (#AnsChanges) on the thread that opened the book, after every committed action,
 * undo and redo.
 */

/**
 * ans_book_create:
 * @path: where; must not exist
 * @passphrase: (nullable): encrypts the file
 * @tables: the tables that the registers describe; must outlive the book
 * @n_tables: their number
 *
 * Makes a new book. Nothing is left at @path if it fails.
 */
AnsBook *ans_book_create (const char *path,
                          const char *passphrase,
                          const AnsTableSpec *tables,
                          guint n_tables,
                          GError **error);

/**
 * ans_book_open:
 * @path: the file
 * @passphrase: (nullable): its passphrase
 * @read_only: never write, take no lock
 * @tables: the tables that the registers describe; must outlive the book
 * @n_tables: their number
 *
 * Opens a book; an older one is brought up to date (after a backup copy beside it). When another
 * program has it open for writing, or the place can't be written, it opens read-only and
 * ans_book_get_read_only_reason() says why. A foreign, newer or damaged file, or a wrong
 * passphrase, is refused and left untouched.
 */
AnsBook *ans_book_open (const char *path,
                        const char *passphrase,
                        gboolean read_only,
                        const AnsTableSpec *tables,
                        guint n_tables,
                        GError **error);

/** ans_book_close: ends all work on the file; the object is of no use afterwards. An action of this
 * thread is rolled back; one of another thread is waited for. */
void ans_book_close (AnsBook *self);

/** ans_book_adopt: the book is this thread's from now on: it hears of changes here. For a book that
 * another thread opened and no longer uses. */
void ans_book_adopt (AnsBook *self);

const char *ans_book_get_path (AnsBook *self);
gboolean ans_book_is_encrypted (AnsBook *self);
gboolean ans_book_is_read_only (AnsBook *self);

/** ans_book_get_read_only_reason: Returns: (nullable): a sentence for the officer */
const char *ans_book_get_read_only_reason (AnsBook *self);

/** ans_book_get_passphrase: Returns: (nullable): for opening further connections */
const char *ans_book_get_passphrase (AnsBook *self);

/**
 * ans_book_get_connection:
 *
 * The connection to ask on, and to write on within an action. While an action of another thread is
 * under way it is a reader beside the writer, which sees the book as it was before that action and
 * does not wait for it; so ask for it anew each time.
 *
 * Returns: (transfer none): the writer, or the only reader of a book that is read-only
 */
AnsConnection *ans_book_get_connection (AnsBook *self);

/**
 * ans_book_new_reader:
 *
 * Returns: (transfer full): a further connection that only reads, for work on another thread
 */
AnsConnection *ans_book_new_reader (AnsBook *self, GError **error);

/**
 * AnsBookReading:
 *
 * While it lasts, ans_book_get_connection() gives this thread a connection of its own, which sees
 * the book as it was when the reading began. So whatever asks the book can do it on any thread,
 * while another one writes. It must end on the thread on which it began; readings don't nest.
 */
typedef struct _AnsBookReading AnsBookReading;

/**
 * ans_book_read_aside:
 * @cancellable: (nullable): stops the questions that are asked meanwhile
 *
 * Returns: (transfer full) (nullable): ends with ans_book_reading_end()
 */
AnsBookReading *ans_book_read_aside (AnsBook *self, GCancellable *cancellable, GError **error);
void ans_book_reading_end (AnsBookReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsBookReading, ans_book_reading_end)

/** ans_book_is_read_aside: whether the calling thread reads the book so: what it makes then must
 * not listen to the book, whose news are told elsewhere. */
gboolean ans_book_is_read_aside (AnsBook *self);

/** ans_book_get_setting: Returns: (transfer full) (nullable): a named value kept in the book */
char *ans_book_get_setting (AnsBook *self, const char *name);

/** ans_book_set_setting: part of the current action; settings are journaled like everything. */
gboolean ans_book_set_setting (AnsBook *self, const char *name, const char *value, GError **error);

/**
 * ans_book_begin:
 * @label: what is being done, as the history will say it
 *
 * Starts an action: a transaction in which every change is written to the journal. Actions do
 * not nest. The action belongs to the calling thread: only it may write, and end it.
 *
 * Returns: %FALSE if the book is read-only or busy
 */
gboolean ans_book_begin (AnsBook *self, const char *label, GError **error);

/** ans_book_relabel: inside an action: what the history will say of it after all. */
gboolean ans_book_relabel (AnsBook *self, const char *label, GError **error);

/**
 * ans_book_defer_search:
 * @whole: many rows are changed or removed, not only added
 *
 * Inside an action: leaves the search index to the end of it, which makes an action of many rows
 * several times as quick.
 */
gboolean ans_book_defer_search (AnsBook *self, gboolean whole, GError **error);

/**
 * ans_book_defer_indexes:
 * @table: one of the tables of the registers
 *
 * Inside an action that adds many rows to @table: takes its indexes away until the end, when they
 * are made at once. Worth it if about as many rows are added as there are. Questions in the action
 * must not need them.
 */
gboolean ans_book_defer_indexes (AnsBook *self, const char *table, GError **error);

/**
 * ans_book_take_over_journal:
 * @table: one of the tables of the registers
 *
 * Inside an action: until its end whoever inserts rows into @table writes the journal of them
 * (ans_record_journal_write()); changing and deleting is journaled as ever.
 */
gboolean ans_book_take_over_journal (AnsBook *self, const char *table, GError **error);

/** ans_book_get_table: Returns: (transfer none) (nullable): what the table is made of */
const AnsTableSpec *ans_book_get_table (AnsBook *self, const char *name);

/** ans_book_in_action: whether an action of the calling thread is under way. */
gboolean ans_book_in_action (AnsBook *self);

/** ans_book_get_action: id of the calling thread's action under way, or 0. */
gint64 ans_book_get_action (AnsBook *self);

/**
 * ans_book_commit:
 *
 * Ends the action and tells of it. An action that changed nothing leaves no trace.
 *
 * Returns: the id of the action, 0 if nothing was changed, -1 on an error (then all is rolled
 *   back)
 */
gint64 ans_book_commit (AnsBook *self, GError **error);

/** ans_book_rollback: ends the action as if it had never begun. */
void ans_book_rollback (AnsBook *self);

/**
 * ans_book_load:
 *
 * Runs @func in one transaction with journal, search and derivation triggers put aside, and
 * rebuilds indexes afterwards: only for filling a book that was just made.
 */
gboolean ans_book_load (AnsBook *self,
                        gboolean (*func) (AnsBook *, gpointer, GError **),
                        gpointer data,
                        GError **error);

/* For the other files of this room. */
const AnsTableSpec *ans_book_get_tables (AnsBook *self, guint *n);

/** ans_book_get_extra_generation: a number that changes when columns that the office added may have
 * changed. */
guint ans_book_get_extra_generation (AnsBook *self);
void ans_book_announce (AnsBook *self, gint64 action);
gboolean ans_book_begin_kind (
    AnsBook *self, const char *label, const char *kind, gint64 target, GError **error);

G_END_DECLS
