/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-reference-editor.h"

#include <glib/gi18n.h>

#include "app/record/ans-reference-search.h"

#define MAX_PROPOSALS 30

struct _AnsReferenceEditor
{
  GtkWidget parent_instance;

  AnsBook *book;
  const AnsField *field;
  const AnsRegister *target;
  GtkEntry *entry;
  GtkPopover *popover;
  GtkListView *list;
  GtkSingleSelection *selection;
  AnsReferenceHit *chosen;
  gboolean setting;
};

static void ans_reference_editor_iface_init (AnsValueEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AnsReferenceEditor,
                               ans_reference_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ANS_TYPE_VALUE_EDITOR,
                                                      ans_reference_editor_iface_init))

static void
set_text (AnsReferenceEditor *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
}

/* --- proposals ------------------------------------------------------------------------------- */

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "dimmed");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  AnsReferenceHit *hit = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  const char *details = ans_reference_hit_get_subtitle (hit);

  gtk_label_set_label (GTK_LABEL (title), ans_reference_hit_get_title (hit));
  gtk_label_set_label (GTK_LABEL (subtitle), details);
  gtk_widget_set_visible (subtitle, *details != '\0');
  gtk_list_item_set_accessible_label (item, ans_reference_hit_get_title (hit));
  gtk_list_item_set_accessible_description (item, details);
}

static void
choose (AnsReferenceEditor *self, AnsReferenceHit *hit)
{
  g_set_object (&self->chosen, hit);
  set_text (self, hit != NULL ? ans_reference_hit_get_title (hit) : "");
  gtk_popover_popdown (self->popover);
  ans_value_editor_edited (ANS_VALUE_EDITOR (self));
  ans_value_editor_settled (ANS_VALUE_EDITOR (self));
}

static void
row_activated_cb (AnsReferenceEditor *self, guint position)
{
  g_autoptr (AnsReferenceHit) hit =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (hit != NULL)
    choose (self, hit);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
propose (AnsReferenceEditor *self, const char *text)
{
  g_autoptr (GListModel) hits =
      ans_reference_search (self->book, self->target, text, MAX_PROPOSALS);

  gtk_single_selection_set_model (self->selection, hits);
  if (g_list_model_get_n_items (hits) == 0)
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  gtk_widget_set_size_request (GTK_WIDGET (self->popover),
                               gtk_widget_get_width (GTK_WIDGET (self->entry)), -1);
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
  gtk_popover_popup (self->popover);
}

static void
move_selection (AnsReferenceEditor *self, int by)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const guint at = gtk_single_selection_get_selected (self->selection);
  guint next;

  if (n == 0)
    return;
  next = at == GTK_INVALID_LIST_POSITION ? 0 : (guint) CLAMP ((int) at + by, 0, (int) n - 1);
  gtk_list_view_scroll_to (self->list, next, GTK_LIST_SCROLL_SELECT, NULL);
}

/* --- the entry ------------------------------------------------------------------------------- */

static void
changed_cb (AnsReferenceEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->setting)
    return;
  g_clear_object (&self->chosen);
  if (*text != '\0')
    propose (self, text);
  else
    gtk_popover_popdown (self->popover);
  ans_value_editor_edited (ANS_VALUE_EDITOR (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                AnsReferenceEditor *self)
{
  const gboolean open = gtk_widget_get_visible (GTK_WIDGET (self->popover));

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (open)
        move_selection (self, 1);
      else
        propose (self,
                 self->chosen != NULL ? "" : gtk_editable_get_text (GTK_EDITABLE (self->entry)));
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (open)
        move_selection (self, -1);
      return open ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (open)
        row_activated_cb (self, gtk_single_selection_get_selected (self->selection));
      return open ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Escape:
      gtk_popover_popdown (self->popover);
      return open ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (AnsReferenceEditor *self)
{
  g_autofree char *value = NULL;

  if (gtk_widget_get_state_flags (GTK_WIDGET (self->popover)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return;
  gtk_popover_popdown (self->popover);
  if (self->chosen == NULL && ans_value_editor_get_value (ANS_VALUE_EDITOR (self), &value, NULL) &&
      value != NULL)
    ans_value_editor_set_value (ANS_VALUE_EDITOR (self), value);
  ans_value_editor_settled (ANS_VALUE_EDITOR (self));
}

static void
icon_press_cb (AnsReferenceEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  propose (self, "");
}

/* --- AnsValueEditor -------------------------------------------------------------------------- */

static void
reference_editor_set_value (AnsValueEditor *editor, const char *value)
{
  AnsReferenceEditor *self = ANS_REFERENCE_EDITOR (editor);
  g_autoptr (AnsReferenceHit) hit = NULL;

  if (value != NULL)
    hit = ans_reference_describe (self->book, self->target, g_ascii_strtoll (value, NULL, 10));
  g_set_object (&self->chosen, hit);
  set_text (self, hit != NULL ? ans_reference_hit_get_title (hit) : "");
}

static gboolean
reference_editor_get_value (AnsValueEditor *editor, char **value, GError **error)
{
  AnsReferenceEditor *self = ANS_REFERENCE_EDITOR (editor);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->chosen != NULL)
    {
      *value = g_strdup_printf ("%" G_GINT64_FORMAT, ans_reference_hit_get_id (self->chosen));
      return TRUE;
    }
  if (*typed == '\0')
    return TRUE;
  *value = ans_field_parse (self->book, self->field, typed, error);
  return *value != NULL;
}

static char *
reference_editor_describe (AnsValueEditor *editor)
{
  AnsReferenceEditor *self = ANS_REFERENCE_EDITOR (editor);
  /* Villages and units are known by their names. */
  const char *details = self->chosen != NULL && self->target->periods != NULL
                            ? ans_reference_hit_get_subtitle (self->chosen)
                            : "";

  return *details != '\0' ? g_strdup (details) : NULL;
}

static GtkWidget *
reference_editor_get_input (AnsValueEditor *editor)
{
  return GTK_WIDGET (ANS_REFERENCE_EDITOR (editor)->entry);
}

static void
ans_reference_editor_iface_init (AnsValueEditorInterface *iface)
{
  iface->set_value = reference_editor_set_value;
  iface->get_value = reference_editor_get_value;
  iface->describe = reference_editor_describe;
  iface->get_input = reference_editor_get_input;
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_reference_editor_dispose (GObject *object)
{
  AnsReferenceEditor *self = ANS_REFERENCE_EDITOR (object);

  self->setting = TRUE;
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->entry, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->chosen);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (ans_reference_editor_parent_class)->dispose (object);
}

static void
ans_reference_editor_class_init (AnsReferenceEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_reference_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_popover (AnsReferenceEditor *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  self->selection = gtk_single_selection_new (NULL);
  self->list = GTK_LIST_VIEW (
      gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Proposals"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));

  /* It must not take the focus: the typing goes on. */
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (self->popover, scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

static void
ans_reference_editor_init (AnsReferenceEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     "system-search-symbolic");
  gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                   _ ("Show proposals (Down)"));
  make_popover (self);

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "icon-press", G_CALLBACK (icon_press_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

AnsValueEditor *
ans_reference_editor_new (AnsBook *book, const AnsField *field)
{
  AnsReferenceEditor *self = g_object_new (ANS_TYPE_REFERENCE_EDITOR, NULL);

  self->book = g_object_ref (book);
  self->field = field;
  self->target = ans_register_find (field->target);
  gtk_entry_set_placeholder_text (self->entry, _ ("type to find"));
  return ANS_VALUE_EDITOR (self);
}
