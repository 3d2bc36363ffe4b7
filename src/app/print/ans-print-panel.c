/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/ans-print-panel.h"

#include <glib/gi18n.h>

enum
{
  CHANGED,
  SIGNERS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (AnsPrintPanel, ans_print_panel, GTK_TYPE_WIDGET)

static void
ans_print_panel_default_init (AnsPrintPanelInterface *iface)
{
  static const char *const names[N_SIGNALS] = { "changed", "signers" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], ANS_TYPE_PRINT_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

AnsPrintRequest *
ans_print_panel_request (AnsPrintPanel *self, GError **error)
{
  g_return_val_if_fail (ANS_IS_PRINT_PANEL (self), NULL);
  return ANS_PRINT_PANEL_GET_IFACE (self)->request (self, error);
}

void
ans_print_panel_show_result (AnsPrintPanel *self, AnsDocument *document, guint n_pages)
{
  g_return_if_fail (ANS_IS_PRINT_PANEL (self));
  ANS_PRINT_PANEL_GET_IFACE (self)->show_result (self, document, n_pages);
}

void
ans_print_panel_changed (AnsPrintPanel *self)
{
  g_return_if_fail (ANS_IS_PRINT_PANEL (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ans_print_panel_ask_signers (AnsPrintPanel *self)
{
  g_return_if_fail (ANS_IS_PRINT_PANEL (self));
  g_signal_emit (self, signals[SIGNERS], 0);
}

static GtkWidget *
make_line (gboolean good, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (good ? "object-select-symbolic" : "dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, good ? "ans-good" : "ans-late");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "ans-secondary");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

GtkWidget *
ans_print_panel_add_check (GtkBox *checks, gboolean good, const char *text)
{
  GtkWidget *line = make_line (good, text);

  gtk_box_append (checks, line);
  return line;
}

GtkButton *
ans_print_panel_add_door (GtkBox *checks, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = make_line (FALSE, text);
  GtkWidget *chevron = gtk_image_new_from_icon_name ("ans-chevron-symbolic");

  gtk_widget_set_valign (chevron, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), chevron);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_set_tooltip_text (button, _ ("Look at what does not fit"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ans-check-door");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (checks, button);
  return GTK_BUTTON (button);
}

void
ans_print_panel_check_signer (GtkBox *checks, AnsBook *book)
{
  g_autofree char *signer = ans_book_get_setting (book, ANS_SETTING_SIGNER_NAME);

  if (signer == NULL || *signer == '\0')
    ans_print_panel_add_check (checks, FALSE, _ ("The name of the signer is not set"));
}
