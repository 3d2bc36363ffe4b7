/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/ans-window.h"
#include "listing/ans-row-model.h"

G_BEGIN_DECLS

/**
 * AnsRecordPage:
 *
 * The page of one record: it follows the book, goes to the previous and next one of the list from
 * which it was opened, and edits, prints and deletes it (actions page.edit, page.print,
 * page.delete, page.previous, page.next, page.event). A page of a register shows the content.
 */
#define ANS_TYPE_RECORD_PAGE (ans_record_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (AnsRecordPage, ans_record_page, ANS, RECORD_PAGE, AdwNavigationPage)

/**
 * AnsRecordPageClass:
 * @reg: whose records it shows
 * @not_deleted: English source of the heading when it could not be deleted
 * @say_deleted: Returns: (transfer full): the toast after the record called @title was deleted
 * @show: shows @record; %NULL when it is not in the book any more
 * @make_print: Returns: (transfer floating): the print page of @record
 * @get_event_place: household and person that an event picked from the menu happens to
 */
struct _AnsRecordPageClass
{
  AdwNavigationPageClass parent_class;

  const AnsRegister *reg;
  const char *not_deleted;
  char *(*say_deleted) (const char *title);
  void (*show) (AnsRecordPage *self, AnsRecord *record);
  AdwNavigationPage *(*make_print) (AnsRecordPage *self, AnsRecord *record);
  void (*get_event_place) (AnsRecordPage *self,
                           AnsRecord *record,
                           gint64 *household,
                           gint64 *person);
};

/**
 * ans_record_page_open:
 * @window: (nullable): the window it is to live in
 * @title: shows where in the list the record is
 * @siblings: (nullable): the list from which it is opened
 *
 * Gives a new page its record and shows it.
 */
void ans_record_page_open (AnsRecordPage *self,
                           AnsWindow *window,
                           AdwWindowTitle *title,
                           AnsBook *book,
                           gint64 id,
                           AnsRowModel *siblings);

/** ans_record_page_get_record: Returns: (transfer none) (nullable): as it was last shown */
AnsRecord *ans_record_page_get_record (AnsRecordPage *self);
AnsBook *ans_record_page_get_book (AnsRecordPage *self);
gint64 ans_record_page_get_id (AnsRecordPage *self);
/** ans_record_page_get_window: Returns: (transfer none) (nullable): the window it lives in */
AnsWindow *ans_record_page_get_window (AnsRecordPage *self);

G_END_DECLS
