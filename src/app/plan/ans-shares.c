/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-shares.h"

#include <glib/gi18n.h>

#include "app/plan/ans-plan-look.h"
#include "plan/ans-plan-check.h"
#include "plan/ans-plan-registers.h"
#include "registry/ans-register.h"
#include "text/ans-number.h"

/* Columns before those of the indicators: village, households, people. */
#define FIRST 3
#define TOP   1

typedef struct
{
  gint64 id;
  char *code;
  GtkLabel *heading;
  GPtrArray *cells; /* AnsNumberCell, one for each village */
  GtkLabel *sum;
  GtkLabel *target;
  GtkLabel *warning;
  GtkWidget *warning_icon;
} Column;

struct _AnsShares
{
  AnsPlanView parent_instance;

  GPtrArray *columns; /* Column */
  GArray *villages;   /* gint64, in the order of the rows */
  GPtrArray *homes;   /* GtkLabel */
  GPtrArray *people;  /* GtkLabel */
  GtkGrid *grid;
  GtkWidget *card;
  GtkWidget *empty;
  GtkBox *clashes;
};

G_DEFINE_FINAL_TYPE (AnsShares, ans_shares, ANS_TYPE_PLAN_VIEW)

static void
column_free (gpointer data)
{
  Column *column = data;

  g_ptr_array_unref (column->cells);
  g_free (column->code);
  g_free (column);
}

/* --- one edit -------------------------------------------------------------------------------- */

static gint64
find_share (AnsBook *book, gint64 indicator, gint64 village)
{
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      ans_book_get_connection (book),
      "SELECT id FROM allocation WHERE indicator = ?1 AND village = ?2", NULL);

  if (row == NULL)
    return 0;
  ans_statement_bind_int (row, 1, indicator);
  ans_statement_bind_int (row, 2, village);
  return ans_statement_step (row, NULL) ? ans_statement_int (row, 0) : 0;
}

/* An emptied cell is a share that is not given: the entry goes. */
static void
remove_share (AnsShares *self, AnsRecord *record)
{
  AnsPlanView *view = ANS_PLAN_VIEW (self);
  g_autofree char *title = ans_record_get_title (record);
  /* Translators: %s is an indicator */
  g_autofree char *label = g_strdup_printf (_ ("Took a village's share away: %s"), title);
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  if (ans_book_begin (ans_plan_view_get_book (view), label, &error))
    {
      if (ans_record_delete (record, &error))
        action = ans_book_commit (ans_plan_view_get_book (view), &error);
      else
        ans_book_rollback (ans_plan_view_get_book (view));
    }
  if (action < 0)
    ans_window_show_error (ans_plan_view_get_window (view), _ ("Nothing was saved"), error);
  else
    ans_window_toast (ans_plan_view_get_window (view), label, action);
}

static void
save_share (AnsShares *self, const Column *column, guint row, const char *value)
{
  AnsPlanView *view = ANS_PLAN_VIEW (self);
  AnsBook *book = ans_plan_view_get_book (view);
  const gint64 village = g_array_index (self->villages, gint64, row);
  const gint64 id = find_share (book, column->id, village);
  g_autoptr (AnsRecord) record = id != 0
                                     ? ans_record_load (book, &ans_register_allocations, id, NULL)
                                     : ans_record_new (book, &ans_register_allocations);

  if (record == NULL || (value == NULL && id == 0))
    return;
  if (value == NULL)
    {
      remove_share (self, record);
      return;
    }
  ans_record_set_int (record, "indicator", column->id);
  ans_record_set_int (record, "village", village);
  ans_record_set (record, "value", value);
  if (!ans_plan_view_save (view, record))
    ans_plan_view_refresh (view);
}

static gboolean
find_cell (AnsShares *self, gpointer cell, guint *column, guint *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_ptr_array_find (((Column *) self->columns->pdata[i])->cells, cell, row))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static void
committed (AnsNumberCell *cell, AnsShares *self)
{
  guint column, row;

  if (find_cell (self, cell, &column, &row))
    save_share (self, self->columns->pdata[column], row, ans_number_cell_get_value (cell));
}

static void
moved (AnsNumberCell *cell, int columns, int rows, AnsShares *self)
{
  guint column, row;
  int to_column, to_row;

  if (!find_cell (self, cell, &column, &row))
    return;
  to_column = (int) column + columns;
  to_row = (int) row + rows;
  if (to_column >= 0 && to_column < (int) self->columns->len && to_row >= 0 &&
      to_row < (int) self->villages->len)
    gtk_widget_child_focus (((Column *) self->columns->pdata[to_column])->cells->pdata[to_row],
                            GTK_DIR_TAB_FORWARD);
}

/* --- the grid -------------------------------------------------------------------------------- */

static GtkLabel *
add_label (AnsShares *self, const char *text, const char *css_class, int column, int row)
{
  GtkWidget *label = ans_plan_words_label (text, "numeric", css_class, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return GTK_LABEL (label);
}

/* What is given to villages: counts with a target that add up. */
static gboolean
is_given (const AnsIndicator *indicator)
{
  return indicator->additive && indicator->has_target &&
         indicator->direction == ANS_DIRECTION_AT_LEAST;
}

static void
add_column (AnsShares *self, const AnsIndicator *indicator, const GArray *villages)
{
  Column *column = g_new0 (Column, 1);
  const int at = FIRST + (int) self->columns->len;
  const int bottom = TOP + (int) self->villages->len;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  column->id = indicator->id;
  column->code = g_strdup (indicator->code);
  column->cells = g_ptr_array_new ();
  column->heading = add_label (self, NULL, "ans-column-title", at, 0);
  gtk_label_set_wrap (column->heading, TRUE);
  gtk_label_set_wrap_mode (column->heading, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (column->heading, 4);
  gtk_label_set_ellipsize (column->heading, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (column->heading, 15);
  gtk_label_set_max_width_chars (column->heading, 18);
  gtk_widget_set_valign (GTK_WIDGET (column->heading), GTK_ALIGN_END);
  for (guint i = 0; i < self->villages->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s, %s", indicator->name,
                                               g_array_index (villages, AnsFigureVillage, i).name);
      GtkWidget *cell = ans_number_cell_new (indicator->decimals, name);

      g_signal_connect (cell, "committed", G_CALLBACK (committed), self);
      g_signal_connect (cell, "move", G_CALLBACK (moved), self);
      gtk_grid_attach (self->grid, cell, at, TOP + (int) i, 1, 1);
      g_ptr_array_add (column->cells, cell);
    }
  column->sum = add_label (self, NULL, "ans-strong", at, bottom);
  column->target = add_label (self, NULL, "ans-secondary", at, bottom + 1);
  /* Under the numbers, which stand in frames. */
  gtk_widget_set_margin_end (GTK_WIDGET (column->sum), 8);
  gtk_widget_set_margin_end (GTK_WIDGET (column->target), 8);
  column->warning = GTK_LABEL (ans_plan_words_label (NULL, "ans-message", "numeric", NULL));
  column->warning_icon = gtk_image_new ();
  gtk_widget_add_css_class (column->warning_icon, "ans-small-icon");
  gtk_widget_set_halign (line, GTK_ALIGN_END);
  gtk_widget_set_margin_end (line, 8);
  gtk_box_append (GTK_BOX (line), column->warning_icon);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (column->warning));
  gtk_grid_attach (self->grid, line, at, bottom + 2, 1, 1);
  g_ptr_array_add (self->columns, column);
}

static void
clear_grid (AnsShares *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->homes, 0);
  g_ptr_array_set_size (self->people, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

/* Villages that are no more have no share to come. */
static GArray *
current_villages (AnsFigures *figures)
{
  const GArray *all = ans_figures_get_villages (figures);
  GArray *villages = g_array_new (FALSE, FALSE, sizeof (AnsFigureVillage));

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, AnsFigureVillage, i).is_current)
      g_array_append_val (villages, g_array_index (all, AnsFigureVillage, i));
  return villages;
}

static gboolean
is_built (AnsShares *self, const AnsPlan *plan, const GArray *villages)
{
  guint n = 0;

  if (self->villages->len != villages->len)
    return FALSE;
  for (guint i = 0; i < villages->len; i++)
    if (g_array_index (self->villages, gint64, i) !=
        g_array_index (villages, AnsFigureVillage, i).id)
      return FALSE;
  for (guint i = 0; i < plan->indicators->len; i++)
    if (is_given (plan->indicators->pdata[i]))
      {
        if (n >= self->columns->len || ((Column *) self->columns->pdata[n])->id !=
                                           ((AnsIndicator *) plan->indicators->pdata[i])->id)
          return FALSE;
        n++;
      }
  return n == self->columns->len && n > 0;
}

static void
build (AnsShares *self, const AnsPlan *plan, const GArray *villages)
{
  const int bottom = TOP + (int) villages->len;

  clear_grid (self);
  g_array_set_size (self->villages, 0);
  add_label (self, "Thôn", "ans-column-title", 0, 0);
  for (guint i = 0; i < villages->len; i++)
    {
      const AnsFigureVillage *village = &g_array_index (villages, AnsFigureVillage, i);

      g_array_append_val (self->villages, village->id);
      add_label (self, village->name, "ans-cell", 0, TOP + (int) i);
      g_ptr_array_add (self->homes, add_label (self, NULL, "ans-cell", 1, TOP + (int) i));
      g_ptr_array_add (self->people, add_label (self, NULL, "ans-cell", 2, TOP + (int) i));
    }
  add_label (self, "Tổng cộng", "ans-strong", 0, bottom);
  g_ptr_array_add (self->homes, add_label (self, NULL, "ans-strong", 1, bottom));
  g_ptr_array_add (self->people, add_label (self, NULL, "ans-strong", 2, bottom));
  g_ptr_array_add (self->homes, add_label (self, "Tổng số hộ", "ans-column-title", 1, 0));
  g_ptr_array_add (self->people, add_label (self, "Tổng số khẩu", "ans-column-title", 2, 0));
  add_label (self, "Kế hoạch xã", "ans-secondary", 0, bottom + 1);
  for (guint i = 0; i < plan->indicators->len; i++)
    if (is_given (plan->indicators->pdata[i]))
      add_column (self, plan->indicators->pdata[i], villages);
}

/* --- numbers --------------------------------------------------------------------------------- */

static void
show_warning (Column *column, AnsRational sum, gboolean any, const AnsIndicator *indicator)
{
  const int order = ans_rational_compare (sum, indicator->target);
  AnsRational rest = ans_rational_subtract (indicator->target, sum);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  gtk_widget_remove_css_class (gtk_widget_get_parent (column->warning_icon), "ans-late");
  gtk_widget_remove_css_class (gtk_widget_get_parent (column->warning_icon), "ans-good");
  if (!any)
    {
      gtk_label_set_label (column->warning, "chưa giao");
      gtk_image_set_from_icon_name (GTK_IMAGE (column->warning_icon), "ans-dots-symbolic");
      return;
    }
  if (order > 0)
    rest = ans_rational_subtract (ANS_RATIONAL_ZERO, rest);
  number = ans_rational_display (rest, indicator->decimals);
  /* Communes often give a little more than the target. */
  text = order < 0    ? g_strdup_printf ("thiếu %s", number)
         : order == 0 ? g_strdup ("")
                      : g_strdup_printf ("vượt %s", number);
  gtk_label_set_label (column->warning, text);
  gtk_image_set_from_icon_name (GTK_IMAGE (column->warning_icon),
                                order < 0 ? "ans-warning-symbolic" : "ans-tick-symbolic");
  gtk_widget_add_css_class (gtk_widget_get_parent (column->warning_icon),
                            order < 0 ? "ans-late" : "ans-good");
}

static void
show_column (AnsShares *self, Column *column, const AnsIndicator *indicator, gboolean writable)
{
  g_autofree char *heading = g_strdup_printf ("%s %s (%s)", indicator->code, indicator->name,
                                              indicator->unit != NULL ? indicator->unit : "");
  g_autofree char *target = ans_plan_words_target (indicator);
  g_autofree char *text = NULL;
  AnsRational sum = ANS_RATIONAL_ZERO;
  gboolean any = FALSE;

  gtk_label_set_label (column->heading, heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (column->heading), heading);
  for (guint i = 0; i < self->villages->len; i++)
    {
      const gint64 village = g_array_index (self->villages, gint64, i);
      const AnsRational *share = g_hash_table_lookup (indicator->allocations, &village);
      g_autofree char *value =
          share != NULL ? ans_rational_to_canonical (*share, ANS_FIELD_DECIMALS) : NULL;

      ans_number_cell_set_value (column->cells->pdata[i], value);
      ans_number_cell_set_editable (column->cells->pdata[i], writable);
      if (share == NULL)
        continue;
      sum = ans_rational_add (sum, *share);
      any = TRUE;
    }
  text = ans_rational_display (sum, indicator->decimals);
  gtk_label_set_label (column->sum, text);
  gtk_label_set_label (column->target, target);
  show_warning (column, sum, any, indicator);
}

/* How large the villages are, which is what shares are given by. */
static void
show_sizes (AnsShares *self, const char *list, GPtrArray *labels, AnsFigures *figures)
{
  AnsBook *book = ans_plan_view_get_book (ANS_PLAN_VIEW (self));
  g_autoptr (AnsListing) listing = ans_listing_new (book, ans_listing_info_find (list));
  g_autoptr (GHashTable) counts = NULL;
  gint64 all = 0;
  g_autofree char *day = ans_date_to_iso (ans_figures_get_day (figures));
  g_autofree char *sum = NULL;

  ans_listing_set_as_of (listing, day);
  counts = ans_listing_count_by_village (listing, ans_book_get_connection (book), NULL);
  if (counts == NULL)
    return;
  for (guint i = 0; i < self->villages->len; i++)
    {
      const gint64 *n = g_hash_table_lookup (counts, &g_array_index (self->villages, gint64, i));
      g_autofree char *text = ans_number_format (n != NULL ? *n : 0);

      gtk_label_set_label (labels->pdata[i], text);
      all += n != NULL ? *n : 0;
    }
  sum = ans_number_format (all);
  gtk_label_set_label (labels->pdata[self->villages->len], sum);
}

static void
ans_shares_show_clashes (AnsPlanView *view, GPtrArray *found)
{
  AnsShares *self = ANS_SHARES (view);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->clashes))) != NULL)
    gtk_box_remove (self->clashes, child);
  for (guint i = 0; i < found->len; i++)
    {
      const AnsContradiction *clash = found->pdata[i];
      GtkWidget *line, *icon, *label;

      if (!g_str_equal (clash->kind, "allocation") && !g_str_equal (clash->kind, "subset"))
        continue;
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      icon = gtk_image_new_from_icon_name ("ans-warning-symbolic");
      label = ans_plan_words_label (clash->message, NULL);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_add_css_class (icon, "ans-late");
      gtk_box_append (GTK_BOX (line), icon);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (self->clashes, line);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->clashes), n > 0);
}

/* Where there is no room, the shares alone. */
static void
ans_shares_relayout (AnsPlanView *view)
{
  AnsShares *self = ANS_SHARES (view);
  const gboolean narrow = ans_plan_view_get_layout (view) == ANS_PLAN_NARROW;

  for (guint i = 0; i < self->homes->len; i++)
    {
      gtk_widget_set_visible (self->homes->pdata[i], !narrow);
      gtk_widget_set_visible (self->people->pdata[i], !narrow);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkLabel *heading = ((Column *) self->columns->pdata[i])->heading;

      gtk_label_set_width_chars (heading, narrow ? 11 : 15);
      gtk_label_set_max_width_chars (heading, narrow ? 12 : 18);
      gtk_label_set_lines (heading, narrow ? 6 : 4);
    }
}

static void
ans_shares_refresh (AnsPlanView *view)
{
  AnsShares *self = ANS_SHARES (view);
  AnsFigures *figures = ans_plan_view_get_figures (view);
  const AnsPlan *plan;
  g_autoptr (GArray) villages = NULL;

  if (figures == NULL)
    return;
  plan = ans_figures_get_plan (figures);
  villages = current_villages (figures);
  if (!is_built (self, plan, villages))
    {
      build (self, plan, villages);
      show_sizes (self, "households", self->homes, figures);
      show_sizes (self, "people", self->people, figures);
      ans_shares_relayout (view);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = self->columns->pdata[i];
      AnsFigure *figure = ans_figures_find (figures, column->code);

      if (figure != NULL)
        show_column (self, column, ans_figure_get_indicator (figure),
                     ans_plan_view_can_write (view));
    }
  gtk_widget_set_visible (self->card, self->columns->len > 0 && villages->len > 0);
  gtk_widget_set_visible (self->empty, self->columns->len == 0 || villages->len == 0);
}

/* --- object ---------------------------------------------------------------------------------- */

static Column *
find_column (AnsShares *self, const char *code)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (((Column *) self->columns->pdata[i])->code, code) == 0)
      return self->columns->pdata[i];
  return NULL;
}

AnsNumberCell *
ans_shares_get_cell (AnsShares *self, const char *code, gint64 village)
{
  Column *column;

  g_return_val_if_fail (ANS_IS_SHARES (self), NULL);

  column = find_column (self, code);
  for (guint i = 0; column != NULL && i < self->villages->len; i++)
    if (g_array_index (self->villages, gint64, i) == village)
      return column->cells->pdata[i];
  return NULL;
}

const char *
ans_shares_get_sum (AnsShares *self, const char *code)
{
  Column *column;

  g_return_val_if_fail (ANS_IS_SHARES (self), NULL);
  column = find_column (self, code);
  return column != NULL ? gtk_label_get_label (column->sum) : NULL;
}

const char *
ans_shares_get_warning (AnsShares *self, const char *code)
{
  Column *column;

  g_return_val_if_fail (ANS_IS_SHARES (self), NULL);
  column = find_column (self, code);
  return column != NULL ? gtk_label_get_label (column->warning) : NULL;
}

static void
ans_shares_finalize (GObject *object)
{
  AnsShares *self = ANS_SHARES (object);

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->homes);
  g_ptr_array_unref (self->people);
  g_array_unref (self->villages);
  G_OBJECT_CLASS (ans_shares_parent_class)->finalize (object);
}

static void
ans_shares_class_init (AnsSharesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_shares_finalize;
  ANS_PLAN_VIEW_CLASS (klass)->refresh = ans_shares_refresh;
  ANS_PLAN_VIEW_CLASS (klass)->relayout = ans_shares_relayout;
  ANS_PLAN_VIEW_CLASS (klass)->show_clashes = ans_shares_show_clashes;
}

static GtkWidget *
make_tools (void)
{
  GtkWidget *tools = adw_wrap_box_new ();
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy to another year…"));
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("_Print the annex…"));

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (tools), 8);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (tools), 8);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "page.copy-plan");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "page.print");
  gtk_widget_set_tooltip_text (print, _ ("Preview and print (Ctrl+P)"));
  adw_wrap_box_append (ADW_WRAP_BOX (tools), print);
  adw_wrap_box_append (ADW_WRAP_BOX (tools), copy);
  return tools;
}

static void
ans_shares_init (AnsShares *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *inner = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->homes = g_ptr_array_new ();
  self->people = g_ptr_array_new ();
  self->villages = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 10);
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "ans-card");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (inner), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (inner), GTK_WIDGET (self->grid));
  gtk_widget_add_css_class (inner, "card");
  gtk_widget_add_css_class (inner, "ans-region");
  self->card = inner;
  gtk_widget_set_visible (self->card, FALSE);
  self->clashes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_visible (GTK_WIDGET (self->clashes), FALSE);
  self->empty = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "ans-village-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _ ("Nothing to give to villages"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (self->empty),
      _ ("There are no villages yet, or the plan has no target that is the sum of villages."));
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_box_append (GTK_BOX (box), make_tools ());
  gtk_box_append (GTK_BOX (box), self->card);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->clashes));
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_widget_add_css_class (box, "ans-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
