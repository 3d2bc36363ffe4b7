/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "registry/ans-record.h"

G_BEGIN_DECLS

/**
 * AnsValueEditor:
 *
 * A widget in which one value of a field is entered. It speaks canonical text. Emits “edited” when
 * a person changed the value, “settled” when the person is done with it for now.
 */
#define ANS_TYPE_VALUE_EDITOR (ans_value_editor_get_type ())
G_DECLARE_INTERFACE (AnsValueEditor, ans_value_editor, ANS, VALUE_EDITOR, GtkWidget)

struct _AnsValueEditorInterface
{
  GTypeInterface parent_iface;

  void (*set_value) (AnsValueEditor *self, const char *value);
  gboolean (*get_value) (AnsValueEditor *self, char **value, GError **error);
  char *(*describe) (AnsValueEditor *self);
  GtkWidget *(*get_input) (AnsValueEditor *self);
};

/** ans_value_editor_new: Returns: the editor that suits @field */
AnsValueEditor *ans_value_editor_new (AnsBook *book, const AnsField *field);

/** ans_value_editor_set_value: @value is canonical; does not emit “edited”. */
void ans_value_editor_set_value (AnsValueEditor *self, const char *value);

/**
 * ans_value_editor_get_value:
 * @value: (out) (nullable) (transfer full): canonical text
 *
 * Returns: %FALSE when what was typed can't be understood; @error says why
 */
gboolean ans_value_editor_get_value (AnsValueEditor *self, char **value, GError **error);

/** ans_value_editor_describe: Returns: (transfer full) (nullable): how the typed text was
 * understood, where it is not plain to see */
char *ans_value_editor_describe (AnsValueEditor *self);

/** ans_value_editor_get_input: Returns: (transfer none): the widget that takes the focus */
GtkWidget *ans_value_editor_get_input (AnsValueEditor *self);

/* For editors. */
void ans_value_editor_edited (AnsValueEditor *self);
void ans_value_editor_settled (AnsValueEditor *self);

G_END_DECLS
