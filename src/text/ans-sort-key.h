/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Keys whose strcmp() order is the Vietnamese order, the same on every machine: the letters of the
 * whole field first (a ă â b c d đ e ê …), then the tones (ngang huyền hỏi ngã sắc nặng), then
 * small before capital. The order is that of the Unicode CLDR collation “vi”. Keys are bytes
 * 0x01–0x7f, so that they can be SQLite TEXT under the BINARY collation, and are about 1.5 bytes
 * for each letter.
 */

/**
 * ans_sort_key:
 * @text: (nullable): a text of one field
 *
 * Returns: (transfer full): its key, to be compared with strcmp()
 */
char *ans_sort_key (const char *text);

/**
 * ans_sort_key_name:
 * @full_name: (nullable): a person's name
 *
 * The custom of Vietnamese lists: by given name (the last word), then surname (the first word),
 * then the words between. “Nguyễn Thị An” comes before “Lê Văn Bình”.
 *
 * Returns: (transfer full): its key, to be compared with strcmp()
 */
char *ans_sort_key_name (const char *full_name);

G_END_DECLS
