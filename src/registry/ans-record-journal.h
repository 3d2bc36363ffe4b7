/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"
#include "store/ans-book.h"

G_BEGIN_DECLS

/**
 * AnsRecordJournal:
 *
 * Writes what the trigger of a table would write into the journal when rows are inserted, but many
 * rows at once: a trigger's program is begun anew, and looks its indexes up anew, for each of them.
 */
typedef struct _AnsRecordJournal AnsRecordJournal;

/**
 * ans_record_journal_new:
 * @period: (nullable): whose table it is; %NULL for the register's own
 *
 * @book is in an action. Until its end the journal of rows inserted into the table is ours.
 *
 * Returns: (transfer full) (nullable): %NULL without an error if the table has columns whose text
 *   only SQLite knows: its trigger stays
 */
AnsRecordJournal *ans_record_journal_new (AnsBook *book,
                                          const AnsRegister *reg,
                                          const AnsPeriod *period,
                                          GError **error);
void ans_record_journal_free (AnsRecordJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsRecordJournal, ans_record_journal_free)

/**
 * AnsRecordJournalRow:
 * @row: id in the table
 * @owner: id of the record whose period it is
 * @key: uid of the record, or first day of the period
 * @values: (array): of the record, by index of the field
 */
typedef struct
{
  gint64 row;
  gint64 owner;
  const char *key;
  char *const *values;
} AnsRecordJournalRow;

/** ans_record_journal_write: says that @rows were inserted. May run on any thread that writes. */
gboolean ans_record_journal_write (AnsRecordJournal *self,
                                   const AnsRecordJournalRow *rows,
                                   guint n_rows,
                                   GError **error);

G_END_DECLS
