/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnsEncoding:
 * @ANS_ENCODING_UTF8: nothing to convert
 * @ANS_ENCODING_TCVN3: TCVN3 (ABC), fonts .VnTime, .VnArial …: “NguyÔn ThÞ Thªm”
 * @ANS_ENCODING_VNI: VNI-Windows, fonts VNI-Times …: “Nguyeãn Thò Theâm”
 * @ANS_ENCODING_WINDOWS_1258: Windows-1258 read as Windows-1252: “NguyêÞn Thiò Thêm”
 * @ANS_ENCODING_VISCII: VISCII (RFC 1456) read as Windows-1252
 * @ANS_ENCODING_UTF8_TWICE: UTF-8 read as Windows-1252: “Nguyá»…n”
 *
 * Encodings of Vietnamese from before Unicode, as found in old workbooks. The text is UTF-8
 * outside, its characters stand for the bytes of the old encoding.
 */
typedef enum
{
  ANS_ENCODING_UTF8,
  ANS_ENCODING_TCVN3,
  ANS_ENCODING_VNI,
  ANS_ENCODING_WINDOWS_1258,
  ANS_ENCODING_VISCII,
  ANS_ENCODING_UTF8_TWICE,
} AnsEncoding;

#define ANS_N_ENCODINGS 6

/**
 * ans_encoding_name:
 *
 * Returns: (transfer none): a name to show, not translated: “TCVN3 (ABC)”
 */
const char *ans_encoding_name (AnsEncoding encoding);

/**
 * ans_encoding_guess:
 * @text: (nullable): the text of a cell as it was read, before ans_normalize(), which drops
 *   characters that are letters in old encodings
 *
 * Another encoding than UTF-8 is only found where words that can't be Vietnamese as they stand
 * become Vietnamese syllables by it. One short word can be right in two encodings (VNI “Thò” is
 * Thị), and is then left alone: ask for a whole column with ans_encoding_guess_many().
 *
 * Returns: the encoding
 */
AnsEncoding ans_encoding_guess (const char *text);

/**
 * ans_encoding_guess_many:
 * @texts: (array length=n_texts): texts, some may be NULL
 * @n_texts: how many
 *
 * Like ans_encoding_guess() for texts that were written in one encoding, such as a column.
 *
 * Returns: the encoding
 */
AnsEncoding ans_encoding_guess_many (const char *const *texts, gsize n_texts);

/**
 * ans_encoding_convert:
 * @text: (nullable): a text as it was read
 * @from: the encoding that it was written in
 *
 * Characters that the encoding doesn't have are kept. The TCVN3 fonts of capitals (.VnTimeH) show
 * small letters as capitals: in a word of several capitals, and in a text without small ASCII
 * letters, all letters become capitals.
 *
 * Returns: (transfer full): the text in NFC
 */
char *ans_encoding_convert (const char *text, AnsEncoding from);

/**
 * ans_windows_1258_to_utf8:
 * @bytes: the bytes of a file, for example a .csv saved by an old program
 * @length: how many
 *
 * Bytes that Windows-1258 doesn't define, and NUL, become U+FFFD.
 *
 * Returns: (transfer full): the text in NFC
 */
char *ans_windows_1258_to_utf8 (const char *bytes, gsize length);

G_END_DECLS
