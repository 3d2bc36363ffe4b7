/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/ans-table-source.h"

G_BEGIN_DECLS

/**
 * AnsDocumentError:
 * @ANS_DOCUMENT_ERROR_SOURCE: the list contradicts itself (groups do not add up to its rows)
 * @ANS_DOCUMENT_ERROR_PAPER: the document does not fit the paper it was given
 */
typedef enum
{
  ANS_DOCUMENT_ERROR_SOURCE,
  ANS_DOCUMENT_ERROR_PAPER,
} AnsDocumentError;

#define ANS_DOCUMENT_ERROR (ans_document_error_quark ())
GQuark ans_document_error_quark (void);

/**
 * AnsDocumentProgress:
 * @fraction: 0 to 1, never going back within one call
 * @data: as given
 *
 * Called from the thread that does the work, about a hundred times at most.
 */
typedef void (*AnsDocumentProgress) (double fraction, gpointer data);

typedef enum
{
  ANS_ORIENTATION_PORTRAIT,
  ANS_ORIENTATION_LANDSCAPE,
} AnsOrientation;

/**
 * AnsPageNumbers:
 * @ANS_PAGE_NUMBERS_NONE: no page numbers
 * @ANS_PAGE_NUMBERS_TOP: centred in the top margin, not on page 1 (NĐ 30/2020, Annex I)
 * @ANS_PAGE_NUMBERS_FOOTER: "Trang x/y" at the foot of each page (allowed on lists)
 */
typedef enum
{
  ANS_PAGE_NUMBERS_NONE,
  ANS_PAGE_NUMBERS_TOP,
  ANS_PAGE_NUMBERS_FOOTER,
} AnsPageNumbers;

/** The faces an official paper is set in; the last two have the metrics of the first. */
#define ANS_DOCUMENT_FONT "Times New Roman,Tinos,Liberation Serif"

/** The word across each page of a list that may still change. */
#define ANS_DOCUMENT_DRAFT "DỰ THẢO"

#define ANS_TYPE_DOCUMENT (ans_document_get_type ())
G_DECLARE_FINAL_TYPE (AnsDocument, ans_document, ANS, DOCUMENT, GObject)

AnsDocument *ans_document_new (AnsTableSource *table);
AnsTableSource *ans_document_get_table (AnsDocument *self);

void ans_document_set_parent_agency (AnsDocument *self, const char *line);
void ans_document_set_agency (AnsDocument *self, const char *const *lines);
void ans_document_set_number (AnsDocument *self, const char *line);
void ans_document_set_place_date (AnsDocument *self, const char *line);

void ans_document_set_title (AnsDocument *self, const char *title);
const char *ans_document_get_title (AnsDocument *self);
void ans_document_set_subtitle (AnsDocument *self, const char *subtitle);
void ans_document_set_attachment (AnsDocument *self, const char *line);
void ans_document_add_opening (AnsDocument *self, const char *text, gboolean italic);
void ans_document_set_unit_note (AnsDocument *self, const char *note);
void ans_document_set_empty_text (AnsDocument *self, const char *text);

void ans_document_add_closing (AnsDocument *self, const char *text, gboolean italic);
void ans_document_add_signature (AnsDocument *self,
                                 const char *const *heading,
                                 const char *note,
                                 const char *signer);

void ans_document_set_orientation (AnsDocument *self, AnsOrientation orientation);
AnsOrientation ans_document_get_orientation (AnsDocument *self);
void ans_document_set_margins (
    AnsDocument *self, double top_mm, double bottom_mm, double left_mm, double right_mm);
void ans_document_set_row_height (AnsDocument *self, double height_mm);
void ans_document_set_table_size (AnsDocument *self, double points);
void ans_document_set_least_size (AnsDocument *self, double points);
void ans_document_set_watermark (AnsDocument *self, const char *word);
void ans_document_set_page_numbers (AnsDocument *self, AnsPageNumbers style);
void ans_document_set_number_groups (AnsDocument *self, gboolean number_groups);
void ans_document_set_hide_sensitive (AnsDocument *self, gboolean hide);
gboolean ans_document_get_hide_sensitive (AnsDocument *self);
void ans_document_set_font (AnsDocument *self, const char *families);
void ans_document_set_author (AnsDocument *self, const char *author);

G_END_DECLS
