/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-byte-source.h"
#include "exchange/ans-package.h"
#include "exchange/ans-workbook.h"

G_BEGIN_DECLS

/**
 * AnsSheetReader: what the readers of the three kinds of file have in common; inside of this room
 * only. A reader embeds it as its first member.
 */
typedef struct _AnsSheetReader AnsSheetReader;

typedef struct
{
  void (*free) (AnsSheetReader *reader);
  /* @func may be NULL: then only the layout is wanted. The layout is filled from its beginning; it
   * is whole only when *is_complete was set. */
  gboolean (*read) (AnsSheetReader *reader,
                    guint sheet,
                    AnsRowFunc func,
                    gpointer data,
                    AnsSheetLayout *layout,
                    gboolean *is_complete,
                    GCancellable *cancellable,
                    GError **error);
  double (*get_fraction) (AnsSheetReader *reader);
} AnsSheetReaderClass;

struct _AnsSheetReader
{
  const AnsSheetReaderClass *klass;
  /* Of AnsSheetInfo. */
  GPtrArray *sheets;
};

void ans_sheet_reader_init (AnsSheetReader *reader, const AnsSheetReaderClass *klass);
void ans_sheet_reader_add (AnsSheetReader *reader, const char *name, gboolean is_hidden);

/** Frees @reader through its class; the class frees the struct itself. */
void ans_sheet_reader_free (AnsSheetReader *reader);

/* Each takes what it is given when it succeeds, and only then. */
AnsSheetReader *
ans_xlsx_reader_new (AnsPackage *package, const char *workbook_part, GError **error);
AnsSheetReader *ans_ods_reader_new (AnsPackage *package, GError **error);
AnsSheetReader *ans_ods_reader_new_flat (AnsByteSource *source, GError **error);
AnsSheetReader *ans_csv_reader_new (AnsByteSource *source, const char *name, GError **error);

void ans_csv_reader_get_info (AnsSheetReader *reader, const char **encoding, char *delimiter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsSheetReader, ans_sheet_reader_free)

G_END_DECLS
