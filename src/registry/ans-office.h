/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

/**
 * AnsOffice:
 *
 * The commune as it was called on a day, for letterheads: a list of 2022 is of “xã Hoằng Phụ,
 * huyện Hoằng Hóa”; after 30/06/2025 there is no district.
 */
typedef struct
{
  char *commune;  /* (nullable) xã Hoằng Phụ */
  char *place;    /* (nullable) Hoằng Phụ: for “Hoằng Phụ, ngày …” */
  char *district; /* (nullable) huyện Hoằng Hóa */
  char *province; /* (nullable) tỉnh Thanh Hóa */
} AnsOffice;

/** ans_office_on: Returns: (transfer full): the units valid on @day (ISO) */
AnsOffice *ans_office_on (AnsBook *book, const char *day);
void ans_office_free (AnsOffice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsOffice, ans_office_free)

G_END_DECLS
