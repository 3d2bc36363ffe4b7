/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "text/ans-legacy-encoding.h"

G_BEGIN_DECLS

/* Inside the room only: what guessing needs of converting. */

/* The byte that a program which knows Windows-1252 only took for @c; -1 if there is none. */
int ans_encoding_to_byte (gunichar c);

/*
 * Appends the text converted, not yet in NFC. Returns how many of its characters outside of ASCII
 * mean nothing in the encoding.
 */
guint ans_encoding_convert_into (GString *out, const char *text, gsize length, AnsEncoding from);

G_END_DECLS
