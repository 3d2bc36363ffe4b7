/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-import-private.h"
#include "text/ans-fold.h"

static guint
n_fields (const AnsRegister *reg)
{
  guint n = 0;

  while (reg->fields[n].name != NULL)
    n++;
  return n;
}

/* One piece of memory for the row and its arrays: there are many rows. */
AnsImportRow *
ans_import_row_new (AnsImport *import, guint row_number)
{
  guint n_values = n_fields (import->reg);
  AnsImportRow *self =
      g_malloc0 (sizeof *self + (2 * (import->n_columns + 1) + n_values) * sizeof (char *));

  self->row_number = row_number;
  self->n_cells = import->n_columns;
  self->cells = (char **) (self + 1);
  self->notes = self->cells + import->n_columns + 1;
  self->n_values = n_values;
  self->values = self->notes + import->n_columns + 1;
  return self;
}

void
ans_import_row_take_cells (AnsImportRow *self, const AnsRow *source)
{
  gsize size = 0;
  char *place;

  for (guint i = 0; i < source->n_cells; i++)
    size += strlen (source->cells[i].text) + 1;
  self->texts = place = g_malloc (size);
  for (guint i = 0; i < source->n_cells; i++)
    if (source->cells[i].column < self->n_cells)
      {
        self->cells[source->cells[i].column] = place;
        place = g_stpcpy (place, source->cells[i].text) + 1;
      }
}

void
ans_import_row_free (AnsImportRow *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    g_free (self->notes[i]);
  for (guint i = 0; i < self->n_values; i++)
    g_free (self->values[i]);
  g_free (self->texts);
  g_free (self->reason);
  g_free (self->warning);
  g_free (self->village);
  g_free (self->household);
  g_free (self->head_name);
  g_free (self->head_birth);
  g_free (self);
}

int
ans_import_field_index (AnsImport *import, const char *field)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (import->fields, field)) - 1;
}

void
ans_import_row_reject (AnsImportRow *self, const char *format, ...)
{
  va_list arguments;
  char *reason;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* The old reason may be one of the arguments. */
  g_free (self->reason);
  self->reason = reason;
  self->verdict = ANS_IMPORT_REJECTED;
}

void
ans_import_row_add_note (AnsImportRow *self, guint column, const char *note)
{
  char *both;

  if (note == NULL || column >= self->n_cells)
    return;
  both = self->notes[column] != NULL ? g_strdup_printf ("%s; %s", self->notes[column], note)
                                     : g_strdup (note);
  g_free (self->notes[column]);
  self->notes[column] = both;
}

void
ans_import_row_add_warning (AnsImportRow *self, const char *warning)
{
  char *both = self->warning != NULL ? g_strdup_printf ("%s %s", self->warning, warning)
                                     : g_strdup (warning);

  g_free (self->warning);
  self->warning = both;
}

char *
ans_import_local_code (const char *village, const char *code)
{
  g_autofree char *initials = NULL;
  g_autofree char *upper = NULL;

  if (strspn (code, "0123456789") != strlen (code) || strlen (code) > 4)
    return g_strdup (code);
  initials = ans_fold_initials (village != NULL && *village != '\0' ? village : "h");
  upper = g_ascii_strup (initials, -1);
  return g_strdup_printf ("%s-%04d", upper, (int) g_ascii_strtoll (code, NULL, 10));
}
