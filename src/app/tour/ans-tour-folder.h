/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ans_tour_folder_new:
 *
 * A folder for books that are shown and forgotten. It is gone with all that is in it when the
 * program ends, after its books are closed.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *ans_tour_folder_new (GError **error);

G_END_DECLS
