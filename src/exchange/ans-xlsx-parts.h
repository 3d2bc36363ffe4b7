/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-number-format.h"
#include "exchange/ans-package.h"
#include "exchange/ans-row-builder.h"
#include "exchange/ans-xml-part.h"

G_BEGIN_DECLS

/*
 * The parts of an `.xlsx`; inside of this room only. Element names and meanings are those of
 * ECMA-376 part 1, chapter 18; the "strict" variant differs only in its namespaces.
 */

enum
{
  ANS_XLSX_NS_MAIN = 1,
  ANS_XLSX_NS_RELATION,
  ANS_XLSX_NS_XML,
};

extern const AnsXmlNamespace ans_xlsx_namespaces[];

/** Undoes `_x000D_` and the like, drops control characters, makes every line end a `\n`. */
void ans_xlsx_unescape (GString *text);

/** The font family a name stands for. */
AnsCellFont ans_xlsx_font_from_name (const char *name);

/**
 * AnsXlsxText: what `si` and `is` hold: plain or in runs. Feed it every element inside.
 */
typedef struct
{
  GString *text;
  gsize piece_start;
  guint phonetic_depth;
  gboolean is_in_piece;
  gboolean keeps_space;
  AnsCellFont font;
} AnsXlsxText;

void ans_xlsx_text_begin (AnsXlsxText *self);
void
ans_xlsx_text_start (AnsXlsxText *self, AnsXml *xml, const char *name, const char **attributes);
void ans_xlsx_text_end (AnsXlsxText *self, const char *name);
void ans_xlsx_text_add (AnsXlsxText *self, const char *text, int length);
void ans_xlsx_text_finish (AnsXlsxText *self);

typedef struct _AnsXlsxStrings AnsXlsxStrings;

/** Reads the shared strings; @part may be NULL for a workbook without. */
AnsXlsxStrings *ans_xlsx_strings_load (AnsPackage *package,
                                       const char *part,
                                       GCancellable *cancellable,
                                       GError **error);
void ans_xlsx_strings_free (AnsXlsxStrings *strings);

/** Returns: (nullable): the string, which lives as long as @strings */
const char *ans_xlsx_strings_get (AnsXlsxStrings *strings, guint index, AnsCellFont *font);

/** AnsXlsxStyle: one cell format ("xf"). */
typedef struct
{
  AnsNumberFormat format;
  AnsCellFont font;
} AnsXlsxStyle;

/** Reads the cell formats; @part may be NULL. Returns: (element-type AnsXlsxStyle) */
GArray *ans_xlsx_styles_load (AnsPackage *package,
                              const char *part,
                              GCancellable *cancellable,
                              GError **error);

/** What the reader of a sheet has to know. */
typedef struct
{
  AnsPackage *package;
  const char *part;
  const char *name;
  gboolean is_1904;
  /* Both NULL when only the layout is wanted. */
  AnsXlsxStrings *strings;
  GArray *styles;
} AnsXlsxSheet;

gboolean ans_xlsx_sheet_read (const AnsXlsxSheet *sheet,
                              AnsRowFunc func,
                              gpointer data,
                              AnsSheetLayout *layout,
                              gboolean *is_complete,
                              GCancellable *cancellable,
                              GError **error);

/** Returns: (transfer full) (nullable): the part that holds the workbook, NULL when none does */
char *ans_xlsx_find_workbook (AnsPackage *package, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsXlsxStrings, ans_xlsx_strings_free)

G_END_DECLS
