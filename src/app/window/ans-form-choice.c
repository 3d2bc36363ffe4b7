/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-form-choice.h"

#include "app/poverty/ans-review-form.h"
#include "areas/ans-poverty-review.h"

AdwDialog *
ans_form_choice_present (GtkWidget *parent,
                         AnsRecord *record,
                         AnsRecordFormSaved saved,
                         gpointer user_data)
{
  g_autoptr (AnsRecord) draft = NULL;

  if (!ans_register_is (ans_record_get_register (record), &ans_register_poverty_assessments))
    return ans_record_form_present (parent, record, saved, user_data);
  /* A new one knows the round that is under way. */
  if (ans_record_get_id (record) == 0)
    draft = ans_poverty_review_draft (ans_record_get_book (record), 0, 0);
  return ans_review_form_present (parent, draft != NULL ? draft : record);
}
