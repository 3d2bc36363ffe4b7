/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest and the shortest name that is taken, in characters. */
#define ANS_NAME_MIN 2
#define ANS_NAME_MAX 100

/**
 * AnsNameParts:
 * @surname: họ, the first word; "" for a name of one word
 * @middle: tên đệm, the words between; often ""
 * @given: tên, the last word
 *
 * None of them is NULL.
 */
typedef struct
{
  char *surname;
  char *middle;
  char *given;
} AnsNameParts;

/**
 * ans_name_split:
 * @name: (nullable): a full name
 *
 * Returns: (transfer full): its parts, normalized
 */
AnsNameParts *ans_name_split (const char *name);

void ans_name_parts_free (AnsNameParts *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsNameParts, ans_name_parts_free)

/**
 * ans_name_title_case:
 * @name: (nullable): a name in any case
 *
 * A capital at the start of each word and after an apostrophe or hyphen, small letters elsewhere:
 * “ĐẶNG THỊ HUỆ” gives “Đặng Thị Huệ”, “H'HEN NIÊ” gives “H'Hen Niê”.
 *
 * Returns: (transfer full): the name, normalized
 */
char *ans_name_title_case (const char *name);

/**
 * ans_name_upper:
 * @name: (nullable): a name in any case
 *
 * Returns: (transfer full): the name in capitals, normalized, whatever the locale
 */
char *ans_name_upper (const char *name);

/**
 * ans_name_check:
 * @name: (nullable): a full name as typed
 * @error: return location for an #AnsTextError
 *
 * A name has 2–100 characters: letters, spaces, apostrophes, dots and hyphens (domain rule of the
 * field “Họ và tên”).
 *
 * Returns: whether the name can be kept
 */
gboolean ans_name_check (const char *name, GError **error);

G_END_DECLS
