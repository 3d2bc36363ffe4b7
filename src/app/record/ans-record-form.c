/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/ans-record-form.h"

#include <glib/gi18n.h>

#include "app/record/ans-form-fields.h"
#include "app/record/ans-form-grid.h"
#include "app/window/ans-undo-dialog.h"
#include "app/window/ans-window.h"
#include "text/ans-date.h"

struct _AnsRecordForm
{
  AdwDialog parent_instance;

  AnsFormFields *fields;
  AnsRecordFormSaved saved;
  AnsRecordNextFunc next;
  gpointer data;
  GObject *next_owner;
  AnsFieldEdit *since;

  AdwWindowTitle *title;
  GtkButton *save_button;
  GtkButton *next_button;
  AdwBanner *read_only_banner;
  AnsProblemList *record_problems;
  GtkScrolledWindow *scrolled;
  GtkBox *groups;
  GtkToggleButton *more_button;
  GtkBox *more_groups;
  GtkRevealer *since_revealer;
  GtkLabel *since_title;
  GtkCheckButton *since_changed;
  GtkCheckButton *since_wrong;
  GtkBox *since_box;
};

G_DEFINE_FINAL_TYPE (AnsRecordForm, ans_record_form, ADW_TYPE_DIALOG)

static const AnsField since_field = {
  .name = "since",
  .title = "Từ ngày",
  .label = N_ ("Since day"),
  .kind = ANS_FIELD_DATE,
  .flags = ANS_FIELD_REQUIRED,
};

AnsRecord *
ans_record_form_get_record (AnsRecordForm *self)
{
  g_return_val_if_fail (ANS_IS_RECORD_FORM (self), NULL);
  return ans_form_fields_get_record (self->fields);
}

static gboolean
is_new (AnsRecordForm *self)
{
  return ans_record_get_id (ans_record_form_get_record (self)) == 0;
}

/* --- since when a change holds ---------------------------------------------------------------- */

static void
update_since (AnsRecordForm *self)
{
  AnsRecord *record = ans_record_form_get_record (self);
  const AnsRegister *reg = ans_record_get_register (record);
  g_autoptr (GString) names = g_string_new (NULL);

  for (const AnsField *field = reg->fields; !is_new (self) && field->name != NULL; field++)
    if (field->period != NULL && ans_record_is_changed (record, field->name))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", _ (field->label));
  if (names->len > 0)
    {
      /* Translators: %s is a list of changed fields whose history is kept. */
      g_autofree char *title = g_strdup_printf (_ ("History is kept of: %s"), names->str);

      gtk_label_set_label (self->since_title, title);
    }
  gtk_revealer_set_reveal_child (self->since_revealer, names->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->since),
                            gtk_check_button_get_active (self->since_changed));
}

/* Returns: FALSE if the day can't be understood */
static gboolean
apply_since (AnsRecordForm *self)
{
  g_autofree char *day = NULL;

  if (gtk_revealer_get_reveal_child (self->since_revealer) &&
      gtk_check_button_get_active (self->since_changed))
    {
      if (!ans_field_edit_get_value (self->since, &day))
        {
          gtk_widget_grab_focus (GTK_WIDGET (self->since));
          return FALSE;
        }
      if (day == NULL)
        {
          ans_field_edit_set_problem (self->since, ANS_PROBLEM_ERROR,
                                      _ ("Say since which day it holds."));
          gtk_widget_grab_focus (GTK_WIDGET (self->since));
          return FALSE;
        }
    }
  ans_record_set_effective_date (ans_record_form_get_record (self), day);
  return TRUE;
}

/* --- fields ---------------------------------------------------------------------------------- */

static GtkWidget *
group_new (const char *heading, AnsFormGrid **grid)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "ans-card");
  if (heading != NULL)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_HEADING, "label", heading, NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (box), label);
    }
  *grid = ans_form_grid_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*grid));
  return box;
}

/* Adds the fields of @box that are hidden or not, under the headings of their groups. */
static gboolean
add_groups (AnsRecordForm *self, GtkBox *box, gboolean hidden)
{
  AnsRecord *record = ans_record_form_get_record (self);
  const AnsRegister *reg = ans_record_get_register (record);
  g_autoptr (GHashTable) grids = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any_value = FALSE;

  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    {
      const char *group = field->group != NULL ? field->group : "";
      AnsFormGrid *grid = g_hash_table_lookup (grids, group);
      AnsFieldEdit *edit;

      if ((field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED)) != 0 ||
          ((field->flags & ANS_FIELD_HIDDEN) != 0) != hidden)
        continue;
      if (grid == NULL)
        {
          gtk_box_append (box, group_new (*group != '\0' ? _ (group) : NULL, &grid));
          g_hash_table_insert (grids, (gpointer) group, grid);
        }
      edit = ans_field_edit_new (ans_record_get_book (record), field);
      ans_form_grid_append (grid, GTK_WIDGET (edit), field->kind == ANS_FIELD_LONG_TEXT);
      ans_form_fields_add (self->fields, edit);
      any_value |= ans_record_get (record, field->name) != NULL;
    }
  gtk_widget_set_visible (GTK_WIDGET (box), g_hash_table_size (grids) > 0);
  return any_value;
}

static void
build (AnsRecordForm *self)
{
  gboolean more = add_groups (self, self->groups, FALSE);

  more = add_groups (self, self->more_groups, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button),
                          gtk_widget_get_visible (GTK_WIDGET (self->more_groups)));
  gtk_toggle_button_set_active (self->more_button, more);
  g_object_bind_property (self->more_button, "active", self->more_groups, "visible",
                          G_BINDING_SYNC_CREATE);
}

static void
update_title (AnsRecordForm *self)
{
  AnsRecord *record = ans_record_form_get_record (self);
  const AnsRegister *reg = ans_record_get_register (record);
  g_autofree char *name = is_new (self) ? NULL : ans_record_get_title (record);

  if (is_new (self))
    {
      /* Translators: heading of the form for a new record: “New person”. */
      g_autofree char *title = g_strdup_printf (_ ("New %s"), _ (reg->singular));

      adw_window_title_set_title (self->title, title);
      adw_window_title_set_subtitle (self->title, "");
      adw_dialog_set_title (ADW_DIALOG (self), title);
    }
  else
    {
      /* Translators: heading of the form of an old record: “Edit person”. */
      g_autofree char *subtitle = g_strdup_printf (_ ("Edit %s"), _ (reg->singular));

      adw_window_title_set_title (self->title, name);
      adw_window_title_set_subtitle (self->title, subtitle);
      adw_dialog_set_title (ADW_DIALOG (self), name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), is_new (self) || self->next != NULL);
}

static void
fill (AnsRecordForm *self)
{
  g_autofree char *today = ans_date_to_iso (ans_date_today ());

  ans_form_fields_fill (self->fields);
  ans_field_edit_set_value (self->since, today);
  update_title (self);
  update_since (self);
}

static gboolean
focus_first_cb (gpointer data)
{
  AnsRecordForm *self = data;

  if (ans_form_fields_get_n (self->fields) > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (ans_form_fields_get (self->fields, 0)));
  return G_SOURCE_REMOVE;
}

/* --- saving ---------------------------------------------------------------------------------- */

static void
reveal_cb (AnsRecordForm *self, AnsFieldEdit *edit)
{
  if ((ans_field_edit_get_field (edit)->flags & ANS_FIELD_HIDDEN) != 0)
    gtk_toggle_button_set_active (self->more_button, TRUE);
}

static void
tell (AnsRecordForm *self, gint64 action)
{
  g_autofree char *name = ans_record_get_title (ans_record_form_get_record (self));
  /* Translators: %s is the name of a person or the code of a household. */
  g_autofree char *text = action != 0 ? g_strdup_printf (_ ("Saved: %s"), name)
                                            : g_strdup_printf (_ ("Nothing to save: %s"), name);

  ans_undo_dialog_toast (GTK_WIDGET (self), text, action);
}

gboolean
ans_record_form_save (AnsRecordForm *self)
{
  gint64 action;

  g_return_val_if_fail (ANS_IS_RECORD_FORM (self), FALSE);

  if (!ans_form_fields_validate (self->fields) || !apply_since (self))
    return FALSE;
  if (!ans_form_fields_save (self->fields, &action))
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
      return FALSE;
    }
  tell (self, action);
  if (self->saved != NULL)
    self->saved (ans_record_form_get_record (self), action, self->data);
  return TRUE;
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (ans_record_form_save (ANS_RECORD_FORM (widget)))
    adw_dialog_force_close (ADW_DIALOG (widget));
}

/* People are often entered household by household: what the record hangs on stays. */
static AnsRecord *
draft_after (AnsRecord *record)
{
  const AnsRegister *reg = ans_record_get_register (record);
  AnsRecord *draft = ans_record_new (ans_record_get_book (record), reg);

  for (const AnsField *field = reg->fields; field->name != NULL; field++)
    if (field->kind == ANS_FIELD_REFERENCE &&
        (field->flags & (ANS_FIELD_COMPUTED | ANS_FIELD_DERIVED)) == 0 &&
        g_strcmp0 (ans_register_find (field->target)->id, reg->id) != 0)
      ans_record_set (draft, field->name, ans_record_get (record, field->name));
  return draft;
}

static void
save_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnsRecordForm *self = ANS_RECORD_FORM (widget);
  const gboolean was_new = is_new (self);
  g_autoptr (AnsRecord) next = NULL;

  if (!ans_record_form_save (self))
    return;
  if (self->next != NULL)
    next = self->next (ans_record_form_get_record (self), self->next_owner);
  else if (was_new)
    next = draft_after (ans_record_form_get_record (self));
  if (next == NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  ans_form_fields_set_record (self->fields, next);
  fill (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  focus_first_cb (self);
}

/* --- closing --------------------------------------------------------------------------------- */

static gboolean
save_form (AdwDialog *dialog)
{
  return ans_record_form_save (ANS_RECORD_FORM (dialog));
}

static void
ans_record_form_close_attempt (AdwDialog *dialog)
{
  ans_form_fields_close_attempt (ANS_RECORD_FORM (dialog)->fields, dialog, save_form);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
ans_record_form_dispose (GObject *object)
{
  AnsRecordForm *self = ANS_RECORD_FORM (object);

  ans_form_fields_close (self->fields);
  /* libadwaita 1.7 keeps the sheet of a closed dialog, and what is in it. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ANS_TYPE_RECORD_FORM);
  g_clear_object (&self->next_owner);
  G_OBJECT_CLASS (ans_record_form_parent_class)->dispose (object);
}

static void
ans_record_form_finalize (GObject *object)
{
  g_object_unref (ANS_RECORD_FORM (object)->fields);
  G_OBJECT_CLASS (ans_record_form_parent_class)->finalize (object);
}

static void
ans_record_form_class_init (AnsRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ans_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = ans_record_form_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = ans_record_form_close_attempt;

  g_type_ensure (ANS_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/soansinh/SoAnSinh/ui/ans-record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, title);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, next_button);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, record_problems);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, groups);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, more_button);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, more_groups);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, since_revealer);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, since_title);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, since_changed);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, since_wrong);
  gtk_widget_class_bind_template_child (widget_class, AnsRecordForm, since_box);
  gtk_widget_class_bind_template_callback (widget_class, update_since);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "form.save-next", NULL, save_next_cb);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "form.save-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "form.save-next", NULL);
}

static void
ans_record_form_init (AnsRecordForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = ans_form_fields_new (self->record_problems);
  g_signal_connect_swapped (self->fields, "edited", G_CALLBACK (update_since), self);
  g_signal_connect_swapped (self->fields, "reveal", G_CALLBACK (reveal_cb), self);
}

AnsRecordForm *
ans_record_form_new (AnsRecord *record)
{
  AnsRecordForm *self;
  AnsBook *book;

  g_return_val_if_fail (ANS_IS_RECORD (record), NULL);

  self = g_object_new (ANS_TYPE_RECORD_FORM, NULL);
  book = ans_record_get_book (record);
  self->since = ans_field_edit_new (book, &since_field);
  gtk_box_append (self->since_box, GTK_WIDGET (self->since));
  ans_form_fields_set_record (self->fields, record);
  build (self);
  fill (self);
  if (ans_book_is_read_only (book))
    {
      const char *reason = ans_book_get_read_only_reason (book);

      adw_banner_set_title (self->read_only_banner,
                            reason != NULL ? reason : _ ("This book is open for reading only."));
      adw_banner_set_revealed (self->read_only_banner, TRUE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save-next", FALSE);
    }
  return self;
}

void
ans_record_form_set_next (AnsRecordForm *self, AnsRecordNextFunc next, GObject *owner)
{
  g_return_if_fail (ANS_IS_RECORD_FORM (self));

  self->next = next;
  g_set_object (&self->next_owner, owner);
  update_title (self);
}

static void
closed_cb (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  if (ANS_IS_WINDOW (root))
    ans_window_focus_page (ANS_WINDOW (root));
}

AdwDialog *
ans_record_form_present (GtkWidget *parent,
                         AnsRecord *record,
                         AnsRecordFormSaved saved,
                         gpointer user_data)
{
  AnsRecordForm *self = ans_record_form_new (record);

  self->saved = saved;
  self->data = user_data;
  g_signal_connect_object (self, "closed", G_CALLBACK (closed_cb), parent, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (self), parent);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_first_cb, g_object_ref (self), g_object_unref);
  return ADW_DIALOG (self);
}

GtkWidget *
ans_record_form_get_edit (AnsRecordForm *self, const char *name)
{
  g_return_val_if_fail (ANS_IS_RECORD_FORM (self), NULL);

  return (GtkWidget *) ans_form_fields_find (self->fields, name);
}
