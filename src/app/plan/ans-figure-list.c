/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-figure-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/plan/ans-plan-look.h"

/* Rows that are made before the first frame shows them, and in each frame after it. */
#define FIRST_ROWS 8
#define MORE_ROWS  7

struct _AnsFigureList
{
  AdwBin parent_instance;

  AnsFigures *figures; /* (nullable) */
  GPtrArray *sorted;   /* (nullable) AnsFigure, in the order of the list */
  gboolean writable;
  guint tick;      /* makes the rows that are missing */
  gboolean is_new; /* the first of them were not painted yet */

  gboolean editable;
  gboolean narrow;
  AnsFigureFilter filter;
  GPtrArray *rows; /* AnsFigureRow, of the first of these figures, after some frames of all */
  GtkWidget *header;
  GtkListBox *list;
};

enum
{
  OPENED,
  TARGET_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsFigureList, ans_figure_list, ADW_TYPE_BIN)

AnsFigureFilter
ans_figure_filter_of (AnsStanding standing)
{
  switch (standing)
    {
    case ANS_STANDING_MET:
    case ANS_STANDING_NOT_ARISEN:
      return ANS_FIGURES_MET;
    case ANS_STANDING_ON_TIME:
      return ANS_FIGURES_ON_TIME;
    case ANS_STANDING_LATE:
    case ANS_STANDING_NOT_MET:
      return ANS_FIGURES_LATE;
    case ANS_STANDING_NO_DATA:
    case ANS_STANDING_STANDARDS_DIFFER:
    case ANS_STANDING_WATCHED:
    case ANS_N_STANDINGS:
    default:
      return ANS_FIGURES_UNKNOWN;
    }
}

static const char *
area_of (gpointer row)
{
  return ans_figure_get_indicator (ans_figure_row_get_figure (row))->area;
}

static AnsStanding
standing_of (AnsFigureList *self, guint i)
{
  return ans_figures_standing (self->figures, self->sorted->pdata[i]);
}

static gboolean
is_seen (AnsFigureList *self, AnsFigureRow *row)
{
  return self->filter == ANS_FIGURES_ALL ||
         self->filter == ans_figure_filter_of (ans_figure_row_get_standing (row));
}

/* Not by a filter of the list box: it measures rows that it hides for a height of 0, which those
 * with text in several lines can't have. */
static void
fill (AnsFigureList *self)
{
  GtkListBoxRow *at = gtk_list_box_get_row_at_index (self->list, 0);
  gboolean same = TRUE;

  for (guint i = 0; same && i < self->rows->len; i++)
    if (at != NULL && is_seen (self, self->rows->pdata[i]))
      {
        same = at == self->rows->pdata[i];
        at = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (at) + 1);
      }
  if (!same || at != NULL)
    gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->rows->len; i++)
    if (is_seen (self, self->rows->pdata[i]) &&
        gtk_widget_get_parent (self->rows->pdata[i]) == NULL)
      gtk_list_box_append (self->list, self->rows->pdata[i]);
  gtk_list_box_invalidate_headers (self->list);
}

/* --- areas ----------------------------------------------------------------------------------- */

/* “0/3 đạt”: of those that can be met. */
static char *
score_of (AnsFigureList *self, const char *area)
{
  guint met = 0, all = 0;

  for (guint i = 0; self->sorted != NULL && i < self->sorted->len; i++)
    {
      const AnsStanding standing = standing_of (self, i);

      if (g_strcmp0 (ans_figure_get_indicator (self->sorted->pdata[i])->area, area) != 0 ||
          standing == ANS_STANDING_WATCHED)
        continue;
      all++;
      met += ans_figure_filter_of (standing) == ANS_FIGURES_MET ? 1 : 0;
    }
  return all > 0 ? g_strdup_printf ("%u/%u đạt", met, all) : g_strdup ("");
}

static GtkWidget *
area_header (AnsFigureList *self, GtkListBoxRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const AnsIndicator *indicator =
      ans_figure_get_indicator (ans_figure_row_get_figure (ANS_FIGURE_ROW (row)));
  g_autofree char *section = ans_plan_words_section (indicator->code);
  g_autofree char *score = score_of (self, indicator->area);
  GtkWidget *title =
      ans_plan_words_label (ans_plan_words_area (indicator->area), "ans-strong", NULL);
  GtkWidget *image = gtk_image_new_from_icon_name (ans_plan_words_area_icon (indicator->area));

  gtk_image_set_pixel_size (GTK_IMAGE (image), 16);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), ans_plan_words_label (section, "ans-secondary", NULL));
  title = ans_plan_words_label (score, "ans-secondary", "numeric", NULL);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (box, "ans-area-row");
  return box;
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  if (before == NULL || g_strcmp0 (area_of (row), area_of (before)) != 0)
    gtk_list_box_row_set_header (row, area_header (user_data, row));
  else
    gtk_list_box_row_set_header (row, NULL);
}

/* --- rows ------------------------------------------------------------------------------------ */

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  AnsFigure *left = *(AnsFigure *const *) a, *right = *(AnsFigure *const *) b;
  const guint x = ans_plan_words_area_order (ans_figure_get_indicator (left)->area);
  const guint y = ans_plan_words_area_order (ans_figure_get_indicator (right)->area);

  return (x > y) - (x < y);
}

/* By area; within one in the order of the plan: g_ptr_array_sort() is stable. */
static GPtrArray *
in_order (AnsFigures *figures)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (figures));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, g_list_model_get_item (G_LIST_MODEL (figures), i));
  g_ptr_array_sort (sorted, compare_areas);
  return sorted;
}

static gboolean
are_same (GPtrArray *left, GPtrArray *right)
{
  return left != NULL && left->len == right->len &&
         (left->len == 0 || memcmp (left->pdata, right->pdata, left->len * sizeof (gpointer)) == 0);
}

static void
row_edited (AnsFigureList *self, AnsFigureRow *row)
{
  g_signal_emit (self, signals[TARGET_EDITED], 0, row);
}

static void
update_row (AnsFigureList *self, gpointer row)
{
  ans_figure_row_set_writable (row, self->writable);
  ans_figure_row_update (row, self->figures);
}

static void
make_rows (AnsFigureList *self, guint n)
{
  for (; n > 0 && self->rows->len < self->sorted->len; n--)
    {
      GtkWidget *row = ans_figure_row_new (self->sorted->pdata[self->rows->len], self->editable);

      ans_figure_row_set_narrow (ANS_FIGURE_ROW (row), self->narrow);
      g_signal_connect_object (row, "target-edited", G_CALLBACK (row_edited), self,
                               G_CONNECT_SWAPPED);
      update_row (self, row);
      g_ptr_array_add (self->rows, g_object_ref_sink (row));
    }
  fill (self);
}

static gboolean
make_more (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AnsFigureList *self = ANS_FIGURE_LIST (widget);

  if (self->is_new)
    {
      self->is_new = FALSE;
      return G_SOURCE_CONTINUE;
    }
  make_rows (self, MORE_ROWS);
  if (self->rows->len < self->sorted->len)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

void
ans_figure_list_update (AnsFigureList *self, AnsFigures *figures, gboolean writable)
{
  g_autoptr (GPtrArray) sorted = NULL;

  g_return_if_fail (ANS_IS_FIGURE_LIST (self));
  g_return_if_fail (ANS_IS_FIGURES (figures));

  sorted = in_order (figures);
  g_set_object (&self->figures, figures);
  self->writable = writable;
  if (are_same (self->sorted, sorted))
    {
      for (guint i = 0; i < self->rows->len; i++)
        update_row (self, self->rows->pdata[i]);
      fill (self);
      return;
    }
  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  self->sorted = g_steal_pointer (&sorted);
  self->is_new = TRUE;
  make_rows (self, FIRST_ROWS);
  if (self->tick == 0 && self->rows->len < self->sorted->len)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_more, NULL, NULL);
}

void
ans_figure_list_set_filter (AnsFigureList *self, AnsFigureFilter filter)
{
  g_return_if_fail (ANS_IS_FIGURE_LIST (self));

  self->filter = filter;
  fill (self);
}

void
ans_figure_list_set_narrow (AnsFigureList *self, gboolean narrow)
{
  g_return_if_fail (ANS_IS_FIGURE_LIST (self));

  self->narrow = narrow;
  gtk_widget_set_visible (self->header, !narrow);
  for (guint i = 0; i < self->rows->len; i++)
    ans_figure_row_set_narrow (self->rows->pdata[i], narrow);
}

void
ans_figure_list_count (AnsFigureList *self, guint counts[ANS_N_STANDINGS])
{
  g_return_if_fail (ANS_IS_FIGURE_LIST (self));

  for (guint i = 0; i < ANS_N_STANDINGS; i++)
    counts[i] = 0;
  for (guint i = 0; self->sorted != NULL && i < self->sorted->len; i++)
    counts[standing_of (self, i)]++;
}

AnsFigureRow *
ans_figure_list_find (AnsFigureList *self, const char *code)
{
  g_return_val_if_fail (ANS_IS_FIGURE_LIST (self), NULL);

  if (self->sorted != NULL && self->rows->len < self->sorted->len)
    make_rows (self, self->sorted->len);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (
            ans_figure_get_indicator (ans_figure_row_get_figure (self->rows->pdata[i]))->code,
            code) == 0)
      return self->rows->pdata[i];
  return NULL;
}

void
ans_figure_list_focus (AnsFigureList *self, const char *code)
{
  AnsFigureRow *row = ans_figure_list_find (self, code);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

AnsFigure *
ans_figure_list_get_focus (AnsFigureList *self)
{
  GtkWidget *row;

  g_return_val_if_fail (ANS_IS_FIGURE_LIST (self), NULL);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  return ANS_IS_FIGURE_ROW (row) ? ans_figure_row_get_figure (ANS_FIGURE_ROW (row)) : NULL;
}

/* --- object ---------------------------------------------------------------------------------- */

static void
row_activated (AnsFigureList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPENED], 0, ans_figure_row_get_figure (ANS_FIGURE_ROW (row)));
}

static void
ans_figure_list_dispose (GObject *object)
{
  AnsFigureList *self = ANS_FIGURE_LIST (object);

  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_clear_object (&self->figures);
  G_OBJECT_CLASS (ans_figure_list_parent_class)->dispose (object);
}

static void
ans_figure_list_finalize (GObject *object)
{
  g_ptr_array_unref (ANS_FIGURE_LIST (object)->rows);
  G_OBJECT_CLASS (ans_figure_list_parent_class)->finalize (object);
}

static void
ans_figure_list_class_init (AnsFigureListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_figure_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_figure_list_finalize;
  signals[OPENED] = g_signal_new ("opened", ANS_TYPE_FIGURE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ANS_TYPE_FIGURE);
  signals[TARGET_EDITED] = g_signal_new ("target-edited", ANS_TYPE_FIGURE_LIST, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, ANS_TYPE_FIGURE_ROW);
}

static void
ans_figure_list_init (AnsFigureList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkWidget *
ans_figure_list_new (gboolean editable)
{
  AnsFigureList *self = g_object_new (ANS_TYPE_FIGURE_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->editable = editable;
  self->header = ans_figure_header_new (editable);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, set_header, self, NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Targets by area"), -1);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "ans-figures");
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (box), self->header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
