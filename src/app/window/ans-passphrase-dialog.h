/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AnsPassphraseDialog:
 *
 * Asks for the passphrase of a book. Emits “given” with what was typed; stays open until it is
 * closed by whoever asked.
 */
#define ANS_TYPE_PASSPHRASE_DIALOG (ans_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AnsPassphraseDialog, ans_passphrase_dialog, ANS, PASSPHRASE_DIALOG, AdwDialog)

/** ans_passphrase_dialog_new: @path is the file that is locked. */
AnsPassphraseDialog *ans_passphrase_dialog_new (const char *path);

/** ans_passphrase_dialog_refuse: says why the passphrase was not taken. */
void ans_passphrase_dialog_refuse (AnsPassphraseDialog *self, const char *message);

G_END_DECLS
