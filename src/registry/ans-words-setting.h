/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"
#include "text/ans-money-words.h"

G_BEGIN_DECLS

/* Settings of the book: how this office writes amounts in words; each "1" or nothing. */
#define ANS_SETTING_WORDS_LINH "words_linh"
#define ANS_SETTING_WORDS_TU   "words_tu"
#define ANS_SETTING_WORDS_NGAN "words_ngan"
#define ANS_SETTING_WORDS_CHAN "words_chan"

/** ans_words_setting_get: the customs kept in @book, for ans_money_in_words() */
AnsWordsFlags ans_words_setting_get (AnsBook *book);

/** ans_words_setting_set: part of the action under way. */
gboolean ans_words_setting_set (AnsBook *book, AnsWordsFlags flags, GError **error);

G_END_DECLS
