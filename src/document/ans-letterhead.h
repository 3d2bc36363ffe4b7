/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-document.h"
#include "store/ans-book.h"
#include "text/ans-date.h"

G_BEGIN_DECLS

/* Settings of the book that every paper takes (text; lines of a heading are separated by
 * newlines). */
#define ANS_SETTING_MAKER_NAME     "signer_maker_name" /* who drew up the list */
#define ANS_SETTING_SIGNER_HEADING "signer_heading"    /* TM. ỦY BAN NHÂN DÂN XÃ\nCHỦ TỊCH */
#define ANS_SETTING_SIGNER_NAME    "signer_name"
#define ANS_SETTING_PARENT_LINE    "letterhead_parent" /* "0": without the district above */

/**
 * ans_letterhead_add:
 * @date: a full date
 *
 * The letterhead of the units as they were called on @date, with the place and that date (NĐ
 * 30/2020/NĐ-CP, Annex I). Vietnamese in any language of the program.
 */
void ans_letterhead_add (AnsDocument *document, AnsBook *book, AnsDate date);

/**
 * ans_letterhead_add_signatures:
 * @maker: whether who drew it up signs at the left
 *
 * Who signs, as the settings of the book say.
 */
void
ans_letterhead_add_signatures (AnsDocument *document, AnsBook *book, AnsDate date, gboolean maker);

G_END_DECLS
