/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a record is opened: on its page, in its dialog or in its form. */
#include "app/window/ans-window.h"

#include <glib/gi18n.h>

#include "app/poverty/ans-round-dialog.h"
#include "app/record/ans-household-page.h"
#include "app/record/ans-person-page.h"
#include "app/window/ans-form-choice.h"
#include "areas/ans-poverty.h"

void
ans_window_open_record (AnsWindow *self, const AnsRegister *reg, gint64 id, AnsRowModel *siblings)
{
  AnsBook *book;

  g_return_if_fail (ANS_IS_WINDOW (self));
  g_return_if_fail (reg != NULL);

  book = ans_window_get_book (self);
  if (book == NULL)
    return;
  if (ans_register_is (reg, &ans_register_people))
    ans_window_push_page (self, ans_person_page_new (self, book, id, siblings));
  else if (ans_register_is (reg, &ans_register_households))
    ans_window_push_page (self, ans_household_page_new (self, book, id, siblings));
  else if (ans_register_is (reg, &ans_register_poverty_rounds))
    ans_round_dialog_present (self, id);
  else
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AnsRecord) record = ans_record_load (book, reg, id, &error);

      if (record == NULL)
        ans_window_show_error (self, _ ("The record can't be opened"), error);
      else
        ans_form_choice_present (GTK_WIDGET (self), record, NULL, NULL);
    }
}

void
ans_window_open_person (AnsWindow *self, gint64 id)
{
  ans_window_open_record (self, &ans_register_people, id, NULL);
}

void
ans_window_open_household (AnsWindow *self, gint64 id)
{
  ans_window_open_record (self, &ans_register_households, id, NULL);
}
