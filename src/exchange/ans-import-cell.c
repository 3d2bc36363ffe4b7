/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell says. Excel and typists leave traces: lost zeros, years shown as dates, old
 * encodings. What is certain is repaired and noted; what is not is refused with its reason. */
#include <glib/gi18n.h>

#include "exchange/ans-import-private.h"
#include "text/ans-date.h"
#include "text/ans-fold.h"
#include "text/ans-legacy-encoding.h"
#include "text/ans-name.h"
#include "text/ans-personal-id.h"

/* A file with a thousand different values of a choice gains nothing, and must not cost much. */
#define MAX_REMEMBERED 1000

struct _AnsImportMemo
{
  GHashTable *choices;  /* field → (text of the cell → AnsChoice) */
  GHashTable *villages; /* text of the cell → name */
};

AnsImportMemo *
ans_import_memo_new (void)
{
  AnsImportMemo *self = g_new0 (AnsImportMemo, 1);

  self->choices = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->villages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ans_import_memo_free (AnsImportMemo *self)
{
  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->villages);
  g_free (self);
}

/* Cells whose text alone says what they are: what was found for it once is found again. */
static gboolean
is_plain (const AnsCell *cell)
{
  return cell->kind == ANS_CELL_TEXT && cell->font == ANS_CELL_FONT_UNICODE;
}

static const AnsChoice *
recall_choice (AnsImportMemo *memo, const AnsField *field, const AnsCell *cell)
{
  GHashTable *known = is_plain (cell) ? g_hash_table_lookup (memo->choices, field) : NULL;

  return known != NULL ? g_hash_table_lookup (known, cell->text) : NULL;
}

static void
remember_choice (AnsImportMemo *memo,
                 const AnsField *field,
                 const AnsCell *cell,
                 const AnsChoice *choice)
{
  GHashTable *known = g_hash_table_lookup (memo->choices, field);

  if (!is_plain (cell))
    return;
  if (known == NULL)
    {
      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (memo->choices, (gpointer) field, known);
    }
  if (g_hash_table_size (known) < MAX_REMEMBERED)
    g_hash_table_insert (known, g_strdup (cell->text), (gpointer) choice);
}

const char *
ans_import_memo_village (AnsImportMemo *self, const AnsCell *cell)
{
  return is_plain (cell) ? g_hash_table_lookup (self->villages, cell->text) : NULL;
}

void
ans_import_memo_set_village (AnsImportMemo *self, const AnsCell *cell, const char *village)
{
  if (is_plain (cell) && g_hash_table_size (self->villages) < MAX_REMEMBERED)
    g_hash_table_insert (self->villages, g_strdup (cell->text), g_strdup (village));
}

void
ans_import_cell_clear (AnsImportCell *self)
{
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->leftover, g_free);
}

char *
ans_import_cell_text (const AnsCell *cell, char **note)
{
  AnsEncoding encoding = ANS_ENCODING_UTF8;

  if (cell->kind == ANS_CELL_TEXT)
    {
      if (cell->font == ANS_CELL_FONT_TCVN3)
        encoding = ANS_ENCODING_TCVN3;
      else if (cell->font == ANS_CELL_FONT_VNI)
        encoding = ANS_ENCODING_VNI;
      /* All letters that tell an encoding are outside of ASCII. */
      else if (!g_str_is_ascii (cell->text))
        encoding = ans_encoding_guess (cell->text);
    }
  if (encoding != ANS_ENCODING_UTF8)
    {
      g_autofree char *converted = ans_encoding_convert (cell->text, encoding);
      char *text = ans_normalize (converted);

      if (note != NULL && g_strcmp0 (text, cell->text) != 0)
        *note = g_strdup_printf (_ ("old encoding, read as “%s”"), text);
      return text;
    }
  return ans_normalize (cell->text);
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* Zeros in front that a number cell has lost. */
static char *
pad (const char *digits, gsize length)
{
  return g_strdup_printf ("%.*s%s", (int) (length - strlen (digits)), "000000000000", digits);
}

static AnsImportCell
read_personal_number (const AnsCell *cell, const char *text)
{
  AnsImportCell result = { 0 };
  g_autofree char *number = ans_personal_id_normalize (text);
  gsize length = strlen (number);

  if (cell->is_imprecise || (strpbrk (number, "eE") != NULL && strpbrk (number, "+,.") != NULL))
    {
      result.error = g_strdup_printf (
          _ ("“%s”: Excel has lost digits of this number. Type it again from the card."), text);
      return result;
    }
  if (!is_digits (number))
    {
      result.value = g_steal_pointer (&number);
      return result;
    }
  if (length == 11 || length == 10)
    result.value = pad (number, 12);
  else if (length == 8)
    result.value = pad (number, 9);
  else
    result.value = g_strdup (number);
  if (!g_str_equal (result.value, number))
    result.note = g_strdup_printf (_ ("leading zeros restored: %s"), result.value);
  return result;
}

static AnsImportCell
read_phone (const char *text)
{
  AnsImportCell result = { 0 };
  g_autofree char *number = ans_personal_id_normalize (text);

  if (g_str_has_prefix (number, "+84"))
    result.value = g_strconcat ("0", number + 3, NULL);
  else if (is_digits (number) && strlen (number) == 9 && number[0] != '0')
    {
      result.value = pad (number, 10);
      result.note = g_strdup_printf (_ ("leading zeros restored: %s"), result.value);
    }
  else
    result.value = g_steal_pointer (&number);
  return result;
}

static AnsImportCell
read_date (AnsBook *book, const AnsField *field, const AnsCell *cell, const char *text)
{
  AnsImportCell result = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean partial = field->kind == ANS_FIELD_PARTIAL_DATE;

  /* 1940 in a cell formatted as a date shows 23/04/1905. */
  if (partial && cell->kind == ANS_CELL_DATE && cell->number >= 1900 && cell->number < 2100)
    {
      result.value = g_strdup_printf ("%d", (int) cell->number);
      result.note = g_strdup_printf (_ ("year %s shown as a date"), result.value);
      return result;
    }
  if (cell->kind == ANS_CELL_NUMBER && is_digits (text))
    {
      /* 05051986 without its zero. */
      if (strlen (text) == 7)
        {
          g_autofree char *padded = pad (text, 8);

          result.value = ans_field_parse (book, field, padded, NULL);
          if (result.value != NULL)
            {
              result.note = g_strdup_printf (_ ("read as %s"), padded);
              return result;
            }
        }
      /* A date whose format was lost: days since 1900. */
      if (strlen (text) == 5 && cell->number >= 3654 && cell->number < 60000)
        {
          g_autofree char *shown = NULL;
          AnsDate date = ans_date_from_serial ((int) cell->number, FALSE);

          result.value = ans_date_to_iso (date);
          shown = ans_date_format (date);
          result.note = g_strdup_printf (_ ("read as %s"), shown);
          return result;
        }
    }
  result.value = ans_field_parse (book, field, text, &error);
  if (result.value == NULL)
    result.error = g_strdup_printf ("%s: %s", field->title, error->message);
  return result;
}

static AnsImportCell
read_choice (AnsBook *book, const AnsField *field, const AnsChoice *choice, const char *text)
{
  AnsImportCell result = { 0 };
  const char *other = NULL;

  if (choice != NULL)
    {
      result.value = g_strdup (choice->code);
      return result;
    }
  if (g_str_equal (field->name, "relation"))
    other = "KHAC";
  else if (g_str_equal (field->name, "ethnicity"))
    other = "KHONG_XAC_DINH";
  if (other != NULL || (field->flags & ANS_FIELD_REQUIRED) == 0)
    {
      result.value = g_strdup (other);
      result.leftover = g_strdup_printf ("%s: %s", field->title, text);
      result.note = g_strdup (_ ("not a known value: kept in the note"));
      return result;
    }
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *value = ans_field_parse (book, field, text, &error);

    result.error = g_strdup_printf ("%s: %s", field->title, value == NULL ? error->message : text);
  }
  return result;
}

/* LÊ VĂN BÌNH is Lê Văn Bình, typed for a list that is all in capitals. */
static AnsImportCell
read_name (const char *text)
{
  AnsImportCell result = { 0 };
  g_autofree char *upper = g_utf8_strup (text, -1);
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if ((g_str_equal (upper, text) || g_str_equal (lower, text)) && strchr (text, ' ') != NULL)
    {
      result.value = ans_name_title_case (text);
      result.note = g_strdup_printf (_ ("read as “%s”"), result.value);
    }
  else
    result.value = g_strdup (text);
  return result;
}

AnsImportCell
ans_import_cell_read (AnsBook *book,
                      AnsImportMemo *memo,
                      const AnsField *field,
                      const AnsCell *cell)
{
  AnsImportCell result = { 0 };
  const AnsChoice *known =
      field->kind == ANS_FIELD_CHOICE ? recall_choice (memo, field, cell) : NULL;
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (known != NULL)
    {
      result.value = g_strdup (known->code);
      return result;
    }
  text = ans_import_cell_text (cell, &note);
  if (cell->kind == ANS_CELL_ERROR)
    {
      result.error =
          g_strdup_printf (_ ("%s: the cell holds an error (%s)."), field->title, cell->text);
      return result;
    }
  if (*text == '\0')
    return result;
  /* Dashes stand for “nothing”. */
  if (g_str_equal (text, "-") || g_str_equal (text, "–") || g_str_equal (text, "—"))
    return result;

  if (g_str_equal (field->name, "id_no") || g_str_equal (field->name, "old_id_no"))
    result = read_personal_number (cell, text);
  else if (g_str_has_suffix (field->name, "phone"))
    result = read_phone (text);
  else if (field->kind == ANS_FIELD_NAME)
    result = read_name (text);
  else if (field->kind == ANS_FIELD_DATE || field->kind == ANS_FIELD_PARTIAL_DATE)
    result = read_date (book, field, cell, text);
  else if (field->kind == ANS_FIELD_CHOICE)
    {
      const AnsChoice *choice = ans_field_match_choice (field, text);

      if (choice != NULL && note == NULL)
        remember_choice (memo, field, cell, choice);
      result = read_choice (book, field, choice, text);
    }
  else if (field->kind == ANS_FIELD_REFERENCE)
    result.value = g_steal_pointer (&text);
  else
    {
      result.value = ans_field_parse (book, field, text, &error);
      if (result.value == NULL)
        result.error = g_strdup_printf ("%s: %s", field->title, error->message);
    }

  /* What is not asked for and not understood must not keep the row out, nor be lost. */
  if (result.error != NULL && (field->flags & ANS_FIELD_REQUIRED) == 0 &&
      !g_str_equal (field->name, "id_no"))
    {
      g_clear_pointer (&result.error, g_free);
      result.leftover = g_strdup_printf ("%s: %s", field->title, cell->text);
      g_free (result.note);
      result.note = g_strdup (_ ("not understood: kept in the note"));
    }
  if (result.note == NULL)
    result.note = g_steal_pointer (&note);
  return result;
}
