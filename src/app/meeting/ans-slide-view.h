/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/ans-slide.h"

G_BEGIN_DECLS

/**
 * AnsSlideView:
 *
 * One slide of a deck, as large as there is room, in the middle of a black frame. The picture of
 * each slide is kept at the size in which it was shown; the one that is likely to be next is drawn
 * ahead while nothing else is to be done.
 */
#define ANS_TYPE_SLIDE_VIEW (ans_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (AnsSlideView, ans_slide_view, ANS, SLIDE_VIEW, GtkWidget)

/** ans_slide_view_set_deck: @deck: finished, with a slide at least; shows its slide @slide.
 * @ahead: whether the next ones are drawn ahead */
void ans_slide_view_set_deck (AnsSlideView *self, AnsDeck *deck, guint slide, gboolean ahead);

void ans_slide_view_set_slide (AnsSlideView *self, guint slide);
guint ans_slide_view_get_slide (AnsSlideView *self);

/** ans_slide_view_set_black: shows nothing, so that people look at who speaks. */
void ans_slide_view_set_black (AnsSlideView *self, gboolean black);
gboolean ans_slide_view_get_black (AnsSlideView *self);

G_END_DECLS
