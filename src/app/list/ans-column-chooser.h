/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "listing/ans-listing.h"

G_BEGIN_DECLS

/**
 * AnsColumnChooser:
 *
 * Which columns a list shows, and in which order. Writes the settings and emits “changed”.
 */
#define ANS_TYPE_COLUMN_CHOOSER (ans_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AnsColumnChooser, ans_column_chooser, ANS, COLUMN_CHOOSER, GtkPopover)

GtkWidget *ans_column_chooser_new (const AnsListingInfo *info);

G_END_DECLS
