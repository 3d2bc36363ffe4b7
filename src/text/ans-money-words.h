/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnsWordsFlags:
 * @ANS_WORDS_DEFAULT: nghìn, lẻ, bốn, ends with “đồng”
 * @ANS_WORDS_LINH: “linh” for “lẻ”: một trăm linh một
 * @ANS_WORDS_TU: “tư” for “bốn” after mươi: hai mươi tư
 * @ANS_WORDS_NGAN: “ngàn” for “nghìn”
 * @ANS_WORDS_CHAN: ends with “đồng chẵn”
 *
 * Offices differ in these; no rule of law was found (domain rule of money in words).
 */
typedef enum
{
  ANS_WORDS_DEFAULT = 0,
  ANS_WORDS_LINH = 1 << 0,
  ANS_WORDS_TU = 1 << 1,
  ANS_WORDS_NGAN = 1 << 2,
  ANS_WORDS_CHAN = 1 << 3,
} AnsWordsFlags;

/**
 * ans_money_in_words:
 * @dong: an amount in đồng, of any size
 * @flags: the customs of the office
 *
 * The amount as written after “Bằng chữ:”, with a capital first letter: 7200000 is “Bảy triệu hai
 * trăm nghìn đồng”. A negative amount begins with “Âm”.
 *
 * Returns: (transfer full): the words, always Vietnamese
 */
char *ans_money_in_words (gint64 dong, AnsWordsFlags flags);

/**
 * ans_number_in_words:
 * @number: a number of any size
 * @flags: the customs of the office; @ANS_WORDS_CHAN has no meaning here
 *
 * Returns: (transfer full): the number without a unit: “Một trăm lẻ hai”
 */
char *ans_number_in_words (gint64 number, AnsWordsFlags flags);

G_END_DECLS
