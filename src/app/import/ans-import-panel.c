/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import/ans-import-panel.h"

#include <glib/gi18n.h>

#include "app/import/ans-import-constants.h"

#define MAX_SHOWN 40 /* rows in one list; the cards and the sheet have all of them */

struct _AnsImportPanel
{
  GtkWidget parent_instance;

  AnsImport *import;
  GPtrArray *targets; /* names; the item 0 of the lists is “not imported” */
  GPtrArray *rows;    /* AdwComboRow of each column, borrowed */
  gboolean filling;

  GtkWidget *content;
  GtkWidget *rejected_box;
  GtkLabel *rejected_title;
  GtkListBox *rejected;
  GtkWidget *notes_box;
  GtkListBox *notes;
  AdwPreferencesGroup *columns;
  AnsImportConstants *constants;
  AdwComboRow *keep_old;
  AdwSwitchRow *remember;
};

enum
{
  CHANGED,
  ROW_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsImportPanel, ans_import_panel, GTK_TYPE_WIDGET)

/* --- lists of rows --------------------------------------------------------------------------- */

static void
add_row (
    GtkListBox *list, guint row_number, const char *icon, const char *css_class, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  g_autofree char *title = g_strdup_printf (_ ("Row %u"), row_number);

  gtk_widget_add_css_class (image, css_class);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "ans-member-row");
  g_object_set_data (G_OBJECT (row), "ans-row-number", GUINT_TO_POINTER (row_number));
  gtk_list_box_append (list, row);
}

static void
add_more (GtkListBox *list, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more row", "and %u more rows", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_list_box_append (list, label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (label)), FALSE);
}

/* What to look at in a row that is imported: its warning and how its cells were understood. */
static char *
describe_notes (const AnsImportRow *row)
{
  g_autoptr (GString) text = g_string_new (row->warning);

  for (guint i = 0; i < row->n_cells; i++)
    if (row->notes[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", row->notes[i]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
fill_lists (AnsImportPanel *self)
{
  const guint n = ans_import_get_n_rows (self->import);
  guint n_rejected = 0;
  guint n_notes = 0;
  g_autofree char *title = NULL;

  gtk_list_box_remove_all (self->rejected);
  gtk_list_box_remove_all (self->notes);
  for (guint i = 0; i < n; i++)
    {
      const AnsImportRow *row = ans_import_get_row (self->import, i);
      g_autofree char *notes = NULL;

      if (row->verdict == ANS_IMPORT_REJECTED)
        {
          if (n_rejected++ < MAX_SHOWN)
            add_row (self->rejected, row->row_number, "dialog-error-symbolic", "ans-bad",
                     row->reason);
          continue;
        }
      if (row->verdict != ANS_IMPORT_ADDED && row->verdict != ANS_IMPORT_UPDATED)
        continue;
      notes = describe_notes (row);
      if (notes != NULL && n_notes++ < MAX_SHOWN)
        add_row (self->notes, row->row_number,
                 row->warning != NULL ? "dialog-warning-symbolic" : "object-select-symbolic",
                 row->warning != NULL ? "ans-late" : "ans-good", notes);
    }
  if (n_rejected > MAX_SHOWN)
    add_more (self->rejected, n_rejected - MAX_SHOWN);
  if (n_notes > MAX_SHOWN)
    add_more (self->notes, n_notes - MAX_SHOWN);
  title = g_strdup_printf (
      ngettext ("%u Row Needs Your Decision", "%u Rows Need Your Decision", n_rejected),
      n_rejected);
  gtk_label_set_label (self->rejected_title, title);
  gtk_widget_set_visible (self->rejected_box, n_rejected > 0);
  gtk_widget_set_visible (self->notes_box, n_notes > 0);
}

static void
row_activated_cb (AnsImportPanel *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ROW_CHOSEN], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "ans-row-number")));
}

/* --- columns --------------------------------------------------------------------------------- */

static guint
target_index (AnsImportPanel *self, const char *target)
{
  for (guint i = 0; target != NULL && i < self->targets->len; i++)
    if (g_str_equal (self->targets->pdata[i], target))
      return i + 1;
  return 0;
}

static void
fill_mapping (AnsImportPanel *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_combo_row_set_selected (self->rows->pdata[i],
                                target_index (self, ans_import_get_mapping (self->import, i)));
  self->filling = FALSE;
}

static void
mapping_changed_cb (AnsImportPanel *self, GParamSpec *pspec, AdwComboRow *row)
{
  const guint selected = adw_combo_row_get_selected (row);
  guint column;

  if (self->filling || !g_ptr_array_find (self->rows, row, &column))
    return;
  ans_import_set_mapping (self->import, column,
                          selected > 0 ? self->targets->pdata[selected - 1] : NULL);
  /* A field belongs to one column: another one may have lost it. */
  fill_mapping (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkStringList *
target_titles (AnsImportPanel *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("– not imported –"));
  for (guint i = 0; i < self->targets->len; i++)
    gtk_string_list_append (titles,
                            ans_import_get_target_title (self->import, self->targets->pdata[i]));
  return titles;
}

static void
build_columns (AnsImportPanel *self)
{
  g_autoptr (GtkStringList) titles = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->columns, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  self->targets = ans_import_get_targets (self->import);
  titles = target_titles (self);
  for (guint i = 0; i < ans_import_get_n_columns (self->import); i++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autoptr (GtkExpression) title =
          gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     ans_import_get_column_title (self->import, i));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
      adw_combo_row_set_expression (ADW_COMBO_ROW (row), title);
      adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
      g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (mapping_changed_cb), self);
      adw_preferences_group_add (self->columns, row);
      g_ptr_array_add (self->rows, row);
    }
  fill_mapping (self);
}

/* --- options --------------------------------------------------------------------------------- */

static void
option_changed_cb (AnsImportPanel *self)
{
  if (self->filling || self->import == NULL)
    return;
  ans_import_set_remember (self->import, adw_switch_row_get_active (self->remember));
  if (ans_import_get_keep_old (self->import) == (adw_combo_row_get_selected (self->keep_old) == 1))
    return;
  ans_import_set_keep_old (self->import, adw_combo_row_get_selected (self->keep_old) == 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
constants_changed_cb (AnsImportPanel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_import_panel_dispose (GObject *object)
{
  AnsImportPanel *self = ANS_IMPORT_PANEL (object);

  self->filling = TRUE;
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_IMPORT_PANEL);
  g_clear_object (&self->import);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  G_OBJECT_CLASS (ans_import_panel_parent_class)->dispose (object);
}

static void
ans_import_panel_finalize (GObject *object)
{
  g_ptr_array_unref (ANS_IMPORT_PANEL (object)->rows);
  G_OBJECT_CLASS (ans_import_panel_parent_class)->finalize (object);
}

static void
ans_import_panel_class_init (AnsImportPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_import_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_import_panel_finalize;

  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_IMPORT_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_CHOSEN] = g_signal_new ("row-chosen", ANS_TYPE_IMPORT_PANEL, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (ANS_TYPE_IMPORT_CONSTANTS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-import-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, content);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, rejected_box);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, rejected_title);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, rejected);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, notes_box);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, notes);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, columns);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, constants);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, keep_old);
  gtk_widget_class_bind_template_child (widget_class, AnsImportPanel, remember);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, constants_changed_cb);
}

static void
ans_import_panel_init (AnsImportPanel *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ans_import_panel_show (AnsImportPanel *self, AnsImport *import, gboolean new_sheet)
{
  g_return_if_fail (ANS_IS_IMPORT_PANEL (self));

  g_set_object (&self->import, import);
  fill_lists (self);
  ans_import_constants_show (self->constants, import);
  if (new_sheet)
    build_columns (self);
  else
    fill_mapping (self);
  self->filling = TRUE;
  adw_combo_row_set_selected (self->keep_old, ans_import_get_keep_old (import) ? 1 : 0);
  self->filling = FALSE;
}
