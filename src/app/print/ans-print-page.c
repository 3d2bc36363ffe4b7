/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/ans-print-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/print/ans-print-options.h"
#include "app/print/ans-print-output.h"
#include "app/print/ans-report-options.h"
#include "app/window/ans-page-view.h"
#include "app/window/ans-preferences-dialog.h"

#define LAYOUT_DELAY     150 /* milliseconds after the last change of an option */
#define PAGE_GAP         18  /* pixels around a page, as in the style sheet */
#define THUMBNAIL_WIDTH  104.0
#define PIXELS_PER_POINT (96.0 / 72.0)
#define ZOOM_STEP        1.2
#define ZOOM_MIN         0.25
#define ZOOM_MAX         4.0

#define ANS_TYPE_PRINT_PAGE (ans_print_page_get_type ())
G_DECLARE_FINAL_TYPE (AnsPrintPage, ans_print_page, ANS, PRINT_PAGE, AdwNavigationPage)

struct _AnsPrintPage
{
  AdwNavigationPage parent_instance;

  AnsWindow *window; /* not owned: the page lives in it */
  AnsBook *book;
  AnsPageLayout *layout; /* NULL until the first one is done */
  AnsJob *job;           /* under way, or NULL */
  gulong changed_id;
  guint layout_id;
  guint scale_id;
  double zoom; /* 1: the size of the paper; 0: as wide as there is room */
  gboolean selecting;
  gboolean stale; /* the work was stopped when the page went out of sight */

  AdwWindowTitle *title;
  GtkLabel *page_label;
  GtkLabel *zoom_label;
  GtkStack *stack;
  GtkProgressBar *progress;
  AdwStatusPage *error_page;
  AdwOverlaySplitView *split;
  GtkScrolledWindow *scrolled;
  GtkListView *pages;
  GtkListView *thumbnails;
  GtkSingleSelection *selection;
  GtkStringList *numbers;
  AdwBin *panel_place;
  AnsPrintPanel *panel;
};

G_DEFINE_FINAL_TYPE (AnsPrintPage, ans_print_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- pages and where we are ------------------------------------------------------------------- */

static guint
n_pages (AnsPrintPage *self)
{
  return self->layout != NULL ? ans_page_layout_get_n_pages (self->layout) : 0;
}

/* All pages are equally high. */
static guint
current_page (AnsPrintPage *self)
{
  GtkAdjustment *vadjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  const double upper = gtk_adjustment_get_upper (vadjustment);
  const double middle =
      gtk_adjustment_get_value (vadjustment) + gtk_adjustment_get_page_size (vadjustment) / 2;
  const guint n = n_pages (self);

  if (n == 0 || upper <= 0)
    return 0;
  return (guint) CLAMP (floor (middle / upper * n), 0, n - 1);
}

static void
show_place (AnsPrintPage *self)
{
  const guint n = n_pages (self);
  const guint page = current_page (self);
  g_autofree char *text = n > 0 ? g_strdup_printf (_ ("Page %u/%u"), page + 1, n) : g_strdup ("");

  gtk_label_set_label (self->page_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.next-page", page + 1 < n);
  self->selecting = TRUE;
  if (n > 0 && gtk_single_selection_get_selected (self->selection) != page)
    {
      gtk_single_selection_set_selected (self->selection, page);
      gtk_list_view_scroll_to (self->thumbnails, page, GTK_LIST_SCROLL_NONE, NULL);
    }
  self->selecting = FALSE;
}

static void
go_to_page (AnsPrintPage *self, guint page)
{
  GtkAdjustment *vadjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  const guint n = n_pages (self);

  if (page < n)
    gtk_adjustment_set_value (vadjustment, gtk_adjustment_get_upper (vadjustment) * page / n);
}

static void
thumbnail_selected_cb (AnsPrintPage *self)
{
  if (!self->selecting)
    go_to_page (self, gtk_single_selection_get_selected (self->selection));
}

/* --- zoom ------------------------------------------------------------------------------------ */

static double
page_scale (AnsPrintPage *self)
{
  double width = 595;
  double height;
  int room;

  if (self->zoom > 0)
    return self->zoom * PIXELS_PER_POINT;
  if (self->layout != NULL)
    ans_page_layout_get_page_size (self->layout, &width, &height);
  room = gtk_widget_get_width (GTK_WIDGET (self->scrolled)) - 2 * PAGE_GAP;
  return MAX (room, 120) / width;
}

static void
scale_pages (GtkWidget *widget, double scale)
{
  if (ANS_IS_PAGE_VIEW (widget))
    ans_page_view_set_scale (ANS_PAGE_VIEW (widget), scale);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    scale_pages (child, scale);
}

static gboolean
apply_scale_cb (gpointer data)
{
  AnsPrintPage *self = data;
  const double scale = page_scale (self);
  g_autofree char *text = g_strdup_printf ("%d%%", (int) lround (scale / PIXELS_PER_POINT * 100));

  self->scale_id = 0;
  scale_pages (GTK_WIDGET (self->pages), scale);
  gtk_label_set_label (self->zoom_label, text);
  return G_SOURCE_REMOVE;
}

static void
queue_scale (AnsPrintPage *self)
{
  if (self->scale_id == 0)
    self->scale_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_scale_cb, self, NULL);
}

static void
set_zoom (AnsPrintPage *self, double zoom)
{
  const guint page = current_page (self);

  self->zoom = zoom > 0 ? CLAMP (zoom, ZOOM_MIN, ZOOM_MAX) : 0;
  apply_scale_cb (self);
  go_to_page (self, page);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (widget);

  set_zoom (self, page_scale (self) / PIXELS_PER_POINT * ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (widget);

  set_zoom (self, page_scale (self) / PIXELS_PER_POINT / ZOOM_STEP);
}

static void
zoom_fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (ANS_PRINT_PAGE (widget), 0);
}

/* --- rows of the two lists -------------------------------------------------------------------- */

static void
setup_page_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AnsPrintPage *self)
{
  gtk_list_item_set_child (item, ans_page_view_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_page_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AnsPrintPage *self)
{
  AnsPageView *view = ANS_PAGE_VIEW (gtk_list_item_get_child (item));
  /* Translators: the number of a printed page */
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), gtk_list_item_get_position (item) + 1);

  gtk_list_item_set_accessible_label (item, name);
  ans_page_view_set_scale (view, page_scale (self));
  ans_page_view_set_page (view, self->layout, gtk_list_item_get_position (item));
}

static void
setup_thumbnail_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AnsPrintPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_add_css_class (number, "caption");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), ans_page_view_new ());
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_item_set_child (item, box);
}

static void
bind_thumbnail_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AnsPrintPage *self)
{
  GtkWidget *view = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *number = gtk_widget_get_next_sibling (view);
  double width;
  double height;

  if (self->layout == NULL)
    return;
  ans_page_layout_get_page_size (self->layout, &width, &height);
  ans_page_view_set_scale (ANS_PAGE_VIEW (view), THUMBNAIL_WIDTH / width);
  ans_page_view_set_page (ANS_PAGE_VIEW (view), self->layout, gtk_list_item_get_position (item));
  gtk_label_set_label (GTK_LABEL (number),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
set_up_lists (AnsPrintPage *self)
{
  g_autoptr (GtkListItemFactory) page_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) thumbnail_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) plain = NULL;

  self->numbers = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->numbers)));
  plain = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->numbers))));
  g_signal_connect (page_factory, "setup", G_CALLBACK (setup_page_cb), self);
  g_signal_connect (page_factory, "bind", G_CALLBACK (bind_page_cb), self);
  gtk_list_view_set_factory (self->pages, page_factory);
  gtk_list_view_set_model (self->pages, plain);
  g_signal_connect (thumbnail_factory, "setup", G_CALLBACK (setup_thumbnail_cb), self);
  g_signal_connect (thumbnail_factory, "bind", G_CALLBACK (bind_thumbnail_cb), self);
  gtk_list_view_set_factory (self->thumbnails, thumbnail_factory);
  gtk_list_view_set_model (self->thumbnails, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (thumbnail_selected_cb),
                            self);
}

/* --- layout ---------------------------------------------------------------------------------- */

static void
take_layout (AnsPrintPage *self, AnsPageLayout *layout)
{
  const guint n = ans_page_layout_get_n_pages (layout);
  const guint page = current_page (self);
  g_auto (GStrv) names = g_new0 (char *, n + 1);

  g_set_object (&self->layout, layout);
  for (guint i = 0; i < n; i++)
    names[i] = g_strdup_printf ("%u", i + 1);
  self->selecting = TRUE;
  gtk_string_list_splice (self->numbers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->numbers)),
                          (const char *const *) names);
  self->selecting = FALSE;
  ans_print_panel_show_result (self->panel, ans_page_layout_get_document (layout), n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", TRUE);
  queue_scale (self);
  go_to_page (self, MIN (page, n - 1));
  show_place (self);
}

static void
report (double fraction, gpointer data)
{
  ans_job_report (data, fraction, NULL);
}

static void
layout_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (AnsDocument) document =
      ans_print_request_make_document (data, ans_job_get_cancellable (source), &error);
  AnsPageLayout *layout =
      document != NULL
          ? ans_page_layout_new (document, ans_job_get_cancellable (source), report, source, &error)
          : NULL;

  if (layout != NULL)
    g_task_return_pointer (task, layout, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
show_error (AnsPrintPage *self, const GError *error)
{
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", FALSE);
}

static void
layout_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AnsPrintPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsPageLayout) layout = ans_job_run_finish (ANS_JOB (source), result, &error);

  /* A newer one may be under way, or the page be gone. */
  if (self->window == NULL || self->job != ANS_JOB (source))
    return;
  g_clear_object (&self->job);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (layout != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "pages");
      take_layout (self, layout);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
           !g_error_matches (error, ANS_BOOK_ERROR, ANS_BOOK_ERROR_CANCELLED))
    show_error (self, error);
}

static gboolean
fraction_to_progress (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_double (to, MAX (0, g_value_get_double (from)));
  return TRUE;
}

static gboolean
layout_cb (gpointer data)
{
  AnsPrintPage *self = data;
  g_autoptr (GError) error = NULL;
  AnsPrintRequest *request;

  self->layout_id = 0;
  if (self->job != NULL)
    ans_job_cancel (self->job);
  g_clear_object (&self->job);
  request = ans_print_panel_request (self->panel, &error);
  if (request == NULL)
    {
      show_error (self, error);
      return G_SOURCE_REMOVE;
    }
  self->job = ans_job_new (_ ("Making the Pages"));
  g_object_bind_property_full (self->job, "fraction", self->progress, "fraction", G_BINDING_DEFAULT,
                               fraction_to_progress, NULL, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  ans_job_run (self->job, layout_work, request, (GDestroyNotify) ans_print_request_unref,
               layout_done, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
queue_layout (AnsPrintPage *self)
{
  g_clear_handle_id (&self->layout_id, g_source_remove);
  self->layout_id = g_timeout_add (LAYOUT_DELAY, layout_cb, self);
}

/* --- what can be done here -------------------------------------------------------------------- */

static void
signers_cb (AnsPrintPage *self)
{
  ans_preferences_dialog_present (self->window);
}

static void
previous_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (widget);

  go_to_page (self, MAX (current_page (self), 1) - 1);
}

static void
next_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (widget);

  go_to_page (self, current_page (self) + 1);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (widget);
  const int format = ans_print_output_find_format (g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (AnsPrintRequest) request = ans_print_panel_request (self->panel, &error);

  g_return_if_fail (format >= 0);
  if (request == NULL)
    show_error (self, error);
  else
    ans_print_output_save (self->window, request, (AnsPrintFormat) format);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (widget);

  if (self->layout != NULL)
    ans_print_output_print (self->window, self->layout);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ans_window_pop (ANS_PRINT_PAGE (widget)->window);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_print_page_hidden (AdwNavigationPage *page)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (page);

  if (self->job == NULL)
    return;
  ans_job_cancel (self->job);
  self->stale = TRUE;
}

/* Back from what was opened to look at it. */
static void
ans_print_page_showing (AdwNavigationPage *page)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (page);

  if (self->stale)
    queue_layout (self);
  self->stale = FALSE;
}

static void
ans_print_page_dispose (GObject *object)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->scale_id, g_source_remove);
  if (self->job != NULL)
    ans_job_cancel (self->job);
  g_clear_object (&self->job);
  if (self->book != NULL)
    g_clear_signal_handler (&self->changed_id, self->book);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  self->window = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_PRINT_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->numbers);
  g_clear_object (&self->layout);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_print_page_parent_class)->dispose (object);
}

static void
ans_print_page_class_init (AnsPrintPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "print.zoom-in" },          { GDK_KEY_equal, "print.zoom-in" },
    { GDK_KEY_KP_Add, "print.zoom-in" },        { GDK_KEY_minus, "print.zoom-out" },
    { GDK_KEY_KP_Subtract, "print.zoom-out" },  { GDK_KEY_0, "print.zoom-fit" },
    { GDK_KEY_KP_0, "print.zoom-fit" },         { GDK_KEY_p, "print.print" },
    { GDK_KEY_Page_Up, "print.previous-page" }, { GDK_KEY_Page_Down, "print.next-page" },
  };

  G_OBJECT_CLASS (klass)->dispose = ans_print_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = ans_print_page_hidden;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = ans_print_page_showing;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-print-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, title);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, progress);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, split);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, pages);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, AnsPrintPage, panel_place);

  gtk_widget_class_install_action (widget_class, "print.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "print.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "print.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_install_action (widget_class, "print.previous-page", NULL, previous_page_cb);
  gtk_widget_class_install_action (widget_class, "print.next-page", NULL, next_page_cb);
  gtk_widget_class_install_action (widget_class, "print.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "print.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "print.close", NULL, close_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "print.save", "s",
                                       "pdf");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "print.close", NULL);
}

static void
ans_print_page_init (AnsPrintPage *self)
{
  GtkAdjustment *vadjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_lists (self);
  vadjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (vadjustment, "value-changed", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vadjustment, "changed", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled),
                           "notify::page-size", G_CALLBACK (queue_scale), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", FALSE);
}

/* @panel: says what is printed */
static AnsPrintPage *
make (AnsWindow *window, AnsBook *book, const char *title, GtkWidget *panel)
{
  AnsPrintPage *self = g_object_new (ANS_TYPE_PRINT_PAGE, NULL);

  self->window = window;
  self->book = g_object_ref (book);
  self->panel = ANS_PRINT_PANEL (panel);
  adw_bin_set_child (self->panel_place, panel);
  g_signal_connect_object (panel, "changed", G_CALLBACK (queue_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "signers", G_CALLBACK (signers_cb), self, G_CONNECT_SWAPPED);
  adw_window_title_set_subtitle (self->title, title);
  self->changed_id =
      g_signal_connect_swapped (self->book, "changed", G_CALLBACK (queue_layout), self);
  queue_layout (self);
  return self;
}

AdwNavigationPage *
ans_print_page_new (AnsWindow *window, AnsListing *listing)
{
  g_return_val_if_fail (ANS_IS_LISTING (listing), NULL);

  return ADW_NAVIGATION_PAGE (make (window, ans_listing_get_book (listing),
                                    ans_listing_get_info (listing)->title,
                                    GTK_WIDGET (ans_print_options_new (listing))));
}

AdwNavigationPage *
ans_print_page_new_report (AnsWindow *window,
                           const AnsReportInfo *info,
                           const AnsReportRequest *request)
{
  AnsBook *book;

  g_return_val_if_fail (ANS_IS_WINDOW (window), NULL);
  g_return_val_if_fail (info != NULL, NULL);

  book = ans_window_get_book (window);
  return ADW_NAVIGATION_PAGE (
      make (window, book, info->title, GTK_WIDGET (ans_report_options_new (book, info, request))));
}

void
ans_print_page_set_rows (AdwNavigationPage *page, GArray *ids)
{
  AnsPrintPage *self = ANS_PRINT_PAGE (page);

  g_return_if_fail (ANS_IS_PRINT_OPTIONS (self->panel));

  ans_print_options_set_rows (ANS_PRINT_OPTIONS (self->panel), ids);
  queue_layout (self);
}
