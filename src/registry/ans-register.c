/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-register.h"

#include "registry/ans-table-builder.h"
#include "text/ans-fold.h"

#define MAX_REGISTERS 128

/* The registers of this room; those of the areas and the plan are added. Referenced registers come
 * before those that name them. */
static const AnsRegister *registers[MAX_REGISTERS] = {
  &ans_register_units,
  &ans_register_villages,
  &ans_register_households,
  &ans_register_people,
};
static guint n_registers = 4;

void
ans_registers_add (const AnsRegister *reg)
{
  g_return_if_fail (reg != NULL);
  g_return_if_fail (n_registers < MAX_REGISTERS);
  g_return_if_fail (ans_register_find (reg->id) == NULL);
  registers[n_registers++] = reg;
}

const AnsRegister *const *
ans_registers (guint *n)
{
  *n = n_registers;
  return registers;
}

const AnsRegister *
ans_register_find (const char *id)
{
  for (guint i = 0; i < n_registers; i++)
    if (g_strcmp0 (registers[i]->id, id) == 0 || g_strcmp0 (registers[i]->table, id) == 0)
      return registers[i];
  return NULL;
}

const AnsRegister *
ans_register_find_by_table (const char *table)
{
  for (guint i = 0; i < n_registers; i++)
    if (g_strcmp0 (registers[i]->table, table) == 0)
      return registers[i];
  return NULL;
}

gboolean
ans_register_is (const AnsRegister *self, const AnsRegister *other)
{
  return self == other || g_strcmp0 (self->id, other->id) == 0;
}

const AnsField *
ans_register_get_field (const AnsRegister *self, const char *name)
{
  for (const AnsField *field = self->fields; field->name != NULL; field++)
    if (g_strcmp0 (field->name, name) == 0)
      return field;
  return NULL;
}

const AnsPeriod *
ans_register_get_period (const AnsRegister *self, const char *name)
{
  for (const AnsPeriod *period = self->periods; period != NULL && period->name != NULL; period++)
    if (g_strcmp0 (period->name, name) == 0)
      return period;
  return NULL;
}

const AnsRegister *
ans_register_find_period (const char *table, const AnsPeriod **period)
{
  for (guint i = 0; i < n_registers; i++)
    {
      *period = ans_register_get_period (registers[i], table);
      if (*period != NULL)
        return registers[i];
    }
  return NULL;
}

gboolean
ans_field_kind_is_number (AnsFieldKind kind)
{
  return kind == ANS_FIELD_INTEGER || kind == ANS_FIELD_MONEY || kind == ANS_FIELD_DECIMAL;
}

gboolean
ans_field_is_shown (const AnsField *self)
{
  return (self->flags & ANS_FIELD_COMPUTED) == 0 || *self->title != '\0';
}

const AnsChoice *
ans_field_get_choice (const AnsField *self, const char *code)
{
  for (const AnsChoice *choice = self->choices; choice != NULL && choice->code != NULL; choice++)
    if (g_strcmp0 (choice->code, code) == 0)
      return choice;
  return NULL;
}

static gboolean
folds_to (const char *text, const char *folded)
{
  g_autofree char *fold = ans_fold (text);

  return g_str_equal (fold, folded);
}

static gboolean
choice_is (const AnsChoice *choice, const char *text, const char *folded)
{
  if (g_ascii_strcasecmp (choice->code, text) == 0)
    return TRUE;
  if (folds_to (choice->label, folded))
    return TRUE;
  for (guint i = 0; choice->synonyms != NULL && choice->synonyms[i] != NULL; i++)
    if (folds_to (choice->synonyms[i], folded))
      return TRUE;
  return FALSE;
}

const AnsChoice *
ans_field_match_choice (const AnsField *self, const char *text)
{
  g_autofree char *marks = ans_fold_marks (text);
  g_autofree char *folded = ans_fold (text);

  /* Marks first: without them “Mạ” and “Ma”, “Thổ” and “Tho” could be mistaken. */
  for (const AnsChoice *choice = self->choices; choice != NULL && choice->code != NULL; choice++)
    {
      g_autofree char *label = ans_fold_marks (choice->label);

      if (g_str_equal (label, marks))
        return choice;
    }
  for (const AnsChoice *choice = self->choices; choice != NULL && choice->code != NULL; choice++)
    if (choice_is (choice, text, folded))
      return choice;
  return NULL;
}

AnsBook *
ans_registry_create_book (const char *path, const char *passphrase, GError **error)
{
  guint n;
  const AnsTableSpec *tables = ans_table_builder_get (&n);

  return ans_book_create (path, passphrase, tables, n, error);
}

AnsBook *
ans_registry_open_book (const char *path, const char *passphrase, gboolean read_only,
                        GError **error)
{
  guint n;
  const AnsTableSpec *tables = ans_table_builder_get (&n);

  return ans_book_open (path, passphrase, read_only, tables, n, error);
}
