/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-text-editor.h"

#include <glib/gi18n.h>

#include "app/record/ans-mask.h"
#include "text/ans-date.h"

struct _AnsTextEditor
{
  GtkWidget parent_instance;

  AnsBook *book;
  const AnsField *field;
  GtkEntry *entry;
  GtkPopover *popover; /* the calendar, made when first asked for */
  GtkCalendar *calendar;
  char *hidden; /* canonical value while it is masked */
  gboolean setting;
};

static void ans_text_editor_iface_init (AnsValueEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsTextEditor,
                               ans_text_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_VALUE_EDITOR,
                                                      ans_text_editor_iface_init))

static gboolean
is_date (const AnsField *field)
{
  return field->kind == ANS_FIELD_DATE || field->kind == ANS_FIELD_PARTIAL_DATE;
}

static void
set_text (AnsTextEditor *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

static void
show_value (AnsTextEditor *self, const char *value)
{
  g_autofree char *display = ans_field_display (self->book, self->field, value);

  set_text (self, display);
}

/* --- masking --------------------------------------------------------------------------------- */

static void
update_icon (AnsTextEditor *self)
{
  const char *icon = NULL;
  const char *tooltip = NULL;

  if (self->hidden != NULL)
    {
      icon = "view-reveal-symbolic";
      tooltip = _ ("Show and edit (Enter)");
    }
  else if (is_date (self->field))
    {
      icon = "x-office-calendar-symbolic";
      tooltip = _ ("Choose a day (Alt+Down)");
    }
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, icon);
  gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY, tooltip);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), self->hidden == NULL);
}

static void
hide_value (AnsTextEditor *self, const char *value)
{
  g_autofree char *display = ans_field_display (self->book, self->field, value);
  g_autofree char *masked = ans_mask_text (display);

  g_set_str (&self->hidden, value);
  set_text (self, masked);
  update_icon (self);
}

static void
reveal (AnsTextEditor *self)
{
  g_autofree char *value = g_steal_pointer (&self->hidden);

  show_value (self, value);
  update_icon (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- the calendar ---------------------------------------------------------------------------- */

static void
calendar_day_selected_cb (GtkCalendar *calendar, AnsTextEditor *self)
{
  g_autofree char *iso = NULL;
  g_autoptr (GDateTime) day = NULL;

  if (self->setting)
    return;
  day = gtk_calendar_get_date (calendar);
  iso = g_date_time_format (day, "%Y-%m-%d");
  show_value (self, iso);
  ans_value_editor_edited (ANS_VALUE_EDITOR (self));
}

static void
open_calendar (AnsTextEditor *self)
{
  g_autofree char *value = NULL;
  g_autoptr (GDateTime) day = NULL;
  AnsDate date = ANS_DATE_NONE;

  if (self->popover == NULL)
    {
      self->popover = GTK_POPOVER (gtk_popover_new ());
      self->calendar = GTK_CALENDAR (gtk_calendar_new ());
      gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
      gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
      g_signal_connect (self->calendar, "day-selected", G_CALLBACK (calendar_day_selected_cb),
                        self);
    }
  if (!ans_value_editor_get_value (ANS_VALUE_EDITOR (self), &value, NULL) ||
      !ans_date_parse_iso (value, &date, NULL))
    date = ans_date_today ();
  date = ans_date_first_day (date);
  day = g_date_time_new_local (date.year, date.month, date.day, 12, 0, 0);
  self->setting = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->setting = FALSE;
  gtk_popover_popup (self->popover);
}

/* --- the entry ------------------------------------------------------------------------------- */

static void
icon_press_cb (AnsTextEditor *self)
{
  if (self->hidden != NULL)
    reveal (self);
  else if (is_date (self->field))
    open_calendar (self);
}

static void
changed_cb (AnsTextEditor *self)
{
  if (!self->setting)
    ans_value_editor_edited (ANS_VALUE_EDITOR (self));
}

static void
focus_left_cb (AnsTextEditor *self)
{
  g_autofree char *value = NULL;

  if (self->hidden != NULL)
    return;
  if (ans_value_editor_get_value (ANS_VALUE_EDITOR (self), &value, NULL))
    show_value (self, value);
  ans_value_editor_settled (ANS_VALUE_EDITOR (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                AnsTextEditor *self)
{
  if (self->hidden != NULL && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
      (state & GDK_CONTROL_MASK) == 0)
    {
      reveal (self);
      return GDK_EVENT_STOP;
    }
  if (is_date (self->field) && key == GDK_KEY_Down && (state & GDK_ALT_MASK) != 0)
    {
      icon_press_cb (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static GtkInputPurpose
input_purpose (const AnsField *field)
{
  switch ((int) field->kind)
    {
    case ANS_FIELD_NAME:
      return GTK_INPUT_PURPOSE_NAME;
    case ANS_FIELD_INTEGER:
    case ANS_FIELD_MONEY:
    case ANS_FIELD_DECIMAL:
      return GTK_INPUT_PURPOSE_NUMBER;
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

static const char *
placeholder (const AnsField *field)
{
  switch ((int) field->kind)
    {
    case ANS_FIELD_DATE:
      return _ ("day/month/year");
    case ANS_FIELD_PARTIAL_DATE:
      /* Translators: examples of how a date may be typed. */
      return _ ("10/3/1940, 3/1940, 1940");
    case ANS_FIELD_MONEY:
      return _ ("đồng");
    default:
      return NULL;
    }
}

/* --- AnsValueEditor -------------------------------------------------------------------------- */

static void
text_editor_set_value (AnsValueEditor *editor, const char *value)
{
  AnsTextEditor *self = ANS_TEXT_EDITOR (editor);

  g_clear_pointer (&self->hidden, g_free);
  if (value != NULL && *value != '\0' && ans_mask_wanted (self->field))
    hide_value (self, value);
  else
    show_value (self, value);
  update_icon (self);
}

static gboolean
text_editor_get_value (AnsValueEditor *editor, char **value, GError **error)
{
  AnsTextEditor *self = ANS_TEXT_EDITOR (editor);
  g_autofree char *typed = NULL;

  if (self->hidden != NULL)
    {
      *value = g_strdup (self->hidden);
      return TRUE;
    }
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (*typed == '\0')
    return TRUE;
  *value = ans_field_parse (self->book, self->field, typed, error);
  return *value != NULL;
}

static char *
describe_date (const char *value)
{
  AnsDate date;
  g_autofree char *display = NULL;

  if (!ans_date_parse_iso (value, &date, NULL))
    return NULL;
  display = ans_date_format (date);
  if (date.month == 0)
    /* Translators: %s is a year. */
    return g_strdup_printf (_ ("Year %s; day and month not known"), display);
  if (date.day == 0)
    /* Translators: %s is a month such as 03/1940. */
    return g_strdup_printf (_ ("Month %s; day not known"), display);
  return g_steal_pointer (&display);
}

static char *
text_editor_describe (AnsValueEditor *editor)
{
  AnsTextEditor *self = ANS_TEXT_EDITOR (editor);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *value = NULL;
  g_autofree char *understood = NULL;

  if (self->hidden != NULL || self->field->kind == ANS_FIELD_TEXT ||
      !text_editor_get_value (editor, &value, NULL) || value == NULL)
    return NULL;
  if (is_date (self->field))
    understood = describe_date (value);
  else
    understood = ans_field_display (self->book, self->field, value);
  if (understood == NULL || g_str_equal (understood, typed))
    return NULL;
  /* Translators: how a typed date or number was understood. */
  return g_strdup_printf (_ ("= %s"), understood);
}

static GtkWidget *
text_editor_get_input (AnsValueEditor *editor)
{
  return GTK_WIDGET (ANS_TEXT_EDITOR (editor)->entry);
}

static void
ans_text_editor_iface_init (AnsValueEditorInterface *iface)
{
  iface->set_value = text_editor_set_value;
  iface->get_value = text_editor_get_value;
  iface->describe = text_editor_describe;
  iface->get_input = text_editor_get_input;
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_text_editor_dispose (GObject *object)
{
  AnsTextEditor *self = ANS_TEXT_EDITOR (object);

  self->setting = TRUE;
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->entry, gtk_widget_unparent);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_text_editor_parent_class)->dispose (object);
}

static void
ans_text_editor_finalize (GObject *object)
{
  g_free (ANS_TEXT_EDITOR (object)->hidden);
  G_OBJECT_CLASS (ans_text_editor_parent_class)->finalize (object);
}

static void
ans_text_editor_class_init (AnsTextEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_text_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_text_editor_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ans_text_editor_init (AnsTextEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_entry_set_activates_default (self->entry, FALSE);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "icon-press", G_CALLBACK (icon_press_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

AnsValueEditor *
ans_text_editor_new (AnsBook *book, const AnsField *field)
{
  AnsTextEditor *self = g_object_new (ANS_TYPE_TEXT_EDITOR, NULL);

  self->book = g_object_ref (book);
  self->field = field;
  gtk_entry_set_input_purpose (self->entry, input_purpose (field));
  gtk_entry_set_placeholder_text (self->entry, placeholder (field));
  update_icon (self);
  return ANS_VALUE_EDITOR (self);
}
