/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/poverty/ans-deprivation-grid.h"

#include <glib/gi18n.h>

#include "policy/ans-poverty-terms.h"

#define N ANS_POVERTY_N_DEPRIVATIONS

/* Width of the names of the services, so that the switches stand below one another. */
#define SERVICE_CHARS 15
#define TEXT_CHARS    30 /* longer texts take several lines */

struct _AnsDeprivationGrid
{
  GtkWidget parent_instance;

  GtkCheckButton *checks[N];
  GtkWidget *rules[N];
  GtkWidget *badges[N];
  GPtrArray *rows;  /* boxes: the service, then its switches */
  GPtrArray *pairs; /* boxes of two switches */
  int before;
  gboolean narrow;
  gboolean setting;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint toggled_signal;

G_DEFINE_FINAL_TYPE (AnsDeprivationGrid, ans_deprivation_grid, GTK_TYPE_WIDGET)

static void
show_state (AnsDeprivationGrid *self, guint i)
{
  const gboolean lacks = gtk_check_button_get_active (self->checks[i]);
  const gboolean is_new = lacks && self->before >= 0 && (self->before >> i & 1) == 0;

  if (lacks)
    gtk_widget_add_css_class (self->rules[i], "ans-late");
  else
    gtk_widget_remove_css_class (self->rules[i], "ans-late");
  gtk_widget_set_visible (self->badges[i], is_new);
}

static void
toggled_cb (GtkCheckButton *check, AnsDeprivationGrid *self)
{
  for (guint i = 0; i < N; i++)
    if (self->checks[i] == check)
      {
        show_state (self, i);
        if (!self->setting)
          g_signal_emit (self, toggled_signal, 0, (int) i);
      }
}

static gboolean
key_pressed_cb (AnsDeprivationGrid *self,
                guint key,
                guint code,
                GdkModifierType state,
                GtkEventController *keys)
{
  static const guint digits[N] = { GDK_KEY_1, GDK_KEY_2, GDK_KEY_3,     GDK_KEY_4,
                                   GDK_KEY_5, GDK_KEY_6, GDK_KEY_7,     GDK_KEY_8,
                                   GDK_KEY_9, GDK_KEY_0, GDK_KEY_minus, GDK_KEY_equal };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    key = GDK_KEY_0 + key - GDK_KEY_KP_0;
  for (guint i = 0; i < N; i++)
    if (digits[i] == key)
      {
        ans_deprivation_grid_toggle (self, i);
        gtk_widget_grab_focus (GTK_WIDGET (self->checks[i]));
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* --- making it ---------------------------------------------------------------------------------
 */

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
text_clicked_cb (GtkCheckButton *check)
{
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static GtkWidget *
check_new (AnsDeprivationGrid *self, guint i)
{
  const AnsPovertyDeprivation *of = &ans_poverty_deprivations[i];
  g_autofree char *title = g_strdup_printf ("%d. %s", of->number, of->label);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = label_new (title, NULL);
  static const char keys[] = "1234567890-=";
  g_autofree char *key = g_strdup_printf ("%c", keys[i]);

  self->rules[i] = label_new (of->text, "ans-rule");
  /* Translators: a deprivation that the form before did not have. */
  self->badges[i] = gtk_label_new (_ ("new"));
  gtk_widget_add_css_class (self->badges[i], "ans-badge");
  gtk_widget_add_css_class (self->badges[i], "ans-badge-warning");
  gtk_widget_set_valign (self->badges[i], GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (first), name);
  gtk_box_append (GTK_BOX (first), self->badges[i]);
  gtk_box_append (GTK_BOX (text), first);
  gtk_box_append (GTK_BOX (text), self->rules[i]);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), text);
  gtk_widget_add_css_class (line, "ans-deprivation");
  /* Its words switch it as well. */
  g_signal_connect_object (click, "released", G_CALLBACK (text_clicked_cb), check,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (text, GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, of->text,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  self->checks[i] = GTK_CHECK_BUTTON (check);
  show_state (self, i);
  return line;
}

static void
build (AnsDeprivationGrid *self, GtkWidget *box)
{
  const char *service = NULL;
  GtkWidget *pair = NULL;

  for (guint i = 0; i < N; i++)
    {
      const AnsPovertyDeprivation *of = &ans_poverty_deprivations[i];

      if (g_strcmp0 (service, of->dimension) != 0)
        {
          GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
          GtkWidget *name = label_new (of->dimension, "ans-field-title");

          service = of->dimension;
          gtk_label_set_width_chars (GTK_LABEL (name), SERVICE_CHARS);
          gtk_label_set_max_width_chars (GTK_LABEL (name), SERVICE_CHARS);
          gtk_widget_add_css_class (row, "ans-deprivation-row");
          pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
          gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
          gtk_widget_set_hexpand (pair, TRUE);
          gtk_box_append (GTK_BOX (row), name);
          gtk_box_append (GTK_BOX (row), pair);
          gtk_box_append (GTK_BOX (box), row);
          g_ptr_array_add (self->rows, row);
          g_ptr_array_add (self->pairs, pair);
        }
      gtk_box_append (GTK_BOX (pair), check_new (self, i));
    }
}

static void
set_narrow (AnsDeprivationGrid *self, gboolean narrow)
{
  self->narrow = narrow;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GtkOrientation orientation =
          narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

      gtk_orientable_set_orientation (self->rows->pdata[i], orientation);
      gtk_orientable_set_orientation (self->pairs->pdata[i], orientation);
      gtk_box_set_homogeneous (self->pairs->pdata[i], !narrow);
      gtk_box_set_spacing (self->pairs->pdata[i], narrow ? 4 : 14);
    }
}

/* --- the object --------------------------------------------------------------------------------
 */

static void
ans_deprivation_grid_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (ANS_DEPRIVATION_GRID (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_deprivation_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, ANS_DEPRIVATION_GRID (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ans_deprivation_grid_dispose (GObject *object)
{
  AnsDeprivationGrid *self = ANS_DEPRIVATION_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  G_OBJECT_CLASS (ans_deprivation_grid_parent_class)->dispose (object);
}

static void
ans_deprivation_grid_class_init (AnsDeprivationGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ans_deprivation_grid_dispose;
  object_class->get_property = ans_deprivation_grid_get_property;
  object_class->set_property = ans_deprivation_grid_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  toggled_signal = g_signal_new ("toggled", ANS_TYPE_DEPRIVATION_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ans_deprivation_grid_init (AnsDeprivationGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->before = -1;
  self->rows = g_ptr_array_new ();
  self->pairs = g_ptr_array_new ();
  build (self, box);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
ans_deprivation_grid_set (AnsDeprivationGrid *self, guint mask)
{
  g_return_if_fail (ANS_IS_DEPRIVATION_GRID (self));

  self->setting = TRUE;
  for (guint i = 0; i < N; i++)
    {
      gtk_check_button_set_active (self->checks[i], (mask >> i & 1) != 0);
      show_state (self, i);
    }
  self->setting = FALSE;
}

guint
ans_deprivation_grid_get (AnsDeprivationGrid *self)
{
  guint mask = 0;

  g_return_val_if_fail (ANS_IS_DEPRIVATION_GRID (self), 0);

  for (guint i = 0; i < N; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      mask |= 1u << i;
  return mask;
}

void
ans_deprivation_grid_set_before (AnsDeprivationGrid *self, int mask)
{
  g_return_if_fail (ANS_IS_DEPRIVATION_GRID (self));

  self->before = mask;
  for (guint i = 0; i < N; i++)
    show_state (self, i);
}

void
ans_deprivation_grid_toggle (AnsDeprivationGrid *self, guint i)
{
  g_return_if_fail (ANS_IS_DEPRIVATION_GRID (self) && i < N);

  gtk_check_button_set_active (self->checks[i], !gtk_check_button_get_active (self->checks[i]));
}
