/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-figure-row.h"

#include <glib/gi18n.h>

#include "app/plan/ans-figure-mark.h"
#include "app/plan/ans-meter.h"
#include "app/plan/ans-plan-look.h"
#include "registry/ans-register.h"

/* Pixels, the same for headings and rows. */
#define CODE_WIDTH     44
#define TARGET_WIDTH   86
#define UNIT_WIDTH     84
#define VALUE_WIDTH    66
#define PROGRESS_WIDTH 140
#define PERCENT_WIDTH  100
#define MARK_WIDTH     124
#define METER_WIDTH    88
#define GAP            12

struct _AnsFigureRow
{
  GtkListBoxRow parent_instance;

  AnsFigure *figure;
  gboolean editable;
  gboolean narrow;
  gboolean writable;
  gboolean has_value; /* it was shown */
  AnsStanding standing;
  GtkGrid *grid;
  GtkLabel *code; /* (nullable) */
  GtkLabel *name;
  GtkWidget *flag;
  GtkWidget *name_box;
  GtkWidget *target_box;
  GtkLabel *target;
  AnsNumberCell *cell; /* (nullable) */
  GtkLabel *unit;      /* (nullable) */
  GtkLabel *value;
  GtkWidget *progress_box;
  AnsMeter *meter; /* (nullable) */
  GtkLabel *progress;
  AnsFigureMark *mark;
};

enum
{
  TARGET_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsFigureRow, ans_figure_row, GTK_TYPE_LIST_BOX_ROW)

/* --- where the parts stand ------------------------------------------------------------------- */

static void
place (AnsFigureRow *self, gpointer child, int column, int row, int width)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));

  if (child == NULL)
    return;
  g_object_set (gtk_layout_manager_get_layout_child (layout, child), "column", column, "row", row,
                "column-span", width, NULL);
}

static void
set_width (gpointer child, int width)
{
  if (child != NULL)
    gtk_widget_set_size_request (child, width, -1);
}

static void
lay_out_wide (AnsFigureRow *self)
{
  int column = 0;

  if (self->code != NULL)
    place (self, self->code, column++, 0, 1);
  place (self, self->name_box, column++, 0, 1);
  place (self, self->target_box, column++, 0, 1);
  if (self->unit != NULL)
    place (self, self->unit, column++, 0, 1);
  place (self, self->value, column++, 0, 1);
  place (self, self->progress_box, column++, 0, 1);
  place (self, self->mark, column, 0, 1);
  set_width (self->code, CODE_WIDTH);
  set_width (self->target_box, TARGET_WIDTH);
  set_width (self->unit, UNIT_WIDTH);
  set_width (self->value, VALUE_WIDTH);
  set_width (self->progress_box, self->editable ? PERCENT_WIDTH : PROGRESS_WIDTH);
  set_width (self->meter, METER_WIDTH);
  set_width (self->mark, MARK_WIDTH);
}

/* Name and mark; below them the bar, and the result beside the target. */
static void
lay_out_narrow (AnsFigureRow *self)
{
  gpointer parts[] = { self->code,  self->target_box,   self->unit, self->value,
                       self->meter, self->progress_box, self->mark };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    set_width (parts[i], -1);
  if (self->editable)
    {
      gtk_widget_set_size_request (self->target_box, 72, -1);
      place (self, self->code, 0, 0, 1);
      place (self, self->name_box, 1, 0, 4);
      place (self, self->target_box, 1, 1, 1);
      place (self, self->unit, 2, 1, 1);
      place (self, self->value, 3, 1, 1);
      place (self, self->progress_box, 4, 1, 1);
      place (self, self->mark, 1, 2, 4);
    }
  else
    {
      place (self, self->name_box, 0, 0, 2);
      place (self, self->mark, 2, 0, 1);
      place (self, self->progress_box, 0, 1, 1);
      place (self, self->value, 1, 1, 2);
    }
}

static void
lay_out (AnsFigureRow *self)
{
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_lines (self->name, self->narrow ? 4 : 2);
  gtk_widget_set_hexpand (self->progress_box, self->narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->mark),
                         self->narrow && !self->editable ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_widget_set_visible (self->target_box, self->editable || !self->narrow);
  if (self->narrow)
    lay_out_narrow (self);
  else
    lay_out_wide (self);
}

/* --- what they say --------------------------------------------------------------------------- */

static void
show_target (AnsFigureRow *self, const AnsIndicator *indicator)
{
  g_autofree char *text = ans_plan_words_target (indicator);
  const gboolean typed = self->cell != NULL && indicator->has_target && !indicator->has_high;

  gtk_label_set_label (self->target, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->target), text);
  gtk_widget_set_visible (GTK_WIDGET (self->target), !typed);
  if (self->cell == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->cell), typed);
  if (typed)
    {
      g_autofree char *canonical =
          ans_rational_to_canonical (indicator->target, ANS_FIELD_DECIMALS);

      ans_number_cell_set_value (self->cell, canonical);
      ans_number_cell_set_editable (self->cell, self->writable);
    }
}

/* In one line with its target where there is no column for that. */
static void
show_value (AnsFigureRow *self)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (self->figure);
  g_autofree char *value = ans_plan_words_value (ans_figure_get_value (self->figure), indicator);
  g_autofree char *target = ans_plan_words_target (indicator);
  g_autofree char *both =
      g_markup_printf_escaped ("%s<span weight=\"normal\"> / %s</span>", value, target);

  if (self->narrow && !self->editable && *target != '\0')
    gtk_label_set_markup (self->value, both);
  else
    gtk_label_set_text (self->value, value);
  self->has_value = TRUE;
}

void
ans_figure_row_set_narrow (AnsFigureRow *self, gboolean narrow)
{
  g_return_if_fail (ANS_IS_FIGURE_ROW (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  lay_out (self);
  if (self->has_value)
    show_value (self);
}

static void
show_progress (AnsFigureRow *self, AnsFigures *figures)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (self->figure);
  const AnsFigureValue *value = ans_figure_get_value (self->figure);
  g_autofree char *text = ans_plan_words_progress (value, indicator);
  AnsRational exact, expected;
  const gboolean has = ans_figure_value_progress (value, indicator, &exact);

  gtk_label_set_label (self->progress, text);
  gtk_label_set_xalign (self->progress, has || self->editable ? 1 : 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->progress), has ? NULL : text);
  if (self->meter == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->meter), has);
  if (has)
    {
      double tick = -1;

      if (ans_figures_expected (figures, self->figure, &expected))
        {
          expected = ans_rational_divide (expected, value->target);
          tick = 100 * (double) expected.num / (double) expected.den;
        }
      ans_meter_set (self->meter, self->standing, (double) exact.num / (double) exact.den, tick);
    }
}

/* One sentence for who does not see the columns. */
static void
describe (AnsFigureRow *self)
{
  const AnsIndicator *indicator = ans_figure_get_indicator (self->figure);
  const AnsFigureValue *value = ans_figure_get_value (self->figure);
  g_autofree char *target = ans_plan_words_target (indicator);
  g_autofree char *shown = ans_figure_value_display (value, indicator);
  g_autofree char *progress = ans_plan_words_progress (value, indicator);
  g_autofree char *label = g_strdup_printf (
      "%s %s: thực hiện %s, kế hoạch %s, %s%s%s", indicator->code, indicator->name, shown,
      *target != '\0' ? target : "không giao", ans_standing_display (self->standing),
      *progress != '\0' ? ", " : "", progress);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
ans_figure_row_update (AnsFigureRow *self, AnsFigures *figures)
{
  const AnsIndicator *indicator;
  const AnsFigureValue *value;
  g_autofree char *name = NULL;

  g_return_if_fail (ANS_IS_FIGURE_ROW (self));
  g_return_if_fail (ANS_IS_FIGURES (figures));

  indicator = ans_figure_get_indicator (self->figure);
  value = ans_figure_get_value (self->figure);
  name = ans_plan_words_name (indicator);
  self->standing = ans_figures_standing (figures, self->figure);
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), indicator->name);
  gtk_widget_set_margin_start (self->name_box, indicator->subset_of != 0 ? 14 : 0);
  gtk_widget_set_visible (self->flag, indicator->flag != NULL);
  gtk_widget_set_tooltip_text (self->flag, indicator->flag);
  if (self->code != NULL)
    gtk_label_set_label (self->code, indicator->code);
  if (self->unit != NULL)
    gtk_label_set_label (self->unit, indicator->unit != NULL ? indicator->unit : "");
  show_value (self);
  show_target (self, indicator);
  show_progress (self, figures);
  ans_figure_mark_set (self->mark, self->standing, value->near);
  describe (self);
}

AnsFigure *
ans_figure_row_get_figure (AnsFigureRow *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE_ROW (self), NULL);
  return self->figure;
}

AnsStanding
ans_figure_row_get_standing (AnsFigureRow *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE_ROW (self), ANS_STANDING_NO_DATA);
  return self->standing;
}

AnsNumberCell *
ans_figure_row_get_cell (AnsFigureRow *self)
{
  g_return_val_if_fail (ANS_IS_FIGURE_ROW (self), NULL);
  return self->cell;
}

void
ans_figure_row_set_writable (AnsFigureRow *self, gboolean writable)
{
  g_return_if_fail (ANS_IS_FIGURE_ROW (self));

  self->writable = writable;
  if (self->cell != NULL)
    ans_number_cell_set_editable (self->cell, writable);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
target_committed (AnsFigureRow *self)
{
  g_signal_emit (self, signals[TARGET_EDITED], 0);
}

/* Up and down go to the target of the next row that has one. */
static void
move_from_target (AnsFigureRow *self, int columns, int rows)
{
  GtkWidget *row = GTK_WIDGET (self);

  if (rows == 0)
    return;
  do
    row = rows > 0 ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
  while (row != NULL && (!ANS_IS_FIGURE_ROW (row) || !gtk_widget_get_child_visible (row) ||
                         ANS_FIGURE_ROW (row)->cell == NULL ||
                         !gtk_widget_get_visible (GTK_WIDGET (ANS_FIGURE_ROW (row)->cell))));
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (ANS_FIGURE_ROW (row)->cell), GTK_DIR_TAB_FORWARD);
}

static void
ans_figure_row_dispose (GObject *object)
{
  g_clear_object (&ANS_FIGURE_ROW (object)->figure);
  G_OBJECT_CLASS (ans_figure_row_parent_class)->dispose (object);
}

static void
ans_figure_row_class_init (AnsFigureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_figure_row_dispose;
  signals[TARGET_EDITED] = g_signal_new ("target-edited", ANS_TYPE_FIGURE_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ans_figure_row_init (AnsFigureRow *self)
{
  self->standing = ANS_STANDING_NO_DATA;
  gtk_widget_add_css_class (GTK_WIDGET (self), "ans-figure-row");
}

static GtkLabel *
add_number (AnsFigureRow *self, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (ans_plan_words_label (NULL, "numeric", css_class, NULL));

  gtk_label_set_xalign (label, 1);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  return label;
}

static void
add_parts (AnsFigureRow *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, GAP);
  self->name_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->name = GTK_LABEL (ans_plan_words_label (NULL, NULL));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  /* A list asks how wide its rows must be for the height that they have. */
  gtk_label_set_natural_wrap_mode (self->name, GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (self->name_box, TRUE);
  self->flag = gtk_image_new_from_icon_name ("ans-info-symbolic");
  gtk_widget_add_css_class (self->flag, "ans-late");
  gtk_widget_add_css_class (self->flag, "ans-small-icon");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flag), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To be made clear"), -1);
  gtk_box_append (GTK_BOX (self->name_box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (self->name_box), self->flag);

  self->target_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->target = add_number (self, "ans-target");
  gtk_widget_set_hexpand (GTK_WIDGET (self->target), TRUE);
  gtk_box_append (GTK_BOX (self->target_box), GTK_WIDGET (self->target));
  /* The number fills its column, which does not grow by it. */
  gtk_widget_set_hexpand (self->target_box, FALSE);
  if (self->editable)
    {
      /* Translators: what an indicator is asked to reach */
      self->cell = ANS_NUMBER_CELL (ans_number_cell_new (ANS_FIELD_DECIMALS, _ ("Target")));
      gtk_widget_set_hexpand (GTK_WIDGET (self->cell), TRUE);
      gtk_box_append (GTK_BOX (self->target_box), GTK_WIDGET (self->cell));
      g_signal_connect_swapped (self->cell, "committed", G_CALLBACK (target_committed), self);
      g_signal_connect_swapped (self->cell, "move", G_CALLBACK (move_from_target), self);
      self->code = GTK_LABEL (ans_plan_words_label (NULL, "numeric", "ans-secondary", NULL));
      self->unit = GTK_LABEL (ans_plan_words_label (NULL, "ans-secondary", NULL));
      gtk_label_set_ellipsize (self->unit, PANGO_ELLIPSIZE_END);
    }
  self->value = add_number (self, "ans-strong");
  self->progress_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_valign (self->progress_box, GTK_ALIGN_CENTER);
  self->progress = add_number (self, "ans-secondary");
  gtk_widget_set_hexpand (GTK_WIDGET (self->progress), TRUE);
  if (!self->editable)
    {
      self->meter = ANS_METER (ans_meter_new ());
      gtk_widget_set_hexpand (GTK_WIDGET (self->meter), TRUE);
      gtk_widget_set_hexpand (GTK_WIDGET (self->progress), FALSE);
      gtk_box_append (GTK_BOX (self->progress_box), GTK_WIDGET (self->meter));
    }
  gtk_box_append (GTK_BOX (self->progress_box), GTK_WIDGET (self->progress));
  self->mark = ANS_FIGURE_MARK (ans_figure_mark_new ());
}

GtkWidget *
ans_figure_row_new (AnsFigure *figure, gboolean editable)
{
  AnsFigureRow *self;
  gpointer parts[7];

  g_return_val_if_fail (ANS_IS_FIGURE (figure), NULL);

  self = g_object_new (ANS_TYPE_FIGURE_ROW, NULL);
  self->figure = g_object_ref (figure);
  self->editable = editable;
  add_parts (self);
  /* In the order of the eye, which is that of Tab. */
  parts[0] = self->code;
  parts[1] = self->name_box;
  parts[2] = self->target_box;
  parts[3] = self->unit;
  parts[4] = self->value;
  parts[5] = self->progress_box;
  parts[6] = self->mark;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      {
        gtk_widget_set_valign (parts[i], GTK_ALIGN_CENTER);
        gtk_grid_attach (self->grid, parts[i], (int) i, 0, 1, 1);
      }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->grid));
  lay_out (self);
  return GTK_WIDGET (self);
}

/* --- headings -------------------------------------------------------------------------------- */

static void
add_heading (GtkBox *box, const char *title, int width, float xalign)
{
  GtkWidget *label = ans_plan_words_label (title, "ans-column-title", NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, width < 0);
  gtk_widget_set_size_request (label, width, -1);
  gtk_box_append (box, label);
}

GtkWidget *
ans_figure_header_new (gboolean editable)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP));

  gtk_widget_add_css_class (GTK_WIDGET (box), "ans-figure-header");
  if (editable)
    add_heading (box, "Mã", CODE_WIDTH, 0);
  add_heading (box, "Chỉ tiêu", -1, 0);
  add_heading (box, "Kế hoạch", TARGET_WIDTH, 1);
  if (editable)
    add_heading (box, "Đơn vị tính", UNIT_WIDTH, 0);
  add_heading (box, "Thực hiện", VALUE_WIDTH, 1);
  if (editable)
    add_heading (box, "Tỷ lệ %", PERCENT_WIDTH, 1);
  else
    add_heading (box, "So với kế hoạch", PROGRESS_WIDTH, 0);
  add_heading (box, "Tiến độ", MARK_WIDTH, 0);
  return GTK_WIDGET (box);
}
