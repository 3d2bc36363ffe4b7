/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ans_uuid_new: Returns: (transfer full): a UUIDv7 (RFC 9562): time-ordered, so that books of
 * several communes can be merged and the index on it stays cheap */
char *ans_uuid_new (void);

/** ans_uuid_format: the UUIDv7 of given parts; @unix_ms is 48 bits, @random_a 12, @random_b 62. */
char *ans_uuid_format (guint64 unix_ms, guint16 random_a, guint64 random_b);

G_END_DECLS
