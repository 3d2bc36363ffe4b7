/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/ans-list-open.h"

#include "registry/ans-record.h"

void
ans_list_open (AnsWindow *window, AnsListing *listing, gint64 id, AnsRowModel *siblings)
{
  const AnsListingInfo *info = ans_listing_get_info (listing);
  g_autoptr (AnsRecord) record = NULL;

  if (id == 0)
    return;
  if (info->opens != NULL)
    record = ans_record_load (ans_listing_get_book (listing), info->reg, id, NULL);
  if (record != NULL && ans_record_get (record, info->opens) != NULL)
    ans_window_open_record (
        window, ans_register_find (ans_register_get_field (info->reg, info->opens)->target),
        ans_record_get_int (record, info->opens), NULL);
  else
    ans_window_open_record (window, info->reg, id, siblings);
}
