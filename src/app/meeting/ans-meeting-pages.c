/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/meeting/ans-meeting-pages.h"

#include <glib/gi18n.h>

#include "app/meeting/ans-slide-view.h"

#define PICTURE_WIDTH  240
#define PICTURE_HEIGHT 135
#define MOST_IN_A_ROW  7

struct _AnsMeetingPages
{
  AdwBin parent_instance;

  AnsDeck *deck; /* (nullable) */
  guint slide;   /* that gets the focus */
  guint frames;
  GtkGridView *grid;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsMeetingPages, ans_meeting_pages, ADW_TYPE_BIN)

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, AnsMeetingPages *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *picture = g_object_new (ANS_TYPE_SLIDE_VIEW, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, AnsMeetingPages *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *picture = gtk_widget_get_first_child (box);
  const guint slide = gtk_list_item_get_position (item);
  const char *title = ans_deck_get_title (self->deck, slide);
  g_autofree char *text = g_strdup_printf ("%u. %s", slide + 1, title);

  ans_slide_view_set_deck (ANS_SLIDE_VIEW (picture), self->deck, slide, FALSE);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_widget_set_tooltip_text (box, title);
  gtk_list_item_set_accessible_label (item, text);
}

static void
activated (GtkGridView *grid, guint position, AnsMeetingPages *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, position);
}

static void
fill (AnsMeetingPages *self, AnsDeck *deck)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (titles));

  gtk_grid_view_set_model (self->grid, NULL);
  g_clear_pointer (&self->deck, ans_deck_free);
  self->deck = ans_deck_ref (deck);
  for (guint i = 0; i < ans_deck_get_n_slides (deck); i++)
    gtk_string_list_append (titles, ans_deck_get_title (deck, i));
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/* A row can have the focus only when it has been laid out. */
static gboolean
focus (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AnsMeetingPages *self = ANS_MEETING_PAGES (widget);

  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;
  gtk_grid_view_scroll_to (self->grid, self->slide, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                           NULL);
  return G_SOURCE_REMOVE;
}

void
ans_meeting_pages_show (AnsMeetingPages *self, AnsDeck *deck, guint slide)
{
  g_return_if_fail (ANS_IS_MEETING_PAGES (self));

  if (deck != self->deck)
    fill (self, deck);
  self->slide = slide;
  self->frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus, NULL, NULL);
}

static void
ans_meeting_pages_dispose (GObject *object)
{
  AnsMeetingPages *self = ANS_MEETING_PAGES (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->deck, ans_deck_free);
  G_OBJECT_CLASS (ans_meeting_pages_parent_class)->dispose (object);
}

static void
ans_meeting_pages_class_init (AnsMeetingPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_meeting_pages_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", ANS_TYPE_MEETING_PAGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ans_meeting_pages_init (AnsMeetingPages *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), self);
  self->grid = GTK_GRID_VIEW (gtk_grid_view_new (NULL, factory));
  gtk_grid_view_set_max_columns (self->grid, MOST_IN_A_ROW);
  gtk_grid_view_set_single_click_activate (self->grid, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "ans-meeting-pages");
  g_signal_connect (self->grid, "activate", G_CALLBACK (activated), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All slides"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
