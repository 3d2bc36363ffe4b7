/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-record.h"

G_BEGIN_DECLS

/**
 * AnsRecordBatch:
 *
 * Writes many new records of a register, some hundred at a time: each statement of SQLite with
 * triggers keeps a copy of all pages it touches, which for one row costs more than the row itself.
 * Triggers, journal, ids and periods are the same as of ans_record_save().
 */
typedef struct _AnsRecordBatch AnsRecordBatch;

/** ans_record_batch_new: @book is in an action, which outlives the batch. */
AnsRecordBatch *ans_record_batch_new (AnsBook *book, const AnsRegister *reg);

/** ans_record_batch_free: records not yet written are forgotten. */
void ans_record_batch_free (AnsRecordBatch *self);

/**
 * ans_record_batch_hasten:
 *
 * Thousands will be added, and by nobody else until the end of the action: the batch writes the
 * journal of its tables itself.
 */
gboolean ans_record_batch_hasten (AnsRecordBatch *self, GError **error);

/**
 * ans_record_batch_add:
 * @record: a draft whose values ans_record_check() found without errors; is not to be changed
 *   afterwards, but for ans_record_batch_get_pending()
 *
 * Fills the computed fields and gives @record the id it will have. It is written by
 * ans_record_batch_flush() at the latest; what it refers to must be written before.
 *
 * Returns: the id
 */
gint64 ans_record_batch_add (AnsRecordBatch *self, AnsRecord *record);

/** ans_record_batch_is_full: whether it is time to flush. */
gboolean ans_record_batch_is_full (AnsRecordBatch *self);

/**
 * ans_record_batch_get_pending:
 *
 * A derived field may be set in it to what it will be once all is written, which saves an update.
 *
 * Returns: (transfer none) (nullable): the record @id, if it is added and not yet written
 */
AnsRecord *ans_record_batch_get_pending (AnsRecordBatch *self, gint64 id);

/** ans_record_batch_flush: writes what was added. */
gboolean ans_record_batch_flush (AnsRecordBatch *self, GError **error);

/**
 * AnsRecordLoad:
 *
 * What was added to a batch, to be written by another thread while more is added.
 */
typedef struct _AnsRecordLoad AnsRecordLoad;

/** ans_record_batch_take: Returns: (transfer full): what was added; the batch is empty then */
AnsRecordLoad *ans_record_batch_take (AnsRecordBatch *self);

/**
 * ans_record_batch_write:
 *
 * Writes @load, on any thread, but one load of a batch at a time and in the order they were taken.
 * The action is that of the thread that made the batch, which has to wait for the end of it and
 * then call ans_record_batch_finish().
 */
gboolean ans_record_batch_write (AnsRecordBatch *self, AnsRecordLoad *load, GError **error);

/** ans_record_batch_finish: on the thread of the action: what follows from the records of @load. */
gboolean ans_record_batch_finish (AnsRecordBatch *self, AnsRecordLoad *load, GError **error);

void ans_record_load_free (AnsRecordLoad *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsRecordLoad, ans_record_load_free)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsRecordBatch, ans_record_batch_free)

G_END_DECLS
