/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-filter-chip.h"

#include <glib/gi18n.h>

#include "app/list/ans-filter-values.h"

/* From so many values on, they can be searched. */
#define MANY_VALUES 12

struct _AnsFilterChip
{
  AdwBin parent_instance;

  AnsListing *listing;
  const AnsListingColumn *column;
  gboolean setting;
  GtkWidget *box;
  GtkWidget *button;
  GtkLabel *name;
  GtkLabel *value;
  GtkWidget *remove;
  GtkPopover *popover;
  GtkListBox *list;
  GtkWidget *search;
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsFilterChip, ans_filter_chip, ADW_TYPE_BIN)

static gboolean
is_village (AnsFilterChip *self)
{
  return g_str_equal (self->column->id, "village");
}

/* Canonical values that are ticked; "" is “nothing entered”. */
static GStrv
get_ticked (AnsFilterChip *self)
{
  const char *filter;

  if (is_village (self))
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

      if (ans_listing_get_village (self->listing) != 0)
        g_strv_builder_take (builder, g_strdup_printf ("%" G_GINT64_FORMAT,
                                                       ans_listing_get_village (self->listing)));
      return g_strv_builder_end (builder);
    }
  filter = ans_listing_get_filter (self->listing, self->column->id);
  if (filter == NULL)
    return g_new0 (char *, 1);
  if (*filter == '\0')
    {
      char **one = g_new0 (char *, 2);

      one[0] = g_strdup ("");
      return one;
    }
  return g_strsplit (filter, "|", -1);
}

void
ans_filter_chip_update (AnsFilterChip *self)
{
  g_auto (GStrv) ticked = NULL;
  guint n;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (ANS_IS_FILTER_CHIP (self));

  ticked = get_ticked (self);
  n = g_strv_length (ticked);
  if (n == 0)
    text = g_strdup (_ ("all"));
  else if (n == 1)
    {
      text = ans_listing_column_display (ans_listing_get_book (self->listing), self->column,
                                         ticked[0]);
      if (text == NULL || *text == '\0')
        g_set_str (&text, _ ("not entered"));
    }
  else
    text = g_strdup_printf (ngettext ("%u value", "%u values", n), n);
  gtk_label_set_label (self->value, text);
  spoken = g_strdup_printf ("%s: %s", _ (self->column->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/* --- the values --------------------------------------------------------------------------------
 */

static void
value_toggled (GtkCheckButton *check, AnsFilterChip *self)
{
  g_autoptr (AnsFilterChip) alive = g_object_ref (self);
  g_autoptr (GString) filter = g_string_new (NULL);
  guint n = 0;

  if (self->setting)
    return;
  if (is_village (self))
    {
      if (gtk_check_button_get_active (check))
        ans_listing_set_village (
            self->listing,
            g_ascii_strtoll (g_object_get_data (G_OBJECT (check), "ans-value"), NULL, 10));
      ans_filter_chip_update (self);
      return;
    }
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
      const char *value = g_object_get_data (G_OBJECT (child), "ans-value");

      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
        continue;
      g_string_append_printf (filter, "%s%s", n > 0 ? "|" : "", value);
      n++;
    }
  ans_listing_set_filter (self->listing, self->column->id, n > 0 ? filter->str : NULL);
  ans_filter_chip_update (self);
}

static GtkWidget *
add_value (
    AnsFilterChip *self, const char *value, const char *label, gboolean active, GtkWidget *group)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);
  GtkWidget *row = gtk_list_box_row_new ();

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  g_object_set_data_full (G_OBJECT (check), "ans-value", g_strdup (value), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (value_toggled), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  /* The check box takes the focus, not the row around it. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
  return check;
}

static gboolean
row_matches (GtkListBoxRow *row, gpointer user_data)
{
  AnsFilterChip *self = user_data;
  GtkWidget *check = gtk_list_box_row_get_child (row);

  return ans_filter_values_match (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)),
                                  gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
fill (AnsFilterChip *self)
{
  g_autoptr (GPtrArray) values = ans_filter_values_get (self->listing, self->column);
  g_auto (GStrv) ticked = get_ticked (self);
  GtkWidget *group = NULL;

  self->setting = TRUE;
  gtk_list_box_remove_all (self->list);
  if (is_village (self))
    group = add_value (self, "0", _ ("All villages"), ticked[0] == NULL, NULL);
  for (guint i = 0; i < values->len; i++)
    {
      const AnsFilterValue *value = g_ptr_array_index (values, i);

      add_value (self, value->value, value->label,
                 g_strv_contains ((const char *const *) ticked, value->value), group);
    }
  if (!is_village (self))
    add_value (self, "", _ ("not entered"), g_strv_contains ((const char *const *) ticked, ""),
               NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search, values->len >= MANY_VALUES);
  self->setting = FALSE;
}

static void
popover_shown (AnsFilterChip *self)
{
  fill (self);
  gtk_widget_child_focus (GTK_WIDGET (self->popover), GTK_DIR_TAB_FORWARD);
}

static void
remove_clicked (AnsFilterChip *self)
{
  g_autoptr (AnsFilterChip) alive = g_object_ref (self);

  ans_listing_set_filter (self->listing, self->column->id, NULL);
  g_signal_emit (self, signals[REMOVED], 0);
}

void
ans_filter_chip_open (AnsFilterChip *self)
{
  g_return_if_fail (ANS_IS_FILTER_CHIP (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

const AnsListingColumn *
ans_filter_chip_get_column (AnsFilterChip *self)
{
  g_return_val_if_fail (ANS_IS_FILTER_CHIP (self), NULL);
  return self->column;
}

static void
ans_filter_chip_dispose (GObject *object)
{
  AnsFilterChip *self = ANS_FILTER_CHIP (object);

  g_clear_object (&self->listing);
  G_OBJECT_CLASS (ans_filter_chip_parent_class)->dispose (object);
}

static void
ans_filter_chip_class_init (AnsFilterChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_filter_chip_dispose;
  signals[REMOVED] = g_signal_new ("removed", ANS_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_popover (AnsFilterChip *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->popover = GTK_POPOVER (popover);
  self->search = gtk_search_entry_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, row_matches, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "ans-values");
  g_signal_connect_object (self->search, "search-changed",
                           G_CALLBACK (gtk_list_box_invalidate_filter), self->list,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a value"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 380);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (self->popover, box);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown), self, G_CONNECT_SWAPPED);
  return popover;
}

static void
ans_filter_chip_init (AnsFilterChip *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "ans-chip");
  self->button = gtk_menu_button_new ();
  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "heading");
  gtk_label_set_ellipsize (self->value, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->value, 24);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("ans-chevron-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_box_append (GTK_BOX (self->box), self->button);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

AnsFilterChip *
ans_filter_chip_new (AnsListing *listing, const AnsListingColumn *column)
{
  AnsFilterChip *self = g_object_new (ANS_TYPE_FILTER_CHIP, NULL);
  g_autofree char *name = g_strconcat (_ (column->label), ":", NULL);

  self->listing = g_object_ref (listing);
  self->column = column;
  gtk_label_set_label (self->name, name);
  if (!is_village (self))
    {
      /* Translators: %s is the name of a filter */
      g_autofree char *tip = g_strdup_printf (_ ("Remove the filter “%s”"), _ (column->label));

      self->remove = gtk_button_new_from_icon_name ("ans-close-small-symbolic");
      gtk_widget_set_tooltip_text (self->remove, tip);
      gtk_widget_add_css_class (self->remove, "flat");
      gtk_widget_add_css_class (self->remove, "ans-chip-remove");
      g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_clicked), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), self->remove);
    }
  ans_filter_chip_update (self);
  return self;
}
