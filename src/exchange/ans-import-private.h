/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-header-finder.h"
#include "exchange/ans-import.h"
#include "exchange/ans-workbook.h"

G_BEGIN_DECLS

typedef struct _AnsImportFeed AnsImportFeed;

struct _AnsImport
{
  GObject parent_instance;

  AnsBook *book;
  const AnsRegister *reg;
  GHashTable *fields; /* name of a field of the register → its index + 1 */
  AnsWorkbook *workbook;
  char *file_name;
  guint sheet;
  AnsHeader *header; /* (nullable) */
  guint n_columns;
  char **titles;        /* by column */
  const char **mapping; /* by column: interned name of the target, or NULL */
  gboolean keep_old;
  gboolean remember;
  GHashTable *constants; /* name of a field → canonical value of rows that say nothing of it */
  GPtrArray *rows; /* AnsImportRow, of the last dry run */
  guint counts[ANS_IMPORT_N_VERDICTS];
  AnsImportFeed *feed; /* (nullable) who wants the rows while they are read */
};

/* Names of targets that are not fields. */
#define ANS_TARGET_MALE      "male"
#define ANS_TARGET_FEMALE    "female"
#define ANS_TARGET_DAY       "birth_day"
#define ANS_TARGET_MONTH     "birth_month"
#define ANS_TARGET_YEAR      "birth_year"
#define ANS_TARGET_HEAD_NAME "head_name"
#define ANS_TARGET_VILLAGE   "village"

/* ans-import-terms.c */
const AnsHeaderTerm *ans_import_terms (const AnsRegister *reg, guint *n_terms);
const char *ans_import_target_of_column (const AnsRegister *reg, const AnsHeaderColumn *column);
gboolean ans_import_is_target (const AnsRegister *reg, const char *target);

/* ans-import-cell.c: what a cell says, as a value of a field. */
typedef struct
{
  char *value;    /* (nullable) canonical */
  char *note;     /* (nullable) how it was understood */
  char *error;    /* (nullable) why it can't be */
  char *leftover; /* (nullable) text that has no place in the field, to be kept in the note */
} AnsImportCell;

/* What cells of columns with few values said: most rows repeat one of them. */
typedef struct _AnsImportMemo AnsImportMemo;
AnsImportMemo *ans_import_memo_new (void);
void ans_import_memo_free (AnsImportMemo *self);
const char *ans_import_memo_village (AnsImportMemo *self, const AnsCell *cell);
void ans_import_memo_set_village (AnsImportMemo *self, const AnsCell *cell, const char *village);

void ans_import_cell_clear (AnsImportCell *self);
char *ans_import_cell_text (const AnsCell *cell, char **note);
AnsImportCell ans_import_cell_read (AnsBook *book,
                                    AnsImportMemo *memo,
                                    const AnsField *field,
                                    const AnsCell *cell);

/* ans-import-scan.c: from rows of the sheet to rows of the import. */
gboolean ans_import_scan (AnsImport *self, AnsJob *job, GError **error);

/* ans-import-known.c: people of the book by name (folded with its marks) and by old number. What is
 * returned (element-type gint64) may hold others of the same hash. */
typedef struct _AnsImportKnown AnsImportKnown;
AnsImportKnown *ans_import_known_new (AnsBook *book);
void ans_import_known_free (AnsImportKnown *self);
gboolean ans_import_known_is_empty (AnsImportKnown *self);
GArray *ans_import_known_by_name (AnsImportKnown *self, const char *marks);
GArray *ans_import_known_by_old_number (AnsImportKnown *self, const char *number);

/* ans-import-match.c: rows against the book and each other. */
typedef struct
{
  AnsImport *import;
  GHashTable *seen;  /* key → number of the row, within the file */
  GHashTable *taken; /* id of a record → number of the row that is it */
  AnsImportKnown *known;
  AnsRecord *draft; /* of new records, used again and again */
} AnsImportMatcher;

AnsImportMatcher *ans_import_matcher_new (AnsImport *import);
void ans_import_matcher_free (AnsImportMatcher *self);
void ans_import_matcher_decide (AnsImportMatcher *self, AnsImportRow *row);
const char *ans_import_matcher_value (AnsImportMatcher *self, AnsImportRow *row, const char *field);

/* Whether the row says nothing that the record @id does not have. */
gboolean ans_import_matcher_adds_nothing (AnsImportMatcher *self, AnsImportRow *row, gint64 id);

/* ans-import-person.c: the person of the book that the row is, 0 for a new one; may reject it. */
gint64 ans_import_match_person (AnsImportMatcher *self, AnsImportRow *row);

void ans_import_row_reject (AnsImportRow *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

AnsImportRow *ans_import_row_new (AnsImport *import, guint row_number);
void ans_import_row_take_cells (AnsImportRow *self, const AnsRow *source);
void ans_import_row_free (AnsImportRow *self);
int ans_import_field_index (AnsImport *import, const char *field);

/* ans-import-match.c: puts the values of the row into @record; how many differ from it. */
guint ans_import_row_fill (AnsImport *import, AnsImportRow *row, AnsRecord *record);

/* The code of a household as the file gives it, made unmistakable: “12” of Bắc Sơn is BS-0012. */
char *ans_import_local_code (const char *village, const char *code);

/* ans-import-owned.c: entries that are of a household of the book. */
gboolean ans_import_is_owned (const AnsRegister *reg);

/* Puts the ids of what the row names into its references; rejects it if there is no such thing. */
void ans_import_find_owner (AnsImport *import, AnsImportRow *row);

/* The entry of the book that agrees in the fields in which no two do, 0 for a new one. */
gint64 ans_import_match_owned (AnsImport *import, AnsImportRow *row);
void ans_import_take_constants (AnsImport *import, AnsImportRow *row);

/* Adds to a row's note or warning. */
void ans_import_row_add_note (AnsImportRow *self, guint column, const char *note);
void ans_import_row_add_warning (AnsImportRow *self, const char *warning);

/* The key under which the mapping of workbooks of this shape is remembered. */
char *ans_import_mapping_key (AnsImport *self);

G_END_DECLS
