/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/record/ans-record-form.h"

G_BEGIN_DECLS

/**
 * ans_form_choice_present:
 *
 * The form in which @record is best edited: the review form for a review of poverty, that of all
 * registers for the others. As ans_record_form_present().
 */
AdwDialog *ans_form_choice_present (GtkWidget *parent,
                                    AnsRecord *record,
                                    AnsRecordFormSaved saved,
                                    gpointer user_data);

G_END_DECLS
