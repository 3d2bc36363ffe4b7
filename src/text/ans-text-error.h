/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ANS_TEXT_ERROR:
 *
 * What can be wrong with something that a person typed. Every message is a whole sentence in the
 * officer's words and can be shown as it is, beside the field.
 */
#define ANS_TEXT_ERROR (ans_text_error_quark ())

/**
 * AnsTextError:
 * @ANS_TEXT_ERROR_EMPTY: nothing was typed
 * @ANS_TEXT_ERROR_FORMAT: it can't be read as what is asked for
 * @ANS_TEXT_ERROR_IMPOSSIBLE: it can be read, but there is no such thing (31 February)
 * @ANS_TEXT_ERROR_AMBIGUOUS: it can be read in two ways
 * @ANS_TEXT_ERROR_RANGE: too large or too small, too long or too short
 * @ANS_TEXT_ERROR_CHARACTER: it holds a character that doesn't belong there
 */
typedef enum
{
  ANS_TEXT_ERROR_EMPTY,
  ANS_TEXT_ERROR_FORMAT,
  ANS_TEXT_ERROR_IMPOSSIBLE,
  ANS_TEXT_ERROR_AMBIGUOUS,
  ANS_TEXT_ERROR_RANGE,
  ANS_TEXT_ERROR_CHARACTER,
} AnsTextError;

GQuark ans_text_error_quark (void);

/**
 * ans_text_excerpt:
 * @typed: (nullable): what was typed, any bytes
 *
 * For messages, which must not hold the whole of a cell that is a page long.
 *
 * Returns: (transfer full): its first 40 characters, normalized, with “…” where more follow
 */
char *ans_text_excerpt (const char *typed);

G_END_DECLS
