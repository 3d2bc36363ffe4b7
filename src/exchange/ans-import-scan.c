/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From rows of the sheet to rows of the import: titles, villages, sums and data are told apart,
 * cells become values, and what a row leaves out is carried down from the rows above. */
#include <glib/gi18n.h>

#include "exchange/ans-import-private.h"
#include "registry/ans-choices.h"
#include "text/ans-date.h"
#include "text/ans-fold.h"
#include "text/ans-name.h"

typedef struct
{
  AnsImport *import;
  AnsJob *job;
  AnsImportMatcher *matcher;
  char *village;   /* of the rows that follow */
  char *household; /* key of the household of the rows that follow */
  char *household_head;
  gboolean household_has_head;
  guint n_households; /* without a code of their own */
  guint name_column;
  gboolean has_household_column;
  gboolean has_head_column;
  gboolean has_name_column;
  guint n_read;
} Scan;

static int
column_of (AnsImport *import, const char *target)
{
  for (guint i = 0; i < import->n_columns; i++)
    if (g_strcmp0 (import->mapping[i], target) == 0)
      return (int) i;
  return -1;
}

static const char *
value_of (AnsImport *import, AnsImportRow *row, const char *field)
{
  int i = ans_import_field_index (import->reg, field);

  return i >= 0 ? row->values[i] : NULL;
}

static void
set_value (AnsImport *import, AnsImportRow *row, const char *field, const char *value)
{
  int i = ans_import_field_index (import->reg, field);

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

static void
skip (AnsImportRow *row, AnsImportVerdict verdict, const char *reason)
{
  row->verdict = verdict;
  g_set_str (&row->reason, reason);
}

/* What kind of row it is. */

static gboolean
starts_with_any (const char *folded, const char *const *beginnings)
{
  for (guint i = 0; beginnings[i] != NULL; i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      return TRUE;
  return FALSE;
}

/* Skips “I.”, “2)”, “III -” in front of the name of a village. */
static const char *
skip_number (const char *text)
{
  gsize n = strspn (text, "IVXivx0123456789");

  if (n > 0 && (text[n] == '.' || text[n] == ')' || text[n] == '-' || text[n] == '/' ||
                g_ascii_isspace (text[n])))
    {
      text += n;
      while (*text != '\0' && strchr (".)-/ ", *text) != NULL)
        text++;
    }
  return text;
}

static char *
strip_count (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, ":(;", 2);

  return ans_normalize (parts[0]);
}

/* “I. Thôn Bắc Sơn (120 người)” → “Bắc Sơn”; NULL if @text is not the name of a village. */
static char *
village_of_heading (const char *text)
{
  static const char *const kinds[] = { "thôn ", "thon ", "xóm ", "làng ", "tổ dân phố ", "tdp ",
                                       "khu phố ", "bản ", "khu " };
  const char *bare = skip_number (text);
  g_autofree char *lower = g_utf8_strdown (bare, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (lower, kinds[i]))
      {
        glong n = g_utf8_strlen (kinds[i], -1);
        g_autofree char *name = strip_count (g_utf8_offset_to_pointer (bare, n));

        /* “THÔN BẮC SƠN” is typed in capitals for the eye only. */
        if (*name != '\0' && g_utf8_strlen (name, -1) <= 60)
          {
            g_autofree char *upper = g_utf8_strup (name, -1);

            return g_str_equal (upper, name) ? ans_name_title_case (name)
                                             : g_steal_pointer (&name);
          }
      }
  return NULL;
}

static const char *
first_text (const AnsRow *row, guint *n_texts)
{
  const char *first = NULL;

  *n_texts = 0;
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].kind == ANS_CELL_TEXT)
      {
        gsize n = strspn (row->cells[i].text, "IVXivx0123456789.) ");

        /* A roman number or an ordinal is not a text. */
        if (row->cells[i].text[n] == '\0')
          continue;
        if (first == NULL)
          first = row->cells[i].text;
        (*n_texts)++;
      }
  return first;
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text) != 0;
  return n;
}

/* Whether the row says something about somebody beside a text: the line of a signature may stand in
 * the column of numbers, but it is no number. */
static gboolean
has_evidence (Scan *scan, const AnsRow *row)
{
  static const struct
  {
    const char *target;
    guint min_digits;
    glong max_length;
  } evidence[] = {
    { "birth", 2, 12 },          { ANS_TARGET_MALE, 1, 12 }, { ANS_TARGET_FEMALE, 1, 12 },
    { ANS_TARGET_YEAR, 2, 12 },  { "sex", 0, 6 },            { "id_no", 3, 20 },
    { "old_id_no", 3, 20 },      { "phone", 6, 25 },         { "relation", 0, 20 },
    { "bhyt_no", 6, 25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++)
    {
      int column = column_of (scan->import, evidence[i].target);
      const char *text = column >= 0 ? ans_row_get_text (row, (guint) column) : "";

      /* A mark (x) says as much as a number. */
      if (*text != '\0' && g_utf8_strlen (text, -1) <= evidence[i].max_length &&
          (count_digits (text) >= evidence[i].min_digits || g_utf8_strlen (text, -1) == 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_total (const char *folded)
{
  static const char *const beginnings[] = { "tong cong", "tong so", "cong thon", "cong toan",
                                            "tong:",     "cong:",   "tong toan", "cong xom",
                                            "cong tdp",  "luy ke",  "cong khu",  NULL };

  return starts_with_any (folded, beginnings) || g_str_equal (folded, "cong") ||
         g_str_equal (folded, "tong");
}

static gboolean
is_footer (const char *folded)
{
  static const char *const beginnings[] = {
    "nguoi lap", "ke toan",   "tm.",     "kt.",     "chu tich", "pho chu tich", "uy ban",
    "ubnd",      "bang chu",  "ghi chu", "(ky",     "ky, ghi",  "xac nhan",     "noi nhan",
    "tong so:",  "truong thon", "thu truong", "cong chuc", "ngay ", "luu y", "- luu", NULL
  };

  return starts_with_any (folded, beginnings) ||
         (strstr (folded, "ngay") != NULL && strstr (folded, "thang") != NULL &&
          strstr (folded, "nam") != NULL);
}

/* TRUE if the row is not data; its verdict is set. */
static gboolean
is_furniture (Scan *scan, const AnsRow *row, AnsImportRow *out)
{
  const AnsHeader *header = scan->import->header;
  guint n_texts;
  const char *first = first_text (row, &n_texts);
  g_autofree char *folded = NULL;
  g_autofree char *village = NULL;

  if (header != NULL && row->number < header->first_row)
    {
      skip (out, ANS_IMPORT_TITLE, _ ("title above the list"));
      return TRUE;
    }
  if (header != NULL &&
      (row->number <= header->last_row || ans_header_is_repeat (header, row) ||
       (row->number <= header->last_row + 2 && ans_header_is_numbering (row))))
    {
      skip (out, ANS_IMPORT_HEADER, _ ("titles of the columns"));
      return TRUE;
    }
  if (first == NULL)
    {
      if (has_evidence (scan, row))
        return FALSE;
      skip (out, ANS_IMPORT_SKIPPED, _ ("holds numbers only"));
      return TRUE;
    }
  if (has_evidence (scan, row))
    return FALSE;

  folded = ans_fold (first);
  if (is_total (folded))
    {
      skip (out, ANS_IMPORT_TOTAL, _ ("a sum"));
      return TRUE;
    }
  village = n_texts <= 2 ? village_of_heading (first) : NULL;
  if (village != NULL)
    {
      g_free (scan->village);
      scan->village = g_steal_pointer (&village);
      g_clear_pointer (&scan->household, g_free);
      skip (out, ANS_IMPORT_VILLAGE, _ ("name of a village"));
      return TRUE;
    }
  if (is_footer (folded))
    {
      skip (out, ANS_IMPORT_TITLE, _ ("a note or signature"));
      return TRUE;
    }
  /* A single text that is not where names stand. */
  if (scan->has_name_column && *ans_row_get_text (row, scan->name_column) == '\0' &&
      scan->import->reg == &ans_register_people && n_texts == 1 && !scan->has_household_column)
    {
      skip (out, ANS_IMPORT_TITLE, _ ("a note or signature"));
      return TRUE;
    }
  return FALSE;
}

/* Values. */

static void
add_to_note (AnsImport *import, AnsImportRow *row, const char *text)
{
  const char *present = value_of (import, row, "note");

  if (ans_import_field_index (import->reg, "note") < 0)
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
take_field (Scan *scan, AnsImportRow *row, const char *name, const AnsCell *cell, guint column,
            gboolean append)
{
  AnsImport *import = scan->import;
  const AnsField *field = ans_register_get_field (import->reg, name);
  AnsImportCell result = ans_import_cell_read (import->book, field, cell);
  const char *present = value_of (import, row, name);

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

          set_value (import, row, name, both);
        }
      else if (g_str_equal (name, "id_no") && strlen (result.value) == 9 &&
               ans_import_field_index (import->reg, "old_id_no") >= 0)
        set_value (import, row, "old_id_no", result.value);
      else if (g_str_equal (name, "note") && present != NULL)
        add_to_note (import, row, result.value);
      else
        set_value (import, row, name, result.value);
    }
  ans_import_cell_clear (&result);
}

/* A cell under Nam or Nữ says the sex, and, unless it is a mark, the birth. */
static void
take_sex_column (Scan *scan, AnsImportRow *row, const AnsCell *cell, guint column,
                 const char *sex)
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
    take_field (scan, row, "birth", cell, column, FALSE);
}

static void
take_date_parts (Scan *scan, const AnsRow *source, AnsImportRow *row)
{
  static const char *const targets[] = { ANS_TARGET_DAY, ANS_TARGET_MONTH, ANS_TARGET_YEAR };
  int parts[3] = { 0, 0, 0 };
  AnsDate date;

  if (column_of (scan->import, ANS_TARGET_YEAR) < 0)
    return;
  for (guint i = 0; i < 3; i++)
    {
      int column = column_of (scan->import, targets[i]);
      const char *text = column >= 0 ? ans_row_get_text (source, (guint) column) : "";
      char *end;

      parts[i] = (int) g_ascii_strtoll (text, &end, 10);
      if (*g_strchug (end) != '\0')
        {
          g_autofree char *reason = g_strdup_printf (_ ("“%s” is not a date."), text);

          reject (row, reason);
          return;
        }
    }
  if (parts[2] == 0)
    return;
  date = (AnsDate){ .year = (guint16) parts[2],
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
take_cells (Scan *scan, const AnsRow *source, AnsImportRow *row)
{
  AnsImport *import = scan->import;

  for (guint i = 0; i < import->n_columns; i++)
    {
      const char *target = import->mapping[i];
      const AnsCell *cell = ans_row_get_cell (source, i);

      if (target == NULL || cell->kind == ANS_CELL_EMPTY)
        continue;
      if (ans_import_is_owned (import->reg) && (g_str_equal (target, ANS_TARGET_MALE) ||
                                                g_str_equal (target, ANS_TARGET_FEMALE)))
        take_birth_of_head (row, cell);
      else if (g_str_equal (target, ANS_TARGET_MALE))
        take_sex_column (scan, row, cell, i, ANS_SEX_MALE);
      else if (g_str_equal (target, ANS_TARGET_FEMALE))
        take_sex_column (scan, row, cell, i, ANS_SEX_FEMALE);
      else if (g_str_equal (target, ANS_TARGET_HEAD_NAME) ||
               (import->reg == &ans_register_households && g_str_equal (target, "head")))
        {
          g_autofree char *note = NULL;

          g_free (row->head_name);
          row->head_name = ans_import_cell_text (cell, &note);
          ans_import_row_add_note (row, i, note);
        }
      else if (g_str_equal (target, "village"))
        {
          g_autofree char *note = NULL;
          g_autofree char *text = ans_import_cell_text (cell, &note);

          ans_import_row_add_note (row, i, note);
          g_free (row->village);
          row->village = village_of_heading (text);
          if (row->village == NULL && *text != '\0')
            row->village = g_steal_pointer (&text);
        }
      else if (g_str_has_suffix (target, "+"))
        {
          g_autofree char *name = g_strndup (target, strlen (target) - 1);

          take_field (scan, row, name, cell, i, TRUE);
        }
      else if (ans_register_get_field (import->reg, target) != NULL)
        take_field (scan, row, target, cell, i, FALSE);
    }
  take_date_parts (scan, source, row);
}

/* What other cells of the row say beyond doubt. */
static void
derive_sex (Scan *scan, AnsImportRow *row)
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
derive_birth (Scan *scan, AnsImportRow *row)
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
derive_village (Scan *scan, AnsImportRow *row)
{
  const char *address = value_of (scan->import, row, "address");

  if (row->village == NULL && address != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (address, ",", -1);

      for (guint i = 0; parts[i] != NULL && row->village == NULL; i++)
        row->village = village_of_heading (g_strstrip (parts[i]));
    }
  if (row->village == NULL)
    row->village = g_strdup (scan->village);
}

/* Which household of the file the row belongs to. Only its first row may carry the code. */
static void
follow_household (Scan *scan, AnsImportRow *row)
{
  AnsImport *import = scan->import;
  const char *code = value_of (import, row, "household");
  const char *relation = value_of (import, row, "relation");
  gboolean is_head = g_strcmp0 (relation, ANS_RELATION_HEAD) == 0;
  gboolean begins = FALSE;

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
          scan->household = g_strdup_printf ("%s\t#%u",
                                             row->village != NULL ? row->village : "",
                                             ++scan->n_households);
        }
      g_set_str (&scan->household_head, row->head_name);
      scan->household_has_head = FALSE;
      /* The first of a household that only has a code is its head. */
      if (relation == NULL && row->head_name == NULL && column_of (import, "relation") < 0)
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
  row->household = g_strdup (scan->household);
  set_value (import, row, "household", NULL);
}

static void
read_data_row (Scan *scan, const AnsRow *source, AnsImportRow *row)
{
  AnsImport *import = scan->import;

  take_cells (scan, source, row);
  if (import->reg == &ans_register_people)
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
  if (ans_import_field_index (import->reg, "village") >= 0)
    derive_village (scan, row);
  if (ans_import_is_owned (import->reg))
    {
      if (row->village == NULL)
        row->village = g_strdup (scan->village);
      ans_import_find_owner (import, row);
    }
  ans_import_take_constants (import, row);
  if (import->reg == &ans_register_people && (scan->has_household_column ||
                                               scan->has_head_column ||
                                               column_of (import, "relation") >= 0))
    follow_household (scan, row);
}

static gboolean
take_row (const AnsRow *source, gpointer data)
{
  Scan *scan = data;
  AnsImport *import = scan->import;
  AnsImportRow *row = ans_import_row_new (import, source->number);

  for (guint i = 0; i < source->n_cells; i++)
    if (source->cells[i].column < import->n_columns)
      row->cells[source->cells[i].column] = g_strdup (source->cells[i].text);

  row->verdict = ANS_IMPORT_N_VERDICTS; /* undecided */
  if (!is_furniture (scan, source, row))
    {
      read_data_row (scan, source, row);
      if (row->verdict != ANS_IMPORT_REJECTED)
        ans_import_matcher_decide (scan->matcher, row);
    }
  import->counts[row->verdict]++;
  g_ptr_array_add (import->rows, row);

  if (++scan->n_read % 200 == 0)
    {
      g_autofree char *status = g_strdup_printf (
          ngettext ("%u row read", "%u rows read", scan->n_read), scan->n_read);

      return ans_job_report (scan->job, ans_workbook_get_fraction (import->workbook), status);
    }
  return TRUE;
}

gboolean
ans_import_scan (AnsImport *self, AnsJob *job, GError **error)
{
  Scan scan = { .import = self, .job = job };
  int name = column_of (self, "full_name");
  gboolean done;

  scan.has_name_column = name >= 0;
  scan.name_column = name >= 0 ? (guint) name : 0;
  scan.has_household_column = column_of (self, "household") >= 0;
  scan.has_head_column = column_of (self, ANS_TARGET_HEAD_NAME) >= 0;
  scan.matcher = ans_import_matcher_new (self);
  done = ans_workbook_read_sheet (self->workbook,
                                  self->sheet,
                                  take_row,
                                  &scan,
                                  job != NULL ? ans_job_get_cancellable (job) : NULL,
                                  error);
  if (done && job != NULL &&
      g_cancellable_set_error_if_cancelled (ans_job_get_cancellable (job), error))
    done = FALSE;
  ans_import_matcher_free (scan.matcher);
  g_free (scan.village);
  g_free (scan.household);
  g_free (scan.household_head);
  return done;
}
