/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import/ans-import-table.h"

#include <glib/gi18n.h>

#include "app/import/ans-import-rows.h"

#define N_FIXED_COLUMNS 2
#define SAMPLE_ROWS     60
#define CHARACTER_WIDTH 10
#define CELL_PADDING    26
#define NARROWEST       57
#define WIDEST          260
#define VERDICT_WIDTH   150

static const struct
{
  const char *label;
  const char *icon;
  const char *css_class;
} verdicts[ANS_IMPORT_N_VERDICTS] = {
  [ANS_IMPORT_TITLE] = { N_ ("heading"), "list-remove-symbolic", "ans-waiting" },
  [ANS_IMPORT_HEADER] = { N_ ("column titles"), "view-grid-symbolic", "ans-going" },
  [ANS_IMPORT_VILLAGE] = { N_ ("group name"), "mark-location-symbolic", "ans-going" },
  [ANS_IMPORT_TOTAL] = { N_ ("total"), "list-remove-symbolic", "ans-waiting" },
  [ANS_IMPORT_SKIPPED] = { N_ ("skipped"), "list-remove-symbolic", "ans-waiting" },
  [ANS_IMPORT_ADDED] = { N_ ("new"), "list-add-symbolic", "ans-good" },
  [ANS_IMPORT_UPDATED] = { N_ ("update"), "view-refresh-symbolic", "ans-going" },
  [ANS_IMPORT_REJECTED] = { N_ ("error"), "dialog-error-symbolic", "ans-bad" },
};

const char *
ans_import_verdict_label (AnsImportVerdict verdict)
{
  return _ (verdicts[verdict].label);
}

static const AnsImportRow *
row_of (GtkColumnViewCell *cell)
{
  return ans_import_item_get_row (gtk_column_view_cell_get_item (cell));
}

/* --- number of the row ------------------------------------------------------------------------ */

static GtkWidget *
inscription_new (float xalign)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), xalign);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  return text;
}

/* Tooltips are asked for once they are wanted: a text that is set on a widget looks for the pointer
 * each time, which makes scrolling slow. */
static void
set_tip (GtkWidget *widget, const char *text)
{
  g_object_set_data_full (G_OBJECT (widget), "ans-tip", g_strdup (text), g_free);
}

static gboolean
query_tooltip_cb (GtkWidget *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = NULL;
  GtkWidget *widget = keyboard ? NULL : gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != view && text == NULL; widget = gtk_widget_get_parent (widget))
    text = g_object_get_data (G_OBJECT (widget), "ans-tip");
  if (text == NULL || *text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
setup_number_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *text = inscription_new (1);

  gtk_widget_add_css_class (text, "dimmed");
  gtk_widget_add_css_class (text, "numeric");
  gtk_column_view_cell_set_child (cell, text);
  gtk_column_view_cell_set_focusable (cell, FALSE);
}

static void
bind_number_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_autofree char *number = g_strdup_printf ("%u", row_of (cell)->row_number);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)), number);
}

/* --- what it was taken for ---------------------------------------------------------------------
 */

static void
setup_verdict_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *text = inscription_new (0);

  gtk_widget_add_css_class (icon, "ans-small-icon");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);
  gtk_column_view_cell_set_child (cell, box);
}

static void
bind_verdict_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  const AnsImportRow *row = row_of (cell);
  GtkWidget *box = gtk_column_view_cell_get_child (cell);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  const char *css[] = { verdicts[row->verdict].css_class, "ans-import-verdict", NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), verdicts[row->verdict].icon);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_last_child (box)),
                            ans_import_verdict_label (row->verdict));
  gtk_widget_set_css_classes (box, css);
  set_tip (box, row->reason != NULL ? row->reason : row->warning);
}

/* --- cells ----------------------------------------------------------------------------------- */

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, inscription_new (0));
  gtk_column_view_cell_set_focusable (cell, FALSE);
}

static const char *
cell_class (const AnsImportRow *row, const char *note)
{
  switch ((int) row->verdict)
    {
    case ANS_IMPORT_REJECTED:
      return "ans-import-rejected";
    case ANS_IMPORT_ADDED:
    case ANS_IMPORT_UPDATED:
      return note != NULL ? "ans-import-converted" : NULL;
    case ANS_IMPORT_HEADER:
    case ANS_IMPORT_VILLAGE:
      return "ans-strong";
    default:
      return "dimmed";
    }
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, gpointer data)
{
  const guint column = GPOINTER_TO_UINT (data);
  const AnsImportRow *row = row_of (cell);
  GtkWidget *text = gtk_column_view_cell_get_child (cell);
  const char *value = column < row->n_cells ? row->cells[column] : NULL;
  const char *note = column < row->n_cells ? row->notes[column] : NULL;
  const char *css[] = { "numeric", cell_class (row, note), NULL };

  gtk_inscription_set_text (GTK_INSCRIPTION (text), value);
  gtk_widget_set_css_classes (text, css);
  set_tip (text, note != NULL ? note : value);
}

/* --- columns --------------------------------------------------------------------------------- */

static GtkColumnViewColumn *
column_new (const char *title, GCallback setup, GCallback bind, gpointer data, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, data);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_resizable (column, TRUE);
  return column;
}

static int
guess_width (AnsImport *import, guint column)
{
  const guint n = MIN (ans_import_get_n_rows (import), SAMPLE_ROWS);
  glong longest = g_utf8_strlen (ans_import_get_column_title (import, column), -1);

  for (guint i = 0; i < n; i++)
    {
      const AnsImportRow *row = ans_import_get_row (import, i);

      if (row->verdict >= ANS_IMPORT_SKIPPED && column < row->n_cells && row->cells[column] != NULL)
        longest = MAX (longest, g_utf8_strlen (row->cells[column], -1));
    }
  return CLAMP ((int) longest * CHARACTER_WIDTH + CELL_PADDING, NARROWEST, WIDEST);
}

static char *
column_title (AnsImport *import, guint column)
{
  const char *target = ans_import_get_mapping (import, column);

  if (target == NULL)
    return g_strdup_printf ("– %s", ans_import_get_column_title (import, column));
  return g_strdup_printf ("✓ %s", ans_import_get_target_title (import, target));
}

void
ans_import_table_build (GtkColumnView *view, AnsImport *import)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) number = NULL;
  g_autoptr (GtkColumnViewColumn) verdict = NULL;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) old = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, old);
    }
  if (!gtk_widget_get_has_tooltip (GTK_WIDGET (view)))
    {
      gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
      g_signal_connect (view, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  number = column_new (_ ("Row"), G_CALLBACK (setup_number_cb), G_CALLBACK (bind_number_cb), NULL,
                       NARROWEST);
  verdict = column_new (_ ("Taken for"), G_CALLBACK (setup_verdict_cb),
                        G_CALLBACK (bind_verdict_cb), NULL, VERDICT_WIDTH);
  gtk_column_view_append_column (view, number);
  gtk_column_view_append_column (view, verdict);
  for (guint i = 0; i < ans_import_get_n_columns (import); i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          column_new (NULL, G_CALLBACK (setup_cell_cb), G_CALLBACK (bind_cell_cb),
                      GUINT_TO_POINTER (i), guess_width (import, i));

      gtk_column_view_append_column (view, column);
    }
  ans_import_table_update_titles (view, import);
}

void
ans_import_table_update_titles (GtkColumnView *view, AnsImport *import)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < ans_import_get_n_columns (import); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + N_FIXED_COLUMNS);
      g_autofree char *title = column_title (import, i);

      if (column != NULL)
        gtk_column_view_column_set_title (column, title);
    }
}
