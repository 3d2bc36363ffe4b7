/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ans-workbook.h"

G_BEGIN_DECLS

/**
 * AnsRowBuilder: collects the cells of one row after the other and hands them to an #AnsRowFunc,
 * keeping the limits. Memory is used again for each row.
 */
typedef struct _AnsRowBuilder AnsRowBuilder;

AnsRowBuilder *ans_row_builder_new (const char *sheet_name, AnsRowFunc func, gpointer data);
void ans_row_builder_free (AnsRowBuilder *builder);

/** ans_row_builder_begin: starts a row; what was added to an unfinished one is dropped. */
void ans_row_builder_begin (AnsRowBuilder *builder, guint number, gboolean is_hidden);

/** ans_row_builder_set_number: corrects the number of the row that has begun. */
void ans_row_builder_set_number (AnsRowBuilder *builder, guint number);

/**
 * ans_row_builder_add:
 * @cell: column, kind, flags and number; @text is used instead of its text
 * @text: the text; copied
 * @length: its length in bytes
 *
 * Returns: %FALSE with %ANS_WORKBOOK_ERROR_TOO_LARGE
 */
gboolean ans_row_builder_add (
    AnsRowBuilder *builder, const AnsCell *cell, const char *text, gsize length, GError **error);

/** ans_row_builder_add_lasting: like ans_row_builder_add(), for a text that outlives the reading.
 */
gboolean ans_row_builder_add_lasting (AnsRowBuilder *builder, const AnsCell *cell, GError **error);

/**
 * ans_row_builder_repeat_last:
 * @times: how many more cells like the last one follow it
 */
gboolean ans_row_builder_repeat_last (AnsRowBuilder *builder, guint times, GError **error);

guint ans_row_builder_get_n_cells (AnsRowBuilder *builder);

/**
 * ans_row_builder_emit:
 *
 * Hands the row over, if it has any cell; it stays, to be handed over again under another number.
 *
 * Returns: what the #AnsRowFunc returned
 */
gboolean ans_row_builder_emit (AnsRowBuilder *builder);

/** ans_row_builder_count: counts the cells of the row against the limit of the sheet. */
gboolean ans_row_builder_count (AnsRowBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsRowBuilder, ans_row_builder_free)

G_END_DECLS
