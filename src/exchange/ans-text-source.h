/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ans-byte-source.h"
#include "text/ans-legacy-encoding.h"

G_BEGIN_DECLS

/**
 * AnsTextSource: a text file as UTF-8, in whatever encoding it was saved.
 *
 * A byte order mark decides; without one UTF-16 is told by its zero bytes and UTF-8 by being valid
 * throughout. What is left is one of the old single-byte encodings: the one whose words are
 * Vietnamese, else Windows-1258.
 */
typedef struct _AnsTextSource AnsTextSource;

/**
 * ans_text_source_new:
 * @source: the bytes; must live as long as the result
 * @error: %ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK when the file is not text
 *
 * Reads the whole file once to find out how it is encoded.
 */
AnsTextSource *ans_text_source_new (AnsByteSource *source, GError **error);

void ans_text_source_free (AnsTextSource *self);

/** Returns: (transfer none): "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1258", "TCVN3 (ABC)" … */
const char *ans_text_source_get_encoding (AnsTextSource *self);

/**
 * ans_text_source_get_legacy:
 *
 * Returns: what ans_encoding_convert() still has to undo in every cell; it can't be done here,
 *   for it depends on where a text ends
 */
AnsEncoding ans_text_source_get_legacy (AnsTextSource *self);

/** ans_text_source_rewind: to begin anew. */
void ans_text_source_rewind (AnsTextSource *self);

/**
 * ans_text_source_read:
 * @text: where to append the next piece, valid UTF-8 without NUL
 * @at_end: (out): whether there is no more
 */
gboolean
ans_text_source_read (AnsTextSource *self, GString *text, gboolean *at_end, GError **error);

/** Returns: how much of the file was read, 0 to 1 */
double ans_text_source_get_fraction (AnsTextSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsTextSource, ans_text_source_free)

G_END_DECLS
