/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-number-cell.h"

#include "text/ans-number.h"

struct _AnsNumberCell
{
  GtkWidget parent_instance;

  int decimals;
  char *value; /* (nullable) canonical */
  char *suffix;
  gboolean wrong; /* what is typed can't be understood */
  GtkEntry *text; /* not a GtkText: screen readers see nothing of that */
};

enum
{
  COMMITTED,
  MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsNumberCell, ans_number_cell, GTK_TYPE_WIDGET)

static gboolean
is_edited (AnsNumberCell *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->text)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_value (AnsNumberCell *self)
{
  g_autofree char *number = self->value != NULL ? ans_decimal_display (self->value) : g_strdup ("");
  g_autofree char *shown = g_strconcat (
      number, self->value != NULL && self->suffix != NULL && !is_edited (self) ? self->suffix : "",
      NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->text), shown);
}

static void
show_problem (AnsNumberCell *self, const char *message)
{
  self->wrong = message != NULL;
  if (message != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "ans-wrong");
      gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "ans-wrong");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
}

/* Returns whether what is typed was understood. */
static gboolean
commit (AnsNumberCell *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;
  gint64 scaled;

  if (*stripped != '\0')
    {
      if (!ans_decimal_parse (stripped, self->decimals, &scaled, &error))
        {
          show_problem (self, error->message);
          return FALSE;
        }
      canonical = ans_decimal_to_canonical (scaled, self->decimals);
    }
  show_problem (self, NULL);
  if (!g_set_str (&self->value, canonical))
    {
      show_value (self);
      return TRUE;
    }
  show_value (self);
  g_signal_emit (self, signals[COMMITTED], 0);
  return TRUE;
}

static void
take_back (AnsNumberCell *self)
{
  show_problem (self, NULL);
  show_value (self);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}

static void
focus_entered (AnsNumberCell *self)
{
  if (!self->wrong)
    show_value (self);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}

/* Who leaves with something that is no number gets the old one back, rather than a trap. */
static void
focus_left (AnsNumberCell *self)
{
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (!commit (self))
    {
      show_problem (self, NULL);
      show_value (self);
    }
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, 0);
}

static gboolean
move (AnsNumberCell *self, int columns, int rows)
{
  if (!commit (self))
    return GDK_EVENT_STOP;
  g_signal_emit (self, signals[MOVE], 0, columns, rows);
  return GDK_EVENT_STOP;
}

/* Left and right are for the cursor in the number, until it can't go further. */
static gboolean
at_end (AnsNumberCell *self, gboolean last)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  const int length = (int) g_utf8_strlen (text, -1);
  int start, end;

  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (self->text), &start, &end))
    return start == 0 && end == length;
  return gtk_editable_get_position (GTK_EDITABLE (self->text)) == (last ? length : 0);
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType modifiers,
             AnsNumberCell *self)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return move (self, 0, (modifiers & GDK_SHIFT_MASK) != 0 ? -1 : 1);
    case GDK_KEY_Up:
      return move (self, 0, -1);
    case GDK_KEY_Down:
      return move (self, 0, 1);
    case GDK_KEY_Left:
      return at_end (self, FALSE) ? move (self, -1, 0) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Right:
      return at_end (self, TRUE) ? move (self, 1, 0) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Escape:
      take_back (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
ans_number_cell_dispose (GObject *object)
{
  AnsNumberCell *self = ANS_NUMBER_CELL (object);

  g_clear_pointer ((GtkWidget **) &self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (ans_number_cell_parent_class)->dispose (object);
}

static void
ans_number_cell_finalize (GObject *object)
{
  AnsNumberCell *self = ANS_NUMBER_CELL (object);

  g_free (self->value);
  g_free (self->suffix);
  G_OBJECT_CLASS (ans_number_cell_parent_class)->finalize (object);
}

static void
ans_number_cell_class_init (AnsNumberCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_number_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_number_cell_finalize;
  signals[COMMITTED] = g_signal_new ("committed", ANS_TYPE_NUMBER_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", ANS_TYPE_NUMBER_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "numbercell");
}

static void
ans_number_cell_init (AnsNumberCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  gtk_editable_set_alignment (GTK_EDITABLE (self->text), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->text), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
}

GtkWidget *
ans_number_cell_new (int decimals, const char *name)
{
  AnsNumberCell *self = g_object_new (ANS_TYPE_NUMBER_CELL, NULL);

  self->decimals = decimals;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}

void
ans_number_cell_set_value (AnsNumberCell *self, const char *canonical)
{
  g_return_if_fail (ANS_IS_NUMBER_CELL (self));

  if (g_set_str (&self->value, canonical) || !is_edited (self))
    show_value (self);
}

const char *
ans_number_cell_get_value (AnsNumberCell *self)
{
  g_return_val_if_fail (ANS_IS_NUMBER_CELL (self), NULL);
  return self->value;
}

void
ans_number_cell_set_editable (AnsNumberCell *self, gboolean editable)
{
  g_return_if_fail (ANS_IS_NUMBER_CELL (self));
  gtk_editable_set_editable (GTK_EDITABLE (self->text), editable);
}

void
ans_number_cell_set_suffix (AnsNumberCell *self, const char *suffix)
{
  g_return_if_fail (ANS_IS_NUMBER_CELL (self));
  if (g_set_str (&self->suffix, suffix))
    show_value (self);
}

gboolean
ans_number_cell_type (AnsNumberCell *self, const char *text)
{
  g_return_val_if_fail (ANS_IS_NUMBER_CELL (self), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  return commit (self);
}
