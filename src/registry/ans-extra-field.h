/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

/*
 * Fields that an office adds for itself are rows of its book. A register of a book is a copy of
 * the description with these fields behind its own, so that form, list, filter, import, export and
 * history treat them like any other. Their columns begin with “x_”.
 */

/**
 * ans_book_get_register:
 * @reg: as the program describes it, or as a book widened it
 *
 * Returns: (transfer none): @reg with the fields of this office; @reg itself where there are none.
 *   Kept as long as the program runs; another one after a field came or went.
 */
const AnsRegister *ans_book_get_register (AnsBook *book, const AnsRegister *reg);

/** ans_field_is_extra: whether an office added it. */
gboolean ans_field_is_extra (const AnsField *field);

/** ans_extra_field_kind_name: Returns: text, number, date, choice or bool */
const char *ans_extra_field_kind_name (const AnsField *field);

/**
 * ans_extra_field_add:
 * @name: small letters, digits and “_”; the column is called x_NAME
 * @title: as people call it: heading of lists and of columns that are brought in
 * @kind: text, number, date, choice or bool
 * @choices: (nullable): what may be chosen, for a choice
 *
 * One action, which can be taken back.
 *
 * Returns: (transfer none) (nullable): the new field
 */
const AnsField *ans_extra_field_add (AnsBook *book,
                                     const AnsRegister *reg,
                                     const char *name,
                                     const char *title,
                                     const char *kind,
                                     const char *const *choices,
                                     GError **error);

/**
 * ans_extra_field_rename:
 * @name: with or without x_; the column keeps it
 * @title: what people call it from now on
 *
 * One action.
 */
gboolean ans_extra_field_rename (
    AnsBook *book, const AnsRegister *reg, const char *name, const char *title, GError **error);

/**
 * ans_extra_field_make_name:
 * @title: as people call the field
 *
 * Returns: (transfer full): a name for ans_extra_field_add() that @reg does not have yet
 */
char *ans_extra_field_make_name (AnsBook *book, const AnsRegister *reg, const char *title);

/**
 * ans_extra_field_remove:
 * @name: with or without x_
 *
 * One action. Refused while a record has a value in it.
 */
gboolean
ans_extra_field_remove (AnsBook *book, const AnsRegister *reg, const char *name, GError **error);

G_END_DECLS
