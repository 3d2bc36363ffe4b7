/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "areas/ans-area.h"

/* An area is added here and in a file of its own. */
static const AnsArea *const areas[] = {
  &ans_area_people,
  &ans_area_poverty,
};

const AnsArea *const *
ans_areas (guint *n)
{
  *n = G_N_ELEMENTS (areas);
  return areas;
}

const AnsArea *
ans_area_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_strcmp0 (areas[i]->id, id) == 0)
      return areas[i];
  return NULL;
}

const AnsAreaTable *
ans_area_find_table (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    for (const AnsAreaTable *const *table = areas[i]->tables; table != NULL && *table != NULL;
         table++)
      if (g_strcmp0 ((*table)->id, id) == 0)
        return *table;
  return NULL;
}

const AnsFigureInfo *
ans_area_find_figure (const char *id, const AnsArea **area)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    for (const AnsFigureInfo *figure = areas[i]->figures; figure != NULL && figure->id != NULL;
         figure++)
      if (g_strcmp0 (figure->id, id) == 0)
        {
          if (area != NULL)
            *area = areas[i];
          return figure;
        }
  return NULL;
}

void
ans_areas_init (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      for (const AnsRegister *const *reg = areas[i]->registers; reg != NULL && *reg != NULL; reg++)
        if (ans_register_find ((*reg)->id) == NULL)
          ans_registers_add (*reg);
      for (const AnsListingInfo *const *info = areas[i]->listings; info != NULL && *info != NULL;
           info++)
        if (ans_listing_info_find ((*info)->id) == NULL)
          ans_listing_infos_add (*info);
    }
}
