/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-listing-table.h"

#include "document/ans-document.h"
#include "text/ans-number.h"

/* Rows read from the book at a time. */
#define CHUNK_ROWS 512

struct _AnsListingTable
{
  GObject parent_instance;

  AnsListing *listing;
  AnsListingResult *result;
  GArray *columns;         /* AnsTableColumn */
  GPtrArray *sources;      /* AnsListingColumn of each, NULL for TT and Ký nhận */
  GPtrArray *column_ids;   /* asked of the listing, NULL-terminated */
  GPtrArray *titles;       /* owned strings of groups and totals */
  GArray *groups;          /* AnsTableGroup */
  AnsTableTotal total;
  gboolean is_summed;
  GPtrArray *sums;         /* const char ** of each group, then of the whole list */
  guint chunk_start;
  GPtrArray *chunk;        /* char ** of each row */
};

static void table_source_init (AnsTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsListingTable, ans_listing_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_TABLE_SOURCE, table_source_init))

static void
ans_listing_table_finalize (GObject *object)
{
  AnsListingTable *self = ANS_LISTING_TABLE (object);

  g_clear_object (&self->listing);
  g_clear_pointer (&self->result, ans_listing_result_unref);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->column_ids);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->groups);
  g_ptr_array_unref (self->sums);
  g_ptr_array_unref (self->chunk);
  G_OBJECT_CLASS (ans_listing_table_parent_class)->finalize (object);
}

static void
ans_listing_table_class_init (AnsListingTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ans_listing_table_finalize;
}

static void
ans_listing_table_init (AnsListingTable *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (AnsTableColumn));
  self->sources = g_ptr_array_new ();
  self->column_ids = g_ptr_array_new ();
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_array_new (FALSE, TRUE, sizeof (AnsTableGroup));
  self->sums = g_ptr_array_new_with_free_func (g_free);
  self->chunk = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static AnsColumnKind
kind_of (const AnsListingColumn *column)
{
  switch (column->kind)
    {
    case ANS_FIELD_INTEGER:
      return (column->flags & ANS_FIELD_YEAR) != 0 ? ANS_COLUMN_PARTIAL_DATE : ANS_COLUMN_INTEGER;
    case ANS_FIELD_MONEY:
      return ANS_COLUMN_MONEY;
    case ANS_FIELD_DECIMAL:
      return ANS_COLUMN_DECIMAL;
    case ANS_FIELD_DATE:
      return ANS_COLUMN_DATE;
    case ANS_FIELD_PARTIAL_DATE:
      return ANS_COLUMN_PARTIAL_DATE;
    case ANS_FIELD_IDENTIFIER:
      /* A year of birth is told by its group title. */
      return column->group_title != NULL ? ANS_COLUMN_PARTIAL_DATE : ANS_COLUMN_ID;
    case ANS_FIELD_BOOLEAN:
      return ANS_COLUMN_BOOL;
    case ANS_FIELD_TEXT:
    case ANS_FIELD_LONG_TEXT:
    case ANS_FIELD_NAME:
    case ANS_FIELD_CHOICE:
    case ANS_FIELD_CHOICES:
    case ANS_FIELD_REFERENCE:
    default:
      return ANS_COLUMN_TEXT;
    }
}

static void
add_column (AnsListingTable *self, AnsTableColumn column, const AnsListingColumn *source)
{
  g_array_append_val (self->columns, column);
  g_ptr_array_add (self->sources, (gpointer) source);
  if (source != NULL)
    g_ptr_array_add (self->column_ids, (gpointer) source->id);
}

/* The registers' own ids of reference codes that read like numbers are not amounts. */
static void
add_listing_column (AnsListingTable *self, const AnsListingColumn *source)
{
  AnsTableColumn column = { .id = source->id,
                            .title = source->title,
                            .group_title = source->group_title,
                            .width_mm = source->print_width,
                            .kind = kind_of (source),
                            .sensitive = (source->flags & ANS_FIELD_SENSITIVE) != 0 };

  if (column.kind == ANS_COLUMN_ID || source->kind == ANS_FIELD_CHOICE)
    column.align = ANS_ALIGN_CENTRE;
  if (source->kind == ANS_FIELD_CHOICE && source->print_width > 14)
    column.align = ANS_ALIGN_START;
  add_column (self, column, source);
}

const char *
ans_listing_table_get_unit (AnsListingTable *self)
{
  const AnsListingInfo *info = ans_listing_get_info (self->listing);
  const AnsRegister *reg = info->reg;

  if (info->unit != NULL)
    return info->unit;
  if (ans_register_is (reg, &ans_register_people))
    return "người";
  if (ans_register_is (reg, &ans_register_households))
    return "hộ";
  if (ans_register_is (reg, &ans_register_villages))
    return "thôn";
  return "đơn vị";
}

guint
ans_listing_table_get_n_rows (AnsListingTable *self)
{
  return self->result->ids->len;
}

static const char *
keep (AnsListingTable *self, char *text)
{
  g_ptr_array_add (self->titles, text);
  return text;
}

/* “thôn” or “tổ dân phố”, as the register of villages says. */
static char *
kind_of_village (AnsListingTable *self, gint64 village)
{
  g_autoptr (AnsRecord) record = ans_record_load (
      ans_listing_get_book (self->listing), &ans_register_villages, village, NULL);
  g_autofree char *kind = record != NULL ? ans_record_display (record, "kind") : NULL;

  return kind != NULL && *kind != '\0' ? g_steal_pointer (&kind) : g_strdup ("Thôn");
}

static void
build_groups (AnsListingTable *self)
{
  g_autofree char *all = ans_number_format (self->result->ids->len);

  for (guint i = 0; self->result->groups != NULL && i < self->result->groups->len; i++)
    {
      const AnsListingGroup *group = self->result->groups->pdata[i];
      g_autofree char *number = ans_number_format (group->count);
      g_autofree char *kind = kind_of_village (self, group->village);
      g_autofree char *small = g_utf8_strdown (kind, -1);
      AnsTableGroup out = { .n_rows = group->count };

      if (group->village == 0)
        {
          out.title = keep (self, g_strdup (group->title));
          out.total.label = keep (
              self, g_strdup_printf ("Cộng: %s %s", number, ans_listing_table_get_unit (self)));
        }
      else
        {
          out.title = keep (self, g_strdup_printf ("%s %s", kind, group->title));
          out.total.label = keep (self,
                                  g_strdup_printf ("Cộng %s %s: %s %s",
                                                   small,
                                                   group->title,
                                                   number,
                                                   ans_listing_table_get_unit (self)));
        }
      g_array_append_val (self->groups, out);
    }
  self->total.label = keep (
      self, g_strdup_printf ("TỔNG CỘNG: %s %s", all, ans_listing_table_get_unit (self)));
}

/* --- sums ------------------------------------------------------------------------------------- */

static gboolean
adds_up (const AnsListingColumn *column)
{
  return column != NULL &&
         (column->kind == ANS_FIELD_MONEY || (column->flags & ANS_FIELD_SUM) != 0);
}

/* Columns that add up, as positions in the table, and their ids for the listing. */
static GArray *
find_summed (AnsListingTable *self, GPtrArray *ids)
{
  GArray *summed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->columns->len; i++)
    {
      const AnsListingColumn *column = self->sources->pdata[i];

      if (!adds_up (column))
        continue;
      g_array_append_val (summed, i);
      g_ptr_array_add (ids, (gpointer) column->id);
    }
  g_ptr_array_add (ids, NULL);
  return summed;
}

typedef struct
{
  gint64 *sums;
  guint n;
} Adding;

static gboolean
add_to_sums (gint64 id, const char *const *values, gpointer data)
{
  Adding *adding = data;

  for (guint i = 0; i < adding->n; i++)
    if (values[i] != NULL)
      adding->sums[i] += g_ascii_strtoll (values[i], NULL, 10);
  return TRUE;
}

/* The cells of one subtotal, from rows @first on; they are added to @whole. NULL if the book could
 * not be read, which the rows themselves will tell of. */
static const char *const *
sum_rows (AnsListingTable *self, const GArray *summed, const GPtrArray *ids, guint first, guint n,
          gint64 *whole)
{
  g_autofree gint64 *sums = g_new0 (gint64, summed->len);
  const char **cells = g_new0 (const char *, self->columns->len);
  Adding adding = { sums, summed->len };

  g_ptr_array_add (self->sums, cells);
  for (guint done = 0; done < n; done += CHUNK_ROWS)
    if (!ans_listing_fetch (self->listing,
                            ans_book_get_connection (ans_listing_get_book (self->listing)),
                            &g_array_index (self->result->ids, gint64, first + done),
                            MIN (CHUNK_ROWS, n - done), (const char *const *) ids->pdata,
                            add_to_sums, &adding, NULL))
      return NULL;
  for (guint i = 0; i < summed->len; i++)
    {
      whole[i] += sums[i];
      cells[g_array_index (summed, guint, i)] =
          keep (self, g_strdup_printf ("%" G_GINT64_FORMAT, sums[i]));
    }
  return cells;
}

/* Only when totals are asked for, which of a long list is not on the thread of the window. */
static void
ensure_sums (AnsListingTable *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GArray) summed = NULL;
  g_autofree gint64 *whole = NULL;
  const char **cells;
  guint first = 0;

  if (self->is_summed)
    return;
  self->is_summed = TRUE;
  summed = find_summed (self, ids);
  if (summed->len == 0 || self->result->ids->len == 0)
    return;
  whole = g_new0 (gint64, summed->len);
  for (guint i = 0; i < self->groups->len; i++)
    {
      AnsTableGroup *group = &g_array_index (self->groups, AnsTableGroup, i);

      group->total.cells = sum_rows (self, summed, ids, first, group->n_rows, whole);
      if (group->total.cells == NULL)
        return;
      first += group->n_rows;
    }
  if (self->groups->len == 0)
    {
      self->total.cells = sum_rows (self, summed, ids, 0, self->result->ids->len, whole);
      return;
    }
  cells = g_new0 (const char *, self->columns->len);
  for (guint i = 0; i < summed->len; i++)
    cells[g_array_index (summed, guint, i)] =
        keep (self, g_strdup_printf ("%" G_GINT64_FORMAT, whole[i]));
  g_ptr_array_add (self->sums, cells);
  self->total.cells = cells;
}

gboolean
ans_listing_table_get_money (AnsListingTable *self, gint64 *dong)
{
  gboolean has_money = FALSE;

  *dong = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const AnsTableColumn *column = &g_array_index (self->columns, AnsTableColumn, i);

      if (column->kind != ANS_COLUMN_MONEY)
        continue;
      /* Two amounts make no sentence. */
      if (has_money)
        return FALSE;
      has_money = TRUE;
      ensure_sums (self);
      if (self->total.cells != NULL && self->total.cells[i] != NULL)
        *dong = g_ascii_strtoll (self->total.cells[i], NULL, 10);
    }
  return has_money;
}

/* Leaves only the chosen rows of the answer, and the groups that still have some. */
static void
keep_rows (AnsListingResult *result, GArray *rows)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 *ids = (gint64 *) (gpointer) result->ids->data;
  guint kept = 0;
  guint next_group = 0;

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (chosen, &g_array_index (rows, gint64, i));
  if (result->groups == NULL)
    {
      for (guint i = 0; i < result->ids->len; i++)
        if (g_hash_table_contains (chosen, &ids[i]))
          ids[kept++] = ids[i];
      g_array_set_size (result->ids, kept);
      return;
    }
  while (next_group < result->groups->len)
    {
      AnsListingGroup *group = result->groups->pdata[next_group];
      const guint end = group->start + group->count;
      const guint start = kept;

      for (guint i = group->start; i < end; i++)
        if (g_hash_table_contains (chosen, &ids[i]))
          ids[kept++] = ids[i];
      group->start = start;
      group->count = kept - start;
      if (group->count > 0)
        next_group++;
      else
        g_ptr_array_remove_index (result->groups, next_group);
    }
  g_array_set_size (result->ids, kept);
}

AnsListingTable *
ans_listing_table_new (AnsListing *listing, const char *const *columns, gboolean sign,
                       guint limit, GArray *rows, GError **error)
{
  g_autoptr (AnsListingTable) self = g_object_new (ANS_TYPE_LISTING_TABLE, NULL);
  const AnsListingInfo *info = ans_listing_get_info (listing);

  self->listing = ans_listing_copy (listing);
  add_column (self, (AnsTableColumn){ .id = "tt", .title = "TT", .width_mm = 13, .kind = ANS_COLUMN_ORDINAL }, NULL);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      const AnsListingColumn *column = ans_listing_info_get_column (info, columns[i]);

      g_return_val_if_fail (column != NULL, NULL);
      add_listing_column (self, column);
    }
  if (sign)
    add_column (self,
                (AnsTableColumn){ .id = "sign",
                                  .title = "Ký nhận",
                                  .width_mm = 28,
                                  .kind = ANS_COLUMN_SIGN },
                NULL);
  g_ptr_array_add (self->column_ids, NULL);

  self->result = ans_listing_run (self->listing,
                                  ans_book_get_connection (ans_listing_get_book (listing)),
                                  limit,
                                  error);
  if (self->result == NULL)
    return NULL;
  if (rows != NULL)
    keep_rows (self->result, rows);
  build_groups (self);
  return g_steal_pointer (&self);
}

static const AnsTableColumn *
get_columns (AnsTableSource *source, guint *n_columns)
{
  AnsListingTable *self = ANS_LISTING_TABLE (source);

  *n_columns = self->columns->len;
  return (const AnsTableColumn *) self->columns->data;
}

static guint
get_n_rows (AnsTableSource *source)
{
  return ANS_LISTING_TABLE (source)->result->ids->len;
}

/* Choices and references are printed by their names, everything else by its canonical value. */
static char *
cell_text (AnsListingTable *self, const AnsListingColumn *column, const char *value)
{
  if (value == NULL)
    return g_strdup ("");
  if (column->kind == ANS_FIELD_CHOICE || column->kind == ANS_FIELD_CHOICES ||
      column->kind == ANS_FIELD_REFERENCE)
    return ans_listing_column_display (ans_listing_get_book (self->listing), column, value);
  return g_strdup (value);
}

static gboolean
take_row (gint64 id, const char *const *values, gpointer data)
{
  AnsListingTable *self = data;
  char **row = g_new0 (char *, self->columns->len + 1);
  guint next = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const AnsListingColumn *column = self->sources->pdata[i];

      row[i] = column != NULL ? cell_text (self, column, values[next++]) : g_strdup ("");
    }
  g_ptr_array_add (self->chunk, row);
  return TRUE;
}

static const char *const *
get_row (AnsTableSource *source, guint index, GError **error)
{
  AnsListingTable *self = ANS_LISTING_TABLE (source);
  const GArray *ids = self->result->ids;

  if (index < self->chunk_start || index >= self->chunk_start + self->chunk->len)
    {
      g_ptr_array_set_size (self->chunk, 0);
      self->chunk_start = index;
      if (!ans_listing_fetch (self->listing,
                              ans_book_get_connection (ans_listing_get_book (self->listing)),
                              &g_array_index (ids, gint64, index),
                              MIN (CHUNK_ROWS, ids->len - index),
                              (const char *const *) self->column_ids->pdata,
                              take_row,
                              self,
                              error))
        return NULL;
      /* A row that was deleted meanwhile leaves a gap: the rest would be numbered wrongly. */
      if (self->chunk->len != MIN (CHUNK_ROWS, ids->len - index))
        {
          g_set_error_literal (error,
                               ANS_DOCUMENT_ERROR,
                               ANS_DOCUMENT_ERROR_SOURCE,
                               "Danh sách đã thay đổi trong khi đang in. Hãy in lại.");
          return NULL;
        }
    }
  return self->chunk->pdata[index - self->chunk_start];
}

static guint
get_n_groups (AnsTableSource *source)
{
  return ANS_LISTING_TABLE (source)->groups->len;
}

static void
get_group (AnsTableSource *source, guint index, AnsTableGroup *group)
{
  ensure_sums (ANS_LISTING_TABLE (source));
  *group = g_array_index (ANS_LISTING_TABLE (source)->groups, AnsTableGroup, index);
}

static void
get_total (AnsTableSource *source, AnsTableTotal *total)
{
  ensure_sums (ANS_LISTING_TABLE (source));
  *total = ANS_LISTING_TABLE (source)->total;
}

static void
table_source_init (AnsTableSourceInterface *iface)
{
  iface->get_columns = get_columns;
  iface->get_n_rows = get_n_rows;
  iface->get_row = get_row;
  iface->get_n_groups = get_n_groups;
  iface->get_group = get_group;
  iface->get_total = get_total;
}
