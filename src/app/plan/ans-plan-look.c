/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-plan-look.h"

static const struct
{
  const char *code;
  const char *icon;
} icons[] = {
  { "employment", "ans-jobs-symbolic" },   { "training", "ans-training-symbolic" },
  { "poverty", "ans-poverty-symbolic" },   { "enterprises", "ans-enterprise-symbolic" },
  { "merit", "ans-merit-symbolic" },       { "assistance", "ans-assistance-symbolic" },
  { "children", "ans-children-symbolic" }, { "gender", "ans-gender-symbolic" },
  { "evils", "ans-shield-symbolic" },      { "epidemic", "ans-info-symbolic" },
};

const char *
ans_plan_words_area_icon (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i].code, code) == 0)
      return icons[i].icon;
  return "ans-plan-symbolic";
}

GtkWidget *
ans_plan_words_label (const char *text, ...)
{
  GtkWidget *label = gtk_label_new (text);
  const char *css_class;
  va_list classes;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  va_start (classes, text);
  while ((css_class = va_arg (classes, const char *)) != NULL)
    gtk_widget_add_css_class (label, css_class);
  va_end (classes);
  return label;
}
