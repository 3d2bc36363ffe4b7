/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-value-editor.h"

#include "app/record/ans-choice-editor.h"
#include "app/record/ans-choices-editor.h"
#include "app/record/ans-long-text-editor.h"
#include "app/record/ans-reference-editor.h"
#include "app/record/ans-switch-editor.h"
#include "app/record/ans-text-editor.h"

enum
{
  EDITED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (AnsValueEditor, ans_value_editor, GTK_TYPE_WIDGET)

static void
ans_value_editor_default_init (AnsValueEditorInterface *iface)
{
  const char *const names[N_SIGNALS] = { "edited", "settled" };

  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], ANS_TYPE_VALUE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

AnsValueEditor *
ans_value_editor_new (AnsBook *book, const AnsField *field)
{
  switch (field->kind)
    {
    case ANS_FIELD_LONG_TEXT:
      return ans_long_text_editor_new ();
    case ANS_FIELD_BOOLEAN:
      return ans_switch_editor_new ();
    case ANS_FIELD_CHOICE:
      return ans_choice_editor_new (field);
    case ANS_FIELD_CHOICES:
      return ans_choices_editor_new (field);
    case ANS_FIELD_REFERENCE:
      return ans_reference_editor_new (book, field);
    case ANS_FIELD_TEXT:
    case ANS_FIELD_NAME:
    case ANS_FIELD_IDENTIFIER:
    case ANS_FIELD_INTEGER:
    case ANS_FIELD_MONEY:
    case ANS_FIELD_DECIMAL:
    case ANS_FIELD_DATE:
    case ANS_FIELD_PARTIAL_DATE:
    default:
      return ans_text_editor_new (book, field);
    }
}

void
ans_value_editor_set_value (AnsValueEditor *self, const char *value)
{
  g_return_if_fail (ANS_IS_VALUE_EDITOR (self));
  ANS_VALUE_EDITOR_GET_IFACE (self)->set_value (self, value);
}

gboolean
ans_value_editor_get_value (AnsValueEditor *self, char **value, GError **error)
{
  g_return_val_if_fail (ANS_IS_VALUE_EDITOR (self), FALSE);
  *value = NULL;
  return ANS_VALUE_EDITOR_GET_IFACE (self)->get_value (self, value, error);
}

char *
ans_value_editor_describe (AnsValueEditor *self)
{
  AnsValueEditorInterface *iface;

  g_return_val_if_fail (ANS_IS_VALUE_EDITOR (self), NULL);
  iface = ANS_VALUE_EDITOR_GET_IFACE (self);
  return iface->describe != NULL ? iface->describe (self) : NULL;
}

GtkWidget *
ans_value_editor_get_input (AnsValueEditor *self)
{
  g_return_val_if_fail (ANS_IS_VALUE_EDITOR (self), NULL);
  return ANS_VALUE_EDITOR_GET_IFACE (self)->get_input (self);
}

void
ans_value_editor_edited (AnsValueEditor *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

void
ans_value_editor_settled (AnsValueEditor *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}
