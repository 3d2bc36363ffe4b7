/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-window.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"
#include "app/list/ans-list-page.h"
#include "app/meeting/ans-meeting.h"
#include "app/print/ans-print-page.h"
#include "app/record/ans-record-form.h"
#include "app/window/ans-book-care.h"
#include "app/window/ans-book-opening.h"
#include "app/window/ans-book-view.h"
#include "app/window/ans-create-dialog.h"
#include "app/window/ans-jobs-bar.h"
#include "app/window/ans-places.h"
#include "app/window/ans-practice-opening.h"
#include "app/window/ans-preferences-dialog.h"
#include "app/window/ans-search-dialog.h"
#include "app/window/ans-shortcuts-dialog.h"
#include "app/window/ans-sidebar.h"
#include "app/window/ans-undo-dialog.h"
#include "app/window/ans-welcome-page.h"
#include "app/window/ans-window-private.h"
#include "store/ans-undo.h"

/* Long enough to read, and to think again. */
#define TOAST_SECONDS 8

struct _AnsWindow
{
  AdwApplicationWindow parent_instance;

  AnsBook *book;
  AnsBookView *view; /* (nullable) */
  char *as_of;
  AdwToastOverlay *toasts;
  AdwNavigationView *outer;
  AnsJobsBar *jobs;
  gboolean closing;
};

enum
{
  PROP_0,
  PROP_BOOK,
  PROP_AS_OF,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AnsWindow, ans_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- the book ----------------------------------------------------------------------------------
 */

AnsBook *
ans_window_get_book (AnsWindow *self)
{
  g_return_val_if_fail (ANS_IS_WINDOW (self), NULL);
  return self->book;
}

static void
update_undo_actions (AnsWindow *self)
{
  gboolean can_write = self->book != NULL && !ans_book_is_read_only (self->book);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 can_write && ans_undo_get_next (self->book, NULL) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 can_write && ans_redo_get_next (self->book, NULL) != 0);
}

static void
update_actions (AnsWindow *self)
{
  static const char *const need_book[] = { "win.close-book",     "win.back-up",
                                           "win.check-book",     "win.show-area",
                                           "win.find-anything",  "win.retry-book",
                                           "win.toggle-sidebar", "win.print-report",
                                           "win.present" };

  for (guint i = 0; i < G_N_ELEMENTS (need_book); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), need_book[i], self->book != NULL);
  update_undo_actions (self);
}

static void
book_changed (AnsBook *book, AnsChanges *changes, AnsWindow *self)
{
  update_undo_actions (self);
}

void
ans_window_set_book (AnsWindow *self, AnsBook *book)
{
  g_autoptr (AnsBook) old = NULL;
  AdwNavigationPage *page;

  g_return_if_fail (ANS_IS_WINDOW (self));
  g_return_if_fail (book == NULL || ANS_IS_BOOK (book));

  if (book == self->book && self->book != NULL)
    return;
  old = g_steal_pointer (&self->book);
  if (old != NULL)
    g_signal_handlers_disconnect_by_data (old, self);
  g_clear_pointer (&self->as_of, g_free);
  adw_toast_overlay_dismiss_all (self->toasts);
  self->view = NULL;
  if (book != NULL)
    {
      self->book = g_object_ref (book);
      g_signal_connect_object (book, "changed", G_CALLBACK (book_changed), self, G_CONNECT_AFTER);
      self->view = ans_book_view_new (self, book);
      page = ADW_NAVIGATION_PAGE (self->view);
    }
  else
    page = ADW_NAVIGATION_PAGE (ans_welcome_page_new ());
  adw_navigation_view_replace (self->outer, &page, 1);
  /* Only now nothing shows it any more. */
  if (old != NULL)
    ans_book_close (old);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

const char *
ans_window_get_as_of (AnsWindow *self)
{
  g_return_val_if_fail (ANS_IS_WINDOW (self), NULL);
  return self->as_of;
}

void
ans_window_set_as_of (AnsWindow *self, const char *iso)
{
  g_return_if_fail (ANS_IS_WINDOW (self));
  if (g_set_str (&self->as_of, iso))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

/* --- pages -------------------------------------------------------------------------------------
 */

void
ans_window_push_page (AnsWindow *self, AdwNavigationPage *page)
{
  g_return_if_fail (ANS_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));

  if (self->view == NULL)
    return;
  /* Back leads to where she was, be it a preview over the whole window. */
  if (adw_navigation_view_get_visible_page (self->outer) == ADW_NAVIGATION_PAGE (self->view))
    ans_book_view_push (self->view, page);
  else
    adw_navigation_view_push (self->outer, page);
}

void
ans_window_push_full (AnsWindow *self, AdwNavigationPage *page)
{
  g_return_if_fail (ANS_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));
  adw_navigation_view_push (self->outer, page);
}

void
ans_window_pop (AnsWindow *self)
{
  g_return_if_fail (ANS_IS_WINDOW (self));
  if (!adw_navigation_view_pop (self->outer) && self->view != NULL)
    ans_book_view_pop (self->view);
}

void
ans_window_show_area (AnsWindow *self, const char *id)
{
  g_return_if_fail (ANS_IS_WINDOW (self));
  if (self->view == NULL)
    return;
  adw_navigation_view_pop_to_page (self->outer, ADW_NAVIGATION_PAGE (self->view));
  ans_book_view_show_area (self->view, id);
}

const char *
ans_window_get_area (AnsWindow *self)
{
  g_return_val_if_fail (ANS_IS_WINDOW (self), NULL);
  return self->view != NULL ? ans_book_view_get_area (self->view) : NULL;
}

AdwNavigationPage *
ans_window_get_page (AnsWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->outer);

  if (self->view != NULL && page == ADW_NAVIGATION_PAGE (self->view))
    return ans_book_view_get_page (self->view);
  return page;
}

void
ans_window_focus_page (AnsWindow *self)
{
  AdwNavigationPage *page;
  GtkWidget *focus;

  g_return_if_fail (ANS_IS_WINDOW (self));

  page = ans_window_get_page (self);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (page != NULL && (ANS_IS_LIST_PAGE (page) || focus == NULL ||
                       !gtk_widget_is_ancestor (focus, GTK_WIDGET (page))))
    gtk_widget_grab_focus (GTK_WIDGET (page));
}

/* --- saying things -----------------------------------------------------------------------------
 */

static void
undo_clicked (AdwToast *toast, AnsWindow *self)
{
  gint64 *action = g_object_get_data (G_OBJECT (toast), "ans-action");

  ans_window_undo_action (self, *action);
}

void
ans_window_toast (AnsWindow *self, const char *text, gint64 undo_action)
{
  AdwToast *toast;

  g_return_if_fail (ANS_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  /* What was done last is what matters; the one before it would make it wait. */
  adw_toast_overlay_dismiss_all (self->toasts);
  if (undo_action != 0)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_object_set_data_full (G_OBJECT (toast), "ans-action",
                              g_memdup2 (&undo_action, sizeof undo_action), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked), self, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
ans_window_show_error (AnsWindow *self, const char *title, const GError *error)
{
  AdwDialog *dialog;

  g_return_if_fail (ANS_IS_WINDOW (self));

  if (error != NULL && (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
                        g_error_matches (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CANCELLED) ||
                        g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)))
    return;
  dialog = adw_alert_dialog_new (title, error != NULL ? error->message : NULL);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- undo and redo -----------------------------------------------------------------------------
 */

void
ans_window_undo_action (AnsWindow *self, gint64 action)
{
  g_return_if_fail (ANS_IS_WINDOW (self));

  if (self->book == NULL)
    return;
  if (action == 0)
    action = ans_undo_get_next (self->book, NULL);
  if (action != 0)
    ans_undo_dialog_run (GTK_WIDGET (self), self->book, action);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_window_undo_action (ANS_WINDOW (widget), 0);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsWindow *self = ANS_WINDOW (widget);

  if (self->book != NULL)
    ans_undo_dialog_redo (widget, self->book);
}

/* --- jobs and closing --------------------------------------------------------------------------
 */

void
ans_window_add_job (AnsWindow *self, AnsJob *job)
{
  g_return_if_fail (ANS_IS_WINDOW (self));
  ans_jobs_bar_add (self->jobs, job);
}

static void
close_answered (AdwAlertDialog *dialog, const char *response, AnsWindow *self)
{
  if (!g_str_equal (response, "stop"))
    return;
  self->closing = TRUE;
  ans_jobs_bar_cancel_all (self->jobs);
  gtk_window_close (GTK_WINDOW (self));
}

/* Leaves only when no worker holds the book any more. */
static gboolean
close_when_idle (gpointer user_data)
{
  AnsWindow *self = user_data;

  if (ans_jobs_bar_get_running (self->jobs) != NULL)
    return G_SOURCE_CONTINUE;
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static gboolean
ans_window_close_request (GtkWindow *window)
{
  AnsWindow *self = ANS_WINDOW (window);
  AnsJob *job = ans_jobs_bar_get_running (self->jobs);
  GSettings *settings = ans_settings ();
  int width, height;

  if (job != NULL && !self->closing)
    {
      AdwDialog *dialog = adw_alert_dialog_new (_ ("Stop the work and close?"), NULL);

      adw_alert_dialog_format_body (
          ADW_ALERT_DIALOG (dialog),
          /* Translators: %s is the title of the work, such as “Importing people” */
          _ ("“%s” is not finished. If it is stopped now, nothing of it is kept."),
          ans_job_get_title (job));
      adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "wait", _ ("_Keep working"),
                                      "stop", _ ("_Stop and close"), NULL);
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "stop",
                                                ADW_RESPONSE_DESTRUCTIVE);
      adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "wait");
      adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "wait");
      g_signal_connect_object (dialog, "response", G_CALLBACK (close_answered), self, 0);
      adw_dialog_present (dialog, GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  if (job != NULL)
    {
      g_timeout_add_full (G_PRIORITY_DEFAULT, 50, close_when_idle, g_object_ref (self),
                          g_object_unref);
      return GDK_EVENT_STOP;
    }
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_int (settings, "window-width", CLAMP (width, 360, 10000));
  g_settings_set_int (settings, "window-height", CLAMP (height, 294, 10000));
  ans_window_set_book (self, NULL);
  return GTK_WINDOW_CLASS (ans_window_parent_class)->close_request (window);
}

/* --- actions -----------------------------------------------------------------------------------
 */

static void
open_book (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_book_opening_choose (ANS_WINDOW (widget));
}

static void
open_recent (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  ans_book_opening_open (ANS_WINDOW (widget), file);
}

static void
new_book (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_create_dialog_present (ANS_WINDOW (widget));
}

static void
practice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_practice_opening_start (ANS_WINDOW (widget));
}

static void
restore_book (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_book_care_restore (ANS_WINDOW (widget));
}

static void
back_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_book_care_back_up (ANS_WINDOW (widget));
}

static void
check_book (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_book_care_check (ANS_WINDOW (widget));
}

static void
retry_book (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_book_opening_retry (ANS_WINDOW (widget));
}

static void
close_book (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (ans_jobs_bar_get_running (ANS_WINDOW (widget)->jobs) == NULL)
    ans_window_set_book (ANS_WINDOW (widget), NULL);
}

static void
show_area (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_window_show_area (ANS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
next_tab (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsWindow *self = ANS_WINDOW (widget);

  if (self->view != NULL &&
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    ans_book_view_next_tab (self->view, g_str_equal (name, "win.next-tab"));
}

static void
find_anything (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsWindow *self = ANS_WINDOW (widget);

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    ans_search_dialog_present (self, self->book);
}

static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_shortcuts_dialog_present (widget);
}

/* A paper made from figures, of the day that the window looks at. */
static void
print_report (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsWindow *self = ANS_WINDOW (widget);
  const AnsReportInfo *info = ans_report_find (g_variant_get_string (parameter, NULL));
  const AnsReportRequest request = { .last = self->as_of };

  if (self->book != NULL && info != NULL && info->scope != ANS_REPORT_RECORD)
    ans_window_push_full (self, ans_print_page_new_report (self, info, &request));
}

static void
show_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_preferences_dialog_present (ANS_WINDOW (widget));
}

static void
toggle_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_book_view_toggle_sidebar (ANS_WINDOW (widget)->view);
}

static void
present (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_meeting_start (ANS_WINDOW (widget));
}

/* --- keys --------------------------------------------------------------------------------------
 */

/* Keys that belong to the page that is shown, wherever the focus is. */
static gboolean
key_for_page (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AnsWindow *self = ANS_WINDOW (widget);
  const char *action = g_variant_get_string (args, NULL);
  AdwNavigationPage *page = ans_window_get_page (self);
  GtkWidget *child;

  if (page == NULL ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return FALSE;
  child = adw_navigation_page_get_child (page);
  return gtk_widget_activate_action (GTK_WIDGET (page), action, NULL) ||
         (child != NULL && gtk_widget_activate_action (child, action, NULL));
}

static gboolean
key_for_area (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AnsWindow *self = ANS_WINDOW (widget);
  guint n, wanted = (guint) g_variant_get_int32 (args);
  const AnsPlace *places = ans_places (&n);

  if (wanted >= n || self->view == NULL ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return FALSE;
  ans_window_show_area (self, places[wanted].id);
  ans_window_focus_page (self);
  return TRUE;
}

static gboolean
key_back (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL)
    return FALSE;
  ans_window_pop (ANS_WINDOW (widget));
  return TRUE;
}

/* A list, the sidebar and the view of the pages would take these keys for themselves. */
static void
add_early_keys (AnsWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (int forward = 0; forward < 2; forward++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (forward ? GDK_KEY_Page_Down : GDK_KEY_Page_Up,
                                                  GDK_CONTROL_MASK),
                          gtk_named_action_new (forward ? "win.next-tab" : "win.previous-tab")));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Left, GDK_ALT_MASK),
                        gtk_callback_action_new (key_back, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static gboolean
key_for_region (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AnsWindow *self = ANS_WINDOW (widget);

  if (self->view == NULL ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return FALSE;
  ans_book_view_next_region (self->view, g_variant_get_boolean (args));
  return TRUE;
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } page_keys[] = {
    { GDK_KEY_f, GDK_CONTROL_MASK, "page.find" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "page.add" },
    { GDK_KEY_i, GDK_CONTROL_MASK, "page.import" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "page.export" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "page.print" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "page.as-of" },
    { GDK_KEY_g, GDK_CONTROL_MASK, "page.group" },
    { GDK_KEY_h, GDK_CONTROL_MASK, "page.reveal" },
    { GDK_KEY_F2, GDK_NO_MODIFIER_MASK, "page.edit" },
    { GDK_KEY_Up, GDK_CONTROL_MASK, "page.previous" },
    { GDK_KEY_Down, GDK_CONTROL_MASK, "page.next" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (page_keys); i++)
    gtk_widget_class_add_binding (klass, page_keys[i].key, page_keys[i].modifiers, key_for_page,
                                  "s", page_keys[i].action);
  for (guint i = 0; i < 9; i++)
    gtk_widget_class_add_binding (klass, GDK_KEY_1 + i, GDK_CONTROL_MASK, key_for_area, "i",
                                  (int) i);
  gtk_widget_class_add_binding (klass, GDK_KEY_F6, GDK_NO_MODIFIER_MASK, key_for_region, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_F6, GDK_SHIFT_MASK, key_for_region, "b", FALSE);
  /* Not accelerators of the application: an entry's own undo comes first. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}

/* --- object ------------------------------------------------------------------------------------
 */

static void
ans_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnsWindow *self = ANS_WINDOW (object);

  switch (id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;
    case PROP_AS_OF:
      g_value_set_string (value, self->as_of);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_AS_OF:
      ans_window_set_as_of (ANS_WINDOW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The first-run page is only made when it is seen: mostly a book opens at once. */
static void
ans_window_map (GtkWidget *widget)
{
  AnsWindow *self = ANS_WINDOW (widget);

  if (adw_navigation_view_get_visible_page (self->outer) == NULL)
    {
      AdwNavigationPage *page = ADW_NAVIGATION_PAGE (ans_welcome_page_new ());

      adw_navigation_view_replace (self->outer, &page, 1);
    }
  GTK_WIDGET_CLASS (ans_window_parent_class)->map (widget);
}

static void
ans_window_dispose (GObject *object)
{
  AnsWindow *self = ANS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_WINDOW);
  g_clear_object (&self->book);
  g_clear_pointer (&self->as_of, g_free);
  G_OBJECT_CLASS (ans_window_parent_class)->dispose (object);
}

static void
ans_window_class_init (AnsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.undo", NULL, undo },
    { "win.redo", NULL, redo },
    { "win.new-book", NULL, new_book },
    { "win.open-book", NULL, open_book },
    { "win.open-recent", "s", open_recent },
    { "win.practice", NULL, practice },
    { "win.restore-book", NULL, restore_book },
    { "win.retry-book", NULL, retry_book },
    { "win.close-book", NULL, close_book },
    { "win.back-up", NULL, back_up },
    { "win.check-book", NULL, check_book },
    { "win.show-area", "s", show_area },
    { "win.next-tab", NULL, next_tab },
    { "win.previous-tab", NULL, next_tab },
    { "win.find-anything", NULL, find_anything },
    { "win.shortcuts", NULL, show_shortcuts },
    { "win.preferences", NULL, show_preferences },
    { "win.print-report", "s", print_report },
    { "win.toggle-sidebar", NULL, toggle_sidebar },
    { "win.present", NULL, present },
  };

  object_class->dispose = ans_window_dispose;
  object_class->get_property = ans_window_get_property;
  object_class->set_property = ans_window_set_property;
  widget_class->map = ans_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = ans_window_close_request;

  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, ANS_TYPE_BOOK,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AS_OF] =
      g_param_spec_string ("as-of", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].func);
  add_keys (widget_class);

  g_type_ensure (ANS_TYPE_JOBS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, ANS_RESOURCE_PATH "/ui/ans-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AnsWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, AnsWindow, jobs);
}

static void
ans_window_init (AnsWindow *self)
{
  GSettings *settings = ans_settings ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  add_early_keys (self);
  update_actions (self);
}

AnsWindow *
ans_window_new (GtkApplication *application)
{
  return g_object_new (ANS_TYPE_WINDOW, "application", application, NULL);
}

void
ans_window_backed_up (AnsWindow *self)
{
  g_return_if_fail (ANS_IS_WINDOW (self));
  if (self->view != NULL)
    ans_book_view_backed_up (self->view);
}
