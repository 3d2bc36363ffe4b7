/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-xml-part.h"

#include <expat.h>
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-workbook.h"

/* Separates namespace and name in what expat reports; cannot occur in either. */
#define SEPARATOR      '\n'
#define MAX_DEPTH      256u
#define MAX_NAMESPACES 16u
/* No tag, comment or formula of a real workbook is longer: bounds what the parser holds back. */
#define MAX_SILENT_BYTES (4u * 1024u * 1024u)

struct _AnsXml
{
  XML_Parser parser;
  const AnsXmlHandlers *handlers;
  gsize lengths[MAX_NAMESPACES];
  guint n_namespaces;
  gpointer data;
  const char *part;
  guint depth;
  /* Bytes given to the parser, and how many when it last reported anything. */
  guint64 fed;
  guint64 fed_at_event;
  gboolean is_stopped;
  GError *error;
  /* For an element that is left out: where we are, and bytes that wait for those after them. */
  enum
  {
    BEFORE_LEFT_OUT,
    IN_LEFT_OUT,
    AFTER_LEFT_OUT
  } place;
  GByteArray *held;
};

static const char *
split_name (AnsXml *xml, const char *qualified, guint *ns)
{
  const AnsXmlNamespace *known = xml->handlers->namespaces;
  const char *separator;

  for (guint i = 0; i < xml->n_namespaces; i++)
    if (strncmp (qualified, known[i].uri, xml->lengths[i]) == 0 &&
        qualified[xml->lengths[i]] == SEPARATOR)
      {
        *ns = known[i].id;
        return qualified + xml->lengths[i] + 1;
      }
  separator = strchr (qualified, SEPARATOR);
  *ns = 0;
  if (separator != NULL)
    return separator + 1;
  /* Some programs leave the namespace out altogether; then it is the first of the table. */
  if (known != NULL)
    *ns = known->id;
  return qualified;
}

static void XMLCALL
start_cb (void *data, const XML_Char *qualified, const XML_Char **attributes)
{
  AnsXml *xml = data;
  const char *name;
  guint ns;

  if (xml->is_stopped)
    return;
  xml->fed_at_event = xml->fed;
  if (++xml->depth > MAX_DEPTH)
    {
      ans_xml_fail_damaged (xml);
      return;
    }
  name = split_name (xml, qualified, &ns);
  if (xml->handlers->start != NULL)
    xml->handlers->start (xml, ns, name, attributes, xml->data);
}

static void XMLCALL
end_cb (void *data, const XML_Char *qualified)
{
  AnsXml *xml = data;
  const char *name;
  guint ns;

  if (xml->is_stopped)
    return;
  xml->fed_at_event = xml->fed;
  xml->depth--;
  name = split_name (xml, qualified, &ns);
  if (xml->handlers->end != NULL)
    xml->handlers->end (xml, ns, name, xml->data);
}

static void XMLCALL
text_cb (void *data, const XML_Char *text, int length)
{
  AnsXml *xml = data;

  if (xml->is_stopped)
    return;
  xml->fed_at_event = xml->fed;
  xml->handlers->text (xml, text, length, xml->data);
}

/* No workbook has a document type; those that do want to make the reader expand entities. */
static void XMLCALL
doctype_cb (void *data,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int has_subset)
{
  ans_xml_fail_damaged (data);
}

static gboolean
feed (AnsXml *xml, const void *bytes, gsize size, GError **error)
{
  enum XML_Status status;

  /* The sizes come from libarchive's buffers, far below INT_MAX. */
  xml->fed += size;
  status = XML_Parse (xml->parser, bytes, (int) size, XML_FALSE);
  if (xml->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&xml->error));
      return FALSE;
    }
  if (xml->is_stopped)
    return FALSE;
  if (status != XML_STATUS_OK)
    {
      ans_xml_fail_damaged (xml);
      g_propagate_error (error, g_steal_pointer (&xml->error));
      return FALSE;
    }
  if (xml->fed - xml->fed_at_event > MAX_SILENT_BYTES)
    {
      g_set_error_literal (
          error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE,
          _ ("The file was refused: a single piece of it is larger than any list."));
      return FALSE;
    }
  return TRUE;
}

/* No tag of the element, with its prefix, is longer. */
#define HELD_BYTES 64

static gboolean
is_prefix_letter (guint8 c)
{
  return c >= 0x80 || g_ascii_isalnum (c) || c == '_' || c == '-' || c == '.' || c == ':';
}

/* The place of “<NAME” (or “</NAME”, with any prefix) in @bytes, or NULL. */
static const guint8 *
find_tag (const guint8 *bytes, gsize size, const char *name, gboolean closing)
{
  const guint8 *at = bytes;
  gsize length = strlen (name);

  while ((at = memmem (at, size - (gsize) (at - bytes), name, length)) != NULL)
    {
      const guint8 *from = at;

      while (from > bytes && is_prefix_letter (from[-1]))
        from--;
      if (closing && from > bytes && from[-1] == '/')
        from--;
      else if (closing)
        from = bytes;
      if (from > bytes && from[-1] == '<' && (at == from + closing || at[-1] == ':') &&
          at + length < bytes + size && !is_prefix_letter (at[length]))
        return from - 1;
      at += length;
    }
  return NULL;
}

/* Gives the bytes to the parser without those that are inside of the element that is left out. */
static gboolean
feed_around (AnsXml *xml, const void *bytes, gsize size, GError **error)
{
  const guint8 *tag, *end;

  g_byte_array_append (xml->held, bytes, (guint) size);
  if (xml->place == BEFORE_LEFT_OUT)
    {
      tag = find_tag (xml->held->data, xml->held->len, xml->handlers->left_out, FALSE);
      end =
          tag != NULL ? memchr (tag, '>', xml->held->len - (gsize) (tag - xml->held->data)) : NULL;
      if (end == NULL)
        {
          gsize done = xml->held->len > HELD_BYTES ? xml->held->len - HELD_BYTES : 0;

          if (tag != NULL)
            done = (gsize) (tag - xml->held->data);
          if (!feed (xml, xml->held->data, done, error))
            return FALSE;
          g_byte_array_remove_range (xml->held, 0, (guint) done);
          return TRUE;
        }
      size = (gsize) (end + 1 - xml->held->data);
      xml->place = end[-1] == '/' ? AFTER_LEFT_OUT : IN_LEFT_OUT;
      if (!feed (xml, xml->held->data, size, error))
        return FALSE;
      g_byte_array_remove_range (xml->held, 0, (guint) size);
    }
  if (xml->place == IN_LEFT_OUT)
    {
      tag = find_tag (xml->held->data, xml->held->len, xml->handlers->left_out, TRUE);
      if (tag == NULL && xml->held->len > HELD_BYTES)
        g_byte_array_remove_range (xml->held, 0, xml->held->len - HELD_BYTES);
      if (tag == NULL)
        return TRUE;
      g_byte_array_remove_range (xml->held, 0, (guint) (tag - xml->held->data));
      xml->place = AFTER_LEFT_OUT;
    }
  if (!feed (xml, xml->held->data, xml->held->len, error))
    return FALSE;
  g_byte_array_set_size (xml->held, 0);
  return TRUE;
}

static gboolean
chunk_cb (const void *bytes, gsize size, gpointer data, GError **error)
{
  AnsXml *xml = data;

  if (xml->held != NULL && (xml->place != AFTER_LEFT_OUT || xml->held->len > 0))
    return feed_around (xml, bytes, size, error);
  return feed (xml, bytes, size, error);
}

static void
xml_init (AnsXml *xml, const char *part, const AnsXmlHandlers *handlers, gpointer data)
{
  const AnsXmlNamespace *known = handlers->namespaces;

  *xml = (AnsXml) { .part = part, .handlers = handlers, .data = data };
  for (; known != NULL && known[xml->n_namespaces].uri != NULL; xml->n_namespaces++)
    {
      g_assert (xml->n_namespaces < MAX_NAMESPACES);
      xml->lengths[xml->n_namespaces] = strlen (known[xml->n_namespaces].uri);
    }
  if (handlers->left_out != NULL)
    xml->held = g_byte_array_new ();
  xml->parser = XML_ParserCreateNS (NULL, SEPARATOR);
  XML_SetUserData (xml->parser, xml);
  XML_SetElementHandler (xml->parser, start_cb, end_cb);
  XML_SetStartDoctypeDeclHandler (xml->parser, doctype_cb);
  if (handlers->text != NULL)
    XML_SetCharacterDataHandler (xml->parser, text_cb);
}

static gboolean
xml_finish (AnsXml *xml, gboolean is_read, GError **error)
{
  if (is_read && !xml->is_stopped && xml->held != NULL && xml->place == BEFORE_LEFT_OUT)
    is_read = feed (xml, xml->held->data, xml->held->len, error);
  g_clear_pointer (&xml->held, g_byte_array_unref);
  if (is_read && !xml->is_stopped && XML_Parse (xml->parser, "", 0, XML_TRUE) != XML_STATUS_OK &&
      xml->error == NULL)
    ans_xml_fail_damaged (xml);
  XML_ParserFree (xml->parser);
  if (xml->error == NULL)
    return is_read;
  if (is_read)
    g_propagate_error (error, g_steal_pointer (&xml->error));
  g_clear_error (&xml->error);
  return FALSE;
}

gboolean
ans_xml_read_part (AnsPackage *package,
                   const char *part,
                   const AnsXmlHandlers *handlers,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  AnsXml xml;
  gboolean is_read;

  xml_init (&xml, part, handlers, data);
  is_read = ans_package_read_part (package, part, chunk_cb, &xml, cancellable, error);
  return xml_finish (&xml, is_read, error);
}

gboolean
ans_xml_read_source (AnsByteSource *source,
                     const AnsXmlHandlers *handlers,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree guint8 *block = g_malloc (65536);
  guint64 at = 0;
  gboolean is_read = TRUE;
  AnsXml xml;

  xml_init (&xml, NULL, handlers, data);
  while (is_read)
    {
      gssize got;
      GError *local = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          is_read = FALSE;
          break;
        }
      got = ans_byte_source_read (source, at, block, 65536, error);
      if (got <= 0)
        {
          is_read = got == 0;
          break;
        }
      at += (guint64) got;
      if (!chunk_cb (block, (gsize) got, &xml, &local))
        {
          is_read = local == NULL;
          if (local != NULL)
            g_propagate_error (error, local);
          break;
        }
    }
  return xml_finish (&xml, is_read, error);
}

void
ans_xml_stop (AnsXml *xml)
{
  if (xml->is_stopped)
    return;
  xml->is_stopped = TRUE;
  XML_StopParser (xml->parser, XML_FALSE);
}

void
ans_xml_fail (AnsXml *xml, GError *error)
{
  if (xml->error == NULL)
    xml->error = error;
  else
    g_error_free (error);
  ans_xml_stop (xml);
}

void
ans_xml_fail_damaged (AnsXml *xml)
{
  GError *error = NULL;

  if (xml->part != NULL)
    g_set_error (&error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TRUNCATED,
                 /* Translators: %s is the name of a part inside the file. */
                 _ ("The file is damaged: its part “%s” makes no sense. Ask the sender for a new "
                    "one."),
                 xml->part);
  else
    g_set_error_literal (
        &error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TRUNCATED,
        _ ("The file is damaged: it makes no sense. Ask the sender for a new one."));
  ans_xml_fail (xml, error);
}

void
ans_xml_set_text_wanted (AnsXml *xml, gboolean wanted)
{
  XML_SetCharacterDataHandler (xml->parser, wanted ? text_cb : NULL);
}

const char *
ans_xml_attribute (AnsXml *xml, const char **attributes, guint ns, const char *name)
{
  for (; *attributes != NULL; attributes += 2)
    {
      const char *separator;
      guint attribute_ns;

      if (ns == 0)
        {
          if (strcmp (attributes[0], name) == 0)
            return attributes[1];
          continue;
        }
      separator = strchr (attributes[0], SEPARATOR);
      if (separator == NULL || strcmp (separator + 1, name) != 0)
        continue;
      split_name (xml, attributes[0], &attribute_ns);
      if (attribute_ns == ns)
        return attributes[1];
    }
  return NULL;
}

gboolean
ans_xml_boolean (const char *value, gboolean fallback)
{
  if (value == NULL)
    return fallback;
  return strcmp (value, "1") == 0 || strcmp (value, "true") == 0 || strcmp (value, "on") == 0;
}

gboolean
ans_xml_unsigned (const char *value, guint max, guint *number)
{
  guint64 parsed = 0;

  if (value == NULL || !g_ascii_isdigit (*value))
    return FALSE;
  for (; g_ascii_isdigit (*value); value++)
    {
      parsed = parsed * 10 + (guint64) (*value - '0');
      if (parsed > max)
        return FALSE;
    }
  if (*value != '\0')
    return FALSE;
  *number = (guint) parsed;
  return TRUE;
}
