/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread that reads the book for itself. */
#include "store/ans-book-private.h"

struct _AnsBookReading
{
  AnsBook *book;
  AnsConnection *connection;
};

static GPrivate here;

AnsConnection *
ans_book_reading_find (AnsBook *self)
{
  const AnsBookReading *reading = g_private_get (&here);

  return reading != NULL && reading->book == self ? reading->connection : NULL;
}

gboolean
ans_book_is_read_aside (AnsBook *self)
{
  return ans_book_reading_find (self) != NULL;
}

AnsBookReading *
ans_book_read_aside (AnsBook *self, GCancellable *cancellable, GError **error)
{
  AnsBookReading *reading;
  AnsConnection *connection;

  g_return_val_if_fail (ANS_IS_BOOK (self), NULL);
  g_return_val_if_fail (g_private_get (&here) == NULL, NULL);

  connection = ans_book_new_reader (self, error);
  if (connection == NULL)
    return NULL;
  /* One state of the book for all questions. */
  if (!ans_connection_exec (connection, "BEGIN", error))
    {
      ans_connection_close (connection);
      return NULL;
    }
  ans_connection_set_cancellable (connection, cancellable);
  reading = g_new0 (AnsBookReading, 1);
  reading->book = g_object_ref (self);
  reading->connection = connection;
  g_private_set (&here, reading);
  return reading;
}

void
ans_book_reading_end (AnsBookReading *self)
{
  g_return_if_fail (self != NULL && g_private_get (&here) == self);

  g_private_set (&here, NULL);
  ans_connection_set_cancellable (self->connection, NULL);
  ans_connection_exec (self->connection, "COMMIT", NULL);
  ans_connection_close (self->connection);
  g_object_unref (self->book);
  g_free (self);
}
