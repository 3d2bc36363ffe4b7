/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ans-package.h"

G_BEGIN_DECLS

/**
 * AnsXmlNamespace: a namespace and the small number a reader knows it by (from 1; 0 is any other).
 * A table of these ends with a %NULL @uri.
 */
typedef struct
{
  const char *uri;
  guint id;
} AnsXmlNamespace;

typedef struct _AnsXml AnsXml;

/**
 * AnsXmlHandlers: what to do with the elements of a part. Names come without prefix; attributes as
 * pairs of name and value, for ans_xml_attribute(). Any may be %NULL. What is inside of the one
 * element called @left_out is not even parsed; a part that has such words in a comment may then
 * seem damaged.
 */
typedef struct
{
  const AnsXmlNamespace *namespaces;
  void (*start) (AnsXml *xml, guint ns, const char *name, const char **attributes, gpointer data);
  void (*end) (AnsXml *xml, guint ns, const char *name, gpointer data);
  void (*text) (AnsXml *xml, const char *text, int length, gpointer data);
  const char *left_out;
} AnsXmlHandlers;

/**
 * ans_xml_read_part:
 * @part: part of @package
 * @error: %ANS_WORKBOOK_ERROR: what a handler set, or %ANS_WORKBOOK_ERROR_TRUNCATED for a part that
 *   is not well-formed or has a document type or entities of its own
 *
 * Runs the handlers over a part.
 *
 * Returns: %TRUE at the end of the part or after ans_xml_stop()
 */
gboolean ans_xml_read_part (AnsPackage *package,
                            const char *part,
                            const AnsXmlHandlers *handlers,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error);

/** ans_xml_read_source: the same over a whole file that is not packed. */
gboolean ans_xml_read_source (AnsByteSource *source,
                              const AnsXmlHandlers *handlers,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

/** ans_xml_stop: to be called by a handler: no further handler is called, reading ends well. */
void ans_xml_stop (AnsXml *xml);

/** ans_xml_fail: to be called by a handler: reading ends with @error, which is taken over. */
void ans_xml_fail (AnsXml *xml, GError *error);

/** ans_xml_fail_damaged: like ans_xml_fail(), saying that the part makes no sense. */
void ans_xml_fail_damaged (AnsXml *xml);

/** ans_xml_set_text_wanted: turns the text handler off where text does not matter, for speed. */
void ans_xml_set_text_wanted (AnsXml *xml, gboolean wanted);

/**
 * ans_xml_attribute:
 * @ns: number of the namespace, or 0 for an attribute without prefix
 *
 * Returns: (transfer none) (nullable): the value
 */
const char *ans_xml_attribute (AnsXml *xml, const char **attributes, guint ns, const char *name);

/** ans_xml_boolean: "1", "true", "on" are true; %NULL gives @fallback. */
gboolean ans_xml_boolean (const char *value, gboolean fallback);

/**
 * ans_xml_unsigned:
 *
 * Returns: %FALSE when @value is %NULL or not a plain decimal number up to @max
 */
gboolean ans_xml_unsigned (const char *value, guint max, guint *number);

G_END_DECLS
