/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-compact.h"

#include <glib/gi18n.h>

#include "app/list/ans-list-words.h"
#include "app/record/ans-mask.h"

/* Headings are measured a frame after their rows. */
#define TOP_FRAMES 3

struct _AnsListCompact
{
  AdwBin parent_instance;

  AnsRowModel *rows;
  AnsListSelection *selection;
  GtkListView *view;
  GtkScrolledWindow *scrolled;
  GtkListItemFactory *headings;
  guint top_tick; /* goes to the top after the next layouts */
  guint top_frames;
};

enum
{
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsListCompact, ans_list_compact, ADW_TYPE_BIN)

static const AnsListingInfo *
get_info (AnsListCompact *self)
{
  return ans_listing_get_info (ans_row_model_get_listing (self->rows));
}

static char *
cell_text (const AnsListingInfo *info, AnsRow *row, const char *id)
{
  guint n;
  const AnsListingColumn *columns = ans_listing_info_get_columns (info, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (columns[i].id, id))
      {
        const char *text = ans_row_get_display (row, i);

        if (text == NULL)
          return NULL;
        return columns[i].flags & ANS_FIELD_SENSITIVE ? ans_mask_text (text) : g_strdup (text);
      }
  return NULL;
}

static void
show_row (AnsListCompact *self, GtkListItem *item)
{
  const AnsListingInfo *info = get_info (self);
  const char *const *ids = ans_list_words_compact (info);
  AnsRow *row = gtk_list_item_get_item (item);
  GtkWidget *title = g_object_get_data (G_OBJECT (item), "ans-title");
  GtkWidget *line = g_object_get_data (G_OBJECT (item), "ans-line");
  g_autofree char *name = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);

  if (row == NULL)
    return;
  name = cell_text (info, row, ids[0]);
  for (guint i = 1; ids[i] != NULL; i++)
    {
      g_autofree char *text = cell_text (info, row, ids[i]);

      if (text == NULL || *text == '\0')
        continue;
      if (g_str_equal (ids[i], "members"))
        {
          g_autofree char *people = ans_list_words_count (ans_listing_info_find ("people"),
                                                          g_ascii_strtoull (text, NULL, 10));

          g_string_append_printf (rest, "%s%s", rest->len > 0 ? " · " : "", people);
        }
      else
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " · " : "", text);
    }
  gtk_label_set_label (GTK_LABEL (title), name != NULL && *name != '\0' ? name : "–");
  gtk_label_set_label (GTK_LABEL (line), rest->str);
  gtk_list_item_set_accessible_label (item, name != NULL ? name : "");
  gtk_list_item_set_accessible_description (item, rest->str);
}

static void
row_changed (AnsRow *row, GtkListItem *item)
{
  show_row (g_object_get_data (G_OBJECT (item), "ans-list"), item);
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item, AnsListCompact *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *line = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "ans-compact-row");
  gtk_widget_add_css_class (title, "ans-name");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (line, "ans-secondary");
  gtk_widget_add_css_class (line, "numeric");
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), line);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("ans-chevron-symbolic"));
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), "ans-list", self);
  g_object_set_data (G_OBJECT (item), "ans-title", title);
  g_object_set_data (G_OBJECT (item), "ans-line", line);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item, AnsListCompact *self)
{
  show_row (self, item);
  g_signal_connect (gtk_list_item_get_item (item), "changed", G_CALLBACK (row_changed), item);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item, AnsListCompact *self)
{
  if (gtk_list_item_get_item (item) != NULL)
    g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed, item);
}

static void
heading_update (GtkListHeader *header, GParamSpec *pspec, AnsListCompact *self)
{
  GtkWidget *label = gtk_list_header_get_child (header);
  const AnsListingGroup *group;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (label == NULL || self->rows == NULL)
    return;
  group = ans_row_model_get_group (self->rows, gtk_list_header_get_start (header));
  count = ans_list_words_count (get_info (self), group != NULL ? group->count : 0);
  text = g_strdup_printf (
      "%s · %s", group != NULL && *group->title != '\0' ? group->title : _ ("Without a village"),
      count);
  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
heading_setup (GtkSignalListItemFactory *factory, GtkListHeader *header, AnsListCompact *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "ans-group");
  gtk_list_header_set_child (header, label);
  g_signal_connect_object (header, "notify", G_CALLBACK (heading_update), self, 0);
}

static void
heading_bind (GtkSignalListItemFactory *factory, GtkListHeader *header, AnsListCompact *self)
{
  heading_update (header, NULL, self);
}

static void
activated (GtkListView *view, guint position, AnsListCompact *self)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, position);
}

void
ans_list_compact_set_rows (AnsListCompact *self, AnsRowModel *rows, AnsListSelection *selection)
{
  g_return_if_fail (ANS_IS_LIST_COMPACT (self));

  g_set_object (&self->rows, rows);
  g_set_object (&self->selection, selection);
  ans_list_compact_update_grouping (self);
}

void
ans_list_compact_set_shown (AnsListCompact *self, gboolean shown)
{
  g_return_if_fail (ANS_IS_LIST_COMPACT (self));
  gtk_list_view_set_model (self->view, shown ? GTK_SELECTION_MODEL (self->selection) : NULL);
}

void
ans_list_compact_update_grouping (AnsListCompact *self)
{
  gboolean grouped;

  g_return_if_fail (ANS_IS_LIST_COMPACT (self));
  grouped = ans_listing_get_grouped (ans_row_model_get_listing (self->rows));
  gtk_list_view_set_header_factory (self->view, grouped ? self->headings : NULL);
}

static gboolean
go_to_top (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AnsListCompact *self = ANS_LIST_COMPACT (widget);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  if (--self->top_frames > 0)
    return G_SOURCE_CONTINUE;
  self->top_tick = 0;
  return G_SOURCE_REMOVE;
}

void
ans_list_compact_scroll_to_top (AnsListCompact *self)
{
  g_return_if_fail (ANS_IS_LIST_COMPACT (self));
  if (gtk_list_view_get_model (self->view) != NULL &&
      g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  self->top_frames = TOP_FRAMES;
  if (self->top_tick == 0)
    self->top_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), go_to_top, NULL, NULL);
}

static void
ans_list_compact_dispose (GObject *object)
{
  AnsListCompact *self = ANS_LIST_COMPACT (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->headings);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (ans_list_compact_parent_class)->dispose (object);
}

static void
ans_list_compact_class_init (AnsListCompactClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_list_compact_dispose;
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", ANS_TYPE_LIST_COMPACT, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ans_list_compact_init (AnsListCompact *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind), self, 0);
  self->headings = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (self->headings, "setup", G_CALLBACK (heading_setup), self, 0);
  g_signal_connect_object (self->headings, "bind", G_CALLBACK (heading_bind), self, 0);

  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "ans-compact");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("List"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (activated), self);

  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}
