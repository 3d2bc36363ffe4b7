/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/ans-book.h"

G_BEGIN_DECLS

/** AnsExtraFieldsPage: a page of the preferences, with the fields that the office adds for itself.
 * Each change is an action at once. */
#define ANS_TYPE_EXTRA_FIELDS_PAGE (ans_extra_fields_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AnsExtraFieldsPage, ans_extra_fields_page, ANS, EXTRA_FIELDS_PAGE, AdwPreferencesPage)

/** ans_extra_fields_page_new: Returns: (transfer floating): for an AdwPreferencesDialog, in which
 * it tells what happened */
AdwPreferencesPage *ans_extra_fields_page_new (AnsBook *book);

G_END_DECLS
