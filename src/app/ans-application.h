/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ANS_APPLICATION_ID "vn.soansinh.SoAnSinh"
#define ANS_RESOURCE_PATH  "/vn/soansinh/SoAnSinh"

#define ANS_TYPE_APPLICATION (ans_application_get_type ())
G_DECLARE_FINAL_TYPE (AnsApplication, ans_application, ANS, APPLICATION, AdwApplication)

AnsApplication *ans_application_new (void);

/** ans_settings: Returns: (transfer none): the settings of this person on this machine */
GSettings *ans_settings (void);

/**
 * ans_application_prepare_display:
 *
 * What every window of the program needs: crisp Vietnamese tone marks, colours, icons. Called by
 * the application; tests call it themselves.
 */
void ans_application_prepare_display (void);

/** ans_application_show_about: Returns: (transfer none): what the program is, over @parent */
AdwDialog *ans_application_show_about (GtkWidget *parent);

/** ans_application_get_exit_status: what main() returns (the tour may fail). */
int ans_application_get_exit_status (AnsApplication *self);

G_END_DECLS
