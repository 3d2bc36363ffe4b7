/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-event-menu.h"

#include <glib/gi18n.h>

GMenuModel *
ans_event_menu_new (const char *action)
{
  GMenu *menu = g_menu_new ();
  guint n;
  const AnsEventKind *kinds = ans_event_kinds (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (kinds[i].label), NULL);

      g_menu_item_set_action_and_target (item, action, "s", kinds[i].id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
