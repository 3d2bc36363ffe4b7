/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "registry/ans-record.h"

G_BEGIN_DECLS

/**
 * AnsFieldView:
 *
 * One field of a record to read: label and value. A sensitive value is masked; its eye button
 * shows it for a short while.
 */
#define ANS_TYPE_FIELD_VIEW (ans_field_view_get_type ())
G_DECLARE_FINAL_TYPE (AnsFieldView, ans_field_view, ANS, FIELD_VIEW, GtkWidget)

GtkWidget *ans_field_view_new (AnsRecord *record, const AnsField *field);

/** ans_field_view_get_text: Returns: what stands on the screen now */
const char *ans_field_view_get_text (AnsFieldView *self);

/** ans_field_view_reveal: shows a masked value, or hides it again. */
void ans_field_view_reveal (AnsFieldView *self, gboolean revealed);

G_END_DECLS
