/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** ans_shortcuts_dialog_present: lists the keys. Returns: (transfer none): the dialog */
AdwDialog *ans_shortcuts_dialog_present (GtkWidget *parent);

/** ans_shortcuts_dialog_present_meeting: only those of meeting mode. Returns: (transfer none) */
AdwDialog *ans_shortcuts_dialog_present_meeting (GtkWidget *parent);

G_END_DECLS
