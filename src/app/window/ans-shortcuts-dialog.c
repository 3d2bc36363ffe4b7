/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-shortcuts-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *group; /* (nullable) starts a group */
  const char *keys;  /* accelerators, separated by blanks */
  const char *label;
} Shortcut;

#define MEETING N_ ("Meeting mode")

static const Shortcut shortcuts[] = {
  { N_ ("Everywhere"), "<Control>k", N_ ("Search the whole book") },
  { NULL, "<Control>1 <Control>9", N_ ("Go to the first … ninth area") },
  { NULL, "<Control>Page_Up <Control>Page_Down", N_ ("Previous and next page of the area") },
  { NULL, "<Alt>Left", N_ ("Back") },
  { NULL, "F6 <Shift>F6", N_ ("Next and previous part of the window") },
  { NULL, "F5", N_ ("Meeting mode") },
  { NULL, "F9", N_ ("Show or hide the sidebar") },
  { NULL, "<Control>z", N_ ("Undo") },
  { NULL, "<Control><Shift>z", N_ ("Redo") },
  { NULL, "<Control>o", N_ ("Open a book") },
  { NULL, "<Control>comma", N_ ("Preferences") },
  { NULL, "<Control>question", N_ ("These shortcuts") },
  { NULL, "<Control>q", N_ ("Quit") },

  { N_ ("Lists"), "<Control>f", N_ ("Search in the list; typing in the table does it, too") },
  { NULL, "<Control>n", N_ ("Add") },
  { NULL, "Return", N_ ("Open") },
  { NULL, "space", N_ ("Tick or untick") },
  { NULL, "<Control>a", N_ ("Tick the whole list") },
  { NULL, "Escape", N_ ("Clear the search, then the ticks") },
  { NULL, "<Control>d", N_ ("Day that the list looks at") },
  { NULL, "<Control>g", N_ ("Group by village") },
  { NULL, "<Control>h", N_ ("Show the masked numbers of the row") },
  { NULL, "Home End", N_ ("First and last row") },
  { NULL, "<Control>i", N_ ("Bring in a workbook") },
  { NULL, "<Control>e", N_ ("Export") },
  { NULL, "<Control>p", N_ ("Print") },

  { N_ ("People and households"), "<Control>Up <Control>Down",
    N_ ("Previous and next of the list") },
  { NULL, "F2", N_ ("Edit") },

  { N_ ("Forms"), "<Control>s", N_ ("Save") },
  { NULL, "<Control>Return", N_ ("Save and go on with the next") },
  { NULL, "Escape", N_ ("Close") },

  { MEETING, "Right Page_Down space", N_ ("Next slide") },
  { NULL, "Left Page_Up BackSpace", N_ ("Previous slide") },
  { NULL, "Home End", N_ ("First and last slide") },
  { NULL, "1 2 Return", N_ ("The slide of this number") },
  { NULL, "Tab G", N_ ("All slides") },
  { NULL, "B period", N_ ("Black screen, and back") },
  { NULL, "D", N_ ("Dark or light slides") },
  { NULL, "<Control>c", N_ ("Copy this slide as a picture") },
  { NULL, "<Control>s", N_ ("Save the slides as PDF") },
  { NULL, "Menu", N_ ("Menu") },
  { NULL, "question", N_ ("These shortcuts") },
  { NULL, "Escape", N_ ("End the meeting mode") },
};

static GtkWidget *
keys_widget (const char *keys)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_auto (GStrv) all = g_strsplit (keys, " ", -1);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; all[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *text = NULL;
      GtkWidget *label;

      gtk_accelerator_parse (all[i], &key, &modifiers);
      /* GTK writes “Page_Down”, in some languages “<Space>” */
      text = g_strstrip (g_strdelimit (gtk_accelerator_get_label (key, modifiers), "_<>", ' '));
      label = gtk_label_new (text);
      gtk_widget_add_css_class (label, "ans-key");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

/* Returns where the keys of the meeting begin: they are the last ones. */
static guint
meeting_start (void)
{
  guint i = G_N_ELEMENTS (shortcuts);

  while (i > 0 && g_strcmp0 (shortcuts[i - 1].group, MEETING) != 0)
    i--;
  return i - 1;
}

static AdwDialog *
show_from (GtkWidget *parent, guint first)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;

  for (guint i = first; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      if (shortcuts[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (shortcuts[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcuts[i].label));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys_widget (shortcuts[i].keys));
      adw_preferences_group_add (group, row);
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, _ ("Keyboard shortcuts"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_present (dialog, parent);
  return dialog;
}

AdwDialog *
ans_shortcuts_dialog_present (GtkWidget *parent)
{
  return show_from (parent, 0);
}

AdwDialog *
ans_shortcuts_dialog_present_meeting (GtkWidget *parent)
{
  return show_from (parent, meeting_start ());
}
