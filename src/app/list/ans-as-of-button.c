/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-as-of-button.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/list/ans-list-words.h"
#include "text/ans-date.h"

struct _AnsAsOfButton
{
  AdwBin parent_instance;

  char *day;
  gboolean is_short;
  gboolean setting;
  GtkMenuButton *button;
  GtkWidget *icon;
  GtkLabel *label;
  GtkPopover *popover;
  GtkEntry *entry;
  GtkLabel *problem;
  AdwBin *calendar_place;
  GtkCalendar *calendar; /* made when it is first looked at */
};

enum
{
  PROP_0,
  PROP_DAY,
  PROP_SHORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AnsAsOfButton, ans_as_of_button, ADW_TYPE_BIN)

static void
show_day (AnsAsOfButton *self)
{
  g_autofree char *date = ans_list_words_day (self->day);
  /* Translators: the day that the book is looked at, 20/09/2022 */
  g_autofree char *text = g_strdup_printf (_ ("As of %s"), date);

  if (self->is_short && self->day == NULL)
    /* Today's year goes without saying. */
    date[MIN (strlen (date), 5)] = '\0';
  gtk_label_set_label (self->label, self->is_short ? date : text);
  gtk_widget_set_visible (self->icon, !self->is_short || self->day == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  /* Another day than today must not be overlooked. */
  if (self->day != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "ans-other-day");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "ans-other-day");
}

static void
show_problem (AnsAsOfButton *self, const char *message)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void day_selected (AnsAsOfButton *self);

static void
popover_shown (AnsAsOfButton *self)
{
  g_autofree char *date = ans_list_words_day (self->day);
  AnsDate day;
  g_autoptr (GDateTime) time = NULL;

  if (self->day == NULL || !ans_date_parse_iso (self->day, &day, NULL))
    day = ans_date_today ();
  if (self->calendar == NULL)
    {
      self->calendar = GTK_CALENDAR (gtk_calendar_new ());
      g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected), self);
      adw_bin_set_child (self->calendar_place, GTK_WIDGET (self->calendar));
    }
  self->setting = TRUE;
  time = g_date_time_new_local (day.year, day.month, day.day, 12, 0, 0);
  if (time != NULL)
    gtk_calendar_select_day (self->calendar, time);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), date);
  self->setting = FALSE;
  show_problem (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
take (AnsAsOfButton *self, AnsDate date)
{
  g_autofree char *iso = ans_date_to_iso (date);

  ans_as_of_button_set_day (self, ans_date_compare (date, ans_date_today ()) == 0 ? NULL : iso);
}

static void
entry_activated (AnsAsOfButton *self)
{
  g_autoptr (GError) error = NULL;
  AnsDate date;

  if (!ans_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &date, &error))
    {
      show_problem (self, error->message);
      return;
    }
  /* “2022” and “9/2022” mean the end of it. */
  take (self, ans_date_last_day (date));
  gtk_popover_popdown (self->popover);
}

static void
entry_changed (AnsAsOfButton *self)
{
  if (!self->setting)
    show_problem (self, NULL);
}

static void
day_selected (AnsAsOfButton *self)
{
  g_autoptr (GDateTime) time = NULL;

  if (self->setting)
    return;
  time = gtk_calendar_get_date (self->calendar);
  take (self, ans_date_new (g_date_time_get_year (time), g_date_time_get_month (time),
                            g_date_time_get_day_of_month (time)));
  gtk_popover_popdown (self->popover);
}

static void
today_clicked (AnsAsOfButton *self)
{
  ans_as_of_button_set_day (self, NULL);
  gtk_popover_popdown (self->popover);
}

static void
last_year_clicked (AnsAsOfButton *self)
{
  take (self, ans_date_new (ans_date_today ().year - 1, 12, 31));
  gtk_popover_popdown (self->popover);
}

/* For the template. */
static gboolean not(AnsAsOfButton * self, gboolean value)
{
  return !value;
}

const char *
ans_as_of_button_get_day (AnsAsOfButton *self)
{
  g_return_val_if_fail (ANS_IS_AS_OF_BUTTON (self), NULL);
  return self->day;
}

void
ans_as_of_button_set_day (AnsAsOfButton *self, const char *iso)
{
  g_return_if_fail (ANS_IS_AS_OF_BUTTON (self));

  if (!g_set_str (&self->day, iso))
    return;
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

void
ans_as_of_button_open (AnsAsOfButton *self)
{
  g_return_if_fail (ANS_IS_AS_OF_BUTTON (self));
  gtk_menu_button_popup (self->button);
}

static void
ans_as_of_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnsAsOfButton *self = ANS_AS_OF_BUTTON (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_SHORT:
      g_value_set_boolean (value, self->is_short);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_as_of_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnsAsOfButton *self = ANS_AS_OF_BUTTON (object);

  switch (id)
    {
    case PROP_DAY:
      ans_as_of_button_set_day (self, g_value_get_string (value));
      break;
    case PROP_SHORT:
      if (self->is_short != g_value_get_boolean (value))
        {
          self->is_short = g_value_get_boolean (value);
          show_day (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_as_of_button_dispose (GObject *object)
{
  AnsAsOfButton *self = ANS_AS_OF_BUTTON (object);

  /* AdwBin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_AS_OF_BUTTON);
  g_clear_pointer (&self->day, g_free);
  G_OBJECT_CLASS (ans_as_of_button_parent_class)->dispose (object);
}

static void
ans_as_of_button_class_init (AnsAsOfButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ans_as_of_button_dispose;
  object_class->get_property = ans_as_of_button_get_property;
  object_class->set_property = ans_as_of_button_set_property;
  properties[PROP_DAY] =
      g_param_spec_string ("day", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHORT] =
      g_param_spec_boolean ("short", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-as-of-button.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsAsOfButton, button);
  gtk_widget_class_bind_template_child (widget_class, AnsAsOfButton, icon);
  gtk_widget_class_bind_template_child (widget_class, AnsAsOfButton, label);
  gtk_widget_class_bind_template_child (widget_class, AnsAsOfButton, popover);
  gtk_widget_class_bind_template_child (widget_class, AnsAsOfButton, entry);
  gtk_widget_class_bind_template_child (widget_class, AnsAsOfButton, problem);
  gtk_widget_class_bind_template_child (widget_class, AnsAsOfButton, calendar_place);
  gtk_widget_class_bind_template_callback (widget_class, not);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked);
  gtk_widget_class_bind_template_callback (widget_class, last_year_clicked);
}

static void
ans_as_of_button_init (AnsAsOfButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_day (self);
}
