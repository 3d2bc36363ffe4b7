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

AnsImportRow *
ans_import_row_new (AnsImport *import, guint row_number)
{
  AnsImportRow *self = g_new0 (AnsImportRow, 1);

  self->row_number = row_number;
  self->n_cells = import->n_columns;
  self->cells = g_new0 (char *, import->n_columns + 1);
  self->notes = g_new0 (char *, import->n_columns + 1);
  self->n_values = n_fields (import->reg);
  self->values = g_new0 (char *, self->n_values);
  return self;
}

void
ans_import_row_free (AnsImportRow *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      g_free (self->cells[i]);
      g_free (self->notes[i]);
    }
  for (guint i = 0; i < self->n_values; i++)
    g_free (self->values[i]);
  g_free (self->cells);
  g_free (self->notes);
  g_free (self->values);
  g_free (self->reason);
  g_free (self->warning);
  g_free (self->village);
  g_free (self->household);
  g_free (self->head_name);
  g_free (self->head_birth);
  g_free (self);
}

int
ans_import_field_index (const AnsRegister *reg, const char *field)
{
  for (int i = 0; reg->fields[i].name != NULL; i++)
    if (g_str_equal (reg->fields[i].name, field))
      return i;
  return -1;
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
