/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ans-byte-source.h"

G_BEGIN_DECLS

/**
 * AnsPackage: a zip file with named parts, as `.xlsx` and `.ods` are.
 *
 * Part names are compared without regard to the case of ASCII letters, to a leading slash, and to
 * which slash separates the folders: all of these occur.
 */
typedef struct _AnsPackage AnsPackage;

/**
 * AnsChunkFunc:
 * @error: to be set when %FALSE is returned because of an error
 *
 * Returns: %FALSE to stop; without an error set, reading then ends well
 */
typedef gboolean (*AnsChunkFunc) (const void *bytes, gsize size, gpointer data, GError **error);

/**
 * ans_package_open:
 * @source: the bytes; must live as long as the package
 * @error: %ANS_WORKBOOK_ERROR
 *
 * Reads the list of parts.
 */
AnsPackage *ans_package_open (AnsByteSource *source, GError **error);

void ans_package_free (AnsPackage *package);

gboolean ans_package_has_part (AnsPackage *package, const char *name);

/**
 * ans_package_read_part:
 * @name: name of the part
 * @func: (scope call): called with each piece
 * @cancellable: (nullable): stops with %G_IO_ERROR_CANCELLED
 * @error: %ANS_WORKBOOK_ERROR; a part that is not there is %ANS_WORKBOOK_ERROR_TRUNCATED
 *
 * Unpacks a part, within the limits of ans-workbook.h.
 */
gboolean ans_package_read_part (AnsPackage *package,
                                const char *name,
                                AnsChunkFunc func,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

/**
 * ans_package_read_small_part:
 * @max_size: a larger part is refused
 *
 * Returns: (transfer full): the whole part
 */
GBytes *ans_package_read_small_part (AnsPackage *package,
                                     const char *name,
                                     gsize max_size,
                                     GCancellable *cancellable,
                                     GError **error);

/** ans_package_get_fraction: how much of the part that is being read is behind, 0 to 1. */
double ans_package_get_fraction (AnsPackage *package);

/**
 * ans_package_resolve:
 * @base: part that holds the reference
 * @target: the reference, relative to the folder of @base, or absolute
 *
 * Returns: (transfer full): the name of the part that is meant
 */
char *ans_package_resolve (const char *base, const char *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPackage, ans_package_free)

G_END_DECLS
