/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-problems.h"
#include "registry/ans-register.h"

G_BEGIN_DECLS

#define ANS_RECORD_ERROR (ans_record_error_quark ())
GQuark ans_record_error_quark (void);

/** ans_record_refuse: sets an error of this domain with a message for the officer. Returns: %FALSE */
gboolean ans_record_refuse (GError **error, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);

typedef enum
{
  ANS_RECORD_ERROR_INVALID, /* validation found errors */
  ANS_RECORD_ERROR_NOT_FOUND,
  ANS_RECORD_ERROR_BAD_VALUE, /* a typed value that can't be understood */
} AnsRecordError;

#define ANS_TYPE_RECORD (ans_record_get_type ())
G_DECLARE_FINAL_TYPE (AnsRecord, ans_record, ANS, RECORD, GObject)

/**
 * AnsRecord:
 *
 * One row of a register, or the draft of a new one. Values are canonical text: ISO dates, codes
 * of choices, ids of references, plain digits of numbers; %NULL is “nothing”. Emits
 * “field-changed::NAME” when a value changes.
 */

/** ans_record_new: Returns: (transfer full): a draft with the default values */
AnsRecord *ans_record_new (AnsBook *book, const AnsRegister *reg);

/** ans_record_start_anew: makes a draft of @self again, as ans_record_new() does; nobody is told.
 */
void ans_record_start_anew (AnsRecord *self);

/** ans_record_load: Returns: (transfer full) (nullable): the record with @id */
AnsRecord *ans_record_load (AnsBook *book, const AnsRegister *reg, gint64 id, GError **error);

/** ans_record_reload: takes the values from the book again; unsaved ones are lost. */
gboolean ans_record_reload (AnsRecord *self, GError **error);

AnsBook *ans_record_get_book (AnsRecord *self);
const AnsRegister *ans_record_get_register (AnsRecord *self);

/** ans_record_get_id: 0 for a draft. */
gint64 ans_record_get_id (AnsRecord *self);

/** ans_record_get: Returns: (transfer none) (nullable): canonical text of @field */
const char *ans_record_get (AnsRecord *self, const char *field);
gint64 ans_record_get_int (AnsRecord *self, const char *field);

/** ans_record_set: sets canonical text; an empty text is the same as %NULL. */
void ans_record_set (AnsRecord *self, const char *field, const char *value);
void ans_record_set_int (AnsRecord *self, const char *field, gint64 value);

/**
 * ans_record_set_typed:
 * @typed: as a person would type it (5/5/2022, 1.234, “nữ”, a village's name)
 *
 * Returns: %FALSE with a message for the officer when @typed can't be understood
 */
gboolean
ans_record_set_typed (AnsRecord *self, const char *field, const char *typed, GError **error);

/** ans_record_display: Returns: (transfer full): @field as a person reads it, "" for nothing */
char *ans_record_display (AnsRecord *self, const char *field);

/** ans_field_display: the same for a canonical @value of @field. */
char *ans_field_display (AnsBook *book, const AnsField *field, const char *value);

/** ans_field_parse: Returns: (transfer full) (nullable): canonical text of @typed */
char *ans_field_parse (AnsBook *book, const AnsField *field, const char *typed, GError **error);

/** ans_field_check: adds what is wrong with the canonical @value of @field. */
void
ans_field_check (AnsBook *book, const AnsField *field, const char *value, AnsProblems *problems);

/** ans_record_get_title: Returns: (transfer full): how a person calls the record */
char *ans_record_get_title (AnsRecord *self);

/** ans_record_is_changed: whether @field (or any, for %NULL) differs from the book. */
gboolean ans_record_is_changed (AnsRecord *self, const char *field);

/** ans_record_check: Returns: (transfer full): all warnings and errors of the present values */
AnsProblems *ans_record_check (AnsRecord *self);

/** ans_record_check_alone: the same, without looking for other records of the same number */
AnsProblems *ans_record_check_alone (AnsRecord *self);

/**
 * ans_record_set_effective_date:
 * @iso: (nullable): first day on which changed period fields hold; %NULL corrects the present
 *   period instead of starting a new one
 */
void ans_record_set_effective_date (AnsRecord *self, const char *iso);

/** ans_record_set_period_date: the same for the fields of one period only. */
void ans_record_set_period_date (AnsRecord *self, const char *period, const char *iso);

/** ans_record_has_period_date: whether a day was set for @period (or for all). */
gboolean ans_record_has_period_date (AnsRecord *self, const char *period);

/**
 * ans_record_save:
 *
 * Checks and writes the record in the action under way, or in one of its own. Only fields that
 * changed are written.
 *
 * Returns: %FALSE on errors (%ANS_RECORD_ERROR_INVALID when validation found some)
 */
gboolean ans_record_save (AnsRecord *self, GError **error);

/** ans_record_delete: takes the record out of the book (undo brings it back). */
gboolean ans_record_delete (AnsRecord *self, GError **error);

/* Finding records. */

/** ans_register_lookup: Returns: id of the record whose name or key field is @text, 0 if none,
 * -1 if several */
gint64 ans_register_lookup (AnsBook *book, const AnsRegister *reg, const char *text);

/** ans_register_title_of: Returns: (transfer full) (nullable): title of the record with @id */
char *ans_register_title_of (AnsBook *book, const AnsRegister *reg, gint64 id);

G_END_DECLS
