/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/ans-zip-writer.h"

#include <archive.h>
#include <archive_entry.h>

struct _AnsZipWriter
{
  struct archive *archive;
  AnsOutputFile *file; /* borrowed */
};

/* Never fails before libarchive's eyes: after a failed write it forgets to free its compressor. The
 * file remembers the failure until its commit. */
static la_ssize_t
write_bytes (struct archive *archive, void *data, const void *bytes, size_t length)
{
  ans_output_file_write (data, bytes, length);
  return (la_ssize_t) length;
}

static void
check (AnsZipWriter *self, la_ssize_t code)
{
  if (code < ARCHIVE_WARN)
    ans_output_file_fail (self->file, archive_errno (self->archive));
}

/**
 * ans_zip_writer_new:
 * @file: where to; a failure is kept there and comes out at its commit
 *
 * Returns: (transfer full): a zip file without parts
 */
AnsZipWriter *
ans_zip_writer_new (AnsOutputFile *file)
{
  AnsZipWriter *self = g_new0 (AnsZipWriter, 1);

  self->file = file;
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_in_last_block (self->archive, 1);
  check (self, archive_write_open (self->archive, file, NULL, write_bytes, NULL));
  return self;
}

/**
 * ans_zip_writer_begin:
 * @name: of the part
 * @compress: %FALSE stores it as it is
 *
 * Ends the part before and begins the next.
 */
void
ans_zip_writer_begin (AnsZipWriter *self, const char *name, gboolean compress)
{
  struct archive_entry *entry = archive_entry_new ();

  if (compress)
    archive_write_zip_set_compression_deflate (self->archive);
  else
    archive_write_zip_set_compression_store (self->archive);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  check (self, archive_write_header (self->archive, entry));
  archive_entry_free (entry);
}

/**
 * ans_zip_writer_add:
 *
 * Adds to the present part.
 */
void
ans_zip_writer_add (AnsZipWriter *self, const char *data, gsize length)
{
  check (self, archive_write_data (self->archive, data, length));
}

/**
 * ans_zip_writer_finish:
 *
 * Writes the directory and frees the writer; the file is still to be committed.
 */
void
ans_zip_writer_finish (AnsZipWriter *self)
{
  check (self, archive_write_close (self->archive));
  archive_write_free (self->archive);
  g_free (self);
}
