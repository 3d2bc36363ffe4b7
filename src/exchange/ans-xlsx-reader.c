/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-sheet-reader.h"
#include "exchange/ans-xlsx-parts.h"

/* First the variant that Excel and nearly all others write, then "strict". */
const AnsXmlNamespace ans_xlsx_namespaces[] = {
  { "http://schemas.openxmlformats.org/spreadsheetml/2006/main", ANS_XLSX_NS_MAIN },
  { "http://purl.oclc.org/ooxml/spreadsheetml/main", ANS_XLSX_NS_MAIN },
  { "http://schemas.openxmlformats.org/officeDocument/2006/relationships", ANS_XLSX_NS_RELATION },
  { "http://purl.oclc.org/ooxml/officeDocument/relationships", ANS_XLSX_NS_RELATION },
  { "http://www.w3.org/XML/1998/namespace", ANS_XLSX_NS_XML },
  { NULL, 0 },
};

#define MAX_RELATIONS 20000u

typedef struct
{
  char *id;
  char *part;
  /* The last word of the type, which is the same in both variants: "worksheet". */
  char *kind;
} Relation;

typedef struct
{
  AnsSheetReader parent;
  AnsPackage *package;
  /* By sheet. */
  GPtrArray *sheet_parts;
  char *strings_part;
  char *styles_part;
  gboolean is_1904;
  AnsXlsxStrings *strings;
  GArray *styles;
} XlsxReader;

static void
relation_free (Relation *relation)
{
  g_free (relation->id);
  g_free (relation->part);
  g_free (relation->kind);
  g_free (relation);
}

typedef struct
{
  const char *base;
  GPtrArray *relations;
} RelationsLoader;

static void
relation_cb (AnsXml *xml, guint ns, const char *name, const char **attributes, gpointer data)
{
  RelationsLoader *loader = data;
  const char *id = ans_xml_attribute (xml, attributes, 0, "Id");
  const char *type = ans_xml_attribute (xml, attributes, 0, "Type");
  const char *target = ans_xml_attribute (xml, attributes, 0, "Target");
  const char *mode = ans_xml_attribute (xml, attributes, 0, "TargetMode");
  const char *slash;
  Relation *relation;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL ||
      g_strcmp0 (mode, "External") == 0)
    return;
  if (loader->relations->len >= MAX_RELATIONS)
    {
      ans_xml_fail_damaged (xml);
      return;
    }
  slash = strrchr (type, '/');
  relation = g_new0 (Relation, 1);
  relation->id = g_strdup (id);
  relation->part = ans_package_resolve (loader->base, target);
  relation->kind = g_strdup (slash != NULL ? slash + 1 : type);
  g_ptr_array_add (loader->relations, relation);
}

/* The relations of a part, or of the package for "". */
static GPtrArray *
load_relations (AnsPackage *package, const char *part, GError **error)
{
  static const AnsXmlHandlers handlers = { .start = relation_cb };
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
  RelationsLoader loader = { .base = part, .relations = relations };
  const char *slash = strrchr (part, '/');
  gsize folder = slash != NULL ? (gsize) (slash - part) + 1 : 0;
  g_autofree char *path = g_strdup_printf ("%.*s_rels/%s.rels", (int) folder, part, part + folder);

  if (ans_package_has_part (package, path) &&
      !ans_xml_read_part (package, path, &handlers, &loader, NULL, error))
    return NULL;
  return g_steal_pointer (&relations);
}

static const Relation *
find_relation (GPtrArray *relations, const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->id, id) == 0)
        return relation;
    }
  return NULL;
}

static char *
find_part (GPtrArray *relations, const char *kind)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->kind, kind) == 0)
        return g_strdup (relation->part);
    }
  return NULL;
}

char *
ans_xlsx_find_workbook (AnsPackage *package, GError **error)
{
  g_autoptr (GPtrArray) relations = NULL;
  char *part;

  if (!ans_package_has_part (package, "_rels/.rels"))
    return ans_package_has_part (package, "xl/workbook.xml") ? g_strdup ("xl/workbook.xml") : NULL;
  relations = load_relations (package, "", error);
  if (relations == NULL)
    return NULL;
  part = find_part (relations, "officeDocument");
  if (part == NULL && ans_package_has_part (package, "xl/workbook.xml"))
    part = g_strdup ("xl/workbook.xml");
  return part;
}

typedef struct
{
  XlsxReader *reader;
  GPtrArray *relations;
  gboolean has_root;
  gboolean is_workbook;
  gboolean is_in_sheets;
} WorkbookLoader;

static void
add_sheet (WorkbookLoader *loader, AnsXml *xml, const char **attributes)
{
  const char *name = ans_xml_attribute (xml, attributes, 0, "name");
  const char *state = ans_xml_attribute (xml, attributes, 0, "state");
  const char *id = ans_xml_attribute (xml, attributes, ANS_XLSX_NS_RELATION, "id");
  const Relation *relation = NULL;

  if (id == NULL)
    id = ans_xml_attribute (xml, attributes, 0, "id");
  if (id != NULL)
    relation = find_relation (loader->relations, id);
  if (name == NULL || relation == NULL ||
      loader->reader->parent.sheets->len >= ANS_WORKBOOK_MAX_SHEETS)
    {
      ans_xml_fail_damaged (xml);
      return;
    }
  /* Charts and macros have tabs of their own, but no cells. */
  if (strcmp (relation->kind, "worksheet") != 0)
    return;
  ans_sheet_reader_add (&loader->reader->parent, name,
                        state != NULL && strcmp (state, "visible") != 0);
  g_ptr_array_add (loader->reader->sheet_parts, g_strdup (relation->part));
}

static void
workbook_start_cb (AnsXml *xml, guint ns, const char *name, const char **attributes, gpointer data)
{
  WorkbookLoader *loader = data;

  if (!loader->has_root)
    {
      loader->has_root = TRUE;
      loader->is_workbook = ns == ANS_XLSX_NS_MAIN && strcmp (name, "workbook") == 0;
      if (!loader->is_workbook)
        ans_xml_stop (xml);
      return;
    }
  if (ns != ANS_XLSX_NS_MAIN)
    return;
  if (strcmp (name, "workbookPr") == 0)
    loader->reader->is_1904 =
        ans_xml_boolean (ans_xml_attribute (xml, attributes, 0, "date1904"), FALSE);
  else if (strcmp (name, "sheets") == 0)
    loader->is_in_sheets = TRUE;
  else if (loader->is_in_sheets && strcmp (name, "sheet") == 0)
    add_sheet (loader, xml, attributes);
}

static void
workbook_end_cb (AnsXml *xml, guint ns, const char *name, gpointer data)
{
  WorkbookLoader *loader = data;

  if (ns == ANS_XLSX_NS_MAIN && strcmp (name, "sheets") == 0)
    loader->is_in_sheets = FALSE;
}

static void
xlsx_free (AnsSheetReader *reader)
{
  XlsxReader *self = (XlsxReader *) reader;

  g_clear_pointer (&self->package, ans_package_free);
  g_clear_pointer (&self->sheet_parts, g_ptr_array_unref);
  g_clear_pointer (&self->strings, ans_xlsx_strings_free);
  g_clear_pointer (&self->styles, g_array_unref);
  g_free (self->strings_part);
  g_free (self->styles_part);
  g_free (self);
}

static gboolean
load_shared_parts (XlsxReader *self, GCancellable *cancellable, GError **error)
{
  if (self->styles == NULL)
    self->styles = ans_xlsx_styles_load (self->package, self->styles_part, cancellable, error);
  if (self->styles == NULL)
    return FALSE;
  if (self->strings == NULL)
    self->strings = ans_xlsx_strings_load (self->package, self->strings_part, cancellable, error);
  return self->strings != NULL;
}

static gboolean
xlsx_read (AnsSheetReader *reader,
           guint sheet,
           AnsRowFunc func,
           gpointer data,
           AnsSheetLayout *layout,
           gboolean *is_complete,
           GCancellable *cancellable,
           GError **error)
{
  XlsxReader *self = (XlsxReader *) reader;
  const AnsSheetInfo *info = g_ptr_array_index (reader->sheets, sheet);
  AnsXlsxSheet part = {
    .package = self->package,
    .part = g_ptr_array_index (self->sheet_parts, sheet),
    .name = info->name,
    .is_1904 = self->is_1904,
  };

  if (func != NULL)
    {
      if (!load_shared_parts (self, cancellable, error))
        return FALSE;
      part.strings = self->strings;
      part.styles = self->styles;
    }
  return ans_xlsx_sheet_read (&part, func, data, layout, is_complete, cancellable, error);
}

static double
xlsx_get_fraction (AnsSheetReader *reader)
{
  return ans_package_get_fraction (((XlsxReader *) reader)->package);
}

static const AnsSheetReaderClass xlsx_class = {
  .free = xlsx_free,
  .read = xlsx_read,
  .get_fraction = xlsx_get_fraction,
};

AnsSheetReader *
ans_xlsx_reader_new (AnsPackage *package, const char *workbook_part, GError **error)
{
  static const AnsXmlHandlers handlers = {
    .namespaces = ans_xlsx_namespaces,
    .start = workbook_start_cb,
    .end = workbook_end_cb,
  };
  g_autoptr (AnsSheetReader) reader = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  XlsxReader *self = g_new0 (XlsxReader, 1);
  WorkbookLoader loader = { .reader = self };

  reader = &self->parent;
  ans_sheet_reader_init (reader, &xlsx_class);
  self->sheet_parts = g_ptr_array_new_with_free_func (g_free);
  relations = load_relations (package, workbook_part, error);
  if (relations == NULL)
    return NULL;
  loader.relations = relations;
  if (!ans_xml_read_part (package, workbook_part, &handlers, &loader, NULL, error))
    return NULL;
  if (!loader.is_workbook)
    {
      g_set_error_literal (
          error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK,
          _ ("The file is an office document, but not a workbook. Choose an .xlsx, "
             ".ods or .csv file."));
      return NULL;
    }
  if (reader->sheets->len == 0)
    {
      g_set_error_literal (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK,
                           _ ("The workbook has no sheet with cells."));
      return NULL;
    }
  self->strings_part = find_part (relations, "sharedStrings");
  self->styles_part = find_part (relations, "styles");
  self->package = package;
  return g_steal_pointer (&reader);
}
