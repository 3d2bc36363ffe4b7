/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-filter-bar.h"

#include <glib/gi18n.h>

#include "app/list/ans-filter-chip.h"
#include "app/list/ans-filter-values.h"

struct _AnsFilterBar
{
  AdwBin parent_instance;

  AnsListing *listing;
  AdwWrapBox *box;
  GtkWidget *village;  /* (nullable): AnsFilterChip */
  GPtrArray *chips;    /* AnsFilterChip; owned by the box */
  const char *opening; /* (nullable): column whose chip opens when it comes */
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (AnsFilterBar, ans_filter_bar, ADW_TYPE_BIN)

/* The menu of the button: fields that have no chip yet. */
static void
update_menu (AnsFilterBar *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n;
  const AnsListingColumn *columns =
      ans_listing_info_get_columns (ans_listing_get_info (self->listing), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = NULL;
      gboolean shown = FALSE;

      for (guint k = 0; k < self->chips->len; k++)
        shown |= ans_filter_chip_get_column (self->chips->pdata[k]) == &columns[i];
      if (shown || !ans_filter_values_suits (&columns[i]))
        continue;
      item = g_menu_item_new (_ (columns[i].label), NULL);
      g_menu_item_set_action_and_target (item, "filters.add", "s", columns[i].id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->add, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static AnsFilterChip *
find_chip (AnsFilterBar *self, const AnsListingColumn *column)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (ans_filter_chip_get_column (self->chips->pdata[i]) == column)
      return self->chips->pdata[i];
  return NULL;
}

static void
chip_removed (AnsFilterChip *chip, AnsFilterBar *self)
{
  self->opening = NULL;
  ans_filter_bar_update (self);
}

static AnsFilterChip *
add_chip (AnsFilterBar *self, const AnsListingColumn *column)
{
  AnsFilterChip *chip = ans_filter_chip_new (self->listing, column);

  adw_wrap_box_insert_child_after (self->box, GTK_WIDGET (chip),
                                   self->chips->len > 0 ? self->chips->pdata[self->chips->len - 1]
                                                        : self->village);
  g_ptr_array_add (self->chips, chip);
  g_signal_connect_object (chip, "removed", G_CALLBACK (chip_removed), self, 0);
  return chip;
}

void
ans_filter_bar_update (AnsFilterBar *self)
{
  const AnsListingInfo *info;

  g_return_if_fail (ANS_IS_FILTER_BAR (self));

  info = ans_listing_get_info (self->listing);
  if (self->village != NULL)
    ans_filter_chip_update (ANS_FILTER_CHIP (self->village));
  for (guint i = self->chips->len; i > 0; i--)
    {
      AnsFilterChip *chip = self->chips->pdata[i - 1];
      const AnsListingColumn *column = ans_filter_chip_get_column (chip);

      /* A chip whose popover is open stays, though nothing is ticked for the moment. */
      if (ans_listing_get_filter (self->listing, column->id) == NULL &&
          g_strcmp0 (self->opening, column->id) != 0)
        {
          g_ptr_array_remove_index (self->chips, i - 1);
          adw_wrap_box_remove (self->box, GTK_WIDGET (chip));
        }
      else
        ans_filter_chip_update (chip);
    }
  {
    g_autoptr (GPtrArray) filters = ans_listing_get_filters (self->listing);

    for (guint i = 0; i < filters->len; i++)
      {
        const AnsListingColumn *column = ans_listing_info_get_column (info, filters->pdata[i]);

        if (find_chip (self, column) == NULL && !g_str_equal (column->id, "village"))
          add_chip (self, column);
      }
  }
  update_menu (self);
}

static gboolean
open_later (gpointer user_data)
{
  ans_filter_chip_open (ANS_FILTER_CHIP (user_data));
  return G_SOURCE_REMOVE;
}

static void
add_filter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsFilterBar *self = ANS_FILTER_BAR (widget);
  const AnsListingColumn *column = ans_listing_info_get_column (
      ans_listing_get_info (self->listing), g_variant_get_string (parameter, NULL));
  AnsFilterChip *chip;

  if (column == NULL || find_chip (self, column) != NULL)
    return;
  self->opening = column->id;
  chip = add_chip (self, column);
  update_menu (self);
  /* After the menu has closed and the chip has its place. */
  g_idle_add_full (G_PRIORITY_LOW, open_later, g_object_ref (chip), g_object_unref);
}

gboolean
ans_filter_bar_has_filters (AnsFilterBar *self)
{
  g_return_val_if_fail (ANS_IS_FILTER_BAR (self), FALSE);
  return self->village != NULL || gtk_widget_get_visible (self->add);
}

void
ans_filter_bar_set_listing (AnsFilterBar *self, AnsListing *listing)
{
  const AnsListingColumn *village;

  g_return_if_fail (ANS_IS_FILTER_BAR (self));
  g_return_if_fail (self->listing == NULL);

  self->listing = g_object_ref (listing);
  village = ans_listing_info_get_column (ans_listing_get_info (listing), "village");
  if (village != NULL)
    {
      self->village = GTK_WIDGET (ans_filter_chip_new (listing, village));
      adw_wrap_box_prepend (self->box, self->village);
    }
  ans_filter_bar_update (self);
}

static void
ans_filter_bar_dispose (GObject *object)
{
  AnsFilterBar *self = ANS_FILTER_BAR (object);

  g_clear_object (&self->listing);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  G_OBJECT_CLASS (ans_filter_bar_parent_class)->dispose (object);
}

static void
ans_filter_bar_class_init (AnsFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_filter_bar_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "filters.add", "s", add_filter);
}

static void
ans_filter_bar_init (AnsFilterBar *self)
{
  GtkWidget *content = adw_button_content_new ();

  self->chips = g_ptr_array_new ();
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 8);
  adw_wrap_box_set_line_spacing (self->box, 6);
  self->add = gtk_menu_button_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "ans-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add filter"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->add), content);
  gtk_widget_add_css_class (self->add, "flat");
  adw_wrap_box_append (self->box, self->add);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
