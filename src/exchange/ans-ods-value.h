/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-sheet.h"

G_BEGIN_DECLS

/**
 * AnsOdsValue: one cell of an `.ods` as it is written, and what becomes of it; inside of this room
 * only.
 *
 * @type: (nullable): `office:value-type`, or "error"
 * @value: (nullable): the attribute that goes with it
 * @text: the paragraphs, which are what the officer sees
 * @cell: the result but for its text, which is @shown
 */
typedef struct
{
  char *type;
  char *value;
  GString *text;
  guint n_paragraphs;

  AnsCell cell;
  GString *shown;
} AnsOdsValue;

void ans_ods_value_init (AnsOdsValue *self);
void ans_ods_value_clear (AnsOdsValue *self);

/** ans_ods_value_begin: starts a cell; paragraphs are added to @text afterwards. */
void ans_ods_value_begin (AnsOdsValue *self, guint column, const char *type, const char *value);

/** ans_ods_value_fill: sets @cell and @shown; the kind stays EMPTY where there is nothing. */
void ans_ods_value_fill (AnsOdsValue *self);

G_END_DECLS
