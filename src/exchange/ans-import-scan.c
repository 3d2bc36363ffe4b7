/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From rows of the sheet to rows of the import: titles, villages, sums and data are told apart,
 * cells become values, and what a row leaves out is carried down from the rows above. */
#include <glib/gi18n.h>

#include "exchange/ans-import-feed.h"
#include "exchange/ans-import-scan.h"
#include "exchange/ans-read-ahead.h"
#include "registry/ans-choices.h"
#include "text/ans-date.h"
#include "text/ans-fold.h"
#include "text/ans-name.h"

int
ans_import_column_of (AnsImport *import, const char *target)
{
  for (guint i = 0; i < import->n_columns; i++)
    if (g_strcmp0 (import->mapping[i], target) == 0)
      return (int) i;
  return -1;
}

static const char *
value_of (AnsImport *import, AnsImportRow *row, const char *field)
{
  int i = ans_import_field_index (import, field);

  return i >= 0 ? row->values[i] : NULL;
}

static void
set_value (AnsImport *import, AnsImportRow *row, const char *field, const char *value)
{
  int i = ans_import_field_index (import, field);

  if (i >= 0)
    g_set_str (&row->values[i], value);
}

static void
reject (AnsImportRow *row, const char *reason)
{
  if (row->verdict == ANS_IMPORT_REJECTED && row->reason != NULL)
    {
      char *both = g_strdup_printf ("%s %s", row->reason, reason);

      g_free (row->reason);
      row->reason = both;
      return;
    }
  row->verdict = ANS_IMPORT_REJECTED;
  g_set_str (&row->reason, reason);
}

/* Values. */

static void
add_to_note (AnsImport *import, AnsImportRow *row, const char *text)
{
  const char *present = value_of (import, row, "note");

  if (ans_import_field_index (import, "note") < 0)
    {
      ans_import_row_add_warning (row, text);
      return;
    }
  if (present == NULL)
    set_value (import, row, "note", text);
  else
    {
      g_autofree char *both = g_strdup_printf ("%s; %s", present, text);

      set_value (import, row, "note", both);
    }
}

static void
take_field (AnsImportScan *scan,
            AnsImportRow *row,
            const AnsField *field,
            int index,
            const AnsCell *cell,
            guint column,
            gboolean append)
{
  AnsImport *import = scan->import;
  AnsImportCell result = ans_import_cell_read (import->book, scan->memo, field, cell);
  const char *present = row->values[index];

  if (result.error != NULL)
    reject (row, result.error);
  if (result.leftover != NULL)
    add_to_note (import, row, result.leftover);
  ans_import_row_add_note (row, column, result.note);
  if (result.value != NULL && *result.value != '\0')
    {
      if (append && present != NULL)
        {
          g_autofree char *both = g_strdup_printf ("%s %s", present, result.value);

          g_set_str (&row->values[index], both);
        }
      else if (field->kind == ANS_FIELD_IDENTIFIER && strlen (result.value) == 9 &&
               g_str_equal (field->name, "id_no") &&
               ans_import_field_index (import, "old_id_no") >= 0)
        set_value (import, row, "old_id_no", result.value);
      else if (present != NULL && g_str_equal (field->name, "note"))
        add_to_note (import, row, result.value);
      else
        {
          g_free (row->values[index]);
          row->values[index] = g_steal_pointer (&result.value);
        }
    }
  ans_import_cell_clear (&result);
}

/* A cell under Nam or Nữ says the sex, and, unless it is a mark, the birth. */
static void
take_sex_column (
    AnsImportScan *scan, AnsImportRow *row, const AnsCell *cell, guint column, const char *sex)
{
  g_autofree char *text = ans_import_cell_text (cell, NULL);
  g_autofree char *folded = ans_fold (text);

  if (*folded == '\0' || g_str_equal (folded, "-") || g_str_equal (folded, "0"))
    return;
  if (value_of (scan->import, row, "sex") != NULL &&
      g_strcmp0 (value_of (scan->import, row, "sex"), sex) != 0)
    {
      reject (row, _ ("Both columns, Nam and Nữ, are filled in."));
      return;
    }
  set_value (scan->import, row, "sex", sex);
  if (!g_str_equal (folded, "x") && !g_str_equal (folded, "1") && !g_str_equal (folded, "v") &&
      !g_str_equal (folded, "nam") && !g_str_equal (folded, "nu"))
    {
      int birth = ans_import_field_index (scan->import, "birth");

      take_field (scan, row, &scan->import->reg->fields[birth], birth, cell, column, FALSE);
    }
}

static void
take_date_parts (AnsImportScan *scan, const AnsRow *source, AnsImportRow *row)
{
  static const char *const targets[] = { ANS_TARGET_DAY, ANS_TARGET_MONTH, ANS_TARGET_YEAR };
  int parts[3] = { 0, 0, 0 };
  AnsDate date;

  if (scan->year_column < 0)
    return;
  for (guint i = 0; i < 3; i++)
    {
      int column = ans_import_column_of (scan->import, targets[i]);
      const char *text = column >= 0 ? ans_row_get_text (source, (guint) column) : "";
      char *end;

      parts[i] = (int) g_ascii_strtoll (text, &end, 10);
      while (g_ascii_isspace (*end))
        end++;
      if (*end != '\0')
        {
          g_autofree char *reason = g_strdup_printf (_ ("“%s” is not a date."), text);

          reject (row, reason);
          return;
        }
    }
  if (parts[2] == 0)
    return;
  date = (AnsDate) { .year = (guint16) parts[2],
                     .month = (guint8) parts[1],
                     .day = (guint8) parts[0] };
  if (!ans_date_is_valid (date))
    {
      g_autofree char *reason =
          g_strdup_printf (_ ("There is no day %d/%d/%d."), parts[0], parts[1], parts[2]);

      reject (row, reason);
    }
  else
    {
      g_autofree char *iso = ans_date_to_iso (date);

      set_value (scan->import, row, "birth", iso);
    }
}

static AnsImportColumn
column_for (AnsImport *import, const char *target)
{
  gboolean more = target != NULL && g_str_has_suffix (target, "+");
  g_autofree char *name =
      target != NULL ? g_strndup (target, strlen (target) - (more ? 1 : 0)) : NULL;
  AnsImportColumn column = { .index = name != NULL ? ans_import_field_index (import, name) : -1 };

  if (column.index >= 0)
    column.field = &import->reg->fields[column.index];
  if (target == NULL)
    column.take = ANS_IMPORT_TAKE_NOTHING;
  else if (ans_import_is_owned (import->reg) &&
           (g_str_equal (target, ANS_TARGET_MALE) || g_str_equal (target, ANS_TARGET_FEMALE)))
    column.take = ANS_IMPORT_TAKE_BIRTH_OF_HEAD;
  else if (g_str_equal (target, ANS_TARGET_MALE))
    column.take = ANS_IMPORT_TAKE_MALE;
  else if (g_str_equal (target, ANS_TARGET_FEMALE))
    column.take = ANS_IMPORT_TAKE_FEMALE;
  else if (g_str_equal (target, ANS_TARGET_HEAD_NAME) ||
           (ans_register_is (import->reg, &ans_register_households) &&
            g_str_equal (target, "head")))
    column.take = ANS_IMPORT_TAKE_HEAD;
  else if (g_str_equal (target, "village"))
    column.take = ANS_IMPORT_TAKE_VILLAGE;
  else if (column.field != NULL)
    column.take = more ? ANS_IMPORT_TAKE_MORE : ANS_IMPORT_TAKE_FIELD;
  return column;
}

static void
take_head (AnsImportRow *row, const AnsCell *cell, guint column)
{
  g_autofree char *note = NULL;

  g_free (row->head_name);
  row->head_name = ans_import_cell_text (cell, &note);
  ans_import_row_add_note (row, column, note);
}

static void
take_village (AnsImportScan *scan, AnsImportRow *row, const AnsCell *cell, guint column)
{
  const char *known = ans_import_memo_village (scan->memo, cell);
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;

  g_clear_pointer (&row->village, g_free);
  if (known != NULL)
    {
      row->village = g_strdup (known);
      return;
    }
  text = ans_import_cell_text (cell, &note);
  ans_import_row_add_note (row, column, note);
  row->village = ans_import_village_of (text);
  if (row->village == NULL && *text != '\0')
    row->village = g_steal_pointer (&text);
  if (row->village != NULL && note == NULL)
    ans_import_memo_set_village (scan->memo, cell, row->village);
}

static void
take_birth_of_head (AnsImportRow *row, const AnsCell *cell)
{
  g_autofree char *text = ans_import_cell_text (cell, NULL);
  AnsDate date;

  if (ans_date_parse (text, &date, NULL))
    {
      g_free (row->head_birth);
      row->head_birth = ans_date_to_iso (date);
    }
}

static void
take_cells (AnsImportScan *scan, const AnsRow *source, AnsImportRow *row)
{
  for (guint i = 0; i < scan->import->n_columns; i++)
    {
      const AnsImportColumn *column = &scan->columns[i];
      AnsCell place;
      const AnsCell *cell = column->take != ANS_IMPORT_TAKE_NOTHING
                                ? ans_import_carry (scan, source, i, &place)
                                : NULL;

      if (cell == NULL || cell->kind == ANS_CELL_EMPTY)
        continue;
      switch (column->take)
        {
        case ANS_IMPORT_TAKE_MALE:
          take_sex_column (scan, row, cell, i, ANS_SEX_MALE);
          break;
        case ANS_IMPORT_TAKE_FEMALE:
          take_sex_column (scan, row, cell, i, ANS_SEX_FEMALE);
          break;
        case ANS_IMPORT_TAKE_BIRTH_OF_HEAD:
          take_birth_of_head (row, cell);
          break;
        case ANS_IMPORT_TAKE_HEAD:
          take_head (row, cell, i);
          break;
        case ANS_IMPORT_TAKE_VILLAGE:
          take_village (scan, row, cell, i);
          break;
        case ANS_IMPORT_TAKE_FIELD:
        case ANS_IMPORT_TAKE_MORE:
          take_field (scan, row, column->field, column->index, cell, i,
                      column->take == ANS_IMPORT_TAKE_MORE);
          break;
        case ANS_IMPORT_TAKE_NOTHING:
        default:
          break;
        }
    }
  take_date_parts (scan, source, row);
}

/* What other cells of the row say beyond doubt. */
static void
derive_sex (AnsImportScan *scan, AnsImportRow *row)
{
  static const char *const female[] = { "VO", "CON_DAU", "ME", "BA", "CHI", NULL };
  static const char *const male[] = { "CHONG", "CON_RE", "CHA", "ONG", "ANH", NULL };
  const char *id_no = value_of (scan->import, row, "id_no");
  const char *relation = value_of (scan->import, row, "relation");
  const char *sex = NULL;

  if (value_of (scan->import, row, "sex") != NULL)
    return;
  if (id_no != NULL && strlen (id_no) == 12)
    sex = (id_no[3] - '0') % 2 == 0 ? ANS_SEX_MALE : ANS_SEX_FEMALE;
  else if (relation != NULL && g_strv_contains (female, relation))
    sex = ANS_SEX_FEMALE;
  else if (relation != NULL && g_strv_contains (male, relation))
    sex = ANS_SEX_MALE;
  if (sex != NULL)
    {
      set_value (scan->import, row, "sex", sex);
      ans_import_row_add_warning (
          row, _ ("The sex is not given: taken from the personal number or the relation."));
    }
}

static void
derive_birth (AnsImportScan *scan, AnsImportRow *row)
{
  const char *id_no = value_of (scan->import, row, "id_no");
  g_autofree char *year = NULL;

  if (value_of (scan->import, row, "birth") != NULL || id_no == NULL || strlen (id_no) != 12)
    return;
  year = g_strdup_printf ("%d%.2s", 19 + (id_no[3] - '0') / 2, id_no + 4);
  set_value (scan->import, row, "birth", year);
  ans_import_row_add_warning (
      row, _ ("The birth is not given: its year was taken from the personal number."));
}

/* “Thôn Bắc Sơn, xã Hoằng Phụ” as an address names the village. */
static void
derive_village (AnsImportScan *scan, AnsImportRow *row)
{
  const char *address = value_of (scan->import, row, "address");

  if (row->village == NULL && address != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (address, ",", -1);

      for (guint i = 0; parts[i] != NULL && row->village == NULL; i++)
        row->village = ans_import_village_of (g_strstrip (parts[i]));
    }
  if (row->village == NULL)
    row->village = g_strdup (scan->village);
}

/* Which household of the file the row belongs to. Only its first row may carry the code. */
static void
follow_household (AnsImportScan *scan, AnsImportRow *row)
{
  AnsImport *import = scan->import;
  const char *code = value_of (import, row, "household");
  const char *relation = value_of (import, row, "relation");
  gboolean is_head = g_strcmp0 (relation, ANS_RELATION_HEAD) == 0;
  gboolean begins = FALSE;

  /* A code that goes on goes on in its village. */
  if (code != NULL && row->village == NULL && scan->household != NULL &&
      g_strcmp0 (strchr (scan->household, '\t') + 1, code) == 0)
    row->village = g_strdup (scan->household_village);
  if (code != NULL)
    {
      g_autofree char *key =
          g_strdup_printf ("%s\t%s", row->village != NULL ? row->village : "", code);

      begins = g_strcmp0 (key, scan->household) != 0;
      if (begins)
        {
          g_free (scan->household);
          scan->household = g_steal_pointer (&key);
        }
    }
  else if (row->head_name != NULL && g_strcmp0 (row->head_name, scan->household_head) != 0)
    begins = TRUE;
  else if (is_head && (scan->household == NULL || scan->household_has_head))
    begins = TRUE;

  if (begins)
    {
      if (code == NULL)
        {
          g_free (scan->household);
          scan->household = g_strdup_printf ("%s\t#%u", row->village != NULL ? row->village : "",
                                             ++scan->n_households);
        }
      g_set_str (&scan->household_head, row->head_name);
      g_set_str (&scan->household_village, row->village);
      scan->household_has_head = FALSE;
      /* The first of a household that only has a code is its head. */
      if (relation == NULL && row->head_name == NULL && scan->relation_column < 0)
        {
          set_value (import, row, "relation", ANS_RELATION_HEAD);
          is_head = TRUE;
        }
    }
  if (row->head_name != NULL && relation == NULL &&
      g_strcmp0 (value_of (import, row, "full_name"), row->head_name) == 0)
    {
      set_value (import, row, "relation", ANS_RELATION_HEAD);
      is_head = TRUE;
    }
  if (is_head)
    {
      if (scan->household_has_head)
        {
          set_value (import, row, "relation", "KHAC");
          ans_import_row_add_warning (
              row, _ ("The household has a head already: the relation was set to “Khác”."));
        }
      scan->household_has_head = TRUE;
    }
  /* Only the first row of a household may say where it is. */
  if (row->village == NULL && scan->household != NULL)
    row->village = g_strdup (scan->household_village);
  row->household = g_strdup (scan->household);
  set_value (import, row, "household", NULL);
}

static void
read_data_row (AnsImportScan *scan, const AnsRow *source, AnsImportRow *row)
{
  AnsImport *import = scan->import;

  take_cells (scan, source, row);
  if (ans_register_is (import->reg, &ans_register_people))
    {
      /* A list of heads only. */
      if (!scan->has_name_column && row->head_name != NULL)
        {
          set_value (import, row, "full_name", row->head_name);
          if (value_of (import, row, "relation") == NULL)
            set_value (import, row, "relation", ANS_RELATION_HEAD);
        }
      derive_sex (scan, row);
      derive_birth (scan, row);
    }
  if (ans_import_field_index (import, "village") >= 0)
    derive_village (scan, row);
  if (ans_import_is_owned (import->reg))
    {
      if (row->village == NULL)
        row->village = g_strdup (scan->village);
      ans_import_find_owner (import, row);
    }
  ans_import_take_constants (import, row);
  if (ans_register_is (import->reg, &ans_register_people) &&
      (scan->has_household_column || scan->has_head_column || scan->relation_column >= 0))
    follow_household (scan, row);
}

static gboolean
take_row (const AnsRow *source, gpointer data)
{
  AnsImportScan *scan = data;
  AnsImport *import = scan->import;
  AnsImportRow *row = ans_import_row_new (import, source->number);

  ans_import_row_take_cells (row, source);
  row->verdict = ANS_IMPORT_N_VERDICTS; /* undecided */
  if (!ans_import_is_furniture (scan, source, row) && row->verdict != ANS_IMPORT_REJECTED)
    {
      if (source->is_hidden)
        ans_import_row_add_warning (row, _ ("The row is hidden in the sheet."));
      read_data_row (scan, source, row);
      if (row->verdict != ANS_IMPORT_REJECTED)
        ans_import_matcher_decide (scan->matcher, row);
    }
  import->counts[row->verdict]++;
  g_ptr_array_add (import->rows, row);
  if (import->feed != NULL && !ans_import_feed_add (import->feed, row))
    return FALSE;

  if (++scan->n_read % 200 == 0)
    {
      g_autofree char *status =
          g_strdup_printf (ngettext ("%u row read", "%u rows read", scan->n_read), scan->n_read);

      return ans_job_report (scan->job, scan->fraction, status);
    }
  return TRUE;
}

/* “Thôn Bắc Sơn” as the name of the sheet, or the bare name of a village of the book. */
static char *
village_of_sheet (AnsImport *self)
{
  const char *name = ans_import_get_sheet_name (self, self->sheet);
  char *village = ans_import_village_of (name);

  if (village == NULL && strspn (name, "0123456789 ") < strlen (name) &&
      ans_register_lookup (self->book, &ans_register_villages, name) > 0)
    village = ans_normalize (name);
  return village;
}

gboolean
ans_import_scan (AnsImport *self, AnsJob *job, GError **error)
{
  AnsImportScan scan = { .import = self, .job = job };
  int name = ans_import_column_of (self, "full_name");
  gboolean done;
  /* While it stands at a row, questions to the book need no transaction, with its locks of the
   * file, of their own. */
  g_autoptr (AnsStatement) reading = ans_connection_prepare (ans_book_get_connection (self->book),
                                                             "SELECT one FROM journal_state", NULL);

  if (reading != NULL)
    ans_statement_step (reading, NULL);
  scan.has_name_column = name >= 0;
  scan.name_column = name >= 0 ? (guint) name : 0;
  scan.has_household_column = ans_import_column_of (self, "household") >= 0;
  scan.has_head_column = ans_import_column_of (self, ANS_TARGET_HEAD_NAME) >= 0;
  scan.ordinal_column = -1;
  for (guint i = 0; self->header != NULL && i < self->header->columns->len; i++)
    {
      const AnsHeaderColumn *column = self->header->columns->pdata[i];

      if (column->is_ordinal && scan.ordinal_column < 0)
        scan.ordinal_column = (int) column->column;
    }
  scan.layout = ans_workbook_get_layout (self->workbook, self->sheet, NULL, NULL);
  scan.title_keys = ans_import_title_keys (self->reg);
  ans_import_carry_init (&scan);
  scan.columns = g_new0 (AnsImportColumn, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    scan.columns[i] = column_for (self, self->mapping[i]);
  scan.evidence = ans_import_evidence (self);
  scan.relation_column = ans_import_column_of (self, "relation");
  scan.year_column = ans_import_column_of (self, ANS_TARGET_YEAR);
  if (ans_import_field_index (self, "village") >= 0)
    scan.village = village_of_sheet (self);
  scan.matcher = ans_import_matcher_new (self);
  scan.memo = ans_import_memo_new ();
  done = ans_read_ahead (self->workbook, self->sheet, take_row, &scan, &scan.fraction,
                         job != NULL ? ans_job_get_cancellable (job) : NULL, error);
  if (done && job != NULL &&
      g_cancellable_set_error_if_cancelled (ans_job_get_cancellable (job), error))
    done = FALSE;
  ans_import_matcher_free (scan.matcher);
  ans_import_memo_free (scan.memo);
  ans_import_carry_clear (&scan);
  g_hash_table_unref (scan.title_keys);
  g_array_unref (scan.evidence);
  g_free (scan.columns);
  g_free (scan.village);
  g_free (scan.household_village);
  g_free (scan.household);
  g_free (scan.household_head);
  return done;
}
