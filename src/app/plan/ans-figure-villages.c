/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-figure-villages.h"

#include <glib/gi18n.h>

#include "app/plan/ans-figure-mark.h"
#include "app/plan/ans-plan-look.h"
#include "text/ans-number.h"

struct _AnsFigureVillages
{
  AdwBin parent_instance;

  gboolean narrow;
  AnsFigures *figures; /* (nullable) */
  AnsFigure *figure;   /* (nullable) */
  GtkGrid *grid;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsFigureVillages, ans_figure_villages, ADW_TYPE_BIN)

/* Columns of the table; some say nothing of some indicators. */
typedef struct
{
  gboolean share;  /* given to the villages */
  gboolean counts; /* numerator and denominator beside a ratio */
  gboolean start;  /* on the first day */
  gboolean mark;
} Columns;

static void
clicked (GtkButton *button, AnsFigureVillages *self)
{
  const gint64 *village = g_object_get_data (G_OBJECT (button), "ans-village");
  const guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ans-part"));

  g_signal_emit (self, signals[OPENED], 0, part, *village);
}

static void
add_label (AnsFigureVillages *self, const char *text, const char *css_class, int column, int row)
{
  GtkWidget *label = ans_plan_words_label (text, "numeric", css_class, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           column == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

/* A number with a list behind it. */
static void
add_button (AnsFigureVillages *self,
            const char *text,
            AnsFigurePartKind part,
            gint64 village,
            const char *where,
            int column,
            int row)
{
  /* Translators: a number, and the village of which it is */
  g_autofree char *name = g_strdup_printf (_ ("%s in %s: open the list"), text, where);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_add_css_class (button, "ans-number-button");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, _ ("Open the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "ans-part", GUINT_TO_POINTER (part));
  g_object_set_data_full (G_OBJECT (button), "ans-village", g_memdup2 (&village, sizeof village),
                          g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked), self);
  gtk_grid_attach (self->grid, button, column, row, 1, 1);
}

/* One without a list behind it is only a number. */
static void
add_number (AnsFigureVillages *self,
            gint64 count,
            AnsFigurePartKind part,
            gint64 village,
            const char *where,
            int column,
            int row)
{
  g_autofree char *text = count >= 0 ? ans_number_format (count) : g_strdup ("–");

  if (count >= 0 && ans_figure_has_part (self->figure, part))
    add_button (self, text, part, village, where, column, row);
  else
    add_label (self, text, "ans-cell", column, row);
}

static Columns
choose_columns (AnsFigureVillages *self)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (self->figure);
  Columns columns = { 0 };

  columns.share = g_hash_table_size (indicator->allocations) > 0;
  columns.counts = ans_figure_has_part (self->figure, ANS_PART_DENOMINATOR) && !self->narrow;
  columns.start = ans_figure_has_part (self->figure, ANS_PART_START_NUMERATOR) && !self->narrow;
  columns.mark = columns.share || indicator->kind == ANS_INDICATOR_RATIO;
  return columns;
}

static void
add_headings (AnsFigureVillages *self, const Columns *columns)
{
  const gboolean ratio = ans_figure_has_part (self->figure, ANS_PART_DENOMINATOR);
  int column = 0;

  add_label (self, "Thôn", "ans-column-title", column++, 0);
  if (columns->share)
    add_label (self, "Giao", "ans-column-title", column++, 0);
  if (columns->start)
    add_label (self, "Đầu kỳ", "ans-column-title", column++, 0);
  if (columns->counts || columns->start)
    add_label (self, ratio ? "Tử số" : "Hiện có", "ans-column-title", column++, 0);
  if (columns->counts)
    add_label (self, "Mẫu số", "ans-column-title", column++, 0);
  add_label (self, "Thực hiện", "ans-column-title", column++, 0);
  if (columns->mark)
    add_label (self, "Đánh giá", "ans-column-title", column, 0);
}

static void
add_village (AnsFigureVillages *self,
             const Columns *columns,
             const AnsFigureValue *value,
             const char *name,
             gint64 village,
             int row)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (self->figure);
  const AnsRational *share = g_hash_table_lookup (indicator->allocations, &village);
  g_autofree char *given =
      share != NULL ? ans_rational_display (*share, indicator->decimals) : g_strdup ("–");
  g_autofree char *done = ans_plan_words_value (value, indicator);
  int column = 0;

  add_label (self, name, "ans-cell", column++, row);
  if (columns->share)
    add_label (self, given, "ans-cell", column++, row);
  if (columns->start)
    add_number (self, value->start_numerator, ANS_PART_START_NUMERATOR, village, name, column++,
                row);
  if (columns->counts || columns->start)
    add_number (self, value->numerator, ANS_PART_NUMERATOR, village, name, column++, row);
  if (columns->counts)
    add_number (self, value->denominator, ANS_PART_DENOMINATOR, village, name, column++, row);
  /* Where its parts are not beside it, the number itself is the door. */
  if (!columns->counts && !columns->start && value->origin == ANS_ORIGIN_COMPUTED &&
      ans_figure_has_part (self->figure, ANS_PART_NUMERATOR))
    add_button (self, done, ANS_PART_NUMERATOR, village, name, column++, row);
  else
    add_label (self, done, "ans-strong", column++, row);
  if (columns->mark)
    {
      GtkWidget *mark = ans_figure_mark_new ();

      ans_figure_mark_set (ANS_FIGURE_MARK (mark),
                           ans_figure_value_standing (value, indicator,
                                                      ans_figures_get_first_day (self->figures),
                                                      ans_figures_get_day (self->figures),
                                                      ans_figures_get_last_day (self->figures)),
                           value->near);
      gtk_grid_attach (self->grid, mark, column, row, 1, 1);
    }
}

/* What the villages make together, where they can be added up. */
static void
add_sum (AnsFigureVillages *self,
         const Columns *columns,
         AnsRational sum,
         AnsRational given,
         gint64 start,
         gint64 numerator,
         gint64 denominator,
         int row)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (self->figure);
  const gint64 counts[] = { start, numerator, denominator };
  const gboolean shown[] = { columns->start, columns->counts || columns->start, columns->counts };
  g_autofree char *shares = ans_rational_display (given, indicator->decimals);
  g_autofree char *done = ans_rational_display (sum, indicator->decimals);
  int column = 0;

  add_label (self, "Tổng cộng các thôn", "ans-sum", column++, row);
  if (columns->share)
    add_label (self, shares, "ans-sum", column++, row);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (shown[i])
      {
        g_autofree char *text = ans_number_format (counts[i]);

        add_label (self, text, "ans-sum", column++, row);
      }
  /* Shares of villages are never added up. */
  add_label (self, indicator->additive ? done : "–", "ans-sum", column, row);
}

static void
clear (AnsFigureVillages *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static gboolean
fill (AnsFigureVillages *self)
{
  const GArray *villages = ans_figures_get_villages (self->figures);
  const AnsIndicator *indicator = ans_figure_get_indicator (self->figure);
  const Columns columns = choose_columns (self);
  AnsRational sum = ANS_RATIONAL_ZERO, given = ANS_RATIONAL_ZERO;
  gint64 start = 0, numerator = 0, denominator = 0;
  gboolean any = columns.share;
  int row = 1;

  clear (self);
  add_headings (self, &columns);
  for (guint i = 0; i <= villages->len; i++)
    {
      const AnsFigureVillage *village =
          i < villages->len ? &g_array_index (villages, AnsFigureVillage, i) : NULL;
      const gint64 id = village != NULL ? village->id : 0;
      const AnsFigureValue *value = ans_figure_get_village_value (self->figure, id);
      const AnsRational *share = g_hash_table_lookup (indicator->allocations, &id);

      if (!ans_figure_value_is_shown (value, village != NULL && village->is_current))
        continue;
      add_village (self, &columns, value, village != NULL ? village->name : "Chưa rõ thôn", id,
                   row++);
      any = any || value->state != ANS_FIGURE_NO_DATA;
      if (value->state == ANS_FIGURE_VALUE && indicator->additive)
        sum = ans_rational_add (sum, value->value);
      if (share != NULL)
        given = ans_rational_add (given, *share);
      start += MAX (value->start_numerator, 0);
      numerator += MAX (value->numerator, 0);
      denominator += MAX (value->denominator, 0);
    }
  add_sum (self, &columns, sum, given, start, numerator, denominator, row);
  return any;
}

gboolean
ans_figure_villages_show (AnsFigureVillages *self, AnsFigures *figures, AnsFigure *figure)
{
  g_return_val_if_fail (ANS_IS_FIGURE_VILLAGES (self), FALSE);
  g_return_val_if_fail (ANS_IS_FIGURES (figures), FALSE);
  g_return_val_if_fail (ANS_IS_FIGURE (figure), FALSE);

  g_set_object (&self->figures, figures);
  g_set_object (&self->figure, figure);
  return fill (self);
}

void
ans_figure_villages_set_narrow (AnsFigureVillages *self, gboolean narrow)
{
  g_return_if_fail (ANS_IS_FIGURE_VILLAGES (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->figure != NULL)
    fill (self);
}

static void
ans_figure_villages_dispose (GObject *object)
{
  AnsFigureVillages *self = ANS_FIGURE_VILLAGES (object);

  g_clear_object (&self->figure);
  g_clear_object (&self->figures);
  G_OBJECT_CLASS (ans_figure_villages_parent_class)->dispose (object);
}

static void
ans_figure_villages_class_init (AnsFigureVillagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_figure_villages_dispose;
  signals[OPENED] = g_signal_new ("opened", ANS_TYPE_FIGURE_VILLAGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT64);
}

static void
ans_figure_villages_init (AnsFigureVillages *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 14);
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "ans-card");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}
