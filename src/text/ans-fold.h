/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Forms of a text for keeping, comparing and finding. All of them take any bytes (what is not UTF-8
 * becomes U+FFFD), take NULL as the empty text, and return a new string for g_free().
 *
 * Text of an old encoding must go through ans_encoding_convert() before it comes here: in TCVN3 the
 * soft hyphen, which is dropped here, is the letter ư.
 */

/**
 * ans_normalize:
 * @text: (nullable): a text as typed or read from a file
 *
 * The form in which a text is kept: NFC, no space at either end, every run of white space of any
 * kind (no-break spaces, tabs, line ends) one space, no control and zero-width characters. Ð and Ɖ,
 * which look like Đ, become Đ. Where the writer put the tone (hòa, hoà) is kept.
 *
 * Returns: (transfer full): the text to keep
 */
char *ans_normalize (const char *text);

/**
 * ans_fold:
 * @text: (nullable): a text
 *
 * The form for searching without diacritics: small letters, no combining marks, đ as d, white space
 * as in ans_normalize(), typographic apostrophes straight; digits and all other punctuation are
 * kept. NFC and NFD give the same. Folding twice changes nothing. Never join or remove duplicates
 * on this form: Hoằng Phú and Hoằng Phụ are two communes.
 *
 * Returns: (transfer full): the folded text
 */
char *ans_fold (const char *text);

/**
 * ans_fold_marks:
 * @text: (nullable): a text
 *
 * The form for comparing with diacritics: small letters, NFC, the tone where the reformed spelling
 * puts it, so that hòa = hoà, thủy = thuỷ, khỏe = khoẻ. Only the tone moves, only inside one run of
 * vowels. i and y stay two letters.
 *
 * Returns: (transfer full): the folded text
 */
char *ans_fold_marks (const char *text);

/**
 * ans_fold_initials:
 * @text: (nullable): a name
 *
 * The folded first letters of the words: “Nguyễn Thị An” gives “nta”. Words without a letter or
 * digit give nothing.
 *
 * Returns: (transfer full): the initials
 */
char *ans_fold_initials (const char *text);

/**
 * ans_has_marks:
 * @text: (nullable): a text, usually a query
 *
 * Returns: whether it holds a diacritic or đ, that is whether ans_fold() loses something
 */
gboolean ans_has_marks (const char *text);

G_END_DECLS
