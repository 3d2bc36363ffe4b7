/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-figure-mark.h"

#include "report/ans-plan-charts.h"

struct _AnsFigureMark
{
  AdwBin parent_instance;

  const char *css_class;
  GtkImage *icon;
  GtkLabel *word;
};

G_DEFINE_FINAL_TYPE (AnsFigureMark, ans_figure_mark, ADW_TYPE_BIN)

static const struct
{
  const char *icon;
  const char *css_class;
} looks[ANS_N_STANDINGS] = {
  [ANS_STANDING_MET] = { "ans-tick-symbolic", "ans-good" },
  [ANS_STANDING_ON_TIME] = { "ans-rising-symbolic", "ans-going" },
  [ANS_STANDING_LATE] = { "ans-clock-symbolic", "ans-late" },
  [ANS_STANDING_NOT_MET] = { "ans-warning-symbolic", "ans-late" },
  [ANS_STANDING_NO_DATA] = { "ans-dots-symbolic", "ans-waiting" },
  [ANS_STANDING_NOT_ARISEN] = { "ans-dash-symbolic", "ans-waiting" },
  [ANS_STANDING_STANDARDS_DIFFER] = { "ans-info-symbolic", "ans-waiting" },
  [ANS_STANDING_WATCHED] = { "ans-eye-symbolic", "ans-waiting" },
};

const char *
ans_standing_icon (AnsStanding standing)
{
  g_return_val_if_fail (standing < ANS_N_STANDINGS, NULL);
  return looks[standing].icon;
}

const char *
ans_standing_css_class (AnsStanding standing)
{
  g_return_val_if_fail (standing < ANS_N_STANDINGS, NULL);
  return looks[standing].css_class;
}

GdkRGBA
ans_standing_colour (AnsStanding standing)
{
  const gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const AnsChartTheme *theme = ans_chart_theme_get (dark ? ANS_THEME_DARK : ANS_THEME_LIGHT);
  const AnsColour colour = theme->state_fill[ans_plan_chart_state (standing)];

  return (GdkRGBA) { (float) (colour >> 24) / 255, (float) (colour >> 16 & 0xff) / 255,
                     (float) (colour >> 8 & 0xff) / 255, 1 };
}

static void
set_css_class (AnsFigureMark *self, const char *css_class)
{
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  self->css_class = css_class;
}

void
ans_figure_mark_set (AnsFigureMark *self, AnsStanding standing, gboolean near)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ANS_IS_FIGURE_MARK (self));

  text = near ? g_strdup_printf ("%s, sát ngưỡng", ans_standing_display (standing))
              : g_strdup (ans_standing_display (standing));
  set_css_class (self, ans_standing_css_class (standing));
  gtk_image_set_from_icon_name (self->icon, ans_standing_icon (standing));
  gtk_label_set_label (self->word, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), near ? text : NULL);
}

void
ans_figure_mark_clear (AnsFigureMark *self)
{
  g_return_if_fail (ANS_IS_FIGURE_MARK (self));

  set_css_class (self, NULL);
  gtk_image_clear (self->icon);
  gtk_label_set_label (self->word, "");
}

static void
ans_figure_mark_class_init (AnsFigureMarkClass *klass)
{
}

static void
ans_figure_mark_init (AnsFigureMark *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->word = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "ans-small-icon");
  gtk_label_set_ellipsize (self->word, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->word, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ans-mark");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->word));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ans_figure_mark_new (void)
{
  return g_object_new (ANS_TYPE_FIGURE_MARK, NULL);
}
