/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not data: letterheads, titles, names of villages over their rows, sums, closing sentences
 * and signatures. None of it may be added as a person; none of it is the officer's fault. */
#include <glib/gi18n.h>

#include "exchange/ans-import-scan.h"
#include "text/ans-fold.h"
#include "text/ans-name.h"

static void
skip (AnsImportRow *row, AnsImportVerdict verdict, const char *reason)
{
  row->verdict = verdict;
  g_set_str (&row->reason, reason);
}

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

static const char *const kinds[] = { "thôn", "thon",    "xóm", "làng", "tổ dân phố",
                                     "tdp",  "khu phố", "bản", "khu" };

/* The village's name at the start of @text; “BẮC SƠN” is typed in capitals for the eye only. */
static char *
take_village (const char *text, const char *ends)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ends, 2);
  g_autofree char *name = ans_normalize (parts[0]);
  g_autofree char *upper = g_utf8_strup (name, -1);

  if (*name == '\0' || g_utf8_strlen (name, -1) > 60)
    return NULL;
  return g_str_equal (upper, name) ? ans_name_title_case (name) : g_steal_pointer (&name);
}

char *
ans_import_village_of (const char *text)
{
  const char *bare = skip_number (text);
  g_autofree char *lower = NULL;

  while (*bare == '-' || *bare == '*' || *bare == '+' || *bare == ' ')
    bare++;
  lower = g_utf8_strdown (bare, -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (lower, kinds[i]))
      {
        const char *name = g_utf8_offset_to_pointer (bare, g_utf8_strlen (kinds[i], -1));

        if (*name != ' ' && *name != ':')
          continue;
        name += strspn (name, " :");
        return take_village (name, ":(;");
      }
  return NULL;
}

/* Words that a village is not called by, though “thôn” is beside them: nông thôn, trưởng thôn. */
static gboolean
is_no_village (const char *before)
{
  static const char *const words[] = { "nông", "trưởng", "phó", "các",    "mỗi",
                                       "từng", "toàn",   "cấp", "cán bộ", "theo" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (before, words[i]))
      return TRUE;
  return FALSE;
}

char *
ans_import_village_in (const char *text)
{
  static const char *const stops[] = {
    " xã ",    " phường ", " năm ", " tháng ", " quý ", " - ",
    " huyện ", " tỉnh ",   " tại ", " đến ",   " từ ",  " thuộc "
  };
  g_autofree char *normal = ans_normalize (text);
  g_autofree char *lower = g_utf8_strdown (normal, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) - 1; i++) /* not “khu” */
    {
      g_autofree char *word = g_strdup_printf (" %s ", kinds[i]);
      g_autofree char *colon = g_strdup_printf (" %s:", kinds[i]);
      const char *at = strstr (lower, word) != NULL ? strstr (lower, word) : strstr (lower, colon);
      g_autofree char *before = NULL;
      g_autofree char *rest = NULL;
      g_autofree char *lower_rest = NULL;
      gsize end;

      if (at == NULL)
        continue;
      before = g_strndup (lower, (gsize) (at - lower));
      if (is_no_village (before))
        continue;
      rest = g_strdup (g_utf8_offset_to_pointer (normal, g_utf8_pointer_to_offset (lower, at) +
                                                             g_utf8_strlen (word, -1)));
      g_strchug (rest);
      lower_rest = g_utf8_strdown (rest, -1);
      end = strlen (lower_rest);
      for (guint s = 0; s < G_N_ELEMENTS (stops); s++)
        {
          const char *stop = strstr (lower_rest, stops[s]);

          if (stop != NULL)
            end = MIN (end, (gsize) (stop - lower_rest));
        }
      lower_rest[end] = '\0';
      *g_utf8_offset_to_pointer (rest, g_utf8_strlen (lower_rest, -1)) = '\0';
      return take_village (rest, ":(;,./");
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

/* @folded is the text without marks, @marked with them. With its marks “Tổng cộng” differs from
 * Mr. Tống Công; without, only a row that says nothing of a person is taken for a sum. */
static gboolean
is_total (const char *folded, const char *marked, gboolean evidence)
{
  static const char *const plain[] = { "tong cong", "tong so",   "cong thon", "cong toan",
                                       "tong:",     "cong:",     "tong toan", "cong xom",
                                       "cong tdp",  "luy ke",    "cong khu",  "cong trang",
                                       "cong ho",   "mang sang", "cong mang", "chuyen sang",
                                       NULL };
  static const char *const sure[] = { "tổng cộng", "tổng số",   "cộng thôn",   "cộng toàn",
                                      "tổng:",     "cộng:",     "tổng toàn",   "cộng xóm",
                                      "cộng tdp",  "cộng khu",  "cộng trang",  "cộng hộ",
                                      "cộng mang", "mang sang", "chuyển sang", NULL };

  if (starts_with_any (marked, sure) || g_str_equal (marked, "cộng") ||
      g_str_equal (marked, "tổng"))
    return TRUE;
  return !evidence && (starts_with_any (folded, plain) || g_str_equal (folded, "cong") ||
                       g_str_equal (folded, "tong"));
}

static gboolean
is_footer (const char *folded)
{
  static const char *const beginnings[] = {
    "nguoi lap",     "ke toan",     "tm.",           "tm ",          "t/m",
    "kt.",           "tl.",         "chu tich",      "pho chu tich", "p. chu tich",
    "uy ban",        "ubnd",        "bang chu",      "ghi chu",      "(ky",
    "ky, ghi",       "ky ten",      "xac nhan",      "noi nhan",     "truong thon",
    "thu truong",    "cong chuc",   "ngay ",         "luu y",        "- luu",
    "lap bieu",      "nguoi duyet", "can bo lap",    "ban lanh dao", "dai dien",
    "nguoi kiem",    "kiem soat",   "danh sach nay", "danh sach co", "danh sach tren",
    "danh sach gom", "an dinh",     "trong do",      "bao gom",      "* ",
    "cong an",       NULL
  };

  return starts_with_any (folded, beginnings) ||
         (strstr (folded, "ngay") != NULL && strstr (folded, "thang") != NULL &&
          strstr (folded, "nam") != NULL);
}

static gboolean
is_footer_text (const char *text)
{
  g_autofree char *folded = ans_fold (text);

  return is_footer (folded);
}

GArray *
ans_import_evidence (AnsImport *import)
{
  static const struct
  {
    const char *target;
    guint min_digits;
    glong max_length;
  } evidence[] = {
    { "birth", 2, 12 },
    { ANS_TARGET_MALE, 4, 12 },
    { ANS_TARGET_FEMALE, 4, 12 },
    { ANS_TARGET_YEAR, 2, 12 },
    { "sex", 0, 6 },
    { "id_no", 3, 20 },
    { "old_id_no", 3, 20 },
    { "phone", 6, 25 },
    { "relation", 0, 20 },
    { "bhyt_no", 6, 25 },
  };
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (AnsImportEvidence));

  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++)
    {
      int column = ans_import_column_of (import, evidence[i].target);
      AnsImportEvidence found = { (guint) column, evidence[i].min_digits, evidence[i].max_length };

      if (column >= 0)
        g_array_append_val (columns, found);
    }
  return columns;
}

/* Whether the row says something about somebody beside a text: the line of a signature may stand in
 * the column of numbers, but it is no number. */
static gboolean
has_evidence (AnsImportScan *scan, const AnsRow *row)
{
  for (guint i = 0; i < scan->evidence->len; i++)
    {
      const AnsImportEvidence *evidence = &g_array_index (scan->evidence, AnsImportEvidence, i);
      const char *text = ans_row_get_text (row, evidence->column);
      glong length = *text != '\0' ? g_utf8_strlen (text, -1) : 0;

      /* A mark (x) says as much as a number. */
      if (length > 0 && length <= evidence->max_length &&
          (count_digits (text) >= evidence->min_digits || length == 1) &&
          (evidence->min_digits > 0 || length < 6 || !is_footer_text (text)))
        return TRUE;
    }
  return FALSE;
}

GHashTable *
ans_import_title_keys (const AnsRegister *reg)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const AnsHeaderTerm *terms = ans_import_terms (reg, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; terms[i].synonyms[k] != NULL; k++)
      g_hash_table_add (keys, ans_header_key (terms[i].synonyms[k]));
  return keys;
}

/* Whether the row has titles of columns, of whatever table. */
static gboolean
has_titles (AnsImportScan *scan, const AnsRow *row)
{
  guint titles = 0, others = 0;

  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i].text != '\0')
      {
        g_autofree char *key = ans_header_key (row->cells[i].text);

        if (row->cells[i].kind == ANS_CELL_TEXT && strlen (key) > 2 &&
            g_hash_table_contains (scan->title_keys, key))
          titles++;
        else
          others++;
      }
  return titles >= 3 && titles > others;
}

static gboolean
has_ordinal (AnsImportScan *scan, const AnsRow *row)
{
  return scan->ordinal_column >= 0 && *ans_row_get_text (row, (guint) scan->ordinal_column) != '\0';
}

/* A signature's name stands below it, where names of people stand. */
static gboolean
is_signer (AnsImportScan *scan, const AnsRow *row)
{
  return scan->is_below_signatures && !has_ordinal (scan, row);
}

/* “Danh sách có 34 hộ, 124 nhân khẩu.” in the column of names. */
static gboolean
is_sentence (AnsImportScan *scan, const AnsRow *row, const char *first, guint n_texts)
{
  return n_texts == 1 && ans_register_is (scan->import->reg, &ans_register_people) &&
         (count_digits (first) > 0 || strchr (first, ':') != NULL || strchr (first, ';') != NULL) &&
         (scan->ordinal_column < 0 ||
          count_digits (ans_row_get_text (row, (guint) scan->ordinal_column)) == 0 ||
          ans_row_get_text (row, (guint) scan->ordinal_column) == first);
}

static gboolean
any_footer (const AnsRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].kind == ANS_CELL_TEXT && is_footer_text (row->cells[i].text))
      return TRUE;
  return FALSE;
}

/* A village that is named above the list holds until another is. */
static void
look_for_village (AnsImportScan *scan, const AnsRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      char *village;

      if (row->cells[i].kind != ANS_CELL_TEXT)
        continue;
      village = ans_import_village_of (row->cells[i].text);
      if (village == NULL)
        village = ans_import_village_in (row->cells[i].text);
      if (village != NULL)
        {
          g_free (scan->village);
          scan->village = village;
          return;
        }
    }
}

static gboolean
is_of_header (AnsImportScan *scan, const AnsRow *row, AnsImportRow *out)
{
  const AnsHeader *header = scan->import->header;

  if (header == NULL)
    return FALSE;
  if (row->number < header->first_row)
    {
      look_for_village (scan, row);
      skip (out, ANS_IMPORT_TITLE, _ ("title above the list"));
      return TRUE;
    }
  if (row->number <= header->last_row || ans_header_is_repeat (header, row) ||
      (row->number <= scan->header_row + 2 && ans_header_is_numbering (row)))
    {
      scan->header_row = row->number;
      scan->other_table = 0;
      skip (out, ANS_IMPORT_HEADER, _ ("titles of the columns"));
      return TRUE;
    }
  return FALSE;
}

/* A row that says nothing of anybody: what it is instead. */
static gboolean
is_text_only (
    AnsImportScan *scan, const AnsRow *row, AnsImportRow *out, const char *first, guint n_texts)
{
  g_autofree char *village = n_texts <= 2 ? ans_import_village_of (first) : NULL;

  if (village != NULL)
    {
      g_free (scan->village);
      scan->village = g_steal_pointer (&village);
      g_clear_pointer (&scan->household, g_free);
      g_clear_pointer (&scan->household_village, g_free);
      scan->is_below_signatures = FALSE;
      skip (out, ANS_IMPORT_VILLAGE, _ ("name of a village"));
      return TRUE;
    }
  if (has_titles (scan, row))
    {
      scan->other_table = row->number;
      skip (out, ANS_IMPORT_HEADER, _ ("titles of another table"));
      return TRUE;
    }
  if (any_footer (row))
    {
      scan->is_below_signatures = TRUE;
      skip (out, ANS_IMPORT_TITLE, _ ("a note or signature"));
      return TRUE;
    }
  /* A single text that is not where names stand. */
  if (is_signer (scan, row) || is_sentence (scan, row, first, n_texts) ||
      (scan->has_name_column && *ans_row_get_text (row, scan->name_column) == '\0' &&
       ans_register_is (scan->import->reg, &ans_register_people) && n_texts == 1 &&
       !scan->has_household_column))
    {
      skip (out, ANS_IMPORT_TITLE, _ ("a note or signature"));
      return TRUE;
    }
  return FALSE;
}

gboolean
ans_import_is_furniture (AnsImportScan *scan, const AnsRow *row, AnsImportRow *out)
{
  guint n_texts;
  const char *first;
  gboolean evidence;

  if (is_of_header (scan, row, out))
    return TRUE;
  first = first_text (row, &n_texts);
  evidence = has_evidence (scan, row);
  if (first == NULL && !evidence)
    {
      skip (out, ANS_IMPORT_SKIPPED, _ ("holds numbers only"));
      return TRUE;
    }
  /* Sums are not numbered as people are. */
  if (first != NULL && (!evidence || !has_ordinal (scan, row) ||
                        ans_row_get_text (row, (guint) scan->ordinal_column) == first))
    {
      g_autofree char *folded = ans_fold (first);
      g_autofree char *marked = ans_fold_marks (first);

      if (is_total (folded, marked, evidence))
        {
          skip (out, ANS_IMPORT_TOTAL, _ ("a sum"));
          return TRUE;
        }
    }
  if (!evidence && is_text_only (scan, row, out, first, n_texts))
    return TRUE;
  if (scan->other_table != 0)
    {
      ans_import_row_reject (out,
                             _ ("Another table begins in row %u, with other columns. Put it on a "
                                "sheet of its own."),
                             scan->other_table);
      return FALSE;
    }
  scan->is_below_signatures = FALSE;
  return FALSE;
}
