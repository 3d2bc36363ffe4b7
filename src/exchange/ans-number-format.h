/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/ans-sheet.h"

G_BEGIN_DECLS

/**
 * AnsNumberFormat: what matters of the format code of a cell: whether its number is a date, and
 * how its digits are shown.
 *
 * @is_date: shows a year, month or day
 * @is_time: shows hours, minutes or seconds
 * @is_elapsed: shows a length of time (`[h]:mm`), never a date
 * @has_day, @has_month, @has_year: which parts of the date are shown
 * @is_percent: shows a percentage
 * @digits: (nullable): the code where it only arranges the digits of a whole number, such as
 *   `000000000000` or `0000 000 000`; placeholders are `0` and `#`, anything else is shown as it is
 */
typedef struct
{
  guint is_date : 1;
  guint is_time : 1;
  guint is_elapsed : 1;
  guint has_day : 1;
  guint has_month : 1;
  guint has_year : 1;
  guint is_percent : 1;
  char *digits;
} AnsNumberFormat;

/**
 * ans_number_format_parse:
 * @format: (out caller-allocates): the result; to be cleared with ans_number_format_clear()
 * @code: a format code as in ECMA-376 part 1, 18.8.31; only its first section counts
 */
void ans_number_format_parse (AnsNumberFormat *format, const char *code);

/**
 * ans_number_format_builtin:
 * @id: a format number that has no code in the file (ECMA-376 part 1, 18.8.30)
 *
 * Returns: (nullable): its code, %NULL for "General" and unknown numbers
 */
const char *ans_number_format_builtin (guint id);

void ans_number_format_clear (AnsNumberFormat *format);

/**
 * ans_number_append_text:
 * @text: where to append
 * @number: a finite number
 *
 * Up to 15 significant digits, no exponent for whole numbers below 10^21, decimal comma.
 */
void ans_number_append_text (GString *text, double number);

/**
 * ans_number_is_imprecise: whether @number is whole and has more than 15 digits, which no
 * spreadsheet keeps.
 */
gboolean ans_number_is_imprecise (double number);

/**
 * ans_serial_to_cell:
 * @cell: (inout): kind and number are set
 * @text: where to append the text
 * @serial: day as stored
 * @is_1904: the workbook counts from 1 January 1904
 * @format: a date or time format
 *
 * A number in a date format as the officer reads it. The year 1900, which Excel takes for a leap
 * year, is put right; numbers that are no date (negative, 0, after 9999) stay numbers.
 */
void ans_serial_to_cell (
    AnsCell *cell, GString *text, double serial, gboolean is_1904, const AnsNumberFormat *format);

/**
 * ans_number_to_cell:
 *
 * Fills @cell and appends its text to @text for a number in any format.
 */
void ans_number_to_cell (
    AnsCell *cell, GString *text, double number, gboolean is_1904, const AnsNumberFormat *format);

/**
 * ans_iso_date_to_cell:
 * @iso: `2022-05-01`, with or without `T08:30:00` and what follows
 *
 * Returns: %FALSE when @iso is no date
 */
gboolean ans_iso_date_to_cell (AnsCell *cell, GString *text, const char *iso);

G_END_DECLS
