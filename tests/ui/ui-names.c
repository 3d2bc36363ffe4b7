/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot be seen must be said, and Tab must come past everything. */
#include "ui-harness.h"

static gboolean
has_text (GtkWidget *widget)
{
  const char *text = ui_text_of (widget);

  if (text != NULL && *text != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_own_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  const char *tip = gtk_widget_get_tooltip_text (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         (tip != NULL && *tip != '\0');
}

/* Parts of one control are named by it: the entry inside of an entry row. */
static gboolean
has_name (GtkWidget *widget)
{
  if (has_own_name (widget) || has_text (widget))
    return TRUE;
  for (GtkWidget *parent = gtk_widget_get_parent (widget);
       parent != NULL && !ADW_IS_NAVIGATION_PAGE (parent) && !ADW_IS_DIALOG (parent);
       parent = gtk_widget_get_parent (parent))
    if (ADW_IS_PREFERENCES_ROW (parent) || GTK_IS_EDITABLE (parent) ||
        GTK_IS_SPIN_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_CALENDAR (parent) ||
        GTK_IS_MENU_BUTTON (parent))
      return has_own_name (parent) || has_text (parent);
  return FALSE;
}

/* Containers pass the focus on to what is in them. */
static gboolean
takes_focus (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_focusable (widget) &&
         gtk_widget_get_can_focus (widget) && gtk_widget_is_sensitive (widget) &&
         !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_VIEWPORT (widget) &&
         !GTK_IS_POPOVER (widget) && !ADW_IS_NAVIGATION_PAGE (widget) && !GTK_IS_WINDOW (widget) &&
         !ADW_IS_DIALOG (widget) && !ADW_IS_TAB_VIEW (widget);
}

/* GTK's label says that it took the focus when it was not allowed to: Tab goes no further. */
static gboolean
is_trap (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         gtk_label_get_selectable (GTK_LABEL (widget)) && !gtk_widget_get_focusable (widget) &&
         gtk_widget_get_can_focus (widget);
}

static gboolean
is_picture_button (GtkWidget *widget)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)) &&
         gtk_widget_get_mapped (widget) && !has_text (widget);
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (GtkWidget *at = widget; at != NULL && !ADW_IS_NAVIGATION_PAGE (at);
       at = gtk_widget_get_parent (at))
    {
      const char *tip = gtk_widget_get_tooltip_text (at);

      if (tip != NULL && *tip != '\0')
        return TRUE;
      /* Parts of controls of the toolkit, which are known by their place. */
      if (GTK_IS_SPIN_BUTTON (at) || GTK_IS_CALENDAR (at) || GTK_IS_WINDOW_CONTROLS (at) ||
          ADW_IS_SPIN_ROW (at) || ADW_IS_PASSWORD_ENTRY_ROW (at) || ADW_IS_ENTRY_ROW (at) ||
          GTK_IS_SCALE_BUTTON (at) || ADW_IS_SPLIT_BUTTON (at) || ADW_IS_BOTTOM_SHEET (at) ||
          ADW_IS_EXPANDER_ROW (at) || ADW_IS_COMBO_ROW (at) || ADW_IS_TOAST_OVERLAY (at))
        return GTK_IS_WINDOW_CONTROLS (at) || !ADW_IS_TOAST_OVERLAY (at);
      /* The buttons of a header that close and go back. */
      if (g_str_equal (G_OBJECT_TYPE_NAME (at), "AdwSheetControls") ||
          g_str_equal (G_OBJECT_TYPE_NAME (at), "AdwBackButton"))
        return TRUE;
    }
  return FALSE;
}

static char *
path_of (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; widget != NULL && i < 9; i++, widget = gtk_widget_get_parent (widget))
    g_string_append_printf (path, "%s%s", i > 0 ? " < " : "", G_OBJECT_TYPE_NAME (widget));
  return g_string_free (path, FALSE);
}

static guint
check (GtkWidget *widget, const char *stop)
{
  guint problems = 0;

  if (takes_focus (widget) && !has_name (widget))
    {
      g_autofree char *path = path_of (widget);

      g_test_message ("%s: no name: %s", stop, path);
      problems++;
    }
  if (is_picture_button (widget) && !has_tooltip (widget))
    {
      g_autofree char *path = path_of (widget);

      g_test_message ("%s: a button with neither text nor tooltip: %s", stop, path);
      problems++;
    }
  if (is_trap (widget))
    {
      g_autofree char *path = path_of (widget);

      g_test_message ("%s: Tab does not pass it: %s", stop, path);
      problems++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    problems += check (child, stop);
  return problems;
}

void
ui_check_names (gpointer root, const char *where)
{
  g_assert_cmpuint (check (root, where), ==, 0);
}
