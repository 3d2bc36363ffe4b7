/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-text-source.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-workbook.h"

#define BLOCK_SIZE  (64u * 1024u)
#define HEAD_SIZE   4096u
#define REPLACEMENT 0xFFFDu

typedef enum
{
  FORM_UTF8,
  FORM_UTF16LE,
  FORM_UTF16BE,
  FORM_BYTES,
} Form;

struct _AnsTextSource
{
  AnsByteSource *source;
  Form form;
  AnsEncoding legacy;
  /* After the byte order mark. */
  guint64 start;
  guint64 at;
  guint8 *block;
};

/* What Windows-1252 has at 0x80…0x9F; what it leaves open stays as it is. */
static const gunichar windows_1252[32] = {
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

static void
set_not_text (GError **error)
{
  g_set_error_literal (
      error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_NOT_A_WORKBOOK,
      _ ("The file is neither a workbook nor a text file. Choose an .xlsx, .ods or "
         ".csv file."));
}

static gboolean
is_odd_control (gunichar code)
{
  /* Ctrl-Z ends files of old programs. */
  return code < 0x20 && code != '\t' && code != '\n' && code != '\v' && code != '\f' &&
         code != '\r' && code != 0x1A && code != 0x1B;
}

static guint
utf16_unit (const guint8 *at, gboolean is_big)
{
  return is_big ? (guint) at[0] << 8 | at[1] : (guint) at[1] << 8 | at[0];
}

/* Text in UTF-16 has next to no control characters and no halves of a pair alone. */
static gboolean
looks_like_utf16 (const guint8 *head, gsize size, gboolean is_big)
{
  gsize bad = 0, units = size / 2;

  for (gsize i = 0; i < units; i++)
    {
      guint unit = utf16_unit (head + 2 * i, is_big);
      guint next = i + 1 < units ? utf16_unit (head + 2 * i + 2, is_big) : 0xDC00;

      if (unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000)
        i++;
      else if (unit == 0 || is_odd_control (unit) || unit >= 0xFFFE ||
               (unit >= 0xD800 && unit < 0xE000))
        bad++;
    }
  return units > 0 && bad <= units / 50;
}

static gboolean
detect_utf16 (
    AnsTextSource *self, const guint8 *head, gsize size, gboolean *is_utf16, GError **error)
{
  gsize zeros[2] = { 0, 0 };

  *is_utf16 = TRUE;
  if (size >= 2 && ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == 0xFE && head[1] == 0xFF)))
    {
      self->form = head[0] == 0xFF ? FORM_UTF16LE : FORM_UTF16BE;
      self->start = 2;
      if (size == 2 || looks_like_utf16 (head + 2, size - 2, self->form == FORM_UTF16BE))
        return TRUE;
      set_not_text (error);
      return FALSE;
    }
  for (gsize i = 0; i < size; i++)
    zeros[i % 2] += head[i] == 0;
  /* Spaces, digits and plain letters have a zero beside them: a third of all and more. */
  if (zeros[1] > size / 6 && zeros[0] * 4 < zeros[1])
    self->form = FORM_UTF16LE;
  else if (zeros[0] > size / 6 && zeros[1] * 4 < zeros[0])
    self->form = FORM_UTF16BE;
  else
    *is_utf16 = FALSE;
  if (*is_utf16 && !looks_like_utf16 (head, size, self->form == FORM_UTF16BE))
    *is_utf16 = FALSE;
  return TRUE;
}

typedef struct
{
  guint64 bad;
  guint64 good;
  guint64 controls;
  gboolean has_nul;
} Census;

/* Length of the character at @at, 0 when it is not UTF-8, -1 when the end came too early. */
static int
utf8_length (const guint8 *at, const guint8 *end)
{
  gunichar code;

  if (*at == 0)
    return 0;
  code = g_utf8_get_char_validated ((const char *) at, end - at);
  if (code == (gunichar) -2)
    return -1;
  if (code == (gunichar) -1)
    return 0;
  return g_utf8_skip[*at];
}

/* Returns how many bytes were taken; the rest is the beginning of a character. */
static gsize
take_census (Census *census, const guint8 *bytes, gsize size)
{
  const guint8 *at = bytes, *end = bytes + size;

  while (at < end)
    {
      int length;

      if (*at < 0x80)
        {
          census->has_nul |= *at == 0;
          census->controls += is_odd_control (*at);
          at++;
          continue;
        }
      length = utf8_length (at, end);
      if (length < 0)
        break;
      if (length == 0)
        census->bad++;
      else
        census->good++;
      at += MAX (length, 1);
    }
  return (gsize) (at - bytes);
}

static gboolean
read_census (AnsTextSource *self, Census *census, GError **error)
{
  guint64 at = self->start;

  for (;;)
    {
      gssize got = ans_byte_source_read (self->source, at, self->block, BLOCK_SIZE, error);
      gsize taken;

      if (got < 0)
        return FALSE;
      if (got == 0)
        return TRUE;
      taken = take_census (census, self->block, (gsize) got);
      /* Only a character that the end of the file cuts off leaves nothing taken. */
      if (taken == 0)
        return TRUE;
      at += taken;
    }
}

static void
append_windows_1252 (GString *text, const guint8 *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    {
      gunichar code = bytes[i];

      if (code >= 0x80 && code < 0xA0)
        code = windows_1252[code - 0x80];
      g_string_append_unichar (text, code != 0 ? code : REPLACEMENT);
    }
}

/* Which old encoding the lines with letters beyond ASCII are in. */
static gboolean
guess_legacy (AnsTextSource *self, GError **error)
{
  g_autoptr (GString) sample = g_string_new (NULL);
  guint64 at = 0;

  while (sample->len < 2 * HEAD_SIZE)
    {
      gssize got = ans_byte_source_read (self->source, at, self->block, BLOCK_SIZE, error);
      gssize line = 0;

      if (got < 0)
        return FALSE;
      if (got == 0)
        break;
      at += (guint64) got;
      for (gssize i = 0; i < got && sample->len < 2 * HEAD_SIZE; i++)
        {
          gboolean is_foreign = FALSE;

          if (self->block[i] != '\n' && i + 1 < got)
            continue;
          for (gssize k = line; k <= i; k++)
            is_foreign = is_foreign || self->block[k] >= 0x80;
          if (is_foreign)
            append_windows_1252 (sample, self->block + line,
                                 MIN ((gsize) (i - line + 1), HEAD_SIZE));
          line = i + 1;
        }
    }
  self->legacy = ans_encoding_guess (sample->str);
  if (self->legacy == ANS_ENCODING_UTF8 || self->legacy == ANS_ENCODING_UTF8_TWICE)
    self->legacy = ANS_ENCODING_WINDOWS_1258;
  return TRUE;
}

static gboolean
detect (AnsTextSource *self, GError **error)
{
  Census census = { 0 };
  gboolean is_utf16;
  gssize size = ans_byte_source_read (self->source, 0, self->block, HEAD_SIZE, error);

  if (size < 0 || !detect_utf16 (self, self->block, (gsize) size, &is_utf16, error))
    return FALSE;
  if (is_utf16)
    return TRUE;

  self->form = FORM_UTF8;
  if (size >= 3 && memcmp (self->block, "\xEF\xBB\xBF", 3) == 0)
    self->start = 3;
  if (!read_census (self, &census, error))
    return FALSE;
  if (census.has_nul ||
      (census.controls > 8 && census.controls > ans_byte_source_get_size (self->source) / 500))
    {
      set_not_text (error);
      return FALSE;
    }
  /* A few broken characters do not make a UTF-8 file something else. */
  if (self->start > 0 || census.bad == 0 || census.bad < census.good / 50)
    return TRUE;
  self->form = FORM_BYTES;
  return guess_legacy (self, error);
}

AnsTextSource *
ans_text_source_new (AnsByteSource *source, GError **error)
{
  g_autoptr (AnsTextSource) self = g_new0 (AnsTextSource, 1);

  self->source = source;
  self->block = g_malloc (BLOCK_SIZE);
  if (!detect (self, error))
    return NULL;
  self->at = self->start;
  return g_steal_pointer (&self);
}

void
ans_text_source_free (AnsTextSource *self)
{
  if (self == NULL)
    return;
  g_free (self->block);
  g_free (self);
}

const char *
ans_text_source_get_encoding (AnsTextSource *self)
{
  switch (self->form)
    {
    case FORM_UTF16LE:
      return "UTF-16LE";
    case FORM_UTF16BE:
      return "UTF-16BE";
    case FORM_BYTES:
      return self->legacy == ANS_ENCODING_WINDOWS_1258 ? "WINDOWS-1258"
                                                       : ans_encoding_name (self->legacy);
    case FORM_UTF8:
    default:
      return "UTF-8";
    }
}

AnsEncoding
ans_text_source_get_legacy (AnsTextSource *self)
{
  if (self->form != FORM_BYTES || self->legacy == ANS_ENCODING_WINDOWS_1258)
    return ANS_ENCODING_UTF8;
  return self->legacy;
}

void
ans_text_source_rewind (AnsTextSource *self)
{
  self->at = self->start;
}

static gsize
append_utf8 (GString *text, const guint8 *bytes, gsize size, gboolean is_last)
{
  const guint8 *at = bytes, *end = bytes + size;

  while (at < end)
    {
      const char *stop;
      int length;

      if (g_utf8_validate_len ((const char *) at, (gsize) (end - at), &stop))
        {
          g_string_append_len (text, (const char *) at, end - at);
          return size;
        }
      g_string_append_len (text, (const char *) at, stop - (const char *) at);
      at = (const guint8 *) stop;
      length = utf8_length (at, end);
      if (length < 0 && !is_last)
        break;
      g_string_append_unichar (text, REPLACEMENT);
      at += length < 0 ? end - at : 1;
    }
  return (gsize) (at - bytes);
}

static gsize
append_utf16 (GString *text, const guint8 *bytes, gsize size, gboolean is_big, gboolean is_last)
{
  gsize at = 0;

  while (at + 2 <= size)
    {
      gunichar code = utf16_unit (bytes + at, is_big);

      if (code >= 0xD800 && code < 0xDC00)
        {
          guint low;

          if (at + 4 > size && !is_last)
            break;
          low = at + 4 <= size ? utf16_unit (bytes + at + 2, is_big) : 0;
          if (low >= 0xDC00 && low < 0xE000)
            {
              code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
              at += 2;
            }
        }
      at += 2;
      if (code == 0 || (code >= 0xD800 && code < 0xE000))
        code = REPLACEMENT;
      g_string_append_unichar (text, code);
    }
  if (is_last && at < size)
    {
      g_string_append_unichar (text, REPLACEMENT);
      at = size;
    }
  return at;
}

/* Letters and their marks are joined, so a piece has to end where no letter can go on. */
static gsize
append_bytes (AnsTextSource *self, GString *text, gsize size, gboolean is_last)
{
  if (!is_last)
    {
      gsize end = size;

      while (end > 0 && self->block[end - 1] >= 0x80)
        end--;
      /* The letter before the first mark belongs to it. */
      if (end > 1)
        size = end - 1;
    }
  if (self->legacy == ANS_ENCODING_WINDOWS_1258)
    {
      g_autofree char *utf8 = ans_windows_1258_to_utf8 ((const char *) self->block, size);

      g_string_append (text, utf8);
    }
  else
    append_windows_1252 (text, self->block, size);
  return size;
}

gboolean
ans_text_source_read (AnsTextSource *self, GString *text, gboolean *at_end, GError **error)
{
  gssize got = ans_byte_source_read (self->source, self->at, self->block, BLOCK_SIZE, error);
  gboolean is_last;
  gsize taken;

  if (got < 0)
    return FALSE;
  is_last = (gsize) got < BLOCK_SIZE ||
            self->at + (guint64) got >= ans_byte_source_get_size (self->source);
  switch (self->form)
    {
    case FORM_UTF16LE:
    case FORM_UTF16BE:
      taken = append_utf16 (text, self->block, (gsize) got, self->form == FORM_UTF16BE, is_last);
      break;
    case FORM_BYTES:
      taken = append_bytes (self, text, (gsize) got, is_last);
      break;
    case FORM_UTF8:
    default:
      taken = append_utf8 (text, self->block, (gsize) got, is_last);
      break;
    }
  self->at += taken;
  *at_end = is_last;
  return TRUE;
}

double
ans_text_source_get_fraction (AnsTextSource *self)
{
  guint64 size = ans_byte_source_get_size (self->source);

  return size > 0 ? (double) self->at / (double) size : 1.0;
}
