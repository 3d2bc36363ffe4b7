/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/meeting/ans-meeting-window.h"

#include <glib/gi18n.h>

#include "app/meeting/ans-meeting-pages.h"
#include "app/meeting/ans-meeting-save.h"
#include "app/window/ans-jobs-bar.h"
#include "app/window/ans-shortcuts-dialog.h"

/* The pointer and the bar go away when the pointer rests so long, in milliseconds. */
#define REST 3000

/* What a hand does while it clicks, and what it does when it swipes, in pixels. */
#define STILL 10
#define SWIPE 60

struct _AnsMeetingWindow
{
  AdwWindow parent_instance;

  AnsDeck *deck;
  AnsWindow *parent; /* (nullable) weak */
  gboolean dark;
  guint number; /* that is being typed; 0: none */
  guint rest;   /* timeout */
  double x, y;  /* where the pointer was last; negative: unknown */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AnsSlideView *view;
  AnsMeetingPages *pages;
  GtkLabel *typed;
  GtkRevealer *bar;
  GtkLabel *count;
  GtkMenuButton *menu;
  AnsJobsBar *jobs;
  GtkPopover *context; /* (nullable) the same menu, where the pointer is */
};

enum
{
  PROP_0,
  PROP_DARK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AnsMeetingWindow, ans_meeting_window, ADW_TYPE_WINDOW)

/* --- going about ----------------------------------------------------------------------------- */

static void
set_number (AnsMeetingWindow *self, guint number)
{
  g_autofree char *text = NULL;

  self->number = number;
  gtk_widget_set_visible (GTK_WIDGET (self->typed), number > 0);
  if (number == 0)
    return;
  /* Translators: a number of a slide that is being typed */
  text = g_strdup_printf (_ ("%u – Enter"), number);
  gtk_label_set_label (self->typed, text);
}

void
ans_meeting_window_go (AnsMeetingWindow *self, guint slide)
{
  g_autofree char *text = NULL;
  const char *title;

  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  set_number (self, 0);
  ans_slide_view_set_slide (self->view, slide);
  slide = ans_slide_view_get_slide (self->view);
  text = g_strdup_printf ("%u/%u", slide + 1, ans_deck_get_n_slides (self->deck));
  gtk_label_set_label (self->count, text);
  title = ans_deck_get_title (self->deck, slide);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.previous", slide > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.next",
                                 slide + 1 < ans_deck_get_n_slides (self->deck));
}

guint
ans_meeting_window_get_slide (AnsMeetingWindow *self)
{
  g_return_val_if_fail (ANS_IS_MEETING_WINDOW (self), 0);
  return ans_slide_view_get_slide (self->view);
}

AnsDeck *
ans_meeting_window_get_deck (AnsMeetingWindow *self)
{
  g_return_val_if_fail (ANS_IS_MEETING_WINDOW (self), NULL);
  return self->deck;
}

void
ans_meeting_window_set_deck (AnsMeetingWindow *self, AnsDeck *deck, guint slide)
{
  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  if (deck != self->deck)
    {
      g_clear_pointer (&self->deck, ans_deck_free);
      self->deck = ans_deck_ref (deck);
    }
  ans_slide_view_set_deck (self->view, deck, slide, TRUE);
  ans_meeting_window_go (self, slide);
}

static void
step (AnsMeetingWindow *self, int by)
{
  int slide = (int) ans_slide_view_get_slide (self->view) + by;

  /* a black screen first shows again what it hid */
  if (ans_slide_view_get_black (self->view))
    ans_slide_view_set_black (self->view, FALSE);
  else
    ans_meeting_window_go (self, (guint) MAX (slide, 0));
}

/* --- pointer and bar ------------------------------------------------------------------------- */

static gboolean
is_busy (AnsMeetingWindow *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->menu);

  return (popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover))) ||
         (self->context != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->context))) ||
         (gtk_widget_get_state_flags (gtk_widget_get_first_child (GTK_WIDGET (self->bar))) &
          GTK_STATE_FLAG_PRELIGHT) != 0;
}

static gboolean
shows_pages (AnsMeetingWindow *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pages");
}

static void
set_bar (AnsMeetingWindow *self, gboolean show)
{
  const gboolean shown = show && !shows_pages (self);

  gtk_revealer_set_reveal_child (self->bar, shown);
  gtk_widget_set_can_target (GTK_WIDGET (self->bar), shown);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), show ? NULL : "none");
}

static gboolean
rested (gpointer user_data)
{
  AnsMeetingWindow *self = user_data;

  if (is_busy (self))
    return G_SOURCE_CONTINUE;
  self->rest = 0;
  set_bar (self, FALSE);
  return G_SOURCE_REMOVE;
}

void
ans_meeting_window_show_bar (AnsMeetingWindow *self)
{
  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  set_bar (self, TRUE);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST, rested, self);
}

/* A window that appears under a pointer at rest is told of it, too. */
static void
moved (GtkEventControllerMotion *controller, double x, double y, AnsMeetingWindow *self)
{
  const gboolean known = self->x >= 0;
  const gboolean is_other = ABS (x - self->x) > 1 || ABS (y - self->y) > 1;

  self->x = x;
  self->y = y;
  if (known && is_other)
    ans_meeting_window_show_bar (self);
}

static void
popup_menu (GtkGestureClick *gesture, int n, double x, double y, AnsMeetingWindow *self)
{
  if (self->context == NULL)
    {
      GMenuModel *model = gtk_menu_button_get_menu_model (self->menu);

      /* made once: it must outlive the click on its item */
      self->context = GTK_POPOVER (gtk_popover_menu_new_from_model (model));
      gtk_widget_set_parent (GTK_WIDGET (self->context), GTK_WIDGET (self->view));
      gtk_popover_set_has_arrow (self->context, FALSE);
    }
  ans_meeting_window_show_bar (self);
  gtk_popover_set_pointing_to (self->context, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->context);
}

static void
long_pressed (GtkGestureLongPress *gesture, double x, double y, AnsMeetingWindow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (NULL, 1, x, y, self);
}

/* A click, a tap, or a swipe to the side. */
static void
released (GtkGestureDrag *gesture, double x, double y, AnsMeetingWindow *self)
{
  if (ABS (x) < STILL && ABS (y) < STILL)
    step (self, 1);
  else if (ABS (x) > SWIPE && ABS (x) > ABS (y))
    step (self, x < 0 ? 1 : -1);
}

/* --- all slides ------------------------------------------------------------------------------ */

void
ans_meeting_window_show_pages (AnsMeetingWindow *self, gboolean show)
{
  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  set_number (self, 0);
  gtk_stack_set_visible_child_name (self->stack, show ? "pages" : "slide");
  set_bar (self, FALSE);
  if (show)
    ans_meeting_pages_show (self->pages, self->deck, ans_slide_view_get_slide (self->view));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
page_chosen (AnsMeetingPages *pages, guint slide, AnsMeetingWindow *self)
{
  ans_meeting_window_go (self, slide);
  ans_meeting_window_show_pages (self, FALSE);
}

/* --- saying ---------------------------------------------------------------------------------- */

void
ans_meeting_window_say (AnsMeetingWindow *self, const char *text)
{
  AdwToast *toast;

  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      if (self->parent != NULL)
        ans_window_toast (self->parent, text, 0);
      return;
    }
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
ans_meeting_window_show_error (AnsMeetingWindow *self, const char *title, const GError *error)
{
  AdwDialog *dialog;

  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      if (self->parent != NULL)
        ans_window_show_error (self->parent, title, error);
      return;
    }
  dialog = adw_alert_dialog_new (title, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
ans_meeting_window_add_job (AnsMeetingWindow *self, AnsJob *job)
{
  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  ans_jobs_bar_add (self->jobs, job);
  /* it asks before the program ends with the work */
  if (self->parent != NULL)
    ans_window_add_job (self->parent, job);
}

void
ans_meeting_window_tell_keys (AnsMeetingWindow *self)
{
  ans_meeting_window_say (self, _ ("← → · B black · ? all keys · Esc end"));
}

/* --- actions --------------------------------------------------------------------------------- */

static void
act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsMeetingWindow *self = ANS_MEETING_WINDOW (widget);

  if (g_str_equal (name, "meeting.next"))
    step (self, 1);
  else if (g_str_equal (name, "meeting.previous"))
    step (self, -1);
  else if (g_str_equal (name, "meeting.pages"))
    ans_meeting_window_show_pages (self, TRUE);
  else if (g_str_equal (name, "meeting.black"))
    ans_slide_view_set_black (self->view, !ans_slide_view_get_black (self->view));
  else if (g_str_equal (name, "meeting.help"))
    ans_shortcuts_dialog_present_meeting (widget);
  else if (g_str_equal (name, "meeting.copy"))
    ans_meeting_save_copy (self);
  else if (g_str_equal (name, "meeting.save-pdf"))
    ans_meeting_save_ask (self, ANS_MEETING_PDF);
  else if (g_str_equal (name, "meeting.save-picture"))
    ans_meeting_save_ask (self, ANS_MEETING_PICTURE);
  else
    ans_meeting_save_ask (self, ANS_MEETING_PICTURES);
}

static const char *const actions[] = {
  "meeting.next",     "meeting.previous",     "meeting.pages",
  "meeting.black",    "meeting.help",         "meeting.copy",
  "meeting.save-pdf", "meeting.save-picture", "meeting.save-pictures",
};

/* --- keys ------------------------------------------------------------------------------------ */

static void
enter (AnsMeetingWindow *self)
{
  if (self->number > 0)
    ans_meeting_window_go (self, self->number - 1);
  else
    step (self, 1);
}

static void
leave (AnsMeetingWindow *self)
{
  if (self->number > 0)
    set_number (self, 0);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
type_digit (AnsMeetingWindow *self, guint key)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (key));

  if (digit < 0 || self->number > 99)
    return GDK_EVENT_PROPAGATE;
  set_number (self, self->number * 10 + (guint) digit);
  return GDK_EVENT_STOP;
}

/* Presenters send Page Up and Down, full stop or B, and F5 before they start. */
static gboolean
key_on_slide (AnsMeetingWindow *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_Forward:
    case GDK_KEY_space:
    case GDK_KEY_n:
    case GDK_KEY_N:
      step (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Back:
    case GDK_KEY_BackSpace:
    case GDK_KEY_p:
    case GDK_KEY_P:
      step (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      ans_meeting_window_go (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      ans_meeting_window_go (self, G_MAXUINT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      enter (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_g:
    case GDK_KEY_G:
      ans_meeting_window_show_pages (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_b:
    case GDK_KEY_B:
    case GDK_KEY_period:
    case GDK_KEY_KP_Decimal:
      ans_slide_view_set_black (self->view, !ans_slide_view_get_black (self->view));
      return GDK_EVENT_STOP;
    case GDK_KEY_d:
    case GDK_KEY_D:
      gtk_widget_activate_action (GTK_WIDGET (self), "meeting.dark", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      ans_meeting_window_show_bar (self);
      gtk_menu_button_popup (self->menu);
      return GDK_EVENT_STOP;
    case GDK_KEY_question:
    case GDK_KEY_F1:
      ans_shortcuts_dialog_present_meeting (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_F5:
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      leave (self);
      return GDK_EVENT_STOP;
    default:
      return type_digit (self, key);
    }
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType modifiers,
             AnsMeetingWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      adw_window_get_visible_dialog (ADW_WINDOW (self)) != NULL ||
      (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL))
    return GDK_EVENT_PROPAGATE;
  if (!shows_pages (self))
    return key_on_slide (self, key);
  switch (key)
    {
    case GDK_KEY_Escape:
    case GDK_KEY_Tab:
    case GDK_KEY_g:
    case GDK_KEY_G:
      ans_meeting_window_show_pages (self, FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* --- the window ------------------------------------------------------------------------------ */

guint
ans_meeting_choose_monitor (guint n, guint own)
{
  if (n < 2)
    return n;
  return own == 0 ? 1 : 0;
}

void
ans_meeting_window_start (AnsMeetingWindow *self, AnsWindow *parent)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GListModel *monitors = gdk_display_get_monitors (display);
  const guint n = g_list_model_get_n_items (monitors);
  GdkSurface *surface;
  guint own = 0, chosen;

  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));
  g_return_if_fail (ANS_IS_WINDOW (parent));

  g_set_weak_pointer (&self->parent, parent);
  surface = gtk_native_get_surface (GTK_NATIVE (parent));
  for (guint i = 0; surface != NULL && i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor == gdk_display_get_monitor_at_surface (display, surface))
        own = i;
    }
  chosen = ans_meeting_choose_monitor (n, own);
  if (chosen < n)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, chosen);

      gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
    }
  else
    {
      /* over the one that it hides; on another screen both are on their own */
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (parent));
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  gtk_window_present (GTK_WINDOW (self));
}

static void
ans_meeting_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DARK:
      g_value_set_boolean (value, ANS_MEETING_WINDOW (object)->dark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_meeting_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnsMeetingWindow *self = ANS_MEETING_WINDOW (object);

  switch (id)
    {
    case PROP_DARK:
      if (self->dark == g_value_get_boolean (value))
        return;
      self->dark = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_meeting_window_dispose (GObject *object)
{
  AnsMeetingWindow *self = ANS_MEETING_WINDOW (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->context, gtk_widget_unparent);
  g_clear_weak_pointer (&self->parent);
  /* AdwWindow must let go of its content before the template does. */
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_MEETING_WINDOW);
  G_OBJECT_CLASS (ans_meeting_window_parent_class)->dispose (object);
}

static void
ans_meeting_window_finalize (GObject *object)
{
  g_clear_pointer (&ANS_MEETING_WINDOW (object)->deck, ans_deck_free);
  G_OBJECT_CLASS (ans_meeting_window_parent_class)->finalize (object);
}

static void
ans_meeting_window_class_init (AnsMeetingWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ans_meeting_window_dispose;
  object_class->finalize = ans_meeting_window_finalize;
  object_class->get_property = ans_meeting_window_get_property;
  object_class->set_property = ans_meeting_window_set_property;
  properties[PROP_DARK] =
      g_param_spec_boolean ("dark", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
  gtk_widget_class_install_property_action (widget_class, "meeting.dark", "dark");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "meeting.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "meeting.save-pdf", NULL);
  g_type_ensure (ANS_TYPE_SLIDE_VIEW);
  g_type_ensure (ANS_TYPE_MEETING_PAGES);
  g_type_ensure (ANS_TYPE_JOBS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-meeting-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsMeetingWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AnsMeetingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AnsMeetingWindow, view);
  gtk_widget_class_bind_template_child (widget_class, AnsMeetingWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AnsMeetingWindow, typed);
  gtk_widget_class_bind_template_child (widget_class, AnsMeetingWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, AnsMeetingWindow, count);
  gtk_widget_class_bind_template_child (widget_class, AnsMeetingWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, AnsMeetingWindow, jobs);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen);
}

static void
add_gestures (AnsMeetingWindow *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (drag, "drag-end", G_CALLBACK (released), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (popup_menu), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (view, motion);
}

static void
ans_meeting_window_init (AnsMeetingWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->x = self->y = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_gestures (self);
}

GtkWidget *
ans_meeting_window_new (AnsDeck *deck, guint slide)
{
  AnsMeetingWindow *self = g_object_new (ANS_TYPE_MEETING_WINDOW, NULL);

  ans_meeting_window_set_deck (self, deck, slide);
  ans_meeting_window_show_pages (self, FALSE);
  return GTK_WIDGET (self);
}
