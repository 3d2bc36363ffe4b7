/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-import-private.h"

G_BEGIN_DECLS

/* A column that says something about somebody. */
typedef struct
{
  guint column;
  guint min_digits;
  glong max_length;
} AnsImportEvidence;

/* What is done with the cells of a column. */
typedef enum
{
  ANS_IMPORT_TAKE_NOTHING,
  ANS_IMPORT_TAKE_MALE,
  ANS_IMPORT_TAKE_FEMALE,
  ANS_IMPORT_TAKE_HEAD,
  ANS_IMPORT_TAKE_BIRTH_OF_HEAD,
  ANS_IMPORT_TAKE_VILLAGE,
  ANS_IMPORT_TAKE_FIELD,
  ANS_IMPORT_TAKE_MORE, /* continues the field of another column */
} AnsImportTake;

typedef struct
{
  AnsImportTake take;
  const AnsField *field; /* (nullable) */
  int index;             /* of the field */
} AnsImportColumn;

/* A scan of a sheet: what is remembered from row to row. */
typedef struct
{
  AnsImport *import;
  AnsJob *job;
  AnsImportMatcher *matcher;
  AnsImportMemo *memo;
  AnsSheetLayout *layout; /* (nullable) */
  GHashTable *title_keys; /* what any column of the register may be called */
  char *village;          /* of the rows that follow */
  char *household;        /* key of the household of the rows that follow */
  char *household_village;
  char *household_head;
  gboolean household_has_head;
  guint n_households; /* without a code of their own */
  guint name_column;
  int ordinal_column; /* -1 without */
  int relation_column;
  int year_column;
  AnsImportColumn *columns;
  GArray *evidence; /* AnsImportEvidence of the columns that are there */
  gboolean *shared; /* by column: what a whole household or village has in common */
  gboolean has_household_column;
  gboolean has_head_column;
  gboolean has_name_column;
  gboolean is_below_signatures;
  guint header_row;  /* the last row of titles so far */
  guint other_table; /* row of the titles of another table, or 0 */
  char **repeated;   /* by column: what “nt” stands for, where the row above has it too */
  GPtrArray *above;  /* by column: AnsCell of the first row of a merged area, or NULL */
  guint n_read;
  double fraction; /* of the sheet that is read */
} AnsImportScan;

int ans_import_column_of (AnsImport *import, const char *target);

/* ans-import-furniture.c */

/* TRUE if the row is not data; its verdict is set. */
gboolean ans_import_is_furniture (AnsImportScan *scan, const AnsRow *row, AnsImportRow *out);

/* “I. Thôn Bắc Sơn (120 người)” → “Bắc Sơn”; NULL if @text is not the name of a village. */
char *ans_import_village_of (const char *text);

/* “DANH SÁCH NHÂN KHẨU THÔN BẮC SƠN NĂM 2022” → “Bắc Sơn”, NULL if there is none in it. */
char *ans_import_village_in (const char *text);

/* The columns of the sheet that say something about somebody. */
GArray *ans_import_evidence (AnsImport *import);

/* Keys of all that columns of the register may be called. */
GHashTable *ans_import_title_keys (const AnsRegister *reg);

/* ans-import-carry.c: what cells leave to the rows above. */

/* The cell, or what stands for it: the first of its merged area, or the one above for “nt”. */
const AnsCell *
ans_import_carry (AnsImportScan *scan, const AnsRow *row, guint column, AnsCell *place);
void ans_import_carry_init (AnsImportScan *scan);
void ans_import_carry_clear (AnsImportScan *scan);

G_END_DECLS
