/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnsByteSource: the bytes of a file, on disk or in memory, read from any place.
 */
typedef struct _AnsByteSource AnsByteSource;

/**
 * ans_byte_source_open:
 * @path: a regular file
 * @error: %ANS_WORKBOOK_ERROR_IO, or %ANS_WORKBOOK_ERROR_TOO_LARGE
 */
AnsByteSource *ans_byte_source_open (const char *path, GError **error);

/** ans_byte_source_new: over @bytes, which it keeps. Fails only with %ANS_WORKBOOK_ERROR_TOO_LARGE.
 */
AnsByteSource *ans_byte_source_new (GBytes *bytes, GError **error);

void ans_byte_source_free (AnsByteSource *source);

guint64 ans_byte_source_get_size (AnsByteSource *source);

/**
 * ans_byte_source_read:
 * @offset: from where
 * @buffer: (out caller-allocates): room for @size bytes
 *
 * Returns: how many bytes were read: fewer than @size only at the end; -1 on error
 */
gssize ans_byte_source_read (
    AnsByteSource *source, guint64 offset, gpointer buffer, gsize size, GError **error);

/**
 * ans_byte_source_check:
 * @error: %ANS_WORKBOOK_ERROR_IO
 *
 * Returns: %FALSE when another program has written to the file since it was opened
 */
gboolean ans_byte_source_check (AnsByteSource *source, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsByteSource, ans_byte_source_free)

G_END_DECLS
