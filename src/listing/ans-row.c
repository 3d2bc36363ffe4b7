/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing/ans-row-private.h"

struct _AnsRow
{
  GObject parent_instance;

  AnsListing *listing;
  gint64 id;
  guint n_values;
  char **values;   /* canonical */
  char **displays; /* made when first asked for */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsRow, ans_row, G_TYPE_OBJECT)

/* A value that is read when somebody asks for it. */
static char not_read[] = "";

static void
clear_values (AnsRow *self)
{
  for (guint i = 0; i < self->n_values; i++)
    {
      if (self->values[i] != not_read)
        g_free (self->values[i]);
      g_free (self->displays[i]);
    }
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->displays, g_free);
  self->n_values = 0;
}

static void
ans_row_finalize (GObject *object)
{
  AnsRow *self = ANS_ROW (object);

  clear_values (self);
  g_clear_object (&self->listing);
  G_OBJECT_CLASS (ans_row_parent_class)->finalize (object);
}

static void
ans_row_class_init (AnsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
ans_row_init (AnsRow *self)
{
}

AnsRow *
ans_row_new (AnsListing *listing, gint64 id)
{
  AnsRow *self = g_object_new (ANS_TYPE_ROW, NULL);

  self->listing = g_object_ref (listing);
  self->id = id;
  return self;
}

void
ans_row_set_values (AnsRow *self,
                    const char *const *values,
                    guint n_values,
                    const gboolean *left_out)
{
  gboolean had_values = self->values != NULL;

  clear_values (self);
  self->n_values = n_values;
  self->values = g_new (char *, n_values);
  self->displays = g_new0 (char *, n_values);
  for (guint i = 0, next = 0; i < n_values; i++)
    self->values[i] = left_out[i] ? not_read : g_strdup (values[next++]);
  if (had_values)
    g_signal_emit (self, signals[CHANGED], 0);
}

gint64
ans_row_get_id (AnsRow *self)
{
  g_return_val_if_fail (ANS_IS_ROW (self), 0);

  return self->id;
}

static gboolean
take_value (gint64 id, const char *const *values, gpointer data)
{
  *(char **) data = g_strdup (values[0]);
  return FALSE;
}

static void
read_value (AnsRow *self, guint column)
{
  guint n;
  const AnsListingColumn *columns =
      ans_listing_info_get_columns (ans_listing_get_info (self->listing), &n);
  const char *const wanted[] = { columns[column].id, NULL };
  AnsBook *book = ans_listing_get_book (self->listing);
  g_autoptr (GError) error = NULL;

  self->values[column] = NULL;
  if (!ans_listing_fetch (self->listing, ans_book_get_connection (book), &self->id, 1, wanted,
                          take_value, &self->values[column], &error))
    g_debug ("%s can't be read: %s", columns[column].id, error->message);
}

const char *
ans_row_get_value (AnsRow *self, guint column)
{
  g_return_val_if_fail (ANS_IS_ROW (self), NULL);

  if (column >= self->n_values)
    return NULL;
  if (self->values[column] == not_read)
    read_value (self, column);
  return self->values[column];
}

const char *
ans_row_get_display (AnsRow *self, guint column)
{
  g_return_val_if_fail (ANS_IS_ROW (self), "");

  if (column >= self->n_values)
    return "";
  if (self->displays[column] == NULL)
    {
      guint n;
      const AnsListingColumn *columns =
          ans_listing_info_get_columns (ans_listing_get_info (self->listing), &n);

      self->displays[column] = ans_listing_column_display (
          ans_listing_get_book (self->listing), &columns[column], ans_row_get_value (self, column));
    }
  return self->displays[column];
}
