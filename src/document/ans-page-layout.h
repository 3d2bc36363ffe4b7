/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/ans-document.h"

G_BEGIN_DECLS

#define ANS_TYPE_PAGE_LAYOUT (ans_page_layout_get_type ())
G_DECLARE_FINAL_TYPE (AnsPageLayout, ans_page_layout, ANS, PAGE_LAYOUT, GObject)

AnsPageLayout *ans_page_layout_new (AnsDocument *document,
                                    GCancellable *cancellable,
                                    AnsDocumentProgress progress,
                                    gpointer progress_data,
                                    GError **error);
AnsDocument *ans_page_layout_get_document (AnsPageLayout *self);
guint ans_page_layout_get_n_pages (AnsPageLayout *self);
void ans_page_layout_get_page_size (AnsPageLayout *self, double *width, double *height);
void ans_page_layout_get_page_rows (AnsPageLayout *self, guint page, guint *first, guint *n);
const char *ans_page_layout_get_font_family (AnsPageLayout *self);
char *ans_page_layout_dump (AnsPageLayout *self, guint page, GError **error);

G_END_DECLS
