/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ans-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/ans-workbook.h"

#define BLOCK_SIZE (64u * 1024u)

typedef struct
{
  guint index;
  guint64 size;
} Part;

struct _AnsPackage
{
  AnsByteSource *source;
  GHashTable *parts;
  double fraction;
};

/* One pass of libarchive over the file. */
typedef struct
{
  AnsByteSource *source;
  struct archive *archive;
  guint64 at;
  guint64 packed;
  GError *error;
  guint8 block[BLOCK_SIZE];
} Pass;

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **block)
{
  Pass *pass = data;
  gssize got;

  g_clear_error (&pass->error);
  got = ans_byte_source_read (pass->source, pass->at, pass->block, BLOCK_SIZE, &pass->error);
  if (got < 0)
    {
      archive_set_error (archive, EIO, "read error");
      return ARCHIVE_FATAL;
    }
  pass->at += (guint64) got;
  pass->packed += (guint64) got;
  *block = pass->block;
  return got;
}

static la_int64_t
skip_cb (struct archive *archive, void *data, la_int64_t request)
{
  Pass *pass = data;
  guint64 rest = ans_byte_source_get_size (pass->source) - pass->at;
  guint64 step = MIN ((guint64) MAX (request, 0), rest);

  pass->at += step;
  return (la_int64_t) step;
}

static la_int64_t
seek_cb (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  Pass *pass = data;
  gint64 size = (gint64) ans_byte_source_get_size (pass->source);
  gint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (gint64) pass->at : size;
  gint64 target;

  if (__builtin_add_overflow (base, offset, &target))
    return ARCHIVE_FATAL;
  pass->at = (guint64) CLAMP (target, 0, size);
  return (la_int64_t) pass->at;
}

static void
pass_free (Pass *pass)
{
  if (pass->archive != NULL)
    archive_read_free (pass->archive);
  g_clear_error (&pass->error);
  g_free (pass);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pass, pass_free)

static void
set_damaged (GError **error, const char *part)
{
  if (part == NULL)
    g_set_error_literal (
        error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TRUNCATED,
        _ ("The file is damaged or was not copied to its end. Copy it again or ask "
           "the sender for a new one."));
  else
    g_set_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TRUNCATED,
                 /* Translators: %s is the name of a part inside the file. */
                 _ ("The file is damaged: its part “%s” is missing or broken. Copy it again or ask "
                    "the sender for a new one."),
                 part);
}

static void
set_pass_error (Pass *pass, const char *part, GError **error)
{
  if (pass->error != NULL)
    g_propagate_error (error, g_steal_pointer (&pass->error));
  else
    set_damaged (error, part);
}

static Pass *
pass_new (AnsByteSource *source, GError **error)
{
  g_autoptr (Pass) pass = g_new0 (Pass, 1);

  pass->source = source;
  pass->archive = archive_read_new ();
  /* Only by the central directory: reading on without it would take a torn file for a whole one. */
  archive_read_support_format_zip_seekable (pass->archive);
  archive_read_set_read_callback (pass->archive, read_cb);
  archive_read_set_skip_callback (pass->archive, skip_cb);
  archive_read_set_seek_callback (pass->archive, seek_cb);
  archive_read_set_callback_data (pass->archive, pass);
  if (archive_read_open1 (pass->archive) != ARCHIVE_OK)
    {
      set_pass_error (pass, NULL, error);
      return NULL;
    }
  return g_steal_pointer (&pass);
}

static char *
normalise (const char *name)
{
  char *normal;

  while (*name == '/' || *name == '\\')
    name++;
  normal = g_ascii_strdown (name, -1);
  return g_strdelimit (normal, "\\", '/');
}

static const char *
entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return name != NULL ? name : archive_entry_pathname (entry);
}

AnsPackage *
ans_package_open (AnsByteSource *source, GError **error)
{
  g_autoptr (AnsPackage) package = NULL;
  g_autoptr (Pass) pass = NULL;
  struct archive_entry *entry;
  int status;

  g_return_val_if_fail (source != NULL, NULL);

  pass = pass_new (source, error);
  if (pass == NULL)
    return NULL;
  package = g_new0 (AnsPackage, 1);
  package->source = source;
  package->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint index = 0;; index++)
    {
      const char *name;
      g_autofree char *key = NULL;
      Part *part;

      status = archive_read_next_header (pass->archive, &entry);
      if (status == ARCHIVE_EOF)
        break;
      /* ARCHIVE_WARN is about names in unknown encodings. */
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        {
          set_pass_error (pass, NULL, error);
          return NULL;
        }
      if (index >= ANS_WORKBOOK_MAX_PARTS)
        {
          g_set_error_literal (
              error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE,
              _ ("The file is not a usual workbook: it holds far too many parts."));
          return NULL;
        }
      name = entry_name (entry);
      if (name == NULL)
        continue;
      if (archive_entry_is_data_encrypted (entry) || archive_entry_is_metadata_encrypted (entry))
        {
          g_set_error_literal (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_ENCRYPTED,
                               _ ("The file is protected by a password. Open it, save it without a "
                                  "password, and try again."));
          return NULL;
        }
      key = normalise (name);
      if (g_hash_table_contains (package->parts, key))
        continue;
      part = g_new0 (Part, 1);
      part->index = index;
      part->size = archive_entry_size_is_set (entry) ? (guint64) archive_entry_size (entry) : 0;
      g_hash_table_insert (package->parts, g_steal_pointer (&key), part);
    }
  return g_steal_pointer (&package);
}

void
ans_package_free (AnsPackage *package)
{
  if (package == NULL)
    return;
  g_clear_pointer (&package->parts, g_hash_table_unref);
  g_free (package);
}

static const Part *
find_part (AnsPackage *package, const char *name)
{
  g_autofree char *key = normalise (name);

  return g_hash_table_lookup (package->parts, key);
}

gboolean
ans_package_has_part (AnsPackage *package, const char *name)
{
  g_return_val_if_fail (package != NULL, FALSE);

  return find_part (package, name) != NULL;
}

static void
set_bomb (GError **error, const char *name)
{
  g_set_error (error, ANS_WORKBOOK_ERROR, ANS_WORKBOOK_ERROR_TOO_LARGE,
               /* Translators: %s is the name of a part inside the file. */
               _ ("The file was refused: its part “%s” would become far larger than any list when "
                  "unpacked."),
               name);
}

static gboolean
read_entry (AnsPackage *package,
            Pass *pass,
            const Part *part,
            const char *name,
            AnsChunkFunc func,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  guint64 packed_before = pass->packed;
  guint64 total = 0;

  for (;;)
    {
      const void *bytes;
      size_t size;
      la_int64_t offset;
      int status;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      status = archive_read_data_block (pass->archive, &bytes, &size, &offset);
      if (status == ARCHIVE_EOF)
        break;
      /* Warnings too, such as of a wrong checksum: for a register it is damage. */
      if (status != ARCHIVE_OK)
        {
          set_pass_error (pass, name, error);
          return FALSE;
        }
      total += size;
      if (total > ANS_WORKBOOK_MAX_PART_BYTES ||
          (total > ANS_WORKBOOK_FREE_PART_BYTES &&
           total / ANS_WORKBOOK_MAX_RATIO > pass->packed - packed_before + BLOCK_SIZE))
        {
          set_bomb (error, name);
          return FALSE;
        }
      package->fraction = part->size > 0 ? MIN (1.0, (double) total / (double) part->size) : 0.0;
      if (size > 0)
        {
          GError *local = NULL;

          if (!func (bytes, size, data, &local))
            {
              if (local == NULL)
                return TRUE;
              g_propagate_error (error, local);
              return FALSE;
            }
        }
    }
  package->fraction = 1.0;
  return TRUE;
}

gboolean
ans_package_read_part (AnsPackage *package,
                       const char *name,
                       AnsChunkFunc func,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (Pass) pass = NULL;
  const Part *part;
  struct archive_entry *entry;

  g_return_val_if_fail (package != NULL && name != NULL && func != NULL, FALSE);

  part = find_part (package, name);
  if (part == NULL)
    {
      set_damaged (error, name);
      return FALSE;
    }
  if (part->size > ANS_WORKBOOK_MAX_PART_BYTES)
    {
      set_bomb (error, name);
      return FALSE;
    }
  if (!ans_byte_source_check (package->source, error))
    return FALSE;
  pass = pass_new (package->source, error);
  if (pass == NULL)
    return FALSE;
  package->fraction = 0.0;

  for (guint index = 0; index <= part->index; index++)
    {
      int status = archive_read_next_header (pass->archive, &entry);

      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        {
          set_pass_error (pass, name, error);
          return FALSE;
        }
    }
  return read_entry (package, pass, part, name, func, data, cancellable, error) &&
         ans_byte_source_check (package->source, error);
}

typedef struct
{
  GByteArray *bytes;
  gsize max_size;
  const char *name;
} SmallPart;

static gboolean
collect_cb (const void *bytes, gsize size, gpointer data, GError **error)
{
  SmallPart *small = data;

  if (small->bytes->len + size > small->max_size)
    {
      set_bomb (error, small->name);
      return FALSE;
    }
  g_byte_array_append (small->bytes, bytes, (guint) size);
  return TRUE;
}

GBytes *
ans_package_read_small_part (AnsPackage *package,
                             const char *name,
                             gsize max_size,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  SmallPart small = { .bytes = bytes, .max_size = max_size, .name = name };

  if (!ans_package_read_part (package, name, collect_cb, &small, cancellable, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

double
ans_package_get_fraction (AnsPackage *package)
{
  g_return_val_if_fail (package != NULL, 0.0);

  return package->fraction;
}

char *
ans_package_resolve (const char *base, const char *target)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *slashed = g_strdelimit (g_strdup (target), "\\", '/');
  g_auto (GStrv) steps = NULL;

  if (*slashed != '/')
    {
      g_auto (GStrv) base_steps = g_strsplit (base, "/", -1);

      for (guint i = 0; base_steps[i] != NULL && base_steps[i + 1] != NULL; i++)
        g_ptr_array_add (folders, g_strdup (base_steps[i]));
    }
  steps = g_strsplit (slashed, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (*steps[i] == '\0' || strcmp (steps[i], ".") == 0)
        continue;
      if (strcmp (steps[i], "..") != 0)
        g_ptr_array_add (folders, g_strdup (steps[i]));
      else if (folders->len > 0)
        g_ptr_array_remove_index (folders, folders->len - 1);
    }
  g_ptr_array_add (folders, NULL);
  return g_strjoinv ("/", (char **) folders->pdata);
}
