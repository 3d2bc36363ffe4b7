/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-xlsx-parts.h"

/* The texts stand one after the other in blocks that never move; a position is block and offset. */
#define BLOCK_BITS 20u
#define BLOCK_SIZE (1u << BLOCK_BITS)

struct _AnsXlsxStrings
{
  GPtrArray *blocks;
  guint used;
  GArray *positions;
};

typedef struct
{
  AnsXlsxStrings *strings;
  AnsXlsxText text;
  gboolean is_in_item;
} Loader;

G_STATIC_ASSERT (ANS_SHEET_MAX_CELL_BYTES + 2 <= BLOCK_SIZE);

void
ans_xlsx_unescape (GString *text)
{
  const char *from = text->str;
  const char *end = text->str + text->len;
  char *to = text->str;
  gunichar high = 0;

  while (from < end)
    {
      gunichar code = 0;
      guint digits = 0;

      if ((guint8) *from >= 0x20 && *from != '_')
        {
          *to++ = *from++;
          high = 0;
          continue;
        }
      if (*from == '\r')
        {
          *to++ = '\n';
          from += from + 1 < end && from[1] == '\n' ? 2 : 1;
          continue;
        }
      if (*from != '_' || end - from < 7 || from[1] != 'x' || from[6] != '_')
        {
          *to++ = *from++;
          continue;
        }
      for (; digits < 4 && g_ascii_isxdigit (from[2 + digits]); digits++)
        code = code * 16 + (gunichar) g_ascii_xdigit_value (from[2 + digits]);
      if (digits < 4)
        {
          *to++ = *from++;
          continue;
        }
      from += 7;
      if (code >= 0xD800 && code < 0xDC00)
        {
          high = code;
          continue;
        }
      if (code >= 0xDC00 && code < 0xE000)
        {
          if (high != 0)
            to += g_unichar_to_utf8 (0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), to);
          high = 0;
          continue;
        }
      high = 0;
      if (code == '\r')
        {
          /* "_x000D_" before a real line end is that line end. */
          if (from >= end || *from != '\n')
            *to++ = '\n';
        }
      else if (code >= 0x20 || code == '\n' || code == '\t')
        to += g_unichar_to_utf8 (code, to);
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

AnsCellFont
ans_xlsx_font_from_name (const char *name)
{
  if (name == NULL)
    return ANS_CELL_FONT_UNICODE;
  if (g_ascii_strncasecmp (name, ".vn", 3) == 0)
    return ANS_CELL_FONT_TCVN3;
  if (g_ascii_strncasecmp (name, "vni-", 4) == 0 || g_ascii_strncasecmp (name, "vni ", 4) == 0)
    return ANS_CELL_FONT_VNI;
  return ANS_CELL_FONT_UNICODE;
}

void
ans_xlsx_text_begin (AnsXlsxText *self)
{
  if (self->text == NULL)
    self->text = g_string_new (NULL);
  g_string_truncate (self->text, 0);
  self->phonetic_depth = 0;
  self->is_in_piece = FALSE;
  self->font = ANS_CELL_FONT_UNICODE;
}

void
ans_xlsx_text_start (AnsXlsxText *self, AnsXml *xml, const char *name, const char **attributes)
{
  /* Phonetic runs repeat the text as it is pronounced. */
  if (self->phonetic_depth > 0 || strcmp (name, "rPh") == 0)
    self->phonetic_depth++;
  else if (strcmp (name, "t") == 0)
    {
      const char *space = ans_xml_attribute (xml, attributes, ANS_XLSX_NS_XML, "space");

      self->is_in_piece = TRUE;
      self->keeps_space = g_strcmp0 (space, "preserve") == 0;
      self->piece_start = self->text->len;
    }
  else if (strcmp (name, "rFont") == 0 && self->font == ANS_CELL_FONT_UNICODE)
    self->font = ans_xlsx_font_from_name (ans_xml_attribute (xml, attributes, 0, "val"));
}

static void
strip_piece (AnsXlsxText *self)
{
  gsize start = self->piece_start, end = self->text->len;

  while (start < end && g_ascii_isspace (self->text->str[start]))
    start++;
  while (end > start && g_ascii_isspace (self->text->str[end - 1]))
    end--;
  g_string_truncate (self->text, end);
  g_string_erase (self->text, (gssize) self->piece_start, (gssize) (start - self->piece_start));
}

void
ans_xlsx_text_end (AnsXlsxText *self, const char *name)
{
  if (self->phonetic_depth > 0)
    self->phonetic_depth--;
  else if (self->is_in_piece && strcmp (name, "t") == 0)
    {
      self->is_in_piece = FALSE;
      if (!self->keeps_space)
        strip_piece (self);
    }
}

void
ans_xlsx_text_add (AnsXlsxText *self, const char *text, int length)
{
  /* A little over the limit is enough to be refused later. */
  if (self->is_in_piece && self->text->len <= 4 * (gsize) ANS_SHEET_MAX_CELL_BYTES)
    g_string_append_len (self->text, text, length);
}

void
ans_xlsx_text_finish (AnsXlsxText *self)
{
  ans_xlsx_unescape (self->text);
}

static gboolean
add_string (AnsXlsxStrings *strings, const GString *text, AnsCellFont font, GError **error)
{
  guint size = (guint) text->len + 2;
  guint32 position;
  char *place;

  if (text->len > ANS_SHEET_MAX_CELL_BYTES || strings->positions->len >= ANS_WORKBOOK_MAX_STRINGS ||
      ((gsize) strings->blocks->len << BLOCK_BITS) > ANS_WORKBOOK_MAX_STRING_BYTES)
    {
      g_set_error_literal (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE,
                           _ ("The workbook holds too much text. Split it into smaller ones."));
      return FALSE;
    }
  if (strings->blocks->len == 0 || strings->used + size > BLOCK_SIZE)
    {
      g_ptr_array_add (strings->blocks, g_malloc (BLOCK_SIZE));
      strings->used = 0;
    }
  place = (char *) g_ptr_array_index (strings->blocks, strings->blocks->len - 1) + strings->used;
  *place = (char) font;
  memcpy (place + 1, text->str, text->len + 1);
  position = ((guint32) (strings->blocks->len - 1) << BLOCK_BITS) | strings->used;
  g_array_append_val (strings->positions, position);
  strings->used += size;
  return TRUE;
}

static void
start_cb (AnsXml *xml, guint ns, const char *name, const char **attributes, gpointer data)
{
  Loader *loader = data;

  if (ns != ANS_XLSX_NS_MAIN)
    return;
  if (loader->is_in_item)
    ans_xlsx_text_start (&loader->text, xml, name, attributes);
  else if (strcmp (name, "si") == 0)
    {
      loader->is_in_item = TRUE;
      ans_xlsx_text_begin (&loader->text);
    }
}

static void
end_cb (AnsXml *xml, guint ns, const char *name, gpointer data)
{
  Loader *loader = data;
  GError *error = NULL;

  if (ns != ANS_XLSX_NS_MAIN || !loader->is_in_item)
    return;
  if (strcmp (name, "si") != 0)
    {
      ans_xlsx_text_end (&loader->text, name);
      return;
    }
  loader->is_in_item = FALSE;
  ans_xlsx_text_finish (&loader->text);
  if (!add_string (loader->strings, loader->text.text, loader->text.font, &error))
    ans_xml_fail (xml, error);
}

static void
text_cb (AnsXml *xml, const char *text, int length, gpointer data)
{
  Loader *loader = data;

  if (loader->is_in_item)
    ans_xlsx_text_add (&loader->text, text, length);
}

AnsXlsxStrings *
ans_xlsx_strings_load (AnsPackage *package,
                       const char *part,
                       GCancellable *cancellable,
                       GError **error)
{
  static const AnsXmlHandlers handlers = {
    .namespaces = ans_xlsx_namespaces,
    .start = start_cb,
    .end = end_cb,
    .text = text_cb,
  };
  g_autoptr (AnsXlsxStrings) strings = g_new0 (AnsXlsxStrings, 1);
  Loader loader = { .strings = strings };
  gboolean is_read;

  strings->blocks = g_ptr_array_new_with_free_func (g_free);
  strings->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (part == NULL)
    return g_steal_pointer (&strings);
  is_read = ans_xml_read_part (package, part, &handlers, &loader, cancellable, error);
  if (loader.text.text != NULL)
    g_string_free (loader.text.text, TRUE);
  return is_read ? g_steal_pointer (&strings) : NULL;
}

void
ans_xlsx_strings_free (AnsXlsxStrings *strings)
{
  if (strings == NULL)
    return;
  g_ptr_array_unref (strings->blocks);
  g_array_unref (strings->positions);
  g_free (strings);
}

const char *
ans_xlsx_strings_get (AnsXlsxStrings *strings, guint index, AnsCellFont *font)
{
  guint32 position;
  const char *place;

  if (index >= strings->positions->len)
    return NULL;
  position = g_array_index (strings->positions, guint32, index);
  place = (const char *) g_ptr_array_index (strings->blocks, position >> BLOCK_BITS) +
          (position & (BLOCK_SIZE - 1));
  *font = (AnsCellFont) *place;
  return place + 1;
}
