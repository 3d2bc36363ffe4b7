/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/area/ans-period-bar.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/record/ans-day-button.h"

struct _AnsPeriodBar
{
  GtkWidget parent_instance;

  AnsReportPeriod period;
  gboolean own_days; /* chosen, though they may be those of a month */
  gboolean setting;
  AdwWrapBox *box;
  GtkDropDown *kind;
  GtkWidget *steps;
  GtkLabel *title;
  GtkWidget *days;
  AnsDayButton *first;
  AnsDayButton *last;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsPeriodBar, ans_period_bar, GTK_TYPE_WIDGET)

static AnsReportPeriodKind
kind_of (AnsPeriodBar *self)
{
  return self->own_days ? ANS_REPORT_N_KINDS : ans_report_period_find_kind (&self->period);
}

static void
show (AnsPeriodBar *self)
{
  const AnsReportPeriodKind kind = kind_of (self);
  g_autofree char *title = ans_report_period_title (&self->period);
  g_autofree char *first = ans_date_to_iso (self->period.first);
  g_autofree char *last = ans_date_to_iso (self->period.last);

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->kind, kind);
  gtk_label_set_label (self->title, title);
  ans_day_button_set_day (self->first, first);
  ans_day_button_set_day (self->last, last);
  self->setting = FALSE;
  gtk_widget_set_visible (self->steps, kind != ANS_REPORT_N_KINDS);
  gtk_widget_set_visible (self->days, kind == ANS_REPORT_N_KINDS);
}

static void
take (AnsPeriodBar *self, AnsReportPeriod period)
{
  self->period = period;
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The month, quarter, … in which the present period ends. */
static void
kind_changed (AnsPeriodBar *self)
{
  const guint kind = gtk_drop_down_get_selected (self->kind);

  if (self->setting || kind > ANS_REPORT_N_KINDS)
    return;
  self->own_days = kind == ANS_REPORT_N_KINDS;
  if (self->own_days)
    show (self);
  else
    take (self, ans_report_period_around ((AnsReportPeriodKind) kind, self->period.last));
}

static void
days_changed (AnsPeriodBar *self)
{
  AnsReportPeriod period = self->period;
  const char *first = ans_day_button_get_day (self->first);
  const char *last = ans_day_button_get_day (self->last);

  if (self->setting)
    return;
  if (first == NULL || !ans_date_parse_iso (first, &period.first, NULL))
    period.first = ans_date_today ();
  if (last == NULL || !ans_date_parse_iso (last, &period.last, NULL))
    period.last = ans_date_today ();
  take (self, period);
}

static void
step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPeriodBar *self = ANS_PERIOD_BAR (widget);
  const AnsReportPeriodKind kind = kind_of (self);

  if (kind != ANS_REPORT_N_KINDS)
    take (self, ans_report_period_beside (&self->period, kind, g_str_equal (name, "period.next")));
}

AnsReportPeriod
ans_period_bar_get_period (AnsPeriodBar *self)
{
  g_return_val_if_fail (ANS_IS_PERIOD_BAR (self), (AnsReportPeriod) { 0 });
  return self->period;
}

void
ans_period_bar_set_period (AnsPeriodBar *self, AnsReportPeriod period)
{
  g_return_if_fail (ANS_IS_PERIOD_BAR (self));

  self->own_days = ans_report_period_find_kind (&period) == ANS_REPORT_N_KINDS;
  take (self, period);
}

void
ans_period_bar_follow (AnsPeriodBar *self, AnsDate day)
{
  AnsReportPeriodKind kind;

  g_return_if_fail (ANS_IS_PERIOD_BAR (self));

  kind = kind_of (self);
  if (kind != ANS_REPORT_N_KINDS)
    take (self, ans_report_period_around (kind, day));
}

static void
ans_period_bar_dispose (GObject *object)
{
  AnsPeriodBar *self = ANS_PERIOD_BAR (object);

  self->setting = TRUE;
  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ans_period_bar_parent_class)->dispose (object);
}

static void
ans_period_bar_class_init (AnsPeriodBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_period_bar_dispose;
  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_PERIOD_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "period.previous", NULL, step);
  gtk_widget_class_install_action (widget_class, "period.next", NULL, step);
}

static GtkWidget *
make_step (const char *icon, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static AnsDayButton *
make_day (AnsPeriodBar *self, GtkBox *box, const char *name)
{
  AnsDayButton *button = g_object_new (ANS_TYPE_DAY_BUTTON, "plain", TRUE, NULL);
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "ans-secondary");
  gtk_box_append (box, label);
  gtk_box_append (box, GTK_WIDGET (button));
  g_signal_connect_object (button, "notify::day", G_CALLBACK (days_changed), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
ans_period_bar_init (AnsPeriodBar *self)
{
  const char *const kinds[] = {
    _ ("Month"),      _ ("Quarter"), _ ("Six months"), _ ("Nine months"), _ ("Year"),
    _ ("Other days"), NULL
  };

  self->period = ans_report_period_around (ANS_REPORT_YEAR, ans_date_today ());
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 8);
  adw_wrap_box_set_line_spacing (self->box, 6);
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (kinds));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kind of period"), -1);
  self->steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "numeric");
  gtk_box_append (GTK_BOX (self->steps),
                  make_step ("go-previous-symbolic", "period.previous", _ ("Period before")));
  gtk_box_append (GTK_BOX (self->steps), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->steps),
                  make_step ("go-next-symbolic", "period.next", _ ("Period after")));
  self->days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  /* Translators: before a day: from 01/01/2022 */
  self->first = make_day (self, GTK_BOX (self->days), C_ ("day", "from"));
  /* Translators: before a day: to 31/03/2022 */
  self->last = make_day (self, GTK_BOX (self->days), C_ ("day", "to"));
  adw_wrap_box_append (self->box, GTK_WIDGET (self->kind));
  adw_wrap_box_append (self->box, self->steps);
  adw_wrap_box_append (self->box, self->days);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  show (self);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_changed), self,
                           G_CONNECT_SWAPPED);
}
