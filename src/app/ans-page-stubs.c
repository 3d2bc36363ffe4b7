/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stand-ins for pages that are still being built; each vanishes when its file is there. */
#include <glib/gi18n.h>

#include "app/ans-event-dialog.h"
#include "app/ans-history-page.h"
#include "app/ans-household-page.h"
#include "app/ans-import-page.h"
#include "app/ans-person-page.h"
#include "app/ans-preferences-dialog.h"
#include "app/ans-print-page.h"
#include "app/ans-record-form.h"

static G_GNUC_UNUSED AdwNavigationPage *
stub_page (const char *title)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *status = adw_status_page_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), status);
  return adw_navigation_page_new (view, title);
}

static G_GNUC_UNUSED AdwDialog *
stub_dialog (GtkWidget *parent, const char *title)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, NULL);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", "OK");
  adw_dialog_present (dialog, parent);
  return dialog;
}

#ifndef ANS_HAVE_PERSON_PAGE
AdwNavigationPage *
ans_person_page_new (AnsWindow *window, AnsBook *book, gint64 id, AnsRowModel *siblings)
{
  return stub_page ("Person");
}
#endif

#ifndef ANS_HAVE_HOUSEHOLD_PAGE
AdwNavigationPage *
ans_household_page_new (AnsWindow *window, AnsBook *book, gint64 id, AnsRowModel *siblings)
{
  return stub_page ("Household");
}
#endif

#ifndef ANS_HAVE_RECORD_FORM
AdwDialog *
ans_record_form_present (GtkWidget *parent, AnsRecord *record, AnsRecordFormSaved saved,
                         gpointer user_data)
{
  return stub_dialog (parent, "Record");
}
#endif

#ifndef ANS_HAVE_EVENT_DIALOG
AdwDialog *
ans_event_dialog_present (GtkWidget *parent, AnsBook *book, const AnsEventKind *kind,
                          gint64 household, gint64 person)
{
  return stub_dialog (parent, "Event");
}
#endif

#ifndef ANS_HAVE_IMPORT_PAGE
AdwNavigationPage *
ans_import_page_new (AnsWindow *window, AnsBook *book, const AnsRegister *reg, GFile *file)
{
  return stub_page ("Import");
}
#endif

#ifndef ANS_HAVE_PRINT_PAGE
AdwNavigationPage *
ans_print_page_new (AnsWindow *window, AnsListing *listing)
{
  return stub_page ("Print");
}

void
ans_print_page_set_rows (AdwNavigationPage *page, GArray *ids)
{
}
#endif

#ifndef ANS_HAVE_HISTORY_PAGE
AdwNavigationPage *
ans_history_page_new (AnsWindow *window, AnsBook *book)
{
  return stub_page ("History");
}
#endif

#ifndef ANS_HAVE_PREFERENCES_DIALOG
AdwDialog *
ans_preferences_dialog_present (AnsWindow *window)
{
  return stub_dialog (GTK_WIDGET (window), "Preferences");
}
#endif
