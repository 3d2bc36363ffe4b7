/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/ans-cli-passphrase.h"
#include "cli/ans-cli.h"

#define MAX_ATTEMPTS 3

static AnsBook *
open_asking (const char *path, gboolean writable, GError **error)
{
  g_autofree char *prompt = g_strdup_printf (_ ("Passphrase of “%s”: "), path);

  for (int attempt = 1;; attempt++)
    {
      g_autoptr (GError) local = NULL;
      char *passphrase = ans_cli_passphrase_ask (prompt, error);
      AnsBook *book;

      if (passphrase == NULL)
        return NULL;
      book = ans_registry_open_book (path, passphrase, !writable, &local);
      ans_cli_passphrase_free (passphrase);
      if (book != NULL)
        return book;
      if (attempt == MAX_ATTEMPTS ||
          !g_error_matches (local, ANS_BOOK_ERROR, ANS_BOOK_ERROR_WRONG_PASSPHRASE))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      ans_cli_message ("%s", local->message);
    }
}

static AnsBook *
open_book (AnsCli *cli, const char *path, gboolean writable, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *passphrase = NULL;
  AnsBook *book;

  if (cli->key_file != NULL)
    {
      passphrase = ans_cli_passphrase_read (cli->key_file, error);
      if (passphrase == NULL)
        return NULL;
    }
  book = ans_registry_open_book (path, passphrase, !writable, &local);
  ans_cli_passphrase_free (passphrase);
  if (book != NULL)
    return book;

  if (g_error_matches (local, ANS_BOOK_ERROR, ANS_BOOK_ERROR_NEEDS_PASSPHRASE))
    {
      if (ans_cli_passphrase_can_ask ())
        return open_asking (path, writable, error);
      g_prefix_error (&local, "%s ", _ ("Give the passphrase with --key-file."));
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

AnsBook *
ans_cli_open (AnsCli *cli, const char *path, gboolean writable)
{
  GError *error = NULL;
  AnsBook *book = open_book (cli, path, writable, &error);

  if (book == NULL)
    {
      cli->status = ans_cli_refuse (error);
      return NULL;
    }
  if (writable && ans_book_is_read_only (book))
    {
      const char *reason = ans_book_get_read_only_reason (book);

      ans_cli_message (_ ("Nothing was changed in “%s”: %s"), path,
                       reason != NULL ? reason : _ ("the book can only be read."));
      cli->status = ANS_CLI_REFUSED;
      g_clear_object (&book);
    }
  return book;
}
