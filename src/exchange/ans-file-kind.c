/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-file-kind.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-workbook.h"

#define HEAD_SIZE 4096u
/* Entries of the folder of an OLE file begin at multiples of this. */
#define OLE_ENTRY_SIZE 128u

#define SAVE_AS_XLSX                                                                               \
  N_ ("The file is in the old .xls format. Open it in Excel or LibreOffice and save it as .xlsx.")
#define WEB_PAGE                                                                                   \
  N_ ("The file is a web page with the name of a workbook. Open it in Excel or LibreOffice and "   \
      "save "                                                                                      \
      "it as .xlsx.")
#define OTHER_DOCUMENT                                                                             \
  N_ ("The file is a document of another kind, not a workbook. Choose an .xlsx, .ods or .csv "     \
      "file.")
#define PACKED_FOLDER                                                                              \
  N_ ("The file is a packed folder, not a workbook. Unpack it and choose the workbook inside.")
#define PASSWORD                                                                                   \
  N_ ("The file is protected by a password. Open it, save it without a password, and try again.")

typedef struct
{
  const char *bytes;
  gsize size;
  AnsWorkbookError code;
  const char *message;
} Signature;

#define SIGNATURE(bytes, code, message)                                                            \
  { bytes, sizeof (bytes) - 1, ANS_WORKBOOK_ERROR_##code, message }

static const Signature signatures[] = {
  /* Worksheets of Excel 2, 3 and 4, from before there were OLE files. */
  SIGNATURE ("\x09\x00\x04\x00", UNSUPPORTED, SAVE_AS_XLSX),
  SIGNATURE ("\x09\x02\x06\x00", UNSUPPORTED, SAVE_AS_XLSX),
  SIGNATURE ("\x09\x04\x06\x00", UNSUPPORTED, SAVE_AS_XLSX),
  SIGNATURE ("\x09\x08\x10\x00", UNSUPPORTED, SAVE_AS_XLSX),
  SIGNATURE ("MIME-Version:", UNSUPPORTED, WEB_PAGE),
  SIGNATURE ("%PDF-", NOT_A_WORKBOOK, OTHER_DOCUMENT),
  SIGNATURE ("{\\rtf", NOT_A_WORKBOOK, OTHER_DOCUMENT),
  SIGNATURE ("\x89PNG", NOT_A_WORKBOOK, OTHER_DOCUMENT),
  SIGNATURE ("\xFF\xD8\xFF", NOT_A_WORKBOOK, OTHER_DOCUMENT),
  SIGNATURE ("GIF8", NOT_A_WORKBOOK, OTHER_DOCUMENT),
  SIGNATURE ("SQLite format 3", NOT_A_WORKBOOK, OTHER_DOCUMENT),
  SIGNATURE ("PK\x05\x06", NOT_A_WORKBOOK, PACKED_FOLDER),
  SIGNATURE ("Rar!", NOT_A_WORKBOOK, PACKED_FOLDER),
  SIGNATURE ("7z\xBC\xAF", NOT_A_WORKBOOK, PACKED_FOLDER),
};

static AnsFileKind
refuse (AnsWorkbookError code, const char *message, GError **error)
{
  g_set_error_literal (error, ANS_WORKBOOK_ERROR, (int) code, _ (message));
  return ANS_FILE_KIND_NONE;
}

static gboolean
has_ole_name (const guint8 *entry, const char *name)
{
  gsize length = strlen (name);

  for (gsize i = 0; i <= length; i++)
    if (entry[2 * i] != (guint8) name[i] || entry[2 * i + 1] != 0)
      return FALSE;
  return TRUE;
}

/*
 * An OLE file holds streams with names; an encrypted .xlsx is one of them. The folder is looked for
 * in the whole file rather than followed through its chain of sectors: names are found even when
 * the chain is damaged, and nothing else has this form at these places.
 */
static AnsFileKind
detect_ole (AnsByteSource *source, GError **error)
{
  g_autofree guint8 *block = g_malloc (64 * 1024);
  gboolean is_workbook = FALSE, is_other = FALSE;

  for (guint64 at = 0;; at += 64 * 1024)
    {
      gssize got = ans_byte_source_read (source, at, block, 64 * 1024, error);

      if (got < 0)
        return ANS_FILE_KIND_NONE;
      for (gsize i = 0; i + OLE_ENTRY_SIZE <= (gsize) got; i += OLE_ENTRY_SIZE)
        {
          const guint8 *entry = block + i;

          if (has_ole_name (entry, "EncryptedPackage"))
            return refuse (ANS_WORKBOOK_ERROR_ENCRYPTED, PASSWORD, error);
          is_workbook =
              is_workbook || has_ole_name (entry, "Workbook") || has_ole_name (entry, "Book");
          is_other = is_other || has_ole_name (entry, "WordDocument") ||
                     has_ole_name (entry, "PowerPoint Document");
        }
      if (got < 64 * 1024)
        break;
    }
  if (is_workbook)
    return refuse (ANS_WORKBOOK_ERROR_UNSUPPORTED, SAVE_AS_XLSX, error);
  if (is_other)
    return refuse (ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK, OTHER_DOCUMENT, error);
  return refuse (
      ANS_WORKBOOK_ERROR_UNSUPPORTED,
      N_ ("The file is in an old or protected format. Open it in Excel or LibreOffice and "
          "save it as .xlsx without a password."),
      error);
}

/* The first bytes as ASCII in small letters: without zero bytes, mark and spaces before. */
static char *
plain_head (const guint8 *head, gsize size)
{
  GString *plain = g_string_new (NULL);

  for (gsize i = 0; i < size; i++)
    if (head[i] != 0 && head[i] < 0x80 && (plain->len > 0 || !g_ascii_isspace ((char) head[i])))
      g_string_append_c (plain, g_ascii_tolower ((char) head[i]));
  return g_string_free (plain, FALSE);
}

static AnsFileKind
detect_markup (const char *plain, GError **error)
{
  static const char *const web[] = { "<html", "<!doctype html", "<table", "<head",
                                     "<meta", "<body",          "<style", "<!--" };

  if (strstr (plain, "urn:oasis:names:tc:opendocument:xmlns:office:1.0") != NULL)
    return ANS_FILE_KIND_FLAT_ODS;
  for (guint i = 0; i < G_N_ELEMENTS (web); i++)
    if (g_str_has_prefix (plain, web[i]))
      return refuse (ANS_WORKBOOK_ERROR_UNSUPPORTED, WEB_PAGE, error);
  if (strstr (plain, "urn:schemas-microsoft-com:office:spreadsheet") != NULL)
    return refuse (
        ANS_WORKBOOK_ERROR_UNSUPPORTED,
        N_ ("The file is in the XML format of Excel 2003. Open it in Excel or LibreOffice "
            "and save it as .xlsx."),
        error);
  if (!g_str_has_prefix (plain, "<?xml"))
    return ANS_FILE_KIND_TEXT;
  if (strstr (plain, "<html") != NULL || strstr (plain, "<!doctype html") != NULL)
    return refuse (ANS_WORKBOOK_ERROR_UNSUPPORTED, WEB_PAGE, error);
  return refuse (ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK, OTHER_DOCUMENT, error);
}

AnsFileKind
ans_file_kind_detect (AnsByteSource *source, GError **error)
{
  guint8 head[HEAD_SIZE];
  g_autofree char *plain = NULL;
  gssize got = ans_byte_source_read (source, 0, head, sizeof head, error);

  if (got < 0)
    return ANS_FILE_KIND_NONE;
  if (got == 0)
    return refuse (ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK, N_ ("The file is empty."), error);
  if (got >= 4 && memcmp (head, "PK\x03\x04", 4) == 0)
    return ANS_FILE_KIND_ZIP;
  if (got >= 8 && memcmp (head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0)
    return detect_ole (source, error);
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if ((gsize) got >= signatures[i].size &&
        memcmp (head, signatures[i].bytes, signatures[i].size) == 0)
      return refuse (signatures[i].code, signatures[i].message, error);

  plain = plain_head (head, (gsize) got);
  if (*plain == '<')
    return detect_markup (plain, error);
  return ANS_FILE_KIND_TEXT;
}
