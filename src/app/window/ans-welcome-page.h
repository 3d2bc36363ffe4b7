/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** AnsWelcomePage: the ways in when no book is open, and the recent books. */
#define ANS_TYPE_WELCOME_PAGE (ans_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsWelcomePage, ans_welcome_page, ANS, WELCOME_PAGE, AdwNavigationPage)

AnsWelcomePage *ans_welcome_page_new (void);

G_END_DECLS
