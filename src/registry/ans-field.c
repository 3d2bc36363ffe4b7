/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of fields between what people type and read and what the book keeps. */
#include <glib/gi18n.h>

#include "registry/ans-record.h"
#include "text/ans-date.h"
#include "text/ans-fold.h"
#include "text/ans-number.h"
#include "text/ans-personal-id.h"

/* "A|C" as “Label of A; Label of C”: labels may hold commas. */
static char *
display_choices (const AnsField *field, const char *value)
{
  g_auto (GStrv) codes = g_strsplit (value, "|", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **code = codes; *code != NULL; code++)
    {
      const AnsChoice *choice = ans_field_get_choice (field, *code);

      g_string_append_printf (
          text, "%s%s", text->len > 0 ? "; " : "", choice != NULL ? choice->label : *code);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
ans_field_display (AnsBook *book, const AnsField *field, const char *value)
{
  AnsDate date;

  if (value == NULL || *value == '\0')
    return g_strdup ("");
  switch (field->kind)
    {
    case ANS_FIELD_CHOICE:
      {
        const AnsChoice *choice = ans_field_get_choice (field, value);

        return g_strdup (choice != NULL ? choice->label : value);
      }
    case ANS_FIELD_CHOICES:
      return display_choices (field, value);
    case ANS_FIELD_REFERENCE:
      {
        char *title = ans_register_title_of (
            book, ans_register_find (field->target), g_ascii_strtoll (value, NULL, 10));

        return title != NULL ? title : g_strdup ("");
      }
    case ANS_FIELD_DATE:
    case ANS_FIELD_PARTIAL_DATE:
      return ans_date_parse_iso (value, &date, NULL) ? ans_date_format (date) : g_strdup (value);
    case ANS_FIELD_INTEGER:
      if (field->flags & ANS_FIELD_YEAR)
        return g_strdup (value);
      return ans_number_format (g_ascii_strtoll (value, NULL, 10));
    case ANS_FIELD_MONEY:
      return ans_number_format (g_ascii_strtoll (value, NULL, 10));
    case ANS_FIELD_DECIMAL:
      return ans_decimal_display (value);
    case ANS_FIELD_BOOLEAN:
      return g_strdup (g_str_equal (value, "1") ? "Có" : "Không");
    case ANS_FIELD_TEXT:
    case ANS_FIELD_LONG_TEXT:
    case ANS_FIELD_NAME:
    case ANS_FIELD_IDENTIFIER:
    default:
      return g_strdup (value);
    }
}

static char *
parse_date (const AnsField *field, const char *typed, GError **error)
{
  AnsDate date;

  if (!ans_date_parse (typed, &date, error))
    return NULL;
  if (field->kind == ANS_FIELD_DATE && !ans_date_is_full (date))
    {
      g_set_error (error,
                   ANS_RECORD_ERROR,
                   ANS_RECORD_ERROR_BAD_VALUE,
                   _ ("“%s” is not a full date: type day, month and year, such as 05/03/2022."),
                   typed);
      return NULL;
    }
  return ans_date_to_iso (date);
}

static char *
parse_choice (const AnsField *field, const char *typed, GError **error)
{
  const AnsChoice *choice = ans_field_match_choice (field, typed);
  g_autoptr (GString) known = NULL;

  if (choice != NULL)
    return g_strdup (choice->code);
  known = g_string_new (NULL);
  for (guint i = 0; field->choices[i].code != NULL && i < 8; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", field->choices[i].label);
  g_set_error (error,
               ANS_RECORD_ERROR,
               ANS_RECORD_ERROR_BAD_VALUE,
               /* Translators: a value, the name of its field, the first values it may have */
               _ ("“%s” is not a value of “%s”. Possible: %s."),
               typed,
               field->title,
               known->str);
  return NULL;
}

/* Values between semicolons, bars or lines, put in the order of the choices. */
static char *
parse_choices (const AnsField *field, const char *typed, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (typed, ";|\n", -1);
  g_autoptr (GHashTable) chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) value = g_string_new (NULL);

  for (char **part = parts; *part != NULL; part++)
    {
      char *code;

      if (*g_strstrip (*part) == '\0')
        continue;
      code = parse_choice (field, *part, error);
      if (code == NULL)
        return NULL;
      g_hash_table_add (chosen, code);
    }
  for (const AnsChoice *choice = field->choices; choice->code != NULL; choice++)
    if (g_hash_table_contains (chosen, choice->code))
      g_string_append_printf (value, "%s%s", value->len > 0 ? "|" : "", choice->code);
  return g_string_free_and_steal (g_steal_pointer (&value));
}

static char *
parse_reference (AnsBook *book, const AnsField *field, const char *typed, GError **error)
{
  const AnsRegister *target = ans_register_find (field->target);
  gint64 id = ans_register_lookup (book, target, typed);

  if (id > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (id < 0)
    g_set_error (error,
                 ANS_RECORD_ERROR,
                 ANS_RECORD_ERROR_BAD_VALUE,
                 _ ("Several entries of “%s” are called “%s”. Give a code or number."),
                 target->title,
                 typed);
  else
    g_set_error (error,
                 ANS_RECORD_ERROR,
                 ANS_RECORD_ERROR_BAD_VALUE,
                 _ ("There is no “%s” in the register “%s”. Add it there first."),
                 typed,
                 target->title);
  return NULL;
}

static char *
parse_boolean (const AnsField *field, const char *typed, GError **error)
{
  g_autofree char *fold = ans_fold (typed);
  static const char *const yes[] = { "1", "co", "yes", "x", "true", "dung", "v", NULL };
  static const char *const no[] = { "0", "khong", "no", "false", "sai", "k", NULL };

  if (g_strv_contains (yes, fold))
    return g_strdup ("1");
  if (g_strv_contains (no, fold))
    return g_strdup ("0");
  g_set_error (error,
               ANS_RECORD_ERROR,
               ANS_RECORD_ERROR_BAD_VALUE,
               _ ("“%s” is neither yes nor no."),
               typed);
  return NULL;
}

static char *
parse_number (const char *typed, GError **error)
{
  gint64 number;

  if (!ans_number_parse (typed, &number, error))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
parse_decimal (const char *typed, GError **error)
{
  gint64 scaled;

  if (!ans_decimal_parse (typed, ANS_FIELD_DECIMALS, &scaled, error))
    return NULL;
  return ans_decimal_to_canonical (scaled, ANS_FIELD_DECIMALS);
}

char *
ans_field_parse (AnsBook *book, const AnsField *field, const char *typed, GError **error)
{
  g_autofree char *text = ans_normalize (typed != NULL ? typed : "");

  switch (field->kind)
    {
    case ANS_FIELD_CHOICE:
      return *text == '\0' ? g_strdup ("") : parse_choice (field, text, error);
    case ANS_FIELD_CHOICES:
      return *text == '\0' ? g_strdup ("") : parse_choices (field, text, error);
    case ANS_FIELD_REFERENCE:
      return *text == '\0' ? g_strdup ("") : parse_reference (book, field, text, error);
    case ANS_FIELD_DATE:
    case ANS_FIELD_PARTIAL_DATE:
      return *text == '\0' ? g_strdup ("") : parse_date (field, text, error);
    case ANS_FIELD_INTEGER:
    case ANS_FIELD_MONEY:
      return *text == '\0' ? g_strdup ("") : parse_number (text, error);
    case ANS_FIELD_DECIMAL:
      return *text == '\0' ? g_strdup ("") : parse_decimal (text, error);
    case ANS_FIELD_BOOLEAN:
      return *text == '\0' ? g_strdup ("") : parse_boolean (field, text, error);
    case ANS_FIELD_IDENTIFIER:
      return ans_personal_id_normalize (text);
    case ANS_FIELD_LONG_TEXT:
      return g_strstrip (g_utf8_normalize (typed != NULL ? typed : "", -1, G_NORMALIZE_NFC));
    case ANS_FIELD_TEXT:
    case ANS_FIELD_NAME:
    default:
      return g_steal_pointer (&text);
    }
}
