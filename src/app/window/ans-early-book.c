/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-early-book.h"

#include "registry/ans-register.h"

static GThread *early; /* gives the book back; the main thread's own */

static gpointer
open_book (gpointer data)
{
  g_autofree char *path = data;

  return ans_registry_open_book (path, NULL, FALSE, NULL);
}

void
ans_early_book_start (const char *path)
{
  g_return_if_fail (path != NULL);
  g_return_if_fail (early == NULL);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    early = g_thread_new ("ans-early-book", open_book, g_canonicalize_filename (path, NULL));
}

AnsBook *
ans_early_book_take (const char *path)
{
  g_autoptr (AnsBook) book = NULL;
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (early == NULL)
    return NULL;
  book = g_thread_join (g_steal_pointer (&early));
  if (book == NULL)
    return NULL;
  ans_book_adopt (book);
  wanted = g_canonicalize_filename (path, NULL);
  return g_str_equal (ans_book_get_path (book), wanted) ? g_steal_pointer (&book) : NULL;
}
