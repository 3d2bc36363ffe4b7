/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-day-button.h"

#include <glib/gi18n.h>

#include "text/ans-date.h"

struct _AnsDayButton
{
  GtkWidget parent_instance;

  char *day;
  gboolean plain;
  gboolean setting;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
};

enum
{
  PROP_DAY = 1,
  PROP_PLAIN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AnsDayButton, ans_day_button, GTK_TYPE_WIDGET)

static void
update (AnsDayButton *self)
{
  AnsDate date = ans_date_today ();
  g_autofree char *display = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GDateTime) shown = NULL;

  if (self->day != NULL)
    ans_date_parse_iso (self->day, &date, NULL);
  display = ans_date_format (date);
  /* Translators: the day that the page looks at. */
  label = self->plain         ? g_strdup (display)
          : self->day != NULL ? g_strdup_printf (_ ("as of %s"), display)
                              : g_strdup_printf (_ ("today, %s"), display);
  gtk_menu_button_set_label (self->button, label);
  shown = g_date_time_new_local (date.year, date.month, date.day, 12, 0, 0);
  self->setting = TRUE;
  gtk_calendar_select_day (self->calendar, shown);
  self->setting = FALSE;
}

static void
day_selected_cb (AnsDayButton *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *iso = NULL;

  if (self->setting)
    return;
  day = gtk_calendar_get_date (self->calendar);
  iso = g_date_time_format (day, "%Y-%m-%d");
  ans_day_button_set_day (self, iso);
}

static void
today_clicked_cb (AnsDayButton *self)
{
  ans_day_button_set_day (self, NULL);
  gtk_popover_popdown (self->popover);
}

static void
ans_day_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DAY)
    g_value_set_string (value, ANS_DAY_BUTTON (object)->day);
  else if (id == PROP_PLAIN)
    g_value_set_boolean (value, ANS_DAY_BUTTON (object)->plain);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ans_day_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnsDayButton *self = ANS_DAY_BUTTON (object);

  if (id == PROP_DAY)
    ans_day_button_set_day (self, g_value_get_string (value));
  else if (id == PROP_PLAIN)
    {
      self->plain = g_value_get_boolean (value);
      update (self);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ans_day_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_DAY_BUTTON);
  G_OBJECT_CLASS (ans_day_button_parent_class)->dispose (object);
}

static void
ans_day_button_finalize (GObject *object)
{
  g_free (ANS_DAY_BUTTON (object)->day);
  G_OBJECT_CLASS (ans_day_button_parent_class)->finalize (object);
}

static void
ans_day_button_class_init (AnsDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ans_day_button_get_property;
  object_class->set_property = ans_day_button_set_property;
  object_class->dispose = ans_day_button_dispose;
  object_class->finalize = ans_day_button_finalize;

  properties[PROP_DAY] =
      g_param_spec_string ("day", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAIN] = g_param_spec_boolean ("plain", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsDayButton, button);
  gtk_widget_class_bind_template_child (widget_class, AnsDayButton, popover);
  gtk_widget_class_bind_template_child (widget_class, AnsDayButton, calendar);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
}

static void
ans_day_button_init (AnsDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

const char *
ans_day_button_get_day (AnsDayButton *self)
{
  return self->day;
}

void
ans_day_button_set_day (AnsDayButton *self, const char *iso)
{
  g_autofree char *today = ans_date_to_iso (ans_date_today ());

  g_return_if_fail (ANS_IS_DAY_BUTTON (self));

  if (g_set_str (&self->day, g_strcmp0 (iso, today) == 0 ? NULL : iso))
    {
      update (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
    }
}
