/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meeting mode, by its keys. */
#include "app/meeting/ans-meeting.h"
#include "plan/ans-plan.h"
#include "ui-fixture.h"

static gboolean
press (AnsMeetingWindow *meeting, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (meeting));
  g_autoptr (AnsMeetingWindow) kept = g_object_ref (meeting);
  gboolean handled = FALSE;

  g_test_message ("key %s", gdk_keyval_name (key));
  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller)) ==
              GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  return handled;
}

static void
test_keys (void)
{
  AnsWindow *window = ui_window_new ();
  g_autoptr (GError) error = NULL;
  AnsMeetingWindow *meeting;
  AnsSlideView *view;
  guint last;

  g_assert_null (ans_meeting_start (window)); /* no plan: a toast */
  ans_plan_load (ans_window_get_book (window), ANS_PLAN_SHIPPED, &error);
  g_assert_no_error (error);
  ui_settle (UI_QUIET);
  meeting = ans_meeting_start (window);
  g_assert_nonnull (meeting);
  g_object_add_weak_pointer (G_OBJECT (meeting), (gpointer *) &meeting);
  ui_settle (UI_QUIET);
  view = ui_find (meeting, ANS_TYPE_SLIDE_VIEW);
  g_assert_nonnull (view);
  ui_check_names (meeting, "meeting");

  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 0);
  press (meeting, GDK_KEY_Left);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 0);
  press (meeting, GDK_KEY_Right);
  press (meeting, GDK_KEY_space);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 2);
  press (meeting, GDK_KEY_Page_Up);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 1);
  press (meeting, GDK_KEY_1);
  press (meeting, GDK_KEY_0);
  press (meeting, GDK_KEY_Return);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 9);
  press (meeting, GDK_KEY_End);
  last = ans_meeting_window_get_slide (meeting);
  g_assert_cmpuint (last, >, 10);
  press (meeting, GDK_KEY_Right);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, last);
  press (meeting, GDK_KEY_b);
  g_assert_true (ans_slide_view_get_black (view));
  press (meeting, GDK_KEY_Left);
  g_assert_false (ans_slide_view_get_black (view));
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, last);
  press (meeting, GDK_KEY_Tab);
  ui_settle (UI_QUIET);
  g_assert_cmpuint (ui_count (GTK_WIDGET (meeting), ANS_TYPE_SLIDE_VIEW), ==, last + 2);
  ui_check_names (meeting, "pages of a meeting");
  press (meeting, GDK_KEY_Escape); /* back to the slide */
  g_assert_nonnull (meeting);
  press (meeting, GDK_KEY_Home);
  g_assert_cmpuint (ans_meeting_window_get_slide (meeting), ==, 0);
  press (meeting, GDK_KEY_Escape);
  ui_settle (UI_QUIET);
  g_assert_null (meeting);
  ui_window_close (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/meeting/keys", test_keys);
  return g_test_run ();
}
