/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/print/ans-print-request.h"

G_BEGIN_DECLS

/**
 * AnsPrintPanel:
 *
 * What stands beside the pages of a print preview and says what shall be printed. Emits “changed”
 * when the pages must be made anew, and “signers” when the signatures shall be set.
 */
#define ANS_TYPE_PRINT_PANEL (ans_print_panel_get_type ())
G_DECLARE_INTERFACE (AnsPrintPanel, ans_print_panel, ANS, PRINT_PANEL, GtkWidget)

/**
 * AnsPrintPanelInterface:
 * @request: what the panel asks for; %NULL with a message for the officer
 * @show_result: says what it became, and what is to be looked at before it is printed
 */
struct _AnsPrintPanelInterface
{
  GTypeInterface parent;

  AnsPrintRequest *(*request) (AnsPrintPanel *self, GError **error);
  void (*show_result) (AnsPrintPanel *self, AnsDocument *document, guint n_pages);
};

/** ans_print_panel_request: Returns: (transfer full) (nullable): what shall be printed */
AnsPrintRequest *ans_print_panel_request (AnsPrintPanel *self, GError **error);

void ans_print_panel_show_result (AnsPrintPanel *self, AnsDocument *document, guint n_pages);

/** ans_print_panel_changed: for panels: the pages must be made anew. */
void ans_print_panel_changed (AnsPrintPanel *self);

/** ans_print_panel_ask_signers: for panels: the officer wants to set the signatures. */
void ans_print_panel_ask_signers (AnsPrintPanel *self);

/**
 * ans_print_panel_add_check:
 * @checks: box of the panel
 * @good: whether all is well
 *
 * One line of what was looked at before printing.
 *
 * Returns: (transfer none): the line
 */
GtkWidget *ans_print_panel_add_check (GtkBox *checks, gboolean good, const char *text);

/** ans_print_panel_add_door: a line about what is not well. Returns: (transfer none): the button
 * that it is; it leads to where one can look */
GtkButton *ans_print_panel_add_door (GtkBox *checks, const char *text);

/** ans_print_panel_check_signer: a line if the signer of @book has no name. */
void ans_print_panel_check_signer (GtkBox *checks, AnsBook *book);

G_END_DECLS
