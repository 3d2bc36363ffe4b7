/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tour/ans-tour-meeting.h"

#include "app/ans-application.h"
#include "app/meeting/ans-meeting.h"
#include "app/tour/ans-tour-plan.h"

GtkWidget *
ans_tour_meeting_find (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ANS_IS_MEETING_WINDOW (window))
        return window;
    }
  return NULL;
}

/* Over no more room than the window has: a picture of each look. */
static AnsMeetingWindow *
go_to (AnsWindow *window, const char *book, const char *subject, GError **error)
{
  AnsMeetingWindow *meeting;
  int width, height;
  guint slide = 0;

  if (!ans_tour_show_overview (window, book, error))
    return NULL;
  meeting = ans_meeting_make (window, error);
  if (meeting == NULL)
    return NULL;
  g_settings_unbind (meeting, "dark");
  g_object_set (meeting, "dark", adw_style_manager_get_dark (adw_style_manager_get_default ()),
                NULL);
  if (subject != NULL)
    ans_deck_find (ans_meeting_window_get_deck (meeting), subject, &slide);
  ans_meeting_window_go (meeting, slide);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (meeting), width, height);
  gtk_window_set_decorated (GTK_WINDOW (meeting), FALSE);
  gtk_window_present (GTK_WINDOW (meeting));
  return meeting;
}

gboolean
ans_tour_show_title (AnsWindow *window, const char *book, GError **error)
{
  AnsMeetingWindow *meeting = go_to (window, book, NULL, error);

  if (meeting == NULL)
    return FALSE;
  ans_meeting_window_tell_keys (meeting);
  return TRUE;
}

gboolean
ans_tour_show_slide (AnsWindow *window, const char *book, GError **error)
{
  AnsMeetingWindow *meeting = go_to (window, book, "2.3.2", error);

  if (meeting == NULL)
    return FALSE;
  ans_meeting_window_show_bar (meeting);
  return TRUE;
}

gboolean
ans_tour_show_area (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "Trợ giúp xã hội", error) != NULL;
}

gboolean
ans_tour_show_remaining (AnsWindow *window, const char *book, GError **error)
{
  return go_to (window, book, "Nhiệm vụ của kế hoạch chưa hoàn thành", error) != NULL;
}

gboolean
ans_tour_show_slides (AnsWindow *window, const char *book, GError **error)
{
  AnsMeetingWindow *meeting = go_to (window, book, "2.3.2", error);

  if (meeting == NULL)
    return FALSE;
  ans_meeting_window_show_pages (meeting, TRUE);
  return TRUE;
}

gboolean
ans_tour_show_keys (AnsWindow *window, const char *book, GError **error)
{
  AnsMeetingWindow *meeting = go_to (window, book, "2.3.2", error);

  return meeting != NULL && gtk_widget_activate_action (GTK_WIDGET (meeting), "meeting.help", NULL);
}

gboolean
ans_tour_show_black (AnsWindow *window, const char *book, GError **error)
{
  AnsMeetingWindow *meeting = go_to (window, book, NULL, error);

  return meeting != NULL &&
         gtk_widget_activate_action (GTK_WIDGET (meeting), "meeting.black", NULL);
}
