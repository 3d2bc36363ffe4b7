/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Inside the room only. Whether a word can be a Vietnamese syllable: a known onset and rhyme, at
 * most one tone, and sắc or nặng before a final c, ch, p or t. Where the tone mark stands doesn't
 * matter.
 */
gboolean ans_syllable_is_valid (const char *word, gsize length);

G_END_DECLS
