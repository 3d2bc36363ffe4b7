/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/meeting/ans-meeting.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/plan/ans-figure-view.h"
#include "app/plan/ans-plan-page.h"
#include "app/window/ans-places.h"
#include "app/window/ans-window-private.h"
#include "plan/ans-plan-choices.h"
#include "report/ans-plan-deck.h"

/* --- where it begins ------------------------------------------------------------------------- */

/* The indicator whose page is shown. */
static AnsFigure *
figure_of_page (AnsWindow *window, AnsFigures *figures)
{
  AdwNavigationPage *page = ans_window_get_page (window);
  AnsPlanView *view =
      ANS_IS_PLAN_PAGE (page) ? ans_plan_page_get_view (ANS_PLAN_PAGE (page)) : NULL;
  const char *code =
      ANS_IS_FIGURE_VIEW (view) ? ans_figure_view_get_code (ANS_FIGURE_VIEW (view)) : NULL;

  return code != NULL ? ans_figures_find (figures, code) : NULL;
}

static const char *
label_of_area (const char *id)
{
  for (const AnsChoice *area = ans_choices_plan_area; area->code != NULL; area++)
    if (g_strcmp0 (area->code, id) == 0)
      return area->label;
  return NULL;
}

static guint
first_slide (AnsWindow *window, AnsFigures *figures, const AnsDeck *deck)
{
  AnsFigure *figure = figure_of_page (window, figures);
  const char *page = ans_window_get_area (window);
  const AnsPlace *place = page != NULL ? ans_place_find (page) : NULL;
  const char *area = label_of_area (figure != NULL  ? ans_figure_get_indicator (figure)->area
                                    : place != NULL ? place->id
                                                    : NULL);
  guint slide;

  if (figure != NULL && ans_deck_find (deck, ans_figure_get_indicator (figure)->code, &slide))
    return slide;
  /* an indicator without data has no slide of its own: it is a line of its area's */
  return area != NULL && ans_deck_find (deck, area, &slide) ? slide : 0;
}

/* --- its slides ------------------------------------------------------------------------------ */

static AnsDeck *
make_deck (AnsWindow *window, gboolean dark, guint *slide, GError **error)
{
  AnsBook *book = ans_window_get_book (window);
  g_autoptr (AnsPlanSource) source = book != NULL ? ans_plan_source_get (window, book) : NULL;
  AnsFigures *figures = source != NULL ? ans_plan_source_evaluate (source) : NULL;
  AnsDeck *deck;

  if (figures == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("The book has no plan to make slides of"));
      return NULL;
    }
  deck = ans_plan_deck_new (figures, dark ? ANS_THEME_DARK : ANS_THEME_LIGHT, error);
  if (deck != NULL)
    *slide = first_slide (window, figures, deck);
  return deck;
}

static void
dark_changed (AnsMeetingWindow *meeting, GParamSpec *pspec, AnsWindow *window)
{
  g_autoptr (AnsDeck) deck = NULL;
  g_autoptr (GError) error = NULL;
  gboolean dark;
  guint ignored;

  g_object_get (meeting, "dark", &dark, NULL);
  deck = make_deck (window, dark, &ignored, &error);
  if (deck != NULL)
    ans_meeting_window_set_deck (meeting, deck, ans_meeting_window_get_slide (meeting));
  else
    ans_meeting_window_show_error (meeting, _ ("The Slides Can't Be Made"), error);
}

AnsMeetingWindow *
ans_meeting_make (AnsWindow *window, GError **error)
{
  GSettings *settings = ans_settings ();
  guint slide = 0;
  g_autoptr (AnsDeck) deck = NULL;
  GtkWidget *meeting;

  g_return_val_if_fail (ANS_IS_WINDOW (window), NULL);

  deck = make_deck (window, g_settings_get_boolean (settings, "meeting-dark"), &slide, error);
  if (deck == NULL)
    return NULL;
  meeting = ans_meeting_window_new (deck, slide);
  g_settings_bind (settings, "meeting-dark", meeting, "dark", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (meeting, "notify::dark", G_CALLBACK (dark_changed), window, 0);
  return ANS_MEETING_WINDOW (meeting);
}

/* --- starting -------------------------------------------------------------------------------- */

static void
tell_keys (AnsMeetingWindow *meeting)
{
  GSettings *settings = ans_settings ();

  if (g_settings_get_boolean (settings, "meeting-keys-told"))
    return;
  g_settings_set_boolean (settings, "meeting-keys-told", TRUE);
  ans_meeting_window_tell_keys (meeting);
}

static void
let_sleep (GtkWidget *meeting, gpointer cookie)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    gtk_application_uninhibit (GTK_APPLICATION (application), GPOINTER_TO_UINT (cookie));
}

static void
keep_awake (AnsMeetingWindow *meeting, GtkApplication *application)
{
  guint cookie;

  if (application == NULL)
    return;
  cookie = gtk_application_inhibit (application, GTK_WINDOW (meeting), GTK_APPLICATION_INHIBIT_IDLE,
                                    _ ("Slides are shown in a meeting"));
  if (cookie != 0)
    g_signal_connect (meeting, "destroy", G_CALLBACK (let_sleep), GUINT_TO_POINTER (cookie));
}

static GtkWindow *
find_meeting (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ANS_IS_MEETING_WINDOW (window))
        return window;
    }
  return NULL;
}

AnsMeetingWindow *
ans_meeting_start (AnsWindow *window)
{
  GtkWindow *present = find_meeting ();
  AnsMeetingWindow *meeting;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ANS_IS_WINDOW (window), NULL);

  meeting = ans_meeting_make (window, &error);
  if (meeting == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        ans_window_toast (window, error->message, 0);
      else
        ans_window_show_error (window, _ ("The Slides Can't Be Made"), error);
      return NULL;
    }
  /* one meeting at a time; its slides may be of yesterday's numbers */
  if (present != NULL)
    gtk_window_close (present);
  g_signal_connect_object (window, "notify::book", G_CALLBACK (gtk_window_close), meeting,
                           G_CONNECT_SWAPPED);
  ans_meeting_window_start (meeting, window);
  keep_awake (meeting, gtk_window_get_application (GTK_WINDOW (window)));
  tell_keys (meeting);
  return meeting;
}
