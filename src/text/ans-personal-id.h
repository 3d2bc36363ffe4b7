/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "text/ans-date.h"

G_BEGIN_DECLS

/*
 * Personal numbers (số định danh cá nhân, số CCCD): PPP G YY NNNNNN, by Decree 137/2015/NĐ-CP
 * article 13 and Circular 07/2016/TT-BCA article 7. There is no check digit: a number can look
 * wrong, never be proved right. Old identity cards (CMND) have nine digits.
 */

/**
 * ans_personal_id_normalize:
 * @typed: (nullable): a number as typed or read from a workbook
 *
 * Takes away spaces of any kind, dots, hyphens, a leading apostrophe (with which workbooks mark
 * text) and the “.0” of a number that was read as a decimal. Nothing is added; see
 * ans_personal_id_restore_zero().
 *
 * Returns: (transfer full): the number to keep
 */
char *ans_personal_id_normalize (const char *typed);

/**
 * ans_personal_id_warnings:
 * @id_no: (nullable): a number, normalized or not
 * @sex: 'M' (nam), 'F' (nữ) or 0 if it isn't known
 * @birth: date of birth, may be partial or none
 *
 * What looks wrong, as sentences for the officer. They never forbid to keep the number. No number
 * gives no warning.
 *
 * Returns: (transfer full) (array zero-terminated=1): the sentences, for g_strfreev()
 */
char **ans_personal_id_warnings (const char *id_no, char sex, AnsDate birth);

/**
 * ans_personal_id_restore_zero:
 * @digits: (nullable): a number that a workbook held as a number
 * @restored: (out) (optional) (transfer full): the number with its leading zeros, or NULL
 *
 * Workbooks drop leading zeros: 38075001234 was 038075001234. Eleven digits get one zero and ten
 * digits two where that gives the code of a province; eight digits get the zero of an old card. It
 * is a proposal for the officer, never to be applied in silence.
 *
 * Returns: whether zeros were lost
 */
gboolean ans_personal_id_restore_zero (const char *digits, char **restored);

/**
 * ans_personal_id_province:
 * @id_no: (nullable): a number of twelve digits
 *
 * Returns: (transfer none) (nullable): the province in which the birth was registered, by its name
 * in Circular 07/2016/TT-BCA; NULL for other countries and numbers that are none
 */
const char *ans_personal_id_province (const char *id_no);

/**
 * ans_personal_id_mask:
 * @id_no: (nullable): a number
 *
 * Returns: (transfer full): for the screen: “038xxxxxx234”; numbers of six digits or fewer are
 * hidden whole
 */
char *ans_personal_id_mask (const char *id_no);

/**
 * ans_phone_mask:
 * @phone: (nullable): a telephone number
 *
 * Returns: (transfer full): for the screen: “09xxxxx214”; numbers of five digits or fewer are
 * hidden whole
 */
char *ans_phone_mask (const char *phone);

G_END_DECLS
