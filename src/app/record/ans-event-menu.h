/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "registry/ans-household-events.h"

G_BEGIN_DECLS

/**
 * ans_event_menu_new:
 * @action: name of an action that takes the id of an event: “page.event”
 *
 * Returns: (transfer full): a menu of all household events
 */
GMenuModel *ans_event_menu_new (const char *action);

G_END_DECLS
