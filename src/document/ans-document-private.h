/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the layout and the writers of this room read in a document. */
#pragma once

#include "document/ans-document.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;
  gboolean italic;
} AnsClosingLine;

typedef struct
{
  char **heading;
  char *note;
  char *signer;
} AnsSignature;

struct _AnsDocument
{
  GObject parent_instance;

  AnsTableSource *table;
  char *parent_agency;
  char **agency;
  char *number;
  char *place_date;
  char *title;
  char *subtitle;
  char *attachment;
  char *unit_note;
  GArray *opening; /* AnsClosingLine: above the table */
  char *empty_text;
  char *watermark;
  char *font;
  char *author;
  GArray *closing;    /* AnsClosingLine */
  GArray *signatures; /* AnsSignature */
  AnsOrientation orientation;
  AnsPageNumbers page_numbers;
  double margin_top, margin_bottom, margin_left, margin_right; /* mm */
  gboolean margins_set;
  double row_height; /* mm */
  double table_size; /* points */
  double least_size; /* points: cells shrink to this before they wrap */
  gboolean number_groups;
  gboolean hide_sensitive;
};

guint *ans_document_visible_columns (AnsDocument *self, guint *n_visible);
char *ans_document_group_title (AnsDocument *self, guint index, const char *title);
gboolean ans_document_check (AnsDocument *self, GError **error);

/* Everything of a document that stands before and after the table is a pair of texts. */
#define ANS_COUNTRY_LINE "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define ANS_MOTTO_LINE   "Độc lập - Tự do - Hạnh phúc"
#define ANS_PROGRAM_NAME "Sổ An Sinh"

G_END_DECLS
