/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * A fuzz target is one file fuzz-NAME.c with this function. It aborts where a promise is broken and
 * returns 0. With clang and the option “fuzz” libFuzzer calls it; otherwise standalone-main.c does.
 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/*
 * Optional: pieces of input that standalone-main.c mixes in and starts from, ended by NULL. A
 * target for whole files leaves it out and names its corpus as arguments.
 */
extern const char *const ans_fuzz_words[] __attribute__ ((weak));
