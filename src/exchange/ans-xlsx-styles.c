/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-xlsx-parts.h"

/* Excel stops at 65,490 cell formats and 1,024 fonts; some programs write more fonts. */
#define MAX_ENTRIES 70000u
#define MAX_CODE    1024u

typedef struct
{
  GArray *styles;
  /* Format number → code. */
  GHashTable *codes;
  /* Of guint8: AnsCellFont by font number. */
  GByteArray *fonts;
  gboolean is_in_fonts;
  gboolean is_in_font;
  gboolean is_in_cell_formats;
} Loader;

static void
clear_style (gpointer data)
{
  AnsXlsxStyle *style = data;

  ans_number_format_clear (&style->format);
}

static void
add_code (Loader *loader, AnsXml *xml, const char **attributes)
{
  const char *code = ans_xml_attribute (xml, attributes, 0, "formatCode");
  guint id;

  if (code == NULL || strlen (code) > MAX_CODE ||
      !ans_xml_unsigned (ans_xml_attribute (xml, attributes, 0, "numFmtId"), G_MAXINT, &id) ||
      g_hash_table_size (loader->codes) >= MAX_ENTRIES)
    return;
  g_hash_table_insert (loader->codes, GUINT_TO_POINTER (id), g_strdup (code));
}

static void
add_style (Loader *loader, AnsXml *xml, const char **attributes)
{
  AnsXlsxStyle style = { 0 };
  const char *code = NULL;
  guint id;

  if (loader->styles->len >= MAX_ENTRIES)
    {
      ans_xml_fail_damaged (xml);
      return;
    }
  if (ans_xml_unsigned (ans_xml_attribute (xml, attributes, 0, "numFmtId"), G_MAXINT, &id))
    {
      code = g_hash_table_lookup (loader->codes, GUINT_TO_POINTER (id));
      if (code == NULL)
        code = ans_number_format_builtin (id);
    }
  ans_number_format_parse (&style.format, code);
  if (ans_xml_unsigned (ans_xml_attribute (xml, attributes, 0, "fontId"), G_MAXINT, &id) &&
      id < loader->fonts->len)
    style.font = (AnsCellFont) loader->fonts->data[id];
  g_array_append_val (loader->styles, style);
}

static void
start_cb (AnsXml *xml, guint ns, const char *name, const char **attributes, gpointer data)
{
  Loader *loader = data;

  if (ns != ANS_XLSX_NS_MAIN)
    return;
  if (strcmp (name, "numFmt") == 0)
    add_code (loader, xml, attributes);
  else if (strcmp (name, "fonts") == 0)
    loader->is_in_fonts = TRUE;
  else if (strcmp (name, "font") == 0 && loader->is_in_fonts)
    {
      guint8 font = ANS_CELL_FONT_UNICODE;

      loader->is_in_font = TRUE;
      if (loader->fonts->len < MAX_ENTRIES)
        g_byte_array_append (loader->fonts, &font, 1);
    }
  else if (strcmp (name, "name") == 0 && loader->is_in_font)
    loader->fonts->data[loader->fonts->len - 1] =
        (guint8) ans_xlsx_font_from_name (ans_xml_attribute (xml, attributes, 0, "val"));
  else if (strcmp (name, "cellXfs") == 0)
    loader->is_in_cell_formats = TRUE;
  else if (strcmp (name, "xf") == 0 && loader->is_in_cell_formats)
    add_style (loader, xml, attributes);
}

static void
end_cb (AnsXml *xml, guint ns, const char *name, gpointer data)
{
  Loader *loader = data;

  if (ns != ANS_XLSX_NS_MAIN)
    return;
  if (strcmp (name, "fonts") == 0)
    loader->is_in_fonts = FALSE;
  else if (strcmp (name, "font") == 0)
    loader->is_in_font = FALSE;
  else if (strcmp (name, "cellXfs") == 0)
    loader->is_in_cell_formats = FALSE;
}

GArray *
ans_xlsx_styles_load (AnsPackage *package,
                      const char *part,
                      GCancellable *cancellable,
                      GError **error)
{
  static const AnsXmlHandlers handlers = {
    .namespaces = ans_xlsx_namespaces,
    .start = start_cb,
    .end = end_cb,
  };
  g_autoptr (GArray) styles = g_array_new (FALSE, TRUE, sizeof (AnsXlsxStyle));
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GByteArray) fonts = g_byte_array_new ();
  Loader loader = { .styles = styles, .codes = codes, .fonts = fonts };

  g_array_set_clear_func (styles, clear_style);
  if (part != NULL && !ans_xml_read_part (package, part, &handlers, &loader, cancellable, error))
    return NULL;
  return g_steal_pointer (&styles);
}
