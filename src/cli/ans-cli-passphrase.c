/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passphrase comes from a file or the terminal, never from an argument that others can see. */
#include "cli/ans-cli-passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "cli/ans-cli.h"

#define MAX_LENGTH 1024

static char *
first_line (FILE *stream)
{
  char line[MAX_LENGTH + 2];
  char *text;

  if (fgets (line, sizeof line, stream) == NULL)
    return NULL;
  line[strcspn (line, "\r\n")] = '\0';
  /* Half of a passphrase is another passphrase. */
  if (strlen (line) > MAX_LENGTH)
    *line = '\0';
  text = *line != '\0' ? g_strdup (line) : NULL;
  explicit_bzero (line, sizeof line);
  return text;
}

char *
ans_cli_passphrase_read (const char *path, GError **error)
{
  FILE *stream = g_fopen (path, "re");
  struct stat status;
  char *text;

  if (stream == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("The key file “%s” can't be read: %s"), path, g_strerror (errno));
      return NULL;
    }
  if (fstat (fileno (stream), &status) == 0 && S_ISREG (status.st_mode) &&
      (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    ans_cli_message (_ ("Warning: other people on this computer may read the key file “%s”. "
                        "“chmod 600” keeps it yours."),
                     path);
  text = first_line (stream);
  fclose (stream);
  if (text == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("The first line of the key file “%s” is empty or too long."), path);
  return text;
}

gboolean
ans_cli_passphrase_can_ask (void)
{
  int terminal = g_open ("/dev/tty", O_RDWR | O_CLOEXEC, 0);

  if (terminal < 0)
    return FALSE;
  close (terminal);
  return TRUE;
}

char *
ans_cli_passphrase_ask (const char *prompt, GError **error)
{
  FILE *terminal = g_fopen ("/dev/tty", "r+e");
  struct termios shown, hidden;
  char *text = NULL;

  if (terminal == NULL || tcgetattr (fileno (terminal), &shown) != 0)
    {
      if (terminal != NULL)
        fclose (terminal);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("There is no terminal on which to ask for the passphrase. Give it "
                              "with --key-file."));
      return NULL;
    }
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) (ECHO | ECHONL);
  setbuf (terminal, NULL);
  fputs (prompt, terminal);
  tcsetattr (fileno (terminal), TCSAFLUSH, &hidden);
  text = first_line (terminal);
  tcsetattr (fileno (terminal), TCSAFLUSH, &shown);
  fputs ("\n", terminal);
  fclose (terminal);
  if (text == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The passphrase is empty or too long."));
  return text;
}

void
ans_cli_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}
