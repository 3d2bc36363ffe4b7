/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/meeting/ans-meeting-window.h"

#include <glib/gi18n.h>

struct _AnsMeetingWindow
{
  AdwWindow parent_instance;

  AnsDeck *deck;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AnsSlideView *view;
  GtkFlowBox *pages; /* filled when it is first asked for */
  GtkPopover *menu;  /* (nullable) a child of the view */
  guint number;      /* that is being typed; 0: none */
};

G_DEFINE_FINAL_TYPE (AnsMeetingWindow, ans_meeting_window, ADW_TYPE_WINDOW)

/* ---- going about ---- */

void
ans_meeting_window_go (AnsMeetingWindow *self, guint slide)
{
  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  self->number = 0;
  ans_slide_view_set_slide (self->view, MIN (slide, ans_deck_get_n_slides (self->deck) - 1));
}

guint
ans_meeting_window_get_slide (AnsMeetingWindow *self)
{
  g_return_val_if_fail (ANS_IS_MEETING_WINDOW (self), 0);

  return ans_slide_view_get_slide (self->view);
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

/* ---- all pages ---- */

static void
page_chosen (GtkFlowBox *box, GtkFlowBoxChild *child, AnsMeetingWindow *self)
{
  ans_meeting_window_go (self, (guint) gtk_flow_box_child_get_index (child));
  ans_meeting_window_show_pages (self, FALSE);
}

static void
fill_pages (AnsMeetingWindow *self)
{
  for (guint i = 0; i < ans_deck_get_n_slides (self->deck); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      g_autofree char *text = g_strdup_printf ("%u. %s", i + 1, ans_deck_get_title (self->deck, i));
      GtkWidget *label = gtk_label_new (text);
      GtkWidget *picture = ans_slide_view_new (self->deck, i, FALSE);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
      gtk_widget_set_size_request (picture, 240, 135);
      gtk_widget_set_tooltip_text (box, ans_deck_get_title (self->deck, i));
      gtk_box_append (GTK_BOX (box), picture);
      gtk_box_append (GTK_BOX (box), label);
      gtk_flow_box_append (self->pages, box);
    }
}

void
ans_meeting_window_show_pages (AnsMeetingWindow *self, gboolean show)
{
  GtkFlowBoxChild *child;

  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->stack), show ? NULL : "none");
  gtk_stack_set_visible_child_name (self->stack, show ? "pages" : "slide");
  if (!show)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }
  if (gtk_flow_box_get_child_at_index (self->pages, 0) == NULL)
    fill_pages (self);
  child =
      gtk_flow_box_get_child_at_index (self->pages, (int) ans_slide_view_get_slide (self->view));
  gtk_flow_box_select_child (self->pages, child);
  gtk_widget_grab_focus (GTK_WIDGET (child));
}

static gboolean
shows_pages (AnsMeetingWindow *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pages");
}

/* ---- saving ---- */

static void
say (AnsMeetingWindow *self, const char *text)
{
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
saved (AnsMeetingWindow *self, GFile *file, gboolean pictures)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const guint n = ans_deck_get_n_slides (self->deck);

  if (pictures ? ans_deck_write_pictures (self->deck, path, "trinh-chieu", &error)
               : ans_deck_write_pdf (self->deck, path, ans_deck_get_title (self->deck, 0), &error))
    text = g_strdup_printf (ngettext ("%u slide saved in “%s”", "%u slides saved in “%s”", n), n,
                            name);
  say (self, text != NULL ? text : error->message);
}

static void
file_chosen (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (AnsMeetingWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (file != NULL)
    saved (self, file, FALSE);
}

static void
folder_chosen (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (AnsMeetingWindow) self = data;
  g_autoptr (GFile) file =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (file != NULL)
    saved (self, file, TRUE);
}

static void
save_pdf (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the Slides"));
  gtk_file_dialog_set_initial_name (dialog, "trinh-chieu.pdf");
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, file_chosen, g_object_ref (widget));
}

static void
save_pictures (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Folder for the Pictures"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (widget), NULL, folder_chosen,
                                 g_object_ref (widget));
}

/* Made once: it must outlive the click on its item. */
static GtkPopover *
make_menu (AnsMeetingWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (menu, _ ("All Pages"), "meeting.pages");
  g_menu_append (menu, _ ("Save as PDF…"), "meeting.save-pdf");
  g_menu_append (menu, _ ("Save as Pictures…"), "meeting.save-pictures");
  g_menu_append (menu, _ ("Keys"), "meeting.help");
  g_menu_append (menu, _ ("End"), "window.close");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (self->view));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  return GTK_POPOVER (popover);
}

static void
popup_menu (GtkGestureClick *gesture, int n, double x, double y, AnsMeetingWindow *self)
{
  if (self->menu == NULL)
    self->menu = make_menu (self);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->menu);
}

/* ---- keys ---- */

static void
help (GtkWidget *widget, const char *name, GVariant *parameter)
{
  say (ANS_MEETING_WINDOW (widget),
       _ ("→ next · ← back · number, Enter: that page · Tab: all pages · B: black · Esc: end"));
}

static void
pages (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_meeting_window_show_pages (ANS_MEETING_WINDOW (widget), TRUE);
}

static gboolean
typed (AnsMeetingWindow *self, guint key)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (key));

  if (digit < 0 || self->number > 999)
    return FALSE;
  self->number = self->number * 10 + (guint) digit;
  return TRUE;
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType modifiers,
             AnsMeetingWindow *self)
{
  if (key == GDK_KEY_Escape && !shows_pages (self))
    gtk_window_close (GTK_WINDOW (self));
  else if (key == GDK_KEY_Escape ||
           ((key == GDK_KEY_Tab || key == GDK_KEY_g) && shows_pages (self)))
    ans_meeting_window_show_pages (self, FALSE);
  else if (shows_pages (self) || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  else
    switch (key)
      {
      case GDK_KEY_Right:
      case GDK_KEY_Down:
      case GDK_KEY_Page_Down:
      case GDK_KEY_space:
        step (self, 1);
        break;
      case GDK_KEY_Left:
      case GDK_KEY_Up:
      case GDK_KEY_Page_Up:
      case GDK_KEY_BackSpace:
        step (self, -1);
        break;
      case GDK_KEY_Home:
        ans_meeting_window_go (self, 0);
        break;
      case GDK_KEY_End:
        ans_meeting_window_go (self, G_MAXUINT);
        break;
      case GDK_KEY_Return:
      case GDK_KEY_KP_Enter:
        if (self->number > 0)
          ans_meeting_window_go (self, self->number - 1);
        else
          step (self, 1);
        break;
      case GDK_KEY_Tab:
      case GDK_KEY_g:
      case GDK_KEY_G:
        ans_meeting_window_show_pages (self, TRUE);
        break;
      case GDK_KEY_b:
      case GDK_KEY_B:
      case GDK_KEY_period:
        ans_slide_view_set_black (self->view, !ans_slide_view_get_black (self->view));
        break;
      case GDK_KEY_question:
      case GDK_KEY_F1:
        help (GTK_WIDGET (self), NULL, NULL);
        break;
      default:
        return typed (self, key);
      }
  return GDK_EVENT_STOP;
}

static void
clicked (GtkGestureClick *gesture, int n, double x, double y, AnsMeetingWindow *self)
{
  step (self, 1);
}

/* ---- */

void
ans_meeting_window_start (AnsMeetingWindow *self, GtkWindow *parent)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = parent != NULL ? gtk_native_get_surface (GTK_NATIVE (parent)) : NULL;
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  const guint n = g_list_model_get_n_items (monitors);

  g_return_if_fail (ANS_IS_MEETING_WINDOW (self));

  if (parent != NULL)
    gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (n > 1 && monitor != own)
        {
          gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
          gtk_window_present (GTK_WINDOW (self));
          return;
        }
    }
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}

static void
ans_meeting_window_finalize (GObject *object)
{
  AnsMeetingWindow *self = ANS_MEETING_WINDOW (object);

  g_clear_pointer (&self->deck, ans_deck_free);
  G_OBJECT_CLASS (ans_meeting_window_parent_class)->finalize (object);
}

static void
ans_meeting_window_class_init (AnsMeetingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ans_meeting_window_finalize;
  gtk_widget_class_install_action (widget_class, "meeting.pages", NULL, pages);
  gtk_widget_class_install_action (widget_class, "meeting.help", NULL, help);
  gtk_widget_class_install_action (widget_class, "meeting.save-pdf", NULL, save_pdf);
  gtk_widget_class_install_action (widget_class, "meeting.save-pictures", NULL, save_pictures);
}

static void
ans_meeting_window_init (AnsMeetingWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
}

static void
add_pages (AnsMeetingWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->pages = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_max_children_per_line (self->pages, 6);
  gtk_flow_box_set_homogeneous (self->pages, TRUE);
  gtk_flow_box_set_activate_on_single_click (self->pages, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->pages), GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->pages));
  g_signal_connect (self->pages, "child-activated", G_CALLBACK (page_chosen), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All pages"), -1);
  gtk_stack_add_named (self->stack, scrolled, "pages");
}

GtkWidget *
ans_meeting_window_new (AnsDeck *deck, guint slide)
{
  AnsMeetingWindow *self = g_object_new (ANS_TYPE_MEETING_WINDOW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  self->deck = deck;
  self->view = ANS_SLIDE_VIEW (ans_slide_view_new (deck, slide, TRUE));
  gtk_widget_set_focusable (GTK_WIDGET (self->view), TRUE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "released", G_CALLBACK (clicked), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (popup_menu), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (menu));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "slide");
  add_pages (self);
  gtk_window_set_title (GTK_WINDOW (self), ans_deck_get_title (deck, 0));
  ans_meeting_window_show_pages (self, FALSE);
  ans_meeting_window_go (self, slide);
  return GTK_WIDGET (self);
}
