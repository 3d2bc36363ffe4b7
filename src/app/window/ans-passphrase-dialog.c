/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/ans-passphrase-dialog.h"

#include <glib/gi18n.h>

#include "app/ans-application.h"

struct _AnsPassphraseDialog
{
  AdwDialog parent_instance;

  GtkLabel *intro;
  AdwPasswordEntryRow *entry;
  GtkLabel *problem;
  GtkButton *open;
};

enum
{
  GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsPassphraseDialog, ans_passphrase_dialog, ADW_TYPE_DIALOG)

static void
entry_changed (AnsPassphraseDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_widget_set_sensitive (GTK_WIDGET (self->open), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
open_clicked (AnsPassphraseDialog *self)
{
  g_signal_emit (self, signals[GIVEN], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

void
ans_passphrase_dialog_refuse (AnsPassphraseDialog *self, const char *message)
{
  g_return_if_fail (ANS_IS_PASSPHRASE_DIALOG (self));

  gtk_label_set_label (self->problem, message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
ans_passphrase_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ANS_TYPE_PASSPHRASE_DIALOG);
  G_OBJECT_CLASS (ans_passphrase_dialog_parent_class)->dispose (object);
}

static void
ans_passphrase_dialog_class_init (AnsPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_passphrase_dialog_dispose;
  signals[GIVEN] = g_signal_new ("given", ANS_TYPE_PASSPHRASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANS_RESOURCE_PATH "/ui/ans-passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsPassphraseDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, AnsPassphraseDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, AnsPassphraseDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, AnsPassphraseDialog, open);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked);
}

static void
ans_passphrase_dialog_init (AnsPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AnsPassphraseDialog *
ans_passphrase_dialog_new (const char *path)
{
  AnsPassphraseDialog *self = g_object_new (ANS_TYPE_PASSPHRASE_DIALOG, NULL);
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is locked."), name);

  gtk_label_set_label (self->intro, text);
  return self;
}
