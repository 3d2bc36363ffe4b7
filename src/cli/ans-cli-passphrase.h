/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** ans_cli_passphrase_read: Returns: (transfer full) (nullable): the first line of @path. Warns
 * when other people may read the file. */
char *ans_cli_passphrase_read (const char *path, GError **error);

/** ans_cli_passphrase_can_ask: whether there is a terminal to ask on. */
gboolean ans_cli_passphrase_can_ask (void);

/** ans_cli_passphrase_ask: Returns: (transfer full) (nullable): typed on the terminal, unseen */
char *ans_cli_passphrase_ask (const char *prompt, GError **error);

/** ans_cli_passphrase_free: wipes it first. */
void ans_cli_passphrase_free (char *passphrase);

G_END_DECLS
