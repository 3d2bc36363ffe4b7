/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/meeting/ans-meeting.h"

#include <glib/gi18n.h>

#include "app/plan/ans-plan-source.h"
#include "report/ans-plan-deck.h"

AnsMeetingWindow *
ans_meeting_start (AnsWindow *window)
{
  AnsBook *book = ans_window_get_book (window);
  g_autoptr (AnsPlanSource) source = NULL;
  g_autoptr (GError) error = NULL;
  AnsFigures *figures;
  AnsDeck *deck;
  GtkWidget *meeting;

  g_return_val_if_fail (ANS_IS_WINDOW (window), NULL);

  if (book == NULL)
    return NULL;
  source = ans_plan_source_get (window, book);
  figures = ans_plan_source_evaluate (source);
  if (figures == NULL)
    {
      ans_window_toast (window, _ ("The book has no plan to make slides of"), 0);
      return NULL;
    }
  deck = ans_plan_deck_new (figures, ANS_THEME_LIGHT, &error);
  if (deck == NULL)
    {
      ans_window_show_error (window, _ ("The Slides Can't Be Made"), error);
      return NULL;
    }
  meeting = ans_meeting_window_new (deck, 0);
  ans_meeting_window_start (ANS_MEETING_WINDOW (meeting), GTK_WINDOW (window));
  return ANS_MEETING_WINDOW (meeting);
}
