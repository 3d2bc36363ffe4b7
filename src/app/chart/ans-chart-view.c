/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart/ans-chart-view.h"

#include <glib/gi18n.h>

#include "app/chart/ans-chart-canvas.h"
#include "app/chart/ans-chart-output.h"
#include "app/chart/ans-chart-table-view.h"
#include "app/window/ans-file-choice.h"
#include "app/window/ans-window.h"

struct _AnsChartView
{
  AdwBin parent_instance;

  AnsChart *chart; /* (nullable) */
  gboolean openable;
  gboolean show_table;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *source;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  GtkStack *stack;
  AnsChartCanvas *canvas;
  AdwBin *table;
  AdwBin *beside;
  GtkWidget *popover;
};

enum
{
  PROP_0,
  PROP_SHOW_TABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  DATUM_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsChartView, ans_chart_view, ADW_TYPE_BIN)

static const struct
{
  const char *ending;
  const char *label;
} formats[] = {
  [ANS_SCENE_PNG] = { "png", N_ ("Picture (*.png)") },
  [ANS_SCENE_SVG] = { "svg", N_ ("Drawing (*.svg)") },
  [ANS_SCENE_PDF] = { "pdf", N_ ("PDF (*.pdf)") },
};

/* --- what is shown --------------------------------------------------------------------------- */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static gboolean
has_data (AnsChartView *self)
{
  return self->chart != NULL && ans_chart_has_data (self->chart);
}

static void
update_actions (AnsChartView *self)
{
  static const char *const actions[] = { "chart.copy-picture", "chart.copy-table", "chart.save",
                                         "chart.show-table" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], has_data (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.open-list",
                                 has_data (self) && self->openable && !self->show_table);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), has_data (self));
}

static void
show (AnsChartView *self)
{
  const AnsChart *chart = self->chart;
  const gboolean table = self->show_table && has_data (self);

  show_text (self->title, chart != NULL ? chart->title : NULL);
  show_text (self->subtitle, chart != NULL ? chart->subtitle : NULL);
  show_text (self->source, chart != NULL ? chart->source : NULL);
  adw_bin_set_child (self->table, table ? ans_chart_table_view_new (chart, self->openable) : NULL);
  gtk_stack_set_visible_child_name (self->stack, chart == NULL      ? "waiting"
                                                 : !has_data (self) ? "empty"
                                                 : table            ? "table"
                                                                    : "picture");
  update_actions (self);
}

static void
set_show_table (AnsChartView *self, gboolean show_table)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean had = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

  if (self->show_table == show_table)
    return;
  self->show_table = show_table;
  show (self);
  /* who was in the picture is in the table then */
  if (had)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}

/* --- saving and copying ---------------------------------------------------------------------- */

static AnsWindow *
window_of (AnsChartView *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ANS_TYPE_WINDOW);

  return window != NULL ? ANS_WINDOW (window) : NULL;
}

static void
toast (AnsChartView *self, const char *text)
{
  AnsWindow *window = window_of (self);

  if (window != NULL)
    ans_window_toast (window, text, 0);
}

static void
copy_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsChartView *self = ANS_CHART_VIEW (widget);
  g_autoptr (GdkContentProvider) content = ans_chart_output_picture (self->chart);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  toast (self, _ ("The picture is in the clipboard"));
}

static void
copy_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsChartView *self = ANS_CHART_VIEW (widget);
  g_autoptr (GdkContentProvider) content = ans_chart_output_table (self->chart);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  toast (self, _ ("The table is in the clipboard"));
}

gboolean
ans_chart_view_save (AnsChartView *self, const char *path, AnsSceneFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ANS_IS_CHART_VIEW (self), FALSE);
  g_return_val_if_fail (self->chart != NULL, FALSE);

  if (!ans_chart_output_write (self->chart, path, format, &error))
    {
      AdwDialog *dialog = adw_alert_dialog_new (_ ("The chart was not saved"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (self));
      return FALSE;
    }
  base = g_path_get_basename (path);
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_ ("Saved as “%s”"), base);
  toast (self, text);
  return TRUE;
}

typedef struct
{
  AnsChartView *view;
  AnsSceneFormat format;
} Saving;

static void
file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = file != NULL ? ans_file_choice_take (file) : NULL;
  AnsWindow *window = window_of (saving->view);

  if (path != NULL && saving->view->chart != NULL)
    ans_chart_view_save (saving->view, path, saving->format);
  else if (path == NULL && window != NULL)
    ans_window_show_error (window, _ ("No file could be chosen"), error);
  g_object_unref (saving->view);
  g_free (saving);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AnsChartView *self = ANS_CHART_VIEW (widget);
  const char *wanted = g_variant_get_string (parameter, NULL);
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;
  Saving *saving;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (wanted, formats[i].ending))
      {
        name = ans_chart_output_name (self->chart, wanted);
        dialog = ans_file_choice_save (_ ("Save the chart"), name, _ (formats[i].label), wanted);
        saving = g_new0 (Saving, 1);
        saving->view = g_object_ref (self);
        saving->format = (AnsSceneFormat) i;
        gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen,
                              saving);
      }
}

/* --- the menu -------------------------------------------------------------------------------- */

static void
popup (AnsChartView *self, double x, double y)
{
  if (!has_data (self))
    return;
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
menu_at (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsChartView *self = ANS_CHART_VIEW (widget);
  graphene_point_t place;
  double x, y;

  g_variant_get (parameter, "(dd)", &x, &y);
  if (gtk_widget_compute_point (GTK_WIDGET (self->canvas), widget,
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &place))
    popup (self, (double) place.x, (double) place.y);
}

/* At the datum, where the eyes are. */
static void
menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsChartView *self = ANS_CHART_VIEW (widget);
  graphene_rect_t datum, bubble;
  graphene_point_t place = GRAPHENE_POINT_INIT (20, 20);

  if (!self->show_table && ans_chart_canvas_get_places (self->canvas, &datum, &bubble))
    (void) !gtk_widget_compute_point (GTK_WIDGET (self->canvas), widget,
                                      &GRAPHENE_POINT_INIT (datum.origin.x + datum.size.width / 2,
                                                            datum.origin.y + datum.size.height / 2),
                                      &place);
  popup (self, (double) place.x, (double) place.y);
}

static void
activate_datum (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint series, category;

  g_variant_get (parameter, "(uu)", &series, &category);
  g_signal_emit (widget, signals[DATUM_ACTIVATED], 0, series, category);
}

static void
open_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint series, category;

  if (ans_chart_canvas_get_cursor (ANS_CHART_VIEW (widget)->canvas, &series, &category))
    g_signal_emit (widget, signals[DATUM_ACTIVATED], 0, series, category);
}

static void
canvas_activated (AnsChartView *self, guint series, guint category)
{
  g_signal_emit (self, signals[DATUM_ACTIVATED], 0, series, category);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
ans_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, ANS_CHART_VIEW (object)->show_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_TABLE:
      set_show_table (ANS_CHART_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AnsChartView *self = ANS_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (ans_chart_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
ans_chart_view_dispose (GObject *object)
{
  AnsChartView *self = ANS_CHART_VIEW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->canvas != NULL)
    ans_chart_canvas_set_chart (self->canvas, NULL);
  g_clear_pointer (&self->chart, ans_chart_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_CHART_VIEW);
  G_OBJECT_CLASS (ans_chart_view_parent_class)->dispose (object);
}

static void
ans_chart_view_class_init (AnsChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "chart.copy-picture", NULL, copy_picture },
    { "chart.copy-table", NULL, copy_table },
    { "chart.save", "s", save },
    { "chart.menu", NULL, menu },
    { "chart.menu-at", "(dd)", menu_at },
    { "chart.open-list", NULL, open_list },
    { "chart.activate-datum", "(uu)", activate_datum },
  };

  object_class->dispose = ans_chart_view_dispose;
  object_class->get_property = ans_chart_view_get_property;
  object_class->set_property = ans_chart_view_set_property;
  widget_class->size_allocate = ans_chart_view_size_allocate;
  properties[PROP_SHOW_TABLE] =
      g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[DATUM_ACTIVATED] =
      g_signal_new ("datum-activated", ANS_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].func);
  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "show-table");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);

  g_type_ensure (ANS_TYPE_CHART_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsChartView, title);
  gtk_widget_class_bind_template_child (widget_class, AnsChartView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AnsChartView, source);
  gtk_widget_class_bind_template_child (widget_class, AnsChartView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AnsChartView, menu);
  gtk_widget_class_bind_template_child (widget_class, AnsChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, AnsChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, AnsChartView, table);
  gtk_widget_class_bind_template_child (widget_class, AnsChartView, beside);
  gtk_widget_class_bind_template_callback (widget_class, canvas_activated);
}

static void
ans_chart_view_init (AnsChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show (self);
}

GtkWidget *
ans_chart_view_new (void)
{
  return g_object_new (ANS_TYPE_CHART_VIEW, NULL);
}

void
ans_chart_view_set_chart (AnsChartView *self, AnsChart *chart)
{
  g_return_if_fail (ANS_IS_CHART_VIEW (self));

  ans_chart_canvas_set_chart (self->canvas, chart);
  g_clear_pointer (&self->chart, ans_chart_free);
  self->chart = chart;
  show (self);
}

void
ans_chart_view_set_waiting (AnsChartView *self, const char *title)
{
  ans_chart_view_set_chart (self, NULL);
  show_text (self->title, title);
}

const AnsChart *
ans_chart_view_get_chart (AnsChartView *self)
{
  g_return_val_if_fail (ANS_IS_CHART_VIEW (self), NULL);
  return self->chart;
}

void
ans_chart_view_set_openable (AnsChartView *self, gboolean openable)
{
  g_return_if_fail (ANS_IS_CHART_VIEW (self));

  self->openable = openable;
  ans_chart_canvas_set_openable (self->canvas, openable);
  update_actions (self);
}

void
ans_chart_view_set_beside (AnsChartView *self, GtkWidget *widget)
{
  g_return_if_fail (ANS_IS_CHART_VIEW (self));

  adw_bin_set_child (self->beside, widget);
  gtk_widget_set_visible (GTK_WIDGET (self->beside), widget != NULL);
}
