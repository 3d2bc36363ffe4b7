/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-household-sections.h"

#include <glib/gi18n.h>

#include "app/poverty/ans-poverty-section.h"
#include "app/record/ans-record-cards.h"
#include "areas/ans-area.h"

/* An area is added here and in a file of its own. */
static const AnsHouseholdSection *const sections[] = {
  &ans_poverty_section,
};

void
ans_household_sections_fill (GtkBox *box, AnsRecord *household)
{
  ans_record_cards_clear (box);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      const AnsArea *area = ans_area_find (sections[i]->area);
      GtkWidget *section = area != NULL ? sections[i]->make (household) : NULL;

      if (section == NULL)
        continue;
      gtk_box_append (box, ans_record_cards_heading (_ (area->label)));
      gtk_box_append (box, section);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
